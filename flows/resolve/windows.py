"""On which days can a claim's match have been played?

In: match claims with their articles' dates; out: the columns `day`, `first_day`, `last_day` (days since 1970, NULL
where open) and `weekday` (0 is Monday). A stated date gives one day, a season its months, an article's date one end,
and "on Wednesday" in a dated article a week. They only keep matches apart or bring them together; nothing here is
published.
"""

from __future__ import annotations

import polars as pl

WEEK = 8
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_DATED = ("stated", "inferred")
_RECENT = r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tonight|today|yesterday|last night|this week|weekend)\b"


def with_days(claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The claims with their days; an article whose dateline is contradicted dates nothing."""
    dated = (
        articles.filter(pl.col("published_status").is_in(_DATED)).select("article_id", "published").unique("article_id")
    )
    limits = claims.join(dated, on="article_id", how="left", maintain_order="left").with_columns(
        day=_days(pl.col("match_date")), told_on=_days(pl.col("published")), weekday=_weekday()
    )
    return limits.with_columns(
        first_day=pl.coalesce("day", pl.max_horizontal(season_start(), _earliest())),
        last_day=pl.coalesce("day", pl.min_horizontal(season_end(), _latest())),
    ).drop("told_on", "published")


def _days(date: pl.Expr) -> pl.Expr:
    return date.cast(pl.Date).cast(pl.Int32)


def _weekday() -> pl.Expr:
    word = pl.col("date_text").str.extract(r"(?i)\b(mon|tues|wednes|thurs|fri|satur|sun)day").str.to_lowercase()
    spoken = word.replace_strict(_WEEKDAYS, list(range(7)), default=None, return_dtype=pl.Int8)
    return pl.coalesce((pl.col("match_date").cast(pl.Date).dt.weekday() - 1).cast(pl.Int8), spoken)


def season_start() -> pl.Expr:
    """July of the first year; a season named by one year may have begun with qualifying three years before."""
    year = pl.col("season").str.extract(r"^(\d{4})").cast(pl.Int32)
    return _days(pl.when(_is_split()).then(pl.date(year, 7, 1)).otherwise(pl.date(year - 3, 7, 1)))


def season_end() -> pl.Expr:
    """August of the second year: the summer of 2020 was played that long."""
    year = pl.col("season").str.extract(r"^(\d{4})").cast(pl.Int32)
    return _days(pl.when(_is_split()).then(pl.date(year + 1, 8, 31)).otherwise(pl.date(year, 12, 31)))


def _is_split() -> pl.Expr:
    return pl.col("season").str.contains(r"^\d{4}-\d{2}")


def _earliest() -> pl.Expr:
    """A match to come is not before its article, a recent one not long before; whole months where nothing is near."""
    played, recent = pl.col("status") == "played", _is_recent()
    near = pl.when(played).then(pl.col("told_on") - WEEK).otherwise(pl.col("told_on"))
    return pl.when(recent).then(near).when(~played).then(_days(pl.col("published").dt.month_start()))


def _latest() -> pl.Expr:
    """The same at the other end; whole months, so that reports of one month say the same of an undated match."""
    played, recent = pl.col("status") == "played", _is_recent()
    near = pl.when(played).then(pl.col("told_on")).otherwise(pl.col("told_on") + WEEK)
    return pl.when(recent).then(near).when(played).then(_days(pl.col("published").dt.month_end()))


def _is_recent() -> pl.Expr:
    return pl.col("date_text").str.contains(_RECENT).fill_null(False)
