"""Ties told by who went through: "progressed on away goals after a 1-0 win", "went out though it won the return".

In: the matches of a story that tells of two legs. Out: a tie for each pair of which a sentence says that one side
went through or out beside a match of the two; without an aggregate, as none is told. What is only hoped for is no tie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.matches.results.sides import Sides
from flows.extract.matches.told import MatchTold, TieTold, distance
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_ROUND = (
    r"(?:(?:the|their|its|a|an|this|next|first|second|third|all-\w+) |(?:champions|europa|conference|uefa|"
    r"league|fa|cup|"
    r"women's|copa|play-off|\w+ cup|\w+ trophy|[\w']+ [\w']+)(?:'s)? ){0,3}(?:last|quarter|semi|final|group|"
    r"next|knockout|"
    r"second|third|fourth|fifth|play-?off|round|main)"
)
_ON = r"(?= (?:to|on|at|into|in|after|despite|thanks|from|with|as|by|having|because|courtesy|for|via)\b|[.,;)]|$)"
_CUES = Sought(
    rf"(?P<through>(?:go|goes|going|gone|went|came|come|coming|are|is|squeez\w+|edg\w+|sneak\w+|scrap\w+|sail\w+|"
    rf"cruis\w+|eas\w+|scramb\w+|safely|comfortably|narrowly) through{_ON}|progress(?:ed|es|ing)?{_ON}|"
    rf"advanc(?:e|ed|es|ing){_ON}|qualif(?:y|ied|ies) (?:for|on|after|despite|thanks)\b|"
    rf"(?:reach(?:ed|es|ing)?|made|make|eased|march\w*|storm\w*|moved?|are|is|(?:book|seal|secur|clinch|claim|earn)\w* "
    rf"(?:a|their|its|his side's) (?:place|spot|berth)) (?:in |into |in to |to |it to )?{_ROUND}|"
    rf"(?:won|win|took|take|edged?) the tie\b|"
    rf"(?:prevail\w*|triumph\w*|won|win|winning) (?:\d+-\d+ )?(?:on (?:penalties|spot-kicks)|"
    rf"in (?:a|the) (?:penalty )?shoot)|"
    rf"booked (?:a|an|their) [\w -]{{3,40}} (?:with|against)\b)|"
    rf"(?P<out>(?:went|go|goes|going|gone|are|is|were|was|crash\w*|bow\w*|tumbl\w+|slump\w*) out"
    rf"(?= (?:of (?:the|europe)|on|at|after|despite|to|in|because|by|having|with)\b|[.,;]|$)|"
    rf"(?:was|were|been|are|is|be) (?:eliminated|knocked out|dumped out|put out|sent out|beaten on away)|"
    rf"(?:lost|lose) the tie\b|exit(?:ed|s)?(?= (?:the|on|at|after|despite)\b))|"
    rf"(?P<beat>(?:eliminat(?:ed?|ing)|oust(?:ed|ing)|dispos(?:ed|ing) of|(?:knock|dump|put|sen)\w* out)\b)|"
    rf"(?P<put>through(?= (?:to|on|at|into|after|despite|thanks|with)\b|[.,;]|$)|in(?:to)? {_ROUND}|"
    rf"out(?= (?:of|on)\b))"
)
_NOT_YET = re.compile(
    r"\b(?:would|could|will|can|may|might|should|if|needs?|needed|needing|must|hop(?:e|es|ed|ing)|want\w*|"
    r"bid\w*|chances?|"
    r"favourites?|set|aim\w*|expect\w*|winners?|losers?|whoever|fail\w*|never|not|unless|odds|confident|dreams?|"
    r"dreaming|on course|minutes?|heading|looked|almost|nearly|requir\w+|without|close to|hopes?)\b[^.;]{0,44}$|"
    r"n't [^.;]{0,30}$"
)
_AIM = re.compile(r"\b(?:must|needs?|have to|has to|wants?|hop\w+|look\w* to|aim\w*|if|can|could|would|will)\b")
_PUTS = re.compile(
    r"\b(?:put|puts|putting|took|take|takes|taking|sent|send|sends|sending|fired?|fires|firing|carr\w+|eased?|"
    r"saw|help\w*|"
    r"guid\w+|steer\w*|got|get|shot|edged?|moved?|lifted|propell\w+|knock\w*|dump\w*|seen) (?:the )?$"
)
_AWAY_GOALS = ("away goal", "away-goal", "both legs", "two legs", "-final legs")
_TWO_LEGS = frozenset(LETTER[kind] for kind in ("AGGREGATE", "AGGREGATE_SCORE"))
_BY = 30  # letters from "knocked out" to "by"
_BESIDE = 2  # sentences between the match and who went through


class WentThrough:
    """Reads the ties of one story that are told without their aggregate."""

    def __init__(self, state: StoryState, sides: Sides, matches: list[MatchTold], ties: list[TieTold]) -> None:
        self.state = state
        self.sides = sides
        self.matches = matches
        self.ties = ties

    def read(self) -> list[TieTold]:
        """The ties that are not among those told with an aggregate; of a level one among those, who went through."""
        lower = self.state.text.lower
        if not self.state.sentences:
            return []
        first, last = self.state.sentences[0].span.start, self.state.sentences[-1].span.end
        away_goals = any(lower.find(words, first, last) >= 0 for words in _AWAY_GOALS)
        if not (self.state.tells_of_legs or away_goals) or not any(m.status == "played" for m in self.matches):
            return []
        found: list[TieTold] = []
        for sentence in self.state.sentences:
            for start, end, winner, loser in self._told(sentence):
                match = self._match(sentence, winner, loser)
                if match is not None and not self._is_known(match, found, winner, loser):
                    found.append(_tie(start, end, match, winner, loser, sentence))
        return found

    def _told(self, sentence: Sentence) -> Iterator[tuple[int, int, str | None, str | None]]:
        """Each phrase of a sentence that says who went through: its span, the winner, the loser, one of them told."""
        lower = self.state.text.lower
        for cue in _CUES.finditer(lower, sentence.span.start, sentence.span.end):
            if self.state.quoted(cue.start()) or not _begins_a_word(lower, cue.start()):
                continue
            if _NOT_YET.search(lower, max(sentence.span.start, cue.start() - 70), cue.start()):
                continue
            if lower.endswith(" to ", 0, cue.start()) and _AIM.search(lower, sentence.span.start, cue.start()):
                continue
            winner, loser = self._sides_of(cue, sentence)
            if winner != loser:
                yield *cue.span(), winner, loser

    def _sides_of(self, cue: re.Match[str], sentence: Sentence) -> tuple[str | None, str | None]:
        lower = self.state.text.lower
        if cue["put"] is not None:
            before = [m for m in sentence.mentions if m.end <= cue.start()]
            beside = before[-1] if before else None
            if beside is None or cue.start() - beside.end > 1 or not _PUTS.search(lower[: beside.start][-24:]):
                return None, None
            them = beside.kind in SIDES or beside.kind == "THEY"
            side = self.state.side(beside, sentence) if them else None
            return (None, side) if cue["put"] == "out" else (side, None)
        anchor = Mention("WORD", cue.start(), cue.end(), cue.group())
        behind = next((m for m in sentence.mentions if cue.end() <= m.start < cue.end() + 40 and m.kind in SIDES), None)
        if cue["beat"] is not None:
            loser = self.state.side(behind, sentence) if behind is not None else None
            return (self.sides.subject({"first": anchor}, sentence, [loser]), loser) if loser else (None, None)
        if cue["through"] is not None:
            return self.sides.subject({"first": anchor}, sentence, []), None
        by = [m for m in sentence.of("BY") if cue.end() <= m.start < cue.end() + _BY]
        winner = next((self.state.side(m, sentence) for m in sentence.mentions if by and m.start > by[0].start), None)
        return winner, self.sides.subject({"first": anchor}, sentence, [winner])

    def _match(self, sentence: Sentence, winner: str | None, loser: str | None) -> MatchTold | None:
        """The nearest match that the one side played, the other being the other where it is told, of two legs."""
        near = [
            m
            for m in self.matches
            if m.status == "played" and m.year is None and abs(m.sentence.number - sentence.number) <= _BESIDE
            if {winner, loser} - {None} <= {m.team_1, m.team_2} and self._is_of_two_legs(m, sentence)
        ]
        best = min(near, key=lambda m: (abs(m.sentence.number - sentence.number), m.start), default=None)
        if best is None or any(m.status == "scheduled" and m.same_pair(best) for m in self.matches):
            return None
        return best

    def _is_of_two_legs(self, match: MatchTold, sentence: Sentence) -> bool:
        """Whether legs, an aggregate or away goals are told beside the match or beside who went through."""
        first = min(match.sentence.number, sentence.number)
        last = max(match.sentence.number, sentence.number)
        lower = self.state.text.lower
        for near in self.state.sentences[first : last + 2]:
            if near.number > last and any(m.sentence is near and not m.same_pair(match) for m in self.matches):
                continue
            if not _TWO_LEGS.isdisjoint(near.shape) or any(self._is_its_leg(m, near, match) for m in near.of("LEG")):
                return True
            if any(lower.find(words, near.span.start, near.span.end) >= 0 for words in _AWAY_GOALS):
                return True
        return match.leg is not None

    def _is_its_leg(self, leg: Mention, sentence: Sentence, match: MatchTold) -> bool:
        """Whether a leg is told of the match's pair: no other match of the sentence stands nearer."""
        here = [m for m in self.matches if m.sentence is sentence]
        owner = min(here, key=lambda m: distance(leg, m.start, m.end), default=match)
        return leg.text.lower().endswith("leg") and owner.same_pair(match)

    def _is_known(self, match: MatchTold, found: list[TieTold], winner: str | None, loser: str | None) -> bool:
        """Whether the pair's tie has been told; who went through is added where it ended level."""
        pair = {match.team_1, match.team_2}
        known = next((t for t in (*self.ties, *found) if {t.team_1, t.team_2} == pair and t.year is None), None)
        if known is not None and known.winner is None:
            known.winner = winner or next(iter(pair - {loser}))
        return known is not None


def _begins_a_word(lower: str, at: int) -> bool:
    return at == 0 or not (lower[at - 1].isalnum() or lower[at - 1] == "-")


def _tie(start: int, end: int, match: MatchTold, winner: str | None, loser: str | None, sentence: Sentence) -> TieTold:
    through = winner or (match.team_2 if loser == match.team_1 else match.team_1)
    other = match.team_2 if through == match.team_1 else match.team_1
    return TieTold(start, end, through, other, None, None, through, "tie.went_through", 0.85, sentence)
