"""The scores of a class as files: text, JSON, a gradebook, feedback pages."""
