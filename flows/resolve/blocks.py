"""Which claims can be about one match at all? Pair of sides by pair of sides.

In: match or tie claims with their keys; out: the same claims, each with the `row` of its match or tie (numbers from 0)
and `content`, what it says in one line. Claims that say the very same are one profile from the start, if what they say
is enough to be one match; else each article's stand alone until they are joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from flows.resolve.clusters import joined
from flows.resolve.evidence import evidence, needed
from flows.resolve.profiles import Profile
from flows.resolve.told import PAIR
from flows.resolve.worded import worded

_FIXED = ["score_a", "score_b", "home_side", "competition_key", "season", "round_key", "leg", "day"]
_HINTS = ["first_day", "last_day", "weekday", "venue_key", "shootout_text"]
_CONTENT = [*PAIR, "status", *_FIXED, *_HINTS]


def cluster(told: pl.DataFrame, is_tie: bool = False) -> pl.DataFrame:
    """The claims with `row` and `content`."""
    claims = told.with_columns(_missing(told)).with_columns(content=_content()).sort("claim_id").with_row_index("at")
    groups = (
        claims.group_by(*_CONTENT, "content", maintain_order=True)
        .agg(claims=pl.col("at"), articles=pl.col("article_id"), documents=pl.col("document"))
        .sort(*PAIR, "content")
    )
    rows = [0] * told.height
    opened = 0
    for block in _blocks(groups, is_tie):
        for match in joined(block):
            for at in match.claims:
                rows[at] = opened
            opened += 1
    return claims.drop("at").with_columns(row=pl.Series(rows, dtype=pl.Int64))


def _missing(told: pl.DataFrame) -> list[pl.Expr]:
    """What ties do not have (a home side, a leg, a day) is NULL for them."""
    shootout = worded("{}-{}", "shootout_a", "shootout_b") if "shootout_a" in told.columns else pl.lit(None, pl.String)
    absent = [name for name in ("status", *_FIXED, *_HINTS[:-1]) if name not in told.columns]
    return [shootout.alias("shootout_text"), *(pl.lit(None).alias(name) for name in absent)]


def _content() -> pl.Expr:
    return pl.concat_str([pl.col(name).cast(pl.String).fill_null("") for name in _CONTENT], separator="|")


def _blocks(groups: pl.DataFrame, is_tie: bool) -> Iterator[list[Profile]]:
    """Pair by pair, the profiles of its claims."""
    pair: tuple[str, str] | None = None
    block: list[Profile] = []
    for side_a, side_b, status, *told in groups.iter_rows():
        if (side_a, side_b) != pair and block:
            yield block
            block = []
        pair = (side_a, side_b)
        block += _profiles(is_tie, status != "scheduled", told)
    if block:
        yield block


def _profiles(is_tie: bool, played: bool, told: list[Any]) -> list[Profile]:
    """One profile for claims that say the very same, if that is enough to be one match; else one per article."""
    *says, claims, articles, documents = told
    fixed = [is_tie, played, *says]  # in the order of Profile's fields
    lone = Profile(*fixed)
    enough = evidence(lone, lone) >= needed(lone, lone)
    by_article: dict[str, list[int]] = {}
    for at, article in enumerate(articles):
        by_article.setdefault("" if enough else article, []).append(at)
    found = []
    for chosen in by_article.values():
        one = Profile(*fixed)
        one.is_vague, one.claims = not enough, [claims[at] for at in chosen]
        one.documents = {documents[at] for at in chosen}
        (one.played_in if played else one.scheduled_in).update(articles[at] for at in chosen)
        found.append(one)
    return found
