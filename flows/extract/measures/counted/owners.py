"""Whose a count is, by the kind of owner that its frame asks for: a side, a person, a ground, a match, a tournament.

In: the kind, a sentence's tokens and where the number stands. Out: the owner and the second party (the player of a
rejected bid, the side that is so many places below), None where the text does not tell.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.matches.meetings.who_may_meet import club_name
from flows.extract.measures.counted.frame import CountedFrame
from flows.extract.measures.counted.owners_at_matches import OwnersAtMatches
from flows.extract.measures.counted.owners_in_careers import OwnersInCareers
from flows.extract.measures.counted.owners_of_deals import OwnersOfDeals
from flows.extract.measures.counted.whose import Reader, Whose
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought
from flows.vocabulary import national_sides

_GOALS = frozenset({"player_goals", "goals_scored"})
_LEAGUE_GAMES = re.compile(r" (?:[a-z]+ )?league (?:games?|matches|match|starts?|fixtures?|outings?|appearances?)\b")
_OF_THE_MATCH = frozenset({"attendance", "travelling_fans"})
_SOME_CLUB = re.compile(r"\b(?:one|another|any|no|some) (?:such |[a-z-]+ )?club\b(?!')")
_MANY_CLUBS = re.compile(
    r"\b(?:top-flight|lower-league|"
    r"(?:first|second|third|premier|english|scottish|other|all|most|many|\d+)(?: division| league)?|"
    r"championship|league|the) clubs (?:have|has|had|having|owe[ds]?|spent|lost|made|were|are|paid|will)\b"
)
_ACCOUNTS = frozenset(
    "Admission Tickets Entry Turnover Revenue Revenues Income Wages Losses Debts Attendances Gates Crowds Average "
    "Profits Costs".split()
)
_SOME_SIDE = re.compile(
    r"\b(?:a|an) (?:side|team|club|outfit) (?:who (?:are|were) |that (?:is|was|are|were) |currently |now |"
    r"some |ranked )*$|"
    r"\b(?:opponents|opposition|rivals) (?:who (?:are|were) |ranked |some )*$"
)
_SIDES_OR_NAMES = SIDES | {"NAME"}
_LEAGUE_OR_SIDE = _SIDES_OR_NAMES | {"COMPETITION", "WE", "THEY"}
_OF_A_LEAGUE = 9  # tokens between a league and what is counted of it
_BEHIND_A_SIDE = 2  # tokens
_OFF = re.compile(r" places?(?: and (?:\d+|[a-z]+) points?)? (?:better|worse) off\b")
_IT_WAS = re.compile(r"(?:and |but )?(?:it|this|that) (?:is|was|will be|has been) ")
_FOR_HIS_COUNTRY = Sought(
    r"\bcall(?:ed)?[- ]up (?:by|from|for|to) (?:his|her|the) (?:country|national|senior|[\w-]+ national)\b|"
    r"\bby (?:his|her) country\b|\bfirst call-up\b"
)
_OF_GOALS = Sought(r"\b(?:goals?|scored|strikes?|netted|scorer|scoring|marksman)\b")


class CountedOwners:
    """Answers for one story."""

    def __init__(self, subjects: Subjects, scope: Scope) -> None:
        self.subjects = subjects
        self.scope = scope
        self.state = subjects.state
        self.lower = subjects.state.text.lower
        at_matches = OwnersAtMatches(subjects, scope, self._side)
        of_deals = OwnersOfDeals(subjects, self._accounts)
        in_careers = OwnersInCareers(subjects, self._person, self._side)
        self._by_kind: dict[str, Reader] = {
            "side": self._side,
            "deprived": self._deprived,
            "accounts": self._accounts,
            "person": self._person,
            "stint": in_careers.stint,
            "sought": self._sought,
            "of_squad": self._of_squad,
            "squad": self._squad,
            "record_holder": in_careers.record_holder,
            "either": self._either,
            "team_or_player": self._team_or_player,
            "patient": in_careers.patient,
            "apposed": in_careers.apposed,
            "debtor": of_deals.debtor,
            "spender": of_deals.spender,
            "home": at_matches.home,
            "crowd": at_matches.crowd,
            "travelling": at_matches.travelling,
            "manager": in_careers.managed,
            "employer": in_careers.employer,
            "signer": in_careers.employer,
            "match": at_matches.match,
            "ground": at_matches.ground,
            "tournament": at_matches.tournament,
            "bidder": of_deals.bidder,
            "refuser": of_deals.refuser,
            "rank": self._ranked,
            "ranked": in_careers.ranked_person,
            "holder": of_deals.holder,
            "leaver": in_careers.leaver,
            "rival": self._rival,
        }

    def of(self, who: str, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """The owner of the number at `at`, whose noun ends at `end`."""
        return self._by_kind[who](sentence, tokens, at, end)

    def opponent(self, side: str, sentence: Sentence) -> str | None:
        """Whom a side of the sentence's match plays."""
        pair = self.state.pair_of(sentence) or ()
        return next((other for other in pair if other != side), None) if side in pair else None

    def competition(
        self, frame: CountedFrame, whose: Whose, sentence: Sentence, tokens: list[Mention], at: int
    ) -> str | None:
        """The competition that a count is of: the tournament's own, that of the match, else the one named beside it."""
        if frame.who == "tournament":
            return whose.subject
        if frame.metric in _OF_THE_MATCH:
            hosts = self.subjects.hosts
            average = frame.unit.endswith("average")
            return None if hosts is None or average else hosts.competition(sentence, tokens[at].start)
        if frame.unit == "clubs":
            return None
        beside = self.competition_beside(tokens, at)
        if beside is None and frame.who == "match" and self.subjects.hosts is not None:
            return self.subjects.hosts.competition(sentence, tokens[at].start)
        if beside is None and frame.who == "rival":
            return self._of_the_tally(sentence, tokens[at].start)
        if beside is None and _LEAGUE_GAMES.match(self.lower, tokens[at].end):
            return self.scope.league
        return beside

    def _of_the_tally(self, sentence: Sentence, at: int) -> str | None:
        """ "nine league goals, one behind X": the competition of the goals told before."""
        goals = (m for m in reversed(self.subjects.told) if m.metric in _GOALS and sentence.span.start <= m.start < at)
        return next((m.competition for m in goals), None)

    def competition_beside(self, tokens: list[Mention], at: int) -> str | None:
        """The competition that is named within a few words of a number."""
        near = [t for t in tokens[max(0, at - 6) : at + 7] if t.kind == "COMPETITION"]
        return str(near[-1].value) if near and near[-1].value != "Friendly" else None

    def _side(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """The side, that of the coach where the sentence is about one; that of a speaker who says "I had"."""
        if self.subjects.people.speakers.says_i(tokens, at):
            speaker = self.subjects.people.speakers.of(sentence)
            club = None if speaker is None else self.subjects.club_of(speaker)
            if club is not None:
                return Whose(club)
        for i in self.subjects.positions.before(tokens, at, SIDES | {"PERSON", "THEY", "WE"}):
            if tokens[i].kind != "PERSON":
                break
            club = self.state.cast.coach_of.get(str(tokens[i].value))
            if club is not None:
                return Whose(club)
        owner = self.subjects.side(sentence, tokens, at, at)
        return None if owner is None else Whose(owner[0])

    def _deprived(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "injuries have robbed City of three defenders": the side named last before it."""
        owner = self.subjects.nearest_side(sentence, tokens, at)
        return None if owner is None else Whose(owner[0])

    def _accounts(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "Turnover rose by 4%", "the club's losses": of the club that the story is about, where none is named; of
        the league where that alone is ("average crowds in the Second Division")."""
        before = [t for t in tokens[max(0, at - _OF_A_LEAGUE) : at] if t.text not in _ACCOUNTS]
        league = next((t for t in reversed(before) if t.kind in _LEAGUE_OR_SIDE), None)
        if league is not None and league.kind == "COMPETITION" and not any(t.kind in _SIDES_OR_NAMES for t in before):
            return Whose(str(league.value))
        above = [s for s in self.state.sentences[: sentence.number] if s.paragraph == sentence.paragraph]
        clubs = _MANY_CLUBS.search(self.lower, sentence.span.start, tokens[at].start)
        if clubs is not None and not any(t.kind == "TEAM" and t.start > clubs.end() for t in tokens[:at]):
            return None  # "top-flight clubs have spent a record £1.1bn"
        if _SOME_CLUB.search(self.lower, (above or [sentence])[0].span.start, tokens[at].start):
            return None  # "One club whose accounts are just out": nobody knows which
        owner = self.subjects.side(sentence, tokens, at, at)
        named = owner is not None and owner[1] is not None and owner[1].kind in ("TEAM", "NAME", "WE")
        if owner is not None and owner[1] is not None and owner[1].kind == "THEY":
            named = not above or owner[0] in {m.value for s in above for m in s.mentions}
        if owner is None or not named or owner[0].split()[0] in _ACCOUNTS:
            grounds = [t for t in tokens[:at] if t.kind == "GROUND" and len(t.value) == 1]
            if grounds:
                return Whose(club_name(grounds[-1].value[0]))
            many = [] if self.state.centers.topic is not None else above  # news of one side only names others
            told = [str(m.value) for s in many for m in s.mentions if m.kind == "TEAM"]
            here = told[0] if len(set(told)) == 1 else self.subjects.side_before(sentence) if told else None
            known = here or self.state.centers.focus or (None if owner is None or owner[1] is not None else owner[0])
            club = known or self.subjects.side_before(sentence)
            return None if club is None else Whose(club)
        return Whose(owner[0])

    def _person(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        owner = self.subjects.people.person(sentence, tokens, at)
        if owner is None or owner[1] is None:
            named = [t for comma, t in pairwise(tokens[at : at + 5]) if comma.kind == "COMMA" and t.kind == "PERSON"]
            return Whose(str(named[0].value)) if named else (None if owner is None else Whose(owner[0]))
        return Whose(owner[0])

    def _sought(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "Two clubs are interested in Varga": who is named behind, else who is spoken of."""
        named = next((t for t in tokens[at + 1 : at + 9] if t.kind == "PERSON"), None)
        return Whose(str(named.value)) if named is not None else self._person(sentence, tokens, at, end)

    def _either(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        for token in reversed(tokens[max(0, at - 3) : at]):
            if token.kind in ("COMMA", "BUT", "STOP"):
                break
            if token.possessive and token.kind in ("TEAM", "PERSON") and not self._scored_in_their(tokens, token):
                return Whose(
                    str(token.value) if token.kind == "PERSON" else self.state.side(token, sentence) or token.text
                )
        after = self._told_after(sentence, tokens, at, end)
        if after is not None:
            return after
        either = self.subjects.either(sentence, tokens, at, at)
        if either is not None and either[1] is None and not either[2]:
            named = [t for comma, t in pairwise(tokens[at:]) if comma.kind == "COMMA" and t.kind == "PERSON"]
            return Whose(str(named[0].value)) if named else Whose(either[0])
        return None if either is None else Whose(either[0])

    def _scored_in_their(self, tokens: list[Mention], side: Mention) -> bool:
        """ "Varga has scored in each of Rovers' last four matches": his, not theirs."""
        i = tokens.index(side)
        scores = next((j for j in range(i - 1, max(-1, i - 5), -1) if tokens[j].kind == "SCORED"), 0)
        return bool(scores) and any(t.kind in ("PERSON", "HE") for t in tokens[:scores])

    def _told_after(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "It was the first time in 22 years that Rovers had": who comes after "that"."""
        if not _IT_WAS.match(self.lower, sentence.span.start):
            return None
        for i in range(at + 1, min(at + 9, len(tokens))):
            if tokens[i].kind == "COMMA":
                return None
            if tokens[i].kind == "PERSON":
                return Whose(str(tokens[i].value))
            if tokens[i].kind == "HE" and tokens[i].text.lower() in ("he", "she"):
                him = self.subjects.people.he(sentence, tokens, i)
                return None if him is None else Whose(him[0])
            if tokens[i].kind in SIDES | {"THEY"}:
                team = self.subjects.team(tokens, i, sentence)
                return None if team is None else Whose(team)
        return None

    def _team_or_player(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """Shots are a player's or a side's, never a coach's: what he saw is his side's."""
        whose = self._either(sentence, tokens, at, end)
        if whose is None or not self.subjects.people.is_coach(whose.subject):
            return whose
        club = self.subjects.club_of(whose.subject) or self.subjects.side_before(sentence)
        return None if club is None else Whose(club)

    def _of_squad(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "Seven of the Slovenia squad": the side that is named within; else the side spoken of."""
        within = next((t for t in tokens[at + 1 : at + 5] if t.kind in SIDES | {"NATIONALITY", "PLACE"}), None)
        if within is None or within.kind not in SIDES:
            return self._side(sentence, tokens, at, end)
        team = self.state.side(within, sentence)
        return None if team is None else Whose(team)

    def _squad(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "a 23-player Denmark squad": the side named within, else the one spoken of, the country where a squad of one
        is told of and a club only by its players."""
        within = next(
            (t for t in tokens[at + 1 :] if t.start < end and t.kind in SIDES | {"NATIONALITY", "PLACE"}), None
        )
        if within is not None and within.kind in SIDES:
            team = self.state.side(within, sentence)
            return None if team is None else Whose(team)
        at_start = self.state.sentences[max(0, sentence.number - 1)].span.start
        if not self.state.centers.country and _FOR_HIS_COUNTRY.search(self.lower, at_start, tokens[at].start):
            return None  # "has been called up by his country. The Rovers keeper is in a 25-man squad": not the club's
        side, country = self._namers_side(sentence, tokens, at, end), self.state.centers.country
        return Whose(country) if side is not None and country and side.subject not in national_sides() else side

    def _namers_side(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "Merrow has named a 27-man squad to face Rovers": of his side, never of the one that it is to face."""
        named_by = next(self.subjects.positions.before(tokens, at, SIDES | {"PERSON", "THEY", "WE"}), None)
        namer = None if named_by is None else tokens[named_by]
        if namer is None or namer.kind != "PERSON" or str(namer.value) in self.state.cast.coach_of:
            return self._side(sentence, [t for t in tokens if t.start < end], at, end)
        against = next((t for t in tokens[at + 1 :] if t.kind in SIDES), None)
        rival = None if against is None else self.state.side(against, sentence)
        club = self.subjects.club_of(str(namer.value)) or self.subjects.side_before(sentence)
        return None if club is None or club == rival else Whose(club)

    def _ranked(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "Rovers, 14 places above Town": the side, and the one it is measured by."""
        owner = self._met(sentence, tokens, at) or self.subjects.side(sentence, tokens, at, at)
        main = self.state.main
        if owner is None:
            return None
        zone = next((i for i in range(at + 1, min(at + 8, len(tokens))) if tokens[i].kind in ("ZONE", "TOP")), None)
        if zone is not None:
            return Whose(owner[0], self.scope.other(tokens, zone, sentence, owner[0]) or tokens[zone].text.lower())
        if _SOME_SIDE.search(self.lower[max(0, tokens[at].start - 40) : tokens[at].start]):
            above = None if main is None else main.opponent(owner[0])
            return None if above is None else Whose(above, owner[0])
        after = [i for i in range(at + 1, min(at + 6, len(tokens))) if tokens[i].kind in SIDES | {"THEY"}]
        told = (self.subjects.team(tokens, i, sentence) for i in after)
        other = next((team for team in told if team not in (None, owner[0])), None)  # "below their hosts, X"
        if (other is None or other == owner[0]) and main is not None:
            other = main.opponent(owner[0])
        return Whose(owner[0], other if other != owner[0] else None)

    def _met(self, sentence: Sentence, tokens: list[Mention], at: int) -> tuple[str, Mention] | None:
        """ "Y face X, two places better off": the side that such words stand behind, whatever is done to it."""
        if at < _BEHIND_A_SIDE or tokens[at - 1].kind != "COMMA" or not _OFF.match(self.lower, tokens[at].end):
            return None
        side = tokens[at - 2]
        told = self.state.side(side, sentence) if side.kind in SIDES and not side.possessive else None
        return None if told is None else (told, side)

    def _goals_told(self, sentence: Sentence) -> bool:
        """Whether the sentence before ends with a man's tally: "took his tally to 22. That is three more than Hale"."""
        before = self.state.sentences[sentence.number - 1].span if sentence.number else sentence.span
        told = [m for m in self.subjects.told if before.start <= m.start < before.end]
        last = max(told, key=lambda m: m.start, default=None)
        return last is not None and last.metric in _GOALS

    def _rival(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "one fewer than X", "nine clear of his nearest rival": told of a scorer, of a side by another."""
        of_goals = _OF_GOALS.search(self.lower, sentence.span.start, tokens[at].start)
        rival = next((t for t in tokens[at + 1 : at + 9] if t.kind == "PERSON"), None)
        if of_goals is None and (rival is None or not self._goals_told(sentence)):
            return None
        before = tokens[: tokens.index(rival)] if rival is not None else tokens[: at + 1]
        if rival is None:
            return self._either(sentence, before, at, end)
        owner = self.subjects.people.person(sentence, before, at)
        return None if owner is None or owner[0] == rival.value else Whose(owner[0], str(rival.value))
