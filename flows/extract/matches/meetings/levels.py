"""Juniors play juniors and women play women: what one side of a match is called, or the match itself, is said of both.

"England Under-21s against Sweden" is Sweden Under-21, and so are both sides of "an Under-21 friendly against Iceland".
"""

from __future__ import annotations

import re

from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.matches.told import MatchTold
from flows.extract.text.sought import Sought

_LEVEL = re.compile(r" (Under-\d\d|Women)$")
_WOMEN = re.compile(r" (?:Ladies|Girls|WFC|LFC|Femenino|Femeni|Feminines|Frauen)$")
_JUNIORS = Sought(r"\b(?:under|u)-?(1[5-9]|2[0-3])s?\b")
_BEFORE = 34
_RESERVES = ("Under-21", "Under-23")
_SENIORS_TOO = re.compile(
    r"\b(?:efl|football league|league|papa john'?s|checkatrade(?:\.com)?|leasing\.com|paint|pizza|motors|vertu) "
    r"trophy\b|\bchallenge cup\b|\b(?:county|senior) cup\b"
)


def settle_levels(matches: list[MatchTold], lower: str) -> None:
    """Give both sides of each match the level that one of them, or the phrase that tells the match, has."""
    for match in matches:
        told = [_LEVEL.search(side) for side in (match.team_1, match.team_2)]
        level = next((t.group(1) for t in told if t is not None), None)
        if level is None and is_national(match.team_1) and is_national(match.team_2):
            phrase = _JUNIORS.search(lower, max(match.sentence.span.start, match.start - _BEFORE), match.end)
            level = f"Under-{phrase.group(1)}" if phrase is not None else None
        if level in _RESERVES and not all(told) and _SENIORS_TOO.search(lower):
            continue
        if level is not None and not all(told):
            _name_both(match, level)


def are_one_pair(one: tuple[str, str], two: tuple[str, str]) -> bool:
    """Whether two pairs are of the same clubs, of which one telling may leave out that juniors or women play."""
    if set(one) == set(two):
        return True
    levels = {found.group() for side in (*one, *two) if (found := _LEVEL.search(side)) is not None}
    return len(levels) == 1 and {_LEVEL.sub("", side) for side in one} == {_LEVEL.sub("", side) for side in two}


def _name_both(match: MatchTold, level: str) -> None:
    for name in ("team_1", "team_2", "home"):
        side = getattr(match, name)
        if side is not None and _LEVEL.search(side) is None and not (level == "Women" and _WOMEN.search(side)):
            setattr(match, name, f"{side} {level}")
