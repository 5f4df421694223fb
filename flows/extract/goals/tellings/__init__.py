"""Sentence -> the goals it tells: by verb, noun or phrase of scoring, with the scorer of each."""
