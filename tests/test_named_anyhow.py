"""A plain result or fixture is read whatever its sides are called.

A name that looks like a month, a day, a bet or a plain word changes nothing of it. Every name that the vocabulary gives
a club as its own is tried; the side must be told with the other, and the score must be the match's.
"""

import pytest

from flows import vocabulary
from flows.extract import extract_document

TELLINGS: dict[str, tuple[str, int | None, int | None]] = {
    "beat": ("{side} beat {other} 3-0.", 3, 0),
    "lost to": ("{other} lost 4-2 to {side}.", 4, 2),
    "knocked out": ("{other} knocked out {side} on Saturday.", None, None),
    "host": ("{side} host {other} on Saturday.", None, None),
}
WITHOUT = {  # a day of the week, a promise, and an abbreviation that ends a sentence
    "Wednesday",
    "Odds BK",
    "AS FAR",
}
PARTS = 8  # dealt out to processes


def told(telling: str, side: str, other: str) -> tuple[set[str], list[tuple[int | None, int | None]], list[str]]:
    """The sides, the scores and the status of the score where a plain result names a side so."""
    text = TELLINGS[telling][0].format(side=side, other=other)
    records = extract_document("plain.txt", "0" * 64, text)
    sides = {side for match in records["match_claims"] for side in (match.team_1, match.team_2)}
    scores = [(match.score_1, match.score_2) for match in records["match_claims"]]
    return sides, scores, [n.status for n in records["number_mentions"] if "-" in n.quote]


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("telling", TELLINGS)
def test_a_plain_result_is_read_whatever_a_club_is_called(telling: str, part: int) -> None:
    goals = set(TELLINGS[telling][1:])
    misread = [
        (form, *found)
        for club in vocabulary.clubs()[part::PARTS]
        for form in (club.name, *club.short_names)
        if form not in WITHOUT
        for other in [("Cuba" if club.name == "Malta" else "Malta") if club.national else "Kestle"]
        for found in [told(telling, form, other)]
        if len(found[0]) != 2
        or other not in found[0]
        or [set(s) for s in found[1]] != [goals]
        or found[2] != ["fact"] * (None not in goals)
    ]
    assert not misread
