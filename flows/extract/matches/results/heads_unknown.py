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


def _may_be_meant(lower: str, before: list[Mention], index: int, anchor: Mention) -> bool:
    """Whether a mention is of a man, or of a side that is more than what the head did something to."""
    mention = before[index]
    if mention.kind == "PERSON" and mention.possessive:
        scored = before[index + 1 : index + 2]
        return not (scored and scored[0].kind in _STRIKES and lower.endswith(", ", 0, mention.start))
    if mention.kind not in SIDES or had_a_setback(lower, mention, anchor):
        return mention.kind in _MEN
    return not (is_watched(lower, before, index, anchor) or is_acted_on(lower, before, index, anchor))
