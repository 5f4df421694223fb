"""A name that nobody knows at the head of a sentence with a result: "Wexcombe had a 3-0 win against Millbeck".

In: a sentence and its mentions before the score. Out: the name or place that is its subject, where no side stands
before the score: what had, earned or ended its run with a result against a side is a side itself.
"""

from __future__ import annotations

import re

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_OPENS = re.compile(r"(?:(?:elsewhere|meanwhile|earlier|also|but|and|there)\b,? |[\w' ,-]{0,30}, )?")
_ACTS = re.compile(
    r",? (?:[a-z]+ly |then |also |now |still |finally )?(?:[a-z]{2,}ed|had|got|went|were|are|have|came|took|made|put|"
    r"kept|fell|ran|hit|rose|found|gave|saw|won|lost|drew|bounce|move|stay|remain|climb|extend|maintain|record|earn|claim)\b"
)


def unknown_head(lower: str, sentence: Sentence, before: list[Mention]) -> Mention | None:
    """The unknown name that heads the sentence, None where another side or a person may be meant."""
    head = next((m for m in before if m.kind not in ("COMMA", "SUBORDINATE", "AND", "ONWARD")), None)
    if head is None or head.kind not in ("NAME", "PLACE") or head.possessive or sentence.quoted or sentence.headline:
        return None
    if any(m.kind in SIDES or m.kind in ("PERSON", "ROLE", "HE") for m in before):
        return None
    opens = _OPENS.fullmatch(lower, sentence.span.start, head.start)
    return head if opens is not None and _ACTS.match(lower, head.end) else None
