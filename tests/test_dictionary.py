"""The data dictionary is what the warehouse says about itself."""

from pathlib import Path

import duckdb
import pytest

from flows import schema
from flows.errors import PressboxError
from flows.places import DATABASE
from flows.report.dictionary import dictionary, write_dictionary


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    with duckdb.connect(str(tmp_path / DATABASE)) as con:
        con.execute(schema.script())
    return tmp_path


def test_the_dictionary_is_written_beside_the_warehouse(warehouse: Path) -> None:
    path = write_dictionary(warehouse)
    assert path == warehouse / "dictionary.md"
    assert sorted(file.name for file in warehouse.iterdir()) == ["dictionary.md", DATABASE]


def test_every_table_and_view_has_a_chapter_with_its_columns(warehouse: Path) -> None:
    text = write_dictionary(warehouse).read_text(encoding="utf-8")
    for name in [*schema.table_names(), *schema.view_names()]:
        assert f"\n### {name}\n\nOne row per " in text
    assert "\n| home_team | varchar | side that plays at home; NULL where unknown or on neutral ground |\n" in text
    assert "\n| [two_legged_ties](#two_legged_ties) | one row per two-legged tie, with both legs" in text


def test_tables_come_before_views(warehouse: Path) -> None:
    text = write_dictionary(warehouse).read_text(encoding="utf-8")
    assert text.index("## Tables") < text.index("### ties") < text.index("## Views") < text.index("### aggregate_check")


def test_a_bar_in_a_comment_does_not_break_the_table() -> None:
    con = duckdb.connect()
    con.execute("create table odd (a integer); comment on table odd is 'one | two'; comment on column odd.a is 'x | y'")
    assert "| a | integer | x \\| y |" in dictionary(con)


def test_a_folder_without_a_warehouse_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(PressboxError, match="pressbox run"):
        write_dictionary(tmp_path)
