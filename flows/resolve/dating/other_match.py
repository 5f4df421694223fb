""" "A day before the Reds' win in Paris": a match dated by another match of the same story.

In: match claims with their words read (`from_other`: days from the other match to this one); out: limits between two
matches. The other match is the one told nearest before, or, where the words after "before" or "after" name a side, the
nearest that this side plays.
"""

from __future__ import annotations

import re

import polars as pl

from flows.resolve import names
from flows.vocabulary import clubs

_OBJECT = re.compile(r"\b(?:before|after)\b(.+)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(\w)['’]s?\b")


def limits(told: pl.DataFrame) -> pl.DataFrame:
    """Columns x, y (nodes of matches), lo, hi, unit."""
    counted = told.filter(pl.col("from_other").is_not_null()).select(
        "claim_id", "article_id", "node", "row", "from_other", "date_text", at="char_start"
    )
    others = told.filter(pl.col("played")).select(
        "article_id", "side_a", "side_b", other="node", other_row="row", other_at="char_start"
    )
    pairs = counted.join(others, on="article_id").filter(pl.col("row") != pl.col("other_row"))
    named = [_names(text, one, two) for text, one, two in pairs.select("date_text", "side_a", "side_b").iter_rows()]
    fitting = pairs.with_columns(named=pl.Series(named, dtype=pl.Boolean)).filter(
        pl.col("named") | (pl.col("named").is_null() & (pl.col("other_at") < pl.col("at")))
    )
    nearest = (
        fitting.with_columns(distance=(pl.col("other_at") - pl.col("at")).abs())
        .sort("claim_id", "distance", "other_row")
        .unique("claim_id", keep="first", maintain_order=True)
    )
    return nearest.select(x="other", y="node", lo="from_other", hi="from_other", unit=pl.lit("day"))


def _names(text: str, one: str, two: str) -> bool | None:
    """Whether the words name one of the sides; None where nothing follows that could name a match."""
    found = _OBJECT.search(text)
    if found is None:
        return None
    words = " " + names.fold(_POSSESSIVE.sub(r"\1", found.group(1))) + " "
    return any(f" {form} " in words for side in (one, two) for form in _forms().get(side, {side}))


_known: dict[str, set[str]] = {}


def _forms() -> dict[str, set[str]]:
    """Folded names of every known side by its key."""
    if not _known:
        for club in clubs():
            forms = (club.name, *club.short_names, *club.nicknames)
            _known.setdefault(names.club(club.name), set()).update(names.fold(form) for form in forms)
    return _known
