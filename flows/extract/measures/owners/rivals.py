"""Whom a gap is to where its own words leave it unsaid: "three points behind them", "clear at the top".

In: a gap's match, or all gaps of a story once it is read. Out: the other side; None where a reader would have to guess.
"""

from __future__ import annotations

from itertools import takewhile

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES

_OFF_THE_TOP = ("off the pace", "off the lead", "off the leaders", "off")
_NEAR_TOP = frozenset({"top", "summit", "first place", "pole position", "top spot"})
_AFTER = 4
_AND_THEN = frozenset({"after", "following", "despite", "having", "when", "while"})
_GAPS = ("CLEAR", "BEHIND", "MARGIN")
_PASSING = ("WITHIN", "MISSED")
_PARTIES = SIDES | {"NAME", "LEADERS", "PLACE"}
_TO_CLOSE = frozenset({"gap", "deficit", "difference", "distance"})
_NARROWING = ("cut", "reduc", "clos", "narrow", "trim", "shrink", "shrank", "whittl", "slash")


def rival_unsaid(found: Found, subjects: Subjects, cue: Mention, owner: tuple[str, Mention | None]) -> str | None:
    """The side that "them" is, or that the clause or the sentence before is about where the subject is a new one."""
    tokens = found.tokens
    after = tokens[found.last : found.last + _AFTER]
    told_so = cue.kind in _GAPS or cue.kind in _PASSING or "b" in found.bound
    if not told_so or any(t.kind in ("ZONE", "TOP", "RACE") for t in after):
        return None
    them = next((t for t in (*after, *tokens[found.first : found.at]) if t.text.lower() in ("them", "they")), None)
    them = them or _their_lead(tokens, tokens.index(cue))
    clause = takewhile(lambda t: t.kind not in ("COMMA", "STOP") and t.text.lower() not in _AND_THEN, after)
    bare = cue.kind in ("CLEAR", "BEHIND") and not any(t.kind in _PARTIES for t in clause)
    if them is None and (not bare or cue.text.lower() in _OFF_THE_TOP):
        return None
    named = owner[1] is not None and owner[1].kind in SIDES
    here = _told_here(found, subjects, owner)
    if here is not None or not (named or them is not None):
        return here
    before = subjects.side_before(found.sentence) if found.sentence.number else None
    return before if before != owner[0] and (named or before is not None) else None


def _their_lead(tokens: list[Mention], at: int) -> Mention | None:
    """ "Hull cut their lead to two points": whose lead a rival cuts."""
    owned = at > 0 and tokens[at].kind == "MARGIN" and tokens[at - 1].kind == "THEY" and _narrows(tokens, at - 1)
    return tokens[at - 1] if owned else None


def _told_here(found: Found, subjects: Subjects, owner: tuple[str, Mention | None]) -> str | None:
    """The last other side that the sentence names before its subject."""
    until = found.at if owner[1] is None else found.tokens.index(owner[1]) if owner[1] in found.tokens else found.at
    for token in reversed(found.tokens[:until]):
        side = subjects.state.side(token, found.sentence) if token.kind in SIDES else None
        if side is not None and side != owner[0]:
            return side
    return None


def closed_on(found: Found, subjects: Subjects, cue: Mention) -> tuple[tuple[str, Mention | None], str] | None:
    """ "X turned the screw on leaders Y by reducing the gap to six points": who closes, and on whom; None where no
    leaders are named or nobody before them acts."""
    tokens = found.tokens
    at = tokens.index(cue) if cue in tokens else 0
    if cue.kind != "MARGIN" or cue.text.lower() not in _TO_CLOSE or not _narrows(tokens, at):
        return None
    led = next((i for i in range(1, found.at) if tokens[i].kind == "TEAM" and tokens[i - 1].kind == "LEADERS"), None)
    acting = next((i for i in range(min(led or 0, at)) if tokens[i].kind in SIDES), None)
    if led is None or acting is None:
        return None
    leader, closing = (subjects.state.side(tokens[i], found.sentence) for i in (led, acting))
    if leader is None or closing is None or leader == closing:
        return None
    return (closing, tokens[acting]), leader


def _narrows(tokens: list[Mention], at: int) -> bool:
    return any(t.text.lower().startswith(_NARROWING) for t in tokens[max(0, at - 2) : at])


def once_a_pair(told: list[Measure]) -> list[Measure]:
    """The gaps of a story, those of two sides told once: of "X's six-point lead over Y", "Y are six behind" and "six
    clear" the lead, with whom it is over."""
    gaps = sorted((m for m in told if m.metric == "points_gap"), key=_tells_best)
    dropped: set[int] = set()
    for i, gap in enumerate(gaps):
        for other in gaps[i + 1 :] if id(gap) not in dropped else ():
            if id(other) not in dropped and _says_the_same(gap, other):
                dropped.add(id(other))
                gap.other = gap.other or (other.other if other.subject == gap.subject else other.subject)
                gap.competition = gap.competition or other.competition
    return [m for m in told if id(m) not in dropped]


def _says_the_same(one: Measure, other: Measure) -> bool:
    if one.season != other.season and None not in (one.season, other.season):
        return False
    if one.subject == other.subject:
        return one.value == other.value and None in (one.other, other.other)
    mirrored = one.value == -other.value and one.value != 0
    return (
        mirrored
        and {one.other, other.other} != {None}
        and one.other in (other.subject, None)
        and other.other in (one.subject, None)
    )


def _tells_best(gap: Measure) -> tuple[bool, bool, int]:
    """A lead goes before what somebody is behind by, whoever names the other side before who does not."""
    return gap.value < 0, gap.other is None, gap.start


def settle_race(subjects: Subjects, told: list[Measure]) -> None:
    """A lead "at the top" is over whoever the story has second, what is "off the pace" is off its leaders."""
    open_gaps = [m for m in told if m.metric == "points_gap" and m.other in (None, "leaders") and m.value]
    if not open_gaps:
        return
    second = {m.subject for m in told if m.metric == "league_position" and m.value == 2}
    leaders = _leaders(subjects) | {m.subject for m in told if m.metric == "league_position" and m.value == 1}
    for gap in open_gaps:
        words = subjects.state.text.lower[gap.start : gap.end + 40]
        at_top = any(word in words for word in _NEAR_TOP) or gap.subject in leaders
        rivals = (second if gap.value > 0 and at_top else leaders if gap.value < 0 else set()) - {gap.subject}
        said = gap.other is not None or any(w in words for w in ("off the", "adrift", "summit", "top"))
        if len(rivals) == 1 and (gap.value > 0 or said):
            gap.other = rivals.pop()


def _leaders(subjects: Subjects) -> set[str]:
    """Whom the story calls leaders: "leaders City"."""
    state = subjects.state
    lower = state.text.lower
    teams = (m for s in state.sentences for m in s.mentions if m.kind == "TEAM")
    called = {str(m.value) for m in teams if lower.endswith(("leaders ", "leader "), 0, m.start)}
    return called or {leader for leader in (state.leaders,) if leader is not None}
