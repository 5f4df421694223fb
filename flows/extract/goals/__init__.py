"""Which goals a story tells: who scored, for which side, in which minute, of what kind, each once."""
