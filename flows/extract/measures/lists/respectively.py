"""Numbers told in turn: "X and Y were fined £22,000 and £9,500 respectively", "have 12 and nine goals respectively".

In: a sentence's tokens and the measures that it has told. Out: the same measures, each of the numbers of such a list
being of the name at its place; a number that was read of nobody is one like those beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_IN_TURN = Sought(r"\brespectively\b|\bin that order\b")
_NUMBERS = frozenset({"NUMBER", "MONEY", "ORDINAL"})
_NOT_BETWEEN = frozenset({"PERSON", "TEAM", "NAME", "HE", "THEY", "WHO", "STOP", "QUOTE", "BUT", "SCORE"})
_KINDS_OF_NAMES = ("PERSON", "TEAM", "NAME")
_APART = 5  # tokens from one number of a list to the next
_NEAR = 5  # tokens from the last number to the word
IN_TURN = (_IN_TURN,)


def in_turn(subjects: Subjects, sentence: Sentence, tokens: list[Mention], told: list[Measure]) -> list[Measure]:
    """The measures of a sentence, set right where its numbers are told in turn."""
    word = _IN_TURN.search(subjects.state.text.lower, sentence.span.start, sentence.span.end)
    if word is None or not told:
        return told
    numbers = _numbers_before(tokens, word.start())
    names = _names(subjects, sentence, tokens, numbers)
    if not names:
        return told
    listed = [[m for m in told if _is_of(m, number)] for number in numbers]
    like = next((found[0] for found in listed if found), None)
    if like is None:
        return told
    taken = {id(m) for found in listed for m in found}
    turned = []
    for number, name, found in zip(numbers, names, listed, strict=True):
        base = next((m for m in found if m.metric == like.metric), found[0] if found else like)
        turned.append(replace(base, start=number.start, end=number.end, subject=name, value=_value(number)))
    return [m for m in told if id(m) not in taken] + turned


def _numbers_before(tokens: list[Mention], end: int) -> list[Mention]:
    """The list of numbers that ends before a place."""
    last = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].end <= end and _counts(tokens[i])), None)
    if last is None or sum(t.start >= tokens[last].end and t.end <= end for t in tokens) > _NEAR:
        return []
    listed = [last]
    for i in range(last - 1, -1, -1):
        if listed[-1] - i > _APART or tokens[i].kind in _NOT_BETWEEN:
            break
        if _counts(tokens[i]) and any(t.kind in ("AND", "COMMA") for t in tokens[i + 1 : listed[-1]]):
            listed.append(i)
    return [tokens[i] for i in reversed(listed)]


def _counts(token: Mention) -> bool:
    return token.kind in _NUMBERS


def _names(subjects: Subjects, sentence: Sentence, tokens: list[Mention], numbers: Sequence[Mention]) -> list[str]:
    """As many names as there are numbers, all of one kind, told before them or right behind."""
    if len(numbers) < 2:
        return []
    for part in ([t for t in tokens if t.end <= numbers[0].start], [t for t in tokens if t.start >= numbers[-1].end]):
        for kind in _KINDS_OF_NAMES:
            named = list(dict.fromkeys(_name(subjects, sentence, t) for t in part if t.kind == kind))
            if len(named) == len(numbers):
                return named
    return []


def _name(subjects: Subjects, sentence: Sentence, token: Mention) -> str:
    if token.kind == "PERSON":
        return str(token.value)
    return subjects.state.side(token, sentence) or subjects.state.text.printed(token.start, token.end)


def _is_of(measure: Measure, number: Mention) -> bool:
    return measure.start <= number.start and number.end <= measure.end and measure.value == _value(number)


def _value(number: Mention) -> float:
    return float(number.value.amount if number.kind == "MONEY" else number.value)
