"""Export and print: one dialog with all formats, what goes in, and a preview."""
