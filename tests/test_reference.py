"""Official results are read, doubted where they must be, and every resolved row is held against them."""

import csv
import io
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pytest

from flows import schema
from flows.errors import PressboxError
from flows.places import SQL
from flows.publish import verify
from flows.publish.verify import COMPARISONS, KEYS, STEPS
from flows.reference import read_references
from tests.invented import add, small_warehouse

HEAD = "date,season,competition,round,home,away,home_goals,away_goals\n"
LEAGUE = "2019-20,Merrow League"
RESULTS = HEAD + (
    f"2019-09-07,{LEAGUE},Matchday 1,Northbridge Rovers FC,Ferrybank,3,1\n"
    f"2019-09-07,{LEAGUE},Matchday 1,Kestrel Town,Wexcombe,2,0\n"
    f"2019-09-14,{LEAGUE},Matchday 2,Wexcombe,Northbridge Rovers FC,1,1\n"
    f"2019-09-14,{LEAGUE},Matchday 2,Ferrybank,Kestrel Town,0,4\n"
    f"2019-09-21,{LEAGUE},Matchday 3,Kestrel Town,Northbridge Rovers FC,1,0\n"
    f"2019-09-21,{LEAGUE},Matchday 3,Ferrybank,Wexcombe,2,2\n"
    "2020-02-04,2019-20,Harbour Cup,Semifinals,Castle Quay,Harlow Vale,2,1\n"
    "2020-02-25,2019-20,Harbour Cup,Semifinals,Harlow Vale,Castle Quay,2,0\n"
)
ROVERS = {"subject": "Northbridge Rovers", "competition": "Merrow League", "season": "2019-20", "qualifier": "exact"}


def warehouse(folder: Path, *spoil: str) -> Path:
    """The small warehouse of invented football as a file, after these statements."""
    path = folder / "staged.duckdb"
    path.write_bytes(sound())
    with duckdb.connect(str(path)) as con:
        for statement in spoil:
            con.execute(statement)
    return path


@cache
def sound() -> bytes:
    """The file before anything spoils it, made once: making its views takes longer than all else."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sound.duckdb"
        with duckdb.connect(str(path)) as con:
            con.execute(schema.script())
        con = small_warehouse()
        con.execute(f"attach '{path}' as file")
        for table in schema.table_names():
            con.execute(f"insert into file.{table} by name from {table}")
        con.close()
        return path.read_bytes()


def held_against(path: Path, folder: Path, *texts: str) -> duckdb.DuckDBPyConnection:
    files = []
    for number, text in enumerate(texts):
        files.append(folder / f"official-{number}.csv")
        files[-1].write_text(text, encoding="utf-8")
    read = read_references(files)
    verify(path, read.results, read.problems)
    return duckdb.connect(str(path))


def verdicts(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(con.execute("select resolved_id, verdict from reference_verdicts").fetchall())


def test_matches_ties_and_what_results_can_answer_are_verified(tmp_path: Path) -> None:
    found = verdicts(held_against(warehouse(tmp_path), tmp_path, RESULTS))
    assert {name: found[name] for name in ("match-1", "match-2", "match-3", "tie-1")} == dict.fromkeys(
        ("match-1", "match-2", "match-3", "tie-1"), "verified"
    )
    assert found["statistic-1"] == "unverifiable", "the file holds three of the twenty matches"


def test_the_status_of_every_row_is_its_verdict(tmp_path: Path) -> None:
    con = held_against(warehouse(tmp_path), tmp_path, RESULTS)
    for table, key in (("matches", "match_id"), ("ties", "tie_id"), ("statistics", "statistic_id")):
        rows = con.execute(f"select {key}, reference_status from {table}").fetchall()
        assert rows and dict(rows).items() <= verdicts(con).items()


def test_without_official_results_no_row_has_a_status(tmp_path: Path) -> None:
    path = warehouse(tmp_path)
    read = read_references([])
    verify(path, read.results, read.problems)
    con = duckdb.connect(str(path))
    assert con.execute("select count(*) from reference_verdicts").fetchall() == [(0,)]
    assert con.execute("select count(reference_status) from matches").fetchall() == [(0,)]


@pytest.mark.parametrize(
    ("spoil", "row", "verdict", "why"),
    [
        ("update matches set score_1 = 4 where match_id = 'match-1'", "match-1", "unverifiable", "another meeting"),
        (
            "update matches set score_1 = 4, home_team = 'Northbridge Rovers' where match_id = 'match-1'",
            "match-1",
            "contradicted",
            "score differs",
        ),
        (
            "update matches set score_1 = 4, match_date = date '2019-09-07' where match_id = 'match-1'",
            "match-1",
            "contradicted",
            "score differs",
        ),
        (
            "update matches set match_date = date '2019-09-08' where match_id = 'match-1'",
            "match-1",
            "contradicted",
            "day differs",
        ),
        (
            "update matches set date_from = date '2019-09-05', date_to = date '2019-09-09' where match_id = 'match-1'",
            "match-1",
            "verified",
            "score, day agrees",
        ),
        (
            "update matches set team_1 = team_2, team_2 = team_1, score_1 = 1, score_2 = 3, home_team = 'Ferrybank' "
            "where match_id = 'match-1'",
            "match-1",
            "contradicted",
            "home side differs",
        ),
        ("update matches set season = '2018-19' where match_id = 'match-1'", "match-1", "unverifiable", "no such"),
        ("update matches set season = null where match_id = 'match-1'", "match-1", "unverifiable", "not certain"),
        (
            "update matches set score_1 = null, score_2 = null where match_id = 'match-1'",
            "match-1",
            "unverifiable",
            "another meeting",
        ),
        ("update matches set score_2 = null where match_id = 'match-1'", "match-1", "verified", "score agrees"),
        ("update matches set team_2 = 'Harlow' where match_id = 'match-1'", "match-1", "unverifiable", "no such"),
        ("update ties set stated_1 = 3", "tie-1", "contradicted", "otherwise"),
        ("update ties set winner = 'Castle Quay'", "tie-1", "contradicted", "otherwise"),
        ("update ties set round = 'quarter-final'", "tie-1", "unverifiable", "no two legs"),
    ],
)
def test_what_official_results_say_of_a_match_or_tie(
    tmp_path: Path, spoil: str, row: str, verdict: str, why: str
) -> None:
    con = held_against(warehouse(tmp_path, spoil), tmp_path, RESULTS)
    found = con.execute("select verdict, why from reference_verdicts where resolved_id = ?", [row]).fetchall()
    assert found[0][0] == verdict and why in found[0][1], found


# what is told of Northbridge Rovers, who won 3-1, drew 1-1 and lost 0-1, in that order -> verdict
MEASURES: list[tuple[dict[str, Any], str]] = [
    ({"metric": "goals_scored", "value": 4, "matches": 2}, "verified"),
    ({"metric": "goals_scored", "value": 5, "matches": 2}, "contradicted"),
    ({"metric": "goals_scored", "value": 4}, "verified"),
    ({"metric": "goals_scored", "value": 2}, "contradicted"),
    ({"metric": "goals_scored", "value": 9, "matches": 12}, "unverifiable"),
    ({"metric": "goals_scored", "value": 4, "matches": 2, "season": None}, "unverifiable"),
    ({"metric": "goals_scored", "value": 4, "matches": 2, "season": "2018-19"}, "unverifiable"),
    ({"metric": "goals_scored", "value": 3, "matches": 2, "qualifier": "more_than"}, "verified"),
    ({"metric": "goals_scored", "value": 4, "matches": 2, "qualifier": "more_than"}, "contradicted"),
    ({"metric": "goals_conceded", "value": 3, "matches": 3}, "verified"),
    ({"metric": "points", "value": 4, "matches": 3}, "verified"),
    ({"metric": "points", "value": 5, "matches": 3}, "contradicted"),
    ({"metric": "goals_scored", "value": 3, "as_of": "2019-09-10"}, "verified"),
    ({"metric": "goals_scored", "value": 3, "as_of": "2019-09-16/2019-09-18"}, "contradicted"),
    ({"metric": "unbeaten_run", "value": 2}, "verified"),
    ({"metric": "unbeaten_run", "value": 7, "as_of": "2019-09-16"}, "unverifiable"),
    ({"metric": "unbeaten_run", "value": 7, "as_of": "2019-09-30"}, "contradicted"),
    ({"metric": "loss_run", "value": 1, "as_of": "2019-09-22"}, "verified"),
    ({"metric": "points_gap", "value": -2, "other": "Kestrel Town", "as_of": "2019-09-16"}, "verified"),
    ({"metric": "points_gap", "value": -3, "other": "Kestrel Town", "as_of": "2019-09-16"}, "contradicted"),
    ({"metric": "points_gap", "value": -5, "other": "Kestrel Town"}, "verified"),
    ({"metric": "points_gap", "value": -5, "other": "Harlow"}, "unverifiable"),
    ({"metric": "games_in_hand", "value": 1, "other": "Kestrel Town", "as_of": "2019-09-14"}, "verified"),
    ({"metric": "games_in_hand", "value": 1, "other": "Kestrel Town", "as_of": "2019-09-16"}, "contradicted"),
    ({"metric": "games_in_hand", "value": 1, "other": "Harlow"}, "unverifiable"),
    ({"metric": "league_position", "value": 2, "as_of": "2019-09-22"}, "verified"),
    ({"metric": "league_position", "value": 4, "as_of": "2019-09-22"}, "contradicted"),
    ({"metric": "finish_position", "value": 2}, "verified"),
    ({"metric": "attendance", "value": 3000}, "unverifiable"),
]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The verdicts on all the measures, asked at once."""
    folder = tmp_path_factory.mktemp("measures")
    path = warehouse(folder)
    with duckdb.connect(str(path)) as con:
        for number, (told, _) in enumerate(MEASURES):
            add(con, "statistics", statistic_id=f"asked-{number}", **ROVERS | told)
    return verdicts(held_against(path, folder, RESULTS))


@pytest.mark.parametrize("number", range(len(MEASURES)), ids=lambda number: str(MEASURES[number][0]))
def test_what_official_results_say_of_a_measure(asked: dict[str, str], number: int) -> None:
    assert asked[f"asked-{number}"] == MEASURES[number][1]


def test_a_tally_tells_when_its_story_was_written_and_so_which_table_is_meant(tmp_path: Path) -> None:
    told = (
        "update statistics set value = 4, matches = 2 where statistic_id = 'statistic-1';"
        "update statistics set value = -2 where statistic_id = 'statistic-3'"
    )
    found = verdicts(held_against(warehouse(tmp_path, told), tmp_path, RESULTS))
    assert (found["statistic-1"], found["statistic-3"]) == ("verified", "verified")
    later = told.replace("-2", "-5")
    (tmp_path / "later").mkdir()
    found = verdicts(held_against(warehouse(tmp_path / "later", later), tmp_path, RESULTS))
    assert found["statistic-3"] == "contradicted", "five points behind only from the next match on"


def test_a_tally_is_shown_with_every_result_that_it_rests_on(tmp_path: Path) -> None:
    path = warehouse(tmp_path, "update statistics set value = 4, matches = 2 where statistic_id = 'statistic-1'")
    con = held_against(path, tmp_path, RESULTS)
    rows = con.execute(
        "select line from reference_verdicts, unnest(reference_ids) as told(reference_id) "
        "inner join reference_results using (reference_id) where resolved_id = 'statistic-1' order by line"
    ).fetchall()
    assert rows == [(2,), (4,)]


@pytest.mark.parametrize(
    ("line", "problem", "believed"),
    [
        (f"2020-09-28,{LEAGUE},Matchday 4,Wexcombe,Ferrybank,1,0", "a year off", "2019-09-28"),
        (f"2018-09-28,{LEAGUE},Matchday 4,Wexcombe,Ferrybank,1,0", "a year off", "2019-09-28"),
        (f"1999-09-28,{LEAGUE},Matchday 4,Wexcombe,Ferrybank,1,0", "outside 2019-20", None),
        (f"2020-08-24,{LEAGUE},Matchday 1,Harlow,Kestrel Heath,1,0", "its round was played then", "2019-08-24"),
        (f"2020-04-15,{LEAGUE},Matchday 3,Harlow,Kestrel Heath,1,0", None, "2020-04-15"),
    ],
)
def test_a_date_that_cannot_be_is_not_believed(
    tmp_path: Path, line: str, problem: str | None, believed: str | None
) -> None:
    con = held_against(warehouse(tmp_path), tmp_path, RESULTS + line + "\n")
    told = con.execute("select problem from reference_problems where line = 10 and problem like 'the date%'").fetchall()
    assert (problem is None and not told) or (len(told) == 1 and problem is not None and problem in told[0][0])
    found = con.execute("select believed_on::varchar from reference_results where line = 10").fetchall()
    assert found == [(believed,)]


def test_a_match_told_on_the_right_day_is_not_contradicted_by_a_wrong_official_date(tmp_path: Path) -> None:
    told = "update matches set match_date = date '2019-09-07' where match_id = 'match-1'"
    wrong = RESULTS.replace(f"2019-09-07,{LEAGUE},Matchday 1,North", f"2018-09-07,{LEAGUE},Matchday 1,North")
    assert wrong != RESULTS
    con = held_against(warehouse(tmp_path, told), tmp_path, wrong)
    assert verdicts(con)["match-1"] == "verified"


def test_a_result_told_twice_counts_once_and_one_told_in_two_ways_not_at_all(tmp_path: Path) -> None:
    again = HEAD + f"2019-09-07,{LEAGUE},Matchday 1,Northbridge Rovers,Ferrybank,3,1\n"
    con = held_against(warehouse(tmp_path), tmp_path, RESULTS, again)
    believed = "select count(*) from reference_results where is_believed"
    assert con.execute(believed).fetchall() == [(8,)]
    assert verdicts(con)["match-1"] == "verified"
    con.close()
    (tmp_path / "other").mkdir()
    con = held_against(warehouse(tmp_path / "other"), tmp_path, RESULTS, again.replace("3,1", "3,2"))
    assert con.execute(believed).fetchall() == [(7,)]
    assert verdicts(con)["match-1"] == "unverifiable"


def test_an_unknown_club_is_reported_with_the_line_to_add_and_compared_as_written(tmp_path: Path) -> None:
    con = held_against(warehouse(tmp_path), tmp_path, RESULTS)
    found = con.execute("select problem, advice from reference_problems where line = 3 order by problem").fetchall()
    assert [problem for problem, _ in found] == [
        f"the vocabulary knows no club '{name}': it is compared as written" for name in ("Kestrel Town", "Wexcombe")
    ]
    assert re.search(r"add the line Kestrel Town,USUAL NAME to \S+official_names\.csv", found[0][1])


@pytest.mark.parametrize(
    ("official", "usual"),
    [
        ("Lazio Roma", "Lazio"),
        ("Parma Calcio 1913", "Parma"),
        ("Atalanta BC (ITA)", "Atalanta"),
        ("Olympique Lyonnais (FRA)", "Lyon"),
        ("Atlético Madrid", "Atletico Madrid"),
    ],
)
def test_official_names_are_met_by_the_vocabulary(tmp_path: Path, official: str, usual: str) -> None:
    path = tmp_path / "results.csv"
    path.write_text(f"{HEAD}2019-10-22,2019-20,Champions League,Group C,{official},Manchester City,1,1\n", "utf-8")
    assert read_references([path]).results["home_team"].to_list() == [usual]


FOOTBALL_TXT = """\
= Merrow League 2019/20
# Teams 4

» Matchday 1
  Sat Sep/7 2019
    15.00  Northbridge Rovers FC   v Ferrybank                3-1 (1-1)
             (Varga 12', 40'; Orlo 88')
           Kestrel Town  2-0 (0-0)  Wexcombe   @ Kestrel Park
  [Sun Jan 12]
           Wexcombe                v 1. FC Harlow 1907

= Harbour Cup 2019/20
▪ Finals, Round of 16
  2020-02-04
    Castle Quay  v Harlow Vale   4-2 pen. 1-1 a.e.t. (1-1, 0-1)
    Harlow       v Pell          2-1 a.e.t. (1-1)   [Harlow go through]
"""


def test_football_txt_is_read(tmp_path: Path) -> None:
    path = tmp_path / "merrow.txt"
    path.write_text(FOOTBALL_TXT, encoding="utf-8")
    columns = ["competition", "round", "match_date", "home_name", "home_goals", "away_goals", "away_name", "decided"]
    rows = read_references([path]).results.select(*columns, "shootout_home", "shootout_away").rows()
    assert [tuple(str(cell) for cell in row) for row in rows] == [
        (
            "Merrow League",
            "matchday 1",
            "2019-09-07",
            "Northbridge Rovers FC",
            "3",
            "1",
            "Ferrybank",
            "regular",
            "None",
            "None",
        ),
        ("Merrow League", "matchday 1", "2019-09-07", "Kestrel Town", "2", "0", "Wexcombe", "regular", "None", "None"),
        (
            "Merrow League",
            "matchday 1",
            "2020-01-12",
            "Wexcombe",
            "None",
            "None",
            "1. FC Harlow 1907",
            "None",
            "None",
            "None",
        ),
        ("Harbour Cup", "last 16", "2020-02-04", "Castle Quay", "1", "1", "Harlow Vale", "penalties", "4", "2"),
        ("Harbour Cup", "last 16", "2020-02-04", "Harlow", "2", "1", "Pell", "extra_time", "None", "None"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("r.csv", b"", "the file is empty"),
        ("r.csv", b" \n\n", "the file is empty"),
        ("r.csv", HEAD.encode(), "there is no result in this file"),
        ("r.csv", RESULTS.replace("away_goals", "goals", 1).encode(), "line 1: the columns away_goals are missing"),
        ("r.csv", RESULTS.encode("utf-16"), "line 1: this is not UTF-8"),
        ("r.csv", RESULTS.replace("Kestrel", "K\xe9strel").encode("windows-1252"), "line 3: this is not UTF-8"),
        ("r.csv", (RESULTS + "the tea was cold\n").encode(), "line 10: there are not as many cells as columns"),
        ("r.csv", (RESULTS + f"7 Sept,{LEAGUE},,A,B,1,0\n").encode(), "line 10: date is '7 Sept'"),
        ("r.csv", (RESULTS + "2019-09-07,19/20,X,,A,B,1,0\n").encode(), "line 10: season is '19/20'"),
        ("r.csv", (RESULTS + f"2019-09-07,{LEAGUE},,A,B,one,0\n").encode(), "line 10: 'one' and '0' are no goals"),
        ("r.csv", (RESULTS + f"2019-09-07,{LEAGUE},,A,B,1,\n").encode(), "line 10: '1' and '' are no goals"),
        ("r.csv", (RESULTS + f"2019-09-07,{LEAGUE},,A,,1,0\n").encode(), "line 10: away is empty"),
        ("r.txt", b"= Merrow League\n", "line 1: '= Merrow League' names no competition and season"),
        ("r.txt", b"= Cup 2019/20\n  Sat Feb/30 2019\n A v B 1-0\n", "line 2: 'Sat Feb/30 2019' is no day"),
        ("r.txt", (FOOTBALL_TXT + "the tea was cold\n").encode(), "line 17: 'the tea was cold' is no heading"),
        ("r.txt", b"# results\n A v B 1-0\n", "line 2: a match stands before any heading"),
    ],
)
def test_a_bad_file_gives_one_message_with_file_and_line(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(PressboxError, match=re.escape(told)) as error:
        read_references([path])
    assert str(error.value).startswith(f"reference {path}") and "\n" not in str(error.value)


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(PressboxError, match="there is no such file") as error:
        read_references([tmp_path / "gone.csv"])
    assert error.value.exit_code == 2


def test_the_mark_changes_with_the_text_and_not_with_the_order(tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text(RESULTS, encoding="utf-8")
    two.write_text(RESULTS.replace("3,1", "3,2"), encoding="utf-8")
    marks = [read_references(files).mark for files in ([one, two], [two, one], [one], [two])]
    assert marks[0] == marks[1] and len(set(marks)) == 3
    assert read_references([]).mark == ""


def test_every_file_of_the_room_is_run() -> None:
    there = {path.stem for path in (SQL / "reference").glob("*.sql")}
    assert there == {*KEYS, *STEPS, *COMPARISONS}


def test_the_table_that_the_tests_write_is_csv() -> None:
    assert len(list(csv.DictReader(io.StringIO(RESULTS)))) == 8
