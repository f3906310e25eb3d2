"""What the reader makes: settings, corrections and mutes, behind one `Store`."""
