"""Which club a name means in a story: its own, a shared one ("United", "the Blues"), or one that is a plain word too.

A name of one club is that club. A shared name is the club of that name the story tells otherwise too, else the one of
the story's league or country. A weak name ("Reading", "Hearts", "Jordan") is a side only where the story tells that
side by a better name or a cue of play stands beside it. In a story about women's football the clubs are their women's
sides.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from flows import vocabulary
from flows.extract.cast import cues_beside
from flows.extract.cast.borne_together import borne_together
from flows.extract.cast.joined_names import WOMEN
from flows.extract.cast.of_its_league import meant_in_league
from flows.extract.cast.result_words import acts_as_a_side
from flows.extract.text import lexicon
from flows.extract.text.beside import After
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.name_parts import surname_of
from flows.extract.text.normalise import Text

_CUE_BEFORE = re.compile(
    r"(?:\b(?:against|beat|beating|beaten by|over|hosts?|hosted|face|faced|facing|visits?|visited|thrash(?:ed|ing)|v|"
    r"vs|versus|to|at|with|by|than|join|joined|"
    r"rivals|neighbours|strugglers|leaders|champions|from|visitors|hosts|behind|above|below|past|eliminated|and|put|"
    r"gave|give)|\d|,|:) $|\n$|^$"
)
_CUE_AFTER = re.compile(
    r"(?:'s?)? (?:(?:are|were|have|had|will|won|lost|drew|beat|lead|led|remain|sit|host|face|travel|took|went|take|"
    r"go|came|and|also|then|v|vs|who|play|need)\b|"
    r"(?:former |new |head |assistant )?(?:manager|head coach|coach|boss|striker|defender|midfielder|goalkeeper|"
    r"keeper|captain|skipper|winger|forward|chairman|owner|fans|"
    r"supporters|players|side|team|full-back|centre-back)\b|\d)|[:,] |\n| \(|$"
)
_PLAY_BEFORE = re.compile(
    r"(?:\b(?:against|beat|beating|beaten by|hosts?|hosted|face|faced|facing|plays?|meets?|thrash(?:ed|ing)|v|vs|"
    r"versus|(?:knock|dump|edg|bundl)(?:ed|ing|s)? out|(?:saw|sees?|seeing) off|(?:eliminat|hammer|thump|trounc|humbl|"
    r"defeat|oust)(?:ed|ing))|\d|\d ?- ?\d (?:(?:home |away |cup |league )?(?:win|victory|triumph|success|defeat|"
    r"loss|draw|reverse|stalemate) )?(?:at|with|by|to|over|against)|"
    r"\b(?:(?:wins?|victory|triumph|success) (?:over|at)|"
    r"(?:defeats? |loss |lost |exit |reverse |humiliation )(?:by|to|at)|"
    r"drew (?:with|at)|(?:draws?|stalemate) (?:with|at)|defeat of|at the hands of|conquerors of|disposed? of|"
    r"accounted for|knocked out by|trip to|home to|away (?:to|at))) $"
)
_PLAY_AFTER = re.compile(
    r"(?:'s?)? (?:(?:are|were|v|vs)\b|(?:manager|boss|head coach|coach|fans|supporters|players|side|team|striker|"
    r"midfielder|defender)\b|\d{1,2} ?-)"
)
_PLAYED = re.compile(r"(?:'s?)? (?:have|had|will|won|lost|drew|beat|lead|led|remain|sit|host|face|travel|finished)\b")
_OCCASION = re.compile(  # "Derby joy for X"
    r" (?:days?|nights?|joy|delight|glory|drama|agony|pain|woes?|misery|despair|spoils|honours|bragging|double|"
    r"hero(?:es)?|thriller|duel|fever|tension|classic|king|stalemate|revenge|triumph|specialists?|rout|history)\b"
)
_OWN_RESULT = re.compile(r" (?:(?:won|lost|drew|beat [A-Z]?[\w ]{2,24}?) )?\d{1,2} ?-\d")
_OF_A_PLACE = re.compile(r" of ([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b")
_PLACES_OWN = re.compile(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)'s? $")
_NEWS_OF_WOMEN = re.compile(r"\b(?:women's|wsl|female)\b")
_OTHERS_OF_ITS = After(
    r"(?:'s?)? (?P<who>women|reserves|under-\d\d)(?:s\b)?(?! (?:and|who|in|of|from|footballers)\b)(?![\w-])", 24
)
_OF_AN_AGE = re.compile(r" Under-\d\d$")
_LEAD_CHARACTERS = 600
_FOR_A_CLUB = 2.0
_PRAISED = re.compile(
    r" (?:goal|half|attack|defence|side|team|bench|board|players|finish|save|squad|legend)\b"
)  # "Nice goal"
_OF_A_MAN_NAMED = re.compile(  # "Nice winger Dan Best"
    r" (?:striker|midfielder|defender|goalkeeper|keeper|winger|forward|captain|skipper|manager|coach|boss|full-back|"
    r"centre-back|left-back|right-back|centre-half|playmaker|head coach|chairman) [A-Z][a-z]"
)


class ClubNames:
    """Settles the TEAM mentions of one story: `value` becomes the club's name, or the mention becomes a NAME."""

    def __init__(self, text: Text, mentions: list[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self.told: Counter[str] = Counter()
        self.leagues: dict[str, str] = {}
        self.countries: dict[str, str] = {}
        self.of_women = False
        self._told_leagues: set[str] = set()
        self._told_countries: set[str] = set()
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        self.surnames = frozenset(
            last for m in of_kinds(mentions, ("NAME",)) if (last := surname_of(m.text)) is not None
        )
        self._written: defaultdict[str, list[Mention]] = defaultdict(list)
        self._unknown: defaultdict[str, list[str]] = defaultdict(list)
        self._uncued: dict[str, int] = {}
        self._ends: set[str] = set()
        self._first: dict[str, int] = {}

    def settle(self) -> None:
        """Settle all, the surest first."""
        live = of_kinds(self._mentions, ("TEAM",))
        self._ends = {m.value.rsplit(" ", 1)[-1] for m in live if isinstance(m.value, str) and " " in m.value}
        for mention in live:
            self._written[mention.text].append(mention)
            if isinstance(mention.value, str):
                self._first.setdefault(mention.value, mention.start)
                self.told[mention.value] += 1
                self._forms[mention.value].add(mention.text)
            elif len(mention.value) == 1 and not self._weak(mention) and not self._passes_for_another(mention):
                self._take(mention, mention.value[0])
        for name in self.told:
            for word in set(name.split()):
                self._unknown[word].append(name)
        open_ = live
        for step in (
            self._by_its_country,
            lambda m: borne_together(m, live, self._nickname),
            self._told_surely,
            lambda m: meant_in_league(m, self._named_wholly(m), self.leagues, self.countries, self._written),
            self._by_its_own_name,
            self._by_its_nickname,
            self._by_its_ground,
            self._with_a_cue,
            self._with_a_cue,
            self._told_otherwise,
            self._of_the_league,
        ):
            open_ = [m for m in open_ if not isinstance(m.value, str)]
            for mention in open_:
                if not self._is_of_an_unknown(mention):
                    index = step(mention)
                    if index is not None and not self._of_others(mention, index):
                        self._take(mention, index)
        for mention in open_:
            if not isinstance(mention.value, str):
                self._unknown_or_none(mention)
        self._others(live)
        self._women(live)

    def _is_of_an_unknown(self, mention: Mention) -> bool:
        """ "Thistle" of a story about a Balmoral Thistle that tells of Partick Thistle once: the one told oftener, else
        first."""
        same = self._same_word(mention)
        if same is None or not same.removesuffix(" Women").endswith(f" {mention.text}"):
            return False
        known = [name for i in mention.value if (name := vocabulary.clubs()[i].name) in self.told]
        return bool(known) and all(self._prominence(same) > self._prominence(name) for name in known)

    def _prominence(self, name: str) -> tuple[int, int]:
        return self.told[name], -self._first.get(name, 0)

    def _passes_for_another(self, mention: Mention) -> bool:
        """A nickname; or a word that ends the name of a club nobody knows: "Villa" of an Ashcroft Villa."""
        return mention.text in self._ends or self._nickname(mention, mention.value[0])

    def _weak(self, mention: Mention) -> bool:
        return mention.text in vocabulary.weak_names() or self._is_surname(mention)

    def _is_surname(self, mention: Mention) -> bool:
        """ "Telford" where the story tells a Graham Telford and no Telford United: somebody's surname before a club."""
        if mention.text not in self.surnames or isinstance(mention.value, str):
            return False
        return not any(vocabulary.clubs()[i].national for i in mention.value)

    def _take(self, mention: Mention, index: int) -> None:
        club = vocabulary.clubs()[index]
        mention.value = club.name
        self._first[club.name] = min(mention.start, self._first.get(club.name, mention.start))
        self.told[club.name] += 1
        self._forms[club.name].add(mention.text)
        self.leagues[club.name] = club.league
        self.countries[club.name] = club.country
        self._told_leagues.add(club.league)
        self._told_countries.add(club.country)

    # ---- the steps, the surest first

    def _by_its_country(self, mention: Mention) -> int | None:
        """ "Nacional of Uruguay", "Uruguay's Nacional": the one club of the name in the country beside it."""
        if len(mention.value) < 2:
            return None
        behind = _OF_A_PLACE.match(self._text.normal, mention.end)
        place = behind or _PLACES_OWN.search(self._text.normal, max(0, mention.start - 24), mention.start)
        if place is None:
            return None
        clubs = vocabulary.clubs()
        there = [i for i in mention.value if place.group(1) in (clubs[i].country, clubs[i].city)]
        return there[0] if len(there) == 1 else None

    def _told_surely(self, mention: Mention) -> int | None:
        """The club told by another name too, unless one that this may be as well is written and not settled yet: "the
        Reds" of a story of a Liverpool that meets a Manchester United last."""
        clubs = vocabulary.clubs()
        called = (i for i in mention.value if self._nickname(mention, i))
        open_yet = (i for i in called if clubs[i].name not in self.told and clubs[i].name in self._written)
        return None if any(open_yet) else self._told_otherwise(mention)

    def _told_otherwise(self, mention: Mention) -> int | None:
        """The one club of this name that the story tells by another; of several, one that goes by no name but this."""
        clubs = vocabulary.clubs()
        told = [i for i in mention.value if self._forms[clubs[i].name] - {mention.text}]
        unknown = self._same_word(mention)
        if unknown and not any(self._likely(i, mention.text)[0] for i in told):
            return None  # "City" of a Rotherby City is not the one that is told as Hull
        if unknown and self._is_told_first(unknown, {clubs[i].name for i in told}, mention):
            return None
        if len(told) < 2:
            return told[0] if told else None
        ranked: list[int] = sorted(told, key=lambda i: self._likely(i, mention.text), reverse=True)
        if self._likely(ranked[0], mention.text) > self._likely(ranked[1], mention.text):
            return ranked[0]
        return self._told_last(mention, [i for i in told if self._likely(i, "") >= self._likely(ranked[1], "")])

    def _is_told_first(self, name: str, others: set[str], mention: Mention) -> bool:
        """Whether of the clubs that a word may mean only the unknown one has been told before it."""
        before = [m.value for m in self._mentions if m.kind == "TEAM" and m.start < mention.start]
        return name in before and others.isdisjoint(v for v in before if isinstance(v, str))

    def _told_last(self, mention: Mention, clubs: list[int]) -> int | None:
        """Of clubs as likely the one told last before it, and not again in its sentence: "City won 5-0 at X City"."""
        names = {vocabulary.clubs()[i].name: i for i in clubs}
        lower, start = self._text.lower, mention.start
        stop = min((at for mark in (". ", "\n") if (at := lower.find(mark, start)) >= 0), default=len(lower))
        last: int | None = None
        for other in self._mentions:
            if other.start > stop:
                break
            if other.kind == "TEAM" and other.value in names and other.text != mention.text:
                again = other.start > start and names[other.value] == last
                last = None if again else last if other.start > start else names[other.value]
        return last

    def _likely(self, index: int, form: str) -> tuple[bool, int, bool]:
        """Not called by another part of its name ("Newcastle" is no "United" beside another United), nor one with
        a word of its own behind what it shares ("Betis" is no "Real"); told often; without a word of its own at all."""
        club = vocabulary.clubs()[index]
        own = any(f in club.name.split() for f in club.short_names)
        behind = own and form != "" and club.name.startswith(f"{form} ")
        return not (self._goes_by_another(club.name, form) or behind), self.told[club.name], not own

    def _goes_by_another(self, name: str, form: str) -> bool:
        """Whether the story calls a club by a part of its name that is not this one."""
        parts = (f for f in self._forms[name] if f" {f} " in f" {name} " and form not in f)
        return form in name and any(parts)

    def _by_its_own_name(self, mention: Mention) -> int | None:
        """The club whose whole name this is, unless it is a weak one or the end of another's that the story tells
        ("Rangers" of Stourbeck Rangers)."""
        named = self._named_wholly(mention)
        if named and mention.text in self._ends and vocabulary.clubs()[named[0]].name not in self.told:
            return None
        return named[0] if len(named) == 1 and not self._weak(mention) else None

    def _by_its_nickname(self, mention: Mention) -> int | None:
        """The one club that bears a nickname which is nothing else."""
        of_another = mention.text in self._ends and vocabulary.clubs()[mention.value[0]].name not in self.told
        return mention.value[0] if len(mention.value) == 1 and not of_another and not self._weak(mention) else None

    def _by_its_ground(self, mention: Mention) -> int | None:
        """ "against Real", in a story of the Bernabeu: the club at home on a ground told of, else in a town."""
        if len(mention.value) < 2 or self._same_word(mention):
            return None
        grounds = {m.value[0] for m in of_kinds(self._mentions, ("GROUND",)) if len(m.value or ()) == 1}
        towns = {m.value for m in of_kinds(self._mentions, ("PLACE",))}
        local = [i for i in self._named_wholly(mention) if vocabulary.clubs()[i].city in towns]
        there = [i for i in mention.value if i in grounds] or local
        return there[0] if len(there) == 1 else None

    @staticmethod
    def _nickname(mention: Mention, index: int) -> bool:
        return mention.text in vocabulary.clubs()[index].nicknames

    def _of_others(self, mention: Mention, index: int) -> bool:
        """A nickname known of a club that the story never names, in a story of two sides: it is one of theirs."""
        club = vocabulary.clubs()[index]
        if club.name in self.told or len(self.told) < 2 or not self._nickname(mention, index):
            return False
        return club.country not in self._told_countries or self._many(mention)

    def _many(self, mention: Mention) -> bool:
        """ "the Millers": a nickname in the plural, here or elsewhere with its article."""
        lower = self._text.lower
        return mention.text.endswith("s") and any(
            lower.endswith(("the ", "\nthe "), 0, m.start) for m in self._written[mention.text]
        )

    def _with_a_cue(self, mention: Mention) -> int | None:
        """A weak name of one club where play stands beside it here, or beside another mention of it."""
        if not self._weak(mention) or mention.text in self._ends:
            return None
        owners = self._owners(mention)
        if len(owners) != 1 or self._uncued.get(mention.text) == len(self.leagues):
            return None
        if any(self._cue(m, owners[0]) for m in self._written[mention.text]):
            return owners[0]
        self._uncued[mention.text] = len(self.leagues)
        return None

    def _owners(self, mention: Mention) -> list[int]:
        if len(mention.value) == 1:
            return list(mention.value)
        return self._named_wholly(mention)

    def _named_wholly(self, mention: Mention) -> list[int]:
        """The clubs whose whole name or short name this is."""
        own = vocabulary.own_names()
        return [i for i in mention.value if mention.text in own[i]]

    def _cue(self, mention: Mention, index: int) -> bool:
        before = self._text.lower[max(0, mention.start - 32) : mention.start]
        after = self._text.lower[mention.end : mention.end + 28]
        if mention.text in self.surnames:
            return bool(_OWN_RESULT.match(after) or (_PLAY_BEFORE.search(before) and _PLAY_AFTER.match(after)))
        if _PLAY_BEFORE.search(before) or _PLAY_AFTER.match(after):
            return True
        if mention.text.isupper() and _PLAYED.match(after):
            return True  # initials are nobody's name
        if acts_as_a_side(self._text.lower, mention) or _OF_A_MAN_NAMED.match(self._text.normal, mention.end):
            return True
        praised = self._text.opens_sentence(mention.start) and _PRAISED.match(after)
        if not (praised or _OCCASION.match(after)) and cues_beside.weight(self._text.lower, mention) >= _FOR_A_CLUB:
            return True
        club = vocabulary.clubs()[index]
        many = mention.text.endswith("s") and before.endswith("the ")
        akin = club.league in self._told_leagues or club.country in self._told_countries
        is_match = mention.text.lower() in lexicon.words_of("FIXTURE_NOUN") and _OCCASION.match(after)
        return akin and not is_match and bool(many or _CUE_BEFORE.search(before) or _CUE_AFTER.match(after))

    def _of_the_league(self, mention: Mention) -> int | None:
        """Of a shared name: the one club of the story's leagues, else of its countries."""
        clubs = vocabulary.clubs()
        if mention.text in self.surnames or self._same_word(mention):
            return None
        fits = {
            i: (
                self.told[clubs[i].name],
                clubs[i].league in self._told_leagues,
                clubs[i].country in self._told_countries,
                mention.text in clubs[i].short_names,
            )
            for i in mention.value
        }
        ranked = sorted(mention.value, key=fits.__getitem__, reverse=True)
        if len(ranked) == 1:
            return None
        best, second = fits[ranked[0]], fits[ranked[1]]
        return ranked[0] if (any(best[:3]) and best > second) or (best[3] and not second[3]) else None

    def _same_word(self, mention: Mention) -> str | None:
        """A club unknown to the vocabulary that has this word in its name ("Rovers" of Northbridge Rovers)."""
        known = [name for name in self._unknown.get(mention.text, ()) if name not in self.leagues]
        return max(
            known, key=lambda name: (not self._goes_by_another(name, mention.text), self.told[name]), default=None
        )

    def _unknown_or_none(self, mention: Mention) -> None:
        name = self._same_word(mention)
        if name is not None:
            mention.value = name
            self.told[name] += 1
        else:
            mention.kind, mention.value = "NAME", None

    # ---- women's football

    def _others(self, live: list[Mention]) -> None:
        """ "Norway's women beat Wales", "Everton reserves": another side of a country or a club."""
        found = [(m, told["who"]) for m in live if m.value and (told := _OTHERS_OF_ITS.match(self._text.lower, m.end))]
        for mention, who in found:
            if not mention.value.endswith(f" {who.capitalize()}"):
                self._rename(mention, f"{mention.value} {who.capitalize()}")

    def _women(self, live: list[Mention]) -> None:
        """In a story that opens with women's football, clubs told without the word are the women's sides as well."""
        sides = [m for m in live if m.kind == "TEAM" and m.value]
        women = {m.value for m in sides if m.value.rsplit(" ", 1)[-1] in WOMEN or m.text.startswith("Lady ")}
        if not women or not sides:
            return
        start = self._mentions[0].start
        below = self._text.lower.find("\n", start)
        lead = next((m for m in sides if 0 <= below < m.start), sides[0])
        if women.isdisjoint((sides[0].value, lead.value)) and not _NEWS_OF_WOMEN.search(
            self._text.lower, start, start + _LEAD_CHARACTERS
        ):
            return
        for mention in sides:
            if mention.value not in women and not _OF_AN_AGE.search(mention.value):
                self._rename(mention, f"{mention.value} Women")
        self.of_women = True

    def _rename(self, mention: Mention, name: str) -> None:
        self.told[mention.value] -= 1
        if not self.told[mention.value]:
            del self.told[mention.value]
        if mention.value in self.countries:
            self.countries[name] = self.countries[mention.value]
        mention.value = name
        self.told[name] += 1
