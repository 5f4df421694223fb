"""The text that the engine reads is the raw text, character for character, and every span finds its way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.text.normalise import Text


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("Söderberg’s “goal”", 'Soderberg\'s "goal"'),
        ("a 2–1\u00a0win", "a 2-1 win"),
        ("Port&nbsp;Ellery &amp; Sons", "Port Ellery & Sons"),
        ("&#163;7m", "£7m"),
        ("Łukasz\tØdegård", "Lukasz Odegard"),
        ("Fu\u0308rth", "Furth"),
        ("no &such; entity", "no &such; entity"),
    ],
)
def test_typography_and_accents_are_exchanged_for_plain_letters(raw: str, normal: str) -> None:
    assert Text(raw).normal == normal


def test_a_span_behind_an_entity_is_the_raw_one() -> None:
    raw = "Fulham &amp; Port Ellery, &#163;7m"
    text = Text(raw)
    at = text.normal.index("Port Ellery")
    start, end = text.span(at, at + len("Port Ellery"))
    assert raw[start:end] == "Port Ellery"


@given(st.text(alphabet=st.sampled_from("aé&;#1 \u00a0–’\u0308İßA.\n"), max_size=40))
def test_every_span_of_the_normal_text_lies_within_the_raw_text(raw: str) -> None:
    text = Text(raw)
    assert len(text.lower) == len(text.normal)
    ends = [text.span(0, n)[1] for n in range(len(text.normal) + 1)]
    assert ends == sorted(ends)
    assert ends[-1] <= len(raw)


@pytest.mark.parametrize(("text", "at", "opens"), [("He ran. Hale", 8, True), ("so Hale", 3, False), ("Hale", 0, True)])
def test_a_sentence_opens_after_a_stop_and_nowhere_else(text: str, at: int, opens: bool) -> None:
    assert Text(text).opens_sentence(at) is opens
