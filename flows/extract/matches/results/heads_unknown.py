"""A name that nobody knows at the head of a sentence with a result: "Wexcombe had a 3-0 win against Millbeck".

In: a sentence and its mentions before the result. Out: the name or place that is its subject, where no other side that
stands before can be: what had, earned or ended its run with a result against a side is a side itself, and so is what
profited from another's slip, winning 3-2.
"""

from __future__ import annotations

import re

from flows.extract.matches.results.means import had_a_setback, is_acted_on, is_watched
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_OPENS = re.compile(
    r"(?:(?:elsewhere|meanwhile|earlier|also|but|and|there)\b,? |[\w' ,-]{0,30}, )?"
    r"(?:(?:top of the (?:table|league)|bottom of the (?:table|league)|leaders|champions|holders|strugglers|"
    r"(?:bottom|top) (?:side|club)|struggling|league|cup|defending|reigning|promoted|newly-promoted|in-form|"
    r"high-flying|lowly|winless|unbeaten|[\w-]+-(?:placed|threatened|chasing|topping|tier|league)) ){0,3}"
)
_ACTS = re.compile(
    r"(?:, (?:who|bottom|top|second|[a-z]+th|[a-z]+-placed|without|still|now|newly|already) [^,.;]{3,60},)?,? "
    r"(?:[a-z]+ly |then |also |now |still finally )?"
    r"(?:[a-z]{2,}ed|had|got|went|were|are|have|came|took|made|put|"
    r"kept|fell|produced|sprang|proved|began|ran|hit|rose|found|gave|saw|won|lost|drew|bounce|move|stay|remain|climb|extend|"
    r"maintain|record|earn|claim)\b"
)


_ASIDE = re.compile(r", [^,.;:]{4,60}, (?:also |then |still |again |have |had |were |are )?")
_WHO_DID = re.compile(
    r", who (?:had |have )?(?:trail\w*|led|were|are|have|came|went|fought|recovered|lost|won|drew|finished)\b"
    r"[^;:.]{3,60} "
)
_BEGINS = re.compile(
    r"(?:.*\W(?:but|while|whereas|and|although|though|as|when|where) )?"
    r"(?:the )?(?:[a-z]+-[a-z]+ |promoted |struggling )?",
    re.DOTALL,
)
_OF_A_MAN = re.compile(
    r"\b(?:\d\d|who (?:is|was|has scored|scored|took|replaced)|coach|manager|boss|captain|skipper|striker|forward|"
    r"defender|midfielder|goalkeeper|keeper|winger|his|her|he|she|player|sent off|substitute|signed|loan)\b"
)
_VERBS = frozenset({"WIN", "WIN_INTRANSITIVE", "LOSE", "DRAW", "GOAL_ACT", "GIVE_LEAD"})
_BEFORE_IT = frozenset({"COMMA", "SUBORDINATE", "AND", "ONWARD", "OF", "ORDINAL", "SIDE_NOUN"})
_MEN = frozenset({"PERSON", "ROLE", "HE"})
_THINGS = frozenset("matters things goals injuries nerves fatigue tempers weather".split())  # "Matters came to a head"
_STRIKES = frozenset({"GOAL_NOUN", "FREE_KICK", "HEADER", "PENALTY", "SECOND", "THIRD"})


def unknown_head(lower: str, sentence: Sentence, before: list[Mention], anchor: Mention) -> Mention | None:
    """The unknown name that heads the sentence, None where another side or a person may be meant."""
    sides = any(m.kind in SIDES or m.text.lower() == "they" for m in before)
    if anchor.kind in _VERBS and not sides and not anchor.text.lower().split()[0].endswith("ing"):
        return None
    head = next((m for m in before if m.kind not in _BEFORE_IT), None)
    if head is None or head.kind not in ("NAME", "PLACE") or head.possessive or sentence.quoted or sentence.headline:
        return None
    if " " not in head.text and head.text.lower() in _THINGS:
        return None
    if any(_may_be_meant(lower, before, i, anchor) for i in range(len(before))):
        return None
    opens = _OPENS.fullmatch(lower, sentence.span.start, head.start)
    return head if opens is not None and _ACTS.match(lower, head.end) else None


def unknown_with_aside(lower: str, sentence: Sentence, before: list[Mention], anchor: Mention) -> Mention | None:
    """The unknown name that a clause with a verb of a result begins with, an aside behind it that tells of no man: "but
    Wexcombe, third last season, crashed 3-0 at Millbeck"."""
    if anchor.kind not in _VERBS | {"BEATEN"} or sentence.headline or sentence.quoted:
        return None
    name = next((m for m in reversed(before) if m.kind == "NAME" and not m.possessive), None)
    if name is None or any(m.kind in SIDES or m.kind in _MEN for m in before if m.start > name.start):
        return None
    aside = _ASIDE.fullmatch(lower, name.end, anchor.start) or _WHO_DID.fullmatch(lower, name.end, anchor.start)
    begins = _BEGINS.fullmatch(lower, sentence.span.start, name.start)
    return name if aside is not None and begins is not None and not _OF_A_MAN.search(aside[0]) else None


def _may_be_meant(lower: str, before: list[Mention], index: int, anchor: Mention) -> bool:
    """Whether a mention is of a man, or of a side that is more than what the head did something to."""
    mention = before[index]
    if mention.kind == "PERSON" and mention.possessive:
        scored = before[index + 1 : index + 2]
        return not (scored and scored[0].kind in _STRIKES and lower.endswith(", ", 0, mention.start))
    if mention.kind not in SIDES or had_a_setback(lower, mention, anchor):
        return mention.kind in _MEN
    return not (is_watched(lower, before, index, anchor) or is_acted_on(lower, before, index, anchor))
