"""Which match of the season is it? Of a story that tells one fresh match of a side and its tally through N, the Nth.

In: match claims with their words read, tallies with their story; out: the matches that have a number. Fresh is what a
weekday, "tonight" or the like tells as played in the week of writing; of two such in one story neither is numbered.
"""

from __future__ import annotations

import polars as pl

from flows.resolve import names
from flows.resolve.told import PAIR, keyed

_FRESH_DAYS = 7
_MOST_MATCHES = 100  # of a season in one competition


def numbered(told: pl.DataFrame, tallies: pl.DataFrame) -> pl.DataFrame:
    """`tallies`: article_id, subject_key, competition_key, season, matches; columns match (row), node and those."""
    fresh = told.filter(pl.col("played") & (pl.col("near_lo") >= -_FRESH_DAYS) & (pl.col("near_hi") <= 0))
    sides = pl.concat(
        [
            fresh.select("article_id", "competition_key", "season", "node", subject_key=side, match="row")
            for side in PAIR
        ]
    ).unique()
    where = ["article_id", "subject_key", "competition_key", "season"]
    one = sides.unique(where, keep="none")
    found = one.join(tallies.unique([*where, "matches"]).unique(where, keep="none"), on=where)
    return found.select("match", "node", "subject_key", "competition_key", "season", "matches").unique()


def tallies(statistics: pl.DataFrame, metrics: tuple[str, ...]) -> pl.DataFrame:
    """Exact tallies of a known competition and season with their keys."""
    exact = pl.col("metric").is_in(metrics) & (pl.col("qualifier") == "exact")
    chosen = statistics.filter(exact & pl.col("matches").is_between(1, _MOST_MATCHES))
    return chosen.with_columns(
        subject_key=keyed(chosen["subject"], names.club),
        competition_key=keyed(chosen["competition"], names.competition),
    ).drop_nulls(["subject_key", "competition_key", "season", "matches"])
