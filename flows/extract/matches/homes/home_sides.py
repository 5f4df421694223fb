"""Who was at home in a match: by the match's own words, the ground or town it was at, its other leg, or the story.

In: the matches as told, which words belong to which, and where, in which leg and round each was. Out: the home side,
None where nothing makes it certain or the ground is neutral.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from flows.extract.matches.circumstances.nearby import Nearby
from flows.extract.matches.homes.grounds_in_turn import home_in_turn
from flows.extract.matches.homes.grounds_told import at_home_on, home_in, says_where
from flows.extract.matches.homes.home_words import another_meetings_home, came_from, home_by_journey, home_by_own_words
from flows.extract.matches.homes.homes_told_elsewhere import home_elsewhere, return_at
from flows.extract.matches.reading import Results
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER
from flows.extract.text.sentence import SIDES

_HERE = re.compile(r"[^.,;]{0,30}\b(?:here|on this ground|at this ground)\b")
_IT_WAS = re.compile(
    r"(?:it|that|this|the (?:win|victory|defeat|result|draw)) (?:was|is|made it|meant|ended|brought)\b"
)
_BY_THE_SUBJECT = ("result.win", "result.won", "result.drew", "result.draw_noun", "outcome.win")
_NEUTRAL = frozenset({"final", "semi-final", "play-off final"})
_BESIDE, _A_REPORT = 24, 5


class HomeSides:
    """Answers for one story; `place_of`, `leg_of` and `round_of` give the town, the leg and the round of a match."""

    def __init__(
        self,
        state: StoryState,
        results: Results,
        nearby: Nearby,
        place_of: Callable[[MatchTold], str | None],
        leg_of: Callable[[MatchTold], int | None],
        round_of: Callable[[MatchTold], str | None],
    ) -> None:
        self.state = state
        self.results = results
        self.nearby = nearby
        self._place_of = place_of
        self._leg_of = leg_of
        self._round_of = round_of

    def of(self, match: MatchTold) -> str | None:
        """The home side the words give, else the ground's, else - for the story's match - the story's."""
        told = match.home or self._by_ground(match)
        if told is not None:
            return told
        here = self._at_ground_before(match)
        if len(here) == 1:
            return here[0]
        other_time = self._of_a_replay(match) or self._of_another_meeting(match)
        own = other_time or self._on_own_words(match) or self._on_a_ground_unknown(match)
        if own is not None:
            return own
        led = self._told_home(match)
        if led is not None:
            return led
        other = self._other_leg(match)
        if other is not None and (home := self._told_home(other)) is not None:
            return match.team_1 if match.team_2 == home else match.team_2
        if match.status == "played" and (self._leg_of(match) == 1 or match.score_1 == match.score_2):
            of_pair = self.results.of_pair(match)
            again = [m for m in of_pair if self._is_return(m, match) if self._leg_of(match) == 1 or self._is_replay(m)]
            returns = {m.home for m in again} - {None}
            if len(returns) == 1:
                return match.team_1 if match.team_2 in returns else match.team_2
        elsewhere = home_elsewhere(self.state, self.results, match)
        if elsewhere is not None:
            return elsewhere
        if self.nearby.is_in_turn(match) and (home := home_in_turn(self.state, self.results, match)) is not None:
            return home
        main = self.state.main
        here_too = any(_HERE.match(self.state.text.lower, t.end) for t in match.tellings())  # "we lost 3-0 here"
        mine = self.nearby.is_main(match) or (here_too and main is not None and main.has(match.team_1))
        if main is None or not mine or not main.has(match.team_2):
            return None
        if self._is_neutral(match) or self._of_an_earlier_year(match):
            return None
        if match.status == "played" and main.announced:
            return None  # an old meeting of a preview
        if match.status != "played":
            listed = match.rule == "fixture.versus" and len(self.results.matches) > 1
            return main.home if self.results.of_pair(match) == [match] and not listed else None
        scored = [
            m for m in self.results.of_pair(match) if m is not match and m.score_1 is not None and m.status == "played"
        ]
        if match.score_1 is not None and not here_too and any(m.start < match.start for m in scored):
            # the one told before is the match that the story's home side is of
            return main.opponent(main.home) if main.home and other in scored else None
        if scored and match.score_1 is None and self._leg_of(match) is not None:
            return main.opponent(main.home)
        return main.home

    def _told_home(self, match: MatchTold) -> str | None:
        """The side at home in the other leg by its own words, or as a lead taken there says."""
        there = next(
            (s for told in match.tellings() if (s := return_at(self.state.text.lower, told)) is not None), None
        )
        if there is not None:
            return match.team_1 if there == match.team_2 else match.team_2
        return match.home or self._by_ground(match)

    def _is_return(self, match: MatchTold, first_leg: MatchTold) -> bool:
        """Whether a match is still to come, or told beside the first leg: "2-0 down after that, they won 3-1 at X"."""
        beside = match is not first_leg and match.sentence is first_leg.sentence and self._leg_of(match) != 1
        return match.status == "scheduled" or (beside and match.score_1 is not None)

    def _is_replay(self, match: MatchTold) -> bool:
        """Whether a match still to come is told as a replay."""
        return match.status == "scheduled" and "replay" in match.sentence.span_text(self.state.text.lower)

    def _by_ground(self, match: MatchTold) -> str | None:
        """The side whose ground or town the match is told at."""
        for told in match.tellings():
            near = self.nearby.near(told, "GROUND")
            if near is not None and says_where(self.state.text.lower, near):
                here = [t for t in (match.team_1, match.team_2) if at_home_on(t, near)]
                here = here or [t for t in (match.team_1, match.team_2) if t == self._owners.get(near.text)]
                if len(here) == 1:
                    return here[0]
        place = self._place_of(match)
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

    def _of_a_replay(self, match: MatchTold) -> str | None:
        """ "beat X 3-2 in a replay after a 1-1 draw at Y", either of them: who was away in the other one."""
        others = [m for m in self.results.of_pair(match) if m is not match and m.year == match.year]
        if len(others) != 1 or match.status != "played" or others[0].status != "played":
            return None
        other = others[0]
        level = any(m.score_1 is not None and m.score_1 == m.score_2 for m in (match, other))
        first, last = sorted((match.sentence.number, other.sentence.number))
        told = self.state.sentences[max(0, first - 1) : last + 1] if last - first <= 1 else []
        if not level or not any("replay" in s.span_text(self.state.text.lower) for s in told):
            return None
        home = other.home or self._by_ground(other)
        return None if home is None else match.team_1 if home == match.team_2 else match.team_2

    def _on_own_words(self, match: MatchTold) -> str | None:
        """The home side by words of the subject's own ground, fans or record beside the match."""
        if match.status != "played" or match.rule.startswith(("result.line", "result.in_list")):
            return None
        lower = self.state.text.lower
        for told in match.tellings():
            if not told.sentence.headline and self.results.of_sentence(told.sentence) in ([], [match]):
                home = home_by_journey(told.sentence, told.start, (told.team_1, told.team_2))
                home = home or came_from(lower, told.sentence, (told.team_1, told.team_2))
                home = home or home_by_own_words(lower, told.sentence, told.team_1, told.team_2, _loser(told))
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

    def _is_neutral(self, match: MatchTold) -> bool:
        """Whether a match is a final of one match, where nobody is at home."""
        return self._round_of(match) in ("final", "play-off final") and not self.state.tells_of_legs

    def _of_an_earlier_year(self, match: MatchTold) -> bool:
        """ "we played X in the semi-final in 2003": who is at home today says nothing of then."""
        if match.score_1 is not None or self._leg_of(match) is not None:
            return False
        near = self.nearby.near(match, "DATE")
        return near is not None and near.value.year is not None and near.value.month is None


def _loser(match: MatchTold) -> str | None:
    """Whoever lost a match told with its score."""
    if match.score_1 is None or match.score_2 is None or match.score_1 == match.score_2:
        return None
    return match.team_1 if match.score_1 < match.score_2 else match.team_2
