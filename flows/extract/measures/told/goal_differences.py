"""Goal differences: "a goal difference of minus 14", "their goal difference plus 20", "a +12 goal difference".

In: a sentence's tokens. Out: a measure of the side, its sign as told. A gap of so many goals ("their goal difference is
six better than City's") is another thing and none.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_NAMED = Sought(r"\bgoals?[- ]difference\b")
_BEHIND = re.compile(
    r"(?: (?:now|currently|still|just|only))*(?:,? (?:of|is|was|stands at|stood at|at|to|:))*"
    r"(?: (?:a|an))?(?: (?:healthy|superior|inferior|better|poor))? ?(?P<sign>minus|plus|[-+\u2212\u2013])? ?$"
)
_BEFORE = re.compile(r"(?P<sign>minus|plus|[-+\u2212\u2013])[ -]?$")
_OTHERWISE = re.compile(
    r"(?:[- ](?:goals?|points?|places?|better|worse|superior|inferior|ahead|behind|games?|st|th))\b"
)
_LESS = frozenset({"minus", "-", "\u2212", "\u2013"})
_MOST = 150
DIFFERENCES = (_NAMED,)


def goal_differences(subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention]) -> list[Measure]:
    """The goal differences of a sentence."""
    lower = subjects.state.text.lower
    if _NAMED.search(lower, sentence.span.start, sentence.span.end) is None:
        return []
    found = []
    for i, cue in enumerate(tokens):
        if cue.kind != "GOAL_DIFFERENCE":
            continue
        told = _number(lower, tokens, i)
        if told is None:
            continue
        number, sign = told
        owner = subjects.side(sentence, tokens, i, i)
        otherwise = number.start > cue.start and _OTHERWISE.match(lower, number.end)
        if owner is None or number.value > _MOST or otherwise:
            continue
        value = -float(number.value) if sign in _LESS else float(number.value)
        start, end = min(cue.start, number.start), max(cue.end, number.end)
        measure = Measure(
            start, end, owner[0], "other_count", value, "goal difference", "measure/goal_difference", 0.85
        )
        measure.competition, measure.season = scope.league, scope.around.season
        found.append(measure)
    return found


def _number(lower: str, tokens: list[Mention], i: int) -> tuple[Mention, str | None] | None:
    """The number of a goal difference with its sign: behind it, or before it with a sign."""
    cue = tokens[i]
    for number in tokens[i + 1 : i + 5]:
        if number.kind == "NUMBER":
            match = _BEHIND.fullmatch(lower, cue.end, number.start)
            return None if match is None else (number, match["sign"])
    for number in reversed(tokens[max(0, i - 2) : i]):
        if number.kind == "NUMBER" and cue.start - number.end <= 1:
            before = _BEFORE.search(lower, max(0, number.start - 6), number.start)
            return None if before is None else (number, before["sign"])
    return None
