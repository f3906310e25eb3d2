"""Adding articles: what is typed, dropped or followed, looked at before it is kept."""
