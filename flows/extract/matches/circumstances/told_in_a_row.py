"""Results told in a row: "X beat Y in the FA Cup fourth round. Z won 3-0 at W.", one after the other.

In: a story's matches, and which competitions only say who a side is. Out: for a result those told right before it, of
other sides and the same day, in whose cup and round it was played too, unless its own words say otherwise.
"""

from __future__ import annotations

from collections.abc import Callable

from flows.extract.matches.circumstances.nearby import MatchOrTie
from flows.extract.matches.reading import Results
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_ANOTHER_TIME = Sought(
    r"\b(?:had|(?:has|have)(?! (?:also |just )?(?:been )?(?:knocked|dumped|put|gone|crashed|reached|progressed))|"
    r"midweek|last (?:week|month|season|year|time|weekend)|earlier|previous\w*|friendly|since|ago|before|season|"
    r"campaign|(?:in the|their) league|league (?:game|match|win|defeat|meeting|fixture|clash|form|encounter)s?)\b"
)
_BACK_THEN = Sought(
    r"\b(?:had|midweek|last (?:week|month|season|year|time|weekend)|earlier|previous\w*|ago|season|campaign)\b"
)
_OF_AN_ASIDE = Sought(r"\b(?:who|having|after (?:losing|beating|drawing|winning|their|a|an|the))\b")
_AHEAD = Sought(r"\bwill\b")
_OTHER_TIE = Sought(
    r"\bthe (?:[\w-]+(?:'s)? )?other (?:[\w-]+ )?(?:tie|match|game|leg|semi-?final|quarter-?final|last[- ]four clash)\b"
)
_LISTED = ("result.line", "result.in_list", "result.block")
_SENTENCES = 3


class InARow:
    """Answers for one story."""

    def __init__(self, state: StoryState, results: Results, about_a_side: Callable[[Mention], bool]) -> None:
        self._state = state
        self._results = results
        self._about_a_side = about_a_side

    def before(self, match: MatchOrTie) -> list[MatchTold]:
        """The results told last before this one's sentence, of none of its sides, where all were played in one
        breath."""
        if not isinstance(match, MatchTold) or match.status != "played" or match.score_1 is None:
            return []
        sentence = match.sentence
        listed = "aside" in match.rule or match.rule.startswith(_LISTED)
        if match.year is not None or listed or self._stands_apart(sentence):
            return []
        if self._is_of_another_time(match):
            return []
        sentences, lower = self._state.sentences, self._state.text.lower
        for earlier in reversed(sentences[max(0, sentence.number - _SENTENCES) : sentence.number]):
            if earlier.paragraph < sentence.paragraph - 1:
                return []
            told = self._results.of_sentence(earlier)
            if told and (earlier.headline or not self._are_alike(told, match)):
                return []
            if _BACK_THEN.search(lower, *earlier.span):
                return []
            if told:
                return sorted(told, key=lambda m: m.start)
        return []

    def other_tie(self, match: MatchOrTie) -> MatchTold | None:
        """ "X went through to the final. Z face W in the other tie": the match of the sentence before, beside which
        this one is the other of a round."""
        number = match.sentence.number
        if not number or not _OTHER_TIE.search(self._state.text.lower, *match.sentence.span):
            return None
        earlier = self._state.sentences[number - 1]
        told = self._results.of_sentence(earlier)
        near = earlier.paragraph >= match.sentence.paragraph - 1
        return max(told, key=lambda m: m.start) if told and near and self._are_others(told, match) else None

    @staticmethod
    def _are_others(told: list[MatchTold], match: MatchOrTie) -> bool:
        return {side for m in told for side in (m.team_1, m.team_2)}.isdisjoint((match.team_1, match.team_2))

    def _stands_apart(self, sentence: Sentence) -> bool:
        """Whether a sentence is no running text of the story's, or names a competition that was played."""
        named = any(not self._about_a_side(cup) for cup in sentence.of("COMPETITION"))
        return sentence.headline or sentence.quoted or named

    def _is_of_another_time(self, match: MatchTold) -> bool:
        """Whether the words beside a result put it on some other day than the story's."""
        lower, (first, last) = self._state.text.lower, match.sentence.span
        if _ANOTHER_TIME.search(lower, first, last) or _AHEAD.search(lower, match.end, last):
            return True
        own = {match.team_1, match.team_2}
        here = [m for m in self._results.of_sentence(match.sentence) if m is not match and m.status == "played"]
        several = any(not own.isdisjoint((m.team_1, m.team_2)) for m in here)
        beside = _OF_AN_ASIDE.search(lower, first, match.start) is not None
        return beside and (several or "noun" in match.rule)

    def _are_alike(self, told: list[MatchTold], match: MatchTold) -> bool:
        scored = all(m.status == "played" and m.score_1 is not None for m in told)
        return scored and self._are_others(told, match)
