"""Which side says "we", and whom it calls "they": a speaker's within quotation marks, the publisher's own outside.

In: a story's sentences with their cast. Out: a side, None where the text leaves it open. A speaker's side is told by
the words that say who speaks ("the Harland boss said"), else by what is known of him. The side of a club's own report
or of a supporter's column is not the one that "we" met, but the one of whom "we" tell what became of it.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from flows.extract.cast.belonging import club_he_is_at
from flows.extract.cast.speakers import Speakers
from flows.extract.cast.whose_page import whose_page
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence, objective

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_ABOVE = 5  # sentences
_EARLY = 3  # paragraph by which a side's own story has named it
_OPENING = 14  # letters that a sentence may have before its subject
_OFTEN = 3  # times that a story says "we" before it is told by a side
_MET, _MINE, _FARED, _NAMED, _ACTS = -2.0, 3.0, 2.0, -0.5, 1.0
_OWN = re.compile(r"\b(?:here at|we at|us at|us here at|our(?: beloved| own)?|we are|we,|us,) (?:the )?$")
_IN_THOSE_DAYS = re.compile(
    r"\bi (?:was (?:at|with|playing for|manager (?:of|at)|managing|in charge (?:of|at))|managed|played (?:for|at)|took|"
    r"brought|coached|joined|left|had) (?:the )?$"
)
_COMES_HERE = re.compile(
    r" (?:will |then |now )?(?:come|came|arrive|arrived|are) (?:here|to us|our way|to town|next up|next)\b"
)
_SPOKEN_OF = re.compile(
    r" (?:(?:will|would|must|might|could|also|always|still|only|just|really|obviously|clearly) )*"
    r"(?:have|are|were|had|be|come|came|play|played|go|went|beat|won|lost|look|looked|showed|make|made|score|scored|"
    r"defend|defended|press|know|deserve|deserved|spent|fancy|want|need|got|get|caused|cause)\b"
)
_SPOKEN_TO_MEET = re.compile(
    r"\b(?:against|beat|beating|face|facing|faced|play|playing|played|over|past|respect|like|to beat|met|meet|visit|"
    r"draw with|test from) (?:the )?$"
)
_TO_MEET = 24  # letters from "against" to whom it names
_WENT_THERE = re.compile(
    r" (?:\w+ ){0,3}?(?:w[io]n|lost|lose|drew|draw|went|go|been|played|play|travelled|travel|got|get) "
    r"(?:[\w-]+ ){0,4}?there\b"
)
_MEETING = frozenset({"AGAINST", "AT", "BY", "WITH", "WIN", "HOST", "TRAVEL", "VERSUS", "BEATEN", "FIXTURE"})
_WON, _LOST = frozenset({"WIN_NOUN", "WIN", "WIN_INTRANSITIVE"}), frozenset({"LOSS_NOUN", "LOSE", "BEATEN"})


class Voices:
    """Answers for one story."""

    def __init__(self, state: StoryState) -> None:
        self._state = state
        self.speakers = Speakers(state)
        self._us: str | None = None
        self._often = False
        self._asked_for: object = self
        self._clubs_at: dict[tuple[str, bool], str | None] = {}

    def we(self, mention: Mention, sentence: Sentence) -> str | None:
        """The side that "we", "us" or "our" means at a mention."""
        then = self._side_then(mention, sentence)
        if then is not None:
            return then
        if not self._state.quoted(mention.start):
            return self.us
        return self.speaking(sentence) or self._went_there(mention, sentence) or self._whose_story(sentence)

    def _went_there(self, mention: Mention, sentence: Sentence) -> str | None:
        """ "Last time we won there", said before a match: the side that is to play away."""
        main = self._state.main
        there = _WENT_THERE.match(self._state.text.lower, mention.end, sentence.span.end)
        return main.opponent(main.home) if there is not None and main is not None and main.announced else None

    def _whose_story(self, sentence: Sentence) -> str | None:
        """The side that a story is about, for a speaker whom no words tie to any: none that he names himself."""
        near = self._state.sentences[max(0, sentence.number - _ABOVE) : sentence.number + 2]
        said = {
            m.value
            for s in near
            if s.paragraph == sentence.paragraph
            for m in s.mentions
            if m.kind == "TEAM" and self._state.quoted(m.start)
        }
        centers = self._state.centers
        focus = centers.focus
        first = next((s for s in near if s.paragraph == sentence.paragraph), sentence)
        if focus in said or not any(centers.named(s) == focus for s in self._state.sentences[: first.number]):
            return None
        return focus if centers.behind(first)[0] == focus else None

    def _side_then(self, mention: Mention, sentence: Sentence) -> str | None:
        """ "When I was at Brigg we went there and lost": the side of those days, also in the sentence behind."""
        told = [m for m in sentence.mentions if m.kind == "TEAM" and m.start < mention.start]
        if not told and sentence.number:
            before = self._state.sentences[sentence.number - 1]
            told = [m for m in before.mentions if m.kind == "TEAM" and before.paragraph == sentence.paragraph]
        for team in reversed(told):
            before_it = self._state.text.lower[max(0, team.start - 32) : team.start]
            if _IN_THOSE_DAYS.search(before_it):
                return str(team.value)
        return None

    def they(self, mention: Mention, sentence: Sentence) -> str | None:
        """Whom a speaker calls "they" without naming them: those that his side played in the story's match."""
        if not self._state.quoted(mention.start):
            return None
        mine, main = self.speaking(sentence), self._state.main
        if (named := self._just_spoken_of(sentence, mine)) is not None:
            return named
        if mine is None or (main is not None and main.has(mine)):
            return main.opponent(mine) if main is not None else None
        for earlier in reversed(self._state.sentences[max(0, sentence.number - _ABOVE) : sentence.number]):
            pair = self._state.pair_of(earlier)
            if pair is not None and mine in pair and earlier.paragraph != sentence.paragraph:
                return pair[mine == pair[0]]
        return None

    def _just_spoken_of(self, sentence: Sentence, mine: str | None) -> str | None:
        """ "Wednesday are in trouble. They have lost six": whom the speaker's last sentence is about, else the only
        other side that it names."""
        before = self._state.sentences[sentence.number - 1] if sentence.number else None
        if before is None or before.paragraph != sentence.paragraph:
            return None
        told = [(i, m) for i, m in enumerate(before.mentions) if m.kind == "TEAM" and m.value != mine]
        said = [(i, str(m.value)) for i, m in told if self._state.quoted(m.start) and not m.possessive]
        if not said and mine is not None:
            met = {str(m.value) for i, m in told if objective(before.mentions, i) and not m.possessive}
            return met.pop() if len(met) == 1 and mine in {m.value for m in before.mentions} else None
        acting = [side for i, side in said if not objective(before.mentions, i)]
        sides = {side for _, side in said}
        return acting[0] if acting else sides.pop() if len(sides) == 1 else None

    def not_us(self, side: str | None, sentence: Sentence, at: int) -> str | None:
        """Whom a story's own side calls "they" at a place: never itself, but the only other side of the sentence
        before, where "they" opens the next; else whom it played, else the last other side told."""
        if side is None or side != self.us or sentence.quoted:
            return side
        if at - sentence.span.start <= _OPENING and (named := self.just_named(side, sentence)) is not None:
            return named
        main = self._state.main
        if main is not None and main.has(side):
            return main.opponent(side)
        before = (m for m in reversed(self._state.mentions) if m.kind == "TEAM" and m.start < at)
        return next((str(m.value) for m in before if m.value != side), side)

    def just_named(self, side: str | None, sentence: Sentence) -> str | None:
        """The only other side that the sentence before names, in a story's own words about the side that tells it."""
        if side is None or side != self.us or sentence.quoted:
            return None
        named = self._others_just_named(sentence)
        return named.pop() if len(named) == 1 else None

    def _others_just_named(self, sentence: Sentence) -> set[str]:
        before = self._state.sentences[max(0, sentence.number - 1) : sentence.number]
        return {
            str(m.value)
            for s in before
            for m in s.mentions
            if s.paragraph == sentence.paragraph and m.kind == "TEAM" and m.value != self.us and not m.attributive
        }

    def speaking(self, sentence: Sentence) -> str | None:
        """The side of whoever is quoted in a sentence."""
        told = self.speakers.side_said(sentence)
        if told is not None:
            return told
        speaker = self.speakers.of(sentence)
        return None if speaker is None else self._state.side_of_person(speaker) or self.us or self._club_at(speaker)

    def _club_at(self, speaker: str) -> str | None:
        """Where a speaker is whom no role ties to a side."""
        asked = speaker, self._state.main is not None
        if asked not in self._clubs_at:
            told = club_he_is_at(self._state, self.speakers, speaker)
            self._clubs_at[asked] = told or self._opponent_of_whom_he_names(speaker)
        return self._clubs_at[asked]

    def _opponent_of_whom_he_names(self, speaker: str) -> str | None:
        """ "Torquay have spent big, but we beat them": of the two that the story's match is between the one that the
        speaker does not call by its name as somebody else."""
        main, state, named = self._state.main, self._state, set[str]()
        if main is None:
            return None
        lower = state.text.lower
        for sentence in state.sentences:
            for mention in sentence.mentions if LETTER["TEAM"] in sentence.shape else ():
                if mention.kind != "TEAM" or not main.has(str(mention.value)) or not state.quoted(mention.start):
                    continue
                before = max(0, mention.start - _TO_MEET)
                met = _SPOKEN_OF.match(lower, mention.end) or _SPOKEN_TO_MEET.search(lower, before, mention.start)
                if met and not mention.possessive and self.speakers.of(sentence) == speaker:
                    named.add(str(mention.value))
        other = main.opponent(next(iter(named))) if len(named) == 1 else None
        centers = state.centers
        return None if centers.topic in named and centers.rules_the_story(other) else other

    @property
    def us(self) -> str | None:
        """The side whose own story this is, None where nobody says "we" of a side in it; found anew once the story's
        match is known."""
        if self._asked_for is not self._state.main:
            self._asked_for = self._state.main
            self._us = self._who_we_are()
        return self._us

    @property
    def is_of_unnamed_us(self) -> bool:
        """Whether a story is told by a side, as in a manager's column, that it does not name."""
        return self.us is None and self._often

    def _who_we_are(self) -> str | None:
        state = self._state
        ours = [s for s in state.sentences if LETTER["WE"] in s.shape and self._says_we(s)]
        said = sum(m.kind == "WE" and not state.quoted(m.start) for s in ours for m in s.mentions)
        self._often = said >= _OFTEN
        if said and (told := whose_page(state)) is not None:
            return told
        if not self._often:
            return None
        votes: Counter[str] = Counter()
        score: dict[str, float] = {}
        for sentence in ours:
            for club, weight in self._told_with_us(sentence):
                score[club] = score.get(club, 0.0) + weight
        winner, loser = self._result_line()
        if winner is not None and loser is not None:
            fared = self._fared(ours)
            score[winner] = score.get(winner, 0.0) + _FARED * fared
            score[loser] = score.get(loser, 0.0) - _FARED * fared
        mine = {id(s) for s in ours}
        for sentence in state.sentences:
            if id(sentence) in mine:
                continue
            for club in self._met_alone(sentence):
                score[club] = score.get(club, 0.0) + _MET
            if not sentence.headline and not sentence.alone:
                votes.update({str(m.value) for m in sentence.mentions if m.kind == "TEAM"})
        pair = self._pair()
        for club in pair:
            score[club] = score.get(club, 0.0) + _NAMED * votes[club]
        early = {str(m.value) for s in state.sentences if s.paragraph <= _EARLY for m in s.mentions if m.kind == "TEAM"}
        acting = [club for club, told in score.items() if told > 0]
        may_be = {
            club: score.get(club, 0.0) for club in ((*pair, *acting) if pair else state.cast.clubs) if club in early
        }
        best = sorted(may_be.items(), key=lambda told: -told[1])[:2]
        clear = len(best) == 1 or (len(best) == 2 and best[0][1] > best[1][1])
        return best[0][0] if clear and best[0][1] > (_MET if pair else -1) else None

    def _says_we(self, sentence: Sentence) -> bool:
        return any(m.kind == "WE" and not self._state.quoted(m.start) for m in sentence.mentions)

    def _told_with_us(self, sentence: Sentence) -> list[tuple[str, float]]:
        """What a sentence that says "we" tells of the clubs it names: "our Harland" is us, one behind "we" or done
        something to is not, one that acts may be."""
        lower, found = self._state.text.lower, []
        us = next(i for i, m in enumerate(sentence.mentions) if m.kind == "WE")
        first, done_to_us = sentence.mentions[us].start, us > 0 and sentence.mentions[us - 1].kind in _MEETING
        nearest = max((i for i, m in enumerate(sentence.mentions[:us]) if m.kind == "TEAM"), default=-1)
        for index, mention in enumerate(sentence.mentions):
            if mention.kind == "TEAM" and not self._state.quoted(mention.start):
                own = _OWN.search(lower, max(sentence.span.start, mention.start - 24), mention.start)
                before = sentence.mentions[index - 1].kind if index else ""
                object_of = objective(sentence.mentions, index)
                met = mention.start > first or (before in _MEETING and object_of) or (done_to_us and index == nearest)
                acts = 0.0 if object_of or mention.possessive else _ACTS
                found.append((str(mention.value), _MINE if own is not None else _MET if met else acts))
        return found

    def _met_alone(self, sentence: Sentence) -> list[str]:
        """Whom a sentence that names one side alone tells as met, or as come to us: "today's game with X"."""
        teams = [i for i, m in enumerate(sentence.mentions) if m.kind == "TEAM" and not self._state.quoted(m.start)]
        if len(teams) != 1:
            return []
        index, lower = teams[0], self._state.text.lower
        side = sentence.mentions[index]
        two, before = (["", ""] + [m.kind for m in sentence.mentions[:index]])[-2:]
        linked = before in ("AGAINST", "VERSUS", "HOST", "FIXTURE", "WIN")
        linked |= before in ("WITH", "AT", "TO") and two == "FIXTURE_NOUN"
        met = linked and objective(sentence.mentions, index) and not side.possessive
        return [str(side.value)] if met or _COMES_HERE.match(lower, side.end) else []

    def _pair(self) -> tuple[str, ...]:
        """The two sides of the match that the story tells of, as far as that is known."""
        main = self._state.main
        if main is not None:
            return main.team_1, main.team_2
        winner, loser = self._result_line()
        return () if winner is None or loser is None else (winner, loser)

    def _result_line(self) -> tuple[str | None, str | None]:
        """Who won and who lost by a line that holds a result alone: "Brigg 1-3 Harland"."""
        for sentence in self._state.sentences:
            if not (sentence.alone or sentence.headline) or LETTER["SCORE"] not in sentence.shape:
                continue
            sides = [m for m in sentence.mentions if m.kind in ("TEAM", "SCORE")]
            if [m.kind for m in sides] == ["TEAM", "SCORE", "TEAM"] and isinstance(sides[1].value, tuple):
                one, two = str(sides[0].value), str(sides[2].value)
                first, second = sides[1].value[:2]
                return (one, two) if first > second else (two, one) if second > first else (None, None)
        return None, None

    def _fared(self, ours: list[Sentence]) -> int:
        """1 where the first result that "we" tell of is a success, -1 where it is a failure, else 0."""
        for sentence in ours:
            first = next(i for i, m in enumerate(sentence.mentions) if m.kind == "WE")
            for _, mention in pairwise(sentence.mentions[first:]):
                if mention.kind in _WON:
                    return 1
                if mention.kind in _LOST:
                    return -1
        return 0
