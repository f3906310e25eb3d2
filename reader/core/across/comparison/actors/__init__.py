"""Who is who over several articles: joined actors, their wordings, and who speaks."""
