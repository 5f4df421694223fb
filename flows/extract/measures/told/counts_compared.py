"""What both sides had of something, told like a score: "outshot City 22-6", "won the corner count 8-3".

In: a sentence's tokens. Out: a count for each side; the first figure is the subject's, of "were outshot 17-5 by Rovers"
theirs whom "by" names.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.counted.owners import CountedOwners
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_CUES = Sought(
    r"(?:out-?shot|out-?shooting|out-?cornered|(?:corner|shot|foul) (?:count|tally)|"
    r"(?:edge|advantage|lead) in (?:shots|corners|attempts)|"
    r"(?:shots|corners|attempts) (?:were|stood at|finished|ended))\b"
)
_PAIR = re.compile(r"\b(\d{1,2})(?: ?- ?| to )(\d{1,2})\b(?! (?:win|victory|defeat|draw|loss))")
_NOUNS = (("corner", "corners"), ("foul", "fouls"))
_REACH = 60
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are) $")
COMPARING = (_CUES,)


def compared(owners: CountedOwners, sentence: Sentence, tokens: list[Mention]) -> list[Measure]:
    """A count for each of both sides, for each of the things compared."""
    found: dict[int, list[Measure]] = {}
    for cue in _CUES.finditer(owners.lower, sentence.span.start, sentence.span.end):
        pair = _pair_beside(owners.lower, sentence, cue)
        if pair is not None and pair.start() not in found:
            found[pair.start()] = _of_both(owners, sentence, tokens, cue, pair)
    return [measure for measures in found.values() for measure in measures]


def _pair_beside(lower: str, sentence: Sentence, cue: re.Match[str]) -> re.Match[str] | None:
    span = sentence.span
    near = _PAIR.finditer(lower, max(span.start, cue.start() - _REACH), min(span.end, cue.end() + _REACH))
    return min(near, key=lambda m: abs(m.start() - cue.start()), default=None)


def _of_both(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], cue: re.Match[str], pair: re.Match[str]
) -> list[Measure]:
    at = next((i for i, t in enumerate(tokens) if t.start >= min(cue.start(), pair.start())), len(tokens) - 1)
    owner = owners.subjects.side(sentence, tokens, at, at)
    if owner is None:
        return []
    named = [t for t in tokens[at:] if t.kind in SIDES]
    other = owners.state.side(named[0], sentence) if named else owners.opponent(owner[0], sentence)
    sides = [owner[0], other]
    if _PASSIVE.search(owners.lower, max(sentence.span.start, cue.start() - 8), cue.start()):
        sides.reverse()
    if None in sides or sides[0] == sides[1]:
        return []
    unit = next((noun for word, noun in _NOUNS if word in cue.group()), "shots")
    return [
        Measure(
            pair.start(n), pair.end(n), str(sides[n - 1]), "other_count", float(pair.group(n)), unit,
            "measure/compared", 0.8, other=str(sides[2 - n]),
        )
        for n in (1, 2)
    ]  # fmt: skip
