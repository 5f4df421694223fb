"""The figures of an evaluation, as a table for a person or as one JSON object for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from flows.evaluate.agreement import ATTRIBUTES, Agreement, Row
from flows.evaluate.evaluation import Evaluation
from flows.report.layout import count, plain, plain_lines, visible

_HEAD = ("facts", "gold", "found", "hits", "precision", "recall", "F1", "attributes")
_ORDER = ("document", "type", "article", "status")


def lines(evaluation: Evaluation, with_misses: bool) -> Iterator[str]:
    """The table, each attribute, what a confidence is worth; if wanted, every fact missed and every claim amiss."""
    yield count(evaluation.files, "gold file")
    for name in evaluation.lacking:
        yield f"not in the warehouse: {name}.txt, so all its facts count as missed"
    yield from list(plain_lines(_HEAD, [_row(name, reached) for name, reached in _told(evaluation)]))[:-1]
    for kind, reached in evaluation.kinds.items():
        cells = [f"{c} {reached.right[c]}/{reached.asked[c]}" for c in ATTRIBUTES[kind] if reached.asked[c]]
        if cells:
            yield f"{kind} attributes: {', '.join(cells)}"
    above = "1"
    for band, n, right in evaluation.bands():
        if n:
            yield f"confidence {band:g} to {above}: {right} of {count(n, 'claim')} right ({right / n:.3f})"
        above = f"{band:g}"
    if with_misses:
        yield from _misses(evaluation)


def as_json(evaluation: Evaluation, with_misses: bool) -> str:
    """One object: a member for each kind of fact, with `missed` and `spurious` if wanted, then the confidence."""
    told: dict[str, Any] = {name: _figures(reached) for name, reached in _told(evaluation)}
    if with_misses:
        for kind, reached in evaluation.kinds.items():
            if kind in told:
                told[kind] |= {"missed": reached.missed, "spurious": reached.spurious}
    told["confidence"] = [{"from": band, "claims": n, "right": right} for band, n, right in evaluation.bands()]
    told["lacking"] = evaluation.lacking
    return json.dumps(told, ensure_ascii=False, indent=1, default=plain)


def below(evaluation: Evaluation, least: float) -> list[str]:
    """Each kind of fact whose F1 is below the least that is wanted, told in a line."""
    return [
        f"{name}: F1 {reached.f1:.3f} is below {least:g}" for name, reached in _told(evaluation) if reached.f1 < least
    ]


def _told(evaluation: Evaluation) -> Iterator[tuple[str, Agreement]]:
    for name, reached in {"boundary": evaluation.boundary, **evaluation.kinds}.items():
        if reached.gold or reached.found:
            yield name, reached


def _row(name: str, reached: Agreement) -> tuple[Any, ...]:
    shares = (reached.precision, reached.recall, reached.f1, reached.attributes)
    return name, reached.gold, reached.found, reached.hits, *(None if s is None else f"{s:.3f}" for s in shares)


def _figures(reached: Agreement) -> dict[str, Any]:
    figures = {
        "gold": reached.gold,
        "found": reached.found,
        "hits": reached.hits,
        "precision": reached.precision,
        "recall": reached.recall,
        "f1": reached.f1,
    }
    return figures if reached.attributes is None else figures | {"attributes": reached.attributes}


def _misses(evaluation: Evaluation) -> Iterator[str]:
    for reached in evaluation.kinds.values():
        yield from (f"missed    {_in_a_line(row)}" for row in reached.missed)
        yield from (f"spurious  {_in_a_line(row)}" for row in reached.spurious)


def _in_a_line(row: Row) -> str:
    first = [str(row[key]) for key in _ORDER if row.get(key) is not None]
    rest = {key: value for key, value in row.items() if key not in _ORDER and value is not None}
    return visible(" ".join([*first, json.dumps(rest, ensure_ascii=False, default=plain)]))
