"""Match claims -> what each says of the day of its match and of the day on which its story was written.

In: match claims with the `row` of their match and the number of their story (`story`); out: limits between stories and
matches, the parts of dates that claims name, and the weekday of each match where its claims agree on one. A match that
was played is not later than its story, one to come not earlier.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from flows.resolve.dating.spoken import spoken

_SAID: dict[str, Any] = {
    "date_text": pl.String,
    "played": pl.Boolean,
    "near_lo": pl.Int32,
    "near_hi": pl.Int32,
    "months": pl.Int32,
    "years": pl.Int32,
    "year": pl.Int32,
    "month": pl.Int32,
    "day": pl.Int32,
    "said_weekday": pl.Int8,
    "from_other": pl.Int32,
}


def with_words(claims: pl.DataFrame) -> pl.DataFrame:
    """The claims with what their words say; each different expression is read once."""
    told = claims.with_columns(played=pl.col("status") != "scheduled")
    different = told.filter(pl.col("date_text").is_not_null()).select("date_text", "played").unique()
    said = [(text, played, *_flat(text, played)) for text, played in different.iter_rows()]
    words = pl.DataFrame(said, schema=_SAID, orient="row")
    return told.join(words, on=["date_text", "played"], how="left", maintain_order="left")


def _flat(text: str, played: bool) -> tuple[int | None, ...]:
    said = spoken(text, played)
    near = said.near or (None, None)
    return (*near, said.months, said.years, said.year, said.month, said.day, said.weekday, said.from_other)


def limits(told: pl.DataFrame) -> pl.DataFrame:
    """Columns x (story), y (match), lo, hi, unit."""
    played = pl.col("played")
    pair = [pl.col("story").alias("x"), pl.col("node").alias("y")]
    day = told.select(
        *pair,
        lo=pl.coalesce("near_lo", pl.when(~played).then(pl.lit(0))),
        hi=pl.coalesce("near_hi", pl.when(played).then(pl.lit(0))),
        unit=pl.lit("day"),
    )
    calendar = [
        told.filter(pl.col(name).is_not_null()).select(*pair, lo=name, hi=name, unit=pl.lit(unit))
        for name, unit in (("months", "month"), ("years", "year"))
    ]
    return pl.concat([day, *calendar])


def weekdays(told: pl.DataFrame) -> pl.DataFrame:
    """Columns row, weekday for matches whose claims name one weekday and no other."""
    named = told.filter(pl.col("said_weekday").is_not_null()).group_by("row").agg(pl.col("said_weekday").unique())
    return named.filter(pl.col("said_weekday").list.len() == 1).select(
        "row", weekday=pl.col("said_weekday").list.first()
    )


def spans(told: pl.DataFrame, seasons: pl.DataFrame) -> pl.DataFrame:
    """Columns row, lo, hi for matches of which a claim names a year, a month or a day of one; `seasons` row, season.

    A month without a year lies in the season of its match: July to December of its first year, else of its second; of
    a season named by one year, in that year.
    """
    parts = told.filter(pl.col("year").is_not_null() | pl.col("month").is_not_null()).join(seasons, on="row")
    first = pl.col("season").str.extract(r"^(\d{4})").cast(pl.Int32)
    later = pl.col("season").str.contains(r"^\d{4}-\d{2}$") & (pl.col("month") < 7)
    dated = parts.with_columns(year=pl.coalesce("year", first + later.cast(pl.Int32))).drop_nulls("year")
    begin = pl.date("year", pl.col("month").fill_null(1), pl.col("day").fill_null(1))
    valid = dated.filter(pl.col("day").is_null() | pl.col("day").is_between(1, 28) | _exists())
    every = (
        pl.when(pl.col("day").is_not_null()).then(pl.lit("1d")).when(pl.col("month").is_not_null()).then(pl.lit("1mo"))
    )
    ended = valid.with_columns(begin=begin).with_columns(
        end=pl.col("begin").dt.offset_by(every.otherwise(pl.lit("1y"))).dt.offset_by("-1d")
    )
    grouped = ended.group_by("row").agg(lo=pl.col("begin").cast(pl.Int32).max(), hi=pl.col("end").cast(pl.Int32).min())
    return grouped.filter(pl.col("lo") <= pl.col("hi"))


def _exists() -> pl.Expr:
    """Whether a 29th, 30th or 31st is in its month; the 29th of February is left out."""
    return pl.col("day") <= pl.col("month").replace_strict(
        list(range(1, 13)), [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], default=0, return_dtype=pl.Int32
    )
