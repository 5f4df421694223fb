"""Places, points and gaps that one story gives of one table must fit together.

In: measures with the stories that tell them; out: pairs of rows that do not fit, with what and why, and the rows that
fit. A gap is the difference of two points, the reverse of the gap the other way round, and never against the places.
"""

from __future__ import annotations

import polars as pl

from flows.resolve.worded import worded

_TABLE = ["article_id", "competition_key", "season"]
_METRICS = ("points_gap", "points", "league_position")


def fits(measures: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Columns row, other, is_fit, what, why; `told`: row, article_id."""
    exact = measures.drop("other").filter(pl.col("metric").is_in(_METRICS) & (pl.col("qualifier") == "exact"))
    stated = exact.join(told.select("row", "article_id").unique(), on="row")
    gaps = stated.filter((pl.col("metric") == "points_gap") & pl.col("other_key").is_not_null())
    points, places = (stated.filter(pl.col("metric") == name) for name in ("points", "league_position"))
    return pl.concat([_gap_and(points, gaps, "points"), _gap_and(places, gaps, "places"), _turned(gaps)])


def _gap_and(table: pl.DataFrame, gaps: pl.DataFrame, what: str) -> pl.DataFrame:
    """Gaps against the points or places of both sides."""
    sides = table.select(*_TABLE, "subject_key", "value", "row").unique([*_TABLE, "subject_key"], keep="none")
    both = gaps.join(sides.rename({"value": "mine", "row": "mine_row"}), on=[*_TABLE, "subject_key"], nulls_equal=True)
    both = both.join(
        sides.rename({"subject_key": "other_key", "value": "theirs", "row": "theirs_row"}),
        on=[*_TABLE, "other_key"],
        nulls_equal=True,
    )
    ahead = pl.col("mine") - pl.col("theirs")
    fit = ahead == pl.col("value") if what == "points" else (ahead * pl.col("value") < 0) | (pl.col("value") == 0)
    template = f"a gap of {{}} does not go with {what} {{}} and {{}}; all stand as told"
    why = worded(template, *_numbers("value", "mine", "theirs"))
    judged = both.with_columns(is_fit=fit, what=pl.lit(f"gap and {what}"), why=why)
    return pl.concat(
        [
            judged.select("row", pl.col(side).alias("other"), "is_fit", "what", "why")
            for side in ("mine_row", "theirs_row")
        ]
    )


def _turned(gaps: pl.DataFrame) -> pl.DataFrame:
    """The gap of one side to another against that of the other to the first."""
    back = gaps.select(*_TABLE, subject_key="other_key", other_key="subject_key", theirs="value", other="row")
    both = gaps.join(back, on=[*_TABLE, "subject_key", "other_key"], nulls_equal=True).filter(
        pl.col("row") < pl.col("other")
    )
    why = worded("a gap of {} one way is {} the other; both stand as told", *_numbers("value", "theirs"))
    return both.select(
        "row", "other", is_fit=pl.col("value") == -pl.col("theirs"), what=pl.lit("gap both ways"), why=why
    )


def _numbers(*names: str) -> list[pl.Expr]:
    return [pl.col(name).cast(pl.Int64) for name in names]
