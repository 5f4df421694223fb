"""Meanings of points between sides: who is ahead, by how many, of whom."""

from __future__ import annotations

import re
from collections import Counter

from flows.extract.matches.meetings.who_may_meet import may_meet
from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owner_of
from flows.extract.measures.owners.rivals import closed_on, rival_unsaid
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES

_BESIDE_A_RIVAL = frozenset({"LEVEL", "WITH", "CLEAR", "BEHIND", "QUALIFIER"})
_BEHIND_A_SIDE = 2  # tokens
_FURTHER = re.compile(r"\b(?:a|another|\w+) further\b|\bfurther \w+ points?\b|\banother point")
_THAN_BEFORE = re.compile(r"(?:(?<=than)| than) (?:at|they|it|last|this|in|he|she|his|her|we|i)\b")
_MORE, _FEWER = frozenset({"more than", "better than"}), frozenset({"less than", "fewer than"})
_BELOW = frozenset({"relegation zone", "bottom club"})
_LEADS = frozenset({"lead", "advantage", "cushion", "buffer"})
_MOST_IN_A_MATCH = 9
_RESULTS = frozenset({"WINS", "LOSSES", "DRAWS"})
_LEADING = frozenset({"lead", "leads", "led", "leading", "head", "heads", "headed", "top", "tops", "topped"})
_CLAUSE = 9  # tokens between a verb of leading and "by so many"
_LEAVES = frozenset({"leaves", "left", "leaving", "puts", "put", "moves", "moved", "keeps", "kept", "lifts", "lifted"})
_OF_PLAY = frozenset({"SCORE", "LIVE_SCORE", "GOALS", "MINUTE", "SHEET", "YEAR", "TIME_UNIT", "CROWD", "SIGNED"})
_POINTS, _JUST_TOLD = frozenset({"points", "points_gap"}), 200
_OF_A_TABLE = re.compile(
    r"\bplayed (?:[\w-]+ ){1,2}(?:(?:games?|match(?:es)?) )?(?:fewer|less|more)\b|"
    r"\bplayed (?:[\w-]+ ){0,1}(?:fewer|less|more) (?:games?|match(?:es)?)\b|\bwith [\w-]+ (?:games |matches )?"
    r"(?:left|to play|remaining)\b"
)
_TO_CLOSE = frozenset({"gap", "deficit", "difference", "distance"})
_NARROWING = ("cut", "reduc", "clos", "narrow", "trim", "trail", "deficit", "shrunk", "shrink", "shrank", "distance")


def _apart(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "a point separates the leaders X from Y": a gap only where the words tell who is ahead."""
    tokens = found.tokens
    one, two = (subjects.state.side(found.bound[k], found.sentence) for k in ("s", "o"))
    first, second = (_standing(tokens, tokens.index(found.bound[k])) for k in ("s", "o"))
    if one is None or two is None or one == two or (first is None and second is None):
        return []
    ahead = (first or 99) < (second or 99)
    value = found.value if ahead else -found.value
    return [measure_of(found, scope, one, found.bound["s"], "points_gap", value, other=two)]


def _level(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "X and Y are level on points": none of both is ahead."""
    one, two = (subjects.state.side(found.bound[k], found.sentence) for k in ("s", "o"))
    if one is None or two is None or one == two or "point" not in found.bound["x"].text.lower():
        return []
    return [measure_of(found, scope, one, found.bound["s"], "points_gap", other=two)]


def _from_zone(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "five points separate X from the bottom three": ahead of what is below, behind what is above."""
    zone = found.bound["z"]
    named = found.bound.get("s")
    if named is None and found.tokens[found.first].text.lower() not in _TO_CLOSE:
        return []  # "their lead at the top is six points"
    owner = owner_of(found, subjects) if named is None else (subjects.state.side(named, found.sentence), named)
    if owner is None or owner[0] is None:
        return []
    side, mention = str(owner[0]), owner[1]
    below = zone.value in _BELOW or zone.text.lower().startswith("bottom")
    other = scope.other(found.tokens, found.tokens.index(zone), found.sentence, side)
    value = found.value if below else -found.value
    return [measure_of(found, scope, side, mention, "points_gap", value, other=other)]


def _to_rival(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "X have 28 points, two more than Y"."""
    owner = subjects.side(found.sentence, found.tokens, found.first, found.first)
    rival = subjects.state.side(found.bound["r"], found.sentence)
    if owner is None or rival is None or owner[0] == rival:
        return []
    words = found.bound["q"].text.lower()
    if words not in _MORE | _FEWER:
        return []
    value = found.value if words in _MORE else -found.value
    rivals = [rival, *_and_another(found, subjects, rival)]
    return [measure_of(found, scope, *owner, "points_gap", value, other=one) for one in rivals]


def _by_as_many_over(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "lead City by two points and Rovers by five": the second of two gaps told with one verb."""
    owner = subjects.side(found.sentence, found.tokens, found.first, found.first)
    rival = subjects.team(found.tokens, found.tokens.index(found.bound["r"]), found.sentence)
    verb = found.bound["t"].text.lower()
    if owner is None or rival is None or owner[0] == rival or not verb.startswith(("lead", "led", "trail", "head")):
        return []
    value = -found.value if verb.startswith("trail") else found.value
    return [measure_of(found, scope, *owner, "points_gap", value, other=rival)]


def _described(found: Found, subjects: Subjects, begins: int) -> tuple[str, Mention | None] | None:
    """ "Y face X, three points better off": the side that such words stand behind, whatever is done to it."""
    off = found.tokens[found.last].text.lower().endswith("off")
    if not off or begins < _BEHIND_A_SIDE or found.tokens[begins - 1].kind != "COMMA":
        return None
    side = found.tokens[begins - 2]
    told = subjects.state.side(side, found.sentence) if side.kind in SIDES and not side.possessive else None
    return None if told is None else (told, side)


def _standing(tokens: list[Mention], i: int) -> float | None:
    """The place that the words beside a side give it: "the leaders X", "second-placed X", "X in third"."""
    after = tokens[i + 1 : i + 3]
    if [t.kind for t in after] == ["IN", "ORDINAL"]:
        return float(after[1].value)
    for token in reversed(tokens[max(0, i - 2) : i]):
        if token.kind == "LEADERS" and "leader" in token.text.lower():
            return 1
        if token.kind == "ORDINAL":
            return float(token.value)
        if token.kind in SIDES:
            return None
    return None


def gap(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Points between two sides: positive where the subject is ahead."""
    if "o" in found.bound and found.frame.value == 0:
        return _level(found, subjects, scope)
    if "o" in found.bound:
        return _apart(found, subjects, scope)
    if "z" in found.bound:
        return _from_zone(found, subjects, scope)
    if "t" in found.bound:
        return _by_as_many_over(found, subjects, scope)
    if "r" in found.bound:
        return _to_rival(found, subjects, scope)
    cue = found.bound.get("x", found.bound["first"])
    if (
        cue.kind == "LEVEL"
        and "point" not in cue.text.lower()
        and not any(t.kind == "POINT" for t in found.tokens[found.at : found.last + 5])
    ):
        return []
    if _THAN_BEFORE.match(subjects.state.text.lower, found.tokens[found.last].end):
        return []
    if found.tokens[found.last + 1 : found.last + 2] and _off_bottom(found):
        owner = owner_of(found, subjects)
        return [] if owner is None else [measure_of(found, scope, *owner, "points_gap", other="bottom")]
    if any(t.kind == "TOGETHER" for t in found.tokens[found.at : found.last + 1]):
        return []
    further = _further(found, subjects)
    if further is None:
        return []
    if not _about_points(found, subjects) or _is_person(found, subjects):
        return []
    spans = cue.kind == "MARGIN" or "b" in found.bound
    if "s" in found.bound:
        owner = owner_of(found, subjects)
    else:
        places = found.tokens[found.first + 1].kind == "PLACES"  # "X, two places and three points better off"
        begins = found.first if spans or places else found.at
        owner = _described(found, subjects, begins)
        owner = owner or subjects.side(found.sentence, found.tokens, begins, found.last)
    if owner is None:
        return []
    closed = closed_on(found, subjects, cue)
    if closed is not None:
        closing, leader = closed
        return [measure_of(found, scope, *closing, "points_gap", -abs(found.value), other=leader)]
    behind = _last_behind(found, subjects) if found.sentence.number else None
    other = _second_party(found, scope, cue, owner[0], spans)
    other = other or (behind if behind != owner[0] else None) or rival_unsaid(found, subjects, cue, owner)
    before = found.tokens[found.first - 1] if found.first else None
    owned = "s" in found.bound or (
        cue.kind == "MARGIN" and before is not None and before.kind in SIDES and before.possessive
    )
    on_top = "b" in found.bound and found.bound["b"].kind == "ZONE"
    if on_top and not found.bound["b"].text.lower().startswith("top of"):
        return []
    owned = owned or on_top or _their_lead(found, cue)
    value = (1 if owned else _sign(found, cue, other)) * (abs(found.value) + further)
    if owned and found.value:
        other = _over(found, subjects, cue, owner[0]) or other
    owner = owner if other not in subjects.state.cast.clubs else _compatriot(found, subjects, owner, str(other))
    if owner is None:
        return []
    told = [other] if other is None else [other, *_and_another(found, subjects, other)]
    return [measure_of(found, scope, *owner, "points_gap", value, other=one) for one in told]


def _and_another(found: Found, subjects: Subjects, other: str) -> list[str]:
    """ "level on points with City and Rovers", "two ahead of City and Rovers": the second of two rivals."""
    tokens = found.tokens
    at = next(
        (i for i, t in enumerate(tokens) if t.kind in SIDES and subjects.state.side(t, found.sentence) == other), 0
    )
    joined, behind = (*tokens[at + 1 : at + 3], None, None)[:2]
    after = tokens[at + 3 : at + 4]
    if not at or joined is None or behind is None or joined.kind != "AND" or behind.kind not in SIDES:
        return []
    ends = not after or after[0].kind in ("COMMA", "STOP", "WITH", "IN", "QUOTE")
    side = subjects.state.side(behind, found.sentence) if ends and tokens[at - 1].kind in _BESIDE_A_RIVAL else None
    return [side] if side is not None and side != other else []


def _compatriot(
    found: Found, subjects: Subjects, owner: tuple[str, Mention | None], other: str
) -> tuple[str, Mention | None] | None:
    """The owner itself; where a country cannot be in a table with a club, the speaker's club: "We are two behind City",
    the England captain said."""
    if may_meet(owner[0], other):
        return owner
    cast, speaker = subjects.state.cast, subjects.people.speakers.of(found.sentence)
    clubs = [] if speaker is None else [side for side, _ in cast.plays_for.get(speaker, Counter()).most_common()]
    club = next((side for side in clubs if side != other and may_meet(side, other)), None)
    return None if club is None else (club, None)


def _off_bottom(found: Found) -> bool:
    """ "two points off the bottom": so many more than the last have."""
    cue, following = found.tokens[found.last], found.tokens[found.last + 1]
    return cue.text.lower() in ("off", "above", "clear of") and following.text.lower() == "bottom" and _last_word(found)


def _last_word(found: Found) -> bool:
    after = found.tokens[found.last + 2 : found.last + 3]
    return not after or after[0].kind != "NUMBER"


def _their_lead(found: Found, cue: Mention) -> bool:
    """ "saw their lead cut to three points": their own; "City cut their lead" is a rival's doing."""
    at = found.tokens.index(cue)
    if cue.text.lower() not in _LEADS or not at or found.tokens[at - 1].kind != "THEY":
        return False
    return not any(t.text.lower().startswith(_NARROWING) for t in found.tokens[max(0, at - 3) : at])


def _over(found: Found, subjects: Subjects, cue: Mention, subject: str) -> str | None:
    """ "City's lead over Rovers is down to two": whom a lead is over; else who "cut City's lead" is the rival."""
    tokens = found.tokens
    for i in range(tokens.index(cue) + 1, min(len(tokens) - 1, found.last + 3)):
        if tokens[i].text.lower() in ("over", "on", "from") and tokens[i + 1].kind in SIDES:
            other = subjects.state.side(tokens[i + 1], found.sentence)
            return None if other == subject else other
    opening = next((i for i, t in enumerate(tokens[: found.first]) if t.text.lower().startswith(_NARROWING)), None)
    for i in subjects.positions.before(tokens, opening, SIDES) if opening is not None else ():
        other = subjects.state.side(tokens[i], found.sentence)
        return None if other == subject else other
    return None


def _further(found: Found, subjects: Subjects) -> float | None:
    """ "four points behind X and a further five back from Y": what it comes on top of, None if unclear."""
    lower, start = subjects.state.text.lower, found.tokens[found.first].start
    said = "further " in lower[max(0, start - 10) : start]
    if not said and not _FURTHER.search(lower, start, found.tokens[found.last].start):
        return 0.0
    for i in range(found.first - 1, 0, -1):
        if found.tokens[i].kind in ("BEHIND", "CLEAR", "MARGIN"):
            near = [t for t in found.tokens[max(0, i - 2) : i] if t.kind == "NUMBER"]
            return float(near[-1].value) if near else None
    return 0.0 if _last_behind(found, subjects) is not None else None


def _last_behind(found: Found, subjects: Subjects) -> str | None:
    """ "X lead Y by five. Z are a further two points back": whom such words are counted from, the last one told to be
    behind in the sentence before."""
    start = found.sentence.span.start
    told = [m for m in subjects.told[-8:] if m.metric == "points_gap" and start - _JUST_TOLD < m.start < start]
    if not told or "further" not in subjects.state.text.lower[start : found.tokens[found.last].end]:
        return None
    return told[-1].other if told[-1].value > 0 else told[-1].subject


def _second_party(found: Found, scope: Scope, cue: Mention, subject: str, spans: bool) -> str | None:
    """Who a gap is to: told after it, or - where the phrase spans it ("trail City by nine") - within."""
    if spans:
        opening = found.first - 1 if found.tokens[found.first].kind == "MISSED" else found.first + 1
        within = scope.other(found.tokens[: found.at], opening, found.sentence, subject)
        if within is not None:
            return within
    level = cue.kind == "LEVEL" or (found.frame.value == 0 and cue is found.tokens[found.first])
    start = found.first + 1 if level else min(found.last, found.at + 2)
    return scope.other(found.tokens, start, found.sentence, subject)


def _about_points(found: Found, subjects: Subjects) -> bool:
    """Points are spoken of, or else what only a table has: "are two clear of Rovers with a game in hand"."""
    kinds = {t.kind for t in found.tokens}
    if (
        not kinds.isdisjoint(("POINT", "LEVEL", "GOAL_DIFFERENCE"))
        or _left_by_a_result(found)
        or _beyond_a_match(found)
    ):
        return True
    if not kinds.isdisjoint(_OF_PLAY):
        return False
    if not kinds.isdisjoint(("ZONE", "HAND", "PLACED", "PLACES", "LEADERS")) or _off_the_top(found):
        return True
    if _OF_A_TABLE.search(subjects.state.text.lower, *found.sentence.span):
        return True
    return points_spoken_of(found, subjects)


def _beyond_a_match(found: Found) -> bool:
    """ "trail them by 12": more than anybody is ahead by in a match."""
    return "b" in found.bound and found.tokens[found.at - 1].kind == "BY" and found.value > _MOST_IN_A_MATCH


def _left_by_a_result(found: Found) -> bool:
    """ "the draw leaves X six adrift of Y": what a result does to a side it does in the table."""
    before = found.tokens[: found.at]
    told = next((i for i, t in enumerate(before) if t.kind in _RESULTS or t.text.lower() == "result"), None)
    return told is not None and any(t.text.lower() in _LEAVES for t in before[told + 1 :])


def points_spoken_of(found: Found, subjects: Subjects) -> bool:
    """Whether points were told of right before: "... have 43 points. They are 10 behind City"."""
    start = found.sentence.span.start
    return any(m.metric in _POINTS and start - _JUST_TOLD < m.start < start for m in subjects.told[-8:])


def _off_the_top(found: Found) -> bool:
    """ "are second, two behind Rovers", "top the table, five clear": a place is told before the gap."""
    return any(t.kind in ("TOP", "ORDINAL") for t in found.tokens[: found.at])


def _is_person(found: Found, subjects: Subjects) -> bool:
    before = [t for t in found.tokens[: found.at] if t.kind in SIDES or t.kind in ("PERSON", "HE", "THEY", "WE")]
    return bool(before) and before[-1].kind == "PERSON" and not before[-1].possessive and len(before) == 1


def _sign(found: Found, cue: Mention, other: str | None) -> int:
    words = [t.text.lower() for t in found.tokens[max(0, found.first - 5) : found.last + 2]]
    if any(w.startswith(_NARROWING) for w in words):
        return -1
    ahead = cue.kind in ("CLEAR", "MARGIN", "LEVEL")
    if cue.text.lower() == "outside" and any(t.value in _BELOW for t in found.tokens[found.last + 1 : found.last + 3]):
        return 1  # "a point outside the drop zone"
    if cue.kind in ("CLEAR", "BEHIND", "MARGIN", "LEVEL"):
        return 1 if ahead else -1
    if found.tokens[found.first].kind in ("TITLE", "LEADERS", "CHAMPION"):
        return 1
    if any(t.kind == "TOP" for t in found.tokens[found.first : found.at]):
        return 1
    leads = found.tokens[found.first].text.lower() in _LEADING or _leads_by(found)
    return 1 if leads else -1


def _leads_by(found: Found) -> bool:
    """ "lead the second group by three points from Y": whoever leads by so many is ahead."""
    before = found.tokens[: found.at]
    by = bool(before) and before[-1].text.lower() == "by"
    return by and any(t.text.lower() in _LEADING for t in before[-_CLAUSE:])
