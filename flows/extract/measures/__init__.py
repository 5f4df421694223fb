"""Which measured numbers a story tells: tallies, places, gaps, runs, ages, money, crowds, records."""
