"""Tie claims and matches -> two-legged ties with their legs, both aggregates and a verdict.

In: tie claims with their rows, the matches found; out: one row per tie, its legs as match rows. A tie is told by an
aggregate, or by its two legs alone. The stated aggregate and the one that the legs add up to are kept apart and held
against each other: agrees, disagrees, or not_comparable where one of them is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import polars as pl

from flows.resolve import names
from flows.resolve.fields import Ballot, vote
from flows.resolve.told import PAIR

Pair = tuple[str, str]


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
    is_disputed: bool = False

    @property
    def is_scored(self) -> bool:
        return self.score_a is not None and self.score_b is not None


@dataclass(slots=True)
class Tie:
    """A tie under work; `row` is None for one that only its legs tell."""

    row: int | None
    pair: Pair
    first_side: str
    stated_a: int | None
    stated_b: int | None
    winner: str | None
    competition: str | None
    season: str | None
    round: str | None
    confidence: float
    is_disputed: bool = False
    first: Leg | None = None
    second: Leg | None = None

    def computed(self) -> tuple[int, int] | None:
        """The sum of two told legs in order of side keys."""
        if self.first is None or self.second is None or not (self.first.is_scored and self.second.is_scored):
            return None
        return _sum(self.first.score_a, self.second.score_a), _sum(self.first.score_b, self.second.score_b)


def _sum(one: int | None, other: int | None) -> int:
    assert one is not None and other is not None
    return one + other


def legs_by_pair(matches: pl.DataFrame, disputed: set[int]) -> dict[Pair, list[Leg]]:
    """The matches that could be legs, by pair of sides, in order of their rows."""
    found: dict[Pair, list[Leg]] = {}
    for line in matches.sort("row").iter_rows(named=True):
        found.setdefault((line["side_a"], line["side_b"]), []).append(_leg(line, line["row"] in disputed))
    return found


def _leg(line: dict[str, Any], is_disputed: bool) -> Leg:
    turned = line["side_1"] != line["side_a"]
    day = line["match_date"].toordinal() if line["match_date"] else None
    home = line["home_team"]
    return Leg(
        row=line["row"],
        score_a=line["score_2"] if turned else line["score_1"],
        score_b=line["score_1"] if turned else line["score_2"],
        home=None if home is None else line["side_1"],
        competition=names.competition(line["competition"]) if line["competition"] else None,
        season=line["season"],
        round=names.round_of(line["round"]) if line["round"] else None,
        leg=line["leg"],
        day=day,
        played=line["status"] == "played",
        is_disputed=is_disputed,
    )


class Stated(NamedTuple):
    """What tie claims tell: the ties, one per row of the claims and in that order, and what their votes gave."""

    ties: list[Tie]
    links: pl.DataFrame
    disputes: pl.DataFrame
    shown: pl.DataFrame


def stated(claims: pl.DataFrame) -> Stated:
    """The ties that claims tell; `shown` holds by row the spelling of competition, season and round."""
    voted = _ballots(claims)
    strongest = claims.sort("row", "confidence", "content", "claim_id", descending=[False, True, False, False])
    rows = strongest.unique("row", keep="first", maintain_order=True).select("row", *PAIR, "is_turned", "confidence")
    for name in ("score_text", "winner_key", "competition_key", "season", "round_key"):
        rows = rows.join(voted[name].chosen, on="row", how="left", maintain_order="left")
    shown = rows.select("row")
    for name in ("competition", "round"):
        shown = shown.join(voted[name].chosen, on="row", how="left", maintain_order="left")
    disputed = set(voted["score_text"].disputes["row"])
    found = [_tie(line, line["row"] in disputed) for line in rows.iter_rows(named=True)]
    links = pl.concat([_aggregate_links(voted["score_text"].links), *(voted[name].links for name in _SHOWN)])
    return Stated(found, links, _disputes(voted, rows), shown)


_SHOWN = ("winner", "competition", "season", "round")


def _ballots(claims: pl.DataFrame) -> dict[str, Ballot]:
    told = claims.with_columns(score_text=pl.format("{}-{}", "score_a", "score_b"))
    return {
        "score_text": vote(told, "score_text"),
        "winner": vote(told, "winner", "winner_key"),
        "winner_key": vote(told, "winner_key"),
        "competition": vote(told, "competition", "competition_key"),
        "competition_key": vote(told, "competition_key"),
        "season": vote(told, "season"),
        "round": vote(told, "round", "round_key", agree=names.same_round),
        "round_key": vote(told, "round_key"),
    }


def _aggregate_links(links: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([links.with_columns(field=pl.lit(field)) for field in ("stated_1", "stated_2")])


def _disputes(voted: dict[str, Ballot], rows: pl.DataFrame) -> pl.DataFrame:
    """Aggregates that differ, turned to the tie's order of sides, and sides that cannot both have gone through."""
    aggregate = _turned_values(voted["score_text"].disputes, rows).with_columns(
        what=pl.lit("tie aggregate"), field=pl.lit("stated_1")
    )
    return pl.concat([aggregate, voted["winner"].disputes.with_columns(what=pl.lit("tie winner"))])


def _turned_values(disputes: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    turn = pl.element().str.replace(r"^(\d+)-(\d+)$", "${2}-${1}")
    placed = disputes.join(rows.select("row", "is_turned"), on="row", maintain_order="left")
    return placed.with_columns(
        claimed_values=pl.when("is_turned").then(pl.col("claimed_values").list.eval(turn)).otherwise("claimed_values"),
        used=pl.when("is_turned").then(pl.col("used").str.replace(r"^(\d+)-(\d+)$", "${2}-${1}")).otherwise("used"),
    ).drop("is_turned")


def _tie(line: dict[str, Any], is_disputed: bool) -> Tie:
    score = [int(goals) for goals in line["score_text"].split("-")] if line["score_text"] else [None, None]
    return Tie(
        row=line["row"],
        pair=(line["side_a"], line["side_b"]),
        first_side=line["side_b"] if line["is_turned"] else line["side_a"],
        stated_a=score[0],
        stated_b=score[1],
        winner=line["winner_key"],
        competition=line["competition_key"],
        season=line["season"],
        round=line["round_key"],
        confidence=line["confidence"],
        is_disputed=is_disputed,
    )


def find_legs(tie: Tie, matches: list[Leg]) -> None:
    """Set the legs that the tie's claims and the matches make certain; a slot with two takers stays empty.

    A match that names no leg takes a slot in a knock-out round of the same season only: the free one beside a known leg
    played at the other ground, or both slots of two dated ones.
    """
    near = [match for match in matches if _belongs(tie, match)]
    tie.first = _only(tie, [match for match in near if match.leg == 1])
    tie.second = _only(tie, [match for match in near if match.leg == 2])
    loose = [
        match for match in near if match.leg is None and match.played and match.is_scored and _same_occasion(tie, match)
    ]
    if tie.first is None and tie.second is None:
        _order_by_day(tie, loose)
    elif len(loose) == 1 and tie.first is None and _other_ground(loose[0], tie.second):
        tie.first = loose[0]
    elif len(loose) == 1 and tie.second is None and _other_ground(loose[0], tie.first):
        tie.second = loose[0]


def _belongs(tie: Tie, match: Leg) -> bool:
    if _differ(tie.competition, match.competition) or _differ(tie.season, match.season):
        return False
    if match.round is not None and names.is_group(match.round):
        return False
    return tie.round is None or match.round is None or names.same_round(tie.round, match.round)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _only(tie: Tie, takers: list[Leg]) -> Leg | None:
    """The one match for a slot; of several, the one that shares more of the tie's season, round and competition."""
    ranked = sorted(takers, key=lambda match: (-_shared(tie, match), not match.is_scored, match.row))
    if not ranked or (len(ranked) > 1 and _shared(tie, ranked[0]) == _shared(tie, ranked[1])):
        return None
    return ranked[0]


def _shared(tie: Tie, match: Leg) -> int:
    known = ((tie.competition, match.competition), (tie.season, match.season), (tie.round, match.round))
    return sum(one is not None and one == other for one, other in known)


def _same_occasion(tie: Tie, match: Leg) -> bool:
    return tie.competition is not None and tie.round is not None and _shared(tie, match) == 3


def _order_by_day(tie: Tie, loose: list[Leg]) -> None:
    if len(loose) == 2 and _other_ground(loose[0], loose[1]):
        days = [match.day for match in loose]
        if days[0] is not None and days[1] is not None and days[0] != days[1]:
            tie.first, tie.second = loose if days[0] < days[1] else loose[::-1]


def _other_ground(one: Leg, other: Leg | None) -> bool:
    return (
        other is not None and (one.home is None or one.home != other.home) and (one.day is None or one.day != other.day)
    )


def told_by_legs(legs: dict[Pair, list[Leg]], ties: list[Tie]) -> list[Tie]:
    """A tie for each two scored legs of one competition and season that no claim sums up."""
    used = {leg.row for tie in ties for leg in (tie.first, tie.second) if leg is not None}
    found = []
    for pair, matches in sorted(legs.items()):
        free = [match for match in matches if match.leg in (1, 2) and match.is_scored and match.row not in used]
        for first in (match for match in free if match.leg == 1):
            tie = Tie(None, pair, pair[0], None, None, None, first.competition, first.season, first.round, 0.0)
            tie.first, tie.second = (
                first,
                _only(tie, [match for match in free if match.leg == 2 and _belongs(tie, match)]),
            )
            rivals = [match for match in free if match.leg == 1 and tie.second is not None and _both(match, tie.second)]
            if tie.second is not None and tie.competition is not None and len(rivals) == 1:
                found.append(tie)
    return found


def _both(one: Leg, other: Leg) -> bool:
    pairs = ((one.competition, other.competition), (one.season, other.season), (one.round, other.round))
    return not any(_differ(left, right) for left, right in pairs)


def verdict(tie: Tie) -> str:
    """Whether what is stated and what the legs as told add up to agree; an inferred leg proves nothing."""
    total = tie.computed()
    if total is None or tie.stated_a is None or tie.stated_b is None:
        return "not_comparable"
    return "agrees" if total == (tie.stated_a, tie.stated_b) else "disagrees"


def winner(tie: Tie) -> str | None:
    """The side that went through: as claimed, else the one with more goals; a level aggregate tells nothing."""
    total = (tie.stated_a, tie.stated_b) if tie.stated_a is not None else tie.computed()
    if tie.winner in tie.pair:
        return tie.winner
    if total is None or total[0] is None or total[1] is None or total[0] == total[1]:
        return None
    return tie.pair[0] if total[0] > total[1] else tie.pair[1]


def settle(ties: list[Tie], legs: dict[Pair, list[Leg]]) -> list[Tie]:
    """All ties, those that claims tell first, with their legs."""
    for tie in ties:
        find_legs(tie, legs.get(tie.pair, []))
    return ties + told_by_legs(legs, ties)
