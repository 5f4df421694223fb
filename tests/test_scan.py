"""One pass over a text: mentions in order, whole words only, and nothing missed by looking aside."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extract.text import calendar_words, minutes
from flows.extract.text.mentions import Mention
from flows.extract.text.normalise import Text
from flows.extract.text.scan import scan
from flows.extract.text.windows import Windows
from tests.sample_gold import sample_documents, sample_text

WORDS = """
Fulham Everton Hale scored 3-1 2-0 beat lost at home in the 58th minute after half-time on Tuesday last month that
home away second Barcelona United ten 77 goals £7m , . ( ) - " 's Henk Cate I'm
"""


def kinds(text: str, kind: str) -> list[str]:
    return [m.text for m in scan(Text(text)) if m.kind == kind]


def apart(first: Mention, second: Mention) -> bool:
    """ "from 12 yards" is one mention, its figure another."""
    return first.end <= second.start or (second.kind == "NUMBER" and second.end < first.end)


@pytest.mark.parametrize("name", sample_documents())
def test_mentions_stand_in_order_and_only_a_figure_lies_inside_another(name: str) -> None:
    page = Text(sample_text(name))
    mentions = scan(page)
    assert len(mentions) > 20
    assert all(apart(a, b) for a, b in pairwise(mentions))
    assert all(page.normal[m.start : m.end] == m.text for m in mentions)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=25))
@settings(max_examples=150, deadline=None)
def test_any_words_in_any_order_are_scanned_without_overlap(words: list[str]) -> None:
    mentions = scan(Text(" ".join(words)))
    assert all(apart(a, b) for a, b in pairwise(mentions))


@pytest.mark.parametrize("name", sample_documents())
def test_minutes_and_days_are_looked_for_wherever_they_can_stand(name: str) -> None:
    lower = Text(sample_text(name)).lower
    for module in (minutes, calendar_words):
        whole = [match.span() for match in module._ALL.finditer(lower, 0, len(lower))]
        found = [match.span() for a, b in module._WHERE.of(lower) for match in module._ALL.finditer(lower, a, b)]
        assert found == whole


def test_a_word_hidden_by_a_longer_one_that_cuts_through_another_is_found() -> None:
    assert kinds("that home win", "HOME") == ["home"]
    assert kinds("Barcelona third", "ORDINAL") == ["third"]


def test_a_word_inside_another_is_no_word() -> None:
    assert kinds("The winner's twin was losting", "WIN_INTRANSITIVE") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He met Henk ten Cate there", ["Henk ten Cate"]),
        ("He met Lev Marsh. But Hale left", ["Lev Marsh", "Hale"]),
        ('"Well, Lev I think so," he said', ["Lev"]),
        ("It's true that I've seen Adjei-Byrne and O'Hara", ["Adjei-Byrne", "O'Hara"]),
        ("The England Under-21s were there", ["Under-21s"]),
    ],
)
def test_names_are_runs_of_capitals_without_the_words_that_open_or_follow_them(text: str, names: list[str]) -> None:
    assert kinds(text, "NAME") == names


@pytest.mark.parametrize(
    ("text", "value"), [("twenty-one", 21), ("one hundred", 100), ("two and a half", 2.5), ("ten", 10)]
)
def test_number_words_that_belong_together_are_one_number(text: str, value: float) -> None:
    assert [m.value for m in scan(Text(f"saw {text} players")) if m.kind == "NUMBER"] == [value]


def test_a_possessive_is_marked_after_any_name() -> None:
    found: list[Mention] = [m for m in scan(Text("Fulham's and Wolves' men")) if m.kind == "TEAM"]
    assert [m.possessive for m in found] == [True, True]


def test_windows_overlap_into_one_and_skip_words_that_merely_contain_a_hint() -> None:
    windows = Windows(["min"], before=3, after=5)
    assert windows.of("a min, b min. coming to an end") == [(0, 14)]
    assert windows.of("coming") == []
