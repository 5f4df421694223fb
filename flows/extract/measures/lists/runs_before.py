"""The older run that a run is held against, in brackets: "unbeaten in 21, last enjoying a longer run in 2001 (24)".

In: a sentence's tokens and the measures that it has told in words. Out: a run of the same kind and side for each
bracket that says nothing but its length.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence

_LOOKS_BACK = re.compile(r"\b(?:last|longer|longest|more|since|previous\w*|worst|best)\b")
_RUNS = frozenset({"unbeaten_run", "winless_run", "win_run", "loss_run"})
_WITHIN = frozenset({"NUMBER", "STREAK", "IN", "STRAIGHT", "GAME", "WORD", "A", "SCOPE"})
_LONGEST = 6  # tokens of a bracket


def runs_before(lower: str, sentence: Sentence, tokens: list[Mention], told: list[Measure]) -> list[Measure]:
    """The older runs of a sentence; `told` are the story's measures so far."""
    if LETTER["OPEN"] not in sentence.shape:
        return []
    runs = [m for m in told if sentence.span.start <= m.start < sentence.span.end and m.metric in _RUNS]
    found: list[Measure] = []
    for at, token in enumerate(tokens[:-1]):
        number = _length(tokens, at) if token.kind == "OPEN" else None
        base = next((m for m in reversed(runs) if m.end <= token.start), None)
        if number is None or base is None or tokens[at - 1].kind in SIDES:
            continue
        if _LOOKS_BACK.search(lower, base.end, token.start):
            length = float(number.value)
            older = Measure(
                number.start, number.end, base.subject, base.metric, length, base.unit, "measure/run-before", 0.8
            )
            older.competition = base.competition
            found.append(older)
    return found


def _length(tokens: list[Mention], at: int) -> Mention | None:
    """The one number of a bracket that says nothing else but what it counts."""
    within = range(at + 1, min(at + _LONGEST, len(tokens)))
    end = len(tokens) if len(tokens) - at < _LONGEST else at
    inside = tokens[at + 1 : next((i for i in within if tokens[i].kind == "CLOSE"), end)]
    numbers = [t for t in inside if t.kind == "NUMBER"]
    plain = len(numbers) == 1 and all(t.kind in _WITHIN for t in inside)
    return numbers[0] if plain and numbers[0].value > 1 else None
