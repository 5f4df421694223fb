"""What a claim's confidence is worth: how often claims of its rule, told as plainly, were right where readers had read.

A rule says how sure it is of a telling beside its other tellings; how often it is right is not for it to say. That was
counted on articles as they were read before any rule knew them and stands in `reliability.csv` (`make calibrate` counts
anew); what was counted of few claims is mixed with an average rule. What the rule is worth is then moved by how plainly
the text names whom the claim is about (`plainness.py`): as far as claims so told were righter, or less right, than
their rules would have them.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from flows import vocabulary

UNSEEN_RIGHT, UNSEEN_WORTH = 0.5, 20  # a rule of which nothing was counted, and how many claims that is worth
PLAINNESS = "plainness"  # the rows of `reliability.csv` that count tellings, not rules
_TELLINGS_WORTH = 6
_SWING = 0.5  # of what a telling is surer or less sure than its rule's usual one
_LEAST, _MOST = 0.05, 0.99
_NUMBER = re.compile(r"-\d+$")


def reliability(kind: str, rule: str, told: float, plainly: str) -> float:
    """The chance that a claim is right: `kind` of the claim, its `rule`, how sure the rule is of this telling, and how
    plainly it names whom it is about."""
    judged, right, usual = _table().get((kind, counted_as(rule)), (0, 0, told))
    share = (right + UNSEEN_RIGHT * UNSEEN_WORTH) / (judged + UNSEEN_WORTH)
    share = _within(share + _SWING * (told - usual))
    return round(_within(_moved(share, kind, plainly)), 2)


def counted_as(rule: str) -> str:
    """The name that a rule is counted by: the frames of one metric are numbered by their place among the others, which
    every new frame moves on, so they are counted as one."""
    return _NUMBER.sub("", rule)


def _moved(share: float, kind: str, plainly: str) -> float:
    """A share moved by what tellings so plain came to beside what their rules had let expect."""
    judged, right, expected = _table().get((PLAINNESS, f"{kind} {plainly}"), (0, 0, share))
    seen = _within((right + _TELLINGS_WORTH * expected) / (judged + _TELLINGS_WORTH))
    odds = _odds(share) * _odds(seen) / _odds(_within(expected))
    return odds / (1 + odds)


def _odds(share: float) -> float:
    return share / (1 - share)


def _within(share: float) -> float:
    return _LEAST if share < _LEAST else _MOST if share > _MOST else share


@cache
def _table() -> dict[tuple[str, str], tuple[int, int, float]]:
    path = Path(vocabulary.__file__).parent / "reliability.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            (row["kind"], row["rule"]): (int(row["judged"]), int(row["right"]), float(row["usual"]))
            for row in csv.DictReader(lines)
        }
