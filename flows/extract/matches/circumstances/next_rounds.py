"""A match to come "in the next round": of the cup that the story is about, one round after its own match.

In: a sentence that announces a match, the round that the story's own match is of and the rounds told in the story. Out:
whether it is of the next round, and which that is: the one told to have been reached, else the one that follows.
"""

from __future__ import annotations

from flows.extract.matches.circumstances.rounds_said import BEFORE, ROUND_BEFORE, RoundsSaid
from flows.extract.story import StoryState
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_NEXT_ROUND = Sought(
    r"\b(?:(?:in|for|to|into) the next (?:round|stage|phase)\b|next[- ]round\b|"
    r"\bnow (?:plays?|faces?|meets?|takes? on|awaits?)\b|"
    r"winners? (?:will|are|go|goes|host|hosts|at home|away|travel|travels|face|meet|take on|play)\b)"
)
_MET_BY_WINNING = Sought(
    r"\b(?:will|to|now) (?:now |then )?(?:meets?|faces?|plays?|takes? on) [^.;]{3,60}?,? who (?:also |earlier |had )?"
    r"(?:beat|beaten|defeated|saw off|knocked out|put out|overcame|edged|thrashed|ousted|eliminated|came through|"
    r"needed (?:penalties|extra time|a replay)|won (?:\d|on penalties|the other|at|their))\b(?![^.;]*\bleague\b)"
)
_AFTER = {
    **{name: later for later, name in ROUND_BEFORE.items()},
    **{name: later for later, name in BEFORE.items()},
    "fifth round": "quarter-final",
}


def is_of_the_next_round(lower: str, sentence: Sentence) -> bool:
    """ "will face X in the next round", "with the winners at home to X", "will face X, who beat Y on penalties"."""
    if _NEXT_ROUND.search(lower, *sentence.span) is not None:
        return True
    return not sentence.of("COMPETITION") and _MET_BY_WINNING.search(lower, *sentence.span) is not None


def next_round(state: StoryState, said: RoundsSaid, main: str | None) -> str | None:
    """The round after the story's own: told to have been reached, or the one that follows."""
    for sentence in state.sentences:
        for mention, name, certain in said.of(sentence):
            if not certain and name == main and str(mention.value) != main:
                return str(mention.value)
    return _AFTER.get(str(main))
