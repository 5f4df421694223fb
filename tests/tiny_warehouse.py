"""A warehouse of two invented files, built by hand, for tests of what is read out of one.

A cup tie of Northbridge Rovers and Harrow Vale (4-1, 4-3; 8-4 on aggregate as both reports say), Elio Varga's goals, a
tally, a report that disagrees, a number nobody understood and two files that could not be read.
"""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from flows import schema

FIRST = (
    "Rovers run riot at the Foundry\n\n"
    "Northbridge Rovers beat Harrow Vale 4-1 on Tuesday in the first leg of their last-16 tie. "
    "Elio Varga struck in the 42nd minute, and St. Mirna saw none of it. "
    "Rovers now have 77 goals <b>in 27 matches</b> & counting.\n\n"
    "Some 9 lanterns were lit.\n"
)
SECOND = (
    "Northbridge Rovers went through 8-4 on aggregate after winning 4-3 at Harrow Vale. "
    "They had won the first meeting 4-2.\n"
)
NAMES = {"2031/cup.txt": FIRST, "2031/café [late].txt": SECOND}
SIDES = {"team_1": "Northbridge Rovers", "team_2": "Harrow Vale"}
CUP = {"competition": "Meridian Cup", "season": "2030-31", "round": "last 16"}


def build(folder: Path) -> Path:
    """The warehouse folder, with `pressbox.duckdb` in it."""
    warehouse = folder / "warehouse"
    warehouse.mkdir(parents=True)
    with duckdb.connect(str(warehouse / "pressbox.duckdb")) as con:
        con.execute(schema.script())
        for table, rows in tables().items():
            for row in rows:
                insert(con, table, row)
    return warehouse


def insert(con: duckdb.DuckDBPyConnection, table: str, row: dict[str, Any]) -> None:
    con.execute(f"insert into {table} ({', '.join(row)}) values ({', '.join('?' * len(row))})", list(row.values()))


def tables() -> dict[str, list[dict[str, Any]]]:
    return {
        "documents": documents(),
        "articles": [
            article("a-1", "2031/cup.txt", "Rovers run riot at the Foundry"),
            article("a-2", "2031/café [late].txt", None),
        ],
        "match_claims": [
            claim("m-1", "a-1", "Northbridge Rovers beat Harrow Vale 4-1", "result.beat", 0.95)
            | SIDES
            | CUP
            | {"status": "played", "score_1": 4, "score_2": 1, "leg": 1, "date_text": "on Tuesday"},
            claim("m-2", "a-2", "winning 4-3 at Harrow Vale", "result.winning", 0.9)
            | SIDES
            | {"status": "played", "score_1": 4, "score_2": 3, "home_team": "Harrow Vale"},
            claim("m-3", "a-2", "won the first meeting 4-2", "result.won", 0.7)
            | SIDES
            | {"status": "played", "score_1": 4, "score_2": 2, "leg": 1},
        ],
        "tie_claims": [
            claim("t-1", "a-2", "8-4 on aggregate", "tie.aggregate", 0.97)
            | SIDES
            | {"aggregate_1": 8, "aggregate_2": 4, "winner": "Northbridge Rovers"},
        ],
        "goal_claims": [
            claim("g-1", "a-1", "Elio Varga struck in the 42nd minute", "goal.struck", 0.9)
            | {
                "scorer": "Elio Varga",
                "team": "Northbridge Rovers",
                "opponent": "Harrow Vale",
                "minute": 42,
                "kind": "open_play",
                "n": 1,
            },
        ],
        "statistic_claims": [
            claim("s-1", "a-1", "77 goals <b>in 27 matches</b>", "tally.goals", 0.88)
            | {
                "subject": "Northbridge Rovers",
                "metric": "goals_scored",
                "value": 77.0,
                "unit": "goals",
                "season": "2030-31",
                "matches": 27,
                "qualifier": "exact",
            },
        ],
        "number_mentions": [
            number("a-1", "4-1", None, "fact", None, "m-1"),
            number("a-1", "last-16", 16.0, "attribute", "round", "m-1"),
            number("a-1", "42nd", 42.0, "fact", None, "g-1"),
            number("a-1", "77", 77.0, "fact", None, "s-1"),
            number("a-1", "27", 27.0, "attribute", "matches", "s-1"),
            number("a-1", "9", 9.0, "unread", None, None),
            number("a-2", "8-4", None, "fact", None, "t-1"),
        ],
        "matches": [
            {
                "match_id": "match-1",
                "status": "played",
                **SIDES,
                **CUP,
                "leg": 1,
                "score_1": 4,
                "score_2": 1,
                "n_claims": 2,
                "n_articles": 2,
                "is_inferred": False,
                "confidence": 0.9,
            },
            {
                "match_id": "match-2",
                "status": "played",
                "team_1": "Harrow Vale",
                "team_2": "Northbridge Rovers",
                **CUP,
                "leg": 2,
                "score_1": 3,
                "score_2": 4,
                "home_team": "Harrow Vale",
                "match_date": date(2031, 3, 11),
                "n_claims": 1,
                "n_articles": 1,
                "is_inferred": False,
                "confidence": 0.9,
            },
        ],
        "ties": [
            {
                "tie_id": "tie-1",
                **SIDES,
                **CUP,
                "stated_1": 8,
                "stated_2": 4,
                "computed_1": 8,
                "computed_2": 4,
                "first_leg": "match-1",
                "second_leg": "match-2",
                "winner": "Northbridge Rovers",
                "verdict": "agrees",
                "n_claims": 1,
            },
        ],
        "goals": [
            {
                "goal_id": "goal-1",
                "match_id": "match-1",
                "scorer": "Elio Varga",
                "team": "Northbridge Rovers",
                "minute": 42,
                "kind": "open_play",
                "n": 1,
                "n_claims": 1,
            }
        ],
        "statistics": [
            {
                "statistic_id": "stat-1",
                "subject": "Northbridge Rovers",
                "metric": "goals_scored",
                "value": 77.0,
                "unit": "goals",
                "season": "2030-31",
                "matches": 27,
                "qualifier": "exact",
                "n_claims": 1,
            },
            {
                "statistic_id": "stat-2",
                "subject": "Northbridge Rovers",
                "metric": "points_gap",
                "value": 3.0,
                "unit": "points",
                "other": "Saint-Étienne Vale",
                "season": "2030-31",
                "qualifier": "exact",
                "n_claims": 0,
            },
        ],
        "claim_links": [
            link("m-1", "match", "match", "match-1"),
            link("m-3", "match", "match", "match-1"),
            link("m-2", "match", "match", "match-2"),
            link("t-1", "tie", "tie", "tie-1"),
            link("g-1", "goal", "goal", "goal-1"),
            link("s-1", "statistic", "statistic", "stat-1"),
        ],
        "contradictions": [
            {
                "contradiction_id": "c-1",
                "what": "match score",
                "resolved_kind": "match",
                "resolved_id": "match-1",
                "field": "score_2",
                "claim_ids": ["m-1", "m-3"],
                "claimed_values": ["1", "2"],
                "used": "1",
                "why": "more trusted",
            },
        ],
        "rejected_claims": [
            {
                "claim_id": "g-9",
                "claim_kind": "goal",
                "document": "2031/cup.txt",
                "claim": '{"claim_id":"g-9","scorer":"Ivo Lund","minute":131,"n":1}',
                "check_name": "minute in range",
                "reason": "a match has no minute 131",
            },
        ],
        "loads": [
            {
                "run_id": "r-1",
                "started_at": datetime(2031, 3, 12, 6),
                "rules": "abc",
                "files_read": 2,
                "files_new": 2,
                "files_changed": 0,
                "files_unchanged": 0,
                "files_removed": 0,
                "files_refused": 2,
                "articles": 2,
                "claims": 6,
                "rejected": 1,
                "numbers_fact": 4,
                "numbers_attribute": 2,
                "numbers_ignored": 0,
                "numbers_unread": 1,
                "verdict": "publish",
                "seconds": 2.5,
            },
        ],
    }


def documents() -> list[dict[str, Any]]:
    read = [
        {"document": name, "sha256": name, "bytes": len(text), "encoding": "utf-8", "status": "read", "rules": "abc"}
        for name, text in NAMES.items()
    ]
    refused = [("empty.txt", "the file is empty"), ("photo.txt", "binary, not text")]
    return read + [{"document": name, "bytes": 0, "status": "refused", "reason": reason} for name, reason in refused]


def article(article_id: str, document: str, headline: str | None) -> dict[str, Any]:
    text = NAMES[document]
    return {
        "article_id": article_id,
        "document": document,
        "article": 1,
        "char_start": 0,
        "char_end": len(text),
        "headline": headline,
        "published_status": "unknown",
        "text": text,
    }


def span(article_id: str, quote: str) -> dict[str, Any]:
    document = {"a-1": "2031/cup.txt", "a-2": "2031/café [late].txt"}[article_id]
    start = NAMES[document].index(quote)
    return {
        "article_id": article_id,
        "document": document,
        "char_start": start,
        "char_end": start + len(quote),
        "quote": quote,
    }


def claim(claim_id: str, article_id: str, quote: str, rule: str, confidence: float) -> dict[str, Any]:
    return {"claim_id": claim_id, **span(article_id, quote), "rule": rule, "confidence": confidence}


def number(
    article_id: str, quote: str, value: float | None, status: str, reason: str | None, claim_id: str | None
) -> dict[str, Any]:
    return span(article_id, quote) | {"value": value, "status": status, "reason": reason, "claim_id": claim_id}


def link(claim_id: str, claim_kind: str, resolved_kind: str, resolved_id: str) -> dict[str, Any]:
    return {"claim_id": claim_id, "claim_kind": claim_kind, "resolved_kind": resolved_kind, "resolved_id": resolved_id}
