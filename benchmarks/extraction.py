"""How many articles a second Pressbox reads on one core, beside a plain tokenizer on the same text in the same run.

Folders of text in, a small table out: `python -m benchmarks.extraction [FOLDER ...]`. An article is 430 words, so that
files of one story and of many compare. The rounds of the two alternate and the best of each counts, so that a busy
machine slows both. spaCy lives in `.venv-bench`, which `make bench` makes.
"""

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterable
from hashlib import sha256
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from flows.extract import extract_document

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = [ROOT / "raw", ROOT.parent / "shared" / "raw", ROOT.parent / "shared" / "open"]
TOKENIZER_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
WORDS_AN_ARTICLE = 430


class Measure(NamedTuple):
    name: str
    seconds: float


def read(folders: Iterable[Path]) -> list[str]:
    """The texts below the folders; a file that is not plain UTF-8 is left to the tests."""
    texts = []
    for path in sorted(path for folder in folders for path in folder.rglob("*.txt")):
        try:
            texts.append(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            print(f"left out, not UTF-8: {path.name}")
    return [text for text in texts if text.strip()]


def repeat(texts: list[str], megabytes: float) -> list[str]:
    """The texts over and over until they weigh so many megabytes of UTF-8."""
    repeated: list[str] = []
    weight = 0
    for text in cycle(texts):
        if weight >= megabytes * 1e6:
            return repeated
        repeated.append(text)
        weight += len(text.encode())
    raise SystemExit("pressbox: the folders hold no text; name one that does: make bench ARGS=FOLDER")


def extraction_round(texts: list[str]) -> float:
    """Seconds to turn every text into claims and number mentions, as a worker of the flow does."""
    keyed = [(f"{number}.txt", sha256(text.encode()).hexdigest(), text) for number, text in enumerate(texts)]
    extract_document(*keyed[0])
    start = time.perf_counter()
    for document, digest, text in keyed:
        extract_document(document, digest, text)
    return time.perf_counter() - start


def tokenizer_round(texts_file: Path) -> float:
    command = [TOKENIZER_PYTHON, Path(__file__).with_name("tokenizer.py"), texts_file]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure(texts: list[str], rounds: int) -> list[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        texts_file = Path(folder, "texts.json")
        texts_file.write_text(json.dumps(texts), encoding="utf-8")
        pairs = [(extraction_round(texts), tokenizer_round(texts_file)) for _ in range(rounds)]
    ours, theirs = zip(*pairs, strict=True)
    return [Measure("pressbox extraction", min(ours)), Measure('spacy.blank("en") tokenizer', min(theirs))]


def report(measures: list[Measure], articles: float, megabytes: float) -> str:
    rows = ["| one core | seconds | articles/s | MB/s | ratio |", "|---|---|---|---|---|"]
    for name, seconds in measures:
        ratio = measures[-1].seconds / seconds
        rows.append(f"| {name} | {seconds:.2f} | {articles / seconds:,.0f} | {megabytes / seconds:.2f} | {ratio:.2f} |")
    return "\n".join(rows)


def one_core() -> None:
    """Keep this process, and the tokenizer's that it starts, on one core where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, help="default: raw/ and, where they are, the shared texts")
    parser.add_argument("--megabytes", type=float, default=20, help="repeat the texts to this size (20)")
    parser.add_argument("--rounds", type=int, default=2, help="rounds of each, the best counts (2)")
    arguments = parser.parse_args()
    one_core()
    texts = read(arguments.folders or FOLDERS)
    repeated = repeat(texts, arguments.megabytes)
    articles = sum(len(text.split()) for text in repeated) / WORDS_AN_ARTICLE
    weight = sum(len(text.encode()) for text in repeated) / 1e6
    print(f"{len(texts)} files repeated to {weight:.1f} MB = {articles:,.0f} articles of {WORDS_AN_ARTICLE} words\n")
    print(report(measure(repeated, arguments.rounds), articles, weight))


if __name__ == "__main__":
    main()
