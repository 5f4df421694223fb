"""Whom a coach led where a pronoun says it: "spent two years at Rovers, leading them to fifth", "joined Rovers and kept
them up".

In: the lower-case text, the mentions before a pronoun and the pronoun. Out: the side named last before it that a verb
of leading takes up, None where it is no such verb or the side was only played.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.extract.text.mentions import Mention

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
_BARRED = frozenset({"STOP", "QUOTE", "SCORE"})


def led_side(lower: str, before: Sequence[Mention], them: Mention) -> Mention | None:
    """The side that "them" behind a verb of leading means."""
    if them.text.lower() != "them" or _LEADS.search(lower, max(0, them.start - 24), them.start) is None:
        return None
    for mention in reversed(before):
        if mention.kind in _BARRED:
            return None  # of a sentence with a score a match is told, and "them" is whoever won it
        if mention.kind in ("TEAM", "NAME") and mention.start < them.start:
            played = _PLAYED.search(lower, max(0, mention.start - _REACH), mention.start)
            return None if played or mention.possessive else mention
    return None
