"""What is joined when a whole text has been walked over: names that follow, and ties."""
