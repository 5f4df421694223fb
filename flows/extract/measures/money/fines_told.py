"""Fines that no word right beside the sum calls so: "must also find £5,000", "plus £2,000 more", "were hit for £4,000".

In: a sentence's tokens and where among them the sum stands. Out: whether it is a fine, and whose the last one was where
the sum only adds to it.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_PAYS = re.compile(
    r"\b(?:must|ha(?:s|ve|d) to|will|ordered|told|forced|made|required|and|also|to|then) "
    r"(?:(?:also|now|then|both|together|each|to) )*(?:pay|find|hand over|cough up|stump up|fork out|part with)(?: out)?"
    r" "
    r"(?:an? |the )?(?:(?:additional|further|total|penalty|sum|of) )*$"
)
_HIT_FOR = re.compile(r"\b(?:hit|stung|clobbered|penali[sz]ed|punished) (?:for|with) (?:an? )?(?:[a-z]+ )?$")
_PENALTY = re.compile(r"\b(?:penalty|sanction|punishment) of (?:[a-z]+ )?$")
_TOTAL = re.compile(
    r"\bfine[sd]?\b[^.;]{0,40}\b(?:total\w*|com(?:es?|ing) to|came to|add\w* up to|amount\w* to) (?:to )?$"
)
_MORE = re.compile(r"(?:\b(?:plus|another|a further|an extra|an additional)|\band) $")
_FOR_MORE = re.compile(r" (?:more|extra|further)\b| (?:for|because|over|after|must be paid|was added|is suspended)\b")
_NO_FINE = re.compile(
    r" ?(?:(?:a|per) (?:week|month|year|season|game)|"
    r"to (?:an?|the|his|her|local|each) (?!fa\b|football|league)|"
    r"[a-z]* ?(?:in |of )?(?:costs|compensation|rent|wages|salaries|unpaid|outstanding|owed|tax|damages|"
    r"debt)|for (?:him|her)\b|to (?:sign|buy|bring|land|get|keep|rent|hire|help))"
)
_WRONG_DONE = Sought(
    r"\b(?:misconduct|commission|tribunal|disciplinary|fireworks|flares|pyrotechnics|surround(?:ed|ing) the referee|"
    r"brawl|melee|mass confrontation|pitch invasion|crowd trouble|behind closed doors|docked|racist|chants|chanting|"
    r"sanctions?|sanctioned|rule breach|breach(?:ed|es|ing)?|offences?|failed to control|red card|bans?|banned|"
    r"suspended|fine[sd]?)\b"
)
_PUNISHED = frozenset({"fine", "ban_matches", "ban_months"})
_NEAR = 2  # sentences


def is_a_fine(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, here: list[Measure]) -> bool:
    """Whether a sum is paid for a wrong done."""
    lower, money = subjects.state.text.lower, tokens[at]
    before = lower[max(sentence.span.start, money.start - 60) : money.start].rstrip("£€$")
    if _NO_FINE.match(lower, money.end):
        return False
    if _HIT_FOR.search(before) or _PENALTY.search(before) or _TOTAL.search(before):
        return True
    if _MORE.search(before) or (not before.strip() and _FOR_MORE.match(lower, money.end)):
        return (
            _FOR_MORE.match(lower, money.end) is not None and fined_before(subjects, sentence, money, here) is not None
        )
    return _PAYS.search(before) is not None and _is_of_a_wrong(subjects, sentence, money, here)


def fined_before(subjects: Subjects, sentence: Sentence, money: Mention, here: list[Measure]) -> str | None:
    """Of whom the last fine was told, in this sentence (`here`) or the one before: "A further £3,000 must be paid"."""
    first = subjects.state.sentences[max(0, sentence.number - _NEAR)].span.start
    told = [m for m in (*subjects.told, *here) if first <= m.start < money.start]
    last = max(told, key=lambda m: m.start, default=None)
    fines = [m for m in told if m.metric == "fine"]
    return fines[-1].subject if fines and last is not None and last.metric in _PUNISHED else None


def punished_again(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
    """ "The commission added two games. He must also find £5,000": who was banned, where the sentence names nobody."""
    if any(t.kind in ("PERSON", "TEAM", "NAME", "THEY", "WE", "EPITHET") for t in tokens[:at]):
        return None
    first = subjects.state.sentences[max(0, sentence.number - 1)]
    if first.paragraph != sentence.paragraph or not any(t.kind == "HE" for t in tokens[:at]):
        return None
    told = [m for m in subjects.told if first.span.start <= m.start < tokens[at].start and m.metric in _PUNISHED]
    return told[-1].subject if told else None


def adds_to_a_fine(lower: str, money: Mention) -> bool:
    """Whether a sum is told as more of the same."""
    return _MORE.search(lower[max(0, money.start - 24) : money.start].rstrip("£€$")) is not None


def _is_of_a_wrong(subjects: Subjects, sentence: Sentence, money: Mention, here: list[Measure]) -> bool:
    first = subjects.state.sentences[max(0, sentence.number - _NEAR)].span.start
    if any(m.metric in _PUNISHED and first <= m.start < money.start for m in (*subjects.told, *here)):
        return True
    return _WRONG_DONE.search(subjects.state.text.lower, *sentence.span) is not None
