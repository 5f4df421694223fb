"""Which statistic claims give one and the same measure?

In: statistic claims and their articles' dates; out: the claims with the `row` of their measure. Claims meet that give
the same number of the same subject and metric and nowhere differ in competition, season, games or second party; an
unknown joins the one measure that it fits. What changes from week to week (a place in the table, an age) needs a
season, a number of games, a date or the same file besides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import polars as pl

from flows.resolve import names, plain_measures
from flows.resolve.told import keyed

_LASTING = frozenset(
    {"finish_position", "titles", "trophies", "record_best", "record_first", "record_other", "attendance"}
    | {"transfer_fee", "transfer_bid", "contract_years", "ban_months", "ban_matches", "fine", "donation"}
    | {"sponsorship", "salary_cut_percent", "time_at_club", "other_count"}
)
_WEEK = 8
_UNITS = {"game": "match", "matche": "match"}


@dataclass(slots=True)
class Measure:
    """What claims of one measure fix, of a given subject, metric, value, unit and qualifier."""

    competition: str | None
    season: str | None
    matches: int | None
    other: str | None
    first_day: int | None
    last_day: int | None
    claims: list[int]
    documents: set[str] = field(default_factory=set)

    def known(self) -> int:
        return sum(
            value is not None for value in (self.competition, self.season, self.matches, self.other, self.first_day)
        )

    def fixes_time(self) -> bool:
        return self.season is not None or self.matches is not None


KEY = ["subject_key", "metric", "value", "unit_key", "qualifier"]
_SCOPE = ["competition_key", "season", "matches", "other_key", "day"]


class Joined(NamedTuple):
    """`claims`: the statistic claims with keys and the `row` of their measure; `days`: row, first_day, last_day."""

    claims: pl.DataFrame
    days: pl.DataFrame


def join(claims: pl.DataFrame, articles: pl.DataFrame) -> Joined:
    """Claims with their measures, numbered from 0, those of full scope first."""
    told = _read(claims, articles)
    plain = plain_measures.part(told, KEY, _LASTING, _WEEK)
    looked_at = _compared(plain.rest, plain.days.height)
    rows = pl.concat([plain.placed, looked_at.claims.select("claim_id", "row")])
    return Joined(
        told.join(rows, on="claim_id", how="left", maintain_order="left"), pl.concat([plain.days, looked_at.days])
    )


def _compared(told: pl.DataFrame, first: int) -> Joined:
    """Claims that need a closer look, with their measures numbered from `first`."""
    is_pinned = pl.col("season").is_not_null() & pl.col("matches").is_not_null()  # whatever the day of telling
    groups = (
        told.with_columns(first_day="day", last_day="day", day=pl.when(~is_pinned).then("day"))
        .with_row_index("at")
        .group_by(*KEY, *_SCOPE, maintain_order=True)
        .agg(pl.col("first_day").min(), pl.col("last_day").max(), claims=pl.col("at"), documents=pl.col("document"))
        .sort(*KEY, *_SCOPE, nulls_last=True)
        .drop("day")
    )
    rows = [0] * told.height
    days: list[tuple[int, int | None, int | None]] = []
    for metric, block in _blocks(groups):
        for measure in _joined(metric, block):
            for at in measure.claims:
                rows[at] = first + len(days)
            days.append((first + len(days), measure.first_day, measure.last_day))
    held = pl.DataFrame(days, schema={"row": pl.Int64, "first_day": pl.Int32, "last_day": pl.Int32}, orient="row")
    return Joined(told.with_columns(row=pl.Series(rows, dtype=pl.Int64)), held)


def _read(claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    dated = articles.filter(pl.col("published_status").is_in(["stated", "inferred"])).select("article_id", "published")
    told = claims.sort("claim_id").join(dated.unique("article_id"), on="article_id", how="left", maintain_order="left")
    return told.with_columns(
        subject_key=keyed(told["subject"], names.club),
        other_key=keyed(told["other"], names.club),
        competition_key=keyed(told["competition"], names.competition),
        unit_key=keyed(told["unit"], _unit),
        value=pl.col("value").round(6),
        day=pl.col("published").cast(pl.Date).cast(pl.Int32),
    )


def _unit(name: str) -> str:
    one = names.fold(name).removesuffix("s")
    return _UNITS.get(one, one)


def _blocks(groups: pl.DataFrame) -> Iterator[tuple[str, list[Measure]]]:
    """Metric and measures as told, number by number."""
    key: tuple[Any, ...] | None = None
    block: list[Measure] = []
    for line in groups.iter_rows():
        if line[:5] != key and key is not None:
            yield key[1], block
            block = []
        key = line[:5]
        competition, season, matches, other, first, last, claims, documents = line[5:]
        one = Measure(competition, season, matches, other, first, last, list(claims), set(documents))
        block += [one] if _is_one(key[1], one) else _by_document(one, claims, documents)
    if key is not None:
        yield key[1], block


def _is_one(metric: str, one: Measure) -> bool:
    return metric in _LASTING or one.fixes_time() or one.first_day is not None


def _by_document(one: Measure, claims: list[int], documents: list[str]) -> list[Measure]:
    parted: dict[str, list[int]] = {}
    for at, document in zip(claims, documents, strict=True):
        parted.setdefault(document, []).append(at)
    return [
        Measure(one.competition, one.season, one.matches, one.other, None, None, mine, {document})
        for document, mine in sorted(parted.items())
    ]


def _joined(metric: str, block: list[Measure]) -> list[Measure]:
    """Fewer measures, the fullest first; one that fits two stays alone."""
    if len(block) == 1:
        return block
    found: list[Measure] = []
    near: defaultdict[Hashable, dict[int, Measure]] = defaultdict(dict)
    for one in sorted(block, key=lambda m: -m.known()):  # stable: the block comes sorted
        places = _places(metric, one)
        others = {at: other for place in places for at, other in near[place].items()}
        fitting = [other for other in others.values() if _fit(metric, one, other)]
        if len(fitting) == 1:
            _absorb(fitting[0], one)
        else:
            found.append(one)
        kept = fitting[0] if len(fitting) == 1 else one
        for place in places:
            near[place][id(kept)] = kept
    return found


def _places(metric: str, one: Measure) -> list[Hashable]:
    """Where measures that could fit meet, so that not all of a long past are compared with all."""
    if metric in _LASTING:
        return [metric]
    known = (("season", one.season), ("matches", one.matches))
    places: list[Hashable] = [place for place in known if place[1] is not None]
    if one.first_day is not None:
        week = one.first_day // _WEEK
        places += [week - 1, week, week + 1]
    return places + sorted(one.documents)


def _fit(metric: str, one: Measure, other: Measure) -> bool:
    pairs = (
        (one.competition, other.competition),
        (one.season, other.season),
        (one.matches, other.matches),
        (one.other, other.other),
    )
    if any(left is not None and right is not None and left != right for left, right in pairs):
        return False
    if metric in _LASTING or (one.matches is not None and one.matches == other.matches):
        return True
    span = _span(one, other)
    if span is not None:
        return span <= _WEEK
    return (one.season is not None and one.season == other.season) or not one.documents.isdisjoint(other.documents)


def _span(one: Measure, other: Measure) -> int | None:
    """Days from the first to the last report of both; a place held for months is a measure for each week of them."""
    if one.first_day is None or one.last_day is None or other.first_day is None or other.last_day is None:
        return None
    return max(one.last_day, other.last_day) - min(one.first_day, other.first_day)


def _absorb(one: Measure, other: Measure) -> None:
    for name in ("competition", "season", "matches", "other"):
        if getattr(one, name) is None:
            setattr(one, name, getattr(other, name))
    days = [day for day in (one.first_day, one.last_day, other.first_day, other.last_day) if day is not None]
    one.first_day, one.last_day = (min(days), max(days)) if days else (None, None)
    one.claims += other.claims
    one.documents |= other.documents
