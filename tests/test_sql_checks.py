"""Each check of sql/checks is silent on a warehouse that is right and names the offending rows of one that is not."""

import re
from collections.abc import Iterator

import duckdb
import pytest

from flows import schema
from flows.places import SQL
from tests.invented import MORE_TIES, add, small_warehouse

CHECKS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((SQL / "checks").glob("*.sql"))}
HEADER = re.compile(r"-- table: (\w+)\n-- key: (\w+)\n-- severity: (critical|warning|info)\n-- reason: (.+)\n")

ONE_VERDICT = (
    "insert into reference_results (reference_id, source, line, is_believed) values ('reference-1', 'r.csv', 2, true); "
    "insert into reference_verdicts (resolved_kind, resolved_id, verdict, reference_ids) "
    "values ('match', 'match-1', 'verified', ['reference-1'])"
)
# check: what spoils the small warehouse, and the ids that the check must name afterwards
SPOILT = {
    "ages_do_not_fit": (
        "insert into statistic_claims by name select statistic_claims.* replace ('s-' || age as claim_id, "
        "'Elio Varga' as subject, 'player_age' as metric, age as value) "
        "from statistic_claims, unnest([24, 25, 31]) as told(age) where claim_id = 's-1'; "
        "insert into claim_links select 's-' || age, 'statistic', 'statistic', "
        "'statistic-' || age, null from unnest([24, 25, 31]) as told(age)",
        ["statistic-24", "statistic-25", "statistic-31"],
    ),
    "aggregate_is_less_than_a_leg": ("update ties set second_leg = null, stated_1 = 1", ["tie-1"]),
    "aggregate_is_not_sum_of_legs": ("update ties set stated_2 = 4", ["tie-1"]),
    "aggregate_out_of_range": ("update tie_claims set aggregate_1 = 90", ["t-1"]),
    "article_of_unread_document": ("update documents set status = 'refused'", ["a-1", "a-2"]),
    "articles_overlap": ("update articles set char_start = char_start - 2 where article_id = 'a-2'", ["a-2"]),
    "claim_count_is_wrong": ("update goals set n_claims = 2 where goal_id = 'goal-3'", ["goal-3"]),
    "claim_id_is_not_unique": ("update match_claims set claim_id = 'm-1' where claim_id = 'm-2'", ["m-1"]),
    "claim_of_unknown_article": ("update goal_claims set article_id = 'a-9' where claim_id = 'g-1'", ["g-1"]),
    "claim_resolves_to_nothing": ("delete from claim_links where claim_id = 's-2'", ["s-2"]),
    "computed_aggregate_is_not_sum_of_legs": ("update ties set computed_1 = 5", ["tie-1"]),
    "confidence_out_of_range": ("update statistic_claims set confidence = null where claim_id = 's-1'", ["s-1"]),
    "contradiction_without_disagreement": (
        "insert into contradictions values "
        "('c-1', 'match score', 'match', 'match-2', 'score_1', ['m-2', 'm-3'], ['2', '2'], '2', 'both say so'), "
        "('c-2', 'match score', 'match', 'match-2', 'score_1', ['m-2', 'm-9'], ['2', '3'], '2', 'one is not there'), "
        "('c-3', 'match score', 'match', 'match-2', 'score_1', ['m-2', 'm-3'], ['2', '3'], '2', 'a true one')",
        ["c-1", "c-2"],
    ),
    "count_is_not_whole": ("update statistic_claims set value = 1.5", ["s-1", "s-4"]),
    "document_read_without_article": (
        "insert into documents by name select 'silent.txt' as document, 'read' as status",
        ["silent.txt"],
    ),
    "gap_between_a_side_and_itself": ("update statistic_claims set other = subject where claim_id = 's-3'", ["s-3"]),
    "goal_against_own_side": ("update goal_claims set opponent = team where claim_id = 'g-2'", ["g-2"]),
    "goal_count_out_of_range": ("update goal_claims set n = 0 where claim_id = 'g-2'", ["g-2"]),
    "goal_counts_for_neither_side": ("update goals set team = 'Kestrel Town' where goal_id = 'goal-2'", ["goal-2"]),
    "goal_of_unknown_match": ("update goals set match_id = 'match-9' where goal_id = 'goal-2'", ["goal-2"]),
    "goals_told_exceed_goals_scored": ("update goals set n = 3 where goal_id = 'goal-1'", ["goal-2"]),
    "home_side_is_neither_team": ("update match_claims set home_team = 'Wexcombe' where claim_id = 'm-1'", ["m-1"]),
    "home_side_is_not_first": ("update matches set home_team = team_2 where match_id = 'match-1'", ["match-1"]),
    "link_to_unknown_claim": ("update claim_links set claim_id = 'g-9' where claim_id = 'g-1'", ["g-9"]),
    "link_to_unknown_row": ("delete from statistics where statistic_id = 'statistic-4'", ["statistic-4"]),
    "match_date_outside_season": (
        "update match_claims set match_date = date '2019-05-01' where claim_id = 'm-1'",
        ["m-1"],
    ),
    "match_home_side_is_neither_team": (
        "update matches set home_team = 'Wexcombe' where match_id = 'match-1'",
        ["match-1"],
    ),
    "match_interval_is_empty": (
        "update matches set date_from = date '2020-02-02', date_to = date '2020-02-01' where match_id = 'match-1'",
        ["match-1"],
    ),
    "match_is_listed_twice": (
        "insert into matches by name select * replace ('match-9' as match_id, team_2 as team_1, team_1 as team_2, "
        "score_2 as score_1, score_1 as score_2) from matches where match_id = 'match-1'",
        ["match-1", "match-9"],
    ),
    "match_lacks_a_team": ("update match_claims set team_2 = null where claim_id = 'm-1'", ["m-1"]),
    "match_of_one_team": ("update matches set team_2 = team_1 where match_id = 'match-1'", ["match-1"]),
    "measure_below_zero": ("update statistic_claims set value = -41 where claim_id = 's-1'", ["s-1"]),
    "minute_after_the_match_was_over": (
        "update goals set minute = 118 where goal_id = 'goal-1'; update goals set minute = 94 where goal_id = 'goal-2'",
        ["goal-1"],
    ),
    "minute_out_of_range": ("update goal_claims set minute = 0 where claim_id = 'g-3'", ["g-3"]),
    "no_aggregate_was_compared": (
        f"{MORE_TIES}; update ties set first_leg = null, second_leg = null, verdict = 'not_comparable'",
        ["tie-1", "tie-2", "tie-3"],
    ),
    "number_ignored_without_reason": ("update number_mentions set reason = '' where status = 'ignored'", ["wire.txt"]),
    "number_is_listed_twice": (
        "insert into number_mentions from number_mentions where status = 'unread'",
        ["wire.txt"],
    ),
    "number_of_unknown_claim": ("update number_mentions set claim_id = 'g-9' where claim_id = 'g-3'", ["wire.txt"]),
    "number_quote_differs_from_span": (
        "update number_mentions set char_end = char_end + 1 where quote = '4.5'",
        ["wire.txt"],
    ),
    "pair_meets_within_days": (
        "update matches set match_date = date '2020-02-04' where match_id = 'match-2'; "
        "update matches set match_date = date '2020-02-06' where match_id = 'match-3'",
        ["match-2", "match-3"],
    ),
    "quote_differs_from_span": ("update tie_claims set quote = 'go through 4-2 overall'", ["t-1"]),
    "resolved_row_without_claim": ("delete from claim_links where resolved_id = 'tie-1'", ["tie-1"]),
    "scheduled_match_has_score": ("update match_claims set status = 'scheduled' where claim_id = 'm-3'", ["m-3"]),
    "score_out_of_range": ("update match_claims set score_2 = 77 where claim_id = 'm-3'", ["m-3"]),
    "season_is_malformed": (
        "update match_claims set season = '2019-21' where claim_id = 'm-1'; "
        "update match_claims set season = '2019' where claim_id = 'm-2'; "
        "update match_claims set season = 'last season' where claim_id = 'm-3'",
        ["m-1", "m-3"],
    ),
    "shootout_is_no_shootout": (
        "update match_claims set shootout = '4-2', decided = 'penalties' where claim_id = 'm-1'; "
        "update match_claims set shootout = '4-2', decided = 'regular' where claim_id = 'm-2'; "
        "update match_claims set shootout = '4-4', decided = 'penalties' where claim_id = 'm-3'",
        ["m-2", "m-3"],
    ),
    "span_outside_article": ("update match_claims set char_end = 900 where claim_id = 'm-2'", ["m-2"]),
    "table_place_out_of_range": ("update statistic_claims set value = 0 where claim_id = 's-2'", ["s-2"]),
    "tally_falls": (
        "insert into statistics by name select statistics.* replace ('statistic-' || n as statistic_id, n as matches, "
        "goals as value) from statistics, (values (22, 39), (23, 41)) as told(n, goals) "
        "where statistic_id = 'statistic-1'",
        ["statistic-22"],
    ),
    "team_plays_itself": ("update match_claims set team_2 = team_1 where claim_id = 'm-1'", ["m-1"]),
    "tie_legs_are_of_other_sides": ("update ties set second_leg = 'match-1'", ["tie-1"]),
    "tie_of_one_team": ("update tie_claims set team_1 = team_2", ["t-1"]),
    "tie_of_unknown_match": ("update ties set first_leg = 'match-9'", ["tie-1"]),
    "tie_winner_contradicts_aggregate": ("update tie_claims set winner = 'Castle Quay'", ["t-1"]),
    "too_few_aggregates_compared": (
        "insert into ties by name select 'tie-' || range as tie_id, 'A' as team_1, 'B' as team_2 from range(2, 21)",
        [20],
    ),
    "unread_share_is_high": (
        "insert into number_mentions by name select 'wire.txt' as document, 'a-1' as article_id, range as char_start, "
        "range + 1 as char_end, 'unread' as status from range(20)",
        ["wire.txt"],
    ),
    "winner_contradicts_aggregate": ("update ties set winner = 'Castle Quay'", ["tie-1"]),
    "verdict_is_not_the_status": (
        f"{ONE_VERDICT}; update matches set reference_status = 'contradicted' where match_id = 'match-1'; "
        "update ties set reference_status = 'verified'",
        ["match-1", "tie-1"],
    ),
    "verdict_without_official_row": (
        f"{ONE_VERDICT}; insert into reference_verdicts (resolved_kind, resolved_id, verdict, reference_ids) values "
        "('match', 'match-2', 'verified', []), ('match', 'match-3', 'contradicted', ['reference-1', 'reference-9']), "
        "('tie', 'tie-1', 'unverifiable', [])",
        ["match-2", "match-3"],
    ),
    "verdict_contradicts_legs": ("update ties set verdict = 'not_comparable'", ["tie-1"]),
}


@pytest.fixture(scope="module")
def small() -> duckdb.DuckDBPyConnection:
    return small_warehouse()


@pytest.fixture
def con(small: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The small warehouse to spoil; it is right again for the next test."""
    small.execute("begin")
    yield small
    small.execute("rollback")


def offenders(con: duckdb.DuckDBPyConnection, check: str) -> list[object]:
    key = header(check)[1]
    return [row[0] for row in con.execute(f"select distinct {key} from ({CHECKS[check]}) order by all").fetchall()]


def header(check: str) -> tuple[str, ...]:
    found = HEADER.match(CHECKS[check])
    assert found, f"sql/checks/{check}.sql must open with its table, key, severity and reason"
    return found.groups()


def test_every_check_has_a_case_and_every_case_a_check() -> None:
    assert CHECKS.keys() == SPOILT.keys()


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_names_a_table_that_has_its_key(check: str) -> None:
    table, _, _, _ = header(check)
    assert table in {*schema.table_names(), *schema.view_names()}


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_is_silent_where_all_is_right(con: duckdb.DuckDBPyConnection, check: str) -> None:
    assert offenders(con, check) == []


@pytest.mark.parametrize("check", SPOILT)
def test_a_check_names_the_rows_that_offend(con: duckdb.DuckDBPyConnection, check: str) -> None:
    spoil, expected = SPOILT[check]
    con.execute(spoil)
    assert offenders(con, check) == expected


def test_a_wrong_aggregate_is_compared_from_either_side(con: duckdb.DuckDBPyConnection) -> None:
    """The first leg was at the other ground, so that its match names the sides the other way round."""
    con.execute("update matches set score_1 = 3 where match_id = 'match-3'")
    assert offenders(con, "aggregate_is_not_sum_of_legs") == ["tie-1"]


def test_one_article_whose_legs_were_not_recognised_does_not_stop_the_others(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update ties set first_leg = null, second_leg = null, verdict = 'not_comparable'")
    assert offenders(con, "no_aggregate_was_compared") == []


def test_a_leg_worked_out_from_the_aggregate_proves_nothing(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update matches set is_inferred = true where match_id = 'match-2'")
    con.execute("update ties set verdict = 'not_comparable'")
    assert offenders(con, "verdict_contradicts_legs") == []


def test_the_claims_of_a_refused_row_are_not_lost(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("delete from claim_links where resolved_id = 'goal-3'")
    assert offenders(con, "claim_resolves_to_nothing") == ["g-3"]
    refused = {
        "claim_id": "goal-3",
        "claim_kind": "goals",
        "claim": '{"claim_ids": ["g-3"]}',
        "check_name": "some_check",
    }
    add(con, "rejected_claims", **refused)
    assert offenders(con, "claim_resolves_to_nothing") == []


def test_of_too_many_goals_those_with_the_fewest_reports_are_named(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update goals set n = 2, n_claims = 2 where goal_id = 'goal-2'")
    assert offenders(con, "goals_told_exceed_goals_scored") == ["goal-1"]


def test_a_wrong_aggregate_is_shown_with_the_sentences_of_both_sides(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update ties set stated_2 = 4")
    assert con.execute(CHECKS["aggregate_is_not_sum_of_legs"]).fetchall() == [
        (
            "tie-1",
            "Castle Quay",
            "Harlow Vale",
            "2-4",
            "2-3",
            "go through 3-2 overall",
            "lost 2-1 at Castle Quay in the first leg",
            "won the second 2-0 at home",
        )
    ]


@pytest.mark.parametrize("length", [1, 700, 1000, 1001, 2500])
def test_a_span_is_looked_up_anywhere_in_a_long_story(con: duckdb.DuckDBPyConnection, length: int) -> None:
    """Characters of two and four bytes, and quotes that lie across the stretches in which the story is looked up."""
    text = "".join(f"né {n} ⚽\n" for n in range(700))
    add(con, "documents", document="long.txt", status="read")
    span = {"char_start": 40, "char_end": 40 + len(text), "text": text, "published_status": "unknown"}
    add(con, "articles", article_id="long", document="long.txt", article=1, **span)
    for start in (0, 999, 1000, 1500, len(text) - length):
        where = {
            "article_id": "long",
            "document": "long.txt",
            "char_start": 40 + start,
            "char_end": 40 + start + length,
        }
        add(con, "match_claims", claim_id=f"right-{start}", quote=text[start : start + length], **where)
        add(con, "match_claims", claim_id=f"wrong-{start}", quote="x" + text[start + 1 : start + length], **where)
        add(con, "number_mentions", quote=text[start : start + length], status="unread", **where)
    wrong = sorted(f"wrong-{start}" for start in (0, 999, 1000, 1500, len(text) - length))
    assert offenders(con, "quote_differs_from_span") == wrong
    assert offenders(con, "number_quote_differs_from_span") == []
