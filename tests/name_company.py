"""Counts anew what stands beside clubs' names and beside other names: `python -m tests.name_company FOLDER ...`.

Read are the articles of `tests/manners/dev`, those of `raw` and those of the named folders, as if no club were known: a
name is a club where the vocabulary has it or the engine reads it as one, else a person or something else. The weights
are those of a logistic regression; review the diff of `name_company.csv`.
"""

import csv
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from flows import vocabulary
from flows.extract import extract_document
from flows.extract.cast import counted_company
from flows.extract.cast.unknown_clubs import Company
from flows.extract.cast.who import Cast
from flows.extract.text.normalise import Text
from flows.extract.text.scan import scan
from tests.conftest import ROOT

Marks = dict[str, float]
_ROUNDS, _PULL, _STEP = 20, 1.5, 0.1
_IN_ARTICLES, _LEAST_WEIGHT = 5, 0.12
_SURNAME = "ends another"
_KINDS = ("TEAM", "PERSON", "NAME", "PLACE", "GROUND", "COMPETITION")


def articles(folders: list[Path]) -> Iterator[str]:
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            yield path.read_bytes().decode("utf-8", "replace")


def read_kinds(text: str) -> dict[str, str]:
    """Each name of a text with the kind that its stories mostly take it for."""
    casts: list[Cast] = []

    class Kept(Cast):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)  # type: ignore[arg-type]
            casts.append(self)

    with patch("flows.extract.story.Cast", Kept):
        extract_document("a.txt", "0" * 64, text)
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for cast in casts:
        for mention in cast.mentions:
            if mention.kind in _KINDS:
                told[mention.text][mention.kind] += 1
    return {name: kinds.most_common(1)[0][0] for name, kinds in told.items()}


def told_names(text: str) -> Iterator[tuple[Marks, bool]]:
    """The marks of each name of a text, and whether it is a club's, where no club is known beforehand."""
    kinds = read_kinds(text)
    page = Text(text)
    mentions = scan(page)
    also_words = vocabulary.weak_names() | {n for c in vocabulary.clubs() for n in (*c.nicknames, *c.shared_names)}
    for mention in mentions:
        of_one = mention.kind == "TEAM" and mention.text not in also_words and len(mention.value) == 1
        if of_one and not vocabulary.clubs()[mention.value[0]].national:
            mention.kind, kinds[mention.text] = "NAME", "TEAM"
    seen: list[tuple[str, Marks]] = []

    sides = sorted((m.start, m.text.split(" ", 1)[0]) for m in mentions if kinds.get(m.text) == "TEAM")
    near = counted_company.sides_near

    def sides_near(normal: str, name: str, places: list[tuple[int, int]], *_: object) -> list[int]:
        return near(normal, name, places, sides)

    def likelihood(*given: object) -> float:
        seen.append((str(given[1]), dict(counted_company.marks(*given))))  # type: ignore[arg-type]
        return 0.0

    with (
        patch("flows.extract.cast.counted_company.likelihood", likelihood),
        patch("flows.extract.cast.counted_company.sides_near", sides_near),
        patch.object(Company, "_is_open", lambda *_: True),
    ):
        Company(page.normal, page.lower, mentions, set()).clubs()
    for name, marks in seen:
        if name in kinds:
            yield dict(marks), kinds[name] == "TEAM"
            if marks.pop(_SURNAME, None):  # as if he had but one name
                yield marks, kinds[name] == "TEAM"


def regression(rows: list[tuple[Marks, bool]]) -> Marks:
    """Weights of the marks, each pulled towards nothing."""
    weights: defaultdict[str, float] = defaultdict(float)
    moved: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    order = list(rows)
    told = Counter(mark for marks, _ in rows for mark in marks)
    dealt = random.Random(7)
    for _ in range(_ROUNDS):
        dealt.shuffle(order)
        for marks, club in order:
            z = sum(weights[mark] * much for mark, much in marks.items())
            missed = 1 / (1 + math.exp(-max(-30.0, min(30.0, z)))) - club
            for mark, much in marks.items():
                slope = missed * much + _PULL * weights[mark] / told[mark]
                moved[mark] += slope * slope
                weights[mark] -= _STEP * slope / math.sqrt(moved[mark])
    return weights


def main() -> None:
    found: list[tuple[Marks, bool]] = []
    articles_with: Counter[str] = Counter()
    for text in articles([ROOT / "tests" / "manners" / "dev", ROOT / "raw", *map(Path, sys.argv[1:])]):
        rows = list(told_names(text))
        found += rows
        articles_with.update({mark for marks, _ in rows for mark in marks})
    usual = {mark for mark, n in articles_with.items() if n >= _IN_ARTICLES}
    weights = regression([({m: v for m, v in marks.items() if m in usual}, club) for marks, club in found])
    with counted_company.TABLE.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(("mark", "weight"))
        lines.writerows((m, f"{w:.2f}") for m, w in sorted(weights.items()) if abs(w) >= _LEAST_WEIGHT)
    print(f"{len(found)} names, {sum(club for _, club in found)} of clubs, {len(usual)} marks")


if __name__ == "__main__":
    main()
