"""Counts with a noun of their own: saves, penalties, managers, signings, season-ticket holders, spells, players used.

In: a sentence's tokens and the numbers that frames have used. Out: an `other_count` for each number whose next words
are one of the counted things and whose owner the sentence tells; a count that a condition hangs on is none, nor are the
few saves of a half.
"""

from __future__ import annotations

from collections.abc import Container

from flows.extract.measures.claims import Measure
from flows.extract.measures.scope import qualifier_of
from flows.extract.measures.subjects import Subjects
from flows.extract.text.beside import After, Cues
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_THINGS = (
    (After(r" (?:[a-z-]+ )?saves\b"), ("saves", "person")),
    (After(r" penalties\b"), ("penalties", "penalties")),
    (After(r" (?:separate )?spells\b"), ("spells", "person")),
    (After(r" (?:different )?players(?= (?:already|this season|so far|in all)\b)"), ("players used", "side")),
    (After(r" season[- ]ticket(?:s\b|[- ]holders\b)"), ("season-ticket holders", "side")),
)
_NTHS = (
    (
        After(r" (?:permanent |different |full-time )?(?:managers?|boss|coach|head coach)(?= (?:in|of|this|to)\b)"),
        ("managers", "side"),
    ),
    (After(r" (?:summer |winter |january |close-season |pre-season )?signing\b"), ("signings", "side")),
    (After(r" in the (?:world|fifa) ?(?:rankings)?"), ("position in the world rankings", "side")),
)
_NUMBERED: Cues[tuple[str, str]] = Cues(_THINGS)
_ORDERED: Cues[tuple[str, str]] = Cues(_NTHS)
_SUPPOSED = frozenset({"HYPOTHETICAL", "NEGATION"})
_OF_PENALTIES = frozenset({"saved", "missed", "taken", "stopped", "faced"})
_MANY_SAVES = 4


def counts(subjects: Subjects, sentence: Sentence, tokens: list[Mention], used: Container[int]) -> list[Measure]:
    """The counts of a sentence; `used` are the starts of numbers that are another measure's."""
    found: list[Measure] = []
    lower = subjects.state.text.lower
    for at, token in enumerate(tokens):
        if token.kind not in ("NUMBER", "ORDINAL") or token.start in used or token.value < 2:
            continue
        cues = _NUMBERED if token.kind == "NUMBER" else _ORDERED
        things = cues.at(lower, token.end)
        before = [t for t in tokens[max(0, at - 6) : at] if t.text.lower() != "looking for"]
        if not things or any(t.kind in _SUPPOSED for t in before):
            continue
        measure = _count(subjects, sentence, tokens, at, *things[0])
        found += [] if measure is None else [measure]
    return found


def _count(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, unit: str, who: str
) -> Measure | None:
    if who == "penalties":
        verb = next((t.text.lower() for t in reversed(tokens[max(0, at - 2) : at]) if t.kind != "QUALIFIER"), "")
        if verb not in _OF_PENALTIES:
            return None
        unit = f"penalties {verb}"
    owner = subjects.side(sentence, tokens, at, at) if who == "side" else subjects.people.person(sentence, tokens, at)
    token = tokens[at]
    if owner is None or (unit == "saves" and token.value < _MANY_SAVES):
        return None
    measure = Measure(token.start, token.end, owner[0], "other_count", float(token.value), unit, "measure/counts", 0.75)
    measure.qualifier = "exact" if unit == "spells" else qualifier_of(subjects.state.text.lower, token)
    return measure
