"""Numbers given in several articles: which are one measure, and which exclude each other."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

from tests.told_claims import Newsroom

ROVERS = "Northbridge Rovers"
LEAGUE: dict[str, Any] = {"competition": "First Division", "season": "2030-31"}


def resolved(*told: tuple[str, float, dict[str, Any]], published: tuple[date, ...] = ()) -> dict[str, pl.DataFrame]:
    """What claims about Rovers come to, each in an article and a file of its own."""
    room = Newsroom()
    for at, (metric, value, more) in enumerate(told):
        room.article(f"a{at}", published=published[at] if published else None)
        room.statistic(f"a{at}", ROVERS, metric, value, **more)
    return room.resolved()


def test_a_tally_told_twice_is_one_measure() -> None:
    rows = resolved(("goals_scored", 77, LEAGUE | {"matches": 27}), ("goals_scored", 77, LEAGUE | {"matches": 27}))[
        "statistics"
    ]
    assert rows.select("value", "matches", "n_claims").rows() == [(77.0, 27, 2)]


def test_what_one_article_leaves_out_another_fills_in() -> None:
    rows = resolved(("goals_scored", 77, LEAGUE | {"matches": 27}), ("goals_scored", 77, {"season": "2030-31"}))[
        "statistics"
    ]
    assert rows.select("competition", "matches", "n_claims").rows() == [("First Division", 27, 2)]


def test_the_same_tally_of_two_seasons_is_two_measures() -> None:
    last = LEAGUE | {"season": "2029-30"}
    assert resolved(("goals_scored", 77, LEAGUE), ("goals_scored", 77, last))["statistics"].height == 2


def test_a_number_that_fits_two_seasons_joins_neither() -> None:
    last = LEAGUE | {"season": "2029-30"}
    rows = resolved(("titles", 3, LEAGUE), ("titles", 3, last), ("titles", 3, {}))["statistics"]
    assert rows.height == 3


def test_games_and_matches_are_one_unit() -> None:
    rows = resolved(("loss_run", 3, LEAGUE | {"unit": "games"}), ("loss_run", 3, LEAGUE | {"unit": "matches"}))[
        "statistics"
    ]
    assert rows.height == 1


def test_about_and_exactly_are_two_measures() -> None:
    about = LEAGUE | {"qualifier": "about"}
    assert resolved(("attendance", 40000, LEAGUE), ("attendance", 40000, about))["statistics"].height == 2


def test_a_place_in_the_table_without_a_season_is_not_carried_from_file_to_file() -> None:
    assert resolved(("league_position", 4, {}), ("league_position", 4, {}))["statistics"].height == 2


def test_dates_part_places_in_the_table_and_stand_in_as_of() -> None:
    days = (date(2030, 11, 2), date(2030, 11, 5), date(2031, 5, 1))
    told = ("league_position", 4.0, LEAGUE)
    rows = resolved(told, told, told, published=days)["statistics"].sort("as_of")
    assert rows["as_of"].to_list() == ["2030-11-02/2030-11-05", "2031-05-01"]


def test_a_place_held_for_weeks_is_one_measure_a_week() -> None:
    days = tuple(date(2030, 11, day) for day in (1, 5, 9, 13, 17, 21))
    rows = resolved(*[("league_position", 4.0, LEAGUE)] * 6, published=days)["statistics"]
    assert rows["as_of"].sort().to_list() == ["2030-11-01/2030-11-09", "2030-11-13/2030-11-21"]


def test_two_tallies_through_the_same_games_contradict_each_other() -> None:
    through = LEAGUE | {"matches": 25}
    found = resolved(("goals_scored", 70, through), ("goals_scored", 70, through), ("goals_scored", 71, through))
    assert found["statistics"].height == 2
    row = found["contradictions"].row(0, named=True)
    assert (row["what"], row["field"], sorted(row["claimed_values"]), row["used"]) == (
        "statistic value",
        "value",
        ["70.0", "70.0", "71.0"],
        "70.0",
    )


def test_a_tally_that_grows_with_the_games_contradicts_nothing() -> None:
    found = resolved(("goals_scored", 70, LEAGUE | {"matches": 25}), ("goals_scored", 77, LEAGUE | {"matches": 27}))
    assert found["contradictions"].is_empty()
