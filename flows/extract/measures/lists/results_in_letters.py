"""Results by their letters: "unbeaten in 12 (W9 D3)", "won two of their six meetings with Harland (D1 L3)", "W4 D1 L1".

In: a sentence's tokens and the measures that it has told in words. Out: a measure for each letter. What stands in a
bracket goes on about the results told before it: whose they are, of how many games and against whom.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.vetoes import OF_EITHER_SIDE
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_ONE = r"[WDL] ?\d{1,3}\b"
_IN_BRACKETS = re.compile(rf"\(({_ONE}(?:[ ,/-]{{0,2}}{_ONE}){{0,2}})(?: since)?\)")
_BARE = re.compile(r"\bW ?\d{1,2}\b(?:[ ,/-]{0,2}[DL] ?\d{1,2}\b){1,2}")
_LETTER = re.compile(r"([WDL]) ?(\d{1,3})")
_LETTERED = {"W": "wins", "D": "draws", "L": "losses"}
_RUNS = {"unbeaten_run", "winless_run"}
_TOLD = frozenset(_LETTERED.values()) | _RUNS


def in_letters(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention], told: list[Measure]
) -> list[Measure]:
    """A measure for each letter with its number."""
    normal, span = subjects.state.text.normal, sentence.span
    if normal.find("W", *span) < 0 and normal.find("(D", *span) < 0 and normal.find("(L", *span) < 0:
        return []
    found: list[Measure] = []
    last = -1
    for shape in (_IN_BRACKETS, _BARE):
        for match in shape.finditer(normal, *span):
            if match.start() > last:
                last = match.end()
                found += _read(subjects, scope, sentence, tokens, told, match)
    return found


def _read(
    subjects: Subjects,
    scope: Scope,
    sentence: Sentence,
    tokens: list[Mention],
    told: list[Measure],
    match: re.Match[str],
) -> list[Measure]:
    at = next((i for i, t in enumerate(tokens) if t.start >= match.start() and t.kind != "OPEN"), None)
    if at is None:
        return []
    start, end = tokens[at].start, match.end() - match.group().endswith(")")
    results = [(_LETTERED[letter], int(count)) for letter, count in _LETTER.findall(match.group())]
    before = [m for m in told if sentence.span.start <= m.start < start and m.metric in _TOLD]
    base = before[-1] if before and match.group().startswith("(") else None
    owner = subjects.side(sentence, tokens, at, at)
    if base is None and OF_EITHER_SIDE.search(subjects.state.text.lower, sentence.span.start, start):
        return []  # "the away side has won five of the last six (L1)"
    subject = base.subject if base is not None else None if owner is None else owner[0]
    if subject is None:
        return []
    measures = [
        Measure(start, end, subject, metric, float(count), metric, "measure/record-in-letters", 0.9)
        for metric, count in results
        if not (base is not None and base.metric == metric and base.value == count)
    ]
    for measure in measures:
        measure.matches = _games(base, results)
        measure.other = None if base is None else base.other
        measure.competition = (base and base.competition) or scope.competition(tokens, at, at, measure.metric)
        measure.season = scope.season(tokens, at, measure.metric, measure.matches)
    return measures


def _games(base: Measure | None, results: list[tuple[str, int]]) -> int | None:
    """Of how many games results are: those told, the length of a run, else as many as all results make."""
    if base is not None and base.matches is not None:
        return base.matches
    if base is not None and base.metric in _RUNS:
        return int(base.value)
    told = {metric: count for metric, count in results}
    if base is not None:
        told.setdefault(base.metric, int(base.value))
    return sum(told.values()) if len(told) > 1 else None
