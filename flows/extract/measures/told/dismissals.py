"""Whose results a coach's going follows: "X has left Rovers after six defeats in eight" tells of Rovers.

In: a sentence's tokens and where among them the results begin. Out: the side that he leaves, None where the sentence
tells of no going or of no side.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.extract.text.sentence import SIDES

if TYPE_CHECKING:
    from flows.extract.cast.spoken_of import Owner
    from flows.extract.measures.owners.subjects import Subjects
    from flows.extract.text.mentions import Mention
    from flows.extract.text.sentence import Sentence

_GOES = re.compile(
    r"\b(?:sack(?:s|ed|ing)?|dismiss\w*|fir(?:ed|es|ing)|axe(?:s|d)?|part(?:s|ed|ing)? (?:company|ways)|reliev\w+|"
    r"depart\w*|le(?:ft|aves?|aving)|resign\w*|step\w* down|stood down|stands down|quits?|removal|exit|gone|"
    r"lost (?:his|her) job|replac\w+)\b"
    r"[^.;]{0,90}?\b(?:after|following|in the wake of|on the back of|amid)\b[^.;,]{0,28}$"
)
_PARTS = re.compile(
    r"\b(?:sack(?:s|ed|ing)?|dismiss\w*|part(?:s|ed|ing)? (?:company|ways)|depart\w*|le(?:ft|aves?|aving)|resign\w*|"
    r"step\w* down|stood down|quits?|axed|fired|lost (?:his|her) job)\b"
)
_NEAR = 170


def side_left(subjects: Subjects, sentence: Sentence, tokens: list[Mention], first: int) -> Owner | None:
    """The side whose coach goes after the results that begin at `first`."""
    lower, at = subjects.state.text.lower, tokens[first].start
    going = _GOES.search(lower, max(sentence.span.start, at - _NEAR), at)
    if going is None:
        return None
    named = [i for i in range(first) if tokens[i].kind in SIDES or tokens[i].kind == "NAME"]
    named = [i for i in named if not subjects.positions.is_bygone(tokens[i])]
    for i in sorted(named, key=lambda i: tokens[i].start > going.start(), reverse=True):
        team = subjects.team(tokens, i, sentence)
        if team is not None:
            return team, tokens[i]
    people = [t for t in tokens[:first] if t.kind == "PERSON"]
    club = subjects.club_of(str(people[-1].value)) if people else None
    return None if club is None else (club, None)


def whom_he_left(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
    """ "He left Rovers in May with the team 14th": the side named behind the verb, else the one that is spoken of."""
    going = _PARTS.search(subjects.state.text.lower, sentence.span.start, tokens[at].start)
    if going is not None:
        behind = (t for t in tokens[:at] if t.start >= going.start() and t.kind in ("TEAM", "EPITHET"))
        left = next(behind, None)
        if left is not None:
            return subjects.state.side(left, sentence)
    owner = subjects.side(sentence, tokens, at, at)
    return None if owner is None else owner[0]
