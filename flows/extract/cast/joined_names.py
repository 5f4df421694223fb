"""Mentions that are one name made one: a town and its club word, a club and its women, a first name in brackets.

In: the scan's mentions of a story. Out: a shorter list, in which "Northbridge" + "Rovers", "Arsenal" + "Ladies",
"Chris" + "Sutton", "[Josip]" + "Ilicic" are each one mention. A name of a club never swallows the ordinary word that
opens a sentence.
"""

from __future__ import annotations

import re
from collections import Counter

from flows import vocabulary
from flows.extract.cast.people import NO_PERSON
from flows.extract.text import lexicon
from flows.extract.text.mentions import Mention, of_kinds, where
from flows.extract.text.normalise import Text
from flows.extract.text.peoples import country_of

CLUB_WORDS = lexicon.name_words("CLUB")
_PARTICLES = lexicon.name_words("PARTICLE")
WOMEN = lexicon.name_words("WOMEN")
_ROLES = frozenset({"manager", "coach", "boss", "captain", "striker", "midfielder", "defender", "chairman"})
_NO_SURNAME = tuple(sorted(lexicon.name_words("NO_SURNAME")))
_THINGS = lexicon.name_words("THING")
_NO_NICKNAME = _THINGS.union(_NO_SURNAME)
_OTHER_SIDE_WORDS = vocabulary.OTHER_SIDES - {"Girls", "XI", "A", "Women's", "Legends"} | WOMEN
_FIRST_NAMES = lexicon.name_words("FIRST_NAME")
_SURNAMES_TOO = lexicon.name_words("SURNAME_OR_CLUB")
_ROLES_TOO = lexicon.name_words("ROLE_OR_CLUB")
_INITIALS = lexicon.name_words("INITIALS")
_ENDS = lexicon.name_words("CLUB_ENDS") - WOMEN
_BEGINS = lexicon.name_words("CLUB_BEGINS")
_ENDS_ANOTHER = _ENDS | {"Vale", "Villa", "Borough", "Academical", "Alexandra"}
_GROUNDS_TOO = frozenset({"Valley", "Den", "Dell", "Riverside", "Racecourse", "Hawthorns"})
_WHERE = (" in ", "\nin ", " near ", " outside ", " across ")
_DESCRIBING = ("ed", "ing", "ous", "ly", "s")
_PLAYS = frozenset({"TEAM", "NAME", "PLACE"})
_JOINED = _PLAYS | {"COMPETITION", "NATIONALITY"}
_CONTINENTS = frozenset({"European", "Asian", "African", "South American", "North American"})
_TEAM = frozenset({"TEAM"})
_ACT = re.compile(r" (?:are|were|have|sit|stand|lie|remain|go|move|travel|host|face)\b")
_OF = (" de ", " del ", " de la ", " do ", " da ", " di ")


class JoinedNames:
    """Joins the mentions of one story."""

    def __init__(self, text: Text, mentions: list[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        named = of_kinds(mentions, _PLAYS)
        self._printed = Counter([m.text for m in named])
        alone = [m for m in of_kinds(named, _TEAM) if len(m.value) == 1]
        self._told = Counter([m.value[0] for m in alone])
        self._as_written = Counter([(m.value[0], m.text) for m in alone])

    def joined(self) -> list[Mention]:
        """The mentions, with those of one name made one."""
        mentions = self._mentions
        kept: list[Mention] = []
        reached, end = 0, len(mentions)
        for index in where(mentions, _JOINED):
            if index < reached:
                continue
            first = mentions[index]
            kept += mentions[reached : index + 1]
            if first.kind == "NAME" and len(kept) > 3 and kept[-2].kind == "CLOSE":
                self._unbracket(kept)
            reached = index + 1
            while reached < end and self._joins(first, mentions[reached]):
                reached += 1
        return kept + mentions[reached:]

    def _joins(self, last: Mention, mention: Mention) -> bool:
        """Whether the second mention was taken into the first."""
        if (
            last.kind == "TEAM"
            and mention.kind in ("TEAM", "NAME")
            and not last.possessive
            and self._text.normal[last.end : mention.start] in _OF
        ):
            self._stretch(last, mention)
            last.value = last.text  # "Fenix del Cerro", a club of its own
            return True
        if mention.start - last.end != 1 or last.possessive or self._text.normal[last.end] != " ":
            return False
        if last.kind == "TEAM" and mention.kind == "NAME" and mention.text in _INITIALS:
            return self._name_by_initials(last, mention)
        if mention.text == "XI" and (last.kind in ("NAME", "COMPETITION") or last.text in _CONTINENTS):
            self._stretch(last, mention)
            last.kind, last.value = "TEAM", last.text
            return True
        if last.kind == "TEAM" and (word := self._other_side(mention)) is not None:
            return self._name_side(last, mention, word)
        if last.kind == "NAME" and last.text.rsplit(" ", 1)[-1] in _PARTICLES:
            return mention.kind in ("TEAM", "PLACE") and self._stretch(last, mention)
        if last.kind == "NAME" and mention.text in _GROUNDS_TOO and mention.kind in ("GROUND", "NAME"):
            return self._stretch(last, mention)  # "Hope Valley"
        if last.kind == "NAME" and mention.text in WOMEN:
            return self._stretch(last, mention)
        if last.kind == "NAME" and mention.text in _SURNAMES_TOO and last.text in _FIRST_NAMES:
            return self._stretch(last, mention)
        if (
            last.kind == "NAME"
            and mention.kind == "TEAM"
            and mention.text in CLUB_WORDS
            and not self._opens_only(last, mention)
        ):
            self._stretch(last, mention)
            last.kind, last.value = "TEAM", last.text
            return True
        if last.kind == "NAME" and last.text in _BEGINS and mention.kind == "TEAM" and " " not in mention.text:
            self._stretch(last, mention)  # "Union Palmeiras"
            last.kind, last.value = "TEAM", last.text
            return True
        if last.kind == "NAME" and last.text == "Lady" and mention.kind == "TEAM" and self._is_nickname(mention):
            return self._name_women(last, mention)
        if last.kind == "NAME" and mention.kind == "TEAM" and self._bears_a_nickname(last, mention):
            last.kind, last.value = "TEAM", f"{last.text} {mention.text}"
            return self._stretch(last, mention)
        if last.kind == "NAME" and mention.kind == "TEAM" and self._is_always_so(last, mention):
            last.kind, last.value = "TEAM", f"{last.text} {mention.text}"
            return self._stretch(last, mention)
        if mention.kind == "NAME" and self._is_called(last, mention):
            self._stretch(last, mention)
            last.value = last.text
            return True
        if last.kind == "TEAM" and self._is_another_club(last, mention):
            self._stretch(last, mention)
            last.value = last.text
            return True
        if last.kind == "TEAM" and mention.kind == "PLACE" and self._is_of_another_town(last, mention):
            self._stretch(last, mention)
            last.value = last.text
            return True
        if last.kind == "PLACE" and mention.kind in ("TEAM", "NAME") and self._is_of_town(last, mention):
            self._stretch(last, mention)
            last.kind, last.value = "TEAM", last.text
            return True
        if mention.kind == "ROLE" and last.kind == "NAME" and self._ends_in_a_role(last, mention):
            self._stretch(last, mention)
            last.kind, last.value = "TEAM", last.text
            return True
        if mention.kind == "ROLE" and last.kind in ("NAME", "PLACE") and self._is_international(last, mention):
            self._stretch(last, mention)
            last.kind, last.value = "TEAM", last.text
            return True
        if (
            last.kind in ("TEAM", "PLACE")
            and mention.kind == "NAME"
            and (self._is_thing(mention) or self._is_surname(last, mention))
        ):
            last.kind, last.value = "NAME", None
            return self._stretch(last, mention)
        if last.kind == "NAME" and mention.kind in ("TEAM", "PLACE") and self._is_first_name(last, mention):
            return self._stretch(last, mention)
        if last.kind == "NAME" and mention.kind == "NATIONALITY" and last.text in _FIRST_NAMES:
            goes_on = self._text.normal[mention.end : mention.end + 2].strip()[:1].isupper()
            return not goes_on and self._stretch(last, mention)  # "Tom Welsh, 24"
        return False

    def _is_always_so(self, name: Mention, club: Mention) -> bool:
        """ "Nkoranza Arsenal": told more than once and never without its first word, another club than the known."""
        if " " in name.text + club.text or name.text in _FIRST_NAMES or name.text in NO_PERSON:
            return False
        often = self._text.normal.count(f"{name.text} {club.text}")
        return often > 1 and often == self._text.normal.count(club.text)

    def _ends_in_a_role(self, name: Mention, word: Mention) -> bool:
        """The end of "Peterhold Star", with a capital where the words around it have none; "the Northern Star"
        is a paper."""
        goes_on = self._text.normal[word.end : word.end + 2].strip()[:1].isupper()
        return word.text in _ROLES_TOO and not goes_on and not self._text.lower.endswith(" the ", 0, name.start)

    def _is_called(self, club: Mention, name: Mention) -> bool:
        """ "London City" + "Lionesses": a club made of a town and a club word, and what its players are called."""
        made = club.kind == "TEAM" and isinstance(club.value, str) and club.text.rsplit(" ", 1)[-1] in CLUB_WORDS
        return made and " " not in name.text and name.text.endswith("s") and name.text not in _NO_NICKNAME

    def _is_another_club(self, club: Mention, word: Mention) -> bool:
        """ "Peterborough" + "Sports": another club of a known one's town, by what ends a club's name."""
        if (
            word.kind not in ("TEAM", "NAME")
            or word.text not in _ENDS_ANOTHER
            or " " in club.text
            or isinstance(club.value, str)
        ):
            return False
        own = any(f"{club.text} {word.text}" in vocabulary.clubs()[i].name for i in club.value)
        goes_on = self._text.normal[word.end : word.end + 2].strip()[:1].isupper()
        return not own and not goes_on and not self._text.lower.endswith(_WHERE, 0, club.start)

    def _name_by_initials(self, club: Mention, initials: Mention) -> bool:
        """ "Burnley FC"; "Bengal Tigers FC", which only bears what others are called, is a club of its own."""
        self._stretch(club, initials)
        if not isinstance(club.value, str):
            name = club.text.rpartition(" ")[0]
            if not any(name in vocabulary.own_names()[i] or name in vocabulary.clubs()[i].name for i in club.value):
                club.value = club.text
        return True

    @staticmethod
    def _is_of_another_town(club: Mention, town: Mention) -> bool:
        """ "Vitoria" + "Lagos": a word that many clubs begin with and a town where none of them plays."""
        if isinstance(club.value, str) or len(club.value) < 2 or club.text.endswith("s") or town.text.isupper():
            return False
        return not any(town.text in (c.city, c.region, c.country) for i in club.value for c in [vocabulary.clubs()[i]])

    def _is_of_town(self, town: Mention, word: Mention) -> bool:
        """ "London" + "City", "Nairobi" + "Hawks": a town and a club word or what some club's players are called, where
        the town is not only where something happened."""
        called = word.text in CLUB_WORDS or word.text in _ENDS or (word.kind == "TEAM" and self._is_nickname(word))
        return called and not self._text.lower.endswith(_WHERE, 0, town.start)

    @staticmethod
    def _is_nickname(word: Mention) -> bool:
        """A plural that players of some club are called by, or that ends its name ("Pillars")."""
        if not word.text.endswith("s") or isinstance(word.value, str):
            return False
        clubs = [vocabulary.clubs()[i] for i in word.value]
        return any(word.text in club.nicknames or club.name.endswith(f" {word.text}") for club in clubs)

    def _is_international(self, place: Mention, word: Mention) -> bool:
        """ "Volta" + "International", which no name of a man follows."""
        goes_on = self._text.normal[word.end : word.end + 2].strip()[:1].isupper()
        return word.text == "International" and country_of(place.text) is None and not goes_on

    def _bears_a_nickname(self, name: Mention, club: Mention) -> bool:
        """ "Ellerby Hornets": a club of its own, whoever else goes by "the Hornets"."""
        words = name.text.split()
        town = len(words) == 1 or (len(words) == 2 and words[0] not in _FIRST_NAMES)
        if not (town and "".join(words).isalpha() and self._is_nickname(club)) or name.text.endswith(_DESCRIBING):
            return False
        opens = len(words) == 1 and self._text.opens_sentence(name.start)
        return not opens or self._printed[name.text] + self._printed[club.text] > 2

    def _stretch(self, first: Mention, second: Mention) -> bool:
        first.end = second.end
        first.text = self._text.normal[first.start : first.end]
        first.possessive = second.possessive
        return True

    # ---- another side of a club

    def _other_side(self, mention: Mention) -> str | None:
        """Women, Under-21s, Reserves ... where the mention is such a word."""
        text = mention.text.capitalize() if mention.kind == "SIDE_NOUN" else mention.text
        if text not in _OTHER_SIDE_WORDS:
            return None
        if text in WOMEN:
            return "Women"
        age = "".join(c for c in text if c.isdigit())
        return f"Under-{age}" if age else text

    def _name_side(self, club: Mention, mention: Mention, word: str) -> bool:
        if isinstance(club.value, str):
            club.value = f"{club.value} {mention.text}"
        elif (whole := self._called_wholly(club, mention)) is not None:
            club.value = f"{whole} {word}"
        elif len(club.value) != 1:
            club.value = f"{club.text} {word}"
        else:
            club.value = f"{vocabulary.clubs()[club.value[0]].name} {word}"
        return self._stretch(club, mention)

    def _called_wholly(self, club: Mention, mention: Mention) -> str | None:
        """ "Harriers women" of a text that tells of the "Kelsham Harriers Women": that name, whoever else bears it."""
        if " " in club.text:
            return None
        ending = re.escape(f"{club.text} {mention.text.title()}")
        whole = re.search(rf"\b((?:[A-Z][\w'-]+ ){{1,2}}){ending}\b", self._text.normal)
        named = whole is not None and any(m.kind == "NAME" and m.start == whole.start() for m in self._mentions)
        return f"{whole.group(1)}{club.text}" if whole is not None and named else None

    def _name_women(self, lady: Mention, club: Mention) -> bool:
        """ "the Lady Black Cats": the women's side of the one club that bears the nickname."""
        lady.kind, lady.value = "TEAM", club.value
        if not isinstance(club.value, str) and len(club.value) == 1:
            lady.value = f"{vocabulary.clubs()[club.value[0]].name} Women"
        return self._stretch(lady, club)

    # ---- people called as a club is

    def _is_surname(self, club: Mention, name: Mention) -> bool:
        """ "Milan Baros", "Jordan Ayew": a one-word club before a surname that no role or rank explains."""
        if (
            " " in club.text
            or self._text.lower[name.start : name.end] in _ROLES
            or name.text.isupper()
            or name.text in CLUB_WORDS
        ):
            return False
        if any(c.isdigit() for c in name.text) or not NO_PERSON.isdisjoint(name.text.split()):
            return False
        return not name.text.startswith(_NO_SURNAME)

    def _is_thing(self, name: Mention) -> bool:
        """ "Portsmouth Evening News", "Stanley Park", "United Nations": what is called after a town or a club."""
        return not _THINGS.isdisjoint(name.text.split()) and not name.text.startswith("Football")

    def _is_first_name(self, name: Mention, club: Mention) -> bool:
        """ "Chris Sutton": one word before a one-word club, unless it only opens a sentence about a club."""
        if (
            " " in name.text
            or " " in club.text
            or name.text.isupper()
            or (club.possessive and club.text not in vocabulary.weak_names())
        ):
            return False
        if name.text in NO_PERSON:
            return False
        if (
            club.kind == "TEAM"
            and vocabulary.clubs()[club.value[0]].national
            and not self._text.opens_sentence(name.start)
        ):
            return True
        if self._told_by_another_name(club):
            return False
        if name.text in _FIRST_NAMES:
            return True
        if club.kind == "PLACE" and not name.text.endswith(("ed", "ing", "ous", "ly")):
            return True
        return not self._opens_only(name, club) and self._printed[name.text] < 3

    def _told_by_another_name(self, club: Mention) -> bool:
        if club.kind != "TEAM" or club.text in vocabulary.weak_names():
            return False
        return any(self._told[index] > self._as_written[index, club.text] for index in club.value)

    def _opens_only(self, name: Mention, club: Mention) -> bool:
        """An ordinary word that is capitalised as it opens a sentence ("Injured Chelsea captain")."""
        if club.text in vocabulary.weak_names() or (self._printed[club.text] < 2 and club.text not in CLUB_WORDS):
            ordinary = name.text.endswith(("ed", "ing", "ous")) and " " not in name.text
            acts = _ACT.match(self._text.lower, club.end) is not None  # "Spalling United are", but "Beating United is"
            return ordinary and self._text.opens_sentence(name.start) and not acts
        return self._text.opens_sentence(name.start) and " " not in name.text and club.text not in CLUB_WORDS

    def _unbracket(self, kept: list[Mention]) -> None:
        """ "[Josip] Ilicic" is Josip Ilicic."""
        first, name, last, surname = kept[-4:]
        near = surname.start - last.end <= 1 and self._text.normal[first.start] == "["
        if (
            near
            and (first.kind, name.kind, last.kind) == ("OPEN", "NAME", "CLOSE")
            and name.end == last.start
            and last.text == "]"
        ):
            surname.start = first.start
            surname.text = f"{name.text} {surname.text}"
            del kept[-4:-1]
