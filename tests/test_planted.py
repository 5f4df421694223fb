"""Planted errors: each stands in a small text beside its clean twin, and something catches it.

`planted/NAME.wrong.txt` differs from `planted/NAME.clean.txt` in one detail. `planted/caught.csv` says what catches it:
a check of `sql/checks`, a contradiction, a dateline that is not believed, official results (`planted/official.csv`), or
the reading itself, which takes a number that can be no such fact for none: unread, or ignored with a reason.
The clean twin passes all of them.
"""

import csv
import shutil
from functools import cache
from hashlib import sha256
from pathlib import Path

import duckdb
import polars as pl
import pytest

from flows import schema
from flows.extract import extract_document, to_frames
from flows.places import SQL
from flows.publish import verify
from flows.reference import read_references
from flows.resolve import resolve

PLANTED = Path(__file__).parent / "planted"
CAUGHT = {
    row["planted"]: (row["catcher"], row["name"])
    for row in csv.DictReader((PLANTED / "caught.csv").open(encoding="utf-8", newline=""))
}
CHECKS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((SQL / "checks").glob("*.sql"))}
PARTED = "-----\n"  # a text may hold two reports, which are read as two files
NEEDS_MANY = {"unread_share_is_high"}
"""Checks that judge how well a whole corpus is read: a text of one sentence is none."""


@cache
def official() -> tuple[pl.DataFrame, pl.DataFrame]:
    read = read_references([PLANTED / "official.csv"])
    return read.results, read.problems


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty warehouse, made once: making its views takes longer than reading a planted text."""
    path = tmp_path_factory.mktemp("empty") / "empty.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute(schema.script())
    return path


def catchers(text: str, path: Path, is_official: bool) -> set[tuple[str, str]]:
    """All that is held against a text, as (catcher, name); official results are asked where they are to catch it."""
    texts = {f"planted-{number}.txt": part for number, part in enumerate(text.split(PARTED), 1)}
    frames = to_frames(extract_document(name, sha256(part.encode()).hexdigest(), part) for name, part in texts.items())
    with duckdb.connect(str(path)) as con:
        con.executemany("insert into documents (document, status) values (?, 'read')", [[name] for name in texts])
        fill(con, frames)
        previous = con.sql("from claim_links").pl()
        fill(con, resolve({name: con.sql(f"from {name}").pl() for name in ["articles", *schema.CLAIM_KINDS]}, previous))
    if is_official:
        verify(path, *official())
    with duckdb.connect(str(path), read_only=True) as con:
        return {*failing(con), *told(con)}


def fill(con: duckdb.DuckDBPyConnection, frames: dict[str, pl.DataFrame]) -> None:
    for table, frame in frames.items():
        con.register("frame", frame)
        con.execute(f"insert into {table} by name from frame")


def failing(con: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    return {("check", name) for name, sql in CHECKS.items() if name not in NEEDS_MANY and con.execute(sql).fetchone()}


def told(con: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    rows = con.execute(
        "select 'contradiction', what from contradictions "
        "union all select 'dateline', 'contradicted' from articles where published_status = 'contradicted' "
        "union all select status, quote from number_mentions where status in ('unread', 'ignored') "
        "union all select 'official results', resolved_kind from reference_verdicts where verdict = 'contradicted'"
    ).fetchall()
    return {(catcher, name) for catcher, name in rows}


def text_of(name: str, kind: str) -> str:
    return (PLANTED / f"{name}.{kind}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CAUGHT)
def test_a_planted_error_is_caught_and_its_clean_twin_passes_untouched(name: str, empty: Path, tmp_path: Path) -> None:
    found = {}
    for kind in ("wrong", "clean"):
        path = Path(shutil.copy(empty, tmp_path / f"{kind}.duckdb"))
        found[kind] = catchers(text_of(name, kind), path, CAUGHT[name][0] == "official results")
    assert CAUGHT[name] in found["wrong"]
    assert {(catcher, told) for catcher, told in found["clean"] if catcher != "ignored"} == set()


def test_every_planted_text_has_its_twin_and_its_line() -> None:
    for kind in ("clean", "wrong"):
        assert {path.name.removesuffix(f".{kind}.txt") for path in PLANTED.glob(f"*.{kind}.txt")} == CAUGHT.keys()
    assert len(CAUGHT) >= 12
