"""The share of the case tables that the engine reads, a line a family: `python -m tests.shares [TABLE...]`.

`python -m tests.shares --tidy` takes the lines that are read by now out of `cases/known_misses.csv`; it adds none, for
why a line is missed is for a person to say.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter

from tests.told_results import CASES, Case, cases, expected, read

TABLES = ("results_*.csv", "outcomes_*.csv", "fixtures*.csv", "ties*.csv")
KNOWN_MISSES = CASES / "known_misses.csv"


def is_read(case: Case) -> bool:
    """Whether the engine finds in the line what a reader does, nothing more or less."""
    return read(case) == expected(case)


def shares(tables: tuple[str, ...] = TABLES) -> dict[tuple[str, str], tuple[int, int]]:
    """Lines read and lines there are, by table and family."""
    lines = cases(*tables)
    there = Counter((case.table, case.family) for case in lines)
    found = Counter((case.table, case.family) for case in lines if is_read(case))
    return {key: (found[key], there[key]) for key in there}


def printed(counted: dict[tuple[str, str], tuple[int, int]]) -> str:
    """The shares as text, the total last."""
    lines = [f"{table:24} {family:16} {found:4} of {there:4}" for (table, family), (found, there) in counted.items()]
    found, there = (sum(pair[i] for pair in counted.values()) for i in (0, 1))
    return "\n".join([*lines, f"{'all':24} {'':16} {found:4} of {there:4}"])


def known_misses() -> dict[tuple[str, str], str]:
    """Why a line is missed, by table and text."""
    with KNOWN_MISSES.open(encoding="utf-8", newline="") as lines:
        return {(row["table"], row["text"].replace("¶", "\n")): row["why"] for row in csv.DictReader(lines)}


def tidy() -> int:
    """Take out the known misses that are none any more, and those whose line is gone; how many were taken out."""
    missed = {(case.table, case.text) for case in cases(*TABLES) if not is_read(case)}
    known = known_misses()
    with KNOWN_MISSES.open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines, lineterminator="\n")
        rows.writerow(["table", "text", "why"])
        rows.writerows(
            (table, text.replace("\n", "¶"), why) for (table, text), why in known.items() if (table, text) in missed
        )
    return len(known.keys() - missed)


if __name__ == "__main__" and sys.argv[1:] == ["--tidy"]:
    print(f"{tidy()} known misses taken out")
elif __name__ == "__main__":
    print(printed(shares(tuple(sys.argv[1:]) or TABLES)))
