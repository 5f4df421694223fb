"""Results told in a row: "X beat Y in the FA Cup fourth round. Z won 3-0 at W.", one after the other.

In: a story's matches. Out: for a result the one told right before it, of other sides and the same day, in whose cup and
round it was played too, unless its own words say otherwise.
"""

from __future__ import annotations

import re

from flows.extract.matches.circumstances.nearby import MatchOrTie
from flows.extract.matches.reading import Results
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sought import Sought

_ANOTHER_TIME = Sought(
    r"\b(?:had|has|have|having|who|last (?:week|month|season|year|time|weekend)|earlier|previous\w*|league|friendly|"
    r"since|ago|before|season|campaign|will|after (?:losing|beating|drawing|winning|their|a|an|the))\b"
)
_IN_THE = re.compile(
    r"\b(?:in|of|into|from|out of|at|reach\w*|through) (?:the |this season's |their )?(?:[\w'-]+ ){0,4}$"
)
_PLACES = re.compile(r" (?:places?|spots?|qualification|positions?|zone|hopes|football|chase|holders|winners)\b")
_SENTENCES = 3


def result_before(state: StoryState, results: Results, match: MatchOrTie) -> MatchTold | None:
    """The result told last before this one's sentence, of none of its sides, where both were played in one breath."""
    if not isinstance(match, MatchTold) or match.status != "played" or match.score_1 is None or match.year is not None:
        return None
    sentence = match.sentence
    if (
        "noun" in match.rule
        or "aside" in match.rule
        or sentence.headline
        or sentence.alone
        or sentence.quoted
        or LETTER["COMPETITION"] in sentence.shape
    ):
        return None
    if _ANOTHER_TIME.search(state.text.lower, *sentence.span):
        return None
    for before in reversed(state.sentences[max(0, sentence.number - _SENTENCES) : sentence.number]):
        told = results.of_sentence(before)
        if before.paragraph < sentence.paragraph - 1:
            return None
        if not told:
            continue
        sides = {side for m in told for side in (m.team_1, m.team_2)}
        own = {match.team_1, match.team_2}
        last = told[0]
        alike = len(told) == 1 and last.status == "played" and last.score_1 is not None
        return last if alike and not before.headline and not sides & own else None
    return None


def is_played_in(lower: str, cup: Mention) -> bool:
    """ "in the FA Cup", "the FA Cup's fifth round", not "the Champions League places"."""
    return bool(_IN_THE.search(lower, max(0, cup.start - 40), cup.start)) and not _PLACES.match(lower, cup.end)
