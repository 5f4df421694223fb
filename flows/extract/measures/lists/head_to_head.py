"""How two sides fared against each other as a line of figures: "Played 358 | Rovers 129 | Drawn 116 | City 113".

In: a sentence's tokens and the sentence. Out: the wins of each of the two and the draws between them, with the meetings
they are of, and the numbers used. A line is one where nothing stands but the two sides, words for how they fared and
figures, each behind its word or each before it; what it is a line of shows by a total that the figures come to, by the
draws beside the two, or by "head-to-head" and the like in it or in the line above.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from flows.extract.measures.claims import Measure
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_MEETINGS = re.compile(
    r"\b(?:head[- ]to[- ]heads?|h2h|(?:previous|past|last|recent|all|league|competitive)(?: [\w-]+)? (?:meetings?|"
    r"encounters|clashes)|meetings?|overall|all[- ]time(?: record)?|history)\b"
)
_LABELS = {
    "PLAYED": "played", "GAME": "played", "DREW": "draws", "DRAWS": "draws", "LEVEL": "draws",
    "HAVE_WON": "won", "WINS": "won",
}  # fmt: skip
_LETTERS = {"p": "played", "pld": "played", "d": "draws", "played": "played", "tied": "draws"}
_MARKS = frozenset({"COLON", "COMMA", "DASH", "OPEN", "CLOSE", "STOP", "QUOTE"})
_PASSED = frozenset(
    "head to overall record total all-time all time history competitive league in of the previous past recent and "
    "matches games h2h so far have has w results".split()
)
_ASIDE = frozenset({"COMPETITION", "PAST", "REACH", "IN", "AND", "RECORDED", "LEAGUE", "SEASON"})
_FEWEST, _MOST = 3, 24  # tokens
_TWO = 2


class _Cell(NamedTuple):
    """A figure and the word it stands beside: a side's name, "draws" or "played"."""

    label: str
    number: Mention


def head_to_head(state: StoryState, sentence: Sentence, tokens: list[Mention]) -> tuple[list[Measure], list[Mention]]:
    """The measures of the line, and the figures they are of."""
    if not _FEWEST < len(tokens) <= _MOST or sum(t.kind == "TEAM" for t in tokens) != _TWO:
        return [], []
    cells = _cells(tokens)
    sides = [c for c in cells if c.label not in ("played", "draws")]
    drawn = [c for c in cells if c.label == "draws"]
    played = [c for c in cells if c.label == "played"]
    if len({c.label for c in sides}) != _TWO or len(sides) != _TWO or len(drawn) > 1 or len(played) > 1:
        return [], []
    total = int(sum(c.number.value for c in (*sides, *drawn)))
    if played and (total > played[0].number.value or (drawn and total != played[0].number.value)):
        return [], []
    if not (drawn and (played or len(cells) > _TWO)) and not _is_headed(state, sentence):
        return [], []
    games = int(played[0].number.value) if played else total if drawn else None
    competition = next((str(m.value) for m in sentence.mentions if m.kind == "COMPETITION"), None)
    one, two = (c.label for c in sides)
    told = [(one, "wins", sides[0], two), (two, "wins", sides[1], one)]
    told += [(one, "draws", c, two) for c in drawn]
    start = tokens[0].start
    measures = [
        Measure(start, c.number.end, side, metric, float(c.number.value), metric, "measure/head-to-head", 0.9)
        for side, metric, c, _ in told
    ]
    for measure, (_, _, _, other) in zip(measures, told, strict=True):
        measure.matches, measure.other, measure.competition = games, other, competition
    return measures, [c.number for c in cells]


def _is_headed(state: StoryState, sentence: Sentence) -> bool:
    """Whether the line, or the one above it, says that it is of meetings."""
    lower = state.text.lower
    above = state.sentences[sentence.number - 1] if sentence.number else None
    headed = above is not None and (above.alone or above.headline) and _MEETINGS.search(lower, *above.span) is not None
    return headed or _MEETINGS.search(lower, *sentence.span) is not None


def _cells(tokens: list[Mention]) -> list[_Cell]:
    """The line as figures with their words; nothing where anything else stands in it or one figure has no word."""
    kept: list[tuple[str | None, Mention]] = []
    for index, token in enumerate(tokens):
        if token.kind in _MARKS or token.kind in _ASIDE:
            continue
        if token.kind == "NUMBER" and float(token.value).is_integer():
            kept.append((None, token))
        elif token.kind == "TEAM":
            kept.append((str(token.value), token))
        elif token.kind in _LABELS or token.text.lower() in _LETTERS:
            label = _LABELS.get(token.kind) or _LETTERS[token.text.lower()]
            beside = any(t.kind == "NUMBER" for t in tokens[max(0, index - 1) : index + 2]) or token.kind != "GAME"
            if label != "won" and beside:
                kept.append((label, token))
        elif token.text.lower() not in _PASSED and token.kind != "NAME":
            return []
    words = [label is not None for label, _ in kept]
    if len(kept) % 2 or len(kept) < _TWO * 2:
        return []
    pairs = list(zip(kept[::2], kept[1::2], strict=True))
    if words == [True, False] * len(pairs):
        return [_Cell(str(word), number) for (word, _), (_, number) in pairs]
    if words == [False, True] * len(pairs):
        return [_Cell(str(word), number) for (_, number), (word, _) in pairs]
    return []
