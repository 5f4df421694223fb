"""Sides that only a side clause is about, or that the name of their league parts from the word that acts on them.

In: the mentions of a sentence and the place of a side. Out: whether "X lost as Y won 3-0, and they are fifth" speaks
of that Y in its side clause alone; where "at League One side Y" begins, which has Y for its object.
"""

from __future__ import annotations

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES

_OPEN_A_SIDE_CLAUSE = frozenset({"as", "when", "after", "once", "because"})
_SIDE_WORDS = frozenset({"side", "club", "outfit", "team", "strugglers", "opposition", "opponents", "neighbours"})


def in_a_side_clause(tokens: list[Mention], i: int, at: int) -> bool:
    """Whether the side at `i` is the subject of a clause of time that ", and" closes before the place at `at`."""
    if not i or tokens[i - 1].text.lower() not in _OPEN_A_SIDE_CLAUSE or not any(t.kind in SIDES for t in tokens[:i]):
        return False
    between = range(i + 1, min(at, len(tokens) - 1))
    return any(tokens[j].kind == "COMMA" and tokens[j + 1].kind == "AND" for j in between)


def described_from(lower: str, tokens: list[Mention], i: int) -> int:
    """Where a side begins with the league that describes it; not "in League One X won", which says where."""
    first, j = tokens[i], i - 1
    if j > 0 and tokens[j].text.lower() in _SIDE_WORDS and first.start - tokens[j].end <= 1:
        first, j = tokens[j], j - 1
    if j < 0 or tokens[j].kind != "COMPETITION" or first.start - tokens[j].end > 1:
        return tokens[i].start
    start = tokens[j].start
    return tokens[i].start if lower.endswith(("in ", "in the "), 0, start) else start
