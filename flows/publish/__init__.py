"""Everything that writes the warehouse: the next file is staged beside the published one, then takes its place.

In go Parquet parts of claims and Polars frames of resolved rows, out comes `pressbox.duckdb`. A run never writes into
the published file: it builds `.next.duckdb`, lets the checks look at it and swaps it in by one rename. So a reader is
never blocked and never sees half a load, and a run that is killed or refused leaves the old file as it was.
"""

from flows.publish.last import known_documents, previous_links
from flows.publish.quarantine import quarantine
from flows.publish.refusal import record_refusal
from flows.publish.stage import claim_frames, record_load, stage_claims, stage_resolved
from flows.publish.swap import discard, publish
from flows.publish.verify import verify

__all__ = [
    "claim_frames",
    "discard",
    "known_documents",
    "previous_links",
    "publish",
    "quarantine",
    "record_load",
    "record_refusal",
    "stage_claims",
    "stage_resolved",
    "verify",
]
