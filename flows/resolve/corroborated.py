"""What other facts bear a row out, and how far that raises the trust in it.

In: the work of a run; out: by row of matches, ties and measures the number of other facts that fit with it: the
aggregate of its tie, the goals told of it, tallies, runs, tables, ages. Each halves what doubt is left; that several
articles say the same is counted elsewhere (`n_articles`) and no corroboration here.
"""

from __future__ import annotations

import polars as pl

from flows.resolve.ties import verdict
from flows.resolve.work import Work

_MOST = 0.999


def matches(work: Work) -> pl.DataFrame:
    """Columns row, n_corroborating."""
    legs = [
        (leg.row, f"tie {at}")
        for at, tie in enumerate(work.settled.ties)
        for leg in (tie.first, tie.second)
        if leg is not None and verdict(tie) == "agrees"
    ]
    by_tie = pl.DataFrame(legs, schema={"row": pl.Int64, "by": pl.String}, orient="row")
    return _counted(pl.concat([by_tie, _by_goals(work), work.held.matches]))


def ties(work: Work) -> pl.DataFrame:
    """Columns row (place in the ties), n_corroborating: both legs of a tie whose aggregate agrees with them."""
    agreed = [(at, 2) for at, tie in enumerate(work.settled.ties) if verdict(tie) == "agrees"]
    return pl.DataFrame(agreed, schema={"row": pl.Int64, "n_corroborating": pl.Int32}, orient="row")


def measures(work: Work) -> pl.DataFrame:
    """Columns row, n_corroborating."""
    return _counted(work.held.measures)


def with_trust(rows: pl.DataFrame, counts: pl.DataFrame) -> pl.DataFrame:
    """The rows with `n_corroborating`, and their confidence raised by it."""
    told = rows.join(counts, on="row", how="left", maintain_order="left").with_columns(
        pl.col("n_corroborating").fill_null(0)
    )
    doubt = (1 - pl.col("confidence")) * pl.lit(0.5).pow(pl.col("n_corroborating"))
    return told.with_columns(confidence=(1 - doubt).clip(0.0, _MOST).round(4))


def _by_goals(work: Work) -> pl.DataFrame:
    """Sides all of whose goals are told."""
    told = (
        work.goals.rows.drop_nulls(["match_row", "team_key"]).group_by("match_row", "team_key").agg(pl.col("n").sum())
    )
    sides = [
        work.match_rows.select(match_row="row", team_key=f"side_{at}", n=f"score_{at}").filter(pl.col("n") > 0)
        for at in (1, 2)
    ]
    full = pl.concat(sides).join(told, on=["match_row", "team_key", "n"])
    return full.select(row="match_row", by=pl.lit("goals of ") + pl.col("team_key"))


def _counted(borne: pl.DataFrame) -> pl.DataFrame:
    return borne.unique().group_by("row").agg(n_corroborating=pl.len().cast(pl.Int32))
