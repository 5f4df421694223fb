"""Who is in a story: its clubs, its people, its grounds and competitions, and who coaches or plays for whom.

In: the scan's mentions of one story. They are retyped in place, the surest first: names joined, clubs that no
vocabulary knows, places that are no side, what shared and weak names mean, competitions and grounds, people, roles.
The vocabulary helps and never gates.
"""

from __future__ import annotations

import re
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from rapidfuzz.distance import OSA

from flows import vocabulary
from flows.extract.cast import nicknames, town_sides, unknown_clubs
from flows.extract.cast.called_as_grounds import release_sides
from flows.extract.cast.club_names import ClubNames
from flows.extract.cast.joined_names import JoinedNames
from flows.extract.cast.people import People
from flows.extract.cast.places_as_men import men_called_so
from flows.extract.cast.roles import Roles
from flows.extract.cast.short_names import CLUB_WORD, stayed_at
from flows.extract.cast.signings import signed
from flows.extract.text.beside import Before
from flows.extract.text.competition_names import names_completed
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.name_parts import is_front, is_front_of
from flows.extract.text.named_things import (
    name_competitions_and_grounds,
    name_lone_grounds,
    settle_competitions,
)
from flows.extract.text.normalise import Text
from flows.extract.text.places_named import settle_places

_ATTRIBUTIVE = re.compile(
    r" (?:match|game|tie|clash|fixture|encounter|leg|showpiece|showdown|triumph|fans|supporters|net|goal|defen|"
    r"penalty|box|half|keeper|"
    r"captain)(?:e?s|ce|der)?\b| (?:loss|defeat) (?:was|is|came|left|leaves|means|meant)\b"
)
_DOES = re.compile(
    r"'s? |,? (?:who|whose|which)\b| \(\d|"
    r" (?:are|were|is|was|have|has|had|will|won|lost|drew|beat|lead|led|took|went|go|"
    r"came|struck|scored|equalised|levelled|made|kept|hit|got|pulled|held|head|host|visit|travel|face|remain|sit|stay|moved|"
    r"climbed|continued?|began|started|coach|manager|boss|captain|skipper|striker|defender|midfielder|goalkeeper|keeper|fans|supporters)\b|"
    r" (?:[a-z]{3,}ed|out[a-z]+|found|let|lose|win|draw|beat|need|have|finish|end|sat|lie|lay|stand|stood)\b|"
    r" \d{1,2}(?: ?-|\b)|, the "
)
_MET = tuple(f"{word} " for word in "against beat over by with host hosts visit at for past".split())
_MET += tuple(f"{word} " for word in "than behind above below champions leaders rivals neighbours strugglers".split())
_MET += (" v ", " vs ")
_ONCE = ("former ", "ex-", "one-time ", "onetime ", "erstwhile ")
_NAMED = frozenset({"TEAM", "NAME", "PERSON", "PLACE", "COMPETITION", "GROUND", "NATIONALITY"})
_START = attrgetter("start")
_COMPARED = Before(
    r"\b(?<!-)(?:above|below|than|like|ahead of|clear of|adrift of|short of|instead of|leapfrog(?:s|ged|ging)?|"
    r"overt(?:akes?|aken|aking|ook)|replac(?:es?|ed|ing|ements?)|join(?:s|ed|ing|t|ers?)?|leads?|led|"
    r"trail(?:s|ed|ing)?|ma[dk]e|making|behind|level (?:on points )?with|on points with|from|"
    r"chas(?:es?|ed|ing|ers?)|catch(?:es|ing)?|caught|"
    r"(?:points?|places?|wins?|goals?|victory|touching distance|reach) (?:of|off)|gap (?:on|to|with)|"
    r"ground on|at the expense of|"
    r"pace with|alongside|overhaul(?:s|ed|ing)?|(?:displac|dislodg|dethron|nudg)(?:es?|ed|ing)|"
    r"(?:usurp|supplant|knock|dump)(?:s|ed|ing)?|pip(?:s|ped|ping)?|topp(?:l?ed|les?|l?ing)) "
    r"(?:the )?(?:(?:league |current |city |local )?(?:leaders?|champions|pace-?setters|table-toppers|rivals|"
    r"neighbou?rs) |[\w-]+-placed |[\w-]+ side )?$",
    48,
)
_LED_TO = (" to a ", " to an ", " to the ", " to their ", " to victory", " past ", " through ")  # "to lead X to a win"
_OFTEN = 3
_SHORT_OF_ONE, _LONG_ENOUGH, _LONG = 5, 6, 7
_AGAIN_AND_AGAIN, _SHORTEST = 5, 3
_GOES_ON = re.compile(
    r" (?:are|were|have|continued?|won|lost|drew|beat|held on|came|went|host|hosted|face|faced|visit|visited|travel|"
    r"travelled|conceded|dominated|equalised|took the lead|go|needed|climbed|dropped)\b"
    r"(?! (?:off|on (?:as|for)|in for)\b)"
)
_TAIL = 4  # letters
_MANY = 20


class Cast:
    """The clubs and people of one story; `mentions` are retyped in place, a NAME to TEAM or PERSON where it is one."""

    def __init__(
        self,
        text: Text,
        mentions: list[Mention],
        elsewhere: dict[str, str],
        beside: unknown_clubs.Beside | None = None,
    ) -> None:
        self.text = text
        self.mentions = JoinedNames(text, mentions).joined()
        name_competitions_and_grounds(text, self.mentions)
        self.mentions = names_completed(text, self.mentions)
        acting = self._unknown_clubs(elsewhere, beside)
        self._named = of_kinds(self.mentions, _NAMED)  # from here on only these change their kinds, and within them
        settle_places(text, of_kinds(self._named, ("TEAM",)))
        clubs = ClubNames(text, self.mentions)
        clubs.settle()
        self.clubs, self.leagues, self.countries = clubs.told, clubs.leagues, clubs.countries
        town_sides.settle(text, self._named, self.clubs, set(self.leagues.values()), set(self.countries.values()))
        self._misspelt()
        self._mark_attributive()
        settle_competitions(text, self._named, self._told_by_country(), clubs.of_women)
        for man in men_called_so(text, self._named):
            man.kind, man.value = "NAME", None
        nicknames.mark(text, self._named, clubs.surnames)
        people = People(text, self._named, acting)
        people.settle()
        self.people = people.full
        for told in people.countrymen:
            insort(self.mentions, told, key=_START)
        name_lone_grounds(text, self.mentions)
        roles = Roles(text, self.mentions)
        self.roles = roles
        self.told_coaches = dict(roles.coach_of)
        self.coach_of, self.plays_for, self.person_by = roles.coach_of, roles.plays_for, roles.person_by
        for person, club in signed(text.lower, self.mentions).items():
            self.plays_for.setdefault(person, Counter())[club] += _MANY  # whatever he was called before

    def _unknown_clubs(self, elsewhere: dict[str, str], beside: unknown_clubs.Beside | None) -> frozenset[str]:
        """Clubs that no vocabulary knows, told so here or `elsewhere`; gives the single names that act as people."""
        release_sides(self.text.lower, self.mentions)
        known = {m.text for m in of_kinds(self.mentions, ("TEAM",)) if isinstance(m.value, str)}
        company = unknown_clubs.Company(self.text.normal, self.text.lower, self.mentions, known, beside)
        found = self._ends_joined(elsewhere | company.clubs())
        found |= self._in_capitals(found)
        self._part_surnames(found)
        for mention, value in [*self._by_last_words(found), *self._by_short_forms(found)]:
            mention.kind, mention.value = "TEAM", value
        for mention in of_kinds(self.mentions, ("NAME",)) if found else ():
            if mention.text in found:
                mention.kind, mention.value = "TEAM", self._printed(found[mention.text])
        return company.people()

    def _ends_joined(self, found: dict[str, str]) -> dict[str, str]:
        """Clubs told by the end of a longer name of the story ("Melnov" of a Sparta Melnov) as that one."""
        whole = {m.text: str(m.value) for m in self.mentions if m.kind == "TEAM" and isinstance(m.value, str)}
        whole |= {name: full for name, full in found.items() if name == full}
        whole |= {name: name for name in stayed_at(self.text.lower, of_kinds(self.mentions, ("NAME",)))}
        ends: defaultdict[str, set[str]] = defaultdict(set)
        for name, full in whole.items():
            for n in range(1, len(words := name.split())):
                ends[" ".join(words[n:])].add(full)
        own = {name for name, full in found.items() if name == full and len(ends.get(name, ())) == 1}
        clubs = {vocabulary.clubs()[m.value[0]].name for m in self.mentions if m.kind == "TEAM" and _is_of_one(m)}
        clubs |= set(whole.values())
        cut = {name: _cut_short(name, clubs) for name, full in found.items() if name == full}
        joined = {name: next(iter(ends[name])) for name in own}
        return found | {n: club for n, club in cut.items() if club} | joined | {c: c for c in joined.values()}

    def _in_capitals(self, found: dict[str, str]) -> dict[str, str]:
        """ "LOWMOOR ROVERS" of a text in which a Lowmoor plays: that club's whole name."""
        whole: dict[str, str] = {}
        for mention in of_kinds(self.mentions, ("NAME",)):
            name = mention.text.title() if mention.text.isupper() and " " in mention.text else ""
            front, _, end = name.rpartition(" ")
            if name and found.get(front) == front and CLUB_WORD.search(f" {end}"):
                whole |= {mention.text: name, front: name}
        return whole

    def _part_surnames(self, found: dict[str, str]) -> None:
        """A headline's "Hale Port Ellery return": a surname of the text and a club of it run into one name."""
        joint = [m for m in of_kinds(self.mentions, ("NAME",)) if " " in m.text and m.text not in found]
        surnames = {m.text.rsplit(" ", 1)[1] for m in joint}
        for mention in joint:
            first, _, rest = mention.text.partition(" ")
            if rest in found and first in surnames and first != rest:
                at = self.mentions.index(mention) + 1
                self.mentions.insert(
                    at, Mention("NAME", mention.start + len(first) + 1, mention.end, rest, None, mention.possessive)
                )
                mention.end, mention.text, mention.possessive = mention.start + len(first), first, False

    def _by_last_words(self, found: dict[str, str]) -> list[tuple[Mention, Any]]:
        """Names that are the end of one club's name ("the Thorns" of the Portland Thorns, "Union" of a Port Union) and
        nobody's surname; each with what that club's mention means."""
        names = of_kinds(self.mentions, ("NAME",))
        if not names:
            return []
        whole = {m.text: m.value for m in of_kinds(self.mentions, ("TEAM",)) if " " in m.text}
        whole |= {name: self._printed(full) for name, full in found.items() if name == full and " " in name}
        ends: defaultdict[str, set[str]] = defaultdict(set)
        for name in whole:
            words = name.split()
            for n in range(1, len(words)):
                ends[" ".join(words[n:])].add(name)
        surnames = {m.text.rsplit(" ", 1)[1] for m in names if " " in m.text and m.text not in whole}
        mine = [(m, ends[m.text]) for m in names if m.text in ends and m.text not in surnames]
        return [(m, whole[next(iter(of))]) for m, of in mine if len(of) == 1 and self._stands_for_a_side(m)]

    def _by_short_forms(self, found: dict[str, str]) -> list[tuple[Mention, Any]]:
        """Names that are the front of one club's name ("Macc" of Macclesfield) and do what a side does."""
        names = [m for m in of_kinds(self.mentions, ("NAME",)) if m.text not in found and is_front(m.text)]
        if not names:
            return []
        teams = of_kinds(self.mentions, ("TEAM",))
        of = {name: [t for t in teams if is_front_of(name, t.text)] for name in {m.text for m in names}}
        one = {name: fits[0].value for name, fits in of.items() if len({str(t.value) for t in fits}) == 1}
        return [(m, one[m.text]) for m in names if m.text in one and self._stands_for_a_side(m)]

    def _stands_for_a_side(self, mention: Mention) -> bool:
        """After "the", before what a side does or owns, or in the company of a score."""
        lower = self.text.lower
        if lower.endswith(("the ", "\nthe "), 0, mention.start):
            return mention.text.endswith("s") or _DOES.match(lower, mention.end) is not None
        return _DOES.match(lower, mention.end) is not None or lower.endswith(_MET, 0, mention.start)

    def _printed(self, name: str) -> str:
        """A name as the raw text prints it first."""
        at = self.text.normal.find(name)
        return self.text.printed(at, at + len(name)) if at >= 0 else name

    def _misspelt(self) -> None:
        """A lone name one slip away from a club of the story ("Atlanta" among many an "Atalanta") is that club."""
        often = [club for club, n in self.clubs.items() if n >= _OFTEN and len(club) >= _LONG_ENOUGH]
        self._letter_lost()
        if not often:
            return
        for mention in of_kinds(self._named, ("TEAM", "NAME", "PLACE")):
            rare = mention.kind == "TEAM" and self.clubs[mention.value] == 1
            if (mention.kind == "TEAM" and not rare) or not self._is_long_enough(mention):
                continue
            near = [club for club in often if OSA.distance(mention.text, club, score_cutoff=1) <= 1]
            if len(near) == 1 and not (rare and self._may_well_meet(str(mention.value), near[0])):
                mention.kind, mention.value = "TEAM", near[0]
                self.clubs[near[0]] += 1

    def _letter_lost(self) -> None:
        """Short names too, where a letter is lost of a club told again and again and the rest does what a side does
        ("Merw continued to press" of a Merrow, "Com" of a Como)."""
        short = [c for c, n in self.clubs.items() if n >= _AGAIN_AND_AGAIN and _SHORTEST < len(c) < _LONG_ENOUGH]
        for mention in of_kinds(self._named, ("NAME",)) if short else ():
            if " " in mention.text or len(mention.text) < _SHORTEST:
                continue
            mine = [c for c in short if len(c) - len(mention.text) == 1 and c[0] == mention.text[0]]
            near = [c for c in mine if OSA.distance(mention.text, c, score_cutoff=1) <= 1]
            if len(near) == 1 and _GOES_ON.match(self.text.lower, mention.end):
                mention.kind, mention.value = "TEAM", near[0]
                self.clubs[near[0]] += 1

    def _is_long_enough(self, mention: Mention) -> bool:
        """Whether one slip tells little: in a long name, in a shorter one that does what a side does."""
        length = len(mention.text)
        return length >= _LONG_ENOUGH or (
            length >= _SHORT_OF_ONE and _DOES.match(self.text.lower, mention.end) is not None
        )

    def _may_well_meet(self, rare: str, club: str) -> bool:
        """Whether both are clubs of their own: of one country ("Reading" and "Yeading"), or too unlike where nobody
        knows the rare one."""
        if rare in self.countries:
            return len({self.countries.get(rare), self.countries.get(club)} - {None}) < 2
        return len(rare) < _LONG or rare[0] != club[0]

    def _mark_attributive(self) -> None:
        for mention in of_kinds(self._named, ("TEAM",)):
            compared = _COMPARED.search(self.text.lower, mention.start) is not None
            mention.compared = compared and not self.text.lower.startswith(_LED_TO, mention.end)
            once = self.text.lower.endswith(_ONCE, 0, mention.start) and not mention.possessive
            if once or _ATTRIBUTIVE.match(self.text.lower, mention.end):
                mention.attributive = True

    def _told_by_country(self) -> Counter[str]:
        told: Counter[str] = Counter()
        for club, country in self.countries.items():
            told[country] += self.clubs[club]
        return told

    def adopt(self, mention: Mention) -> str:
        """An unknown name that stands where only a club can: from here on it is a club of this story."""
        name = self.text.printed(mention.start, mention.end)
        name = _cut_short(name, self.clubs) or name
        for other in self.mentions:
            if other.kind in ("NAME", "PERSON", "PLACE") and other.text == mention.text:
                other.kind, other.value = "TEAM", name
                self.clubs[name] += 1
        return name


def _is_of_one(mention: Mention) -> bool:
    """Whether a name is one known club's alone."""
    return isinstance(mention.value, tuple | list) and len(mention.value) == 1


def _cut_short(name: str, clubs: Iterable[str]) -> str | None:
    """The one club of these whose first word ends or begins so: "Dale" of Rochdale, "Macc" of Macclesfield Town."""
    tail = name.lower()
    if len(tail) < _TAIL or " " in tail:
        return None
    mine = [c for c in clubs if c.split()[0].endswith(tail) and len(c.split()[0]) > len(tail) + 2]
    mine += [c for c in clubs if is_front(name) and is_front_of(name, c)]
    return mine[0] if len(mine) == 1 else None
