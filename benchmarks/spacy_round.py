"""One round of what a user would take instead: spaCy's blank English tokenizer, and a pipeline of rules over it.

The first line in is a JSON list of names, each further one a JSON list of texts, answered by a line with the seconds
that both took. The pipeline tells sentences apart (`sentencizer`), marks the names (`entity_ruler`) and finds scores
(`Matcher`); it links nothing and reads no facts. Runs in `.venv-bench`, apart from the project's packages.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

import spacy
from spacy.matcher import Matcher

SCORES = [
    [{"TEXT": {"REGEX": r"^\d{1,2}[-\u2013]\d{1,2}$"}}],
    [{"IS_DIGIT": True}, {"ORTH": {"IN": ["-", "\u2013"]}}, {"IS_DIGIT": True}],
    [{"LOWER": {"IN": ["beat", "lost", "won", "drew"]}}, {"OP": "{0,4}"}, {"TEXT": {"REGEX": r"^\d{1,2}-\d{1,2}$"}}],
]


def pipeline(names: list[str]) -> Callable[[str], Any]:
    """Text -> its sentences, names and scores."""
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    ruler = language.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "TEAM", "pattern": name} for name in names])
    matcher = Matcher(language.vocab)
    matcher.add("SCORE", SCORES)

    def read(text: str) -> Any:
        document = language(text)
        return list(document.sents), document.ents, matcher(document)

    return read


def seconds(read: Callable[[str], Any], texts: Iterable[str]) -> float:
    """Processor time to read the texts."""
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def main() -> None:
    readers = {"tokenizer": spacy.blank("en").tokenizer, "pipeline": pipeline(json.loads(sys.stdin.readline()))}
    for line in sys.stdin:
        texts = json.loads(line)
        print(json.dumps({name: seconds(read, texts) for name, read in readers.items()}), flush=True)


if __name__ == "__main__":
    main()
