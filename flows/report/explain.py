"""`pressbox explain`: where does this number come from?

An id, a number or free words go in. Out comes the row they mean and under it each claim: the whole sentence with the
quote marked, the file and article, the rule and how far it is trusted. Several rows: a list with ids to ask again.
None: what to try instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from rich.text import Text

from flows.errors import PressboxError, UsageError
from flows.report.finding import Hit, find, near_names, titled, words_of, worth
from flows.report.layout import count
from flows.report.official import told_official
from flows.report.proof import (
    Number,
    Proof,
    contradictions_of_row,
    numbers_worth,
    proofs_of_claims,
    proofs_of_row,
    rejections,
    rows_of_claim,
)
from flows.report.telling import (
    Line,
    told_contradiction,
    told_fields,
    told_hit,
    told_list,
    told_number,
    told_proof,
    told_rejection,
    told_rest,
)

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LISTED = 15
_NUMBERS = 12
_TABLES = {"match": "matches", "tie": "ties", "goal": "goals", "statistic": "statistics"}
_IN_TITLE = frozenset(
    ["team_1", "team_2", "score_1", "score_2", "scorer", "subject", "metric", "value", "competition", "season", "round"]
)


def explain(connection: DuckDBPyConnection, what: str) -> Iterator[Line]:
    """The answer, line by line. Raises PressboxError with near names when nothing fits, UsageError for no words."""
    asked = what.strip()
    if not any(letter.isalnum() for letter in asked):
        raise UsageError("explain what? Give names, a number or an id: pressbox explain Northbridge 77")
    if found := titled(connection, [asked]):
        return _row(connection, found[0])
    if claimed := proofs_of_claims(connection, [asked]):
        return _claim(connection, claimed[0])
    if refused := rejections(connection, asked):
        return chain.from_iterable(told_rejection(rejection) for rejection in refused)
    if (value := worth(asked)) is not None:
        return _number(connection, asked, value)
    return _words(connection, asked)


def _words(connection: DuckDBPyConnection, what: str) -> Iterator[Line]:
    words = words_of(what)
    hits = find(connection, words)
    if not hits:
        raise PressboxError(_nothing(connection, what, words))
    best = _meant([hit for hit in hits if hit.weight == hits[0].weight])
    others = hits[len(best) :]
    if len(best) > 1:
        return _listed(best, others)
    return chain(_row(connection, best[0]), _see_also(others))


def _meant(best: list[Hit]) -> list[Hit]:
    """The one tie of two sides where nothing else than their matches fits as well, else all that fit best."""
    is_about_one_pair = len({hit.sides for hit in best}) == 1 and best[0].sides is not None
    ties = [hit for hit in best if hit.kind == "tie"]
    return ties if is_about_one_pair and len(ties) == 1 else best


def _nothing(connection: DuckDBPyConnection, what: str, words: list[str]) -> str:
    near = near_names(connection, words)
    hint = f"did you mean {', '.join(near)}?" if near else "try a club, a player, a metric such as points, or a number"
    return f"nothing in the warehouse fits '{what}': {hint}"


def _listed(best: list[Hit], others: list[Hit]) -> Iterator[Line]:
    yield from told_list(f"{len(best)} rows fit; ask again with one of these ids or with more words", best[:_LISTED])
    yield from told_rest(len(best) - _LISTED, "row", "add words to narrow them down")
    yield from _see_also(others)


def _see_also(others: list[Hit]) -> Iterator[Line]:
    if others:
        yield from told_list("see also", others[:_LISTED])
        yield from told_rest(len(others) - _LISTED, "row", "add words to narrow them down")


def _row(connection: DuckDBPyConnection, hit: Hit) -> Iterator[Line]:
    """A resolved row with all its proofs, its contradictions, and the rows that are part of it."""
    yield from _proved(connection, hit, limit=None)
    for part in _parts(connection, hit):
        yield from _proved(connection, part, limit=3 if part.kind == "match" else 1)


def _proved(connection: DuckDBPyConnection, hit: Hit, limit: int | None) -> Iterator[Line]:
    yield told_hit(hit)
    if limit is None or hit.kind == "match":
        yield 2, Text(_details(connection, hit))
    if limit is None or hit.kind == "match":
        yield from told_official(connection, hit.id)
    yield 0, Text()
    for contradiction in contradictions_of_row(connection, hit.id):
        yield from told_contradiction(contradiction)
    proofs = proofs_of_row(connection, hit.id)
    for proof in proofs[:limit]:
        yield from told_proof(proof)
    yield from told_rest(len(proofs) - len(proofs[:limit]), "claim", f"pressbox explain {hit.id}")


def _details(connection: DuckDBPyConnection, hit: Hit) -> str:
    table = _TABLES[hit.kind]
    cursor = connection.execute(f"select * exclude ({hit.kind}_id) from {table} where {hit.kind}_id = ?", [hit.id])
    row = cursor.fetchone() or ()
    fields = {column[0]: value for column, value in zip(cursor.description, row, strict=True)}
    return told_fields({name: value for name, value in fields.items() if name not in _IN_TITLE})


def _parts(connection: DuckDBPyConnection, hit: Hit) -> list[Hit]:
    """The legs of a tie, the goals of a match."""
    if hit.kind == "tie":
        found = connection.execute("select unnest([first_leg, second_leg]) from ties where tie_id = ?", [hit.id])
    elif hit.kind == "match":
        found = connection.execute("select goal_id from goals where match_id = ? order by minute, goal_id", [hit.id])
    else:
        return []
    return titled(connection, [str(row[0]) for row in found.fetchall() if row[0] is not None])


def _claim(connection: DuckDBPyConnection, proof: Proof) -> Iterator[Line]:
    yield from told_proof(proof, indent=0)
    supported = titled(connection, rows_of_claim(connection, proof.claim_id))
    yield from told_list("supports" if supported else "supports no row", supported)


def _number(connection: DuckDBPyConnection, asked: str, value: float) -> Iterator[Line]:
    """Every sentence in which the number stands, and what it was read as; computed numbers stand in no sentence."""
    numbers = numbers_worth(connection, value)
    if not numbers:
        return _words(connection, f"{value:g}" if value < 1e6 else f"{value:.0f}")
    return _numbers(connection, asked, numbers)


def _numbers(connection: DuckDBPyConnection, asked: str, numbers: list[Number]) -> Iterator[Line]:
    claims = {number.claim_id: number for number in reversed(numbers) if number.claim_id}
    proofs = proofs_of_claims(connection, list(claims)[::-1][:_NUMBERS])
    loose = [number for number in numbers if number.claim_id is None]
    yield 0, Text(f"{asked} stands in the texts {count(len(numbers), 'time')}", style="bold")
    yield 0, Text()
    for proof in proofs:
        for hit in titled(connection, rows_of_claim(connection, proof.claim_id)):
            yield told_hit(hit)
        yield from told_proof(proof)
    for number in loose[: _NUMBERS - len(proofs)]:
        yield from told_number(number)
    shown = len(proofs) + len(loose[: _NUMBERS - len(proofs)])
    yield from told_rest(len(claims) + len(loose) - shown, "", f"add words: pressbox explain NAME {asked}", 0)
