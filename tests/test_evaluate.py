"""`pressbox evaluate`: it pairs what belongs together, counts as the shared scorer does, and says what is no gold."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.evaluate import ATTRIBUTES, agreement, evaluate, read_gold
from flows.evaluate.names import same_name
from tests.conftest import ROOT
from tests.sample_gold import ARTICLES

SCORER = ROOT.parent / "shared" / "eval" / "score.py"
BLANK = dict.fromkeys(column for columns in ATTRIBUTES.values() for column in columns)


def match(
    one: str, first: int | None, second: int | None, two: str, status: str = "played", **more: Any
) -> dict[str, Any]:
    return BLANK | {"team_1": one, "score_1": first, "score_2": second, "team_2": two, "status": status} | more


def goal(scorer: str, minute: int | None = None, kind: str = "open_play", **more: Any) -> dict[str, Any]:
    return BLANK | {"scorer": scorer, "minute": minute, "kind": kind, "n": 1} | more


def statistic(subject: str, metric: str, value: float) -> dict[str, Any]:
    return BLANK | {"subject": subject, "metric": metric, "value": value, "qualifier": "exact"}


def hits(kind: str, fact: dict[str, Any], claim: dict[str, Any]) -> int:
    return agreement(kind, [([fact], [claim])]).hits


def test_a_match_told_from_the_other_side_is_the_same_match() -> None:
    told = match("Northbridge Rovers", 3, 2, "Ferrybank Athletic")
    assert hits("match", told, match("Ferrybank", 2, 3, "Northbridge"))
    assert not hits("match", told, match("Ferrybank", 3, 2, "Northbridge"))
    assert not hits("match", told, match("Northbridge Rovers", 3, 2, "Ferrybank Athletic", status="scheduled"))
    assert not hits("match", told, match("Northbridge Rovers", 3, None, "Ferrybank Athletic"))


def test_accents_and_case_do_not_part_a_scorer_from_himself_but_another_minute_or_opponent_does() -> None:
    assert hits("goal", goal("Iñaki Solís", 19), goal("Inaki Solis"))
    assert hits("goal", goal("Iñaki Solís", 19), goal("Iñaki Solís", 21))
    assert not hits("goal", goal("Iñaki Solís", 19), goal("Iñaki Solís", 93))
    assert not hits("goal", goal("Tomás Brandão", kind="own_goal"), goal("Tomás Brandão"))
    assert not hits("goal", goal("Solís", opponent="Calder Vale"), goal("Solís", opponent="Port Ellery"))


def test_a_statistic_of_another_metric_or_value_is_another_statistic_unless_readers_choose_between_the_metrics() -> (
    None
):
    assert hits("statistic", statistic("Saltmere Town", "points", 31), statistic("Saltmere", "points", 31.0))
    assert not hits("statistic", statistic("Saltmere Town", "points", 31), statistic("Saltmere Town", "wins", 31))
    assert not hits("statistic", statistic("Saltmere Town", "points", 31), statistic("Saltmere Town", "points", 13))
    assert hits("statistic", statistic("Moravec", "age", 31), statistic("Moravec", "player_age", 31))


def test_each_claim_is_used_once_and_the_best_pair_goes_first() -> None:
    gold = [
        match("Calder Vale", 1, 1, "Port Ellery"),
        match("Calder Vale", 1, 1, "Port Ellery", leg=2, home_team="Calder Vale"),
    ]
    found = agreement("match", [(gold, [gold[1] | {"confidence": 0.9}])])
    assert (found.hits, found.gold, found.found) == (1, 2, 1)
    assert found.missed == [gold[0]] and not found.spurious
    assert found.attributes == 1.0 and found.f1 == 2 / 3
    assert found.judged == [(0.9, True)]


def test_days_and_shootouts_are_compared_in_their_order() -> None:
    told = match("Northbridge", 2, 2, "Saltmere", match_date="2026-05-03", shootout="4-2")
    other = match("Northbridge", 2, 2, "Saltmere", match_date="2026-03-05", shootout="2-4")
    assert agreement("match", [([told], [other])]).attributes == 0.0


def test_an_ending_that_half_of_all_clubs_bear_makes_no_two_names_one() -> None:
    assert same_name("FC Calder Vale", "Calder Vale Football Club")
    assert same_name("Leicester", "Leicester City")
    assert not same_name("FC", "AC")
    assert not same_name("Calder Vale", None)


@pytest.mark.skipif(not SCORER.is_file(), reason="the shared scorer is not beside this checkout")
def test_the_figures_are_those_of_the_shared_scorer(desk: Path, tmp_path: Path) -> None:
    warehouse = desk / "warehouse" / "pressbox.duckdb"
    names = [path.stem for path in ARTICLES.glob("*.jsonl") if path.stem != "womens-harbour-cup"]  # a .gz file
    theirs = tmp_path / "figures.json"
    command: list[str | Path] = [sys.executable, SCORER, warehouse, ARTICLES, "--json", theirs, "--only", *names]
    subprocess.run(command, check=True, capture_output=True)
    ran = CliRunner().invoke(
        app, ["evaluate", str(ARTICLES), "-w", str(warehouse), "--json", *(w for n in names for w in ("--only", n))]
    )
    ours = json.loads(ran.stdout)
    for kind, figures in json.loads(theirs.read_text(encoding="utf-8")).items():
        assert {name: ours[kind][name] for name in figures} == pytest.approx(figures), kind


def test_the_table_tells_misses_and_fails_below_the_least_that_is_wanted(desk: Path) -> None:
    words = ["evaluate", str(ARTICLES), "-w", str(desk / "warehouse")]
    ran = CliRunner().invoke(app, [*words, "--misses"])
    assert ran.exit_code == 0
    assert "facts      gold  found  hits  precision  recall  F1" in ran.stdout
    assert "confidence 0." in ran.stdout and "match attributes: home_team " in ran.stdout
    ran = CliRunner().invoke(app, [*words, "--min-f1", "1"])
    assert ran.exit_code == 1
    assert "is below 1" in ran.stderr


def test_a_text_that_the_warehouse_lacks_is_told_and_its_facts_are_missed(desk: Path, tmp_path: Path) -> None:
    lines = [
        {"type": "article", "article": 1, "start": 0, "end": 90},
        {"type": "goal", "article": 1, "start": 0, "end": 9, "scorer": "Solís", "kind": "open_play"},
    ]
    (tmp_path / "elsewhere.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n\n", encoding="utf-8")
    with duckdb.connect(desk / "warehouse" / "pressbox.duckdb", read_only=True) as con:
        evaluation = evaluate(con, read_gold(tmp_path))
    assert evaluation.lacking == ["elsewhere"]
    assert (evaluation.kinds["goal"].gold, evaluation.kinds["goal"].recall) == (1, 0.0)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "line 1 is not JSON"),
        ("[1]", "line 1: type is None"),
        ('{"type": "corner"}', "line 1: type is 'corner'"),
        ('{"type": "goal", "article": 1}', "line 1: a goal needs scorer, kind"),
        ("", "has no line of type article"),
    ],
)
def test_what_is_no_gold_is_told_with_file_line_and_what_to_do(
    line: str, told: str, desk: Path, tmp_path: Path
) -> None:
    (tmp_path / "bad.jsonl").write_text(line, encoding="utf-8")
    ran = CliRunner().invoke(app, ["evaluate", str(tmp_path), "-w", str(desk / "warehouse")])
    assert ran.exit_code == 1
    assert f"{tmp_path / 'bad.jsonl'}" in ran.stderr and told in ran.stderr


@pytest.mark.parametrize("folder", ["", "nowhere"])
def test_a_folder_without_gold_is_wrong_usage(folder: str, tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["evaluate", str(tmp_path / folder)])
    assert ran.exit_code == 2
    assert "gold file" in ran.stderr
