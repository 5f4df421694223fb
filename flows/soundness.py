"""Does what was read of one text hold together? Asked of each text alone, so that one odd text stops no other.

In go the records of a document and its text; an error comes out where a quote does not stand at its span, a number is
listed twice or a record names one that is not there. The critical checks ask the same of all texts together, but they
can only refuse everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flows.schema import CLAIM_KINDS

Extract = Mapping[str, Sequence[Any]]


class UnsoundError(Exception):
    """What was read contradicts the text or itself: a fault of the reading rules."""


def must_be_sound(extract: Extract, text: str) -> None:
    """Raises UnsoundError with the first flaw of a document's records."""
    for flaw in _flaws(extract, text):
        raise UnsoundError(flaw)


def _flaws(extract: Extract, text: str) -> Iterator[str]:
    claims = [claim for table in CLAIM_KINDS for claim in extract[table]]
    yield from _flaws_of_stories(extract["articles"], text)
    yield from _flaws_of_quotes([*claims, *extract["number_mentions"]], extract["articles"], text)
    yield from _flaws_of_numbers(extract["number_mentions"], {claim.claim_id for claim in claims})


def _flaws_of_stories(stories: Sequence[Any], text: str) -> Iterator[str]:
    end = 0
    for story in stories:
        if not end <= story.char_start < story.char_end or story.text != text[story.char_start : story.char_end]:
            yield f"story {story.article} is not where it says"
        end = story.char_end


def _flaws_of_quotes(records: Sequence[Any], stories: Sequence[Any], text: str) -> Iterator[str]:
    spans = {story.article_id: (story.char_start, story.char_end) for story in stories}
    for record in records:
        start, end = spans.get(record.article_id, (0, 0))
        if not start <= record.char_start < record.char_end <= end:
            yield f"{record.quote[:60]!r} stands outside its story"
        if record.quote != text[record.char_start : record.char_end]:
            yield f"{record.quote[:60]!r} is not what stands at its span"


def _flaws_of_numbers(numbers: Sequence[Any], claims: set[str]) -> Iterator[str]:
    spans: set[tuple[int, int]] = set()
    for number in numbers:
        span = number.char_start, number.char_end
        if span in spans:
            yield f"the number {number.quote[:60]!r} at {span[0]} is listed twice"
        if number.claim_id not in claims and (number.claim_id is not None or number.status == "fact"):
            yield f"the number {number.quote[:60]!r} at {span[0]} belongs to a claim that is not there"
        if number.status == "ignored" and not number.reason:
            yield f"the number {number.quote[:60]!r} at {span[0]} is ignored without a reason"
        spans.add(span)
