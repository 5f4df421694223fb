"""Whose measure a number is: the subject of its clause, the side spoken of, an unknown name."""
