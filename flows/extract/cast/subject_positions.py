"""Where a subject can stand before a number in a sentence's tokens: never as object of a verb or a preposition.

A possessive or a pronoun beside the number comes first, then the nearest subject to its left; of a participle after a
comma ("..., having won five") the sentence's first. Everything is decided on tokens and the few words before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from flows.extract.cast.asides_opened import acts_aside, ended_it, opens_an_aside
from flows.extract.cast.clause_company import (
    VERBS,
    is_aside,
    is_had_by_another,
    only_owns,
    only_watched,
    reads_as_verb,
)
from flows.extract.cast.side_clauses import described_from, in_a_side_clause
from flows.extract.text import lexicon
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, goes_on_about

_MODIFIERS = (
    r"(?: (?:the|a|an|their|his|fellow|leaders|champions|holders|rivals|neighbours|strugglers|league leaders|"
    r"[\w-]+-placed|bottom club|struggling|old|city|local|high-flying|lowly|relegated|current|injured|home|host|"
    r"visiting|former|defending|reigning|of|in|all|time|deadline|closest|nearest|challengers))*"
)
_DESCRIBING = frozenset(
    "the a an their his its our fellow leaders champions holders rivals neighbours strugglers league bottom club "
    "side struggling old city local high-flying lowly relegated current injured home host hosts visiting former "
    "defending reigning of in all time deadline closest nearest challengers second-from-bottom title-chasing mid-table "
    "promoted".split()
)
_ACTS_ON = frozenset(
    "against over past hosts host hosted hosting visit visits visited visiting facing face faced faces meet meets "
    "met play plays played edged leapfrog leapfrogs leapfrogged leapfrogging overtake overtakes overtaking "
    "overtaken overtook v vs versus denied accused criticised blamed praised thanked replace replaces replaced "
    "replacing trail trails trailed trailing entertain entertains entertained entertaining welcome welcomes "
    "welcomed welcoming held hold holds holding frustrated frustrate frustrates frustrating "
    "bought buys buying purchased purchasing acquired acquiring sold sells "
    "outshot outcornered outplayed outclassed outnumbered".split()
) | {"fouled by", "tackled by", "saved by", "challenged by", "brought down by"}
_LONGEST_VERB = 3
_OFFICES = frozenset(
    "chairman owner chairwoman director president shareholder groundsman groundswoman kitman physio spokesman "
    "spokeswoman trustee".split()
)
_HIS = frozenset("debut bow career contract appearance return shirt deal goal spell start tally record future".split())
_SEES = frozenset({"saw", "see", "sees", "seen", "seeing", "helped", "made"})
_DOES = (["SCORED"], ["PLAYED"], ["HAVE_WON"], ["EARNED"], ["SPENT"])
_SIDE_WORDS = frozenset("side team outfit club eleven squad defence attack backline midfield rearguard line-up".split())


@cache
def _verbs() -> frozenset[str]:
    """What is done to an object: words of meeting and judging, and all of winning."""
    return _ACTS_ON | lexicon.words_of("WIN")


def acted_on(before: str) -> bool:
    """Whether lower-case text ends with a verb and at most adjectives, so that what follows is its object."""
    if not before.endswith(" "):
        return False
    words = before.split()
    owned = len(words) > 1 and words[-1].endswith(("'s", "s'"))  # "beating Chile's Harland"
    words = words[:-1] if owned else words
    while words and (words[-1] in _DESCRIBING or words[-1].endswith(("-placed", "-place"))):
        words.pop()
    return any(" ".join(words[-n:]) in _verbs() for n in range(1, min(_LONGEST_VERB, len(words)) + 1))


_OBJECT = re.compile(
    r"(?:\b(?:(?:left|leaves|leaving|moved|sign|signs|signed|signing|departs|departed|bound) for|"
    r"at|by|of|to|from|than|in|on|above|below|behind|between|like|join\w*|level with|(?<!, )(?<!^)with|into|"
    r"ahead of|towards?|via|following|despite|off|around|under|outside|(?<!-)chasing|catch\w*|inside|before|about|"
    r"on loan at|within|as (?:many|much) as|(?:play|featur|appear|turn)(?:ed|e?s|ing)?(?: out)? (?:[\w-]+ ){0,2}for)"
    + _MODIFIERS
    + r") $"
)
_NO_SUBJECT = re.compile(
    r"\b(?:by|by referee|from|under|than|like|alongside|replac\w+|behind|unlike)" + _MODIFIERS + r" $"
)
_OF_ANOTHER = re.compile(r"\b(?:attention|eye|interest|help|wrath|praise|feats?|footsteps) of(?: [\w-]+){0,3} $")
_OWNED = frozenset({"RECORDED", "STREAK", "MARGIN", "UNBEATEN", "NUMBER", "ORDINAL", "TALLY", "WINLESS"})
_THE = re.compile(r"\bthe(?: [\w-]+){0,4} $")
_RESUMES = frozenset({"HAVE", "STAND", "MOVE", "CONCEDED", "SCORED", "LOST", "DREW", "HAVE_WON", "UNBEATEN", "WINLESS"})
_OBJECTS = frozenset({"them", "him", "us"})
_MOVES = re.compile(
    r"(?:lift|leav|mov|send|tak|keep|put|push|nudg|drag|drop|pull|see|hoist|propel|edg|carr|catapult|fir|launch|rais)"
    r"(?:|e|s|es|ed|d|led|ped|ies|ied|ing)|left|sent|took|kept|saw"
)
_WHEN_MET = frozenset("DATE RELATIVE_DAY NEXTFEW REACH AT IN GROUND SCOPE COMPETITION HOME AWAY ROUND".split())
_LEAVES = frozenset({"left", "leave", "leaves", "leaving", "quit", "quits"})
_PRONOUNS = frozenset({"THEY", "WE", "HE"})
_ENDS_IN_ING = re.compile(r"[a-z]+ing(?: |$)")
_LISTED = SIDES | {"NAME", "PERSON"}
_JOINTS = 3  # tokens between two names of a list, and one
_COUNTED = frozenset("NUMBER ORDINAL GOALS TALLY RECORDED BEST FORBADE CONTRACT STAY DROUGHT SCORELESS".split())

_ACTS_AFTER_ROLE = frozenset(
    {"HAVE", "STAND", "HYPOTHETICAL", "HAVE_WON", "LOST", "DREW", "SPENT", "SIGNED", "FORBADE", "who"}
)
_DONE_FOR = frozenset({"HIT", "APPEARANCE", "GAME", "GOALS", "CAP", "PLAYED"})
_FEATS = frozenset(
    {"double", "brace", "treble", "hat-trick", "strike", "header", "winner", "equaliser", "opener", "effort"}
    | {"return", "haul", "record", "form", "ratio", "penalty", "free-kick", "volley", "finish"}
)


class SubjectPositions:
    """Tells subjects from objects among tokens of one text."""

    def __init__(self, lower: str) -> None:
        self.lower = lower

    def before(self, tokens: list[Mention], at: int, kinds: frozenset[str]) -> Iterator[int]:
        """Indexes of subjects before `at`, the likeliest first."""
        beside = tokens[at - 1] if at else None
        if beside is not None and beside.kind in kinds and (beside.possessive or beside.kind in _PRONOUNS):
            yield at - 1
        found = [i for i in range(at) if tokens[i].kind in kinds and self._may_be_subject(tokens, i)]
        if len(found) > 1:
            aside = [i for i in found if not (is_aside(tokens, i, at) or acts_aside(tokens, i, at))]
            found = [i for i in aside if not is_had_by_another(self.lower, tokens, i, at)] or aside or found
        found = [i for i in found if not (only_watched(self.lower, tokens, i, at) or only_owns(tokens, i, at))]
        found = [i for i in found if not in_a_side_clause(tokens, i, at)]
        resumed = self._resumed(tokens, at)
        if resumed is not None and resumed in found:
            yield resumed
        near = range(at - 1, max(0, at - 6), -1)
        participle = next(
            (i for i in near if tokens[i - 1].kind == "COMMA" and _ENDS_IN_ING.match(tokens[i].text)), None
        )
        if participle is not None and not any(i >= participle for i in found):
            clause = self._clause_before(tokens, participle)
            acting = [i for i in found if not self.lower.endswith((" for ", " for the "), 0, tokens[i].start)]
            yield from sorted(acting, key=lambda i: i < clause)
        else:
            yield from reversed(found)

    def _clause_before(self, tokens: list[Mention], participle: int) -> int:
        """Where the clause begins that a participle goes on about: "..., and X is a card away, having been booked"."""
        begins = (
            i
            for i in range(participle - 1, 0, -1)
            if tokens[i].kind == "BUT" or (tokens[i].kind == "AND" and tokens[i - 1].kind == "COMMA")
        )
        return next(begins, 0)

    def _resumed(self, tokens: list[Mention], at: int) -> int | None:
        """ "X, who lost their keeper to injury, have let in 11": the verb after the comma goes on about X, as it does
        after "X drew with Y, who are 12th, and stay sixth"."""
        for i in range(at - 1, 2, -1):
            if tokens[i].kind not in _RESUMES:
                continue
            joined = tokens[i - 1].kind == "AND" and tokens[i - 2].kind == "COMMA"
            if tokens[i - 1].kind == "COMMA" or joined:
                opening = next((j for j in range(i - 2) if opens_an_aside(self.lower, tokens, j)), 0)
                if not opening or any(t.text.lower() in (";", "while", "whereas") for t in tokens[opening:i]):
                    return None  # "X, who are third, drew; Y lost and are 12th"
                return opening - 1 if not joined else self._acting(tokens, opening - 1)
        return None

    def stands_for_person(self, tokens: list[Mention], i: int) -> bool:
        """Whether a role, an age or a nationality means a person who is not named beside it."""
        return self._stands_for_player(tokens, i) if tokens[i].kind == "ROLE" else self._stands_for_person(tokens, i)

    def _acting(self, tokens: list[Mention], i: int) -> int:
        """Who acts on the side at `i`; itself where it is no object."""
        before = self.lower[max(0, tokens[i].start - 60) : tokens[i].start]
        if not (acted_on(before) or _OBJECT.search(before)):
            return i
        sides = (j for j in range(i) if tokens[j].kind in SIDES and not self.is_object(tokens, j))
        return next(sides, i)

    def _may_be_subject(self, tokens: list[Mention], i: int) -> bool:
        mention, following = tokens[i], tokens[i + 1 : i + 2]
        if mention.kind == "LEADERS" and self.lower.endswith(" as ", 0, mention.start):
            return False  # "were promoted as champions with 91 points"
        if mention.kind == "LEADERS":
            named = bool(following) and following[0].kind in ("TEAM", "NAME", "PERSON", "ZONE")
            return not named and not self._in_apposition(tokens, i) and not self.is_object(tokens, i)
        if mention.kind in _PRONOUNS:
            moved = i > 0 and (self._is_moved(tokens[i - 1], mention) or self._is_seen(tokens, i))
            return mention.text.lower() not in _OBJECTS or moved
        if mention.kind == "TEAM" and following and following[0].text.lower() in _OFFICES and not mention.possessive:
            return False  # "the former Rovers chairman has bought"
        if following and following[0].text == "player" and self.lower.endswith("first ", 0, mention.start):
            return False  # "became the first Rovers player to score in eight"
        if mention.kind == "TEAM" and not mention.possessive and self._describes_his(tokens, i):
            return False
        called = mention.kind == "TEAM" and bool(following) and following[0].kind == "ROLE"
        if called and self.is_bygone(mention):
            return False
        if called and not mention.possessive and self.lower.endswith((", a ", ", an "), 0, mention.start):
            return False  # "X, a Rovers midfielder, has won"
        if mention.kind == "NAME":
            return self._unknown_subject(tokens, i)
        if mention.kind == "AGE":
            return self._stands_for_person(tokens, i)
        if mention.kind == "NATIONALITY":
            acts = mention.possessive or reads_as_verb(tokens[i + 1 : i + 2])
            behind = [t.kind for t in tokens[i + 1 : i + 4]]
            told_of = behind[:2] == ["COMMA", "WHO"] or behind == ["COMMA", "NUMBER", "COMMA"]
            return self._stands_for_person(tokens, i) and (acts or told_of)
        if mention.kind == "ROLE":
            return self._stands_for_player(tokens, i)
        if mention.kind == "PERSON" and not mention.possessive:
            before = self.lower[max(0, mention.start - 40) : mention.start]
            spoken_of = goes_on_about(tokens, i)
            object_of = acted_on(before) or _NO_SUBJECT.search(before) or _OF_ANOTHER.search(before)
            return not object_of or spoken_of
        if mention.kind == "PERSON" and following and following[0].kind not in _COUNTED:
            owned = tokens[i + 2].kind if i + 2 < len(tokens) and following[0].kind == "WORD" else ""
            return owned in ("CONTRACT", "FORBADE", "STAY", "TALLY") or following[0].text.lower() in _FEATS
        return not self.is_object(tokens, i)

    def is_bygone(self, mention: Mention) -> bool:
        """ "The former Rovers coach": the side only says who he was."""
        return self.lower.endswith(("former ", "ex-", "one-time ", "erstwhile "), 0, mention.start)

    def _describes_his(self, tokens: list[Mention], i: int) -> bool:
        """ "made his senior Rovers debut and scored 17": the side says which debut, career or shirt it was."""
        own = next(
            (j for j in range(i - 1, max(-1, i - 4), -1) if tokens[j].kind not in ("SCOPE", "WORD", "ORDINAL")), -1
        )
        owns = own >= 0 and tokens[own].text.lower() in ("his", "her")
        return owns and i + 1 < len(tokens) and tokens[i + 1].text.lower() in _HIS

    def _is_moved(self, verb: Mention, mention: Mention) -> bool:
        """ "lifts us to third", "left them 12th": whose place it is."""
        if mention.text.lower() == "him" or mention.start - verb.end > 1:
            return False
        return verb.kind == "MOVE" or _MOVES.fullmatch(verb.text.lower()) is not None

    def _is_seen(self, tokens: list[Mention], i: int) -> bool:
        """ "a move to X saw him score 24": who does what is seen."""
        return tokens[i - 1].text.lower() in _SEES and [t.kind for t in tokens[i + 1 : i + 2]] in _DOES

    def _in_apposition(self, tokens: list[Mention], i: int) -> bool:
        """ "Rovers, eight-time champions of the league, are": the champions are the side before the comma."""
        comma = next((j for j in range(i - 1, max(0, i - 5), -1) if tokens[j].kind == "COMMA"), 0)
        return comma > 0 and tokens[comma - 1].kind in SIDES

    def _unknown_subject(self, tokens: list[Mention], i: int) -> bool:
        """A name that nothing introduced, where a subject stands: a verb follows, no article goes before."""
        mention, following = tokens[i], tokens[i + 1 : i + 2]
        before = self.lower[max(0, mention.start - 4) : mention.start]
        verb = bool(following) and (
            following[0].kind in VERBS or following[0].text.lower().endswith(("ed", "will", "must"))
        )
        return (
            verb
            and before != "the "
            and not mention.text.isupper()
            and len(mention.text) > 2
            and not self.is_object(tokens, i)
        )

    def _stands_for_player(self, tokens: list[Mention], i: int) -> bool:
        """ "the striker", "the teenager": a role that names nobody beside it."""
        beside = [t.kind for t in (*tokens[max(0, i - 1) : i], *tokens[i + 1 : i + 2])]
        before = self.lower[max(0, tokens[i].start - 40) : tokens[i].start]
        after = tokens[i + 1 : i + 3]
        after = after[1:] if after and after[0].kind == "COMMA" else after[:1]
        follows = after[0].text.lower() if after and after[0].kind == "WHO" else after[0].kind if after else ""
        return (
            (tokens[i].value == "player" or (tokens[i].value == "coach" and follows in _ACTS_AFTER_ROLE))
            and "PERSON" not in beside
            and "NAME" not in beside
            and bool(_THE.search(before))
        )

    def _stands_for_person(self, tokens: list[Mention], i: int) -> bool:
        """ "The 31-year-old will", "the 24-year-old striker has": an age that goes with no name."""
        kinds = [t.kind for t in tokens[i + 1 : i + 4]]
        beside = [t.kind for t in tokens[max(0, i - 2) : i]] == ["PERSON", "COMMA"]
        named = beside or "PERSON" in kinds or "NAME" in kinds[:1]
        return not named and self.lower.endswith("the ", 0, tokens[i].start)

    def _is_left(self, tokens: list[Mention], i: int) -> bool:
        """ "X has left Rovers after 101 games": by a man, where "has left Rovers third" is what a defeat has done."""
        if not i or tokens[i - 1].text.lower() not in _LEAVES or any(t.kind == "GOALS" for t in tokens[: i - 1]):
            return False  # "goals by Hale left Rovers bottom"
        who = next(
            (t for t in reversed(tokens[: i - 1]) if t.kind not in ("HAVE", "STAND", "HYPOTHETICAL", "WORD")), None
        )
        return who is not None and (who.kind == "PERSON" or who.text.lower() in ("he", "she", "who"))

    def is_object(self, tokens: list[Mention], i: int) -> bool:
        mention, following = tokens[i], tokens[i + 1 : i + 5]
        kinds = [t.kind for t in following]
        if i > 1 and tokens[i - 1].text.lower() == "of" and tokens[i - 2].kind == "PERSON":
            return True  # "Hale of Rovers, who has six goals"
        told_of = kinds[1:2] == ["WHO"] or (len(following) > 1 and following[1].text.lower() == "that")
        if told_of and following[0].text.lower() in _SIDE_WORDS:
            return False  # "face a Rovers side who have won six"
        if kinds[:1] == ["WHO"] or (kinds[:1] == ["COMMA"] and ("WHO" in kinds[:2] or kinds[2:4] == ["COMMA", "WHO"])):
            return ended_it(self.lower, mention.end)
        if kinds[:1] and kinds[0] in _WHEN_MET and self._goes_on_behind(tokens, i):
            return False
        if mention.possessive and kinds and kinds[0] in _OWNED:
            compared = self.lower.endswith((" to ", " against ", " compared with ", " than "), 0, mention.start)
            return compared and kinds[:2] in (["NUMBER", "COMMA"], ["NUMBER", "AND"], ["NUMBER", "BUT"])
        ahead = [t.kind for t in tokens[max(0, i - 2) : i]]
        if kinds[:2] == ["BY", "NUMBER"] and (ahead == ["POINT", "AND"] or ahead[-1:] == ["MARGIN"]):
            return True  # "lead City by two points and Rovers by five"
        if self._is_left(tokens, i):
            return True
        start = described_from(self.lower, tokens, i)
        before = self.lower[max(0, start - 60) : start]
        if before.endswith(" for ") and i > 1 and tokens[i - 2].kind in _DONE_FOR:
            return True  # "played 96 times for Ajax in four years and found the net"
        if (
            kinds[:1] == ["AND"]
            and before.endswith((" for ", " with "))
            and any(t.kind in ("PERSON", "HE", "ROLE", "AGE") for t in tokens[:i])
        ):
            return True  # "Michels played for Ajax and coached them to four titles"
        if acted_on(before) or _OBJECT.search(before):
            return True
        return self._ends_list_of_objects(tokens, i)

    @staticmethod
    def _goes_on_behind(tokens: list[Mention], i: int) -> bool:
        """ "visit Rovers on Saturday, who have won six": nothing but when and where stands before the clause."""
        behind = next((j for j in range(i + 1, len(tokens)) if tokens[j].kind not in _WHEN_MET), len(tokens))
        comma, who, verb = (*tokens[behind : behind + 3], None, None, None)[:3]
        told = comma is not None and who is not None and (comma.kind, who.text.lower()) == ("COMMA", "who")
        return told and verb is not None and verb.text.lower() not in ("has", "is", "was", "has been")

    def _ends_list_of_objects(self, tokens: list[Mention], i: int) -> bool:
        """ "still have to play Rovers and Town, both in the top six": what a list goes on with is what it began with,
        unless a verb makes it the subject of a new clause ("beat Rovers and Town lost")."""
        earlier = i - 1
        while earlier > 1 and tokens[earlier].kind in ("AND", "COMMA") and i - earlier < _JOINTS:
            earlier -= 1
        if not 0 <= earlier < i - 1 or tokens[earlier].kind not in _LISTED or tokens[earlier].possessive:
            return False
        if reads_as_verb(tokens[i + 1 : i + 2]) or (tokens[i - 1].kind == "COMMA" and not self._listed_on(tokens, i)):
            return False
        return self.is_object(tokens, earlier)

    def _listed_on(self, tokens: list[Mention], i: int) -> bool:
        """Whether the list goes on behind a name that only a comma joins to it."""
        behind = [t.kind for t in tokens[i + 1 : i + 3]]
        return len(behind) == 2 and behind[0] in ("AND", "COMMA") and behind[1] in _LISTED
