"""What tallies and ages say of the days of writing.

In: statistic claims with the number of their story, match claims with their words; out: limits, and how many further
days they speak of: the day on which a side played its Nth match of a league, and the day on which a person was born. A
tally through 27 matches is told from the 27th match to the 28th, and a side plays at most every other day; a man of 32
was born 32 to 33 years before.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from flows.resolve import names
from flows.resolve.dating import nth_match
from flows.resolve.dating.fixpoint import LIMITS
from flows.resolve.told import keyed

TALLIES = ("goals_scored", "goals_conceded", "points", "wins")
AGES = ("player_age", "age")
LIKELY_AGES = (5, 110)
_DAYS_BETWEEN_MATCHES = 2
_YEAR = 365.2425


class Counted(NamedTuple):
    """`limits` as in fixpoint.py; `days`: how many nodes they add after `first`; `numbered`: matches with a number."""

    limits: pl.DataFrame
    days: int
    numbered: pl.DataFrame


def limits(statistics: pl.DataFrame, told: pl.DataFrame, first: int) -> Counted:
    """The limits of tallies and ages; nodes are numbered from `first`; `told` are match claims with their words."""
    tallies = nth_match.tallies(statistics, TALLIES)
    numbered = nth_match.numbered(told, tallies)
    days = pl.concat([part.select(*_COUNT, "matches") for part in (tallies, numbered)]).unique()
    matches = days.sort(*_COUNT, "matches").with_row_index("day", offset=first)
    ages, n_persons = _ages(statistics, first + matches.height)
    found = [*_tallies(tallies, matches), _same_day(numbered, matches), ages]
    return Counted(
        pl.concat([part.cast(pl.Schema(LIMITS)) for part in found]).unique(), matches.height + n_persons, numbered
    )


_COUNT = ["subject_key", "competition_key", "season"]
_OPEN = pl.lit(None, pl.Int32)


def _tallies(told: pl.DataFrame, matches: pl.DataFrame) -> list[pl.DataFrame]:
    after = matches.with_columns(
        following=pl.col("day").shift(-1).over(_COUNT), then=pl.col("matches").shift(-1).over(_COUNT)
    )
    apart = pl.col("then") - pl.col("matches")
    chain = after.drop_nulls("following").select(
        x="day", y="following", lo=_DAYS_BETWEEN_MATCHES * apart, hi=_OPEN, unit=pl.lit("day")
    )
    stories = told.join(after, on=[*_COUNT, "matches"])
    since = stories.select(x="day", y="story", lo=pl.lit(0), hi=_OPEN, unit=pl.lit("day"))
    until = stories.drop_nulls("following").select(
        x="story", y="following", lo=1 + _DAYS_BETWEEN_MATCHES * (apart - 1), hi=_OPEN, unit=pl.lit("day")
    )
    return [chain, since, until]


def _same_day(numbered: pl.DataFrame, matches: pl.DataFrame) -> pl.DataFrame:
    placed = numbered.join(matches, on=[*_COUNT, "matches"])
    return placed.select(x="day", y="node", lo=pl.lit(0), hi=pl.lit(0), unit=pl.lit("day"))


def _ages(statistics: pl.DataFrame, first: int) -> tuple[pl.DataFrame, int]:
    chosen = statistics.filter(pl.col("metric").is_in(AGES) & (pl.col("qualifier") == "exact"))
    likely = chosen.filter(pl.col("value").is_between(*LIKELY_AGES))
    told = likely.with_columns(person=keyed(likely["subject"], names.fold)).drop_nulls(["person", "value"])
    born = told.select("person").unique().sort("person").with_row_index("node", offset=first)
    years = told.join(born, on="person").select(
        x="node",
        y="story",
        lo=(pl.col("value") * _YEAR).floor().cast(pl.Int32),
        hi=((pl.col("value") + 1) * _YEAR).ceil().cast(pl.Int32),
        unit=pl.lit("day"),
    )
    return years, born.height
