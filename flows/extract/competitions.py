"""In which competition a match was played: named at it, shared by its sides, or the story's own.

Of the world's knowledge one thing is used: two sides of one league that the document names meet in that league.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property

from flows import vocabulary
from flows.extract.mentions import Mention
from flows.extract.nearby import MatchOrTie, Nearby
from flows.extract.story import StoryState

_ABOUT_A_SIDE = re.compile(
    r"(?:'s)? (?:outfit|side|leaders|champions|club|strugglers|title|rivals|hopefuls|team|giants|opposition|"
    r"opponents|new boys|rookies|clubs|"
    r"debutants|qualification|qualifying (?:place|spot|berth)|"
    r"ambitions|places?|spots?|berths?|winners?|holders|glory|dream|quest|aspirations|campaigns? in|"
    r"era|record|goals? (?:of|this)|summit|table|standings)\b"
)

_BY_LAST_WORD = {"League": "league", "Division": "league", "Cup": "cup", "Trophy": "cup"}


class Competitions:
    """Answers for one story; `leagues` are those the document names."""

    def __init__(self, state: StoryState, nearby: Nearby, leagues: set[str]) -> None:
        self.state = state
        self.nearby = nearby
        self.leagues = leagues
        self.main = self._main()

    def _main(self) -> str | None:
        """The competition told most and earliest, where it is not told of another match or of a side's standing."""
        counts: Counter[str] = Counter()
        for sentence in self.state.sentences:
            weight = 3 if sentence.paragraph <= 1 else 1
            for mention in sentence.mentions:
                if mention.kind == "COMPETITION" and not self.nearby.elsewhere(mention, sentence):
                    counts[mention.value] += 1 if self._about_a_side(mention) else weight
        shared = self._shared_league(self.state.main.team_1, self.state.main.team_2) if self.state.main else None
        if shared is not None:
            counts[shared] += 2
        return counts.most_common(1)[0][0] if counts else None

    def _about_a_side(self, mention: Mention) -> bool:
        """ "Premier League leaders", "LaLiga outfit": a competition that says who a side is, not what was played."""
        return bool(_ABOUT_A_SIDE.match(self.state.text.lower[mention.end : mention.end + 24]))

    def _shared_league(self, one: str, two: str) -> str | None:
        """The league both sides play in, where the document names it."""
        league = league_of(one)
        return league if league is not None and league == league_of(two) and league in self.leagues else None

    def of(self, match: MatchOrTie) -> str | None:
        """The competition named at the match, else the league both share, else the story's own."""
        near = self.nearby.near(match, "COMPETITION")
        if near is not None and not self._about_a_side(near):
            return str(near.value)
        shared = self._shared_league(match.team_1, match.team_2)
        if self.nearby.is_main(match) and self.main is not None:
            return self.main
        if match.status_is("scheduled") and kind_of(self.main) in ("cup", "league_cup"):
            return self.main
        if shared is not None:
            return shared
        if self._continental is not None and self._abroad(match):
            return self._continental
        told = {
            m.value
            for s in self.state.sentences
            for m in s.mentions
            if m.kind == "COMPETITION" and not self._about_a_side(m)
        }
        return told.pop() if len(told) == 1 and self._of_competition(match, told) else None

    @cached_property
    def _continental(self) -> str | None:
        """The one continental competition the story names."""
        told = {
            m.value
            for s in self.state.sentences
            for m in s.mentions
            if m.kind == "COMPETITION" and kind_of(m.value) == "continental"
        }
        return told.pop() if len(told) == 1 else None

    def _abroad(self, match: MatchOrTie) -> bool:
        """Clubs of two countries, which meet in no league of either."""
        one, two = country_of(match.team_1), country_of(match.team_2)
        return one is not None and two is not None and one != two

    def _of_competition(self, match: MatchOrTie, told: set[str]) -> bool:
        """A story that names one competition only, where it is no league of other sides."""
        only = next(iter(told))
        return kind_of(only) != "league" or only in (league_of(match.team_1), league_of(match.team_2), None)


@cache
def _kinds() -> dict[str, str]:
    return {c.name: c.kind for c in vocabulary.competitions()}


@cache
def _leagues() -> dict[str, str]:
    return {c.name: c.league for c in vocabulary.clubs() if not c.national}


@cache
def _countries() -> dict[str, str]:
    return {c.name: c.country for c in vocabulary.clubs() if not c.national}


def country_of(club: str) -> str | None:
    """The country of a known club."""
    return _countries().get(club)


def kind_of(competition: str | None) -> str | None:
    """league, cup, continental ... of a competition: as the vocabulary has it, else by its last word."""
    if not competition:
        return None
    return _kinds().get(competition) or _BY_LAST_WORD.get(competition.rsplit(" ", 1)[-1])


def league_of(club: str) -> str | None:
    """The league a known club usually plays in."""
    return _leagues().get(club)


def document_leagues(mentions: list[Mention]) -> set[str]:
    """The leagues a document names."""
    return {m.value for m in mentions if m.kind == "COMPETITION" and kind_of(m.value) == "league"}
