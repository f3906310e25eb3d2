"""Reading a sentence: cues, their speakers, and where contents begin and end."""
