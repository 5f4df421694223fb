"""The evaluation of a published warehouse against gold: claims are laid beside the gold of their article and counted.

A claim belongs to the gold article in whose span its first character lies; claims in articles without gold count
neither for nor against.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows.evaluate.agreement import ATTRIBUTES, KINDS, Agreement, Row, agreement

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from flows.evaluate.gold import Gold

_COLUMNS = {
    "match": ("status", "team_1", "team_2", "score_1", "score_2"),
    "tie": ("team_1", "team_2", "aggregate_1", "aggregate_2"),
    "goal": ("scorer",),
    "statistic": ("subject", "metric", "value", "unit"),
}
_NEAR = 2  # characters between two beginnings of one article, for blanks and quotation marks
_BANDS = (0.95, 0.9, 0.8, 0.7, 0.0)


@dataclass
class Evaluation:
    """The figures of all gold files: boundaries of articles first, then each kind of fact."""

    files: int
    boundary: Agreement
    kinds: dict[str, Agreement]
    lacking: list[str] = field(default_factory=list)  # texts with gold that the warehouse has not read

    def bands(self) -> Iterator[tuple[float, int, int]]:
        """(least confidence, claims, right claims) from the surest band to the least sure."""
        judged = [told for kind in self.kinds.values() for told in kind.judged]
        above = 2.0
        for band in _BANDS:
            inside = [right for confidence, right in judged if band <= confidence < above]
            yield band, len(inside), sum(inside)
            above = band


def evaluate(connection: DuckDBPyConnection, golds: list[Gold]) -> Evaluation:
    """How far the claims of an open warehouse agree with the gold."""
    articles = _by_name(connection, "select document, char_start from articles")
    documents = _by_name(connection, "select document, status from documents where status = 'read'")
    kinds = {kind: agreement(kind, pages(kind, golds, _claims(connection, kind))) for kind in KINDS}
    for kind, reached in kinds.items():
        for row in [*reached.missed, *reached.spurious]:
            row["type"] = kind
    lacking = [gold.name for gold in golds if gold.name not in documents]
    return Evaluation(len(golds), _boundaries(golds, articles), kinds, lacking)


def _claims(connection: DuckDBPyConnection, kind: str) -> dict[str, list[Row]]:
    columns = ["document", "char_start", "quote", "confidence", *_COLUMNS[kind], *ATTRIBUTES[kind]]
    return _by_name(connection, f"select {', '.join(columns)} from {kind}_claims")


def _by_name(connection: DuckDBPyConnection, sql: str) -> dict[str, list[Row]]:
    """Rows by the name of their document, without its folders and endings."""
    asked = connection.execute(sql)
    names = [column[0] for column in asked.description or []]
    rows: dict[str, list[Row]] = defaultdict(list)
    for values in asked.fetchall():
        row = dict(zip(names, values, strict=True))
        rows[_name_of(row["document"])].append(row)
    return rows


def _name_of(document: str) -> str:
    return document.rpartition("/")[2].removesuffix(".gz").removesuffix(".txt")


def pages(kind: str, golds: list[Gold], claims: dict[str, list[Row]]) -> Iterator[tuple[list[Row], list[Row]]]:
    """The gold facts and the claims of each article that gold covers; `claims` by name of the text."""
    for gold in golds:
        for article in gold.articles:
            facts = [fact for fact in gold.facts[kind] if fact["article"] == article["article"]]
            inside = range(article["start"], article["end"])
            found = [claim for claim in claims.get(gold.name, ()) if claim["char_start"] in inside]
            yield [{"document": f"{gold.name}.txt"} | fact for fact in facts], found


def _boundaries(golds: list[Gold], articles: dict[str, list[Row]]) -> Agreement:
    """Where stories begin: the first of a file is free, and a file that was read in part is left out."""
    total = Agreement()
    for gold in golds:
        if gold.is_partial:
            continue
        true = sorted(article["start"] for article in gold.articles)[1:]
        found = sorted(article["char_start"] for article in articles.get(gold.name, ()))[1:]
        total.gold += len(true)
        total.found += len(found)
        total.hits += sum(any(abs(start - other) <= _NEAR for other in found) for start in true)
    return total
