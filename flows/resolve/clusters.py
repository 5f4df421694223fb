"""Which profiles of one pair of sides are one match?

In: the profiles of a pair; out: fewer, each a match. The most telling come first and open matches, the others join the
one match that they are compatible with and share enough with; a claim that fits two matches equally stays a row of its
own. Seasons part the shelf, so that the work grows with the matches of a season and not with those of a century.
"""

from __future__ import annotations

from collections import defaultdict

from flows.resolve.profiles import DECISIVE, Profile, absorb, compatible, evidence, needed

_MARGIN = 2


class Shelf:
    """Profiles by season; those without one stand with every season."""

    def __init__(self, profiles: list[Profile]) -> None:
        self._by_season: defaultdict[str | None, list[Profile]] = defaultdict(list)
        for profile in profiles:
            self.add(profile)

    def add(self, profile: Profile) -> None:
        self._by_season[self._place(profile)].append(profile)

    def remove(self, profile: Profile) -> None:
        place = self._by_season[self._place(profile)]
        del place[next(at for at, kept in enumerate(place) if kept is profile)]

    def near(self, profile: Profile) -> list[Profile]:
        """All that a profile could be compared with."""
        place = self._place(profile)
        if place is None:
            return [kept for shelf in self._by_season.values() for kept in shelf]
        return self._by_season[place] + self._by_season[None]

    @staticmethod
    def _place(profile: Profile) -> str | None:
        """A season that spans two years; one named by a single year may overlap others."""
        return profile.season if profile.season and "-" in profile.season else None


def joined(profiles: list[Profile]) -> list[Profile]:
    """The matches, in the order in which they were opened; deterministic whatever the order of the profiles."""
    waiting = sorted(profiles, key=Profile.rank)
    if len(waiting) == 1:
        return waiting
    matches = Shelf([])
    opened: list[Profile] = []
    ahead = Shelf(waiting[::-1])  # reversed, so that removing the next one finds it at the end
    postponed: list[Profile] = []
    for profile in waiting:
        ahead.remove(profile)
        match = _fitting(profile, matches)
        if match is None:
            matches.add(profile)
            opened.append(profile)
        elif _has_rival(profile, match, ahead):
            postponed.append(profile)
        else:
            absorb(match, profile)
    for profile in postponed:
        match = _fitting(profile, matches)
        if match is None:
            matches.add(profile)
            opened.append(profile)
        else:
            absorb(match, profile)
    return opened


def _fitting(profile: Profile, matches: Shelf) -> Profile | None:
    """The one match that the profile fits clearly better than any other, None where there is none or a doubt."""
    best: Profile | None = None
    points = second = -_MARGIN
    for match in matches.near(profile):
        if not compatible(profile, match):
            continue
        shared = evidence(profile, match)
        if best is None or shared > points:
            best, points, second = match, shared, points if best is not None else second
        elif shared > second:
            second = shared
    if best is None or points < needed(profile, best) or points - second < _MARGIN:
        return None
    return best


def _has_rival(profile: Profile, match: Profile, ahead: Shelf) -> bool:
    """Whether a profile still to come is another match than this one and would fit as well."""
    points = evidence(profile, match)
    if points >= DECISIVE:
        return False
    return any(
        compatible(profile, rival) and evidence(profile, rival) > points - _MARGIN and not compatible(match, rival)
        for rival in ahead.near(profile)
    )
