"""Which capitalised names are clubs that no vocabulary knows: by the company they keep in the text.

"Port Ellery are third", "Port Ellery manager X", "beat Port Ellery 2-0" speak for a club; "striker Jon Hale", "said Hale"
speak for a person. A name is a club where the first outweigh the second; its first word then stands for it too.
"""

from __future__ import annotations

import re
from collections import defaultdict

from flows.extract.mentions import Mention

CLUB_WORD = re.compile(
    r"(?:^|\s)(?:FC|AFC|CF|SC|AC|United|City|Town|Rovers|Wanderers|Albion|Athletic|County|Rangers|Women|Ladies|WFC)$|^(?:FC|AFC|AC|SC|CF|Real|Sporting|Atletico|Dynamo|Dinamo|Olympique|Racing) "
)
_ROLES = (
    "manager|coach|head coach|boss|striker|defender|midfielder|goalkeeper|keeper|captain|skipper|winger|forward|chairman|chairwoman|owner|fans|"
    "supporters|players|side|team|board|full-back|centre-back|director|substitute|goal|half|back line|defence|attack|bench|coaching staff"
)
_BEFORE_CLUB = re.compile(
    r"\b(?:against|beat|beating|beaten by|defeat(?:ed|ing)|over|hosts?|hosted|face|faced|facing|visit|visited|thrash(?:ed|ing)|versus|v|vs|home to|"
    r"away to|lost to|draw with|drew with|drawn with|trip to|travel(?:led|s)? to|rivals|neighbours|strugglers|victory over|win over|"
    r"defeat to|defeat by|points? (?:behind|above|ahead of|clear of)|clear of|behind|put|give|gave|eliminated|join|joined|signed for|for champions) $"
)
_AFTER_CLUB = re.compile(rf"(?:'s?)? (?:(?:are|were|have|lead|remain|sit|host|face|travel|lie)\b|(?:former |new |head )?(?:{_ROLES})\b)")
_AFTER_EITHER = re.compile(r" (?:had|won|lost|drew|beat|went|led|will|took|then|also|never|could|came)\b")
_BEFORE_PERSON = re.compile(
    r"(?:\b(?:striker|midfielder|defender|goalkeeper|keeper|winger|forward|captain|skipper|coach|manager|boss|substitute|teenager|youngster|full-back|centre-back|"
    r"playmaker|referee|chairman|chairwoman|president|director|Sir|Mr|Mrs|Dr|said|says|told|added|from|by|wing-back|veteran|international|player)|-old|-born) $"
)
_AFTER_PERSON = re.compile(
    r"(?:'s? (?:header|shot|cross|free-kick|penalty|strike|volley|effort|corner|pass|goals?|brace|hat-trick|men|side)\b)|"
    r",? (?:\d\d,|who |said|says|added|told|scored|headed|netted|struck|slotted|converted|fired|curled|is |was |has |insisted|believes|admitted|joined|tapped|drilled|"
    r"volleyed|saved|missed|equalised|made|turned|\(\d)"
)
_SCORE_NEAR = re.compile(r"^ ?\d{1,2} ?- ?\d{1,2}\b")
_SCORE_BEFORE = re.compile(r"\d{1,2} ?- ?\d{1,2} (?:(?:to|by|against|with|over) )?$")
_LED_BY = re.compile(r"'s? (?:[\w-]+ )?(?:side|team|men|players|forwards|charges|boys|goal|half|XI|squad)\b")
_NEVER = frozenset({"I", "VAR", "FA", "UEFA", "FIFA", "BBC", "TV", "GMT", "BST", "EU", "UK", "US", "USA", "COVID", "Covid"})


def find(normal: str, lower: str, mentions: list[Mention], known: set[str]) -> dict[str, str]:
    """Names that are unknown clubs: {name as printed in normal text: the club's fullest name}.

    `known` are clubs the text itself gives away by a club word ("Northbridge Rovers").
    """
    club: defaultdict[str, float] = defaultdict(float)
    person: defaultdict[str, float] = defaultdict(float)
    surnames = set()
    for mention in mentions:
        if mention.kind != "NAME" or mention.text in _NEVER:
            continue
        _weigh(normal, lower, mention, club, person)
        if " " in mention.text:
            surnames.add(mention.text.rsplit(" ", 1)[1])
    found = {name for name, weight in club.items() if weight >= 2 and weight > person[name]}
    found -= {name for name in found if _person_known_by_surname(name, club, person, mentions)}
    found -= {name for name in found if " " not in name and name in surnames and not any(f.startswith(name + " ") for f in found)}
    return _with_short_names(found | known, mentions)


def _weigh(normal: str, lower: str, mention: Mention, club: defaultdict[str, float], person: defaultdict[str, float]) -> None:
    before = lower[max(0, mention.start - 24) : mention.start]
    after = lower[mention.end : mention.end + 26]
    name = mention.text
    opens = mention.start < 2 or normal[mention.start - 2] in ".!?\n\"'" or normal[mention.start - 1] == "\n"
    if _LED_BY.match(after):
        person[name] += 2
        return
    if opens and " " not in name:
        club[name] += 0.4 * bool(_AFTER_CLUB.match(after))
        return
    if CLUB_WORD.search(name):
        club[name] += 4
    if _AFTER_CLUB.match(after):
        club[name] += 2
    elif _AFTER_EITHER.match(after):
        club[name] += 0.5
    if _BEFORE_CLUB.search(before):
        club[name] += 1.2
    if _SCORE_NEAR.match(normal[mention.end : mention.end + 8]) or _SCORE_BEFORE.search(normal[max(0, mention.start - 8) : mention.start]):
        club[name] += 2
    if _BEFORE_PERSON.search(before):
        person[name] += 2
    if _AFTER_PERSON.match(after):
        person[name] += 1.5


def _person_known_by_surname(name: str, club: dict[str, float], person: dict[str, float], mentions: list[Mention]) -> bool:
    """"Jon Hale" whom the text goes on to call "Hale"."""
    if " " not in name or CLUB_WORD.search(name):
        return False
    last = name.rsplit(" ", 1)[1]
    return sum(m.kind == "NAME" and m.text == last for m in mentions) >= 1 and club.get(last, 0) <= person.get(last, 0) + 1


def _with_short_names(found: set[str], mentions: list[Mention]) -> dict[str, str]:
    """The first words of a club's name stand for it: "Northbridge" for Northbridge Rovers."""
    names = {name: name for name in found}
    printed = {m.text for m in mentions if m.kind == "NAME"}
    for name in sorted(found, key=lambda n: -len(n)):
        words = name.split()
        for n in range(len(words) - 1, 0, -1):
            short = " ".join(words[:n])
            if short in printed:
                names[short] = names[name] if short != name else name
    return names
