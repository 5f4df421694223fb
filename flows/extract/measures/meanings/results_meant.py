"""Which games a phrase counts the results of: those of a row, of the games just told, of a start, all but a few.

In: a frame's match. Out: wins, draws, defeats or games scored in, with the games that they are of.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owner_of
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope

_SHARES = {"WINS": "wins", "HAVE_WON": "wins", "DRAWS": "draws", "DREW": "draws", "LOSSES": "losses", "LOST": "losses"}
_BEAT = frozenset(
    {"beat", "beats", "beating", "defeated", "defeat", "defeating", "overcame", "bested", "toppled", "downed"}
)
_BY_LOT = re.compile(r"\b(?:been|were|was|are|got) drawn (?:away|at home|against|at|with|to|in)\b[^.;]*$")
_ALL_SO_FAR = re.compile(r"(?:made|making|makes|make|is|are|was|were|it's|that's)(?: it| that)?(?: now)? ")
_PERFECT = frozenset({"perfect", "flawless", "faultless", "unblemished", "spotless", "hundred"})
_ATTEMPTS = frozenset({"time", "attempt", "attempts", "try", "go"})
_IN_THE_NET = ("scor", "net", "found the")


def dropped(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "have dropped four of their last five"."""
    owner = owner_of(found, subjects)
    if owner is None or found.tokens[found.first].text.lower() != "dropped":
        return []
    return [measure_of(found, scope, *owner, "losses")]


def draws_in_a_row(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "three straight draws": three draws in three matches; "drawn away for the sixth time running" is by lot."""
    if _BY_LOT.search(subjects.state.text.lower, found.sentence.span.start, found.tokens[found.at].start):
        return []
    owner = owner_of(found, subjects)
    return [] if owner is None else [measure_of(found, scope, *owner, "draws", None, "draws", int(found.value))]


def treble_run(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "a hat-trick of away wins": three in a row."""
    owner = owner_of(found, subjects)
    if owner is None or found.bound["i"].text.lower() != "of":
        return []
    return [measure_of(found, scope, *owner, "win_run" if found.bound["k"].kind == "WINS" else "loss_run")]


def of_them(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "unbeaten in nine, six of them wins": so many of the games just told."""
    metric = _SHARES[found.bound["k"].kind]
    before = [t for t in found.tokens[: found.first] if t.kind == "NUMBER"]
    owner = subjects.side(found.sentence, found.tokens, found.first, found.first)
    if owner is None:
        return []
    if found.tokens[found.last].kind == "BY":  # "have lost seven times, five of those by one goal"
        return [measure_of(found, scope, *owner, metric, unit=metric)]
    if not before or before[-1].value < found.value:
        return []
    return [measure_of(found, scope, *owner, metric, unit=metric, matches=int(before[-1].value))]


def in_so_many(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "have scored in two of their last eight": the games, not the goals."""
    cue = found.bound["k"]
    if cue.kind == "SCORED" and not cue.text.lower().startswith(_IN_THE_NET):
        return []
    games = found.bound.get("g") or next((t for t in reversed(found.tokens[: found.first]) if t.kind == "NUMBER"), None)
    owner = owner_of(found, subjects)
    if owner is None or games is None or games.value < found.value:
        return []
    unit = "matches without a goal" if cue.kind == "SCORELESS" else "matches scored in"
    measure = measure_of(found, scope, *owner, "other_count", unit=unit, matches=int(games.value))
    measure.season = None
    return [measure]


def perfect_start(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "extended their perfect start to six matches"."""
    owner = owner_of(found, subjects)
    if owner is None or not found.bound["k"].text.lower().endswith("start"):
        return []
    return [measure_of(found, scope, *owner, "win_run")]


def at_the_nth(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "a first win at the sixth attempt": one in so many games."""
    owner = owner_of(found, subjects)
    told = found.bound["b"].value == 1 and found.bound["w"].text.lower() in _ATTEMPTS
    return [measure_of(found, scope, *owner, "wins", 1, "wins")] if owner is not None and told else []


def beat_at_last(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "beat City for the first time in nine attempts": one win in nine, over them."""
    owner, rival = owner_of(found, subjects), subjects.state.side(found.bound["r"], found.sentence)
    if owner is None or owner[0] == rival or found.bound["k"].text.lower() not in _BEAT:
        return []
    return [measure_of(found, scope, *owner, "wins", other=rival)]


def perfect_record(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "have a perfect record after six rounds", "a 100 per cent record from four games": so many wins in a row."""
    owner, words = owner_of(found, subjects), found.bound["k"]
    whole = words.kind == "PERCENT" and found.tokens[found.first].value == 100
    if owner is None or not (whole or words.text.lower() in _PERFECT):
        return []
    return [measure_of(found, scope, *owner, "win_run")]


def winners_of(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "X, winners of ten of the last 12 at home"."""
    owner = owner_of(found, subjects) if found.bound["k"].text.lower() == "winners" else None
    if owner is None or found.bound["g"].value < found.value:
        return []
    return [measure_of(found, scope, *owner, "wins", matches=int(found.bound["g"].value))]


def all_from_all(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "made it three from three", "are four out of four": as many won as played."""
    words = subjects.state.text.lower[found.bound["k"].start : found.tokens[found.at].start]
    games, behind = int(found.bound["g"].value), found.tokens[found.last + 1 : found.last + 2]
    ends = not behind or behind[0].kind in ("COMMA", "STOP", "WITH", "AND", "BUT", "QUOTE", "SEASON", "IN", "SINCE")
    owner = owner_of(found, subjects) if _ALL_SO_FAR.fullmatch(words) and ends else None
    if owner is None or found.value != games or games < 2:
        return []
    measure = measure_of(found, scope, *owner, "wins", matches=games)
    measure.other = None
    return [measure]


def all_but(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "have won all but one of their 13 home games": won 12."""
    owner, games = owner_of(found, subjects), int(found.bound["g"].value)
    metric = _SHARES[found.bound["k"].kind]
    if owner is None or games <= found.value:
        return []
    return [measure_of(found, scope, *owner, metric, games - found.value, metric, matches=games)]


def sheets_in(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "clean sheets in their last five games": five in five."""
    owner = owner_of(found, subjects)
    return [] if owner is None else [measure_of(found, scope, *owner, "clean_sheets", matches=int(found.value))]
