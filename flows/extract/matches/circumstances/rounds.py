"""In which round a match was played: said at it, told of the story's match, or known by the round it led to.

Who reaches the quarter-finals played the last 16.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from flows.extract.matches.circumstances.competitions import Competitions
from flows.extract.matches.circumstances.competitions_known import kind_of
from flows.extract.matches.circumstances.groups_told import (
    came_out_of_a_group,
    of_a_qualifying_group,
    of_a_table,
)
from flows.extract.matches.circumstances.nearby import MatchOrTie, Nearby
from flows.extract.matches.circumstances.next_rounds import is_of_the_next_round, next_round
from flows.extract.matches.circumstances.other_ties import of_the_other_ties
from flows.extract.matches.circumstances.rounds_drawn import round_drawn
from flows.extract.matches.circumstances.rounds_led_to import round_led_to
from flows.extract.matches.circumstances.rounds_left_out import round_left_out, round_to_be_met_in
from flows.extract.matches.circumstances.rounds_said import BEFORE, CUP_ROUNDS, DRAWN, ROUND_BEFORE, RoundsSaid
from flows.extract.matches.results.vetoes import is_a_prize
from flows.extract.matches.told import MatchTold, TieTold, distance
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence

_AHEAD_OF = re.compile(r"\b(?:(?:head|heading|heads|go|goes|going) into|ahead of|before|until) (?:the )?$")
_WON = r"(?:won|win|wins|winning|lifted|lift|lifts|claimed?|claims|retain(?:ed|s)?|clinch(?:ed)?|captured?|landed)"
_THE_CUP = r"(?:the|their|a|an|this (?:season|year)'s) (?:[\w'-]+ ){0,3}"
_WON_CUP = re.compile(rf"\b(?<!to )(?<!not )(?<!never ){_WON} {_THE_CUP}$")
_TO_WIN_CUP = re.compile(rf"\b(?:to|and|as they) {_WON} {_THE_CUP}$")
_BY_BEATING = re.compile(
    r"(?: title| trophy| crown| final)?(?: for the [\w' -]{1,30}?| again| on \w+| at [\w' -]{3,30}?)*,? "
    r"(?:by|with|after|when|as|thanks to|courtesy of|following|beat|defeat|overcom|edg|thrash|see)[^.;]{0,40}$"
)
_IN_A_GROUP = re.compile(r"(?:elsewhere |also |meanwhile,? )?in (?:the other )?group [a-l0-9]\b")
_KNOCK_OUT = ("cup", "league_cup", "continental")
_PREVIOUS_ROUND = re.compile(r"\bin the (?:previous|preceding|last) round\b")
_LISTED = ("result.line", "result.in_list", "fixture.versus")
_A_TRIP = 12  # letters: "semi-final trip to"
_LINE = 80
_BESIDE = 40


class Rounds:
    """Answers for one story, whose competitions are given."""

    def __init__(self, state: StoryState, nearby: Nearby, competitions: Competitions) -> None:
        self.state = state
        self.nearby = nearby
        self._competitions = competitions
        self.competition = competitions.main
        self.said = RoundsSaid(state, nearby.results, competitions.main)
        self._told: Counter[str] = Counter()
        self._carried: dict[int, str | None] = {}  # rounds of results told in a row
        self.main = self._main()

    def _of_another(self, mention: Mention, sentence: Sentence, competition: str | None) -> bool:
        """Whether a round is told of another competition than the one asked for."""
        index = next(i for i, m in enumerate(sentence.mentions) if m is mention)
        cup = self.said.cup_before(sentence.mentions, index)
        return cup is not None and cup != competition

    def _main(self) -> str | None:
        counts, lower = self._told, self.state.text.lower
        for sentence in self.state.sentences:
            for mention, name, certain in self.said.of(sentence):
                if self.state.quoted(mention.start):
                    continue
                if self.nearby.elsewhere(mention, sentence) and not of_a_table(lower, mention, sentence):
                    continue
                if self._of_another(mention, sentence, self.competition):
                    continue
                counts[name] += (4 if certain else 2) if sentence.paragraph <= 1 else (2 if certain else 1)
        if not counts and came_out_of_a_group(self.state, self.competition):
            counts["group stage"] = 1
        return counts.most_common(1)[0][0] if counts else None

    def of(self, match: MatchOrTie, competition: str | None) -> str | None:
        """The round at the match, else the story's; a league has none but a matchday."""
        if isinstance(match, TieTold) and match.year is not None:
            return None
        if kind_of(competition) in ("league", "friendly"):
            told = [name for _, name, _ in self.said.of(match.sentence)]
            if kind_of(competition) == "friendly":
                return None
            if self.nearby.is_main(match):
                told.append(self.main or "")
            told += [self.main or ""] if self._is_of_the_day(match, competition) else []
            return next((name for name in told if name.startswith(("play-off", "matchday"))), None)
        if match.status_is("scheduled") and competition == self.competition and self._to_come is not None:
            return self._to_come
        if isinstance(match, MatchTold) and self._won_the_cup(match, competition):
            return "final"
        met_in = round_to_be_met_in(self.state.text.lower, match.sentence, match.start)
        if met_in is not None and match.status_is("scheduled"):
            return str(met_in.value)
        left_out = round_left_out(self.state.text.lower, self.state.sentences, match.sentence, match.start, match.end)
        if left_out is not None:
            return left_out
        led_to = round_led_to(self.state.text.lower, match.sentence)
        if led_to is not None:
            ahead = match.status_is("scheduled") and distance(led_to, match.start, match.end) < _BESIDE
            earlier = None if match.status_is("scheduled") else self.said.before(str(led_to.value))
            if ahead or (earlier is not None and kind_of(competition) != "international"):
                return str(led_to.value) if ahead else earlier
        rounds = {id(m): (name, certain) for m, name, certain in self.said.of(match.sentence)}
        near = self.nearby.near(match, "ROUND")
        if near is not None and self._of_another(near, match.sentence, competition):
            return None
        if near is not None and id(near) in rounds:
            name, certain = rounds[id(near)]
            ahead = match.status_is("played") and match.end <= near.start and name == near.value
            if ahead and is_a_prize(self.state.text.lower, match.end, near.end + _A_TRIP):
                return BEFORE.get(name) or ROUND_BEFORE.get(name)
            if certain or not self.nearby.is_main(match) or self.main is None:
                return name
        if _PREVIOUS_ROUND.search(self.state.text.lower, *match.sentence.span) and not match.status_is("scheduled"):
            return self.said.before(str(self.main)) if self.main is not None else None
        lines = (self._of_the_line_above(m) for m in (match.tellings() if isinstance(match, MatchTold) else [match]))
        beside = next((name for name in lines if name is not None), None) or self._of_the_sentence(match)
        if beside is not None:
            return beside
        of_the_tie = self._of_the_tie(match)
        if of_the_tie is not None:
            return of_the_tie
        in_a_row = self._of_the_result_before(match, competition)
        if in_a_row is not None:
            return in_a_row
        if self._drawn is not None and self._is_of_the_draw(match, competition):
            return self.said.before(self._drawn) if match.status_is("played") else self._drawn
        ahead = match.status_is("scheduled") and competition == self.competition
        if ahead and is_of_the_next_round(self.state.text.lower, match.sentence) and not self.nearby.is_main(match):
            return next_round(self.state, self.said, self.main)
        if self._led_to_the_main(match, competition):
            return self.said.before(str(self.main))
        if self._is_replay(match, competition):
            return CUP_ROUNDS[CUP_ROUNDS.index(str(self.main)) - 1]
        if self.nearby.is_main(match) or self._of_the_storys_round(match, competition):
            return self.main or self._of_a_group(match, competition)
        return self._of_a_group(match, competition)

    def _of_a_group(self, match: MatchOrTie, competition: str | None) -> str | None:
        """A qualifier without a round of its own, in a story of qualifying in groups."""
        legs = isinstance(match, TieTold) or self._is_of_legs(match)
        sides = (match.team_1, match.team_2)
        return "group stage" if not legs and of_a_qualifying_group(self.state, competition, sides) else None

    def _of_the_result_before(self, match: MatchOrTie, competition: str | None) -> str | None:
        """The round of the results told right before, of other sides in the same cup on the same day."""
        if kind_of(competition) not in _KNOCK_OUT or LETTER["ROUND"] in match.sentence.shape:
            return None
        other = self._competitions.in_a_row.other_tie(match)
        before = self._competitions.in_a_row.before(match) or ([] if other is None else [other])
        if not before or self._competitions.of(before[-1]) != competition:
            return None
        name = self._round_before(before[-1], competition)
        return None if name == "final" else name

    def _round_before(self, match: MatchTold, competition: str | None) -> str | None:
        """The round of a result told before, looked for once."""
        if id(match) not in self._carried:
            self._carried[id(match)] = self.of(match, competition)
        return self._carried[id(match)]

    def _won_the_cup(self, match: MatchTold, competition: str | None) -> bool:
        """ "won the FA Cup by beating X 2-0", "beat X to win the Super Cup": the final, unless a round is told."""
        kinds = ("cup", "league_cup", "continental", "international")
        if kind_of(competition) not in kinds or match.status != "played" or LETTER["ROUND"] in match.sentence.shape:
            return False
        lower, first = self.state.text.lower, match.sentence.span.start
        if self.nearby.results.of_sentence(match.sentence)[1:]:
            return False
        for cup in match.sentence.of("COMPETITION"):
            if str(cup.value) != competition:
                continue
            if cup.end <= match.start:
                won = _WON_CUP.search(lower, first, cup.start)
                return won is not None and _BY_BEATING.match(lower, cup.end, match.start) is not None
            return _TO_WIN_CUP.search(lower, match.start, cup.start) is not None
        return False

    @cached_property
    def _drawn(self) -> str | None:
        return round_drawn(self.state)

    def _is_of_the_draw(self, match: MatchOrTie, competition: str | None) -> bool:
        """A result of the days before, in a story of the draw that it led to, or a pairing of it."""
        if competition is None or competition != self.competition:
            return False
        if match.status_is("scheduled"):
            return "repla" not in match.sentence.span_text(self.state.text.lower)
        near = self.nearby.near(match, "DATE")
        scored = isinstance(match, MatchTold) and match.score_1 is not None and match.year is None
        return scored and (near is None or (near.value.weekday is not None and near.value.year is None))

    def _led_to_the_main(self, match: MatchOrTie, competition: str | None) -> bool:
        """A leg or a tie of one of two sides that the story announces to meet in a round: of the round before."""
        main = self.state.main
        if main is None or not main.announced or competition != self.competition or not match.status_is("played"):
            return False
        leg = isinstance(match, TieTold) or (match.year is None and self._is_of_legs(match))
        return leg and main.has(match.team_1) != main.has(match.team_2)

    def _is_of_legs(self, match: MatchTold) -> bool:
        """Whether a match is told as a leg, or who went through is told of its sides."""
        pair = {match.team_1, match.team_2}
        return self.nearby.is_a_leg(match) or any({t.team_1, t.team_2} == pair for t in self.nearby.results.ties)

    @cached_property
    def _to_come(self) -> str | None:
        """ "heading into matchday six": the round of what is still to be played in a story of a group."""
        if "matchday" not in self.state.text.lower or not self.state.sentences:
            return None
        lower = self.state.text.lower
        told = [m for s in self.state.sentences for m in s.of("ROUND") if str(m.value).startswith("matchday")]
        ahead = {str(m.value) for m in told if _AHEAD_OF.search(lower, max(0, m.start - 24), m.start)}
        return ahead.pop() if len(ahead) == 1 else None

    def _of_the_tie(self, match: MatchOrTie) -> str | None:
        """The round that is told of the other leg or the aggregate, where one leg stands without."""
        if isinstance(match, TieTold) or not self._is_of_legs(match) or self.nearby.is_main(match):
            return None
        pair = {match.team_1, match.team_2}
        ties = [tie for tie in self.nearby.results.ties if {tie.team_1, tie.team_2} == pair]
        others: list[MatchOrTie] = [*ties, *(m for m in self.nearby.results.of_pair(match) if m is not match)]
        for other in others:
            near = self.nearby.near(other, "ROUND")
            told = [name for mention, name, certain in self.said.of(other.sentence) if mention is near and certain]
            if told:
                return told[0]
        return None

    def _of_the_line_above(self, match: MatchOrTie) -> str | None:
        """The round that heads a list of pairings or results: "Semi-finals" above its lines."""
        if not self._is_a_line(match):
            return None
        for sentence in reversed(self.state.sentences[: match.sentence.number]):
            heads = sentence.alone or (sentence.headline and not self.nearby.results.of_sentence(sentence))
            if not heads or sentence.span.end - sentence.span.start > _LINE:
                return None
            told = [name for _, name, certain in self.said.of(sentence) if certain]
            if told and not self.nearby.results.of_sentence(sentence):
                return told[0]
        return None

    def _of_the_sentence(self, match: MatchOrTie) -> str | None:
        """ "X meet Y in the semi-finals, with A meeting B": the one round of a sentence that announces several; of
        results where it is "the other" one."""
        if LETTER["ROUND"] not in match.sentence.shape:
            return None
        label = match.sentence.of("ROUND")[0]
        if self.state.text.lower.startswith(":", label.end) and label.end < match.start:
            return next((name for m, name, certain in self.said.of(match.sentence) if m is label and certain), None)
        opening = _IN_A_GROUP.match(self.state.text.lower, match.sentence.span.start, match.start)
        if opening is not None:
            return "group stage"
        others = [m for m in match.sentence.of("ROUND") if self.state.text.lower.endswith("the other ", 0, m.start)]
        if not match.status_is("scheduled") and not others:
            return None
        here = self.nearby.results.of_sentence(match.sentence)
        told = {name for _, name, certain in self.said.of(match.sentence) if certain}
        alike = len({m.team_1 for m in here} | {m.team_2 for m in here}) == 2 * len(here)
        return told.pop() if len(told) == 1 and alike and len({m.status for m in here}) == 1 else None

    def _is_of_the_day(self, match: MatchOrTie, competition: str | None) -> bool:
        """A line of a round-up that is headed by its day of play ("Matchday 14")."""
        return competition == self.competition and (self.main or "").startswith("matchday") and self._is_a_line(match)

    def _is_a_line(self, match: MatchOrTie) -> bool:
        """A result or a pairing that stands alone on its line."""
        return match.sentence.alone and match.rule.startswith(_LISTED)

    def _is_replay(self, match: MatchOrTie, competition: str | None) -> bool:
        """A replay still to be played in a story of a draw: of the round before the one that is drawn."""
        if self.main not in CUP_ROUNDS[1:] or competition != self.competition or not match.status_is("scheduled"):
            return False
        text = self.state.text.lower[max(match.sentence.span.start, match.start - 40) : match.end + 24]
        many = sum(m.status == "scheduled" for m in self.nearby.results.matches) > 2
        return many and "repla" in text

    def _of_the_storys_round(self, match: MatchOrTie, competition: str | None) -> bool:
        return (
            self._one_round_story(match, competition)
            or self._in_a_round_up(match, competition)
            or self._at_a_stage(match, competition)
            or self._of_the_other_ties(match, competition)
        )

    def _of_the_other_ties(self, match: MatchOrTie, competition: str | None) -> bool:
        """A result of the paragraph that tells how "the other ties" or the others "also through" fared."""
        if competition is None or competition != self.competition:
            return False
        if kind_of(competition) not in _KNOCK_OUT or self.main == "final" or LETTER["ROUND"] in match.sentence.shape:
            return False
        near = self.nearby.near(match, "DATE")
        return of_the_other_ties(self.state, match) and (near is None or near.value.year is None)

    def _at_a_stage(self, match: MatchOrTie, competition: str | None) -> bool:
        """Matches of a tournament or its qualifying in a story that tells of one stage of it and no other."""
        if competition is None or competition != self.competition or self.main == "final":
            return False
        of_groups = kind_of(competition) == "qualifying" and self.main == "group stage"
        if len(self._told) > 1 and not of_groups:
            return False
        if kind_of(competition) not in ("international", "qualifying", "continental") or self.main in BEFORE:
            return False
        near = self.nearby.near(match, "DATE")
        bygone = near is not None and (near.text.lower().startswith("last") or near.value.year is not None)
        return not bygone or (near is not None and near.value.month is not None)

    def _in_a_round_up(self, match: MatchOrTie, competition: str | None) -> bool:
        """One of several results of a night in one cup: of the same round as the story's own."""
        in_turn = self.nearby.is_in_turn(match) and self._is_headed_by_the_round
        if competition != self.competition or not (competition or in_turn) or not match.status_is("played"):
            return False
        played = [m for m in self.nearby.results.matches if m.status == "played" and m.score_1 is not None]
        told = isinstance(match, TieTold) or ((match.score_1 is not None or in_turn) and match.year is None)
        near = self.nearby.near(match, "DATE")
        if near is None and not (self.state.tells_of_legs or in_turn or self._is_a_line(match)):
            return False
        today = near is None or (near.value.weekday is not None and not near.text.lower().startswith("last"))
        return told and today and len(played) > 2 and self.main != "final"

    @cached_property
    def _is_headed_by_the_round(self) -> bool:
        """Whether the story's headline or its lead tells the round it is about, and no other."""
        opening = [
            s for s in self.state.sentences if s.headline or s.paragraph <= self.state.sentences[0].paragraph + 1
        ]
        told = {name for s in opening for _, name, certain in self.said.of(s) if certain}
        return told == {self.main}

    def _one_round_story(self, match: MatchOrTie, competition: str | None) -> bool:
        """A group, or a draw: matches to come of one competition, all of the round that the story tells."""
        if competition != self.competition or not match.status_is("scheduled"):
            return False
        if competition is None and not self.said.is_of_a_draw:
            return False
        draw = kind_of(competition) in ("cup", "league_cup", "continental", None) and self.main not in (None, "final")
        to_come = [m for m in self.nearby.results.matches if m.status == "scheduled"]
        replay = "replay" in match.sentence.span_text(self.state.text.lower)
        return self.main == "group stage" or (draw and len(to_come) >= DRAWN and not replay)
