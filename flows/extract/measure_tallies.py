"""Records told as a list: "three wins, a draw and two defeats from six games", "have won ten and lost one".

In: a sentence's tokens. Out: a measure for each item, all with the games that follow the last, and the numbers used.
One item alone is no list; it is read by the frames.
"""

from __future__ import annotations

from typing import NamedTuple

from flows.extract.measure_claims import Measure
from flows.extract.measure_scope import Scope
from flows.extract.measure_subjects import Subjects
from flows.extract.mentions import Mention
from flows.extract.sentence import Sentence

_NOUNS = {"WINS": "wins", "DRAWS": "draws", "LOSSES": "losses"}
_VERBS = {"HAVE_WON": "wins", "DREW": "draws", "LOST": "losses"}
_NOT_TOLD = frozenset({"HYPOTHETICAL", "NEGATION"})


class _Item(NamedTuple):
    metric: str
    number: int
    first: int
    last: int


def tallies(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention]
) -> tuple[list[Measure], list[Mention]]:
    """Measures of each list of results in a sentence, with the numbers that they take."""
    measures: list[Measure] = []
    used: list[Mention] = []
    at = 0
    while at < len(tokens):
        items = _items(tokens, at)
        if len(items) < 2 or all(tokens[i.number].kind == "A" for i in items):
            at += 1
            continue
        at = items[-1].last + 1
        before = tokens[max(0, items[0].first - 8) : items[0].first]
        if any(t.kind in _NOT_TOLD for t in before):
            continue
        owner = subjects.side(sentence, tokens, items[0].first, items[-1].last)
        if owner is None:
            continue
        games = scope.games(tokens, items[-1].number, items[-1].last)
        for item in items:
            measures.append(_measure(scope, tokens, item, items, owner[0], games))
            used.append(tokens[item.number])
        used += [games] if games is not None else []
    return measures, used


def _measure(
    scope: Scope, tokens: list[Mention], item: _Item, items: list[_Item], subject: str, games: Mention | None
) -> Measure:
    matches = None if games is None else int(games.value)
    measure = Measure(
        tokens[item.first].start, tokens[item.last].end, subject, item.metric, float(tokens[item.number].value),
        item.metric, f"measure/{item.metric}-list", 0.9,
    )  # fmt: skip
    measure.matches = matches
    measure.competition = scope.competition(tokens, items[0].first, items[-1].last, item.metric)
    measure.season = scope.season(tokens, item.number, item.metric, matches)
    return measure


def _items(tokens: list[Mention], at: int) -> list[_Item]:
    """The items of the list that begins at a token, each of another outcome."""
    items: list[_Item] = []
    read = _verbal if tokens[at].kind in _VERBS or tokens[at].kind == "HAVE" else _nominal
    while at < len(tokens):
        item = read(tokens, at)
        if item is None or item.metric in {i.metric for i in items}:
            break
        items.append(item)
        at = item.last + 1
        while at < len(tokens) and tokens[at].kind in ("COMMA", "AND") and at - item.last <= 2:
            at += 1
        if at == item.last + 1:
            break
    return items


def _nominal(tokens: list[Mention], at: int) -> _Item | None:
    """ "three wins", "an away draw"."""
    if tokens[at].kind not in ("NUMBER", "A"):
        return None
    for i in range(at + 1, min(at + 3, len(tokens))):
        if tokens[i].kind in _NOUNS:
            return _Item(_NOUNS[tokens[i].kind], at, at, i)
        if tokens[i].kind not in ("WORD", "SCOPE"):
            return None
    return None


def _verbal(tokens: list[Mention], at: int) -> _Item | None:
    """ "won ten", "have drawn three"."""
    first = at
    if tokens[at].kind == "HAVE":
        at += 1
    kinds = [t.kind for t in tokens[at : at + 2]]
    if len(kinds) < 2 or kinds[0] not in _VERBS or kinds[1] != "NUMBER":
        return None
    last = at + 2 if tokens[at + 2 : at + 3] and tokens[at + 2].kind == "HIT" else at + 1
    return _Item(_VERBS[kinds[0]], at + 1, first, last)
