"""How words stand to one another: noun phrases, complements, verbs with a wrong tag."""
