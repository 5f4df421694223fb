"""Tallies, tables, runs and ages against each other and against the results: what does not fit, what bears what out.

In: measures with their claims, stories with their days, match rows and match claims. Out: disputes, the steps between
tallies, how many other facts bear out each measure and each match, and the goals of a side that follow from two tallies
where one match of the step has none.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from flows.resolve.dating import Dated
from flows.resolve.measure_rows import Measured
from flows.resolve.tallies import between, birthdays, misfits, results, sequence, streaks, table_day
from flows.resolve.worded import worded

_BORNE = {"row": pl.Int64, "by": pl.String}


class Held(NamedTuple):
    """`disputes` at rows of measures; `steps` as in between.py; `measures`, `matches`: row, by (a fact that bears the
    row out); `inferred`: match, side, goals, row, other (the two tallies)."""

    disputes: pl.DataFrame
    steps: pl.DataFrame
    measures: pl.DataFrame
    matches: pl.DataFrame
    inferred: pl.DataFrame


def hold(measured: Measured, dated: Dated, match_claims: pl.DataFrame) -> Held:
    """`match_claims` with the row of their match."""
    stories, match_rows = dated.stories, dated.rows
    told = measured.links.join(stories.select("article_id", "first_day", "last_day"), on="article_id")
    days = told.select("row", "article_id", "first_day", "last_day").unique()
    reports = match_claims.select("article_id", match="row", played=pl.col("status") == "played")
    by_side = results.by_side(match_rows)
    steps = between.steps(measured.rows, days, by_side, reports, dated.numbered)
    runs = streaks.fits(measured.rows, days, by_side, reports)
    pairs = pl.concat([table_day.fits(measured.rows, days), birthdays.fits(measured.rows, days)])
    facts = misfits.said(measured.rows, measured.links.select("row", "claim_id"), match_rows, _scoring(match_claims))
    wrong = pl.concat([_of_pairs(pairs), _of_sequence(measured.rows), _of_steps(steps), _of_runs(runs)])
    return Held(
        misfits.disputes(wrong, facts),
        steps,
        _measures_borne_out(pairs, steps, runs),
        _matches_borne_out(steps, runs),
        _inferred(steps),
    )


def _scoring(match_claims: pl.DataFrame) -> pl.DataFrame:
    scored = pl.col("score_a").is_not_null() | pl.col("score_b").is_not_null()
    return match_claims.filter(scored).select("row", "claim_id")


def _lines(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(misfits.PAIRS.keys()).cast(pl.Schema(misfits.PAIRS))


def _of_pairs(pairs: pl.DataFrame) -> pl.DataFrame:
    return _lines(pairs.filter(~pl.col("is_fit")).with_columns(fact=misfits.measure(pl.col("other"))))


def _of_sequence(measures: pl.DataFrame) -> pl.DataFrame:
    return _lines(sequence.misfits(measures).with_columns(fact=misfits.measure(pl.col("other"))))


def _of_steps(steps: pl.DataFrame) -> pl.DataFrame:
    why = worded(
        "{} more in {} matches, and the {} told between them add {}; all stand as told",
        "grown",
        "played",
        "n_scored",
        "told",
    )
    wrong = steps.filter(pl.col("verdict") == "disagrees").with_columns(what=pl.lit("tallies and results"), why=why)
    tallies = wrong.with_columns(fact=misfits.measure(pl.col("other")))
    matches = wrong.explode("match_rows").with_columns(fact=misfits.match(pl.col("match_rows")))
    return pl.concat([_lines(tallies), _lines(matches)])


def _of_runs(runs: pl.DataFrame) -> pl.DataFrame:
    why = worded(
        "a result within its time breaks the {}; both stand as told", pl.col("metric").str.replace_all("_", " ")
    )
    wrong = runs.filter(~pl.col("is_fit"))
    return _lines(wrong.with_columns(what=pl.lit("run and result"), why=why, fact=misfits.match(pl.col("match"))))


def _measures_borne_out(pairs: pl.DataFrame, steps: pl.DataFrame, runs: pl.DataFrame) -> pl.DataFrame:
    fit = pairs.filter("is_fit")
    agreed = steps.filter((pl.col("verdict") == "agrees") & (pl.col("n_scored") > 0))
    borne = [
        *(frame.select("row", by=misfits.measure(pl.col("other"))) for frame in (fit, agreed)),
        *(frame.select(row="other", by=misfits.measure(pl.col("row"))) for frame in (fit, agreed)),
        runs.filter("is_fit").select("row", by=misfits.match(pl.col("match"))),
    ]
    return pl.concat([frame.cast(pl.Schema(_BORNE)) for frame in borne]).unique()


def _matches_borne_out(steps: pl.DataFrame, runs: pl.DataFrame) -> pl.DataFrame:
    agreed = steps.filter(pl.col("verdict") == "agrees").explode("match_rows").drop_nulls("match_rows")
    borne = [
        agreed.select(row="match_rows", by=misfits.measure(pl.col("row"))),
        runs.filter("is_fit").select(row="match", by=misfits.measure(pl.col("row"))),
    ]
    return pl.concat([frame.cast(pl.Schema(_BORNE)) for frame in borne]).unique()


def _inferred(steps: pl.DataFrame) -> pl.DataFrame:
    """Where all matches of a step are told and one has no goals for the side, they are what is left."""
    one_open = (pl.col("n_told") == pl.col("played")) & (pl.col("n_scored") == pl.col("played") - 1)
    found = steps.filter(one_open & (pl.col("metric") == "goals_scored") & (pl.col("verdict") == "missing"))
    return found.select("row", "other", match="open_match", side="subject_key", goals="left")
