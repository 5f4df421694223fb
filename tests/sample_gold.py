"""The hand-made gold of the sample corpus: what a careful reader finds in each file of `raw/`.

`tests/articles/NAME.jsonl` holds one JSON object a line for `raw/**/NAME.txt` or `NAME.txt.gz`: the articles of the
file, then their facts in the columns of the claim tables, with the span and its words. README there says more.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flows.encoding import decode

ROOT = Path(__file__).resolve().parent.parent
RAW = ROOT / "raw"
ARTICLES = Path(__file__).parent / "articles"
KINDS = ("match", "tie", "goal", "statistic")

Fact = dict[str, Any]


def name_of(document: str) -> str:
    """The file's name without folder and endings: what its gold is called."""
    return Path(document).name.removesuffix(".gz").removesuffix(".txt")


def sample_documents() -> dict[str, Path]:
    """Name -> raw file, in the order of the names."""
    found = [*RAW.rglob("*.txt"), *RAW.rglob("*.txt.gz")]
    return {name_of(path.name): path for path in sorted(found, key=lambda path: name_of(path.name))}


def sample_text(name: str) -> str:
    """The decoded text of the raw file, newlines as they are."""
    return decode(sample_documents()[name])[0]


def gold_lines(name: str) -> list[Fact]:
    """Every line of the gold file: articles and facts."""
    lines = (ARTICLES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def gold_articles(name: str) -> list[Fact]:
    """The articles of the file in their order."""
    return [line for line in gold_lines(name) if line["type"] == "article"]


def gold_facts(kind: str) -> Iterator[tuple[str, Fact]]:
    """Every fact of one kind in the corpus, with the name of its file."""
    for name in sample_documents():
        for line in gold_lines(name):
            if line["type"] == kind:
                yield name, line
