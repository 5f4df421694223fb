"""A club's finances and a player's terms: debts, losses, turnover, a takeover's price, a release clause, weekly wages.

In: a sum that is no fee, fine, gift or sponsorship. Out: a count in the sum's currency of the side (or the person) that
it is told of, and nothing where a condition hangs on it or no word says what it is.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.scope import qualifier_of
from flows.extract.measures.subjects import Subjects
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_BEFORE = re.compile(
    r"\b(debts?|loss(?:es)?|deficit|turnover|revenues?|profits?|wage bill|budget|receipts|income|loans|lost|owes?|owed|"
    r"release clause|buy-?out clause)\b[^.;]{0,32}$"
)
_AFTER = re.compile(
    r"[ -](?:\w+ )?(debts?|loss|deficit|turnover|investment|takeover|wage bill|budget|release clause|buy-?out clause|"
    r"in receipts|of debt)\b"
)
_WEEKLY = re.compile(r"[ -](?:a|per)[ -]week\b")
_OWES = re.compile(r"\bowe[sd]?\b[^.;]{0,70}$")
_SUPPOSED = frozenset({"HYPOTHETICAL", "NEGATION"})
_DOUBTED = frozenset({"if", "unless", "whether", "would", "could", "might", "should"})
_OF_A_PLAYER = ("clause", "week")
_BACK, _AHEAD, _FAR = 56, 28, 80


def finances(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> Measure | None:
    """What a sum is of a club's finances or a player's terms, None where nothing says so."""
    money, lower = tokens[at], subjects.state.text.lower
    what = _what(lower, money)
    before = tokens[max(0, at - 9) : at]
    if what == "per week":
        supposed = any(t.text.lower() in _DOUBTED for t in before)
    else:
        supposed = any(t.kind in _SUPPOSED for t in before)
    if what is None or supposed:
        return None
    owes = next((i for i in range(at) if tokens[i].text.lower() in ("owe", "owes", "owed")), at)
    owner = (
        subjects.people.person(sentence, tokens, at)
        if what.endswith(_OF_A_PLAYER)
        else subjects.side(sentence, tokens, owes, owes)
    )
    if owner is None:
        return None
    measure = Measure(
        money.start,
        money.end,
        owner[0],
        "other_count",
        float(money.value.amount),
        f"{money.value.currency} {what}",
        "measure/finances",
        0.72,
    )
    measure.qualifier = qualifier_of(lower, money)
    return measure


def _what(lower: str, money: Mention) -> str | None:
    after = lower[money.end : money.end + _AHEAD]
    if _WEEKLY.match(after):
        return "per week"
    told = _AFTER.match(after) or _BEFORE.search(lower[max(0, money.start - _BACK) : money.start])
    if told is None:
        return "owed" if _OWES.search(lower[max(0, money.start - _FAR) : money.start]) else None
    return told.group(1)
