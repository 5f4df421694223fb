"""Games that several tallies of one man share: "turned out 30 times, scoring nine and setting up four", "scored nine
goals in 30 games and made four assists".

In: a sentence's tokens and the measures that it has told. Out: nothing; goals and assists whose games are
told beside another tally of the same man get them, where nobody else and no other time stands between.
"""

from __future__ import annotations

from itertools import pairwise

from flows.extract.measures.claims import Measure
from flows.extract.text.mentions import Mention

_TALLIES = frozenset({"player_goals", "player_assists"})
_APART = frozenset(
    {"PERSON", "NAME", "STOP", "QUOTE", "BUT", "SINCE", "WHO", "HYPOTHETICAL", "SCORE", "AGE", "ROLE", "HE"}
)
_APART_BEHIND = frozenset({"TEAM", "SEASON", "COMPETITION", "SCOPE"})
_OF_ANOTHER_TIME = frozenset(
    {"before", "after", "then", "now", "already", "when", "while", "last", "career", "having", "who", "has"}
)
_NUMBERED = frozenset({"NUMBER", "A", "ORDINAL"})
_FARTHEST = 14  # tokens


def share_games(tokens: list[Mention], told: list[Measure]) -> None:
    """Gives the goals and assists of a sentence the games that their list is of."""
    listed = sorted((m for m in told if _is_listed(m)), key=lambda m: (m.end, m.metric in _TALLIES))
    for before, measure in pairwise(listed):
        if _lacks_games(measure) and (games := _games_of(before)) is not None and _goes_on(tokens, before, measure):
            measure.matches = games
    for measure, behind in reversed(list(pairwise(listed))):
        if _lacks_games(measure) and behind.metric in _TALLIES and _goes_on(tokens, measure, behind):
            apart = any(t.kind in _APART_BEHIND for t in _between(tokens, measure, behind))
            measure.matches = None if apart else behind.matches


def _is_listed(measure: Measure) -> bool:
    if measure.metric in _TALLIES:
        return True
    return measure.metric == "player_appearances" and measure.unit == "appearances"


def _lacks_games(measure: Measure) -> bool:
    return measure.metric in _TALLIES and measure.matches is None


def _games_of(measure: Measure) -> int | None:
    if measure.metric == "player_appearances":
        return int(measure.value) if measure.value > 1 and measure.qualifier == "exact" else None
    return measure.matches


def _between(tokens: list[Mention], one: Measure, other: Measure) -> list[Mention]:
    """What stands behind the one and before the number of the other."""
    within = [t for t in tokens if one.end <= t.start < other.end]
    number = next((i for i in range(len(within) - 1, -1, -1) if within[i].kind in _NUMBERED), 0)
    return within[:number]


def _goes_on(tokens: list[Mention], one: Measure, other: Measure) -> bool:
    """Whether a list joins both: the same man's, of the same season, joined by a comma or "and" and nothing else."""
    if one.subject != other.subject or one.metric == other.metric:
        return False
    between = _between(tokens, one, other)
    of_games = one.metric == "player_appearances"
    if not between:
        return not of_games  # "nine goals and four assists", "scored nine and set up four" are one phrase
    if len(between) > _FARTHEST:
        return False
    if None not in (one.season, other.season) and one.season != other.season:
        return False
    if any(t.kind in _APART or t.text.lower() in _OF_ANOTHER_TIME for t in between):
        return False
    if of_games:  # "made 30 appearances and scored nine goals" tells them apart
        return any(t.kind == "WITH" or t.text.lower().endswith("ing") for t in between)
    return any(t.kind in ("COMMA", "AND", "WITH") for t in between)
