"""Figures in brackets behind whom or what they are of: "Only Varga (12) has more goals than Hale (9)", "(24 in a row)".

In: a sentence's tokens and the measures that it has told in words. Out: a count for everybody who is ranked so, and the
older run that a run is held against. The noun of what is ranked says which measure it is.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence

_RANKS = re.compile(r"\b(?:more|fewer|most|fewest|joint-most|less)\b")
_LOOKS_BACK = re.compile(r"\b(?:last|longer|longest|more|since|previous\w*|worst|best)\b")
_RUNS = frozenset({"unbeaten_run", "winless_run", "win_run", "loss_run", "clean_sheets"})
_OF_A_MAN = {"GOALS": ("player_goals", "goals"), "ASSIST": ("player_assists", "assists")} | {
    "APPEARANCE": ("player_appearances", "appearances"),
}  # fmt: skip
_OF_A_SIDE = {
    "GOALS": ("goals_scored", "goals"),
    "SHEET": ("clean_sheets", "clean sheets"),
    "POINT": ("points", "points"),
}
_OF_A_SIDE |= {"WINS": ("wins", "wins"), "DRAWS": ("draws", "draws"), "LOSSES": ("losses", "losses")}
_NAMES = SIDES | {"PERSON", "NAME"}
_WITHIN = frozenset({"NUMBER", "STREAK", "IN", "STRAIGHT", "GAME", "WORD", "A", "SCOPE"})
_LONGEST = 6  # tokens of a bracket


def in_brackets(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention], told: list[Measure]
) -> list[Measure]:
    """The measures of all brackets of a sentence that hold one number."""
    if LETTER["OPEN"] not in sentence.shape:
        return []
    lower, span = subjects.state.text.lower, sentence.span
    here = [m for m in told if span.start <= m.start < span.end]
    ranked = _RANKS.search(lower, *span) is not None
    found: list[Measure] = []
    for at, token in enumerate(tokens[:-1]):
        number = _alone(tokens, at) if token.kind == "OPEN" else None
        if number is None or any(m.start <= number.start < m.end for m in here):
            continue
        before = tokens[at - 1] if at else token
        base = next((m for m in reversed(here) if m.metric in _RUNS and m.end <= token.start), None)
        if base is not None and _LOOKS_BACK.search(lower, base.end, token.start) and before.kind not in SIDES:
            found.append(_older_run(base, number))
        elif ranked and [t.kind for t in tokens[at + 1 : at + 3]] in (["NUMBER", "CLOSE"], ["NUMBER"]):
            found += _ranked(subjects, scope, sentence, tokens, at, number)
    return found


def _alone(tokens: list[Mention], at: int) -> Mention | None:
    """The one number of a bracket that says nothing else but what it counts."""
    within = range(at + 1, min(at + _LONGEST, len(tokens)))
    end = len(tokens) if len(tokens) - at < _LONGEST else at
    inside = tokens[at + 1 : next((i for i in within if tokens[i].kind == "CLOSE"), end)]
    numbers = [t for t in inside if t.kind == "NUMBER"]
    plain = len(numbers) == 1 and all(t.kind in _WITHIN for t in inside)
    return numbers[0] if plain and numbers[0].value > 0 else None


def _older_run(base: Measure, number: Mention) -> Measure:
    """ "unbeaten in 21, last enjoying a longer run in 2001 (24 in a row)"."""
    measure = Measure(
        number.start, number.end, base.subject, base.metric, float(number.value), base.unit, "measure/run-before", 0.8
    )
    measure.competition = base.competition
    return measure


def _ranked(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention], at: int, number: Mention
) -> list[Measure]:
    named = tokens[at - 1] if at and tokens[at - 1].kind in _NAMES else None
    if named is not None and named.kind in SIDES:
        subject = subjects.state.side(named, sentence)
    elif named is not None:
        subject = str(named.value) if named.kind == "PERSON" else subjects.state.text.printed(named.start, named.end)
    else:
        owner = subjects.either(sentence, tokens, at, at)
        subject, named = (None, None) if owner is None else owner[:2]
    man = named is not None and named.kind in ("PERSON", "NAME")
    meant = next((m for t in tokens if (m := (_OF_A_MAN if man else _OF_A_SIDE).get(t.kind)) is not None), None)
    if subject is None or meant is None:
        return []
    metric, unit = meant
    if metric == "goals_scored" and any(t.kind == "CONCEDED" for t in tokens):
        metric = "goals_conceded"
    start = number.start if named is None else min(named.start, number.start)
    measure = Measure(start, number.end, subject, metric, float(number.value), unit, "measure/ranked", 0.85)
    measure.competition = scope.competition(tokens, at, at, metric)
    measure.season = scope.season(tokens, at, metric, None)
    return [measure]
