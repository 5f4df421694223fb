"""Minutes in brackets behind a scorer or his deed: "Lenart (12)", "scored twice (31', 85')", "Beck (PK-77')".

In: a sentence and the goals it tells. Out: the same goals with these minutes and the kind that a mark beside one gives;
a man's goals told apart by several minutes are told once for each. What stands behind another name is his age.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.extract.goals.lists.scorer_lists import Listed, kind_of_mark, moments_within
from flows.extract.goals.told import GoalTold
from flows.extract.story import StoryState
from flows.extract.text.minutes import Minute
from flows.extract.text.sentence import Sentence

_BRACKET = re.compile(r" \((?=[^()]{0,4}\d|[OPophf])([^()]{1,40})\)")
_MARK = re.compile(r"(?:pens?|pk|p|og|o\.g\.|own goal|penalty|header|free[- ]kick|fk)\.?", re.IGNORECASE)
_FEW = re.compile(r"[2-5]")
_DEED = re.compile(r"(?<![\w'-])[a-z][a-z-]*$")
_DEED_REACH = 110
_WORD = 24


def with_brackets(state: StoryState, sentence: Sentence, told: list[GoalTold]) -> list[GoalTold]:
    """The goals of a sentence, each of a bracket's minutes given to the goal that it stands behind."""
    normal = state.text.normal
    if normal.find(" (", *sentence.span) < 0:
        return told
    for bracket in _BRACKET.finditer(normal, *sentence.span):
        if (mark := _MARK.fullmatch(bracket.group(1))) is not None:
            _mark(normal, bracket.start(), told, mark.group())
            continue
        moments = moments_within(normal, *bracket.span(1))
        if (several := _several(sentence, bracket, told)) is not None:
            several.n, several.described = int(bracket.group(1)), False
            continue
        owner = _owner(normal, bracket.start(), told, len(moments)) if moments else None
        if owner is None:
            continue
        for mention in sentence.mentions:
            if bracket.start() < mention.start < bracket.end() and mention.kind == "NUMBER":
                mention.kind, mention.value = "MINUTE", Minute(int(mention.value))
        told = _given(told, owner, moments, bracket.end() - 1)
    return told


def _mark(normal: str, at: int, told: list[GoalTold], mark: str) -> None:
    """ "Hale (pen)": the kind of the goal whose scorer stands right before a bracket without a minute."""
    for goal in told:
        if goal.n == 1 and goal.kind == "open_play" and normal.endswith(goal.scorer.split()[-1], 0, at):
            goal.kind = kind_of_mark(mark)


def _several(sentence: Sentence, bracket: re.Match[str], told: list[GoalTold]) -> GoalTold | None:
    """ "Hale (2), Orr and Vance scored": the goal of a list in which others have no figure, who scored so many."""
    if not _FEW.fullmatch(bracket.group(1)):
        return None
    normal = bracket.string
    figures = [m.group(1) for m in _BRACKET.finditer(normal, *sentence.span)]
    if not all(_FEW.fullmatch(figure) or _MARK.fullmatch(figure) for figure in figures):
        return None
    named = [g for g in told if normal.endswith(g.scorer.split()[-1], 0, bracket.start()) and g.minute is None]
    listed = [g for g in told if named and g.at == named[0].at]
    return named[0] if len(listed) > len([f for f in figures if _FEW.fullmatch(f)]) else None


def _owner(normal: str, at: int, told: list[GoalTold], moments: int) -> GoalTold | None:
    """The goal whose scorer's name stands right before the bracket, else that of the deed before it."""
    free = [g for g in told if g.minute is None and (g.described or g.n == moments)]
    named = [g for g in free if normal.endswith(g.scorer.split()[-1], 0, at) and g.n in (1, moments)]
    if named:
        return named[0]
    if _DEED.search(normal, max(0, at - _WORD), at) is None:
        return None
    before = [g for g in free if 0 <= at - g.at < _DEED_REACH]
    return before[-1] if before and ";" not in normal[before[-1].at : at] else None


def _given(told: list[GoalTold], owner: GoalTold, moments: list[Listed], end: int) -> list[GoalTold]:
    """The goals with the owner's once for each moment."""
    if len(moments) == 1:
        each = [owner]
    else:
        each = [
            replace(owner, n=1, described=True, order=number, end=max(owner.end, end), sides=owner.sides.copy())
            for number in range(1, len(moments) + 1)
        ]
    for goal, moment in zip(each, moments, strict=True):
        goal.minute, goal.added_time = moment.minute, moment.added_time
        goal.kind = moment.kind if moment.kind != "open_play" else goal.kind
    return [g for g in told if g is not owner] + each
