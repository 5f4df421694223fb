"""Several minutes told together: "struck in the 22nd and 61st minutes", "A and B scored on 12 and 80 minutes".

In: the goals of a sentence. Out: the same goals; that of a lone scorer told once for each of his minutes, those of a
list with a minute each.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from flows.extract.goals.told import GoalTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_JOINS = frozenset({" and ", ", ", ", and ", " and the ", ", the ", " and in the ", " and after ", " & "})
_REACH = 70
_PARTICIPLE = re.compile(r"[\w-]+ing\b")
_AND = re.compile(r"(?:\band|,|\bbefore) (?:(?:s?he|then|later|also|\w+ly) )*$")
_MADE_TWO = re.compile(r"(?:made|making|makes|make) it (?:two|three|four|\d-\d)\b")


def of_several_minutes(state: StoryState, sentence: Sentence, told: list[GoalTold]) -> list[GoalTold]:
    """The goals of the sentence, told once for each minute of a run of them."""
    alone = [m for m in sentence.mentions if m.kind == "MINUTE"]
    for run in _runs(state, sentence):
        own = {g.at for g in told if any(g.at < m.start < run[0].start for m in alone)}
        near = [g for g in told if g.minute is None and g.kind != "own_goal" and g.at not in own and _beside(g, run)]
        near = [g for g in near if g.at < run[0].start] or near
        scorers = list(dict.fromkeys(g.scorer for g in near))
        if len(scorers) == 1:
            told = _for_each(told, near, run)
        elif len(near) == len(scorers) == len(run):
            for goal, mention in zip(near, run, strict=True):
                goal.minute, goal.added_time = mention.value.minute, mention.value.added
    return told


def told_anew(state: StoryState, sentence: Sentence, told: list[GoalTold]) -> None:
    """ "equalised on 51 minutes and converted a penalty late on": a second deed behind the minute of the first."""
    for first, second in pairwise(told):
        same = first.scorer == second.scorer and first.described and second.described
        if not same or second.order is not None or not _AND.search(state.text.lower, first.at, second.at):
            continue
        if _MADE_TWO.match(state.text.lower, second.at) and not _MADE_TWO.match(state.text.lower, first.at):
            second.order = (first.order or 1) + 1
        timed = any(m.kind == "MINUTE" and first.at < m.start < second.at for m in sentence.mentions)
        if timed and second.start < first.at and not _PARTICIPLE.match(state.text.lower, second.at):
            second.order = (first.order or 1) + 1


def _runs(state: StoryState, sentence: Sentence) -> list[list[Mention]]:
    """Minutes with nothing but "and" and commas between them, two or more."""
    lower = state.text.lower
    runs: list[list[Mention]] = []
    for mention in sentence.mentions:
        if mention.kind != "MINUTE" or mention.value.minute is None:
            continue
        if runs and lower[runs[-1][-1].end : mention.start] in _JOINS:
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [run for run in runs if len(run) > 1 and all(a.value.minute < b.value.minute for a, b in pairwise(run))]


def _beside(goal: GoalTold, run: list[Mention]) -> bool:
    """Whether the run stands right behind a goal, or right before it in its clause."""
    return 0 <= run[0].start - goal.at < _REACH or 0 <= goal.at - run[-1].end < _REACH // 2


def _for_each(told: list[GoalTold], near: list[GoalTold], run: list[Mention]) -> list[GoalTold]:
    """The goals of one scorer as many times as he has minutes; what was told of them otherwise is one of these."""
    first = min(near, key=lambda g: (abs(g.at - run[0].start), -g.confidence))
    each = [
        replace(
            first,
            n=1,
            described=True,
            minute=mention.value.minute,
            added_time=mention.value.added,
            order=number,
            end=max(first.end, mention.end),
            called=None,
            sides=first.sides.copy(),
            elsewhere=[],
        )
        for number, mention in enumerate(run, start=1)
    ]
    return [g for g in told if g not in near] + each
