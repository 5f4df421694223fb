"""Counts anew how often each rule is right: `make calibrate`, after rules have changed much; review the diff.

Reads the annotated articles that rules may be written by (`tests/manners/dev`, and `tests/gold/dev` where the texts are
beside this checkout), never those kept aside, and writes `flows/vocabulary/reliability.csv`.
"""

import csv
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
from tests.conftest import ROOT

GOLD = {
    ROOT / "tests" / "manners" / "dev": ROOT / "tests" / "manners" / "dev",
    ROOT / "tests" / "gold" / "dev": ROOT.parent / "shared" / "open",
}
TABLE = Path(vocabulary.__file__).parent / "reliability.csv"


def judged() -> Iterator[tuple[str, str, float, bool]]:
    """(kind, rule, what the rule says of the telling, whether it is right) of every claim in an annotated article."""
    for folder, texts in GOLD.items():
        golds = [gold for gold in read_gold(folder) if (texts / f"{gold.name}.txt").is_file()]
        read = {
            gold.name: extract_document(gold.name, "0" * 64, (texts / f"{gold.name}.txt").read_bytes().decode("utf-8"))
            for gold in golds
        }
        for kind in KINDS:
            claims = {name: [asdict(claim) for claim in records[f"{kind}_claims"]] for name, records in read.items()}
            for facts, found in pages(kind, golds, claims):
                hits = set(paired(kind, facts, found).values())
                for i, claim in enumerate(found):
                    yield kind, claim["rule"], claim["confidence"], i in hits


def main() -> None:
    counts: dict[tuple[str, str], list[tuple[float, bool]]] = defaultdict(list)
    with patch("flows.extract.writer.reliability", lambda kind, rule, told: told):
        for kind, rule, told, right in judged():
            counts[kind, rule].append((told, right))
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(["kind", "rule", "judged", "right", "usual"])
        for (kind, rule), tellings in sorted(counts.items()):
            usual = sum(told for told, _ in tellings) / len(tellings)
            lines.writerow([kind, rule, len(tellings), sum(right for _, right in tellings), f"{usual:.3f}"])
    print(f"{len(counts)} rules counted; see what changed with: git diff {TABLE.name}")


if __name__ == "__main__":
    main()
