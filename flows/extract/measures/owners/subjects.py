"""Whose measure a number is: the side, person or place that a reader takes it to be of.

A possessive before the number goes first, then the nearest subject to its left in the sentence (never the object of a
verb or a preposition), then what follows ("With 21 points, Rovers are ..."), then who the sentences before speak of.
An epithet that nobody can resolve ends the search: a wrong subject is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.extract.cast.facets import facets
from flows.extract.cast.spoken_of import PERSON_KINDS, Owner
from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.hosts import Hosts
from flows.extract.measures.owners.side_owners import SIDE_KINDS, SideOwners
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_OF = frozenset({"IN", "FROM"})
_NEAR_GOAL = 220
_THE_CLUBS = re.compile(
    r"\bthe (?:club|side|team)'s (?:(?:[\w-]+ ){0,3}(?:run|start|defeat|win|victory|loss|season|campaign|form|streak|"
    r"finish|result|crowd|attendance|return|total) (?:[\w-]+ ){0,3})?$"
)
_THE_CLUB_IS = re.compile(
    r"\b(?:said|says|saying|admitted|revealed|claimed|insisted|confirmed|added|warned)(?: that)? the "
    r"(?:club|side|team) (?:have|had|has|were|are|was|is|will|would|now)\b[^.;,]*$"
)
_HIS_RECORD = re.compile(
    r" (?:own )?(?:managerial |coaching )?record (?:there |here |at [\w' ]{2,20} )?(?:now |so far )?(?:reads|is|"
    r"stands at|was|shows|of|now)\b"
)
_THEIRS = 50  # letters from "the club's" to its number
_ELSEWHERE = frozenset({"NAME", "THEY", "EPITHET"})
_NAMED_PERSONS = frozenset({"PERSON", "HE", "AGE", "ROLE"})
_PLURAL = frozenset({"have", "are", "were", "sit", "lie", "remain", "stand"})


class Subjects(SideOwners):
    """Finds subjects in one story."""

    def __init__(self, state: StoryState) -> None:
        super().__init__(state)
        self.hosts: Hosts | None = None
        self.scorers: Sequence[tuple[int, str]] = ()
        self.told: list[Measure] = []

    def gap_told(self, sentence: Sentence) -> Measure | None:
        """The gap between two sides that a sentence has told of."""
        span = sentence.span
        gaps = (m for m in reversed(self.told) if m.metric == "points_gap" and span.start <= m.start < span.end)
        return next(gaps, None)

    def last_scorer(self, at: int) -> str | None:
        """Who scored the goal told last before a position, where it is near."""
        near = [scorer for start, scorer in self.scorers if at - _NEAR_GOAL < start <= at]
        return near[-1] if near else None

    def scorer_here(self, sentence: Sentence, at: int) -> str | None:
        """Who scored the goal that the sentence has told of before a position; who is told to have acted goes before
        the owner of an earlier strike."""
        here = [(start, scorer) for start, scorer in self.scorers if sentence.span.start <= start < at]
        if len({scorer for _, scorer in here}) > 1:
            owners = {str(m.value) for m in sentence.mentions if m.kind == "PERSON" and m.possessive}
            here = [told for told in here if told[1] not in owners] or here
        return here[-1][1] if here else None

    # ---- either, and the rest

    def either(
        self, sentence: Sentence, tokens: list[Mention], at: int, last: int
    ) -> tuple[str, Mention | None, bool] | None:
        """The nearest subject, be it a side or a person; the flag says that it is a person."""
        if self.people.speakers.says_i(tokens, at):
            speaker = self.people.speakers.of(sentence)
            return None if speaker is None else (speaker, None, True)
        before = self.state.text.lower[max(sentence.span.start, tokens[at].start - _THEIRS) : tokens[at].start]
        if _THE_CLUBS.search(before) or _THE_CLUB_IS.search(before):
            side = self.side(sentence, tokens, at, last)
            return None if side is None else (*side, False)
        whose = self._whose_team(tokens, at)
        if whose is not None:
            club = self.club_of(str(whose.value))
            return None if club is None else (club, whose, False)
        last = _past_games(tokens, last)
        follows = [t.kind for t in tokens[last + 1 : last + 3]]
        behind = last + 1 if follows[:1] == ["HE"] else last + 2 if follows == ["IN", "HE"] else None
        behind = None if tokens[last].kind == "BUT" else behind  # "eighth when he took over"
        if behind is not None:  # "a second sending-off of his career"
            him = self.people.he(sentence, tokens, behind)
            return None if him is None else (*him, True)
        whom = self.person_after(tokens, last)
        if whom is not None:
            return str(whom.value), whom, True
        named = self._named_after(tokens, last)
        for i in self.positions.before(tokens, at, SIDE_KINDS | PERSON_KINDS):
            if tokens[i].kind not in PERSON_KINDS or (
                tokens[i].kind == "NAME" and tokens[i + 1].text.lower() in _PLURAL
            ):
                if named is not None:
                    break
                if self._owns_a_person(tokens, i) or self._of_somebody(tokens, i):
                    continue
                team = self.team(tokens, i, sentence)
                if self.of_men_beaten(tokens[i + 1 : at]):
                    rival = self.opponents(team, sentence)
                    return None if rival is None else (*rival, False)
                return None if team is None else (team, tokens[i], False)
            found = self.people.person(sentence, tokens, at)
            return None if found is None else (*found, True)
        opened = self.people.opened_for(tokens, at)
        if opened is not None:
            return str(opened.value), opened, True
        side = self.side(sentence, tokens, at, last)
        return None if side is None else (*side, False)

    def _owns_a_person(self, tokens: list[Mention], i: int) -> bool:
        """ "X is Rovers' leading marksman and has": the side is no subject, who is called so is."""
        return tokens[i].possessive and any(t.kind in ("SCORER", "ROLE") for t in tokens[i + 1 : i + 3])

    def _of_somebody(self, tokens: list[Mention], i: int) -> bool:
        """ "the former Rovers chairman has": the side only says who he is."""
        role = tokens[i + 1 : i + 2]
        before = self.state.text.lower[max(0, tokens[i].start - 12) : tokens[i].start]
        return bool(role) and role[0].kind == "ROLE" and before.endswith(("former ", "ex-", "one-time "))

    def coach_with_record(self, sentence: Sentence, tokens: list[Mention], at: int, last: int) -> Owner | None:
        """The person whom results are told of: the subject is one, by name or pronoun, and no side stands nearer."""
        his = next((i for i in range(at + 1, min(last + 3, len(tokens) - 2)) if self._are_his_games(tokens, i)), None)
        if his is not None:
            return self.people.he(sentence, tokens, his)
        if _THE_CLUB_IS.search(self.state.text.lower, sentence.span.start, tokens[at].end):
            return None  # "Varga said the side had won six"
        whose = next((i for i in range(at - 1, 0, -1) if tokens[i].text.lower() == "whose"), 0)
        if whose and tokens[whose - 1].kind == "COMMA" and self._is_his_record(tokens, whose, at):
            named = tokens[whose - 2]
            return (str(named.value), named) if named.kind == "PERSON" else None
        first = next(self.positions.before(tokens, at, SIDE_KINDS | PERSON_KINDS), None)
        if first is None or tokens[first].kind not in _NAMED_PERSONS or self._whose_team(tokens, at) is not None:
            return None
        said = self.state.quoted(tokens[at].start) and not self.state.quoted(tokens[first].start)
        if said and not self.people.speakers.says_i(tokens, at):
            return None  # 'Varga said: "That's six defeats in eight"': of whom he speaks
        between = _main_clause(tokens[first + 1 : at])
        if any(t.kind in SIDES or t.kind in _ELSEWHERE for t in between) or self._acts_in_a_match(between):
            return None
        return self.people.person(sentence, tokens, at)

    def _is_his_record(self, tokens: list[Mention], whose: int, at: int) -> bool:
        """ "Varga, whose own record now reads two wins": a person's, where "whose side's record" is not."""
        said = self.state.text.lower[tokens[whose].end : tokens[at].start]
        return whose > 1 and _HIS_RECORD.match(said) is not None

    def _are_his_games(self, tokens: list[Mention], i: int) -> bool:
        """ "won 12 of his 41 games": a coach's, whichever side stands nearer."""
        his = tokens[i].kind == "HE" and tokens[i].text.lower() in ("his", "her") and tokens[i - 1].kind in _OF
        return his and [t.kind for t in tokens[i + 1 : i + 3]] in (["NUMBER", "GAME"], ["PAST", "NUMBER"])

    def _acts_in_a_match(self, between: list[Mention]) -> bool:
        """ "Varga replied at 3-0", "Varga scored all four in the win": one who plays has no results of his own."""
        return any(t.kind in ("SCORED", "GOALS", "SCORE", "LIVE_SCORE", "MINUTE", "WHO") for t in between)

    def person_after(self, tokens: list[Mention], last: int) -> Mention | None:
        """ "the second red card of the season for Varga": the person that the phrase itself ends with."""
        after = tokens[last + 1 : last + 5]
        after = after[1:] if [t.kind for t in after[:2]] == ["IN", "SEASON"] else after
        after = after[1:] if after and after[0].kind == "SEASON" else after
        if [t.kind for t in after[:2]] == ["IN", "CAMPAIGN"]:
            after = tokens[last + 3 : last + 6]
        if len(after) > 1 and after[0].text.lower() == "for" and after[1].kind == "PERSON":
            return after[1]
        return None

    def side_in(self, tokens: list[Mention], at: int) -> Mention | None:
        """A side named before a token of the same sentence."""
        return next((t for t in reversed(tokens[:at]) if t.kind in SIDES), None)

    def home(self, sentence: Sentence, at: int) -> str | None:
        """The home side of the match a sentence tells of, else of the story's; None where unknown."""
        return None if self.hosts is None else self.hosts.home(sentence, at) or self.hosts.likely_home(sentence, at)

    def travellers(self, sentence: Sentence, tokens: list[Mention], at: int, last: int) -> Owner | None:
        """Whose the people on the road are: "their supporters", "from" a town, the visitors of the story's match."""
        for i in range(at + 1, min(last + 3, len(tokens))):
            if tokens[i].kind == "THEY":
                team = self.team(tokens, i, sentence)
                return None if team is None else (team, tokens[i])
            if tokens[i].kind == "PLACE" and tokens[i - 1].text.lower() == "from":
                local = [club for club in self.state.cast.clubs if tokens[i].value in facets(club)]
                return (local[0], tokens[i]) if len(local) == 1 else None
        visiting = any(t.text.lower() == "visiting" for t in tokens[at:last])
        beside = any(t.kind in SIDES for t in tokens[max(0, at - 3) : last])
        if visiting and not beside:
            away = None if self.hosts is None else self.hosts.away(sentence, tokens[at].start)
            if away is not None:
                return away, None
        return self.nearest_side(sentence, tokens, at)

    def place(self, sentence: Sentence, tokens: list[Mention], at: int) -> Owner | None:
        """The place, country or region that a count of people is of."""
        for i in range(at - 1, -1, -1):
            if tokens[i].kind in ("PLACE", "TEAM", "NAME") and not any(
                t.kind == "WHO" for t in tokens[max(0, i - 2) : i]
            ):
                return str(tokens[i].value or tokens[i].text), tokens[i]
        index = sentence.number
        for earlier in reversed(self.state.sentences[max(0, index - 2) : index]):
            places = [m for m in earlier.mentions if m.kind == "PLACE"]
            if places:
                return str(places[0].value), None
        return None


def _past_games(tokens: list[Mention], last: int) -> int:
    """Past "in five", "in his last five games" behind a tally, where "for him" or "for Varga" ends it."""
    at = last + 1
    if at >= len(tokens) or tokens[at].kind not in ("IN", "FROM"):
        return last
    while at + 1 < len(tokens) and tokens[at + 1].kind in ("HE", "THEY", "PAST"):
        at += 1
    if at + 2 >= len(tokens) or tokens[at + 1].kind != "NUMBER":
        return last
    at += 2 if tokens[at + 2].kind == "GAME" else 1
    behind = tokens[at + 1 : at + 3]
    return at if len(behind) > 1 and behind[0].text.lower() == "for" and behind[1].kind in ("HE", "PERSON") else last


def _main_clause(between: list[Mention]) -> list[Mention]:
    """What follows ", who is in his third season," behind a name: the clause that the name is the subject of."""
    if [t.kind for t in between[:2]] != ["COMMA", "WHO"]:
        return between
    last = max(i for i, t in enumerate(between) if t.kind == "COMMA")
    return between[last + 1 :] if last else between
