"""Which round was drawn, in a story of a draw: "quarter-final draw", "the draw for the last eight".

In: a story. Out: the round whose pairings it announces; its results are those of the round before.
"""

from __future__ import annotations

import re

from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_DRAW_BEHIND = re.compile(r"(?: stage)?(?: ties)? draw\b(?! (?:with|at|against|between|specialists))")
_DRAW_BEFORE = re.compile(r"\bdraw (?:for|of) (?:the |this season's )?(?:[\w'/-]+ ){0,5}$")
_OPENING = 1  # paragraphs


def round_drawn(state: StoryState) -> str | None:
    """The round that the headline or the first paragraphs say was drawn."""
    for sentence in state.sentences:
        if sentence.paragraph > _OPENING:
            return None
        drawn = next((m for m in sentence.of("ROUND") if heads_a_draw(state, sentence, m)), None)
        if drawn is not None:
            return str(drawn.value)
    return None


def heads_a_draw(state: StoryState, sentence: Sentence, mention: Mention) -> bool:
    """Whether a round is said to have been drawn: in a heading, or as "the draw for the last eight"."""
    lower = state.text.lower
    heading = (sentence.headline or sentence.alone) and _DRAW_BEHIND.match(lower, mention.end) is not None
    return (
        heading or _DRAW_BEFORE.search(lower, max(sentence.span.start, mention.start - 70), mention.start) is not None
    )
