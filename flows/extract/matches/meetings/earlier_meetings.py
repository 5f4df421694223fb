"""Matches already played that are told by both sides at once: "when the sides met in May", "won the reverse fixture".

In: a story whose match is known, and the matches found so far. Out: one played match of the two sides that the words
bring together, where the story tells none of them: of two meetings told so nobody could say which is which.
"""

from __future__ import annotations

import re

from flows.extract.cast.pairs_told import Pair, pair_meant
from flows.extract.matches.meetings.told_time import AHEAD, OPEN, time_of
from flows.extract.matches.meetings.who_may_meet import may_meet
from flows.extract.matches.results.vetoes import in_a_condition
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

MET = "meeting.of_both"
_BOTH = r"(?:the|these|both|the two|these two) (?:sides|teams|clubs|countries|nations|pair|two|neighbours|rivals)"
_MET = Sought(
    rf"\b(?:{_BOTH}|they)(?: had)?(?: last| first| also| already| previously)? met\b(?=[,.;]| (?:in|at|on|earlier|last|"
    r"this|here|there|back|when|only|just|during|(?:[\w-]+ ){1,3}ago)\b)|"
    rf"\bmeeting (?:between|of) {_BOTH}\b|\b{_BOTH}' (?:last |previous |first |earlier |only |most recent )?meeting\b|"
    r"\b(?:reverse|corresponding) (?:league |cup )?(?:fixture|meeting|game|match|encounter|tie)\b|"
    r"\b(?:their|the) (?:last|previous|earlier|first|only|most recent) (?:league |cup )?(?:meeting|encounter)\b"
    r"(?! of| in )"
)
_NOT = re.compile(r"\b(?:never|not|n't|rarely|often|first time|times?|always|yet|no)\b[^.;,]{0,40}$")
_OFTEN = re.compile(r"[^.;]{0,24}\b(?:times|twice|often|never|every|before in)\b|[^.;]{0,80}\b(?:both|two) legs\b")
_PAST = re.compile(
    r"\b(?:was|were|had|won|lost|drew|ended|finished|scored|struck|got|beat\w*|settled|saw|came|when|since)\b"
)
_EARNED = re.compile(r"\b\w+ed\b")


def met_before(state: StoryState, matches: list[MatchTold]) -> None:
    """Add the meeting of each pair of which a story tells no other that has been played."""
    lower = state.text.lower
    for sentence in state.holding(_MET):
        if sentence.headline or LETTER["SCORE"] in sentence.shape:
            continue
        for phrase in _MET.finditer(lower, *sentence.span):
            if not _was(lower, sentence, phrase.start(), phrase.end()):
                continue
            pair = _pair(state, matches, sentence, phrase.start())
            if pair is None or not may_meet(*pair):
                continue
            if not any({m.team_1, m.team_2} == set(pair) and m.status == "played" for m in matches):
                start, end = phrase.span()
                matches.append(MatchTold(start, end, "played", *pair, None, None, MET, 0.75, sentence))


def _pair(state: StoryState, matches: list[MatchTold], sentence: Sentence, at: int) -> Pair | None:
    """The two sides told before the words, else those of the sentence before, of the match told last, or the story's;
    first the one that the sentence itself names."""
    here = _sides(state, sentence, at)
    pair = pair_meant(state.text.lower, state.sentences, sentence, at) or _two(here)
    if pair is None and sentence.number:
        earlier = state.sentences[sentence.number - 1]
        pair = _two(_sides(state, earlier)) if earlier.paragraph == sentence.paragraph else None
    if pair is None:
        near = [m for m in matches if m.sentence.paragraph == sentence.paragraph and m.start < at]
        last = max(near, key=lambda m: m.start, default=None)
        pair = (last.team_1, last.team_2) if last is not None else state.pair_of(sentence)
    if pair is None or any(team not in pair for team in here):
        return None
    return (pair[1], pair[0]) if here[:1] == [pair[1]] else pair


def _sides(state: StoryState, sentence: Sentence, before: int | None = None) -> list[str]:
    """The sides that a sentence names, up to a place."""
    end = sentence.span.end if before is None else before
    named = [m for m in sentence.mentions if m.kind in SIDES and m.start < end]
    return list(dict.fromkeys(team for m in named if (team := state.side(m, sentence))))


def _two(sides: list[str]) -> Pair | None:
    return (sides[0], sides[1]) if len(sides) == len(("one", "two")) else None


def _was(lower: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words tell of one meeting that has been."""
    first, last = max(sentence.span.start, start - 60), min(sentence.span.end, end + 90)
    if _NOT.search(lower, first, start) or _OFTEN.match(lower, end, last) or in_a_condition(lower, sentence, start):
        return False
    if lower[start:end].endswith(" met"):
        return True
    if time_of(lower, sentence, start, end) in (AHEAD, OPEN):
        return False
    return bool(_PAST.search(lower, first, last) or _EARNED.search(lower, first, start))
