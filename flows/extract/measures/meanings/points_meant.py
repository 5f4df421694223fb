"""Meanings of points: points reached, points from those on offer."""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owners_of
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention

_REACHED = frozenset({"reached", "reach", "reaching", "hit", "passed", "past", "through", "broke", "topped"})
_MARKS = frozenset({"mark", "barrier", "milestone"})
_TOOK = ("take", "took", "lift", "move")
_ON_OFFER = re.compile(
    r"[^.;,]{0,24}?\b(?:possible (\w+)|(?:last|past|previous|first|opening) "
    r"(\w+) (?:points )?(?:available|on offer|possible))"
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|no (?:visit\w+ |away |other )?(?:side|team|club|visitors?|opponents?))\b[^.;,]*$"
)
_WORDS = {"six": 6, "nine": 9, "twelve": 12, "fifteen": 15, "eighteen": 18, "thirty": 30}
_LEADING = frozenset(
    {"in charge", "at the helm", "in the dugout", "in the job", "as manager", "as coach", "as head coach"}
)
_FOR_A_WIN, _LEAST_OFFERED = 3, 6
_JUST_TOLD, _CLOSE = 320, 20  # characters, points


def points(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Points of a side, or of both; what "moved", "took" or "the 50-point mark" must say."""
    first = found.tokens[found.first].start
    if _NOBODY.search(subjects.state.text.lower, max(found.sentence.span.start, first - 60), first + 1):
        return []
    if not _are_held(found) or ("b" in found.bound and not _goes_on(found, subjects)):
        return []
    offered = _games_on_offer(found, subjects) or _of_points(found)
    if any(t.kind == "ASMANY" for t in found.tokens[found.at : found.last + 1]):
        offered = int(found.value)
    coach = subjects.coach_with_record(found.sentence, found.tokens, found.first, found.last)
    led = coach is not None and subjects.people.is_coach(coach[0])
    behind = found.tokens[found.last : found.last + 4]
    if not led and "g" in found.bound and any(t.kind == "PLACE_HERE" and t.text.lower() in _LEADING for t in behind):
        coach = subjects.people.person(
            found.sentence, found.tokens, found.at
        )  # "X's one point from five games in charge"
        led = coach is not None
    owners = [coach] if coach is not None and led else owners_of(found, subjects)
    if any(_is_only_of_a_man(found, owner[1]) for owner in owners):
        return []
    return [measure_of(found, scope, *owner, "points", matches=offered) for owner in owners]


def _is_only_of_a_man(found: Found, side: Mention | None) -> bool:
    """ "Third was City's Kim, with 88 points": votes of a man's."""
    if side is None or not side.possessive:
        return False
    at = next((i for i, t in enumerate(found.tokens) if t is side), len(found.tokens))
    return [t.kind for t in found.tokens[at + 1 : at + 4]] == ["PERSON", "COMMA", "WITH"]


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
