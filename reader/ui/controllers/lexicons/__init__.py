"""The lexicons as the window edits them: the editor, the audit, exceptions from the page."""
