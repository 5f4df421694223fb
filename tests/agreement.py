"""How far the claims of a warehouse agree with the gold: precision, recall and F1 for each kind of fact.

Gold facts and claims of one article are paired one to one, the pair that agrees in most columns first. Two can be a
pair when the columns that make the fact what it is agree: for a match the sides, the score and the status, for a goal
the scorer, for a statistic the subject, the metric and the value. The other columns count as attributes of the pair.
"""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
NAMES = {"team_1", "team_2", "home", "team", "opponent", "winner", "other", "subject", "scorer", "venue"}
ATTRIBUTES = {
    "match": ("home", "competition", "season", "round", "leg", "date", "venue", "decided", "shootout"),
    "tie": ("winner", "competition", "round"),
    "goal": ("team", "opponent", "minute", "kind", "n"),
    "statistic": ("competition", "season", "matches", "other", "qualifier"),
}


@dataclass
class Agreement:
    """Counts over all articles, and what was not paired, for the message of a failing test."""

    gold: int = 0
    found: int = 0
    pairs: int = 0
    right: int = 0
    asked: int = 0
    missed: list[Row] = field(default_factory=list)
    spurious: list[Row] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.pairs / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.pairs / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.pairs / (self.gold + self.found) if self.pairs else 0.0

    @property
    def attributes(self) -> float:
        return self.right / self.asked if self.asked else 0.0


def agreement(kind: str, articles: Iterable[tuple[list[Row], list[Row]]]) -> Agreement:
    """Agreement of the facts and claims of one kind, given as (gold, claims) for each article."""
    total = Agreement()
    for gold, claims in articles:
        pairs = paired(kind, gold, claims)
        total.gold += len(gold)
        total.found += len(claims)
        total.pairs += len(pairs)
        for i, j in pairs:
            verdicts = [agree(c, gold[i][c], claims[j][c]) for c in ATTRIBUTES[kind] if stated(c, gold[i], claims[j])]
            total.right += sum(verdicts)
            total.asked += len(verdicts)
        total.missed += [fact for i, fact in enumerate(gold) if i not in {i for i, _ in pairs}]
        total.spurious += [claim for j, claim in enumerate(claims) if j not in {j for _, j in pairs}]
    return total


def paired(kind: str, gold: list[Row], claims: list[Row]) -> list[tuple[int, int]]:
    """Positions of what belongs together, each used once, best agreement first."""
    can_be_one = SAME_FACT[kind]
    options = [(i, j) for i, fact in enumerate(gold) for j, claim in enumerate(claims) if can_be_one(fact, claim)]
    options.sort(key=lambda ij: sum(agree(c, gold[ij[0]][c], claims[ij[1]][c]) for c in ATTRIBUTES[kind]), reverse=True)
    chosen: dict[int, int] = {}
    for i, j in options:
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return list(chosen.items())


def stated(column: str, fact: Row, claim: Row) -> bool:
    return fact[column] is not None or claim[column] is not None


def agree(column: str, a: Any, b: Any) -> bool:
    if a is None or b is None:
        return a is b
    if column in NAMES:
        return same_name(a, b)
    return words(str(a)) == words(str(b)) if isinstance(a, str) else bool(a == b)


def same_name(a: str, b: str) -> bool:
    """Equal, or all words of one in the other: "Northbridge" is "Northbridge Rovers"."""
    left, right = set(words(a)), set(words(b))
    return bool(left and right) and (left <= right or right <= left)


def words(text: str) -> list[str]:
    """The words of a text without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return "".join(c if c.isalnum() else " " for c in plain).split()


def same_match(fact: Row, claim: Row) -> bool:
    return bool(fact["status"] == claim["status"]) and same_result(fact, claim, "score_1", "score_2")


def same_tie(fact: Row, claim: Row) -> bool:
    return same_result(fact, claim, "aggregate_1", "aggregate_2")


def same_result(fact: Row, claim: Row, first: str, second: str) -> bool:
    """The same two sides with the same figures, whichever of them is named first."""
    turned = {"team_1": claim["team_2"], "team_2": claim["team_1"], first: claim[second], second: claim[first]}
    columns = ("team_1", "team_2", first, second)
    return any(all(agree(c, fact[c], told[c]) for c in columns) for told in (claim, turned))


def same_goal(fact: Row, claim: Row) -> bool:
    if not same_name(fact["scorer"], claim["scorer"]):
        return False
    own_goals = {"own_goal"} & {fact["kind"], claim["kind"]}
    minutes = {fact["minute"], claim["minute"]} - {None}
    return len(minutes) < 2 and (not own_goals or bool(fact["kind"] == claim["kind"]))


def same_statistic(fact: Row, claim: Row) -> bool:
    same_measure = fact["metric"] == claim["metric"] and abs(fact["value"] - claim["value"]) < 1e-6
    return bool(same_measure) and same_name(fact["subject"], claim["subject"])


SAME_FACT: dict[str, Callable[[Row, Row], bool]] = {
    "match": same_match,
    "tie": same_tie,
    "goal": same_goal,
    "statistic": same_statistic,
}
