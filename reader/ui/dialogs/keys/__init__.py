"""All keys at a glance: sorted, searchable, and each of them changeable."""
