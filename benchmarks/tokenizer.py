"""One round of spaCy's blank English tokenizer: a JSON file with a list of texts in, the seconds it took out.

Runs in `.venv-bench`, apart from the project's packages; loading and warming up are not counted.
"""

import json
import sys
import time
from pathlib import Path

import spacy


def main(texts_file: str) -> None:
    texts = json.loads(Path(texts_file).read_text(encoding="utf-8"))
    tokenize = spacy.blank("en").tokenizer
    tokenize(texts[0])
    start = time.perf_counter()
    for text in texts:
        tokenize(text)
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main(sys.argv[1])
