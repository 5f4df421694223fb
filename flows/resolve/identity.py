"""Ids that stay: a resolved row keeps the id under which its claims were published before.

In: the rows of this run with their claims, and the published links claim -> id. Out: one id per row. A row without a
past gets a hash of what its founding claim says, not of where it stands, so that a file read anew after an edit
finds its old ids. A late article therefore adds to a row and renumbers nothing.
"""

from __future__ import annotations

import hashlib

import polars as pl


def stable_ids(kind: str, members: pl.DataFrame, founders: pl.DataFrame, previous_links: pl.DataFrame) -> pl.DataFrame:
    """Columns row, id. `members`: row, claim_id, claim_kind; `founders`: row, content, claim_id, one line per row.

    Claims of the row's own kind speak before others (a tie's claims behind a leg that was inferred). Where two rows
    want one old id, the one with more of its claims has it, then the one with the smallest claim id.
    """
    kept = _kept(kind, members, previous_links)
    taken = set(kept.values())
    rows, ids = [], []
    for row, content, claim_id in founders.sort("content", "claim_id").select("row", "content", "claim_id").iter_rows():
        rows.append(row)
        ids.append(kept[row] if row in kept else _new(kind, content, claim_id, taken))
    return pl.DataFrame({"row": rows, "id": ids}, schema={"row": pl.Int64, "id": pl.String})


def _kept(kind: str, members: pl.DataFrame, previous_links: pl.DataFrame) -> dict[int, str]:
    before = previous_links.filter((pl.col("resolved_kind") == kind) & pl.col("field").is_null())
    wanted = (
        members.join(before.select("claim_id", "claim_kind", "resolved_id"), on=["claim_id", "claim_kind"])
        .with_columns(is_foreign=pl.col("claim_kind") != kind)
        .group_by("row", "resolved_id", "is_foreign")
        .agg(shared=pl.len(), oldest=pl.col("claim_id").min())
        .sort("is_foreign", "shared", "oldest", "resolved_id", descending=[False, True, False, False])
    )
    kept: dict[int, str] = {}
    given: set[str] = set()
    for row, resolved_id in wanted.select("row", "resolved_id").iter_rows():
        if row not in kept and resolved_id not in given:
            kept[row] = resolved_id
            given.add(resolved_id)
    return kept


def _new(kind: str, content: str, claim_id: str, taken: set[str]) -> str:
    """A hash of the content; where another row says the very same, the claim's own id tells them apart."""
    found = digest(kind, content)
    nth = 0
    while found in taken:
        found = digest(kind, content, claim_id, str(nth))
        nth += 1
    taken.add(found)
    return found


def digest(kind: str, *parts: str) -> str:
    """The kind's name and 16 hex digits."""
    return f"{kind}-{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:16]}"
