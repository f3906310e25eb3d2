"""The report as a page that opens anywhere, loads nothing and runs nothing."""
