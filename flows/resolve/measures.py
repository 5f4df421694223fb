"""Statistic claims -> one row per real measure.

In: statistic claims and their articles' dates; out: measures, which claims give each, and the ones that exclude each
other. Claims meet that give the same number of the same subject and metric and nowhere differ in competition, season,
games or second party; an unknown joins the one measure that it fits. What changes from week to week (a place in the
table, an age) needs a season, a number of games, a date or the same file besides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import polars as pl

from flows.resolve import names
from flows.resolve.fields import DISPUTES
from flows.resolve.told import keyed

_LASTING = frozenset(
    {"finish_position", "titles", "trophies", "record_best", "record_first", "record_other", "attendance"}
    | {"transfer_fee", "transfer_bid", "contract_years", "ban_months", "ban_matches", "fine", "donation"}
    | {"sponsorship", "salary_cut_percent", "time_at_club", "other_count"}
)
_WEEK = 8
_UNITS = {"game": "match", "matche": "match"}


class Measured(NamedTuple):
    """`rows`: one per measure; `links`: row, claim_id; `disputes`: as in fields.py, with `what`."""

    rows: pl.DataFrame
    links: pl.DataFrame
    disputes: pl.DataFrame


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


_KEY = ["subject_key", "metric", "value", "unit_key", "qualifier"]
_SCOPE = ["competition_key", "season", "matches", "other_key", "day"]


def resolve(claims: pl.DataFrame, articles: pl.DataFrame) -> Measured:
    """The measures of all claims."""
    told = _read(claims, articles)
    groups = (
        told.with_row_index("at")
        .group_by(*_KEY, *_SCOPE, maintain_order=True)
        .agg(claims=pl.col("at"), documents=pl.col("document"))
        .sort(*_KEY, *_SCOPE, nulls_last=True)
    )
    rows = [0] * told.height
    days: list[tuple[int, int | None, int | None]] = []
    for metric, block in _blocks(groups):
        for measure in _joined(metric, block):
            for at in measure.claims:
                rows[at] = len(days)
            days.append((len(days), measure.first_day, measure.last_day))
    placed = told.with_columns(row=pl.Series(rows, dtype=pl.Int64))
    held = pl.DataFrame(days, schema={"row": pl.Int64, "first_day": pl.Int32, "last_day": pl.Int32}, orient="row")
    measures = _rows(placed, held)
    return Measured(measures, placed.select("row", "claim_id"), _disputes(placed, measures))


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
        competition, season, matches, other, day, claims, documents = line[5:]
        one = Measure(competition, season, matches, other, day, day, list(claims), set(documents))
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
    for one in sorted(block, key=lambda m: -m.known()):  # stable: the block comes sorted
        fitting = [other for other in found if _fit(metric, one, other)]
        if len(fitting) == 1:
            _absorb(fitting[0], one)
        else:
            found.append(one)
    return found


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
    if (
        one.first_day is not None
        and other.first_day is not None
        and one.last_day is not None
        and other.last_day is not None
    ):
        return one.first_day - other.last_day <= _WEEK and other.first_day - one.last_day <= _WEEK
    return (one.season is not None and one.season == other.season) or not one.documents.isdisjoint(other.documents)


def _absorb(one: Measure, other: Measure) -> None:
    for name in ("competition", "season", "matches", "other"):
        if getattr(one, name) is None:
            setattr(one, name, getattr(other, name))
    days = [day for day in (one.first_day, one.last_day, other.first_day, other.last_day) if day is not None]
    one.first_day, one.last_day = (min(days), max(days)) if days else (None, None)
    one.claims += other.claims
    one.documents |= other.documents


def _rows(placed: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    texts = ("subject", "unit", "competition", "season", "other")
    best = placed.sort("row", "confidence", "claim_id", descending=[False, True, False])
    rows = best.group_by("row", maintain_order=True).agg(
        *(pl.col(name).drop_nulls().first() for name in (*texts, "matches")),
        *(pl.col(name).first() for name in _KEY),
        competition_key=pl.col("competition_key").drop_nulls().first(),
        other_key=pl.col("other_key").drop_nulls().first(),
        votes=(pl.col("confidence") * 1000).round().cast(pl.Int64).sum(),
        n_claims=pl.len(),
        claim_id=pl.col("claim_id").min(),
    )
    first, last = (pl.col(name).cast(pl.Date).cast(pl.String) for name in ("first_day", "last_day"))
    as_of = pl.when(pl.col("first_day") == pl.col("last_day")).then(first).otherwise(pl.format("{}/{}", first, last))
    content = [
        pl.col(name).cast(pl.String).fill_null("")
        for name in (*_KEY, "competition_key", "season", "matches", "other_key")
    ]
    return rows.join(held, on="row", how="left", maintain_order="left").with_columns(
        as_of=as_of, content=pl.concat_str(content, separator="|")
    )


_PINNED = ["subject_key", "metric", "competition_key", "season", "matches", "other_key"]


def _disputes(placed: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Two exact numbers for what can have one only: a tally through N matches, a place at the end of a season."""
    pinned = rows.filter(
        (pl.col("qualifier") == "exact")
        & pl.col("season").is_not_null()
        & (pl.col("matches").is_not_null() | (pl.col("metric") == "finish_position"))
    )
    rivals = pinned.filter(pl.struct(_PINNED).is_duplicated())
    if rivals.is_empty():
        return pl.DataFrame(schema={**DISPUTES, "what": pl.String})
    best = rivals.sort("votes", "claim_id", descending=[True, False]).unique(_PINNED, keep="first", maintain_order=True)
    used = best.select(*_PINNED, used_row="row", used=pl.col("value").cast(pl.String), used_votes="votes")
    sides = rivals.join(used, on=_PINNED, nulls_equal=True).select("row", "used_row", "used", "used_votes")
    told = placed.select("row", "claim_id", "value").join(sides, on="row").sort("used_row", "claim_id")
    return (
        told.group_by("used_row", "used", maintain_order=True)
        .agg(
            claim_ids=pl.col("claim_id"),
            claimed_values=pl.col("value").cast(pl.String),
            why=pl.format("{} of {} claims say so", (pl.col("row") == pl.col("used_row")).sum(), pl.len()),
        )
        .select(
            pl.col("used_row").alias("row"),
            pl.lit("value").alias("field"),
            "claim_ids",
            "claimed_values",
            "used",
            "why",
            pl.lit("statistic value").alias("what"),
        )
    )
