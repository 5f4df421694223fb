"""The share of the case tables that the engine reads, a line a family: `python -m tests.shares [TABLE...]`."""

from __future__ import annotations

import sys
from collections import Counter

from tests.told_results import Case, cases, expected, read

TABLES = ("results_*.csv", "fixtures.csv", "ties.csv")


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


if __name__ == "__main__":
    print(printed(shares(tuple(sys.argv[1:]) or TABLES)))
