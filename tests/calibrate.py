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
from flows.extract.reliability import PLAINNESS
from tests.conftest import ROOT

GOLD = {
    ROOT / "tests" / "manners" / "dev": ROOT / "tests" / "manners" / "dev",
    ROOT / "tests" / "gold" / "dev": ROOT.parent / "shared" / "open",
}
_FEW, _MOST_ARE_RIGHT = 4, 0.8
TABLE = Path(vocabulary.__file__).parent / "reliability.csv"


def judged() -> Iterator[tuple[str, str, float, str, bool]]:
    """(kind, rule, how sure the rule is, how plainly it is told, whether it is right) of every claim in an annotated
    article."""
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
                    told, plainly = claim["confidence"]
                    yield kind, claim["rule"], told, plainly, i in hits


def main() -> None:
    rules: dict[tuple[str, str], list[tuple[float, bool]]] = defaultdict(list)
    tellings: dict[tuple[str, str], list[tuple[tuple[str, str], bool]]] = defaultdict(list)
    with patch("flows.extract.writer.reliability", lambda kind, rule, told, plainly: (told, plainly)):
        for kind, rule, told, plainly, right in judged():
            rules[kind, rule].append((told, right))
            tellings[PLAINNESS, f"{kind} {plainly}"].append(((kind, rule), right))
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(["kind", "rule", "judged", "right", "usual"])
        for (kind, rule), counted in sorted(rules.items()):
            usual = sum(told for told, _ in counted) / len(counted)
            lines.writerow([kind, rule, len(counted), sum(right for _, right in counted), f"{usual:.3f}"])
        for (kind, telling), told_so in sorted(tellings.items()):
            usual = sum(_share(rules[rule]) for rule, _ in told_so) / len(told_so)
            lines.writerow([kind, telling, len(told_so), sum(right for _, right in told_so), f"{usual:.3f}"])
    print(
        f"{len(rules)} rules and {len(tellings)} ways of telling counted; see what changed with: git diff {TABLE.name}"
    )


def _share(counted: list[tuple[float, bool]]) -> float:
    """How often a rule is right; of one that was seldom seen, as often as most are."""
    return (sum(right for _, right in counted) + _FEW * _MOST_ARE_RIGHT) / (len(counted) + _FEW)


if __name__ == "__main__":
    main()
