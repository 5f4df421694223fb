"""Ties of two legs: who went through on which aggregate, which leg a match was, the return to come."""
