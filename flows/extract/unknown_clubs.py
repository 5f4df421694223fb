"""Which capitalised names are clubs that no vocabulary knows: by the company they keep in the text.

"Port Ellery are third", "Port Ellery manager X", "beat Port Ellery 2-0" speak for a club; "striker Jon Hale", "said
Hale" speak for a person. Each cue of `_CUES` gives a name so much for a club or for a person; a name is a club where
the first outweigh the second. Its first words then stand for it too: a club is shortened to its front, a person to
the end.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import NamedTuple

from flows.extract import lexicon, result_company
from flows.extract.mentions import Mention
from flows.extract.people import NO_PERSON, country_of

CLUB_WORD = re.compile(
    r"(?:^|\s)(?:FC|AFC|CF|SC|AC|United|City|Town|Rovers|Wanderers|Albion|Athletic|County|Rangers|Women|Ladies|WFC|"
    r"Harriers|Thistle|Unia|Hotspur|Argyle)$|"
    r"^(?:FC|AFC|AC|SC|CF|Real|Sporting|Atletico|Dynamo|Dinamo|Olympique|Racing|Spartak|Lokomotiv|Hapoel|Maccabi) "
)
_ROLES = (
    r"(?:former |new |head |assistant )?(?:manager|coach|head coach|boss|striker|defender|midfielder|goalkeeper|keeper|"
    r"captain|skipper|winger|forward|chairman|chairwoman|owner|fans|supporters|players|side|team|board|full-back|"
    r"centre-back|director|substitute|goal|half|back line|defence|attack|bench|coaching staff)\b"
)
_BEATEN = (
    r"\b(?:against|beat|beating|beaten by|defeat(?:ed|ing)|over|hosts?|hosted|face|faced|facing|visit|visited|"
    r"thrash(?:ed|ing)|versus|v|vs|home to|away to|lost to|draw with|drew with|drawn with|trip to|travel(?:led|s)? to|"
    r"rivals|neighbours|strugglers|leaders|champions|holders|leaders,|champions,|holders,|neighbours,|rivals,|hosts,|"
    r"visitors,|victory over|win over|defeat to|defeat by|"
    r"points? (?:behind|above|ahead of|clear of)|clear of|behind|put|give|gave|eliminated|join|joined|signed for|"
    r"(?:go|goes|went|come|comes|came) to|put past|receive|received|entertain|games for|goals for) $"
)
_DOING = (
    r" (?:had|won|lost|drew|beat|went|led|will|took|then|also|never|could|come|came|go|finished|played|welcome|"
    r"entertain|"
    r"receive)\b"
)
_OWNING = (
    r"(?:'s?)? (?:unbeaten|winning|losing|winless|perfect|home|away|season|league) "
    r"(?:run|record|streak|form|campaign|win|defeat)\b"
)
_WON_SCORE = r" (?:have |had )?(?:won|lost|drew|beat|beaten|went down)\b.{0,24}?\b\d{1,2} ?- ?\d{1,2}\b"
_CALLED = (
    r"(?:\b(?:striker|midfielder|defender|goalkeeper|keeper|winger|forward|captain|skipper|coach|manager|boss|"
    r"substitute|"
    r"teenager|youngster|full-back|centre-back|playmaker|referee|chairman|chairwoman|president|director|sir|mr|mrs|dr|"
    r"said|says|told|added|wing-back|veteran|international|player)|-old|-born) $"
)
_ACTING = (
    r"'s? (?:header|shot|cross|free-kick|penalty|strike|volley|effort|corner|pass|goals?|brace|hat-trick|men|side)\b|"
    r",? (?:\d\d,|who |said|says|added|told|headed|netted|struck|slotted|converted|fired|curled|insisted|believes|"
    r"admitted|joined|tapped|drilled|volleyed|saved|missed|equalised|made|turned|\(\d)"
)
_LED_BY = re.compile(r"'s? (?:[\w-]+ )?(?:side|team|men|players|forwards|charges|boys|goal|half|xi|squad)\b")


class Cue(NamedTuple):
    """A pattern over the lower-case text before or after a name, and what it is worth for a club and for a person."""

    stands: str
    pattern: re.Pattern[str]
    club: float = 0.0
    person: float = 0.0


_CUES = (
    Cue(
        "after",
        re.compile(rf"(?:'s?)? (?:(?:are|were|have|lead|remain|sit|host|face|travel|lie|stay)\b|{_ROLES})"),
        club=2,
    ),
    Cue("after", re.compile(_OWNING), club=2),
    Cue("after", re.compile(_DOING), club=0.5),
    Cue("after", re.compile(_WON_SCORE), club=1),
    Cue("after", re.compile(r" ?\d{1,2} ?- ?\d{1,2}\b"), club=2),
    Cue("before", re.compile(_BEATEN), club=1.2),
    Cue("before", re.compile(r"\d{1,2} ?- ?\d{1,2} (?:(?:to|by|against|with|over) )?$"), club=2),
    Cue("before", re.compile(_CALLED), person=2),
    Cue("before", re.compile(r"\b(?:from|by) $"), person=1),
    Cue("after", re.compile(_ACTING), person=1.5),
    Cue("after", re.compile(r" scored (?:\w+ ){1,4}(?:against|to)\b"), club=1.5),
    Cue("after", re.compile(r",? (?:is|was|has|scored) "), person=1),
)
_BEFORE = tuple(cue for cue in _CUES if cue.stands == "before")
_AFTER = tuple(cue for cue in _CUES if cue.stands == "after")
_GOES_ON = frozenset(" ',")
_BACK, _AHEAD = 24, 48
_ENOUGH = 2
_FRONT_AND_WHOLE = 1.0
_LEADERS = frozenset(
    {"Assistant", "Caretaker", "Interim", "Former", "Acting", "Head", "Influential", "Youth", "Senior"}
)
_NEVER = (
    frozenset({"I", "COVID", "Covid", "Fifa", "Uefa", "Caf", "People", "Police", "Arab", "Muslim", "Jewish"}) | _LEADERS
)
_NO_CLUB = lexicon.name_words("CALENDAR") | {"Communications", "Corporation", "Council", "Association", "Federation"}
_CLUB_PREFIX = re.compile(r"^(?:1\. ?)?(?:FC|AFC|AC|SC|CF|SV|FSV|VfB|VfL|TSV|FK|NK|SK|KS|GKS|CD|UD|RC|AS|US) ")


def find(normal: str, lower: str, mentions: list[Mention], known: set[str]) -> dict[str, str]:
    """Names that are unknown clubs: {name as printed in normal text: the club's fullest name}."""
    return Company(normal, lower, mentions, known).clubs()


class Company:
    """The company that the names of a text keep; `known` are clubs given away by a club word."""

    def __init__(self, normal: str, lower: str, mentions: list[Mention], known: set[str]) -> None:
        self._normal = normal
        self._lower = lower
        self._names = [m for m in mentions if m.kind == "NAME" and _may_be_club(m.text)]
        self._known = known | self._told_by_club_word(mentions)
        self._printed = Counter(m.text for m in mentions if m.kind == "NAME")
        self._inside = {m.text for m in self._names if not self._opens(m)}
        self._club: defaultdict[str, float] = defaultdict(float)
        self._person: defaultdict[str, float] = defaultdict(float)
        for mention in self._names:
            self._weigh(mention)
        placed = [m for m in mentions if m.kind != "NAME" or _may_be_club(m.text)]
        result_company.weigh(lower, placed, self._club, _LED_BY.match)
        for name in [n for n in self._club if " " in n]:
            front = name.split(" ", 1)[0]
            if front in self._club:
                self._club[name] += self._club[front] + _FRONT_AND_WHOLE

    def clubs(self) -> dict[str, str]:
        """Names that are clubs, each with the club's fullest name."""
        surnames = {m.text.rsplit(" ", 1)[1] for m in self._names if " " in m.text}
        likely = {name for name, weight in self._club.items() if weight >= _ENOUGH and weight > self._person[name]}
        found = {name for name in likely if not self._goes_by_surname(name)}
        fronts = {name.split(" ", 1)[0] for name in found if " " in name}
        return self._with_short_names({n for n in found if n not in surnames or n in fronts} | self._known)

    def people(self) -> frozenset[str]:
        """Single names that act as people do ("Neymar", "Suso")."""
        acting = {name for name, weight in self._person.items() if weight >= _ENOUGH and weight > self._club[name]}
        return frozenset(name for name in acting if _may_be_person(name))

    def _told_by_club_word(self, mentions: list[Mention]) -> set[str]:
        """ "Northbridge" before "Rovers", where the two are still apart."""
        return {
            self._normal[name.start : word.end]
            for name, word in pairwise(mentions)
            if name.kind == "NAME" and word.kind == "TEAM" and word.start - name.end == 1
            if CLUB_WORD.search(f" {word.text}") and " " not in name.text and not self._opens(name)
        }

    def _opens(self, mention: Mention) -> bool:
        before = self._normal[max(0, mention.start - 2) : mention.start]
        return not before or before[-1] in "\n\"'" or before[0] in ".!?:"

    def _weigh(self, mention: Mention) -> None:
        """Add up the cues beside it; of a word that only ever opens sentences little is believed."""
        name = mention.text
        before = self._lower[max(0, mention.start - _BACK) : mention.start]
        after = self._lower[mention.end : mention.end + _AHEAD]
        if _LED_BY.match(after):
            self._person[name] += 2
            return
        doubt = 0.2 if " " not in name and name not in self._inside else 1.0
        self._club[name] += 4.0 * bool(CLUB_WORD.search(name))
        cues = _AFTER if after[:1] in _GOES_ON else ()
        cues += _BEFORE if before[-1:] == " " else ()
        for cue in cues:
            if cue.pattern.search(before) if cue.stands == "before" else cue.pattern.match(after):
                self._club[name] += cue.club * doubt
                self._person[name] += cue.person

    def _goes_by_surname(self, name: str) -> bool:
        """ "Jon Hale" whom the text goes on to call "Hale"."""
        if " " not in name or CLUB_WORD.search(name):
            return False
        last = name.rsplit(" ", 1)[1]
        return self._printed[last] >= 1 and self._club.get(last, 0) <= self._person.get(last, 0) + 1

    def _with_short_names(self, found: set[str]) -> dict[str, str]:
        """The first words of a club's name stand for it ("Northbridge"), and what follows an FC."""
        names = {name: name for name in found}
        for name in sorted(found, key=lambda n: -len(n)):
            words = name.split()
            for n in range(len(words) - 1, 0, -1):
                short = " ".join(words[:n])
                if short in self._printed:
                    names[short] = names[name]
            bare = _CLUB_PREFIX.sub("", name)
            if bare != name and bare in self._printed:
                names[bare] = name
        return names


def _may_be_club(name: str) -> bool:
    abbreviated = name.isupper() and len(name) < 4
    return not abbreviated and name not in _NEVER and _NO_CLUB.isdisjoint(name.split())


def _may_be_person(name: str) -> bool:
    proper = " " not in name and not name.isupper() and len(name) > 2
    return proper and name not in NO_PERSON and country_of(name) is None
