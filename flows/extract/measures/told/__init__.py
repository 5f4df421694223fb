"""Families of measures with a reader of their own: ages, crowds, meetings, records with a number."""
