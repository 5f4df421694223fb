"""Mentions -> threads: where each name of a paragraph was told last before, and whether in full then and now.

A story introduces its own people. A name that comes back by surname alone ties its paragraph to the ones before; a
person given in full again, after a while as a surname, speaks for a story that begins anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from flows.extract.text import lexicon
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.name_parts import FRONT, is_front, is_front_of
from flows.extract.text.named_things import kind_by_last_word
from flows.extract.text.structure import Span

AGAIN, FULL_TWICE, FULL_LATE, SHORT, SHORT_LATE, LONE, TEAM, TEAM_LATE, PLACE = range(9)
_PARTICLES = lexicon.name_words("PARTICLE")
_FIRST_NAMES = lexicon.name_words("FIRST_NAME")
TIES = ("again", "full_twice", "full_late", "short", "short_late", "lone", "team", "team_late", "place")
LATE = 14
_NAMES = frozenset({"NAME", "TEAM", "GROUND", "COMPETITION"})
_READ = _NAMES | {"ROLE", "HE", "THEY", "SIDE_HOME", "SIDE_AWAY"}


@dataclass(slots=True)
class Cast:
    """Whom a paragraph tells of: ties to earlier paragraphs as (paragraph, kind of tie), and what is new in it."""

    ties: list[tuple[int, int]] = field(default_factory=list)
    new: int = 0
    surnames: int = 0
    answers: int = 0
    has_team: bool = False
    has_competition: bool = False
    leans: bool = False
    sided: bool = False
    first: int = -1
    first_is: str = ""
    titled: int = -1
    titled_told: bool = False


class _Told:
    """How a name stands: the paragraph it was last told in, whether in full then, whether ever in full."""

    __slots__ = ("block", "ever_full", "full")

    def __init__(self, block: int, full: bool) -> None:
        self.block = block
        self.full = full
        self.ever_full = full


def weave(
    blocks: list[Span], plain: list[bool], mentions: list[Mention], clubs: Mapping[str, str] = MappingProxyType({})
) -> list[Cast]:
    """The cast of every paragraph; lines that are no plain text (headlines, datelines) take no part.

    `clubs` are names that no vocabulary holds and that are clubs, each with the club's fullest name, whose last word
    stands for it too.
    """
    ends = {full.rsplit(" ", 1)[1]: full for full in clubs.values() if " " in full}
    found = [Cast() for _ in blocks]
    told: dict[object, _Told] = {}
    printed: defaultdict[str, dict[str, object]] = defaultdict(dict)  # by their first letters
    block, end, cast, live = -1, -1, found[0], False
    role_end = owner_end = -9
    owner = ""
    for mention in of_kinds(mentions, _READ):
        kind = mention.kind
        while mention.start >= end and block < len(blocks) - 1:
            block += 1
            end = blocks[block].end
            cast, live = found[block], plain[block]
        if not live:
            continue
        if kind == "NAME":
            cast.leans = cast.leans or (cast.first < 0 and mention.text in ends and mention.text not in clubs)
            mention = _as_known(mention, clubs, ends)
            if mention.kind == "NAME" and (short := _as_short_form(mention, printed)) is not None:
                cast.leans = cast.leans or cast.first < 0
                mention = short
            kind = mention.kind
        elif kind == "TEAM":
            printed[mention.text[:FRONT]].setdefault(mention.text, mention.value)
        if kind == "TEAM" and _is_surname(mention, told):
            mention = Mention("NAME", mention.start, mention.end, mention.text, None, mention.possessive)
            kind = "NAME"
        if kind in _NAMES:
            if kind == "TEAM" and mention.start - owner_end == 1:
                if owner in _FIRST_NAMES:
                    told.setdefault(mention.text, _Told(block, True))  # a surname that is a club's name too
                continue  # the second half of a club's name that no vocabulary knows
            if kind == "TEAM" and mention.start - owner_end == len("'s ") and cast.titled < 0:
                cast.titled, cast.titled_told = mention.start, cast.first_is.endswith("told")
            _tell(cast, told, block, mention, mention.start - role_end < 2)
            owner, owner_end = mention.text, mention.end if kind == "NAME" else -9
        elif kind == "ROLE":
            role_end = mention.end
        elif kind in ("SIDE_HOME", "SIDE_AWAY"):
            cast.sided = True
        elif cast.first < 0:
            cast.leans = True
    return found


def _is_surname(club: Mention, told: Mapping[object, _Told]) -> bool:
    """ "Telford" behind a Graham Telford, where the club of that name has not been told."""
    bearer = told.get(club.text)
    return bearer is not None and bearer.ever_full and club.value not in told


def _as_short_form(name: Mention, printed: Mapping[str, Mapping[str, object]]) -> Mention | None:
    """A name that is the front of one club's told before ("Macc" of Macclesfield) as that club."""
    alike = printed.get(name.text[:FRONT])
    if alike is None or not is_front(name.text):
        return None
    of = {str(value): value for text, value in alike.items() if is_front_of(name.text, text)}
    if len(of) != 1:
        return None
    return Mention("TEAM", name.start, name.end, name.text, next(iter(of.values())), name.possessive)


def _as_known(mention: Mention, clubs: Mapping[str, str], ends: Mapping[str, str]) -> Mention:
    """A name that no vocabulary holds as what it names: a competition or ground by its last word, or a club."""
    thing = kind_by_last_word(mention.text)
    club = clubs.get(mention.text) or ends.get(mention.text)
    if thing is None and club is None:
        return mention
    kind, value = (thing, mention.text) if thing else ("TEAM", club)
    return Mention(kind, mention.start, mention.end, mention.text, value, mention.possessive)


def _tell(cast: Cast, told: dict[object, _Told], block: int, mention: Mention, with_role: bool) -> None:
    kind, text = mention.kind, mention.text
    full = False
    key: object = mention.value
    if kind == "NAME":
        space = text.rfind(" ")
        full = space > 0 and not text.isupper() and text.partition(" ")[0].lower() not in _PARTICLES
        key = text[space + 1 :]
    elif kind == "TEAM":
        cast.has_team = True
    elif kind == "COMPETITION":
        cast.has_competition = True
    else:
        key = text
    last = told.get(key)
    if with_role and full and cast.titled < 0:
        cast.titled, cast.titled_told = mention.start, last is not None
    if cast.first < 0:
        cast.first = mention.start
        cast.first_is = f"{kind}{'_full' if full else ''}_{'new' if last is None else 'told'}".lower()
    if last is None:
        told[key] = _Told(block, full)
        cast.new += full or kind == "TEAM"
        cast.surnames += not full and kind == "NAME"
        return
    if last.block != block:
        cast.ties.append((last.block, _tie(kind, full, last, block - last.block > LATE)))
        cast.answers += last.block == block - 1 and last.full and not full
        last.block, last.full = block, full
    last.full = last.full or full
    last.ever_full = last.ever_full or full


def _tie(kind: str, full: bool, last: _Told, late: bool) -> int:
    if kind == "TEAM":
        return TEAM_LATE if late else TEAM
    if kind != "NAME":
        return PLACE
    if full:
        return FULL_LATE if late else FULL_TWICE if last.full else AGAIN
    if last.ever_full:
        return SHORT_LATE if late else SHORT
    return PLACE if late else LONE
