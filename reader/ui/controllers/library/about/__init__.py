"""What the library knows of the article on the page, told in the About panel."""
