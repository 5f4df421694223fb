"""In which match a goal fell: the story's own, or another that its sentence or the ones before tell of.

In: tellings and the matches of the story. Out: tellings with their `match`; what speaks of another day and names no
match is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from flows import vocabulary
from flows.extract.goals.against import Against
from flows.extract.goals.earlier_meetings import earlier_meeting, of_earlier
from flows.extract.goals.lists.list_sides import is_live
from flows.extract.goals.of_one_clause import how_far, is_told_of, telling_beside
from flows.extract.goals.paragraphs import Paragraphs, is_of_an_aside
from flows.extract.goals.round_ups import RoundUp
from flows.extract.goals.sections import Sections, fits
from flows.extract.goals.sides.score_cues import says_level
from flows.extract.goals.tellings.vetoes import is_retrospect
from flows.extract.goals.told import GoalTold
from flows.extract.goals.two_sides import two_sides
from flows.extract.matches.match_places import MatchPlaces
from flows.extract.matches.reading import Results
from flows.extract.matches.round_up import matches_in_turn
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_IN_THAT_GAME = re.compile(
    r"\b(?:in|during) that (?:game|match|meeting|tie|encounter|fixture|one|win|victory|defeat|draw)\b|"
    r"\b(?:that (?:day|night|afternoon|evening)|on that occasion)\b|"
    r"(?<!was )(?<!were )\bthere(?=[.,;]| (?:after|with|on|in the|before|from|late|early|and|to)\b)"
)
_ANOTHER_DAY = Sought(
    r"\b(?:last (?:week|weekend|month|season|year|time|term|summer)|ago|previous\w*|since|next|career|seasons|years|"
    r"joined|signed|loan|former\w*|will)\b"
)
_ALSO = re.compile(r"\b(?:also|too)\b")
_SENTENCES_ON = 3
_DATED = 16  # letters between a goal and its day
_SURE_ENOUGH = 0.8
_LONG = 4  # paragraphs
_ROUND_UP = 3  # matches
_PAIR = 2
_SENTENCES_BACK = 6


class GoalMatches:
    """Settles the match of each telling of one story."""

    def __init__(self, state: StoryState, results: Results) -> None:
        self.state = state
        self._played = played = [m for m in results.matches if m.status == "played"]
        self._tells_none = not results.matches
        self._named_in: dict[str, int] = {}  # side -> the paragraph that names it first
        for sentence in state.sentences:
            for mention in sentence.of("TEAM"):
                self._named_in.setdefault(str(mention.value), sentence.paragraph)
        self.places = MatchPlaces(played)
        self.against = Against(state)
        self._of_scorers: list[MatchTold] = []  # matches that a paragraph of a round-up tells by its scorers only
        self._played_in: dict[str, MatchTold] = {}  # by who scored: of whose match his first goal was
        main = state.main
        own = [m for m in played if main is not None and {m.team_1, m.team_2} == {main.team_1, main.team_2}]
        scored = [m for m in own if m.score_1 is not None and (m.leg != 1 or all(o.leg == 1 for o in own))]
        self.main: MatchTold | None = next(iter([*scored, *own]), None)
        self._live = [m for m in own if m is not self.main and is_live(state, m)]
        self.legs = len(own) - len(self._live)
        self.paragraphs = Paragraphs(state, self.main)
        self.sections = Sections(state, self.main)
        in_turn = matches_in_turn(state.text.lower, played)
        self.round_up = RoundUp(state, in_turn, self.main) if in_turn else None
        self._is_preview = self._announces(results.matches)
        self._is_report = self.main is not None and self._opens_with(self.main) and not self._is_preview

    def settle(self, told: list[GoalTold]) -> list[GoalTold]:
        """The tellings that belong to a match, with it."""
        kept: list[GoalTold] = []
        for goal in told:
            on = None if goal.out_of_tally else self._also(goal, kept[-1:]) or self._goes_on(goal, kept[-1:])
            goal.match = on or self._of(goal, kept)
            goal.match = self._or_earlier(goal, goal.match)
            goal.match = self.main if goal.match in self._live else goal.match
            goal.match = None if self._comes_later(goal, goal.match) else goal.match
            if goal.match is not None and not _impossible(goal, goal.match):
                if goal.match is not self.main or self._is_preview or goal.scorer in self.against.former:
                    self.against.played_for(goal, goal.match)
                self._played_in.setdefault(goal.scorer, goal.match)
                kept.append(goal)
        return kept

    def _comes_later(self, goal: GoalTold, match: MatchTold | None) -> bool:
        """Whether a match is one of sides that the text has not come to yet: the goal's own was not found."""
        sides = () if match is None else (match.team_1, match.team_2)
        return bool(sides) and all(self._named_in.get(side, 0) > goal.sentence.paragraph for side in sides)

    def _or_earlier(self, goal: GoalTold, match: MatchTold | None) -> MatchTold | None:
        """A match, or where the goal's clause speaks of an earlier meeting of its sides that one."""
        if match is None or goal.out_of_tally or not of_earlier(self.state.text.lower, goal):
            return match
        current = match is self.main or (self.round_up is not None and self.round_up.has(match))
        if not current or (match is not self.main and match is self._in_sentence(goal)):
            return match
        return earlier_meeting(goal, match, self._played) or match

    def _also(self, goal: GoalTold, before: list[GoalTold]) -> MatchTold | None:
        """ "X also netted", right behind a goal of another match than the story's own: one more of that."""
        last = before[0] if before else None
        if last is None or last.match is None or last.match is self.main or self._in_sentence(goal) is not None:
            return None
        near = goal.sentence.number - last.sentence.number <= _SENTENCES_ON
        also = near and _ALSO.search(self.state.text.lower, goal.start, goal.end + 2) is not None
        return last.match if also and last.match.score_1 is not None else None

    def _goes_on(self, goal: GoalTold, before: list[GoalTold]) -> MatchTold | None:
        """Another match than the story's own of which the goal before told, where nothing speaks of a third side."""
        last = before[0] if before else None
        if last is None or last.match is None or last.match is self.main:
            return None
        if last.sentence is goal.sentence and self._in_sentence(goal) is last.match and last.match.score_1 is not None:
            told = telling_beside(last.match, last)
            return last.match if told is not None and told.end <= last.start else None
        if self._is_report and not self._in_its_paragraph(goal, last):
            return None
        if goal.sentence.number - last.sentence.number > 2 or self._in_sentence(goal) not in (None, last.match):
            return None
        since = self.places.told_in(last.sentence.span.end, goal.sentence.span.start)
        if any(m is not last.match for m in since):
            return None
        named = self._sides_told(goal) - {last.match.team_1, last.match.team_2}
        return last.match if not named and self.against.opponent(goal) is None else None

    def _in_its_paragraph(self, goal: GoalTold, last: GoalTold) -> bool:
        """Whether a goal stands behind one of two other sides in a paragraph of a report that goes on about them."""
        told = last.match
        if self.main is None or told is None or goal.sentence.paragraph != last.sentence.paragraph:
            return False
        own = {self.main.team_1, self.main.team_2}
        known = own & set(self.state.cast.plays_for.get(goal.scorer, ()))
        known_here = self._played_in.get(goal.scorer) is self.main
        since = self.places.told_in(last.end, goal.sentence.span.end)
        return not (own & {told.team_1, told.team_2} or known or known_here) and all(m is told for m in since)

    def _of(self, goal: GoalTold, before: list[GoalTold]) -> MatchTold | None:
        if goal.out_of_tally:
            return self._taken_out_of(goal)
        if (meant := self._meant(goal)) is not None:
            return meant
        here = self._in_sentence(goal)
        retrospect = is_retrospect(self.state.text.lower, goal.sentence, goal.at, goal.end)
        if (
            here is not None
            and here is not self.main
            and (retrospect or self.main is None or self._is_preview or self._one_clause(here, goal))
            and (retrospect or self.round_up is None or self.main is None or not self.main.same_pair(here))
        ):
            return here
        if here is not None and here is self.main and not retrospect and self._one_clause(here, goal):
            return here
        if retrospect:
            return here or self._against(goal)
        if (against := self._against(goal)) is not None:
            return against
        if self.round_up is not None:
            if here is not None and self.round_up.has(here):
                return here
            told = self.round_up.match(goal, before)
            if told is None or not fits(goal, told, self.state.text.lower):
                told = self.sections.match(goal, self.places)
            return told or self._of_paragraph(goal) or self.round_up.only_so_far(goal)
        told = self._in_paragraph(goal)
        if told is not None and fits(goal, told, self.state.text.lower):
            return told
        if (told := self.sections.match(goal, self.places)) is not None:
            return told
        if self._elsewhere(goal):
            return self._nearest_of(self._sides_told(goal), goal)
        return self._by_sides(goal) or self._of_paragraph(goal) or self.main or self._nearest(goal, lambda _: True)

    def _taken_out_of(self, goal: GoalTold) -> MatchTold | None:
        """ "..., including the winner against X": the match that is told behind it, or against whom it is told; the
        story's own where that side plays in it or a day alone is told."""
        span = goal.sentence.span
        here = [m for m in self.places.told_in(span.start, span.end) if any(t.end > goal.at for t in m.tellings())]
        opponent = self.against.opponent(goal) or self.against.hosts_of(goal)
        name = None if opponent is None else self.state.side(opponent, goal.sentence)
        if name is not None:
            here = [m for m in here if name in (m.team_1, m.team_2)]
        if here:
            return min(here, key=lambda m: how_far(self.state.text.lower, m, goal))
        if name is None:
            dated = any(m.kind == "DATE" and goal.end <= m.start < goal.end + _DATED for m in goal.sentence.mentions)
            return self.main if dated else None
        if self._of_main(name) and not is_retrospect(self.state.text.lower, goal.sentence, goal.at, goal.end):
            return self.main
        return self._against(goal, opponent)

    def _meant(self, goal: GoalTold) -> MatchTold | None:
        """ "had scored in that game too": the match told last before the goal."""
        span = goal.sentence.span
        if _IN_THAT_GAME.search(self.state.text.lower, *span) is None:
            return None
        first = self.state.sentences[max(0, goal.sentence.number - 2)].span.start
        last = self.places.last_before(first, goal.start, goal.start)
        return None if last is None else last[0]

    def _in_paragraph(self, goal: GoalTold) -> MatchTold | None:
        """The other match that the paragraph tells, unless the scorer is known for one of the story's own sides."""
        if (opened := None if self._is_report else self.paragraphs.opened_with(goal, self.places)) is not None:
            return opened
        known = set(self.state.cast.plays_for.get(goal.scorer, ())) | set(goal.sides)
        played = self.main is not None and self._played_in.get(goal.scorer) is self.main
        if self.main is None or known & self.paragraphs.own or played:
            return None
        return self.paragraphs.match(goal, self.places)

    def _against(self, goal: GoalTold, opponent: Mention | None = None) -> MatchTold | None:
        """The match against the side that the goal's own clause names, where that is not the story's own."""
        opponent = opponent or self.against.opponent(goal)
        name = None if opponent is None else self.state.side(opponent, goal.sentence)
        if opponent is None or name is None:
            return None
        told = self.against.scorers_side(goal, name)
        if told is None:
            return None if self._of_main(name) else self._nearest_of({name}, goal)
        side, sure = told
        pair = {side, name}
        if self.main is not None and pair == {self.main.team_1, self.main.team_2}:
            return None
        near = self._nearest(goal, lambda m: {m.team_1, m.team_2} == pair)
        if near is None and sure < _SURE_ENOUGH and (self._is_report or self._of_main(name)):
            return None
        if near is None:
            near = self.against.match(goal, side, opponent, name, sure)
            self.places = MatchPlaces([*self._played, *self.against.made])
        return near

    def _one_clause(self, match: MatchTold, goal: GoalTold) -> bool:
        shared = self.main is not None and {match.team_1, match.team_2} & {self.main.team_1, self.main.team_2}
        return is_told_of(self.state.text.lower, match, goal, unscored=not shared)

    def _of_main(self, side: str) -> bool:
        return self.main is not None and side in (self.main.team_1, self.main.team_2)

    def _elsewhere(self, goal: GoalTold) -> bool:
        """Whether the sentence and the one before speak of other sides only, and the player is not known to be here."""
        main = self.main
        if main is None or self._is_report or self.state.cast.plays_for.get(goal.scorer):
            return False
        index = goal.sentence.number
        told = {team for sentence in self.state.sentences[index - 1 : index + 1] for team in _teams(sentence)}
        return len(told) > 0 and not told & {main.team_1, main.team_2} and not goal.sides

    def _opens_with(self, match: MatchTold) -> bool:
        """Whether a match is told in the headline or the lead, or at the head of a long story."""
        first = min((m.sentence for m in match.tellings()), key=lambda s: s.number)
        return first.number <= 2 or (first.paragraph <= 2 and self.state.sentences[-1].paragraph > _LONG)

    def _announces(self, matches: list[MatchTold]) -> bool:
        """Whether the story is about a match to come: that of its two sides is told before any played one of theirs."""
        fixture = self.state.main
        if fixture is None:
            return False
        own = [m for m in matches if fixture.has(m.team_1) and fixture.has(m.team_2)]
        first = min(own, key=lambda m: min(t.start for t in m.tellings()), default=None)
        return first is not None and first.status == "scheduled"

    def _by_sides(self, goal: GoalTold) -> MatchTold | None:
        """Another match than the story's own, where the player or the sentence belongs to its sides only."""
        known = set(self.state.cast.plays_for.get(goal.scorer, ())) or set(goal.sides)
        if not known and self.main is not None and self._played_in.get(goal.scorer) is self.main:
            known = {self.main.team_1, self.main.team_2}
        told = known or self._sides_told(goal)
        if self.main is not None and told & {self.main.team_1, self.main.team_2}:
            return self._other_leg(goal)
        return self._nearest_of(told, goal)

    def _of_paragraph(self, goal: GoalTold) -> MatchTold | None:
        """The match of the two sides that the goal's own paragraph names, where no match is told in it."""
        inside = [s for s in self.state.sentences if s.paragraph == goal.sentence.paragraph]
        told = self.places.told_in(inside[0].span.start, inside[-1].span.end)
        if (self.main is None and not self._tells_none) or any(m not in self._of_scorers for m in told):
            return None
        return told[-1] if told else self._of_two_sides(goal, inside)

    def _of_two_sides(self, goal: GoalTold, paragraph: list[Sentence]) -> MatchTold | None:
        """The match of a paragraph that is about two sides and none of the story's own, where it tells of the scorers
        only: in a round-up, or in a story that tells of no match and of a goal that levelled one."""
        if self._tells_none:
            paragraph = [s for s in paragraph if abs(s.number - goal.sentence.number) <= 1]
        levelled = self._tells_none and not any(s.of("LIVE_SCORE") for s in paragraph)
        levelled = levelled and any(_levels(s.span_text(self.state.text.lower)) for s in paragraph)
        others = self._is_about_others(goal, paragraph)
        if goal.sentence.quoted or not (levelled or others or len(self._played) >= _ROUND_UP):
            return None
        may_end = levelled or others or self.round_up is not None
        sides = two_sides(self.state.text.lower, paragraph, goal.at, may_end)
        if sides is None or self._of_main(sides.one) or self._of_main(sides.two):
            return None
        made = self.against.match(goal, sides.one, sides.second, sides.two, _SURE_ENOUGH)
        made.home = made.home or sides.home
        self._of_scorers.append(made)
        self.places = MatchPlaces([*self._played, *self.against.made])
        return made

    def _is_about_others(self, goal: GoalTold, paragraph: list[Sentence]) -> bool:
        """Whether a paragraph of a report names two other sides than the story's own and speaks of no other day, nor
        the story of its scorer for one of its own."""
        named = {str(m.value) for s in paragraph for m in s.mentions if m.kind == "TEAM" and not m.compared}
        if not self._is_report or len(named) != _PAIR or any(self._of_main(name) for name in named):
            return False
        if any(_ANOTHER_DAY.search(self.state.text.lower, *s.span) for s in paragraph):
            return False
        own = any(self._of_main(side) for side in self.state.cast.plays_for.get(goal.scorer, ()))
        return not own and goal.scorer not in self._played_in

    def _sides_told(self, goal: GoalTold) -> set[str]:
        """The sides of the goal's sentence, but for those of an aside behind it: "as his side finished three points
        clear of X, who beat Y"."""
        found: set[str] = set()
        lower, aside = self.state.text.lower, False
        for mention in goal.sentence.mentions:
            aside |= mention.kind == "WHO" and mention.start > goal.end
            if aside or (mention.start > goal.end and is_of_an_aside(lower, goal, mention.start)):
                continue
            if mention.kind == "GROUND":
                found |= {vocabulary.clubs()[i].name for i in mention.value if isinstance(i, int)}
            elif mention.kind in SIDES:
                team = self.state.side(mention, goal.sentence)
                found |= {team} if team is not None else set()
        return found

    def _other_leg(self, goal: GoalTold) -> MatchTold | None:
        """The same two sides' other match, where that one is told nearby and last before the goal."""
        main = self.main
        if main is None or self.legs < 2 or self._is_report:
            return None
        near = self._nearest(goal, main.same_pair, back=2)
        if near is main or self._nearest(goal, lambda m: m is main, back=2) is None:
            return near
        first = self.state.sentences[max(0, goal.sentence.number - 2)].span.start
        last = self.places.last_before(first, goal.sentence.span.end, goal.at)
        return last[0] if last is not None and last[1] < goal.at and main.same_pair(last[0]) else None

    def _in_sentence(self, goal: GoalTold) -> MatchTold | None:
        """The match of the goal's sentence that is told nearest to it, of several the one of its own clause."""
        span = goal.sentence.span
        here = self.places.told_in(span.start, span.end)
        if len(here) < 2:
            return here[0] if here else None
        return min(here, key=lambda m: how_far(self.state.text.lower, m, goal))

    def _nearest_of(self, sides: set[str], goal: GoalTold) -> MatchTold | None:
        """The nearest match that one of the sides plays."""
        return self._nearest(goal, lambda m: m.team_1 in sides or m.team_2 in sides)

    def _nearest(
        self, goal: GoalTold, fits: Callable[[MatchTold], bool], back: int = _SENTENCES_BACK
    ) -> MatchTold | None:
        index = goal.sentence.number
        first = self.state.sentences[max(0, index - back)].span.start
        last = self.state.sentences[min(len(self.state.sentences) - 1, index + 2)].span.end
        near = [m for m in self.places.told_in(first, last) if fits(m)]
        return min(near, key=lambda m: self.places.distance(m, goal), default=None)


def _levels(text: str) -> bool:
    """Whether a goal levelled a match; "the level of violence" did not."""
    return " level of " not in text and says_level(text)


def _impossible(goal: GoalTold, match: MatchTold) -> bool:
    """A winner of a match that was drawn: it was another's, which nobody told."""
    return goal.called == "winner" and match.score_1 is not None and match.score_1 == match.score_2


def _teams(sentence: Sentence) -> set[str]:
    """The sides a sentence names, but for those that only describe a man ("England manager")."""
    found = set()
    for mention, following in zip(sentence.mentions, [*sentence.mentions[1:], None], strict=False):
        describes = following is not None and following.kind in ("ROLE", "PERSON") and following.start - mention.end < 3
        if mention.kind == "TEAM" and isinstance(mention.value, str) and not describes:
            found.add(mention.value)
    return found
