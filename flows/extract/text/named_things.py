"""Competitions and grounds by their names' last words, and competitions whose name means another one in each country.

"Merrow League" and "Harbour Cup" are competitions, "Lodestar Park" and "at Weirside" grounds, though no vocabulary
has them. "Premier League" in a story of Scottish clubs is the Scottish one; "Super Cup" is the one of the clubs'
country.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from flows import vocabulary
from flows.extract.text import lexicon
from flows.extract.text.acting import acts_as_man
from flows.extract.text.beside import After, Before
from flows.extract.text.mentions import Mention, of_kinds, where
from flows.extract.text.normalise import Text

_COMPETITION = re.compile(
    r"^(?!World Cups)[A-Z].* (?:League|Cup|Trophy|Shield|Championship|Division|Conference|Premiership|Vase|Plate|"
    r"Liga|Bowl|Combination)(?: (?:One|Two|A|B|North|South))?$"
)
_ALLIANCE = re.compile(r"[A-Z].* Alliance")  # where it does not play
_ONE_WORD_LEAGUE = re.compile(r"[A-Z][a-z]{2,}(?:liga|ligaen|ligan|divisie|divisioona|divisjonen|pokal)")
_GROUND = re.compile(
    r"^(?:[A-Z].* (?:Park|Stadium|Arena|Ground|Stadion|Stade|Dome|Field|Bowl|Stand|(?:Road|Lane|Street|Park) End)|"
    r"(?:Stade|Stadio|Estadio|Stadion|Arena) .+)$"
)
_STREET = re.compile(r"^[A-Z].* (?:Road|Lane|Street|Way|Green|Meadows?|Avenue|Gate|Row|Terrace|Croft|End|Fields)$")
_AT = re.compile(
    r"\b(?:at|to|visit|visits|visited|visiting|leave|leaving|left|from|fill|filled|sold-out|packed|inside|"
    r"around) (?:an? (?:[\w-]+, )?[\w-]+ |the )?$"
)
_PLAYED_AT_ALL = re.compile(
    r"\b(?:at|(?:trips?|visits?|travel\w*|returns?|returned|journeys?|moved?|moves) to|visit(?:s|ed|ing)?|fill|filled|"
    r"sold-out|packed|inside|around) (?:an? (?:[\w-]+, )?[\w-]+ |the )?$"
)
_IN_SUCH_WEATHER = Before(
    r"\b(?:at|in|inside|around) an? (?:[\w-]+, )?(?:(?:rain|wind|snow|sun|fog|mud|mist|flood|storm|gale)[\w-]*|packed|"
    r"sold-out|"
    r"full|raucous|noisy|half-empty|near-empty|empty|deserted|bouncing|hushed|silent|stunned|sodden|waterlogged|frozen|"
    r"freezing|icy|blustery|damp|wet|chilly|soggy|heaving|partisan|expectant|refurbished|bitterly cold|"
    r"sparsely filled) $",
    48,
)
_PLAYS = re.compile(
    r"(?:'s)? (?:manager|head coach|coach|boss|striker|defender|midfielder|goalkeeper|keeper|captain|skipper|"
    r"winger|forward|chairman|"
    r"full-back|left-back|right-back|centre-back|are|were|have|went out|won|lost|beat|drew|v|host|face|travel|"
    r"entertain|welcome|visit|go|take on|meet|play|sit|lie|stand|remain|stay|climb|move|need|head|slip|drop|lead|"
    r"trail)\b"
)
_PLAYED = Before(
    r"\b(?:lost|losing|loses?|beaten|held|drew|drawn|drawing|knocked out|thrashed|hammered|eliminated|"
    r"defeat|loss|draw|win|victory|triumph|reverse|\d-\d) (?:to|by|over|against|with) |\bagainst |"
    r"\b(?:away|home) to |\b(?:beat(?:ing)?|t(?:ake|akes|ook|aking) on|(?:host|fac|meet|thrash|hammer)(?:e?s|ed|ing)?|"
    r"visit of|visitors|hosts|leaders|strugglers|neighbours|rivals|overc[ao]me|saw off|knocked out|disposed of) ",
    24,
)
_GROUND_AFTER = re.compile(r"(?:'s)? (?:ground|stadium|pitch|turf|crowd|faithful|club|outfit)\b")
_ORDEAL_AFTER = re.compile(r" (?:ordeal|showdown|heist|heroics|humbling|thriller|faithful|roar|crowd|stalemate|rout)\b")
_SINGLE = re.compile(r"[A-Z][a-z]{2,}(?:stadion|stadium|arena|grounds)")
_VISITED = Before(
    r"\b(?:travel(?:led|s|ling)?|trips?|goe?s?|heads?|headed|journey(?:ed|s)?|returns?|visits?) to $|"
    r"\bvisit(?:s|ed|ing)? $",
    20,
)
_AT_A_GROUND = Before(
    r"\b(?:at|inside|outside|around|(?:travel(?:led|s|ling)?|trips?|goe?s?|went|heads?|headed|journey(?:ed|s)?|"
    r"returns?|visits?|comes?|came|welcom\w+ .{3,20}) to|visit(?:s|ed|ing)?|leav(?:e|es|ing)|left|on|in|from) the $|"
    r"\b(?:at|(?:travel(?:led|s|ling)?|trips?|goe?s?|went|heads?|headed|journey(?:ed|s)?|returns?|visits?|comes?|"
    r"came) to) $",
    40,
)
_COME_TO = Before(r"\b(?:come|comes) to $", 10)
_ON_A_DAY = After(r" (?:(?:on|this|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|next week)\b", 16)
_TO_MEET = After(
    r" (?:to (?:meet|face|play|take on|tackle|battle)|for an? (?:[\w-]+ ){0,3}(?:with|against)) (?:[a-z-]+ )?", 48
)
_SURNAMES = frozenset({"Park", "Field", "Dome", "Bowl"})
_CONTINENT = {
    "UEFA": "Europe",
    "CAF": "Africa",
    "AFC": "Asia",
    "CONCACAF": "North America",
    "CONMEBOL": "South America",
    "OFC": "Oceania",
}
_NAME = frozenset({"NAME"})
_COMPETITIONS = frozenset({"COMPETITION"})
_QUALIFYING_FOR = Before(
    r"\b(?:qualifying|qualifiers?) (?:(?:group|round|match|game|campaign|tie|fixture|action|stage)(?:e?s)? )?for "
    r"(?:the |next (?:year|summer|month)'s )?(?:\d{4} )?$",
    64,
)
_QUALIFYING_IN = After(r" (?:\d{4} )?(?:[A-Z][a-z]+ )?(?:[Qq]ualif(?:ying|iers?)\b)")
_EUROS = frozenset({"European Championship", "European Championship qualifying"})
_CLEARLY = 2
_SCORE_BEFORE = Before(r"(?:\d-\d|\bgoalless|\bscoreless) $", 12)
_NOUN_AFTER = After(r" (?:draw|stalemate|win|victory|triumph|success|defeat|loss|reverse)\b(?! (?:at|in) )")
_NOUNS = {"DRAW": "DRAW", "WIN": "WIN", "LOSE": "LOSS"}
_OPPOSING = frozenset({"AGAINST", "BY", "OVER"})
_PLAYED_AT = Before(r"(?:\b(?:win|victory|draw|defeat|loss|triumph|success|beaten|lost|won|drew)|\d-\d) at $", 20)


@lru_cache(maxsize=50_000)
def kind_by_last_word(name: str) -> str | None:
    """COMPETITION for "Merrow League", GROUND for "Harbour Stadium", None for a name that is neither by itself."""
    if " " not in name:
        return None
    if _COMPETITION.match(name) and not name.isupper():
        return "COMPETITION"
    return "GROUND" if _GROUND.match(name) and name.split(" ", 1)[0] not in lexicon.name_words("FIRST_NAME") else None


def name_competitions_and_grounds(text: Text, mentions: list[Mention]) -> None:
    """Retype names that are a competition's or a ground's; a ground of no known club has the value ()."""
    names = of_kinds(mentions, _NAME)
    playing = {
        m.text
        for m in names
        if _PLAYS.match(text.lower, m.end) or (" " in m.text and _PLAYED.search(text.lower, m.start))
    }
    always_at_the = _always_at_the(text, mentions)
    grounds = _between_result_and_side(text, mentions)
    for mention in names:
        owners = vocabulary.short_grounds().get(mention.text)
        if owners is not None and not mention.possessive and _AT_A_GROUND.search(text.lower, mention.start):
            mention.kind, mention.value = "GROUND", owners
            continue
        if mention.text in grounds:
            mention.kind, mention.value = "GROUND", ()
            continue
        weathered = _IN_SUCH_WEATHER.search(text.lower, mention.start) is not None and not mention.possessive
        if weathered and mention.text not in playing and mention.text not in lexicon.name_words("CALENDAR"):
            grounds.add(mention.text)
            mention.kind, mention.value = "GROUND", ()
            continue
        heading = _in_capitals().get(mention.text) if mention.text.isupper() else None
        if heading is not None and text.normal.startswith((":", "\n"), mention.end):
            mention.kind, mention.value = "COMPETITION", heading
            continue
        if mention.text not in playing and _is_visited(text, mention, mentions):
            grounds.add(mention.text)
            mention.kind, mention.value = "GROUND", ()
            continue
        if " " not in mention.text:
            if mention.text in always_at_the or _SINGLE.fullmatch(mention.text):
                mention.kind, mention.value = "GROUND", ()
            elif _ONE_WORD_LEAGUE.fullmatch(mention.text):
                mention.kind, mention.value = "COMPETITION", mention.text
            continue
        allied = _ALLIANCE.fullmatch(mention.text) is not None and mention.text not in playing
        if (_COMPETITION.match(mention.text) or allied) and not mention.text.isupper():
            mention.kind = "COMPETITION"
            women = "Women's " if text.lower.endswith("women's ", 0, mention.start) else ""
            mention.value = women + text.printed(mention.start, mention.end)
        elif mention.text not in playing and _is_ground(text, mention):
            mention.kind, mention.value = "GROUND", ()


def _between_result_and_side(text: Text, mentions: list[Mention]) -> set[str]:
    """Names of grounds by where they stand: "a 4-0 win at Low Meadows against X", "a 1-1 Mill Lane draw"; what is a
    noun behind such a one is no verb."""
    found = set()
    for index in where(mentions, _NAME):
        mention = mentions[index]
        if mention.possessive or mention.text.isupper():
            continue
        after = _NOUN_AFTER.match(text.lower, mention.end)
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        if after is not None and _SCORE_BEFORE.search(text.lower, mention.start):
            found.add(mention.text)
            if following is not None and following.kind in ("DRAW", "WIN", "LOSE"):
                following.kind, following.value = f"{_NOUNS[following.kind]}_NOUN", None
        elif text.lower.endswith(" at ", 0, mention.start) and following is not None and following.kind in _OPPOSING:
            adjoins = following.start - mention.end == 1 and _PLAYED_AT.search(text.lower, mention.start) is not None
            found |= (
                {mention.text} if adjoins and text.normal[following.end + 1 : following.end + 2].isalpha() else set()
            )
    return found


def _always_at_the(text: Text, mentions: list[Mention]) -> set[str]:
    """Single names that stand after "the" wherever they are told, and once after "at the": "beaten at the Lodge"."""
    lone = [m for m in mentions if m.kind == "NAME" and " " not in m.text and m.text[1:].islower()]
    titled = {m.text for m in lone if text.normal.endswith((" at The ", " in The "), 0, m.start)}
    after_the = {m.text: True for m in lone if text.lower.endswith(" at the ", 0, m.start) and m.text[-1] != "s"}
    for mention in lone:
        if mention.text in after_the:
            beside = mention.possessive or _PLAYS.match(text.lower, mention.end) is not None
            after_the[mention.text] &= text.lower.endswith("the ", 0, mention.start) and not beside
    return titled | {name for name, always in after_the.items() if always}


def _is_ground(text: Text, mention: Mention) -> bool:
    words = mention.text.split()
    if len(words) == 2 and words[0] in lexicon.name_words("FIRST_NAME") and not _named_ground(text, mention):
        return False
    if len(words) == 2 and words[1] in _SURNAMES and acts_as_man(text.lower, mention.start, mention.end):
        return False
    if _GROUND.match(mention.text):
        return True
    before = text.lower[max(0, mention.start - 20) : mention.start]
    after = text.lower[mention.end : mention.end + 12]
    told = _AT.search(before) or _GROUND_AFTER.match(after) or _ORDEAL_AFTER.match(after)
    return bool(_STREET.match(mention.text) and told)


def _is_visited(text: Text, mention: Mention, mentions: list[Mention]) -> bool:
    """ "travel to Cinder Hill to meet Harland": where somebody goes to meet another is no side; nor is it where
    somebody comes to on a day, where two sides have been told before."""
    if mention.possessive:
        return False
    if _COME_TO.search(text.lower, mention.start) is not None:
        told = [m for m in of_kinds(mentions, ("TEAM",)) if m.start < mention.start]
        return len(told) > 1 and _ON_A_DAY.match(text.lower, mention.end) is not None
    if _VISITED.search(text.lower, mention.start) is None:
        return False
    met = _TO_MEET.match(text.normal, mention.end)
    at = mention.end + (met.end() if met else 0)
    return met is not None and text.normal[at : at + 1].isupper()


def _named_ground(text: Text, mention: Mention) -> bool:
    """A place where somebody plays at, though it is called as a man is; "a goal from Luke Field" names a man."""
    before = text.lower[max(0, mention.start - 20) : mention.start]
    return bool(_PLAYED_AT_ALL.search(before)) or "stadium" in mention.text.lower()


def name_lone_grounds(text: Text, mentions: list[Mention]) -> None:
    """A lone name after "at" that nobody bears ("beat them 2-1 at Weirside") is a ground, wherever it stands."""
    lone = {
        mentions[i].text
        for i in where(mentions, _NAME)
        if _stands_at(text, mentions[i]) and _two_sides_before(text, mentions, i)
    }
    for mention in of_kinds(mentions, _NAME) if lone else ():
        if mention.text in lone:
            mention.kind, mention.value = "GROUND", ()


def _stands_at(text: Text, mention: Mention) -> bool:
    if " " in mention.text or mention.text.isupper() or mention.possessive or not mention.text[1:].islower():
        return False
    if mention.text in lexicon.name_words("CALENDAR") or text.lower.startswith(("-", " and "), mention.end):
        return False
    return text.lower.endswith((" at ", " at the "), 0, mention.start)


def _two_sides_before(text: Text, mentions: list[Mention], index: int) -> bool:
    """Whether its sentence has named both sides; "lost at Thornwick" leaves room for an opponent."""
    here = mentions[index].start
    if text.lower.endswith(" at the ", 0, here):
        return not mentions[index].text.endswith("s")
    since = max(text.normal.rfind(". ", 0, here), text.normal.rfind("\n", 0, here))
    return len({m.value for m in mentions[max(0, index - 25) : index] if m.kind == "TEAM" and m.start > since}) >= 2


# ---- names that mean another competition in each country


def settle_competitions(text: Text, mentions: list[Mention], countries: Counter[str], of_women: bool = False) -> None:
    """Give each such name the competition of the story's clubs, a cup the women's one in a story of women's football;
    `countries` counts their mentions."""
    homes = _homes()
    votes: Counter[str] = Counter()
    for country, n in countries.items():
        votes[country] += n
        votes[_continents().get(country, country)] += n
    for mention in of_kinds(mentions, _COMPETITIONS):
        if mention.text in homes and not str(mention.value).endswith(f" {mention.text}"):
            mention.value = _meant(mention, homes[mention.text], votes)
        if of_women and str(mention.value).endswith(" Cup") and f"Women's {mention.value}" in _names_of_clubs():
            mention.value = f"Women's {mention.value}"
    told = of_kinds(mentions, _COMPETITIONS)
    for mention in told:
        if f"{mention.value} qualifying" in _country_of() and _is_qualifying(text, mention):
            mention.value = f"{mention.value} qualifying"
    _europes_qualifying(told)


def _is_qualifying(text: Text, cup: Mention) -> bool:
    """ "in Asian qualifying for the 2026 World Cup", "a World Cup 2026 qualifier"."""
    before, behind = _QUALIFYING_FOR.search(text.lower, cup.start), _QUALIFYING_IN.match(text.normal, cup.end)
    return before is not None or behind is not None


def _europes_qualifying(told: list[Mention]) -> None:
    """ "European qualifying" in a story of the World Cup and of no Euro is Europe's part of that."""
    names = {str(m.value) for m in told if not m.text.startswith("European qualif")}
    if {"World Cup", "World Cup qualifying"} & names and not names & _EUROS:
        for mention in told:
            if mention.value == "European Championship qualifying":
                mention.value = "World Cup qualifying"


@cache
def _in_capitals() -> dict[str, str]:
    """ "CAF CONFEDERATION CUP" above or before the news of it -> its usual name."""
    return {form.upper(): name for form, name in vocabulary.competition_names().items() if " " in form}


@cache
def _names_of_clubs() -> frozenset[str]:
    """The competitions of clubs: a tournament of countries is printed without the word in the news of it."""
    return frozenset(c.name for c in vocabulary.competitions() if c.kind in ("cup", "league_cup"))


def _meant(mention: Mention, homes: dict[str, str], votes: Counter[str]) -> str:
    usual = vocabulary.competition_names().get(mention.text)
    of_usual = _country_of().get(usual, "") if usual else ""
    best = max(homes, key=lambda country: (votes[country], country not in _CONTINENT.values()))
    if votes[best] and (usual is None or votes[best] >= _CLEARLY * max(votes[of_usual], 1)):
        return homes[best]
    return usual or mention.text


@cache
def _homes() -> dict[str, dict[str, str]]:
    """Name -> {country: the competition it means there}."""
    homes: dict[str, dict[str, str]] = {}
    for (form, country), name in vocabulary.home_competition_names().items():
        homes.setdefault(form, {})[country] = name
    return homes


@cache
def _country_of() -> dict[str, str]:
    return {c.name: c.country for c in vocabulary.competitions()}


@cache
def _continents() -> dict[str, str]:
    return {n.name: _CONTINENT.get(n.confederation, "") for n in vocabulary.nations()}
