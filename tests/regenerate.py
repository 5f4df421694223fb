"""Writes the goldens anew: `make golden`, then review what changed as a diff.

Builds the warehouse of the sample corpus in a temporary folder with the command line, as a user would, and writes
`tests/articles/NAME.facts.csv` for each raw file and `tests/questions/NAME.csv` for each ready-made question. What
belongs to files and questions that are gone is deleted. The hand-made `tests/articles/NAME.jsonl` is never touched.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests import goldens
from tests.sample_gold import ARTICLES, RAW


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        pressbox = Path(sys.executable).with_name("pressbox")
        subprocess.run([pressbox, "run", RAW, "--warehouse", folder, "--quiet"], check=True)
        warehouse = Path(folder) / "pressbox.duckdb"
        written = {goldens.facts_file(name): text for name, text in goldens.facts(warehouse).items()}
        written |= {goldens.answer_file(name): goldens.answer(warehouse, name) for name in goldens.questions()}
    goldens.QUESTIONS.mkdir(exist_ok=True)
    for path, text in written.items():
        path.write_text(text, encoding="utf-8")
    for path in {*ARTICLES.glob("*.facts.csv"), *goldens.QUESTIONS.glob("*.csv")} - written.keys():
        path.unlink()
    print(f"{len(written)} goldens written; see what changed with: git diff --stat tests/")


if __name__ == "__main__":
    main()
