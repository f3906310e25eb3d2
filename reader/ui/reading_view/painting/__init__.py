"""What is painted under the text of the page, and in its margin."""
