"""Aggregates -> two-legged ties: who went through and by how much over both legs."""

from __future__ import annotations

import re

from flows.extract.matches.fates import FATE
from flows.extract.matches.meetings.who_may_meet import may_meet
from flows.extract.matches.results.other_side import OtherSide
from flows.extract.matches.results.outcomes import KNOCKED_OUT
from flows.extract.matches.results.sides import Sides
from flows.extract.matches.told import MatchTold, TieTold, years_told
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence, objective, spoken_of

_STILL_GOING = re.compile(r"\b(?:lead|led|trail\w*|(?<!set )(?<!sets )(?<!setting )up|ahead|behind)\b")
_SETS_UP = re.compile(
    r"(?: on aggregate| overall| over the two legs)?,?[^.,;]{0,16} (?:to set up|setting up|to earn|to face|to meet|"
    r"(?:and )?(?:will |now |next )+(?:face|meet|play|take on)) "
)
_ELSEWHERE = re.compile(r"\b(?:despite|after|having|following|but|as|when|although|though|to beat)\b|[;.]")
_OTHERS_CLAUSE = re.compile(r"[,;] (?:and|while|but|whereas) (?!(?:they|who|also|then|now|will|lost|won|drew)\b)")
_DEFEAT_BEHIND = re.compile(
    r"[ -](?:aggregate |overall |[\w-]+ )?(?:defeat|loss|exit|reverse|elimination|humiliation)\b"
)
_DEALT = re.compile(r"\b(?:inflict\w*|hand(?:ed|ing)|dealt|complet\w+|condemn\w*|consign\w*|seal\w*)\b[^,;]{0,40}$")
_GOES_THROUGH = re.compile(
    r" (?:[a-z]+ )?(?:win|wins|won|advanced?|advances|progress\w*|(?:go|goes|went) through|qualif\w+|reach\w*|"
    r"held their nerve)\b"
)
_GOES_OUT = re.compile(
    r" (?:[a-z]+ )?(?:lose|loses|lost|bow(?:ed|s)? out|(?:go|goes|went|crashed|are|were|is) out|exit\w*|"
    r"(?:were|was|are|is) (?:eliminated|knocked out|beaten))\b"
)
_A_LEG_WON = re.compile(
    r" (?:\d+-\d+ (?!on (?:penalties|pens|aggregate|spot|away)|in (?:a|the) |after extra|over(?:all)?\b)|"
    r"at |the (?:second|return|first) )"
)
_WINS_KICKS = re.compile(
    r" (?:[a-z]+ )?(?:edge[ds]?|beats?|sees? off|saw off|knock\w*|overc[ao]mes?|eliminat\w+|prevail\w*|triumph\w*|"
    r"oust\w*|dump\w*|put|pipp\w+|squeez\w+|scrap\w+)\b"
)
_SEES_OFF = re.compile(
    r" (?:needed|need|required|had to rely on|relied on) (?:a )?(?:penalt\w+|extra|shoot|spot)[\w -]{0,20}? to "
)
_AGGREGATE_WORDS = re.compile(r"\W*\w*\W*(?:on )?aggregate(?: \w+)?")


def _is_lost(clause: str, behind: str) -> bool:
    """Whether the subject lost by an aggregate: by the noun behind it, the verb nearest before it, else one behind."""
    if _DEFEAT_BEHIND.match(behind):
        return _DEALT.search(clause) is None
    told = list(FATE.finditer(f"{clause}1-0"))
    fate = told[-1] if told else FATE.search(behind)
    return fate is not None and fate["lost"] is not None


class Aggregates:
    """Reads the ties of one story."""

    def __init__(self, state: StoryState, sides: Sides, matches: list[MatchTold]) -> None:
        self.state = state
        self.sides = sides
        self.others = OtherSide(state)
        self.matches = matches
        self.ties: list[TieTold] = []

    def read(self) -> list[TieTold]:
        """The ties of the story, one for each pair and year."""
        for sentence in self.state.sentences:
            for mention in sentence.of("AGGREGATE_SCORE"):
                self._bind_aggregate(sentence, sentence.mentions.index(mention), mention)
            self._earlier_ties(sentence)
        kept: dict[tuple[frozenset[str], int | None], TieTold] = {}
        for tie in self.ties:
            kept.setdefault((frozenset((tie.team_1, tie.team_2)), tie.year), tie)
        for tie in kept.values():
            self._agree_with_legs(tie)
        return list(kept.values())

    def _agree_with_legs(self, tie: TieTold) -> None:
        """Turn an aggregate that the legs told in the story only allow the other way round."""
        if tie.aggregate_1 is None or tie.aggregate_2 is None:
            return
        pair = {tie.team_1, tie.team_2}
        legs = [
            m for m in self.matches if {m.team_1, m.team_2} == pair and m.status == "played" and m.score_2 is not None
        ]
        told = {(m.score_of(tie.team_1), m.score_of(tie.team_2)) for m in legs}
        if self._possible(told, tie.aggregate_1, tie.aggregate_2) or not self._possible(
            told, tie.aggregate_2, tie.aggregate_1
        ):
            return
        tie.aggregate_1, tie.aggregate_2 = tie.aggregate_2, tie.aggregate_1
        if tie.winner is not None:
            tie.winner = tie.team_1 if tie.aggregate_1 > tie.aggregate_2 else tie.team_2

    def _possible(self, legs: set[tuple[int | None, int | None]], one: int, two: int) -> bool:
        """Whether legs of these scores can add up to an aggregate, the two told exactly."""
        scores = [(a, b) for a, b in legs if a is not None and b is not None]
        if len(scores) == 2:
            return scores[0][0] + scores[1][0] == one and scores[0][1] + scores[1][1] == two
        return all(a <= one and b <= two for a, b in scores)

    def _earlier_ties(self, sentence: Sentence) -> None:
        """Knock-out ties of years named, without their aggregate: "knocked out by X in 2013 and 2015"."""
        if sentence.quoted or not self.state.tells_of_legs:
            return
        cue = KNOCKED_OUT.search(sentence.span_text(self.state.text.lower))
        if cue is None:
            return
        beaten = next(
            (i for i, m in enumerate(sentence.mentions) if m.kind in ("BEATEN", "LOSE", "WIN", "LOSS_NOUN")), None
        )
        if beaten is None:
            return
        anchor = sentence.mentions[beaten]
        other = next(
            (t for m in sentence.mentions[beaten:] if m.kind in SIDES and (t := self.state.side(m, sentence))), None
        )
        subject = self.sides.subject({"first": anchor}, sentence, [other])
        if subject is None or other is None or subject == other:
            return
        winner = subject if anchor.kind == "WIN" else other
        for year, end in years_told(sentence, anchor.end + 1) or years_told(
            sentence, sentence.span.start + cue.start()
        ):
            tie = TieTold(
                sentence.span.start + cue.start(),
                end,
                winner,
                subject if winner == other else other,
                None,
                None,
                winner,
                "tie.earlier",
                0.75,
                sentence,
            )
            tie.year = year
            self.ties.append(tie)

    def _bind_aggregate(self, sentence: Sentence, index: int, mention: Mention) -> None:
        state = self.state
        lower = state.text.lower
        if _STILL_GOING.search(lower[mention.end : mention.end + 24]):
            return
        clause = re.split(r", |; | but | and ", lower[sentence.span.start : mention.start])[-1]
        lost = _is_lost(clause, _ELSEWHERE.split(lower[mention.end : mention.end + 40])[0])
        told = [m for m in self.matches if m.sentence is sentence and m.score_1 is not None]
        before = [m for m in told if m.start < mention.start]
        objects = [self._after_preposition(sentence, index, max((m.start for m in before), default=0))]
        subject = self.sides.subject({"first": mention}, sentence, objects)
        if subject is not None and objects == [None] and self._is_of_others(before, sentence, subject, mention):
            return
        after = (m for m in told if _OTHERS_CLAUSE.search(lower, mention.end, max(mention.end, m.start)) is None)
        beside = max(before, key=lambda m: m.start, default=None) or next(after, None)
        if beside is not None and subject not in (beside.team_1, beside.team_2):
            subject = beside.team_1
        other = objects[0]
        if subject is not None and _SETS_UP.match(lower, mention.end, sentence.span.end):
            other = self._met_before(mention.start, subject)
        if beside is not None and other is None:
            other = beside.team_2 if subject == beside.team_1 else beside.team_1
        if other is None and subject is not None:
            other = self._named_before(sentence, index, subject) or self.others.other(sentence, subject, mention)
        if subject is None or other is None or subject == other:
            return
        line = next((m for m in before if m.rule.startswith("result.line")), None)
        if line is not None and sentence.shape.count(LETTER["AGGREGATE_SCORE"]) == 1:
            subject, other = line.team_1, line.team_2
            lost = mention.value[0] < mention.value[1]
        high, low = max(mention.value), min(mention.value)
        score = (low, high) if lost else (high, low)
        winner = self._of_level_tie(sentence, subject, other) if high == low else (other if lost else subject)
        words = _AGGREGATE_WORDS.match(lower[mention.end : mention.end + 40])
        end = mention.end + (words.end() if words else 0)
        self.ties.append(
            TieTold(
                mention.start,
                min(end, sentence.span.end),
                subject,
                other,
                *score,
                winner,
                "tie.aggregate",
                0.93,
                sentence,
            )
        )

    def _met_before(self, at: int, subject: str) -> str | None:
        """Whom a side has met in the match told last: "went out 5-3 on aggregate; Y will now face Z"."""
        told = [m for m in self.matches if m.start < at and m.status == "played" and subject in (m.team_1, m.team_2)]
        last = max(told, key=lambda m: m.start, default=None)
        return None if last is None else last.team_2 if subject == last.team_1 else last.team_1

    def _named_before(self, sentence: Sentence, index: int, subject: str) -> str | None:
        """ "X were no match for Y, who went through 7-1 over the two legs": the other side that the clause names."""
        for mention in reversed(sentence.mentions[:index]):
            if mention.kind in ("SCORE", "AGGREGATE_SCORE", "STOP"):
                return None
            team = self.state.side(mention, sentence) if mention.kind == "TEAM" and not mention.possessive else None
            if team is not None and team != subject and may_meet(team, subject):
                return team
        return None

    def _of_level_tie(self, sentence: Sentence, subject: str, other: str) -> str | None:
        """Who went through where the aggregate is level: told of one of the two in the sentence, or in the next."""
        lower = self.state.text.lower
        for near in self.state.sentences[sentence.number : sentence.number + 2]:
            for index, mention in enumerate(near.mentions):
                side = self.state.side(mention, near) if mention.kind in SIDES else None
                if side not in (subject, other) or objective(near.mentions, index):
                    continue
                rival = other if side == subject else subject
                if _SEES_OFF.match(lower, mention.end) and near is sentence:
                    return side
                going = _GOES_THROUGH.match(lower, mention.end)
                if going is not None and not _A_LEG_WON.match(lower, going.end()):
                    return side
                if LETTER["SHOOTOUT"] in near.shape and _WINS_KICKS.match(lower, mention.end):
                    return side
                if _GOES_OUT.match(lower, mention.end):
                    return rival
        return None

    def _is_of_others(self, before: list[MatchTold], sentence: Sentence, subject: str, mention: Mention) -> bool:
        """ "X beat Y 3-0, and Z lost but progressed 3-1 over the two legs": whether the matches told before are all of
        others than the subject, whom its clause names."""
        if not before or any(subject in (m.team_1, m.team_2) for m in before):
            return False
        end = max(m.end for m in before)
        between = (m for m in sentence.mentions if end <= m.start < mention.start)
        return any(m.kind == "TEAM" and m.value == subject for m in between)

    def _after_preposition(self, sentence: Sentence, index: int, since: int) -> str | None:
        """The side right behind an aggregate, else whom the words before it beat or met, since the match told last."""
        for i in range(index + 1, min(index + 6, len(sentence.mentions) - 1)):
            if sentence.mentions[i].kind in ("AGAINST", "TO") and sentence.mentions[i + 1].kind in SIDES:
                return self.state.side(sentence.mentions[i + 1], sentence)
        for i in range(index - 1, 0, -1):
            if spoken_of(sentence.mentions, i) or sentence.mentions[i].end <= since:
                break
            if sentence.mentions[i].kind in SIDES and sentence.mentions[i - 1].kind in ("WIN", "AGAINST", "BY"):
                return self.state.side(sentence.mentions[i], sentence)
        return None
