"""Which match a paragraph tells of, where that is not the story's own: a round-up goes from match to match.

In: a telling and the matches of the story. Out: the match told last before it in its paragraph, where nothing since
speaks of the story's own sides; or that the paragraph is about other sides whose match nobody told.
"""

from __future__ import annotations

import re

from flows.extract.goals.told import GoalTold
from flows.extract.matches.match_places import MatchPlaces
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.sentence import SIDES, Sentence

_COMPARED = re.compile(
    r"\b(?:than|clear of|above|below|behind|ahead of|adrift of|short of|at the expense of|points? (?:of|off|from)|"
    r"level with) (?:[\w'-]+ ){0,2}$"
)
_MEANWHILE = re.compile(r"[,;] (?:while|whereas|meanwhile)\b")


class Paragraphs:
    """The paragraphs of one story, asked goal by goal."""

    def __init__(self, state: StoryState, main: MatchTold | None) -> None:
        self.state = state
        self.own = frozenset() if main is None else frozenset({main.team_1, main.team_2})

    def match(self, goal: GoalTold, places: MatchPlaces) -> MatchTold | None:
        """The other match that the goal's paragraph tells."""
        told = self._so_far(goal)
        before = places.last_before(told[0].span.start, goal.sentence.span.end, goal.at)
        if before is None:
            return None
        match, at = before
        if self.own & {match.team_1, match.team_2}:
            return None
        if at > goal.at and is_of_an_aside(self.state.text.lower, goal, at):
            return None
        since = [s for s in told if s.span.end > at]
        return None if self.own & {team for s in since for team in self._named(s, goal)} else match

    def opened_with(self, goal: GoalTold, places: MatchPlaces) -> MatchTold | None:
        """The scored match of other sides than the story's own two that the sentence before tells in the goal's
        paragraph, where neither sentence names a side that did not play there: "Y beat Z 4-1. X got his 14th"."""
        number = goal.sentence.number
        before = self.state.sentences[number - 1] if number else None
        if before is None or before.paragraph != goal.sentence.paragraph:
            return None
        told = places.told_in(*before.span)
        sides = {told[0].team_1, told[0].team_2} if told else set()
        if len(told) != 1 or told[0].score_1 is None or sides == self.own:
            return None
        named = self._named(before, goal) | self._named(goal.sentence, goal) | set(goal.sides)
        return told[0] if named <= sides else None

    def _so_far(self, goal: GoalTold) -> list[Sentence]:
        """The sentences of the goal's paragraph up to its own."""
        number = first = goal.sentence.number
        while first and self.state.sentences[first - 1].paragraph == goal.sentence.paragraph:
            first -= 1
        return self.state.sentences[first : number + 1]

    def _named(self, sentence: Sentence, goal: GoalTold) -> set[str]:
        """The sides that a sentence names before the goal is told, but for those that only describe a man."""
        found = set()
        for mention, following in zip(sentence.mentions, [*sentence.mentions[1:], None], strict=False):
            if mention.start > goal.end:
                break
            describes = (
                following is not None and following.kind in ("ROLE", "PERSON") and following.start - mention.end < 3
            )
            if mention.kind == "TEAM" and isinstance(mention.value, str) and not describes:
                found.add(mention.value)
        return found


def is_of_an_aside(lower: str, goal: GoalTold, at: int) -> bool:
    """Whether a match told behind a goal is another's: of a side that is only compared with ("three points more than X,
    who beat Y"), or of a clause set against the goal's ("while X beat Y")."""
    if _MEANWHILE.search(lower, goal.end, at) is not None:
        return True
    between = [m for m in goal.sentence.mentions if goal.end < m.start <= at and m.kind in SIDES]
    return any(_COMPARED.search(lower, goal.end, m.start) for m in between)
