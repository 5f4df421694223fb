"""Matches that a phrase names but does not tell the end of: fixtures, opponents, past meetings."""
