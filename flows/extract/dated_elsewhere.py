"""The day of a match that one story of a document leaves open and another one tells.

In: the match claims of one document. Out: the same claims, a date filled in where the claim can only mean the match
that is dated elsewhere: same two sides, and the score, the leg, or home side and round alike, nothing apart.
"""

from __future__ import annotations

from collections import defaultdict

from flows.extract.claims import MatchClaim

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def date_from_other_stories(claims: list[MatchClaim]) -> None:
    """Fill in the dates that the document makes certain."""
    dated: defaultdict[frozenset[str], list[MatchClaim]] = defaultdict(list)
    for claim in claims:
        if claim.match_date is not None:
            dated[frozenset((claim.team_1, claim.team_2))].append(claim)
    for claim in claims if dated else ():
        known = dated.get(frozenset((claim.team_1, claim.team_2)))
        if claim.match_date is None and known is not None:
            others = [o for o in known if o.article_id != claim.article_id and _is_the_same(claim, o)]
            days = {other.match_date for other in others}
            if len(days) == 1:
                claim.match_date = days.pop()


def _is_the_same(claim: MatchClaim, other: MatchClaim) -> bool:
    """Whether two claims of one pair can only be of the same match."""
    if any(_apart(getattr(claim, name), getattr(other, name)) for name in ("home_team", "competition", "round", "leg")):
        return False
    if claim.season is not None and other.season is not None and claim.season != other.season:
        return False
    told = (claim.date_text or "").lower()
    day = _WEEKDAYS[other.match_date.weekday()] if other.match_date is not None else ""
    if any(word in told for word in _WEEKDAYS) and day not in told:
        return False
    if claim.score_1 is not None and other.score_1 is not None:
        return _score_of(claim, other.team_1) == (other.score_1, other.score_2)
    known = [claim.leg, claim.round if claim.home_team is not None and other.home_team is not None else None]
    return any(value is not None for value in known) and (claim.leg == other.leg)


def _apart(one: object, two: object) -> bool:
    return one is not None and two is not None and one != two


def _score_of(claim: MatchClaim, first: str) -> tuple[int | None, int | None]:
    """The score, that of the side named first."""
    turned = claim.team_1 != first
    return (claim.score_2, claim.score_1) if turned else (claim.score_1, claim.score_2)
