"""Lists of scorers -> goals of a match with their sides: first part, first side; what does not fit the score is none.

In: a story, its matches and the line-ups it prints. Out: entries, each with the match it belongs to. In a live report a
list tells the one goal of its moment.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import product
from typing import TYPE_CHECKING

from flows.extract.cast.lineups import Lineups
from flows.extract.goals.lists.listed import Place, ScorerPlaces
from flows.extract.goals.lists.scorer_lists import Listed, as_counts
from flows.extract.matches.told import MatchTold

if TYPE_CHECKING:
    from flows.extract.story import StoryState
    from flows.extract.text.sentence import Sentence

Entries = list[tuple[Listed, MatchTold]]
_LIVE = re.compile(r"\bGOA+L\b|^\d{1,3}(?:\+\d)? ?(?:min|mins|')|\d{1,2}(?:\+\d)?(?: min:?|')\s|Goal!")


def listed_goals(state: StoryState, matches: list[MatchTold], main: MatchTold | None) -> Entries:
    """The goals of all lists of scorers in a story."""
    played = [m for m in matches if m.status == "played"]
    places = ScorerPlaces(state, played, main).all()
    lineups = Lineups(state)
    scores = _scores(state, played) if places else set()
    found: Entries = []
    for place in places:
        for goal in place.goals:
            goal.sentence = _sentence_at(state, goal.start)
        live = place.told is not None and place.told is not main and is_live(state, place.told)
        if live and place.told is not None and main is not None and place.told.same_pair(main):
            found += [(_of_moment(state, goal, place.told, scores), main) for goal in place.goals[:1]]
        elif not live and place.match is not None:
            found += [(goal, place.match) for goal in _sided(state, place, lineups)]
    return found


def _sided(state: StoryState, place: Place, lineups: Lineups) -> list[Listed]:
    """The goals of a list with their sides; none where they do not fit the result."""
    match, told = place.match, place.told or place.match
    if match is None or told is None:
        return []
    first, second = _sides_as_written(state, told)
    labelled = place.side or lineups.side_at(place.start)
    counts = as_counts(place.goals) or []
    filled = counts and labelled is not None and sum(g.n for g in counts) == match.score_of(labelled)
    named = [labelled] if match_has(match, labelled) else []
    its_own = place.side is not None and named and match.score_of(place.side) and all(g.part == 0 for g in place.goals)
    names = named if its_own else [*named, None]  # "Harland 2 Marden 0 (Hale 5, 61)": Harland's
    for goals in (counts, place.goals) if filled else (place.goals, counts):
        for name, sides in product(names, ((first, second), (second, first))):
            _give_sides(goals, sides, name, match)
            for goal in goals:
                _by_lineup(goal, match, lineups)
            if goals and _fits(goals, match):
                return goals
    return []


def match_has(match: MatchTold, side: str | None) -> bool:
    """Whether a side plays in a match."""
    return side in (match.team_1, match.team_2)


def _give_sides(goals: list[Listed], sides: tuple[str, str], labelled: str | None, match: MatchTold) -> None:
    parts = 1 + max((g.part for g in goals), default=0)
    before = (0, 0)
    for goal in goals:
        goal.team = labelled
        if labelled is None and parts == 2:
            goal.team = sides[goal.part]
        elif labelled is None and parts == 1 and 0 in (match.score_1, match.score_2):
            goal.team = match.team_2 if match.score_1 == 0 else match.team_1
        if goal.running is not None:
            goal.team = sides[int(goal.running[1] > before[1])] if goal.running != before else goal.team
            before = goal.running


def _by_lineup(goal: Listed, match: MatchTold, lineups: Lineups) -> None:
    """The side of a listed goal by its scorer's line-up: an own goal is the other side's."""
    own = goal.kind == "own_goal"
    if goal.team is None:
        side = lineups.side_of(goal.name)
        goal.team = None if side is None or not match_has(match, side) else _other(match, side) if own else side
    elif own and lineups.lists(goal.name, goal.team):
        goal.team = _other(match, goal.team)


def _other(match: MatchTold, side: str) -> str:
    return match.team_2 if side == match.team_1 else match.team_1


def _fits(goals: list[Listed], match: MatchTold) -> bool:
    """Whether the match has room for them."""
    if match.score_1 is None or match.score_2 is None:
        return match.score_1 == match.score_2
    told = {team: sum(g.n for g in goals if g.team == team) for team in (match.team_1, match.team_2)}
    return (
        told[match.team_1] <= match.score_1
        and told[match.team_2] <= match.score_2
        and sum(g.n for g in goals) <= match.score_1 + match.score_2
    )


def _sentence_at(state: StoryState, position: int) -> Sentence:
    return state.sentences[max(0, bisect_right(state.sentences, position, key=lambda s: s.span.start) - 1)]


def is_live(state: StoryState, told: MatchTold) -> bool:
    """Whether a score stands in a line of a live report: "75 min: GOAL! Harland 3-2 Marden"."""
    line = state.text.normal.rfind("\n", 0, told.start) + 1
    return _LIVE.search(state.text.normal, line, told.start) is not None


def _scores(state: StoryState, matches: list[MatchTold]) -> set[tuple[str, int, int]]:
    """Every score told, as written: the first side, its goals, the other's."""
    found = set()
    for told in (t for m in matches for t in m.tellings()):
        first, second = _sides_as_written(state, told)
        if told.score_1 is not None and told.score_2 is not None:
            found.add((first, int(told.score_of(first) or 0), int(told.score_of(second) or 0)))
    return found


def _of_moment(state: StoryState, goal: Listed, told: MatchTold, scores: set[tuple[str, int, int]]) -> Listed:
    """A live report's goal is of the side whose goals are one more than in another of its scores."""
    first, second = _sides_as_written(state, told)
    mine, theirs = int(told.score_of(first) or 0), int(told.score_of(second) or 0)
    ways = ((first, (mine - 1, theirs)), (second, (mine, theirs - 1)))
    before = {side for side, score in ways if (first, *score) in scores or score == (0, 0)}
    goal.team = next(iter(before)) if len(before) == 1 else None
    return goal


def _sides_as_written(state: StoryState, told: MatchTold) -> tuple[str, str]:
    """The sides in the order in which the line names them."""
    at = {
        team: next((m.start for m in told.sentence.mentions if m.value == team and m.kind == "TEAM"), told.end)
        for team in (told.team_1, told.team_2)
    }
    first, second = sorted((told.team_1, told.team_2), key=lambda team: at[team])
    return first, second
