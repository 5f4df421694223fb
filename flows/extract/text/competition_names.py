"""Which words a competition's name takes in: the place, county or league in front of it, the division behind it.

"the Staffordshire Senior Cup" is no "Senior Cup", "Division Two of the Larch League" and, below a story of that league,
"the Premier Division" are divisions of it. What is known by name stays as known.
"""

from __future__ import annotations

import re
from functools import cache

from flows import vocabulary
from flows.extract.text.mentions import Mention, where
from flows.extract.text.normalise import Text

_COMPETITIONS = frozenset({"COMPETITION"})
_DIVISION = re.compile(
    r"(?:(?:Premier|First|Second|Third|Fourth|National|Northern|Southern|Eastern|Western|Central) )?(?:Division|"
    r"Premier|North|South)"
    r"(?: (?:One|Two|Three|Four|Five|North|South|East|West|Premier|\d))*"
)
_NUMBERED = re.compile(
    r"(?:Premier|First|Second|Third|Fourth|Fifth) Division|Division (?:One|Two|Three|Four|Five|Six|\d)\b"
)
_OF_ANY_COUNTY = re.compile(
    r"(?:FA )?(?:(?:Premier |Intermediate |Challenge )?(?:Senior|County|Challenge|Charity|Intermediate|Junior|"
    r"Saturday|Sunday) (?:Challenge )?(?:Cup|Shield|Trophy|League|Bowl|Vase|Plate)|Premier Cup)"
)
_OF_A_PLACE = frozenset({"PLACE", "NAME", "TEAM"})
_LEAGUE = re.compile(r"(?:.* )?(?:League|Combination|Alliance)\b")
_PART = re.compile(r"(?:Premier |Premier Division )?(?:North|South|East|West|Central|Midlands)")
_LEADS_IN = re.compile(r"(?:\b(?:the|in|of)|\n|^) $|\n$|^$")
_OF_SEVERAL = 7  # the tier from which on a league has several divisions under its one name


def names_completed(text: Text, mentions: list[Mention]) -> list[Mention]:
    """The mentions with each competition's whole name as one; in a story of a league that nobody knows a bare division
    is that league's."""
    if not where(mentions, _COMPETITIONS):
        return mentions
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last is not None and last.kind == "COMPETITION" and _is_part_of(mention, last):
            _takes_in(text, last, mention)
        elif last is None or mention.kind != "COMPETITION":
            joined.append(mention)
        elif _is_division_of(mention, last) or _is_front_of(text, last, mention):
            _takes_in(text, last, mention)
            _take_hyphened(text, joined)
        else:
            joined.append(mention)
    divisions = [m for m in joined if m.kind == "COMPETITION"]
    if any(_NUMBERED.fullmatch(m.text) for m in divisions):
        joined = _of_the_league(text, joined)
        _lend_leagues([m for m in joined if m.kind == "COMPETITION"])
    return joined


def _is_division_of(division: Mention, league: Mention) -> bool:
    """ "Larch League Premier Division", "Isthmian League Division One North"."""
    beside = league.kind == "COMPETITION" and division.start - league.end == 1
    if not beside or not _DIVISION.fullmatch(division.text):
        return False
    tier = _tiers().get(str(league.value))
    return tier is None or (tier >= _OF_SEVERAL and not division.text.startswith("Premier"))


def _is_part_of(part: Mention, league: Mention) -> bool:
    """ "Isthmian League Division One" + "North", "Southern League" + "Premier Central"."""
    if part.start - league.end != 1 or not _PART.fullmatch(part.text):
        return False
    tier = _tiers().get(str(league.value), 0)
    return tier >= _OF_SEVERAL or (" Division" in str(league.value) and not tier)


def _is_front_of(text: Text, front: Mention, name: Mention) -> bool:
    """ "Staffordshire Senior Cup", "in the Calcutta Premier Division": whether a place or a name begins it."""
    if front.kind not in _OF_A_PLACE or front.possessive or text.normal[front.end : name.start] != " ":
        return False
    if _OF_ANY_COUNTY.fullmatch(name.text):
        return True
    numbered = _NUMBERED.fullmatch(name.text) and front.kind != "TEAM" and not front.text.isupper()
    if numbered and any(known.startswith(f"{front.text} ") for known in _known()):
        return False  # a sponsor's name, which says no more
    return bool(numbered and _LEADS_IN.search(text.lower[max(0, front.start - 5) : front.start]))


def _takes_in(text: Text, first: Mention, last: Mention) -> None:
    first.kind, first.end, first.possessive = "COMPETITION", last.end, last.possessive
    first.text = text.normal[first.start : last.end]
    first.value = text.printed(first.start, last.end)


def _take_hyphened(text: Text, joined: list[Mention]) -> None:
    """ "Mid-Sussex Premier Division": the word before the hyphen belongs to the name."""
    if len(joined) < 2 or joined[-2].kind != "NAME" or text.normal[joined[-2].end : joined[-1].start] != "-":
        return
    last = joined.pop()
    _takes_in(text, joined[-1], last)


def _of_the_league(text: Text, mentions: list[Mention]) -> list[Mention]:
    """ "Division Two of the Larch League" as one name."""
    told: list[Mention] = []
    for mention in mentions:
        division = told[-2] if len(told) > 1 and told[-1].kind == "OF" and mention.kind == "COMPETITION" else None
        if division is not None and _is_of_league(text, division, mention):
            division.value = f"{mention.value} {text.printed(division.start, division.end)}"
            division.end, division.text = mention.end, text.normal[division.start : mention.end]
            told.pop()
        else:
            told.append(mention)
    return told


def _is_of_league(text: Text, division: Mention, league: Mention) -> bool:
    linked = text.lower[division.end : league.start] in (" of the ", " of ")
    return linked and _NUMBERED.fullmatch(division.text) is not None and _is_unknown_league(league)


def _is_unknown_league(mention: Mention) -> bool:
    value = str(mention.value)
    return value not in _tiers() and value not in _known() and _LEAGUE.match(value) is not None


def _lend_leagues(told: list[Mention]) -> None:
    """Gives a bare division the league whose division was told before it, or which was told there itself."""
    league = None
    for mention in told:
        if _is_unknown_league(mention):
            league = _LEAGUE.match(str(mention.value))
        elif league is not None and _NUMBERED.fullmatch(mention.text):
            mention.value = f"{league.group()} {mention.text}"
        elif vocabulary.kinds_of_competitions().get(str(mention.value)) == "league":
            league = None


@cache
def _tiers() -> dict[str, int]:
    return {c.name: c.tier or 1 for c in vocabulary.competitions()}


@cache
def _known() -> frozenset[str]:
    return frozenset(vocabulary.competition_names())
