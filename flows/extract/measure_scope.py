"""What a measure is limited to: competition, season, games beside it, the second party of a gap, how exact it is.

Read from the tokens around a frame's match; what the sentence leaves out is taken from the story only where it is certain.
"""

from __future__ import annotations

import re
from collections import Counter

from flows import vocabulary
from flows.extract.circumstances import Circumstances
from flows.extract.figures import Season, season_name
from flows.extract.mentions import Mention
from flows.extract.shapes import Frame, shape_of
from flows.extract.story import SIDES, Sentence, StoryState

IN_THE_LEAGUE = frozenset({"league_position", "finish_position", "points_gap", "games_in_hand", "points"})
SEASONAL = IN_THE_LEAGUE | frozenset(
    "goals_scored goals_conceded wins losses draws unbeaten_run win_run loss_run winless_run draw_run clean_sheets player_goals "
    "player_season_goal_number travelling_fans".split()
)
_GAMES = Frame("games", "IN|FROM HE|THEY? EACH? -2 PAST|ORDINAL|NEXTFEW? -1 g:NUMBER -4 GAME|APPEARANCE", "", 1)
_GAMES_BARE = Frame("games", "IN|FROM HE|THEY? EACH? IN? HE|THEY? PAST g:NUMBER", "", 1)
_APART = frozenset({"AND", "COMMA", "BUT", "NUMBER", "QUOTE"})
_TIME_AFTER = re.compile(r"[ -](?:[a-z]+ )?(?:minutes?|mins|days?|months?|weeks?|years?|hours?|yards?|seasons?|points?|goals?)\b")
_NEVER_SHORT = 46


class Scope:
    """Answers for one story."""

    def __init__(self, state: StoryState, around: Circumstances) -> None:
        self.state = state
        self.around = around
        self.league = self._story_league()

    def _story_league(self) -> str | None:
        """The league that the story speaks of most, None where it names none."""
        kinds = {c.name: c.kind for c in vocabulary.competitions()}
        told = Counter(m.value for s in self.state.sentences for m in s.mentions if m.kind == "COMPETITION" and kinds.get(m.value) == "league")
        return str(told.most_common(1)[0][0]) if told else None

    def competition(self, tokens: list[Mention], first: int, last: int, metric: str) -> str | None:
        """The competition named within or just around the phrase, else the story's league for what only a league has."""
        best: tuple[int, str] | None = None
        for i in range(max(0, first - 9), min(len(tokens), last + 8)):
            if tokens[i].kind == "COMPETITION":
                distance = 0 if first <= i <= last else first - i + 1 if i < first else i - last
                if any(t.kind in ("COMMA", "BUT", "STOP") for t in tokens[min(i, last) : max(i, first)]):
                    distance += 4
                if best is None or distance < best[0]:
                    best = (distance, str(tokens[i].value))
        if best is not None and best[0] <= 9:
            return best[1]
        around = tokens[max(0, first - 2) : last + 5]
        if any(t.kind == "SCOPE" and t.value == "league" for t in around) or metric in IN_THE_LEAGUE:
            return self.league
        return None

    def season(self, tokens: list[Mention], at: int, metric: str, matches: int | None) -> str | None:
        """The season said in the sentence, else the document's for what is counted by seasons."""
        said = [t for t in tokens if t.kind == "SEASON"]
        own = self.around.season
        if said:
            nearest = min(said, key=lambda t: abs(t.start - tokens[at].start))
            if isinstance(nearest.value, Season):
                return nearest.value.name
            return shifted(own, int(nearest.value or 0))
        if metric not in SEASONAL or metric == "finish_position" or (matches is not None and matches >= _NEVER_SHORT):
            return None
        return own

    def games(self, tokens: list[Mention], at: int, last: int) -> int | None:
        """Games beside a tally: "in his last six outings", "through 27 matches", "from nine"."""
        shape = shape_of(tokens[at + 1 : last + 14])
        part = tokens[at + 1 : last + 14]
        for frame in (_GAMES, _GAMES_BARE):
            for bound in frame.matches(shape, part):
                start = part.index(bound["first"])
                between = part[last - at : start]
                if start <= last - at + 4 and not any(t.kind in _APART for t in between) and self.counts_games(bound["g"]):
                    return int(bound["g"].value)
        return None

    def counts_games(self, number: Mention) -> bool:
        """Whether a number beside a tally can be of games: no minutes, months or yards follow it."""
        return _TIME_AFTER.match(self.state.text.lower, number.end) is None

    def qualifier(self, tokens: list[Mention], at: int) -> str:
        """What the words right before (or "-plus" after) make of a number."""
        text = self.state.text.lower
        if text.startswith("-plus", tokens[at].end) or tokens[at].text.lower().endswith(("plus", "+")):
            return "at_least"
        for i in (at - 1, at - 2):
            if i >= 0 and tokens[i].kind == "QUALIFIER":
                return str(tokens[i].value)
            if i >= 0 and tokens[i].kind not in ("A", "HE"):
                break
        return "exact"

    def other(self, tokens: list[Mention], last: int, sentence: Sentence, subject: str | None) -> str | None:
        """The second party of a gap: a side, "safety", "top four", "Europa League places"."""
        for i in range(last, min(len(tokens), last + 7)):
            token = tokens[i]
            if token.kind in ("COMMA", "STOP", "BUT") and i > last:
                return None
            if token.kind in SIDES:
                side = self.state.side(token, sentence)
                if side is not None and side != subject:
                    return side
            if token.kind == "ZONE":
                return str(token.value)
            if token.kind == "TOP" and i + 1 < len(tokens) and tokens[i + 1].kind == "NUMBER":
                return f"{token.value} {tokens[i + 1].text.lower()}"
            if token.kind == "COMPETITION" and i + 1 < len(tokens) and tokens[i + 1].kind == "PLACES":
                return f"{token.value} places"
            if token.kind == "NAME" and i > last:
                return token.text
            if token.kind == "THEY" or (token.kind == "WE" and i > last):
                return None
        return None


def shifted(season: str | None, by: int) -> str | None:
    """'2018-19' for '2019-20' and -1; None stays None."""
    if season is None or by == 0:
        return season
    match = re.match(r"((?:19|20)\d\d)-", season)
    if match is None:
        return None
    first = int(match.group(1)) + by
    return season_name(str(first), str(first + 1))
