"""The score as it ran: what each goal says of the state it made ("levelled", "made it 2-1", "pulled one back").

In: the goals of one match. Out: for a way of giving the scorers to the two sides, how well the running score agrees
with what the goals say. Goals run by their minutes, those without one where the story tells them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from flows.extract.goals.told import GoalTold, Telling

_AFTER = 48
_MADE = re.compile(r"\bma(?:de|ke|kes|king) it (?:a )?(\d{1,2}) ?[-:] ?(\d{1,2})\b")
_FOR_IT = re.compile(r"\bfor (\d{1,2})-(\d{1,2})\b")
_BACK_TO = re.compile(r"\b(?:back|level) (?:to|at) (\d{1,2})-(\d{1,2})\b")

State = Callable[[int, int], bool]
_STATES: tuple[tuple[re.Pattern[str], State], ...] = (
    (
        re.compile(
            r"\b(?:equalis\w+|equaliz\w+|level(?:l?ed|l?ing|ler)?\b(?! (?:with|on points))|restor\w+ parity|"
            r"back on (?:level )?terms|on level terms|all square|(?<!was )(?<!were )(?<!been )cancel\w* out|"
            r"tied (?:it|the game|the score|the match))"
        ),
        lambda mine, theirs: mine == theirs,
    ),
    (
        re.compile(
            r"\b(?:(?:pull\w*|got|gets|getting|get|claw\w*|snatch\w*|headed|grabb?\w*) (?:one|a goal) back|consolation|"
            r"(?:halv|reduc|cut)\w* (?:the|their|his side's|\w+'s) (?:deficit|arrears|lead|advantage|margin)|lifeline|"
            r"within (?:one|a goal|touching)|(?:a glimmer|some) (?:of )?hope)\b"
        ),
        lambda mine, theirs: mine < theirs,
    ),
    (
        re.compile(r"\b(?:hit back|repl(?:ied|ies|ying)|respond(?:ed|s|ing)|answer(?:ed|s|ing))\b"),
        lambda mine, theirs: mine <= theirs,
    ),
    (
        re.compile(
            r"\b(?:(?:opened|opening|opens|open) the (?:scoring|account)|"
            r"br(?:oke|eaking|eaks) the (?:deadlock|stalemate)|first blood|(?:the|an early|early) opener\b)"
        ),
        lambda mine, theirs: mine == 1 and theirs == 0,
    ),
    (
        re.compile(
            r"\b(?:doubl\w+ (?:the|their|his side's|her side's|\w+'s?) (?:[\w'-]+ ){0,2}(?:lead|advantage)|"
            r"(?:extend|stretch|increas)\w* (?:the|their|\w+'s?) (?:[\w'-]+ ){0,2}(?:lead|advantage))"
        ),
        lambda mine, theirs: mine >= theirs + 2,
    ),
    (
        re.compile(
            r"\b(?:(?:restor|regain)\w* (?:the|their|his side's|her side's|\w+'s?) (?:[\w'-]+ ){0,2}(?:lead|advantage))"
        ),
        lambda mine, theirs: mine == theirs + 1 and theirs > 0,
    ),
    (
        re.compile(
            r"\b(?:(?:put|puts|putting|fired|headed|sent|shot|nudged|edged|went|nosed|hit|volleyed|nodded|had put) "
            r"(?:[\w'-]+ ){0,3}(?:ahead|in front|into the lead)|(?:gave|give|gives|giving|handed|given|took|grabbed) "
            r"(?:[\w'-]+ ){0,4}(?:the|an early|a deserved|a shock|a surprise) lead)\b"
        ),
        lambda mine, theirs: mine == theirs + 1,
    ),
    (
        re.compile(
            r"\b(?:rescu|earn|salvag|snatch|secur|grabb?|claim)\w* (?:[\w'-]+ ){0,3}(?:point|draw)\b|spoils were shared"
        ),
        lambda mine, theirs: mine == theirs,
    ),
    (re.compile(r"\bwinner\b|\bwon it\b"), lambda mine, theirs: mine > theirs),
)
_OTHERS = re.compile(
    r"\b(?:before|after|until|despite|although|while|only for|but|then)\b(?! the (?:break|interval|hour))"
)
_AGREED, _MISSED = 1.5, -1.5
_LESS_SURE = 0.6
_LEAD = 1  # sentences


class Cue(NamedTuple):
    """What a goal says of the score after it: what must hold of (mine, theirs)."""

    position: int
    holds: State


class Running:
    """The running score of one match's goals, tried for many ways of giving the goals to the sides."""

    def __init__(self, lower: str, goals: list[GoalTold], score: tuple[int, int] | None) -> None:
        self.ordered = in_order(goals)
        self.cues = [Cue(i, holds) for i, goal in enumerate(self.ordered) for holds in _cues(lower, goal, goals)]
        told = sum(g.n for g in goals)
        self._weight = 1.0 if score is not None and told >= sum(score) else _LESS_SURE

    def agreement(self, sides: list[int]) -> float:
        """How well it agrees where the goals, in order, are of these sides."""
        agreed = 0.0
        counts = [0, 0]
        states = []
        for goal, side in zip(self.ordered, sides, strict=True):
            counts[side] += goal.n
            states.append((counts[side], counts[1 - side]))
        for cue in self.cues:
            agreed += _AGREED if cue.holds(*states[cue.position]) else _MISSED
        return agreed * self._weight


def in_order(goals: list[GoalTold]) -> list[GoalTold]:
    """The goals as they fell: by minute; one without follows the one that the story tells before it."""
    told = sorted(goals, key=_told_at)
    ordered: list[GoalTold] = []
    for goal in told:
        place = len(ordered)
        if goal.minute is not None:
            later = [i for i, g in enumerate(ordered) if g.minute is not None and g.minute > goal.minute]
            place = later[0] if later else place
        ordered.insert(place, goal)
    return ordered


def _told_at(goal: GoalTold) -> Telling:
    """Where the body of a story tells it, where it tells it again after the lead."""
    again = goal.spans[-1:] if goal.sentence.number <= _LEAD and goal.elsewhere else goal.spans[:1]
    return again[0]


def _cues(lower: str, goal: GoalTold, goals: list[GoalTold]) -> list[State]:
    if not goal.described and goal.n > 1:
        return []
    found: list[State] = []
    for start, end, stop in goal.spans:
        others = [s for g in goals if g is not goal for s in g.spans]
        begin = max([s.end for s in others if start <= s.end < end and s.start <= start], default=start)
        stop = min([stop, end + _AFTER, *(s.start for s in others if s.start >= end)])
        other = _OTHERS.search(lower, end, stop)
        found += _states(lower[begin : other.start() if other else stop])
    return found


def _states(text: str) -> list[State]:
    found: list[State] = []
    for pattern in (_MADE, _FOR_IT, _BACK_TO):
        made = pattern.search(text)
        if made is not None:
            found.append(_just((int(made.group(1)), int(made.group(2)))))
    found += [holds for pattern, holds in _STATES if pattern.search(text)]
    return found


def _just(score: tuple[int, int]) -> State:
    return lambda mine, theirs: sorted((mine, theirs)) == sorted(score)
