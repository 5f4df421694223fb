"""Meanings of the table's phrases: gaps with their sign and second party, places, and where sides finished."""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.found import Found, measure_of, owner_of
from flows.extract.measures.rivals import rival_unsaid
from flows.extract.measures.scope import Scope, shifted
from flows.extract.measures.subjects import Subjects
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES

_FURTHER = re.compile(r"\b(?:a|another|\w+) further\b|\bfurther \w+ points?\b|\banother point")
_THAN_BEFORE = re.compile(r"(?:(?<=than)| than) (?:at|they|it|last|this|in)\b")
_MORE, _FEWER = frozenset({"more than", "better than"}), frozenset({"less than", "fewer than"})
_BELOW = frozenset({"relegation zone", "bottom club"})
_PUTS = (
    "lift",
    "took",
    "take",
    "push",
    "send",
    "sent",
    "leav",
    "left",
    "put",
    "keep",
    "kept",
    "carr",
    "propel",
    "drag",
)
_LEADS = frozenset({"lead", "advantage", "cushion", "buffer"})
_OF_PLAY = frozenset({"SCORE", "LIVE_SCORE", "GOALS", "MINUTE", "SHEET", "YEAR", "TIME_UNIT", "CROWD", "SIGNED"})
_NARROWING = ("cut", "reduc", "clos", "narrow", "trim", "trail", "deficit", "shrunk", "shrink", "shrank", "distance")


def in_hand(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Games in hand; "on them", after others were told of, are those of the sentence's own subject."""
    owner = owner_of(found, subjects)
    if "o" not in found.bound or owner is None:
        if owner is None:
            return []
        gap = subjects.gap_told(found.sentence)
        apart = (gap.subject, gap.other) if gap is not None and gap.other in subjects.state.cast.clubs else ()
        other = next((side for side in apart if side != owner[0]), None) if owner[0] in apart else None
        return [measure_of(found, scope, *owner, "games_in_hand", other=other)]
    tokens, at = found.tokens, found.at
    subject = next(iter(reversed(list(subjects.positions.before(tokens, at, SIDES | {"THEY"})))), None)
    told = [t for t in tokens[:at] if t.kind in SIDES]
    against = found.bound["o"] if found.bound["o"].kind in SIDES else (told[-1] if told else None)
    if tokens[found.last - 1].text.lower() == "for" and found.bound["o"].kind in SIDES:
        theirs = subjects.state.side(found.bound["o"], found.sentence)
        return [] if theirs is None else [measure_of(found, scope, theirs, found.bound["o"], "games_in_hand")]
    if subject is None or against is None:
        return []
    mine, other = subjects.team(tokens, subject, found.sentence), subjects.state.side(against, found.sentence)
    if mine is None or mine == other:
        return []
    return [measure_of(found, scope, mine, None, "games_in_hand", other=other)]


def games_apart(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "a point behind City, having played a game fewer": in hand for whom has played fewer of the two."""
    words = found.bound["q"].text.lower().rstrip(".").removesuffix(" than")
    if words not in ("fewer", "less", "more"):
        return []
    owner = subjects.side(found.sentence, found.tokens, found.first, found.first)
    told = [t for t in found.tokens if t.kind in SIDES and (owner is None or t is not owner[1])]
    sides = {str(side) for t in told if (side := subjects.state.side(t, found.sentence)) is not None}
    sides -= set() if owner is None else {owner[0]}
    if owner is not None and not sides:
        sides = set(subjects.pair_before(found.sentence)) - {owner[0]}
    if owner is None or len(sides) != 1:
        return []
    behind, ahead = (owner[0], sides.pop()) if words != "more" else (sides.pop(), owner[0])
    return [measure_of(found, scope, behind, None, "games_in_hand", other=ahead)]


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
    side = subjects.state.side(found.bound["s"], found.sentence)
    if side is None:
        return []
    below = zone.value in _BELOW or zone.text.lower().startswith("bottom")
    other = scope.other(found.tokens, found.tokens.index(zone), found.sentence, side)
    value = found.value if below else -found.value
    return [measure_of(found, scope, side, found.bound["s"], "points_gap", value, other=other)]


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
    return [measure_of(found, scope, *owner, "points_gap", value, other=rival)]


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
    if _FURTHER.search(subjects.state.text.lower, found.tokens[found.first].start, found.tokens[found.last].start):
        return []
    if any(t.kind == "TOGETHER" for t in found.tokens[found.at : found.last + 1]):
        return []
    further = _further(found, subjects)
    if further is None:
        return []
    if not _about_points(found) or _is_person(found, subjects):
        return []
    spans = cue.kind == "MARGIN" or "b" in found.bound
    if "s" in found.bound:
        owner = owner_of(found, subjects)
    else:
        owner = subjects.side(found.sentence, found.tokens, found.first if spans else found.at, found.last)
    if owner is None:
        return []
    other = _second_party(found, scope, cue, owner[0], spans) or rival_unsaid(found, subjects, cue, owner)
    before = found.tokens[found.first - 1] if found.first else None
    owned = "s" in found.bound or (
        cue.kind == "MARGIN" and before is not None and before.kind in SIDES and before.possessive
    )
    owned = owned or _their_lead(found, cue)
    value = (1 if owned else _sign(found, cue, other)) * (abs(found.value) + further)
    if owned and found.value:
        other = _over(found, subjects, cue, owner[0]) or other
    return [measure_of(found, scope, *owner, "points_gap", value, other=other)]


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
    start = found.tokens[found.first].start
    if "further " not in subjects.state.text.lower[max(0, start - 10) : start]:
        return 0.0
    for i in range(found.first - 1, 0, -1):
        if found.tokens[i].kind in ("BEHIND", "CLEAR"):
            near = [t for t in found.tokens[max(0, i - 2) : i] if t.kind == "NUMBER"]
            return float(near[-1].value) if near else None
    return None


def _second_party(found: Found, scope: Scope, cue: Mention, subject: str, spans: bool) -> str | None:
    """Who a gap is to: told after it, or - where the phrase spans it ("trail City by nine") - within."""
    if spans:
        opening = found.first - 1 if found.tokens[found.first].kind == "MISSED" else found.first + 1
        within = scope.other(found.tokens[: found.at], opening, found.sentence, subject)
        if within is not None:
            return within
    start = found.first + 1 if cue.kind == "LEVEL" else min(found.last, found.at + 2)
    return scope.other(found.tokens, start, found.sentence, subject)


def _about_points(found: Found) -> bool:
    """Points are spoken of, or else what only a table has: "are two clear of Rovers with a game in hand"."""
    kinds = {t.kind for t in found.tokens}
    if not kinds.isdisjoint(("POINT", "LEVEL", "GOAL_DIFFERENCE")):
        return True
    if not kinds.isdisjoint(_OF_PLAY):
        return False
    return not kinds.isdisjoint(("ZONE", "HAND", "PLACED", "PLACES", "LEADERS")) or _off_the_top(found)


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
    if cue.kind in ("CLEAR", "BEHIND", "MARGIN", "LEVEL"):
        return 1 if ahead else -1
    if any(t.kind == "TOP" for t in found.tokens[found.first : found.at]) or found.tokens[
        found.first
    ].text.lower().startswith("l"):
        return 1
    return -1


def place(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A league place of a side; no place where a race for it is told, and no person's."""
    tokens, at = found.tokens, found.at
    if "n" not in found.bound or not 1 <= found.value <= 30:
        return []
    if any(t.kind == "RACE" for t in tokens[max(0, at - 5) : at]) or _from_bottom(tokens, at):
        return []
    if found.value == 1 and not any(t.kind in ("PLACES", "PLACED") for t in tokens[at + 1 : at + 3]):
        return []
    if "s" in found.bound:
        if tokens[found.first].kind == "CLEAR" and any(
            t.kind == "MOVE" for t in tokens[max(0, found.first - 5) : found.first]
        ):
            return []  # "moved four points clear of City in seventh": the mover's place
        owner = owner_of(found, subjects)
        return [] if owner is None else [measure_of(found, scope, *owner, found.frame.effect)]
    moved = tokens[found.first + 1]
    if moved.kind in SIDES and not moved.possessive and tokens[found.first].text.lower().startswith(_PUTS):
        side = subjects.state.side(moved, found.sentence)
        return [] if side is None else [measure_of(found, scope, side, moved, found.frame.effect)]
    pair = _two_sides(found, subjects, scope)
    if pair:
        return pair
    either = subjects.either(found.sentence, tokens, at, found.last)
    if either is not None and either[1] is not None and either[1].kind == "NAME":
        return [measure_of(found, scope, *either[:2], found.frame.effect)]
    if either is None or (either[2] and not subjects.people.is_coach(either[0])):
        return []
    owner = subjects.side(found.sentence, tokens, at, found.last)
    return [] if owner is None else [measure_of(found, scope, *owner, found.frame.effect)]


def _from_bottom(tokens: list[Mention], at: int) -> bool:
    return any(t.text.lower() == "bottom" for t in tokens[at + 1 : at + 4])


def _two_sides(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "Rovers and City are third and fourth": a place each."""
    tokens, at = found.tokens, found.at
    more = tokens[at + 1 : at + 3]
    if [t.kind for t in more] != ["AND", "ORDINAL"]:
        return []
    sides = [t for t in tokens[: found.at] if t.kind in SIDES][-2:]
    teams = [subjects.state.side(t, found.sentence) for t in sides]
    if len(teams) != 2 or None in teams:
        return []
    values = (found.value, float(more[1].value))
    return [
        measure_of(found, scope, str(team), side, found.frame.effect, value)
        for team, side, value in zip(teams, sides, values, strict=True)
    ]


def _this_season(found: Found) -> bool:
    """ "Rovers, eighth this season": a place held, not one finished in."""
    season = found.bound.get("x")
    return season is not None and season.value != -1


def finish(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Where a side ended a season, or each of several: those it has had, one after the other, up to the last."""
    tokens, at = found.tokens, found.at
    complete = next((t for t in tokens[found.first : found.last + 1] if t.kind in ("COMPLETE", "SEASON")), None)
    before = tokens[found.first - 1] if found.first else None
    if complete is None or (
        before is not None and complete.text.lower() == "finish" and before.kind in ("TO", "HYPOTHETICAL")
    ):
        return []
    if _from_bottom(tokens, at):
        return []
    owner = owner_of(found, subjects) if "s" in found.bound else subjects.side(found.sentence, tokens, at, found.last)
    if owner is None or not found.value <= 30 or _this_season(found):
        return []
    values = [found.value]
    position = at + 1
    while (
        position + 1 < len(tokens)
        and tokens[position].kind in ("COMMA", "AND")
        and tokens[position + 1].kind == "ORDINAL"
    ):
        values.append(float(tokens[position + 1].value))
        position += 2
    measures = [measure_of(found, scope, *owner, "finish_position", value) for value in values]
    perfect = "ha" in complete.text.lower()[:2] or (before is not None and before.kind == "HAVE")
    if len(values) > 1 and perfect:
        for measure, back in zip(measures, range(-len(values), 0), strict=True):
            measure.season = measure.season or shifted(scope.around.season, back)
    return measures
