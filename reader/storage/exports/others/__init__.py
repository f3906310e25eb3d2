"""Annotations as other programs write and read them: Web Annotation and brat, out and in."""
