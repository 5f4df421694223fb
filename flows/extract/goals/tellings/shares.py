"""Goals told together and then one by one: "a double, the first a penalty and the second a header on 66 minutes".

In: the goals of a sentence, one of them a mere count. Out: those of the count that the rest of the sentence describes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.extract.goals.told import GoalTold
from flows.extract.story import StoryState
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_NEXT = r"(?=(?:a|an|his|her|from|with|coming|in|on|after|via|direct|another|deep|\d)\b)"
_PART = Sought(
    rf"\b(?:the (?P<order>first|second|third|last|other|latter)|(?P<one>one(?: of (?:them|those))?|once|another|"
    rf"including))"
    rf"(?: (?:of (?:them|which|those)|being|was|came|coming))*,? {_NEXT}"
    rf"|(?P<then>\b(?:first|then)),? (?=(?:on [^,.;]{{2,24}}, )?with (?:a|an|his|her)\b)"
)
_ORDERS = {"first": 1, "second": 2, "third": 3}
_KINDS = (
    ("penalty", re.compile(r"\bpenalt(?:y|ies)\b(?! area| box)|\bspot(?:-kick)?s?\b")),
    ("header", re.compile(r"\bheader\b|\bhead\b|\bheaded\b|\bnodded\b")),
    ("free_kick", re.compile(r"\bfree[- ]kick\b")),
)
_HIS = 12  # letters: "Y added the second"
_HINTS = (" first", " second", " last", "one ", "once ", "another ", " other", "including ")


def shared_out(state: StoryState, sentence: Sentence, told: list[GoalTold]) -> list[GoalTold]:
    """The goals told one by one that a count of the sentence holds; none where no count or nobody's alone."""
    counted = [g for g in told if not g.described and g.n > 1]
    if len({g.scorer for g in counted}) != 1:
        return []
    whole, lower = counted[0], state.text.lower
    if not any(lower.find(hint, whole.end, sentence.span.end) >= 0 for hint in _HINTS):
        return []
    others = [g for g in told if g.scorer != whole.scorer and g.start > whole.end]
    parts = [
        p
        for p in _PART.finditer(lower, whole.end, sentence.span.end)
        if not (_anothers(sentence, p.end()) or any(g.start < p.start() <= g.at + _HIS for g in others))
        and _ORDERS.get(p["order"] or "", 1) <= whole.n
    ]
    ends = [p.start() for p in parts[1:]] + [sentence.span.end]
    described = any(_kind_in(lower[part.end() : end]) for part, end in zip(parts, ends, strict=False))
    unsaid = "open_play" if described else whole.kind
    return [
        _described(state, sentence, replace(whole, kind=unsaid), part, _end_of_part(sentence, part.end(), end), place)
        for place, (part, end) in enumerate(zip(parts, ends, strict=False), start=1)
        if place <= whole.n
    ]


def _kind_in(text: str) -> str | None:
    """The kind of goal that a text tells."""
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), None)


def _anothers(sentence: Sentence, position: int) -> bool:
    """ "another from X": whose name stands next."""
    return any(m.kind in ("PERSON", "NAME") and 0 <= m.start - position < 8 for m in sentence.mentions)


def _end_of_part(sentence: Sentence, start: int, end: int) -> int:
    stops = (
        m.start for m in sentence.mentions if start <= m.start < end and m.kind in ("PERSON", "SUBORDINATE", "STOP")
    )
    return next(stops, end)


def _described(
    state: StoryState, sentence: Sentence, whole: GoalTold, part: re.Match[str], end: int, place: int
) -> GoalTold:
    text = state.text.lower[part.start() : end]
    goal = GoalTold(
        whole.start, whole.end, whole.scorer, sentence, part.start(), "goal.multi", whole.confidence
    )  # fmt: skip
    goal.kind = _kind_in(text) or whole.kind
    order = part.group("order")
    alone = part.group("one") is not None and place == 1
    goal.order = None if alone else _ORDERS.get(order or "", whole.n if order in ("last", "other", "latter") else place)
    goal.sides = whole.sides.copy()
    minute = next((m for m in sentence.mentions if m.kind == "MINUTE" and part.start() <= m.start < end), None)
    if minute is not None:
        goal.minute, goal.added_time = minute.value.minute, minute.value.added
    return goal
