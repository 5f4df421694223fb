"""What becomes of a score of a story: a match's or a tie's, one of a match still going, told again, none at all.

In: a story, its claims and its mentions. Out: status, reason and the claim that a score belongs to.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from flows.extract.claim_places import Claim, ClaimPlaces
from flows.extract.ignored_numbers import reason_to_pass
from flows.extract.occasions import ONWARD, owner_of_score_so_far
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.sentence import Sentence
from flows.vocabulary import club_names

Status = tuple[str, str | None, str | None]  # status, reason, claim
SCORES = {
    "SCORE": None,
    "LIVE_SCORE": "score of a match still going",
    "AGGREGATE_SCORE": "aggregate",
    "SHOOTOUT_SCORE": "shoot-out",
}
PLAN = "condition or plan"
_SUPPOSED = re.compile(
    r"\b(?:if|unless|should|would|could|might|chance to|close to|hopes? of|stereotypes?|tipped|predict\w*|forecast|"
    r"need(?:ed|ing|s)?|looked (?:set|like))\b[^.;,]{0,40}$"
)
_NO_SCORES = frozenset({"span of time", "date of no fact told", "betting odds", "formation", "exchange of passes"})
_NEAR, _AROUND = 200, 66
JOINED = frozenset({" and ", ", ", ", and ", " or "})


class ScoreStatuses:
    """The statuses of one story's scores; `mentions` stand in order."""

    def __init__(self, state: StoryState, claims: ClaimPlaces, mentions: list[Mention]) -> None:
        self.state = state
        self.lower = state.text.lower
        self.claims = claims
        self.mentions = mentions
        self.starts = [m.start for m in mentions]
        self.sentence_starts = [s.span.start for s in state.sentences]

    def of(self, mention: Mention, last: tuple[int, str, str | None, str | None]) -> Status:
        """What becomes of a score; `last` is where the number before it ended and what became of that."""
        first, second = mention.value
        span = reason_to_pass(self.lower, mention.start, mention.end)
        if span in _NO_SCORES and reason_to_pass(*self._without_sides(mention)) == span:
            over = self.claims.over(mention.start, mention.end)
            out = next((c for c in over if c.letter == "s" and float(first) in c.held.values), None)
            return ("ignored", span, None) if out is None else ("fact", None, out.claim_id)
        near = self.claims.near(mention.start, _NEAR)
        for claim in sorted(near, key=lambda c: not c.start <= mention.start < c.end):
            if ((first, second) in claim.held.pairs or (second, first) in claim.held.pairs) and (
                claim.letter == "t" or claim.start <= mention.start < claim.end or self._may_be_of(claim, mention.start)
            ):
                return "fact", None, claim.claim_id
        before = self.lower[max(0, mention.start - _AROUND) : mention.start]
        as_before = last[1:3] == ("ignored", PLAN) and self.lower[last[0] : mention.start] in JOINED
        if mention.kind == "LIVE_SCORE" and (as_before or _SUPPOSED.search(before)):
            return "ignored", PLAN, None
        reason = SCORES[mention.kind]
        if reason is not None:
            return self._score_so_far(mention, reason)
        told = self.claims.with_pair((first, second))
        if told is None or not self._may_be_of(told, mention.start):
            return "unread", None, None
        return "fact", "told again", told.claim_id

    def _without_sides(self, score: Mention) -> tuple[str, int, int]:
        """The text around a score with an x for each letter of a side's known name (the Odds of Odds BK are none), and
        its place there."""
        at = max(0, score.start - _NEAR)
        around = self.lower[at : score.end + _AROUND]
        for side in self.mentions[bisect_left(self.starts, at) : bisect_right(self.starts, score.end + _AROUND)]:
            if side.kind == "TEAM" and side.text in club_names():
                name = "".join("x" if letter.isalpha() else letter for letter in side.text)
                around = around[: side.start - at] + name + around[side.end - at :]
        return around, score.start - at, score.end - at

    def _may_be_of(self, match: Claim, start: int) -> bool:
        """Whether a sentence that names sides names one of a match; one that names none may tell it again."""
        sentence = sentence_at(self.state.sentences, self.sentence_starts, start)
        if sentence is None:
            return True
        named = {self.state.side(m, sentence) for m in of_kinds(sentence.mentions, ("TEAM",))}
        return not named or not named.isdisjoint(match.held.thing.split("\n"))

    def _score_so_far(self, mention: Mention, reason: str) -> Status:
        """The match or tie that a score during play, an aggregate or a shoot-out belongs to."""
        near = [c for c in self.claims.near(mention.start, ONWARD) if self._may_be_of(c, mention.start)]
        match = owner_of_score_so_far(near, mention)
        level = mention.kind == "AGGREGATE_SCORE" and mention.value[0] == mention.value[1]  # "the tie was level at 3-3"
        if match is None and mention.kind != "LIVE_SCORE" and not level:
            return "unread", None, None
        return "attribute", reason, match


def sentence_at(sentences: Sequence[Sentence], starts: list[int], position: int) -> Sentence | None:
    """The sentence around a position; `starts` are where the sentences begin."""
    index = bisect_right(starts, position) - 1
    return None if index < 0 or sentences[index].span.end <= position else sentences[index]
