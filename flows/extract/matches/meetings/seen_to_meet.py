"""Matches named by a verb in its plain form that have been played: what was watched, and what a side travelled for.

In: the lower-case text, a sentence and a phrase bound in it. Out: whether "saw X travel to Y", "travelled to Y's ground
to take on Y" tells of a match behind.
"""

from __future__ import annotations

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_SAW = Sought(r"\b(?:saw|seen|watched|watching|seeing) (?:(?!again\b|until\b|before\b)[\w'-]+ ){1,6}$")
_WENT = Sought(r"\b(?:travell?ed|went|headed|journeyed|made the trip) to (?:(?!will\b|next\b)[\w'-]+ ){1,5}to $")
_DRAW = Sought(r"\b(?:draw|fixtures?|schedule|calendar)\b")  # which sees sides meet that have not yet
_BARE = frozenset("play face meet take travel host entertain welcome visit head go".split())
_MEETS = frozenset({"FIXTURE", "HOST", "TRAVEL"})
_REACH = 60  # letters


def was_seen(lower: str, sentence: Sentence, bound: dict[str, Mention]) -> bool:
    """ "saw them play against X": what was watched has been played."""
    first = bound["first"]
    bare = first.kind in _MEETS and first.text.lower().partition(" ")[0] in _BARE
    start = max(sentence.span.start, first.start - _REACH)
    if bare and _WENT.search(lower, start, first.start) and not sentence.of("DATE"):
        return True  # "travelled to Y's ground to take on Y"
    seen = _SAW.search(lower, start, first.start) if bare else None
    return seen is not None and _DRAW.search(lower, sentence.span.start, seen.start()) is None
