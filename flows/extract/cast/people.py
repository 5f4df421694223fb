"""Who is a person: full names, the surnames that stand for them, and single names that act as people do.

In: the NAME mentions of a story that no club, ground or competition has taken. Out: PERSON mentions whose value is
the person's full name as printed. A surname means whoever bears it and was named in full last; titles and what a
person is ("Sir", "the Dane") are no part of the name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from operator import itemgetter

from flows.extract.text import lexicon
from flows.extract.text.acting import acts_as_man
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.normalise import Text
from flows.extract.text.peoples import country_of

NO_PERSON = lexicon.name_words("NO_PERSON") | lexicon.name_words("CALENDAR")
FIRST_NAMES = lexicon.name_words("FIRST_NAME")
TITLES = lexicon.name_words("TITLE")
_INITIAL_CLUB = re.compile(r"(?:^|\s)(?:FC|AFC|CF|SC|AC)$|^(?:FC|AFC|AC|SC|CF|Real|Sporting|Atletico|Dynamo|Dinamo) ")
_SURNAMES_TOO = lexicon.name_words("SURNAME")
_TITLE_BEFORE = re.compile(r"(?:Mr|Sir|Dr|Professor|Lord|Signor|Herr|Don|Dame)\.? $")
_PARTICLES = lexicon.name_words("PARTICLE")
_MOST_WORDS = 5
_SECOND_SIDES = frozenset({"B", "II", "III"})  # "Harland II"
_START = itemgetter(0)


class People:
    """The people of one story; `full` maps each name and surname, unaccented, to the full name first told for it.

    `countrymen` are new mentions: the "Dane" of "Dane Thomas Gravesen".
    """

    def __init__(self, text: Text, mentions: list[Mention], acting: frozenset[str] = frozenset()) -> None:
        self._text = text
        self._mentions = mentions
        self._acting = acting
        self.full: dict[str, str] = {}
        self.countrymen: list[Mention] = []
        self._told: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._by_first_name: defaultdict[str, set[str]] = defaultdict(set)

    def settle(self) -> None:
        """Retype every NAME that is a person."""
        names = of_kinds(self._mentions, ("NAME",))
        for mention in names:
            self._shed_title(mention)
        for mention in self._full_names(names):
            self._introduce(mention)
        for mention in names:
            if mention.text in self._acting and self._known(mention) is None:
                self._introduce(mention)
        for mention in names:
            person = self._known(mention)
            if person is not None:
                mention.kind, mention.value = "PERSON", person

    def _full_names(self, names: list[Mention]) -> list[Mention]:
        """Those given in full; none is the end of a longer one ("De Bruyne")."""
        full = [m for m in names if self._is_full_name(m)]
        words = [m.text.casefold().split() for m in full]
        tails = {" ".join(w[n:]) for w in words if len(w) > 2 for n in range(1, len(w))}
        return [m for m in full if m.text.casefold() not in tails]

    def _shed_title(self, mention: Mention) -> None:
        """ "Dane Thomas Gravesen" is Thomas Gravesen; "Sir Alex" and "Mr Blatter" stay as they are."""
        words = mention.text.split() if " " in mention.text else []
        if len(words) <= 2:
            return
        country = country_of(words[0])
        if country is not None or words[0] in TITLES:
            start = mention.start
            mention.start = mention.end - len(mention.text) + len(words[0]) + 1
            mention.text = mention.text[len(words[0]) + 1 :]
            if country is not None:
                self.countrymen.append(Mention("NATIONALITY", start, start + len(words[0]), words[0], country))

    def _is_full_name(self, mention: Mention) -> bool:
        words = mention.text.split() if " " in mention.text else []
        if not 2 <= len(words) <= _MOST_WORDS or _INITIAL_CLUB.search(mention.text):
            return False
        sure = words[0] in FIRST_NAMES or (
            len(words) == 2 and words[1] in _SURNAMES_TOO and acts_as_man(self._text.lower, mention.start, mention.end)
        )
        if not NO_PERSON.isdisjoint(words[:-1] if sure else words) or "&" in words:
            return False
        if words[-1] in _SECOND_SIDES and words[0] not in FIRST_NAMES:
            return False
        if (
            any(w.isupper() and len(w) > 2 and "." not in w for w in words)
            or any(map(str.isdigit, mention.text))
            or words[0] in TITLES
        ):
            return False
        if not words[-1][0].isupper():
            return False
        before = self._text.normal[max(0, mention.start - 12) : mention.start]
        return not before.endswith((" the ", "The ")) or bool(_TITLE_BEFORE.search(before))

    def _introduce(self, mention: Mention) -> None:
        words = mention.text.split()
        full = self._printed(mention)
        tails = {" ".join(words[n:]) for n in range(len(words))} - _PARTICLES
        for form in tails | {tail[0].upper() + tail[1:] for tail in tails}:
            self.full.setdefault(form, full)
            self._told[form].append((mention.start, full))
        if len(words) > 1:
            self._by_first_name[words[0]].add(full)

    def _printed(self, mention: Mention) -> str:
        """The name as the raw text prints it, brackets and line breaks taken out."""
        raw = self._text.printed(mention.start, mention.end)
        return " ".join(raw.replace("[", "").replace("]", "").split())

    def _known(self, mention: Mention) -> str | None:
        """Whom a name means here: the one named so in full last before it, else the first told at all."""
        words = mention.text.split()
        name = words[1] if len(words) == 2 and words[0] in TITLES else mention.text
        if name not in self._told and name.isupper() and len(name) > 3:
            name = name.title()
        told = self._told.get(name)
        if told is None:
            bearers = self._by_first_name.get(name, set())
            return next(iter(bearers)) if len(bearers) == 1 else None
        return told[max(0, bisect_right(told, mention.start, key=_START) - 1)][1]
