"""The proof of a number: which claim states it, in which sentence of which article, read by which rule.

Ids go in, proofs come out, the most trusted first. A proof is one claim with its whole sentence, the place of the quote
in it, and the numbers that the claim used up.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from flows.report.sentence import sentence_span

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Source(NamedTuple):
    """Where a quote stands: the article, the whole sentence, and the quote's half-open span within the sentence."""

    document: str
    article: int
    headline: str | None
    sentence: str
    start: int
    end: int


class Number(NamedTuple):
    """A number in a text and what became of it."""

    quote: str
    status: str
    reason: str | None
    claim_id: str | None
    source: Source


class Proof(NamedTuple):
    """One claim: what it states (its own columns that are known), where, by which rule, and which numbers it read."""

    claim_id: str
    kind: str
    field: str | None
    states: dict[str, Any]
    rule: str
    confidence: float
    source: Source
    numbers: list[Number]


class Contradiction(NamedTuple):
    """A field on which claims disagree, the value used, and why."""

    what: str
    field: str | None
    claims: dict[str, str]
    used: str | None
    why: str | None


class Rejection(NamedTuple):
    """A row that a check refused."""

    claim_id: str
    kind: str
    document: str | None
    claim: dict[str, Any]
    check: str
    reason: str | None


_COMMON = frozenset(
    ["claim_id", "article_id", "document", "char_start", "char_end", "quote", "rule", "confidence", "claim_kind"]
)
CLAIMS = """
with claims as (
    select claim_id, 'match' as kind, article_id, char_start, char_end, rule, confidence, to_json(match_claims) as claim
    from match_claims
    union all
    select claim_id, 'tie', article_id, char_start, char_end, rule, confidence, to_json(tie_claims) from tie_claims
    union all
    select claim_id, 'goal', article_id, char_start, char_end, rule, confidence, to_json(goal_claims) from goal_claims
    union all
    select claim_id, 'statistic', article_id, char_start, char_end, rule, confidence, to_json(statistic_claims)
    from statistic_claims
)
"""
_PLACE = """
    articles.document, articles.article, articles.headline, articles.text,
    {0}.char_start - articles.char_start, {0}.char_end - articles.char_start
"""
_PROOFS = f"""
{CLAIMS}
select claims.claim_id, claims.kind, claims.rule, claims.confidence, claims.claim, {_PLACE.format("claims")}
from claims
inner join articles on claims.article_id = articles.article_id
where claims.claim_id in (select unnest($ids))
order by claims.confidence desc, articles.document, articles.article, claims.char_start, claims.claim_id
"""
_NUMBERS = f"""
select numbers.quote, numbers.status, numbers.reason, numbers.claim_id, {_PLACE.format("numbers")}
from number_mentions as numbers
inner join articles on numbers.article_id = articles.article_id
where {{condition}}
order by
    list_position(['fact', 'attribute', 'unread', 'ignored'], numbers.status),
    articles.document, articles.article, numbers.char_start
"""


def proofs_of_row(connection: DuckDBPyConnection, resolved_id: str) -> list[Proof]:
    """The claims linked to a resolved row; those that support the row as a whole before those for one field."""
    links = connection.execute(
        "select claim_id, min(field), count(*) = count(field) from claim_links where resolved_id = ? group by all",
        [resolved_id],
    ).fetchall()
    fields = {claim: field if is_partial else None for claim, field, is_partial in links}
    proofs = [proof._replace(field=fields[proof.claim_id]) for proof in proofs_of_claims(connection, list(fields))]
    return sorted(proofs, key=lambda proof: proof.field is not None)


def proofs_of_claims(connection: DuckDBPyConnection, claim_ids: list[str]) -> list[Proof]:
    """The claims with these ids, the most trusted first."""
    numbers: dict[str, list[Number]] = {}
    for number in _numbers(connection, "numbers.claim_id in (select unnest($ids))", ids=claim_ids):
        numbers.setdefault(str(number.claim_id), []).append(number)
    rows = connection.execute(_PROOFS, {"ids": claim_ids}).fetchall()
    return [
        Proof(row[0], row[1], None, stated(row[4]), row[2], row[3], _source(*row[5:]), numbers.get(row[0], []))
        for row in rows
    ]


def numbers_worth(connection: DuckDBPyConnection, value: float) -> list[Number]:
    """Every number of this value in the texts, facts first, then attributes, unread, ignored."""
    return _numbers(connection, "numbers.value = $value", value=value)


def rows_of_claim(connection: DuckDBPyConnection, claim_id: str) -> list[str]:
    """Ids of the resolved rows that a claim supports."""
    found = connection.execute(
        "select distinct resolved_id from claim_links where claim_id = ? order by all", [claim_id]
    ).fetchall()
    return [str(row[0]) for row in found]


def contradictions_of_row(connection: DuckDBPyConnection, resolved_id: str) -> list[Contradiction]:
    """The fields of a resolved row on which its claims disagree."""
    rows = connection.execute(
        "select what, field, claim_ids, claimed_values, used, why from contradictions "
        "where resolved_id = ? order by all",
        [resolved_id],
    ).fetchall()
    return [Contradiction(row[0], row[1], dict(zip(row[2], row[3], strict=True)), row[4], row[5]) for row in rows]


def rejections(connection: DuckDBPyConnection, claim_id: str) -> list[Rejection]:
    """Why checks refused the row with this id; empty if none did."""
    rows = connection.execute(
        "select claim_id, claim_kind, document, claim, check_name, reason from rejected_claims where claim_id = ?",
        [claim_id],
    ).fetchall()
    return [Rejection(row[0], row[1], row[2], stated(row[3]), row[4], row[5]) for row in rows]


def _numbers(connection: DuckDBPyConnection, condition: str, **parameters: Any) -> list[Number]:
    rows = connection.execute(_NUMBERS.format(condition=condition), parameters).fetchall()
    return [Number(row[0], row[1], row[2], row[3], _source(*row[4:])) for row in rows]


def stated(claim: str) -> dict[str, Any]:
    """What a claim as JSON says that not every claim says: its own columns, those that are known."""
    return {name: value for name, value in json.loads(claim).items() if value is not None and name not in _COMMON}


def _source(document: str, article: int, headline: str | None, text: str, start: int, end: int) -> Source:
    first, last = sentence_span(text, start, end)
    return Source(document, article, headline, text[first:last], start - first, end - first)
