"""Measures whose scope every claim gives in full: the great many, merged without a closer look.

In: statistic claims with their keys, and which metrics last beyond the day; out: the `row` of each claim's measure and
the measures' days, and the claims that need a closer look: those of a number that somewhere stands without competition
or season, or with a second party or a number of games here and without there. What changes from week to week is one
measure for each eight days; told on no known day, it joins the one week that there is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import polars as pl

_SCOPE = ["competition_key", "season", "matches", "other_key"]


class Plain(NamedTuple):
    """`placed`: claim_id, row; `days`: row, first_day, last_day; `rest`: the other claims."""

    placed: pl.DataFrame
    days: pl.DataFrame
    rest: pl.DataFrame


def part(told: pl.DataFrame, key: list[str], lasting: Iterable[str], week: int) -> Plain:
    """`key`: the columns of subject, metric, value, unit and qualifier."""
    plain = told.join(told.group_by(key).agg(_has_full_scope()).filter("is_full").select(key), on=key, nulls_equal=True)
    rest = told.join(plain.select("claim_id"), on="claim_id", how="anti", maintain_order="left")
    lasts = pl.col("metric").is_in(list(lasting)) | pl.col("matches").is_not_null()
    scopes = plain.select(*key, *_SCOPE).unique().sort(*key, *_SCOPE).with_row_index("scope")
    scoped = plain.with_columns(lasts=lasts).join(scopes, on=[*key, *_SCOPE], nulls_equal=True)
    weeks = _weeks(scoped, week)
    known = scoped.with_columns(day_of=pl.when(~pl.col("lasts")).then("day"))
    placed = known.join(weeks, left_on=["scope", "day_of"], right_on=["scope", "day"], how="left", nulls_equal=True)
    rows = placed.select("scope", "nth").unique().sort("scope", "nth").with_row_index("row")
    numbered = placed.join(rows, on=["scope", "nth"]).with_columns(pl.col("row").cast(pl.Int64))
    days = numbered.group_by("row").agg(first_day=pl.col("day").min(), last_day=pl.col("day").max()).sort("row")
    return Plain(numbered.select("claim_id", "row"), days, rest)


def _has_full_scope() -> pl.Expr:
    """Whether no claim lacks what would tell it from another of the same number."""
    full = pl.all_horizontal(pl.col("competition_key", "season").is_not_null().all())
    even = [pl.col(name).is_null().n_unique() == 1 for name in ("matches", "other_key")]
    return pl.all_horizontal(full, *even).alias("is_full")


def _weeks(scoped: pl.DataFrame, week: int) -> pl.DataFrame:
    """Columns scope, day, nth: which measure of its scope each day belongs to; NULL is the unknown day."""
    days = scoped.filter(~pl.col("lasts")).select("scope", "day").unique().sort("scope", "day")
    dated = days.drop_nulls("day")
    nth = pl.Series(_nth(dated["scope"].to_list(), dated["day"].to_list(), week), dtype=pl.UInt32)
    placed = dated.with_columns(nth=nth)
    counts = placed.group_by("scope").agg(weeks=pl.col("nth").max())
    undated = days.filter(pl.col("day").is_null()).join(counts, on="scope", how="left")
    alone = pl.when(pl.col("weeks").fill_null(0) > 0).then(pl.col("weeks") + 1).otherwise(0)
    return _with_lasting(scoped, pl.concat([placed, undated.select("scope", "day", nth=alone.cast(pl.UInt32))]))


def _with_lasting(scoped: pl.DataFrame, weeks: pl.DataFrame) -> pl.DataFrame:
    lasting = scoped.filter("lasts").select("scope", day=pl.lit(None, pl.Int32), nth=pl.lit(0, pl.UInt32)).unique()
    return pl.concat([weeks, lasting])


def _nth(scopes: list[int], days: list[int], week: int) -> list[int]:
    """The number of each day's week in its scope; a week begins on the first day that the one before does not hold."""
    found: list[int] = []
    last, first, nth = -1, 0, 0
    for scope, day in zip(scopes, days, strict=True):
        if scope != last:
            last, first, nth = scope, day, 0
        elif day - first > week:
            first, nth = day, nth + 1
        found.append(nth)
    return found
