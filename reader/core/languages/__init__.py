"""What is particular to a language: its grammar words, forms and readability."""
