"""What a name stands between that is a word like any other."""

NAMED = "\N{INVISIBLE SEPARATOR}"
"""Stands on both sides of a project's name, where the name alone tells nothing."""
