"""Mentions -> threads: for each name told before, where it was told last, in which form, and in which form it is told now.

A story introduces its own people. A name that comes back by surname alone ties its paragraph to the ones before; a name
that is given in full again, after it had been a surname for a while, is a story beginning anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from flows.extract.mentions import Mention
from flows.extract.structure import Span

AGAIN, AGAIN_WITH_ROLE, FULL_TWICE, SHORT, LONE, TEAM, PLACE = range(7)
TIES = ("again", "again_with_role", "full_twice", "short", "lone", "team", "place")
_NAMES = frozenset({"NAME", "TEAM", "GROUND", "COMPETITION"})
_PRONOUNS = frozenset({"HE", "THEY"})


@dataclass
class Cues:
    """What one paragraph's mentions say: ties to earlier paragraphs as (earlier paragraph, kind), and what it introduces."""

    ties: list[tuple[int, int]] = field(default_factory=list)
    introduced: int = 0
    introduced_with_role: int = 0
    teams: int = 0
    new_teams: int = 0
    surnames: int = 0
    answers: int = 0
    competition: bool = False
    dangling: bool = False
    sided: bool = False
    dated: bool = False
    first: int = -1
    first_kind: str = ""
    first_new: bool = False
    first_full: bool = False


class _Told:
    """How a name stands: the paragraph it was last told in, whether in full then, whether ever in full."""

    __slots__ = ("block", "ever_full", "full")

    def __init__(self, block: int, full: bool) -> None:
        self.block = block
        self.full = full
        self.ever_full = full


def weave(blocks: list[Span], plain: list[bool], mentions: list[Mention]) -> list[Cues]:
    """The cues of every paragraph; lines that are no plain text (headlines, datelines) take no part."""
    found = [Cues() for _ in blocks]
    told: dict[object, _Told] = {}
    block, end, cues, live = -1, -1, Cues(), False
    previous: Mention | None = None
    for mention in mentions:
        if mention.start >= end:
            while block < len(blocks) - 1 and mention.start >= end:
                block += 1
                end = blocks[block].end
            cues, live = found[block], plain[block]
        kind = mention.kind
        if live:
            if kind in _NAMES:
                if cues.first < 0:
                    cues.first, cues.first_kind = mention.start, kind
                _tell(cues, told, block, mention, previous)
            elif kind in _PRONOUNS:
                cues.dangling = cues.dangling or cues.first < 0
            elif kind in ("SIDE_HOME", "SIDE_AWAY"):
                cues.sided = True
            elif kind == "DATE":
                cues.dated = cues.dated or mention.value.weekday is not None
        previous = mention
    return found


def _tell(cues: Cues, told: dict[object, _Told], block: int, mention: Mention, previous: Mention | None) -> None:
    text = mention.text
    full = kind_full = False
    key: object
    if mention.kind == "NAME":
        space = text.rfind(" ")
        kind_full = full = space > 0 and not text.isupper()
        key = text[space + 1 :]
    elif mention.kind == "TEAM":
        key = mention.value
        cues.teams += 1
    else:
        key = mention.value if mention.kind == "COMPETITION" else text
        cues.competition = cues.competition or mention.kind == "COMPETITION"
    last = told.get(key)
    if cues.first == mention.start:
        cues.first_new, cues.first_full = last is None, full
    with_role = kind_full and previous is not None and previous.kind == "ROLE" and mention.start - previous.end < 3
    if last is None:
        told[key] = _Told(block, full)
        if full:
            cues.introduced += 1
            cues.introduced_with_role += with_role
        elif mention.kind == "TEAM":
            cues.new_teams += 1
        elif mention.kind == "NAME":
            cues.surnames += 1
        return
    if last.block != block:
        cues.ties.append((last.block, _tie(mention.kind, full, with_role, last)))
        cues.answers += last.block == block - 1 and last.full and not full
        last.block, last.full = block, full
    elif full:
        last.full = True
    last.ever_full = last.ever_full or full


def _tie(kind: str, full: bool, with_role: bool, last: _Told) -> int:
    if kind == "TEAM":
        return TEAM
    if kind != "NAME":
        return PLACE
    if not full:
        return SHORT if last.ever_full else LONE
    if last.full:
        return FULL_TWICE
    return AGAIN_WITH_ROLE if with_role else AGAIN
