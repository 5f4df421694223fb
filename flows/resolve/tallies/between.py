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
    """The matches of each step, with what they add to their side."""
    keys = ["side", "competition_key", "season"]
    near = pairs.rename({"subject_key": "side"}).join(results.rename({"row": "match"}), on=keys)
    after = _told_side(near, told, reports, "other", played=False, is_beyond=pl.col("lo") > pl.col("last_day"))
    before = _told_side(near, told, reports, "row", played=True, is_beyond=pl.col("hi") < pl.col("first_day"))
    step = [*STEP, "match"]
    number = numbered.rename({"subject_key": "side", "matches": "nth"}).unique(["match", *keys], keep="none")
    counted = near.join(number, on=["match", *keys], how="left").with_columns(
        is_after=pl.col("nth") > pl.col("from_matches"), is_before=pl.col("nth") <= pl.col("to_matches")
    )
    placed = counted.join(after.with_columns(told_after=True), on=step, how="left").join(
        before.with_columns(told_before=True), on=step, how="left"
    )
    return placed.filter(
        pl.coalesce("is_after", "told_after", pl.lit(False)) & pl.coalesce("is_before", "told_before", pl.lit(False))
    )


def _told_side(
    near: pl.DataFrame, told: pl.DataFrame, reports: pl.DataFrame, tally: str, played: bool, is_beyond: pl.Expr
) -> pl.DataFrame:
    """The steps' matches that lie certainly on one side of a story of the tally."""
    step = [*STEP, "match"]
    placed = near.select(*step, "lo", "hi").join(told.rename({"row": "tally"}), left_on=tally, right_on="tally")
    reported = reports.filter(pl.col("played") == played).select("article_id", "match").unique()
    by_report = placed.join(reported, on=["article_id", "match"], how="semi")
    return pl.concat([by_report.select(step), placed.filter(is_beyond).select(step)]).unique()
