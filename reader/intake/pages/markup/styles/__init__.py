"""What the style sheets of a page say: which words they hide, and what they draw."""
