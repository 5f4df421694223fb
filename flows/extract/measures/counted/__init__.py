"""Counts with a noun of their own: which nouns count, whose they are, what must stand around."""
