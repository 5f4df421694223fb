"""Which side a measure is of: the subject of its clause, "both teams", who the sentences before speak of.

The nearest subject to the number's left goes first (never the object of a verb or a preposition), then what follows
("With 21 points, Rovers are ..."), then the sentences before. An epithet that nobody can resolve ends the search.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.cast.facets import facets
from flows.extract.cast.pronouns_beside import side_beside
from flows.extract.cast.spoken_of import PERSON_KINDS, Owner, People
from flows.extract.cast.subject_positions import SubjectPositions
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence, objective

SIDE_KINDS = SIDES | {"THEY", "WE", "LEADERS", "NAME"}
_TEAM_WORDS = frozenset({"team", "side", "men", "players", "club", "squad", "charges"})
_SOME = frozenset({"side", "team", "club", "opponents", "outfit"})
_MEN_BEATEN = frozenset({"defence", "defense", "rearguard", "backline", "midfield", "goalkeeper", "keeper", "attack"})
_ALL = frozenset({"both", "all", "each"})
_APIECE = frozenset({"apiece", "each"})
_IN_A_LIST = SIDES | {"NAME", "PERSON"}
_LIST_NEAR = 5  # tokens between a list and the word or the verb that all of it goes with
_PAIR_NEAR = 5
_PAIRED = frozenset({"sides", "teams", "clubs", "are", "have", "had", "were", "are on", "were on"})
_UNKNOWN = frozenset({"NAME"})
_OPENING = 3  # tokens of a sentence that a count may have before it and still open it
_QUOTED = 3  # sentences of a quotation before one
_LIST = 14  # tokens that a list of opponents may take
_ENDING = 7  # tokens of "finally came to an end for"
_ENDS = frozenset({"end", "over", "halt", "ended", "continued", "stretched", "goes on", "went on", "grew", "finish"})
_LEAVES = frozenset({"left", "leave", "leaves", "leaving", "dropped", "plunged", "sent", "lifted", "took", "put"})
_THE_CLUB = re.compile(r"\bthe (?:club|side|team)\b(?!')")
_PREPOSITIONS = frozenset({"IN", "REACH", "FROM", "BY", "WITH", "BEHIND", "CLEAR"})


class SideOwners:
    """Finds the sides that measures of one story are of."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self.positions = SubjectPositions(state.text.lower)
        self.people = People(state, self.positions)

    def local(self, place: str) -> str | None:
        """The one side of the story that is of a place."""
        clubs = self.state.cast.clubs
        found = [club for club in clubs if place in facets(club) or place in club.split()]
        return found[0] if len(found) == 1 else None

    def side(self, sentence: Sentence, tokens: list[Mention], at: int, last: int) -> Owner | None:
        """The side that the number at `at` (a frame ends at `last`) is of, with the mention that names it."""
        named = self._named_after(tokens, last)
        if named is not None:
            team = self.state.side(named, sentence)
            return None if team is None else (team, named)
        whose = self._whose_team(tokens, at)
        if whose is not None and (club := self.club_of(str(whose.value))) is not None:
            return club, whose
        for i in self.positions.before(tokens, at, SIDE_KINDS):
            between = tokens[0 if tokens[i].kind == "THEY" else i + 1 : at]
            if self._of_some_side(between):
                return None
            team = self.team(tokens, i, sentence)
            if self.of_men_beaten(between):
                return self.opponents(team, sentence)
            return None if team is None else (team, tokens[i])
        return self._elsewhere(sentence, tokens, at, last)

    def both(self, sentence: Sentence, tokens: list[Mention], first: int, at: int, last: int) -> list[Owner]:
        """The sides or men that "both teams have", "X and Y are level on", "X, Y and Z have all", "X and Y have three
        apiece" are said of."""
        cue = next((i for i in range(at - 1, max(-1, first - 4), -1) if tokens[i].text.lower() in _ALL), None)
        front = first if cue is None else cue
        behind = tokens[last + 1 : last + 3]
        apiece = next((t.text.lower() for t in behind if t.kind != "GAME"), None) in _APIECE
        listed = self._listed(tokens, front)
        opened = bool(listed) and listed[0] > 0 and tokens[listed[0] - 1].text.lower() == "both"
        if cue is None and not apiece and not opened and not any(t.kind == "LEVEL" for t in tokens[first:at]):
            return []
        if listed:
            told = ((self._one_of(tokens, i, sentence), i) for i in listed)
            return [(name, tokens[i]) for name, i in told if name is not None]
        if cue is None or tokens[cue].text.lower() != "both" or tokens[cue + 1].text.lower() not in _PAIRED:
            return []
        named = [i for i in range(cue) if tokens[i].kind in SIDES or tokens[i].kind == "NAME"][-2:]
        if len(named) == 2:
            pair = [team for i in named if (team := self.team(tokens, i, sentence)) is not None]
        else:
            pair = self.pair_before(sentence)
        return [(team, None) for team in pair]

    def _listed(self, tokens: list[Mention], before: int) -> list[int]:
        """The names of the list ("X, Y and Z") that ends a few words before a place."""
        end = next((i for i in range(before - 1, max(1, before - _LIST_NEAR), -1) if tokens[i].kind in _IN_A_LIST), 0)
        aside = any(t.kind == "COMMA" for t in tokens[end:before])
        if end < 2 or tokens[end - 1].kind != "AND" or tokens[end].possessive or aside:
            return []
        listed = [end]
        while end > 1 and tokens[end - 1].kind in ("AND", "COMMA") and tokens[end - 2].kind in _IN_A_LIST:
            end -= 2
            listed.append(end)
        return listed[::-1] if len(listed) > 1 and not self.positions.is_object(tokens, end) else []

    def _one_of(self, tokens: list[Mention], i: int, sentence: Sentence) -> str | None:
        return str(tokens[i].value) if tokens[i].kind == "PERSON" else self.team(tokens, i, sentence)

    def pair_before(self, sentence: Sentence) -> list[str]:
        """The two sides that the sentences before name last, else the two that the paragraph is about."""
        pair: dict[str, None] = {}
        for earlier in reversed(self.state.sentences[max(0, sentence.number - _PAIR_NEAR) : sentence.number]):
            told = (self.state.side(m, earlier) for m in earlier.mentions if m.kind in SIDES)
            pair |= dict.fromkeys(team for team in told if team is not None)
            if len(pair) >= 2:
                break
        return list(pair) if len(pair) == 2 else list(self.state.pair_of(sentence) or ())

    def _named_after(self, tokens: list[Mention], last: int) -> Mention | None:
        """ "four wins on the bounce for City", "a run of six defeats came to an end for City": the side that the phrase
        itself ends with."""
        last = self._past_its_end(tokens, last)
        if last + 1 < len(tokens) and tokens[last + 1].kind == "STREAK":
            last += 1
        if last + 1 < len(tokens) and tokens[last + 1].kind == "SEASON":
            last += 1
        if last + 2 >= len(tokens) or tokens[last + 2].kind not in SIDES or tokens[last + 2].possessive:
            return None
        owns = tokens[last + 1].text.lower() == "for" or (
            tokens[last + 1].text.lower() == "of" and tokens[last].kind == "STREAK"
        )
        return tokens[last + 2] if owns else None

    @staticmethod
    def _past_its_end(tokens: list[Mention], last: int) -> int:
        """The place before "for X" where the words behind a run tell that it ended or goes on."""
        for at in range(last + 1, min(last + _ENDING, len(tokens) - 1)):
            if tokens[at].text.lower() == "for" and at > last + 1:
                told = any(t.text.lower() in _ENDS for t in tokens[last + 1 : at])
                return at - 1 if told else last
            if tokens[at].kind in SIDES or tokens[at].kind in ("COMMA", "STOP", "NAME", "PERSON", "THEY"):
                break
        return last

    def _whose_team(self, tokens: list[Mention], at: int) -> Mention | None:
        """The person in "Varga, whose team have scored 31", where no other side is named behind it."""
        for i in range(at - 1, 0, -1):
            if tokens[i].kind in SIDES and not self.positions.is_object(tokens, i):
                return None
            whose = tokens[i].kind == "WHO" and tokens[i].text.lower() == "whose"
            if whose and tokens[i + 1].text.lower() in _TEAM_WORDS:
                return next((t for t in reversed(tokens[:i]) if t.kind == "PERSON"), None)
        return None

    def _of_some_side(self, between: list[Mention]) -> bool:
        """ "beaten by a side that are 22nd", "against opponents with one win": whose the number is goes unnamed."""
        comma = next((i for i in range(len(between) - 1, -1, -1) if between[i].kind == "COMMA"), -1)
        words = [t.text.lower() for t in between[comma + 1 :]]
        return any(
            word in _SOME and following in ("that", "who", "which", "with") and (word == "opponents" or before == "a")
            for before, word, following in zip(["", *words], words, words[1:], strict=False)
        )

    def opponents(self, team: str | None, sentence: Sentence) -> Owner | None:
        """Whom a side plays in the match that a sentence's paragraph is about."""
        pair = self.state.pair_of(sentence) or ()
        return next(((rival, None) for rival in pair if team in pair and rival != team), None)

    @staticmethod
    def of_men_beaten(between: list[Mention]) -> bool:
        """ "a hat-trick for the hosts against a defence that has kept": the other side's."""
        words = [t.text.lower() for t in between]
        return "against" in words and any(
            word in _MEN_BEATEN and following in ("that", "who", "which") for word, following in pairwise(words)
        )

    def _acted_on(self, sentence: Sentence, tokens: list[Mention], at: int, last: int) -> Owner | None:
        """ "Three straight defeats have left Rovers in trouble", "defeats to X, Y and Z left Rovers 12th": whom a count
        that opens the sentence is told of."""
        if at > _OPENING or any(t.kind in SIDES or t.kind in PERSON_KINDS for t in tokens[:at]):
            return None
        for i in range(last + 1, min(last + _LIST, len(tokens) - 1)):
            if tokens[i].text.lower() in _LEAVES and tokens[i + 1].kind in SIDES | {"THEY"}:
                left = self.team(tokens, i + 1, sentence)
                return None if left is None else (left, tokens[i + 1])
        for i in range(last + 1, min(last + 8, len(tokens))):
            token, before = tokens[i], tokens[i - 1]
            if token.kind in ("COMMA", "STOP", "QUOTE"):
                return None
            if token.kind in SIDES or token.kind == "THEY":
                if before.kind in _PREPOSITIONS or before.text.lower() in ("against", "over"):
                    return None
                team = self.team(tokens, i, sentence)
                return None if team is None else (team, token)
            if token.kind == "PERSON":
                club = self.club_of(str(token.value))
                return None if club is None else (club, token)
        return None

    def _elsewhere(self, sentence: Sentence, tokens: list[Mention], at: int, last: int) -> Owner | None:
        acted_on = self._acted_on(sentence, tokens, at, last)
        if acted_on is not None:
            return acted_on
        for i in range(at + 1, len(tokens)):
            if (
                tokens[i].kind in SIDES
                and not self.positions.is_object(tokens, i)
                and tokens[i - 1].kind in ("COMMA", "AND", "BUT")
            ):
                team = self.team(tokens, i, sentence)
                if team is not None:
                    return team, tokens[i]
        team = self._of_whom_it_is_said(sentence, tokens[at]) or self.side_before(sentence)
        return None if team is None else (team, None)

    def _of_whom_it_is_said(self, sentence: Sentence, number: Mention) -> str | None:
        """ "That's six defeats in eight", in a quotation: of whom it spoke just before, else the speaker's side."""
        here = (m for m in sentence.mentions if m.kind == "TEAM" and m.start < number.start)
        if not self.state.quoted(number.start) or any(self.state.quoted(m.start) for m in here):
            return None
        before = self.state.sentences[sentence.number - 1] if sentence.number else None
        if before is not None and before.paragraph == sentence.paragraph:
            for index, mention in enumerate(before.mentions):
                spoken = self.state.quoted(mention.start) and (mention.kind in SIDES or mention.kind in ("THEY", "WE"))
                if spoken and mention.text.lower() != "them" and not objective(before.mentions, index):
                    return self.state.side(mention, before)
        return self.state.voices.speaking(sentence)

    def team(self, tokens: list[Mention], i: int, sentence: Sentence) -> str | None:
        """The club that a side token means: a pronoun is the subject before it, "whose team" the person's before it."""
        mention = tokens[i]
        if mention.kind == "WE":
            told = self.state.voices.we(mention, sentence)
            speaker = self.people.speakers.of(sentence) if told is None else None
            return self._side_coached(speaker, sentence) if speaker is not None else told
        if mention.kind == "THEY":
            led = side_beside(self.state.text.lower, tokens[:i], mention, sentence)
            if led is not None:
                return self.state.side(led, sentence) if led.kind in SIDES else self._raw(led)
            if (club := self._the_club_before(sentence, mention)) is not None:
                return club
            for j in self.positions.before(tokens, i, SIDES):
                return self.state.side(tokens[j], sentence)
            others = self._opponents_of_speaker(sentence, mention)
            if others is not None:
                return others
            for j in self.positions.before(tokens, i, _UNKNOWN):
                return self._raw(tokens[j])
            return self._opened_with_they(mention, sentence) or self.side_before(sentence)
        if mention.kind == "LEADERS":
            return None
        if mention.kind == "NAME":
            return self._raw(mention)
        if mention.kind == "EPITHET" and mention.value[0] == "PERSON":
            return self.state.cast.coach_of.get(mention.value[1]) or self.state.side(mention, sentence)
        if mention.kind == "EPITHET" and mention.value[0] == "HE":
            person = self.people.he(sentence, tokens, i)
            club = None if person is None else self.club_of(person[0])
            return club or self.state.side(mention, sentence)
        return self.state.side(mention, sentence)

    def _the_club_before(self, sentence: Sentence, mention: Mention) -> str | None:
        """ "X managed the club for 11 years and led them up": what the story is about, where no side is named."""
        if mention.text.lower() != "them" or any(m.kind in SIDES for m in sentence.mentions if m.start < mention.start):
            return None
        told = _THE_CLUB.search(self.state.text.lower, sentence.span.start, mention.start)
        return None if told is None else self.state.centers.topic or self.state.centers.focus

    def _opened_with_they(self, mention: Mention, sentence: Sentence) -> str | None:
        """ "They have 50 points": whom a sentence is about that opens with "they"."""
        return self.state.side(mention, sentence) if mention.text.lower() == "they" else None

    def _side_coached(self, speaker: str, sentence: Sentence) -> str | None:
        """Whom a coach means by "we" whose club no words tell: the side told of last, unless he has named that himself;
        then the one that the story is about."""
        if not self.people.is_coach(speaker):
            return None
        before, centers = self.side_before(sentence), self.state.centers
        said = {
            self.state.side(m, s)
            for s in self.state.sentences[max(0, sentence.number - _QUOTED) : sentence.number]
            for m in s.mentions
            if m.kind in SIDES and self.state.quoted(m.start)
        }
        return centers.focus if before in said else before

    def _opponents_of_speaker(self, sentence: Sentence, mention: Mention) -> str | None:
        """Whom a speaker calls "they": those whom he has named, else those that his side plays."""
        if not self.state.quoted(mention.start):
            return None
        told = [m for m in sentence.mentions if m.kind == "TEAM" and m.start < mention.start]
        return str(told[-1].value) if told else self.state.voices.they(mention, sentence)

    def _raw(self, mention: Mention) -> str:
        return self.state.text.printed(mention.start, mention.end)

    def side_before(self, sentence: Sentence) -> str | None:
        """The side the sentences before speak of, else the story's first."""
        return self.state.centers.behind(sentence)[0]

    def nearest_side(self, sentence: Sentence, tokens: list[Mention], at: int) -> Owner | None:
        """The nearest side named before the number, whatever its part in the sentence; else the subject."""
        for i in range(at - 1, -1, -1):
            if tokens[i].kind in SIDES:
                team = self.state.side(tokens[i], sentence)
                if team is not None:
                    return team, tokens[i]
        return self.side(sentence, tokens, at, at)

    def club_of(self, person: str) -> str | None:
        """The club a person coaches or plays for, as the story tells it; a coach of whom it tells none leads the side
        that it is about."""
        told = self.state.side_of_person(person)
        return self.state.centers.topic if told is None and self.people.is_coach(person) else told
