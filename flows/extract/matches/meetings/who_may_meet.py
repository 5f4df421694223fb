"""Which sides may meet: clubs meet clubs, countries meet countries."""

from __future__ import annotations

from functools import cache

from flows import vocabulary

_SELECTED = (" XI", " All-Stars", " Select")


@cache
def is_national(team: str) -> bool | None:
    """Whether a side, or the side whose women or juniors it is, is a country's; None for one that nobody knows."""
    national = _national_by_name()
    words = team.split(" ")
    return next((national[name] for n in (len(words), -1) if (name := " ".join(words[:n])) in national), None)


@cache
def _national_by_name() -> dict[str, bool]:
    return {club.name: club.national for club in vocabulary.clubs()}


def may_meet(one: str, two: str) -> bool:
    """A club, known or not, and a country's side meet in no competition; a World XI meets anybody."""
    if one.endswith(_SELECTED) or two.endswith(_SELECTED):
        return True
    return bool(is_national(one)) == bool(is_national(two))


def may_meet_all(team: str, objects: list[str | None]) -> bool:
    """Whether a side may have played each of the others told."""
    return all(may_meet(team, other) for other in objects if other is not None)


def club_name(index: int) -> str:
    return vocabulary.clubs()[index].name
