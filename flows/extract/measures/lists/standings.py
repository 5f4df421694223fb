"""Standings told as a list: "Portavera (9 points), Lendia (7), Samora (0)", "Standings: Harland 45, Brigg 41".

In: a sentence's tokens. Out: the points of each side and the numbers used. A bracket or a bare number is of points only
where the list says so: by a heading ("Table:", "Group B:"), by "points" beside its first number, or by points told just
before ("lead with six points, followed by Croatia (4)"), in which case nobody can have more; a line that is nothing but
names with figures, each as low as the one before it, is a table below the name of a group or in brackets.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from flows.extract.cast.goals_behind_names import ranked
from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence

_NAMED = SIDES | {"NAME", "PLACE", "PERSON", "GROUND"}
_SURE = SIDES | {"PLACE"}
_HEADINGS = frozenset({"standings", "table", "ladder", "positions", "log"})
_CLOSES = frozenset({"COMMA", "CLOSE", "POINT", "STOP", "AND"})
_BEHIND = frozenset({"followed", "behind", "ahead of", "clear of", "above", "then", "meet", "face", "host", "play"})
_MOST = 120


class _Entry(NamedTuple):
    name: int
    number: int
    points: bool


def standings(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention]
) -> tuple[list[Measure], list[Mention]]:
    """Points of each side that a list names, with the numbers that they take."""
    if LETTER["NUMBER"] not in sentence.shape:
        return [], []
    entries = _entries(tokens)
    if len(entries) < 2 or not (_of_points(tokens, entries) or _of_a_group(subjects, sentence, tokens)):
        return [], []
    measures = [_measure(subjects, scope, sentence, tokens, entry) for entry in entries]
    return measures, [tokens[entry.number] for entry in entries]


def _entries(tokens: list[Mention]) -> list[_Entry]:
    """Each "NAME (9 points)", "NAME (7, qualified)" or "NAME 7,"."""
    found: list[_Entry] = []
    for i, token in enumerate(tokens[:-1]):
        if token.kind not in _NAMED:
            continue
        number = i + 2 if tokens[i + 1].kind == "OPEN" else i + 1
        if number >= len(tokens) or tokens[number].kind != "NUMBER" or tokens[number].value > _MOST:
            continue
        after = tokens[number + 1].kind if number + 1 < len(tokens) else "STOP"
        if after in _CLOSES:
            found.append(_Entry(i, number, after == "POINT"))
    return [entry for entry in found if entry.number - entry.name == found[0].number - found[0].name]


def _of_points(tokens: list[Mention], entries: list[_Entry]) -> bool:
    """Whether the list says that it counts points; whoever stands lower has no more."""
    values = [float(tokens[e.number].value) for e in entries]
    if values != sorted(values, reverse=True):
        return False
    before = tokens[: entries[0].name]
    colon = next((i for i, t in enumerate(before) if t.kind == "COLON"), 0)
    headed = any(t.kind == "ROUND" or t.text.lower() in _HEADINGS for t in before[:colon])
    if headed or entries[0].points:
        return True
    told = [n.value for n, p in pairwise(before) if (n.kind, p.kind) == ("NUMBER", "POINT")]
    follows = any(t.text.lower() in _BEHIND for t in before)
    sure = all(tokens[e.name].kind in _SURE or e.points for e in entries)
    return bool(told) and follows and sure and values[0] <= float(told[-1])


def _of_a_group(subjects: Subjects, sentence: Sentence, tokens: list[Mention]) -> bool:
    """Whether a line is a table and nothing else: it stands in brackets, or below the name of a group."""
    if not sentence.alone or not ranked(tokens):
        return False
    above = subjects.state.sentences[sentence.number - 1] if sentence.number else None
    headed = above is not None and above.alone and bool(above.of("ROUND"))
    return headed or tokens[0].kind == "OPEN"


def _measure(subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention], entry: _Entry) -> Measure:
    name, number = tokens[entry.name], tokens[entry.number]
    side = subjects.state.side(name, sentence) if name.kind in SIDES else None
    subject = side or (str(name.value) if name.kind == "PLACE" else subjects.state.text.printed(name.start, name.end))
    measure = Measure(
        name.start, number.end, subject, "points", float(number.value), "points", "measure/points-standings", 0.9
    )  # fmt: skip
    measure.competition = scope.competition(tokens, entry.name, entry.number, "points")
    measure.season = scope.season(tokens, entry.number, "points", None)
    return measure
