"""How a played match ended: in normal time, extra time or a shoot-out, and the kicks of that.

In: the matches of a story and which words belong to which. Out: "regular", "extra_time" or "penalties" and the
shoot-out's score from team_1's side, as the words say who won it; None where nothing tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from flows.extract.matches.circumstances.nearby import Nearby
from flows.extract.matches.fates import FATE
from flows.extract.matches.reading import Results
from flows.extract.matches.told import MatchTold, distance
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence, objective

_OF_NO_RESULT = ("derby", "meeting.card", "meeting.played", "opponent.", "pair.between", "pair.hyphened")
_WHICH_ENDED = re.compile(
    r"[^.;,]{0,24}(?:, | )(?:which|that) (?:[\w'-]+ ){0,3}(?:won|lost|drew|ended|finished|left|saw)\b"
)
_AT_ONCE = re.compile(
    r"[ -](?:[\w-]+ ){0,4}?(?P<noun>win|victory|success|triumph|defeat|loss|exit|heartbreak)\b|"
    r"[^.;,]{0,24}? (?P<to>to|against|by) "
)
_HANDED = re.compile(
    r"\b(?:ga[iv]ve|gave|gives?|giving|hand(?:ed|s|ing)|earn(?:ed|s|ing)|secur(?:ed|es|ing)|seal(?:ed|s|ing)|"
    r"sen(?:t|ds?)|put|puts|fir(?:ed|es)|took|saw|sees|help(?:ed|s)) (?:the )?$"
)
_IN_IT = re.compile(
    r"\b(?:in|into|during|after|(?:half|period|minutes?|start|end|beginning|spell) of|to|'s|an?|his|her|their|late|"
    r"early) (?:the )?(?:[\w-]+ )?$"
)
_ANOTHER_TIME = re.compile(
    r"\b(?:if|would|could|might|should|looked|seemed|heading|headed for|destined|avoid\w*|spare[ds]?|without|earlier|"
    r"last|previous|semi-?final win|another|almost|nearly|prevent\w*|threaten\w*|to force|"
    r"den(?:y|ied)|about to|set for|bound)\b"
)
_ON_ITS_OWN = re.compile(r",? who\b| \w+ing\b")
_LOSSES = frozenset({"defeat", "loss", "exit", "heartbreak"})
_LATE = 105  # a minute that only extra time has
_MINUTES = 120
_NEAR = 80  # letters


class HowEnded:
    """Answers for one story; `leg_of` and `round_of` give its leg and its round in its competition."""

    def __init__(
        self,
        state: StoryState,
        results: Results,
        nearby: Nearby,
        leg_of: Callable[[MatchTold], int | None],
        round_of: Callable[[MatchTold], str | None],
    ) -> None:
        self.state = state
        self.results = results
        self.nearby = nearby
        self._leg_of = leg_of
        self._round_of = round_of

    def of(self, match: MatchTold) -> tuple[str | None, str | None]:
        """How a played match ended and the shoot-out's score, from its own sentences."""
        if match.status == "played" and match.score_1 is None and self._ended_behind(match):
            return "regular", None
        kicks = self._on_kicks(match) if match.status == "played" and match.score_1 is None else False
        if match.status != "played" or (
            match.score_1 is None and match.decided is None and not kicks and not self.nearby.is_main(match)
        ):
            return None, None
        if match.score_1 is None and not kicks and self._leaves_open_how(match):
            return None, None
        if match.score_1 is not None and self._leg_of(match) == 1:
            return "regular", None
        level = match.score_1 is None or match.score_1 == match.score_2 or self._level_on_aggregate(match)
        for told in match.tellings():
            shootout = next((m for m in told.sentence.of("SHOOTOUT_SCORE") if self._is_of(m, told, match)), None)
            if shootout is not None and level:
                return "penalties", self._kicks(match, shootout, told.sentence)
            named = level and any(self._is_of(m, told, match) for m in told.sentence.of("SHOOTOUT"))
            if named and (match.score_1 is not None or kicks):
                return "penalties", self._kicks_told_behind(match)
        replayed = any(m is not match and m.score_1 is None and m.went_to_kicks() for m in self.results.of_pair(match))
        if level and match.score_1 is not None and self.nearby.is_main(match) and not replayed:
            told_kicks = self._kicks_told_behind(match)
            if told_kicks is not None:
                return "penalties", told_kicks
        if any(self._is_of(m, told, match) for told in match.tellings() for m in told.sentence.of("EXTRA_TIME")):
            return "extra_time", None
        late = any(map(self._scored_late, match.tellings())) or self._played_on(match)
        if match.score_1 is not None and late:
            return "extra_time", None
        return "regular", None

    def _on_kicks(self, match: MatchTold) -> bool:
        """ "beat X on penalties", without a score: the words of the shoot-out right behind the match."""
        return any(
            self._is_of(m, told, match) and -_NEAR < m.start - told.end < _NEAR / 2
            for told in match.tellings()
            for m in (*told.sentence.of("SHOOTOUT"), *told.sentence.of("SHOOTOUT_SCORE"))
            if m.text.lower() not in ("spot-kicks", "pens")
        )

    def _scored_late(self, told: MatchTold) -> bool:
        """ "his goal in the 112th minute": of a match that is the only one of its sentence."""
        if self.results.of_sentence(told.sentence) not in ([], [told]):
            return False
        late = (m.value.minute for m in told.sentence.of("MINUTE") if m.value.minute and not m.value.added)
        return any(_LATE <= minute <= _MINUTES for minute in late)

    def _played_on(self, match: MatchTold) -> bool:
        """Whether another sentence of the story tells of a goal, a win or an end in extra time: of its own match, which
        was not drawn."""
        if not self.state.told_of("EXTRA_TIME") or not self.nearby.is_main(match) or match.score_1 == match.score_2:
            return False
        lower = self.state.text.lower
        for sentence in self.state.sentences:
            if sentence.quoted or self.results.of_sentence(sentence) not in ([], [match]):
                continue
            for told in sentence.of("EXTRA_TIME"):
                before = lower[max(sentence.span.start, told.start - 30) : told.start]
                there = told.text.lower().startswith(("in ", "after ")) or _IN_IT.search(before)
                if there and not _ANOTHER_TIME.search(lower, *sentence.span) and self._told_last(sentence, match):
                    return True
        return False

    def _told_last(self, sentence: Sentence, match: MatchTold) -> bool:
        """Whether no other match is told between this one and a sentence, or in the sentence's paragraph."""
        told = [m.sentence for m in match.tellings() if m.sentence.number <= sentence.number]
        first = max((s.number for s in told), default=sentence.number)
        near = [s for s in self.state.sentences[first : sentence.number] if s.number > first]
        near += [s for s in self.state.sentences[: sentence.number] if s.paragraph == sentence.paragraph]
        return all(self.nearby.is_main(m) for s in near for m in self.results.of_sentence(s))

    def _leaves_open_how(self, match: MatchTold) -> bool:
        """Whether nothing says how a match without a score ended: none of whose result is told, or a final looked back
        on, which may have gone to penalties."""
        if match.rule.startswith(_OF_NO_RESULT):
            return True
        if self.nearby.is_main(match):
            return False
        return self._round_of(match) == "final" or match.rule.startswith("outcome.won_cup")

    def _ended_behind(self, match: MatchTold) -> bool:
        """ "the game at Brigg, which Harland lost": the result told of a match that is named before."""
        named = match.rule.startswith(_OF_NO_RESULT)
        return named and bool(_WHICH_ENDED.match(self.state.text.lower, match.end, match.sentence.span.end))

    def _is_of(self, mention: Mention, told: MatchTold, match: MatchTold) -> bool:
        """Whether words in a sentence are this match's, not those of another played that stands nearer to them; kicks
        are of one that was drawn."""
        kicks = mention.kind != "EXTRA_TIME"
        others = [m for m in self.results.of_sentence(told.sentence) if m not in (told, match) and m.status == "played"]
        others = [m for m in others if not (kicks and m.score_1 != m.score_2 and not self._level_on_aggregate(m))]
        far = distance(mention, told.start, told.end)
        return all(far <= distance(mention, m.start, m.end) for m in others)

    def _level_on_aggregate(self, match: MatchTold) -> bool:
        """Whether a second leg left its tie level, as an aggregate or the two legs told say."""
        pair = {match.team_1, match.team_2}
        legs = [m for m in self.results.of_pair(match) if m.status == "played" and m.score_2 is not None]
        if len(legs) == 2 and match.leg != 1 and match in legs and any(m.leg for m in legs):
            goals = [sum(m.score_of(side) or 0 for m in legs) for side in (match.team_1, match.team_2)]
            if goals[0] == goals[1]:
                return True
        return any(
            {t.team_1, t.team_2} == pair and t.aggregate_1 == t.aggregate_2 is not None for t in self.results.ties
        )

    # ---- the kicks

    def _kicks_told_behind(self, match: MatchTold) -> str | None:
        """The score of the story's one shoot-out, where it is its own match's."""
        told = [(m, s) for s in self.state.sentences for m in s.mentions if m.kind == "SHOOTOUT_SCORE"]
        if len({frozenset(m.value) for m, _ in told}) != 1 or not self.nearby.is_main(match):
            return None
        return self._kicks(match, *told[0])

    def _kicks(self, match: MatchTold, mention: Mention, sentence: Sentence) -> str:
        """The kicks from team_1's side; as written, team_1's first, where nothing says who won them."""
        high, low = max(mention.value), min(mention.value)
        winner = self._winner(match, mention, sentence)
        if winner is None and match.rule.startswith("result.line"):
            return f"{mention.value[0]}-{mention.value[1]}"
        return f"{low}-{high}" if winner == match.team_2 else f"{high}-{low}"

    def _winner(self, match: MatchTold, mention: Mention, sentence: Sentence) -> str | None:
        """Whoever won the shoot-out by its score's own clause: the subject of the nearest verb, or who is handed it."""
        lower, first, last = self.state.text.lower, sentence.span.start, sentence.span.end
        before = list(FATE.finditer(lower, first, mention.start))
        noun = _AT_ONCE.match(lower, mention.end, last)
        fate = before[-1] if before else None
        at = fate.start() if fate is not None else mention.start
        subject, handed = self._subject(match, sentence, at)
        if subject not in (match.team_1, match.team_2):
            return None
        lost = fate is not None and fate["lost"] is not None
        if noun is not None and noun["noun"]:
            lost = noun["noun"] in _LOSSES and not (fate is not None and fate["won"] and not handed)
        elif fate is None and not handed:
            return None
        other = match.team_2 if subject == match.team_1 else match.team_1
        return other if lost else subject

    def _subject(self, match: MatchTold, sentence: Sentence, at: int) -> tuple[str | None, bool]:
        """The side that a verb at a place is of: the last before it that is a subject, or is handed the win."""
        for index in reversed(range(len(sentence.mentions))):
            side = sentence.mentions[index]
            if side.start >= at or side.kind not in SIDES | {"THEY"} or side.possessive:
                continue
            handed = _HANDED.search(self.state.text.lower, sentence.span.start, side.start) is not None
            goes_on = _ON_ITS_OWN.match(self.state.text.lower, side.end) is not None
            if handed or goes_on or (side.text.lower() != "them" and not objective(sentence.mentions, index)):
                return self.state.side(side, sentence), handed
        return self.state.centers.about(sentence, at), False
