"""How likely a name is a club's by all the words that stand beside it in a text, as `name_company.csv` counts them.

The cues of `name_cues` say what a phrase means; most of what stands beside a name ("from X", "X, who", "than X") only
makes a club likelier or less likely. How much, was counted beside the names of clubs, people and all else in articles;
a name that no cue decides is a club where its places, what it is listed with and its shape add up.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from flows import vocabulary
from flows.extract.text import lexicon
from flows.extract.text.acting import acts_as_man
from flows.extract.text.mentions import Mention, of_kinds

_ENOUGH, _ENOUGH_OF_TWO_WORDS = 0.5, 1.5  # two words are a man more often
TABLE = Path(vocabulary.__file__).parent / "name_company.csv"
_NAMED = frozenset({"NAME", "TEAM"})
_LISTED = frozenset({" and ", ", ", " or ", "/", " & "})
_WORD = re.compile(r"[A-Za-z][\w'&-]*|\d+-\d+|\d[\d.,:]*|[^\s\w]|\n")
_BACK, _AHEAD = 90, 90
_NEXT_SENTENCE = re.compile(r"[.!?][\"']? +(?=[A-Z\"'])|\n")
_ENDS_SENTENCE = (". ", "\n")
_WORDS_NEAR, _LEAST_WORD = 7, 4  # words of a clause that count by themselves, letters of such a word
_SIDES_NEAR = _PAIR = 2
_IN_A_LINE = re.compile(r"(?:[A-Z][\w'-]+(?: \(?\d+\)?)?, ){2,}(?:[a-z]+ )?$")
_WHERE = (" in ", "\nin ", " near ", " outside ", " around ", " across ")
_OPENS = frozenset('¶.!?":')
_SAID = ("listed with a club", "cues of a club")
_LEAST_SAID = 0.5
_SMALL = frozenset("at from with in on of by to and or for the a an near , . ( ) ; : - ' \" ^ ¶ C 0 1 2 0-0".split())
_LINK = 6
_OF_CLUB_AND_MAN = re.compile(
    r" (?:(?:have|had|are|were|then|now|mutually|amicably|duly) ){0,3}(?:agreed to part|to part|part|parted|parting) "
    r"(?:ways|company)\b"
)
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz,.'")  # what most words begin with that count as they are
_MOST_OFTEN, _MOST_CLUB, _MOST_PERSON = 2, 4.0, 6.0
FIRST_NAMES = lexicon.name_words("FIRST_NAME")


class Shape(NamedTuple):
    """What a name looks like among the names of its text."""

    times: int
    ends_another: bool
    begins_another: bool
    end_alone: bool
    listed_with: frozenset[str]  # "club", "man", "name"
    club: float  # what the cues beside it were worth
    person: float
    sides: tuple[int, ...] = ()  # how many others the sentence of each place names, two at most


def sides_near(
    normal: str, name: str, places: Iterable[tuple[int, int]], sides: list[tuple[int, str]], most: int = _SIDES_NEAR
) -> list[int]:
    """How many of the `sides`, sorted by where they stand, the sentence of each place tells beside the name, so many at
    most; a side is told apart by its first word."""
    mine, near = name.split(" ", 1)[0], []
    for start, end in places:
        opens = max(normal.rfind(mark, 0, start) for mark in _ENDS_SENTENCE)
        closes = min((at for mark in _ENDS_SENTENCE if (at := normal.find(mark, end)) >= 0), default=len(normal))
        beside = sides[bisect_left(sides, (opens, "")) : bisect_left(sides, (closes, ""))]
        near.append(min(len({first for _, first in beside} - {mine}), most))
    return near


def is_only_somewhere(lower: str, places: Iterable[tuple[int, int]]) -> bool:
    """Whether a name tells nothing but where something was: "in X", "near X" at all its places."""
    return all(lower.endswith(_WHERE, 0, start) for start, _ in places)


def listed_with(normal: str, mentions: Iterable[Mention], of_people: bool = False) -> dict[str, set[str]]:
    """The names that stand beside a name in a list ("X and Y", "X, Y or Z"); "for X and Y struck" is none, unless it is
    asked for people."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for one, two in pairwise(of_kinds(mentions, _NAMED)):
        link = normal[one.end : two.start] if two.start - one.end < _LINK else ""
        if (
            link in _LISTED
            and not (one.possessive or two.possessive)
            and not (link == " and " and not of_people and acts_as_man(normal, two.start, two.end))
            and not (link == " and " and _OF_CLUB_AND_MAN.match(normal, two.end))
        ):
            beside[one.text].add(two.text)
            beside[two.text].add(one.text)
    return beside


def marks(normal: str, name: str, places: Iterable[tuple[int, int]], shape: Shape) -> Iterator[tuple[str, float]]:
    """What counts for or against a club: each word and pair of words beside its places, and its shape."""
    often: defaultdict[str, int] = defaultdict(int)
    for at, (start, end) in enumerate(places):
        for mark in _words_beside(normal, start, end, shape.sides[at] if shape.sides else 0):
            often[mark] += 1
    for mark, n in often.items():
        yield mark, float(min(n, _MOST_OFTEN))
    words = name.split()
    yield "any name", 1.0
    yield ("one word", "two words", "more words")[min(len(words), 3) - 1], 1.0
    yield ("told once", "told twice", "told often")[min(shape.times, 3) - 1], 1.0
    said = {
        "ends another": shape.ends_another,
        "begins another": shape.begins_another,
        "end alone": shape.end_alone,
        "first name": words[0] in FIRST_NAMES,
    }
    yield from ((mark, 1.0) for mark, so in said.items() if so)
    yield from ((f"listed with a {kind}", 1.0) for kind in sorted(shape.listed_with))
    yield "cues of a club", min(shape.club, _MOST_CLUB)
    yield "cues of a person", min(shape.person, _MOST_PERSON)


def enough(name: str) -> float:
    """The likelihood that makes a name a club's."""
    return _ENOUGH_OF_TWO_WORDS if " " in name else _ENOUGH


def likelihood(normal: str, name: str, places: Iterable[tuple[int, int]], shape: Shape) -> float:
    """The weights of all its marks together; `enough` makes it a club, unless nothing speaks for one but words that
    stand beside grounds, towns and firms as well ("at X", "from X in")."""
    weights, total, said = _weights(), 0.0, 0.0
    for mark, much in marks(normal, name, places, shape):
        worth = weights.get(mark, 0.0) * much
        total += worth
        if worth > 0 and (mark in _SAID or (mark[0] in "<>" and not _SMALL.issuperset(mark[2:].split()))):
            said += worth
    return total if said >= _LEAST_SAID else min(total, 0.0)


def _words_beside(normal: str, start: int, end: int, sides: int) -> Iterator[str]:
    """ "< at", "< won at", "> on", "> on <day>": the last one to three words before it and the first ones behind it,
    "<< loan", ">> loan": a word farther off in its sentence, "near 1": how many other sides that names. Names are "C",
    figures "0", scores "0-0" and line ends "¶"."""
    yield f"near {sides}"
    yield from _before(normal[max(0, start - _BACK) : start], sides)
    owns = normal.startswith("'", end)
    skipped = 2 if normal.startswith("'s", end) else 1 if owns else 0
    yield from _behind(normal[end + skipped : end + _AHEAD], owns)


def _before(line: str, sides: int) -> Iterator[str]:
    clause = _counted(_NEXT_SENTENCE.split(line)[-1])
    before = clause[-_PAIR:] if len(clause) >= _PAIR else _counted(line)[-_PAIR:]
    if not before or before[-1] in _OPENS:
        yield "< ^"
    else:
        yield f"< {before[-1]}"
        if len(before) > 1:
            yield f"< {' '.join(before)}"
    if len(clause) > _PAIR:
        yield f"< {' '.join(clause[-_PAIR - 1 :])}"
    yield from [f"<< {word}" for word in dict.fromkeys(clause[-_WORDS_NEAR:-1]) if _tells(word)]
    last = clause[-1] if clause else "^"
    if last in _SMALL:
        yield f"< {last} near {sides}"
    if line.rfind("(") > max(line.rfind(")"), line.rfind("\n")):
        yield "in brackets"
    if line.count(", ") > 1 and _IN_A_LINE.search(line):
        yield "in a line"


def _behind(line: str, owns: bool) -> Iterator[str]:
    clause = _counted(_NEXT_SENTENCE.split(line, maxsplit=1)[0])
    behind = clause[:_PAIR] if len(clause) >= _PAIR else _counted(line)[:_PAIR]
    behind = ["'s", *behind] if owns else behind
    if behind:
        yield f"> {behind[0]}"
    if len(behind) > 1:
        yield f"> {' '.join(behind[:_PAIR])}"
    if len(clause) > _PAIR:
        yield f"> {' '.join(clause[: _PAIR + 1])}"
    yield from [f">> {word}" for word in dict.fromkeys(clause[1:_WORDS_NEAR]) if _tells(word)]


def _counted(line: str) -> list[str]:
    return [word if word[0] in _PLAIN else _as_counted(word) for word in _WORD.findall(line)]


def _tells(word: str) -> bool:
    return len(word) >= _LEAST_WORD and word.isalpha()


def _as_counted(word: str) -> str:
    if word == "\n":
        return "¶"
    if word[0].isdigit():
        return "0-0" if "-" in word else "0"
    return "C" if word[0].isupper() else word


@cache
def _weights() -> dict[str, float]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {row["mark"]: float(row["weight"]) for row in csv.DictReader(lines)}
