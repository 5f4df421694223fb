"""The goals of a side that follow from two tallies -> the match row without them.

In: match rows and what `held.py` inferred; out: the rows with the side's goals, marked as inferred and as played, and
the claims of both tallies as links of that number.
"""

from __future__ import annotations

import polars as pl

_TRUST = 0.8


def with_goals(rows: pl.DataFrame, inferred: pl.DataFrame) -> pl.DataFrame:
    """The match rows in their order; of several that say it, the first by row."""
    one = inferred.sort("match", "side", "row").unique(["match", "side"], keep="first", maintain_order=True)
    filled = rows
    for at in (1, 2):
        goals = one.select(row="match", side="side", told="goals").rename({"side": f"side_{at}"})
        joined = filled.join(goals, on=["row", f"side_{at}"], how="left", maintain_order="left")
        is_new = pl.col("told").is_not_null() & pl.col(f"score_{at}").is_null()
        filled = joined.with_columns(
            pl.when(is_new).then("told").otherwise(f"score_{at}").cast(pl.Int32).alias(f"score_{at}"),
            is_inferred=pl.col("is_inferred") | is_new,
            status=pl.when(is_new).then(pl.lit("played")).otherwise("status"),
            confidence=pl.when(is_new).then((pl.col("confidence") * _TRUST).round(4)).otherwise("confidence"),
        ).drop("told")
    return filled


def links(rows: pl.DataFrame, inferred: pl.DataFrame, measure_links: pl.DataFrame) -> pl.DataFrame:
    """Columns row (of the match), claim_id, field."""
    tallies = pl.concat([inferred.select("match", "side", tally=name) for name in ("row", "other")])
    sides = [
        rows.select(match="row", side=f"side_{at}", field=pl.lit(f"score_{at}")).filter(pl.col("side").is_not_null())
        for at in (1, 2)
    ]
    placed = tallies.join(pl.concat(sides), on=["match", "side"]).join(
        measure_links.rename({"row": "tally"}), on="tally"
    )
    return placed.select("claim_id", "field", row="match").select("row", "claim_id", "field").unique()
