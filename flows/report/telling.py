"""How a proof reads: resolved rows, claims and numbers as indented lines with the quote marked in its sentence.

On a terminal the quote is coloured, in a pipe it stands between guillemets (`in_plain`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.text import Text

from flows.report.finding import Hit
from flows.report.layout import cell, count, visible
from flows.report.proof import Contradiction, Number, Proof, Rejection, Source

Line = tuple[int, Text]
"""A line of an answer: how far it is indented, and its text."""

ID = "cyan"
QUOTE = "bold yellow"
DIM = "dim"


def told_hit(hit: Hit, indent: int = 0) -> Line:
    """One row in short: kind, id, title."""
    return indent, Text.assemble((hit.kind, "bold"), "  ", (hit.id, ID), "  ", visible(hit.title))


def told_proof(proof: Proof, indent: int = 2) -> Iterator[Line]:
    """A claim: its sentence, where it stands, what it states, which numbers it read."""
    yield from told_source(proof.source, indent)
    about = Text.assemble("claim ", (proof.claim_id, ID), f", rule {proof.rule}, confidence {proof.confidence:.2f}")
    yield indent + 2, about.append(f", for {proof.field}" if proof.field else "")
    yield indent + 2, Text("states " + told_fields(proof.states))
    if proof.numbers:
        yield indent + 2, Text("numbers " + "; ".join(map(_told_number, proof.numbers)))
    yield 0, Text()


def told_source(source: Source, indent: int) -> Iterator[Line]:
    """The whole sentence with the quote marked, then file and article."""
    yield indent, marked(source)
    headline = f': "{visible(source.headline)}"' if source.headline else ""
    yield indent + 2, Text(f"{source.document}, article {source.article}{headline}", style=DIM)


def marked(source: Source) -> Text:
    """The sentence on one line; the quote carries the style QUOTE."""
    before, quote, after = (_on_one_line(part) for part in _parts(source))
    return Text.assemble(before, (quote, QUOTE), after)


def _parts(source: Source) -> tuple[str, str, str]:
    sentence = source.sentence
    return sentence[: source.start], sentence[source.start : source.end], sentence[source.end :]


def _on_one_line(text: str) -> str:
    return visible("".join(" " if c.isspace() else c for c in text.replace("\r\n", "\n")))


def told_number(number: Number, indent: int = 2) -> Iterator[Line]:
    """A number that no claim holds: its sentence and what became of it."""
    yield from told_source(number.source, indent)
    yield indent + 2, Text(_told_number(number))
    yield 0, Text()


def _told_number(number: Number) -> str:
    return f"{visible(number.quote)} {number.status}" + (f" ({visible(number.reason)})" if number.reason else "")


def told_contradiction(contradiction: Contradiction, indent: int = 2) -> Iterator[Line]:
    """A field on which claims disagree: each value with its claim, the one used, and why."""
    on = contradiction.what + (f" ({contradiction.field})" if contradiction.field else "")
    why = f": {contradiction.why}" if contradiction.why else ""
    yield indent, Text.assemble((f"claims disagree on {on}", "bold red"), f"; used {cell(contradiction.used)}{why}")
    for value in dict.fromkeys(contradiction.claims.values()):
        claims = [claim_id for claim_id, claimed in contradiction.claims.items() if claimed == value]
        yield (
            indent + 2,
            Text.assemble(f"{cell(value)} {'says' if len(claims) == 1 else 'say'} ", (", ".join(claims), ID)),
        )
    yield 0, Text()


def told_rejection(rejection: Rejection) -> Iterator[Line]:
    """A row that a check refused, with the reason and the row as it was."""
    title = Text.assemble((rejection.kind, "bold"), "  ", (rejection.claim_id, ID), "  ")
    yield 0, title.append(f"refused by {rejection.check}", "bold red")
    if rejection.reason:
        yield 2, Text(visible(rejection.reason))
    yield 2, Text("stated " + told_fields(rejection.claim))
    yield 0, Text()


def told_fields(fields: Mapping[str, Any]) -> str:
    """Known fields as 'name value, name value'."""
    return ", ".join(f"{name} {cell(value)}" for name, value in fields.items() if value is not None)


def told_rest(hidden: int, thing: str, how: str, indent: int = 2) -> Iterator[Line]:
    """How many were left out and how to see them; nothing if none were."""
    if hidden > 0:
        yield indent, Text(f"and {count(hidden, f'more {thing}')}: {how}", style=DIM)


def told_list(heading: str, hits: Iterable[Hit]) -> Iterator[Line]:
    """A heading and rows in short under it."""
    yield 0, Text(heading, style="bold")
    for hit in hits:
        yield told_hit(hit, 2)


def in_plain(line: Line) -> str:
    """The line without colours: the quote stands between guillemets instead."""
    indent, text = line
    plain = text.plain
    for span in sorted((span for span in text.spans if span.style == QUOTE), reverse=True):
        plain = f"{plain[: span.start]}«{plain[span.start : span.end]}»{plain[span.end :]}"
    return (" " * indent + plain).rstrip()
