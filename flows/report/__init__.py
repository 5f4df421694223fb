"""What a person reads: the last lines of a run, answers to queries, the proof behind a number, the evidence page.

Everything here opens the published warehouse read-only. Nothing here imports prefect or great_expectations.
"""
