"""A run of matches fits the results that other stories tell of its time.

In: measures with the days of their stories, results by side, match claims by story. Out: for each run and each known
result that must lie within it, whether it fits. A side plays at most every other day, so a run of ten told on a day
reaches back eighteen days at least; results of the run's own story are left out: they may be what ended it.
"""

from __future__ import annotations

import polars as pl

_DAYS_BETWEEN_MATCHES = 2
_LONGEST = 200
_BROKEN_BY = {
    "unbeaten_run": pl.col("losses") == 1,
    "win_run": pl.col("wins") == 0,
    "loss_run": pl.col("losses") == 0,
    "winless_run": pl.col("wins") == 1,
}


def fits(measures: pl.DataFrame, told: pl.DataFrame, results: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """Columns row, match, is_fit, metric; `told`: row, article_id, first_day, last_day."""
    runs = measures.filter(pl.col("metric").is_in(list(_BROKEN_BY)) & (pl.col("qualifier") == "exact")).drop_nulls(
        ["competition_key", "season"]
    )
    runs = runs.filter(pl.col("value").is_between(1, _LONGEST))
    spoken = runs.join(told.drop_nulls(["first_day", "last_day"]), on="row").with_columns(
        since=pl.col("last_day") - _DAYS_BETWEEN_MATCHES * (pl.col("value").cast(pl.Int32) - 1)
    )
    known = results.drop_nulls(["lo", "hi", "goals_scored", "goals_conceded"]).rename({"row": "match"})
    near = spoken.rename({"subject_key": "side"}).join(known, on=["side", "competition_key", "season"])
    within = near.filter((pl.col("lo") > pl.col("since")) & (pl.col("hi") < pl.col("first_day")))
    others = within.join(reports.select("article_id", "match").unique(), on=["article_id", "match"], how="anti")
    broken = pl.coalesce(*(pl.when(pl.col("metric") == name).then(test) for name, test in _BROKEN_BY.items()))
    return others.select("row", "match", "metric", is_fit=~broken).unique().sort("row", "match")
