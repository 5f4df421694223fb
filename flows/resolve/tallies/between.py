"""Two tallies of a side and the matches between them: do they agree, or which goals has nobody told?

In: measures with their claims, the stories' days, match claims and results by side. Out: steps, one for each two
tallies that follow each other. A match lies between them if it is certain to come after a story of the first tally
(told there as still to come, or dated later) and before one of the second (told there as played, or dated earlier).
Where all matches of a step are known, what they add must be the difference; where some are not, the rest is theirs.
"""

from __future__ import annotations

import polars as pl

from flows.resolve.tallies.sequence import COUNT, tallies

STEP = ["row", "other"]
_ADDED = ("goals_scored", "goals_conceded", "points", "wins", "draws", "losses", "clean_sheets")


def steps(
    measures: pl.DataFrame, told: pl.DataFrame, results: pl.DataFrame, reports: pl.DataFrame, numbered: pl.DataFrame
) -> pl.DataFrame:
    """`told`: row, article_id, first_day, last_day of each measure's stories; `reports`: article_id, match, played;
    `numbered`: match, subject_key, competition_key, season, matches, where a match is known to be a side's Nth.

    Columns row (the later tally), other, played, grown, n_told, n_scored, told, left, open_match, match_rows.
    """
    pairs = _pairs(measures)
    between = _between(pairs, told, results, reports, numbered)
    added = pl.coalesce(*(pl.when(pl.col("metric") == name).then(pl.col(name)) for name in _ADDED))
    summed = (
        between.with_columns(added=added)
        .group_by(STEP)
        .agg(
            n_told=pl.len().cast(pl.Int32),
            n_scored=pl.col("added").is_not_null().sum().cast(pl.Int32),
            told=pl.col("added").sum().cast(pl.Int32),
            open_match=pl.col("match").filter(pl.col("added").is_null()).min(),
            match_rows=pl.col("match").sort(),
        )
    )
    found = pairs.join(summed, on=STEP, how="left").with_columns(pl.col("n_told", "n_scored", "told").fill_null(0))
    return found.with_columns(left=pl.col("grown") - pl.col("told"), verdict=_verdict()).sort(STEP)


def _verdict() -> pl.Expr:
    """agrees, disagrees, or missing where some matches are not told; what is left cannot be less than nothing."""
    left = pl.col("grown") - pl.col("told")
    complete = pl.col("n_scored") == pl.col("played")
    return (
        pl.when((left < 0) | (pl.col("n_scored") > pl.col("played")) | (complete & (left != 0)))
        .then(pl.lit("disagrees"))
        .when(complete)
        .then(pl.lit("agrees"))
        .otherwise(pl.lit("missing"))
    )


def _pairs(measures: pl.DataFrame) -> pl.DataFrame:
    told = tallies(measures).unique([*COUNT, "matches"], keep="none", maintain_order=True)
    follows = told.with_columns(pl.col("row", "matches", "value").shift(1).over(COUNT).name.suffix("_before"))
    return (
        follows.drop_nulls("row_before")
        .filter(pl.col("value") >= pl.col("value_before"))
        .select(
            "row",
            *COUNT,
            other="row_before",
            from_matches="matches_before",
            to_matches="matches",
            played=(pl.col("matches") - pl.col("matches_before")).cast(pl.Int32),
            grown=(pl.col("value") - pl.col("value_before")).cast(pl.Int32),
        )
    )


def _between(
    pairs: pl.DataFrame, told: pl.DataFrame, results: pl.DataFrame, reports: pl.DataFrame, numbered: pl.DataFrame
) -> pl.DataFrame:
    """The matches of each step, with what they add to their side.

    A match is certain to come after so many matches of its side and no later than after so many: of a step are those
    whose two numbers lie within it.
    """
    tallied = pairs.select(*COUNT).unique().join(results.rename(_AS_COUNTED), on=COUNT_OF_SIDE)
    stories = _stories(pairs, told)
    bounds = [*_by_report(stories, reports), *_by_day(tallied, stories), _by_number(tallied, numbered)]
    nearest = pl.concat(bounds).group_by(*COUNT, "match").agg(pl.col("after").max(), pl.col("until").min())
    certain = nearest.drop_nulls(["after", "until"]).filter(pl.col("after") < pl.col("until"))
    placed = certain.sort("until").join_asof(
        pairs.select(*COUNT, *STEP, "from_matches", "to_matches").sort("to_matches"),
        left_on="until",
        right_on="to_matches",
        by=COUNT,
        strategy="forward",
        check_sortedness=False,
    )
    inside = placed.filter(pl.col("from_matches") <= pl.col("after")).select(*STEP, "metric", *COUNT_OF_SIDE, "match")
    return inside.join(results.rename(_AS_COUNTED), on=[*COUNT_OF_SIDE, "match"])


COUNT_OF_SIDE = ["subject_key", "competition_key", "season"]
_AS_COUNTED = {"row": "match", "side": "subject_key"}
_BOUND = [*COUNT, "match", "after", "until"]
_NOTHING = pl.lit(None, pl.Int32)


def _stories(pairs: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Each story of a tally that is part of a step: its article, its days, and through how many matches it counts."""
    ends = [
        pairs.select(*COUNT, row=row, matches=matches)
        for row, matches in (("row", "to_matches"), ("other", "from_matches"))
    ]
    return pl.concat(ends).unique().join(told, on="row").with_columns(pl.col("matches").cast(pl.Int32))


def _by_report(stories: pl.DataFrame, reports: pl.DataFrame) -> list[pl.DataFrame]:
    """What a story of a tally tells as still to come is after it, what it tells as played is not."""
    told = stories.join(reports.unique(), on="article_id")
    ahead, behind = told.filter(~pl.col("played")), told.filter(pl.col("played"))
    return [
        ahead.with_columns(after="matches", until=_NOTHING).select(_BOUND),
        behind.with_columns(after=_NOTHING, until="matches").select(_BOUND),
    ]


def _by_day(tallied: pl.DataFrame, stories: pl.DataFrame) -> list[pl.DataFrame]:
    """A match later than every day on which a story can have been written is after its tally, and the reverse."""
    past, come = (
        stories.drop_nulls(name).group_by(*COUNT, name).agg(pl.col("matches").max(), least=pl.col("matches").min())
        for name in ("last_day", "first_day")
    )
    past = past.sort("last_day").with_columns(after=pl.col("matches").cum_max().over(COUNT))
    come = come.sort("first_day", descending=True).with_columns(until=pl.col("least").cum_min().over(COUNT))
    after = (
        tallied.drop_nulls("lo")
        .sort("lo")
        .join_asof(
            past.select(*COUNT, "last_day", "after"),
            left_on="lo",
            right_on="last_day",
            by=COUNT,
            allow_exact_matches=False,
            check_sortedness=False,
        )
    )
    until = (
        tallied.drop_nulls("hi")
        .sort("hi")
        .join_asof(
            come.sort("first_day").select(*COUNT, "first_day", "until"),
            left_on="hi",
            right_on="first_day",
            by=COUNT,
            strategy="forward",
            allow_exact_matches=False,
            check_sortedness=False,
        )
    )
    return [after.with_columns(until=_NOTHING).select(_BOUND), until.with_columns(after=_NOTHING).select(_BOUND)]


def _by_number(tallied: pl.DataFrame, numbered: pl.DataFrame) -> pl.DataFrame:
    """A match known to be its side's Nth comes after N - 1."""
    one = numbered.unique(["match", *COUNT_OF_SIDE], keep="none")
    found = tallied.join(one, on=["match", *COUNT_OF_SIDE])
    return found.select(
        *COUNT, "match", after=pl.col("matches").cast(pl.Int32) - 1, until=pl.col("matches").cast(pl.Int32)
    )
