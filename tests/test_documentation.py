"""The documentation is executed: what README shows is run on the sample corpus and compared with what is printed.

In README, a ```sql block followed by a ```text block is a query and the exact output of `pressbox query "<sql>"`. In a
```console block each line that starts with `$ pressbox` is run in a folder that holds `raw/` and the `warehouse/` built
from it; the lines below it, if any, are its output, where `...` stands for anything. A ```sh block is run as well.
"""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest
import typer

from flows.cli import app
from tests.conftest import PRESSBOX, ROOT, plain_environment

NEVER_ENDS = {"schedule"}


class Block(NamedTuple):
    language: str
    text: str


class Shown(NamedTuple):
    """A command as README shows it, and the lines it shows below (None: it shows none)."""

    command: str
    output: str | None


def document(name: str) -> str:
    path = ROOT / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def blocks(text: str) -> list[Block]:
    return [Block(*found) for found in re.findall(r"^```(\w+)\n(.*?)^```$", text, re.M | re.S)]


def queries(text: str) -> Iterator[Shown]:
    for block, after in pairwise([*blocks(text), Block("", "")]):
        if block.language == "sql":
            yield Shown(block.text, after.text if after.language == "text" else None)


def commands(text: str) -> Iterator[Shown]:
    for block in blocks(text):
        if block.language == "console":
            for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.text, re.M):
                yield Shown(command, output if output.strip() else None)
        elif block.language == "sh":
            yield from (Shown(line, None) for line in block.text.splitlines() if line.strip())


README = document("README.md")
QUERIES = list(queries(README))
COMMANDS = [shown for shown in commands(README) if shown.command.startswith("pressbox")]
CLI = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def pressbox(desk: Path, *words: str) -> str:
    ran = subprocess.run([PRESSBOX, *words], cwd=desk, env=plain_environment(), capture_output=True, text=True)
    assert ran.returncode == 0, f"pressbox {shlex.join(words)}\n{ran.stdout}{ran.stderr}"
    return ran.stdout


def tidy(output: str) -> str:
    return "\n".join(line.rstrip() for line in output.strip("\n").splitlines())


def as_pattern(shown: str) -> str:
    return re.escape(tidy(shown)).replace(re.escape("..."), "[\\s\\S]*?")


def test_readme_opens_with_a_query_and_its_answer_before_the_two_commands() -> None:
    assert QUERIES and QUERIES[0].output, "README.md shows no ```sql block followed by a ```text block"
    assert 0 < README.index("```sql") < README.index("make run") < README.index("make test")


@pytest.mark.parametrize("shown", QUERIES)
def test_every_query_of_the_readme_prints_what_stands_below_it(shown: Shown, desk: Path) -> None:
    printed = pressbox(desk, "query", shown.command)
    assert shown.output is not None, "a ```text block with the printed answer must follow"
    assert tidy(printed) == tidy(shown.output)


@pytest.mark.parametrize("shown", COMMANDS)
def test_every_command_of_the_readme_works_and_prints_what_stands_below_it(
    shown: Shown, desk: Path, tmp_path: Path
) -> None:
    words = shlex.split(shown.command, comments=True)[1:]
    if words[0] in NEVER_ENDS:
        words = [words[0], "--help"]
    shutil.copytree(desk, tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "tests" / "articles", tmp_path / "tests" / "articles")
    printed = pressbox(tmp_path, *words)
    assert shown.output is None or re.fullmatch(as_pattern(shown.output), tidy(printed)), printed


@pytest.mark.parametrize("name", CLI)
def test_every_command_is_named_in_the_readme(name: str) -> None:
    assert f"pressbox {name}" in README


def test_every_target_that_the_documents_name_is_in_the_makefile() -> None:
    named = set(re.findall(r"`make (\w+)|^make (\w+)$", README + document("CONTRIBUTING.md"), re.M))
    targets = set(re.findall(r"^(\w+):", document("Makefile"), re.M))
    assert named
    assert {a or b for a, b in named} <= targets


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "raw/README.md", "warehouse/README.md"])
def test_every_path_that_a_document_names_is_there(name: str) -> None:
    text = document(name)
    assert text, f"{name} is missing"
    named = re.findall(r"[`(]((?:flows|sql|expectations|raw|tests|benchmarks|\.ci|\.github)/[\w./-]*)[`)]", text)
    assert not [path for path in named if not (ROOT / path).exists()]


def test_every_table_and_view_with_its_columns_is_in_the_dictionary(desk: Path, tmp_path: Path) -> None:
    shutil.copytree(desk, tmp_path, dirs_exist_ok=True)
    pressbox(tmp_path, "docs")
    dictionary = (tmp_path / "warehouse" / "dictionary.md").read_text(encoding="utf-8")
    with duckdb.connect(tmp_path / "warehouse" / "pressbox.duckdb", read_only=True) as warehouse:
        columns = warehouse.execute(
            "select table_name, column_name, comment from duckdb_columns() where not internal"
        ).fetchall()
    assert columns
    assert not [f"{table}.{column}" for table, column, comment in columns if not comment], "without a COMMENT"
    assert not {table for table, _, _ in columns if not re.search(rf"^#.*\b{table}\b", dictionary, re.M)}
    assert not [f"{table}.{column}" for table, column, comment in columns if column not in dictionary]
