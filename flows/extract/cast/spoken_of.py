"""Which person a number, "he" or "the 25-year-old" is of: named before it, spoken of, or the story's own.

In: a sentence's tokens and where in them the number stands. A speaker who only speaks is not spoken of; a coach is no
player.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from flows.extract.cast.acting_people import (
    HELPING,
    acts_beyond,
    acts_himself,
    clause_subject,
    last_clause_subject,
    nearest_subject,
    was_fouled,
)
from flows.extract.cast.ages_told import AgesTold
from flows.extract.cast.coaches_called import OFFICIAL, CoachesCalled
from flows.extract.cast.subject_positions import SubjectPositions, acted_on
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_ONLY_HAS_MORE = re.compile(r"\W*(?:Only|Nobody|No one|None) (?!because|when|after|then)[^.]*\b(?:more|better|fewer)\b")
_ONLY = re.compile(r"\W*(?:Only|Bar|Except)\b")
_CAUSED_BY = re.compile(r"\b(?:since|after|following|under|before|despite|over) $")
_OLD, _OLDEST_PLAYER = 40, 45
_BOTH = 2
_OPENING = 2
_FAR = 10  # sentences that name nobody else
YOUNG = 34  # younger than any coach the story would call by his age
Owner = tuple[str, Mention | None]
_SAYS = re.compile(
    r",? (?:said|says|told|added|insisted|admitted|explained|revealed|confirmed|claimed|warned|believes|is quoted)\b"
)
_SAYS_NEAR = re.compile(r"(?: [\w-]+)? (?:said|told|added|insisted|admitted|explained|warned)\b")
_PLAYS = (
    r"(?P<role>striker|forward|midfielder|defender|goalkeeper|keeper|winger|playmaker|teenager|full-back|centre-back|"
    r"centre-half|frontman|marksman|stopper)"
)
_HE_OPENS = re.compile(
    r"\W*(?:[A-Z][a-z]+(?: [a-z0-9]+){0,4}, )?(?:[Hh]e|[Ss]he)(?:'s|'d)? |"
    rf"\W*(?:[A-Z][a-z]+(?: [a-z0-9]+){{0,4}},? the |The )"
    rf"(?:[\w-]+ ){{0,3}}?(?:(?:[\w-]+ ){{0,2}}?{_PLAYS}|\d\d-year-old|captain|skipper|veteran|international),? "
    r"(?=[a-z])|\W*The [A-Z][a-z]+(?:an|ese|ish|man|ard) (?=[a-z])"
)
_IN_EXCHANGE = re.compile(
    r"\b(?:(?:deal|exchange|move|swap|bid|offer|deputis\w+|cover|step\w* in|stand\w* in|fill\w* in) (?:for|involving)|"
    r"replac\w+|succe[e]?d\w*|in place of|instead of|take over from|took over from) the $"
)
_BUT_HIM = re.compile(r"\b(?:bar|except|apart from|besides|other than|more than|fewer than) (?:[\w-]+ ){0,2}$")
_TAKES = frozenset("took takes taking moved moves moving lifted lifts lifting put puts brought brings carried".split())
_PUNISHES = frozenset("cost costs earned earn earns handed hand landed land gave given brought saw won".split())
_HANDS = frozenset("gave give gives giving given handed hands hand handing awarded awards awarding".split())
_DESCRIBES = frozenset({"AGE", "ROLE", "TEAM", "NATIONALITY", "PLACE", "WORD", "A"})
_SAYS_BEFORE = re.compile(r"\b(?:said|says|added|admitted|insisted|explained) $")
_SAYS_THE = re.compile(r"\b(?:said|says|added|insisted|admitted) the (?:[\w-]+ )?$")
_OPENS = frozenset({"FROM", "WITH", "IN", "HAVE", "REACH", "BUT", "A", "CAPPED", "BOOKED", "DISMISSED", "SCORER"})
_NAMES = SIDES | {"PERSON", "NAME", "THEY", "WE"}
PERSON_KINDS = frozenset({"PERSON", "HE", "ROLE", "NAME", "AGE", "NATIONALITY"})
_TELLS_WHO = frozenset({"AGE", "ROLE", "NATIONALITY"})


class People:
    """Finds people in one story."""

    def __init__(self, state: StoryState, positions: SubjectPositions) -> None:
        self.state = state
        self.positions = positions
        self.speakers = state.voices.speakers
        self.speakers.ask_before(self.person_before)
        self._coaches = CoachesCalled(state)
        self._ages = AgesTold(state)
        self._focus: dict[bool, str | None] = {}

    def person(self, sentence: Sentence, tokens: list[Mention], at: int) -> Owner | None:
        """The person that the number at `at` is of."""
        if self.speakers.says_i(tokens, at):
            speaker = self.speakers.of(sentence)
            return None if speaker is None else (speaker, None)
        given = self._given(sentence, tokens, at)
        if given is not None:
            return given
        coach = self._coach_who(tokens, at)
        if coach is not None and (meant := self.meant_by(sentence, tokens, coach)) is not None:
            return meant, tokens[coach]
        for i in self.positions.before(tokens, at, PERSON_KINDS):
            if tokens[i].kind in ("AGE", "ROLE", "NATIONALITY"):
                meant = self.meant_by(sentence, tokens, i)
                return None if meant is None else (meant, tokens[i])
            if tokens[i].kind == "NAME" and i and tokens[i - 1].kind == "AGE":
                aged = self.aged(sentence, tokens, i - 1)
                return None if aged is None else (aged, tokens[i])
            if tokens[i].kind == "NAME" and self.state.text.lower.endswith("the ", 0, tokens[i].start):
                told = self.state.cast.person_by(tokens[i].text) or self.spoken_of(sentence, tokens, i, player=True)
                return None if told is None else (told, tokens[i])
            if tokens[i].kind == "NAME":
                return self.state.text.printed(tokens[i].start, tokens[i].end), tokens[i]
            return (str(tokens[i].value), tokens[i]) if tokens[i].kind == "PERSON" else self.he(sentence, tokens, i)
        opened = self.opened_for(tokens, at)
        if opened is not None:
            return str(opened.value), opened
        following = next((i for i in range(at + 1, min(at + 8, len(tokens))) if tokens[i].kind == "PERSON"), None)
        if following is not None and not any(t.kind in ("COMMA", "STOP", "BUT") for t in tokens[at + 1 : following]):
            return str(tokens[following].value), tokens[following]
        found = self.person_before(sentence)
        return None if found is None else (found, None)

    def _coach_who(self, tokens: list[Mention], at: int) -> int | None:
        """ "under a coach who was known for a five-game spell": where the one stands that a clause with "who" is about
        up to a number, nobody else being named in it."""
        who = next((i for i in range(at - 1, 0, -1) if tokens[i].kind == "WHO" or tokens[i].kind in _NAMES), 0)
        clear = all(t.kind not in ("COMMA", "STOP", "QUOTE") for t in tokens[who:at])
        role = tokens[who - 1]
        told = clear and tokens[who].text.lower() == "who" and role.kind == "ROLE" and role.value == "coach"
        return who - 1 if told and who else None

    def opened_for(self, tokens: list[Mention], at: int) -> Mention | None:
        """ "After eight seasons and 64 goals, Varga is leaving": who follows a phrase that opens the sentence."""
        if tokens[0].kind not in _OPENS or any(t.kind in _NAMES for t in tokens[:at]):
            return None
        for before, token in pairwise(tokens[at:]):
            if before.kind == "COMMA" and token.kind in _NAMES:
                return token if token.kind == "PERSON" and not token.possessive else None
            if token.kind in ("STOP", "QUOTE"):
                return None
        return None

    def all_of(self, sentence: Sentence, tokens: list[Mention], at: int, owner: Owner) -> list[Owner]:
        """Everybody whom a number that is told of one is of: "X and Y were banned", and of "both" those told last."""
        listed = [owner]
        i = next((i for i in range(at) if tokens[i] is owner[1]), 0)
        while i > 1:
            joined = i - 1
            while joined > 1 and tokens[joined].kind in _TELLS_WHO:  # "X, 28, and 30-year-old Y"
                joined -= 1
            if tokens[joined].kind not in ("AND", "COMMA"):
                break
            named = joined - 1
            if named > 1 and tokens[named].kind == "COMMA":
                named -= 1
            if named > 1 and tokens[named].kind == "NUMBER" and tokens[named - 1].kind == "COMMA":
                named -= 2
            if tokens[named].kind == "CLOSE":  # "X (ankle) and Y (groin)"
                named = next((j - 1 for j in range(named, max(0, named - 5), -1) if tokens[j].kind == "OPEN"), named)
            if named < 0 or tokens[named].kind != "PERSON":
                break
            i = named
            listed.append((str(tokens[i].value), tokens[i]))
        if any(t.kind == "AND" for t in tokens[i:at]):
            return listed[::-1]
        opens = [t for t in tokens[:at] if t.kind == "EACH" and t.text.lower() == "both"]
        if opens and owner[1] is None and sentence.number:
            before = self.state.sentences[sentence.number - 1]
            people = list(dict.fromkeys(str(m.value) for m in before.mentions if m.kind == "PERSON"))
            return [(person, None) for person in people] if len(people) == _BOTH else [owner]
        return [owner]

    def meant_by(self, sentence: Sentence, tokens: list[Mention], i: int) -> str | None:
        """Whom "the 31-year-old", "the former striker", "the Brazilian" means."""
        token = tokens[i]
        if token.kind == "AGE":
            return self.aged(sentence, tokens, i)
        if token.kind == "ROLE" and i and tokens[i - 1].kind == "AGE":
            return self.aged(sentence, tokens, i - 1)
        described = self.described(tokens, i)
        if described is not None:
            return described
        if token.kind == "ROLE" and token.value == "coach":
            return self._coaches.meant(sentence, tokens, i)
        if token.kind == "NATIONALITY" and (told := self.person_before(sentence)) is not None and self.is_coach(told):
            return told
        former = "former " in self.state.text.lower[max(0, token.start - 24) : token.start]
        return self.spoken_of(sentence, tokens, i, player=not former)

    def described(self, tokens: list[Mention], i: int) -> str | None:
        """The one person of the story whom the words at `i` were said of: "the former striker", "the Brazilian"."""
        token = tokens[i]
        if token.kind not in ("ROLE", "NATIONALITY") or token.text.lower().endswith("s"):
            return None
        beside = tokens[i - 1] if i and token.kind == "ROLE" and tokens[i - 1].kind == "NATIONALITY" else None
        facets = [str(token.value) if token.kind == "NATIONALITY" else token.text.lower()]
        return self.state.cast.person_by(*facets, *([str(beside.value)] if beside is not None else []))

    def aged(self, sentence: Sentence, tokens: list[Mention], i: int) -> str | None:
        """Whom an age without a name means: nobody told to be older or younger; the old are coaches, where one was
        told of; the young are players."""
        age = float(tokens[i].value)
        if (missed := self._ages.whose_place(sentence, tokens[i])) is not None:
            return missed
        meant = self.spoken_of(sentence, tokens, i, player=age < YOUNG)
        if meant is not None and not self._ages.fit(meant, age):
            return self._other_aged(sentence, tokens[i], age)
        speaks = _SAYS_NEAR.match(self.state.text.lower, tokens[i].end) is not None
        leads = self._ages.near(sentence, tokens[i], leading=True) if age >= _OLD else []
        too_old = meant is None or meant in self.state.cast.plays_for or (age > _OLDEST_PLAYER and leads)
        if age >= _OLD and (too_old or speaks):
            coaches = [p for p in self._ages.near(sentence, tokens[i]) if p in leads or self.is_coach(p)]
            return next((p for p in coaches if self._ages.fit(p, age)), meant)
        return meant

    def _other_aged(self, sentence: Sentence, told: Mention, age: float) -> str | None:
        """The person named last of those who can be of an age that the story's own person is not of."""
        return next((p for p in self._ages.near(sentence, told) if self._ages.fit(p, age)), None)

    def he(self, sentence: Sentence, tokens: list[Mention], at: int) -> Owner | None:
        """Whom "he" or "his" means: the last person named before it whom nobody beat, else whom the text speaks of."""
        lower, quoted = self.state.text.lower, self.state.quoted(tokens[at].start)
        opening = next((i for i, t in enumerate(tokens[:at]) if t.kind in ("AGE", "PERSON")), at)
        if opening < at and tokens[opening].kind == "AGE" and self.positions.stands_for_person(tokens, opening):
            aged = self.aged(sentence, tokens, opening)
            return None if aged is None else (aged, tokens[at])
        if (told_by_who := self._of_whom_who_tells(tokens, at)) is not None:
            return str(told_by_who.value), tokens[at]
        told = [t for t in tokens[:at] if t.kind == "PERSON" and self.state.quoted(t.start) == quoted]
        told = [t for t in told if not acted_on(lower[max(0, t.start - 40) : t.start])]
        if told:
            beside = at > 1 and tokens[at - 2] is told[-1] and tokens[at - 1].kind in ("COMMA", "AND")
            beside = beside and not was_fouled(lower, told[-1])
            acting = [t for t in told if acts_himself(lower, t)]
            acting = [t for t in acting if not t.possessive or t is acting[0]]
            unnamed = None if acting else self._unnamed_before(sentence, tokens, tokens.index(told[0]))
            beyond = None if acting or quoted or unnamed else acts_beyond(lower, tokens)
            if beyond is not None and beyond.start <= tokens[at].start:
                unnamed = self.person_before(sentence)
            if unnamed is not None:
                return unnamed, tokens[at]
            opens = None if acting or beside else self._he_before(tokens, told[0])
            if opens is not None:
                return self.he(sentence, tokens, opens)
            return str((told if beside or not acting else acting)[-1].value), tokens[at]
        opened = self.opened_for(tokens, at)
        if opened is not None:
            return str(opened.value), tokens[at]
        unnamed = None if quoted or told else self._unnamed_before(sentence, tokens, at)
        if unnamed is not None:
            return unnamed, tokens[at]
        found = self.speakers.calls_he(sentence) if quoted else self.person_before(sentence)
        return None if found is None else (found, tokens[at])

    def _of_whom_who_tells(self, tokens: list[Mention], at: int) -> Mention | None:
        """ "for X, who rose above Y to head in his ninth": the one whom a clause with "who" is about, whatever is done
        to him before it; nobody else may act in it."""
        who = next((i for i in range(at - 1, 0, -1) if tokens[i].kind == "WHO"), 0)
        if not who or tokens[who].text.lower() != "who" or any(t.kind == "COMMA" for t in tokens[who + 1 : at]):
            return None
        lower = self.state.text.lower
        acting = [t for t in tokens[who + 1 : at] if t.kind in ("PERSON", "NAME") and not t.possessive]
        if any(not HELPING.search(lower[max(0, t.start - 32) : t.start]) for t in acting):
            return None
        named = tokens[who - 2] if tokens[who - 1].kind == "COMMA" and who > 1 else tokens[who - 1]
        return named if named.kind == "PERSON" and not named.possessive else None

    def _he_before(self, tokens: list[Mention], named: Mention) -> int | None:
        """ "He was sent off when a lunge at X cost him ...": the pronoun that acts before anybody is named."""
        before = tokens[: tokens.index(named)]
        return next((i for i, t in enumerate(before) if t.kind == "HE" and t.text.lower() in ("he", "she")), None)

    def _given(self, sentence: Sentence, tokens: list[Mention], at: int) -> Owner | None:
        """ "cost him a four-match ban": whom a verb that deals out has for its object."""
        for i in range(max(1, at - 3), at):
            verb = tokens[i - 1].text.lower()
            dealt = verb in _PUNISHES if i >= at - 2 else verb in _TAKES
            if dealt and tokens[i].kind == "HE" and tokens[i].text.lower() in ("him", "her"):
                return self.he(sentence, tokens, i)
            if dealt and tokens[i].kind == "PERSON" and not tokens[i].possessive:
                return str(tokens[i].value), tokens[i]
        if any(t.text.lower() in _HANDS for t in tokens[max(0, at - 3) : at]):
            return self._receiver(tokens, at)
        return None

    @staticmethod
    def _receiver(tokens: list[Mention], at: int) -> Owner | None:
        """ "handed a first cap to 20-year-old Rovers winger X": to whom it was given."""
        to = next((i for i in range(at + 1, min(at + 6, len(tokens))) if tokens[i].text.lower() == "to"), None)
        for token in tokens[to + 1 : to + 6] if to is not None else ():
            if token.kind == "PERSON" and not token.possessive:
                return str(token.value), token
            if token.kind not in _DESCRIBES:
                return None
        return None

    def _unnamed_before(self, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
        """ "The forward's double, the second from X's pass, took her to ten": who opens the sentence without a name."""
        for i in range(at):
            if tokens[i].kind in ("ROLE", "AGE", "NATIONALITY") and self.positions.stands_for_person(tokens, i):
                return self.meant_by(sentence, tokens, i)
        return None

    def person_before(self, sentence: Sentence) -> str | None:
        """Whom the sentences before are about: who opens the nearest one's last clause, else whom it names first."""
        index, lower = sentence.number, self.state.text.lower
        for earlier in reversed(self.state.sentences[max(0, index - _FAR) : index]):
            people = [m for m in earlier.mentions if m.kind == "PERSON" and not self.state.quoted(m.start)]
            people = [m for m in people if not OFFICIAL.search(lower[max(0, m.start - 14) : m.start])]
            people = [m for m in people if not _BUT_HIM.search(lower[max(0, m.start - 30) : m.start])]
            people = [
                m for m in people if not (m.possessive and _CAUSED_BY.search(lower[max(0, m.start - 12) : m.start]))
            ]
            if people and acts_beyond(lower, earlier.mentions) is not None:
                continue
            if people and _ONLY_HAS_MORE.match(self.state.text.normal, earlier.span.start, earlier.span.end):
                continue
            opens = _HE_OPENS.match(self.state.text.normal, earlier.span.start)
            if opens is not None and (people or opens["role"]):
                told = last_clause_subject(lower, people) or self._opening_player(earlier, opens["role"])
                if told is None and (
                    not people
                    or any(m.kind == "PERSON" for s in self.state.sentences[: earlier.number] for m in s.mentions)
                ):
                    continue
                return told or clause_subject(lower, people)
            if people:
                return clause_subject(lower, people)
        named = {str(m.value) for s in self.state.sentences[:index] for m in s.mentions if m.kind == "PERSON"}
        if len(named) == 1 and not _ONLY.match(self.state.text.normal, self.state.sentences[index - 1].span.start):
            return named.pop()  # "Nobody has played more often than Hale. He made ..."
        return self._introduced_later(sentence)

    def _opening_player(self, sentence: Sentence, role: str | None) -> str | None:
        """Whom "The veteran forward", which opens a sentence, means; None where it may be a coach or anybody."""
        if role is None or sentence.quoted:
            return None
        told = self.state.cast.person_by(role)
        return told or self.spoken_of(sentence, [], 0, player=True)

    def _introduced_later(self, sentence: Sentence) -> str | None:
        """Whom a story that opens with "he" or "the Frenchman" names in its next sentence."""
        index, sentences = sentence.number, self.state.sentences
        if any(m.kind == "PERSON" for s in sentences[:index] for m in s.mentions) or index > _OPENING:
            return None
        lower = self.state.text.lower
        following = [m for s in sentences[index + 1 : index + 2] for m in s.mentions if m.kind == "PERSON"]
        following = [m for m in following if not OFFICIAL.search(lower[max(0, m.start - 14) : m.start])]
        return str(following[0].value) if following else None

    def spoken_of(self, sentence: Sentence, tokens: list[Mention], at: int, player: bool = False) -> str | None:
        """Whom "the 25-year-old" or "the striker" means; the person whom the story names most goes before others."""
        focus, lower = self.in_focus(player), self.state.text.lower
        here = [t for t in tokens[:at] if t.kind == "PERSON" and self._is_spoken_of(t, player)]
        if here and _IN_EXCHANGE.search(lower, max(0, tokens[at].start - 40), tokens[at].start):
            here = []
        if here:
            return focus if any(t.value == focus for t in here) else str(here[-1].value)
        index = sentence.number
        if tokens and _SAYS_THE.search(lower, max(0, tokens[at].start - 20), tokens[at].start):
            said = self.speakers.named_in(self.state.sentences[index - 1]) if index else None
            if said is not None and not (player and self.is_coach(said)):
                return said  # '"...," said the midfielder' of him whose words the sentence before reports
        for earlier in reversed(self.state.sentences[max(0, index - 2) : index]):
            people = [m for m in earlier.mentions if m.kind == "PERSON" and self._is_spoken_of(m, player)]
            people = [m for m in people if not self.state.quoted(m.start)]
            last = last_clause_subject(lower, people)
            if last is not None or any(m.value == focus for m in people):
                return last or focus
            acting = nearest_subject(lower, people)
            if acting is not None:
                return acting
        return focus

    def _is_spoken_of(self, mention: Mention, player: bool) -> bool:
        lower, person = self.state.text.lower, str(mention.value)
        if person == self.in_focus(player):
            return True
        speaks = _SAYS.match(lower, mention.end) or _SAYS_BEFORE.search(
            lower[max(0, mention.start - 14) : mention.start]
        )
        return not speaks and not self.is_coach(person)

    def in_focus(self, player: bool = False) -> str | None:
        """The person (or player) whom the story names most; the headline and the lead count more."""
        if player not in self._focus:
            told: Counter[str] = Counter()
            for sentence in self.state.sentences:
                for mention in sentence.mentions:
                    leads = mention.kind == "EPITHET" and mention.value[0] == "PERSON"  # "Varga's men"
                    person = str(mention.value[1]) if leads else str(mention.value)
                    if (leads or mention.kind == "PERSON") and not (player and self.is_coach(person)):
                        told[person] += 3 if sentence.paragraph <= 1 else 1
            self._focus[player] = told.most_common(1)[0][0] if told else None
        return self._focus[player]

    def is_coach(self, person: str) -> bool:
        """Whether the story calls a person a coach or an official rather than a player."""
        return self._coaches.has(person)
