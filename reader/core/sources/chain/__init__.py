"""The chain of reference: who is meant by each name, title, role, description and pronoun."""
