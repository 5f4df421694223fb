"""A printed interview: questions that say "you", answers that say "I", neither in quotation marks; and whom it is with.

In: a story's text and its paragraphs, then its cast. Out: the stretches of questions and of answers, which are words
spoken; the person who answers: the name that the headline's colon stands behind, else whom the words around them name
most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from flows.extract.text.structure import Span, inside

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_YOU = re.compile(r"\b[Yy]ou(?:r|rself|'ve|'re|'d|'ll)?\b")
_I = re.compile(r"\b(?:I|I'm|I've|I'd|I'll|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")
_ASKS = re.compile(r"(?:\?|\.\.\.)\W*$")
_LONGEST = 400  # characters of a question
_FEWEST = 2  # questions answered
_EARLY = 4  # sentences that may say whom it is with
_PLAYS = re.compile(
    r"'s? (?:[\w-]+ ){0,2}?(?:leading |top |record )?(?:scorer|goalscorer|striker|forward|winger|midfielder|defender|"
    r"captain|skipper|goalkeeper|keeper|full-back|centre-half|playmaker|loanee|signing|man|star|hero|veteran|number)\b"
)


class Interview(NamedTuple):
    """Where a story's questions and answers stand."""

    questions: list[Span]
    answers: list[Span]


def interview_in(text: str, body: Sequence[Span]) -> Interview:
    """The questions and the answers of a story that is an interview; none of any other."""
    questions: list[Span] = []
    answers: list[Span] = []
    if text.find("?", body[0].start, body[-1].end) < 0 if body else True:
        return Interview([], [])
    last: Span | None = None
    for block in body:
        said = text[block.start : block.end]
        if '"' in said:
            last = None
        elif block.end - block.start <= _LONGEST and _ASKS.search(said) and _YOU.search(said):
            last = block
        elif last is not None and _I.search(said):
            questions.append(last)
            answers.append(block)
            last = None
        elif last is not None and _ASKS.search(said) is None and len(questions) >= _FEWEST:
            answers.append(block)
            questions.append(last)
            last = None
    return Interview(questions, answers) if len(questions) >= _FEWEST else Interview([], [])


def interviewee(state: StoryState) -> str | None:
    """Who answers."""
    around = [s for s in state.sentences if not state.spoken_in_interview(s.span.start)]
    for sentence in around[:2]:
        name, colon = [*sentence.mentions[:2], None, None][:2]
        if name is None or colon is None or colon.kind != "COLON" or colon.start != name.end:
            continue
        if name.kind in ("PERSON", "NAME") and name.start == sentence.span.start:
            person = str(name.value) if name.kind == "PERSON" else state.text.printed(name.start, name.end)
            return _with_side(state, person)
    told = Counter(str(m.value) for s in around for m in s.mentions if m.kind == "PERSON")
    return _with_side(state, told.most_common(1)[0][0]) if told else None


def _with_side(state: StoryState, person: str) -> str:
    """The person, whose side is what the words around tell of "X's leading scorer" where nothing else tells it."""
    if state.side_of_person(person) is None:
        for sentence in state.sentences[:_EARLY]:
            sides = [m for m in sentence.mentions if m.kind == "TEAM" and not inside(state.quotes, m.start)]
            playing = [m for m in sides if _PLAYS.match(state.text.lower, m.end)]
            if len(playing) == 1:
                state.cast.plays_for.setdefault(person, Counter())[str(playing[0].value)] += 1
                break
    return person
