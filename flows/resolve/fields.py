"""Which value does a row show where its claims differ, which claims give it, and who says otherwise?

In: claims with their `row`, a confidence and a value column with a key column (the value folded for comparison).
Out: one value a row, the links of the claims that say so, and the disagreements. Every claim votes with its
confidence; sums are of whole thousandths, so that the order of claims cannot tip a vote.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import polars as pl

from flows.resolve.worded import worded


class Ballot(NamedTuple):
    """The outcome of one field: `chosen` row, FIELD; `links` row, claim_id, field; `disputes` as in `disputes()`."""

    chosen: pl.DataFrame
    links: pl.DataFrame
    disputes: pl.DataFrame


DISPUTES: dict[str, pl.DataType | type[pl.DataType]] = {
    "row": pl.Int64,
    "field": pl.String,
    "claim_ids": pl.List(pl.String),
    "claimed_values": pl.List(pl.String),
    "used": pl.String,
    "why": pl.String,
}


def vote(
    claims: pl.DataFrame,
    field: str,
    key: str | None = None,
    rank: pl.Expr | None = None,
    agree: Callable[[str, str], bool] | None = None,
) -> Ballot:
    """The best supported value of `field` in each row.

    `key` names the column that tells values apart (the field itself where none is given), `rank` puts some keys before
    all others whatever their votes, `agree` lets two different keys pass as no disagreement.
    """
    key = key or field
    told = claims.filter(pl.col(key).is_not_null()).select(
        "row",
        "claim_id",
        "article_id",
        value=pl.col(field),
        key=pl.col(key),
        votes=(pl.col("confidence") * 1000).round().cast(pl.Int64),
    )
    counted = told.group_by("row", "key").agg(
        votes=pl.col("votes").sum(), n_claims=pl.len(), n_articles=pl.col("article_id").n_unique()
    )
    ranked = counted.with_columns(rank=pl.lit(0) if rank is None else rank)
    order = ["row", "rank", "votes", "n_claims", "key"]
    best = ranked.sort(order, descending=[False, True, True, True, False]).unique(
        "row", keep="first", maintain_order=True
    )
    agreed = told.join(best.select("row", "key"), on=["row", "key"])
    chosen = _spelt(agreed).rename({"value": field})
    links = agreed.select("row", "claim_id", field=pl.lit(field))
    return Ballot(chosen, links, _disputes(field, told, counted, best, chosen.rename({field: "used"}), agree))


def _spelt(agreed: pl.DataFrame) -> pl.DataFrame:
    """Of the spellings of the winning key, the one most told."""
    return (
        agreed.group_by("row", "value")
        .agg(votes=pl.col("votes").sum())
        .sort("row", "votes", "value", descending=[False, True, False])
        .unique("row", keep="first", maintain_order=True)
        .select("row", "value")
    )


def _disputes(
    field: str,
    told: pl.DataFrame,
    counted: pl.DataFrame,
    best: pl.DataFrame,
    used: pl.DataFrame,
    agree: Callable[[str, str], bool] | None,
) -> pl.DataFrame:
    rivals = counted.join(best.select("row", best_key="key"), on="row").filter(pl.col("key") != pl.col("best_key"))
    if agree is not None:
        keep = [not agree(one, other) for one, other in rivals.select("key", "best_key").iter_rows()]
        rivals = rivals.filter(pl.Series(keep, dtype=pl.Boolean))
    if rivals.is_empty():
        return pl.DataFrame(schema=DISPUTES)
    against = rivals.group_by("row").agg(lost=pl.col("n_claims").sum(), lost_votes=pl.col("votes").sum())
    shown = pl.concat([rivals.select("row", "key"), best.join(against, on="row", how="semi").select("row", "key")])
    sides = told.join(shown, on=["row", "key"]).sort("row", "claim_id")
    lists = sides.group_by("row", maintain_order=True).agg(
        claim_ids=pl.col("claim_id"), claimed_values=pl.col("value").cast(pl.String)
    )
    reasons = best.join(against, on="row").select("row", why=_why())
    return (
        lists.join(used, on="row")
        .join(reasons, on="row")
        .select(
            "row", pl.lit(field).alias("field"), "claim_ids", "claimed_values", pl.col("used").cast(pl.String), "why"
        )
        .cast(pl.Schema(DISPUTES))
        .sort("row")
    )


def _why() -> pl.Expr:
    votes, lost = pl.col("votes") / 1000, pl.col("lost_votes") / 1000
    return worded(
        "{} of {} claims say so, in {} articles; confidence adds up to {} against {}",
        "n_claims",
        pl.col("n_claims") + pl.col("lost"),
        "n_articles",
        votes.round(2),
        lost.round(2),
    )


def combined_confidence() -> pl.Expr:
    """Of independent claims at least one is right: 1 minus the product of the doubts, never above .999."""
    doubts = (1 - pl.col("confidence").clip(0.0, 1.0)).sort()
    return (1 - doubts.product()).clip(0.0, 0.999).round(4).alias("confidence")
