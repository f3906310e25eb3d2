"""An article of a lesson as a page: pen marks, reference corners, the heat of a class."""
