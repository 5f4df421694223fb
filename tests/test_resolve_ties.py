"""Two legs and an aggregate: found, ordered, added up, held against what is stated, and filled in where one lacks."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from tests.told_claims import Newsroom, scored

ROVERS, VALE = "Northbridge Rovers", "Harrow Vale"
CUP: dict[str, Any] = {"competition": "Meridian Cup", "season": "2030-31", "round": "last 16"}


def newsroom(first: str | None = "4-1", second: str | None = "4-3", aggregate: str | None = "8-4") -> Newsroom:
    """A tie of Rovers and Vale told in an article for each leg and one for the aggregate."""
    room = Newsroom()
    for article in "abc":
        room.article(article)
    if first:
        room.match("a", ROVERS, first, VALE, leg=1, home_team=ROVERS, **CUP)
    if second:
        room.match("b", ROVERS, second, VALE, leg=2, home_team=VALE, match_date=date(2031, 3, 11), **CUP)
    if aggregate:
        room.tie("c", ROVERS, aggregate, VALE, winner=ROVERS, **CUP)
    return room


def only_tie(room: Newsroom) -> dict[str, Any]:
    ties = room.resolved()["ties"]
    assert ties.height == 1
    return ties.row(0, named=True)


def test_an_aggregate_that_its_legs_add_up_to_agrees() -> None:
    tie = only_tie(newsroom())
    assert (tie["stated_1"], tie["stated_2"], tie["computed_1"], tie["computed_2"]) == (8, 4, 8, 4)
    assert (tie["verdict"], tie["winner"], tie["n_claims"]) == ("agrees", ROVERS, 1)


def test_legs_are_ordered_and_known_by_their_match_ids() -> None:
    resolved = newsroom().resolved()
    tie = resolved["ties"].row(0, named=True)
    legs = dict(resolved["matches"].select("leg", "match_id").iter_rows())
    assert (tie["first_leg"], tie["second_leg"]) == (legs[1], legs[2])


def test_an_aggregate_that_its_legs_contradict_disagrees_and_shows_all_sentences() -> None:
    room = newsroom(second="4-2")
    resolved = room.resolved()
    assert resolved["ties"]["verdict"].to_list() == ["disagrees"]
    found = resolved["contradictions"].row(0, named=True)
    assert found["what"] == "tie aggregate"
    assert sorted(found["claimed_values"]) == ["4-1 in the first leg", "4-2 in the second leg", "8-4"]
    assert "8-3" in found["why"]


def test_eight_stories_of_one_tie_are_one_tie() -> None:
    room = newsroom()
    for at in range(7):
        room.article(f"story{at}")
        turned = at % 2
        sides = (VALE, "4-8", ROVERS) if turned else (ROVERS, "8-4", VALE)
        known = {key: value for key, value in CUP.items() if key != "season" or at % 3}
        room.tie(f"story{at}", *sides, **known)
    assert only_tie(room)["n_claims"] == 8


def test_the_same_tie_a_season_later_is_another_one() -> None:
    room = newsroom()
    room.article("later")
    room.tie("later", ROVERS, "8-4", VALE, **CUP | {"season": "2031-32"})
    assert room.resolved()["ties"].height == 2


def test_ties_of_one_round_and_season_with_two_aggregates_are_one_tie_in_dispute() -> None:
    room = newsroom()
    for article in "de":
        room.article(article)
    room.tie("d", ROVERS, "8-4", VALE, **CUP)
    room.tie("e", VALE, "5-8", ROVERS, **CUP)
    resolved = room.resolved()
    found = resolved["contradictions"].row(0, named=True)
    assert resolved["ties"].select("stated_1", "stated_2", "verdict").rows() == [(8, 4, "agrees")]
    assert sorted(found["claimed_values"]) == ["8-4", "8-4", "8-5"]
    assert found["used"] == "8-4"


def test_two_legs_that_nobody_sums_up_are_a_tie_too() -> None:
    tie = only_tie(newsroom(aggregate=None))
    assert {tie["team_1"]: tie["computed_1"], tie["team_2"]: tie["computed_2"]} == {ROVERS: 8, VALE: 4}
    assert (tie["stated_1"], tie["verdict"], tie["winner"]) == (None, "not_comparable", ROVERS)
    assert tie["n_claims"] == 2


def test_the_missing_leg_is_the_aggregate_less_the_other_leg() -> None:
    resolved = newsroom(first=None, second="3-2", aggregate="4-2").resolved()
    row = resolved["matches"].filter(pl.col("is_inferred")).row(0, named=True)
    assert (row["team_1"], row["score_1"], row["score_2"], row["team_2"]) == (ROVERS, 1, 0, VALE)
    assert (row["leg"], row["home_team"], row["status"], row["season"]) == (1, ROVERS, "played", "2030-31")
    assert row["confidence"] < 0.9
    assert resolved["ties"]["verdict"].to_list() == ["not_comparable"]


def test_an_inferred_leg_is_linked_to_the_aggregate_and_to_the_other_leg() -> None:
    resolved = newsroom(first=None, second="3-2", aggregate="4-2").resolved()
    inferred = resolved["matches"].filter(pl.col("is_inferred"))["match_id"].item()
    links = resolved["claim_links"].filter(pl.col("resolved_id") == inferred)
    assert set(links.select("claim_kind", "field").iter_rows()) == {
        ("tie", None),
        ("tie", "score_1"),
        ("tie", "score_2"),
        ("match", "score_1"),
        ("match", "score_2"),
    }


def test_a_leg_told_without_its_score_gets_the_inferred_one() -> None:
    room = newsroom(first=None, second="4-3", aggregate="8-4")
    room.article("d")
    room.match("d", ROVERS, None, VALE, leg=1, home_team=ROVERS, venue="The Foundry", **CUP)
    row = room.resolved()["matches"].filter(pl.col("leg") == 1).row(0, named=True)
    assert (row["score_1"], row["score_2"], row["is_inferred"], row["venue"]) == (4, 1, True, "The Foundry")


def test_no_leg_is_inferred_with_negative_goals() -> None:
    assert not newsroom(first=None, second="4-3", aggregate="3-4").resolved()["matches"]["is_inferred"].any()


def test_no_leg_is_inferred_where_the_known_one_has_no_number() -> None:
    room = newsroom(first=None, second=None, aggregate="8-4")
    room.article("d")
    room.match("d", ROVERS, "4-3", VALE, **CUP)
    assert not room.resolved()["matches"]["is_inferred"].any()


def test_a_match_decided_in_extra_time_is_the_second_leg_without_saying_so() -> None:
    room = newsroom(first=None, second=None, aggregate="4-2")
    room.article("d")
    room.match("d", ROVERS, "3-2", VALE, home_team=VALE, decided="extra_time", **CUP)
    row = room.resolved()["matches"].filter(pl.col("is_inferred")).row(0, named=True)
    assert (row["team_1"], row["score_1"], row["score_2"], row["leg"]) == (ROVERS, 1, 0, 1)


def test_no_leg_is_inferred_from_a_disputed_score() -> None:
    room = newsroom(first=None, second="4-3", aggregate="8-4")
    room.article("d")
    room.match("d", ROVERS, "4-2", VALE, leg=2, **CUP)
    assert not room.resolved()["matches"]["is_inferred"].any()


def test_no_result_is_inferred_for_a_leg_still_to_come() -> None:
    room = newsroom(second=None, aggregate="8-4")
    room.article("d")
    room.match("d", VALE, None, ROVERS, leg=2, status="scheduled", **CUP)
    matches = room.resolved()["matches"]
    assert matches.filter(pl.col("status") == "scheduled")["score_1"].to_list() == [None]


def test_two_dated_matches_of_a_knock_out_round_are_the_legs_of_its_tie() -> None:
    room = newsroom(first=None, second=None, aggregate="3-1")
    room.article("d")
    room.match("d", ROVERS, "2-0", VALE, home_team=ROVERS, match_date=date(2031, 2, 19), **CUP)
    room.match("d", ROVERS, "1-1", VALE, home_team=VALE, match_date=date(2031, 3, 11), **CUP)
    resolved = room.resolved()
    dates = dict(resolved["matches"].select("match_id", "match_date").iter_rows())
    tie = resolved["ties"].row(0, named=True)
    assert tie["verdict"] == "agrees"
    assert dates[tie["first_leg"]] < dates[tie["second_leg"]]


def test_a_group_game_is_no_leg() -> None:
    room = newsroom(second=None, aggregate="8-4")
    room.article("d")
    room.match("d", ROVERS, "4-3", VALE, home_team=VALE, **CUP | {"round": "group stage"})
    assert only_tie(room)["computed_1"] is None


def test_a_tie_without_a_season_takes_that_of_its_legs() -> None:
    room = newsroom(aggregate=None)
    room.tie("c", ROVERS, "8-4", VALE, competition="Meridian Cup", round="last 16")
    tie = only_tie(room)
    assert (tie["season"], tie["verdict"]) == ("2030-31", "agrees")


def test_a_level_aggregate_names_no_winner_unless_a_claim_does() -> None:
    room = newsroom(first="2-1", second="1-2", aggregate=None)
    assert only_tie(room)["winner"] is None
    room.tie("c", ROVERS, "3-3", VALE, winner=VALE, **CUP)
    assert only_tie(room)["winner"] == VALE


def test_only_the_told_matches_have_scores() -> None:
    assert scored(newsroom().resolved()["matches"]) == {f"{ROVERS} 4-1 {VALE}", f"{VALE} 3-4 {ROVERS}"}


def level_tie(**told: Any) -> Newsroom:
    """1-0 at home and 1-2 away: two all, the first side with the goal on the other's ground."""
    room = Newsroom()
    room.article("a")
    occasion = {"competition": "Champions League", "season": "2018-19", "round": "last 16"} | told
    room.match("a", ROVERS, "1-0", VALE, leg=1, home_team=ROVERS, **occasion)
    room.match("a", VALE, "2-1", ROVERS, leg=2, home_team=VALE, **occasion)
    return room


@pytest.mark.parametrize(
    ("told", "winner", "decided_by"),
    [
        ({}, ROVERS, "away_goals"),
        ({"season": "2021-22"}, None, None),
        ({"season": None}, None, None),
        ({"competition": "Meridian Cup"}, None, None),
    ],
)
def test_goals_away_decide_a_level_tie_where_they_count(
    told: dict[str, Any], winner: str | None, decided_by: str | None
) -> None:
    row = level_tie(**told).resolved()["ties"].row(0, named=True)
    assert (row["winner"], row["decided_by"]) == (winner, decided_by)


def test_kicks_decide_before_goals_away() -> None:
    room = level_tie(season="2021-22")
    room.article("b")
    occasion = {"competition": "Champions League", "season": "2021-22", "round": "last 16"}
    room.match("b", VALE, "2-1", ROVERS, leg=2, decided="penalties", shootout="4-2", **occasion)
    row = room.resolved()["ties"].row(0, named=True)
    assert (row["winner"], row["decided_by"]) == (VALE, "penalties")


def test_a_winner_that_the_goals_away_deny_is_a_contradiction() -> None:
    room = level_tie()
    room.tie("a", ROVERS, "2-2", VALE, winner=VALE, competition="Champions League", season="2018-19", round="last 16")
    resolved = room.resolved()
    assert resolved["ties"]["winner"].to_list() == [VALE]
    assert resolved["contradictions"]["what"].to_list() == ["tie winner"]


def test_a_leg_takes_the_occasion_that_its_own_report_leaves_out_from_its_tie() -> None:
    room = Newsroom()
    room.article("a")
    room.match("a", VALE, "2-3", ROVERS, leg=2, home_team=VALE, season="2030-31")
    claim = room.tie("a", ROVERS, "4-2", VALE, winner=ROVERS, **CUP)
    resolved = room.resolved()
    legs = resolved["matches"].select("leg", "competition", "season", "round", "is_inferred").sort("leg")
    assert legs.rows() == [(leg, "Meridian Cup", "2030-31", "last 16", leg == 1) for leg in (1, 2)]
    told = resolved["claim_links"].filter((pl.col("field") == "competition") & (pl.col("resolved_kind") == "match"))
    assert set(told["claim_id"]) == {claim}
