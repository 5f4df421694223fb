"""Who is in a story: the clubs, people, competitions and grounds of `cases/cast_*.csv`, and who belongs to whom."""

import csv
from pathlib import Path

import pytest

from flows.extract.cast.who import Cast
from flows.extract.text.normalise import Text
from flows.extract.text.scan import scan

CASES = Path(__file__).parent / "cases"


def cast_of(text: str) -> Cast:
    page = Text(text.replace("¶", "\n"))
    return Cast(page, scan(page), {})


def values(text: str, kind: str) -> set[str]:
    return {str(m.value) for m in cast_of(text).mentions if m.kind == kind}


def lines(*tables: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for table in tables:
        with (CASES / table).open(encoding="utf-8", newline="") as rows:
            found += csv.DictReader(rows)
    return found


SIDES = lines("cast_sides.csv", "cast_unknown_sides.csv")
PEOPLE = lines("cast_people.csv", "cast_unknown_people.csv")


def parts(cell: str) -> set[str]:
    return {part for part in cell.split(";") if part}


@pytest.mark.parametrize("line", SIDES, ids=lambda line: f"{line['family']}: {line['text'][:50]}")
def test_a_story_has_the_sides_it_tells_of_and_no_other(line: dict[str, str]) -> None:
    assert values(line["text"], "TEAM") == parts(line["clubs"])


@pytest.mark.parametrize("line", PEOPLE, ids=lambda line: f"{line['family']}: {line['text'][:50]}")
def test_a_story_has_the_people_it_tells_of_under_their_full_names(line: dict[str, str]) -> None:
    assert values(line["text"], "PERSON") == parts(line["people"])


@pytest.mark.parametrize("line", lines("cast_things.csv"), ids=lambda line: f"{line['family']}: {line['text'][:50]}")
def test_competitions_and_grounds_are_known_by_their_names_alone(line: dict[str, str]) -> None:
    assert values(line["text"], "COMPETITION") == parts(line["competitions"])
    assert {m.text for m in cast_of(line["text"]).mentions if m.kind == "GROUND"} == parts(line["grounds"])


@pytest.mark.parametrize(
    "words",
    ["Fulham coach Lev Marsh resigned.", "Lev Marsh's Fulham are last.", "Lev Marsh, the Fulham manager, resigned."],
)
def test_a_coach_is_known_by_the_words_beside_him(words: str) -> None:
    assert cast_of(words).coach_of == {"Lev Marsh": "Fulham"}


def test_a_role_in_the_next_sentence_says_nothing_of_a_club() -> None:
    cast = cast_of("It was a sad day for Fulham. Striker Jon Hale left.")
    assert cast.plays_for == {} and cast.coach_of == {}


def test_an_epithet_means_the_one_person_who_is_told_to_be_all_of_it() -> None:
    cast = cast_of("Fulham's Dutch striker Joost Haan and Danish striker Lars Holm scored.")
    assert cast.person_by("Dutchman") == "Joost Haan"
    assert cast.person_by("Denmark", "striker") == "Lars Holm"
    assert cast.person_by("striker") is None
    assert cast.person_by() is None


def test_an_adopted_name_is_a_club_throughout_the_story() -> None:
    cast = cast_of("Fulham met Wexcombe. Nobody at Wexcombe minded.")
    name = next(m for m in cast.mentions if m.text == "Wexcombe")
    assert cast.adopt(name) == "Wexcombe"
    assert [m.kind for m in cast.mentions if m.text == "Wexcombe"] == ["TEAM", "TEAM"]
    assert cast.clubs["Wexcombe"] == 2


def test_a_club_known_from_elsewhere_in_the_document_is_a_club_here() -> None:
    page = Text("It was cold when Saltmere trained.")
    mentions = Cast(page, scan(page), {"Saltmere": "Saltmere Town"}).mentions
    assert [m.value for m in mentions if m.kind == "TEAM"] == ["Saltmere Town"]
