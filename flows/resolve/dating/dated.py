"""Match rows and stories with the days that are left for them.

In: match rows, match claims with their rows, articles, statistic claims, and the legs of ties. Out: the match rows with
`date_from`, `date_to`, a `match_date` where one day is left, and `date_basis`; and the interval of each story's day of
writing. Days count from 1970. Two turns: what the texts say, then the order of stories in a file, which is soft: what
only that narrows has the basis "story order".
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from flows.resolve.dating import counted, other_match, story_order, told, weekday_fits
from flows.resolve.dating.fixpoint import LIMITS, NODES, narrowed
from flows.resolve.windows import season_end, season_start

_DATED = ("stated", "inferred")
_LEGS_APART = (1, 200)


class Dated(NamedTuple):
    """`rows`: the match rows, dated; `stories`: article_id, first_day, last_day, written_from, written_to, basis;
    `numbered`: match, subject_key, competition_key, season, matches, where a match is known to be a side's Nth;
    `links`: row, claim_id, field of the claims whose words gave a day that none states; `disputes`: of weekdays."""

    rows: pl.DataFrame
    stories: pl.DataFrame
    numbered: pl.DataFrame
    links: pl.DataFrame
    disputes: pl.DataFrame


def date_all(
    rows: pl.DataFrame,
    match_claims: pl.DataFrame,
    articles: pl.DataFrame,
    statistics: pl.DataFrame,
    legs: list[tuple[int, int]],
) -> Dated:
    """`rows` by `row`; `match_claims` with row; `legs` pairs of rows, first leg and second."""
    stories = _stories(articles)
    first_match, first_day = stories.height, stories.height + rows.height
    matches = rows.sort("row").with_row_index("node", offset=first_match)
    numbers = stories.select("article_id", story="node")
    claims = told.with_words(match_claims.join(numbers, on="article_id").join(matches.select("row", "node"), on="row"))
    tallies = counted.limits(statistics.join(numbers, on="article_id"), claims, first_day)
    counted_from = other_match.pairs(claims)
    nodes = pl.concat(
        [
            stories.select(NODES.keys()),
            _matches(matches, claims),
            pl.DataFrame(schema=NODES).clear(tallies.days),
        ]
    )
    limits = _all([told.limits(claims), other_match.limits(counted_from), _legs(legs, matches), tallies.limits])
    stated = narrowed(nodes, limits)
    soft = _all([limits, story_order.limits(_placed(stories, stated))])
    ordered = narrowed(stated, soft) if soft.height > limits.height else stated
    dated = _dated(matches, first_match, stated, ordered)
    return Dated(
        dated,
        _written(stories, stated, ordered),
        tallies.numbered.drop("node"),
        _links(dated, claims, counted_from),
        weekday_fits.disputes(rows, claims),
    )


def _links(rows: pl.DataFrame, claims: pl.DataFrame, counted_from: pl.DataFrame) -> pl.DataFrame:
    """The claims with words for the day of each match whose one day no article states."""
    found = rows.filter((pl.col("date_basis") != "stated") & pl.col("match_date").is_not_null()).select("row")
    spoken = [
        claims.filter(pl.col("date_text").is_not_null()).select("row", "claim_id"),
        counted_from.select("claim_id", row="other_row").select("row", "claim_id"),
    ]
    return found.join(pl.concat(spoken), on="row").unique().with_columns(field=pl.lit("match_date"))


def _all(limits: list[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat([part.select(LIMITS.keys()).cast(pl.Schema(LIMITS)) for part in limits])


def _stories(articles: pl.DataFrame) -> pl.DataFrame:
    """Stories by id, with a day where a dateline stands."""
    day = pl.when(pl.col("published_status").is_in(_DATED)).then(pl.col("published").cast(pl.Date).cast(pl.Int32))
    return (
        articles.unique("article_id")
        .sort("article_id")
        .select("article_id", "document", "article", lo=day, hi=day, weekday=pl.lit(None, pl.Int8))
        .with_row_index("node")
    )


def _matches(matches: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """What a row's own date, season, and named parts of dates leave, in the order of the nodes."""
    day = pl.col("match_date").cast(pl.Date).cast(pl.Int32)
    spans = told.spans(claims, matches.select("row", "season"))
    known = (
        matches.join(told.weekdays(claims), on="row", how="left", maintain_order="left")
        .join(spans, on="row", how="left", maintain_order="left")
        .with_columns(season_from=_season_from(), season_to=_season_to())
    )
    within = pl.max_horizontal("lo", "season_from") <= pl.min_horizontal("hi", "season_to")
    named = known.with_columns(
        lo=pl.when(within.fill_null(True)).then(pl.max_horizontal("lo", "season_from")).otherwise("season_from"),
        hi=pl.when(within.fill_null(True)).then(pl.min_horizontal("hi", "season_to")).otherwise("season_to"),
    )
    stated = pl.col("match_date").is_not_null()
    return named.select(
        lo=pl.when(stated).then(day).otherwise("lo"),
        hi=pl.when(stated).then(day).otherwise("hi"),
        weekday=pl.when(~stated).then("weekday"),
    ).cast(pl.Schema(NODES))


def _season_from() -> pl.Expr:
    """A season named by one year begins with it, unless it is one of qualifying."""
    year = pl.col("season").str.extract(r"^(\d{4})$").cast(pl.Int32)
    qualifying = pl.col("competition").str.contains("(?i)qualif").fill_null(False)
    return pl.when(year.is_not_null() & ~qualifying).then(pl.date(year, 1, 1).cast(pl.Int32)).otherwise(season_start())


def _season_to() -> pl.Expr:
    """A tournament named by one year may have been put off to the next."""
    year = pl.col("season").str.extract(r"^(\d{4})$").cast(pl.Int32)
    return pl.when(year.is_not_null()).then(pl.date(year + 1, 12, 31).cast(pl.Int32)).otherwise(season_end())


def _legs(legs: list[tuple[int, int]], matches: pl.DataFrame) -> pl.DataFrame:
    pairs = pl.DataFrame(legs, schema={"first": pl.Int64, "second": pl.Int64}, orient="row")
    nodes = matches.select("row", "node")
    placed = pairs.join(nodes.rename({"row": "first", "node": "x"}), on="first").join(
        nodes.rename({"row": "second", "node": "y"}), on="second"
    )
    return placed.select("x", "y", lo=pl.lit(_LEGS_APART[0]), hi=pl.lit(_LEGS_APART[1]), unit=pl.lit("day"))


def _placed(stories: pl.DataFrame, days: pl.DataFrame) -> pl.DataFrame:
    return stories.drop("lo", "hi", "weekday").hstack(days.slice(0, stories.height).select("lo", "hi"))


def _dated(matches: pl.DataFrame, first: int, stated: pl.DataFrame, ordered: pl.DataFrame) -> pl.DataFrame:
    n = matches.height
    hard, soft = (days.slice(first, n) for days in (stated, ordered))
    is_soft = hard["lo"].ne_missing(soft["lo"]) | hard["hi"].ne_missing(soft["hi"])
    days = soft.select(date_from=pl.col("lo").cast(pl.Date), date_to=pl.col("hi").cast(pl.Date))
    found = matches.drop("node", "date_from", "date_to").hstack(days).with_columns(is_soft=is_soft)
    one_day = pl.col("date_from") == pl.col("date_to")
    known = pl.any_horizontal(pl.col("date_from", "date_to").is_not_null())
    basis = (
        pl.when(pl.col("match_date").is_not_null())
        .then(pl.lit("stated"))
        .when("is_soft")
        .then(pl.lit("story order"))
        .when(known)
        .then(pl.lit("inferred"))
    )
    return (
        found.with_columns(date_basis=basis)
        .with_columns(match_date=pl.coalesce(pl.col("match_date").cast(pl.Date), pl.when(one_day).then("date_from")))
        .drop("is_soft")
    )


def _written(stories: pl.DataFrame, stated: pl.DataFrame, ordered: pl.DataFrame) -> pl.DataFrame:
    hard, soft = (_placed(stories, days) for days in (stated, ordered))
    is_soft = hard["lo"].ne_missing(soft["lo"]) | hard["hi"].ne_missing(soft["hi"])
    basis = (
        pl.when(stories["lo"].is_not_null())
        .then(pl.lit("dateline"))
        .when(is_soft)
        .then(pl.lit("story order"))
        .when(pl.any_horizontal(pl.col("lo", "hi").is_not_null()))
        .then(pl.lit("inferred"))
    )
    return soft.select(
        "article_id",
        first_day="lo",
        last_day="hi",
        written_from=pl.col("lo").cast(pl.Date),
        written_to=pl.col("hi").cast(pl.Date),
        basis=basis,
    )
