"""What is asked of lessons: opened, played, made, saved, printed, scored."""
