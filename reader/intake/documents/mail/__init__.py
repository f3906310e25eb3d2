"""Newsletters: one mail message, or a mailbox of them."""
