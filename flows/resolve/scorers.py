"""Which goals of a scorer, told in several articles, are one goal?

In: the claims of one scorer for one side in one match; out: goals. A goal told apart in one article meets its like in
another by the minute (two minutes off is the same goal), then by kind and order. "Four goals" counts all the goals of
the scorer, so the total is the most that one article tells and not the sum; what nobody tells apart stays one row.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from flows.resolve.names import same_person

MINUTES_OFF = 2


@dataclass(slots=True)
class Told:
    """One goal claim."""

    claim_id: str
    article_id: str
    scorer: str
    minute: int | None
    added_time: int | None
    kind: str
    n: int


@dataclass(slots=True)
class Goal:
    """One goal, or `n` not told apart, with the claims that tell it."""

    n: int
    minute: int | None
    claims: list[Told] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)

    def add(self, told: Told) -> None:
        self.claims.append(told)
        self.articles.add(told.article_id)
        if self.minute is None:
            self.minute = told.minute


def by_scorer(claims: list[Told]) -> list[list[Told]]:
    """The claims of one side in one match, parted by player; a name that fits two players stands alone."""
    keys = sorted({told.scorer for told in claims}, key=lambda key: (-len(key.split()), -len(key), key))
    players: list[list[str]] = []
    for key in keys:
        fitting = [player for player in players if all(same_person(key, name) for name in player)]
        if len(fitting) == 1:
            fitting[0].append(key)
        else:
            players.append([key])
    place = {key: at for at, player in enumerate(players) for key in player}
    parted: list[list[Told]] = [[] for _ in players]
    for told in claims:
        parted[place[told.scorer]].append(told)
    return parted


def goals_of(claims: list[Told], side_score: int | None) -> list[Goal]:
    """The goals of one scorer; `side_score` keeps two minutes told for the only goal from making two."""
    if len(claims) == 1:
        return [Goal(claims[0].n, claims[0].minute, list(claims), {claims[0].article_id})]
    goals: list[Goal] = []
    for article in _most_telling_first(claims):
        for told in sorted((t for t in article if t.n == 1), key=_by_minute):
            _place(told, goals, side_score)
    return goals + _untold(claims, goals)


def _most_telling_first(claims: list[Told]) -> list[list[Told]]:
    articles: dict[str, list[Told]] = {}
    for told in claims:
        articles.setdefault(told.article_id, []).append(told)

    def rank(article: list[Told]) -> tuple[int, int, str]:
        return (
            -sum(t.minute is not None for t in article),
            -sum(t.n == 1 for t in article),
            min(t.claim_id for t in article),
        )

    return sorted(articles.values(), key=rank)


def _by_minute(told: Told) -> tuple[bool, int, str]:
    return told.minute is None, told.minute or 0, told.claim_id


def _place(told: Told, goals: list[Goal], side_score: int | None) -> None:
    goal = _same_goal(told, goals)
    if goal is None and side_score is not None and len(goals) >= side_score:
        goal = _nearest(told, goals)
    if goal is None:
        goal = Goal(1, None)
        goals.append(goal)
    goal.add(told)


def _same_goal(told: Told, goals: list[Goal]) -> Goal | None:
    """The goal that the claim repeats: by minute in any article, else the first that its own article does not tell."""
    if told.minute is not None:
        close = [goal for goal in goals if _is_close(told, goal)]
        if close:
            return min(close, key=lambda goal: abs((goal.minute or 0) - (told.minute or 0)))
    free = [
        goal for goal in goals if told.article_id not in goal.articles and (told.minute is None or goal.minute is None)
    ]
    return min(free, key=lambda goal: not any(_same_kind(told, other) for other in goal.claims), default=None)


def _is_close(told: Told, goal: Goal) -> bool:
    """In one article only the very same minute is the same goal."""
    if goal.minute is None or told.minute is None:
        return False
    return abs(goal.minute - told.minute) <= (0 if told.article_id in goal.articles else MINUTES_OFF)


def _same_kind(one: Told, other: Told) -> bool:
    return one.kind == other.kind


def _nearest(told: Told, goals: list[Goal]) -> Goal | None:
    """Where the side has no goal left, the claim gives another minute for one of those known."""
    free = [goal for goal in goals if told.article_id not in goal.articles]
    return min(free, key=lambda goal: abs((goal.minute or 0) - (told.minute or 0)), default=None)


def _untold(claims: list[Told], goals: list[Goal]) -> list[Goal]:
    """The goals beyond those told apart, as one row; where none is left, the claims of n goals join those told."""
    several = [told for told in claims if told.n > 1]
    if not several:
        return []
    left = _total(claims) - len(goals)
    if left > 0:
        rest = Goal(left, None)
        for told in several:
            rest.add(told)
        return [rest]
    for told in several:
        for goal in goals:
            goal.add(told)
    return []


def _total(claims: list[Told]) -> int:
    """The most goals that one article counts."""
    counts: dict[str, int] = {}
    for told in claims:
        counts[told.article_id] = counts.get(told.article_id, 0) + told.n
    return max(counts.values())
