"""Whether a word of the vocabulary is part of a name where it stands: "Nick Vale", "Downing", "Henk ten Cate".

In: a page and the word's span. A title, where all words have capitals, tells nothing.
"""

from __future__ import annotations

import re

from flows.extract.text import lexicon
from flows.extract.text.page import Page

_WITHIN = frozenset(f"{letter} " for letter in "abcdefghijklmnopqrstuvwxyz,)")
_SMALL_IN_TITLES = frozenset("the and for with from but into over out off his her its after than who".split())
_MINUTES = re.compile(r" (?:\(\d{1,3}\b|\d{1,3}(?:\+\d)?['’,;.]|\(pen|\(og)")
_PROSE = 8  # words
_SMALL, _SHORT_LINE, _NEARLY_ALL = 2, 3, 0.75


def in_a_name(page: Page, kind: str, start: int, end: int) -> bool:
    """Whether a word is part of a name: a verb that is a surname, "ten" in a Dutch one."""
    if kind == "WIN":
        return page.normal[start].isupper() and (_is_surname(page, start, end) or _ends_a_name(page, start, end))
    return page.lower.startswith("ten ", start) and _is_dutch(page, start)


def _word_before(page: Page, start: int) -> str:
    """The word right before, of the same line."""
    space = max(page.normal.rfind(mark, 0, max(0, start - 1)) for mark in " \n")
    return page.normal[space + 1 : start].rstrip()


def is_mans(page: Page, start: int, end: int) -> bool:
    """Whether a word of play is a man's name: "Nick Vale", "Max Power"; in a title all words are capitalised."""
    normal = page.normal
    if " " in normal[start:end] or not page.padded[start + 1].islower():
        return False
    before = _word_before(page, start)
    if before in lexicon.name_words("FIRST_NAME") and not page.taken[start - 2]:
        return not _in_title(page, start, end)
    if _is_unknown_first_name(page, before, start, end):
        return not _in_title(page, start, end)
    named = page.padded[end] == " " and page.padded[end + 1].isupper() and page.padded[end + 2].islower()
    inside = start > 1 and before[-1:].isalpha() and page.padded[start - 1] == " " and not page.taken[end + 1]
    return (
        named and (inside or normal[start:end] in lexicon.name_words("FIRST_NAME")) and not _in_title(page, start, end)
    )


def is_surname(page: Page, start: int, end: int) -> bool:
    """Whether any word of the vocabulary stands for a man's surname: "Mark Winger", "Ryan Home"."""
    normal = page.normal
    if " " in normal[start:end] or not page.padded[start + 1].islower() or page.taken[start - 2]:
        return False
    if normal[start - 1 : start] != " " or (page.padded[end] == " " and page.padded[end + 1].isupper()):
        return False
    return _word_before(page, start) in lexicon.name_words("FIRST_NAME") and not _in_title(page, start, end)


def _is_unknown_first_name(page: Page, before: str, start: int, end: int) -> bool:
    """ "Inter's Marek Power appeared": a capitalised word that opens no sentence before, and no further one behind."""
    if before.endswith((".", "!", "?", ":", ";", ",")):
        return False  # "at Moss Lane. Headers from X and Y": a sentence ends there
    if not (before[:1].isupper() and before[1:].islower()) or page.taken[start - 2] or page.normal[start - 1] != " ":
        return False
    if before.lower() in lexicon.plain_words() or (page.padded[end] == " " and page.padded[end + 1].isupper()):
        return False
    first = start - len(before) - 1
    return first > 1 and page.normal[first - 2 : first] in _WITHIN


def _in_title(page: Page, start: int, end: int) -> bool:
    """Whether nearly all words of the line but small ones are capitalised; a scorer's minutes stand in no title."""
    if _MINUTES.match(page.lower, end):
        return False
    line = page.normal[page.normal.rfind("\n", 0, start) + 1 : (page.normal.find("\n", start) + 1 or len(page.normal))]
    words = [w for w in line.split() if w[0].isalpha() and len(w) > _SMALL and w not in _SMALL_IN_TITLES]
    return sum(w[0].isupper() for w in words) > len(words) * _NEARLY_ALL and len(words) > _SHORT_LINE


def _is_surname(page: Page, start: int, end: int) -> bool:
    """Whether a verb is a surname here: "Downing" behind a first name, with nothing else capitalised as in a title."""
    before = _word_before(page, start)
    first_name = before[:1].isupper() and before.isalpha() and not page.taken[start - 2]
    return page.lower.endswith("ing", start, end) and first_name and before.lower() not in lexicon.plain_words()


def _ends_a_name(page: Page, start: int, end: int) -> bool:
    """ "Nether Edge, unbeaten in ten, entertain X": one capitalised word behind another in a line of prose."""
    before = _word_before(page, start)
    if not (before[:1].isupper() and before.isalpha() and page.normal[start - 1] == " ") or page.taken[start - 2]:
        return False
    if " " in page.normal[start:end] or (page.padded[end] == " " and page.padded[end + 1].isupper()):
        return False
    line = page.normal[page.normal.rfind("\n", 0, start) + 1 : (page.normal.find("\n", start) + 1 or len(page.normal))]
    words = [w for w in line.split() if w[0].isalpha()]
    return len(words) >= _PROSE and sum(w[0].islower() for w in words) * 2 > len(words)


def _is_dutch(page: Page, start: int) -> bool:
    """Whether "ten" stands between two capitalised words, as in a Dutch name."""
    before = page.normal[page.normal.rfind(" ", 0, start - 1) + 1 : start]
    return page.padded[start + 4].isupper() and before[:1].isupper() and before[1:2].islower()
