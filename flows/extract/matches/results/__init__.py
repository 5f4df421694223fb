"""Matches played, by words and scores of how they ended: which phrase is a result, and who won."""
