"""A sum of which no word says what it is of: "have raised £12,000 towards the £50,000 needed", "tickets cost £20".

In: a sum that no cue explains. Out: a count in the sum's currency of the side or the man who acts in its clause, else
of the side that the story is about; nothing where a condition hangs on it, where it is a price or nobody's own.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.counted.owners import CountedOwners
from flows.extract.measures.money.finances import WINNERS
from flows.extract.measures.scope import qualifier_of
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_UNSURE = frozenset(
    "if would could should might whether unless wouldn't couldn't may any each every another other".split()
)
_A_PRICE = re.compile(
    r"\b(?:worth|fees?|move[ds]?|switch(?:ed)?|transfer(?:red)?|outlay|combined|joint|cost of|deal|signings?|clause|"
    r"sign(?:ed|ing|s)?|bought|release|rated|valued|asking|bid|offer|swoop|arriv\w+|join\w*|came from|from [A-Z])\b"
)
_HAS_A_VERB = re.compile(
    r"(?:\b(?:[a-z]+(?:ed|ing)|made|makes?|takes?|took|found|finds?|spends?|spent|gave|brought|brings?|costs?|was|were|"
    r"is|are|be|been|to [a-z]+|had|has|have|reaches|got|gets?|hit|cut|put|won|lost|sold|drew|kept|left)"
    r"(?: (?:in|up|out|back|over|them|him|her|us|the club))?"
    r"(?: (?:just|only|about|around|over|more than|nearly|almost|some|at least|up to|an estimated|a total of|a further|"
    r"another|the|its|their|his|her|a|as much as|at|from|in excess of|close to|well over))*|\bof which) $"
)
_A_CLUB = re.compile(r"\ban? (?:[\w-]+ ){0,2}club\b")
_NOBODYS_OWN = re.compile(r"\b(?:each|every|per|for|than|between) (?:[\w-]+ ){0,2}$")
_BY_THE_WEEK = re.compile(r"[ -](?:an?|per)[ -](?:week|month|year|season|day|game|head|man|point|person)\b|[ -]plus\b")
_EURO_FINALS = re.compile(r" euros? (?:\d|qualif|finals|champ)")
_WHO = SIDES | {"PERSON", "HE", "THEY", "WE"}
_STOPS = frozenset({"STOP", "QUOTE", "COLON", "OPEN"})
_BACK = 90


def plain_sum(owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int) -> Measure | None:
    """What a sum is where no word beside it says so."""
    money, lower = tokens[at], owners.lower
    before = lower[max(sentence.span.start, money.start - _BACK) : money.start].rstrip("£€$")
    if (
        "?" in lower[sentence.span.start : sentence.span.end]
        or _A_PRICE.search(lower, sentence.span.start, sentence.span.end)
        or _NOBODYS_OWN.search(before)
        or _HAS_A_VERB.search(before) is None
        or _A_CLUB.search(before)
        or WINNERS.search(before)
        or _BY_THE_WEEK.match(lower, money.end)
        or _EURO_FINALS.search(lower, money.start, money.end + 7)
        or (_is_unsure(tokens, at) and not before.endswith("of which "))
    ):
        return None
    whose = _whose(owners, sentence, tokens, at)
    if whose is None:
        return None
    amount, unit = float(money.value.amount), str(money.value.currency)
    told = Measure(money.start, money.end, whose, "other_count", amount, unit, "measure/plain_sum", 0.6)
    told.qualifier = qualifier_of(lower, money)
    return told


def _is_unsure(tokens: list[Mention], at: int) -> bool:
    for token in reversed(tokens[:at]):
        if token.kind in _STOPS:
            return False
        if token.kind in ("NEGATION", "HYPOTHETICAL") or token.text.lower() in _UNSURE:
            return True
    return False


def _whose(owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
    either = owners.subjects.either(sentence, tokens, at, at)
    if either is not None and either[1] is not None and either[1].start < tokens[at].start and either[1].kind in _WHO:
        return either[0]
    whose = owners.of("accounts", sentence, tokens, at, tokens[at].end)
    return None if whose is None else whose.subject
