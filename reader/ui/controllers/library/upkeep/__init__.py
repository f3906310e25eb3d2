"""What is done for the library unasked: room, analyses made anew, what nobody opened."""
