"""Passages over several articles: quotations, sentences, marks and claims."""
