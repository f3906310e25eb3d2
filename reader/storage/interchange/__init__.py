"""Lexicons in the formats of other programs, and packed to hand on."""
