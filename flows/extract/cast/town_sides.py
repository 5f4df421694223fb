"""Towns that stand for their club: "Merrow hosts Harland", "lost 3-1 at Merrow", "the trip to Merrow on Sunday".

In: the mentions of a story once its clubs are settled. A place is retyped to the club that the story tells by a longer
name with that word in it, else, where the words beside it can be said of a side only, to the one club of that name in
the leagues or countries of the story. "in Merrow", "from Merrow", "Merrow police" stay places.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from flows import vocabulary
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.normalise import Text

_STAYS_BEFORE = re.compile(
    r"(?:\b(?:in|from|near|around|across|outside|inside|of|born|based|mayor|downtown|greater|new|north|south|east|west|"
    r"northern|southern|eastern|western|central|via|towards|into|through|throughout|leave|leaving|left|between|capital|"
    r"city|town|to reach|flew to|fly to|flying to|moved to|moving to|return to|returned to|back to)|[-/]) ?$"
)
_A_CLUB = re.compile(r" (?:club|side|outfit|team)\b")
_STAYS_AFTER = re.compile(
    r"(?:-|/| ?\(| ?--| - |(?:'s?)? (?:airport|hospital|police|city|council|university|province|streets?|area|region|"
    r"side|team|outfit|club|men|players?|based|born|native|suburbs?|fans?|hotel|court|district|derby|is (?:a|the|in|an|"
    r"one)|was (?:a|the|in|an|one))\b|, [A-Z])"
)
_PLAYS_AFTER = re.compile(
    r"(?:'s? |'s?$|,? (?:who|which) | (?:ahead|in front|level|(?:\w+ )?up|back (?:in|on|level)|the (?:\w+ )?lead|"
    r"(?:an?|the) (?:[\w-]+ ){0,3}(?:lead|advantage|cushion|lifeline))\b|, (?:\w+ )?(?:with|without|on|still|"
    r"already|now|beaten|\w+(?:-\w+)?,? |\w+ "
    r"(?:with|on|in) )|"
    r" (?:(?:have|had|has|were|was|are|is|will|would|could|can|also|then|still|duly|never|now|only|both|each|and|or)\b|"
    r"(?:beat|beats|win|wins|won|lose|loses|lost|draw|draws|drew|face|faces|play|plays|host|hosts|meet|meets|met|visit|"
    r"visits|take|takes|took|lead|leads|led|come|comes|came|go|goes|went|need|needs|sit|sits|sat|stay|stays|remain|"
    r"remains|travel|travels|head|heads|entertain|entertains|welcome|welcomes|get|gets|got|hit|hits|put|puts|climb|"
    r"climbs|drop|drops|move|moves|top|tops|trail|trails|held|v|vs|\w+ed)\b|\d))"
)
_PLAYS_BEFORE = re.compile(
    r"(?:\b(?:against|beat|beats|beating|beaten by|with|v|vs|versus|over|by|face|faces|faced|facing|host|hosts|hosted|"
    r"hosting|play|plays|played|playing|meet|meets|met|visit|visits|visited|visiting|thrashed|held|at|to|than|behind|"
    r"above|below|and|while|as|but|when|for|like)|\d|,) $"
)
_SURELY_AFTER = re.compile(
    r" (?:(?:will |now |also |then |next )?(?:beat|won|lost|drew|host|hosts|hosted|visit|visits|face|faces|faced|v|vs|"
    r"take on|takes on|entertain|entertains|blanked|defeated|downed|routed|edged|thrashed|hammered|thumped|"
    r"stunned|outclassed|overcame|shut out|pipped|see off|saw off)\b|(?:[a-z]+ed|fell|went down) \d-\d|"
    r"\d+(?:-\d|\b[,;.]|$))"
)
_SURELY_BEFORE = re.compile(
    r"\b(?:against|beat|beats|beating|beaten by|v|vs|versus|face|faces|faced|facing|host|hosts|hosted|hosting|"
    r"thrash(?:ed|ing)|rout(?:ed|ing)|edged|held by|lost to|lose to|losing to|draw with|drew with|win over|"
    r"victory over|(?:defeat|loss) (?:to|by|at)|(?:win|victory|draw) at|trip to|trips to|visit to|travel to|"
    r"travels to|travelled to|"
    r"head to|heads to|go to|goes to|off to|away to|home to|\d-\d (?:at|to|by|with)|"
    r"(?:over|beat|by|with|against|past) visiting) $"
)


def settle(text: Text, mentions: list[Mention], told: Counter[str], leagues: set[str], countries: set[str]) -> None:
    """Retype the places among the mentions that are a club; `told` counts the story's clubs and is added to."""
    _name_by_city(text, mentions, told)
    places = of_kinds(mentions, ("PLACE",))
    if not places:
        return
    leagues = leagues | {str(m.value) for m in of_kinds(mentions, ("COMPETITION",))}
    by_word = _by_word(told)
    for mention in places:
        if _stays(text, mention):
            continue
        club = _called(mention.text, by_word, told) if _plays(text, mention) else None
        if club is None and _surely_plays(text, mention):
            club = _of_the_story(mention.text, leagues, countries)
        if club is not None:
            mention.kind, mention.value = "TEAM", club
            told[club] += 1


def _name_by_city(text: Text, mentions: list[Mention], told: Counter[str]) -> None:
    """ "the Merrow club" of a story of another club from Merrow: a place, not the club of that name."""
    for mention in of_kinds(mentions, ("TEAM",)):
        if told[str(mention.value)] != 1 or mention.possessive:
            continue
        if not text.lower.endswith("the ", 0, mention.start) or not _A_CLUB.match(text.lower, mention.end):
            continue
        if any(_cities().get(club) == mention.text for club in told if club != mention.value):
            del told[str(mention.value)]
            mention.kind, mention.value = "PLACE", mention.text


@cache
def _cities() -> dict[str, str]:
    return {club.name: club.city for club in vocabulary.clubs() if not club.national}


def _by_word(told: Counter[str]) -> dict[str, list[str]]:
    """The told clubs by each beginning of their names and by each word."""
    found: dict[str, list[str]] = {}
    for club in told:
        words = club.split()
        for part in {" ".join(words[:n]) for n in range(1, len(words))} | {w for w in words[1:] if len(words) > 1}:
            found.setdefault(part, []).append(club)
    return found


def _called(place: str, by_word: dict[str, list[str]], told: Counter[str]) -> str | None:
    """The told club with the place in its name; of several the one whose name begins with it, if one alone does."""
    clubs = by_word.get(place, [])
    fronted = [club for club in clubs if club.startswith(f"{place} ")]
    fitting = fronted or clubs
    return fitting[0] if len(fitting) == 1 else None


def _of_the_story(place: str, leagues: set[str], countries: set[str]) -> str | None:
    """The one known club whose name begins with the place, of the story's leagues, else of its countries."""
    clubs = _named_after().get(place, ())
    for fitting in ([c for c in clubs if c.league in leagues], [c for c in clubs if c.country in countries]):
        if fitting:
            return fitting[0].name if len(fitting) == 1 else None
    return None


@cache
def _named_after() -> dict[str, tuple[vocabulary.Club, ...]]:
    found: dict[str, tuple[vocabulary.Club, ...]] = {}
    for club in vocabulary.clubs():
        if not club.national:
            words = club.name.split()
            for part in {" ".join(words[:n]) for n in range(1, len(words))}:
                found[part] = (*found.get(part, ()), club)
    return found


def _stays(text: Text, mention: Mention) -> bool:
    before = text.lower[max(0, mention.start - 14) : mention.start]
    if _STAYS_BEFORE.search(before) or _STAYS_AFTER.match(text.normal, mention.end):
        return True
    follows = text.normal[mention.end : mention.end + 2]
    return follows[:1] == " " and follows[1:].isupper() and not mention.possessive


def _plays(text: Text, mention: Mention) -> bool:
    before = text.lower[max(0, mention.start - 12) : mention.start]
    return mention.possessive or bool(_PLAYS_AFTER.match(text.lower, mention.end) or _PLAYS_BEFORE.search(before))


def _surely_plays(text: Text, mention: Mention) -> bool:
    before = text.lower[max(0, mention.start - 24) : mention.start]
    return bool(_SURELY_AFTER.match(text.lower, mention.end) or _SURELY_BEFORE.search(before))
