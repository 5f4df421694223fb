"""A sum of money that no cue explains: of whoever the clause is about.

In: a sum that is no fee, fine, gift or sponsorship and that no word beside it says the purpose of. Out: a count in the
sum's currency; nothing of a transfer, where a condition or a hope hangs on it, or where no owner is plain.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.counted.owners import CountedOwners
from flows.extract.measures.money.finances import WINNERS, is_explained
from flows.extract.measures.scope import qualifier_of
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_OF_IT = re.compile(r" of (?:it|that|this|them|which|those)\b")
_OF_WHICH = re.compile(r"\b(?:of which|the rest,|another|a further) (?:[a-z]+ ){0,3}\W?$")
_NEAR = 160  # letters between a sum and a part of it
_TRANSFERS = frozenset({"SIGNED", "SOLD", "FEE", "BID", "FINE", "DONATED"})
_OF_PLAYERS = re.compile(
    r"\b(?:(?:new |first-team |these |those )?(?:players|signings|recruits|newcomers|arrivals|departures|the squad|"
    r"transfers|transfer market|player (?:sales|trading)|sales of players)|the transfer window)\b"
)
_IN_ALL = re.compile(r"\b(?:combined|joint|total|between them)\b")
_UNSURE = frozenset({"HYPOTHETICAL", "NEGATION"})
_SURE = frozenset({"will", "stand to", "stands to", "set to", "due to", "must", "need", "'ll", "to"})
_DOUBTED = frozenset(
    "if unless whether would could might should may hope hopes hoped hoping want wants wanted aim aims trying worth "
    "rated valued value values price".split()
)
_STOPS = frozenset({"STOP", "QUOTE", "BUT"})
_BACK = 12  # tokens
_NAMED = frozenset({"TEAM", "EPITHET", "SIDE_HOME", "SIDE_AWAY", "THEY", "WE", "NAME"})


def plain_sum(owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int) -> Measure | None:
    """The sum at `at` as a count of whom it is told of."""
    money = tokens[at]
    unlike = money.text.endswith("Euro") or is_explained(owners.lower, sentence, money)
    if unlike or _is_doubted(tokens, at):
        return None  # "three Euro 2021 qualifiers"
    if any(t.kind in _TRANSFERS for t in tokens):
        owner = _of_players(owners, sentence, tokens, at)
    else:
        owner = _part_of(owners, sentence, money) or _who(owners, sentence, tokens, at)
    if owner is None:
        return None
    amount, currency = float(money.value.amount), money.value.currency
    measure = Measure(money.start, money.end, owner, "other_count", amount, currency, "measure/plain_sum", 0.6)
    measure.qualifier = qualifier_of(owners.lower, money)
    return measure


def _is_doubted(tokens: list[Mention], at: int) -> bool:
    """Whether a condition or a hope stands before a sum in its clause; what will be is none."""
    for token in reversed(tokens[max(0, at - _BACK) : at]):
        if token.kind in _STOPS:
            return False
        word = token.text.lower()
        if word in _DOUBTED or (token.kind in _UNSURE and word not in _SURE):
            return True
    return False


def _of_players(owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
    """ "£54.7m came back in from departures", "players were bought for £92m": of the club, where no man is named."""
    start, end = sentence.span
    of_some = any(t.kind == "NUMBER" for t in tokens[:at])  # "ten of the 11 players were signed for less than £1m"
    if of_some or any(t.kind == "PERSON" for t in tokens) or _IN_ALL.search(owners.lower, start, end):
        return None
    if not _OF_PLAYERS.search(owners.lower, start, end):
        return None
    whose = owners.of("accounts", sentence, tokens, at, tokens[at].end)
    return None if whose is None else whose.subject


def _part_of(owners: CountedOwners, sentence: Sentence, money: Mention) -> str | None:
    """ "£96m of it", "of which £1.9m is due": of whom the whole was told."""
    lower = owners.lower
    before = lower[max(sentence.span.start, money.start - 40) : money.start]
    if not (_OF_IT.match(lower, money.end) or _OF_WHICH.search(before)):
        return None
    told = (m for m in reversed(owners.subjects.told) if 0 < money.start - m.start < _NEAR)
    return next((m.subject for m in told if m.unit[:3].isupper()), None)


def _who(owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
    """The subject before a sum, whom "the £4m that X lost" names behind it, the competition of "the winners"; the club
    that the story is about where only its wages, tickets or players are spoken of."""
    money = tokens[at]
    if WINNERS.search(owners.lower, max(sentence.span.start, money.start - 60), money.start):
        return owners.scope.around.competition
    that, side = (*tokens[at + 1 : at + 3], None, None)[:2]
    if that is not None and side is not None and that.text.lower() in ("that", "which") and side.kind in SIDES:
        return owners.state.side(side, sentence)
    found = owners.subjects.either(sentence, tokens, at, at)
    if found is None or found[1] is None or found[1].start > money.start or found[1].kind not in _NAMED:
        return None
    first = found[1]
    if first.kind == "NAME" and first.start - sentence.span.start <= 1 and " " not in first.text:
        return None  # "Wages" opens the sentence
    return found[0]
