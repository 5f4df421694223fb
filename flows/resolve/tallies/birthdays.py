"""The ages that stories give of one person fit one birthday.

In: measures with the days of their stories; out: pairs of ages that no birthday fits, and the ages that another, told
on other days, bears out. Someone of 32 on a day was born 32 to 33 years before; two days of slack are left.
"""

from __future__ import annotations

import polars as pl

from flows.resolve.dating.counted import AGES, LIKELY_AGES
from flows.resolve.worded import worded

_YEAR, _SLACK = 365.2425, 2


def fits(measures: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Columns row, other, is_fit, what, why; each person's ages against the two that leave least room."""
    ages = measures.filter(pl.col("metric").is_in(AGES) & (pl.col("qualifier") == "exact"))
    ages = ages.filter(pl.col("value").is_between(*LIKELY_AGES))
    dated = ages.join(told.drop_nulls(["first_day", "last_day"]), on="row").with_columns(
        born_from=pl.col("first_day") - ((pl.col("value") + 1) * _YEAR).ceil().cast(pl.Int32) - _SLACK,
        born_to=pl.col("last_day") - (pl.col("value") * _YEAR).floor().cast(pl.Int32) + _SLACK,
    )
    person = dated.select("subject_key", "row", "value", "born_from", "born_to")
    latest = person.sort("born_from", "row", descending=[True, False]).unique("subject_key", maintain_order=True)
    earliest = person.sort("born_to", "row").unique("subject_key", maintain_order=True)
    against = [
        person.join(bound.rename(_named("_other")), on="subject_key").filter(pl.col("row") != pl.col("row_other"))
        for bound in (latest, earliest)
    ]
    pairs = pl.concat(against)
    fit = (pl.col("born_from") <= pl.col("born_to_other")) & (pl.col("born_from_other") <= pl.col("born_to"))
    why = worded(
        "no birthday fits {} and {} on the days on which they were told; both stand",
        pl.col("value").cast(pl.Int64),
        pl.col("value_other").cast(pl.Int64),
    )
    judged = pairs.select(
        row=pl.min_horizontal("row", "row_other"),
        other=pl.max_horizontal("row", "row_other"),
        is_fit=fit,
        what=pl.lit("ages"),
        why=why,
    )
    return judged.unique(["row", "other"], keep="first", maintain_order=True)


def _named(suffix: str) -> dict[str, str]:
    return {name: name + suffix for name in ("row", "value", "born_from", "born_to")}
