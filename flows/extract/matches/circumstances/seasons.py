"""In which season a match was played: said at it, known by its day or by the year of its cup, else the document's.

Seasons run from July to June; a tournament of countries has the year it is called after, its qualifying none.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections import defaultdict
from datetime import date

from flows.extract.matches.circumstances.competitions_known import country_of_league, kind_of
from flows.extract.matches.circumstances.nearby import MatchOrTie, Nearby
from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.matches.told import MatchTold, TieTold
from flows.extract.story import StoryState
from flows.extract.text import lexicon
from flows.extract.text.calendar_words import Day
from flows.extract.text.figures import Season, season_name, shifted
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.own_season import is_own
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_YEAR_IN = re.compile(r"\b((?:19|20)\d\d)\b")
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d) $")
_YEAR_OF_FINAL = re.compile(r"\b((?:19|20)\d\d)(?: [a-z]*cup(?:'s)?)? $")
_WHEN = re.compile(r"\b(?:in|of|since|until|back in|as far back as) ((?:19|20)\d\d),? when\b")
_A_YEAR = Sought(r"\b(?:19|20)\d\d\b")
_FEW_GAMES_IN = re.compile(
    r"\b(?:has|have|hasn't|haven't)\b[^.;\n]{0,90}"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d|1[0-2]) (?:[a-z-]+ ){0,3}"
    r"league (?:games|matches|outings|appearances|fixtures|starts) (?:so far )?in $"
)
_DRY_BEFORE = re.compile(
    r"(?:\bnot|n't|\bwithout|\bnever|\bno)\b[^.;\n]{0,90} (?:in|for) (?:the (?:last|past) |over |almost |nearly )?$|"
    r"\b(?:gone|went|waited|been|wait of|drought of|run of) (?:for )?(?:over |almost |nearly )?$"
)
_DRY_BEHIND = re.compile(
    r"[ -]months?(?:(?: long)? (?:barren |goalless |winless |losing )?(?:drought|wait|spell|famine|run)\b| without\b)"
)
_MONTHS = [name.lower() for name in month_name if name]
_YEAR = len(_MONTHS)
_SAME_MATTER = 400  # letters between a month and a count of months since
_SINCE_MONTH = Sought(
    rf"\b(?:since|in) (?P<month>{'|'.join(_MONTHS)}) (?P<year>(?:19|20)\d\d)\b"
    r"(?P<ago>,? [^.;,\n]{0,24}months ago\b)?"
)
_BETWEEN_COUNTRIES = ("international", "qualifying")
_A_FEAT = re.compile(r"\b(?:champions|winners|runners-up|finalists|relegated|promoted) (?:in|of|for) (?:the )?$")
_BETWEEN_SEASONS = range(6, 10)  # months in which news is still of the season that ended
_NEAR, _EARLY = 24, 0.3
_IN_SPRING = frozenset({"final", "semi-final", "quarter-final", "play-off final"})
_PLAYED_OVER_WINTER = lexicon.name_words("OVER_WINTER")


class Seasons:
    """Answers for one story; `own` is the document's season, `published` its stated dateline."""

    def __init__(
        self,
        state: StoryState,
        nearby: Nearby,
        own: str | None,
        published: date | None,
    ) -> None:
        self.state = state
        self.nearby = nearby
        self.own = own
        self.published = published
        self._years_of_cups: dict[str, set[tuple[str, int | None]]] | None = None

    def of(self, match: MatchOrTie, day: Day | None, competition: str | None) -> str | None:
        """The season told of a match or tie of a competition, else the document's; `day` is the day told of it."""
        if isinstance(match, TieTold) and match.year is not None:
            return None
        kind = kind_of(competition)
        year = self._year_at(match, competition)
        if year is not None:
            return year
        if day is not None and day.year and not day.month and self._is_told_with(match, day.year):
            return self._of_a_year(match, day.year, kind)
        if match.status_is("played") and (when := self._year_when(match)):
            return self._of_a_year(match, when, kind)
        said = self._said(match)
        if said is not None and (isinstance(said.value, Season) or match.status_is("played")):
            return said.value.name if isinstance(said.value, Season) else shifted(self.own, int(said.value or 0))
        if day is not None and day.year and day.month and not day.day and kind not in _BETWEEN_COUNTRIES:
            return season_of_day(date(day.year, day.month, 1))
        if day is not None and day.iso and kind not in _BETWEEN_COUNTRIES:
            return season_of_day(day.iso)
        if self.own is not None and "-" in self.own and kind in _BETWEEN_COUNTRIES:
            return str(self.published.year) if self.published is not None and kind == "international" else None
        return self.own

    def _said(self, match: MatchOrTie) -> Mention | None:
        """The season told at a match: "in 2009-10", "last season"."""
        for told in match.tellings() if isinstance(match, MatchTold) else [match]:
            said = self.nearby.near(told, "SEASON")
            if said is None or self._of_a_feat(said):
                continue
            if not isinstance(said.value, Season) or said.value.name:
                return said
        return None

    def _of_a_feat(self, said: Mention) -> bool:
        """ "Brigg, champions in 2012-13, beat X": the season of what a side once was."""
        return _A_FEAT.search(self.state.text.lower, max(0, said.start - 32), said.start) is not None

    def _is_told_with(self, match: MatchOrTie, year: int) -> bool:
        """Whether a bare year stands in the clause of a match: not behind a comma and another verb."""
        lower, span = self.state.text.lower, match.sentence.span
        at = lower.find(str(year), match.end, span.end)
        return match.status_is("played") and (at < 0 or "," not in lower[match.end : at] or at - match.end < _NEAR)

    def _year_when(self, match: MatchOrTie) -> int | None:
        """ "since 1955, when they beat X": the year that a clause with a match explains."""
        found = _WHEN.search(self.state.text.lower, match.sentence.span.start, match.start)
        return int(found.group(1)) if found else None

    def _of_a_year(self, match: MatchOrTie, year: int, kind: str | None) -> str | None:
        """What a bare year makes certain: a tournament's, and the season of what is played in spring."""
        lower = self.state.text.lower
        if kind in _BETWEEN_COUNTRIES:
            return str(year)
        rounds = {str(m.value) for m in match.sentence.of("ROUND") if not lower.startswith((" day", " whistle"), m.end)}
        if not rounds & _IN_SPRING:
            return None
        return str(year) if is_national(match.team_1) is is_national(match.team_2) is True else season_ending(year)

    def _year_at(self, match: MatchOrTie, competition: str | None) -> str | None:
        """The year a cup or a final is called after: "the 2018 World Cup", "the 2014 final"; else the one year that
        the story tells a tournament with."""
        kind = kind_of(competition)
        for told in match.tellings() if isinstance(match, MatchTold) else [match]:
            for what in ("COMPETITION", "ROUND"):
                near = self.nearby.near(told, what)
                if near is None or (what == "COMPETITION" and kind_of(near.value) != kind):
                    continue
                before = _YEAR_OF_FINAL if what == "ROUND" else _YEAR_BEFORE
                year = before.search(self.state.text.lower, max(0, near.start - 20), near.start)
                year = year or (_YEAR_IN.search(near.text) if what == "COMPETITION" else None)
                in_spring = country_of_league(str(competition)) in _PLAYED_OVER_WINTER and self._is_late_in(told)
                if year and what == "COMPETITION" and kind not in _BETWEEN_COUNTRIES and in_spring:
                    return season_ending(int(year.group(1)))
                if year and (what == "COMPETITION" or kind in _BETWEEN_COUNTRIES):
                    return year.group(1)
                if year and near.value in _IN_SPRING:
                    return season_ending(int(year.group(1)))
        return self.year_of_cup(competition, match.sentence)

    def _is_late_in(self, match: MatchOrTie) -> bool:
        """Whether one of the last rounds is told in a match's sentence."""
        return any(m.value in _IN_SPRING for m in match.sentence.of("ROUND"))

    def year_of_cup(self, competition: str | None, sentence: Sentence | None = None) -> str | None:
        """ "Euro 2004", "the 1998 World Cup": the one year that the story tells a tournament with, in all of it where
        that is told early, else in the paragraph that looks back."""
        if kind_of(competition) != "international":
            return None  # the qualifying for a cup of 2008 is not played in 2008
        if self._years_of_cups is None:
            self._years_of_cups = self._find_years_of_cups()
        told = self._years_of_cups.get(str(competition), set())
        here = {year for year, number in told if sentence is not None and number == sentence.paragraph}
        years = here or {year for year, number in told if number is None}
        return years.pop() if len(years) == 1 else None

    def _find_years_of_cups(self) -> dict[str, set[tuple[str, int | None]]]:
        """Tournament -> the years that it is told with, each with its paragraph where the story comes to it late."""
        years: defaultdict[str, set[tuple[str, int | None]]] = defaultdict(set)
        lower, first, last = (
            self.state.text.lower,
            self.state.sentences[0].span.start,
            self.state.sentences[-1].span.end,
        )
        for sentence in self.state.sentences:
            for mention in (m for m in sentence.mentions if m.kind == "COMPETITION"):
                before = _YEAR_BEFORE.search(lower, max(0, mention.start - 6), mention.start)
                found = _YEAR_IN.search(mention.text) or before
                if found:
                    late = mention.start - first > _EARLY * (last - first)
                    years[mention.value].add((found.group(1), sentence.paragraph if late else None))
        return dict(years)


def season_of_day(day: date) -> str:
    """The season a day falls in, where seasons run from July to June: 2019-20 for 10 March 2020."""
    return season_ending(day.year if day.month < 7 else day.year + 1)


def season_written_in(told: str | None, published: date | None) -> str | None:
    """The season of a story: the one that its document tells, unless a stated dateline lies in a later one."""
    if published is None or (told is not None and "-" not in told):
        return told
    own = season_of_day(published)
    looked_back_on = told is None or int(told[:4]) < int(own[:4]) - (published.month in _BETWEEN_SEASONS)
    return own if looked_back_on else told


def season_ending(year: int) -> str:
    """The season whose finals are played in a year: 2019-20 for 2020."""
    return f"{year - 1}-{year % 100:02d}"


def document_season(lower: str, mentions: list[Mention]) -> str | None:
    """The season a document is written in: the latest written out that is its own, else that of the latest day in
    full, else what a count of games or months makes certain."""
    told = [m for m in of_kinds(mentions, ("SEASON",)) if isinstance(m.value, Season) and m.value.name]
    names = [m.value.name for m in told if is_own(lower, m.start, m.end)]
    if told:
        return max(names, default=None)
    days = [m.value.iso for m in of_kinds(mentions, ("DATE",)) if m.value.iso and not m.text[0].isdigit()]
    if days:
        return season_of_day(max(days))
    return _season_of_few_games(lower) or _season_months_on(lower, mentions)


def _season_of_few_games(lower: str) -> str | None:
    """ "have not scored in any of their six league games in 2017": so few games of the latest year that a document
    tells of are those of its first months."""
    told = list(_A_YEAR.finditer(lower, 0, len(lower)))
    latest = max((year[0] for year in told), default="")
    for year in told:
        beside = year[0] == latest and lower.endswith(" in ", 0, year.start())
        if beside and _FEW_GAMES_IN.search(lower, max(0, year.start() - 160), year.start()):
            return season_name(str(int(latest) - 1), latest)
    return None


def _season_months_on(lower: str, mentions: list[Mention]) -> str | None:
    """ "his first goal since April 2016, ending an 11-month drought", "last won in November 2018, 14 months ago": so
    many months on from there, where a month more or less is of the same season."""
    told = [t for t in _SINCE_MONTH.finditer(lower, 0, len(lower)) if t["ago"] or t.group().startswith("since")]
    then = {int(t["year"]) * _YEAR + _MONTHS.index(t["month"]) for t in told}
    at = max((t.end() for t in told), default=0)
    dry = {
        int(m.value)
        for m in of_kinds(mentions, ("NUMBER",))
        if told and abs(m.start - at) < _SAME_MATTER and _counts_dry_months(lower, m)
    }
    if len(then) != 1 or len(dry) != 1:
        return None
    now = then.pop() + dry.pop()
    seasons = {season_of_day(date(month // _YEAR, month % _YEAR + 1, 1)) for month in range(now - 1, now + 2)}
    return seasons.pop() if len(seasons) == 1 else None


def _counts_dry_months(lower: str, number: Mention) -> bool:
    """Whether a number is of months in which something did not happen, or since it last did."""
    if not lower.startswith((" month", "-month"), number.end):
        return False
    behind = _DRY_BEHIND.match(lower, number.end) is not None or lower.startswith(" months ago", number.end)
    return behind or _DRY_BEFORE.search(lower, max(0, number.start - 110), number.start) is not None
