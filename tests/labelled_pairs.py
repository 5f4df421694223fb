"""How well claims of one match meet in one row: precision and recall over pairs of labelled claims.

In: a table of `tests/pairs`, claims and what they were resolved to; out: the counts of pairs. A claim whose sides,
score, ground or round stand under no label, because it was misread, is left out: the measure is of merging alone.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from flows.resolve import names

PAIRS = Path(__file__).parent / "pairs"
Key = tuple[Any, ...]


class Label(NamedTuple):
    """The real match, and what else a claim must not have otherwise: "home_team=Atalanta", with "==" nor lack."""

    match: str
    fixed: str

    def allows(self, claim: dict[str, Any]) -> bool:
        column, _, value = self.fixed.partition("=")
        may_lack = (None,) if not value.startswith("=") else ()
        return not column or claim[column] in (*may_lack, value.removeprefix("="))


class Merging(NamedTuple):
    """Counts of labelled claims and of pairs of them; `wrong` and `missed` name the pairs for a failing test."""

    claims: int
    right: int
    wrong: list[tuple[Key, Key]]
    missed: list[tuple[Key, Key]]

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed))


def labels(table: str) -> dict[Key, Label]:
    """The label of each told match of a table."""
    with (PAIRS / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return {_labelled(line): Label(line["match"], line["fixed"]) for line in csv.DictReader(lines)}


def _labelled(line: dict[str, str]) -> Key:
    goals = [int(line[name]) if line[name] else None for name in ("goals_1", "goals_2")]
    sides = ((line["team_1"], goals[0]), (line["team_2"], goals[1]))
    return _key(line["document"], int(line["article"]), sides, line["status"])


def _key(document: str, article: int, sides: tuple[tuple[str, int | None], ...], status: str) -> Key:
    """Sides in order of their names, whoever is named first."""
    ordered = sorted(((names.club(side), goals) for side, goals in sides), key=lambda side: side[0])
    return document, article, *ordered[0], *ordered[1], status


def merging(table: str, claims: dict[str, pl.DataFrame], claim_links: pl.DataFrame) -> Merging:
    """The measure over the labelled claims that were told."""
    wanted = labels(table)
    placed = {
        key: claim["resolved_id"]
        for key, claim in _told(claims, claim_links)
        if key in wanted and wanted[key].allows(claim)
    }
    right, wrong, missed = 0, [], []
    for one, other in combinations(sorted(placed, key=str), 2):
        is_one, was_one = wanted[one].match == wanted[other].match, placed[one] == placed[other]
        right += is_one and was_one
        wrong += [(one, other)] if was_one and not is_one else []
        missed += [(one, other)] if is_one and not was_one else []
    return Merging(len(placed), right, wrong, missed)


def _told(claims: dict[str, pl.DataFrame], claim_links: pl.DataFrame) -> Iterator[tuple[Key, dict[str, Any]]]:
    """Each match claim by what it tells, with its resolved match."""
    whole = claim_links.filter((pl.col("resolved_kind") == "match") & pl.col("field").is_null())
    told = claims["match_claims"].join(claims["articles"].select("article_id", "article"), on="article_id")
    for claim in told.join(whole, on="claim_id").iter_rows(named=True):
        sides = ((claim["team_1"], claim["score_1"]), (claim["team_2"], claim["score_2"]))
        yield _key(_name(claim["document"]), claim["article"], sides, claim["status"]), claim


def _name(document: str) -> str:
    return Path(document).name.removesuffix(".jsonl").removesuffix(".gz").removesuffix(".txt")
