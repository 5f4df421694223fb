"""A tally of a season never falls as the matches go by, nor grows faster than matches can feed it.

In: measures; out: pairs of tallies of one side, competition and season that do not fit. Each is held against the one
before it, by matches.
"""

from __future__ import annotations

import polars as pl

from flows.resolve.worded import worded

COUNT = ["subject_key", "metric", "competition_key", "season"]
_MOST_A_MATCH = {"points": 3, "wins": 1, "draws": 1, "losses": 1, "clean_sheets": 1}
_MOST = 1000  # of anything that a season can hold
TALLIES = ("goals_scored", "goals_conceded", *_MOST_A_MATCH)


def tallies(measures: pl.DataFrame) -> pl.DataFrame:
    """The exact tallies through so many matches of a known competition and season, in order of matches."""
    return (
        measures.filter(pl.col("metric").is_in(TALLIES) & (pl.col("qualifier") == "exact"))
        .drop_nulls([*COUNT, "matches"])
        .filter(pl.col("value").is_between(0, _MOST) & pl.col("matches").is_between(1, _MOST))
        .sort(*COUNT, "matches", "value", "row")
    )


def misfits(measures: pl.DataFrame) -> pl.DataFrame:
    """Pairs row, other, what, why."""
    told = tallies(measures).with_columns(
        pl.col("row", "matches", "value").shift(1).over(COUNT).name.suffix("_before"),
        most=pl.col("metric").replace_strict(_MOST_A_MATCH, default=None, return_dtype=pl.Int32),
    )
    grown, played = pl.col("value") - pl.col("value_before"), pl.col("matches") - pl.col("matches_before")
    falls = (played > 0) & (grown < 0)
    leaps = (played > 0) & (grown > played * pl.col("most"))
    pair = [pl.col("row"), pl.col("row_before").alias("other")]
    return pl.concat(
        [
            told.filter(falls).select(
                *pair,
                what=pl.lit("tally falls"),
                why=worded(
                    "{} after {} matches and {} after {}: a tally of a season never falls; both stand as told",
                    pl.col("value_before").cast(pl.Int64),
                    "matches_before",
                    pl.col("value").cast(pl.Int64),
                    "matches",
                ),
            ),
            told.filter(leaps).select(
                *pair,
                what=pl.lit("tally leaps"),
                why=worded(
                    "{} more in {} matches is more than can be; both stand as told", grown.cast(pl.Int64), played
                ),
            ),
        ]
    )
