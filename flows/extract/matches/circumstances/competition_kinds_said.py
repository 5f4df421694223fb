"""What kind of competition the words at a match say it was of: league, cup, Europe, or whatever has rounds and legs.

In: the lower-case text and where the match stands in its sentence. Out: `LEAGUE`, `CUP`, `EUROPE`, `KNOCK_OUT` or None.
"In the Cup" names none, but it rules out the league that the rest of the story is about.
"""

from __future__ import annotations

import re

from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

LEAGUE, CUP, EUROPE, KNOCK_OUT = "league", "cup", "europe", "knock-out"
KINDS = {
    LEAGUE: frozenset({"league"}),
    CUP: frozenset({"cup", "league_cup"}),
    EUROPE: frozenset({"continental"}),
    KNOCK_OUT: frozenset({"cup", "league_cup", "continental"}),
}
_MATCH = (
    r"(?:games?|match(?:es)?|fixtures?|meetings?|encounters?|wins?|victor(?:y|ies)|defeats?|loss(?:es)?|draws?|"
    r"clash(?:es)?|trips?|visits?|openers?|outings?|debut|success|reverse|exit|tie|ties|replay|upset|shock|"
    r"semi-?finals?|quarter-?finals?|final)"
)
_THE = r"(?:the |their |his |our |this season's |last season's |last year's |this )"
_SAID = Sought(
    rf"(?P<league>\bin {_THE}?league\b(?! cup| trophy)|\bleague (?!cup|trophy|two|one|leaders){_MATCH}\b)|"
    rf"(?P<cup>\bin {_THE}cup\b(?! winners)|\b{_THE}?cup {_MATCH}\b|"
    r"\bin (?:[\w'-]+ ){0,2}other (?:all-[\w-]+ )?ties\b)|"
    rf"(?P<europe>\bin europe\b|\beuropean (?:[\w-]+ )?{_MATCH}\b)"
)
_REACH = 52
_BREAK = re.compile(
    r"[;:()\n]|\b(?:on the back of|following|after|having|since)\b|"
    r", (?:but|while|and|having|after|before|who|which|as)\b| and (?!cup\b|league\b)"
)
_STAGES = frozenset({"last 16", "last 32", "quarter-final", "semi-final", "last 64"})


def kind_said(lower: str, sentence: Sentence, start: int, end: int) -> str | None:
    """The kind that the clause of a match says, whose words stand between two offsets."""
    first, last = max(sentence.span.start, start - _REACH), min(sentence.span.end, end + _REACH)
    for found in _BREAK.finditer(lower, first, start):
        first = found.end()
    broken = _BREAK.search(lower, end, last)
    last = broken.start() if broken is not None else last
    if lower.find(" over two legs", end, last) >= 0:
        return KNOCK_OUT
    named = [m for m in sentence.mentions if m.kind == "COMPETITION"]
    said = [
        m
        for m in _SAID.finditer(lower, first, last)
        if not any(c.start <= m.start() < c.end or c.end + 1 >= m.start() >= c.start for c in named)
    ]
    if said:
        nearest = min(said, key=lambda m: max(start - m.end(), m.start() - end, 0))
        return nearest.lastgroup
    return None


def of_a_stage(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a round that no league has is told in reach of a match."""
    return any(
        m.value in _STAGES and m.start - end > -_REACH and m.end - start < _REACH and not m.text.endswith("s")
        for m in sentence.of("ROUND")
    )
