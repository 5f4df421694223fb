"""Who is in a story: which club each name means, who is a person, who coaches or plays for whom.

A shared name ("United", "the Blues") means the club of that name the story speaks of; an unknown capitalised name in a
club's place is a club; a surname means the person introduced in full. The vocabulary helps and never gates.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from rapidfuzz.distance import OSA

from flows import vocabulary
from flows.extract import unknown_clubs
from flows.extract.mentions import Mention
from flows.extract.normalise import Text

_NO_PERSON = frozenset(
    "Cup League Hospital Council Association Club FA Stadium Park Road Street Hall Minister Committee University News Press "
    "Sport Italia Centre Group Trust Agency Times Post Award FC AFC Stand End Board Federation Championship Championships "
    "Trophy Conference Division Confederation Nations Games Day Week Year Party Court Police Union Commission Foundation "
    "Bank Airport Hotel Ground Arena Television Radio Gazette Republic Kingdom States Province County Bridge Lane Gate "
    "Olympics Olympic Player Ball Boot Shield Shootout House Opera School College Church Tour Series Open Masters XI "
    "Under-21s U21s Service Agency Prime GMT BST Facebook Twitter YouTube Christmas Easter January February March April May June July August "
    "September October November December".split()
)
_SUFFIX = frozenset(
    "United City Town Rovers Wanderers Albion Athletic County Rangers Wednesday Hotspur Villa Argyle Orient Alexandra Academical "
    "Thistle Real Sporting Racing Dynamo Dinamo Olympic Olympique Sport Athletico Atletico Celtic Dons Forest Palace Vale "
    "North Harriers Stanley Casuals Borough Victoria Hearts Rapid Lokomotiv Spartak Union".split()
)
_CLUB_WORD = re.compile(r"(?:^|\s)(?:FC|AFC|CF|SC|AC|United|City|Town|Rovers|Wanderers|Albion|Athletic|County|Rangers)$|^(?:FC|AFC|AC|SC|CF|Real|Sporting|Atletico|Dynamo|Dinamo) ")
_PLACE_BEFORE = re.compile(r"(?:\bin|\bacross|\boutside|\bthroughout|\bmayor of|\bcity of|\bof northern|\btown of|\bstreets of|\bhospitals? in) $")
_SPAIN_AFTER = re.compile(r"(?:'s)? (?:international|striker|forward|midfielder|defender|goalkeeper|keeper|captain|winger|coach job|full-back|playmaker|left-back|right-back|centre-back|skipper|star|cricket|job|post)\b")
_ATTRIBUTIVE = re.compile(r" (?:match|game|tie|clash|fixture|encounter|leg|triumph|fans|supporters|net|goal|defen|penalty|box|half|keeper|captain)(?:e?s|ce|der)?\b")
_NAME_PERSON_BEFORE = re.compile(r"(?:Mr|Sir|Dr|Professor|Lord|Signor|Herr|Don|Dame)\.? $")


class Cast:
    """The clubs and people of one story. `mentions` are retyped in place: NAME becomes TEAM or PERSON where it is one."""

    def __init__(self, text: Text, mentions: list[Mention], clubs: dict[str, str]) -> None:
        self.text = text
        self.mentions = mentions
        self.clubs: Counter[str] = Counter()
        self.people: dict[str, str] = {}
        self.coach_of: dict[str, str] = {}
        self.plays_for: dict[str, Counter[str]] = {}
        self.leagues: dict[str, str] = {}
        self.countries: dict[str, str] = {}
        self._join_names()
        self._unknown_clubs(clubs)
        self._settle_teams()
        self._misspelt()
        for mention in self.mentions:
            if mention.kind == "TEAM" and _ATTRIBUTIVE.match(text.lower[mention.end : mention.end + 14]):
                mention.attributive = True
        self._settle_people()
        self._settle_roles()

    # ---- clubs

    def _unknown_clubs(self, elsewhere: dict[str, str]) -> None:
        """Clubs that no vocabulary knows, by the company their names keep here or `elsewhere` in the document."""
        known = {m.text for m in self.mentions if m.kind == "TEAM" and isinstance(m.value, str)}
        found = elsewhere | unknown_clubs.find(self.text.normal, self.text.lower, self.mentions, known)
        for mention in self.mentions:
            if mention.kind == "NAME" and mention.text in found:
                mention.kind, mention.value = "TEAM", self._printed(found[mention.text])

    def _printed(self, name: str) -> str:
        """A name as the raw text prints it first."""
        at = self.text.normal.find(name)
        return " ".join(self.text.raw[slice(*self.text.span(at, at + len(name)))].split()) if at >= 0 else name

    def _join_names(self) -> None:
        """Join a capitalised name with the club word after it ("Northbridge" + "Rovers"), or a club's name with a surname."""
        kept: list[Mention] = []
        for mention in self.mentions:
            last = kept[-1] if kept else None
            adjoining = last is not None and mention.start - last.end == 1 and not last.possessive
            if adjoining and last is not None and self.text.normal[last.end] == " ":
                if last.kind == "NAME" and mention.kind == "TEAM" and mention.text in _SUFFIX:
                    last.kind, last.value = "TEAM", None
                    self._stretch(last, mention)
                    last.value = last.text
                    continue
                if last.kind in ("TEAM", "NAME") and mention.text in ("Women", "Ladies", "WFC"):
                    if last.kind == "TEAM":
                        last.value = f"{self._club_name(last)} {mention.text}"
                    self._stretch(last, mention)
                    continue
                if last.kind == "TEAM" and mention.kind == "NAME" and self._is_surname(last, mention):
                    last.kind, last.value = "NAME", None
                    self._stretch(last, mention)
                    continue
                if last.kind == "NAME" and mention.kind in ("TEAM", "PLACE") and " " not in mention.text and " " not in last.text:
                    if self._stands_alone(last.text) is False and mention.kind == "TEAM" and not mention.possessive:
                        self._stretch(last, mention)
                        continue
            kept.append(mention)
        self.mentions = kept

    def _club_name(self, mention: Mention) -> str:
        if isinstance(mention.value, str):
            return mention.value
        return vocabulary.clubs()[mention.value[0]].name if mention.value else mention.text

    def _stretch(self, first: Mention, second: Mention) -> None:
        first.end = second.end
        first.text = self.text.normal[first.start : first.end]
        first.possessive = second.possessive

    def _is_surname(self, club: Mention, name: Mention) -> bool:
        """"Milan Baros", "Paris Hilton": one-word club names before a surname that no role or rank explains."""
        if " " in club.text or self.text.lower[name.start : name.end] in _ROLES or name.text.isupper():
            return False
        return not name.text.startswith(("Council", "Football", "Women", "Ladies", "Under"))

    def _stands_alone(self, name: str) -> bool:
        return any(m.text == name and m.kind == "NAME" for m in self.mentions if m.text == name) and sum(
            m.text == name for m in self.mentions
        ) > 1

    def _settle_teams(self) -> None:
        teams = [m for m in self.mentions if m.kind == "TEAM"]
        national = [m for m in teams if self._national(m)]
        mostly_clubs = len(teams) - len(national) > len(national)
        for mention in teams:
            self._retype_place(mention)
            if mostly_clubs and mention.kind == "TEAM" and self._national(mention):
                before = self.text.lower[max(0, mention.start - 10) : mention.start]
                if re.search(r"\b(?:to|of|from|into|for|around|across|over) $", before):
                    mention.kind, mention.value = "PLACE", mention.text
        live = [m for m in teams if m.kind == "TEAM"]
        for mention in live:
            if isinstance(mention.value, str):
                self.clubs[mention.value] += 1
            elif len(mention.value) == 1:
                self._take(mention, mention.value[0])
        for mention in live:
            if not isinstance(mention.value, str):
                named = [i for i in mention.value if vocabulary.clubs()[i].name == mention.text]
                if len(named) == 1:
                    self._take(mention, named[0])
        for nickname in (False, True):
            for mention in live:
                if not isinstance(mention.value, str) and self._is_nickname(mention) == nickname:
                    self._decide(mention)

    def _is_nickname(self, mention: Mention) -> bool:
        clubs = vocabulary.clubs()
        return not any(mention.text in clubs[i].short_names for i in mention.value)

    def _misspelt(self) -> None:
        """A lone name one slip away from a club of the story ("Atlanta" among many an "Atalanta") is that club."""
        often = [club for club, n in self.clubs.items() if n >= 3 and len(club) >= 6]
        for mention in self.mentions:
            rare = mention.kind == "TEAM" and self.clubs[mention.value] == 1
            if (mention.kind in ("NAME", "PLACE") or rare) and len(mention.text) >= 6:
                near = [club for club in often if OSA.distance(mention.text, club, score_cutoff=1) <= 1]
                if len(near) == 1:
                    mention.kind, mention.value = "TEAM", near[0]
                    self.clubs[near[0]] += 1

    def _take(self, mention: Mention, index: int) -> None:
        club = vocabulary.clubs()[index]
        mention.value = club.name
        self.clubs[club.name] += 1
        self.leagues[club.name] = club.league
        self.countries[club.name] = club.country

    def _retype_place(self, mention: Mention) -> None:
        """A town or country that is no side here: "in Milan", "England international", "Italy's Serie A"."""
        before = self.text.lower[max(0, mention.start - 16) : mention.start]
        after = self.text.lower[mention.end : mention.end + 20]
        if before.endswith(("new ", "north ", "south ")) and " " not in mention.text and not self.text.lower.startswith("united", mention.start):
            mention.kind, mention.value = "PLACE", mention.text
        elif _SPAIN_AFTER.match(after) and self._national(mention):
            mention.kind, mention.value = "NATIONALITY", mention.text
        elif _PLACE_BEFORE.search(before) and not mention.possessive and mention.text[-1:] != "d":
            mention.kind, mention.value = "PLACE", mention.text
        elif mention.possessive and self._national(mention) and after.startswith(("'s top flight", "'s serie", "'s premier")):
            mention.kind, mention.value = "PLACE", mention.text

    def _national(self, mention: Mention) -> bool:
        return not isinstance(mention.value, str) and any(vocabulary.clubs()[i].national for i in mention.value)

    def _decide(self, mention: Mention) -> None:
        """A shared name: the club of that name most told in the story, else of the story's league, else of its country."""
        clubs = vocabulary.clubs()
        leagues, countries = set(self.leagues.values()), set(self.countries.values())

        def fit(index: int) -> tuple[int, int, int, int]:
            club = clubs[index]
            return (self.clubs[club.name], club.league in leagues, club.country in countries, mention.text in club.short_names)

        ranked = sorted(mention.value, key=fit, reverse=True)
        best, second = fit(ranked[0]), fit(ranked[1])
        if best[:3] != (0, 0, 0) and best > second or (best[3] and not second[3]):
            self._take(mention, ranked[0])
        else:
            mention.kind, mention.value = "NAME", None

    def adopt(self, mention: Mention) -> str:
        """An unknown name that stands where only a club can: from here on it is a club of this story."""
        name = self.text.raw[slice(*self.text.span(mention.start, mention.end))]
        for other in self.mentions:
            if other.kind in ("NAME", "PERSON") and other.text == mention.text:
                other.kind, other.value = "TEAM", name
                self.clubs[name] += 1
        return name

    # ---- people

    def _settle_people(self) -> None:
        for mention in self.mentions:
            if mention.kind == "NAME" and self._is_full_name(mention):
                raw = self.text.raw[slice(*self.text.span(mention.start, mention.end))]
                self._introduce(mention.text, " ".join(raw.split()))
        for mention in self.mentions:
            if mention.kind == "NAME":
                full = self._person(mention.text)
                if full is not None:
                    mention.kind, mention.value = "PERSON", full

    def _is_full_name(self, mention: Mention) -> bool:
        words = mention.text.split()
        if len(words) < 2 or words[-1] in _NO_PERSON or words[0] in _NO_PERSON or _CLUB_WORD.search(mention.text):
            return False
        if any(w.isupper() and len(w) > 2 for w in words) or len(words) > 5:
            return False
        before = self.text.normal[max(0, mention.start - 12) : mention.start]
        return not before.endswith((" the ", "The ")) or bool(_NAME_PERSON_BEFORE.search(before))

    def _introduce(self, normal: str, full: str) -> None:
        words = normal.split()
        self.people.setdefault(normal, full)
        for tail in {words[-1], " ".join(words[-2:]), " ".join(words[1:])}:
            self.people.setdefault(tail, full)

    def _person(self, name: str) -> str | None:
        if name in self.people:
            return self.people[name]
        folded = name.title() if name.isupper() and len(name) > 3 else name
        return self.people.get(folded)

    # ---- roles

    def _settle_roles(self) -> None:
        """"Atalanta coach Gasperini", "Gasperini's Atalanta", "Everton's Marcus Bent", "Wales boss John Toshack"."""
        for i, mention in enumerate(self.mentions):
            following = self.mentions[i + 1 : i + 4]
            if mention.kind == "TEAM" and following:
                self._role_after_team(mention, following)
            elif mention.kind == "PERSON" and following:
                if mention.possessive and following[0].kind == "TEAM" and following[0].start - mention.end < 16:
                    self.coach_of.setdefault(mention.value, following[0].value)
                elif following[0].kind == "COMMA" and len(following) > 2 and following[1].kind == "TEAM" and following[2].kind == "ROLE":
                    self._assign(mention.value, following[1].value, following[2].value)

    def _role_after_team(self, team: Mention, following: list[Mention]) -> None:
        person = next((m for m in following if m.kind == "PERSON"), None)
        if person is None or person.start - team.end > 40 or any(c in ".\n" for c in self.text.normal[team.end : person.start]):
            return
        between = [m for m in following if m.start < person.start]
        if [m.kind for m in between] == ["ROLE"] or (len(between) == 2 and all(m.kind in ("ROLE", "NATIONALITY") for m in between)):
            role = next(m for m in between if m.kind == "ROLE")
            self._assign(person.value, team.value, role.value)
        elif not between and team.possessive and person.start - team.end <= 3:
            self._assign(person.value, team.value, "player")

    def _assign(self, person: str, club: str, role: Any) -> None:
        before = self.coach_of.get(person)
        if role == "coach" and before is None:
            self.coach_of[person] = club
        elif role == "player":
            self.plays_for.setdefault(person, Counter())[club] += 1


_ROLES = frozenset("manager coach boss captain striker midfielder defender goalkeeper chairman".split())
