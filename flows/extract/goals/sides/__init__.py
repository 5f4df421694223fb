"""For which side a goal counts: votes of the text, bonds of players, the path to the final score."""
