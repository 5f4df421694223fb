"""Statistic claims with their rows -> measures, their links, and the measures that exclude each other.

Two exact numbers exclude each other only where there can be one: a tally of a season through N matches, a place at its
end. Both keep their rows; the contradiction stands at the better supported one.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from flows.resolve.fields import DISPUTES, combined_confidence
from flows.resolve.measures import KEY, Joined
from flows.resolve.worded import worded


class Measured(NamedTuple):
    """`rows`: one per measure; `links`: row, claim_id, article_id; `disputes`: as in fields.py, with `what`."""

    rows: pl.DataFrame
    links: pl.DataFrame
    disputes: pl.DataFrame


def describe(joined: Joined) -> Measured:
    """The measures of a run."""
    rows = _rows(joined.claims, joined.days)
    return Measured(rows, joined.claims.select("row", "claim_id", "article_id"), _disputes(joined.claims, rows))


def _rows(placed: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    texts = ("subject", "unit", "competition", "season", "other")
    best = placed.sort("row", "confidence", "claim_id", descending=[False, True, False])
    rows = best.group_by("row", maintain_order=True).agg(
        *(pl.col(name).drop_nulls().first() for name in (*texts, "matches")),
        *(pl.col(name).first() for name in KEY),
        competition_key=pl.col("competition_key").drop_nulls().first(),
        other_key=pl.col("other_key").drop_nulls().first(),
        votes=(pl.col("confidence") * 1000).round().cast(pl.Int64).sum(),
        n_claims=pl.len(),
        confidence=combined_confidence(),
        claim_id=pl.col("claim_id").min(),
    )
    first, last = (pl.col(name).cast(pl.Date).cast(pl.String) for name in ("first_day", "last_day"))
    as_of = pl.when(pl.col("first_day") == pl.col("last_day")).then(first).otherwise(worded("{}/{}", first, last))
    content = [
        pl.col(name).cast(pl.String).fill_null("")
        for name in (*KEY, "competition_key", "season", "matches", "other_key")
    ]
    return rows.join(held, on="row", how="left", maintain_order="left").with_columns(
        as_of=as_of, content=pl.concat_str(content, separator="|")
    )


_PINNED = ["subject_key", "metric", "competition_key", "season", "matches", "other_key"]


def _disputes(placed: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Two exact numbers for what can have one only: a tally through N matches, a place at the end of a season."""
    pinned = rows.filter(
        (pl.col("qualifier") == "exact")
        & pl.col("season").is_not_null()
        & (pl.col("matches").is_not_null() | (pl.col("metric") == "finish_position"))
    )
    rivals = pinned.filter(pl.struct(_PINNED).is_duplicated())
    if rivals.is_empty():
        return pl.DataFrame(schema={**DISPUTES, "what": pl.String})
    best = rivals.sort("votes", "claim_id", descending=[True, False]).unique(_PINNED, keep="first", maintain_order=True)
    used = best.select(*_PINNED, used_row="row", used=pl.col("value").cast(pl.String), used_votes="votes")
    sides = rivals.join(used, on=_PINNED, nulls_equal=True).select("row", "used_row", "used", "used_votes")
    told = placed.select("row", "claim_id", "value").join(sides, on="row").sort("used_row", "claim_id")
    return (
        told.group_by("used_row", "used", maintain_order=True)
        .agg(
            claim_ids=pl.col("claim_id"),
            claimed_values=pl.col("value").cast(pl.String),
            why=worded("{} of {} claims say so", (pl.col("row") == pl.col("used_row")).sum(), pl.len()),
        )
        .select(
            pl.col("used_row").alias("row"),
            pl.lit("value").alias("field"),
            "claim_ids",
            "claimed_values",
            "used",
            "why",
            pl.lit("statistic value").alias("what"),
        )
    )
