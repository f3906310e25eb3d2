"""Two to six articles side by side: how each names, whom each lets speak, what each leaves out."""
