"""The Naming panel: who is called what, in whose words, and which names are contested."""
