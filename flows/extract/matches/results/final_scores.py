"""Final scores -> matches: frames bind the sides, polarity and not order says whose goals are whose."""

from __future__ import annotations

import re
from dataclasses import replace

from flows.extract.matches.homes.grounds_told import at_home_on
from flows.extract.matches.homes.home_words import home_by_words, home_of_bare
from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.matches.meetings.whose import Whose
from flows.extract.matches.results.beside import is_object, of_follows
from flows.extract.matches.results.blocks_told import matches_of_blocks
from flows.extract.matches.results.both_meetings import further_meetings
from flows.extract.matches.results.brought_in import result_gone_on_about
from flows.extract.matches.results.effects import effect_told
from flows.extract.matches.results.fared_before import fared_before
from flows.extract.matches.results.frames import LISTED, SCORED
from flows.extract.matches.results.in_turn import told_in_turn
from flows.extract.matches.results.lists_of_sides import fared_alike
from flows.extract.matches.results.one_of_several import Told, one_of_several
from flows.extract.matches.results.other_side import OtherSide
from flows.extract.matches.results.sides import Sides
from flows.extract.matches.results.vetoes import is_a_prize
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence, objective
from flows.extract.text.shapes import Frame, Frames
from flows.extract.text.sought import Sought

_SCORED = Frames(SCORED)
_LISTED = Frames(LISTED)
_THE_RETURN = Sought(r"\b(?:the|their) (?:return|second leg|replay)\b")

_NEVER_BEEN = re.compile(r"\b(?:has|have|had)(?:n't| not| never) (?:yet )?been (?:an?|any) (?:[\w-]+ ){0,3}$")
_IN_THAT_STRETCH = re.compile(
    r",? (?:in|over|during|across|through|since|so far|this|on aggregate)\b(?! the (?:first|cup))"
)
_LIST = 4  # letters between a comma and the name behind it
_SUBJECTS = SIDES | {"THEY", "WE"}
_SEVERAL = frozenset({"wins", "victories", "defeats", "losses", "draws"})


class FinalScores:
    """Reads the final scores of one story."""

    def __init__(self, state: StoryState, sides: Sides, whose: Whose | None = None) -> None:
        self.state = state
        self.sides = sides
        self.whose = whose
        self.others = OtherSide(state)
        self.matches: list[MatchTold] = []

    def read(self) -> list[MatchTold]:
        """The matches with a final score, in the order of the frames."""
        for sentence in self.state.sentences:
            if LETTER["SCORE"] not in sentence.shape:
                continue
            if in_turn := told_in_turn(self.state, sentence):
                self.matches += in_turn
                continue
            used: set[int] = set()
            for frame in _SCORED.near(sentence.shape):
                for bound in frame.matches(sentence.shape, sentence.mentions):
                    score = bound["x"]
                    if score.start in used or score.kind != "SCORE":
                        continue
                    if self._bind_score(frame, bound, sentence):
                        used.add(score.start)
            for frame, bound, told in one_of_several(self.state, sentence):
                if bound["x"].start not in used and bound["x"].kind == "SCORE":
                    self._bind_score(replace(frame, effect=told.effect), bound, sentence, told)
            self._rest_of_list(sentence, used)
            self.matches += further_meetings(self.state, sentence, self.matches, used)
        self.matches += matches_of_blocks(self.state, self.matches)
        return self.matches

    def _bind_score(
        self, frame: Frame, bound: dict[str, Mention], sentence: Sentence, told: Told | None = None
    ) -> bool:
        state = self.state
        if frame.effect == "written" and not self._may_be_written(frame, bound, sentence):
            return False
        if _tells_of_none(state.text.lower, bound, sentence):
            return True
        if frame.effect != "written" and bound["x"].text.isdigit():
            return False  # the second side's goals of a line: "Harland 5 Brigg 1 (Harland win 7-2 on aggregate)"
        if "o" in bound and is_a_prize(state.text.lower, bound["x"].end, max(bound["x"].end, bound["o"].start)):
            return False
        if "o" not in bound and (gone_on := result_gone_on_about(bound, sentence)) is not None:
            bound, frame = gone_on[0], replace(frame, effect=gone_on[1])
        objects = [self.sides.side(bound[key], sentence, bound) for key in ("o", "o2") if key in bound]
        if "o" in bound and bound["o"].kind == "THEY":
            if bound["o"].text.lower() != "them":
                return False
            objects[0] = self.sides.they_as_object(bound, sentence)
        effect = effect_told(frame, bound, sentence, state.text.lower)
        if effect is None:
            return False
        frame = replace(frame, effect=effect)
        if frame.rule == "result.finished_level" and self._is_told_in_a_list(bound, sentence):
            return True
        if "o" in bound and (
            objects[0] is None or not (frame.rule == "result.defeat_of" or is_object(bound, sentence))
        ):
            return False
        if frame.rule == "result.win_noun.bare" and bound["last"].value != "of" and of_follows(bound["last"], sentence):
            return True
        subject = (
            self.sides.side(bound["s"], sentence, bound)
            if "s" in bound
            else self.sides.behind_an_opening(bound, sentence, objects) or self.sides.subject(bound, sentence, objects)
        )
        if told is not None and told.side is not None:
            subject = told.side
        if frame.rule == "result.score_versus":
            subject = self._told_of_before(sentence, bound["x"])
        if subject in objects:
            subject = None
        if subject is None and frame.rule.endswith("for_side") and bound["s"].kind != "NAME":
            return True  # "a 1-0 win for the visitors", who may be either
        if subject is None and objects and not self.sides.is_ours_unnamed(bound["first"], sentence):
            subject = self.sides.after(bound["last"], sentence, objects)
            if subject is None and state.main is not None:
                subject = state.main.opponent(objects[0])
            if subject is None and self.whose is not None and len(objects) == 1:
                subject = self.whose.of(bound["first"].start, sentence, objects)
        if subject is None:
            return bool(objects)
        if not objects:
            other = self.others.said(sentence, subject, bound["first"], bound["last"])
            if other is None:
                other = self.others.by_default(sentence, subject, bound["first"])
                if other is None or self._met_another(sentence, subject, other, bound["x"]):
                    return False
            if self._fared_otherwise(effect, bound, sentence, subject):
                subject, other = other, subject
            objects = [other]
        if effect in ("win", "loss") and fared_alike(self.state, sentence, bound["first"].start, {subject, *objects}):
            return True
        found = False
        for other in objects:
            if other is not None and other != subject and self._add_scored(frame, bound, sentence, subject, other):
                found = True
                if told is not None and told.part and self.matches[-1].home is None:
                    self.matches[-1].home = subject if told.part == "home" else other
        return found

    def _fared_otherwise(self, effect: str, bound: dict[str, Mention], sentence: Sentence, subject: str) -> bool:
        """Whether a side that the sentence doesn't name has just been told to have fared the other way."""
        if effect not in ("win", "loss") or "s" in bound or any(m.kind in _SUBJECTS for m in sentence.mentions):
            return False
        before = fared_before(self.state, sentence, subject)
        return before is not None and before != effect

    def _met_another(self, sentence: Sentence, subject: str, other: str, score: Mention) -> bool:
        """ "X beat Y 2-0 and Z lost 1-0": whether a side that no words put against the subject has just been told to
        have met somebody else."""
        again = [m for m in sentence.mentions if m.kind in SIDES and self.state.side(m, sentence) == other]
        for match in self.matches:
            if not 0 <= sentence.number - match.sentence.number <= 1 or match.start >= score.start:
                continue
            pair = {match.team_1, match.team_2}
            named = {self.state.side(m, match.sentence) for m in match.sentence.mentions if m.kind in SIDES}
            if other in pair and subject not in pair and pair <= named:
                return not any(m.end > match.end or match.sentence is not sentence for m in again)
        return False

    def _told_of_before(self, sentence: Sentence, score: Mention) -> str | None:
        """ "X lost both games (0-2 v Y and 0-3 v Z)": the subject of the sentence whose scores stand in brackets."""
        before = [i for i, m in enumerate(sentence.mentions) if m.start < score.start]
        subjects = [i for i in before if sentence.mentions[i].kind in SIDES and not objective(sentence.mentions, i)]
        return self.state.side(sentence.mentions[subjects[0]], sentence) if subjects else None

    @staticmethod
    def _has_its_own_verb(bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "X rout Y 4-0, Z hold V 1-1": a side stands between the next side and its score."""
        return any(m.kind == "TEAM" and bound["o"].end < m.start < bound["x"].start for m in sentence.mentions)

    def _rest_of_list(self, sentence: Sentence, used: set[int]) -> None:
        """ "beat X 3-0 and Y 2-1", "lost 1-0 to X and 2-0 to Y": a further result takes subject and outcome from the
        one before."""
        for frame in _LISTED.near(sentence.shape):
            for bound in frame.matches(sentence.shape, sentence.mentions):
                told = [m for m in self.matches if m.sentence is sentence and m.start < bound["x"].start]
                if told and bound["o"].kind == "NAME" and self._is_listed_in_brackets(bound):
                    self.state.cast.adopt(bound["o"])
                other = self.sides.side(bound["o"], sentence, bound)
                if (
                    self._has_its_own_verb(bound, sentence)
                    or bound["x"].start in used
                    or not told
                    or other is None
                    or other in (told[-1].team_1, told[-1].team_2)
                ):
                    continue
                last = told[-1]
                effect = _effect(last)
                subject = self.sides.side(bound["s"], sentence, bound) if "s" in bound else last.team_1
                if "s" in bound and last.rule != "result.wins_for":
                    continue
                if (
                    effect is not None
                    and subject is not None
                    and self._add_scored(replace(frame, effect=effect), bound, sentence, subject, other)
                ):
                    used.add(bound["x"].start)

    def _is_listed_in_brackets(self, bound: dict[str, Mention]) -> bool:
        """ "beat X (2-0), Y (3-1) and Z (1-0)": a name whose score stands in brackets behind it."""
        beside = self.state.text.lower[bound["o"].end : bound["x"].start] == " ("
        return beside and bound["first"].kind in ("AND", "COMMA") and bound["o"].start - bound["first"].end < _LIST

    def _is_told_in_a_list(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "It finished goalless at Weirside" below the line of that match."""
        grounds = [g for g in sentence.of("GROUND") if 0 < g.start - bound["last"].end < 40]
        told = [m for m in self.matches if m.sentence.alone and (m.score_1, m.score_2) == bound["x"].value]
        return any(at_home_on(m.home, g) for g in grounds for m in told if m.home is not None)

    def _may_be_written(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """A bare "A 2-1 B" is a result in a headline or a line of its own; elsewhere between known clubs."""
        if "s" not in bound:
            return False
        if frame.rule == "result.line_half_time":
            return sentence.headline or sentence.alone
        if frame.rule == "result.line_dashed" and self.state.text.lower[
            bound["s"].end : bound["o"].start
        ].strip() not in ("-", "v", "vs", "versus", "v."):
            return False
        if frame.rule in ("result.line_scorers", "result.line_dashed"):
            return sentence.headline or sentence.alone
        if frame.rule == "result.in_list_versus":
            return True
        if frame.rule == "result.in_list_goals":
            return bound["x"].text.isdigit()
        gap_start = bound["x"].end
        gap = bound["x"].start - bound["s"].end, bound["o"].start - bound["x"].end
        dashed = frame.rule == "result.line_comma" and self.state.text.normal[gap_start : gap_start + 3] == " - "
        return max(gap) <= 2 + dashed and (sentence.headline or sentence.alone or bound["s"].kind == "TEAM")

    def _add_scored(
        self, frame: Frame, bound: dict[str, Mention], sentence: Sentence, subject: str, other: str
    ) -> bool:
        first_leg = self._leg_before(bound, sentence, subject, other)
        if first_leg is not None:
            other = first_leg.team_2 if subject == first_leg.team_1 else first_leg.team_1
        first, second = bound["x"].value
        high, low = max(first, second), min(first, second)
        if frame.effect == "written":
            score = (first, second)
        elif frame.effect == "draw":
            if first != second:
                return False
            score = (first, second)
        else:
            if (
                first == second
                and "SHOOTOUT" not in {m.kind for m in sentence.mentions}
                and frame.rule.endswith("bare")
            ):
                return False
            score = (high, low) if frame.effect == "win" else (low, high)
        start = min(bound["first"].start, bound["s"].start if "s" in bound else bound["first"].start)
        match = MatchTold(
            start, bound["last"].end, "played", subject, other, *score, frame.rule, frame.confidence, sentence
        )
        match.decided = "regular"
        match.leg = _leg_within(bound, sentence) if frame.rule in ("result.won_leg", "result.lost_leg") else None
        if (
            frame.effect == "written"
            and (
                sentence.headline
                or sentence.alone
                or frame.rule == "result.in_list"
                or bound["x"].text.isdigit()
                or self._fills(sentence, match)
            )
            and "s" in bound
        ):
            away = self.state.text.lower.startswith((" (a)", " (away)"), bound["last"].end)
            match.home = other if away else subject
        elif frame.rule.endswith("_twice"):
            match.home = None
        elif "o" not in bound:
            match.home = home_of_bare(self.state.text.lower, bound, subject, other)
        else:
            said = bound | {"last": bound["o"]} if frame.rule.endswith(".bare") else bound  # before "when they won 2-0"
            match.home = home_by_words(self.state.text.lower, said, sentence, subject, other)
        if first_leg is not None and first_leg.home == other:
            match.home = subject
        self.matches.append(match)
        return True

    def _fills(self, sentence: Sentence, match: MatchTold) -> bool:
        """Whether a sentence is a result line and nothing else, but for what it puts in brackets."""
        behind = self.state.text.normal[match.end : sentence.span.end].strip(" .")
        return match.start == sentence.span.start and (not behind or (behind[0] == "(" and behind[-1] == ")"))

    def _leg_before(self, bound: dict[str, Mention], sentence: Sentence, subject: str, other: str) -> MatchTold | None:
        """ "beaten 2-0 at X, they won the return 3-0 at Y": Y is a place, for the return is against X."""
        if "o" not in bound or is_national(other) is not None:
            return None
        if not _THE_RETURN.search(self.state.text.lower, bound["first"].start, bound["o"].start):
            return None
        near = (m for m in reversed(self.matches) if 0 <= sentence.number - m.sentence.number <= 1)
        return next((m for m in near if subject in (m.team_1, m.team_2)), None)


def _leg_within(bound: dict[str, Mention], sentence: Sentence) -> int | None:
    """ "won the first-leg tie 1-0": the leg that the phrase names."""
    return next(
        (m.value or None for m in sentence.of("LEG") if bound["first"].start < m.start < bound["x"].start), None
    )


def _effect(match: MatchTold) -> str | None:
    """How its first side fared."""
    if match.score_1 is None or match.score_2 is None:
        return None
    return "win" if match.score_1 > match.score_2 else "loss" if match.score_1 < match.score_2 else "draw"


def _tells_of_none(lower: str, bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "there hasn't been a 0-0 draw between them", "the other four ended in 1-0 wins", "outscored 14-4 in that run":
    no match of its own."""
    score, last = bound["x"], bound["last"]
    if bound["first"].text.lower() == "outscored" and _IN_THAT_STRETCH.match(lower, score.end):
        return True
    if last.text.lower() in _SEVERAL and "o" not in bound and len(sentence.of("SCORE")) == 1:
        return True
    return _NEVER_BEEN.search(lower, max(sentence.span.start, score.start - 50), score.start) is not None
