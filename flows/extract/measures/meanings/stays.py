"""How long somebody is bound to a club or was at it: contracts and stays, in years, seasons or months.

In: a frame's match with a stretch of time. Out: one measure, with the club where a stay was. Some frames only hold
with certain words, which they bind by name: `b` what one does at a club, `k` what keeps him there and
`l` how he leaves it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.matches.meetings.who_may_meet import club_name
from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owner_of
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention

_NOT_CERTAIN = frozenset({"if", "unless", "whether", "would", "could", "might"})
_AT = frozenset({"REACH", "WITH", "IN", "SPENT", "SCORED"})
_HALF = re.compile(r"(?: (?:years?|seasons?))?[ -]and[ -]a[ -]half")
_OPTION = re.compile(r"'?s?'? (?:[a-z]+ )?options?\b")
_AGO = re.compile(r" (?:ago|later|earlier|from now)\b")
_WORKS = frozenset({"coached", "managed", "served", "manage"})
_TRADES = frozenset({"business", "game", "football", "trade", "profession"})
_DOES = ("stay", "led", "managed", "lead", "moved", "moves", "leaves", "leave", "leaving", "left")
_LEAVES = frozenset(
    "sacked dismissed fired axed released left leave leaves leaving departed departs quit quits resigned resigns "
    "parted parts ousted sold ended ends ending end stood stepped stepping standing retired walked gone".split()
)
_SPELLS = frozenset({"spell", "stint", "stay", "reign", "tenure", "career", "association", "relationship"})
_OTHER_TIME = frozenset({"BUT", "WHO", "SINCE", "PLAYED", "SPENT", "SCORED", "FROM"})
_GOES_ON = frozenset({"STAND", "HAVE", "SIGNED"})
_I = frozenset({"I", "I've", "I'd", "I’ve", "I’d"})
_MONTHS_A_YEAR, _HALF_A_YEAR = 12, 6
_LONGEST = 55
_FAR = 40  # characters between an option and what it lengthens


def time_unit(token: Mention) -> str:
    """ "years" for "year", "seasons" for "season"."""
    word = token.text.lower()
    return word if word.endswith("s") else word + "s"


def stay(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Years, seasons or months at a club, or of a contract."""
    unit = time_unit(found.bound["x"])
    is_contract = found.frame.effect == "contract_years"
    short = unit in ("weeks", "days") and (is_contract or "l" not in found.bound)
    if "v" in found.bound and subjects.state.text.lower.endswith("career ", 0, found.bound["v"].start):
        return []  # "whose career lasted 18 years": no stay at a club
    if short or (found.value > _LONGEST and unit != "days") or not _words_hold(found):
        return []
    if _AGO.match(subjects.state.text.lower, found.bound["x"].end) or _of_a_side(found, subjects):
        return []
    if is_contract and (_doubted(found.tokens, found.at) or _is_option(found, subjects)):
        return []
    owner = _whose(found, subjects)
    if owner is None:
        return []
    in_years = is_contract and (unit != "months" or found.value % _HALF_A_YEAR == 0)
    value = found.value / _MONTHS_A_YEAR if in_years and unit == "months" else found.value
    if _HALF.match(subjects.state.text.lower, found.tokens[found.at].end):
        value += 0.5
    club = None if is_contract else _club(found, subjects, owner[0])
    owners = [owner]
    if is_contract and owner[1] is not None and not owner[1].possessive:
        owners = subjects.people.all_of(found.sentence, found.tokens, found.first, owner)
    unit = "years" if in_years else unit
    measures = [measure_of(found, scope, *each, found.frame.effect, value, unit, other=club) for each in owners]
    for measure in measures:
        measure.matches, measure.competition = None, None
        if "l" in found.bound and found.bound["l"].kind in ("GAME", "APPEARANCE", "HIT"):
            measure.qualifier = "exact"  # "312 appearances over 11 seasons"
    return measures


def _doubted(tokens: list[Mention], at: int) -> bool:
    """Whether a condition stands before the number in its clause."""
    for i in range(at - 1, -1, -1):
        if tokens[i].text.lower() in _NOT_CERTAIN:
            return True
        if tokens[i].kind in ("STOP", "BUT", "QUOTE") or (tokens[i].kind == "AND" and tokens[i + 1].kind in _GOES_ON):
            return False
    return False


def _is_option(found: Found, subjects: Subjects) -> bool:
    """ "a contract with an option for a further 12 months": the months are no part of the contract."""
    lower, cue = subjects.state.text.lower, found.bound["x"]
    behind = _OPTION.match(lower, cue.end) is not None
    start = max(found.sentence.span.start, found.tokens[found.first].start - _FAR)
    at = lower.rfind("option", start, cue.start)
    return behind or (at >= 0 and "," not in lower[at : cue.start])


def _of_a_side(found: Found, subjects: Subjects) -> bool:
    """ "Rovers, who spent 14 seasons in the top division": the stay of a side, or of a life in the game, is none."""
    if found.tokens[found.first].kind != "SPENT":
        return False
    if any(t.text.lower() in _TRADES for t in found.tokens[found.first : found.last + 4]):
        return True
    either = subjects.either(found.sentence, found.tokens, found.first, found.first)
    side = None if either is None or either[2] else either[1]
    return side is not None and side.kind == "TEAM" and side.start < found.tokens[found.first].start


def _whose(found: Found, subjects: Subjects) -> tuple[str, Mention | None] | None:
    """The person; what leaves it open whether a side or a person is meant asks who the sentence is about. Whom a club
    parts from or binds is told after the verb."""
    if "s" in found.bound:
        return owner_of(found, subjects)
    whoever = found.bound.get("w")  # "the six years he spent", "I have been here"
    if whoever is not None and whoever.kind == "PERSON":
        return str(whoever.value), whoever
    if whoever is not None and whoever.kind == "WORD":
        speaker = subjects.people.speakers.of(found.sentence) if whoever.text in _I else None
        return None if speaker is None else (speaker, None)
    inside = [t for t in found.tokens[found.first : found.at] if t.kind == "PERSON"]
    if inside and ("l" in found.bound or "k" in found.bound):
        return str(inside[-1].value), inside[-1]
    if "l" in found.bound and not _of_somebody(found):
        either = subjects.either(found.sentence, found.tokens, found.at, found.last)
        return either[:2] if either is not None and either[2] else None
    return subjects.people.person(found.sentence, found.tokens, found.at)


def _of_somebody(found: Found) -> bool:
    """ "He led them up in a six-year spell": a spell of years is of the person of whom the sentence has told."""
    told = found.bound["l"].text.lower() in _SPELLS
    return told and any(t.kind in ("PERSON", "HE", "AGE") for t in found.tokens[: found.at])


def _words_hold(found: Found) -> bool:
    """Whether the words that a frame binds are such that it holds."""
    bound, within = found.bound, found.tokens[found.first : found.at]
    if "v" in bound and not _is_meant(bound["v"]):
        return False
    works = bound["first"]
    if works.kind == "SPENT" and works.text.lower() in _WORKS and _in_the_trade(found):
        return False
    if "l" in bound and any(
        t.kind == "MISSED" for t in found.tokens[max(0, found.tokens.index(found.bound["first"]) - 2) : found.at]
    ):
        return False  # "has missed four games in five seasons"
    if "b" in bound and not bound["b"].text.lower().startswith(_DOES):
        return False
    if "d" in bound and bound["d"].text.lower() not in ("club", "side", "team"):
        return False
    if found.tokens[found.at - 1].kind == "MISSED" and found.at:
        return False  # "missed 14 months at Rovers"
    if "c" in bound and not bound["c"].text.lower().startswith(("in charge", "playing for")):
        return False
    if "f" in bound and (bound["f"].text.lower() != "for" or any(t.kind in _OTHER_TIME - {"WHO"} for t in within)):
        return False
    if "k" in bound and bound["k"].kind == "STAND" and bound["k"].text.lower() != "stay":
        return False
    left = bound.get("l")
    if left is None:
        return True
    if left.kind == "FROM":
        leaves = any(t.text.lower() in _LEAVES for t in found.tokens[found.first : found.tokens.index(left)])
        return left.text.lower() in ("after", "following") and leaves
    return left.kind in ("GAME", "APPEARANCE", "HIT") or left.text.lower() in _SPELLS


def _in_the_trade(found: Found) -> bool:
    """ "I have coached for 15 years": with nobody in particular."""
    first = found.tokens.index(found.bound["first"])
    near = found.tokens[first : found.last + 4]
    return found.tokens[first + 1].kind == "IN" and not any(
        t.kind in ("TEAM", "GROUND", "NAME", "PLACE_HERE", "THEY", "WE") for t in near
    )


def _is_meant(word: Mention) -> bool:
    """A loan is a contract of its length, "in his second month" a stay, "one extra year" an extension."""
    text = word.text.lower()
    if word.kind == "STAY":
        return text == "loan"
    if word.kind == "SPENT":
        return text in ("in his", "in her")
    return text in ("extra", "further", "more", "additional", "lasted", "my")


def _club(found: Found, subjects: Subjects, person: str) -> str | None:
    """Where the stay was: the ground or club within or beside it, the one left, "their" club, else the person's own."""
    tokens, first, last = found.tokens, found.first, found.last
    ground = next((t for t in tokens[first : last + 3] if t.kind == "GROUND"), None)
    if ground is not None and len(ground.value) == 1:
        return club_name(ground.value[0])
    around = range(max(0, first - 4), min(len(tokens), last + 5))
    near = [tokens[i] for i in around if tokens[i].kind == "TEAM" and not _is_bound_for(tokens, i)]
    if any(t.text.lower() == "loan" for t in tokens[first : last + 1]):  # "in his second month on loan from Rovers"
        near = [t for t in near if tokens[tokens.index(t) - 1].text.lower() != "from"]
    within = [t for t in near if t.start <= tokens[last].start]
    near = [t for t in near if not any(u.kind in ("AND", "COMMA", "BUT") for u in tokens[last : tokens.index(t)])]
    if near:
        return subjects.state.side((within or near)[-1], found.sentence)
    left = _left_or_named(found)
    if left is not None:
        return subjects.state.side(left, found.sentence) if left.kind == "TEAM" else left.text
    theirs = next((i for i in range(first, found.at) if tokens[i].kind == "THEY"), None)
    if theirs is not None:
        return subjects.team(tokens, theirs, found.sentence)
    if any(t.kind == "PLACE" for t in tokens[first : found.at]):
        return subjects.club_of(person)  # "has been in Madrid for seven months": where, not with whom
    says_club = any(t.text.lower().endswith("club") for t in tokens[max(0, first - 1) : last + 2])
    if says_club and subjects.club_of(person) is None:
        return subjects.side_before(found.sentence)
    joined = [t for before, t in pairwise(tokens[: found.at]) if before.kind == "SIGNED" and t.kind == "TEAM"]
    return str(joined[-1].value) if joined else subjects.club_of(person) or subjects.side_before(found.sentence)


def _left_or_named(found: Found) -> Mention | None:
    """ "six years at Ellery", "has left Ellery after six years", "was sacked by Ellery": the club that is named."""
    tokens, first, last = found.tokens, found.first, found.last
    if "l" in found.bound:
        sides = [t for i, t in enumerate(tokens[:last]) if t.kind == "TEAM" and not _is_bound_for(tokens, i)]
        if sides:
            return sides[-1]
    for i in range(max(1, first - 1), min(len(tokens), last + 4)):
        if tokens[i].kind in ("NAME", "PERSON") and tokens[i - 1].kind in _AT and _names_a_club(tokens, i):
            return tokens[i]
    for before, token in pairwise(tokens[: found.at]):
        if token.kind == "NAME" and (before.kind == "BY" or before.text.lower() in _LEAVES):
            return token
    return None


def _is_bound_for(tokens: list[Mention], i: int) -> bool:
    """ "left for Ellery after six years": where he went is not where he was."""
    return i > 1 and tokens[i - 1].text.lower() in ("for", "to") and tokens[i - 2].text.lower() in _LEAVES


def _names_a_club(tokens: list[Mention], i: int) -> bool:
    """A name is one behind any "at" or "with"; what looks like a person only behind "at"."""
    return tokens[i].kind == "NAME" or tokens[i - 1].text.lower() == "at"
