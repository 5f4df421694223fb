"""Matches and stories date each other: weekdays, months, tallies, legs, other matches, the order of stories."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from flows.resolve.dating.spoken import Spoken, spoken
from tests.told_claims import Newsroom

ROVERS, VALE, TOWN, ATHLETIC = "Northbridge Rovers", "Harrow Vale", "Saltmere Town", "Ferrybank Athletic"
CUP: dict[str, Any] = {"competition": "Meridian Cup", "season": "2030-31"}
TUESDAY = date(2031, 3, 11)


def days(room: Newsroom, one: str, two: str) -> tuple[date | None, date | None, date | None, str | None]:
    rows = room.resolved()["matches"].filter(pl.col("team_1").is_in([one, two]) & pl.col("team_2").is_in([one, two]))
    return rows.select("match_date", "date_from", "date_to", "date_basis").row(0)


def two_stories(**told: Any) -> Newsroom:
    """One story gives the day of the match in full, the other calls it Tuesday and tells of a second match."""
    room = Newsroom()
    room.article("a")
    room.article("b")
    room.match("a", ROVERS, "4-3", VALE, match_date=TUESDAY, date_text="on March 11", **CUP)
    room.match("b", ROVERS, "4-3", VALE, date_text="on Tuesday", **CUP)
    room.match("b", TOWN, "1-0", ATHLETIC, **({"date_text": "on Tuesday"} | CUP | told))
    return room


def test_a_story_that_tells_a_dated_match_dates_another() -> None:
    assert days(two_stories(), TOWN, ATHLETIC) == (TUESDAY, TUESDAY, TUESDAY, "inferred")


def test_a_fixture_of_a_story_lies_ahead_of_what_it_reports() -> None:
    room = two_stories(status="scheduled", score_1=None, score_2=None, date_text="on Sunday")
    first, last = date(2031, 3, 16), date(2031, 3, 23)
    assert days(room, TOWN, ATHLETIC)[1:] == (first, last, "inferred")


def test_last_month_is_a_month_of_the_calendar() -> None:
    room = two_stories(date_text="last month")
    assert days(room, TOWN, ATHLETIC) == (None, date(2031, 2, 1), date(2031, 2, 28), "inferred")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("a day before the Rovers win", date(2031, 3, 10)),
        ("a week before Harrow Vale lost", date(2031, 3, 4)),
        ("two days later", date(2031, 3, 13)),
    ],
)
def test_a_match_is_dated_by_another_of_its_story(words: str, day: date) -> None:
    assert days(two_stories(date_text=words), TOWN, ATHLETIC)[0] == day


def test_the_first_leg_is_before_the_second() -> None:
    room = two_stories()
    room.match("a", ROVERS, "1-0", TOWN, leg=1, round="last 16", **CUP)
    room.match("b", TOWN, "1-0", ROVERS, leg=2, round="last 16", match_date=TUESDAY, **CUP)
    rows = room.resolved()["matches"].filter((pl.col("leg") == 1) & (pl.col("team_1") == ROVERS))
    assert rows["date_to"].item() == date(2031, 3, 10)


def test_tallies_put_stories_in_order() -> None:
    room = two_stories()
    room.article("late")
    room.match("late", VALE, "2-2", ATHLETIC, status="scheduled", **CUP)
    league = {"competition": "First Division", "season": "2030-31"}
    room.statistic("b", TOWN, "goals_scored", 50, matches=25, **league)
    room.statistic("late", TOWN, "goals_scored", 57, matches=28, **league)
    assert days(room, VALE, ATHLETIC)[1] == date(2031, 3, 16)


def test_what_contradicts_itself_dates_nothing_else() -> None:
    room = two_stories()
    room.article("mad", published=date(2030, 9, 1))
    room.match("mad", ROVERS, "4-3", VALE, match_date=TUESDAY, **CUP)
    room.match("mad", VALE, "1-1", ATHLETIC, date_text="on Friday", **CUP)
    assert days(room, VALE, ATHLETIC)[0] == date(2030, 8, 30)
    assert days(room, TOWN, ATHLETIC)[0] == TUESDAY


def test_the_order_of_stories_in_a_file_is_soft_and_says_so() -> None:
    room = Newsroom()
    for article in range(1, 6):
        room.article(f"f{article}", document="file.txt")
        room.rows["articles"][-1]["article"] = article
    for article, day in ((1, 20), (3, 11), (5, 2)):
        room.rows["articles"][article - 1] |= {"published": date(2031, 3, day), "published_status": "stated"}
    room.match("f2", TOWN, "1-0", ATHLETIC, date_text="on Friday", **CUP)
    found = room.resolved()
    row = found["matches"].row(0, named=True)
    assert (row["date_from"], row["date_to"], row["date_basis"]) == (date(2031, 3, 7), date(2031, 3, 21), "story order")
    days = found["story_days"].filter(pl.col("article_id") == "f2").row(0, named=True)
    assert (days["written_from"], days["written_to"], days["basis"]) == (
        date(2031, 3, 10),
        date(2031, 3, 21),
        "story order",
    )


@pytest.mark.parametrize(
    ("words", "played", "said"),
    [
        ("on Tuesday", True, Spoken(near=(-6, 0), weekday=1)),
        ("on Tuesday", False, Spoken(near=(0, 6), weekday=1)),
        ("last Saturday", True, Spoken(near=(-13, -1), weekday=5)),
        ("next Saturday", False, Spoken(near=(1, 13), weekday=5)),
        ("On Sunday, June 21", False, Spoken(month=6, day=21, weekday=6)),
        ("10 March 2020", True, Spoken(year=2020, month=3, day=10)),
        ("in October", True, Spoken(month=10)),
        ("in 2012", True, Spoken(year=2012)),
        ("last month", True, Spoken(months=-1)),
        ("last year", True, Spoken(years=-1)),
        ("yesterday", True, Spoken(near=(-1, -1))),
        ("at the weekend", True, Spoken(near=(-9, 0))),
        ("three days after the draw in Vale", True, Spoken(from_other=3)),
        ("Boxing Day", False, Spoken()),
    ],
)
def test_words_for_a_day_are_read(words: str, played: bool, said: Spoken) -> None:
    assert spoken(words, played) == said


def test_a_weekday_that_the_day_denies_is_a_contradiction() -> None:
    room = two_stories()
    room.article("c")
    room.match("c", ROVERS, "4-3", VALE, date_text="on Friday", competition="Meridian Cup", season="2030-31")
    found = room.resolved()["contradictions"].row(0, named=True)
    assert (found["what"], sorted(found["claimed_values"])) == ("match weekday", ["2031-03-11", "on Friday"])


def test_a_day_that_follows_is_linked_to_the_words_it_follows_from() -> None:
    room = two_stories()
    claim = room.rows["match_claims"][-1]["claim_id"]
    links = room.resolved()["claim_links"].filter(pl.col("field") == "match_date")
    assert claim in set(links["claim_id"])


def test_a_measure_holds_on_the_days_on_which_its_story_can_have_been_written() -> None:
    room = two_stories()
    room.statistic("b", ROVERS, "league_position", 4, **CUP)
    assert room.resolved()["statistics"]["as_of"].to_list() == ["2031-03-11/2031-03-17"]
