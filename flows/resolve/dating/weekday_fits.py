"""Words for a weekday against the stated day of the match: "on Tuesday" of a match of Wednesday 11 March.

In: match rows with stated days, match claims with their words read; out: disputes as in fields.py, with the claims that
name another weekday and those that give the day. The day stands.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from flows.resolve.fields import DISPUTES
from flows.resolve.worded import worded

SCHEMA: dict[str, Any] = {**DISPUTES, "what": pl.String}


def disputes(rows: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """`rows`: row, match_date; `told`: row, claim_id, match_date, date_text, said_weekday, near_lo."""
    dated = rows.drop_nulls("match_date").select("row", played_on=pl.col("match_date").cast(pl.Date))
    claims = told.join(dated, on="row")
    weekday = pl.col("played_on").dt.weekday() - 1
    relative = pl.col("said_weekday").is_not_null() & pl.col("near_lo").is_not_null()
    wrong = claims.filter(relative & (pl.col("said_weekday") != weekday)).select("row", "claim_id", said="date_text")
    stating = claims.filter(pl.col("match_date").cast(pl.Date) == pl.col("played_on")).select(
        "row", "claim_id", said=pl.col("played_on").cast(pl.String)
    )
    both = pl.concat([wrong, stating.join(wrong, on=["row"], how="semi")]).unique().sort("row", "claim_id", "said")
    lists = both.group_by("row", maintain_order=True).agg(claim_ids=pl.col("claim_id"), claimed_values=pl.col("said"))
    why = worded("{} was a {}; the day stands", pl.col("played_on"), pl.col("played_on").dt.strftime("%A"))
    found = lists.join(dated, on="row").with_columns(
        field=pl.lit("match_date"), used=pl.col("played_on").cast(pl.String), why=why, what=pl.lit("match weekday")
    )
    return found.select(SCHEMA.keys()).cast(pl.Schema(SCHEMA)).sort("row")
