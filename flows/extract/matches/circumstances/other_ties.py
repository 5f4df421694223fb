"""Whether a result is of the other ties of the story's cup: "In the night's other ties", "X are also through after".

In: a story and a match of it. Out: whether its paragraph says so before the match is over.
"""

from __future__ import annotations

from flows.extract.matches.circumstances.nearby import MatchOrTie
from flows.extract.story import StoryState
from flows.extract.text.sought import Sought

_OTHER_TIES = Sought(
    r"\b(?:other|remaining|all-[\w-]+) (?:[\w-]+ )?(?:ties|quarter-finals|semi-finals)\b|\belsewhere\b|"
    r"\b(?:is|are|were|was|got|went|go|came) also (?:through|into|safely|in the (?:last|next|quarter|semi|hat))|"
    r"\b(?:through|progress\w*|advanc\w+)(?: too)?, (?:too|as well)|"
    r"\bjoin(?:ed|ing|s)? (?:[\w'-]+ ){0,3}(?:in the (?:last|next|quarter|semi|hat)|by [\w' -]{3,40}[,.])"
)


def of_the_other_ties(state: StoryState, match: MatchOrTie) -> bool:
    """Whether the paragraph of a result tells how the other ties of the story's cup ended; a match of some other year
    is none of them."""
    if not match.status_is("played") or getattr(match, "year", None) is not None:
        return False
    first = match.sentence.number
    while first and state.sentences[first - 1].paragraph == match.sentence.paragraph:
        first -= 1
    start = state.sentences[first].span.start
    return _OTHER_TIES.search(state.text.lower, start, match.sentence.span.end) is not None
