"""Which capitalised names are clubs that no vocabulary knows: by the company they keep in the text.

"Port Ellery are third", "Port Ellery manager X", "beat Port Ellery 2-0" speak for a club; "striker Jon Hale", "said
Hale" speak for a person. A name is a club where the first outweigh the second; its first word then stands for it too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from flows.extract import lexicon
from flows.extract.mentions import Mention
from flows.extract.people import NO_PERSON, country_of

CLUB_WORD = re.compile(
    r"(?:^|\s)(?:FC|AFC|CF|SC|AC|United|City|Town|Rovers|Wanderers|Albion|Athletic|County|Rangers|Women|Ladies|WFC)$|"
    r"^(?:FC|AFC|AC|SC|CF|Real|Sporting|Atletico|Dynamo|Dinamo|Olympique|Racing) "
)
_ROLES = (
    "manager|coach|head coach|boss|striker|defender|midfielder|goalkeeper|keeper|captain|skipper|winger|forward|"
    "chairman|chairwoman|owner|fans|"
    "supporters|players|side|team|board|full-back|centre-back|director|substitute|goal|half|back line|defence|attack|"
    "bench|coaching staff"
)
_BEFORE_CLUB = re.compile(
    r"\b(?:against|beat|beating|beaten by|defeat(?:ed|ing)|over|hosts?|hosted|face|faced|facing|visit|visited|"
    r"thrash(?:ed|ing)|versus|v|vs|home to|"
    r"away to|lost to|draw with|drew with|drawn with|trip to|travel(?:led|s)? to|rivals|neighbours|strugglers|"
    r"victory over|win over|"
    r"defeat to|defeat by|points? (?:behind|above|ahead of|clear of)|clear of|behind|put|give|gave|eliminated|join|"
    r"joined|signed for|for champions) $"
)
_AFTER_CLUB = re.compile(
    rf"(?:'s?)? (?:(?:are|were|have|lead|remain|sit|host|face|travel|lie)\b|(?:former |new |head )?(?:{_ROLES})\b)"
)
_AFTER_EITHER = re.compile(r" (?:had|won|lost|drew|beat|went|led|will|took|then|also|never|could|came)\b")
_BEFORE_PERSON = re.compile(
    r"(?:\b(?:striker|midfielder|defender|goalkeeper|keeper|winger|forward|captain|skipper|coach|manager|boss|"
    r"substitute|teenager|youngster|full-back|centre-back|"
    r"playmaker|referee|chairman|chairwoman|president|director|Sir|Mr|Mrs|Dr|said|says|told|added|from|by|wing-back|"
    r"veteran|international|player)|-old|-born) $"
)
_AFTER_PERSON = re.compile(
    r"(?:'s? (?:header|shot|cross|free-kick|penalty|strike|volley|effort|corner|pass|goals?|brace|hat-trick|men|"
    r"side)\b)|"
    r",? (?:\d\d,|who |said|says|added|told|scored|headed|netted|struck|slotted|converted|fired|curled|is |was |has |"
    r"insisted|believes|admitted|joined|tapped|drilled|"
    r"volleyed|saved|missed|equalised|made|turned|\(\d)"
)
_SCORE_NEAR = re.compile(r"^ ?\d{1,2} ?- ?\d{1,2}\b")
_SCORE_BEFORE = re.compile(r"\d{1,2} ?- ?\d{1,2} (?:(?:to|by|against|with|over) )?$")
_LED_BY = re.compile(r"'s? (?:[\w-]+ )?(?:side|team|men|players|forwards|charges|boys|goal|half|XI|squad)\b")
_NEVER = frozenset(
    {
        "I",
        "VAR",
        "FA",
        "UEFA",
        "FIFA",
        "BBC",
        "TV",
        "GMT",
        "BST",
        "EU",
        "UK",
        "US",
        "USA",
        "COVID",
        "Covid",
        "Fifa",
        "Uefa",
        "Caf",
        "People",
    }
)
_NO_CLUB = frozenset({"Communications", "Corporation", "Council", "Association", "Federation"}) | lexicon.name_words(
    "CALENDAR"
)
_CLUB_PREFIX = re.compile(r"^(?:1\. ?)?(?:FC|AFC|AC|SC|CF|SV|FSV|VfB|VfL|TSV|FK|NK|SK|KS|GKS|CD|UD|RC|AS|US) ")
_ENOUGH = 2


def find(normal: str, lower: str, mentions: list[Mention], known: set[str]) -> dict[str, str]:
    """Names that are unknown clubs: {name as printed in normal text: the club's fullest name}."""
    return Company(normal, lower, mentions, known).clubs()


class Company:
    """The company that the names of a text keep; `known` are clubs given away by a club word."""

    def __init__(self, normal: str, lower: str, mentions: list[Mention], known: set[str]) -> None:
        self._normal = normal
        self._lower = lower
        self._names = [
            m for m in mentions if m.kind == "NAME" and m.text not in _NEVER and not _NO_CLUB & set(m.text.split())
        ]
        self._known = known
        self._printed = Counter(m.text for m in mentions if m.kind == "NAME")
        self._club: defaultdict[str, float] = defaultdict(float)
        self._person: defaultdict[str, float] = defaultdict(float)
        for mention in self._names:
            self._weigh(mention)

    def clubs(self) -> dict[str, str]:
        """Names that are clubs, each with the club's fullest name."""
        surnames = {m.text.rsplit(" ", 1)[1] for m in self._names if " " in m.text}
        found = {name for name, weight in self._club.items() if weight >= _ENOUGH and weight > self._person[name]}
        found -= {name for name in found if self._goes_by_surname(name)}
        found -= {
            name
            for name in found
            if " " not in name and name in surnames and not any(f.startswith(name + " ") for f in found)
        }
        return self._with_short_names(found | self._known)

    def people(self) -> frozenset[str]:
        """Single names that act as people do ("Neymar", "Suso")."""
        single = {
            name
            for name in self._person
            if " " not in name and not name.isupper() and len(name) > 2 and name not in NO_PERSON
        }
        return frozenset(
            n
            for n in single
            if self._person[n] >= _ENOUGH and self._person[n] > self._club[n] and country_of(n) is None
        )

    def _weigh(self, mention: Mention) -> None:
        normal, lower, name = self._normal, self._lower, mention.text
        before = lower[max(0, mention.start - 24) : mention.start]
        after = lower[mention.end : mention.end + 26]
        opens = mention.start < 2 or normal[mention.start - 2] in ".!?\n\"'" or normal[mention.start - 1] == "\n"
        if _LED_BY.match(after):
            self._person[name] += 2
            return
        if opens and " " not in name:
            self._club[name] += 0.4 * bool(_AFTER_CLUB.match(after))
            self._person[name] += 1.5 * bool(_AFTER_PERSON.match(after))
            return
        if CLUB_WORD.search(name):
            self._club[name] += 4
        if _AFTER_CLUB.match(after):
            self._club[name] += 2
        elif _AFTER_EITHER.match(after):
            self._club[name] += 0.5
        if _BEFORE_CLUB.search(before):
            self._club[name] += 1.2
        if _SCORE_NEAR.match(normal, mention.end) or _SCORE_BEFORE.search(
            normal[max(0, mention.start - 8) : mention.start]
        ):
            self._club[name] += 2
        if _BEFORE_PERSON.search(before):
            self._person[name] += 2
        if _AFTER_PERSON.match(after):
            self._person[name] += 1.5

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
                    names[short] = names[name] if short != name else name
            bare = _CLUB_PREFIX.sub("", name)
            if bare != name and bare in self._printed:
                names[bare] = name
        return names
