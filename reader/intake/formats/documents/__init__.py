"""Documents as article formats; what reads them is loaded when the first one is opened."""
