"""Where a number comes from: words lead to rows, rows to claims, claims to whole sentences."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from duckdb import DuckDBPyConnection

from flows.errors import PressboxError, UsageError
from flows.report.explain import explain
from flows.report.finding import find, words_of, worth
from flows.report.published import published
from flows.report.sentence import sentence_span
from flows.report.telling import in_plain
from tests.tiny_warehouse import SIDES, build, insert


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDBPyConnection]:
    warehouse: Path = build(tmp_path_factory.mktemp("explain"))
    with published(warehouse) as connection:
        yield connection


def told(con: DuckDBPyConnection, what: str) -> str:
    return "\n".join(in_plain(line) for line in explain(con, what))


def test_two_clubs_give_their_tie_with_both_legs_and_every_sentence(con: DuckDBPyConnection) -> None:
    answer = told(con, "northbridge harrow")
    assert answer.startswith("tie  tie-1  Northbridge Rovers 8-4 Harrow Vale on aggregate")
    assert "«Northbridge Rovers beat Harrow Vale 4-1» on Tuesday in the first leg of their last-16 tie." in answer
    assert "after «winning 4-3 at Harrow Vale»." in answer
    assert "match-1" in answer and "match-2" in answer


def test_another_match_of_the_two_clubs_is_mentioned_under_their_tie(tmp_path: Path) -> None:
    warehouse = build(tmp_path)
    with duckdb.connect(str(warehouse / "pressbox.duckdb")) as writer:
        insert(writer, "matches", {"match_id": "match-0", "status": "scheduled", **SIDES})
    with published(warehouse) as connection:
        answer = told(connection, "northbridge harrow")
        assert answer.startswith("tie  tie-1")
        assert answer.endswith("see also\n  match  match-0  Northbridge Rovers v Harrow Vale, scheduled")
        assert told(connection, "northbridge").startswith("4 rows fit")


def test_a_number_gives_its_sentence_article_rule_and_row(con: DuckDBPyConnection) -> None:
    answer = told(con, "77")
    assert "77 stands in the texts 1 time" in answer
    assert "stat-1" in answer
    assert "Rovers now have «77 goals <b>in 27 matches</b>» & counting." in answer
    assert '2031/cup.txt, article 1: "Rovers run riot at the Foundry"' in answer
    assert "rule tally.goals, confidence 0.88" in answer
    assert "27 attribute (matches)" in answer


def test_a_number_that_nobody_understood_is_shown_as_unread(con: DuckDBPyConnection) -> None:
    assert "Some «9» lanterns were lit." in told(con, "9")
    assert "9 unread" in told(con, "9")


def test_a_match_shows_where_its_claims_disagree_and_which_value_is_used(con: DuckDBPyConnection) -> None:
    answer = told(con, "match-1")
    assert "claims disagree on match score (score_2); used 1: more trusted" in answer
    assert "2 says m-3" in answer


def test_a_match_lists_its_goals(con: DuckDBPyConnection) -> None:
    assert "«Elio Varga struck in the 42nd minute», and St. Mirna saw none of it." in told(con, "match-1")


def test_a_claim_says_which_row_it_supports(con: DuckDBPyConnection) -> None:
    assert told(con, "g-1").splitlines()[-1].startswith("  goal  goal-1")


def test_a_refused_claim_tells_the_check_and_the_reason(con: DuckDBPyConnection) -> None:
    answer = told(con, "g-9")
    assert "refused by minute in range" in answer
    assert "a match has no minute 131" in answer


@pytest.mark.parametrize(
    ("what", "row"),
    [
        ("Varga", "goal-1"),
        ("VARGA Harrow", "goal-1"),
        ("4-1", "match-1"),
        ("Harrow v Northbridge 3-4", "match-2"),
        ("Northbridge goals 2030/31", "stat-1"),
        ("Northbridge goals 2030-2031", "stat-1"),
        ("saint-etienne", "stat-2"),
        ("where does Northbridge 77 come from?", "stat-1"),
        ("leg 2 last 16", "match-2"),
        ("tie-1", "tie-1"),
        ("varga 42nd minute", "goal-1"),
    ],
)
def test_words_find_the_row_they_mean(con: DuckDBPyConnection, what: str, row: str) -> None:
    assert told(con, what).split()[1] == row


def test_several_rows_are_listed_with_ids_to_ask_again(con: DuckDBPyConnection) -> None:
    lines = told(con, "Northbridge").splitlines()
    assert lines[0].startswith("3 rows fit")
    assert {line.split()[1] for line in lines[1:4]} == {"tie-1", "stat-1", "stat-2"}


def test_a_long_list_is_cut_short_and_says_so(tmp_path: Path) -> None:
    warehouse = build(tmp_path)
    with duckdb.connect(str(warehouse / "pressbox.duckdb")) as writer:
        for i in range(40):
            insert(writer, "goals", {"goal_id": f"goal-x{i}", "scorer": "Ivo Lund"})
    with published(warehouse) as connection:
        assert told(connection, "Lund").splitlines()[-1] == "  and 25 more rows: add words to narrow them down"


def test_a_match_under_its_tie_and_a_goal_under_its_match_are_one_hit(con: DuckDBPyConnection) -> None:
    assert [hit.id for hit in find(con, ["meridian"])] == ["tie-1"]


def test_a_misspelt_name_brings_the_names_that_look_like_it(con: DuckDBPyConnection) -> None:
    with pytest.raises(PressboxError, match="did you mean Northbridge Rovers"):
        explain(con, "Nortbridge")


def test_words_that_fit_nothing_say_what_to_try(con: DuckDBPyConnection) -> None:
    with pytest.raises(PressboxError, match="try a club, a player"):
        explain(con, "qqqq")


def test_no_words_are_wrong_usage(con: DuckDBPyConnection) -> None:
    with pytest.raises(UsageError):
        explain(con, "  ")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("77", 77),
        ("1,204", 1204),
        ("-3", -3),
        ("15th", 15),
        ("£7m", 7e6),
        ("2.5bn", 2.5e9),
        ("4-1", None),
        ("leg 2", None),
        ("", None),
    ],
)
def test_a_number_may_be_asked_for_as_people_write_it(written: str, value: float | None) -> None:
    assert worth(written) == value


def test_small_words_are_dropped_unless_nothing_else_is_there() -> None:
    assert words_of("Where does the 4–1 come from?") == ["4~1"]
    assert words_of("who") == ["who"]


@pytest.mark.parametrize(
    ("text", "quote", "sentence"),
    [
        ("One. Two won 3-1 at St. Mirna. Three.", "3-1", "Two won 3-1 at St. Mirna."),
        ('He said: "We won 2-0." Then he left.', "2-0", 'He said: "We won 2-0."'),
        ("Head 9\n\nBody 7 here\n", "7", "Body 7 here"),
        ("Won at J. Orr's ground 5-0! Next", "5-0", "Won at J. Orr's ground 5-0!"),
        ("A 1.5 goal lead. B", "1.5", "A 1.5 goal lead."),
        ("Ends. Two 4 and. Five 6 too. Last.", "4 and. Five 6", "Two 4 and. Five 6 too."),
        ("", "", ""),
    ],
)
def test_the_sentence_around_a_quote_is_whole(text: str, quote: str, sentence: str) -> None:
    start = text.index(quote)
    first, last = sentence_span(text, start, start + len(quote))
    assert text[first:last] == sentence


def test_a_sentence_runs_over_the_line_ends_of_a_text_that_is_wrapped() -> None:
    text = "Rovers had\nwon all of\ntheir games\nby 4 goals. And\nthen came rain.\n"
    first, last = sentence_span(text, text.index("4"), text.index("4") + 1)
    assert text[first:last] == "Rovers had\nwon all of\ntheir games\nby 4 goals."


def test_control_characters_of_a_text_never_reach_the_terminal(tmp_path: Path) -> None:
    warehouse = build(tmp_path)
    with duckdb.connect(str(warehouse / "pressbox.duckdb")) as writer:
        writer.execute("update articles set text = replace(text, 'Some 9', 'So\x1b[ 9')")
    with published(warehouse) as connection:
        answer = told(connection, "9")
    assert "\x1b" not in answer and "So\\x1b[ «9»" in answer
