"""The command line as a careless user meets it: what it prints, what it refuses, and with which exit code."""

import csv
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from typer.testing import CliRunner

import flows.etl
from flows.cli import app
from flows.errors import PressboxError
from flows.outcome import OfficialFindings, RunSummary
from flows.report.layout import cell, plain_lines, visible
from flows.report.query import questions, unique
from flows.report.summary import check_lines, file_lines, last_line, run_lines
from flows.validate.verdict import CheckResult, judged
from tests.conftest import ROOT, plain_environment
from tests.tiny_warehouse import build, insert

LOAD = {
    "files_read": 3, "files_unchanged": 1200, "files_removed": 0, "files_refused": 2, "articles": 1, "rejected": 0,
    "numbers_fact": 4, "numbers_attribute": 2, "numbers_ignored": 5, "numbers_unread": 1,
    "verdict": "publish", "seconds": 2.34,
}  # fmt: skip
CHECK = CheckResult("goals", "minute in range", "warning", False, 2, [], "why", n_quarantined=2)


@dataclass
class Ran:
    code: int
    out: str
    err: str


@dataclass
class Place:
    """A warehouse and the commands that are tried on it in this process."""

    warehouse: Path
    runner: CliRunner = field(default_factory=CliRunner)

    def __call__(self, *words: str, text: str | None = None) -> Ran:
        result = self.runner.invoke(app, [*words, "--warehouse", str(self.warehouse)], input=text, prog_name="pressbox")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(build(tmp_path_factory.mktemp("cli")))


def process(*words: str, **options: Any) -> subprocess.Popen[str]:
    usual: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": plain_environment()}
    return subprocess.Popen([sys.executable, "-m", "flows.cli", *words], cwd=ROOT, text=True, **(usual | options))


def test_a_query_prints_aligned_text_that_depends_on_nothing_but_the_rows(place: Place) -> None:
    ran = place("query", "select team_1, score_1, venue, 0.5::double as half from matches order by match_id")
    assert ran.code == 0
    assert ran.out == (
        "team_1              score_1  venue  half\n"
        "------------------  -------  -----  ----\n"
        "Northbridge Rovers        4  NULL    0.5\n"
        "Harrow Vale               3  NULL    0.5\n"
        "(2 rows)\n"
    )


def test_a_query_is_a_question_a_view_or_a_table_by_name(place: Place) -> None:
    assert place("query", questions()[0].name).code == 0
    assert "tie-1" in place("query", "ties").out
    assert place("query", "results").code == 0


def test_a_query_can_come_from_standard_input_and_begin_with_a_comment(place: Place) -> None:
    assert "42" in place("query", "-", text="select 42 as answer").out
    assert "42" in place("query", "-- the answer\nselect 42").out


def test_a_query_without_words_lists_the_questions_and_what_they_ask(place: Place) -> None:
    listed = place("query").out
    assert all(f"{question.name} " in listed and question.about in listed for question in questions())


def test_csv_and_json_and_parquet_hold_the_same_rows(place: Place, tmp_path: Path) -> None:
    sql = "select contradiction_id, claim_ids, null as nothing, date '2031-03-11' as day from contradictions"
    as_csv = list(csv.reader(io.StringIO(place("query", sql, "--csv").out)))
    assert as_csv == [["contradiction_id", "claim_ids", "nothing", "day"], ["c-1", '["m-1", "m-3"]', "", "2031-03-11"]]
    as_json = json.loads(place("query", sql, "--json").out)
    assert as_json == [{"contradiction_id": "c-1", "claim_ids": ["m-1", "m-3"], "nothing": None, "day": "2031-03-11"}]
    ran = place("query", sql, "--parquet", str(tmp_path / "rows.parquet"))
    assert "1 row" in ran.err
    assert pl.read_parquet(tmp_path / "rows.parquet").rows()[0][:2] == ("c-1", ["m-1", "m-3"])
    assert [path.name for path in tmp_path.iterdir()] == ["rows.parquet"]


def test_no_rows_are_an_empty_array_and_a_head_line(place: Place) -> None:
    assert json.loads(place("query", "select 1 as a where false", "--json").out) == []
    assert place("query", "select 1 as a where false", "--csv").out == "a\n"
    assert place("query", "select 1 as a where false").out.endswith("(0 rows)\n")


def test_columns_of_the_same_name_all_keep_a_name(place: Place) -> None:
    assert json.loads(place("query", "select 1 as a, 2 as a", "--json").out) == [{"a": 1, "a_1": 2}]
    assert unique(["a", "a", "a_1", "a"]) == ["a", "a_2", "a_1", "a_3"]


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("select * from matchs", 'Did you mean "matches"?'),
        ("select scorr from goals", 'Candidate bindings: "scorer"'),
        ("selec 1", "  selec 1\n  ^^^^^"),
        ("", "the query is empty"),
        (" ; ", "holds no statement"),
        ("macthes", "did you mean matches"),
        ("qqqqqq", "lists the ready-made questions"),
        ("delete from goals", "queries only read"),
        ("create table mine as select 1", "queries only read"),
        ("copy goals to 'goals.csv'", "use --csv, --json or --parquet FILE"),
        ("select * from read_text('/etc/hosts')", "queries reach nothing but the warehouse"),
        ("attach 'other.duckdb'", "queries reach nothing but the warehouse"),
        ("install fts", "queries reach nothing but the warehouse"),
        ("set enable_external_access = true", "the configuration has been locked"),
        ("select cast(quote as integer) from match_claims", "Could not convert"),
    ],
)
def test_a_wrong_query_is_wrong_usage_and_says_why_in_a_line_or_two(place: Place, sql: str, told: str) -> None:
    ran = place("query", sql)
    assert ran.code == 2
    assert told in ran.err
    assert "Error:" not in ran.err and "Traceback" not in ran.err


def test_a_query_leaves_no_file_behind_and_the_warehouse_unchanged(place: Place) -> None:
    before = {path: path.read_bytes() for path in place.warehouse.iterdir()}
    place("query", "copy goals to 'goals.csv'; drop table goals")
    assert {path: path.read_bytes() for path in place.warehouse.iterdir()} == before


@pytest.mark.parametrize(
    "words",
    [
        ["query", "goals", "--csv", "--json"],
        ["query", "goals", "--cvs"],
        ["query", "select", "1"],
        ["explain"],
        ["explain", " "],
        ["nonsense"],
        ["docs", "--articles", "0"],
    ],
)
def test_wrong_usage_ends_with_2(place: Place, words: list[str]) -> None:
    assert place(*words).code == 2


def test_a_query_replaces_a_parquet_file_and_no_other(place: Place, tmp_path: Path) -> None:
    database, rows = place.warehouse / "pressbox.duckdb", tmp_path / "rows.parquet"
    before = database.read_bytes()
    ran = place("query", "goals", "--parquet", str(database))
    assert (ran.code, ran.err) == (
        1,
        f"pressbox: cannot write {database}: it is there already and is no Parquet file. Name another.\n",
    )
    assert database.read_bytes() == before
    assert [place("query", "goals", "--parquet", str(rows)).code for _ in range(2)] == [0, 0]
    assert "is a folder" in place("query", "goals", "--parquet", "").err


def test_a_parquet_file_that_cannot_be_written_is_told_of_in_one_line(place: Place, tmp_path: Path) -> None:
    ran = place("query", "goals", "--parquet", str(tmp_path / "nowhere" / "rows.parquet"))
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "there is no folder" in ran.err


@pytest.mark.parametrize("words", [["query", "goals"], ["explain", "77"], ["status"], ["docs"], ["check"]])
def test_without_a_warehouse_every_command_says_to_run_first(tmp_path: Path, words: list[str]) -> None:
    ran = Place(tmp_path)(*words)
    assert ran.code == 1
    assert ran.err == f"pressbox: no warehouse at {tmp_path}: run `pressbox run` first\n"


@pytest.mark.parametrize("words", [["query", "goals"], ["explain", "77"], ["status"], ["docs"]])
def test_a_file_that_is_no_warehouse_is_told_of_in_one_line(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "pressbox.duckdb").write_text("not a database at all, only words")
    ran = Place(tmp_path)(*words)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "is not a DuckDB file" in ran.err


@pytest.mark.parametrize("words", [["explain", "77"], ["status"], ["docs"]])
def test_a_database_of_somebody_else_is_told_of_in_one_line(tmp_path: Path, words: list[str]) -> None:
    duckdb.connect(str(tmp_path / "pressbox.duckdb")).close()
    ran = Place(tmp_path)(*words)
    assert (ran.code, ran.err.count("\n")) == (1, 1)


def test_a_warehouse_that_another_program_writes_to_is_told_of_with_its_process(tmp_path: Path) -> None:
    warehouse = build(tmp_path)
    hold = "import sys, duckdb; con = duckdb.connect(sys.argv[1]); print('held', flush=True); input()"
    words = [sys.executable, "-c", hold, str(warehouse / "pressbox.duckdb")]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == b"held\n"
        ran = Place(warehouse)("status")
        holder.communicate(b"\n")
    assert ran.code == 1
    assert "open for writing in another program" in ran.err and f"PID {holder.pid}" in ran.err


def test_the_database_file_itself_is_taken_for_its_folder(place: Place) -> None:
    assert Place(place.warehouse / "pressbox.duckdb")("status").code == 0


def test_explain_prints_the_sentence_with_the_quote_marked(place: Place) -> None:
    ran = place("explain", "northbridge", "77")
    assert ran.code == 0
    assert "Rovers now have «77 goals <b>in 27 matches</b>» & counting." in ran.out


def test_explain_ends_with_1_and_near_names_when_nothing_fits(place: Place) -> None:
    ran = place("explain", "Nortbridge")
    assert ran.code == 1
    assert "did you mean Northbridge Rovers" in ran.err


def test_status_tells_the_last_load_refused_files_and_numbers(place: Place) -> None:
    assert place("status").out.splitlines() == [
        "last load  2031-03-12 06:00 UTC, verdict publish, 2.5 s, rules abc",
        "files      2 read, 0 duplicate, 2 refused",
        "  refused empty.txt: the file is empty",
        "  refused photo.txt: binary, not text",
        "articles   2",
        "claims     3 matches, 1 tie, 1 goal, 1 statistic; 1 rejected",
        "resolved   2 matches, 1 tie, 1 goal, 2 statistics; 1 contradiction",
        "numbers    4 fact, 2 attribute, 0 ignored, 1 unread",
    ]


def test_status_lists_no_more_than_twenty_refused_files(tmp_path: Path) -> None:
    warehouse = build(tmp_path)
    with duckdb.connect(str(warehouse / "pressbox.duckdb")) as con:
        for i in range(30):
            insert(con, "documents", {"document": f"x{i}.txt", "status": "refused", "reason": "empty"})
    lines = [line for line in Place(warehouse)("status").out.splitlines() if line.startswith("  refused")]
    assert len(lines) == 21
    assert lines[-1].startswith("  refused 12 more: pressbox query")


def test_docs_writes_the_dictionary_and_the_evidence(tmp_path: Path) -> None:
    warehouse = build(tmp_path)
    ran = Place(warehouse)("docs")
    assert ran.out.splitlines() == [str(warehouse / "dictionary.md"), str(warehouse / "evidence.html")]
    assert all(Path(line).is_file() for line in ran.out.splitlines())


def test_version_and_help_are_there() -> None:
    runner = CliRunner()
    version = runner.invoke(app, ["--version"]).output
    assert re.fullmatch(r"pressbox( \d+\.\d+\.\d+\S*|, from a checkout that is not installed)\n", version)
    helped = runner.invoke(app, ["--help"])
    assert helped.exit_code == 0
    for command in ("run", "check", "query", "explain", "status", "docs", "schedule"):
        assert re.search(rf"^  {command} +\S", helped.output, re.M)
        assert "..." not in helped.output.partition("Commands:")[2]
        assert runner.invoke(app, [command, "--help"]).exit_code == 0


def test_asking_imports_neither_prefect_nor_great_expectations_nor_the_engine(place: Place) -> None:
    program = """
import sys
from typer.testing import CliRunner
from flows.cli import app
for words in (["query", "goals"], ["explain", "77"], ["explain", "nothing like it"], ["status"], ["--help"]):
    CliRunner().invoke(app, words if "--help" in words else [*words, "--warehouse", sys.argv[1]])
heavy = ("prefect", "great_expectations", "sqlalchemy", "pandas", "polars", "pyarrow", "flows.extract", "flows.etl")
print([name for name in heavy if name in sys.modules])
"""
    ran = subprocess.run(
        [sys.executable, "-c", program, str(place.warehouse)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[]\n"


def test_help_does_not_even_load_the_database() -> None:
    program = (
        "import sys, flows.cli; print([name for name in ('duckdb', 'rich.table', 'jinja2') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_a_reader_that_goes_away_ends_a_query_quietly(place: Place) -> None:
    ran = process("query", "from range(300000)", "--csv", "--warehouse", str(place.warehouse))
    assert ran.stdout is not None and ran.stderr is not None
    assert ran.stdout.readline() == "range\n"
    ran.stdout.close()
    assert ran.stderr.read() == ""
    assert ran.wait(30) == 141


def test_an_interrupted_query_ends_with_130_and_one_line(place: Place) -> None:
    ran = process(
        "query",
        "select count(*) from range(100000000000) as r where r.range % 7 = 3",
        "--warehouse",
        str(place.warehouse),
    )
    time.sleep(2)
    ran.send_signal(signal.SIGINT)
    out, err = ran.communicate(timeout=30)
    assert (ran.returncode, out) == (130, "")
    assert err == "pressbox: interrupted; the published warehouse is as it was\n"


def on_a_terminal(*words: str) -> str:
    ours, theirs = pty.openpty()
    ran = process(
        *words, stdout=theirs, stderr=theirs, env=os.environ | {"COLUMNS": "60", "LINES": "40", "TERM": "xterm"}
    )
    os.close(theirs)
    seen = b""
    while chunk := read_or_nothing(ours):
        seen += chunk
    ran.wait(30)
    return seen.decode()


def read_or_nothing(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end has closed
        return b""


def test_on_a_terminal_rows_are_a_ruled_table_and_quotes_are_coloured(place: Place) -> None:
    table = on_a_terminal("query", "select team_1, venue from matches", "--warehouse", str(place.warehouse))
    assert "──" in table and "(2 rows)" in table
    told = on_a_terminal("explain", "77", "--warehouse", str(place.warehouse))
    assert "«" not in told and "\x1b[1;33m77 goals" in told
    assert all(len(re.sub(r"\x1b\[[\d;]*m", "", line).rstrip()) <= 60 for line in told.splitlines())


def test_rows_too_wide_for_the_terminal_stand_one_under_the_other(place: Place) -> None:
    told = on_a_terminal("query", "ties", "--warehouse", str(place.warehouse))
    assert "\x1b[1mcompetition       \x1b[0mMeridian Cup\r\n" in told


def test_text_that_would_steer_a_terminal_is_written_out(place: Place) -> None:
    out = place("query", "select 'a' || chr(27) || '[2J' || chr(10) || 'b' as s").out
    assert "a\\x1b[2J\\nb" in out and "\x1b" not in out


def test_cells_read_as_a_person_would_write_them() -> None:
    assert [cell(v) for v in (None, 77.0, 0.5, True, ["a", 1.0], float("inf"))] == [
        "NULL",
        "77",
        "0.5",
        "true",
        "a, 1",
        "inf",
    ]
    assert visible("é 7\u00a0goals") == "é 7\u00a0goals"
    assert list(plain_lines(["n"], [])) == ["n", "-", "(0 rows)"]


def test_the_last_line_of_a_run_tells_files_claims_numbers_verdict_and_seconds() -> None:
    assert last_line(LOAD, {"match": 1, "tie": 2, "goal": 3}) == (
        "files 3 read, 1,200 unchanged, 2 refused; 1 article; claims 1 match, 2 ties, 3 goals, 0 statistics; "
        "numbers 6 read, 5 ignored, 1 unread; verdict publish; 2.3 s"
    )
    assert "2 removed" in last_line(LOAD | {"files_removed": 2, "rejected": 7}, {})
    assert "7 rejected" in last_line(LOAD | {"rejected": 7}, {})


def test_refused_files_have_a_line_each_up_to_two_hundred() -> None:
    assert list(file_lines("refused", [("a\n.txt", "empty")])) == ["refused a\\n.txt: empty"]
    lines = list(file_lines("refused", [(f"{i}.txt", "empty") for i in range(205)]))
    assert len(lines) == 201 and "5 more" in lines[-1]


def test_failing_checks_have_a_line_each_and_the_report_is_named() -> None:
    assert list(check_lines([CHECK], Path("w/validation"))) == [
        "warning goals: minute in range: 2 rows, 2 moved to rejected_claims",
        "the failing rows are in w/validation/index.html",
    ]
    assert list(check_lines([], Path("w"))) == []


def summary_of(check: CheckResult, folder: Path) -> RunSummary:
    return RunSummary(
        load=LOAD, claims={}, refusals=[("a.txt", "empty")], duplicates=[("b.txt", "same bytes as c.txt")], renamed={},
        official=OfficialFindings(0, {}, []), verdict=judged([check], 1.0, {}),
        database=folder / "pressbox.duckdb", reports=folder / "validation",
    )  # fmt: skip


def test_a_run_that_is_refused_says_so_and_ends_with_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    critical = CheckResult("ties", "legs add up", "critical", False, 3, [], "why")
    monkeypatch.setattr(flows.etl, "run", lambda *words: summary_of(critical, tmp_path))
    ran = Place(tmp_path)("run", str(tmp_path))
    assert ran.code == 1
    assert "critical ties: legs add up: 3 rows" in ran.out
    assert f"not published, and there is no warehouse at {tmp_path} yet" in ran.out
    (tmp_path / "pressbox.duckdb").touch()
    assert f"not published: {tmp_path / 'pressbox.duckdb'} is as it was" in Place(tmp_path)("run", str(tmp_path)).out
    assert ran.out.splitlines()[-1].startswith("files 3 read")


def test_a_quiet_run_prints_the_last_line_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flows.etl, "run", lambda *words: summary_of(CHECK, tmp_path))
    loud, quiet = Place(tmp_path)("run"), Place(tmp_path)("run", "--quiet")
    assert loud.out.splitlines()[:2] == ["refused a.txt: empty", "duplicate b.txt: same bytes as c.txt"]
    assert quiet.out.splitlines() == loud.out.splitlines()[-1:]
    assert (quiet.code, quiet.err) == (0, "")
    assert len(list(run_lines(summary_of(CHECK, tmp_path)))) == 5


def test_progress_is_plain_lines_where_there_is_no_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(raw: Path, warehouse: Path, full: bool, progress: Any, official: Any) -> RunSummary:
        for done in range(3):
            progress("read", done, 2)
        progress("check", 0, 1)
        return summary_of(CHECK, tmp_path)

    monkeypatch.setattr(flows.etl, "run", run)
    assert Place(tmp_path)("run").err == "read (2)\ncheck\n"


def test_a_run_without_its_folder_of_texts_ends_with_1_and_one_line(tmp_path: Path) -> None:
    ran = Place(tmp_path / "warehouse")("run", str(tmp_path / "rwa"))
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "rwa" in ran.err
    assert not (tmp_path / "warehouse").exists()


@pytest.mark.parametrize("error", [PressboxError("a line"), OSError(28, "No space left on device")])
def test_what_a_user_can_mend_has_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def run(*words: Any) -> RunSummary:
        raise error

    monkeypatch.setattr(flows.etl, "run", run)
    ran = Place(tmp_path)("run")
    assert (ran.code, ran.err) == (1, f"pressbox: {error}\n")


def test_a_schedule_that_names_no_times_is_wrong_usage(tmp_path: Path) -> None:
    ran = Place(tmp_path)("schedule", "--cron", "at six", "--raw", str(tmp_path))
    assert (ran.code, ran.err.count("\n")) == (2, 1)


def test_check_judges_what_is_published(tmp_path: Path) -> None:
    warehouse = build(tmp_path)
    ran = Place(warehouse)("check")
    assert ran.code == 1
    assert "critical documents" in ran.out
    assert re.search(r"\d+ checks, \d+ failing; verdict refuse; [\d.]+ s\n$", ran.out)
    assert (warehouse / "validation").is_dir()
