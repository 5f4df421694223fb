"""Number words that belong together: "twenty-one", "three hundred", "five and a half", "five million pounds".

In: a page with all its mentions. Out: the mentions in order, such numbers as one.
"""

from __future__ import annotations

from operator import attrgetter

from flows.extract.text import figures
from flows.extract.text.mentions import Mention, where
from flows.extract.text.page import Page

_START = attrgetter("start")
_READ = frozenset({"NUMBER", "ORDINAL", "MULTI"})
_TENS = {20, 30, 40, 50, 60, 70, 80, 90}


def joined_numbers(page: Page) -> list[Mention]:
    """Number words that belong together made one: twenty-one, three hundred, five and a half."""
    ordered = sorted(page.mentions, key=_START)
    joined: list[Mention] = []
    last: Mention | None = None
    numbers = []
    reached = 0
    for index in where(ordered, _READ):
        if reached < index:
            joined += ordered[reached:index]
            last = None
        mention, reached = ordered[index], index + 1
        number = mention.kind == "NUMBER"
        if last is not None and mention.kind == "MULTI" and last.value in _TENS and _touches(page, last, mention):
            mention.end = mention.start + len(mention.text.replace("-", " ").split(" ", 1)[0])
            _join(last, mention, page)
            continue
        if last is not None and (number or mention.kind == "ORDINAL") and _adjoin(page, last, mention):
            _join(last, mention, page)
        else:
            joined.append(mention)
            last = mention if number else None
            if number:
                numbers.append(mention)
    joined += ordered[reached:]
    for mention in numbers:
        if mention.kind == "NUMBER" and page.lower.startswith(" and a half", mention.end):
            mention.end += len(" and a half")
            mention.text = page.normal[mention.start : mention.end]
            mention.value += 0.5
        if mention.kind == "NUMBER" and page.normal[mention.start].isalpha():
            _in_money(mention, page)
    return joined


def _in_money(mention: Mention, page: Page) -> None:
    """ "five million pounds" is a sum."""
    told = figures.money_in_words(page.lower, mention.end, mention.value)
    if told is not None:
        mention.kind, mention.end, mention.value = "MONEY", *told
        mention.text = page.normal[mention.start : mention.end]


def _adjoin(page: Page, last: Mention, mention: Mention) -> bool:
    between = page.normal[last.end : mention.start]
    if last.text[0].isdigit() or mention.text[0].isdigit():
        return False
    tens = last.value in _TENS and between in "- " and mention.value < 10
    scale = between == " " or (between == "-" and mention.kind == "ORDINAL")
    return tens or (scale and mention.value in (100, 1000, 1000000, 1000000000))


def _touches(page: Page, last: Mention, mention: Mention) -> bool:
    """ "twenty-four goals": the "four goals" that seem told belong to the tens before them."""
    return page.normal[last.end : mention.start] in ("-", " ") and mention.text.lower().endswith(" goals")


def _join(last: Mention, mention: Mention, page: Page) -> None:
    last.value = last.value + mention.value if mention.value < 10 else last.value * mention.value
    last.kind = "ORDINAL" if mention.kind == "ORDINAL" else "NUMBER"
    last.end = mention.end
    last.text = page.normal[last.start : last.end]
    last.possessive = mention.possessive
