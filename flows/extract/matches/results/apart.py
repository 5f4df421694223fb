"""Which sides of a result's surroundings were not in its match: another result stands between, a score of their own, or
both fared alike.

In: a sentence, the words of a result and a side. Out: whether the side had another match.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.sentence import SIDES, Sentence

_OUTCOMES = frozenset({"WIN", "LOSE", "DRAW", "BEATEN", "WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN", "WIN_INTRANSITIVE"})
_LEADS = frozenset({"IN_PLAY", "LEAD"})
_BESIDE = 14  # letters: "an early"
_TOGETHER = re.compile(r" and (?:the )?(?:[\w-]+ ){0,3}$")
_BOTH = re.compile(r",? (?:[\w-]+ )?(?:both|each|all|too|alike)\b")


def is_a_lead(sentence: Sentence, anchor: Mention, last: Mention) -> bool:
    """ "2-1 up from the first leg", "trailed 2-1 from", "a 2-0 first-leg deficit"."""
    lead = anchor.kind in _LEADS or last.kind in _LEADS or last.kind == "LEG"
    return lead and any(anchor.start < m.start <= last.end + _BESIDE for m in sentence.of("LEG"))


def of_another(sentence: Sentence, anchor: Mention, last: Mention | None, side: Mention) -> bool:
    """Whether another result, with words of its own, stands between a result and a side: "won 2-1, and wins over X";
    the result that follows a lead "from the first leg" is of the same two sides."""
    if last is not None and is_a_lead(sentence, anchor, last):
        return False
    end = max(anchor.end, last.end if last is not None else 0)
    return any(m.kind in _OUTCOMES and end <= m.start < side.start for m in sentence.mentions)


def told_apart(sentence: Sentence, one: Mention, subject: int) -> bool:
    """ "X beat them 4-0, Y won 5-1": both had a third side to play, as the score between them shows."""
    return any(m.kind == "SCORE" and one.end <= m.start < subject for m in sentence.mentions)


def fared_alike(state: StoryState, one: str, two: str) -> bool:
    """ "X and Y were both beaten": two sides of which a story tells that the same befell both have not met."""
    lower = state.text.lower
    for sentence in state.sentences:
        sides = of_kinds(sentence.mentions, SIDES)
        for first, second in pairwise(sides):
            if {state.side(first, sentence), state.side(second, sentence)} != {one, two}:
                continue
            joined = _TOGETHER.fullmatch(lower, first.end, second.start) is not None
            if joined and _BOTH.match(lower, second.end):
                return True
    return False
