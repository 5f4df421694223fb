"""Which capitalised names are clubs that no vocabulary knows: by the company they keep in the text.

"Port Ellery are third", "Port Ellery manager X", "beat Port Ellery 2-0" speak for a club; "striker Jon Hale", "said
Hale" speak for a person. Each cue of `name_cues` gives a name so much for a club or for a person; a name is a club
where the first outweigh the second. Its first words then stand for it too: a club is shortened to its front, a person
to the end.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from flows.extract.cast import counted_company, result_company
from flows.extract.cast.cues_beside import (
    AFTER,
    AHEAD,
    ALONE,
    BACK,
    BEFORE,
    NAMED_GAME,
    OF_A_MAN_AFTER,
    OF_A_MAN_BEFORE,
)
from flows.extract.cast.man_cues import HIS_OWN
from flows.extract.cast.may_be_names import OF_PLACES, may_be_club, may_be_person
from flows.extract.cast.men_in_company import is_called_a_man
from flows.extract.cast.name_cues import LED_BY, PLURALLY, RANKS, THEIR_OWN, Cue
from flows.extract.cast.nicknames import called_by_its_end, is_plural, only_calls
from flows.extract.cast.people import NO_PERSON
from flows.extract.cast.result_lines import clubs_in_lines
from flows.extract.cast.result_words import ByWords
from flows.extract.cast.short_names import CLUB_PREFIX, CLUB_WORD, stayed_at, with_short_names
from flows.extract.cast.standing_cues import MANY_BEHIND_AN_ASIDE
from flows.extract.cast.things_named import is_a_thing
from flows.extract.text.beside import After, Before
from flows.extract.text.mentions import Mention, of_kinds, where
from flows.extract.text.named_things import kind_by_last_word
from flows.extract.text.peoples import is_country

_GOES_ON = frozenset(" ',")
_TO_HIS_OWN = Cue("after", HIS_OWN, person=2.5)
_OF_THEIR_OWN = Cue("alone", THEIR_OWN, club=2.0)
_PLAY_BEHIND_AN_ASIDE = Cue("alone", MANY_BEHIND_AN_ASIDE, club=2.5, surely=True)
_PLAY_AS_MANY = Cue("alone", PLURALLY, club=2.0)
_MADE_TO = Before(
    r"\b(?:saw|sees?|seen|seeing|lets?|letting|ma[dk]es?|making|help(?:ed|s|ing)?|watch(?:ed|es|ing)?|ha[sd]|have|"
    r"having|"
    r"hears?|heard|d(?:o|id|oes)|will|would|can|could|should|may|might|must|to|nor|that|than|both|and) $",
    12,
)
_OF_A_SIDE = Cue("before", r"'s $", person=2)
_LED_BY = After(LED_BY, AHEAD)
_FIVE_WORDS = 90  # letters
_ENOUGH = 2
_BEYOND_DOUBT = 4
_FRONT_AND_WHOLE = 1.0
_CALLED_A_MAN = 6.0
_BEGINS_A_CLAUSE = Before(r"\b[a-z\d][\w'-]*, and $", 30)  # "..., and Merrow have"
_LEADER = After(r"'s? (?:men|side|team|charges|boys|troops)\b")
_LEADS = 5.0
_TIMED = Before(
    r"\b(?:late|early|first-half|second-half|[\w-]+-minute|stoppage-time|injury-time|added-time|extra-time|last-gasp|"
    r"deflected|long-range|close-range|solitary),? $",
    BACK,
)
_HIS_GOAL = After(
    r" (?:goal|own[- ]goal|header|strike|penalty|spot-kick|free[- ]kick|volley|winner|opener|equaliser|leveller|effort|"
    r"brace|double|hat-trick|treble|tap-in|thunderbolt|consolation|lob)\b"
)
_ONE_OF_HIS = Before(r"\ban?(?: [a-z-]+)?,? $", BACK)
_SCORED = 4.0  # "a late Jon Hale goal"
_BY_NICKNAME = Before(r"(?:^|\W)the ", BACK)
_PAIR = 2
_SCORE_AND_SIDE = re.compile(r" \d{1,2} ?- ?\d{1,2} [A-Z][a-z]")  # no word that only opens a sentence
_PASSES = 2
_NAME = frozenset({"NAME"})
_TEAM = frozenset({"TEAM"})
_INITIALS = re.compile(r"[A-Z]{2,} ")
_SURNAME = re.compile(r"(?:(?:[a-z]{1,3}|[DLMS][aeiou]s?|Mac|Mc|Ben|St|El|Al|[A-Z]\.?) )*[A-Z][\w'-]+(?: Jr)?")


class Beside(NamedTuple):
    """What the words beside a document's names were found to say, by their span: its stories need not look again."""

    cues: dict[tuple[int, int], list[Cue] | None]
    results: dict[tuple[int, int], ByWords | None]
    counted: dict[tuple[str, tuple[tuple[int, int], ...], counted_company.Shape], float]  # what all its words add up to


def find(normal: str, lower: str, mentions: list[Mention], known: set[str], beside: Beside) -> dict[str, str]:
    """Names that are unknown clubs: {name as printed in normal text: the club's fullest name}."""
    lines = clubs_in_lines(normal)
    names = of_kinds(mentions, _NAME)
    told = {m.text for m in names if m.text in lines}
    called = {m.text for m in names if m.text not in told and called_by_its_end(m, normal)}
    return Company(normal, lower, mentions, known | told, beside, called).clubs()


class Company:
    """The company that the names of a text keep; `known` are clubs given away by a club word, `called` those that
    their ends give away where nothing speaks for people of such a name."""

    def __init__(
        self,
        normal: str,
        lower: str,
        mentions: list[Mention],
        known: set[str],
        beside: Beside | None = None,
        called: Iterable[str] = (),
    ) -> None:
        self._beside = beside or Beside({}, {}, {})
        self._mentions = mentions
        self._called = called
        self._normal = normal
        self._lower = lower
        self._known = known | self._told_by_club_word(mentions)
        self._sides = self._known | {m.text for m in of_kinds(mentions, _TEAM)}
        self._led = {m.start for m in of_kinds(mentions, _TEAM)}
        self._printed = Counter([m.text for m in of_kinds(mentions, _NAME)])
        never = {name for name in self._printed if not may_be_club(name)}
        placed = [m for m in mentions if m.text not in never or m.kind != "NAME"] if never else mentions
        places = [
            i for i in where(placed, _NAME) if not self._describes(placed, i) and not is_a_thing(lower, placed[i])
        ]
        self._names = [placed[i] for i in places]
        self._with_club_word = {name for name in self._printed if " " in name and CLUB_WORD.search(name)}
        self._inside = {m.text for m in self._names if not self._opens(m)}
        self._club: defaultdict[str, float] = defaultdict(float)
        self._person: defaultdict[str, float] = defaultdict(float)
        for mention in self._names:
            self._weigh(mention)
        result_company.weigh(lower, placed, places, self._club, _LED_BY.match, self._beside.results)
        for name in [n for n in self._club if " " in n]:
            front = name.split(" ", 1)[0]
            if front in self._club:
                self._club[name] += self._club[front] + _FRONT_AND_WHOLE

    def clubs(self) -> dict[str, str]:
        """Names that are clubs, each with the club's fullest name."""
        full = {name for name in self._printed if " " in name and not _INITIALS.match(name)}
        full -= stayed_at(self._lower, self._names)
        surnames = _ends({name for name in full if not self._runs_into_a_club(name, full)})
        likely = {
            name
            for name, weight in self._club.items()
            if weight >= (_BEYOND_DOUBT if self._is_like_a_man(name) else _ENOUGH) and weight > self._person[name]
        }
        likely |= {name for name in self._called if self._person[name] + self._person[name.split()[-1]] < _ENOUGH}
        likely |= self._counted(likely | self._known, surnames)
        likely -= self._nicknames(likely)
        likely -= self._grounds(likely)
        found = {name for name in likely if not self._goes_by_surname(name)}
        fronts = {name.split(" ", 1)[0] for name in found if " " in name}
        whole = {n for n in found if n.casefold() not in surnames or self._outweighs(n, fronts)} | self._known
        return with_short_names(whole, self._printed)

    def _is_like_a_man(self, name: str) -> bool:
        """ "Jon Hale stuns Rangers", "Mark van der Poel felt": a first name and a surname, which one cue of a result
        does not make a club."""
        first, _, rest = name.partition(" ")
        return (
            first in counted_company.FIRST_NAMES
            and _SURNAME.fullmatch(rest) is not None
            and name not in self._with_club_word
        )

    def _counted(self, clubs: set[str], surnames: set[str]) -> set[str]:
        """Names that no cue decides and that are clubs by all the words beside them together."""
        places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for mention in self._names:
            if mention.text not in clubs:
                places[mention.text].append((mention.start, mention.end))
        open_ = [
            name
            for name, at in places.items()
            if self._is_open(name, surnames)
            and not all(self._lower.endswith("the ", 0, start) for start, _ in at)
            and not counted_company.is_only_somewhere(self._lower, at)
        ]
        if not open_:
            return set()
        told = self._sides | clubs
        sides = sorted((m.start, m.text.split(" ", 1)[0]) for m in self._mentions if m.text in told)
        lists = counted_company.listed_with(self._normal, self._mentions)
        fronts = {name.split(" ", 1)[0] for name in self._printed if " " in name}
        found: set[str] = set()
        for _ in range(_PASSES):  # a name is listed with one that was found just before
            for name in open_:
                shape = counted_company.Shape(
                    times=len(places[name]),
                    ends_another=name.casefold() in surnames,
                    begins_another=name in fronts,
                    end_alone=" " in name and name.rsplit(" ", 1)[1] in self._printed,
                    listed_with=frozenset(self._kind_of(x, clubs | found, surnames) for x in lists.get(name, ())),
                    club=self._club.get(name, 0.0),
                    person=self._person.get(name, 0.0),
                    sides=tuple(counted_company.sides_near(self._normal, name, places[name], sides)),
                )
                if self._likelihood(name, tuple(places[name]), shape) >= counted_company.enough(name):
                    found.add(name)
            open_ = [name for name in open_ if name not in found and not found.isdisjoint(lists.get(name, ()))]
        return found

    def _likelihood(self, name: str, places: tuple[tuple[int, int], ...], shape: counted_company.Shape) -> float:
        known, asked = self._beside.counted, (name, places, shape)
        if asked not in known:
            known[asked] = counted_company.likelihood(self._normal, name, places, shape)
        return known[asked]

    def _is_open(self, name: str, surnames: set[str]) -> bool:
        """Whether nothing speaks for a person, a ground or a competition of that name."""
        return (
            self._person.get(name, 0.0) < _ENOUGH
            and name.casefold() not in surnames
            and name not in counted_company.FIRST_NAMES
            and name not in NO_PERSON
            and kind_by_last_word(name) is None
        )

    def _kind_of(self, name: str, clubs: set[str], surnames: set[str]) -> str:
        if name in clubs or name in self._sides:
            return "club"
        person = self._person.get(name, 0.0)
        acts = person >= _ENOUGH and person > self._club.get(name, 0.0)
        return "man" if acts or " " in name or name.casefold() in surnames else "name"

    def _runs_into_a_club(self, name: str, full: set[str]) -> bool:
        """A headline's "Hale Larkhill" of a text with a Jon Hale, in which Larkhill plays."""
        first, _, rest = name.partition(" ")
        return self._club.get(rest, 0) >= _ENOUGH and any(other.endswith(f" {first}") for other in full)

    def _grounds(self, likely: set[str]) -> set[str]:
        """Names of a place's kind that only ever stand where two sides met: "City were well beaten at Cinder Hill"."""
        places = {name for name in likely if " " in name and name.rsplit(" ", 1)[1] in OF_PLACES}
        if not places:
            return set()
        told = self._sides | likely - places
        sides = sorted((m.start, m.text.split(" ", 1)[0]) for m in self._mentions if m.text in told)
        at: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for mention in self._names:
            if mention.text in places:
                at[mention.text].append((mention.start, mention.end))
        only_at = [n for n, spans in at.items() if all(self._lower.endswith(" at ", 0, start) for start, _ in spans)]
        near = {name: counted_company.sides_near(self._normal, name, at[name], sides, _PAIR + 1) for name in only_at}
        return {name for name, counts in near.items() if set(counts) == {_PAIR}}

    def _nicknames(self, likely: set[str]) -> set[str]:
        """Plurals that only ever call a side something, in a text that names two sides otherwise."""
        plural = {name for name in likely if is_plural(name) and name not in self._with_club_word}
        if not plural or len(self._sides | (likely - plural)) < _PAIR:
            return set()
        ends = _ends({name for name in likely | self._sides if " " in name})
        plural = {name for name in plural if name.casefold() not in ends}
        told = (m for m in self._names if m.text in plural)
        return plural - {m.text for m in told if not only_calls(self._lower, m) or self._is_owned(m)}

    def _outweighs(self, name: str, fronts: set[str]) -> bool:
        """Whether the last word of a longer name is a club for all that: "Merrow" beside an "Eco di Merrow"."""
        return name in fronts or self._club[name] >= max(_BEYOND_DOUBT, 2 * self._person[name])

    def people(self) -> frozenset[str]:
        """Single names that act as people do ("Neymar", "Suso")."""
        acting = {name for name, weight in self._person.items() if weight >= _ENOUGH and weight > self._club[name]}
        acting |= self._listed_with_people(acting)
        return frozenset(name for name in acting if may_be_person(name))

    def _listed_with_people(self, acting: set[str]) -> set[str]:
        """Names that nothing speaks against and that are listed with people ("Tavito, Rozinho and Jon Hale")."""
        lists = counted_company.listed_with(self._normal, self._mentions, of_people=True)
        open_ = {
            name: lists[name] for name in self._printed if name in lists and self._club[name] < self._person[name] + 1
        }
        people = acting | {name for name in lists if self._is_like_a_man(name)}
        for _ in range(_PASSES):
            people |= {name for name, others in open_.items() if others & people and not others & self._sides}
        return people

    def _told_by_club_word(self, mentions: list[Mention]) -> set[str]:
        """ "Northbridge" before "Rovers", where the two are still apart."""
        following = [
            (mentions[i - 1], mentions[i]) for i in where(mentions, _TEAM) if i and mentions[i - 1].kind == "NAME"
        ]
        return {
            self._normal[name.start : word.end]
            for name, word in following
            if word.start - name.end == 1 and " " not in name.text
            if CLUB_WORD.search(f" {word.text}") and not self._opens(name)
        }

    def _opens(self, mention: Mention) -> bool:
        start = mention.start
        before = self._normal[start - 2 if start > 2 else 0 : start]
        return not before or before[-1] in "\n\"'" or before[0] in ".!?:"

    def _describes(self, mentions: list[Mention], index: int) -> bool:
        """ "Injured Chelsea captain ...": a word that opens a sentence and describes the side after it."""
        word = mentions[index]
        if not word.text.endswith(("ed", "ing", "ous")) or " " in word.text or index + 1 == len(mentions):
            return False
        following = mentions[index + 1]
        return following.kind == "TEAM" and following.start == word.end + 1 and self._opens(word)

    def _weigh(self, mention: Mention) -> None:
        """Add up the cues beside it; of a word that only ever opens sentences little is believed."""
        name, span = mention.text, (mention.start, mention.end)
        if span not in self._beside.cues:
            self._beside.cues[span] = self._cues(mention)
        cues = self._beside.cues[span]
        if cues is None:
            self._person[name] += _LEADS if _LEADER.match(self._lower, mention.end) else 2
            return
        if is_plural(name) and (
            _BY_NICKNAME.search(self._lower, mention.start)
            or (self._opens(mention) and f" the {name} " in self._normal)
        ):
            return
        if name in self._with_club_word:
            self._club[name] += 4.0
        if name not in self._with_club_word and is_called_a_man(
            self._normal, self._lower, mention, self._is_like_a_man(name), self._sides
        ):
            self._person[name] += _CALLED_A_MAN
        timed = _TIMED if " " not in name or name in self._with_club_word else _ONE_OF_HIS
        if _HIS_GOAL.match(self._lower, mention.end) and timed.search(self._lower, mention.start):
            self._person[name] += _SCORED
        lone = " " not in name and name not in self._inside and not mention.possessive
        doubt = 0.2 if lone and not _SCORE_AND_SIDE.match(self._normal, mention.end) else 1.0
        for cue in cues:
            sure = (cue is _PLAY_AS_MANY and not name.endswith(("s", "men"))) or (
                cue.surely and not name.endswith("ly")  # "Newly appointed manager"
            )
            self._club[name] += cue.club * (1.0 if sure else doubt)
            self._person[name] += cue.person

    def _cues(self, mention: Mention) -> list[Cue] | None:
        """What stands beside it; None where it leads others ("Osman's side")."""
        lower, start, end = self._lower, mention.start, mention.end
        if _LED_BY.match(lower, end):
            return None
        cues: list[Cue] = []
        if lower[end : end + 1] in _GOES_ON:
            cues += AFTER.at(lower, end)
            if not lower.endswith("and ", 0, start) or _BEGINS_A_CLAUSE.search(self._normal, start):
                cues += [_PLAY_AS_MANY] if PLURALLY.match(lower, end) and not _MADE_TO.search(lower, start) else []
                cues += ALONE.at(lower, end)
                cues += [_OF_THEIR_OWN] if THEIR_OWN.match(self._normal, end) else []
                cues += [_PLAY_BEHIND_AN_ASIDE] if MANY_BEHIND_AN_ASIDE.match(lower, end) else []
            cues += NAMED_GAME.at(lower, end) if lower.endswith("the ", 0, start) else []
        if not mention.possessive:
            cues += BEFORE.at(lower, start)
        elif end + len("'s ") in self._led and lower.startswith("'s ", end):
            cues.append(_OF_A_SIDE)  # "Lev Marsh's Rovers"
        else:
            cues += BEFORE.at(lower, start, RANKS)  # "second-placed Merrow's run"
        if " " not in mention.text:
            cues += self._cues_of_a_man(mention)
        return cues

    def _cues_of_a_man(self, mention: Mention) -> list[Cue]:
        """What beside a single name only a man does, owns or suffers."""
        cues = list(OF_A_MAN_AFTER.at(self._lower, mention.end))
        if not mention.possessive:
            cues += OF_A_MAN_BEFORE.at(self._lower, mention.start)
            himself = self._normal.find(" hi", mention.end, mention.end + _FIVE_WORDS) >= 0
            cues += [_TO_HIS_OWN] if himself and HIS_OWN.match(self._normal, mention.end) else []
        if self._normal.endswith("'s ", 0, mention.start) and self._is_owned(mention):
            cues.append(_OF_A_SIDE)
        return cues

    def _is_owned(self, mention: Mention) -> bool:
        """ "Harland's Tavito": what stands before the 's is a side."""
        before = self._normal[max(0, mention.start - BACK) : mention.start - 3]
        return any(before.endswith(side) for side in self._sides if not is_country(side))

    def _goes_by_surname(self, name: str) -> bool:
        """ "Jon Hale" whom the text goes on to call "Hale"."""
        if " " not in name or CLUB_WORD.search(name) or CLUB_PREFIX.match(name):
            return False
        if self._club[name] >= _BEYOND_DOUBT + 2 * self._person[name]:
            return False  # "drew 1-1 with Castle Orrin", called "Orrin" afterwards as Crystal Palace is "Palace"
        last = name.rsplit(" ", 1)[1]
        return self._printed[last] >= 1 and self._club.get(last, 0) <= self._person.get(last, 0) + 1


def _ends(names: set[str]) -> set[str]:
    """The ends of longer names, in lower case: "van der velde", "der velde" and "velde" of one."""
    words = [name.casefold().split() for name in names]
    return {" ".join(w[n:]) for w in words for n in range(1, len(w))}
