"""Rounds that the words at a match only point to: "in the second", "where they will meet X", "at that stage".

In: the sentences of a story and a match as told. Out: the round that is meant, None where nothing points to one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_IN_THE_NTH = re.compile(
    r"[^.;,]{0,40}? in the (second|third|fourth|fifth|sixth)(?=[,.;]| (?:and|before|when|with|after|thanks|on)\b)"
)
_WHERE = re.compile(r"(?:'s)?(?: (?:of|in) [\w' -]{3,40}?)?,? (?:where|in which|and there) [^.;]{0,50}$")
_THAT_STAGE = Sought(
    r"\b(?:at|reach\w*|got to|got as far as|made it to|(?:last|first|previously) at) (?:that|this) stage\b"
)


def round_left_out(lower: str, sentences: Sequence[Sentence], sentence: Sentence, start: int, end: int) -> str | None:
    """The round of a match between two offsets of a sentence."""
    told = sentence.of("ROUND")
    numbered = [m for m in told if str(m.value).endswith(" round") and m.end <= start]
    nth = _IN_THE_NTH.match(lower, end, sentence.span.end) if numbered else None
    if nth is not None and not any(end <= m.start < nth.end() + 8 for m in told):
        return f"{nth[1]} round"
    if not told and _THAT_STAGE.search(lower, *sentence.span) is not None and sentence.number:
        before = [m for m in sentences[sentence.number - 1].of("ROUND") if m.text.lower() not in _ORDINALS]
        return str(before[-1].value) if before else None
    return None


def round_to_be_met_in(lower: str, sentence: Sentence, start: int) -> Mention | None:
    """The round of a match to come: "reach the quarter-finals, where they will meet X"."""
    before = [m for m in sentence.of("ROUND") if m.end <= start]
    return before[-1] if before and _WHERE.match(lower, before[-1].end, start) is not None else None
