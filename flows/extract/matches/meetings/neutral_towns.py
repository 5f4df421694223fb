"""Whether a club's name behind a round is only the town where two others play: "face X in the last four at Cardiff".

In: a sentence and a mention of a side in it. Out: whether the sentence has told the two of that round before.
"""

from __future__ import annotations

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence, objective

_STAGES = frozenset({"ROUND", "LEG", "COMPETITION"})


def is_played_at(sentence: Sentence, side: Mention) -> bool:
    """Whether a side stands as a place: behind "at", its round and the opponent that a verb or a noun governs."""
    before = [m for m in sentence.mentions if m.end <= side.start]
    stage = next((i for i in range(len(before) - 2, 1, -1) if before[i].kind in _STAGES), None)
    if stage is None or before[-1].kind != "AT" or len(before) - 2 - stage > 1:
        return False
    inside = before[stage - 1].kind == "IN" and before[stage - 2].kind == "TEAM"
    return inside and objective(sentence.mentions, stage - 2)
