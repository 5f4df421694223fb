"""Goals told beside what they are a part of: of his games, of his side's goals, in so many games in a row.

In: a frame's match. Out: the goals of a man, with the games or the whole that the words put them beside.
"""

from __future__ import annotations

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owner_of
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention

_A_TALLY, _FAR_BEHIND = 5, 32  # goals; letters


def so_many_goal_man(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "17-goal Varga", "a 20-goal striker in Hale": a season's tally, which two or three of a day are not."""
    tally, word, man = found.tokens[found.at], found.bound["k"], found.bound["s"]
    joined = subjects.state.text.lower[tally.end : word.start] in ("-", " ") and word.text.lower() == "goal"
    if not joined or tally.value < _A_TALLY or man.start - word.end > _FAR_BEHIND:
        return []
    return [measure_of(found, scope, str(man.value), man, "player_goals")]


def only_goal(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "his only goal in 20 games"."""
    lower = subjects.state.text.lower
    if lower[found.bound["s"].end : found.bound["k"].start].strip("' s") != "only":
        return []
    owner = owner_of(found, subjects)
    return [] if owner is None else [measure_of(found, scope, *owner, "player_goals")]


def share(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "has scored 13 of Rovers' 20 goals": his and theirs; "31 goals, Varga accounting for 10 of them" his alone."""
    if "s" in found.bound:
        owner = owner_of(found, subjects)
        return [] if owner is None else [measure_of(found, scope, *owner, "player_goals")]
    owner = subjects.people.person(found.sentence, found.tokens, found.at)
    if owner is None:
        return []
    measures = [measure_of(found, scope, *owner, "player_goals")]
    total = found.bound["m"]
    side = subjects.team(found.tokens, found.tokens.index(found.bound["o"]), found.sentence)
    if side is not None and total.value >= found.value:
        theirs = measure_of(found, scope, side, None, "goals_scored", float(total.value), matches=None)
        measures.append(theirs)
    for measure in measures:
        measure.matches = None
    return measures


def scored_beside(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "featured 13 times, scoring twice": goals in those games; "made 60 appearances and scored 22": two tallies."""
    tokens = found.tokens
    if any(t.kind in ("SCORE", "LIVE_SCORE") for t in tokens[: found.at]):
        return []
    owner = subjects.people.person(found.sentence, tokens, found.at)
    told_apart = "m" in found.bound and not found.bound["k"].text.lower().endswith("ing")
    if owner is None or told_apart:  # "who won three caps, scored two goals"
        return []
    measure = measure_of(found, scope, *owner, "player_goals", unit="goals")
    if "c" in found.bound:
        measure.matches = int(found.bound["c"].value)  # "capped 67 times, scoring four goals"
    elif "k" in found.bound and not found.bound["k"].text.lower().endswith("ing"):
        measure.matches = None
    return [measure]


def scored_in_each(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "has scored in five successive games": the games, not the goals."""
    either = subjects.either(found.sentence, found.tokens, found.first, found.first)
    if either is None or not either[2] or found.value < 2:
        return []
    goals = _goals_in_brackets(found)
    if goals is not None:
        return [measure_of(found, scope, *either[:2], "player_goals", float(goals.value), "goals", int(found.value))]
    measure = measure_of(found, scope, *either[:2], "other_count")
    measure.matches = None
    return [measure]


def _goals_in_brackets(found: Found) -> Mention | None:
    """ "in each of his last five games at X (six goals)": how many they are, no fewer than the games."""
    tokens = found.tokens
    opened = next((i for i in range(found.last + 1, min(found.last + 9, len(tokens))) if tokens[i].kind == "OPEN"), 0)
    within = tokens[opened + 1 : opened + 4] if opened else []
    kinds = [t.kind for t in within]
    told = kinds[:2] == ["NUMBER", "GOALS"] and kinds[2:] in ([], ["CLOSE"]) and within[0].value >= found.value
    return within[0] if told else None
