"""How many articles a second Pressbox reads on one core, beside what a user would take instead, in the same run.

Folders of text in, a small table out: `python -m benchmarks.extraction [FOLDER ...]`. An article is 430 words, so that
files of one story and of many compare. Beside it run a plain tokenizer and a pipeline of rules over the same names
(`benchmarks/spacy_round.py`). All read the same slices of the text by turns, and of each slice the best round counts,
so that a busy machine slows all alike; seconds are processor time. spaCy lives in `.venv-bench`, which `make bench`
makes.
"""

import argparse
import json
import os
import subprocess
import time
from collections.abc import Iterable
from hashlib import sha256
from itertools import cycle
from pathlib import Path

from flows import vocabulary
from flows.extract import extract_document

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = [ROOT / "raw", ROOT.parent / "shared" / "raw", ROOT.parent / "shared" / "open"]
SPACY_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
WORDS_AN_ARTICLE = 430


OURS = "pressbox: matches, ties, goals, measures"
NAMES = {
    "pipeline": 'spacy.blank("en") + sentencizer + EntityRuler + Matcher',
    "tokenizer": 'spacy.blank("en") tokenizer alone',
}
SLICES = 40


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
    """Processor time to turn every text into claims and number mentions, as a worker of the flow does."""
    keyed = [(f"{number}.txt", sha256(text.encode()).hexdigest(), text) for number, text in enumerate(texts)]
    start = time.process_time()
    for document, digest, text in keyed:
        extract_document(document, digest, text)
    return time.process_time() - start


class SpacyReader:
    """spaCy in a process of its own, with the names of our vocabulary."""

    def __init__(self) -> None:
        command = [SPACY_PYTHON, Path(__file__).with_name("spacy_round.py")]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._tell(sorted(vocabulary.club_names()))

    def _tell(self, what: list[str]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()

    def round(self, texts: list[str]) -> dict[str, float]:
        """Seconds of the tokenizer and of the pipeline over the texts."""
        self._tell(texts)
        assert self._process.stdout is not None
        found: dict[str, float] = json.loads(self._process.stdout.readline())
        return found

    def close(self) -> None:
        self._process.communicate()


def measure(texts: list[str], rounds: int) -> dict[str, float]:
    """The seconds of each contestant: of each slice of the texts its best round, added up."""
    spacy = SpacyReader()
    warm = texts[:SLICES]
    extraction_round(warm)
    spacy.round(warm)
    total: dict[str, float] = {}
    for slice_ in filter(None, (texts[first::SLICES] for first in range(SLICES))):
        told = [{OURS: extraction_round(slice_), **spacy.round(slice_)} for _ in range(rounds)]
        for name in told[0]:
            total[name] = total.get(name, 0.0) + min(seconds[name] for seconds in told)
    spacy.close()
    return {NAMES.get(name, name): seconds for name, seconds in total.items()}


def report(measures: dict[str, float], articles: float, megabytes: float) -> str:
    """A table; the ratio says how many times as many articles Pressbox reads."""
    rows = ["| one core | seconds | articles/s | MB/s | pressbox : it |", "|---|---|---|---|---|"]
    for name, seconds in sorted(measures.items(), key=lambda item: item[1]):
        ratio = seconds / measures[OURS]
        rows.append(f"| {name} | {seconds:.2f} | {articles / seconds:,.0f} | {megabytes / seconds:.2f} | {ratio:.2f} |")
    return "\n".join(rows)


def one_core() -> None:
    """Keep this process, and spaCy's that it starts, on one core where the system can."""
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
