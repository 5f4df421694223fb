"""Which measure told before it a number goes on with: games behind a tally, a further place or gap in a list.

In: the claims of a story and a number that none of them covers. Out: the claim it belongs to, or None.
"""

from __future__ import annotations

import re
from collections.abc import Container

from flows.extract.claim_places import ClaimPlaces
from flows.extract.text.sentence import Sentence

_OF_GAMES = re.compile(
    r" (?:[a-z][\w'-]* ){0,3}?(?:games|matches|meetings|outings|fixtures|starts|appearances|visits|trips)\b"
)
_OUT_OF = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|wins?|defeats?|losses|draws?|victories|points|goals)"
    r"(?: (?:out of|of|in|from)| (?:out of|of|in|from) (?:their|his|her|its|the|our))"
    r"(?: (?:last|past|previous|opening|first|most recent|final))? $"
)
_NTHS = frozenset({"first", "second", "third"})
_TALLIES = (" wins", " draws", " losses", " points", " goals_scored", " player_goals", " goals_conceded")
_NEAR_GAMES = 30
_FURTHER = re.compile(r"\b(?:a )?further $")
_A_LIST = re.compile(r"(?:,? (?:and )?(?:(?:\w+-)?\w+(?:st|nd|rd|th|first|second|third|rth)\b)?)*(?:,? and |, | )")


def games_of(claims: ClaimPlaces, lower: str, sentence: Sentence | None, start: int, end: int) -> str | None:
    """The tally right before a number of games: "won four and lost two of their last eight"."""
    if sentence is None or lower[start:end] in _NTHS or not _OF_GAMES.match(lower, end):
        return None
    if not _OUT_OF.search(lower, max(0, start - 40), start):
        return None
    told = [claim for claim in claims.begun(sentence.span.start, start) if claim.letter == "s"]
    near = [claim for claim in told if claim.held.thing.endswith(_TALLIES) and start - claim.end < _NEAR_GAMES]
    return near[-1].claim_id if near else None


def listed_fact(
    claims: ClaimPlaces, lower: str, sentence: Sentence | None, start: int, value: float | None, told: Container[str]
) -> str | None:
    """The measure of a number that stands in a list behind the words that state it ("finished fourth, seventh and
    third"), or adds to the one before ("and a further five back"); none of those `told` by a number already."""
    if sentence is None:
        return None
    further = _FURTHER.search(lower, max(0, start - 12), start) is not None
    for claim in claims.begun(sentence.span.start, start):
        if claim.letter != "s" or claim.claim_id in told:
            continue
        if further and claim.held.thing.endswith("points_gap") and claim.held.values[0] > (value or 0):
            return claim.claim_id
        if value in claim.held.values and _A_LIST.fullmatch(lower, claim.end, start):
            return claim.claim_id
    return None
