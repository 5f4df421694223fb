"""Goals that the sentence behind them takes back: "Hale headed in. The flag was up, though."

In: a story and the goals read in its sentences. Out: the same without those whose next sentence in the paragraph says
that what went in did not count, and tells of no goal of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.extract.goals.told import GoalTold
from flows.extract.text.sought import Sought

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_IT = r"(?:it|that|this|the (?:goal|effort|strike|header|finish|celebrations?))"
_TAKEN_BACK = Sought(
    r"(?:the|an?|his|her|raised) (?:offside |(?:assistant|assistant referee|linesman|lineswoman|official)'s )?flag"
    r"(?= (?:was|went|had|is|came|stayed|denied|cut|spoil\w+|ruined)\b)|"
    r"(?:linesman|lineswoman|assistant|assistant referee|official) (?:had raised|had|raised|with|holding|was holding) "
    r"(?:his|her|the|a) flag\b|"
    rf"\b{_IT} (?:\w+ )?(?:was|had been|is|were) (?:\w+ )?(?:ruled out|ruled offside|disallowed|chalked off|struck off|"
    r"scrubbed off|overturned|cancelled|ruled to have been offside)|"
    rf"\b{_IT} (?:did not|didn't|would not|could not) (?:stand|count)\b|"
    r"\b(?:goal|it) did not stand\b|\bno goal was (?:given|the verdict)\b|"
    r"\b(?:video assistant referee|var|referee|officials?) (?:\w+ )?(?:ruled it out|disallowed it|chalked it off|"
    r"ruled out the goal|disallowed the goal)\b"
)
_COUNTED = Sought(
    r"\b(?:but|yet|though|only for|before) (?:[\w' ]{2,30} )?(?:var|the video|a video|a review|replays?|the decision|"
    r"the referee) (?:[\w']+ ){0,4}(?:overturn\w+|award\w+|g[ai]ve\w*|stand|stood|allow\w+|changed)"
)


def without_those_taken_back(state: StoryState, told: list[GoalTold]) -> list[GoalTold]:
    """The goals that stand."""
    lower = state.text.lower
    if not told or _TAKEN_BACK.search(lower, state.story.start, state.story.end) is None:
        return told
    telling = {g.sentence.number for g in told}
    kept = []
    for goal in told:
        following = state.sentences[goal.sentence.number + 1 : goal.sentence.number + 2]
        undone = any(
            s.paragraph == goal.sentence.paragraph
            and s.number not in telling
            and not s.quoted
            and _TAKEN_BACK.search(lower, *s.span) is not None
            and _COUNTED.search(lower, *s.span) is None
            for s in following
        )
        last = max(g.at for g in told if g.sentence is goal.sentence)
        if not undone or goal.at < last or not goal.described:
            kept.append(goal)
    return kept
