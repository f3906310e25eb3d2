"""Articles on paper: set in lines and pages, painted with their marks, written as PDF."""
