"""Mail as article formats; what reads it is loaded when the first message is opened."""
