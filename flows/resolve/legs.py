"""A match as a tie sees it: a leg, with its scores in the order of the two sides' keys.

In: the match rows; out: legs by pair of sides. A match that went into extra time is a second leg if it is a leg at
all: the first is never prolonged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from flows.resolve import names
from flows.resolve.told import PAIR

Pair = tuple[str, str]
_PROLONGED = ("extra_time", "penalties")


@dataclass(slots=True)
class Leg:
    """A match as a tie sees it; scores and home by side key order."""

    row: int
    score_a: int | None
    score_b: int | None
    home: str | None
    competition: str | None
    season: str | None
    round: str | None
    leg: int | None
    day: int | None
    played: bool
    kicks_a: int | None = None
    kicks_b: int | None = None
    is_disputed: bool = False

    @property
    def is_scored(self) -> bool:
        return self.score_a is not None and self.score_b is not None


def legs_by_pair(matches: pl.DataFrame, disputed: set[int], tie_claims: pl.DataFrame) -> dict[Pair, list[Leg]]:
    """The matches that could be legs, by pair of sides, in order of their rows; only pairs with a tie or a leg."""
    named = pl.concat([tie_claims.select(PAIR), matches.filter(pl.col("leg").is_not_null()).select(PAIR)]).unique()
    found: dict[Pair, list[Leg]] = {}
    for line in matches.join(named, on=PAIR, how="semi").sort("row").iter_rows(named=True):
        found.setdefault((line["side_a"], line["side_b"]), []).append(_leg(line, line["row"] in disputed))
    return found


def _leg(line: dict[str, Any], is_disputed: bool) -> Leg:
    turned = line["side_1"] != line["side_a"]
    day = line["match_date"].toordinal() if line["match_date"] else None
    return Leg(
        row=line["row"],
        score_a=line["score_2"] if turned else line["score_1"],
        score_b=line["score_1"] if turned else line["score_2"],
        home=line["side_1"] if line["home_team"] else None,
        competition=names.competition(line["competition"]) if line["competition"] else None,
        season=line["season"],
        round=names.round_of(line["round"]) if line["round"] else None,
        leg=2 if line["leg"] is None and line["decided"] in _PROLONGED else line["leg"],
        day=day,
        played=line["status"] == "played",
        kicks_a=line["shootout_2"] if turned else line["shootout_1"],
        kicks_b=line["shootout_1"] if turned else line["shootout_2"],
        is_disputed=is_disputed,
    )
