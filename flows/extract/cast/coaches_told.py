"""Who leads whom where words tell it: "took over at Rovers", "pressure on Varga with a win over City".

In: a story with its match. Out: `coach_of` of its cast, in which what is told overrules what was guessed.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from flows.extract.text.beside import Before
from flows.extract.text.mentions import LETTER, Mention, of_kinds, where
from flows.extract.text.sentence import Sentence

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_TOOK_OVER = Before(
    r"\b(?:took over at|taking over at|took charge (?:of|at)|in charge (?:of|at)|at the helm (?:of|at)) ", 24
)
_HAD_LED = re.compile(
    r"\b(?:spent|spending|(?:most|more) recently|latterly|last (?:job|post|role)|"
    r"out of work|previous|previously|earlier|former|formerly|once|spells?|stints?|had been|used to be)\b"
    r"[^.;]{0,40}$"
)
_BEATEN_NEAR = re.compile(r"\b(?:over|against|beat\w*|defeat(?:ed|ing)|thrash\w+)\b[^,.]{0,30}$")
_AGAINST = re.compile(r"\b(?:with|against|to|by|over|at) (?:\w+ )?$")
_COUNTERPART = Before(r"\b(?:opposite number|counterpart|rival|opponent in the (?:other|opposite) dugout),? ", 40)
_MANAGES = re.compile(
    r" (?:(?:hopes|wants|plans|intends|expects|refuses|is|was|has|had|will|may|could|set|ready|likely|due|decided|"
    r"to|been|also|again) )*(?:block|rest|recall|drop|sign|pick|select|name|sell|rotate|shuffle|praise|defend|hail|"
    r"warn|urge|ring|rang|make|made|protect|omit)(?:s|ed|d|ing|ped|led|med)?\b(?! (?:for|off|a new|his|on|up|by))"
)
_OFFICE_NEAR = 3  # sentences back at which "the Rovers boss" finds the coach told of
_NEW_ONE = 16  # letters
_APPOINTS = re.compile(
    r" (?:have |has |had )?(?:[a-z]+ly )?(?:appoint(?:ed)?|hired?|unveil(?:ed)?|install(?:ed)?|recruit(?:ed)?|"
    r"turn(?:ed)? to|"
    r"name[sd]?|brought in|confirm(?:ed)?)(?P<whom> (?:[^.;,]{2,50} )?)$"
)
_A_COACH = re.compile(r"\b(?<!assistant )(?:boss|manager|coach|gaffer) $")
_TO_LEAD = re.compile(
    r"(?:,? (?:\d\d,|aged \d\d))? (?:to (?:replace|succeed|lead|take (?:over|charge)|rescue|save|steer|fill)|"
    r"in place of|"
    r"following the (?:sacking|dismissal|departure))\b"
)
_LED_KINDS = frozenset({"TEAM", "THEY"})
_PERSON = frozenset({"PERSON"})
_TOLD_BY = _LED_KINDS | {"PERSON", "EPITHET"}


class CoachesTold:
    """Settles the coaches of one story."""

    def __init__(self, state: StoryState) -> None:
        self.state = state

    def settle(self) -> None:
        """Who leads whom by more than a guess: "took over at Rovers", "Varga, their head coach", "the Rovers coach"."""
        told, taken_over = self._by_office(), set[str]()
        for sentence in self.state.sentences:
            people = of_kinds(sentence.mentions, _PERSON)
            if not people and LETTER["EPITHET"] not in sentence.shape:
                continue
            if (appointed := self._appointed(sentence, people)) is not None:
                told[appointed[0]] = appointed[1]
                taken_over.add(appointed[0])
            for i in where(sentence.mentions, _TOLD_BY):
                mention = sentence.mentions[i]
                leader = self._their_leader(sentence, i) if mention.kind == "THEY" else None
                if leader is not None:
                    team = self.state.centers.meant(mention, sentence)
                    told |= {leader: team} if team is not None else {}
                elif mention.kind in _LED_KINDS and people and people[0].start < mention.start:
                    team = self._led(sentence, i)
                    if team is not None and len({m.value for m in people if m.start < mention.start}) == 1:
                        told[str(people[0].value)] = team
                        taken_over.add(str(people[0].value))
                elif mention.kind == "PERSON" and self._is_pressed(mention):
                    team_beaten = self._beaten_in(sentence, i)
                    told |= {str(mention.value): team_beaten} if team_beaten else {}
                elif mention.kind == "PERSON" and _COUNTERPART.search(self.state.text.lower, mention.start):
                    team = self._of_the_others(mention, told)
                    told |= {str(mention.value): team} if team else {}
                elif mention.kind == "EPITHET" and mention.value[0] == "HE" and people:
                    team = self._by_his_opponent(sentence, i)
                    if team is not None and len({m.value for m in people if m.start < mention.start}) == 1:
                        told[str(people[0].value)] = team
                elif mention.kind == "EPITHET" and mention.value[0] == "PERSON" and i > 1:
                    named = sentence.mentions[i - 2] if sentence.mentions[i - 1].kind == "COMMA" else mention
                    if named.kind == "TEAM" and mention.start - named.end < 3:
                        told[str(mention.value[1])] = str(named.value)
        by_office = self.state.cast.told_coaches.keys() - taken_over
        self._set_right({person: club for person, club in told.items() if person not in by_office})

    def _appointed(self, sentence: Sentence, people: list[Mention]) -> tuple[str, str] | None:
        """ "X have appointed former Y boss Varga", "X have turned to Varga to replace Hale": who leads X "
        "from now on."""
        opens = next((m for m in sentence.mentions if m.kind == "TEAM" and not m.attributive), None)
        behind = [p for p in people if opens is not None and p.start > opens.end]
        if opens is None or opens.possessive or not behind:
            return None
        lower, person = self.state.text.lower, behind[0]
        words = _APPOINTS.match(lower[opens.end : person.start])
        coach = words is not None and _A_COACH.search(words["whom"]) is not None
        leads = words is not None and _TO_LEAD.match(lower, person.end) is not None
        return (str(person.value), str(opens.value)) if coach or leads else None

    def _their_leader(self, sentence: Sentence, i: int) -> str | None:
        """ "Their coach, Varga, blamed himself": who leads whoever "they" are."""
        their, *behind = sentence.mentions[i : i + 4]
        behind = [m for m in behind if m.kind != "COMMA"][:2]
        if their.text.lower() != "their" or [m.kind for m in behind] != ["ROLE", "PERSON"]:
            return None
        role, person = behind
        beside = role.start - their.end <= _NEW_ONE and person.start - role.end <= 2
        return str(person.value) if beside and role.value == "coach" else None

    def _by_his_opponent(self, sentence: Sentence, i: int) -> str | None:
        """ "Coach X rued his side's draw with Y": he leads the side that plays Y."""
        main, told = self.state.main, self.state.cast.told_coaches
        if main is None or not any(m.kind == "ROLE" and m.value == "coach" for m in sentence.mentions[:i]):
            return None
        if any(m.kind == "PERSON" and m.value in told for m in sentence.mentions[:i]):
            return None  # "the Rovers coach X"
        for j in range(i + 1, len(sentence.mentions)):
            other = sentence.mentions[j]
            if other.kind == "TEAM":
                against = _AGAINST.search(self.state.text.lower[max(0, other.start - 16) : other.start])
                return main.opponent(str(other.value)) if against else None
        return None

    def _by_office(self) -> dict[str, str]:
        """ "Varga's side stayed fifth. 'We were poor,' the Rovers boss said": the coach told of last is theirs where no
        other is known to be."""
        told: dict[str, str] = {}
        known = set(self.state.cast.told_coaches.values())
        for sentence in self.state.sentences:
            if LETTER["ROLE"] not in sentence.shape or LETTER["TEAM"] not in sentence.shape:
                continue
            for team, role in pairwise(sentence.mentions):
                office = team.kind == "TEAM" and role.kind == "ROLE" and role.value == "coach" and not team.possessive
                if not office or role.start - team.end > 1 or team.value in known:
                    continue
                if not self.state.text.lower.endswith("the ", 0, team.start):
                    continue
                person = self._leader_before(sentence, team) or self._manager_before(sentence, team)
                if person is not None and self._stands_alone(sentence, role):
                    told.setdefault(person, str(team.value))
        return told

    def _leader_before(self, sentence: Sentence, team: Mention) -> str | None:
        """Whose men or whom as a coach the text told of last, where no words have said whom he leads."""
        index = sentence.number
        for near in reversed(self.state.sentences[max(0, index - _OFFICE_NEAR) : index + 1]):
            for mention in reversed(near.mentions):
                if mention.start >= team.start:
                    continue
                if mention.kind == "EPITHET" and mention.value[0] == "PERSON":
                    named = any(m.kind == "TEAM" and m.start < mention.start for m in near.mentions)
                    person = str(mention.value[1])
                    return None if named or person in self.state.cast.told_coaches else person
        return None

    def _manager_before(self, sentence: Sentence, team: Mention) -> str | None:
        """ "Varga hopes to rest two men. The Rovers boss ...": who opens the sentence before, as a coach acts."""
        index = sentence.number
        opens = team.start - sentence.span.start <= len("The ") and index
        before = self.state.sentences[index - 1] if opens else None
        if before is None or before.headline or sentence.paragraph - before.paragraph > 1:
            return None
        first = before.mentions[0] if before.mentions else None
        if first is None or first.kind != "PERSON" or first.start - before.span.start > 1 or first.possessive:
            return None
        manages = _MANAGES.match(self.state.text.lower, first.end, before.span.end)
        cast = self.state.cast
        known = first.value in cast.told_coaches or first.value in cast.plays_for
        return str(first.value) if manages and not known else None

    @staticmethod
    def _stands_alone(sentence: Sentence, role: Mention) -> bool:
        return not any(m.kind == "PERSON" and 0 < m.start - role.end <= 2 for m in sentence.mentions)

    def _of_the_others(self, mention: Mention, told: dict[str, str]) -> str | None:
        """ "his opposite number X": he leads whom the man told of before, as far as it is told, leads or plays for."""
        main, state = self.state.main, self.state
        if main is None or mention.value in self.state.cast.told_coaches:
            return None
        before = [m for m in self.state.mentions if m.start < mention.start and m.kind in ("PERSON", "EPITHET")]
        for other in reversed(before[-8:]):
            person = other.value if other.kind == "PERSON" else other.value[1] if other.value[0] == "PERSON" else None
            if person is None or person == mention.value:
                continue
            if main.has(side := told.get(person) or state.side_of_person(person)):
                return main.opponent(side)
        return None

    def _is_pressed(self, person: Mention) -> bool:
        return self.state.text.lower.endswith("pressure on ", 0, person.start)

    def _beaten_in(self, sentence: Sentence, i: int) -> str | None:
        """ "piled the pressure on Varga with a win over Rovers": the side that he must then lead."""
        for mention in sentence.mentions[i + 1 :]:
            before = self.state.text.lower[max(0, mention.start - 60) : mention.start]
            if mention.kind == "TEAM" and _BEATEN_NEAR.search(before):
                return str(mention.value)
        return None

    def _set_right(self, told: dict[str, str]) -> None:
        """Lets what is told overrule what was guessed; a guess that gave a told coach's side to another is turned."""
        coaches, main = self.state.cast.coach_of, self.state.main
        for person, club in told.items():
            for other, his in list(coaches.items()):
                guessed = other not in told and other not in self.state.cast.told_coaches
                if other != person and guessed and his == club and main is not None and main.has(club):
                    coaches[other] = str(main.opponent(club))
            coaches[person] = club

    def _led(self, sentence: Sentence, i: int) -> str | None:
        mention, following = sentence.mentions[i], sentence.mentions[i + 1 : i + 2]
        lower, start = self.state.text.lower, mention.start
        coach = bool(following) and following[0].kind == "ROLE" and following[0].value == "coach"
        if mention.kind == "TEAM":
            took_over = _TOOK_OVER.search(lower, start) and not _HAD_LED.search(lower, max(0, start - 60), start)
            led = took_over or (coach and lower.endswith((": the ", ", the "), 0, start))
            return str(mention.value) if led else None
        if coach and lower.endswith(", ", 0, start) and following[0].start - mention.end < 8:
            return self.state.centers.before(mention, sentence)
        return None
