"""Lessons in windows and on paper: made, tried, played by pupils, looked at by teachers."""
