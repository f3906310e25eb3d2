"""Interviews: questions and answers, and who answers."""
