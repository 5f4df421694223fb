"""The records that reading an article yields: one dataclass a table of the warehouse, field for field.

The tables' contract stands in `sql/tables/*.sql`; a test holds these names against it. Spans are half-open code-point
offsets into the document's text and `quote` is exactly that slice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Article:
    article_id: str
    document: str
    article: int
    char_start: int
    char_end: int
    headline: str | None
    published: date | None
    published_text: str | None
    published_status: str
    text: str


@dataclass(slots=True)
class MatchClaim:
    claim_id: str
    article_id: str
    document: str
    char_start: int
    char_end: int
    quote: str
    status: str
    team_1: str
    team_2: str
    score_1: int | None
    score_2: int | None
    home_team: str | None
    competition: str | None
    season: str | None
    round: str | None
    leg: int | None
    match_date: date | None
    date_text: str | None
    venue: str | None
    decided: str | None
    shootout: str | None
    behind_closed_doors: bool | None
    rule: str
    confidence: float


@dataclass(slots=True)
class TieClaim:
    claim_id: str
    article_id: str
    document: str
    char_start: int
    char_end: int
    quote: str
    team_1: str
    team_2: str
    aggregate_1: int | None
    aggregate_2: int | None
    winner: str | None
    competition: str | None
    season: str | None
    round: str | None
    rule: str
    confidence: float


@dataclass(slots=True)
class GoalClaim:
    claim_id: str
    article_id: str
    document: str
    char_start: int
    char_end: int
    quote: str
    scorer: str
    team: str | None
    opponent: str | None
    minute: int | None
    added_time: int | None
    kind: str
    n: int
    rule: str
    confidence: float


@dataclass(slots=True)
class StatisticClaim:
    claim_id: str
    article_id: str
    document: str
    char_start: int
    char_end: int
    quote: str
    subject: str
    metric: str
    value: float
    unit: str
    competition: str | None
    season: str | None
    matches: int | None
    other: str | None
    qualifier: str
    rule: str
    confidence: float


@dataclass(slots=True)
class NumberMention:
    article_id: str
    document: str
    char_start: int
    char_end: int
    quote: str
    value: float | None
    status: str
    reason: str | None
    claim_id: str | None
