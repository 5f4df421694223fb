"""Names that a full stop, a figure or an "of" cuts in pieces: "St. Aldhelm's", "J.J. Hale", "Altmark 07", "Queen of X".

In: the mentions of a document in order. Out: the same, each such name as one mention. A figure belongs to a name where
no tally can be meant: it begins with a nought, or a verb of a result follows, or the text says both together again.
"""

from __future__ import annotations

import re

from flows.extract.text import lexicon
from flows.extract.text.beside import After, Before
from flows.extract.text.mentions import Mention, where
from flows.extract.text.page import Page

_SHORTENED = Before(r"(?:\b(?:St|Mt|Ft|Sta|Sto)\. |(?<![\w.])(?:[A-Z]\. ?){2,3})", 12)
_INITIALS = Before(r"(?<![\w.])(?:[A-Z]\.){2,3} ", 10)
_NUMBERED_CLUB = Before(r"(?:^|[^\d.,-])\b1\. ", 6)
_OF = (" of ", " of the ", " o' the ")
_FARES = frozenset({"WIN", "LOSE", "DRAW", "WIN_INTRANSITIVE", "HOST", "TRAVEL", "BEATEN"})
_ACTS = _FARES | {"BE", "HAVE"}
_YEAR_OR_TWO = re.compile(r"\d\d|1[89]\d\d|20\d\d")
_PLACED = frozenset({"AT", "IN", "TO", "FROM", "OF", "ON", "FOR"})
_GIVES = Before(
    r"\b(?:earn(?:ed|s)?|hand(?:ed|s)?|gave|gives?|take|took|takes|lift(?:ed|s)?|sen[dt]s?|deny|denied) ", 10
)
_GIVEN = After(
    r" (?:(?:a|an|the) (?:[\w-]+ ){0,2}(?:win|victory|draw|points?|lead)\b|back into|into the|up to|above|top\b)", 40
)
_OWNS_NOTHING = After(
    r"[.,;:)\n]|$| (?:on|in|at|for|after|by|with|to|but|when|as|and|from|who|last|this|before|while|v|vs)\b|"
    r" ?\d",
    8,
)
_NAMED = frozenset({"NAME", "TEAM", "PLACE", "GROUND"})
_READ = _NAMED | {"NUMBER"}
_GROUND = frozenset({"GROUND"})
_BEGINS_A_GROUND = frozenset({"Arena", "Estadio", "Stadio", "Stade", "Stadion"})
_OF_A_GROUND = frozenset({"Stadium", "Arena", "Ground"})
FRONT, _CUT = 4, 3  # letters


def joined(page: Page, mentions: list[Mention]) -> list[Mention]:
    """The mentions with each such name as one."""
    kept: list[Mention] = []
    heads = lexicon.name_words("CLUB_OF")
    reached = 0
    for index in where(mentions, _READ):
        kept += mentions[reached:index]
        mention, reached = mentions[index], index + 1
        kind = mention.kind
        if kind == "NAME":
            if mention.start > 2 and page.normal.endswith((". ", "."), mention.start - 2, mention.start):
                _begin_earlier(page, kept, mention)
            if mention.possessive and (mention.text.startswith("St") or " St " in mention.text):
                _end_later(page, mention, mentions[index + 1 : index + 2])
        elif kind == "NUMBER" and kept and kept[-1].kind == "NAME" and mention.start - kept[-1].end == 1:
            if _is_of_the_name(page, kept[-1], mention, mentions[index + 1 : index + 2]):
                _stretch(page, kept[-1], mention)
                continue
        elif kind == "TEAM" and " " not in mention.text and page.normal.endswith(". ", 0, mention.start):
            _begin_person(page, kept, mention)
        if kind == "NAME" and kept and mention.text in _OF_A_GROUND and _ends_a_ground(kept[-1], mention):
            _stretch(page, kept[-1], mention)
            continue
        if kind in ("TEAM", "PLACE") and kept and _goes_on(page, kept[-1], mention):
            _stretch(page, kept[-1], mention)
            continue
        if kind in _NAMED and len(kept) > 1 and kept[-1].kind == "OF" and kept[-2].text in heads:
            head = kept[-2]
            if _ends_a_name(kept):
                kept.append(mention)
                continue
            if head.kind in _NAMED and page.normal[head.end : mention.start] in _OF and not head.possessive:
                kept.pop()
                head.kind, head.value = "NAME", None
                _stretch(page, head, mention)
                continue
        kept.append(mention)
    return kept + mentions[reached:]


def _goes_on(page: Page, name: Mention, mention: Mention) -> bool:
    """ "Estrela do" before "Norte", "Arena" before a town."""
    open_ = name.text.rsplit(" ", 1)[-1] in lexicon.name_words("PARTICLE") or name.text in _BEGINS_A_GROUND
    return (
        name.kind == "NAME"
        and open_
        and not name.possessive
        and mention.start - name.end == 1
        and page.normal[name.end] == " "
    )


def _ends_a_name(kept: list[Mention]) -> bool:
    """The "Stars" of "Enugu Stars of Nigeria"."""
    before = kept[-3] if len(kept) > 2 else None
    return before is not None and before.kind in _NAMED and kept[-2].start - before.end == 1


def _ends_a_ground(ground: Mention, mention: Mention) -> bool:
    """The "Stadium" behind a ground that its vocabulary name leaves out."""
    return ground.kind == "GROUND" and mention.start - ground.end == 1 and not ground.possessive


def play(page: Page, mentions: list[Mention]) -> None:
    """Retype grounds of the vocabulary that act as a side: "Marsh Lane beat Kingsferry", "earned Underhill a point"."""
    sides = {
        mentions[i].text
        for i in where(mentions, _GROUND)
        if _acts(page, mentions[i], mentions[i - 1] if i else None, mentions[i + 1 : i + 2])
    }
    for mention in mentions if sides else ():
        if mention.kind == "GROUND" and mention.text in sides:
            mention.kind, mention.value = "NAME", None


def _acts(page: Page, ground: Mention, before: Mention | None, following: list[Mention]) -> bool:
    if before is not None and before.kind in _PLACED and ground.start - before.end < 6:
        return False
    if _has_a_result(page, ground, before, following):
        return True
    if following and following[0].kind in _FARES and following[0].start - ground.end == 1:
        return True
    return _GIVES.search(page.lower, ground.start) is not None and _GIVEN.match(page.lower, ground.end) is not None


def _has_a_result(page: Page, ground: Mention, before: Mention | None, following: list[Mention]) -> bool:
    """ "Underhill 2-1 Tetford", "Tetford 2-1 Underhill": one of the two beside a score that fill their line."""
    first = following[0] if following else None
    if first is not None and first.kind == "SCORE" and first.start - ground.end == 1:
        return ground.start == 0 or page.normal[ground.start - 1] == "\n"
    ends = page.normal[ground.end : ground.end + 1] in ("", "\n")
    return ends and before is not None and before.kind == "SCORE" and ground.start - before.end == 1


def _begin_earlier(page: Page, kept: list[Mention], mention: Mention) -> None:
    """Take "St. ", "J.J. " or "1. " before a name into it."""
    found = _SHORTENED.search(page.normal, mention.start)
    if found is None and mention.text.startswith("FC "):
        found = _NUMBERED_CLUB.search(page.normal, mention.start)
        length = 3 if found else 0
    else:
        length = len(found.group()) if found else 0
    if not length:
        return
    mention.start -= length
    mention.text = page.normal[mention.start : mention.end]
    while kept and kept[-1].start >= mention.start:
        kept.pop()


def _begin_person(page: Page, kept: list[Mention], mention: Mention) -> None:
    """ "A.B. Crewe" is nobody's club."""
    if _INITIALS.search(page.normal, mention.start):
        mention.kind, mention.value = "NAME", None
        _begin_earlier(page, kept, mention)


def _end_later(page: Page, mention: Mention, following: list[Mention]) -> None:
    """ "St. Aldhelm's lost", "lost to St Aldhelm's on Sunday": the 's is the name's own where nothing that is theirs
    follows."""
    end = mention.end + 2
    acts = following and following[0].kind in _ACTS and following[0].start - end == 1
    saint = mention.text.startswith(("St ", "St. ")) or " St " in mention.text
    if acts or (saint and _OWNS_NOTHING.match(page.lower, end) is not None):
        mention.end, mention.possessive = end, False
        mention.text = page.normal[mention.start : end]


def _is_of_the_name(page: Page, name: Mention, number: Mention, following: list[Mention]) -> bool:
    digits = number.text
    if len(digits) == 2 and digits[0] == "0":
        return True
    if not _YEAR_OR_TWO.fullmatch(digits):
        return False
    acts = following and following[0].kind in _FARES and following[0].start - number.end == 1
    return bool(acts) or page.normal.count(page.normal[name.start : number.end]) > 1


def _stretch(page: Page, first: Mention, last: Mention) -> None:
    first.end, first.possessive = last.end, last.possessive
    first.text = page.normal[first.start : first.end]


def is_front(name: str) -> bool:
    """Whether a name can be the front of a longer one that is cut short: one word that nobody is called by."""
    return len(name) >= FRONT and name.isalpha() and name not in lexicon.name_words("FIRST_NAME")


def is_front_of(name: str, full: str) -> bool:
    """ "Macc" of "Macclesfield Town": the front of a first word, some letters short of it."""
    return full.startswith(name) and len(full.partition(" ")[0]) - len(name) >= _CUT


def surname_of(name: str) -> str | None:
    """The last word of a name of several; not a town's, as in that of a paper or a hospital: "Eco di Pisa"."""
    words = name.split(" ")
    return words[-1] if len(words) > 1 and not words[-2].islower() else None
