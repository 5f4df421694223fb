"""Meanings of goal phrases: whether goals are a side's or a player's, and goals that nobody has scored in so long."""

from __future__ import annotations

from flows.extract.measures.claims import Measure
from flows.extract.measures.found import Found, measure_of, owner_of
from flows.extract.measures.scope import Scope
from flows.extract.measures.subjects import Subjects
from flows.extract.text.mentions import Mention

_LET = ("allow", "g")
_OTHER_TALLIES = frozenset({"POINT", "WINS", "LOSSES", "YELLOW", "RED", "CAP", "ASSIST", "TITLE", "TROPHY"})


def scoreless(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "failed to score in six": no goals in six matches."""
    either = subjects.either(found.sentence, found.tokens, found.at, found.last)
    if either is None:
        return []
    subject, mention, is_person = either
    metric = "player_goals" if is_person else "goals_scored"
    return [measure_of(found, scope, subject, mention, metric, 0, "goals", int(found.value))]


def goals(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A side's or a player's goals, by who the subject is."""
    before = [t.kind for t in found.tokens[max(0, found.at - 2) : found.at]]
    if before == ["RECORDED", "IN"]:  # "broke the record of 34 goals"
        return []
    scorer = next((t for t in found.tokens[found.first : found.at] if t.kind == "SCORER"), None)
    if scorer is not None and not scorer.text.lower().endswith("s"):
        return player_goals(found, subjects, scope, "player_goals")
    if "TALLY" in {t.kind for t in found.tokens[found.first : found.at]} and not _of_goals(found):
        whose = subjects.either(found.sentence, found.tokens, found.first, found.first)
        if whose is None or not whose[2]:
            return []
    if "s" in found.bound and found.bound["s"].kind not in ("HE", "PERSON"):
        owner = owner_of(found, subjects)
        return [] if owner is None else [measure_of(found, scope, *owner, "goals_scored")]
    either = subjects.either(found.sentence, found.tokens, found.at, found.last)
    if either is None:
        return []
    subject, mention, is_person = either
    return [measure_of(found, scope, subject, mention, "player_goals" if is_person else "goals_scored")]


def conceded(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Goals let in; what is "allowed" is goals only where goals are named."""
    cue = next((t for t in found.tokens[found.first : found.last + 1] if t.kind == "CONCEDED"), None)
    named = any(t.kind in ("GOALS", "HIT") for t in found.tokens[found.at : found.last + 2])
    if cue is not None and cue.text.lower().startswith(_LET) and not named:
        return []
    owner = owner_of(found, subjects)
    return [] if owner is None else [measure_of(found, scope, *owner, "goals_conceded")]


def goals_of_those(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "23 goals, 14 of those this season": the share is of whoever has the whole."""
    either = subjects.either(found.sentence, found.tokens, found.first, found.first)
    if either is None:
        return []
    subject, mention, is_person = either
    return [measure_of(found, scope, subject, mention, "player_goals" if is_person else "goals_scored")]


def _of_goals(found: Found) -> bool:
    """Whether a bare total is of goals: the sentence speaks of scoring and of no points."""
    kinds = {t.kind for t in found.tokens}
    return bool(kinds & {"GOALS", "SCORED", "SCORER"}) and "POINT" not in kinds


def player_goals(found: Found, subjects: Subjects, scope: Scope, metric: str | None = None) -> list[Measure]:
    """A player's goals; "all into double figures" is of each player listed."""
    if "n" in found.bound and found.bound["n"].kind == "DOUBLE_FIGURES":
        return _double_figures(found, subjects, scope)
    if "n" in found.bound and found.bound["n"].kind == "ORDINAL" and found.value == 1 and found.games is None:
        return []
    lower, goal = subjects.state.text.lower, found.tokens[found.last]
    if lower.rfind(" own ", found.tokens[found.at].start, max(goal.start, found.tokens[found.at].end + 5)) >= 0:
        return []
    if "s" in found.bound:
        owner = owner_of(found, subjects)
    else:
        owner = subjects.people.person(found.sentence, found.tokens, found.at)
    if owner is None or not _is_a_player(found, subjects, owner[0]):
        return []
    in_as_many = any(t.kind == "ASMANY" for t in found.tokens[found.at : found.last + 1])
    matches = int(found.value) if in_as_many else None
    return [measure_of(found, scope, *owner, metric or found.frame.effect, matches=matches)]


def _is_a_player(found: Found, subjects: Subjects, person: str) -> bool:
    """Whether "has 12 for the season" is of goals: told of one who plays, and of no points, wins or cards."""
    if "HAVE" not in {t.kind for t in found.tokens[found.first : found.at]}:
        return True
    return not subjects.people.is_coach(person) and not any(t.kind in _OTHER_TALLIES for t in found.tokens)


def scored_in_each(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "has scored in five successive games": the games, not the goals."""
    either = subjects.either(found.sentence, found.tokens, found.first, found.first)
    if either is None or not either[2] or found.value < 2:
        return []
    measure = measure_of(found, scope, *either[:2], "other_count")
    measure.matches = None
    return [measure]


def _double_figures(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    named = subjects.state.cast.people
    people: list[Mention] = []
    for token in reversed(found.tokens[: found.at]):
        if token.kind in ("PERSON", "TEAM", "NAME"):
            people.append(token)
        elif people and token.kind not in ("COMMA", "AND"):
            break
    if not any(p.kind == "PERSON" for p in people):
        return []
    measures = [measure_of(found, scope, named.get(p.text, str(p.value)), p, "player_goals") for p in reversed(people)]
    for measure in measures:
        measure.qualifier = "at_least"
    return measures
