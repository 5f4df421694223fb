"""What surrounds a match: competition, season, round, leg, date, venue, extra time, closed doors.

A sentence's own words go first, then - for the match the story is about - the rest of the story. Nothing is taken from
the world's knowledge but the round before the one a winner reaches.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from flows import vocabulary
from flows.extract.calendar_words import Day
from flows.extract.figures import Season
from flows.extract.mentions import Mention
from flows.extract.results import MatchTold, TieTold
from flows.extract.story import Sentence, StoryState

BEFORE = {"quarter-final": "last 16", "semi-final": "quarter-final", "final": "semi-final", "last 16": "last 32"}
_REACHED = re.compile(
    r"(?:into|reach|reached|reaching|reaches|advanced? to|advances to|progress(?:ed)? to|through to|place in|spot in|berth in|to|qualif\w+ for|make|made|secure|semi-final spot|"
    r"seal\w* \w+ \w*)(?: the| their| a| its)*(?: first| club's first)?(?: [\w-]+){0,3} $"
)
_NO_FINAL = re.compile(
    r"^ ?(?:minutes?|whistle|third|day|ball|score|scoreline|line|pass|touch|\d|ten|five|six|few|stages?|half|game|match|quarter|leg|round|say|group|spot|place|push|word|decision|year|season|weeks?|months?)\b"
)
_CLOSED = frozenset({"CLOSED_DOORS"})


class Circumstances:
    """Answers for one story; `season` and `dated` come from the whole document."""

    def __init__(self, state: StoryState, season: str | None) -> None:
        self.state = state
        self.competition = self._main_competition()
        self.round = self._main_round()
        self.season = season
        self.closed = any(m.kind in _CLOSED for s in state.sentences for m in s.mentions)

    def is_main(self, match: MatchTold | TieTold) -> bool:
        """Whether this is the pair the story is about."""
        main = self.state.main
        return main is not None and {match.team_1, match.team_2} == {main.team_1, main.team_2}

    # ---- competition

    def _main_competition(self) -> str | None:
        counts: Counter[str] = Counter()
        for sentence in self.state.sentences:
            weight = 3 if sentence.paragraph <= 1 else 1
            for mention in sentence.mentions:
                if mention.kind == "COMPETITION" and not mention.possessive:
                    counts[mention.value] += weight
        return counts.most_common(1)[0][0] if counts else None

    def competition_of(self, match: MatchTold | TieTold) -> str | None:
        """The competition named at the match, else the story's for the story's match, else the sides' shared league."""
        near = nearest(match.sentence, "COMPETITION", match.start, match.end)
        if near is not None and not (self.is_main(match) and self._only_qualifies(near, match)):
            return str(near.value)
        if self.is_main(match):
            return self.competition
        return None

    def _only_qualifies(self, mention: Mention, match: MatchTold | TieTold) -> bool:
        """"Premier League leaders", "LaLiga outfit": a competition that says who a side is, not what was played."""
        after = self.state.text.lower[mention.end : mention.end + 14]
        return bool(re.match(r" (?:outfit|side|leaders|champions|club|strugglers|title|rivals|hopefuls|team|giants)\b", after))

    # ---- round and leg

    def _rounds(self, sentence: Sentence) -> list[tuple[Mention, str]]:
        found = []
        lower = self.state.text.lower
        for mention in sentence.mentions:
            if mention.kind != "ROUND" or (mention.text.lower() == "final" and _NO_FINAL.match(lower[mention.end : mention.end + 12])):
                continue
            before = lower[max(sentence.span.start, mention.start - 48) : mention.start]
            reached = mention.value in BEFORE and _REACHED.search(before) and mention.value != "last 16"
            if mention.value == "final" and not re.search(r"(?:\bthe|cup|'s|league|cup's|this|in a|sunday's) $", before):
                continue
            found.append((mention, BEFORE[mention.value] if reached else mention.value))
        return found

    def _main_round(self) -> str | None:
        counts: Counter[str] = Counter()
        for sentence in self.state.sentences:
            for mention, name in self._rounds(sentence):
                weight = 2 if sentence.paragraph <= 1 else 1
                counts[name] += weight if name == mention.value else 2 * weight
        return counts.most_common(1)[0][0] if counts else None

    def round_of(self, match: MatchTold | TieTold, competition: str | None) -> str | None:
        """The round at the match, else the story's; a league has none."""
        if _kind(competition) == "league":
            return None
        here = [name for _, name in self._rounds(match.sentence)]
        if here:
            return here[0]
        return self.round if self.is_main(match) and _kind(competition) != "friendly" else None

    def leg_of(self, match: MatchTold) -> int | None:
        """1 or 2 where a leg is named at the match, or the aggregate is told with it."""
        if match.leg:
            return match.leg
        near = nearest(match.sentence, "LEG", match.start, match.end)
        if near is not None and near.value in (1, 2):
            return int(near.value)
        kinds = {m.kind for m in match.sentence.mentions}
        if match.status == "played" and "AGGREGATE_SCORE" in kinds:
            return 2
        return None

    # ---- when and where

    def date_of(self, match: MatchTold) -> tuple[date | None, str | None]:
        """The day as written, and as a date where year, month and day are certain."""
        twins = [match, *match.extra.get("twins", [])]  # type: ignore[misc]
        for told in twins:
            near = nearest(told.sentence, "DATE", told.start, told.end)
            if near is not None:
                text = self.state.text.raw[slice(*self.state.text.span(near.start, near.end))]
                return self._resolve(near.value), text
        return None, None

    def _resolve(self, day: Day) -> date | None:
        if day.iso:
            return day.iso
        if day.month and day.day and self.season and len(self.season) == 7:
            first = int(self.season[:4])
            try:
                return date(first if day.month >= 7 else first + 1, day.month, day.day)
            except ValueError:
                return None
        return None

    def venue_of(self, match: MatchTold) -> str | None:
        """The ground named at the match; for the story's match also elsewhere in its lead."""
        near = nearest(match.sentence, "GROUND", match.start, match.end)
        if near is None and self.is_main(match) and match.status == "played":
            grounds = [
                m
                for s in self.state.sentences
                if s.paragraph <= 2
                for m in s.mentions
                if m.kind == "GROUND" and self._hosts(m, match)
            ]
            near = grounds[0] if grounds else None
        return near.text if near is not None else None

    def _hosts(self, ground: Mention, match: MatchTold) -> bool:
        names = {vocabulary.clubs()[i].name for i in ground.value}
        return bool(names & {match.team_1, match.team_2})

    def home_of(self, match: MatchTold) -> str | None:
        """The home side the words give, else the ground's, else - for the story's match - the story's."""
        if match.home:
            return match.home
        near = nearest(match.sentence, "GROUND", match.start, match.end)
        if near is not None:
            names = {vocabulary.clubs()[i].name for i in near.value}
            here = [t for t in (match.team_1, match.team_2) if t in names]
            if len(here) == 1:
                return here[0]
        main = self.state.main
        if main is not None and self.is_main(match) and match.status == "played":
            return main.home
        return None

    def decided(self, match: MatchTold) -> tuple[str | None, str | None]:
        """How a played match ended and the shoot-out's score, from its own sentence."""
        if match.status != "played":
            return None, None
        kinds = {m.kind: m for m in match.sentence.mentions}
        shootout = kinds.get("SHOOTOUT_SCORE")
        if shootout is not None and (match.score_1 is None or match.score_1 == match.score_2):
            return "penalties", f"{max(shootout.value)}-{min(shootout.value)}"
        if "EXTRA_TIME" in kinds and abs(kinds["EXTRA_TIME"].start - match.end) < 90:
            return "extra_time", None
        return "regular", None

    def closed_doors(self, match: MatchTold) -> bool | None:
        """Whether the text says that nobody watched."""
        near = nearest(match.sentence, "CLOSED_DOORS", match.start, match.end)
        if near is not None or (self.closed and self.is_main(match) and match.status == "played"):
            return True
        return None


def nearest(sentence: Sentence, kind: str, start: int, end: int) -> Mention | None:
    """The mention of a kind closest to a span of the sentence; what follows is preferred to what stands before."""
    best, best_distance = None, 10**9
    for mention in sentence.mentions:
        if mention.kind != kind:
            continue
        distance = mention.start - end if mention.start >= end else max(0, start - mention.end) * 2 + 5
        if start <= mention.start < end:
            distance = 0
        if distance < best_distance:
            best, best_distance = mention, distance
    return best if best_distance < 160 else None


def _kind(competition: str | None) -> str | None:
    return next((c.kind for c in vocabulary.competitions() if c.name == competition), None)


def document_season(mentions: list[Mention]) -> str | None:
    """The season a document is written in, where it names one: the latest of those written out."""
    names = [m.value.name for m in mentions if m.kind == "SEASON" and isinstance(m.value, Season) and m.value.name]
    return max(names) if names else None
