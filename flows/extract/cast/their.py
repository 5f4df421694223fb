"""Whose "their" is by the words of its own sentence: "X ahead of their trip", "X beat Y after ending their run".

In: a "their" and its sentence. Out: the side named before it that it means; None where none is, or where the sentence's
subject owns it, which `centers` finds.
"""

from __future__ import annotations

import re

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence, objective

_NTH_GAME = re.compile(
    r" (?:opening|first|second|third|fourth|fifth|sixth|last|final|previous|only|next) (?:[\w-]+ ){0,2}?(?:game|match|"
    r"fixture|outing|tie|home game|qualifier)(?:e?s)?\b"
)
_BY_THE_SUBJECT = re.compile(
    r"\b(?:after|before|by|since|while|despite|without|having|following) [a-z]+(?:ing|ed|en)\b[^,.;]*$|"
    r"\band (?:then |also |now |will )?[a-z]+(?: up| off)? $"
)
_IN_ORDER_TO = re.compile(r"\bto (?:[a-z]+ ){1,4}$")
_SINCE = re.compile(
    r"(?:(?! who\b| which\b)[^.;:\"]){0,48}?\b(?:after|following|despite|buoyed by|boosted by|smarting from|fresh from|"
    r"on the back of|in the wake of|on a high from|recovering from|reeling from|encouraged by|lifted by) "
)
_MEETS = frozenset({"TRAVEL", "HOST", "FIXTURE"})
_MET = frozenset({"WIN", "AGAINST", "AT", "WITH", "TO", "DRAW"})


def owner_named(lower: str, mention: Mention, sentence: Sentence) -> str | None:
    """ "X ahead of their trip": the side told last before it; after "and" the one whose possessive the list began
    with."""
    before = [m for m in sentence.mentions if m.start < mention.start]
    sides = [m for m in before if m.kind == "TEAM" and not m.attributive]
    sides = [m for m in sides if not m.compared] or sides
    if not sides or _is_of_the_subject(lower, mention, sentence, sides[-1]):
        return None
    if before[-1].kind == "AND":
        sides = [m for m in sides if m.possessive] or sides[:1]
    elif _goes_there_after(lower, mention, sentence, sides[-1]):
        acting = [m for m in sides if not objective(sentence.mentions, sentence.mentions.index(m))]
        if not acting:
            return None
        sides = acting
    elif _is_done_by_the_subject(lower, mention, sentence, sides[-1]):
        acting = [m for m in sides if not objective(sentence.mentions, sentence.mentions.index(m))]
        if not acting and _is_whom_a_match_is_against(sentence.mentions, sides[-1]):
            return None
        sides = acting or sides
    return str(sides[-1].value)


def _goes_there_after(lower: str, their: Mention, sentence: Sentence, last: Mention) -> bool:
    """ "X visit Y on Wednesday, four days after their 2-0 win over Z": what has been is told of whoever goes there."""
    index = sentence.mentions.index(last)
    meets = index > 0 and sentence.mentions[index - 1].kind in _MEETS
    return meets and _SINCE.fullmatch(lower, last.end, their.start) is not None


def _is_done_by_the_subject(lower: str, their: Mention, sentence: Sentence, last: Mention) -> bool:
    """ "X beat Y after ending their run", "X beat Y 2-1 to book their place": the subject's, not the object's."""
    start = max(last.end, their.start - 40)
    if _BY_THE_SUBJECT.search(lower, start, their.start):
        return True
    index = sentence.mentions.index(last)
    met = index > 0 and sentence.mentions[index - 1].kind in _MET
    return met and _IN_ORDER_TO.search(lower, start, their.start) is not None


def _is_whom_a_match_is_against(mentions: list[Mention], side: Mention) -> bool:
    """ "The meeting with X, reached despite losing their first two games": no side that is told there has lost."""
    before = [m.kind for m in mentions[: mentions.index(side)]][-2:]
    return before[:1] == ["FIXTURE_NOUN"] and before[1] in ("WITH", "AGAINST")


def _is_of_the_subject(lower: str, their: Mention, sentence: Sentence, last: Mention) -> bool:
    """ "The champions, who lost to X in their opening game": a game of whoever plays it against X."""
    game = _NTH_GAME.match(lower, their.end)
    return game is not None and objective(sentence.mentions, sentence.mentions.index(last))
