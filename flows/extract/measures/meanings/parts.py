"""Parts that open a clause: "only 11 of Rovers' 44 points have come away", "13 of the 16 goals that they have let in".

In: a frame's match. Out: the part and the whole, both of whoever has the whole; of "his last 20 goals" the part alone.
"""

from __future__ import annotations

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention

_CLAUSE_OPENS = frozenset({"COMMA", "BUT", "AND", "QUOTE", "DASH", "COLON", "OPEN", "STOP", "QUALIFIER", "WITH"})
_HAS = frozenset({"HAVE", "SCORED"})
_OWNED = frozenset({"THEY", "HE"})


def part_of(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """The part, and the whole unless it is only of late."""
    before, whole = found.tokens[: found.first], found.bound["m"]
    if before and before[-1].kind in _HAS and whole.value >= found.value:
        return _of_one_man(found, subjects, scope)
    if (before and before[-1].kind not in _CLAUSE_OPENS) or whole.value < found.value or whole.value == 1:
        return []
    owner = _owner(found, subjects)
    if owner is None:
        return []
    subject, is_person = owner
    metric = _metric(found, is_person)
    unit = {"points": "points", "player_assists": "assists"}.get(metric, "goals")
    mention = found.bound["o"]
    part = measure_of(found, scope, subject, mention, metric, unit=unit)
    part.matches = None
    if "l" in found.bound:
        return [part]
    total = measure_of(found, scope, subject, mention, metric, float(whole.value), unit)
    total.start, total.matches = min(mention.start, whole.start), None
    if subjects.state.text.lower.endswith("all but ", 0, found.tokens[found.at].start):
        return [total]  # "all but three of Rovers' ten goals"
    return [part, total]


def _of_one_man(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "Varga has 14 of their 31 goals", "with 14 of Rovers' 31": the part is the man's, the whole his side's."""
    whose = subjects.either(found.sentence, found.tokens, found.at, found.at)
    if whose is None or not whose[2] or found.bound["k"].kind == "POINT" or found.bound["o"].kind in ("HE", "PERSON"):
        return []
    metric = _metric(found, True)
    part = measure_of(found, scope, *whose[:2], metric, unit="assists" if metric == "player_assists" else "goals")
    part.matches = None
    owner = _owner(found, subjects)
    if owner is None or owner[1] or metric != "player_goals":
        return [part]
    total = measure_of(found, scope, owner[0], found.bound["o"], "goals_scored", float(found.bound["m"].value), "goals")
    total.matches = None
    return [part, total]


def _owner(found: Found, subjects: Subjects) -> tuple[str, bool] | None:
    of = found.bound["o"]
    at = found.tokens.index(of)
    if "v" not in found.bound and of.kind not in _OWNED and not of.possessive:
        return None
    if of.kind == "PERSON":
        return str(of.value), True
    if of.kind == "HE":
        person = subjects.people.he(found.sentence, found.tokens, at)
        return None if person is None else (person[0], True)
    side = subjects.team(found.tokens, at, found.sentence)
    return None if side is None else (side, _is_called_so(of, subjects))


def _is_called_so(of: Mention, subjects: Subjects) -> bool:
    """Whether a bare name is one that a person of the story is called by."""
    return of.kind == "NAME" and subjects.state.cast.person_by(of.text) is not None


def _metric(found: Found, is_person: bool) -> str:
    counted, verb = found.bound["k"].kind, found.bound.get("v")
    if counted == "POINT":
        return "points"
    if counted == "ASSIST":
        return "player_assists"
    if verb is not None and verb.kind == "CONCEDED":
        return "goals_conceded"
    return "player_goals" if is_person else "goals_scored"
