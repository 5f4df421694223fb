"""Names that a line of a result alone holds, each as one mention: "Port of Ellen 2-2 Camden Forge 1904".

In: the mentions of a document in order. Out: the same, where the words of such a name were taken apart ("Tarn" and a
ground "Valley", "St. Oswald's" and a "Town", "Camden Forge" and a number) they are one name, there and wherever the
document tells that name again. Names that hold a known club are left as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from flows.extract.text import lexicon
from flows.extract.text.mentions import Mention
from flows.extract.text.page import Page
from flows.extract.text.structure import results_like

_WORD = r"(?:(?:St|Mt)\.|(?:[A-Z]\.){1,3}|[A-Z][\w']*(?:-[A-Za-z]\w*)*)"
NAME = rf"{_WORD}(?: (?:{_WORD}|de|di|do|da|del|la|le|of|and|&|the))*"
_YEAR = r"(?: (?:1[89]\d\d|20\d\d))?"
LINE = re.compile(
    rf"^(?P<one>{NAME}{_YEAR}) \d{{1,2}} ?- ?\d{{1,2}} (?P<two>{NAME}{_YEAR})(?= *(?:$|[(,]|a\.?e\.?t))", re.MULTILINE
)
_LONGEST = 40  # letters
_PLAIN = re.compile(r"[A-Z][\w'-]*")


def joined(page: Page, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the names of result lines joined."""
    if "\n" not in page.normal:
        return mentions
    names = {line[side] for line in results_like(LINE, page.normal) for side in ("one", "two")}
    apart = {name for name in names if 2 < len(name) <= _LONGEST and not _PLAIN.fullmatch(name)}
    if not apart:
        return mentions
    starts = [m.start for m in mentions]
    taken: dict[int, Mention] = {}
    gone: set[int] = set()
    for name in sorted(apart, key=len, reverse=True):
        at = page.normal.find(name)
        while at >= 0:
            end = at + len(name)
            inside = range(bisect_left(starts, at), bisect_left(starts, end))
            if page.bounded(at, end) and not gone.intersection(inside) and _is_cut(mentions, inside, at, end):
                taken[inside[0]] = Mention("NAME", at, end, name, None, page.normal.startswith("'s ", end))
                gone |= set(inside)
            at = page.normal.find(name, end)
    return [taken.get(i, m) for i, m in enumerate(mentions) if i in taken or i not in gone] if gone else mentions


def _is_cut(mentions: list[Mention], inside: range, start: int, end: int) -> bool:
    """Whether several mentions, or one that is too short, stand where one name does, and none is a club by itself."""
    if not inside:
        return False
    told = [mentions[i] for i in inside]
    if (told[0].start == start and told[0].end == end) or told[-1].end > end:
        return False
    ends = lexicon.name_words("CLUB_ENDS")
    return all(m.kind not in ("TEAM", "SCORE") or m.text in ends for m in told)
