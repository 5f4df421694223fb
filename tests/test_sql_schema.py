"""Each table and view is what its file in sql/ says: one object a file, told in words, as reading fills it."""

import dataclasses
import re
from datetime import date
from pathlib import Path

import duckdb
import pytest

from flows import schema
from flows.extract import claims
from flows.places import SQL
from tests.invented import small_warehouse

RECORDS = {
    "articles": claims.Article,
    "match_claims": claims.MatchClaim,
    "tie_claims": claims.TieClaim,
    "goal_claims": claims.GoalClaim,
    "statistic_claims": claims.StatisticClaim,
    "number_mentions": claims.NumberMention,
}
TYPES = {"str": "VARCHAR", "int": "INTEGER", "float": "DOUBLE", "bool": "BOOLEAN", date.__name__: "DATE"}
FILES = [path for kind in ("tables", "views") for path in sorted((SQL / kind).glob("*.sql"))]


@pytest.fixture(scope="module")
def con() -> duckdb.DuckDBPyConnection:
    return small_warehouse()


def test_each_file_makes_the_object_that_it_is_named_for(con: duckdb.DuckDBPyConnection) -> None:
    made = con.execute("select table_name from information_schema.tables where table_schema = 'main'").fetchall()
    assert {name for (name,) in made} == {path.stem for path in FILES}
    assert {path.stem for path in FILES} == {*schema.table_names(), *schema.view_names()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_opens_with_the_grain(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("-- one row per ")


def test_every_table_view_and_column_has_a_comment(con: duckdb.DuckDBPyConnection) -> None:
    objects = con.execute(
        "select table_name, comment from duckdb_tables() where not internal "
        "union all select view_name, comment from duckdb_views() where not internal"
    ).fetchall()
    assert [name for name, comment in objects if not comment] == []
    columns = con.execute("select table_name, column_name, comment from duckdb_columns() where not internal").fetchall()
    assert len(columns) > 300
    assert [f"{table}.{column}" for table, column, comment in columns if not comment] == []


def test_a_comment_is_the_one_that_stands_beside_the_column(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute(
        "select comment from duckdb_columns() where table_name in ('matches', 'results') and column_name = 'home_team'"
    ).fetchall()
    assert found == [("side that plays at home; NULL where unknown or on neutral ground",)] * 2


@pytest.mark.parametrize("table", RECORDS)
def test_a_record_of_reading_has_the_columns_of_its_table(con: duckdb.DuckDBPyConnection, table: str) -> None:
    described = con.execute(f"describe {table}").fetchall()
    fields = dataclasses.fields(RECORDS[table])
    assert [field.name for field in fields] == [column[0] for column in described]
    declared = [TYPES[str(field.type).removesuffix(" | None")] for field in fields]
    assert declared == [column[1] for column in described]


def test_kinds_of_claims_and_rows_are_tables_that_are_there() -> None:
    known = {*schema.READ_TABLES, *schema.CLAIM_KINDS, *schema.RESOLVED_KINDS}
    assert known < set(schema.table_names())


def test_a_public_view_names_its_columns() -> None:
    for path in sorted((SQL / "views").glob("*.sql")):
        last_select = path.read_text(encoding="utf-8").rpartition("\nselect")[2]
        assert not re.search(r"^\s+(\w+\.)?\*", last_select, re.MULTILINE), path.name


@pytest.mark.parametrize("view", schema.view_names())
def test_a_view_holds_no_number_wider_than_clients_know(con: duckdb.DuckDBPyConnection, view: str) -> None:
    """DuckDB adds up integers to 128 bits, which many clients turn into a decimal or a float."""
    assert "HUGEINT" not in {column[1] for column in con.execute(f"describe {view}").fetchall()}
