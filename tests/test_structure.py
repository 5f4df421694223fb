"""Paragraphs, sentences and quotes of a text as spans (`cases/sentences.csv`: the sentences of a text, parted by |)."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.text.structure import Span, inside, paragraphs, quotes, sentences

TABLE = Path(__file__).parent / "cases" / "sentences.csv"
PROSE = st.text(alphabet="ab AB12.!?\"'(),-\n\r ", max_size=120)


def _cases() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotes(text, Span(0, len(text)))]


@pytest.mark.parametrize("row", _cases(), ids=lambda row: row["text"])
def test_a_text_has_these_sentences(row: dict[str, str]) -> None:
    text = row["text"]
    found = [text[s.start : s.end] for s in sentences(text, Span(0, len(text)))]
    assert found == row["sentences"].split(" | ")


def test_a_paragraph_is_a_line_without_the_blanks_around_it() -> None:
    text = "\r\n  One line. \r\n\r\n\tAnother line.\n \n"
    assert [text[p.start : p.end] for p in paragraphs(text)] == ["One line.", "Another line."]


def test_paragraphs_may_be_asked_of_a_part() -> None:
    text = "One.\nTwo.\nThree."
    assert [text[p.start : p.end] for p in paragraphs(text, 5, 9)] == ["Two."]


def test_blank_text_has_no_paragraph() -> None:
    assert paragraphs(" \n\t\r\n ") == []


def test_a_quote_left_open_ends_with_the_paragraph() -> None:
    assert _quoted('Strand was clear. "We go again on Tuesday.') == ['"We go again on Tuesday.']


def test_two_quotes_around_a_speaker_are_two() -> None:
    assert _quoted('"We were poor," said Strand. "We know it."') == ['"We were poor,"', '"We know it."']


def test_a_quote_that_reopens_at_each_sentence_is_one() -> None:
    assert _quoted('He said: "We were poor. "We know it." Then he left.') == ['"We were poor. "We know it."']


def test_a_position_is_inside_a_quote_or_not() -> None:
    text = 'She said "never" and left'
    spans = quotes(text, Span(0, len(text)))
    assert inside(spans, text.index("never"))
    assert not inside(spans, text.index("She")) and not inside(spans, text.index("and left"))


@given(PROSE)
def test_sentences_keep_every_letter_of_their_paragraph_in_order(text: str) -> None:
    for paragraph in paragraphs(text):
        spans = sentences(text, paragraph)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        kept = "".join(text[s.start : s.end] for s in spans)
        assert "".join(kept.split()) == "".join(text[paragraph.start : paragraph.end].split())


@given(PROSE)
def test_paragraphs_hold_all_that_is_not_blank(text: str) -> None:
    kept = "".join(text[p.start : p.end] for p in paragraphs(text))
    assert "".join(kept.split()) == "".join(text.split())
