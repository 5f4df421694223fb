"""Phrases of a vocabulary table as expressions: "<settled> {game}" -> "settles the tie", "settling it".

In: a table whose rows say of which kind phrases are, and what may or may not stand beside them. Out: for each kind one
expression over lower case. Columns and notation are those of vocabulary/README.md (`goal_phrases.csv`): `<settled>` is
a verb told in its past and stands for its other forms, `{game}` for the phrases of the kind of that name, `...` for
words of the same clause.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from flows import vocabulary
from flows.extract.text.verb_forms import bare, forms_of

_WORD = r"[\w'.-]+"
_SAME_CLAUSE = r"(?!\w)[^.;]{0,60}?"
_NO_SIDE = r"set|been|gone|put|given|made|come|got|taken|moved|pulled|fallen|won|not|already|earlier|(?!united)\w+ed"
_BUILT_IN = {
    "side": rf"(?:the |his |her |their )?(?!(?:{_NO_SIDE}) )[\w'&.-]+(?: [\w'&.-]+){{0,2}}?",
    "name": rf"(?:(?:the|his|her|their) [\w'-]+(?: [\w'-]+)?|(?!(?:{_NO_SIDE}) )[\w'.-]+)",
    "nth": r"(?:first|second|third|[a-z]+th|\d+(?:st|nd|rd|th))",
    "plain": r"[a-z]+",
    "past": r"[a-z]+ed",
    "manner": r"[a-z]+ly",
    "score": r"\d-\d",
    "bracketed": r"\([\d-]+\)",
    "length": r"[a-z]+-(?:game|match|month|week|year|hour|minute)",
}
_PAUSES = {".": r"[.,;]|$", ";": r"[.;]|$"}
_ENDS = {"": "", "'s": "'s?", ",": ","}
_A_WORD = "a word"
_SPLIT = re.compile(r"[()\[\]/| ]")


@cache
def phrase_table(name: str) -> Mapping[str, str]:
    """Kind -> expression, for a table of the vocabulary."""
    with (Path(vocabulary.__file__).parent / name).open(encoding="utf-8", newline="") as lines:
        return expressions(csv.DictReader(lines, strict=True))


def expressions(rows: Iterable[Mapping[str, str]]) -> Mapping[str, str]:
    """Kind -> expression; a part stands before the rows that name it. ValueError names what is not well formed."""
    parts = dict(_BUILT_IN)
    told: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        kind, phrases = row["kind"], f"(?:{_alternatives(row['phrases'], parts)})"
        if kind.islower():
            parts[kind] = phrases
        told[kind].append(_behind(row) + phrases + _before(row, parts))
    return MappingProxyType({kind: "|".join(found) for kind, found in told.items()})


def _behind(row: Mapping[str, str]) -> str:
    """What a phrase must and must not stand behind."""
    word = r"[a-z]" if row["after"] == _A_WORD else row["after"]
    must = f"(?<={word} )" if word else ""
    return must + "".join(rf"(?<!\b{never} )" for never in row["not_after"].split("|") if never) + r"\b"


def _before(row: Mapping[str, str], parts: Mapping[str, str]) -> str:
    """What must and must not stand behind a phrase."""
    must = [_following(phrase, parts) for phrase in row["followed_by"].split("|") if phrase]
    never = [_following(phrase, parts) for phrase in row["not_followed_by"].split("|") if phrase]
    ends = r"(?!\w)"
    return ends + (f"(?={'|'.join(must)})" if must else "") + (f"(?!{'|'.join(never)})" if never else "")


def _following(phrase: str, parts: Mapping[str, str]) -> str:
    if phrase in _PAUSES:
        return _PAUSES[phrase]
    comma = "," if phrase.startswith(", ") else ""
    return f"{comma} {_phrase(phrase.removeprefix(', '), parts)}\\b"


def _alternatives(text: str, parts: Mapping[str, str], between: str = "|") -> str:
    return "|".join(_phrase(phrase, parts) for phrase in _cut(text, between))


def _phrase(phrase: str, parts: Mapping[str, str]) -> str:
    """One phrase, its words apart by single blanks; what may be missing takes its blank along."""
    before, gap, after = phrase.partition(" ... ")
    if gap:
        return f"{_phrase(before, parts)}{_SAME_CLAUSE} {_phrase(after, parts)}"
    words = [_word(word, parts) for word in _cut(phrase, " ")]
    last = len(words) - 1
    if len(words) > 1 and not (words[-1][1] or words[-2][1]):
        raise ValueError(f"{phrase!r} ends in two words that may be missing")
    told = ""
    for i, (word, fewest, most) in enumerate(words):
        if i < last:
            told += f"{word} " if fewest == most == 1 else f"(?:{word} ){{{fewest},{most}}}?"
        elif fewest:
            told += word + (f"(?: {word}){{0,{most - 1}}}?" if most > 1 else "")
        else:
            told = told.removesuffix(" ") + f"(?: {word}){{0,{most}}}?"
    return told


def _word(word: str, parts: Mapping[str, str]) -> tuple[str, int, int]:
    """A word of a phrase: its expression, and how often it stands at least and at most."""
    if word[0] in "*+" and word[1:].isdecimal():
        return _WORD, int(word[0] == "+"), int(word[1:])
    if word[0] == "[" and word[-1] == "]":
        return f"(?:{_alternatives(word[1:-1], parts, '/')})", 0, 1
    if word[0] == "(" and word[-1] == ")":
        return f"(?:{_alternatives(word[1:-1], parts, '/')})", 1, 1
    if word[0] == "<" and word[-1] == ">":
        past = word[1:-1].removesuffix("+")
        forms = forms_of(past) + (bare(past) if word.endswith("+>") else [])
        return f"(?:{'|'.join(forms)})", 1, 1
    if word[0] == "{":
        part, _, end = word[1:].partition("}")
        if part in parts and end in _ENDS:
            return parts[part] + _ENDS[end], 1, 1
    if word == "#":
        return r"\d+", 1, 1
    if re.fullmatch(r"[\w',-]+", word) is None:
        raise ValueError(f"{word!r} is no word of a phrase")
    return word, 1, 1


def _cut(text: str, between: str) -> list[str]:
    """A text cut where `between` stands outside all brackets."""
    pieces, depth, start = [], 0, 0
    for place in _SPLIT.finditer(text):
        letter = place.group()
        if letter == between and not depth:
            pieces.append(text[start : place.start()])
            start = place.end()
        depth += (letter in "([") - (letter in ")]")
    return [*pieces, text[start:]]
