"""When are two spellings one name?

Names of clubs, competitions, rounds and people come in, keys come out that ignore accents, case, punctuation and a
club's legal form. A key is only ever compared, never published: what users see is a spelling some article used.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from rapidfuzz import fuzz

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_LEGAL_FORMS = frozenset({"fc", "afc", "cf", "ac", "as", "ssc", "sc"})
_COMPETITIONS = {
    "la liga": "laliga",
    "uefa champions league": "champions league",
    "uefa europa league": "europa league",
}
_ANY_COMPETITION = frozenset({"league", "the league", "cup", "the cup", "top flight", "europe", "domestic"})
_ROUNDS = {
    "round of 16": "last 16",
    "second round of 16": "last 16",
    "quarterfinal": "quarter final",
    "semifinal": "semi final",
}
_NEARLY = 88.0


@cache
def fold(text: str) -> str:
    """Lower case without accents and punctuation, words parted by one space; letters of other scripts stay."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


@cache
def club(name: str) -> str:
    """The key of a club: folded, without FC and its like unless nothing else is left."""
    words = fold(name).split()
    return " ".join(word for word in words if word not in _LEGAL_FORMS) or " ".join(words)


@cache
def competition(name: str) -> str | None:
    """The key of a competition, None for a word that fits several ("the league")."""
    key = _COMPETITIONS.get(fold(name), fold(name))
    if key in _ANY_COMPETITION:
        return None
    return "friendly" if key.endswith("friendly") else key


@cache
def round_of(name: str) -> str:
    """The key of a round, singular ("quarter-finals" and "quarterfinal" are one)."""
    key = fold(name)
    key = key[:-1] if key.endswith("finals") else key
    return _ROUNDS.get(key, key)


@cache
def any_competition(name: str) -> str:
    """The key of a competition for showing it: a word that fits several keeps its own."""
    return competition(name) or fold(name)


def same_competition(one: str, other: str) -> bool:
    """Whether one is a word that fits several competitions, so that they do not exclude each other."""
    return one == other or one in _ANY_COMPETITION or other in _ANY_COMPETITION


def is_group(round_key: str) -> bool:
    """Whether the round is played in a group or a league, where a pair may meet twice."""
    return round_key.startswith(("group", "matchday", "league"))


def same_round(one: str, other: str) -> bool:
    """Equal, or a group stage and one of its matchdays."""
    if one == other:
        return True
    return is_group(one) and is_group(other) and "group stage" in (one, other)


def same_place(one: str, other: str) -> bool:
    """Equal, or one name's words all within the other's ("Olimpico" and "Stadio Olimpico")."""
    left, right = set(one.split()), set(other.split())
    return left <= right or right <= left


def same_person(one: str, other: str) -> bool:
    """Whether two folded names can be one person among the scorers of one side in one match.

    A surname alone fits every full name that ends in it, an initial fits its first name, and one or two wrong letters
    in a name of some length are forgiven; two different first names never are.
    """
    if one == other:
        return True
    left, right = one.split(), other.split()
    if not left or not right or not _same_word(left[-1], right[-1]):
        return _one_word_within(left, right)
    return all(_same_first(a, b) for a, b in zip(left[:-1], right[:-1], strict=False))


def _one_word_within(left: list[str], right: list[str]) -> bool:
    """A player known by one word of his name: "Rodrigo" and "Rodrigo Moreno"."""
    return (len(left) == 1 and left[0] in right) or (len(right) == 1 and right[0] in left)


def _same_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= 5 and fuzz.ratio(one, other) >= _NEARLY)


def _same_first(one: str, other: str) -> bool:
    return one[0] == other[0] and (len(one) == 1 or len(other) == 1 or _same_word(one, other))
