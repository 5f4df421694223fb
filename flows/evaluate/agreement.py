"""Which claim is which gold fact, and how many of their attributes agree.

Facts and claims of one article are paired one to one, the pair that agrees best first. Two can be a pair where what
makes the fact the one it is agrees: sides, score and status of a match, the scorer of a goal, subject, metric and value
of a statistic. All other columns count as attributes of the pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from flows.evaluate.names import plain, same_name, same_number

Row = dict[str, Any]
KINDS = ("match", "tie", "goal", "statistic")
# The columns as the warehouse calls them; gold says "home" and "date" (flows/evaluate/gold.py turns them).
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "match": (
        "home_team",
        "competition",
        "season",
        "round",
        "leg",
        "match_date",
        "venue",
        "decided",
        "shootout",
        "behind_closed_doors",
    ),
    "tie": ("winner", "competition", "round"),
    "goal": ("team", "opponent", "minute", "kind", "n"),
    "statistic": ("competition", "season", "matches", "other", "qualifier"),
}
_NAMES = frozenset({"home_team", "team", "opponent", "winner", "other", "venue", "competition", "round"})
# Metrics that careful readers choose between: one for the other is a lesser agreement, not a miss.
_NEAR_METRICS = (
    frozenset({"league_position", "finish_position"}),
    frozenset({"age", "player_age"}),
    frozenset({"matches_played", "player_appearances"}),
    frozenset({"titles", "trophies"}),
    frozenset({"record_best", "record_other", "points"}),
    frozenset({"travelling_fans", "attendance"}),
    frozenset({"transfer_fee", "transfer_bid"}),
)
_MINUTES_APART = 2


@dataclass
class Agreement:
    """Counts of one kind of fact over all articles."""

    gold: int = 0
    found: int = 0
    hits: int = 0
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    missed: list[Row] = field(default_factory=list)
    spurious: list[Row] = field(default_factory=list)
    judged: list[tuple[float, bool]] = field(default_factory=list)  # confidence of each claim, and whether it is right

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.gold + self.found) if self.hits else 0.0

    @property
    def attributes(self) -> float | None:
        """Share of right attributes of the pairs, None where nothing was asked."""
        return self.right.total() / self.asked.total() if self.asked else None


def agreement(kind: str, articles: Iterable[tuple[list[Row], list[Row]]]) -> Agreement:
    """The agreement of one kind of fact, given as (gold facts, claims) of each article."""
    total = Agreement()
    for facts, claims in articles:
        pairs = paired(kind, facts, claims)
        total.gold += len(facts)
        total.found += len(claims)
        total.hits += len(pairs)
        for fact, claim in pairs.items():
            _ask(total, kind, facts[fact], claims[claim])
        hits = set(pairs.values())
        total.missed += [fact for i, fact in enumerate(facts) if i not in pairs]
        total.spurious += [claim for i, claim in enumerate(claims) if i not in hits]
        total.judged += [(claim.get("confidence") or 0.0, i in hits) for i, claim in enumerate(claims)]
    return total


def paired(kind: str, facts: list[Row], claims: list[Row]) -> dict[int, int]:
    """Position of a fact -> position of its claim, each used once, the best agreement first."""
    options = [
        (likeness, i, j)
        for i, fact in enumerate(facts)
        for j, claim in enumerate(claims)
        if (likeness := _LIKENESS[kind](fact, claim)) is not None
    ]
    options.sort(key=lambda option: (-option[0], option[1], option[2]))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in options:
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def agree(column: str, fact: Any, claim: Any) -> bool:
    """Whether an attribute is the same; unknown agrees with unknown."""
    if fact is None or claim is None:
        return fact is None and claim is None
    if column in _NAMES:
        return same_name(fact, claim)
    if isinstance(fact, int | float) and not isinstance(fact, bool):
        return same_number(fact, claim)
    return plain(str(fact)) == plain(str(claim))


def _ask(total: Agreement, kind: str, fact: Row, claim: Row) -> None:
    for column in ATTRIBUTES[kind]:
        said, read = fact.get(column), claim.get(column)
        if (said is None and read is None) or (column == "behind_closed_doors" and not said and not read):
            continue
        total.asked[column] += 1
        total.right[column] += agree(column, said, read)


def _share(kind: str, fact: Row, claim: Row) -> float:
    columns = ATTRIBUTES[kind]
    return sum(agree(column, fact.get(column), claim.get(column)) for column in columns) / len(columns)


def _match(fact: Row, claim: Row) -> float | None:
    if fact["status"] != claim["status"] or not _same_result(fact, claim, "score_1", "score_2"):
        return None
    return _share("match", fact, claim)


def _tie(fact: Row, claim: Row) -> float | None:
    return _share("tie", fact, claim) if _same_result(fact, claim, "aggregate_1", "aggregate_2") else None


def _same_result(fact: Row, claim: Row, first: str, second: str) -> bool:
    """The same two sides with the same figures, whichever of them is named first."""
    return any(
        same_name(fact["team_1"], claim[one])
        and same_name(fact["team_2"], claim[two])
        and same_number(fact.get(first), claim[figure])
        and same_number(fact.get(second), claim[other])
        for one, two, figure, other in (("team_1", "team_2", first, second), ("team_2", "team_1", second, first))
    )


def _goal(fact: Row, claim: Row) -> float | None:
    if not same_name(fact["scorer"], claim["scorer"]) or (fact["kind"] == "own_goal") != (claim["kind"] == "own_goal"):
        return None
    if fact.get("opponent") and claim["opponent"] and not same_name(fact["opponent"], claim["opponent"]):
        return None
    minute, read = fact.get("minute"), claim["minute"]
    if minute is not None and read is not None and abs(int(minute) - int(read)) > _MINUTES_APART:
        return None
    return _share("goal", fact, claim)


def _statistic(fact: Row, claim: Row) -> float | None:
    metrics = {fact["metric"], claim["metric"]}
    if len(metrics) > 1 and not any(metrics <= near for near in _NEAR_METRICS):
        return None
    if not same_name(fact["subject"], claim["subject"]) or not same_number(fact["value"], claim["value"]):
        return None
    return _share("statistic", fact, claim) + (0.5 if len(metrics) == 1 else 0.0)


_LIKENESS: dict[str, Callable[[Row, Row], float | None]] = {
    "match": _match,
    "tie": _tie,
    "goal": _goal,
    "statistic": _statistic,
}
