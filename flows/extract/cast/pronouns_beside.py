"""Whom a pronoun means by the words beside it alone: "joined Rovers and kept them up", "after a week in which they
lost twice, Rovers ...".

In: the lower-case text, the mentions before a pronoun, the pronoun and its sentence. Out: the side named last before it
that a coach's verb of leading takes up, unless it was only played; the side that an opening goes before; else None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.extract.cast.named_later import named_later
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_LEADS = re.compile(
    r"\b(?:leading|guiding|steering|taking|helping|inspiring|captaining|managing|coaching|bringing|keeping|saving|"
    r"rescuing|turning|(?:and|he|she|who|then|had|also|but) (?:then |also |had )?(?:led|leads|guided|guides|steered|"
    r"steers|took|takes|taken|helped|helps|inspired|captained|managed|coached|brought|kept|keeps|saved|"
    r"rescued|turned)) $"
)
_PLAYED = re.compile(
    r"\b(?:against|over|beat\w*|versus|past|facing|faced|defeat(?:ed|ing|s)?(?: (?:to|by|at))?) (?:[\w-]+ ){0,2}$"
)
_REACH = 30
_BESIDE = 6  # letters
_BARRED = frozenset({"STOP", "QUOTE", "SCORE"})


def side_beside(lower: str, before: Sequence[Mention], they: Mention, sentence: Sentence) -> Mention | None:
    """Whom the sentence's own words say that a pronoun means."""
    return _led_side(lower, before, they) or _done_for(lower, before, they) or named_later(lower, sentence, they)


def _done_for(lower: str, mentions: Sequence[Mention], they: Mention) -> Mention | None:
    """ "was not enough for Harland as they went down": the side for which something is done, right before."""
    if they.text.lower() != "they" or not lower.endswith((" as they", " when they"), 0, they.end):
        return None
    before = [m for m in mentions if m.end <= they.start]
    found = next((i for i in range(len(before) - 1, -1, -1) if before[i].kind == "TEAM"), None)
    if found is None or not found or before[found - 1].kind != "FOR" or before[found].attributive:
        return None
    side = before[found]
    beside = side.start - before[found - 1].end <= _BESIDE and they.start - side.end <= _BESIDE
    return side if beside and not side.possessive else None


def _led_side(lower: str, before: Sequence[Mention], them: Mention) -> Mention | None:
    """The side that "them" behind a verb of leading means."""
    if them.text.lower() != "them" or _LEADS.search(lower, max(0, them.start - 24), them.start) is None:
        return None
    for mention in reversed(before):
        if mention.kind in _BARRED:
            return None  # of a sentence with a score a match is told, and "them" is whoever won it
        if mention.kind in ("TEAM", "NAME") and mention.start < them.start:
            played = _PLAYED.search(lower, max(0, mention.start - _REACH), mention.start)
            if lower.endswith(" at ", 0, mention.start) and any(m.kind == "SCORE" for m in before):
                return None  # "a 2-0 win, watched by 9,000 at Northgate, that lifted them": where it was played
            return None if played or mention.possessive else mention
    return None
