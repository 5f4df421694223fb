"""Capitalised names that no vocabulary knows: people, unknown clubs, institutions.

In: a page whose vocabulary, words and figures are taken. Runs of capitalised words that are still free become names,
without what opens the sentence, describes a side ("Strugglers Harland") or is hung on behind ("Harland-based").
"""

from __future__ import annotations

import re

from flows.extract.text import lexicon
from flows.extract.text.page import Page
from flows.extract.text.peoples import country_of

_PARTICLE = r"(?:de|du|des|da|do|dos|das|van|der|den|di|del|della|von|el|al|ter|ten|la|le|bin|ibn|abu|e|y|zu)"
_WORD = r"[A-Z](?:'(?!s\b))?[\w-]*(?:'(?!s\b)\w+)*"
_LEADING = tuple("van von de der den da dos di del della el al ter bin ibn la".split())
_CAPITALS = re.compile(rf"{_WORD}(?:(?: &|(?: {_PARTICLE}){{0,2}}) (?:[A-Z]\.? )?{_WORD})*")
_OF_A_LADDER = re.compile(r"(?:Step|Tier|Level|Pot|Phase|Stage|Round) \d")  # "Step 5 minnows X"
_TOLD_AT_LENGTH = re.compile(
    r"[A-Z][a-z]+(?:-[a-z]+)*-(?:of|in|on|off|from|to|at|the|so|for|out|their|and)(?:-[a-z]+)+ "
)
_LESS = 6  # letters
_SPEAKERS = frozenset({"i", "i'm", "i've", "i'd", "i'll"})
_CONTRACTED = re.compile(  # "You've", "Couldn't", "What's"
    r"(?:i|you|we|they|he|she|it|who|that|there|what)'(?:ve|re|ll|d)|(?:it|he|she|that|there|what|who|here|how|where|"
    r"let)'s|(?:is|are|was|were|do|does|did|has|have|had|ca|could|would|should|wo|might|must)n't"
)
_HUNG_ON = frozenset(
    "based born bound high low best record leading winning chasing owned led trained style like supporting mad wide "
    "made funded".split()
)
_GAME_BEHIND = re.compile(
    r" (?:replay|game|match|tie|clash|fixture|derby|final|semi-final|showdown|encounter|meeting|contest)s?\b|"
    r"(?P<line> \d{1,2}-\d{1,2}(?:\n|$))"
)
_ENDS_A_CLUB = re.compile(r" (?P<club>A?FC) (?P<next>[A-Z][a-z]+)")
_AFTER_FC = lexicon.name_words("WOMEN") | {
    "Academy",
    "Reserves",
    "Development",
    "Youth",
    "Under",
    "United",
    "Foundation",
}
_OF_BROADCASTERS = frozenset(
    "Radio Sport Sports Five One Two Three Four News Online Scotland Wales London World TV Television Breakfast Match "
    "Website Northern Look Points Alba Sportsday Sportsweek Asian Director".split()
)


def add_capitals(page: Page) -> None:
    """Runs of capitalised words that are still free: people, unknown clubs, institutions."""
    for match in _CAPITALS.finditer(page.normal):
        span = match.span()
        if page.taken.find(0, *span) < 0:
            continue
        for start, end in _free_pieces(page, *span):
            opened = start
            start, end = (
                _without_openers(page, start, end),
                _without_speaker(page, start, _without_tail(page, start, end)),
            )
            _add_people(page, opened, start)
            if end - start > 1 and not _OF_A_LADDER.match(page.normal, start, end + 3):
                for one, other in _pair(page, _with_particles(page, start), end):
                    page.add("NAME", one, other)


def _pair(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """The two names of "the Merrow-Harland replay", of a line "Merrow-Harland 0-1"; else the one name."""
    hyphen = page.normal.find("-", start, end)
    told = hyphen > start and page.normal[hyphen + 1].isupper() and _GAME_BEHIND.match(page.lower, end)
    if not told or not (told["line"] or page.lower.endswith("the ", 0, start)):
        return [(start, end)]
    return [(start, hyphen), (hyphen + 1, end)]


def _add_people(page: Page, start: int, end: int) -> None:
    """ "Frenchman" right before a name says of which country its man is."""
    if start == end:
        return
    word = page.normal[start:end].rstrip()
    country = country_of(word) if word and " " not in word else None
    if country is not None:
        page.add("NATIONALITY", start, start + len(word), country)


def _with_particles(page: Page, start: int) -> int:
    """Where a name begins whose first words are small: "van der Horst", "de Souza"."""
    while start > 1 and page.normal[start - 1] == " " and page.normal.endswith(_LEADING, 0, start - 1):
        before = max(page.normal.rfind(mark, 0, start - 1) for mark in ' \n"')
        word = page.normal[before + 1 : start - 1]
        if word not in _LEADING or page.taken[before + 1]:
            break
        start = before + 1
    return start


def _without_openers(page: Page, start: int, end: int) -> int:
    """Where a name begins once plain words that open the sentence are taken off ("After Gosens", "The")."""
    while start < end:
        space = page.normal.find(" ", start, end)
        word = page.lower[start : end if space < 0 else space]
        opens = (
            word in lexicon.plain_words()
            or word in _SPEAKERS
            or _CONTRACTED.fullmatch(word) is not None
            or _told_to(page, word, space + 1)
        )
        named = space > 0 or _is_before_a_name(page, end)
        told = named and (_tells_of_it(word) or _TOLD_AT_LENGTH.match(page.normal, start) is not None)
        if not opens and not told and not _tells_of_a_man(page, start, space, end):
            break
        if space > 0 and page.normal[start:space] in lexicon.name_words("FIRST_NAME"):
            break
        start = end if space < 0 else space + 1
    return start


def _is_before_a_name(page: Page, end: int) -> bool:
    """Whether a known name stands right behind."""
    return (
        page.normal.startswith(" ", end)
        and bool(page.taken[end + 1 : end + 2])
        and page.normal[end + 1 : end + 2].isupper()
    )


def _tells_of_it(word: str) -> bool:
    """ "Strugglers Harland", "Ten-man Harland", "Injured Jon Hale"; at length it is "Bottom-of-the-table Harland"."""
    head, _, tail = word.rpartition("-")
    return (
        word in lexicon.name_words("SIDE_TOLD")
        or (word.endswith("less") and len(word) > _LESS)  # "Managerless Harland"
        or word in lexicon.name_words("MAN_TOLD")
        or (head.isalnum() and tail in lexicon.name_words("SIDE_TOLD_HYPHENED"))
    )


def _tells_of_a_man(page: Page, start: int, space: int, end: int) -> bool:
    """ "Young Jon Hale", but "Young Boys" and "Big Sam": what begins names too, before a first name and one more."""
    if page.normal[start:space] not in lexicon.name_words("MAN_TOLD_BEFORE_FULL"):
        return False
    first, _, rest = page.normal[space + 1 : end].partition(" ")
    return bool(rest) and first in lexicon.name_words("FIRST_NAME")


def _told_to(page: Page, word: str, after: int) -> bool:
    """A broadcaster before another name: "he told the BBC Merrow were better", but "BBC Radio"."""
    return word == "bbc" and after > 0 and page.normal[after:].partition(" ")[0] not in _OF_BROADCASTERS


def _without_tail(page: Page, start: int, end: int) -> int:
    """Where a name ends that a word is hung on to ("Merrow-based", "a Merrow League-high"), or that runs from a club's
    "FC" into a headline's next word ("Harland FC Forces Draw")."""
    name = page.normal[start:end]
    if "-" not in name and "FC " not in name and "Football" not in name:
        return end
    legal = _ENDS_A_CLUB.search(page.normal, start, end)
    if legal is not None and legal["next"] not in _AFTER_FC:
        return legal.end("club")
    if page.normal.endswith(" Football", start, end) and page.normal.startswith(" Club", end):
        return end - len(" Football")
    hyphen = page.normal.rfind("-", start, end)
    return hyphen if hyphen > start and page.normal[hyphen + 1 : end] in _HUNG_ON else end


def _without_speaker(page: Page, start: int, end: int) -> int:
    """Where a name ends that runs into the next words ("John I think")."""
    space = page.normal.rfind(" ", start, end)
    return space if space > start and page.lower[space + 1 : end] in _SPEAKERS else end


def _free_pieces(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    if page.taken.find(1, start, end) < 0 and page.alnum[end - 1] and not page.alnum[start - 1]:
        return [(start, end)]
    pieces = []
    position = start
    while position < end:
        while position < end and (page.taken[position] or not page.normal[position].isupper()):
            position += 1
        stop = position
        while stop < end and not page.taken[stop]:
            stop += 1
        piece_end = stop
        while piece_end > position and not page.normal[piece_end - 1].isalnum():
            piece_end -= 1
        if piece_end > position and (position == 0 or not page.normal[position - 1].isalnum()):
            pieces.append((position, piece_end))
        position = stop + 1
    return pieces
