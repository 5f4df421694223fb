"""Words that news agencies of North America use in another sense: "a 1-1 tie", "lost to host Brigg", "Host Brigg won".

In: the mentions of a document. Out: the same, a "tie" behind its score as a draw and no match, and without each "host"
that describes the side behind it and welcomes nobody.
"""

from __future__ import annotations

import re
from itertools import pairwise
from operator import attrgetter

from flows.extract.text.mentions import Mention
from flows.extract.text.page import Page

_DESCRIBES = re.compile(
    r"(?:\b(?:at|against|by|with|over|past|beat|beats|beating|defeated|defeating|edged|stunned|held|hold|holding|of|"
    r"face|faces|facing|faced|downed|routed|thrashed)|(?:\d-\d|\b(?:los[st]\w*|fell|falls|defeat|losing))"
    r"(?: at home)? to)(?! (?:to|will|would|can|could|may|might|must)\b)"
    r" (?:(?!(?:to|will|would|and|who|which|that|then|also|they|he|we)\b)[a-z-]+ ){0,2}$"
)
_EXPENSE = re.compile(r" (?!the\b|their\b|his\b|our\b|its\b)(?:[\w.&-]+ ){0,2}[\w.&-]+'s? expense\b|'? the expense of ")
_REACH = 40
_START = attrgetter("start")
_NAMED = frozenset({"TEAM", "NAME", "NATIONALITY", "PLACE"})
_TIES = re.compile(r"\bties(?= \d-\d| (?:at |with )?[A-Z][\w.' -]{2,30}? \d-\d)")
_SCORELESS = re.compile(r"\b(?:goalless|scoreless|nil-nil|scoring) $")


def settle(page: Page, mentions: list[Mention]) -> list[Mention]:
    """The mentions, such words in their sense."""
    lower = page.lower
    if " tie" in lower:
        for before, mention in pairwise(mentions):
            if mention.kind == "FIXTURE_NOUN" and mention.text == "tie" and _is_drawn(lower, before, mention):
                mention.kind = "DRAW_NOUN"
        mentions = _with_verbs(page, mentions)
    if " expense" in lower:
        for mention in mentions:
            if mention.kind == "AT" and _EXPENSE.match(lower, mention.end) is not None:
                mention.kind = "AGAINST"
    if "host " not in lower:
        return mentions
    leading: list[Mention | None] = [None, *mentions[:-1]]
    following: list[Mention | None] = [*mentions[1:], None]
    return [m for a, m, b in zip(leading, mentions, following, strict=True) if not _only_describes(page, a, m, b)]


def _with_verbs(page: Page, mentions: list[Mention]) -> list[Mention]:
    """ "Harland ties Brigg 1-1", "ties 2-2 at Brigg": verbs of a draw, which have no mention yet."""
    found = [Mention("DRAW", m.start(), m.end(), m.group()) for m in _TIES.finditer(page.normal)]
    found = [m for m in found if page.taken.find(1, m.start, m.end) < 0]
    return sorted([*mentions, *found], key=_START) if found else mentions


def _is_drawn(lower: str, before: Mention, tie: Mention) -> bool:
    """ "a 1-1 tie", "a goalless tie": a result; no "FA Cup tie", "the tie"."""
    score = before.kind == "SCORE" and tie.start - before.end <= 1 and before.value[0] == before.value[1]
    return score or _SCORELESS.search(lower, max(0, tie.start - 12), tie.start) is not None


def _only_describes(page: Page, before: Mention | None, mention: Mention, after: Mention | None) -> bool:
    """ "at host Brigg", no side that does host: "Crag of the Vale host Brigg"."""
    if mention.kind != "HOST" or mention.text.lower() != "host" or after is None or after.kind not in _NAMED:
        return False
    if after.start - mention.end > 1 or not page.normal[after.start].isupper():
        return False
    if mention.text == "Host":
        return True
    if before is not None and before.kind in _NAMED and " of " in before.text and mention.start - before.end == 1:
        return False
    return _DESCRIBES.search(page.lower, max(0, mention.start - _REACH), mention.start) is not None
