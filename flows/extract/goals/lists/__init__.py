"""Goals printed in lists: scorers behind a result, scoring summaries, minute by minute."""
