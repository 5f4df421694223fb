"""The final score that a story told minute by minute gives at its end mark: "Full-time: It's over. 3-2", "FT: 1-1".

In: a story that a line such as "Harland v Brigg live" heads. Out: that match as played, its goals in the heading's
order or, where the paragraph of the end mark says who won, the winner's first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.extract.matches.told import MatchTold

if TYPE_CHECKING:
    from flows.extract.story import StoryState
    from flows.extract.text.mentions import Mention
    from flows.extract.text.sentence import Sentence

_END_MARK = re.compile(
    r"\W*(?:\d{2,3}(?:'| ?min\w*)?[:.]? )?(?:full[- ]?time|ft|final (?:whistle|score)|"
    r"it's all over|all over)\b[!:. |-]",
    re.IGNORECASE,
)
_WON = re.compile(
    r" (?:have |has |had )?(?:done it|w[io]ns?|take (?:it|the points|all three)|held on|hold on|pulled it off)\b"
)
_SCORES = frozenset({"SCORE", "LIVE_SCORE"})
_SURE = 0.85


def at_full_time(state: StoryState, heading: MatchTold | None, told: list[MatchTold]) -> list[MatchTold]:
    """The match of the heading with the score told at the end mark; nothing where another telling has one."""
    if heading is None or any(m.same_pair(heading) and m.score_1 is not None for m in told):
        return []
    for sentence in state.sentences:
        if _END_MARK.match(state.text.normal, *sentence.span) is not None and not sentence.quoted:
            paragraph = [s for s in state.sentences[sentence.number :] if s.paragraph == sentence.paragraph]
            score = next(((m, s) for s in paragraph for m in s.mentions if m.kind in _SCORES), None)
            return [] if score is None else [_ended_in(state, heading, *score, paragraph)]
    return []


def _ended_in(
    state: StoryState, heading: MatchTold, score: Mention, sentence: Sentence, paragraph: list[Sentence]
) -> MatchTold:
    winner = next((m.value for s in paragraph for m in s.mentions if m.kind == "TEAM" and _won(state, m)), None)
    one, two = score.value[:2]
    if winner in (heading.team_1, heading.team_2) and (one > two) != (winner == heading.team_1):
        one, two = two, one
    score.kind = "SCORE"
    sides = heading.team_1, heading.team_2
    match = MatchTold(score.start, score.end, "played", *sides, one, two, "result.full_time", _SURE, sentence)
    match.home = heading.home
    return match


def _won(state: StoryState, side: Mention) -> bool:
    return _WON.match(state.text.lower, side.end) is not None
