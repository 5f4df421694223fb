"""The match a story is about: the first scored one told early, else the pair of its lead; and who was at home in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from flows.extract.matches.homes.home_of_story import HomeOfStory
from flows.extract.matches.meetings.who_may_meet import club_name
from flows.extract.matches.results.headline_names import HeadlineNames
from flows.extract.matches.told import MatchTold
from flows.extract.story import Fixture, StoryState
from flows.extract.text.mentions import LETTER
from flows.extract.text.sentence import unbracketed
from flows.extract.text.sought import Sought

_PLAYED = frozenset(
    LETTER[kind] for kind in "WIN WIN_INTRANSITIVE WIN_NOUN ROUND DRAW_NOUN LOSS_NOUN GOAL_VERB BEATEN".split()
)
_SCORING = ("GOAL_VERB", "MINUTE", "GOAL_NOUN", "GIVE_LEAD", "OWN_GOAL", "GOAL_ACT")
_BEATEN = frozenset({LETTER["BEATEN"], LETTER["LOSE"]})
_HEADING, _OPENS = 2, 24
_BY = 5  # mentions from "dumped out of the Cup" to the side "by" which
_LEADS = ("result.leg_lead", "result.from_first_leg", "result.lead_taken")

_MOVED = Sought(r"\b(?:join(?:ed|s|ing)?|sign(?:ed|s|ing)? (?:for|from)|on loan|transfer\w*|move (?:to|from))\b")


class MainMatch:
    """Settles `state.main` from the scored matches of the story."""

    def __init__(self, state: StoryState, matches: list[MatchTold]) -> None:
        self.state = state
        self.matches = matches
        self.headline_names = HeadlineNames(state)

    def choose(self, announced: Callable[[], list[MatchTold]]) -> None:
        """The match the story is about: the first scored one told early with both sides, else the pair the lead is
        about; of a preview, the match `announced` there before one played that is told later."""
        state = self.state
        told = [m for m in self.matches if not self.headline_names.tells_them(m) and not self._is_a_late_lead(m)]
        early = [m for m in told if m.sentence.paragraph <= 2]
        played = early or told
        pair = self._pair_of_heading()
        heading, ahead, ground = pair is not None, False, None
        if pair is None and not any(m.sentence.paragraph <= self._lead() for m in told):
            to_come = announced()
            told_at, pair = self._pair_of_outcome()
            if to_come and (pair is None or to_come[0].sentence.number < told_at):
                pair, ahead, ground = (to_come[0].team_1, to_come[0].team_2), True, to_come[0].home
        if played and pair is None:
            best = max(played, key=lambda m: (m.sentence.headline, self._weight(m)))
            pair = (best.team_1, best.team_2)
        pair = pair or self._pair_of_lead()
        if pair is None:
            return
        known = ground or (pair[0] if heading else None)
        state.main = Fixture(*pair, known, announced=ahead)
        state.settle_coaches()
        state.main.home = HomeOfStory(state, state.main, self.matches).found() or known

    def _lead(self) -> int:
        """The number of the first paragraph below the headline."""
        return next((s.paragraph for s in self.state.sentences if not s.headline), 0)

    def _is_a_late_lead(self, match: MatchTold) -> bool:
        """ "They take a 1-0 lead into the second leg", said at the end of a story that began with neither of the two or
        only one of them."""
        if match.rule not in _LEADS or match.sentence.number <= _HEADING:
            return False
        lead = {m.value for s in self.state.sentences[:_HEADING] for m in s.mentions if m.kind == "TEAM"}
        return not {match.team_1, match.team_2} <= lead and len(lead) > 1

    def _pair_of_heading(self) -> tuple[str, str] | None:
        """ "Harland v Castle Marden: preview": the pair of the line that a preview opens with, the home side first; the
        first of several such lines where only teasers stand above it."""
        lines = [s for s in self.state.sentences if s.alone and s.shape.count(LETTER["VERSUS"]) == 1]
        above = self.state.sentences[: lines[0].number] if len(lines) > 1 else []
        teasers = bool(above) and all(s.alone and _PLAYED.isdisjoint(s.shape) for s in above if not s.headline)
        for sentence in lines[:1] if teasers else self.state.sentences[:_HEADING]:
            if not (sentence.headline or sentence.alone) or sentence.shape.count(LETTER["VERSUS"]) != 1:
                continue
            line = unbracketed(sentence.mentions)
            for one, link, two in zip(line, line[1:], line[2:], strict=False):
                opens = link.kind == "VERSUS" and one.start - sentence.span.start <= _OPENS
                if opens and one.kind == two.kind == "TEAM" and one.value != two.value:
                    return str(one.value), str(two.value)
        return None

    def _pair_of_outcome(self) -> tuple[int, tuple[str, str] | None]:
        """ "Harland became the first to go through, knocking out Brigg on penalties": who beat whom in the lead, and in
        which sentence."""
        for sentence in self.state.sentences[:_HEADING]:
            if LETTER["WIN"] not in sentence.shape and LETTER["BEATEN"] not in sentence.shape:
                continue
            for index, verb in enumerate(sentence.mentions):
                reach = index + (_BY if verb.kind == "BEATEN" else 3)
                behind = [m for m in sentence.mentions[index + 1 : reach] if m.kind == "TEAM" and not m.possessive]
                before = [m for m in sentence.mentions[:index] if m.kind == "TEAM" and not m.possessive]
                if verb.kind in ("WIN", "BEATEN") and behind and before and behind[0].value != before[0].value:
                    return sentence.number, (str(before[0].value), str(behind[0].value))
        return 0, None

    def _weight(self, match: MatchTold) -> float:
        """How likely a scored match is the story's own: early, certain, of the sides told most."""
        told = self.state.cast.clubs
        most = max(told.values(), default=1)
        return (
            match.confidence
            - 0.12 * match.sentence.paragraph
            + 0.5 * (told[match.team_1] + told[match.team_2]) / (2 * most)
        )

    def _pair_of_lead(self) -> tuple[str, str] | None:
        counts: Counter[str] = Counter()
        lead: list[str] = []
        for sentence in self.state.sentences:
            for mention in sentence.mentions:
                if mention.kind == "TEAM":
                    counts[mention.value] += 1
                    if sentence.paragraph <= 2 and mention.value not in lead:
                        lead.append(mention.value)
                elif mention.kind == "GROUND" and sentence.paragraph <= 2:
                    for club in mention.value:
                        name = club_name(club)
                        if name in self.state.cast.clubs and name not in lead:
                            lead.append(name)
        often = [club for club in lead if counts[club] >= 2]
        ranked = sorted([*often, *(club for club in lead if club not in often)][:4], key=lambda c: -counts[c])[:2]
        return (ranked[0], ranked[1]) if len(ranked) == 2 else None

    def told_without_a_result(self) -> None:
        """A report that never gives the score still tells of a match: its sides, where goals or a round reached show
        that it was played."""
        main = self.state.main
        if main is None or any({m.team_1, m.team_2} == {main.team_1, main.team_2} for m in self.matches):
            return
        lead = [s for s in self.state.sentences if s.paragraph <= 2 and not s.quoted]
        told = [s for s in lead if {m.value for m in s.mentions if m.kind == "TEAM"} >= {main.team_1, main.team_2}]
        beaten = bool(told) and not _BEATEN.isdisjoint(told[0].shape)
        scoring = sum(len(self.state.told_of(kind)) for kind in (_SCORING if beaten else _SCORING[:3]))
        if not told or scoring < 5 or all(_PLAYED.isdisjoint(s.shape) for s in lead):
            return
        sentence = told[0]
        if _MOVED.search(self.state.text.lower, *sentence.span):
            return
        match = MatchTold(
            sentence.span.start,
            sentence.span.end,
            "played",
            main.team_1,
            main.team_2,
            None,
            None,
            "outcome.report",
            0.75,
            sentence,
        )
        self.matches.append(match)
