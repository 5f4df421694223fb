"""Where a sentence begins to tell something aside of a side or a man: ", who ...,", ", for whom Hale was booked,".

In: the tokens of a sentence. Out: whether the comma at a place opens an aside, behind which the verb goes on about the
one whom it stands behind; whether a name only acts in a clause of its own.
"""

from __future__ import annotations

import re

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES

_ASIDE = re.compile(r" (?:for whom|without|with|minus|missing|despite|led by|inspired by|under)\b")
_ENDED_IT = re.compile(
    r",? (?:which|that) (?:had |also |finally |eventually )?(?:end|halt|stopp|snapp|broke|brought|put an end|curtail)"
)
_OF_WHOM = SIDES | {"PERSON"}


def opens_an_aside(lower: str, tokens: list[Mention], j: int) -> bool:
    """Whether a comma opens what is told aside."""
    if tokens[j].kind != "COMMA":
        return False
    beside = j > 0 and tokens[j - 1].kind in _OF_WHOM and tokens[j].start == tokens[j - 1].end
    return tokens[j + 1].kind == "WHO" or (beside and _ASIDE.match(lower, tokens[j].end) is not None)


def ended_it(lower: str, end: int) -> bool:
    """ "lost at Rovers, which ended a run of 49 games": no run of theirs."""
    return _ENDED_IT.match(lower, end) is not None


def acts_aside(tokens: list[Mention], i: int, at: int) -> bool:
    """ "X have 31 goals, Hale scoring ten of them, and are third": whoever does something in a clause of its own."""
    if tokens[i].kind not in ("PERSON", "NAME") or not i or tokens[i - 1].kind != "COMMA" or i + 1 >= at:
        return False
    acting = tokens[i + 1].text.split(" ")[0].endswith("ing")
    return acting and any(t.kind == "COMMA" for t in tokens[i + 2 : at])
