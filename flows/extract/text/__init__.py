"""Text -> mentions: what is written, where its sentences are, and every name, figure, day and word with a meaning."""
