"""In which competition a match was played: named at it, shared by its sides, or the story's own.

Of the world's knowledge one thing is used: two sides of one league that the document names meet in that league.
"""

from __future__ import annotations

import re
from functools import cached_property

from flows.extract.matches.circumstances.competition_kinds_said import KINDS, KNOCK_OUT, LEAGUE, kind_said, of_a_stage
from flows.extract.matches.circumstances.competitions_known import (
    country_of,
    country_of_league,
    is_carried_to,
    is_possible,
    kind_of,
    league_of,
    may_be_played,
    of_two_countries,
)
from flows.extract.matches.circumstances.competitions_spoken_of import SpokenOf
from flows.extract.matches.circumstances.legs_before import competition_of_legs_before
from flows.extract.matches.circumstances.nearby import MatchOrTie, Nearby
from flows.extract.matches.circumstances.next_rounds import is_of_the_next_round
from flows.extract.matches.circumstances.other_ties import of_the_other_ties
from flows.extract.matches.circumstances.rounds_drawn import round_drawn
from flows.extract.matches.circumstances.rounds_led_to import cup_led_to
from flows.extract.matches.circumstances.sections import Sections
from flows.extract.matches.circumstances.told_in_a_row import InARow
from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sought import Sought

_GOALS_TOLD = 3
_A_ROUND = 3  # results
_NO_RESULT = ("opponent.link", "meeting.", "goal.against")
_THE_TEAM_THAT = re.compile(
    r"\b(?:(?:changes?|alterations?) (?:to|from) |unchanged from |same )?(?:team|side|eleven|xi|line-?up|players) "
    r"(?:that |who |which )?(?:had )?(?:been )?"
    r"(?:beaten|beat|lost|drew|won|thrashed|thumped|hammered|defeated|started|held)\b"
)
_KNOCK_OUT = Sought(
    r"\b(?:(?:put|knock|dump|send|sen[dt]|knocked|dumped|putting|knocking|dumping) (?:[\w'-]+ ){0,4}out\b|eliminat\w+|"
    r"oust\w+|reward|in the (?:last|previous) round|to get here|to get this far|cup run|giant-?killing|scalps?\b|"
    r"en route|on the way to the)"
)
_OF_COUNTRIES = frozenset({"international", "qualifying"})
_KNOCK_OUTS = frozenset({"cup", "league_cup", "continental"})
_ROUND_UP = 4  # pairs of sides in a round-up of a cup
_NOT_THE_LEAGUE = Sought(
    r"\b(?:friendl(?:y|ies)|pre-season|testimonial|cup|shootout|on penalties|extra time|trophy|all competitions|"
    r"(?:last|previous|first|latest) meeting|(?:teams|sides|clubs|two|pair) (?:last )?met)\b"
)


class Competitions:
    """Answers for one story; `leagues` are those the document names."""

    def __init__(self, state: StoryState, nearby: Nearby, leagues: set[str]) -> None:
        self.state = state
        self.nearby = nearby
        self._spoken_of = SpokenOf(state, nearby, leagues)
        self._pairs: int | None = None
        self.in_a_row = InARow(state, nearby.results, self._spoken_of.about_a_side)
        self._found: dict[int, str | None] = {}
        self._sections = Sections(state, nearby.results, self._spoken_of)
        self.main = self._spoken_of.main
        self.the_one = self._spoken_of.the_one

    def _says_what(self, mention: Mention, match: MatchOrTie) -> bool:
        """Whether a competition beside a match is what was played: neither a side's, nor that of an aside before it:
        "X, who had won the cup in May, lost 2-0 to Y"."""
        if self._spoken_of.about_a_side(mention):
            return False
        lower, first = self.state.text.lower, match.sentence.span.start
        if self._is_far_in_europe(mention, match):
            return False
        aside = lower.rfind(", who", first, mention.start)
        closed = mention.end < match.start and "," in lower[mention.end : match.start]
        return aside < 0 or not closed or "," in lower[aside + 2 : mention.start]

    def _names_another(self, mention: Mention, match: MatchOrTie) -> bool:
        """ "the derby at X and the FA Cup quarter-final with Y": whether a competition stands in the words of another
        match, not of this one."""
        others = (m for m in self.nearby.results.of_sentence(match.sentence) if m is not match)
        within = any(m.start <= mention.start < m.end for m in others)
        return within and not match.start <= mention.start < match.end

    def _is_far_in_europe(self, mention: Mention, match: MatchOrTie) -> bool:
        """ "lost at X and went out of the Uefa Cup to Y": Europe behind more words is of no two of one country."""
        between = self.state.text.lower[match.end : mention.start]
        apart = " and " in between or "," in between
        return apart and not self._spoken_of.may_be_of(str(mention.value), match.team_1, match.team_2)

    def _said(self, match: MatchOrTie) -> str | None:
        """The kind of competition that the words at a match say: "in the Cup", "a European tie", "the first leg"."""
        for told in match.tellings() if isinstance(match, MatchTold) else [match]:
            said = kind_said(self.state.text.lower, told.sentence, told.start, told.end)
            if said is not None:
                return said
        main = kind_of(self.main)
        if main in ("league", "friendly") and isinstance(match, MatchTold):
            of_a_tie = self._is_of_a_tie(match) and not self._on_another_day(match)
            if of_a_tie or self.nearby.is_a_leg(match):
                return KNOCK_OUT
        if main == "league" and of_a_stage(match.sentence, match.start, match.end):
            return KNOCK_OUT
        return None

    def _of_kind(self, said: str, match: MatchOrTie) -> str | None:
        """The competition of a kind that is said; two legs of clubs of two countries are of Europe."""
        if said == KNOCK_OUT and self._spoken_of.continental is not None and of_two_countries(match):
            return self._spoken_of.continental
        return self._spoken_of.the_one(KINDS[said], (match.team_1, match.team_2))

    def _of_the_other_leg(self, match: MatchOrTie) -> str | None:
        """The competition named at another telling of the pair: the other leg's, or the tie's."""
        for other in self.nearby.results.of_pair(match):
            near = self.nearby.near(other, "COMPETITION")
            if other is not match and near is not None and kind_of(near.value) in KINDS[KNOCK_OUT]:
                return str(near.value)
        return None

    def _is_of_a_tie(self, match: MatchOrTie) -> bool:
        """One of two legs whose aggregate the story tells, or that aggregate."""
        pair = {match.team_1, match.team_2}
        return any({tie.team_1, tie.team_2} == pair and tie.year is None for tie in self.nearby.results.ties)

    def _is_of_a_replay(self, match: MatchOrTie) -> bool:
        """Whether a replay of the match is told, or it is one itself."""
        lower = self.state.text.lower
        return any(
            m.status == "scheduled" and "replay" in m.sentence.span_text(lower)
            for m in self.nearby.results.of_pair(match)
        )

    def of(self, match: MatchOrTie) -> str | None:
        """The competition named at the match, else the league both share, else the story's own; never one that the
        two cannot meet in, nor, named elsewhere, one of another country."""
        if id(match) not in self._found:
            found = self._told_or_shared(match)
            named = {m.value for m in match.sentence.of("COMPETITION")}
            self._found[id(match)] = found if is_possible(found, named, match.team_1, match.team_2) else None
        return self._found[id(match)]

    def _named_at(self, match: MatchOrTie) -> Mention | None:
        """The competition nearest to a match, past one that says who a side is: "beaten by League One Harland in the
        League Cup"."""
        near = self.nearby.near(match, "COMPETITION")
        if near is None or not self._spoken_of.about_a_side(near):
            return near
        behind = [m for m in match.sentence.of("COMPETITION") if m.start > near.start and m.start >= match.start]
        own = [m for m in behind if self.nearby.owner(m, match.sentence) in (None, match)]
        return next((m for m in own if not self._spoken_of.about_a_side(m)), near)

    def _told_or_shared(self, match: MatchOrTie) -> str | None:
        near = self._named_at(match)
        if near is not None and self._says_what(near, match) and self._fits(near.value, match):
            return str(near.value)
        led_to = cup_led_to(self.state.text.lower, match.sentence) if match.status_is("played") else None
        if led_to is not None and self._fits(led_to, match):
            return led_to
        if (
            isinstance(match, MatchTold)
            and match.leg is not None
            and (tie := self._of_the_other_leg(match)) is not None
        ):
            return tie
        if self._is_of_a_replay(match) and (tie := self._of_the_other_leg(match)) is not None:
            return tie
        heading = self._sections.heading_of(match)
        if heading is not None:
            return heading
        shared = self._spoken_of.shared_league(match.team_1, match.team_2)
        said = self._said(match)
        if said == LEAGUE:
            return shared or self._spoken_of.the_one(KINDS[LEAGUE], (match.team_1, match.team_2))
        if said is not None:
            return (
                self._of_the_other_leg(match)
                or competition_of_legs_before(self.state, match)
                or self._of_kind(said, match)
            )
        section = self._sections.competition_of(match)
        if section is not None and self._fits(section, match):
            return section
        told_of = self.main in self._spoken_of.played or self._tells_of_goals
        if self.nearby.is_main(match) and self.main is not None and told_of:
            return self.main
        if self._fits(self.main, match) and self._is_of_the_cup(match):
            return self.main
        if self._of_an_earlier_year(match):
            return None
        opened = self._sections.opened_with(match)
        if opened is not None:
            return opened
        if self._at_the_tournament(match):
            return self.main
        carried = self._of_the_result_before(match)
        if carried is not None:
            return carried
        group = self._of_a_group(match)
        if group is not None:
            return group
        if match.rule.startswith(_NO_RESULT) and match.status_is("played") and not self.nearby.is_in_turn(match):
            return None  # "sent off against Harland": a match that nothing is told of
        among_ties = kind_of(self.main) in _KNOCK_OUTS and shared not in self._spoken_of.played
        if among_ties and self._in_a_round_up(match):
            return self.main
        if shared is not None and not (match.status_is("played") and self._on_another_day(match)):
            return shared  # a match of some other day may have been one of a cup
        if self._in_a_round_up(match) or self._follows_a_report(match):
            return self.main
        if self._spoken_of.continental is not None and (of_two_countries(match) or self._is_of_a_tie(match)):
            return self._spoken_of.continental
        told = {
            m.value
            for s in self.state.sentences
            for m in s.of("COMPETITION")
            if not self._spoken_of.about_a_side(m) and self._fits(m.value, match) and kind_of(m.value) != "friendly"
            if match.sentence.quoted or not self.state.quoted(m.start)
            if not (self._names_another(m, match) if s is match.sentence else self._spoken_of.is_yet_to_begin(m, s))
            if self._may_lend(self.nearby.owner(m, s), match)
        }
        if self._is_of_the_league(match):
            return self.main
        if (
            match.status_is("played")
            and not self.nearby.is_main(match)
            and not {kind_of(name) for name in told} <= _OF_COUNTRIES
        ):
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

    @staticmethod
    def _may_lend(owner: MatchTold | None, match: MatchOrTie) -> bool:
        """Whether the competition told at one match, or at none, may be another's: of one to come never what stands at
        one played."""
        return owner is None or owner is match or (match.status_is("scheduled") and owner.status == "scheduled")

    def _is_of_the_cup(self, match: MatchOrTie) -> bool:
        """A match of the cup that the story is about: of a round, of a draw or a preview, or a side put out on the way;
        what comes after a report of a cup tie is mostly of the league."""
        kind = kind_of(self.main)
        if kind not in _KNOCK_OUTS or match.rule == "meeting.card":
            return False
        lower, span = self.state.text.lower, match.sentence.span
        next_up = match.status_is("scheduled") and is_of_the_next_round(lower, match.sentence)
        if next_up or (self._spoken_of.is_headed_by_it and kind != "continental"):
            return True
        if not match.sentence.headline and _KNOCK_OUT.search(lower, span.start, span.end):
            return kind != "continental" or not match.status_is("played")
        deeds = {m.end for m in match.sentence.of("COMPETITION") if self._spoken_of.about_a_side(m)}
        rounds = [r for r in match.sentence.of("ROUND") if r.start - 1 not in deeds]
        told = rounds or (self._tells_of_a_draw and kind != "continental")
        ahead = match.status_is("scheduled") and kind != "continental" and not match.sentence.of("COMPETITION")
        if told and (ahead or not self._on_another_day(match)):
            return True
        to_come = [m for m in self.nearby.results.matches if m.status == "scheduled"]
        played = len(self.nearby.results.matches) - len(to_come)
        own = kind != "continental" and self.main in self._spoken_of.played and match.status_is("scheduled")
        return own and len(to_come) > played

    @cached_property
    def _tells_of_a_draw(self) -> bool:
        """Whether the story is of a draw for a round, and so of the results that led to it."""
        return round_drawn(self.state) is not None

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
        played = (m for m in self.nearby.results.matches if m.status == "played" and m.score_1 is not None)
        return any(self.nearby.is_main(m) for m in played)

    def _on_another_day(self, match: MatchOrTie) -> bool:
        """Told of a day, and not as one result among those of the story's own day."""
        lower, span = self.state.text.lower, match.sentence.span
        if match.status_is("played") and _THE_TEAM_THAT.search(lower, max(span.start, match.start - 50), match.end):
            return True
        near = self.nearby.near(match, "DATE")
        if near is None:
            return False
        return not self._is_scored(match) or near.value.weekday is None or near.text.lower().startswith("last")

    @staticmethod
    def _is_scored(match: MatchOrTie) -> bool:
        return isinstance(match, MatchTold) and match.score_1 is not None

    def _is_of_the_league(self, match: MatchOrTie) -> bool:
        """A result of some other day that a side of the story's league had against one that may play in it, where
        no word is of anything else."""
        if kind_of(self.main) != "league" or self.main not in self._spoken_of.played or match.sentence.of("ROUND"):
            return False
        scored = self._is_scored(match) and match.status_is("played")
        leagues = {league_of(side) for side in (match.team_1, match.team_2)}
        main = self.state.main
        mine = main is not None and (main.has(match.team_1) or main.has(match.team_2))
        other = _NOT_THE_LEAGUE.search(self.state.text.lower, match.sentence.span.start, match.sentence.span.end)
        team = _THE_TEAM_THAT.search(self.state.text.lower, match.sentence.span.start, match.end)
        return (
            team is None
            and scored
            and leagues <= {None, self.main}
            and (mine or self.main in leagues)
            and other is None
        )

    def _in_a_round_up(self, match: MatchOrTie) -> bool:
        """A result among others in a story of a league, of sides of its country: its day is the story's."""
        told = isinstance(match, MatchTold) and match.status == "played"
        scored = told and (match.rule.startswith("outcome.") or self._is_scored(match) or self.nearby.is_in_turn(match))
        if scored and kind_of(self.main) in _KNOCK_OUTS:
            return self._among_the_ties(match)
        if not scored or kind_of(self.main) != "league" or self._on_another_day(match):
            return False
        country = country_of_league(str(self.main))
        return all(country_of(side) in (None, country) for side in (match.team_1, match.team_2))

    def _of_the_result_before(self, match: MatchOrTie) -> str | None:
        """The cup of the results told right before, of other sides on the same day."""
        other = self.in_a_row.other_tie(match)
        before = [] if self._on_another_day(match) else self.in_a_row.before(match)
        cup = self.of(before[-1]) if before else None if other is None else self.of(other)
        if cup is None or kind_of(cup) not in _KNOCK_OUTS:
            return None
        return cup if is_carried_to(cup, match.team_1, match.team_2) else None

    def _among_the_ties(self, match: MatchOrTie) -> bool:
        """A result in a round-up of a cup, which tells of other matches of it than the story's own."""
        if self._on_another_day(match) and not self.state.tells_of_legs:
            return False
        if self._pairs is None:
            told = [m for m in self.nearby.results.matches if m.status == "played" and m.score_1 is not None]
            league = {self._spoken_of.shared_league(m.team_1, m.team_2) for m in told} - {None}
            self._pairs = 0 if league & self._spoken_of.played else len({frozenset((m.team_1, m.team_2)) for m in told})
        in_turn = self.nearby.is_in_turn(match) and is_carried_to(str(self.main), match.team_1, match.team_2)
        return (in_turn and self._pairs > 0) or self._pairs >= _ROUND_UP or of_the_other_ties(self.state, match)

    def _fits(self, competition: str | None, match: MatchOrTie) -> bool:
        return competition is not None and may_be_played(competition, match.team_1, match.team_2)

    def _of_an_earlier_year(self, match: MatchOrTie) -> bool:
        """ "an away loss to Germany in 1991": what the story tells of today says nothing of then."""
        near = self.nearby.near(match, "DATE")
        return near is not None and near.value.year is not None and near.value.day is None

    def _at_the_tournament(self, match: MatchOrTie) -> bool:
        """Two countries in a story of a tournament or its qualifying, where no friendly is spoken of."""
        if kind_of(self.main) not in ("international", "qualifying"):
            return False
        return is_national(match.team_1) is is_national(match.team_2) is True

    def _of_a_group(self, match: MatchOrTie) -> str | None:
        """ "top Group Four after wins against X and Y", of countries: the qualifying that the story looks at besides
        its own match."""
        groups = [m for m in match.sentence.of("ROUND") if m.value == "group stage" and m.text.startswith("Group ")]
        countries = is_national(match.team_1) is is_national(match.team_2) is True
        if not (groups and countries):
            return None
        return self._spoken_of.the_one(frozenset({"qualifying"})) or self._spoken_of.the_one(_OF_COUNTRIES)

    def _of_competition(self, match: MatchOrTie, told: set[str]) -> bool:
        """A story that names one competition only, where it is no league of other sides."""
        only = next(iter(told))
        if not self._spoken_of.may_be_of(only, match.team_1, match.team_2):
            return False
        return kind_of(only) != "league" or only in (league_of(match.team_1), league_of(match.team_2), None)
