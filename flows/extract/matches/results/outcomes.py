"""Played matches told without a full score: who beat whom, and "seven past X" where only one side's goals are told.

What a condition hangs on ("if they win at X", "must beat X") is a match still to come.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.extract.matches.homes.home_words import home_by_words
from flows.extract.matches.meetings.who_may_meet import may_meet_all
from flows.extract.matches.meetings.whose import Whose
from flows.extract.matches.results.aims import is_aim, is_behind_them, is_done_by_means, is_hoped_for, is_of_anybody
from flows.extract.matches.results.effects import both_are_subjects, is_told
from flows.extract.matches.results.frames import UNSCORED
from flows.extract.matches.results.lists_of_sides import fared_alike, home_in_list, listed_after, side_in_list
from flows.extract.matches.results.means import is_met_next
from flows.extract.matches.results.sides import Sides
from flows.extract.matches.results.vetoes import (
    in_a_condition,
    is_a_prize,
    is_no_defeat,
    is_of_lots,
    is_somebodys,
    lost_a_thing,
    of_several_games,
    only_seemed,
    tells_of_a_run,
)
from flows.extract.matches.told import MatchTold, years_told
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence, has_its_own_result
from flows.extract.text.shapes import Frame, Frames

_ONE_SIDED = re.compile(
    r"(?:\w+|\d+)(?: of which were| of them)?(?: goals| times)?(?: put| in one (?:game|match)|"
    r" in (?:a|the) (?:\w+ )?(?:game|match))?"
    r"(?P<unanswered> without (?:reply|response|answer))? (?:past|against|at|to) (?:the )?(?:[\w-]+ )?"
)
_SCORING = re.compile(
    r"\b(?:including|scor(?:e|ed|ing)|put(?:ting)?|hit(?:ting)?|str(?:uck|iking)|fir(?:ed|ing)|nett(?:ed|ing)|plunder(?:ed|ing)|"
    r"(?:rattl|bang|knock|hammer|slamm)(?:ed|ing) in|st(?:uck|icking)|thump(?:ed|ing)|smash(?:ed|ing))\b[^.,;]{0,24}$"
)
_CONCEDING = re.compile(r"\b(?:conceded|conceding|shipped|shipping|let in|leaked)\b[^.,;]{0,16}$")
_OF_A_TIME = re.compile(
    r"\b(?:during|after|since|following|before|at the end of|in the aftermath of) (?:the|their|his|its|that|a|[\w]+'s) "
    r"(?:[\w-]+ ){0,3}$"
)
_NO_BETTER = re.compile(
    r"(?:could|can)(?: only| (?:do|manage) (?:no (?:better|more)|only)| manage just)\b|no (?:better|more) than "
)
_GENERAL = re.compile(
    r"\b(?:always|never|often|usually|good|nice|great|hard|difficult|easy|tough|everybody|everyone|every \w+ player) "
    r"(?:wants )?(?:[a-z]+ )?to $"
)
_NUMBERED = re.compile(
    r" \d(?!\d* ?-|\d*,|\d* (?:years?|months?|weeks?|days?|seasons?|times|minutes)\b)"
)  # "an exit to Step 5 minnows"
_HAVE = re.compile(r"\b(?:have|has|had|having)(?: (?!been\b)[\w-]+){0,2} $")
_HAVING = re.compile(r"\W*(?:after )?having\b")
_HELD_BY = re.compile(r"\bheld (?:at home )?by (?:[\w-]+ )?$")
KNOCKED_OUT = re.compile(
    r"\b(?:knock-?out stages?|knocked (?:them |us )?out|eliminated|sent (?:them )?out|dumped out|same fate)\b"
)
_FALLS = frozenset({"fell", "went down", "go down", "goes down", "going down", "crashed", "stumbled"})
_BESIDE_AGGREGATE = 40  # letters
_WHO_WON = frozenset({"winners", "victors", "conquerors"})
_TOGETHER = re.compile(r"[^.;]{0,24}\b(?:with|against|at|by|in the same|together|to face)\b")
_IN_EACH = re.compile(r" (?:in|on) (?:(?:each|all|both|every one|\w+) of )?(?:their|the) (?:last|past|previous) \w+ ")
_UNSCORED = Frames(UNSCORED)
_WITHOUT_REPLY = re.compile(r"(?: [\w-]+){0,4} without (?:reply|response|answer|conceding|loss)\b")


class Outcomes:
    """Adds to the matches of one story those told without a full score."""

    def __init__(self, state: StoryState, sides: Sides, whose: Whose, matches: list[MatchTold]) -> None:
        self.state = state
        self.sides = sides
        self.whose = whose
        self.matches = matches

    def goals_of_one_side(self) -> None:
        """ "put seven past X", "including seven in one game against X": how many one side scored, and no more."""
        for sentence in self.state.sentences:
            for index, side in enumerate(sentence.mentions):
                if side.kind != "TEAM" or index < 2 or sentence.mentions[index - 1].kind not in ("AGAINST", "AT", "TO"):
                    continue
                numbers = [m for m in sentence.mentions[max(0, index - 7) : index] if m.kind in ("NUMBER", "MULTI")]
                goals = next((m for m in reversed(numbers) if m.value > 1), None)  # "seven in one game"
                if goals is not None:
                    self._one_sided(sentence, goals, sentence.mentions[index - 1], side)

    def _one_sided(self, sentence: Sentence, number: Mention, preposition: Mention, side: Mention) -> None:
        text = self.state.text.lower
        phrase = text[number.start : side.start]
        before = text[max(sentence.span.start, number.start - 40) : number.start]
        told = _ONE_SIDED.fullmatch(phrase)
        if told is None or not (1 < number.value < 16):
            return
        conceded = bool(_CONCEDING.search(before))
        if preposition.kind != "AGAINST" and not conceded:
            return
        if not conceded and not _SCORING.search(before) and "past" not in phrase:
            return
        near = [m for m in sentence.mentions if m.end <= number.start and m.kind in ("PERSON", "HE", "TEAM", "THEY")]
        if near and near[-1].kind in ("PERSON", "HE") and not near[-1].possessive and not conceded:
            return  # "Hale has scored five times against City": his tally
        if text.startswith((" this season", " this term", " in the league"), side.end):
            return
        subject = self.sides.subject({"first": number}, sentence, [str(side.value)])
        if (
            subject is not None
            and subject != side.value
            and not any(m.sentence is sentence and {m.team_1, m.team_2} == {subject, side.value} for m in self.matches)
        ):
            match = MatchTold(
                number.start,
                side.end,
                "played",
                subject,
                str(side.value),
                None if conceded else int(number.value),
                int(number.value) if conceded else None,
                "result.one_sided",
                0.8,
                sentence,
            )
            match.decided = "regular"
            if told["unanswered"] or _WITHOUT_REPLY.match(text, side.end):
                match.score_1, match.score_2 = match.score_1 or 0, match.score_2 or 0
            self.matches.append(match)

    def without_scores(self) -> None:
        """Who won, lost or drew, where no score is told."""
        for sentence in self.state.sentences:
            used: set[int] = set()
            for frame in _UNSCORED.near(sentence.shape):
                for bound in frame.matches(sentence.shape, sentence.mentions):
                    told = len(self.matches)
                    if bound["first"].start not in used:
                        self._bind_unscored(frame, bound, sentence)
                    if len(self.matches) > told:
                        used.add(bound["first"].start)

    def _bind_unscored(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> None:
        is_tie = self.state.tells_of_legs and KNOCKED_OUT.search(sentence.span_text(self.state.text.lower))
        if is_tie and years_told(sentence, bound["first"].start):
            return
        if bound["first"].text.lower() in _FALLS and not _is_told_of_a_side(bound, sentence):
            return  # "the ball fell to X"
        if frame.rule in ("outcome.both_drew", "outcome.run_ended_by") and not self._may_join(frame, bound, sentence):
            return
        if self._is_no_match(frame, bound, sentence):
            return
        kicks = any(m.kind == "SHOOTOUT_SCORE" and 0 <= m.start - bound["last"].end < 3 for m in sentence.mentions)
        if not kicks and any(
            m.kind == "AGGREGATE_SCORE" and abs(m.start - bound["last"].end) < 40 for m in sentence.mentions
        ):
            return
        lower = self.state.text.lower
        first = bound["first"]
        behind = is_behind_them(lower, sentence, first) or is_done_by_means(lower, sentence, first)
        hoped_for = not behind and is_hoped_for(lower, sentence, bound)
        condition = hoped_for or (not behind and self._hypothetical(bound, sentence))
        to_come = hoped_for or (condition and is_aim(lower, sentence, bound))
        if (
            (to_come and frame.rule == "outcome.win.them")
            or (condition and not to_come)
            or (sentence.quoted and "s" not in bound and not _tells_of_own(bound, sentence))
        ):
            return
        listed = listed_after(lower, sentence.mentions, bound["last"])
        both = "o2" in bound and not has_its_own_result(sentence.mentions, sentence.mentions.index(bound["o2"]))
        objects = [self.state.side(bound[k], sentence) for k in ("o", *(("o2",) if both else ()))]
        if frame.rule == "outcome.win.them" and bound["o"].kind == "THEY":
            objects = [self.sides.they_as_object(bound, sentence)]
        named = [bound[k] for k in ("o", *(("o2",) if both else ()))] + listed
        objects += [side_in_list(self.state, m, sentence) for m in listed]
        if "s" in bound:
            subject = self.state.side(bound["s"], sentence)
        else:
            subject = self.sides.behind_an_opening(bound, sentence, objects)
            subject = subject or self.sides.here(bound, sentence, objects)
        if subject is None or subject in objects:
            subject = self._after(bound, sentence, objects)
        if subject is None:
            subject = self.whose.of(bound["first"].start, sentence, objects)
        for side, other in zip(named, objects, strict=True):
            if subject is None or other is None or subject == other or self._is_scored(bound, other):
                continue
            if frame.effect != "draw" and fared_alike(self.state, sentence, bound["first"].start, {subject, other}):
                continue
            match = MatchTold(
                bound["first"].start,
                bound["last"].end,
                "played",
                subject,
                other,
                None,
                None,
                frame.rule,
                frame.confidence,
                sentence,
            )
            if to_come:
                match.status, match.confidence = "scheduled", 0.7
            where = home_in_list(lower, named, side) if listed else None
            match.home = {"home": subject, "away": other}.get(where or "")
            if where is None:
                match.home = home_by_words(lower, bound, sentence, subject, other)
            match.outcome = frame.effect
            match.decided = "regular" if match.status == "played" else None
            self.matches.append(match)
            years = years_told(sentence, bound["last"].end)
            if len(years) > 1 and years[0][1] - bound["last"].end <= len(" in 2014"):
                match.year = years[0][0]
            for year, end in years[1:]:
                self.matches.append(replace(match, end=end, year=year, twins=[]))

    def _may_join(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "X and Y fought out a draw", "shared the points at Mill Lane", not of lots or with others; "X's run was
        ended by Y"."""
        if frame.rule == "outcome.run_ended_by":
            return bound["s"].possessive
        lower, last = self.state.text.lower, bound["last"]
        drawn = last.text.lower() in ("drawn", "draws", "held", "tied") or is_of_lots(lower, last.end)
        drawn = drawn or _IN_EACH.match(lower, last.end, sentence.span.end) is not None
        elsewhere = _TOGETHER.match(lower, last.end, sentence.span.end)
        if elsewhere is not None and not any(
            0 < m.start - elsewhere.end() <= len(" the ") for m in sentence.of("GROUND")
        ):
            return False
        return not drawn and not last.possessive and both_are_subjects(bound, sentence)

    def _after(self, bound: dict[str, Mention], sentence: Sentence, objects: list[str | None]) -> str | None:
        """ "The win over X took Y top", "a win over X for Y": the side behind it where nobody stands in front."""
        before = [m for m in sentence.mentions if m.start < bound["first"].start]
        if any(m.kind in SIDES or m.kind in ("PERSON", "THEY", "WE", "HE") for m in before):
            return None
        behind = [i for i, m in enumerate(sentence.mentions) if m.kind in SIDES and m.start > bound["last"].start]
        for index in behind:
            mention, team = sentence.mentions[index], self.state.side(sentence.mentions[index], sentence)
            if team is None or team in objects or not may_meet_all(team, objects):
                continue
            meets = sentence.mentions[index - 1].kind in ("AGAINST", "WITH", "AT", "TO", "TRAVEL", "HOST", "AND")
            return None if meets and mention.start - sentence.mentions[index - 1].end < 6 else team
        return None

    def _is_scored(self, bound: dict[str, Mention], other: str) -> bool:
        """Whether the phrase's match has been read with its score."""
        at = bound["o"].start
        return any(
            m.score_1 is not None and m.start <= at <= m.end and other in (m.team_1, m.team_2) for m in self.matches
        )

    def _is_no_match(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "held a meeting with X", "lost the lead to X"; "were drawn against X" tells of a match to come."""
        lower = self.state.text.lower
        words, first = bound["first"].text.lower(), bound["first"].start
        if is_met_next(lower, sentence, bound["first"], bound["o"]) or not is_told(frame, bound, sentence, lower):
            return True
        if words in ("hold", "holds"):
            return True  # "hold in common with X": without a score nothing tells that it was a draw
        if words == "draw" and (is_of_lots(lower, bound["first"].end) or _is_paired(bound, sentence)):
            return True
        if frame.rule in ("outcome.drew.with", "outcome.drew.at_home"):
            opens = _HAVING.match(lower, sentence.span.start) is not None
            if words == "drawn" and not opens and not _HAVE.search(lower, max(0, first - 24), first):
                return True
            if words == "held" and not _HELD_BY.search(lower[: bound["o"].start][-30:]):
                return True
        if frame.rule.endswith("at_home") and "home" not in lower[bound["first"].end : bound["o"].start]:
            return True
        if words == "winners" and lower.startswith((" to ", " of ", " at home", " will"), bound["first"].end):
            return True
        if _names_its_owner(bound, sentence) or of_several_games(lower, bound):
            return True
        if is_a_prize(lower, bound["first"].end, max(bound["first"].end, bound["o"].start)):
            return True
        before = lower[max(sentence.span.start, bound["first"].start - 40) : bound["first"].start]
        if is_of_anybody(lower, sentence, bound):
            return True
        if _GENERAL.search(before) or is_no_defeat(lower, bound) or _NUMBERED.match(lower, bound["o"].end):
            return True
        if "o2" not in bound and tells_of_a_run(lower, bound):
            return not listed_after(lower, sentence.mentions, bound["last"])
        if only_seemed(lower, sentence, bound["first"].start):
            return True
        return is_somebodys(sentence, bound["o"]) or (
            frame.effect == "loss" and not words.endswith(" out") and lost_a_thing(lower, bound)
        )

    def _hypothetical(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        index = next(i for i, m in enumerate(sentence.mentions) if m is bound["first"])
        last = next(i for i, m in enumerate(sentence.mentions) if m is bound["last"])
        nearby = sentence.mentions[max(0, index - 3) : last]
        while any(m.kind == "SUBORDINATE" for m in nearby[:-1] if m.start < bound["first"].start):
            nearby = nearby[1:]  # what is denied or only possible in another clause
        lower, first = self.state.text.lower, bound["first"].start
        nearby = [m for m in nearby if m.kind != "NEGATION" or not _OF_A_TIME.search(lower, m.end, max(m.end, first))]
        nearby = [m for m in nearby if not _NO_BETTER.search(lower, m.start, first)]
        return any(m.kind in ("HYPOTHETICAL", "NEGATION", "ALMOST") for m in nearby) or in_a_condition(
            self.state.text.lower, sentence, bound["first"].start
        )


def _is_paired(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "the draw, with X v Y the pick of the ties", "the draw pits X against Y": the side stands in a pairing."""
    if any(m.kind == "TEAM" and bound["first"].end <= m.start < bound["o"].start for m in sentence.mentions):
        return True
    behind = next((m for m in sentence.mentions if m.start >= bound["o"].end), None)
    return behind is not None and behind.kind == "VERSUS"


def _names_its_owner(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "five-time winners X travel to Y", "after the win X go to Y": what follows the noun is the subject of a verb."""
    first = bound["first"]
    if not first.kind.endswith("_NOUN"):
        return False
    between = [m for m in sentence.mentions if first.end <= m.start < bound["o"].start]
    named = next((i for i, m in enumerate(between) if m.kind in SIDES or m.kind == "NAME"), None)
    if named is None:
        return False
    goes = any(m.kind in ("TRAVEL", "HOST", "FIXTURE") for m in between[named:])
    return goes or (first.text.lower() in _WHO_WON and between[named].start == first.end + 1)


def _is_told_of_a_side(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "X went down to Y": a side stands right before."""
    index = next((i for i, m in enumerate(sentence.mentions) if m is bound["first"]), 0)
    while index and sentence.mentions[index - 1].kind in ("HAVE", "BE", "TIMES"):
        index -= 1
    before = sentence.mentions[index - 1] if index else None
    side = before is not None and (before.kind in SIDES or before.kind in ("THEY", "WE", "WHO"))
    return side and before is not None and not before.possessive and bound["first"].start - before.end <= 12


def _tells_of_own(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "we lost at X", "losing at X hurt": a speaker tells of his own side."""
    before = [m for m in sentence.mentions if m.start < bound["first"].start]
    return any(m.kind == "WE" for m in before[-3:]) or bound["first"].text.lower() in ("losing", "beating", "winning")
