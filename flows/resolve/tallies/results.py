"""What each played match adds to its sides' tallies: one line a side.

In: match rows with their days; out: row, side, competition_key, season, lo, hi (days since 1970), and the side's goals,
goals conceded, points, win, draw and loss, NULL where the score is not known.
"""

from __future__ import annotations

import polars as pl

from flows.resolve import names
from flows.resolve.told import keyed


def by_side(rows: pl.DataFrame) -> pl.DataFrame:
    """Two lines a match; a match still to come has no numbers."""
    keyed_rows = rows.with_columns(competition_key=keyed(rows["competition"], names.competition))
    sides = [
        keyed_rows.select(
            "row",
            "competition_key",
            "season",
            side=f"side_{one}",
            lo=pl.col("date_from").cast(pl.Int32),
            hi=pl.col("date_to").cast(pl.Int32),
            goals_scored=f"score_{one}",
            goals_conceded=f"score_{two}",
        )
        for one, two in ((1, 2), (2, 1))
    ]
    ahead = pl.col("goals_scored") - pl.col("goals_conceded")
    return (
        pl.concat(sides)
        .with_columns(
            wins=(ahead > 0).cast(pl.Int32),
            draws=(ahead == 0).cast(pl.Int32),
            losses=(ahead < 0).cast(pl.Int32),
            clean_sheets=(pl.col("goals_conceded") == 0).cast(pl.Int32),
        )
        .with_columns(points=3 * pl.col("wins") + pl.col("draws"))
    )
