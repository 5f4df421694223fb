"""Whom "they" mean before their side is named: "Fresh from a tie in which they lost 3-0 at Brigg, Harland go to York".

In: the lower-case text, a sentence and a pronoun in it. Out: the side that the main clause opens with, behind an
opening that tells of a match, a week or a season "in which they" did something; None where a side before it does.
"""

from __future__ import annotations

import itertools
import re

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence, objective

_OPENS = re.compile(
    r"\W*(?:still |just |no doubt |clearly |only days? |(?:[\w-]+ ){0,3})?(?:fresh|back|buoyed|smarting|reeling|"
    r"recovering|encouraged|boosted|bruised|stung|lifted|deflated|after|following|despite|on the back|off the back|"
    r"in the wake|for all|thanks|with|from|because|such was)\b"
)
_IN_WHICH = re.compile(
    r"\b(?:in|on|during|from|through|over|after|at the end of) which |\b(?:game|match|tie|week|weekend|month|day|night|"
    r"afternoon|season|campaign|run|spell|summer|start|trip) (?:where|when|that saw|that) "
)
_NEXT = 3  # letters between a comma and the side behind it


def named_later(lower: str, sentence: Sentence, they: Mention) -> Mention | None:
    """The side that "they" or "their" in an opening phrase goes before."""
    if they.text.lower() not in ("they", "their") or _OPENS.match(lower, sentence.span.start, they.start) is None:
        return None
    before = [i for i, m in enumerate(sentence.mentions) if m.start < they.start]
    if any(sentence.mentions[i].kind in SIDES and not objective(sentence.mentions, i) for i in before):
        return None
    if not _IN_WHICH.search(lower, sentence.span.start, they.start):
        return None
    behind = sentence.mentions[len(before) + 1 :]
    for comma, side in itertools.pairwise(behind):
        if comma.kind == "COMMA" and side.kind in SIDES and side.start - comma.end <= _NEXT:
            return None if side.possessive else side
    return None
