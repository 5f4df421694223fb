""" "A day before the Reds' win in Paris": a match dated by another match of the same story.

In: match claims with their words read (`from_other`: days from the other match to this one); out: limits between two
matches. The other match is the one told nearest before, or, where words after "before" or "after" name a side, the one
of which they name most.
"""

from __future__ import annotations

import re
from functools import cache

import polars as pl

from flows.resolve import names
from flows.vocabulary import clubs

_OBJECT = re.compile(r"\b(?:before|after)\b(.+)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(\w)['’]s?\b")


def limits(pairs: pl.DataFrame) -> pl.DataFrame:
    """Columns x, y (nodes of matches), lo, hi, unit."""
    return pairs.select(x="other", y="node", lo="from_other", hi="from_other", unit=pl.lit("day"))


def pairs(told: pl.DataFrame) -> pl.DataFrame:
    """Columns claim_id, row, node (the match counted), other_row, other (the match counted from), from_other."""
    counted = told.filter(pl.col("from_other").is_not_null()).select(
        "claim_id", "article_id", "node", "row", "from_other", "date_text", at="char_start"
    )
    others = told.filter(pl.col("played")).select(
        "article_id",
        "side_a",
        "side_b",
        other="node",
        other_row="row",
        other_at="char_start",
        is_scored=pl.col("score_a").is_not_null() & pl.col("score_b").is_not_null(),
    )
    both = counted.join(others, on="article_id").filter(pl.col("row") != pl.col("other_row"))
    named = [_sides_named(*line) for line in both.select("date_text", "side_a", "side_b").iter_rows()]
    fitting = both.with_columns(named=pl.Series(named, dtype=pl.Int8)).filter(
        (pl.col("named") > 0) | (pl.col("named").is_null() & (pl.col("other_at") < pl.col("at")))
    )
    return (
        fitting.with_columns(distance=(pl.col("other_at") - pl.col("at")).abs())
        .sort("claim_id", "named", "is_scored", "distance", "other_row", descending=[False, True, True, False, False])
        .unique("claim_id", keep="first", maintain_order=True)
        .select("claim_id", "row", "node", "other_row", "other", "from_other")
    )


def _sides_named(text: str, one: str, two: str) -> int | None:
    """How many sides of a match the words name, by name or by where they are at home; None where no words follow."""
    found = _OBJECT.search(text)
    if found is None:
        return None
    words = " " + names.fold(_POSSESSIVE.sub(r"\1", found.group(1))) + " "
    by_name, by_place = (
        [any(f" {form} " in words for form in forms.get(side, {side, *side.split()})) for side in (one, two)]
        for forms in (_forms(), _places())
    )
    return 2 * sum(by_name) + sum(by_place) if any(by_name) else 0


@cache
def _forms() -> dict[str, set[str]]:
    """Folded names of every known side by its key."""
    return {names.club(c.name): {names.fold(form) for form in (c.name, *c.short_names, *c.nicknames)} for c in clubs()}


@cache
def _places() -> dict[str, set[str]]:
    """Folded city and region of every known side by its key."""
    return {
        names.club(c.name): {names.fold(place) for place in (c.city, c.region, c.country) if place} for c in clubs()
    }
