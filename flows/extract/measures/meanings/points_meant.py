"""Meanings of points and honours: points reached, points from those on offer, titles and cups told by their number."""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owners_of
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES

_MOST_HONOURS = 200
_REACHED = frozenset({"reached", "reach", "reaching", "hit", "passed", "past", "through", "broke", "topped"})
_MARKS = frozenset({"mark", "barrier", "milestone"})
_TOOK = ("take", "took", "lift", "move")
_ON_OFFER = re.compile(
    r"[^.;,]{0,24}?\b(?:possible (\w+)|(?:last|past|previous|first|opening) "
    r"(\w+) (?:points )?(?:available|on offer|possible))"
)
_WORDS = {"six": 6, "nine": 9, "twelve": 12, "fifteen": 15, "eighteen": 18, "thirty": 30}
_FOR_A_WIN, _LEAST_OFFERED = 3, 6
_JUST_TOLD, _CLOSE = 320, 20  # characters, points
_HELD = ("champion",)
_LIFTED = ("lift", "took", "take", "retain", "claim", "secure", "clinch", "land", "regain", "reclaim")


def points(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Points of a side, or of both; what "moved", "took" or "the 50-point mark" must say."""
    if not _are_held(found) or ("b" in found.bound and not _goes_on(found, subjects)):
        return []
    offered = _games_on_offer(found, subjects) or _of_points(found)
    if any(t.kind == "ASMANY" for t in found.tokens[found.at : found.last + 1]):
        offered = int(found.value)
    coach = subjects.coach_with_record(found.sentence, found.tokens, found.first, found.last)
    led = coach is not None and subjects.people.is_coach(coach[0])
    owners = [coach] if coach is not None and led else owners_of(found, subjects)
    return [measure_of(found, scope, *owner, "points", matches=offered) for owner in owners]


def _goes_on(found: Found, subjects: Subjects) -> bool:
    """ "City have 43 points. Rovers, on 42, ...", "a win that took them to 46": as many as those told right before."""
    if found.tokens[found.first].kind == "COMMA" and found.tokens[found.at - 1].text.lower() != "on":
        return False
    told = [m for m in subjects.told[-12:] if m.metric == "points" and found.sentence.span.start - m.start < _JUST_TOLD]
    return any(abs(m.value - found.value) <= _CLOSE for m in told)


def _of_points(found: Found) -> int | None:
    """ "18 points from 18": of six matches, where no word says what the second number counts and three divide it."""
    games = found.bound.get("g")
    if games is None or games.value < max(found.value, _LEAST_OFFERED) or games.value % _FOR_A_WIN:
        return None
    after = found.tokens[found.tokens.index(games) + 1 :]
    return None if after and after[0].kind in ("GAME", "SCOPE", "WORD") else int(games.value) // _FOR_A_WIN


def _are_held(found: Found) -> bool:
    after = found.tokens[found.at + 1 : found.last]
    if "g" in found.bound and any(t.kind == "EARNED" for t in after):
        return False  # "with 20 points after picking up one in three": one is no number of games
    verb = found.bound.get("m")
    if verb is None:
        return True
    words = verb.text.lower()
    if verb.kind == "WORD":
        return words in _REACHED and found.tokens[found.last].text.lower() in _MARKS
    return words.endswith((" to", " on")) or words.startswith(_TOOK)


def _games_on_offer(found: Found, subjects: Subjects) -> int | None:
    """ "one point from a possible 15", "from the last 15 available": of five games."""
    match = _ON_OFFER.match(subjects.state.text.lower, found.tokens[found.at].end)
    if match is None:
        return None
    word = match.group(1) or match.group(2)
    offered = int(word) if word.isdigit() else _WORDS.get(word, 0)
    return offered // _FOR_A_WIN if offered and offered % _FOR_A_WIN == 0 else None


def honours(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Titles and cups: "champions for the third time", "lifted the Cup for the fourth time"; a first alone is none."""
    verb = found.bound.get("m")
    if (verb is not None and not _won(verb)) or found.value > _MOST_HONOURS:
        return []
    if found.tokens[found.at].kind == "ORDINAL" and found.value == 1 and "c" not in found.bound:
        return []
    if verb is not None and verb.kind in ("LEADERS", "CHAMPION"):
        either = subjects.either(found.sentence, found.tokens, found.first, found.last)
        return [] if either is None else [measure_of(found, scope, *either[:2], found.frame.effect)]
    if found.frame.effect == "titles" and _with_a_club(found):
        person = subjects.people.person(found.sentence, found.tokens, found.at)
        if person is None:
            return []
        titles = measure_of(found, scope, *person, "titles")
        if not any(t.kind == "COMPETITION" for t in found.tokens[found.at : found.last + 1]):
            titles.competition = None  # of whichever league his side was in
        return [titles]
    owners = (
        [(bearer, None)] if (bearer := _unnamed_bearer(found, subjects)) is not None else owners_of(found, subjects)
    )
    return [measure_of(found, scope, *owner, found.frame.effect) for owner in owners]


def _with_a_club(found: Found) -> bool:
    """ "The man who was X's assistant won seven league titles with Y": a person's, whatever sides stand before it."""
    tokens = found.tokens
    verb = next((t for t in reversed(tokens[max(0, found.at - 2) : found.at]) if t.kind == "HAVE_WON"), None)
    link, club = (*tokens[found.last + 1 : found.last + 3], None, None)[:2]
    behind = link is not None and link.text.lower() == "with" and club is not None and club.kind == "TEAM"
    opens = [t.text.lower() for t in tokens[:3]]
    return verb is not None and behind and opens[:2] in (["man", "who"], ["woman", "who"], ["coach", "who"])


def _unnamed_bearer(found: Found, subjects: Subjects) -> str | None:
    """ "Varga headed City level and the four-time champions lost heart": the other side of the match, not City."""
    tokens, last = found.tokens, found.last
    if tokens[last].kind not in ("LEADERS", "CHAMPION") or "m" in found.bound:
        return None
    start = tokens[found.first].start
    if not subjects.state.text.lower.endswith("the ", 0, start):
        return None
    after, before = tokens[last + 1 : last + 2], tokens[: found.first]
    if (after and after[0].kind in (*SIDES, "NAME", "COMMA")) or (before and before[-1].kind == "COMMA"):
        return None
    pair = subjects.state.pair_of(found.sentence) or ()
    named = [side for t in before if t.kind in SIDES and (side := subjects.state.side(t, found.sentence)) in pair]
    others = [side for side in pair if named and side != named[-1]]
    return others[0] if len(others) == 1 else None


def _won(verb: Mention) -> bool:
    words = verb.text.lower()
    return words.startswith(_HELD if verb.kind in ("LEADERS", "CHAMPION") else _LIFTED)


def honours_each(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "won the title and the Cup three times each"."""
    either = subjects.either(found.sentence, found.tokens, found.first, found.first)
    if either is None:
        return []
    titles = measure_of(found, scope, *either[:2], "titles", unit="titles")
    trophies = measure_of(found, scope, *either[:2], "trophies", unit="trophies")
    titles.competition = None
    return [titles, trophies]
