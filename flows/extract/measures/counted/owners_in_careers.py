"""Whose a count is that tells of people's careers: who is out, leaves, holds a record, stays at a club, employs.

In and out as in `owners`.
"""

from __future__ import annotations

import re

from flows.extract.cast.told_by_others import player_of
from flows.extract.matches.meetings.who_may_meet import club_name
from flows.extract.measures.counted.whose import Reader, Whose
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_TO_THE = re.compile(r" (?:to|from|in|for|on) (?:the|his|her|their) $")
_FOR_THE = (
    " for ",
    " for the ",
    " at ",
    " at the ",
    " join ",
    " leave ",
    " sacked by ",
    " dismissed by ",
    " fired by ",
)
_SIDES_OR_NAMES = SIDES | {"NAME"}
_MAKES = frozenset({"made", "make", "makes", "making", "unveiled", "announced", "unveil", "announce", "confirmed"})


class OwnersInCareers:
    """Answers for one story; `person` and `side` find whom and which side a count is of where nothing else tells."""

    def __init__(self, subjects: Subjects, person: Reader, side: Reader) -> None:
        self.subjects = subjects
        self.state = subjects.state
        self.lower = subjects.state.text.lower
        self._person = person
        self._side = side

    def ranked_person(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "is Rovers' second-highest scorer of all time", "Rovers' third-highest scorer, Varga": who is called so."""
        behind = next((t for t in tokens[at + 1 : at + 7] if t.kind in ("PERSON", "COMMA", "STOP", "WHO")), None)
        if behind is not None and behind.kind == "COMMA":
            behind = next((t for t in tokens[tokens.index(behind) + 1 :][:1]), None)
            behind = behind if at == 0 or not any(t.kind in ("PERSON", "HE") for t in tokens[:at]) else None
        if behind is not None and behind.kind == "PERSON" and not behind.possessive:
            return Whose(str(behind.value))
        return self._person(sentence, tokens, at, end)

    def patient(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """Who is out injured: whoever was named last before it, unless he owns something or is a coach."""
        for i in range(at - 1, -1, -1):
            token = tokens[i]
            if token.kind == "HE":
                break
            if self.lower.endswith(" than ", 0, token.start):
                continue  # "the striker with more goals than Hale could be out for"
            if token.kind == "PERSON" and not token.possessive and not self.subjects.people.is_coach(str(token.value)):
                return Whose(str(token.value))
        player = player_of(self.subjects.people, sentence, tokens, at)
        return self._person(sentence, tokens, at, end) if player is None or player[1] is None else Whose(player[0])

    def leaver(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "parted company with X, five months after appointing him": who left, and whom."""
        named = [t for t in tokens[:at] if t.kind == "PERSON" and not t.possessive]
        owner = self._person(sentence, tokens, at, end) if not named else Whose(str(named[-1].value))
        if owner is None:
            return None
        club = next((t for t in tokens if t.kind == "TEAM"), None)
        side = None if club is None else self.state.side(club, sentence)
        name = next((t for t in tokens if t.kind == "NAME"), None)
        if side is None and name is not None:
            return Whose(owner.subject, self.state.text.printed(name.start, name.end))
        return Whose(owner.subject, side or self.subjects.club_of(owner.subject) or self.state.centers.focus)

    def apposed(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "under Paula Deegan, the first woman to": the person right before."""
        person = next((t for t in reversed(tokens[max(0, at - 4) : at]) if t.kind == "PERSON"), None)
        return None if person is None else Whose(str(person.value))

    def stint(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "two spells at X": a person's, at the side or the ground that follows, else at the story's side."""
        owner = self._person(sentence, tokens, at, end)
        if owner is None:
            return None
        for token in tokens[at + 1 : at + 7]:
            if token.kind in SIDES:
                return Whose(owner.subject, self.state.side(token, sentence))
            if token.kind == "GROUND" and len(token.value) == 1:
                return Whose(owner.subject, club_name(token.value[0]))
        return Whose(owner.subject, self.state.centers.focus)

    def record_holder(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "two short of X's record": a person's, by whose record it is."""
        owner = self._person(sentence, tokens, at, end)
        holder = next((str(t.value) for t in tokens[at + 1 : at + 9] if t.kind == "PERSON"), None)
        return None if owner is None else Whose(owner.subject, holder if holder != owner.subject else None)

    def managed(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """Changes are of the side that they are made "to", else of the coach's who made them."""
        for token in tokens[at + 1 : at + 9]:
            if token.kind in SIDES and _TO_THE.search(self.lower[max(0, token.start - 12) : token.start]):
                team = self.state.side(token, sentence)
                return None if team is None else Whose(team)
        either = self.subjects.either(sentence, tokens, at, at)
        if either is None:
            return None
        club = self.subjects.club_of(either[0]) if either[2] else either[0]
        return Whose(club) if club is not None else self._side(sentence, tokens, at, end)

    def employer(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "becomes Rovers' third signing": whose the possessive is, else the side spoken of; a league's fourth manager
        to go is no side's."""
        if any(t.kind == "COMPETITION" and t.end < end for t in tokens[at + 1 : at + 4]):
            return None
        before = tokens[at - 1] if at else None
        if before is not None and before.kind == "PERSON" and before.possessive:
            return Whose(str(before.value))
        if before is not None and before.kind in SIDES and before.possessive:
            team = self.state.side(before, sentence)
            return None if team is None else Whose(team)
        if (
            before is not None
            and before.kind == "THEY"
            and (club := self._made_theirs(sentence, tokens, at)) is not None
        ):
            return club
        near = range(at + 1, min(at + 10, len(tokens)))
        behind = [
            i for i in near if tokens[i].kind in _SIDES_OR_NAMES and self.lower.endswith(_FOR_THE, 0, tokens[i].start)
        ]
        team = self.subjects.team(tokens, behind[0], sentence) if behind else None
        return Whose(team) if team is not None else self._side(sentence, tokens, at, end)

    def _made_theirs(self, sentence: Sentence, tokens: list[Mention], at: int) -> Whose | None:
        """ "Rovers have made City defender Hale their third signing": who makes him theirs."""
        made = next((i for i in range(at - 2, 0, -1) if tokens[i].text.lower() in _MAKES), 0)
        if not made or not any(t.kind in ("PERSON", "ROLE") for t in tokens[made:at]):
            return None
        who = next(self.subjects.positions.before(tokens, made, _SIDES_OR_NAMES | {"THEY"}), None)
        team = None if who is None else self.subjects.team(tokens, who, sentence)
        return None if team is None else Whose(team)
