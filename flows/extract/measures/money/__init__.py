"""Sums: fees and bids with who moved and who paid, fines, gifts, wages, the finances of a club."""
