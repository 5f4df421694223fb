"""The evidence page paints each fact where it stands, hides no unread number, and lets no text become markup."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.errors import PressboxError
from flows.report.evidence import Figure, Mark, cut, write_evidence
from tests.tiny_warehouse import FIRST, SECOND, build

VOID = {"meta", "input", "br", "link", "img"}


class Page(HTMLParser):
    """The painted texts of a page, and (quote, classes, number) of every painted piece in them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.pieces: list[tuple[str, str, str | None]] = []
        self.tags: set[str] = set()
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = dict(attrs)
        if found.get("class") == "text":
            self.texts.append("")
        if tag not in VOID:
            self._open.append((tag, found))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            continue

    def handle_data(self, data: str) -> None:
        if any(found.get("class") == "text" for _, found in self._open):
            self.texts[-1] += data
            tag, found = self._open[-1]
            if tag == "span":
                self.pieces.append((data, found.get("class") or "", found.get("data-n")))


def facts(html: str) -> list[list[dict[str, object]]]:
    found = re.search(r'<script type="application/json" id="facts">(.*?)</script>', html, re.S)
    assert found
    return list(json.loads(found[1]))


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_evidence(build(tmp_path_factory.mktemp("evidence"))).read_text(encoding="utf-8")


def test_each_text_stands_on_the_page_character_for_character(html: str) -> None:
    assert Page(html).texts == [SECOND, FIRST]


def test_a_fact_is_painted_over_its_quote(html: str) -> None:
    pieces = Page(html).pieces
    assert ("8-4", "tie n n-fact", "fact") in pieces
    assert (" on aggregate", "tie", None) in pieces
    assert ("last-16", " n n-attribute", "attribute: round") in pieces


def test_a_number_that_nobody_understood_is_visible(html: str) -> None:
    assert ("9", " n n-unread", "unread") in Page(html).pieces
    assert "1 unread" in html


def test_hovering_has_every_field_of_the_claim(html: str) -> None:
    goal = next(fact for story in facts(html) for fact in story if fact["claim"] == "g-1")
    assert goal == {
        "fact": "goal", "claim": "g-1", "scorer": "Elio Varga", "team": "Northbridge Rovers", "opponent": "Harrow Vale",
        "minute": 42, "kind": "open_play", "n": 1, "rule": "goal.struck", "confidence": 0.9, "supports": "goal-1",
    }  # fmt: skip


def test_the_page_needs_nothing_from_elsewhere(html: str) -> None:
    assert not Page(html).tags & {"link", "img", "iframe", "object"}
    assert not re.search(r"https?://|@import|url\(|\bsrc=", html)


def test_text_never_becomes_markup(tmp_path: Path) -> None:
    nasty = "</script><script>alert(1)</script> <img src=x onerror=alert(2)> &amp; \x00 {{ 7 }}"
    warehouse = build(tmp_path)
    with duckdb.connect(str(warehouse / "pressbox.duckdb")) as con:
        con.execute(
            "update articles set text = $n, headline = $n, char_end = len($n) where article_id = 'a-1'", {"n": nasty}
        )
        con.execute("update goal_claims set scorer = $n", {"n": nasty})
        con.execute("update number_mentions set reason = $n", {"n": nasty + '" onmouseover="alert(3)'})
    html = write_evidence(warehouse).read_text(encoding="utf-8")
    page = Page(html)
    assert page.texts[1] == nasty.replace("\x00", "\ufffd")
    assert "img" not in page.tags
    assert html.count("<script") == 2
    assert any(fact.get("scorer") == nasty for story in facts(html) for fact in story)


def test_a_refused_claim_that_knows_its_place_is_painted_as_rejected(tmp_path: Path) -> None:
    warehouse = build(tmp_path)
    with duckdb.connect(str(warehouse / "pressbox.duckdb")) as con:
        claim = {
            "claim_id": "g-9",
            "article_id": "a-1",
            "char_start": 0,
            "char_end": 6,
            "confidence": 0.5,
            "minute": 131,
        }
        con.execute("update rejected_claims set claim = ?", [json.dumps(claim)])
    pieces = Page(write_evidence(warehouse).read_text(encoding="utf-8")).pieces
    assert (FIRST[:6], "rejected", None) in pieces


def test_a_big_warehouse_is_cut_short_with_a_note(tmp_path: Path) -> None:
    html = write_evidence(build(tmp_path), limit=1).read_text(encoding="utf-8")
    assert len(Page(html).texts) == 1
    assert "The first 1 of 2 articles" in html


def test_an_empty_warehouse_gives_a_page_that_says_so(tmp_path: Path) -> None:
    warehouse = build(tmp_path)
    with duckdb.connect(str(warehouse / "pressbox.duckdb")) as con:
        con.execute("delete from articles")
    assert "holds no articles yet" in write_evidence(warehouse).read_text(encoding="utf-8")


def test_without_a_warehouse_there_is_no_page(tmp_path: Path) -> None:
    with pytest.raises(PressboxError, match="run `pressbox run` first"):
        write_evidence(tmp_path)


@given(
    st.text(alphabet="ab\n", min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=5),
)
def test_pieces_put_together_are_the_text_and_know_what_covers_them(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(min(span), max(span), "goal", {}) for span in spans if max(span) <= len(text)]
    figures = [Figure(mark.start, mark.end, "fact", None) for mark in marks[:1]]
    pieces = cut(text, marks, figures)
    assert "".join(piece.text for piece in pieces) == text
    for i, mark in enumerate(marks):
        assert "".join(piece.text for piece in pieces if i in piece.marks) == text[mark.start : mark.end]
