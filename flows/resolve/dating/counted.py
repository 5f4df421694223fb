"""What tallies and ages say of the days of writing.

In: statistic claims with the number of their story; out: limits, and how many further days they speak of: the day on
which a side played its Nth match of a league, and the day on which a person was born. A tally through 27 matches is
told from the 27th match to the 28th, and a side plays at most every other day; a man of
32 was born 32 to 33 years before.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from flows.resolve import names
from flows.resolve.told import keyed

TALLIES = ("goals_scored", "goals_conceded", "points", "wins")
AGES = ("player_age", "age")
_DAYS_BETWEEN_MATCHES = 2
_YEAR = 365.2425


class Counted(NamedTuple):
    """`limits` as in fixpoint.py; `days`: how many nodes they add after `first`."""

    limits: pl.DataFrame
    days: int


def limits(statistics: pl.DataFrame, first: int) -> Counted:
    """The limits of tallies and ages; nodes are numbered from `first`."""
    tallies, n_matches = _tallies(statistics, first)
    ages, n_persons = _ages(statistics, first + n_matches)
    return Counted(pl.concat([tallies, ages]), n_matches + n_persons)


_EMPTY = {"x": pl.UInt32, "y": pl.UInt32, "lo": pl.Int32, "hi": pl.Int32, "unit": pl.String}
_COUNT = ["subject_key", "competition_key", "season"]


def _tallies(statistics: pl.DataFrame, first: int) -> tuple[pl.DataFrame, int]:
    chosen = statistics.filter(pl.col("metric").is_in(TALLIES) & (pl.col("qualifier") == "exact"))
    told = chosen.with_columns(
        subject_key=keyed(chosen["subject"], names.club),
        competition_key=keyed(chosen["competition"], names.competition),
    ).drop_nulls([*_COUNT, "matches"])
    days = told.select(*_COUNT, "matches").unique().sort(*_COUNT, "matches").with_row_index("node", offset=first)
    after = days.with_columns(
        following=pl.col("node").shift(-1).over(_COUNT), then=pl.col("matches").shift(-1).over(_COUNT)
    )
    chain = after.drop_nulls("following").select(
        x="node",
        y="following",
        lo=(_DAYS_BETWEEN_MATCHES * (pl.col("then") - pl.col("matches"))).cast(pl.Int32),
        hi=pl.lit(None, pl.Int32),
        unit=pl.lit("day"),
    )
    stories = told.join(after, on=[*_COUNT, "matches"])
    since = stories.select(x="node", y="story", lo=pl.lit(0, pl.Int32), hi=pl.lit(None, pl.Int32), unit=pl.lit("day"))
    until = stories.drop_nulls("following").select(
        x="story",
        y="following",
        lo=(1 + _DAYS_BETWEEN_MATCHES * (pl.col("then") - pl.col("matches") - 1)).cast(pl.Int32),
        hi=pl.lit(None, pl.Int32),
        unit=pl.lit("day"),
    )
    return pl.concat([part.cast(pl.Schema(_EMPTY)) for part in (chain, since, until)]).unique(), days.height


def _ages(statistics: pl.DataFrame, first: int) -> tuple[pl.DataFrame, int]:
    chosen = statistics.filter(pl.col("metric").is_in(AGES) & (pl.col("qualifier") == "exact"))
    told = chosen.with_columns(person=keyed(chosen["subject"], names.fold)).drop_nulls(["person", "value"])
    born = told.select("person").unique().sort("person").with_row_index("node", offset=first)
    years = told.join(born, on="person").select(
        x="node",
        y="story",
        lo=(pl.col("value") * _YEAR).floor().cast(pl.Int32),
        hi=((pl.col("value") + 1) * _YEAR).ceil().cast(pl.Int32),
        unit=pl.lit("day"),
    )
    return years.cast(pl.Schema(_EMPTY)).unique(), born.height
