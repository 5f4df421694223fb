"""Whom a side played where no word beside the result says: the hosts of the ground, an object in the clause, the
story's opponent, the side the story tells most."""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.cast.club_towns import club_called
from flows.extract.cast.nicknames import KIND as NICKNAME
from flows.extract.cast.pairs_told import pair_meant
from flows.extract.matches.homes.grounds_told import at_home_in
from flows.extract.matches.meetings.who_may_meet import club_name, is_national, may_meet
from flows.extract.matches.results.apart import (
    of_another,
    of_the_game_before,
    of_whom_is_met_next,
    opens_the_next_clause,
    told_apart,
    unnamed,
)
from flows.extract.matches.results.brought_in import (
    met_in_the_leg_before,
    opponent_brought_in,
    opponent_going_on,
    whose_run_ended,
)
from flows.extract.matches.results.lists_of_sides import both_fared_so
from flows.extract.matches.results.means import is_met_next, only_passed
from flows.extract.matches.results.places_of_results import PlacesOfResults
from flows.extract.matches.results.vetoes import is_a_prize
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention, of_kinds
from flows.extract.text.sentence import SIDES, Sentence, objective

_AND_THE = 9  # letters: " and the "
_SOON = 3  # sentences
_REACH = 48  # letters between a result and its day
_WENT_THERE = re.compile(r"\b(?:went|go|been|going|travelled|played|won|lost|drew|came) (?:back )?(?:there|here)\b")
_THERE = re.compile(r"\b(?:there|here|(?:in|of) this fixture)\b")
_ADDED = re.compile(r" (?:[a-z]+ly |then )?(?!during\b|according\b)[a-z]+ing\b")
_BESIDE = 14  # "an early"
_MEETING = re.compile(
    r"\b(?:the|these|both|two) (?:two )?(?:sides|teams|clubs|countries|nations|pair)(?:'s?)? (?:\w+ ){0,3}(?:met|"
    r"meetings?|clash\w*|encounters?|battle|drew|fought)\b|"
    r"\b(?:reverse|corresponding|earlier|previous|last|first|return) "
    r"(?:league |home |away )?(?:fixture|meeting|encounter|clash)\b"
)


class OtherSide:
    """Answers for one story."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self._places = PlacesOfResults(state)
        self.told = self._places.told

    def other(self, sentence: Sentence, subject: str, anchor: Mention, last: Mention | None = None) -> str | None:
        """Whom the subject played where no one says: the hosts of the ground, an object in the clause, the story's
        opponent, the side the story tells most; not whom it only meets next."""
        return self.said(sentence, subject, anchor, last) or self.by_default(sentence, subject, anchor)

    def _with_nobody_known(self, sentence: Sentence, subject: str, anchor: Mention) -> bool:
        """ "X and the Drovers drew 2-2", where nothing tells whose name the Drovers is; "beat us", said by nobody
        named."""
        awaited = self.state.main is not None and self.state.main.announced
        if unnamed(self.state.text.lower, anchor.end, awaited=awaited):
            return True
        if self._went_somewhere(sentence, subject, anchor):
            return True
        us = next((m for m in sentence.of("WE") if m.text.lower() == "us" and m.start - anchor.end == 1), None)
        if us is not None and not self.state.quoted(us.start) and self.state.voices.we(us, sentence) is None:
            return True
        before = [m for m in sentence.mentions if m.start < anchor.start]
        for one, link, two in zip(before, before[1:], before[2:], strict=False):
            called = two.kind == "EPITHET" and two.value[0] == NICKNAME and two.start - one.end <= _AND_THE
            if link.kind == "AND" and called and one.kind == "TEAM" and one.value == subject:
                return self.state.side(two, sentence) is None
        return False

    def said(self, sentence: Sentence, subject: str, anchor: Mention, last: Mention | None = None) -> str | None:
        """Whom words of the sentence or of the story put against the subject."""
        if self._with_nobody_known(sentence, subject, anchor):
            return None
        if of_whom_is_met_next(self.state.text.lower, sentence, anchor):
            return None
        found = self._other(sentence, subject, anchor, last)
        return None if found is not None and self._is_a_prize(found, sentence, anchor) else found

    def by_default(self, sentence: Sentence, subject: str, anchor: Mention) -> str | None:
        """Whom the story tells of beside it where no words put anybody against it."""
        found, main = self._told_beside(sentence, subject), self.state.main
        if self._with_nobody_known(sentence, subject, anchor):
            return None
        lower = self.state.text.lower
        if of_the_game_before(lower, sentence, anchor) or of_whom_is_met_next(lower, sentence, anchor):
            return None
        if found is None or self._is_a_prize(found, sentence, anchor) or self._is_only_compared(found, sentence):
            return None
        awaited = main is not None and main.announced and main.opponent(subject) == found
        return None if awaited and self._is_of_another_day(sentence, anchor) else found

    def _is_only_compared(self, side: str, sentence: Sentence) -> bool:
        """ "won 1-0 to move above X", in a story that tells of no match with X: in the table, not on the field."""
        main, named = self.state.main, [m for m in of_kinds(sentence.mentions, ("TEAM",)) if m.value == side]
        return bool(named) and all(m.compared for m in named) and not (main is not None and main.has(side))

    def _is_a_prize(self, side: str, sentence: Sentence, anchor: Mention) -> bool:
        """Whether a sentence names a side only as met next, or as passed by a win: "a 2-0 win and a trip to X"."""
        lower = self.state.text.lower
        if sentence.headline and opens_the_next_clause(lower, sentence, anchor, side):
            return True
        named = [m for m in sentence.mentions if m.kind in SIDES and self.state.side(m, sentence) == side]
        return bool(named) and all(
            only_passed(lower, m, anchor)
            or is_a_prize(lower, anchor.end, max(anchor.end, m.start))
            or is_met_next(lower, sentence, anchor, m)
            for m in named
        )

    def _other(self, sentence: Sentence, subject: str, anchor: Mention, last: Mention | None) -> str | None:
        state, main, lower = self.state, self.state.main, self.state.text.lower
        us = self._us(sentence, anchor, last or anchor)
        if us is not None and us != subject and may_meet(us, subject):
            return us
        both = pair_meant(lower, state.sentences, sentence, anchor.start)
        if both is not None and subject in both:
            return both[subject == both[0]]
        hosts = self._host_after(sentence, subject, anchor, last or anchor)
        if hosts is not None and main is not None and main.has(subject) and not main.has(hosts):
            hosts = self._opponent_of_town(sentence, str(main.opponent(subject)), anchor) or hosts
        if (met := self._met_before(sentence, subject, hosts, anchor)) is not None:
            return met
        if hosts is not None and hosts != subject and may_meet(hosts, subject):
            return hosts
        there = self._there(sentence, subject, anchor) or self._them(sentence, subject, anchor)
        if there is not None:
            return there
        opposed = self._opposed(sentence, subject, anchor) or self._places.where(sentence, subject, anchor)
        opposed = opposed or self._places.right_behind(sentence, subject, last or anchor)
        opposed = opposed or self._places.in_town(sentence, subject, anchor)
        opposed = opposed or self._places.on_ground_before(sentence, subject, anchor)
        opposed = opposed or opponent_going_on(state, sentence, subject, last or anchor)
        if opposed is not None:
            return opposed
        mine, others = 0, []
        for index, mention in enumerate(sentence.mentions):
            team = state.side(mention, sentence) if mention.kind in SIDES else None
            if team == subject and mention.start < anchor.start:
                mine = mention.start
                continue
            if team is None or team == subject or not may_meet(team, subject):
                continue
            if only_passed(state.text.lower, mention, anchor) or is_met_next(lower, sentence, anchor, mention):
                continue
            if not is_a_prize(state.text.lower, anchor.end, max(anchor.end, mention.start)):
                others.append((mention, team, objective(sentence.mentions, index)))
        faced = [team for m, team, object_ in others if mine < m.start < anchor.start and object_]
        if faced:
            return faced[-1]
        behind = (
            team
            for m, team, object_ in others
            if m.start > anchor.start and object_ and not (m.attributive or of_another(sentence, anchor, last, m))
            if not m.compared  # "won 2-0 to go three points behind X"
        )
        if (after := next(behind, None)) is not None:
            return after
        if of_the_game_before(lower, sentence, anchor):
            return None
        here = {team for _, team, _ in others}
        alone = [
            team
            for m, team, _ in others
            if m.start < anchor.start and not m.possessive and not m.attributive and not told_apart(sentence, m, mine)
        ]
        if (ended := whose_run_ended(state, sentence, subject, anchor)) is not None:
            return ended
        of_the_leg = met_in_the_leg_before(self.state, sentence, subject) if not here else None
        if of_the_leg is not None:
            return of_the_leg
        if (brought_in := opponent_brought_in(state, sentence, subject, anchor, last or anchor)) is not None:
            return brought_in
        above = state.opponent_above(sentence, subject)
        if above is not None and (not here or above in here):
            return above
        if (
            main is not None
            and main.has(subject)
            and not (main.announced and not here and self._is_of_another_day(sentence, anchor))
            and (not here or main.opponent(subject) in here or sentence.paragraph <= 1)
        ):
            return main.opponent(subject)
        beaten = self._of_main_clause(sentence, subject, anchor)
        if beaten is not None:
            return beaten
        beaten_by = self._who_beat(sentence, subject, anchor)
        if beaten_by is not None:
            return beaten_by
        before = [(m, team) for m, team, _ in others if m.start < mine and not self._fared_apart(sentence, m, mine)]
        facing = [team for m, team in before if self._against_between(sentence, m.start, mine)]
        if facing:
            return facing[-1]
        if len(here) == 1 and alone:
            return alone[0]
        if state.centers.rules_the_story(subject) and not here and not self._is_told_before(sentence, subject):
            return state.centers.topic
        return None

    def _is_of_another_day(self, sentence: Sentence, anchor: Mention) -> bool:
        """ "after Tuesday's 1-1 draw", said in a preview: no meeting of the two that are about to play."""
        if not any(m.kind == "DATE" and abs(m.start - anchor.start) < _REACH for m in sentence.mentions):
            return False
        above = self.state.sentences[max(0, sentence.number - _SOON) : sentence.number + 1]
        told = (s for s in above if s.paragraph == sentence.paragraph)
        if _THERE.search(self.state.text.lower, *sentence.span):
            return False
        return not any(_MEETING.search(self.state.text.lower, *s.span) for s in told)

    def _told_beside(self, sentence: Sentence, subject: str) -> str | None:
        """The side told before, the story's focus, the side it tells most."""
        state = self.state
        told = self._told_before(sentence, subject)
        told = told or self._led_after(sentence, subject)
        if told is not None:
            return told
        clubs = state.cast.clubs
        if (
            state.centers.focus is not None
            and state.centers.focus != subject
            and may_meet(state.centers.focus, subject)
        ):
            return state.centers.focus
        return next((club for club, _ in clubs.most_common() if club != subject and may_meet(club, subject)), None)

    def _us(self, sentence: Sentence, anchor: Mention, last: Mention) -> str | None:
        """ "who beat us 1-0": the side that speaks."""
        if LETTER["WE"] not in sentence.shape:
            return None
        us = (m for m in sentence.of("WE") if m.text.lower() == "us" and anchor.end <= m.start < last.end)
        return next((side for m in us if (side := self.state.voices.we(m, sentence)) is not None), None)

    def _them(self, sentence: Sentence, subject: str, anchor: Mention) -> str | None:
        """ "X are the only team to have beaten them, winning 2-1": whom the sentence before is about."""
        if LETTER["THEY"] not in sentence.shape or sentence.quoted:
            return None
        before = [m for m in sentence.mentions if m.start < anchor.start]
        beaten = any(one.kind == "WIN" and two.text.lower() == "them" for one, two in pairwise(before))
        meant, _ = self.state.centers.behind(sentence) if beaten else (None, False)
        return meant if meant is not None and meant != subject and may_meet(meant, subject) else None

    def _there(self, sentence: Sentence, subject: str, anchor: Mention) -> str | None:
        """ "He remembers Highbury. They went there and lost 2-0": whose ground the words before tell of."""
        lower = self.state.text.lower
        there = _WENT_THERE.search(lower, sentence.span.start, anchor.start)
        if there is None:
            return None
        for near in reversed(self.state.sentences[max(0, sentence.number - 1) : sentence.number + 1]):
            for place in reversed(near.mentions):
                if place.start >= there.start() or place.kind != "GROUND" or len(place.value) != 1:
                    continue
                host = club_name(place.value[0])
                return host if host != subject and may_meet(host, subject) else None
        return None

    def _went_somewhere(self, sentence: Sentence, subject: str, anchor: Mention) -> bool:
        """ "I saw Mill Lane. We went there and lost": against whoever is at home at a ground that nobody knows."""
        there = _WENT_THERE.search(self.state.text.lower, sentence.span.start, anchor.start)
        if there is None or self._there(sentence, subject, anchor) is not None:
            return False
        near = self.state.sentences[max(0, sentence.number - 1) : sentence.number + 1]
        last = [m for s in near for m in s.mentions if m.start < there.start() and m.kind in ("GROUND", "NAME", "TEAM")]
        return any(m.kind == "GROUND" and not m.value for m in last)

    def _of_main_clause(self, sentence: Sentence, subject: str, anchor: Mention) -> str | None:
        """ "Harland lost the final, Brigg running out 4-1 winners": the subject of the clause that it adds to."""
        before = [m for m in sentence.mentions if m.start < anchor.start and m.kind in SIDES]
        if len(before) < 2 or self.state.side(before[-1], sentence) != subject or before[-1].possessive:
            return None
        lower = self.state.text.lower
        if not lower.endswith(", ", 0, before[-1].start) or not _ADDED.match(lower, before[-1].end):
            return None
        team = self.state.centers.named(sentence, before[-1].start)
        return team if team is not None and team != subject and may_meet(team, subject) else None

    def _who_beat(self, sentence: Sentence, subject: str, anchor: Mention) -> str | None:
        """ "the X side of 1986, when Y were beaten 4-2", "X won the cup. Y were beaten 1-0 in the final": whom the
        clause or the sentence before is about."""
        before = [m for m in sentence.mentions if m.start < anchor.start and m.kind in SIDES]
        if anchor.kind != "BEATEN" or not before or self.state.side(before[-1], sentence) != subject:
            return None
        if anchor.start - before[-1].end > _BESIDE:
            return None
        for one in reversed(before[:-1]):
            team = self.state.side(one, sentence)
            if team is not None and team != subject and may_meet(team, subject):
                return None if told_apart(sentence, one, before[-1].start) else team
        team, _ = self.state.centers.found_before(before[0], sentence)
        return team if len(before) == 1 and team != subject and team is not None and may_meet(team, subject) else None

    def _opposed(self, sentence: Sentence, subject: str, anchor: Mention) -> str | None:
        """Whom the clause before set against the subject by name: "X's tactics against Y, before Y won 2-1"."""
        if LETTER["AGAINST"] not in sentence.shape:
            return None
        for one, link, two in zip(sentence.mentions, sentence.mentions[1:], sentence.mentions[2:], strict=False):
            if two.end > anchor.start:
                return None
            if link.kind == "AGAINST" and one.kind == two.kind == "TEAM" and two.start - link.end < 6:
                pair = [self.state.side(one, sentence), self.state.side(two, sentence)]
                if subject in pair and pair[0] != pair[1]:
                    return pair[pair[0] == subject]
        return None

    def _met_before(self, sentence: Sentence, subject: str, hosts: str | None, anchor: Mention) -> str | None:
        """ "The sides' last meeting, a 2-1 win at X's old ground": whom the subject meets in this story, where the
        ground or the town told is of a club that the story does not name."""
        state, main = self.state, self.state.main
        if hosts is not None and (hosts in state.cast.clubs or is_national(hosts)):
            return None
        meeting = _MEETING.search(state.text.lower, sentence.span.start, anchor.start) is not None
        if not (meeting or (hosts is not None and state.tells_of_legs)):
            if hosts is not None and hosts != subject and state.centers.rules_the_story(subject):
                return state.centers.topic
            return None
        above = state.opponent_above(sentence, subject)
        return above or (main.opponent(subject) if main is not None else None)

    def _fared_apart(self, sentence: Sentence, side: Mention, subject: int) -> bool:
        """Whether a side had another match, by its main clause; not "X, who drew 1-1, began well but Y won it"."""
        goes_on = self.state.text.lower.startswith((", who ", ", which "), side.end)
        return not goes_on and told_apart(sentence, side, subject)

    def _against_between(self, sentence: Sentence, start: int, end: int) -> bool:
        return any(m.kind in ("AGAINST", "WITH", "BY") and start < m.start < end for m in sentence.mentions)

    def _is_told_before(self, sentence: Sentence, subject: str) -> bool:
        """Whether the paragraph has named a side before: it goes on about its match."""
        earlier = self.state.sentences[max(0, sentence.number - 3) : sentence.number]
        return any(
            m.kind == "TEAM" and m.value == subject
            for s in earlier
            if s.paragraph == sentence.paragraph
            for m in s.mentions
        )

    def _told_before(self, sentence: Sentence, subject: str) -> str | None:
        """The other side told last in the same paragraph, or in the sentence just before it."""
        index = sentence.number
        nearby = [s for s in self.state.sentences[max(0, index - 3) : index] if s.paragraph == sentence.paragraph]
        nearby = nearby or self.state.sentences[max(0, index - 1) : index]
        told = [t for s in reversed(nearby) for m in reversed(s.mentions) if (t := self._places.told(m, s)) is not None]
        met = (t for t in told if t != subject and may_meet(t, subject))
        return next((t for t in met if not both_fared_so(self.state, subject, t)), None)

    def _led_after(self, sentence: Sentence, subject: str) -> str | None:
        """Whom the next sentences put ahead or level with the subject: "It ended 3-1. Kell had given X the lead"."""
        index = sentence.number
        for after in self.state.sentences[index + 1 : index + 1 + _SOON]:
            for gave, team, lead in zip(after.mentions, after.mentions[1:], after.mentions[2:], strict=False):
                said = (gave.kind, team.kind, lead.kind) == ("GIVE_LEAD", "TEAM", "LEAD")
                if not said or lead.start - team.end > _BESIDE:
                    continue
                side = self.state.side(team, after)
                if side is not None and side != subject and may_meet(side, subject):
                    return side
        return None

    def _opponent_of_town(self, sentence: Sentence, opponent: str, anchor: Mention) -> str | None:
        """The story's opponent where it comes from a town told behind a result."""
        places = [m for m in sentence.mentions if m.kind == "PLACE" and m.start > anchor.start]
        return opponent if any(at_home_in(opponent, p.text) for p in places) else None

    def _host_after(self, sentence: Sentence, subject: str, anchor: Mention, last: Mention) -> str | None:
        """The club whose ground a result is told at: "winning 4-3 at the Mestalla"."""
        following = [m for m in sentence.mentions if m.start >= anchor.start]
        for mention, after in pairwise(following):
            if mention.kind == "AT" and after.kind == "GROUND" and mention.start - anchor.start < 30:
                return self._places.told(after, sentence) or self._whose_ground(after, sentence, subject)
            if (
                mention.kind == "IN"
                and after.kind == "PLACE"
                and (mention.start - anchor.end < 22 or 0 <= mention.start - last.end < 4)
                and after.start - mention.end <= 2
            ):
                return club_called(after.text)
        return None

    def _whose_ground(self, ground: Mention, sentence: Sentence, subject: str) -> str | None:
        """ "beaten 3-0 at Anfield" in a story that names no other side of it: the one club at home there, unless the
        match is of a round that is played on neutral ground, or the sentence names a club of which nobody knows where
        it plays: many grounds share a name."""
        if len(ground.value) != 1 or any(m.value in ("final", "semi-final") for m in sentence.of("ROUND")):
            return None
        if any(m.value != subject and is_national(str(m.value)) is None for m in sentence.mentions if m.kind == "TEAM"):
            return None
        main, club = self.state.main, club_name(ground.value[0])
        own = main is not None and any(club_name(i) in (main.team_1, main.team_2) for i in ground.value)
        return None if own or is_national(club) else club
