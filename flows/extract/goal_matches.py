"""In which match a goal fell: the story's own, or another that its sentence or the ones before tell of.

In: tellings and the matches of the story. Out: tellings with `match` set where it is not the story's own; what speaks of
another day and names no match is left out.
"""

from __future__ import annotations

from flows.extract.goal_told import GoalTold
from flows.extract.goal_vetoes import is_retrospect
from flows.extract.mentions import Mention
from flows.extract.results import MatchTold, Results
from flows.extract.story import StoryState

_NEAR = 70
_SENTENCES_BACK = 6


class GoalMatches:
    """Settles the match of each telling of one story."""

    def __init__(self, state: StoryState, results: Results) -> None:
        self.state = state
        self.played = [m for m in results.matches if m.status == "played"]
        main = state.main
        self.main = next((m for m in self.played if main is not None and {m.team_1, m.team_2} == {main.team_1, main.team_2}), None)
        self.scored_main = next((m for m in self.played if self.main is not None and m.same_pair(self.main) and m.score_1 is not None), self.main)

    def settle(self, told: list[GoalTold]) -> list[GoalTold]:
        """The tellings that belong to a match."""
        kept = []
        for goal in told:
            match = self._of(goal)
            if match is not None:
                goal.match = None if self.main is not None and match.same_pair(self.main) else match
                kept.append(goal)
        return kept

    def _of(self, goal: GoalTold) -> MatchTold | None:
        trigger = Mention("GOAL", goal.at, goal.end, "")
        here = self._in_sentence(goal)
        other = None if here is None or self._is_main(here) else here
        retrospect = is_retrospect(self.state.text.lower, goal.sentence, trigger)
        if other is not None and (retrospect or self._distance(other, goal) < _NEAR or self.main is None):
            return other
        if retrospect:
            return here
        known = self._known_sides(goal.scorer)
        if self.main is not None and (not known or known & {self.main.team_1, self.main.team_2}):
            return self.main
        return self._nearest([m for m in self.played if not known or known & {m.team_1, m.team_2}], goal)

    def _is_main(self, match: MatchTold) -> bool:
        return self.main is not None and match.same_pair(self.main)

    def _known_sides(self, scorer: str) -> set[str]:
        return set(self.state.cast.plays_for.get(scorer, ()))

    def _in_sentence(self, goal: GoalTold) -> MatchTold | None:
        span = goal.sentence.span
        here = [m for m in self.played if any(span.start <= at < span.end for at in _places(m))]
        return min(here, key=lambda m: self._distance(m, goal), default=None)

    def _distance(self, match: MatchTold, goal: GoalTold) -> int:
        return min(max(0, start - goal.end, goal.at - end) for start, end in _spans(match))

    def _nearest(self, matches: list[MatchTold], goal: GoalTold) -> MatchTold | None:
        index = self.state.sentences.index(goal.sentence)
        first = self.state.sentences[max(0, index - _SENTENCES_BACK)].span.start
        last = self.state.sentences[min(len(self.state.sentences) - 1, index + 2)].span.end
        near = [m for m in matches if any(first <= at < last for at in _places(m))]
        return min(near, key=lambda m: self._distance(m, goal), default=None)


def _spans(match: MatchTold) -> list[tuple[int, int]]:
    return [(told.start, told.end) for told in match.tellings()]


def _places(match: MatchTold) -> list[int]:
    return [start for start, _ in _spans(match)]
