"""Line-up blocks -> players' clubs: "Harland: Ebbe, Rusk (Finch 61), ...", or two lines of names, home side first.

In: a story. Out: who plays for whom, noted in its cast, and the side in whose block a place of the text lies.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_NAME = r"[A-Z][\w'.-]*(?: (?:[a-z]{2,3} )?[A-Z][\w'.-]*){0,3}"
_LISTED = re.compile(r": (?=[A-Z][\w'. -]+(?: \([^)]*\))?, )")
_LINEUP = re.compile(
    rf"(?:^|(?<=[.)] )|(?<=\n))(?P<team>[A-Z][\w&' .-]{{2,30}}?)(?: \([^)]{{3,12}}\))?{_LISTED.pattern}"
)
_PLAYERS = re.compile(rf"(?P<name>{_NAME})(?: \((?P<sub>{_NAME}) \d{{1,3}}\))?")


class Lineups:
    """The line-ups of one story."""

    def __init__(self, state: StoryState) -> None:
        self._state = state
        self._labelled = _lineups(state)
        self._unlabelled = _unlabelled(state) if not self._labelled else []

    def side_at(self, position: int) -> str | None:
        """Whose block a place lies in: the last label's before it."""
        before = [team for start, team, _ in self._labelled if start < position]
        return before[-1] if before else None

    def lists(self, player: str, side: str) -> bool:
        """Whether a labelled line-up of the side names the player."""
        return any(team == side and player in players for _, team, players in self._labelled)

    def side_of(self, player: str) -> str | None:
        """His side by two unlabelled line-ups, which come home side first."""
        main = self._state.main
        if len(self._unlabelled) != 2 or main is None or main.home is None:
            return None
        for players, side in zip(self._unlabelled, (main.home, main.opponent(main.home)), strict=True):
            if any(player == p or p.split()[-1] == player for p in players):
                return side
        return None


def _lineups(state: StoryState) -> list[tuple[int, str, set[str]]]:
    """Labelled line-ups as (offset, club, players); players are noted as playing for the club."""
    normal = state.text.normal
    found: list[tuple[int, str, set[str]]] = []
    for block in state.story.body:
        if _LISTED.search(normal, block.start, block.end) is None:
            continue
        for label in _LINEUP.finditer(normal, block.start, block.end):
            team = next(
                (
                    m.value
                    for m in state.mentions
                    if m.kind == "TEAM" and label.start() <= m.start <= label.start("team") + 2
                ),
                None,
            )
            if team is None:
                continue
            stop = normal.find(".", label.end(), block.end)
            players = _players(normal, label.end(), block.end if stop < 0 else stop)
            found.append((label.start(), team, players))
            _enlist(state, team, players)
    return found


def _players(normal: str, start: int, end: int) -> set[str]:
    names = set()
    for player in _PLAYERS.finditer(normal, start, end):
        names.add(player.group("name"))
        if player.group("sub"):
            names.add(player.group("sub"))
    return names


def _enlist(state: StoryState, team: str, players: set[str]) -> None:
    for player in players:
        full = state.cast.people.get(player, player)
        state.cast.plays_for.setdefault(full, Counter())[team] += 3


def _unlabelled(state: StoryState) -> list[set[str]]:
    """Lines of eleven names and more without a label, in order; their players are noted for home and away side."""
    main = state.main
    found = []
    for block in state.story.body:
        line = state.text.normal[block.start : block.end]
        if line.count(",") >= 9 and line.count(",") * 22 > len(line):
            found.append(_players(state.text.normal, block.start, block.end))
    if len(found) == 2 and main is not None and main.home:
        for players, side in zip(found, (main.home, main.opponent(main.home)), strict=True):
            _enlist(state, str(side), players)
    return found
