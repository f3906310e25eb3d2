"""Source, cue and content of what an article reports."""
