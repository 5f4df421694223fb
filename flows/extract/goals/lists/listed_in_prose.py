"""Where prose tells of a goal that only a list gives: a sentence about its scorer with the goal's minute or a change of
the score, from which no goal was read.

In: a story and the goals of its match that only lists tell. Out: each goal with a stand-in at that sentence, whose
words speak for a side.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from flows.extract.goals.told import GoalTold, Telling
from flows.extract.text.minutes import Minute
from flows.extract.text.sought import Sought

if TYPE_CHECKING:
    from flows.extract.story import StoryState
    from flows.extract.text.sentence import Sentence

_CHANGED = Sought(
    r"\b(?:level|levelled|lead|leads|ahead|equali[sz]\w+|in front|opener|opening goal|deficit|arrears|cushion|"
    r"advantage|goal|winner|scoring|deadlock)\b"
)
_CLAUSE_ENDS = re.compile(r"[,;.]")
_NEAR_MINUTES = 1
_SHORTEST = 45  # letters


def stand_in_prose(state: StoryState, goals: list[GoalTold]) -> None:
    """Give each goal that only a list tells, and no side, its stand-in in prose."""
    for goal in goals:
        if goal.rule == "goal.block" and not goal.sides and not goal.elsewhere and goal.prose is None:
            told = next((g for s in state.sentences if (g := _told_in(state, s, goal)) is not None), None)
            if told is not None:
                goal.prose = told
                goal.elsewhere.append(Telling(told.start, told.end, told.sentence.span.end))


def _told_in(state: StoryState, sentence: Sentence, goal: GoalTold) -> GoalTold | None:
    if sentence is goal.sentence or sentence.headline or sentence.quoted or _is_short(sentence):
        return None
    man = next((m for m in sentence.mentions if m.kind == "PERSON" and goal.same_scorer(str(m.value))), None)
    if man is None or man.possessive or not _is_of_it(state, sentence, goal):
        return None
    stop = _CLAUSE_ENDS.search(state.text.lower, man.end, sentence.span.end)
    end = sentence.span.end if stop is None else stop.start()
    return replace(goal, sentence=sentence, start=man.start, end=end, at=man.end, prose=None)


def _is_of_it(state: StoryState, sentence: Sentence, goal: GoalTold) -> bool:
    """Whether the sentence gives the goal's minute or tells of a change of the score."""
    minutes = (m.value.minute for m in sentence.mentions if m.kind == "MINUTE" and isinstance(m.value, Minute))
    if any(m is not None and goal.minute is not None and abs(m - goal.minute) <= _NEAR_MINUTES for m in minutes):
        return True
    return _CHANGED.search(state.text.lower, *sentence.span) is not None


def _is_short(sentence: Sentence) -> bool:
    """An entry of a list rather than a sentence."""
    return sentence.span.end - sentence.span.start < _SHORTEST
