"""Fields that Qt has not, or has otherwise: a check box with words, tags as chips."""
