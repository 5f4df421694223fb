"""A sentence from a template and columns: what `pl.format` does, which panics on frames of several chunks."""

from __future__ import annotations

from functools import reduce

import polars as pl


def worded(template: str, *columns: str | pl.Expr) -> pl.Expr:
    """The template with each {} replaced by a column's value; NULL where one of them is."""
    parts = template.split("{}")
    said = [pl.lit(parts[0])]
    for column, text in zip(columns, parts[1:], strict=True):
        said += [(pl.col(column) if isinstance(column, str) else column).cast(pl.String), pl.lit(text)]
    return reduce(lambda one, other: one + other, said)
