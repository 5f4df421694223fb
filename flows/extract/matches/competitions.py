"""In which competition a match was played: named at it, shared by its sides, or the story's own.

Of the world's knowledge one thing is used: two sides of one league that the document names meet in that league.
"""

from __future__ import annotations

import re
from collections import Counter

from flows import vocabulary
from flows.extract.matches.competitions_known import (
    country_of,
    country_of_league,
    kind_of,
    league_of,
    may_be_played,
    top_leagues,
)
from flows.extract.matches.nearby import MatchOrTie, Nearby
from flows.extract.matches.told import MatchTold
from flows.extract.matches.who_may_meet import is_national
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.sought import Sought

_ABOUT_A_SIDE = re.compile(
    r"(?:'s)? (?:outfit|side|leaders|champions|club|strugglers|title|rivals|hopefuls|team|giants|opposition|"
    r"opponents|new boys|rookies|clubs|"
    r"debutants|qualification|qualifying (?:place|spot|berth)|"
    r"ambitions|places?|spots?|berths?|winners?|holders|glory|dream|quest|aspirations|campaigns? in|"
    r"era|record|goals? (?:of|this)|summit|table|standings)\b"
)

_A_NAME = re.compile(r" [A-Z]")
_OUTSIDE = re.compile(r"\b(?:outside|outside of|below) the $")
_GOALS_TOLD = 3
_A_ROUND = 3  # results
_NO_RESULT = ("opponent.link", "meeting.", "goal.against")
_THE_TEAM_THAT = re.compile(
    r"\b(?:(?:changes?|alterations?) (?:to|from) |unchanged from |same )?(?:team|side|eleven|xi|line-?up|players) "
    r"(?:that |who |which )?(?:had )?(?:been )?"
    r"(?:beaten|beat|lost|drew|won|thrashed|thumped|hammered|defeated|started|held)\b"
)
_IN_THE_LEAGUE = re.compile(r"[^.,;]{0,12}\bin the league\b")
_HALVES = ("Western Conference", "Eastern Conference")  # of whichever league the story is about
_KNOCK_OUT = Sought(
    r"\b(?:(?:put|knock|dump|send|sen[dt]|knocked|dumped|putting|knocking|dumping) (?:[\w'-]+ ){0,4}out\b|eliminat\w+|"
    r"oust\w+|reward|to get here|to get this far|cup run|giant-?killing|scalps?\b|en route|on the way to the)"
)
_KNOCK_OUTS = frozenset({"cup", "league_cup", "continental"})
_ROUND_UP = 4  # pairs of sides in a round-up of a cup
_OPENS_IN = re.compile(r"(?:also |elsewhere,? |and |but |meanwhile,? )?in (?:the |this season's |last season's )?")
_SHORT_LINE, _SECTIONS = 24, 2


class Competitions:
    """Answers for one story; `leagues` are those the document names."""

    def __init__(self, state: StoryState, nearby: Nearby, leagues: set[str]) -> None:
        self.state = state
        self.nearby = nearby
        self.leagues = leagues
        self._pairs: int | None = None
        self._sections: dict[int, str] | None = None
        self._before_sides = frozenset([m.start - 1 for m in of_kinds(state.mentions, ("TEAM",))])
        self.main = self._main()
        self._continental = self._most_spoken_of()

    def _main(self) -> str | None:
        """The competition told most and earliest, where it is not told of another match or of a side's standing."""
        counts: Counter[str] = Counter()
        self._played: set[str | None] = set()
        of_others: Counter[str] = Counter()
        for sentence in self.state.sentences:
            weight = 3 if sentence.paragraph <= 1 else 1
            for mention in sentence.of("COMPETITION"):
                if self.state.quoted(mention.start):
                    continue
                about = self._about_a_side(mention)
                if self.nearby.elsewhere(mention, sentence):
                    of_others[mention.value] += weight if not about and sentence.paragraph <= 1 else 0
                else:
                    counts[mention.value] += 1 if about else 2 * weight
                    self._played |= {mention.value} if not about else set()
        for name in self._of_described_sides:
            counts[name] += 1
        main = self.state.main
        shared = self._shared_league(main.team_1, main.team_2) if main else None
        if shared is not None and (shared in self._played or not self._played - {None}):
            counts[shared] += 4
        if not counts:
            counts = Counter({c: n for c, n in of_others.items() if n and kind_of(c) == "league"})
            self._played |= set(counts)  # a round-up that names its competition at another of its matches
        fitting = [c for c, _ in counts.most_common() if main is None or may_be_played(c, main.team_1, main.team_2)]
        return fitting[0] if fitting else None

    @property
    def _of_described_sides(self) -> list[str]:
        """ "the Merrow League leaders": competitions that describe a side of the story."""
        epithets = (m for m in of_kinds(self.state.mentions, ("EPITHET",)) if not self.state.quoted(m.start))
        return [str(m.value[1]) for m in epithets if m.value[0] == "COMPETITION"]

    def _about_a_side(self, mention: Mention) -> bool:
        """ "Premier League leaders", "LaLiga outfit": a competition that says who a side is, not what was played."""
        lower = self.state.text.lower
        outside = _OUTSIDE.search(lower, max(0, mention.start - 16), mention.start)
        if _A_NAME.match(self.state.text.normal, mention.end) and mention.end in self._before_sides:
            return True  # "a defeat to Northern League Harland"
        if mention.text.endswith(_HALVES):
            return True
        return bool(outside or _ABOUT_A_SIDE.match(lower[mention.end : mention.end + 24]))

    def _says_what(self, mention: Mention, match: MatchOrTie) -> bool:
        """Whether a competition beside a match is what was played: neither a side's, nor that of an aside before it:
        "X, who had won the cup in May, lost 2-0 to Y"."""
        if self._about_a_side(mention):
            return False
        lower, first = self.state.text.lower, match.sentence.span.start
        aside = lower.rfind(", who", first, mention.start)
        closed = mention.end < match.start and "," in lower[mention.end : match.start]
        return aside < 0 or not closed or "," in lower[aside + 2 : mention.start]

    def _is_of_a_tie(self, match: MatchOrTie) -> bool:
        """One of two legs whose aggregate the story tells, or that aggregate."""
        pair = {match.team_1, match.team_2}
        return any({tie.team_1, tie.team_2} == pair and tie.year is None for tie in self.nearby.results.ties)

    def _shared_league(self, one: str, two: str) -> str | None:
        """The league both sides play in, where the document names it."""
        league = league_of(one)
        return league if league is not None and league == league_of(two) and league in self.leagues else None

    def of(self, match: MatchOrTie) -> str | None:
        """The competition named at the match, else the league both share, else the story's own."""
        near = self.nearby.near(match, "COMPETITION")
        if near is not None and self._says_what(near, match) and self._fits(near.value, match):
            return str(near.value)
        heading = self._heading(match) if self._is_in_a_list(match) else None
        if heading is not None:
            return heading
        shared = self._shared_league(match.team_1, match.team_2)
        if near is None and _IN_THE_LEAGUE.match(self.state.text.lower, match.end):
            return shared or (self.main if kind_of(self.main) == "league" else None)
        if self.nearby.is_main(match) and self.main is not None and (self.main in self._played or self._tells_of_goals):
            return self.main
        if self._fits(self.main, match) and self._is_of_the_cup(match):
            return self.main
        section = self._of_section(match)
        if section is not None:
            return section
        if self._of_an_earlier_year(match):
            return None
        opened = self._of_paragraph(match)
        if opened is not None:
            return opened
        if self._at_the_tournament(match):
            return self.main
        if match.rule.startswith(_NO_RESULT) and match.status_is("played"):
            return None  # "sent off against Harland": a match that nothing is told of
        if shared is not None and not (match.status_is("played") and self._on_another_day(match)):
            return shared  # a match of some other day may have been one of a cup
        if self._in_a_round_up(match) or self._follows_a_report(match):
            return self.main
        if self._continental is not None and (self._abroad(match) or self._is_of_a_tie(match)):
            return self._continental
        told = {
            m.value
            for s in self.state.sentences
            for m in s.of("COMPETITION")
            if not self._about_a_side(m) and self._fits(m.value, match)
            if match.sentence.quoted or not self.state.quoted(m.start)
            if match.status_is("scheduled") or self.nearby.owner(m, s) in (None, match)
        }
        if match.status_is("played") and not self.nearby.is_main(match) and not self._international(told):
            return None
        if (
            match.status_is("scheduled")
            and told == {self.main}
            and kind_of(self.main) in _KNOCK_OUTS
            and self._is_reported
            and not match.sentence.of("ROUND")
        ):
            return None  # what follows a report of a cup tie is mostly of the league
        return told.pop() if len(told) == 1 and self._of_competition(match, told) else None

    def _is_of_the_cup(self, match: MatchOrTie) -> bool:
        """A match of the cup that the story is about: of a round, of a draw or a preview, or a side put out on the way;
        what comes after a report of a cup tie is mostly of the league."""
        kind = kind_of(self.main)
        if kind not in _KNOCK_OUTS:
            return False
        lower, span = self.state.text.lower, match.sentence.span
        if not match.sentence.headline and _KNOCK_OUT.search(lower, span.start, span.end):
            return kind != "continental" or not match.status_is("played")
        told = [m.value for m in match.sentence.of("ROUND")]
        if told and not self._on_another_day(match):
            return True
        to_come = [m for m in self.nearby.results.matches if m.status == "scheduled"]
        played = len(self.nearby.results.matches) - len(to_come)
        return match.status_is("scheduled") and kind != "continental" and len(to_come) > played

    @property
    def _tells_of_goals(self) -> bool:
        """Whether the story tells of goals as a report does."""
        return sum(len(self.state.told_of(kind)) for kind in ("GOAL_VERB", "MINUTE", "GOAL_NOUN")) >= _GOALS_TOLD

    def _follows_a_report(self, match: MatchOrTie) -> bool:
        """What a report of a league match says its sides, of the league's country, play next; of a round-up, what
        is still to be played in the same days."""
        main = self.state.main
        if main is None or not match.status_is("scheduled") or kind_of(self.main) != "league":
            return False
        country = country_of_league(str(self.main))
        near = all(country_of(side) in (None, country) for side in (match.team_1, match.team_2))
        if not self._is_reported or not near:
            return False
        results = sum(m.score_1 is not None and m.status == "played" for m in self.nearby.results.matches)
        day = self.nearby.near(match, "DATE")
        of_the_round = results >= _A_ROUND and day is not None and day.value.weekday is not None
        return main.has(match.team_1) or main.has(match.team_2) or of_the_round

    @property
    def _is_reported(self) -> bool:
        """Whether the story's own match has been played, with a score."""
        return any(
            m.status == "played" and m.score_1 is not None and self.nearby.is_main(m)
            for m in self.nearby.results.matches
        )

    def _of_section(self, match: MatchOrTie) -> str | None:
        """The first division of the country that heads a section of a digest: "PORTUGAL" above its news."""
        if self._sections is None:
            lines = {
                s.number: s.span_text(self.state.text.normal).strip(" :").title()
                for s in self.state.sentences
                if s.alone and s.span.end - s.span.start < _SHORT_LINE
            }
            self._sections = {n: top_leagues()[words] for n, words in lines.items() if words in top_leagues()}
        above = [number for number in self._sections if number < match.sentence.number]
        if len(self._sections) < _SECTIONS or not above:
            return None
        league = self._sections[max(above)]
        country = country_of_league(str(league))
        here = {country_of(match.team_1), country_of(match.team_2)} - {None} <= {country}
        return league if here and self._fits(league, match) else None

    def _on_another_day(self, match: MatchOrTie) -> bool:
        """Told of a day, and not as one result among those of the story's own day."""
        lower, span = self.state.text.lower, match.sentence.span
        if match.status_is("played") and _THE_TEAM_THAT.search(lower, max(span.start, match.start - 50), match.end):
            return True
        near = self.nearby.near(match, "DATE")
        if near is None:
            return False
        scored = isinstance(match, MatchTold) and match.score_1 is not None
        return not scored or near.value.weekday is None or near.text.lower().startswith("last")

    def _in_a_round_up(self, match: MatchOrTie) -> bool:
        """A result among others in a story of a league, of sides of its country: its day is the story's."""
        scored = isinstance(match, MatchTold) and match.score_1 is not None and match.status == "played"
        if scored and kind_of(self.main) in _KNOCK_OUTS:
            return self._among_the_ties(match)
        if not scored or kind_of(self.main) != "league" or self._on_another_day(match):
            return False
        country = country_of_league(str(self.main))
        return all(country_of(side) in (None, country) for side in (match.team_1, match.team_2))

    def _of_paragraph(self, match: MatchOrTie) -> str | None:
        """ "In the Merrow Cup they went further. X beat Y ...": the competition that a paragraph opens with."""
        for sentence in reversed(self.state.sentences[: match.sentence.number + 1]):
            if sentence.paragraph != match.sentence.paragraph or sentence.headline:
                return None
            told = sentence.of("COMPETITION")
            opens = told and _OPENS_IN.fullmatch(self.state.text.lower, sentence.span.start, told[0].start)
            if opens and not self._about_a_side(told[0]) and self._fits(told[0].value, match):
                return str(told[0].value)
        return None

    def _among_the_ties(self, match: MatchOrTie) -> bool:
        """A result in a round-up of a cup, which tells of other matches of it than the story's own."""
        if self._on_another_day(match) and not self.state.tells_of_legs:
            return False
        if self._pairs is None:
            told = [m for m in self.nearby.results.matches if m.status == "played" and m.score_1 is not None]
            league = [m for m in told if self._shared_league(m.team_1, m.team_2)]
            self._pairs = 0 if league else len({frozenset((m.team_1, m.team_2)) for m in told})
        return self._pairs >= _ROUND_UP

    def _is_in_a_list(self, match: MatchOrTie) -> bool:
        """A line of results or fixtures, which holds its match and no sentence."""
        listed = ("result.line", "result.in_list", "result.line_half_time", "fixture.versus")
        return match.sentence.alone and match.rule in listed and match.sentence.span.end - match.end < 90

    def _heading(self, match: MatchOrTie) -> str | None:
        """The competition of the nearest line above that holds one and no match."""
        for sentence in reversed(self.state.sentences[: match.sentence.number]):
            if not (sentence.alone or sentence.headline):
                return self._of_first_line(match)
            named = [str(m.value) for m in sentence.of("COMPETITION")]
            named = named or _in_capitals(sentence.span_text(self.state.text.normal))
            if named and self._fits(named[0], match):
                return named[0]
        return None

    def _of_first_line(self, match: MatchOrTie) -> str | None:
        """The competition that a round-up is headed by: "MERROW LEAGUE: SATURDAY'S REPORTS"."""
        first = self.state.sentences[0]
        named = [str(m.value) for m in first.of("COMPETITION")] or _in_capitals(first.span_text(self.state.text.normal))
        heads = (first.alone or first.headline) and not self.nearby.results.of_sentence(first)
        return named[0] if heads and named and self._fits(named[0], match) else None

    def _fits(self, competition: str | None, match: MatchOrTie) -> bool:
        return competition is not None and may_be_played(competition, match.team_1, match.team_2)

    def _of_an_earlier_year(self, match: MatchOrTie) -> bool:
        """ "an away loss to Germany in 1991": what the story tells of today says nothing of then."""
        near = self.nearby.near(match, "DATE")
        return near is not None and near.value.year is not None and near.value.day is None

    def _international(self, told: set[str]) -> bool:
        return all(kind_of(name) in ("international", "qualifying") for name in told)

    def _at_the_tournament(self, match: MatchOrTie) -> bool:
        """Two countries in a story of a tournament or its qualifying, where no friendly is spoken of."""
        if kind_of(self.main) not in ("international", "qualifying"):
            return False
        return is_national(match.team_1) is is_national(match.team_2) is True

    def _most_spoken_of(self) -> str | None:
        """The one continental competition the story names, or the one of several that it speaks of again and again."""
        if kind_of(self.main) == "continental":
            return self.main
        seasons = {m.end for m in self.state.told_of("SEASON")}
        told = Counter(
            str(m.value)
            for m in self.state.told_of("COMPETITION")
            if kind_of(m.value) == "continental" and m.start - 1 not in seasons
        )
        often = [name for name, times in told.most_common(2) if len(told) == 1 or times >= 4]
        return often[0] if len(often) == 1 else None

    def _abroad(self, match: MatchOrTie) -> bool:
        """Clubs of two countries, which meet in no league of either."""
        one, two = country_of(match.team_1), country_of(match.team_2)
        return one is not None and two is not None and one != two

    def _of_competition(self, match: MatchOrTie, told: set[str]) -> bool:
        """A story that names one competition only, where it is no league of other sides."""
        only = next(iter(told))
        return kind_of(only) != "league" or only in (league_of(match.team_1), league_of(match.team_2), None)


def _in_capitals(line: str) -> list[str]:
    """The competition that a heading such as "SCOTTISH CHAMPIONSHIP ROUND-UP" names, the longest name."""
    words = line.split()[:6]
    if not line.isupper() or len(line) > 60:
        return []
    spans = sorted(((i, j) for i in range(len(words)) for j in range(i + 1, len(words) + 1)), key=lambda s: s[0] - s[1])
    told = (_capitals().get(" ".join(words[i:j]).strip(":-")) for i, j in spans)
    return [name for name in told if name is not None][:1]


def _capitals() -> dict[str, str]:
    return {form.upper(): name for form, name in vocabulary.competition_names().items()}
