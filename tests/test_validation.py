"""What the suites of expectations/ let pass, move and refuse, and the reports that tell it."""

import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from flows import publish, schema
from flows.errors import PressboxError
from flows.places import EXPECTATIONS, SQL
from flows.validate import CLAIMS, RESOLVED, CheckResult, Verdict, suites, together, validate, write_reports
from flows.validate.suites import QUERY, Rule, load_suite
from tests.invented import MORE_TIES, small_warehouse

RULES = {(table, rule.name): rule for table in [*CLAIMS, *RESOLVED] for rule in load_suite(table).rules}
OWN_QUERIES = sorted(k for k, r in RULES.items() if QUERY in r.spec["kwargs"] and "check" not in r.spec["meta"])
ON_CHECKS = sorted(k for k, r in RULES.items() if "check" in r.spec["meta"])
ON_COLUMNS = sorted(k for k, r in RULES.items() if QUERY not in r.spec["kwargs"])

# rule: what spoils the small warehouse, and the keys of the rows that the rule must name afterwards
SPOILT: dict[tuple[str, str], tuple[str, list[object]]] = {
    ("documents", "sha256_is_a_hash"): ("update documents set sha256 = 'AB'", ["wire.txt"]),
    ("documents", "refusal_has_a_reason"): ("update documents set status = 'refused'", ["wire.txt"]),
    ("documents", "read_document_has_an_encoding"): ("update documents set encoding = null", ["wire.txt"]),
    ("documents", "document_is_read_once"): (
        "insert into documents by name select 'copy.txt' as document, sha256, 'read' as status from documents",
        ["copy.txt", "wire.txt"],
    ),
    ("articles", "text_is_as_long_as_its_span"): (
        "update articles set text = text || '.' where article_id = 'a-1'; "
        "update articles set char_end = char_start where article_id = 'a-2'",
        ["a-1", "a-2"],
    ),
    ("articles", "contradicted_dateline_dates_nothing"): (
        "update articles set published = date '2020-01-01', published_status = 'contradicted' where article_id = 'a-1'",
        ["a-1"],
    ),
    ("articles", "stated_date_is_there"): (
        "update articles set published_status = 'stated' where article_id = 'a-2'",
        ["a-2"],
    ),
    ("tie_claims", "tie_lacks_a_team"): ("update tie_claims set team_1 = ''", ["t-1"]),
    ("goal_claims", "goal_lacks_a_scorer"): ("update goal_claims set scorer = null where claim_id = 'g-1'", ["g-1"]),
    ("goal_claims", "added_time_after_no_half"): (
        "update goal_claims set minute = 90, added_time = 5 where claim_id = 'g-1'; "
        "update goal_claims set minute = null, added_time = 2 where claim_id = 'g-2'; "
        "update goal_claims set minute = 95, added_time = 5 where claim_id = 'g-3'",
        ["g-1", "g-2"],
    ),
    ("statistic_claims", "statistic_lacks_a_subject"): (
        "update statistic_claims set subject = '' where claim_id = 's-1'",
        ["s-1"],
    ),
    ("statistic_claims", "value_is_no_number"): (
        "update statistic_claims set value = 'inf'::double where claim_id = 's-1'; "
        "update statistic_claims set value = 'nan'::double where claim_id = 's-2'; "
        "update statistic_claims set value = null where claim_id = 's-3'",
        ["s-1", "s-2", "s-3"],
    ),
    ("statistic_claims", "points_gap_is_too_wide"): ("update statistic_claims set value = -121", ["s-3"]),
    ("statistic_claims", "run_is_too_long"): ("update statistic_claims set value = 151", ["s-4"]),
    ("statistic_claims", "tally_of_a_season_is_too_high"): (
        "update statistic_claims set metric = 'player_season_goal_number', value = 121 where claim_id = 's-1'",
        ["s-1"],
    ),
    ("statistic_claims", "age_is_out_of_range"): (
        "update statistic_claims set metric = 'age', value = 2 where claim_id = 's-1'; "
        "update statistic_claims set metric = 'player_age', value = 111 where claim_id = 's-2'",
        ["s-1", "s-2"],
    ),
    ("statistic_claims", "crowd_is_too_large"): (
        "update statistic_claims set metric = 'attendance', value = 250000 where claim_id = 's-1'",
        ["s-1"],
    ),
    ("statistic_claims", "percent_is_out_of_range"): (
        "update statistic_claims set metric = 'salary_cut_percent', value = 101 where claim_id = 's-1'",
        ["s-1"],
    ),
    ("statistic_claims", "ban_or_contract_is_too_long"): (
        "update statistic_claims set metric = 'contract_years', value = 2023 where claim_id = 's-1'",
        ["s-1"],
    ),
    ("statistic_claims", "money_is_too_much"): (
        "update statistic_claims set metric = 'transfer_fee', value = 7e9 where claim_id = 's-1'",
        ["s-1"],
    ),
    ("number_mentions", "number_is_not_finite"): (
        "update number_mentions set value = 'inf'::double where quote = '4.5'",
        ["wire.txt"],
    ),
    ("matches", "match_score_is_out_of_range"): (
        "update matches set score_2 = -1 where match_id = 'match-1'",
        ["match-1"],
    ),
    ("matches", "score_after_90_exceeds_final"): (
        "update matches set score_90_1 = score_1 + 1 where match_id = 'match-1'",
        ["match-1"],
    ),
    ("matches", "shootout_has_no_winner"): (
        "update matches set shootout_1 = 4, shootout_2 = 4 where match_id = 'match-2'",
        ["match-2"],
    ),
    ("ties", "tie_is_of_one_team"): ("update ties set team_1 = team_2", ["tie-1"]),
    ("ties", "told_ties_are_missing"): (f"{MORE_TIES}; delete from ties", [3]),
    ("statistics", "measure_is_no_number"): (
        "update statistics set value = null where statistic_id = 'statistic-1'",
        ["statistic-1"],
    ),
    ("story_days", "days_of_a_story_are_none"): (
        "insert into story_days values ('a-1', date '2031-02-02', date '2031-02-01', 'inferred')",
        ["a-1"],
    ),
    ("tally_steps", "step_leads_backwards"): (
        "insert into tally_steps (to_statistic, from_statistic, from_matches, to_matches, n_matches) "
        "values ('statistic-1', 'statistic-2', 9, 8, 1)",
        ["statistic-1"],
    ),
    ("contradictions", "contradiction_in_unknown_row"): (
        "insert into contradictions by name "
        "select 'c-1' as contradiction_id, 'match score' as what, 'match' as resolved_kind, 'match-9' as resolved_id",
        ["c-1"],
    ),
}

# table: what breaks all of its rules on single columns at once; constraints have gone before
WRONG_COLUMNS = {
    "documents": "update documents set status = 'lost'; insert into documents from documents; "
    "insert into documents (sha256) values ('x')",
    "articles": "update articles set published_status = 'maybe', published = date '1066-10-14'; "
    "insert into articles from articles; insert into articles (article) values (9)",
    "claims": "update match_claims set claim_id = null, rule = null",
    "match_claims": "update match_claims set status = 'abandoned', decided = 'coin', leg = 3",
    "goal_claims": "update goal_claims set kind = 'volley'",
    "statistic_claims": "update statistic_claims set metric = 'corners', qualifier = 'maybe'",
    "number_mentions": "update number_mentions set status = 'lost'",
    "matches": "update matches set status = 'abandoned', decided = 'coin', reference_status = 'maybe'; "
    "insert into matches from matches; insert into matches (leg) values (1)",
    "ties": "update ties set verdict = 'maybe', reference_status = 'maybe'; "
    "insert into ties from ties; insert into ties (n_claims) values (1)",
    "goals": "update goals set kind = 'volley'; insert into goals from goals; insert into goals (n) values (1)",
    "statistics": "update statistics set metric = 'corners', qualifier = 'maybe', reference_status = 'maybe'; "
    "insert into statistics from statistics; insert into statistics (matches) values (1)",
    "claim_links": "update claim_links set claim_kind = 'own', resolved_kind = 'own'",
    "reference_results": "insert into reference_results (reference_id, decided) values ('r', 'coin'), ('r', 'coin'); "
    "insert into reference_results (line) values (9)",
    "reference_verdicts": "insert into reference_verdicts (resolved_kind, verdict) values ('own', 'maybe')",
    "story_days": "insert into story_days (article_id, basis) values ('a-1', 'maybe')",
    "tally_steps": "insert into tally_steps (to_statistic, from_statistic, verdict) values ('s-1', 's-2', 'maybe')",
    "contradictions": "insert into contradictions (resolved_kind) values ('own'); "
    "insert into contradictions (contradiction_id) values ('c-1'), ('c-1')",
}


@pytest.fixture(scope="module")
def memory() -> duckdb.DuckDBPyConnection:
    con = small_warehouse()
    con.execute("update documents set sha256 = sha256('wire')")
    return con


@pytest.fixture
def con(memory: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The small warehouse to spoil; it is right again for the next test."""
    memory.execute("begin")
    yield memory
    memory.execute("rollback")


@pytest.fixture(scope="module")
def clean(memory: duckdb.DuckDBPyConnection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clean") / "pressbox.duckdb"
    memory.execute(f"attach '{path}' as file; copy from database memory to file; detach file")
    return path


@pytest.fixture
def spoilt(clean: Path, tmp_path: Path) -> Callable[[str], Path]:
    def spoil(sql: str) -> Path:
        path = tmp_path / ".next.duckdb"
        shutil.copy(clean, path)
        with duckdb.connect(str(path)) as con:
            con.execute(sql)
        return path

    return spoil


@pytest.fixture
def own_suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts a suite of one expectation in the place of the goals' own."""

    def put(**changes: object) -> None:
        expectation: dict[str, object] = {
            "type": "expect_column_values_to_be_in_set",
            "kwargs": {"column": "kind", "value_set": ["header"]},
            "severity": "info",
            "description": "only headers",
            "meta": {"name": "headers", "key": "goal_id"},
            **changes,
        }
        folder = tmp_path / "suites"
        folder.mkdir()
        (folder / "goals.json").write_text(json.dumps({"name": "goals", "expectations": [expectation]}))
        monkeypatch.setattr(suites, "EXPECTATIONS", folder)

    return put


def named(verdict: Verdict, name: str) -> CheckResult:
    return next(check for check in verdict.checks if check.name == name)


def rows_of(path: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(path), read_only=True) as con:
        return con.execute(query).fetchall()


def offenders(con: duckdb.DuckDBPyConnection, table: str, rule: Rule) -> list[object]:
    query = rule.spec["kwargs"][QUERY].format(batch=table)
    return [row[0] for row in con.execute(f"select distinct {rule.key[0]} from ({query}) order by all").fetchall()]


def test_each_table_and_the_view_of_claims_has_a_suite_that_is_run() -> None:
    assert sorted(path.stem for path in EXPECTATIONS.glob("*.json")) == sorted([*CLAIMS, *RESOLVED])
    unchecked = {"loads", "rejected_claims", "reference_problems"}  # what a run says of itself and its sources
    assert {*CLAIMS, *RESOLVED} == {*schema.table_names()} - unchecked | {"claims"}


def test_every_file_of_sql_checks_is_named_by_one_suite() -> None:
    named_by_suites = [RULES[key].spec["meta"]["check"] for key in ON_CHECKS]
    assert sorted(named_by_suites) == sorted(path.stem for path in (SQL / "checks").glob("*.sql"))


@pytest.mark.parametrize(("table", "name"), ON_CHECKS)
def test_a_suite_says_of_a_check_what_its_file_says(table: str, name: str) -> None:
    rule = RULES[table, name]
    text = (SQL / "checks" / f"{rule.spec['meta']['check']}.sql").read_text(encoding="utf-8")
    head = dict(re.findall(r"^-- (\w+): (.+)$", text, re.M))
    assert (rule.severity, rule.reason) == (head["severity"], head["reason"])
    assert head["key"] in rule.key
    if rule.severity == "warning":
        assert head["table"] == table, "rows are moved out of the suite's table"


def test_every_query_and_every_column_rule_has_a_case() -> None:
    assert sorted(SPOILT) == OWN_QUERIES
    assert sorted(WRONG_COLUMNS) == sorted({table for table, _ in ON_COLUMNS})


@pytest.mark.parametrize(("table", "name"), OWN_QUERIES)
def test_a_query_is_silent_where_all_is_right(con: duckdb.DuckDBPyConnection, table: str, name: str) -> None:
    assert offenders(con, table, RULES[table, name]) == []


@pytest.mark.parametrize(("table", "name"), SPOILT)
def test_a_query_names_the_rows_that_offend(con: duckdb.DuckDBPyConnection, table: str, name: str) -> None:
    spoil, expected = SPOILT[table, name]
    con.execute(spoil)
    assert offenders(con, table, RULES[table, name]) == expected


@pytest.mark.parametrize("table", WRONG_COLUMNS)
def test_all_rules_on_columns_fire(spoilt: Callable[[str], Path], table: str) -> None:
    stored = "match_claims" if table == "claims" else table
    path = spoilt(f"create or replace table {stored} as from {stored}; {WRONG_COLUMNS[table]}")  # without its keys
    failing = {check.name for check in validate(path, [table]).failing if check.error is None}
    assert failing >= {name for of, name in ON_COLUMNS if of == table}


def test_nothing_fails_where_all_is_right_and_each_rule_that_can_tell_has_looked_at_something(clean: Path) -> None:
    verdict = validate(clean, [*CLAIMS, *RESOLVED])
    assert (verdict.success, verdict.refused, verdict.failing, verdict.quarantined) == (True, False, [], 0)
    assert {check.table for check in verdict.checks} == {*CLAIMS, *RESOLVED}
    looked = {check.name: check.n_looked_at for check in verdict.checks}
    assert looked["quote_differs_from_span"] == 11
    assert looked["verdict_contradicts_legs"] == 1
    assert looked["shootout_has_no_winner"] == 0


def test_an_empty_warehouse_passes(tmp_path: Path) -> None:
    path = tmp_path / "pressbox.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute(schema.script())
    verdict = validate(path, [*CLAIMS, *RESOLVED])
    assert verdict.failing == []


def test_a_critical_rule_refuses_and_nothing_is_moved(spoilt: Callable[[str], Path]) -> None:
    path = spoilt("update tie_claims set quote = 'on aggregate 3-2', aggregate_1 = 90")
    verdict = validate(path, ["claims", "tie_claims"], None, publish.quarantine)
    assert verdict.refused
    check = verdict.failing[0]
    assert (check.name, check.severity, check.n_unexpected) == ("quote_differs_from_span", "critical", 1)
    assert str(check.rows[0]["span_text"]).startswith("go through 3-2")
    assert rows_of(path, "select count(*) from rejected_claims") == [(0,)]


def test_a_warning_moves_its_rows_with_the_reason_and_goes_on(spoilt: Callable[[str], Path]) -> None:
    path = spoilt("update goal_claims set minute = 0 where claim_id = 'g-3'; delete from claim_links")
    verdict = validate(path, CLAIMS, None, publish.quarantine)
    assert (verdict.refused, verdict.success, verdict.quarantined) == (False, False, 1)
    check = named(verdict, "minute_out_of_range")
    assert (check.n_unexpected, check.n_quarantined, check.rows[0]["claim_id"]) == (1, 1, "g-3")
    assert rows_of(path, "select claim_id, claim_kind, check_name, reason from rejected_claims") == [
        ("g-3", "goal", "minute_out_of_range", check.reason)
    ]
    assert rows_of(path, "select count(*) from goal_claims where claim_id = 'g-3'") == [(0,)]


def test_all_rows_of_a_warning_are_moved_and_not_only_those_that_are_shown(spoilt: Callable[[str], Path]) -> None:
    path = spoilt(
        "insert into goal_claims by name select told.* exclude (claim_id, n), 'g-9' || i as claim_id, 99 as n "
        "from goal_claims as told, range(300) as times(i) where claim_id = 'g-1'"
    )
    verdict = validate(path, ["goal_claims"], None, publish.quarantine)
    check = named(verdict, "goal_count_out_of_range")
    assert (check.n_unexpected, check.n_quarantined, len(check.rows)) == (300, 300, 20)


def test_a_warning_whose_rows_cannot_be_moved_refuses(spoilt: Callable[[str], Path]) -> None:
    path = spoilt("update goal_claims set n = 0")
    verdict = validate(path, ["goal_claims"], None, lambda *_: 0)
    assert verdict.refused
    assert "could not be moved" in str(named(verdict, "goal_count_out_of_range").error)


def test_without_quarantine_a_warning_is_only_reported(spoilt: Callable[[str], Path]) -> None:
    path = spoilt("update goal_claims set n = 0")
    verdict = validate(path, ["goal_claims"])
    assert (verdict.success, verdict.refused, verdict.quarantined) == (False, False, 0)


def test_an_info_is_reported_and_changes_nothing(spoilt: Callable[[str], Path]) -> None:
    path = spoilt(
        "delete from claim_links where claim_id = 's-2'; delete from statistics where statistic_id = 'statistic-2'"
    )
    verdict = validate(path, RESOLVED, None, publish.quarantine)
    assert [(check.name, check.severity) for check in verdict.failing] == [("claim_resolves_to_nothing", "info")]
    assert (verdict.refused, verdict.quarantined) == (False, 0)


def test_an_aggregate_that_its_legs_contradict_is_reported_with_both_sentences(spoilt: Callable[[str], Path]) -> None:
    path = spoilt("update ties set stated_2 = 4, verdict = 'disagrees'")
    verdict = validate(path, ["ties"], None, publish.quarantine)
    assert not verdict.refused
    row = named(verdict, "aggregate_is_not_sum_of_legs").rows[0]
    assert (row["stated"], row["legs_add_up_to"]) == ("2-4", "2-3")
    told = " / ".join(str(value) for value in row.values())
    assert "go through 3-2" in told
    assert "won the second 2-0 at home" in told


def test_the_check_of_aggregates_cannot_pass_by_comparing_nothing(spoilt: Callable[[str], Path]) -> None:
    """A resolver that no longer recognises legs leaves every tie 'not_comparable', and no row to offend."""
    unlinked = "update ties set first_leg = null, second_leg = null, verdict = 'not_comparable'"
    path = spoilt(f"{MORE_TIES}; {unlinked}")
    verdict = validate(path, ["ties"])
    assert verdict.refused
    assert [check.name for check in verdict.failing] == ["no_aggregate_was_compared"]
    assert named(verdict, "aggregate_is_not_sum_of_legs").n_looked_at == 0


def test_an_unknown_type_of_expectation_is_refused(clean: Path, own_suite: Callable[..., None]) -> None:
    own_suite(type="expect_goals_to_be_pretty")
    with pytest.raises(PressboxError, match=r"goals\.json: .* does not know the type of headers"):
        validate(clean, ["goals"])


def test_wrong_arguments_of_an_expectation_are_refused(clean: Path, own_suite: Callable[..., None]) -> None:
    own_suite(kwargs={"colum": "kind", "value_set": []})
    with pytest.raises(PressboxError, match=r"goals\.json: "):
        validate(clean, ["goals"])


def test_a_rule_that_raises_refuses_and_says_why(clean: Path, own_suite: Callable[..., None]) -> None:
    own_suite(type="unexpected_rows_expectation", kwargs={QUERY: "select goal_id from {batch} where shape = 'round'"})
    verdict = validate(clean, ["goals"], None, publish.quarantine)
    assert verdict.refused
    assert "shape" in str(verdict.checks[0].error)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"severity": "fatal"}, "severity"),
        ({"description": ""}, "description"),
        ({"meta": {"key": "goal_id"}}, "meta.name"),
        ({"meta": {"name": "headers"}}, "meta.key"),
        ({"meta": {"name": "headers", "key": ["goal_id", "n"]}, "severity": "warning"}, "one column"),
        ({"meta": {"name": "headers", "key": "goal_id", "check": "no_such_check"}}, "not there"),
    ],
)
def test_a_suite_that_lacks_a_part_is_refused(own_suite: Callable[..., None], changes: object, told: str) -> None:
    own_suite(**changes)  # type: ignore[arg-type]
    with pytest.raises(PressboxError, match=told):
        load_suite("goals")


def test_a_missing_suite_and_one_that_is_not_json_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PressboxError, match="is missing"):
        load_suite("goals", tmp_path)
    (tmp_path / "goals.json").write_text('{"name": ')
    with pytest.raises(PressboxError, match="line 1: not JSON"):
        load_suite("goals", tmp_path)


def test_a_file_that_lacks_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pressbox.duckdb"
    duckdb.connect(str(path)).close()
    with pytest.raises(PressboxError, match="no table documents"):
        validate(path, CLAIMS)


@pytest.fixture
def reports(spoilt: Callable[[str], Path], tmp_path: Path) -> Path:
    """The reports on a run with a warning that was moved, an info, and a critical rule that failed."""
    quote = "'go <script>alert(1)</script> | 3-2' || chr(7)"
    path = spoilt(f"update goal_claims set n = 0 where claim_id = 'g-3'; update tie_claims set quote = {quote}")
    moved = validate(path, ["goal_claims"], None, publish.quarantine)
    folder = tmp_path / "warehouse" / "validation"
    write_reports([moved, validate(path, ["claims", "claim_links"])], folder)
    return folder


def test_reports_open_without_the_web_and_run_nothing(reports: Path) -> None:
    pages = sorted(reports.rglob("*.html"))
    assert [page.stem for page in pages] == ["index", "claim_links", "claims", "goal_claims"]
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert not re.search(r"https?:|src=|@import|<script|<link|<img|\son\w+=", html)
        for target in re.findall(r'href="([^"#]+)', html):
            assert (page.parent / target).is_file()


def test_the_overview_shows_verdict_and_failing_rows(reports: Path) -> None:
    html = (reports / "index.html").read_text(encoding="utf-8")
    assert "Refused" in html
    assert "quote_differs_from_span" in html
    assert "go &lt;script&gt;alert(1)&lt;/script&gt; | 3-2" in html


def test_validation_json_holds_every_check(reports: Path) -> None:
    told = json.loads((reports / "validation.json").read_text(encoding="utf-8"))
    assert (told["verdict"], told["success"], told["quarantined"]) == ("refuse", False, 1)
    names = [check["name"] for check in told["checks"]]
    assert names == [name for table in ("goal_claims", "claims", "claim_links") for of, name in RULES if of == table]


def test_junit_is_red_for_what_refuses_and_only_for_that(reports: Path) -> None:
    root = ET.parse(reports / "junit.xml").getroot()
    assert [suite.get("name") for suite in root] == ["goal_claims", "claims", "claim_links"]
    red = [case.get("name") for case in root.iter("testcase") if case.find("failure") is not None]
    assert root.get("failures") == str(len(red))
    assert "quote_differs_from_span" in red
    assert "goal_count_out_of_range" not in red
    told = [
        case.findtext("system-out") for case in root.iter("testcase") if case.get("name") == "goal_count_out_of_range"
    ]
    assert "1 moved to rejected_claims" in str(told)


def test_the_markdown_summary_names_failing_checks_with_rows(reports: Path) -> None:
    text = (reports / "summary.md").read_text(encoding="utf-8")
    assert text.startswith("## Refused: ")
    assert "### critical: claims, quote_differs_from_span" in text
    assert r"go &lt;script&gt;alert(1)&lt;/script&gt; \| 3-2" in text


def test_reports_replace_those_of_the_run_before(reports: Path, clean: Path) -> None:
    write_reports([validate(clean, ["goals"])], reports)
    assert [page.stem for page in (reports / "tables").iterdir()] == ["goals"]
    assert (reports / "summary.md").read_text(encoding="utf-8").startswith("## Fit to publish")
    assert [path.name for path in reports.parent.iterdir()] == ["validation"]


def test_a_run_killed_while_it_writes_leaves_the_reports_of_the_run_before(
    reports: Path, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path in reports.rglob("*") if path.is_file()}
    monkeypatch.setattr("flows.validate.reports.junit", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        write_reports([validate(clean, ["goals"])], reports)
    assert {path: path.read_bytes() for path in reports.rglob("*") if path.is_file()} == before


def test_a_folder_that_holds_something_else_is_not_replaced(tmp_path: Path, clean: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(PressboxError, match="something else than reports"):
        write_reports([validate(clean, ["goals"])], tmp_path)
    assert (tmp_path / "thesis.txt").exists()


def test_phases_together_are_one_verdict(clean: Path, spoilt: Callable[[str], Path]) -> None:
    claims = validate(clean, ["tie_claims"])
    resolved = validate(spoilt("update ties set verdict = 'maybe'"), ["ties"])
    both = together([claims, resolved])
    assert (both.refused, both.success) == (True, False)
    assert len(both.checks) == len(claims.checks) + len(resolved.checks)


def test_a_process_that_validates_prints_nothing_and_ends_in_silence(clean: Path) -> None:
    """Great Expectations likes to print, and DuckDB to complain at exit of what SQLAlchemy still holds."""
    code = (
        "import sys, pathlib; from flows.validate import *; validate(pathlib.Path(sys.argv[1]), [*CLAIMS, *RESOLVED])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(clean)], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
