"""Who coaches and who plays for whom, and what is told beside each name: role, country, age, club.

"Atalanta coach Gasperini", "Gasperini's Atalanta", "Everton's Marcus Bent", "Wales boss John Toshack", "Bent, the
Everton striker". From the same words an epithet finds its person: "the Swede", "the 22-year-old", "the full-back".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import pairwise
from typing import Any

from flows.extract.text.beside import After
from flows.extract.text.mentions import Mention, where
from flows.extract.text.normalise import Text
from flows.extract.text.peoples import country_of

_APPOINTS = re.compile(
    r" (?:[a-z]+ ){0,4}(?:appoint|unveil|nam|hir|install|confirm|announc)(?:e|ed|ing)? (?:the )?(?:former |"
    r"ex-)?(?:[A-Za-z]+ ){0,3}"
)
_AS_COACH = re.compile(
    r",? (?:\d\d, )?(?:as |to be )?(?:their|the|its|his|a)? ?(?:new |next |first |caretaker |"
    r"interim |permanent )*"
    r"(?:manager|coach|head coach|boss|successor)\b"
)
_TOOK_OVER = After(
    r"(?:, (?:\d\d, )?who|,? \d\d,)? (?:has been |had been |was |is |has |had |have )?(?:only |recently |since )?"
    r"(?:(?:took over |taken over |takes over |in charge |at the helm |put in charge |appointed )(?:as )?(?:the |a )?"
    r"(?:new |head |interim |caretaker |first-team )*(?:manager |coach |boss )?|"
    r"(?:named |became |returned |arrived )(?:as )?(?:the |a )?(?:new |head |interim |caretaker |first-team )*"
    r"(?:manager |coach |boss ))(?:at|of|by) (?:the )?",
    90,
)
_MISSES_HIM = re.compile(
    r"(?P<who>,? who)?(?P<more> and)?(?:,? (?:then|also|later|now|already|again|soon|[a-z]+ly))? "
    r"(?:(?:had|lost|saw|have|has|lose|see)|(?:will be|would be|were|was|are|is|played|must do|have to do) without) "
    r"(?:[a-z-]+ ){0,2}"
)
_TAKEN_OFF = re.compile(
    r" (?:(?:[a-z]+ly|straight|then|also|both) )?(?:sent off|sent-off|dismissed|red-carded|booked|carried off|"
    r"stretchered off|taken off|"
    r"to (?:a (?:(?:second|straight) )?(?:red|yellow|booking|(?:[a-z]+ )?injury|knock)|injury|suspension|illness|"
    r"his second|the \w+ injury)|through (?:injury|suspension|illness)|"
    r"(?:shown|given) a (?:straight |second )?(?:red|yellow)|"
    r"(?:injured|suspended|banned|ruled out|sidelined|missing)\b|for the (?:trip|visit|game|match|rest))\b"
)
_NEAR = 40
_COPULA = 16  # letters
_HIS_PLAYER = re.compile(
    r"(?:'s?)? (?:[\w-]+ ){0,2}?(?:(?:leading |top |record )?(?:goal)?scorer|captain|skipper|player|striker|forward|"
    r"goalkeeper|keeper|defender|midfielder|winger|best|match-winner|hero|saviour|only scorer)\b"
)
_PERSON = frozenset({"PERSON"})
_WHO = _PERSON | {"TEAM"}
_NO_LONGER = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x|[Oo]ne-?time|[Ee]rstwhile|[Oo]n-loan|[Ll]oan(?:ed|ee)?)[ -](?:[\w-]+ )?$"
)
_SENTENCE_END = frozenset(".\n")
_DESCRIBE = frozenset({"ROLE", "NATIONALITY", "AGE", "ORDINAL"})
_BESIDE = frozenset({"ROLE", "NATIONALITY", "TEAM", "AGE", "ORDINAL"})


# "X's Harland link", "Y's Harland debut": his own doings there or with them, whatever he is, and not his side.
_HIS_OWN = re.compile(
    r" (?:link|move|switch|deal|transfer|future|exit|departure|return|contract|career|debut|stay|spell|days|stint|"
    r"hope|dream|bid|goal|record|tally|shirt|team-?mate|colleague|place|absence|ambition|pledge|talk|saga|snub|swoop|"
    r"homecoming|nightmare|interest|approach|offer|wage|medical|loan|appearance)s?\b"
)


class Roles:
    """What a story's words say of its people, read from its settled mentions."""

    def __init__(self, text: Text, mentions: list[Mention]) -> None:
        self._normal, self._lower = text.normal, text.lower
        self._starts = [m.start for m in mentions]
        self._mentions = mentions
        self.coach_of: dict[str, str] = {}
        self.plays_for: dict[str, Counter[str]] = {}
        self._described: dict[str, set[str]] | None = None
        for i in where(mentions, _WHO):
            mention, following = mentions[i], mentions[i + 1 : i + 5]
            if mention.kind == "TEAM" and following:
                self._role_after_team(mention, following)
            elif following:
                self._team_after_person(mention, following)

    def _team_after_person(self, person: Mention, following: list[Mention]) -> None:
        first = following[0]
        led = None if person.possessive else _TOOK_OVER.match(self._lower, person.end)
        if led is not None:
            self._takes_over(person, person.end + led.end())
        elif person.possessive and first.kind == "TEAM" and first.start - person.end < 16:
            if _HIS_OWN.match(self._lower, first.end) is None:
                self.coach_of.setdefault(person.value, first.value)
        elif first.kind == "OF" and len(following) > 1 and following[1].kind == "TEAM":
            if first.start - person.end == 1 and following[1].start - first.end == 1:
                self._assign(person.value, following[1].value, "player")
        elif first.kind == "BE" and len(following) > 1 and self._is_his_side(person, following[1]):
            self._assign(person.value, following[1].value, "player")
        elif self._is_described(person, following) and not self._is_bygone(following[1]):
            self._assign(person.value, following[1].value, following[2].value)

    def _is_described(self, person: Mention, following: list[Mention]) -> bool:
        """ "X, the Harland captain", "X (Harland manager): ..."."""
        kinds = [m.kind for m in following[:4]]
        if kinds[:3] == ["COMMA", "TEAM", "ROLE"]:
            return True
        return kinds == ["OPEN", "TEAM", "ROLE", "CLOSE"] and following[0].start - person.end == 1

    def _is_his_side(self, person: Mention, team: Mention) -> bool:
        """ "X is Harland's leading scorer", "X was the Harland captain"."""
        near = team.kind == "TEAM" and team.start - person.end < _COPULA and not self._is_bygone(team)
        return near and _HIS_PLAYER.match(self._lower, team.end) is not None

    def _takes_over(self, person: Mention, at: int) -> None:
        """ "Osman, who took over at Harland in May": whom he leads."""
        index = bisect_left(self._starts, at)
        team = self._mentions[index] if index < len(self._mentions) else None
        if team is not None and team.kind == "TEAM" and team.start == at:
            self.coach_of.setdefault(person.value, team.value)

    def _is_bygone(self, team: Mention) -> bool:
        """ "the former Harland striker"."""
        return bool(_NO_LONGER.search(self._normal, max(0, team.start - 24), team.start))

    def _role_after_team(self, team: Mention, following: list[Mention]) -> None:
        person = next((m for m in following if m.kind == "PERSON"), None)
        if (
            person is None
            or person.start - team.end > _NEAR
            or not _SENTENCE_END.isdisjoint(self._normal[team.end : person.start])
        ):
            return
        between = [m for m in following if m.start < person.start]
        kinds = [m.kind for m in between]
        joined = kinds == ["AND", "NATIONALITY", "ROLE"] and self._lower[team.end : between[1].start] == " and "
        if (
            kinds == ["ROLE"]
            or joined
            or (len(kinds) == 2 and "ROLE" in kinds and set(kinds) <= {"ROLE", "NATIONALITY"})
        ):
            role = next(m for m in between if m.kind == "ROLE")
            if self._is_bygone(team):
                return
            self._assign(person.value, team.value, role.value)
        elif not team.possessive and (side := self._misses_him(team, person)) is not None:
            self._assign(person.value, side, "player")
        elif self._appoints(team, person):
            self.coach_of.setdefault(person.value, team.value)
        elif team.possessive and not person.possessive and self._only_describes(between, person):
            self._assign(person.value, team.value, "player")

    def _only_describes(self, between: list[Mention], person: Mention) -> bool:
        """ "Harland's Dutch striker X", "Harland's 19-year-old X": nothing stands between but what he is."""
        if not between:
            return self._normal[person.start - 3 : person.start] in ("'s ", "s' ")
        close = all(two.start - one.end <= 2 for one, two in pairwise([*between, person]))
        return close and all(m.kind in _DESCRIBE and m.value != "coach" for m in between)

    def _misses_him(self, team: Mention, person: Mention) -> str | None:
        """ "X, who had Y sent off", "X lost to Z and had Y sent off": the side, the clause's first where it goes on."""
        words = _MISSES_HIM.fullmatch(self._lower, team.end, person.start)
        if words is None or _TAKEN_OFF.match(self._lower, person.end) is None:
            return None
        if not words["more"]:
            return str(team.value)
        index = bisect_left(self._starts, team.start)
        opened = 1 + max(self._normal.rfind(mark, 0, team.start) for mark in _SENTENCE_END)
        first = next(m for m in self._mentions[bisect_left(self._starts, opened) : index + 1] if m.kind == "TEAM")
        return str(first.value)

    def _appoints(self, team: Mention, person: Mention) -> bool:
        """ "X have appointed Y as their new manager"."""
        between, after = self._normal[team.end : person.start], self._normal[person.end : person.end + 50]
        return bool(_APPOINTS.fullmatch(between) and _AS_COACH.match(after))

    def _assign(self, person: str, club: str, role: Any) -> None:
        if role == "coach":
            self.coach_of.setdefault(person, club)
        elif role == "player":
            self.plays_for.setdefault(person, Counter())[club] += 1

    # ---- epithets

    @property
    def described(self) -> dict[str, set[str]]:
        """Person -> what stands before the name anywhere: countries and clubs; roles and ages in lower case."""
        if self._described is None:
            found: defaultdict[str, set[str]] = defaultdict(set)
            for index in where(self._mentions, _PERSON):
                found[self._mentions[index].value] |= self._beside(index)
            self._described = found
        return self._described

    def _beside(self, index: int) -> set[str]:
        told: set[str] = set()
        end = self._mentions[index].start
        for other in reversed(self._mentions[max(0, index - 4) : index]):
            if (
                end - other.end > 3
                or other.kind not in _BESIDE
                or not _SENTENCE_END.isdisjoint(self._normal[other.end : end])
            ):
                break
            told.add(str(other.value) if other.kind in ("NATIONALITY", "TEAM") else other.text.lower())
            end = other.start
        return told

    def person_by(self, *facets: str) -> str | None:
        """The one person told to be all of these: "striker", "22-year-old", "Netherlands" or "Dutchman"."""
        wanted = {country_of(facet) or facet for facet in facets}
        fitting = [person for person, told in self.described.items() if wanted and wanted <= told]
        return fitting[0] if len(fitting) == 1 else None
