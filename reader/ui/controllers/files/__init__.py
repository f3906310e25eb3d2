"""What comes from files and goes to them: opening, folders of articles, export."""
