"""A result told only as one of several: "It is long since X won away. The last was in March, 2-0 at Y."

In: a story and a sentence with a score. Out: how the side fared in the match of that score and whether it was at home,
as the words before "the last" tell, in the same sentence or the one before; none where these tell of several outcomes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from flows.extract.matches.meetings.who_may_meet import club_name
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.shapes import Frame, Frames
from flows.extract.text.sought import Sought

_FARED = {
    "WIN_NOUN": "win",
    "WIN_INTRANSITIVE": "win",
    "WIN": "win",
    "LOSS_NOUN": "loss",
    "LOSE": "loss",
    "BEATEN": "loss",
    "DRAW_NOUN": "draw",
    "DRAW": "draw",
}
_ONE = Sought(
    r"\b(?:the|their|his|its|our) (?:last|latest|most recent|only|first|previous|other|second|third|final|biggest|"
    r"heaviest|best|worst|more recent)(?: (?:one|such|two|of (?:them|those|these|which|the (?:lot|two|three|pair))|"
    r"success|failure|occasion|game|match|result|home|away|came?|coming|arrived?|was|is|being|had|been))*[ ,]"
)
_APART = frozenset({"SCORE", "TEAM", "NAME", "PERSON", "GOAL_NOUN"})
_OPENS = 5  # letters that may stand before "the last"
_REACH = 60  # letters between "the last" and its score
_HOME = re.compile(r"\b(?:home (?:win|victory|success|triumph|defeat|loss|reverse|draw)|at home|on home soil)\b")
_AWAY = re.compile(
    r"\b(?:away (?:win|victory|success|triumph|defeat|loss|reverse|draw)|away|on (?:the road|their travels))\b"
)
_SCORES = Frames(
    (Frame("result.one_of_several", "x:SCORE =1 AGAINST|AT|TO|TRAVEL|HOME|HOST|WITH =2 o:CLUB", "win", 0.85),)
)


class Told(NamedTuple):
    """How a side fared, which is named where only its ground is, and its part: "home", "away" or nothing."""

    effect: str
    side: str | None
    part: str


def one_of_several(state: StoryState, sentence: Sentence) -> Iterator[tuple[Frame, dict[str, Mention], Told]]:
    """The results of a sentence that take their outcome from the words before, each with what these tell."""
    for frame in _SCORES.near(sentence.shape):
        for bound in frame.matches(sentence.shape, sentence.mentions):
            if (told := _told(state, sentence, bound["x"])) is not None:
                yield frame, bound, told


def _told(state: StoryState, sentence: Sentence, score: Mention) -> Told | None:
    lower = state.text.lower
    ones = list(_ONE.finditer(lower, max(sentence.span.start, score.start - _REACH), score.start))
    if not ones or re.search(r"[.;:]", lower[ones[-1].end() : score.start]):
        return None
    one = ones[-1].start()
    between = {m.kind for m in sentence.mentions if one < m.start < score.start}
    if not between.isdisjoint(_FARED) or not between.isdisjoint(_APART):
        return None
    start, told = sentence.span.start, [m for m in sentence.mentions if m.end <= one]
    if not any(m.kind in _FARED for m in told):
        before = state.sentences[sentence.number - 1] if sentence.number and one - start <= _OPENS else None
        if before is None or before.paragraph != sentence.paragraph or before.quoted != sentence.quoted:
            return None
        if LETTER["SCORE"] in before.shape:
            return None
        start, told = before.span.start, before.mentions
    fared = {_FARED[m.kind] for m in told if m.kind in _FARED}
    if len(fared) != 1:
        return None
    words = lower[start:one]
    part = "home" if _HOME.search(words) else "away" if _AWAY.search(words) else ""
    grounds = [m for m in told if m.kind == "GROUND"] if part == "home" else []
    named = any(m.kind in SIDES or m.kind in ("THEY", "WE", "HE") for m in told)
    side = club_name(grounds[0].value[0]) if len(grounds) == 1 and len(grounds[0].value) == 1 and not named else None
    return Told(fared.pop(), side, part)
