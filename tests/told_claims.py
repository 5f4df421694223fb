"""Claims for tests of resolving, told in one line each, in frames as the extraction hands them on.

`Newsroom` collects what invented articles claim and resolves it; `gold_claims` turns the annotated facts beside the
checkout into the same frames.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from flows import schema
from flows.resolve import resolve

TABLES = ("articles", "match_claims", "tie_claims", "goal_claims", "statistic_claims")
NO_LINKS = pl.DataFrame(
    schema={name: pl.String for name in ("claim_id", "claim_kind", "resolved_kind", "resolved_id", "field")}
)
Row = dict[str, Any]


def empty_frames() -> dict[str, pl.DataFrame]:
    """The claim tables without rows, in the types of `sql/tables`."""
    with duckdb.connect() as con:
        con.execute(schema.script())
        return {table: con.sql(f"select * from {table}").pl() for table in TABLES}


_EMPTY = empty_frames()


def frames(rows: dict[str, list[Row]]) -> dict[str, pl.DataFrame]:
    return {table: pl.DataFrame(rows.get(table, []), schema=empty.schema) for table, empty in _EMPTY.items()}


class Newsroom:
    """Articles and their claims; `resolved` is what they come to, `before` the links of an earlier run."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {table: [] for table in TABLES}

    def article(self, article_id: str, document: str | None = None, published: date | None = None) -> None:
        status = "unknown" if published is None else "stated"
        self._add("articles", article_id, document, article=1, published=published, published_status=status, text="")

    def match(self, article_id: str, team_1: str, score: str | None, team_2: str, **told: Any) -> str:
        """A match claim: `score` is "2-1", "7-" where one side's goals are told, None where no score is."""
        goals = [int(part) if part else None for part in score.split("-")] if score else [None, None]
        sides = {"team_1": team_1, "team_2": team_2, "score_1": goals[0], "score_2": goals[1]}
        return self._claim("match_claims", "m", article_id, {"status": "played", **sides, **told})

    def tie(self, article_id: str, team_1: str, score: str | None, team_2: str, **told: Any) -> str:
        goals = [int(part) for part in score.split("-")] if score else [None, None]
        sides = {"team_1": team_1, "team_2": team_2, "aggregate_1": goals[0], "aggregate_2": goals[1]}
        return self._claim("tie_claims", "t", article_id, {**sides, **told})

    def goal(
        self, article_id: str, scorer: str, team: str, opponent: str, minute: int | None = None, **told: Any
    ) -> str:
        goal = {"scorer": scorer, "team": team, "opponent": opponent, "minute": minute, "kind": "open_play", "n": 1}
        return self._claim("goal_claims", "g", article_id, {**goal, **told})

    def statistic(self, article_id: str, subject: str, metric: str, value: float, **told: Any) -> str:
        measure = {"subject": subject, "metric": metric, "value": value, "unit": "goals", "qualifier": "exact"}
        return self._claim("statistic_claims", "s", article_id, {**measure, **told})

    def resolved(self, before: pl.DataFrame = NO_LINKS) -> dict[str, pl.DataFrame]:
        return resolve(frames(self.rows), before)

    def _claim(self, table: str, letter: str, article_id: str, told: Row) -> str:
        at = len(self.rows[table])
        claim_id = f"{letter}-{hashlib.sha256(f'{article_id}{at}{told}'.encode()).hexdigest()[:16]}"
        document = told.pop("document", None)
        start = told.pop("char_start", 100 * at)
        self._add(
            table,
            article_id,
            document,
            claim_id=claim_id,
            char_start=start,
            **{"rule": "test", "confidence": 0.9, **told},
        )
        return claim_id

    def _add(self, table: str, article_id: str, document: str | None, **row: Any) -> None:
        place = {"article_id": article_id, "document": document or f"{article_id}.txt"}
        self.rows[table].append({**place, "char_start": 0, "char_end": 0, **row})


def scored(rows: pl.DataFrame) -> set[str]:
    """The matches with a full score, as "Home 2-1 Away"."""
    known = rows.filter(pl.col("score_1").is_not_null() & pl.col("score_2").is_not_null())
    return set(known.select(pl.format("{} {}-{} {}", "team_1", "score_1", "score_2", "team_2")).to_series())


def gold_claims(gold: Iterable[Path]) -> dict[str, pl.DataFrame]:
    """Annotated facts as claims, one article per annotated article."""
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for path in gold:
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            fact = json.loads(line)
            rows[_table(fact["type"])].append(_row(fact, path.stem, at))
    return frames(rows)


def _table(kind: str) -> str:
    return "articles" if kind == "article" else f"{kind}_claims"


_RENAMED = {"home": "home_team", "date": "match_date", "start": "char_start", "end": "char_end"}


def _row(fact: Row, document: str, at: int) -> Row:
    kind = fact["type"]
    columns = _EMPTY[_table(kind)].columns
    told = {_RENAMED.get(key, key): value for key, value in fact.items()}
    told |= {"article_id": f"{document}-{fact['article']}", "document": f"{document}.txt"}
    if kind == "article":
        return {key: told.get(key) for key in columns} | {"published_status": "unknown", "published": None, "text": ""}
    if told.get("match_date"):
        told["match_date"] = date.fromisoformat(told["match_date"])
    claim_id = f"{kind[0]}-{hashlib.sha256(f'{document}{at}'.encode()).hexdigest()[:16]}"
    return {key: told.get(key) for key in columns} | {"claim_id": claim_id, "rule": "gold", "confidence": 0.9}
