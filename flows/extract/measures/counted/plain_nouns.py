"""A number with any plural noun that no frame knows, where a verb says that somebody has, or has done, so many.

In: a sentence's tokens and the numbers that are another measure's. Out: an `other_count` of the subject of "have turned
away 900 people", "boast 12 hospitality boxes"; nothing where a condition hangs on it, where the noun is of the course
of a match, or where the subject does not stand before it in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Container

from flows.extract.measures.claims import Measure
from flows.extract.measures.counted.owners import CountedOwners
from flows.extract.measures.scope import qualifier_of
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_HOLDS = Sought(r"\b(?:have|has|had|having|boasts?|boasted|owns?|employs?|houses?)\b|'ve\b")
_ADVERBS = (
    r"(?:(?:now|already|also|only|just|still|both|then|since|so far|never more than|at least|at most|more than|over|"
    r"nearly|almost|about|around|some|no fewer than|as many as|a total of|another|a further) )*"
)
_DONE = re.compile(
    rf"\b(?:have|has|had|having|'ve)(?:n't)? {_ADVERBS}(?!been\b|to\b|not\b|scored\b|conceded\b|put\b)[a-z]+(?:ed|en|"
    rf"wn|ne|de|ld|pt|nt|rt|ught|ost|on|un|id|et|ut|ade|got)(?: (?:out|up|off|down|away|back))? "
    rf"{_ADVERBS}$"
)
_HAS = re.compile(rf"\b(?:boasts?|boasted|owns?|employs?|houses?) {_ADVERBS}$")
_WORD = re.compile(r"[ -]([a-z][a-z'-]*|\d\d-year-olds)")
_MOST_WORDS = 4
_ENDS = frozenset(
    "of the a an in to for and with from by at on as is was are were has have had or but than that which who when "
    "after before his her their its our my this these those out up down off not more fewer less past against "
    "between".split()
)
_NO_THINGS = frozenset(
    "minutes minute seconds hours days weeks months years seasons yards metres miles inches feet times goals "
    "points wins victories defeats draws losses games matches fixtures legs halves places spots assists caps "
    "appearances starts men rounds shots efforts attempts chances corners touches saves tackles passes crosses "
    "strikes penalties posts sides others ones halves things ways words ideas doubts options changes substitutes "
    "bookings cards titles trophies sheets friendlies visits trips meetings ties internationals defenders "
    "midfielders forwards strikers attackers opponents centre-backs backs banks lines minds".split()
)
_PEOPLE = frozenset({"people", "women", "children", "staff"})
_NO_PLURALS = ("ss", "us", "is", "'s", "ous")
_UNSURE = frozenset({"HYPOTHETICAL", "NEGATION"})
_CLAUSE_ENDS = frozenset({"STOP", "QUOTE", "BUT", "COLON"})
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_RANGED = re.compile(r"(?:-| or | to )(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b")
_BACK, _AHEAD, _NEAR = 60, 60, 12
_NAMED = SIDES | {"THEY", "PERSON", "HE", "ROLE", "NAME", "WHO"}


def plain_nouns(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], used: Container[int]
) -> list[Measure]:
    """The counts that a sentence tells of so."""
    lower, found = owners.lower, []
    if not _HOLDS.search(lower, *sentence.span):
        return []
    for at, token in enumerate(tokens):
        if token.kind != "NUMBER" or token.start in used or token.value < 2 or token.value % 1:
            continue
        if _YEAR.fullmatch(token.text) or "couple" in token.text or _RANGED.match(lower, token.end):
            continue
        noun = _noun(lower, token.end, min(sentence.span.end, token.end + _AHEAD))
        if noun is None or not _is_had(lower, sentence, token) or _is_unsure(tokens, at):
            continue
        owner = owners.subjects.either(sentence, tokens, at, at)
        if owner is None or owner[1] is None or owner[1].start > token.start or owner[1].kind not in _NAMED:
            continue
        unit, end = noun
        owner = _whose_part(owners, sentence, tokens, owner[1]) or owner
        count = Measure(token.start, end, owner[0], "other_count", float(token.value), unit, "measure/plain_noun", 0.6)
        count.qualifier = qualifier_of(lower, token)
        found.append(count)
    return found


def _whose_part(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], named: Mention
) -> tuple[str, Mention, bool] | None:
    """ "Rovers' Academy has produced 14": the side whose part a name that a possessive stands before is of."""
    at = tokens.index(named)
    side = tokens[at - 1] if at and named.kind == "NAME" else None
    if side is None or side.kind not in SIDES or not side.possessive:
        return None
    team = owners.state.side(side, sentence)
    return None if team is None else (team, side, False)


def _is_had(lower: str, sentence: Sentence, token: Mention) -> bool:
    before = lower[max(sentence.span.start, token.start - _BACK) : token.start]
    return _DONE.search(before) is not None or _HAS.search(before) is not None


def _is_unsure(tokens: list[Mention], at: int) -> bool:
    for token in reversed(tokens[max(0, at - _NEAR) : at]):
        if token.kind in _CLAUSE_ENDS:
            return False
        if token.kind in _UNSURE:
            return True
    return False


def _noun(lower: str, start: int, until: int) -> tuple[str, int] | None:
    """The noun in the plural that follows a number, adjectives and all, with where it ends."""
    position = start
    words: list[str] = []
    while len(words) < _MOST_WORDS and (match := _WORD.match(lower, position, until)):
        word = match.group(1)
        if word in _ENDS or word in _NO_THINGS:
            return None
        words.append(word)
        position = match.end()
        following = _WORD.match(lower, position, until)
        plural = word in _PEOPLE or (word.endswith("s") and not word.endswith(_NO_PLURALS))
        if plural and not (following is not None and following.group(1) in _NO_THINGS):
            return " ".join(words), position
    return None
