"""Whose match a phrase tells of that names only the opponent: "the knock he picked up against X", "the trip to X".

In: where the phrase stands and whom it names. Out: the side of the clause's owner or subject, be it a side, a player's
or a coach's or a speaker's; else of the sentences before; else the side the story is about. Only a side that may meet
the opponent is one: a club another club, a country another country.
"""

from __future__ import annotations

import re
from collections import Counter

from flows.extract.cast.epithets import countries
from flows.extract.cast.subject_positions import acted_on
from flows.extract.matches.meetings.who_may_meet import is_national, may_meet
from flows.extract.story import StoryState
from flows.extract.text.beside import Before
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence, is_listed, objective, spoken_of
from flows.extract.text.sought import Sought

_BYGONE = re.compile(
    r"\b(?:former|ex|one-?time|erstwhile|on-loan|loaned|loanee|"
    r"old club|former club|previous club|old boss at|on loan from|from|joined|"
    r"join|joining|target for|target of|offer from|bid from|buy from|wanted by|sign for|"
    r"move to|moved to|transfer to|switch to|links? (?:to|with)|linked with|bound for|interest from|arriv\w+ from|"
    r"signed for|left|quit|leaving|against|beat|beating|over|above|below|behind|than|like|rivals|"
    r"neighbours)[ -](?:the )?(?:[\w-]+ )?$"
)
_OF_THE_SIDE = re.compile(
    r"(?:'s)?(?: (?!and\b|but\b|as\b|while\b|when\b|although\b|though\b|after\b|before\b)[\w-]+){0,2} (?:boss|"
    r"manager|coach|captain|skipper|striker|defender|midfielder|keeper|"
    r"goalkeeper|winger|forward|chairman|star|player|players|team|side|full-back|left-back|right-back|centre-back|"
    r"playmaker|ace|"
    r"playmaker|youngster|teenager|colours|shirt|jersey|dug-?out)\b"
)
_SOUGHT = re.compile(
    r"\b(?:sign|signing|signings of|signing of|land|landing|lure|luring|capture|capturing|capture of|recruit|"
    r"recruiting|bring in|bringing in|buy|buying|want|wants|wanted|target|targeting|chase|chasing|pursue|pursuing|"
    r"pursuit of|track|tracking|bids? for|offers? for|moves? for|swoop for|interest in|interested in|deal for|"
    r"approach for|approached|enquir\w+ (?:about|for)|inquir\w+ (?:about|for)|keen on|secure|securing) (?:the |both )?"
    r"(?:(?!and |but |for |in |before |after |as )[\w'-]+ ){0,5}$"
)
_WHO = Sought(r",? (?:who|whose) ")
_FOR = re.compile(
    r"\bfor (?:the )?(?:(?:[\w-]+-placed|struggling|lowly|fellow|champions|leaders|holders|hosts|neighbours) )*$"
)
_FRIENDLY = re.compile(r"(?:[\w-]+ )?(?:friendly|international|game|match)\b")
_CALLED_UP_BY = Before(
    r"\b(?:call(?:ed)?[- ]up (?:by|for|to|from)|calling up by|(?:international )?duty with|summoned by|wanted by|"
    r"picked by|to play for|selected by|named by) (?:the )?",
    40,
)
_A_LEAD = re.compile(
    r"(?:'s?)? (?:[\w-]+ )?(?:lead|gap|advantage|cushion|challenge|fans|supporters|ground|"
    r"home(?! (?:[\w-]+ )?(?:game|match|tie|fixture|clash|date|encounter|meeting|leg)))\b"
)
_LEAD = 2
_REACH = 40
_HE = frozenset({"he", "she", "his"})
_BACK = 4
_OFTEN = 3


class Whose:
    """Answers for one story."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self._people = state.centers.opening_person.people
        self._speakers = self._people.speakers
        self.lower = state.text.lower
        sentences = state.sentences
        self._span = (sentences[0].span.start, sentences[-1].span.end) if sentences else (0, 0)
        self._ours: bool | None = None
        self._sides: list[tuple[str, int]] | None = None

    def of(self, at: int, sentence: Sentence, others: list[str | None]) -> str | None:
        """The side whose match with the others the words at an offset tell of."""
        if self.state.voices.is_of_unnamed_us and self._is_ours(sentence, at):
            return None
        here = self._calling_up(sentence, at, others) or self._in(sentence, at, others)
        here = here or self.side_of(self.state.centers.opening_person.of(sentence, at), others)
        if here is not None:
            return here
        main = self.state.main
        if sentence.headline and main is not None and not any(main.has(other) for other in others):
            return None
        if sentence.quoted or self.state.quoted(at):
            speaker = self._speakers.of(sentence)
            side = self.side_of(speaker, others) if speaker is not None else None
            if side is not None:
                return side
        elif self.tells_of_us(sentence, at):
            return None
        elif (us := self.state.voices.us) is not None and self._fits(us, others):
            return us
        if self._ours is None:
            self._ours = self.state.voices.us is None and self._is_told_by_us()
        if self._ours:
            return None
        return self._of_the_match(others) or self._before(sentence, others) or self.focus(others)

    def _calling_up(self, sentence: Sentence, at: int, others: list[str | None]) -> str | None:
        """ "to block Varga's call-up by Wales. The Harland manager sees no use in the friendly": the country for which
        the sentence before tells that a player is wanted, where no club plays in this one."""
        index = sentence.number
        if not index or not _FRIENDLY.match(self.lower, at) or sentence.quoted:
            return None
        if any(
            m.kind in SIDES and m.start < at and not _OF_THE_SIDE.match(self.lower, m.end) for m in sentence.mentions
        ):
            return None
        before = self.state.sentences[index - 1]
        called = [m for m in before.mentions if m.kind == "TEAM" and _CALLED_UP_BY.search(self.lower, m.start)]
        nation = next((str(m.value) for m in called if is_national(str(m.value))), None)
        unknown = all(other is not None and is_national(other) is None for other in others)
        return nation if nation is not None and (unknown or self._fits(nation, others)) else None

    def of_who_acts(self, at: int, sentence: Sentence, others: list[str | None]) -> str | None:
        """ "X missed the 2-2 draw with Y", "he was hurt in the loss at Y": the side of the person who is the last to
        act before a match is told, where no side stands between; a country's player has a country's matches."""
        before = [m for m in sentence.mentions if m.start < at]
        for index in range(len(before) - 1, -1, -1):
            mention = before[index]
            if mention.kind in SIDES or mention.kind in ("WE", "THEY", "WHO"):
                return None
            if mention.kind == "PERSON" and not acted_on(self.lower[max(0, mention.start - _REACH) : mention.start]):
                side = self._side(mention, sentence, before, index, others)
                return side or self._of_our_coach(before, index, others)
            if mention.kind == "HE":
                return self._side_of_him(mention, sentence, index, others)
        return None

    def _of_our_coach(self, before: list[Mention], index: int, others: list[str | None]) -> str | None:
        """ "Boss Andy Royle praised the win at X": a coach told without his club is that of whom the story is about,
        where that has no other."""
        side, main = self.state.centers.focus, self.state.main
        role = before[index - 1] if index else None
        if role is None or role.kind != "ROLE" or role.value != "coach" or before[index].start - role.end > 1:
            return None
        if side is None or (main is not None and not main.has(side)) or side in self.state.cast.coach_of.values():
            return None
        return side if self._fits(side, others) else None

    def _side_of_him(self, him: Mention, sentence: Sentence, index: int, others: list[str | None]) -> str | None:
        """The side of whom "he" means, outside quotation marks."""
        if him.text.lower() not in _HE or self.state.quoted(him.start):
            return None
        told = self._people.he(sentence, sentence.mentions, index)
        return self.side_of(told[0], others) if told is not None else None

    def of_speaker(self, sentence: Sentence, others: list[str | None]) -> str | None:
        """The side of whoever says "we" in a sentence, where it may meet the others."""
        speaker = self._speakers.of(sentence)
        return self.side_of(speaker, others) if speaker is not None else None

    def _is_told_by_us(self) -> bool:
        """A column: its writer says "we" and "I" outside of quotation marks, of a side that he need not name."""
        spoken = re.finditer(r"\b(?:we|i|we're|i've|i'm|our|my|us)\b", self.lower[slice(*self._span)])
        return sum(not self.state.quoted(self._span[0] + m.start()) for m in spoken) > _OFTEN

    def _is_ours(self, sentence: Sentence, at: int) -> bool:
        """ "when we have to beat X" of a column whose writer does not name his side."""
        told = [m for m in sentence.mentions if m.start < at and (m.kind in SIDES or m.kind == "WE")]
        return bool(told) and told[-1].kind == "WE" and not self.state.quoted(at)

    def tells_of_us(self, sentence: Sentence, at: int) -> bool:
        """ "We play X" where nobody says who we are."""
        before = [m.kind for m in sentence.mentions if m.start < at]
        return (
            self.state.voices.us is None and "WE" in before[-3:] and not sentence.quoted and not self.state.quoted(at)
        )

    def _of_the_match(self, others: list[str | None]) -> str | None:
        """The opponent in the story's own match."""
        main = self.state.main
        if main is None or len(others) != 1 or not main.has(others[0]):
            return None
        side = main.opponent(others[0])
        return side if side is not None and self._fits(side, others) else None

    def _before(self, sentence: Sentence, others: list[str | None]) -> str | None:
        """Whom the sentences before are about, of the nearest also a side that only stands in it."""
        index, often = sentence.number, self.state.cast.clubs
        left = {str(m.value) for m in sentence.mentions if m.kind == "TEAM" and self._is_bygone(m)}
        ours = self.state.centers.focus
        ours = ours if ours is not None and often[ours] > _LEAD and self._fits(ours, others) else None
        for distance, earlier in enumerate(reversed(self.state.sentences[max(0, index - _BACK) : index])):
            side = self._topic(earlier, others)
            once = ours is not None and distance and side is not None and often[side] < 2
            if side in left or once:
                side = ours  # whom a man left, or who is named this once and not just before, in another's story
            if side is not None and earlier.paragraph != sentence.paragraph and often[side] < 2:
                side = side if is_national(side) else None
            if side is None and distance == 0:
                told = [
                    str(m.value)
                    for m in earlier.mentions
                    if m.kind == "TEAM" and not m.attributive and not self._is_bygone(m)
                ]
                side = next((team for team in reversed(told) if often[team] > 1 and self._fits(team, others)), None)
            if side is not None:
                return side
        return None

    def _in(self, sentence: Sentence, at: int, others: list[str | None]) -> str | None:
        """The owner or the subject in the sentence itself, the nearest first."""
        before = [m for m in sentence.mentions if m.start < at]
        best: str | None = None
        spoken = self.state.quoted(at)
        for index in range(len(before) - 1, -1, -1):
            mention = before[index]
            if not spoken and mention.kind in ("WE", "THEY") and self.state.quoted(mention.start):
                continue
            team = self._side(mention, sentence, before, index, others)
            if team is None:
                continue
            if mention.kind not in SIDES or self._leads(mention, before, index, sentence):
                return team
            best = best or team
        return best if best is not None and best == self.focus(others) else None

    def _side(
        self, mention: Mention, sentence: Sentence, before: list[Mention], index: int, others: list[str | None]
    ) -> str | None:
        if mention.kind == "PERSON":
            if self.lower.endswith((" with ", " from ", " by "), 0, mention.start) or self._is_sought(mention):
                return None
            return self.side_of(str(mention.value), others)
        if mention.kind == "HE":
            return self._side_of_him(mention, sentence, index, others)
        if mention.kind == "WE":
            side = self.state.voices.we(mention, sentence)
            if side is not None and self._fits(side, others):
                return side
            return self.of_speaker(sentence, others) if sentence.quoted else None
        if mention.kind not in SIDES and mention.kind != "THEY":
            return None
        if mention.kind == "TEAM" and (self._is_bygone(mention) or self._is_his_who_is_sought(mention)):
            return None
        team = self.state.side(mention, sentence)
        return team if team is not None and self._fits(team, others) else None

    def _is_bygone(self, mention: Mention) -> bool:
        start = max(0, mention.start - 34)
        return bool(_BYGONE.search(self.lower, start, mention.start)) and not spoken_after(self.lower, mention.end)

    def _is_sought(self, mention: Mention) -> bool:
        """ "hopes to sign Rovers defender X before the match at Y": no match of his; "sign X, who scored at Y" is."""
        sought = _SOUGHT.search(self.lower, max(0, mention.start - 60), mention.start) is not None
        return sought and _WHO.search(self.lower, mention.end, mention.end + 50) is None

    def _is_his_who_is_sought(self, side: Mention) -> bool:
        his = side.possessive or _OF_THE_SIDE.match(self.lower, side.end) is not None
        return his and self._is_sought(side)

    def _leads(self, mention: Mention, before: list[Mention], index: int, sentence: Sentence) -> bool:
        """Whether a side stands as the owner of the phrase, as its subject or as the side of who does it."""
        if mention.possessive and _A_LEAD.match(self.lower, mention.end):
            return False
        if (
            mention.possessive
            or spoken_of(sentence.mentions, index)
            or _FOR.search(self.lower, max(0, mention.start - 32), mention.start)
        ):
            return True
        if mention.attributive:
            return len(before) - 3 <= index < len(before) and before is not sentence.mentions
        if is_listed(before, index):
            return False
        return not objective(before, index) or bool(_OF_THE_SIDE.match(self.lower, mention.end))

    def _topic(self, sentence: Sentence, others: list[str | None]) -> str | None:
        """Whom an earlier sentence is about: its first side or person that is no object."""
        for index, mention in enumerate(sentence.mentions):
            team = self._side(mention, sentence, sentence.mentions, index, others)
            if team is None:
                continue
            if mention.kind not in SIDES or self._leads(mention, sentence.mentions, index, sentence):
                return team
        return None

    def side_of(self, person: str | None, others: list[str | None]) -> str | None:
        """A person's side that may meet the others: that he plays for or coaches, or his country's."""
        if person is None:
            return None
        cast = self.state.cast
        told = [side for side, _ in cast.plays_for.get(person, Counter()).most_common()]
        told += [side] if (side := cast.coach_of.get(person)) else []
        told += sorted(cast.roles.described.get(person, frozenset()) & countries())
        return next((side for side in told if self._fits(side, others)), None)

    def focus(self, others: list[str | None]) -> str | None:
        """The side the story is about that may meet the others."""
        often = self.state.cast.clubs
        if self._sides is None:
            self._sides = self._told()
        told = [side for side, _ in self._sides if self._fits(side, others)]
        if len(told) == 1:
            return told[0]
        return next((s for s in told if often[s] > 1 or s == self.state.centers.focus or is_national(s)), None)

    def _told(self) -> list[tuple[str, int]]:
        told: Counter[str] = Counter()
        for sentence in self.state.sentences:
            weight = 3 if sentence.paragraph <= _LEAD else 1
            for mention in sentence.mentions:
                if mention.kind == "TEAM" and not self._is_bygone(mention):
                    told[str(mention.value)] += weight
        if self.state.centers.focus in told:
            told[str(self.state.centers.focus)] += 3
        return told.most_common()

    def _fits(self, team: str, others: list[str | None]) -> bool:
        met = [other for other in others if other is not None]
        if team in met:
            return False
        return all(may_meet(team, other) for other in met)


def spoken_after(lower: str, end: int) -> bool:
    """Whether a relative clause follows."""
    return lower.startswith((", who ", " who "), end)
