"""Surnames that are words too: "Power scored" and "through Best" of a text that tells of Marek Power and Dean Best.

In: the mentions of a document. A word of the vocabulary, or a plain one, becomes a NAME where a longer name ends with
it and it is written with a capital within a sentence, or where a person's verb follows it at the head of one.
"""

from __future__ import annotations

import re
from operator import attrgetter

from flows.extract.text import lexicon
from flows.extract.text.beside import After, Before
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.page import Page

_NAMES = frozenset({"NAME", "TEAM", "COMPETITION", "GROUND", "DATE", "MINUTE", "SCORE", "SEASON", "ROUND"})
_ACTS = After(
    r"(?:'s | (?:was|is|had|has|did|then|also|could|will|would|said|says|put|hit|got|made|came|went|took|gave|found|"
    r"shot|beat|sent|won|left|met|ran|set|fed|led|broke|drew|rose|struck|kept|later|never|again|himself|herself|[a-z]+ed|"
    r"[a-z]+ly [a-z]+ed|and [A-Z]\w+ (?:had|have|both|were|are|combined|scored))\b|,? who\b|,? whose\b|, \d\d,)",
    40,
)
_OPENS = re.compile(r"(?:^|[.!?:\n]['\")]*\s*[\"'(\[]?)$")
_OF_A_DAY = Before(r"\b(?:in|last|since|until|till|by|early|late|mid|next|of|during|from|to|\d) ", 8)
_START = attrgetter("start")


def settle(page: Page, mentions: list[Mention]) -> list[Mention]:
    """The mentions with such surnames as names, in order."""
    surnames = {m.text.rsplit(" ", 1)[1] for m in of_kinds(mentions, ("NAME",)) if " " in m.text and _a_man(m.text)}
    if not surnames:
        return mentions
    for mention in mentions:
        if mention.text in surnames and mention.kind not in _NAMES and _is_named(page, mention.start, mention.end):
            mention.kind, mention.value = "NAME", None
    plain = [word for word in surnames if word.lower() in lexicon.plain_words()]
    return _with_plain(page, mentions, plain) if plain else mentions


def _a_man(name: str) -> bool:
    """Neither in capitals throughout nor with a word that no person's name has."""
    words = name.split()
    return (
        len(words) < 4 and words[-1][0].isupper() and not name.isupper() and words[-1] not in lexicon.name_words("CLUB")
    )


def _with_plain(page: Page, mentions: list[Mention], plain: list[str]) -> list[Mention]:
    """Plain words have no mention yet."""
    page.mentions = []
    for word in plain:
        start = page.normal.find(word)
        while start >= 0:
            end = start + len(word)
            if not (page.taken[start] or page.alnum[start - 1]) and _is_named(page, start, end):
                page.add("NAME", start, end)
            start = page.normal.find(word, end)
    return sorted([*mentions, *page.mentions], key=_START) if page.mentions else mentions


def _is_named(page: Page, start: int, end: int) -> bool:
    normal = page.normal
    if (
        page.alnum[end]
        or normal[end : end + 1] == "-"
        or (normal[end : end + 1] == " " and normal[end + 1 : end + 2].isupper())
    ):
        return False
    if normal[start:end] in lexicon.name_words("CALENDAR") and _OF_A_DAY.search(page.lower, start):
        return False
    if _OPENS.search(normal[max(0, start - 6) : start]):
        return _ACTS.match(normal, end) is not None
    return True
