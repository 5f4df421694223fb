"""Which tellings of one player in one match are of a further goal: a story that goes on comes back to him.

In: the tellings of a story in order, with their matches. Out: the same; one that tells his next goal has its `order`.
It is the next where the score it made differs from the one told before, where "again" is said of him who scored before,
or where the story, past its lead, told another's goal in between in one breath.
"""

from __future__ import annotations

import re
from collections import defaultdict

from flows.extract.goals.told import GoalTold
from flows.extract.text.sought import Sought

_SCORE = Sought(r"(?<![\d-])(\d{1,2})-(\d{1,2})(?![\d-])(?! (?:on agg|win|victory|defeat|draw|loss|success|triumph))")
_AGAIN = re.compile(r"\b(?:again|once more|a second time|back (?:in front|ahead|into the lead))\b")
_LATER = re.compile(
    r"\b(?:then|soon after\w*|shortly after\w*|(?:moments|minutes|seconds) (?:later|after)|later|next)\b"
)
_FIRST = re.compile(r"\b(?:open(?:ed|ing|er)|deadlock|first goal|first blood|struck first)\b")
_TOLD_ANEW = frozenset({"goal.verb", "goal.lead", "goal.phrase", "goal.through", "goal.announced", "goal.verb.by"})
_BACK_AHEAD = re.compile(r"\bback (?:in front|ahead|into the lead)\b|\bin front again\b")
_ANEW_IF_BACK = frozenset({"goal.noun", "goal.noun.from"})
_SENTENCES, _AFTER = 2, 30
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_NTH = re.compile(
    r"\b(?:the|an?|their|(?:his|her) (?:side|team)'s) (first|second|third|fourth|fifth|sixth|seventh)(?: goal)?\b"
    r"(?=[.,;]| (?:from|with|after|on|in the \d|just|before|when|as|soon|late|midway|moments|shortly|and|"
    r"of the (?:game|match|night|afternoon|evening))\b|$)"
)
_OUTCOME_NEAR = re.compile(r"\b(?:win|beat|defeat|draw|loss)\w* [^,.;]{0,16}$")


def number_again(lower: str, told: list[GoalTold], lead: int) -> None:
    """Give the tellings of further goals their order; `lead` is the number of the story's lead sentence."""
    by_match: defaultdict[int, list[GoalTold]] = defaultdict(list)
    for goal in told:
        by_match[id(goal.match)].append(goal)
    for goals in by_match.values():
        if len(goals) > 1:
            _number(lower, sorted(goals, key=lambda g: g.at), lead)


def _number(lower: str, goals: list[GoalTold], lead: int) -> None:
    last: dict[str, tuple[int, GoalTold]] = {}
    for place, goal in enumerate(goals):
        if not goal.described:
            continue
        before = last.get(goal.scorer)
        if before is not None and goal.order is None and goal.called != "opener":
            earlier = before[1]
            known = {g.scorer for g in goals[: before[0]]}  # whose goals are told anew by now
            between = [g for g in goals[before[0] + 1 : place] if g.scorer not in known or g.order is not None]
            between = [g for g in between if g.scorer != goal.scorer]
            if goal.further or _is_next(lower, earlier, goal, between, lead):
                goal.order = (earlier.order or 1) + 1
        last[goal.scorer] = place, goal


def _is_next(lower: str, earlier: GoalTold, goal: GoalTold, between: list[GoalTold], lead: int) -> bool:
    if earlier.minute is not None and goal.minute is not None:
        return False  # their minutes tell
    words = lower[min(goal.start, goal.at) : min(goal.end + _AFTER, goal.sentence.span.end)]
    if _FIRST.search(words):
        return False
    made, had = _made(lower, goal), _made(lower, earlier)
    if made is not None and had is not None:
        return made != had
    which, before = _which(lower, goal), _which(lower, earlier)
    if which is not None and before is not None:
        return which > before
    in_lead = earlier.sentence.number <= lead < goal.sentence.number and _sums_up(earlier)
    if not in_lead and earlier.sentence.number > lead and earlier.sentence is not goal.sentence:
        head = lower[goal.sentence.span.start : goal.at]
        if _LATER.search(head) and (goal.kind, earlier.kind) != (earlier.kind, goal.kind):
            return True
    near = goal.sentence.number - earlier.sentence.number <= _SENTENCES
    summed_up = earlier.rule not in _TOLD_ANEW and earlier.sentence is not goal.sentence
    back = near and not in_lead and goal.rule in _ANEW_IF_BACK and _BACK_AHEAD.search(words) is not None
    if in_lead or summed_up or not near or goal.rule not in _TOLD_ANEW:
        return back
    return bool(_AGAIN.search(words)) or any(earlier.at < g.start and g.at < goal.at for g in between)


def _made(lower: str, goal: GoalTold) -> tuple[int, int] | None:
    """The score that a telling says it made."""
    stop = min(goal.end + _AFTER, goal.sentence.span.end)
    found = _SCORE.search(lower, goal.at, stop)
    if found is None or _OUTCOME_NEAR.search(lower[goal.at : found.start()]):
        return None
    one, two = sorted((int(found.group(1)), int(found.group(2))))
    return one, two


def _which(lower: str, goal: GoalTold) -> int | None:
    """Which goal of its side a telling says it is: "scored the second", "bent in a third"."""
    found = _NTH.search(lower, goal.at, min(goal.end + _AFTER, goal.sentence.span.end))
    return None if found is None else _ORDINALS.index(found.group(1)) + 1


def _sums_up(goal: GoalTold) -> bool:
    """Whether a goal is told in a sentence that tells the result of its match too."""
    return goal.match is None or any(t.sentence is goal.sentence for t in goal.match.tellings())
