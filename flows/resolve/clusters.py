"""Which profiles of one pair of sides are one match?

In: the profiles of a pair; out: fewer, each a match. The most telling come first and open matches, the others join the
one match that they are compatible with and share enough with; a claim that fits two matches equally stays a row of its
own. Profiles stand on shelves by year, and vague ones meet only those of their own article or file, so that the work
grows with the matches of a season and not with those of a century.
"""

from __future__ import annotations

from collections import defaultdict

from flows.resolve.evidence import DECISIVE, evidence, needed
from flows.resolve.profiles import Profile, absorb, compatible

_MARGIN = 2


class Shelf:
    """Profiles by year, those of a known season apart; those that nothing dates stand beside every year."""

    def __init__(self) -> None:
        self._by_year: defaultdict[tuple[int | None, bool], list[Profile]] = defaultdict(list)

    def add(self, profile: Profile) -> None:
        self._by_year[profile.year(), profile.has_season].append(profile)

    def take_last(self, profile: Profile) -> None:
        """Remove the profile that was added last of its year."""
        self._by_year[profile.year(), profile.has_season].pop()

    def near(self, profile: Profile) -> list[Profile]:
        """All that a profile could be compared with: two seasons never meet, a day may lie in either of two years."""
        year = profile.year()
        if year is None:
            return [kept for shelf in self._by_year.values() for kept in shelf]
        years = ((year, True), (year, False), (year - 1, False), (year + 1, False), (None, False))
        beside = () if profile.has_season else ((year - 1, True), (year + 1, True))
        return [kept for place in (*years, *beside) for kept in self._by_year.get(place, ())]


class Matches:
    """The matches found so far."""

    def __init__(self) -> None:
        self.opened: list[Profile] = []
        self._shelf = Shelf()
        self._by_company: defaultdict[str, dict[int, Profile]] = defaultdict(dict)
        self._undated: defaultdict[tuple[str | None, bool], list[Profile]] = defaultdict(list)

    def open(self, profile: Profile) -> None:
        self.opened.append(profile)
        self._shelf.add(profile)
        self._meet(profile, profile)
        if profile.is_undated:
            self._undated[profile.home, profile.played].append(profile)

    def join(self, match: Profile, profile: Profile) -> None:
        absorb(match, profile)
        self._meet(match, profile)

    def _meet(self, match: Profile, profile: Profile) -> None:
        for name in profile.company():
            self._by_company[name][id(match)] = match

    def near(self, profile: Profile) -> list[Profile]:
        """A vague profile does not meet matches of other articles, unless those announce or report it."""
        if not profile.is_vague:
            return self._shelf.near(profile)
        company: dict[int, Profile] = {}
        for name in profile.company():
            company |= self._by_company.get(name, {})
        if profile.is_undated and profile.home is not None:
            company |= {id(match): match for match in self._undated[profile.home, not profile.played]}
        return list(company.values())


def joined(profiles: list[Profile]) -> list[Profile]:
    """The matches, in the order in which they were opened; deterministic whatever the order of the profiles."""
    waiting = sorted(profiles, key=Profile.rank)
    matches = Matches()
    ahead = Shelf()
    for profile in reversed(waiting):
        ahead.add(profile)
    postponed: list[Profile] = []
    for profile in waiting:
        ahead.take_last(profile)
        match = _fitting(profile, matches)
        if match is not None and _has_rival(profile, match, ahead):
            postponed.append(profile)
        else:
            _place(profile, match, matches)
    for profile in postponed:
        _place(profile, _fitting(profile, matches), matches)
    return matches.opened


def _place(profile: Profile, match: Profile | None, matches: Matches) -> None:
    if match is None:
        matches.open(profile)
    else:
        matches.join(match, profile)


def _fitting(profile: Profile, matches: Matches) -> Profile | None:
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
    if points >= DECISIVE or profile.is_vague:
        return False
    return any(
        compatible(profile, rival) and evidence(profile, rival) > points - _MARGIN and not compatible(match, rival)
        for rival in ahead.near(profile)
    )
