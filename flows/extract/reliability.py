"""What a claim's confidence is worth: how often claims of its rule were right where careful readers had read the text.

A rule says how sure it is of a telling beside its other tellings; how often it is right is not for it to say. That was
counted on annotated articles and stands in `reliability.csv` (`make calibrate` counts anew). The articles are ones that
rules were written by, so counts are mixed with those of an average rule on articles that it has never seen.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from flows import vocabulary

UNSEEN_RIGHT, UNSEEN_WORTH = 0.6, 16  # an average rule on unseen articles, and how many claims that is worth
_SWING = 0.5  # of what a telling is surer or less sure than its rule's usual one
_LEAST, _MOST = 0.05, 0.99


def reliability(kind: str, rule: str, told: float) -> float:
    """The chance that a claim is right: `kind` of the claim, its `rule`, and how sure the rule is of this telling."""
    judged, right, usual = _table().get((kind, rule), (0, 0, told))
    share = (right + UNSEEN_RIGHT * UNSEEN_WORTH) / (judged + UNSEEN_WORTH)
    return round(min(max(share + _SWING * (told - usual), _LEAST), _MOST), 2)


@cache
def _table() -> dict[tuple[str, str], tuple[int, int, float]]:
    path = Path(vocabulary.__file__).parent / "reliability.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            (row["kind"], row["rule"]): (int(row["judged"]), int(row["right"]), float(row["usual"]))
            for row in csv.DictReader(lines)
        }
