"""The resolved frames are the tables that `sql/tables` declares, and hold together as `sql/checks` demands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl
import pytest

from flows import places, schema
from flows.resolve import resolve
from flows.resolve.frames import RESOLVED
from tests.test_resolve_identity import busy_room
from tests.told_claims import NO_LINKS, empty_frames, frames


def checks_of_resolved_tables() -> list[Path]:
    """Those that look at a table which resolving fills."""
    found = sorted((places.SQL / "checks").glob("*.sql"))
    return [
        path
        for path in found
        if path.read_text(encoding="utf-8").splitlines()[0].removeprefix("-- table: ") in RESOLVED
    ]


@pytest.mark.parametrize("table", RESOLVED)
def test_the_types_of_a_frame_are_those_of_its_table(table: str) -> None:
    with duckdb.connect() as con:
        con.execute(schema.script())
        declared = con.sql(f"select * from {table}").pl().schema
    assert declared == pl.Schema(RESOLVED[table])


def test_no_claims_resolve_to_no_rows_in_the_right_types() -> None:
    resolved = resolve(empty_frames(), NO_LINKS)
    assert {name: rows.schema for name, rows in resolved.items()} == {
        name: pl.Schema(s) for name, s in RESOLVED.items()
    }
    assert all(rows.is_empty() for rows in resolved.values())


@pytest.fixture(scope="module")
def stored() -> Iterator[duckdb.DuckDBPyConnection]:
    claims = frames(busy_room().rows)
    with duckdb.connect() as con:
        con.execute(schema.script())
        for table, rows in {**claims, **resolve(claims, NO_LINKS)}.items():
            con.register("incoming", rows)
            con.execute(f"insert into {table} by name select * from incoming")
        yield con


@pytest.mark.parametrize("path", checks_of_resolved_tables(), ids=lambda path: path.stem)
def test_what_is_resolved_passes_the_check(path: Path, stored: duckdb.DuckDBPyConnection) -> None:
    assert stored.sql(path.read_text(encoding="utf-8")).fetchall() == []


def test_every_claim_has_a_row() -> None:
    claims = frames(busy_room().rows)
    linked = set(resolve(claims, NO_LINKS)["claim_links"].filter(pl.col("field").is_null())["claim_id"])
    told = {claim for name, rows in claims.items() if name != "articles" for claim in rows["claim_id"]}
    assert told == linked
