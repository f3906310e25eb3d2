"""What was found where the field points: looked at, told, listed, ticked."""
