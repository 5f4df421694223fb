"""What was read of one text is held against that text, and the first flaw is told."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from flows.extract import extract_document
from flows.soundness import UnsoundError, must_be_sound

TEXT = (
    "Northbridge Rovers beat Ferrybank Town 2-1 on Saturday. Elio Varga scored in the 30th minute.\n\n"
    "It rained for 9 hours.\n"
)
Extract = dict[str, list[Any]]


def read() -> Extract:
    return extract_document("wire.txt", "ab" * 32, TEXT)


def test_what_was_read_of_a_text_is_sound() -> None:
    extract = read()
    assert extract["match_claims"] and extract["number_mentions"]
    must_be_sound(extract, TEXT)


def spoilt(table: str, **changes: Any) -> Callable[[Extract], None]:
    def spoil(extract: Extract) -> None:
        extract[table][0] = replace(extract[table][0], **changes)

    return spoil


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (spoilt("articles", text="another text"), "story 1 is not where it says"),
        (spoilt("articles", char_end=0), "story 1 is not where it says"),
        (spoilt("match_claims", quote="won 2-1"), "'won 2-1' is not what stands at its span"),
        (spoilt("match_claims", article_id="elsewhere"), "stands outside its story"),
        (spoilt("match_claims", char_end=len(TEXT) + 9), "stands outside its story"),
        (spoilt("number_mentions", claim_id="m-gone"), "belongs to a claim that is not there"),
        (spoilt("number_mentions", claim_id=None, status="fact"), "belongs to a claim that is not there"),
        (spoilt("number_mentions", claim_id=None, status="ignored", reason=None), "is ignored without a reason"),
        (lambda extract: extract["number_mentions"].append(extract["number_mentions"][0]), "is listed twice"),
    ],
)
def test_a_flaw_is_told(spoil: Callable[[Extract], None], told: str) -> None:
    extract = read()
    spoil(extract)
    with pytest.raises(UnsoundError, match=told):
        must_be_sound(extract, TEXT)
