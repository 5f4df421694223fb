"""Where matches were played and whose home it was: grounds, towns, words, the story's votes."""
