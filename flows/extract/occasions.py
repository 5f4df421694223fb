"""Which told fact a day, a season, a round, a leg, a minute or a score during play belongs to.

In: the claims of a story and a mention of such a thing. Out: the claim, or None where none is told there. The claim
that states that very day or round comes before the nearest one; one that states another is none of its.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from flows.extract.claim_places import Claim, ClaimPlaces, Occasion
from flows.extract.text.calendar_words import Day
from flows.extract.text.figures import Season
from flows.extract.text.mentions import Mention

_OF_MATCHES = frozenset({"ROUND", "LEG"})
_OF_NO_ROUND = (" age", " player_age", " transfer_fee", " contract_years", " time_at_club")
_REACH, ONWARD = 90, 900
_BREAK = re.compile(
    r"[;:!?\n]|\. |\b(?:and|but|while|whereas|who|whose|which|when|after|before|although|though|then|has|have|is|are)\b"
)
_YEAR, _DAY = re.compile(r"\d{4}"), re.compile(r"\b\d\d?(?:st|nd|rd|th)?\b")


class _Placed(NamedTuple):
    """How well a claim suits a place: 0 says the same, the others say nothing else; its distance from there; its id."""

    rank: int
    distance: int
    claim_id: str


def owner(claims: Iterable[Claim], kind: str, mention: Mention, lower: str) -> str | None:
    """The claim among those of a sentence that a mention of a kind dates or places."""
    found = []
    for claim in claims:
        same = _agree(claim.held.occasion, kind, mention)
        away = _distance(claim, mention)
        apart = claim.letter == "s" and kind in _OF_MATCHES and claim.held.thing.endswith(_OF_NO_ROUND)
        if same or (same is None and (not away or (not apart and _in_reach(claim, mention, lower)))):
            rank = 0 if same else 2 if claim.letter == "s" and kind in _OF_MATCHES else 1
            found.append(_Placed(rank, away, claim.claim_id))
    return min(found).claim_id if found else None


def owner_elsewhere(claims: ClaimPlaces, kind: str, mention: Mention) -> str | None:
    """The nearest match of the whole story on the day of a month or in the round of a mention that no claim stands
    beside: a heading, a fact box."""
    value = mention.value
    if kind == "DATE" and isinstance(value, Day) and value.month and value.day:
        same = claims.on_day(value.month, value.day)
    else:
        same = claims.in_round(value) if kind == "ROUND" and isinstance(value, str) else ()
    fit = [(_distance(c, mention), c.claim_id) for c in same if _agree(c.held.occasion, kind, mention)]
    return min(fit)[1] if fit else None


def owner_of_score_so_far(claims: Iterable[Claim], mention: Mention) -> str | None:
    """The match or tie nearest to a score during play, an aggregate or a shoot-out: for the first only one that can
    have ended as told from there on, or one close by whose end is not told."""
    found = []
    for claim in claims:
        if claim.letter in "mt":
            away = _distance(claim, mention)
            fits = None if mention.kind != "LIVE_SCORE" else _came_to(claim.held.pairs[0], *mention.value)
            if fits or (fits is None and away < _REACH):
                found.append(_Placed(0 if fits else 1, away, claim.claim_id))
    return min(found).claim_id if found else None


def owner_of_minute(goals: Iterable[Claim], mention: Mention) -> str | None:
    """The goal that fell in a minute: one whose minute it is, else the nearest that has none; for "five minutes later"
    the nearest."""
    minute = getattr(mention.value, "minute", None)
    found = []
    for goal in goals:
        same = minute is not None and float(minute) in goal.held.beside
        if same or minute is None or not goal.held.beside:
            found.append(_Placed(0 if same else 1, _distance(goal, mention), goal.claim_id))
    return min(found).claim_id if found else None


def _came_to(final: tuple[Any, Any], first: int, second: int) -> bool | None:
    """Whether a score can have been that of a match on its way; None where the end is not told."""
    if None in final:
        return None
    return any(first <= one and second <= two for one, two in (final, final[::-1]))


def _distance(claim: Claim, mention: Mention) -> int:
    return int(max(0, claim.start - mention.end, mention.start - claim.end))


def _in_reach(claim: Claim, mention: Mention, lower: str) -> bool:
    """Whether nothing but a few words of one clause stands between."""
    first, last = (claim.end, mention.start) if claim.start < mention.start else (mention.end, claim.start)
    return last - first <= _REACH and _BREAK.search(lower, first, max(first, last)) is None


def _agree(told: Occasion, kind: str, mention: Mention) -> bool | None:
    """Whether a claim says the same of when or where it was; None where it says nothing of it."""
    if kind == "DATE":
        return _same_day(told, mention)
    if kind == "SEASON":
        name = mention.value.name if isinstance(mention.value, Season) else None
        return None if name is None or told.season is None else told.season == name
    known = told.round if kind == "ROUND" else told.leg
    return None if known is None or mention.value is None else known == mention.value


def _same_day(told: Occasion, mention: Mention) -> bool | None:
    day = mention.value
    if not isinstance(day, Day):
        return None
    if told.day is not None:
        parts = [(getattr(day, name), getattr(told.day, name)) for name in ("year", "month", "day")]
        given = [part == known for part, known in parts if part]
        return all(given) if given else None
    pairs = [(set(part.findall(mention.text)), set(part.findall(told.said))) for part in (_YEAR, _DAY)]
    given = [one <= two for one, two in pairs if one and two]
    if given:
        return all(given)
    if day.year and not day.day and told.season:
        return _within(day.year, told.season)
    return None


def _within(year: int, season: str) -> bool:
    first, _, last = season.partition("-")
    return first.isdigit() and (int(first) == year or (bool(last) and int(first) + 1 == year))
