"""Which match a section of a report tells of: an agency heads each with words in capitals or with a result.

In: a story, its matches and the story's own. Out: for a goal that its paragraph does not place, the match that the
last paragraph of its section with one told first. "The only goal" fell in a match that ended 1-0.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from flows.extract.goals.told import GoalTold
from flows.extract.matches.match_places import MatchPlaces
from flows.extract.matches.told import MatchTold
from flows.extract.stories.headlines import is_in_capitals, is_result
from flows.extract.story import StoryState

_ONLY_GOAL = re.compile(r"\b(?:only|sole|lone|solitary) goal\b")
_BESIDE = 24


class Sections:
    """The sections of one story."""

    def __init__(self, state: StoryState, main: MatchTold | None) -> None:
        self.state = state
        self.main = main
        self._heads = [s.span.start for s in state.sentences[1:] if s.alone and _heads(s.span_text(state.text.normal))]

    def match(self, goal: GoalTold, places: MatchPlaces) -> MatchTold | None:
        """The match that the goal's section was telling, another than the story's own."""
        section = bisect_right(self._heads, goal.sentence.span.start)
        if self.main is None or not section:
            return None
        own = {self.main.team_1, self.main.team_2}
        if own & (set(self.state.cast.plays_for.get(goal.scorer, ())) | set(goal.sides)):
            return None
        head = self._heads[section - 1]
        headed = places.told_in(head, head + 1)
        if headed:
            return None if headed[0] is self.main else headed[0]
        for sentences in self._paragraphs_back(goal, head):
            told = places.told_in(sentences[0], sentences[1])
            told = [m for m in told if fits(goal, m, self.state.text.lower)]
            if told:
                first = min(told, key=lambda m: min(t.start for t in m.tellings() if t.start >= sentences[0]))
                return None if first is self.main else first
        return None

    def _paragraphs_back(self, goal: GoalTold, head: int) -> list[tuple[int, int]]:
        """The paragraphs of a section up to the goal's, its own first, as offsets."""
        found: dict[int, tuple[int, int]] = {}
        for number in range(goal.sentence.number, -1, -1):
            sentence = self.state.sentences[number]
            if sentence.span.start < head:
                break
            _, end = found.get(sentence.paragraph, (0, sentence.span.end))
            found[sentence.paragraph] = sentence.span.start, end
        return list(found.values())


def _heads(line: str) -> bool:
    return is_in_capitals(line) or is_result(line)


def fits(goal: GoalTold, match: MatchTold, lower: str) -> bool:
    """Whether a match can have had the goal: "the only goal" is that of a 1-0."""
    if match.score_1 is None or match.score_2 is None:
        return True
    only = _ONLY_GOAL.search(lower, goal.start, goal.end + _BESIDE) is not None
    return match.score_1 + match.score_2 == 1 if only else match.score_1 + match.score_2 > 0
