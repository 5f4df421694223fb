"""The evidence page: every fact painted over the article that states it, in one HTML file that opens offline.

The published warehouse goes in, `evidence.html` comes out. Each article's text is cut wherever a claim or a number
starts or ends; each piece knows which claims cover it (colours, details on hover) and what became of its number
(underlines). Nothing is placed by searching for words: only the stored offsets decide.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from flows.errors import PressboxError
from flows.report.layout import count
from flows.report.proof import CLAIMS, stated
from flows.report.published import database_of, published

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PAGE = "evidence.html"
ARTICLES = 300
KINDS = ("match", "tie", "goal", "statistic", "rejected")
STATUSES = ("fact", "attribute", "ignored", "unread")
_TITLE = 70


class Mark(NamedTuple):
    """A claim (or a claim that a check refused) over a text: half-open span in the article, and what to show of it."""

    start: int
    end: int
    kind: str
    shown: dict[str, Any]


class Figure(NamedTuple):
    """A number in a text: half-open span in the article, what became of it and why."""

    start: int
    end: int
    status: str
    reason: str | None


class Piece(NamedTuple):
    """A run of characters that the same marks and the same number cover; `marks` are places in the article's list."""

    text: str
    marks: list[int]
    kinds: list[str]
    figure: Figure | None


class Story(NamedTuple):
    """An article ready to be painted."""

    article_id: str
    document: str
    article: int
    headline: str | None
    published: str | None
    pieces: list[Piece]
    marks: list[Mark]
    figures: list[Figure]

    @property
    def title(self) -> str:
        """The headline, or the words that the text opens with."""
        opening = " ".join("".join(piece.text for piece in self.pieces[:20]).split())
        return self.headline or (opening if len(opening) <= _TITLE else f"{opening[:_TITLE].rpartition(' ')[0]}…")

    @property
    def unread(self) -> int:
        """How many of its numbers nobody understood."""
        return sum(figure.status == "unread" for figure in self.figures)


_ARTICLES = """
select article_id, document, article, headline, published::varchar, text from articles
order by document, article limit $limit
"""
_MARKS = f"""
{CLAIMS},
chosen as (select article_id, char_start from articles order by document, article limit $limit),
refused as (
    select
        claim_id,
        'rejected' as kind,
        claim ->> 'article_id' as article_id,
        (claim ->> 'char_start')::integer as char_start,
        (claim ->> 'char_end')::integer as char_end,
        check_name as rule,
        (claim ->> 'confidence')::double as confidence,
        claim
    from rejected_claims
    where claim ->> 'char_start' is not null
),
painted as (
    select * from claims
    union all
    select * from refused
),
supports as (
    select claim_id, string_agg(distinct resolved_id, ', ' order by resolved_id) as ids from claim_links group by all
)
select
    painted.article_id,
    painted.char_start - chosen.char_start as first,
    painted.char_end - chosen.char_start as last,
    painted.kind, painted.claim_id, painted.rule, painted.confidence, painted.claim, supports.ids
from painted
inner join chosen on painted.article_id = chosen.article_id
left join supports on painted.claim_id = supports.claim_id
order by painted.article_id, first, last desc, painted.claim_id
"""
_FIGURES = """
with chosen as (select article_id, char_start from articles order by document, article limit $limit)
select
    numbers.article_id, numbers.char_start - chosen.char_start as first, numbers.char_end - chosen.char_start as last,
    numbers.status, numbers.reason
from number_mentions as numbers inner join chosen on numbers.article_id = chosen.article_id
order by numbers.article_id, first, last desc
"""


def write_evidence(warehouse: Path, limit: int = ARTICLES) -> Path:
    """Writes `evidence.html` with the first `limit` articles beside the database and gives its path."""
    target = database_of(warehouse).with_name(PAGE)
    with published(warehouse) as connection:
        page = evidence_page(connection, limit)
    beside = target.with_name(f".{PAGE}.part")
    try:
        beside.write_text(page, encoding="utf-8")
        os.replace(beside, target)
    except OSError as error:
        raise PressboxError(f"cannot write {target}: {error.strerror or error}") from error
    return target


def evidence_page(connection: DuckDBPyConnection, limit: int = ARTICLES) -> str:
    """The page as HTML text."""
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    (articles,) = connection.execute("select count(*) from articles").fetchone() or (0,)
    return environment.get_template("evidence.html.j2").render(
        stories=list(stories(connection, limit)), articles=articles, kinds=KINDS, statuses=STATUSES, count=count
    )


def stories(connection: DuckDBPyConnection, limit: int) -> Iterator[Story]:
    """The first `limit` articles in the order of files, each cut into pieces."""
    marks: dict[str, list[Mark]] = {}
    for article_id, start, end, kind, claim_id, rule, confidence, claim, ids in _rows(connection, _MARKS, limit):
        shown = {"fact": kind, **stated(claim), "rule": rule, "confidence": confidence, "claim": claim_id}
        shown |= {"supports": ids} if ids else {}
        marks.setdefault(article_id, []).append(Mark(start, end, kind, shown))
    figures: dict[str, list[Figure]] = {}
    for article_id, *figure in _rows(connection, _FIGURES, limit):
        figures.setdefault(article_id, []).append(Figure(*figure))
    for article_id, document, article, headline, day, text in _rows(connection, _ARTICLES, limit):
        mine, numbers = marks.get(article_id, []), figures.get(article_id, [])
        pieces = cut(text, mine, numbers)
        yield Story(article_id, document, article, headline, day, pieces, mine, numbers)


def _rows(connection: DuckDBPyConnection, sql: str, limit: int) -> list[tuple[Any, ...]]:
    return connection.execute(sql, {"limit": limit}).fetchall()


def cut(text: str, marks: list[Mark], figures: list[Figure]) -> list[Piece]:
    """The text in pieces that, put together, are the text again; control characters are shown as U+FFFD."""
    places = {0, len(text)}
    for start, end, *_ in (*marks, *figures):
        places |= {min(start, len(text)), min(end, len(text))}
    edges = sorted(places)
    return [_piece(text, marks, figures, *edge) for edge in pairwise(edges)]


def _piece(text: str, marks: list[Mark], figures: list[Figure], start: int, end: int) -> Piece:
    over = [i for i, mark in enumerate(marks) if mark.start <= start and end <= mark.end]
    kinds = sorted({marks[i].kind for i in over}, key=KINDS.index)
    inside = [figure for figure in figures if figure.start <= start and end <= figure.end]
    return Piece(_harmless(text[start:end]), over, kinds, inside[-1] if inside else None)


def _harmless(text: str) -> str:
    return "".join(
        "\ufffd" if (ord(c) < 32 and c not in "\n\t") or ord(c) == 127 else c for c in text.replace("\r\n", "\n")
    )
