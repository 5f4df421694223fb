"""Where a match was played and whose home that is: the ground or town at it, else the home side's ground in the story.

In: the matches as told and which words belong to which. A town counts where it stands right behind the match ("a 0-0
draw in San Rocco"); of the story's own match the ground that the story names is the home side's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from itertools import pairwise

from flows import vocabulary
from flows.extract.cast.epithets import countries
from flows.extract.matches.grounds_told import at_home_on, home_in, says_where
from flows.extract.matches.home_words import another_meetings_home, home_by_journey, home_by_own_words
from flows.extract.matches.homes_told_elsewhere import home_elsewhere, town_of_group
from flows.extract.matches.nearby import Nearby
from flows.extract.matches.results import Results
from flows.extract.matches.told import MatchTold, distance
from flows.extract.matches.towns_told import town_told
from flows.extract.matches.who_may_meet import is_national
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES

_HERE = re.compile(r"[^.,;]{0,30}\b(?:here|on this ground|at this ground)\b")
_IT_WAS = re.compile(
    r"(?:it|that|this|the (?:win|victory|defeat|result|draw)) (?:was|is|made it|meant|ended|brought)\b"
)
_LISTED = ("result.line", "result.in_list", "result.line_half_time", "result.line_comma")
_BY_THE_SUBJECT = ("result.win", "result.won", "result.drew", "result.draw_noun", "outcome.win")
_GO_BACK_TO = re.compile(
    r"\b(?:winners|victors|survivors|losers|finalists)\b[^.;]{0,40}\b(?:return to|stay at|remain at|are back at|"
    r"will be back at) (?:the )?$"
)
_NEUTRAL = frozenset({"final", "semi-final", "play-off final"})
_BESIDE, _A_REPORT = 24, 5
_AT_HAND = 110
_MANY_LINES = 3
_GOALS_TOLD = 3
_REPORT = 2  # sentences between two lines of which each has a report


class Venues:
    """Answers for one story; `leg_of` and `round_of` give the leg and the round of a match."""

    def __init__(
        self,
        state: StoryState,
        results: Results,
        nearby: Nearby,
        leg_of: Callable[[MatchTold], int | None],
        round_of: Callable[[MatchTold], str | None],
    ) -> None:
        self.state = state
        self.results = results
        self.nearby = nearby
        self._leg_of = leg_of
        self._round_of = round_of
        self._lines = sorted({m.sentence.number for m in results.matches if m.sentence.alone and m.rule in _LISTED})

    def of(self, match: MatchTold, home: str | None) -> str | None:
        """The ground (else the town) at the match; for the story's match also the ground of the side at `home` named
        in the story."""
        for told in match.tellings():
            ground = self.nearby.near(told, "GROUND")
            if ground is None or not says_where(self.state.text.lower, ground):
                continue
            near = distance(ground, told.start, told.end) < _AT_HAND
            guests = ground.start < told.start and self._is_the_guests(ground, match, home)
            if near and not guests and self._may_host(ground, match):
                return ground.text
        town = self._town(match)
        own = self.nearby.is_main(match) and match.leg is None and not self._is_told_after(match)
        if town is not None:
            there = own and home_in((match.team_1, match.team_2), town) == home
            return (self._home_ground(home) if there else None) or town
        if self._opens_a_report(match):
            return self._ground_of_report(match)
        if own:
            return self._home_ground(home) or self._other_ground(match, home) or self._home_town(match, home)
        beside = self._ground_gone_back_to(match) or self._ground_told_beside(match, home)
        countries = beside is None and is_national(match.team_1) is is_national(match.team_2) is True
        return town_of_group(self.state, (match.team_1, match.team_2)) if countries else beside

    def _is_the_guests(self, ground: Mention, match: MatchTold, home: str | None) -> bool:
        """A ground of the side that is away: "suspended for the Moss Lane leg, back for the return in Brigg"."""
        owners = {vocabulary.clubs()[i].name for i in ground.value}
        return home is not None and home not in owners and bool(owners & {match.team_1, match.team_2})

    def _ground_told_beside(self, match: MatchTold, home: str | None) -> str | None:
        """The home side's own ground, told as a place of play in a sentence beside the match that tells of none
        itself: "after his Moss Lane ordeal"."""
        main = self.state.main
        there = " there" in match.sentence.span_text(self.state.text.lower)
        if home is None or (not there and main is not None and main.has(home) and not self.nearby.is_main(match)):
            return None
        number, told = match.sentence.number, []
        for sentence in self.state.sentences[max(0, number - 1) : number + 2]:
            grounds = sentence.of("GROUND")
            if not grounds or (sentence.number != number and self.results.of_sentence(sentence)):
                continue
            told += [g for g in grounds if home in {vocabulary.clubs()[i].name for i in g.value}]
        lower = self.state.text.lower
        return next((g.text for g in told if says_where(lower, g) and not self.state.quoted(g.start)), None)

    def _ground_gone_back_to(self, match: MatchTold) -> str | None:
        """ "X play Y on Friday. The winners return to Moss Lane the next day": where they are said to play again."""
        for told in match.tellings():
            for sentence in self.state.sentences[told.sentence.number + 1 : told.sentence.number + 2]:
                for ground in sentence.of("GROUND"):
                    if _GO_BACK_TO.search(self.state.text.lower, sentence.span.start, ground.start):
                        return ground.text
        return None

    def _home_town(self, match: MatchTold, home: str | None) -> str | None:
        """The home side's own town, where a report says "in Merrow" and no ground."""
        if home is None or match.status != "played" or not self._is_reported:
            return None
        lower = self.state.text.lower
        for sentence in self.state.sentences:
            for place in sentence.of("PLACE"):
                here = lower.endswith(" in ", 0, place.start) and home_in((match.team_1, match.team_2), place.text)
                told = not sentence.quoted and (not sentence.headline or bool(self.results.of_sentence(sentence)))
                if here == home and told and not self.nearby.elsewhere(place, sentence):
                    return None if place.text in countries() else place.text
        return None

    def _is_told_after(self, match: MatchTold) -> bool:
        """Another meeting of the story's own two, told behind its match: "the reverse fixture"."""
        return any(m is not match and m.start < match.start for m in self.results.of_pair(match))

    def _opens_a_report(self, match: MatchTold) -> bool:
        """A line of a round-up, below which its own report stands."""
        listed = match.sentence.alone and match.rule in _LISTED and len(self._lines) >= _MANY_LINES
        return listed and max(b - a for a, b in pairwise(self._lines)) > _REPORT

    def _ground_of_report(self, match: MatchTold) -> str | None:
        """The first ground told as the place of play between a line of a round-up and the next."""
        at = match.sentence.number
        end = next((n for n in self._lines if n > at), len(self.state.sentences))
        lower = self.state.text.lower
        grounds = [g for s in self.state.sentences[at + 1 : end] for g in s.of("GROUND")]
        told = (g.text for g in grounds if says_where(lower, g) and not self.state.quoted(g.start))
        return next(told, None)

    def _other_ground(self, match: MatchTold, home: str | None) -> str | None:
        """Where the story's own match was played elsewhere than on a ground known as the home side's: the first ground
        that the story tells as a place of play, of no side of another match."""
        main = self.state.main
        of_another = main is not None and match.home not in (None, main.home)
        if of_another or not (self._is_reported or match.rule == "fixture.versus"):
            return None
        sides = {match.team_1, match.team_2}
        for sentence in self.state.sentences:
            for ground in sentence.of("GROUND"):
                owners = {vocabulary.clubs()[i].name for i in ground.value}
                others = {club for club in owners - sides if club in self.state.cast.clubs}
                told = {str(m.value) for m in sentence.mentions if m.kind == "TEAM"}
                known = bool(owners & (sides | set(self.state.cast.clubs)))
                mine = sentence.paragraph <= 2 if known else not told - sides or sentence.paragraph == 0
                mine = mine and owners & sides <= {home}
                if others or not mine or self.state.quoted(ground.start) or self.nearby.elsewhere(ground, sentence):
                    continue
                if says_where(self.state.text.lower, ground):
                    return ground.text
        return None

    def _at_ground_before(self, match: MatchTold) -> list[str]:
        """Whose ground the sentence before sets a match of its own at: "after his Moss Lane ordeal"; of another match
        than the story's, and where that sentence tells of none itself."""
        number = match.sentence.number
        if not number or match.score_1 is None or self.nearby.is_main(match):
            return []
        before = self.state.sentences[number - 1]
        if not before.of("GROUND") or self.results.of_sentence(before):
            return []
        grounds = [g for g in before.of("GROUND") if says_where(self.state.text.lower, g)]
        return [t for t in (match.team_1, match.team_2) if any(at_home_on(t, g) for g in grounds)]

    def _town(self, match: MatchTold) -> str | None:
        """The town that the words put the match in; a country or a continent is no venue."""
        place = self._place(match)
        return None if place is None or place in countries() else place

    def _place(self, match: MatchTold) -> str | None:
        """The town or country that the words put the match in."""
        countries = is_national(match.team_1) is is_national(match.team_2) is True
        for told in match.tellings():
            alone = self.results.of_sentence(told.sentence) in ([], [match])
            place = self.nearby.near(told, "PLACE")
            if (
                place is not None
                and self.state.text.lower.endswith((" in ", " in the "), 0, place.start)
                and distance(place, told.start, told.end) < 60
            ):
                return place.text
            town = town_told(
                self.state.text.normal, told.sentence, told.start, told.end, self._is_of(told, match), alone, countries
            )
            if town is not None:
                return town.text
        return None

    def _is_of(self, told: MatchTold, match: MatchTold) -> Callable[[Mention], bool]:
        """Whether a word of its sentence is this match's rather than another's."""
        return lambda mention: self.nearby.owner(mention, told.sentence) in (None, told, match)

    @property
    def _is_reported(self) -> bool:
        """Whether the story tells of goals: a report, no news of a man or a club that mentions a result."""
        return sum(len(self.state.told_of(kind)) for kind in ("GOAL_VERB", "MINUTE", "GOAL_NOUN")) >= _GOALS_TOLD

    def _may_host(self, ground: Mention, match: MatchTold) -> bool:
        """A ground of one of the sides, or of no side of the story's match, or neutral in the match's own words."""
        names = {vocabulary.clubs()[i].name for i in ground.value}
        main = self.state.main
        other = main is not None and bool(names & {main.team_1, main.team_2}) and not self.nearby.is_main(match)
        return bool(names & {match.team_1, match.team_2}) or not other

    def _home_ground(self, home: str | None) -> str | None:
        lower = self.state.text.lower
        told = [m for m in self.state.told_of("GROUND") if not self.state.quoted(m.start) and says_where(lower, m)]
        for mention in told:
            if home in {vocabulary.clubs()[i].name for i in mention.value}:
                return mention.text
        return None

    def _on_own_words(self, match: MatchTold) -> str | None:
        """The home side by words of the subject's own ground, fans or record beside the match."""
        if match.status != "played" or match.rule.startswith(("result.line", "result.in_list")):
            return None
        lower = self.state.text.lower
        for told in match.tellings():
            if not told.sentence.headline and self.results.of_sentence(told.sentence) in ([], [match]):
                home = home_by_journey(told.sentence, told.start, (told.team_1, told.team_2))
                home = home or home_by_own_words(lower, told.sentence, told.team_1, told.team_2)
                if home is not None:
                    return home
            for behind in self.state.sentences[told.sentence.number + 1 : told.sentence.number + 2]:
                owner = next((m for m in behind.mentions if m.kind == "TEAM"), None)
                mine = owner is not None and owner.possessive and owner.value in (match.team_1, match.team_2)
                if owner is None or not mine or not _IT_WAS.match(lower, behind.span.start):
                    continue
                subject = str(owner.value)
                other = match.team_2 if subject == match.team_1 else match.team_1
                home = home_by_own_words(lower, behind, subject, other)
                if home is not None:
                    return home
        return None

    def _of_another_meeting(self, match: MatchTold) -> str | None:
        """The home side of a meeting that is told by another one of the same sides, at home in which is known."""
        pair = (match.team_1, match.team_2)
        homes = {m.home for m in self.results.of_pair(match) if m is not match} - {None}
        main = self.state.main
        if main is not None and main.has(pair[0]) and main.has(pair[1]):
            homes.add(main.home)
        if len(homes - {None}) != 1:
            return None
        home = next(iter(homes - {None}))
        away = pair[1] if home == pair[0] else pair[0]
        return another_meetings_home(self.state.text.lower, match.sentence, match.end, str(home), away)

    def _on_a_ground_unknown(self, match: MatchTold) -> str | None:
        """ "beat X 2-0 at Moss Lane", a ground of nobody's that is known: whoever is named as the opponent came there;
        "won 2-0 at Moss Lane": the winner did."""
        if match.status != "played" or not match.rule.startswith(_BY_THE_SUBJECT):
            return None
        if len(self.state.sentences) < _A_REPORT:
            return None  # a line alone does not say whose ground it is
        for told in match.tellings():
            ground = self.nearby.near(told, "GROUND")
            rounds = {m.value for m in told.sentence.of("ROUND")}
            if ground is None or ground.value or rounds & _NEUTRAL or not says_where(self.state.text.lower, ground):
                continue
            if 0 <= ground.start - told.end < _BESIDE and told.sentence.number == match.sentence.number:
                named = any(m.kind in SIDES for m in told.sentence.mentions if told.start <= m.start <= told.end)
                return match.team_1 if named else match.team_2
        return None

    def _other_leg(self, match: MatchTold) -> MatchTold | None:
        """The one other match of a tie, at home in which is who was away in this."""
        others = [m for m in self.results.of_pair(match) if m is not match and m.year == match.year]
        if len(others) != 1:
            return None
        legs = {self._leg_of(match), self._leg_of(others[0])}
        return others[0] if legs == {1, 2} or (len(legs) == 2 and self._is_tie_of(match)) else None

    def _is_tie_of(self, match: MatchTold) -> bool:
        """Whether the story tells the aggregate of its sides: two matches of theirs are the two legs."""
        return any({tie.team_1, tie.team_2} == {match.team_1, match.team_2} for tie in self.results.ties)

    def _by_ground(self, match: MatchTold) -> str | None:
        """The side whose ground or town the match is told at."""
        for told in match.tellings():
            near = self.nearby.near(told, "GROUND")
            if near is not None and says_where(self.state.text.lower, near):
                here = [t for t in (match.team_1, match.team_2) if at_home_on(t, near)]
                here = here or [t for t in (match.team_1, match.team_2) if t == self._owners.get(near.text)]
                if len(here) == 1:
                    return here[0]
        place = self._place(match)
        return None if place is None else home_in((match.team_1, match.team_2), place)

    @cached_property
    def _owners(self) -> dict[str, str]:
        """Grounds that no vocabulary holds -> the side that the story tells at home there."""
        owners: dict[str, str] = {}
        for match in self.results.matches:
            if match.home is None or LETTER["GROUND"] not in match.sentence.shape:
                continue
            near = self.nearby.near(match, "GROUND")
            if near is not None and not near.value and says_where(self.state.text.lower, near):
                owners.setdefault(near.text, match.home)
        return owners

    def _of_an_earlier_year(self, match: MatchTold) -> bool:
        """ "we played X in the semi-final in 2003": who is at home today says nothing of then."""
        if match.score_1 is not None or self._leg_of(match) is not None:
            return False
        near = self.nearby.near(match, "DATE")
        return near is not None and near.value.year is not None and near.value.month is None

    def _is_neutral(self, match: MatchTold) -> bool:
        """Whether a match is a final of one match, where nobody is at home."""
        return self._round_of(match) in ("final", "play-off final") and not self.state.tells_of_legs

    def home_of(self, match: MatchTold) -> str | None:
        """The home side the words give, else the ground's, else - for the story's match - the story's."""
        told = match.home or self._by_ground(match)
        if told is not None:
            return told
        here = self._at_ground_before(match)
        if len(here) == 1:
            return here[0]
        own = self._of_another_meeting(match) or self._on_own_words(match) or self._on_a_ground_unknown(match)
        if own is not None:
            return own
        other = self._other_leg(match)
        if other is not None and (home := other.home or self._by_ground(other)) is not None:
            return match.team_1 if match.team_2 == home else match.team_2
        if self._leg_of(match) == 1 and match.status == "played":
            returns = {m.home for m in self.results.of_pair(match) if self._is_return(m, match)} - {None}
            if len(returns) == 1:
                return match.team_1 if match.team_2 in returns else match.team_2
        elsewhere = home_elsewhere(self.state, self.results, match)
        if elsewhere is not None:
            return elsewhere
        main = self.state.main
        here_too = any(_HERE.match(self.state.text.lower, t.end) for t in match.tellings())  # "we lost 3-0 here"
        mine = self.nearby.is_main(match) or (here_too and main is not None and main.has(match.team_1))
        if main is None or not mine or not main.has(match.team_2):
            return None
        if self._is_neutral(match) or self._of_an_earlier_year(match):
            return None
        if match.status != "played":
            listed = match.rule == "fixture.versus" and len(self.results.matches) > 1
            return main.home if self.results.of_pair(match) == [match] and not listed else None
        scored = [
            m for m in self.results.of_pair(match) if m is not match and m.score_1 is not None and m.status == "played"
        ]
        if match.score_1 is not None and not here_too and any(m.start < match.start for m in scored):
            return None  # the one told before is the match that the story's home side is of
        if scored and match.score_1 is None and self._leg_of(match) is not None:
            return main.opponent(main.home)
        return main.home

    def _is_return(self, match: MatchTold, first_leg: MatchTold) -> bool:
        """Whether a match is still to come, or told beside the first leg: "2-0 down after that, they won 3-1 at X"."""
        beside = match is not first_leg and match.sentence is first_leg.sentence and self._leg_of(match) != 1
        return match.status == "scheduled" or (beside and match.score_1 is not None)
