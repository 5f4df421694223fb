"""Meanings of people in a ground: whose crowd it was, an average gate, who of them had come with the other side."""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.cast.facets import facets
from flows.extract.cast.spoken_of import Owner
from flows.extract.matches.meetings.who_may_meet import club_name
from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owner_of
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES

_FEWEST = 300
_MANY = 1_000
_ITS_CROWD = re.compile(
    r"'?s? (?:[\w-]+ ){0,2}?(?:lowest|biggest|highest|largest|smallest|best|worst|poorest) (?:[\w-]+ ){0,2}?"
    r"(?:crowds?|gates?|attendances?)\b"
)
_CROWD_OF = re.compile(r"\b(?:crowds?|gates?|attendances?) of (?:just |only |about |around )?$")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_AVERAGE = re.compile(r"\baverag\w+\b[^.;]{0,40}$")
_OF_AVERAGE = re.compile(r"[^.,;]{0,24}\baverage\b")
_FEWEST_WHO_TRAVEL = 30
_DRAWS = re.compile(r"drew|drawn|draw|attract(?:s|ed|ing)?|pulled|lured|tempted|averaged")
_DRAWN = 8  # tokens
_THEIR_HOME_GAME = re.compile(
    r"\b(?:their|our) (?:own )?(?:[a-z]+ ){0,2}home (?:league |cup )?(?:games?|match(?:es)?|ties?|fixtures?)$"
)
_AT = frozenset({"at", "to"})
_TAKES = frozenset({"brought", "bring", "took", "take"})
_HELD_UP = frozenset({"followed", "backed", "cheered", "accompanied", "supported", "roared"})
_NO_CROWD = re.compile(
    r"[ -](?:\w+ )?(?:seats?|seater|tickets?|capacity|season[- ]tickets?|shares|jobs|votes|words|people in|"
    r"minutes?|hours?|days?|weeks?|months?|years?|goals?|points?|games?|matches)\b"
)


def crowd(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Spectators of a match, or a side's average; small numbers are none."""
    number, lower = found.tokens[found.at], subjects.state.text.lower
    if "k" in found.bound and (found.bound["k"].text.lower() != "drew" or found.value < _MANY):
        return []
    few = found.value < _FEWEST and not _CROWD_OF.search(lower, max(0, number.start - 24), number.start)
    if "z" in found.bound and found.bound["z"].text.lower() != "turned out":
        return []
    needed = any(t.text.lower() in ("need", "needs", "needed") for t in found.tokens[max(0, found.at - 4) : found.at])
    if needed or few or _NO_CROWD.match(lower, number.end):
        return []
    if found.tokens[found.first].text.lower() in ("before", "see", "saw", "paid") and _YEAR.fullmatch(number.text):
        return []
    before = lower[max(found.sentence.span.start, number.start - 60) : number.start]
    if _AVERAGE.search(before) or _OF_AVERAGE.match(lower, number.end):
        owner = subjects.side(found.sentence, found.tokens, found.first, found.last)
        return [] if owner is None else [_average(measure_of(found, scope, *owner, "attendance"))]
    owner = (
        _whose_record(found, subjects)
        or who_drew_it(found, subjects)
        or owner_of(found, subjects)
        or _of_the_news(found, subjects)
    )
    if owner is None:
        return []
    measure = measure_of(found, scope, *owner, "attendance")
    if subjects.hosts is not None:
        measure.competition = subjects.hosts.competition(found.sentence, number.start) or measure.competition
    return [measure]


def _whose_record(found: Found, subjects: Subjects) -> Owner | None:
    """ "Only 1,204 saw the draw with X, Rovers' lowest crowd": the side whose crowd it is called."""
    behind = found.tokens[found.last + 1 :]
    named = [(t, kind) for t, kind in pairwise(behind) if t.kind in SIDES and t.possessive]
    for side, _ in named:
        if _ITS_CROWD.match(subjects.state.text.lower, side.end):
            team = subjects.state.side(side, found.sentence)
            return None if team is None else (team, side)
    return None


def who_drew_it(found: Found, subjects: Subjects) -> Owner | None:
    """ "Rovers drew a gate of 7,124 for the visit of Town", "their last home game attracted 8,104": the side that a
    crowd is said to have come to, whatever match the story is about."""
    tokens, lower = found.tokens, subjects.state.text.lower
    verb = next((i for i in range(found.at - 1, max(0, found.at - _DRAWN), -1) if _draws(tokens[i])), 0)
    who = verb - 1
    while who > 0 and tokens[who].kind == "HAVE":
        who -= 1
    if verb and tokens[who].kind == "GAME":
        said = _THEIR_HOME_GAME.search(lower, found.sentence.span.start, tokens[who].end)
        who = next((i for i in range(who) if said is not None and tokens[i].start == said.start()), -1)
    if not verb or who < 0 or tokens[who].kind not in SIDES | {"THEY", "WE"}:
        return None
    if tokens[who].possessive or (tokens[who].kind in SIDES and subjects.positions.is_object(tokens, who)):
        return None
    team = subjects.team(tokens, who, found.sentence)
    return None if team is None else (team, tokens[who])


def _draws(token: Mention) -> bool:
    return (
        token.kind in ("WORD", "DREW", "SAW", "CROWD", "WATCHED") and _DRAWS.fullmatch(token.text.lower()) is not None
    )


def _of_the_news(found: Found, subjects: Subjects) -> Owner | None:
    """Whose crowd is told of where the story has no match: whose ground is named, who is spoken of."""
    if subjects.hosts is None or subjects.hosts.has_matches:
        return None
    grounds = [t for t in found.tokens if t.kind == "GROUND" and len(t.value) == 1]
    if grounds:
        return club_name(grounds[-1].value[0]), None
    here = [t for t in found.tokens[: found.at] if t.kind in SIDES or t.kind == "THEY"]
    side = subjects.side(found.sentence, found.tokens, found.at, found.at) if here else None
    topic = subjects.state.centers.topic or subjects.state.centers.focus
    return side or (None if topic is None else (topic, None))


def _average(measure: Measure) -> Measure:
    measure.unit = "spectators on average"
    measure.competition = None
    return measure


def travellers(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Those who came with the visitors: "600 away fans", "the visitors' 950 fans", "188 of them from Kelby"."""
    told, at = found.bound.get("x"), found.tokens[found.at].start
    if "f" in found.bound:
        side = subjects.team(found.tokens, found.last, found.sentence)
        return [] if side is None else [measure_of(found, scope, side, found.bound["f"], "travelling_fans")]
    if "y" in found.bound:
        return _brought(found, subjects, scope)
    if told is None:
        return [measure_of(found, scope, *owner, "travelling_fans")] if (owner := owner_of(found, subjects)) else []
    away = None if subjects.hosts is None else subjects.hosts.away(found.sentence, at)
    if found.tokens[found.last - 1].kind == "FROM" and found.tokens[found.first].kind == "CROWD":
        side = subjects.state.side(told, found.sentence) or (told.text if told.kind == "NAME" else None)
        return [] if side is None else [measure_of(found, scope, side, None, "travelling_fans")]
    if told.start > at and told.kind in SIDES and found.value < _FEWEST_WHO_TRAVEL:
        return []  # "five Rovers fans were arrested"
    if away is None and told.start > at and told.kind in ("TEAM", "NAME", "EPITHET"):
        side = _went_to_another(found, subjects)
        return [] if side is None else [measure_of(found, scope, side, None, "travelling_fans")]
    if told.kind == "SCOPE" and told.text.lower() != "away":
        return []
    if told.kind == "TEAM" and told.start < at and not told.possessive:
        return []
    if away is None and told.kind in ("TEAM", "PLACE"):
        return [measure_of(found, scope, *owner, "travelling_fans")] if (owner := owner_of(found, subjects)) else []
    if told.kind in SIDES and told.kind != "SIDE_AWAY":
        side = subjects.state.side(told, found.sentence)
        away = side if side is not None and (away is None or side == away) else None
    elif told.kind in ("PLACE", "NAME", "NATIONALITY") and not _is_of(away, str(told.value or told.text)):
        away = None
    return [] if away is None else [measure_of(found, scope, away, None, "travelling_fans")]


def _brought(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "who brought 600 supporters", "cheered on by 600 fans": told of the side that came."""
    verb = found.bound["y"]
    before = found.tokens[found.first - 1].text.lower() if found.first else ""
    if verb.text.lower() not in _TAKES and not (verb.kind == "BY" and before in _HELD_UP):
        return []
    owner = subjects.side(found.sentence, found.tokens, found.first, found.last)
    away = None if subjects.hosts is None else subjects.hosts.away(found.sentence, verb.start)
    if away is None and owner is not None and found.value >= _FEWEST_WHO_TRAVEL:
        there = _there(found)
        host = None if there is None else subjects.state.side(there, found.sentence) or there.text
        away = owner[0] if host is not None and host != owner[0] else None
    return [measure_of(found, scope, *owner, "travelling_fans")] if owner is not None and owner[0] == away else []


def _went_to_another(found: Found, subjects: Subjects) -> str | None:
    """ "almost 6,000 Rovers fans were at Town": theirs who are named, at a ground that is another's."""
    told, there = found.bound["x"], _there(found)
    side = subjects.state.side(told, found.sentence) or (told.text if told.kind == "NAME" else None)
    if side is None or there is None:
        return None
    host = subjects.state.side(there, found.sentence) or there.text
    return None if host == side else side


def _there(found: Found) -> Mention | None:
    """The side behind "at" or "to" in what follows: whose ground people go to."""
    behind = found.tokens[found.last + 1 : found.last + 9]
    return next((b for a, b in pairwise(behind) if a.text.lower() in _AT and b.kind in SIDES | {"NAME"}), None)


def _is_of(club: str | None, place: str) -> bool:
    return club is not None and (place in facets(club) or place.split()[0] in club.split())
