"""The town that the words at a match put it in: "a 0-0 draw in the heat of Merrow", "In Merrow, X beat Y".

In: the normal text, a sentence and where the match stands in it. Out: the mention of the town, a PLACE or a name nobody
knows, or None. A town belongs to the match that it stands beside, which `mine` answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from flows import vocabulary
from flows.extract.text import lexicon
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_TOWN = r"(?P<town>[A-Z][\w'-]+(?:[ -][A-Z][\w'-]+){0,2})"
_GOES_ON = (
    r"(?=[.,;:)]|$| (?:on|to|when|where|after|last|before|with|and|thanks|that|in|next|this|later|tonight|tomorrow|at|"
    r"for|but|as|while|despite|through|a|two|three|four|earlier|yesterday|by|who|which)\b)"
)
_WEATHER = (
    r"(?:the (?:[a-z-]+ )?(?:heat|rain|altitude|cauldron|snow|cold|sunshine|suburbs?|city|town|port|capital|hills|"
    r"outskirts) of )?"
)
_BEHIND = re.compile(rf"[^.,;:()\n]{{0,34}}?(?: on [A-Z][a-z]+day(?: night| evening)?)? in {_WEATHER}{_TOWN}{_GOES_ON}")
_OPENING = re.compile(rf"\W{{0,2}}In {_TOWN}, |\W{{0,2}}In the [a-z ]{{3,40}} in {_TOWN.replace('town', 'other')}, ")
_LEFT = Sought(
    rf"\b(?:(?:came|come|coming|comes|got|walked|went) (?:away|back|home|off)|return(?:ed|s|ing)?|emerged?|"
    rf"flew home|fly home) from {_TOWN} (?:on [A-Z][a-z]+day )?with |"
    rf"\b(?:left|leave|leaves|leaving) {_TOWN.replace('town', 'other')} (?:on [A-Z][a-z]+day )?with ",
    as_printed=True,
)
_TO_FACE = Sought(
    rf"\b(?:go|goes|going|travel|travels|travelling|head|heads|heading|trip|fly|flies|flying|visit|went|travelled|"
    rf"journey|return|returns) (?:back )?to {_TOWN}(?: on [A-Z][a-z]+day| next [a-z]+| in [A-Z][a-z]+)? "
    r"(?:to (?:$|face|play|meet|take on)|for (?:a|the|their|its)|where they)",
    as_printed=True,
)
_TOWNS = frozenset({"PLACE", "NAME", "PERSON"})
NO_TOWN = frozenset({"Europe", "Africa", "Asia", "America", "South America", "Group"})


def town_told(
    normal: str,
    sentence: Sentence,
    start: int,
    end: int,
    mine: Callable[[Mention], bool],
    alone: bool,
    of_countries: bool,
) -> Mention | None:
    """The town of the match between two offsets; `alone` where the sentence tells of no other match. A match of two
    countries is at no club: a club's name is the town there."""
    kinds = _TOWNS | {"TEAM"} if of_countries else _TOWNS
    towns = {m.start: m for m in sentence.mentions if m.kind in kinds and _may_be_town(m)}
    if not towns:
        return None
    for at in _places(normal, sentence, start, end, alone):
        if at in towns and (alone or mine(towns[at])):
            return towns[at]
    return None


def may_be_a_venue(place: str) -> bool:
    """A town: neither a county, a region, a continent nor a part of one ("south Wales", "north London")."""
    return place not in _lands() and not place[:1].islower()


@cache
def _lands() -> frozenset[str]:
    return frozenset(place.place for place in vocabulary.places() if place.kind not in ("city", "district"))


def _places(normal: str, sentence: Sentence, start: int, end: int, alone: bool) -> list[int]:
    """Where a town may stand, the surest first."""
    found = []
    behind = _BEHIND.match(normal, end, sentence.span.end)
    if behind is not None:
        found.append(behind.start("town"))
    before = _TO_FACE.search(normal, max(sentence.span.start, start - 80), end)
    if before is not None:
        found.append(before.start("town"))
    left = _LEFT.search(normal, max(sentence.span.start, start - 80), end) if alone else None
    if left is not None:
        found.append(left.start("town") if left["town"] else left.start("other"))
    opening = _OPENING.match(normal, sentence.span.start, start)
    if opening is not None:
        found.append(opening.start("town") if opening["town"] else opening.start("other"))
    return found


def _may_be_town(mention: Mention) -> bool:
    calendar = mention.text in lexicon.name_words("CALENDAR")
    return not calendar and mention.text not in NO_TOWN and not mention.possessive
