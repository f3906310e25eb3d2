"""The Hedging panel."""
