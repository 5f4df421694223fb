"""What surrounds a match: competition, season, round, leg, date, venue, extra time, closed doors.

A sentence's own words go first, each word to the match it stands nearest; then - for the match the story is about -
the rest of the story. Nothing is taken from the world's knowledge but two things: two sides of one league that the
story names meet in that league, and who reaches the quarter-finals played the last 16.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from functools import cache, cached_property

from flows import vocabulary
from flows.extract.calendar_words import Day
from flows.extract.figures import Season
from flows.extract.mentions import Mention
from flows.extract.results import Results
from flows.extract.story import Sentence, StoryState
from flows.extract.told import MatchTold, TieTold

BEFORE = {"quarter-final": "last 16", "semi-final": "quarter-final", "final": "semi-final"}
_REACHED = re.compile(
    r"\b(?:into|reach\w*|advanc\w+ to|progress\w* to|through to|place in|spot in|berth in|"
    r"qualif\w+ for|to|foot in|make|made|secure)"
    r"(?: the| their| a| its| his)*(?: first| club's first)?(?: [\w-]+){0,2} $"
)
_PLURAL_ROUND = re.compile(r"s$|last[- ]eight$|last[- ]four$")
_NO_FINAL = re.compile(
    r"^ ?(?:minutes?|whistle|third|day|ball|score|scoreline|line|pass|touch|\d|ten|five|six|few|"
    r"stages?|half|game|match|quarter|"
    r"leg|round|say|group|spot|place|push|word|decision|year|season|weeks?|months?|losses|defeats?|seconds?|kick|moments?|qualif\w+)\b"
)
_HOPES = re.compile(r"[- ](?:hopes?|places?|spots?|berths?|chances|ambitions|qualification|dream|race|draw\b)")
_FINAL_BEFORE = re.compile(r"(?:\bthe|cup|'s|league|cup's|this|in a|sunday's|trophy|shield) $")
_ABOUT_A_SIDE = re.compile(
    r"(?:'s)? (?:outfit|side|leaders|champions|club|strugglers|title|rivals|hopefuls|team|giants|"
    r"debutants|qualification|qualifying (?:place|spot|berth)|"
    r"ambitions|places?|spots?|berths?|winners?|holders|glory|dream|quest|aspirations|campaigns? in|"
    r"era|record|goals? (?:of|this)|summit|table|standings)\b"
)
MatchOrTie = MatchTold | TieTold


class Circumstances:
    """Answers for one story; `season` and `leagues` are the document's, `published` its stated dateline."""

    def __init__(
        self, state: StoryState, results: Results, season: str | None, published: date | None, leagues: set[str]
    ) -> None:
        self.state = state
        self.results = results
        self.published = published
        self.season = season or (season_of_day(published) if published is not None else None)
        self.leagues = leagues
        self.competition = self._main_competition()
        self.round = self._main_round()

    def is_main(self, match: MatchOrTie) -> bool:
        """Whether this is the pair the story is about."""
        main = self.state.main
        return main is not None and {match.team_1, match.team_2} == {main.team_1, main.team_2}

    # ---- competition

    def _main_competition(self) -> str | None:
        """The competition told most and earliest, where it is not told of another match or of a side's standing."""
        counts: Counter[str] = Counter()
        for sentence in self.state.sentences:
            weight = 3 if sentence.paragraph <= 1 else 1
            for mention in sentence.mentions:
                if mention.kind == "COMPETITION" and not self._elsewhere(mention, sentence):
                    counts[mention.value] += 1 if self._about_a_side(mention) else weight
        shared = self._shared_league(self.state.main.team_1, self.state.main.team_2) if self.state.main else None
        if shared is not None:
            counts[shared] += 2
        return counts.most_common(1)[0][0] if counts else None

    def _elsewhere(self, mention: Mention, sentence: Sentence) -> bool:
        owner = self._owner(mention, sentence)
        return owner is not None and not self.is_main(owner)

    def _owner(self, mention: Mention, sentence: Sentence) -> MatchTold | None:
        """The match of this sentence that a circumstance stands nearest to."""
        here = [m for m in self.results.matches if m.sentence is sentence]
        if not here:
            return None
        return min(here, key=lambda m: _distance(mention, m.start, m.end))

    def _about_a_side(self, mention: Mention) -> bool:
        """ "Premier League leaders", "LaLiga outfit": a competition that says who a side is, not what was played."""
        return bool(_ABOUT_A_SIDE.match(self.state.text.lower[mention.end : mention.end + 24]))

    def _shared_league(self, one: str, two: str) -> str | None:
        """The league both sides play in, where the document names it."""
        league = league_of(one)
        return league if league is not None and league == league_of(two) and league in self.leagues else None

    def competition_of(self, match: MatchOrTie) -> str | None:
        """The competition named at the match, else the league both share, else the story's own."""
        near = self._near(match, "COMPETITION")
        if near is not None and not self._about_a_side(near):
            return str(near.value)
        shared = self._shared_league(match.team_1, match.team_2)
        if self.is_main(match) and self.competition is not None:
            return self.competition
        if match.status_is("scheduled") and kind_of(self.competition) in ("cup", "league_cup"):
            return self.competition
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

    def _near(self, match: MatchOrTie, kind: str) -> Mention | None:
        """The mention of a kind nearest to the match, unless another match of the sentence stands nearer to it."""
        near = nearest(match.sentence, kind, match.start, match.end)
        if near is None:
            return None
        owner = self._owner(near, match.sentence)
        if owner is None or owner is match or owner.sentence is not match.sentence or isinstance(match, TieTold):
            return near
        return near if _distance(near, owner.start, owner.end) >= _distance(near, match.start, match.end) else None

    # ---- season

    def season_of(self, match: MatchOrTie, day: Day | None) -> str | None:
        """The season said at the match, else the document's; a bare year dates a final, and no other match."""
        if isinstance(match, TieTold) and match.year is not None:
            return None
        for told in match.tellings() if isinstance(match, MatchTold) else [match]:
            near = self._near(told, "COMPETITION")
            if near is None:
                continue
            year = re.search(r"\b((?:19|20)\d\d) $", self.state.text.lower[max(0, near.start - 6) : near.start])
            if year:
                return year.group(1)
        if day is not None and day.year and not day.month:
            return (
                f"{day.year - 1}-{day.year % 100:02d}"
                if "final" in match.sentence.span_text(self.state.text.lower)
                else None
            )
        return self.season

    # ---- round and leg

    def _rounds(self, sentence: Sentence) -> list[tuple[Mention, str, bool]]:
        """Rounds of a sentence as (mention, round played, certain)."""
        found = []
        lower = self.state.text.lower
        for mention in sentence.mentions:
            if mention.kind != "ROUND":
                continue
            before = lower[max(sentence.span.start, mention.start - 48) : mention.start]
            text = mention.text.lower()
            if text == "final" and (
                _NO_FINAL.match(lower[mention.end : mention.end + 12]) or not _FINAL_BEFORE.search(before)
            ):
                continue
            if _HOPES.match(lower[mention.end : mention.end + 16]):
                continue
            aim = (
                _PLURAL_ROUND.search(text)
                or "place in" in before
                or "to the" in before[-16:]
                or "into the" in before[-24:]
            )
            if mention.value in BEFORE and aim and text != "finals" and _REACHED.search(before):
                found.append((mention, BEFORE[mention.value], False))
            else:
                found.append((mention, mention.value, True))
        return found

    def _main_round(self) -> str | None:
        counts: Counter[str] = Counter()
        for sentence in self.state.sentences:
            for mention, name, certain in self._rounds(sentence):
                if self._elsewhere(mention, sentence):
                    continue
                counts[name] += (4 if certain else 2) if sentence.paragraph <= 1 else (2 if certain else 1)
        return counts.most_common(1)[0][0] if counts else None

    def round_of(self, match: MatchOrTie, competition: str | None) -> str | None:
        """The round at the match, else the story's; a league has none but a matchday."""
        if isinstance(match, TieTold) and match.year is not None:
            return None
        if kind_of(competition) in ("league", "friendly"):
            told = {name for _, name, _ in self._rounds(match.sentence)}
            return "play-off" if "play-off" in told and kind_of(competition) == "league" else None
        rounds = {id(m): (name, certain) for m, name, certain in self._rounds(match.sentence)}
        near = self._near(match, "ROUND")
        if near is not None and id(near) in rounds:
            name, certain = rounds[id(near)]
            if certain or not self.is_main(match) or self.round is None:
                return name
        return self.round if self.is_main(match) or self._one_round_story(match) else None

    def _one_round_story(self, match: MatchOrTie) -> bool:
        return self.round == "group stage" and self.competition is not None and match.status_is("scheduled")

    def leg_of(self, match: MatchTold) -> int | None:
        """1 or 2 where a leg is named at the match, the aggregate is told with it, or the return is still to come."""
        if match.leg:
            return match.leg
        near = self._near(match, "LEG")
        if near is not None and near.value in (1, 2):
            return int(near.value)
        same_pair = [m for m in self.results.matches if m is not match and m.same_pair(match)]
        if match.status == "played" and any(m.status == "scheduled" and m.leg == 2 for m in same_pair):
            return 1
        if (
            match.status == "played"
            and match.score_1 is not None
            and any(map(self._aggregate_beside, match.tellings()))
        ):
            return 2
        return None

    def _aggregate_beside(self, match: MatchTold) -> bool:
        """Whether the tie's aggregate is told in the same sentence or the next."""
        sentences = self.state.sentences
        index = match.sentence.number
        near = sentences[index : index + 2]
        return any(
            any(t.sentence is s for s in near) and {t.team_1, t.team_2} == {match.team_1, match.team_2}
            for t in self.results.ties
        )

    # ---- when and where

    def date_of(self, match: MatchTold) -> tuple[date | None, str | None, Day | None]:
        """The day as a date where year, month and day are certain, as written, and as read."""
        if match.year is not None:
            return None, str(match.year), Day(year=match.year)
        for told in match.tellings():
            near = self._near(told, "DATE")
            if near is not None:
                text = self.state.text.raw[slice(*self.state.text.span(near.start, near.end))]
                return self._resolve(near.value, match.status), text, near.value
        return None, None, None

    def _resolve(self, day: Day, status: str) -> date | None:
        """The one date an expression can mean: written in full, of the story's season, or counted from a stated
        dateline."""
        if day.iso:
            return day.iso
        if day.month and day.day and self.season and len(self.season) == 7:
            first = int(self.season[:4])
            try:
                return date(first if day.month >= 7 else first + 1, day.month, day.day)
            except ValueError:
                return None
        return self._from_dateline(day, status)

    def _from_dateline(self, day: Day, status: str) -> date | None:
        """ "on Sunday" beside a stated dateline: the last Sunday where it was played, the next where it is to come."""
        if self.published is None:
            return None
        near = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "this evening": 0, "last night": -1}
        if day.relative in near:
            return self.published + timedelta(days=near[day.relative])
        if day.weekday is None or day.day is not None:
            return None
        back = (self.published.weekday() - day.weekday) % 7
        if status == "played":
            return self.published - timedelta(days=back)
        return self.published + timedelta(days=(day.weekday - self.published.weekday() - 1) % 7 + 1)

    def venue_of(self, match: MatchTold) -> str | None:
        """The ground (else the town) at the match; for the story's match also the home side's ground named in the
        story."""
        for told in match.tellings():
            ground = self._near(told, "GROUND")
            if ground is not None and _distance(ground, told.start, told.end) < 110 and self._may_host(ground, match):
                return ground.text
        for told in match.tellings():
            place = self._near(told, "PLACE")
            if (
                place is not None
                and self.state.text.lower.endswith(" in ", 0, place.start)
                and _distance(place, told.start, told.end) < 60
            ):
                return place.text
        if self.is_main(match) and match.status == "played" and match.leg is None:
            return self._home_ground(self.home_of(match))
        return None

    def _may_host(self, ground: Mention, match: MatchTold) -> bool:
        """A ground of one of the sides, or of no side of the story's match, or neutral in the match's own words."""
        names = {vocabulary.clubs()[i].name for i in ground.value}
        main = self.state.main
        other = main is not None and bool(names & {main.team_1, main.team_2}) and not self.is_main(match)
        return bool(names & {match.team_1, match.team_2}) or not other

    def _home_ground(self, home: str | None) -> str | None:
        told = [
            m for s in self.state.sentences for m in s.mentions if m.kind == "GROUND" and not self.state.quoted(m.start)
        ]
        for mention in told:
            if home in {vocabulary.clubs()[i].name for i in mention.value}:
                return mention.text
        return None

    def home_of(self, match: MatchTold) -> str | None:
        """The home side the words give, else the ground's, else - for the story's match - the story's."""
        if match.home:
            return match.home
        for told in match.tellings():
            near = self._near(told, "GROUND")
            if near is not None:
                names = {vocabulary.clubs()[i].name for i in near.value}
                here = [t for t in (match.team_1, match.team_2) if t in names]
                if len(here) == 1:
                    return here[0]
        main = self.state.main
        if main is None or not self.is_main(match) or match.status != "played":
            return None
        scored = [
            m
            for m in self.results.matches
            if m is not match and m.same_pair(match) and m.score_1 is not None and m.status == "played"
        ]
        if scored and match.score_1 is None and self.leg_of(match) is not None:
            return main.opponent(main.home)
        return main.home

    def decided(self, match: MatchTold) -> tuple[str | None, str | None]:
        """How a played match ended and the shoot-out's score, from its own sentences."""
        if match.status != "played" or (match.score_1 is None and not self.is_main(match)):
            return None, None
        level = match.score_1 is None or match.score_1 == match.score_2
        for told in match.tellings():
            kinds = {m.kind: m for m in told.sentence.mentions}
            shootout = kinds.get("SHOOTOUT_SCORE")
            if shootout is not None and level:
                return "penalties", self._shootout(match, shootout)
            if "SHOOTOUT" in kinds and level and match.score_1 is not None:
                return "penalties", None
        if any("EXTRA_TIME" in {m.kind for m in told.sentence.mentions} for told in match.tellings()):
            return "extra_time", None
        return "regular", None

    def _shootout(self, match: MatchTold, mention: Mention) -> str:
        return f"{max(mention.value)}-{min(mention.value)}"

    def closed_doors(self, match: MatchTold) -> bool | None:
        """Whether the text says that nobody watched: at the match, or of "the game" in a story of one match."""
        if any(self._near(told, "CLOSED_DOORS") is not None for told in match.tellings()):
            return True
        if not self.is_main(match) or match.status != "played":
            return None
        played = [m for m in self.results.matches if m.status == "played"]
        closed = any(m.kind == "CLOSED_DOORS" for s in self.state.sentences for m in s.mentions)
        return True if closed and len(played) <= 2 else None


def _distance(mention: Mention, start: int, end: int) -> int:
    """How far a word stands from a span; what follows is nearer than what stands before."""
    if start <= mention.start < end:
        return 0
    return mention.start - end if mention.start >= end else (start - mention.end) * 2 + 5


def nearest(sentence: Sentence, kind: str, start: int, end: int) -> Mention | None:
    """The mention of a kind closest to a span of the sentence, within 160 characters."""
    near = [m for m in sentence.mentions if m.kind == kind]
    best = min(near, key=lambda m: _distance(m, start, end), default=None)
    return best if best is not None and _distance(best, start, end) < 160 else None


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
    """league, cup, continental ... of a competition the vocabulary knows."""
    return _kinds().get(competition) if competition else None


def league_of(club: str) -> str | None:
    """The league a known club usually plays in."""
    return _leagues().get(club)


def document_leagues(mentions: list[Mention]) -> set[str]:
    """The leagues a document names."""
    return {m.value for m in mentions if m.kind == "COMPETITION" and kind_of(m.value) == "league"}


def season_of_day(day: date) -> str:
    """The season a day falls in, where seasons run from July to June: 2019-20 for 10 March 2020."""
    first = day.year if day.month >= 7 else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def document_season(mentions: list[Mention]) -> str | None:
    """The season a document is written in: the latest written out, else that of the latest day in full."""
    names = [m.value.name for m in mentions if m.kind == "SEASON" and isinstance(m.value, Season) and m.value.name]
    if names:
        return max(names)
    days = [m.value.iso for m in mentions if m.kind == "DATE" and m.value.iso and not m.text[0].isdigit()]
    return season_of_day(max(days)) if days else None
