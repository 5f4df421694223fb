"""Matches told in turn: "A and B won 2-0 and 3-1 at C and D respectively", "A beat B, C and D 1-0, 2-0 and 3-1".

In: a sentence with a score. Out: one match for each pair of sides that stand at the same place of two lists as long as
one another; none where the lists do not agree or nobody says who won.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from flows.extract.matches.meetings.who_may_meet import may_meet
from flows.extract.matches.results.lists_of_sides import side_in_list
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence

_LISTED = frozenset({"TEAM", "NAME", "SCORE"})
_JOINS = frozenset({"AND", "COMMA"})
_IN_TURN = ("respectively", "in that order")
_OUTCOMES = {
    kind: sign
    for sign, kinds in ((1, "WIN WIN_INTRANSITIVE WIN_NOUN"), (-1, "LOSE BEATEN LOSS_NOUN"), (0, "DRAW DRAW_NOUN"))
    for kind in kinds.split()
}
_TWO_LISTS, _A_LIST, _LONGEST = 2, 2, 8


def told_in_turn(state: StoryState, sentence: Sentence) -> list[MatchTold]:
    """The matches of a sentence whose lists belong to one another in their order."""
    said = any(state.text.lower.find(words, *sentence.span) >= 0 for words in _IN_TURN)
    if not said and sentence.shape.count(LETTER["SCORE"]) < _A_LIST:
        return []
    lists = _lists(state.text.lower, sentence.mentions)
    sides = [group for group in lists if group[0].kind != "SCORE"]
    scores = next((group for group in lists if group[0].kind == "SCORE"), [])
    if len(sides) != _TWO_LISTS or not scores:
        return []
    subjects, objects = sides
    length = max(len(subjects), len(objects))
    if not _A_LIST <= length <= _LONGEST or any(len(group) not in (1, length) for group in (*sides, scores)):
        return []
    if not said and (len(subjects) == len(objects) or len(scores) == 1):
        return []
    sign = next((_OUTCOMES[m.kind] for m in sentence.mentions if m.kind in _OUTCOMES), None)
    first = [side_in_list(state, m, sentence) for m in subjects] * (length // len(subjects))
    other = [side_in_list(state, m, sentence) for m in objects] * (length // len(objects))
    away = _stands_before(sentence.mentions, objects[0], "AT")
    found = []
    for one, two, score in zip(first, other, scores * (length // len(scores)), strict=True):
        told = _oriented(score.value, sign)
        if one is None or two is None or told is None or not may_meet(one, two):
            return []
        span = subjects[0].start, max(objects[-1].end, scores[-1].end)
        match = MatchTold(*span, "played", one, two, *told, "result.in_turn", 0.85, sentence)
        match.home = two if away else None
        match.decided = "regular"
        found.append(match)
    return found


def _lists(lower: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Sides, and scores, each with those that a comma or "and" alone joins to it."""
    lists: list[list[Mention]] = []
    joined = False
    for before, mention in zip([None, *mentions], mentions, strict=False):
        if mention.kind in _JOINS:
            joined = before is not None and bool(lists) and before is lists[-1][-1]
            continue
        if mention.kind not in _LISTED:
            joined = False
            continue
        same = joined and (lists[-1][-1].kind == "SCORE") == (mention.kind == "SCORE")
        if same and len(lower[lists[-1][-1].end : mention.start].split()) <= 1:
            lists[-1].append(mention)
        else:
            lists.append([mention])
        joined = False
    return lists


def _oriented(score: tuple[int, int], sign: int | None) -> tuple[int, int] | None:
    """The goals of the first side and of the other; None where the outcome said does not fit."""
    high, low = max(score), min(score)
    if high == low:
        return (high, low) if sign == 0 else None
    if sign not in (1, -1):
        return None
    return (high, low) if sign > 0 else (low, high)


def _stands_before(mentions: Sequence[Mention], side: Mention, kind: str) -> bool:
    return any(one.kind == kind and two is side for one, two in pairwise(mentions))
