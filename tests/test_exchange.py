"""What is read does not hang on which club, person or tally it is: exchanged for others, the same facts come out.

An engine tuned on names it has seen passes every other test and fails this one.
"""

from collections import Counter

import pytest

from tests.exchanges import (
    INVENTED_CLUBS,
    KNOWN_CLUBS,
    OTHER_CLUBS,
    WORD_SURNAMES,
    Exchange,
    Fact,
    compared,
    compared_results,
    f1,
)
from tests.sample_gold import sample_documents, sample_text

# Raise a floor with what the engine learns; never lower one. Of invented clubs nobody can know the town or the country,
# so "the Lombardy side" and "in Bergamo" must go unread in the second row.
FLOORS = {
    "people and tallies": ({}, 0.995),
    "invented clubs for known ones": (INVENTED_CLUBS, 0.9),
    "known clubs for invented ones": (KNOWN_CLUBS, 0.99),
    "other clubs for known ones": (OTHER_CLUBS, 0.985),
}


@pytest.mark.parametrize("what", FLOORS)
@pytest.mark.parametrize("seed", [1, 20])
def test_the_exchanged_texts_yield_the_exchanged_facts(what: str, seed: int) -> None:
    names, floor = FLOORS[what]
    expected, found = compared(map(sample_text, sample_documents()), Exchange(names, seed))
    assert expected.total() > 100
    assert f1(expected, found) >= floor, differences(expected, found)


@pytest.mark.parametrize("seed", [1, 20])
def test_surnames_that_are_words_are_surnames(seed: int) -> None:
    expected, found = compared(map(sample_text, sample_documents()), Exchange({}, seed, surnames=WORD_SURNAMES))
    assert f1(expected, found) >= 0.97, differences(expected, found)


def test_other_scores_yield_the_other_results() -> None:
    expected, found = compared_results(map(sample_text, sample_documents()), Exchange({}, seed=1, factor=2))
    assert expected.total() > 50
    assert f1(expected, found) >= 0.99, differences(expected, found)


def test_an_exchange_changes_words_and_tallies_and_nothing_else() -> None:
    exchange = Exchange({"Fulham": "Port Vale", "City": "Leeds"}, seed=3)
    assert exchange.of("Fulham\u00a0beat City 2-1. Citywide, 12,354 saw 77 goals.") != ""
    text = exchange.of("Fulham beat City 2-1. Citywide, 12,354 saw it.")
    assert text.startswith("Port Vale beat Leeds 2-1. Citywide, ")
    assert text.endswith(",354 saw it.") and "12,354" not in text


def test_the_measure_of_agreement_falls_with_each_difference() -> None:
    three: Counter[Fact] = Counter([("a",), ("b",), ("c",)])
    assert f1(three, three) == 1
    assert f1(three, Counter([("a",), ("b",), ("d",)])) == pytest.approx(2 / 3)


def differences(expected: Counter[Fact], found: Counter[Fact]) -> str:
    lost = [f"- {fact}" for fact in sorted(map(str, expected - found))]
    return "\n".join([*lost, *(f"+ {fact}" for fact in sorted(map(str, found - expected)))])
