"""Pressbox: football news in, a validated warehouse of match and statistic facts out. Start reading at `etl.py`."""
