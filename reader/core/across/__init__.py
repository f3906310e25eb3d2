"""Facts across articles: what is searched for, what is a copy, what two have in common."""
