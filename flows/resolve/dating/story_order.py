"""Do the stories of a file stand in the order in which they were written? Soft evidence, and recorded as such.

In: stories with file, place in it and the interval of their day; out: limits between neighbours of the files in which
every story that is dated otherwise stands in one order, newest or oldest first, and at least two pairs show it.
"""

from __future__ import annotations

import polars as pl

_PAIRS_THAT_SHOW_IT = 2
_STORIES_OF_A_FILE = 4


def limits(stories: pl.DataFrame) -> pl.DataFrame:
    """`stories`: node, document, article, lo, hi; columns x, y, lo, hi, unit. A day's slack is left."""
    files = stories.filter(pl.len().over("document") >= _STORIES_OF_A_FILE).sort("document", "article", "node")
    before = files.with_columns(
        max_lo=pl.col("lo").cum_max().forward_fill().shift(1).over("document"),
        min_hi=pl.col("hi").cum_min().forward_fill().shift(1).over("document"),
    )
    shown = before.group_by("document").agg(
        older_after=(pl.col("hi") <= pl.col("max_lo")).sum(),
        newer_after=(pl.col("lo") >= pl.col("min_hi")).sum(),
        is_not_falling=(pl.col("lo") > pl.col("min_hi")).any(),
        is_not_rising=(pl.col("hi") < pl.col("max_lo")).any(),
    )
    falls = (pl.col("older_after") >= _PAIRS_THAT_SHOW_IT) & ~pl.col("is_not_falling") & pl.col("is_not_rising")
    rises = (pl.col("newer_after") >= _PAIRS_THAT_SHOW_IT) & ~pl.col("is_not_rising") & pl.col("is_not_falling")
    sure = shown.select("document", falls=falls, rises=rises).filter(pl.col("falls") | pl.col("rises"))
    pairs = (
        files.join(sure, on="document", maintain_order="left")
        .with_columns(following=pl.col("node").shift(-1).over("document"))
        .drop_nulls("following")
    )
    return pairs.select(
        x=pl.when("falls").then("following").otherwise("node"),
        y=pl.when("falls").then("node").otherwise("following"),
        lo=pl.lit(-1, pl.Int32),
        hi=pl.lit(None, pl.Int32),
        unit=pl.lit("day"),
    )
