"""A result over two lines, each a side with its goals: "Harland 2 (Roe 14, 55)" and below it "Castle Marden 1".

In: a story's sentences. Out: the matches told so. More than two such lines in a row are a table and tell of no match.
"""

from __future__ import annotations

from flows.extract.cast.goals_behind_names import MOST_GOALS
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence

_SIDES = frozenset({"TEAM", "NAME"})


def score_blocks(state: StoryState) -> list[MatchTold]:
    """The results that stand over two lines of a story."""
    counted = [(s, _side_and_goals(s)) for s in state.sentences if LETTER["NUMBER"] in s.shape]
    lines = {s.number: told for s, told in counted if told is not None}
    found: list[MatchTold] = []
    for number, (side, goals) in lines.items():
        below = lines.get(number + 1)
        if below is None or number - 1 in lines or number + 2 in lines:
            continue
        teams = [state.side(m, state.sentences[number]) if m.kind == "TEAM" else None for m in (side, below[0])]
        if None in teams or teams[0] == teams[1]:
            continue
        match = MatchTold(
            side.start,
            below[1].end,
            "played",
            str(teams[0]),
            str(teams[1]),
            int(goals.value),
            int(below[1].value),
            "result.block",
            0.93,
            state.sentences[number],
        )
        match.home, match.decided = str(teams[0]), "regular"
        found.append(match)
    return found


def _side_and_goals(sentence: Sentence) -> tuple[Mention, Mention] | None:
    """ "Harland 2", "Harland (1) 2", "Harland 2 (Roe 14)" filling a line."""
    if not (sentence.alone or sentence.headline) or len(sentence.mentions) < 2:
        return None
    side, *rest = sentence.mentions
    if side.kind not in _SIDES or side.start != sentence.span.start or side.possessive:
        return None
    if [m.kind for m in rest[:3]] == ["OPEN", "NUMBER", "CLOSE"]:
        rest = rest[3:]
    if not rest or rest[0].kind != "NUMBER" or not rest[0].text.isdigit() or rest[0].value > MOST_GOALS:
        return None
    near = rest[0].start - (side.end if rest[0] is sentence.mentions[1] else sentence.mentions[3].end) == 1
    closes = len(rest) == 1 or rest[1].kind == "OPEN"
    ends = rest[0].end == sentence.span.end or len(rest) > 1
    return (side, rest[0]) if near and closes and ends else None
