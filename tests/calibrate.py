"""Counts anew how often each rule is right: `make calibrate`; review the diff.

Counted is what was claimed of articles before any rule knew them (`tests/manners/unseen.csv`, a line a claim): what a
rule comes to on the articles it was written by says little of others. `python -m tests.calibrate NAME ...` first adds
what is claimed now of the named articles of `tests/manners/dev`; do so before a rule is written with them in view.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from unittest.mock import patch

from flows import vocabulary
from flows.evaluate import KINDS, read_gold
from flows.evaluate.agreement import paired
from flows.evaluate.evaluation import pages
from flows.extract import extract_document
from flows.extract.reliability import PLAINNESS, counted_as
from tests.conftest import ROOT

MANNERS = ROOT / "tests" / "manners"
UNSEEN = MANNERS / "unseen.csv"
TABLE = Path(vocabulary.__file__).parent / "reliability.csv"
_FEW, _MOST_ARE_RIGHT = 4, 0.7


def read_now(names: set[str]) -> Iterator[tuple[str, str, str, str, str, int]]:
    """(article, kind, rule, how sure the rule is, how plainly it is told, whether it is right) of each claim."""
    golds = [gold for gold in read_gold(MANNERS / "dev") if gold.name in names]
    with patch("flows.extract.writer.reliability", lambda kind, rule, told, plainly: (told, plainly)):
        read = {
            gold.name: extract_document(
                gold.name, "0" * 64, (MANNERS / "dev" / f"{gold.name}.txt").read_bytes().decode("utf-8")
            )
            for gold in golds
        }
    for kind in KINDS:
        claims = {name: [asdict(claim) for claim in records[f"{kind}_claims"]] for name, records in read.items()}
        for facts, found in pages(kind, golds, claims):
            hits = set(paired(kind, facts, found).values())
            for i, claim in enumerate(found):
                told, plainly = claim["confidence"]
                yield claim["document"], kind, claim["rule"], f"{told:.2f}", plainly, int(i in hits)


def main() -> None:
    if len(sys.argv) > 1:
        with UNSEEN.open("a", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows(read_now(set(sys.argv[1:])))
    rules: dict[tuple[str, str], list[tuple[float, bool]]] = defaultdict(list)
    tellings: dict[tuple[str, str], list[tuple[tuple[str, str], bool]]] = defaultdict(list)
    with UNSEEN.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            rule, right = (row["kind"], counted_as(row["rule"])), row["right"] == "1"
            rules[rule].append((float(row["told"]), right))
            tellings[PLAINNESS, f"{row['kind']} {row['plainly']}"].append((rule, right))
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(["kind", "rule", "judged", "right", "usual"])
        for (kind, name), claims in sorted(rules.items()):
            usual = sum(told for told, _ in claims) / len(claims)
            table.writerow([kind, name, len(claims), sum(right for _, right in claims), f"{usual:.3f}"])
        for (kind, telling), told_so in sorted(tellings.items()):
            usual = sum(_share(rules[rule]) for rule, _ in told_so) / len(told_so)
            table.writerow([kind, telling, len(told_so), sum(right for _, right in told_so), f"{usual:.3f}"])
    print(
        f"{len(rules)} rules and {len(tellings)} ways of telling counted; see what changed with: git diff {TABLE.name}"
    )


def _share(claims: list[tuple[float, bool]]) -> float:
    """How often a rule is right; of one that was seldom seen, as often as most are."""
    return (sum(right for _, right in claims) + _FEW * _MOST_ARE_RIGHT) / (len(claims) + _FEW)


if __name__ == "__main__":
    main()
