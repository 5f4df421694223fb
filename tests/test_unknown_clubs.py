"""A name is a club or a person by the company it keeps; where nothing speaks for either it is neither."""

import pytest

from flows.extract.cast.unknown_clubs import Beside, Company, find
from flows.extract.text.normalise import Text
from flows.extract.text.scan import scan


def company(text: str) -> Company:
    page = Text(text)
    return Company(page.normal, page.lower, scan(page), set())


@pytest.mark.parametrize(
    ("text", "clubs"),
    [
        ("They beat Wexcombe 2-0.", {"Wexcombe": "Wexcombe"}),
        ("The Wexcombe manager, Wexcombe fans and Wexcombe players met.", {"Wexcombe": "Wexcombe"}),
        ("Then Port Ellery are third.", {"Port Ellery": "Port Ellery"}),
        (
            "They lost 2-0 to Brzesko Unia, and Brzesko are top.",
            {"Brzesko Unia": "Brzesko Unia", "Brzesko": "Brzesko Unia"},
        ),
        ("They beat FC Tannau 2-0. For Tannau it was a blow.", {"FC Tannau": "FC Tannau", "Tannau": "FC Tannau"}),
    ],
)
def test_a_name_that_plays_is_a_club_and_its_front_stands_for_it(text: str, clubs: dict[str, str]) -> None:
    assert company(text).clubs() == clubs


@pytest.mark.parametrize(
    "text",
    [
        "The ball fell to striker Jon Hale, who scored.",
        "He beat Hale at the near post. Hale's header had hit the bar, said Hale.",
        "They put Jon Hale clear. Hale scored.",
        "Shops have closed. Shops were empty.",
        "The FA have decided and the BBC were told.",
        "In March they beat the drum.",
    ],
)
def test_a_person_an_institution_or_an_opening_word_is_no_club(text: str) -> None:
    assert company(text).clubs() == {}


def test_a_lone_name_that_acts_as_people_do_is_a_person() -> None:
    assert company("Then Zito headed wide, and Zito's shot was saved.").people() == {"Zito"}
    assert company("The ball came to Swede and Swede's shot was saved, said Swede.").people() == frozenset()


def test_a_surname_like_a_nickname_makes_no_club_of_its_bearer() -> None:
    def clubs(text: str) -> set[str]:
        page = Text(text)
        return set(find(page.normal, page.lower, scan(page), set(), Beside({}, {}, {})))

    assert "Merrow Drovers" in clubs("Merrow Drovers drew 1-1. It was the Drovers who led.")
    coach = "Nuno Dessers is back. Fulham coach Dessers was calm, and the Dessers project goes on."
    assert clubs(coach) == set()
