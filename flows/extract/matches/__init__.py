"""Which matches and ties a story tells: who played whom, how it ended, where, when and in which competition."""
