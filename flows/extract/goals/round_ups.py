"""Which match a goal of a round-up fell in: the one its paragraph tells, else the one told last above it.

In: a story that tells the scores of three matches or more, no side in two of them. A paragraph that tells of scorers
only goes on with the match above, as long as it names no side that did not play there; one that names others speaks of
a match that nobody gave a score, and its goals are nobody's here. What a side did a week earlier heads no paragraph.
"""

from __future__ import annotations

from flows import vocabulary
from flows.extract.cast.nicknames import KIND as NICKNAME
from flows.extract.cast.standing import KIND as STANDING
from flows.extract.goals.told import GoalTold
from flows.extract.matches.match_places import MatchPlaces
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.sentence import Sentence

_SEVERAL = 2
_OPENING = 12  # letters
_OF_THE_MATCH = frozenset({NICKNAME, STANDING, "HE", "THEY"})


class RoundUp:
    """The paragraphs of one round-up, asked goal by goal; `matches` are those it goes through in turn."""

    def __init__(self, state: StoryState, matches: list[MatchTold], main: MatchTold | None) -> None:
        self.state = state
        self.main = main
        self._places = MatchPlaces(matches)
        self._matches = {id(m) for m in matches}
        self._paragraphs: dict[int, list[Sentence]] = {}
        for sentence in state.sentences:
            self._paragraphs.setdefault(sentence.paragraph, []).append(sentence)

    def has(self, match: MatchTold) -> bool:
        """Whether it goes through this match."""
        return id(match) in self._matches

    def match(self, goal: GoalTold, before: list[GoalTold]) -> MatchTold | None:
        """The match that the paragraph tells, else that of the same man or of the goal before, else the last one above
        of a side that the paragraph names; None where it names sides of no match."""
        paragraph = self._so_far(goal.sentence.paragraph, goal)
        told = self._places.told_in(paragraph[0].span.start, goal.at)
        named = {side for s in paragraph for side in self._sides(s, s.span.end if s is goal.sentence else goal.at)}
        named |= set(goal.sides) | set(self.state.cast.plays_for.get(goal.scorer, ()))
        if told:
            return self._meant([m for m in told if named & {m.team_1, m.team_2}] or told, paragraph)
        his = next((g.match for g in reversed(before) if goal.same_scorer(g.scorer)), None)
        if his is not None:
            return his
        last = before[-1] if before else None
        if last is not None and last.sentence.paragraph == goal.sentence.paragraph:
            return last.match
        for number in range(goal.sentence.paragraph - 1, -1, -1):
            above = self._so_far(number, goal)
            told = self._places.told_in(above[0].span.start, above[-1].span.end) if above else []
            fits = [m for m in told if not named or named & {m.team_1, m.team_2}]
            if fits:
                return self._meant(self._not_gone_on_with(fits, goal), above)
            if not named:
                named = {side for s in above for side in self._sides(s, s.span.end)}
        return None

    def only_so_far(self, goal: GoalTold) -> MatchTold | None:
        """The story's own match, where no other has been told up to the goal's sentence and its paragraph does not
        open with a side of another."""
        if self.main is not None and self._opens_with_others(goal, {self.main.team_1, self.main.team_2}):
            return None
        told = self._places.told_in(self.state.story.start, goal.sentence.span.end)
        return self.main if self.main is not None and told == [self.main] else None

    def _opens_with_others(self, goal: GoalTold, own: set[str]) -> bool:
        """Whether the goal's paragraph begins with a side that is none of two, and names neither of them."""
        paragraph = self._so_far(goal.sentence.paragraph, goal)
        first = next(iter(paragraph[0].of("TEAM")), None)
        opens = first is not None and first.start - paragraph[0].span.start < _OPENING and not first.possessive
        named = {str(m.value) for s in paragraph for m in s.of("TEAM")}
        return opens and own.isdisjoint(named) and own.isdisjoint(goal.sides)

    def _so_far(self, paragraph: int, goal: GoalTold) -> list[Sentence]:
        return [s for s in self._paragraphs.get(paragraph, ()) if s.number <= goal.sentence.number]

    def _not_gone_on_with(self, fits: list[MatchTold], goal: GoalTold) -> list[MatchTold]:
        """ "X beat Y 2-0, while Z lost at W", then scorers alone, then "Z led through ...": those of one paragraph but
        for the match that the next one goes on with."""
        after = self._paragraphs.get(goal.sentence.paragraph + 1, ())
        if len(fits) < _SEVERAL or not after or self._places.told_in(after[0].span.start, after[-1].span.end):
            return fits
        named = self._sides(after[0], after[0].span.end)
        return [m for m in fits if not named & {m.team_1, m.team_2}] or fits

    def _meant(self, fits: list[MatchTold], told: list[Sentence]) -> MatchTold | None:
        """Of several of one paragraph the story's own, else that told last."""
        if len(fits) == 1 or self.main in fits:
            return self.main if self.main in fits else fits[0]
        last = self._places.last_before(told[0].span.start, told[-1].span.end, told[-1].span.end)
        return last[0] if last is not None and last[0] in fits else fits[-1]

    def _sides(self, sentence: Sentence, stop: int) -> set[str]:
        """The sides that a sentence tells of before a place or whose ground it names there, but for those it compares
        others with."""
        found = set()
        for mention, following in zip(sentence.mentions, [*sentence.mentions[1:], None], strict=False):
            if mention.kind == "GROUND" and mention.start < stop:
                found |= {vocabulary.clubs()[i].name for i in mention.value if isinstance(i, int)}
            told = mention.kind in ("TEAM", "EPITHET") and mention.start < stop and not mention.compared
            if following is not None and following.kind in ("ROLE", "PERSON") and following.start - mention.end < 3:
                continue  # "on-loan Harland striker Kit Dunne"
            if mention.kind == "EPITHET" and mention.value[0] in _OF_THE_MATCH:
                continue  # it is resolved by the very match that is asked for
            side = self.state.side(mention, sentence) if told and not mention.attributive else None
            found |= {side} if side is not None else set()
        return found
