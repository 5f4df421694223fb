"""Sentences -> matches and ties as told: who played whom, how it ended, which match the story is about.

Scores are first told apart, then read twice: once to find the story's own match, once with it known, so that it can
fill in what a sentence leaves unsaid. A match told twice in a story is one claim.
"""

from __future__ import annotations

import re
from collections import defaultdict

from flows.extract.matches.main_match import MainMatch
from flows.extract.matches.meetings.courses import Courses
from flows.extract.matches.meetings.derbies import add_derbies
from flows.extract.matches.meetings.earlier_meetings import MET, met_before
from flows.extract.matches.meetings.fixtures import Fixtures
from flows.extract.matches.meetings.levels import settle_levels
from flows.extract.matches.meetings.lists_to_come import listed_to_come
from flows.extract.matches.meetings.opponents import Opponents
from flows.extract.matches.meetings.pairs import Pairs
from flows.extract.matches.meetings.past_meetings import PastMeetings
from flows.extract.matches.meetings.wanted import wanted_of
from flows.extract.matches.meetings.whose import Whose
from flows.extract.matches.results.final_scores import FinalScores
from flows.extract.matches.results.full_time import at_full_time
from flows.extract.matches.results.headline_names import HeadlineNames
from flows.extract.matches.results.outcomes import Outcomes
from flows.extract.matches.results.points_told import told_by_points
from flows.extract.matches.results.scores import settle_scores
from flows.extract.matches.results.scores_implied import settle_implied_scores
from flows.extract.matches.results.scores_in_words import settle_scores_in_words
from flows.extract.matches.results.sides import Sides
from flows.extract.matches.ties.aggregates import Aggregates
from flows.extract.matches.ties.legs_to_come import add_second_legs
from flows.extract.matches.ties.return_matches import add_return_match
from flows.extract.matches.ties.went_through import WentThrough
from flows.extract.matches.told import MatchTold, TieTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER
from flows.extract.text.sentence import Sentence, unbracketed
from flows.extract.text.sought import Sought

_BY_A_NOUN = ("fixture.noun", "fixture.versus", "opponent.", "pair.")
_ANOTHER = Sought(
    r"\b(?:second|return|replay|next|again|rematch|will|upcoming|forthcoming|tomorrow|reverse|ahead of|looking|"
    r"prepar\w+)\b"
)

_REPORT = re.compile(
    r"\b(?:live|as it happened|as-it-happened|minute[- ]by[- ]minute|(?:match )?report|recap|(?:player )?ratings|"
    r"highlights|reaction|in pictures)\b|: (?!.*\b(?:preview|kick-?off|team news|predict\w+|tv|how to)\b).*\d ?- ?\d"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_OF_OLD = Sought(
    rf"\b(?:(?:in|back in|last|on \d\d?) (?:{_MONTHS})|last (?:season|year|month|time)|earlier (?:this|in the)|"
    r"months ago|(?:weeks?|fortnight|month|year|years) ago|last week(?:end)?)\b"
)
_OF_TODAY = Sought(
    r"\b(?:today|tonight|this (?:afternoon|evening|weekend)|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)'s\b"
)
_TOLD = re.compile(r"\b(?:as[- ]it[- ]happened|match report)\b")
_TOP = 6  # sentences that a page may have above its headline
_DATED = 40  # letters
_ABOVE = ("result.line", "result.block")
_HEADING = 2  # sentences
_THE_FIRST = Sought(
    r"\b(?:first|original|initial|opening) (?:match|game|meeting|tie|encounter|clash|attempt|instance)\b"
)
_OTHER_DAYS = Sought(
    r"\b(?:last|previous|earlier|already|will|meet|when|host|face|visit|travel|ahead|hop\w+|look\w*)\b"
)
_LOOKS_BACK = 2  # sentences after which a preview may come to an old meeting


class Results:
    """The matches and ties of one story."""

    def __init__(self, state: StoryState) -> None:
        self._indexed = 0
        self._by_sides: defaultdict[frozenset[str], list[MatchTold]] = defaultdict(list)
        self._by_sentence: defaultdict[int, list[MatchTold]] = defaultdict(list)
        settle_scores(state)
        settle_scores_in_words(state)
        sides, whose = Sides(state), Whose(state)
        sides.speaks_for, sides.acts_for = whose.of_speaker, whose.of_who_acts
        first = FinalScores(state, sides).read()
        headings = _headings(state)
        headed = next((m for m in headings if m.sentence.number < _HEADING), None)
        first += at_full_time(state, headed, first)
        MainMatch(state, first).choose(lambda: _announced(state, sides))
        state.settle_pairs([*_named_in_full(first), *headings])
        told = FinalScores(state, sides, whose).read()
        told += at_full_time(state, headed, told)
        outcomes = Outcomes(state, sides, whose, told)
        outcomes.goals_of_one_side()
        outcomes.without_scores()
        HeadlineNames(state).settle(told)
        settle_implied_scores(state, told)
        meetings = PastMeetings(state, sides, told)
        meetings.read()
        told_by_points(state, whose, told)
        Fixtures(state, sides, whose, told).read()
        meetings.events()
        Courses(state, whose, told).read()
        Opponents(state, whose, told).read()
        wanted_of(state, whose, told)
        listed_to_come(state, whose, told)
        Pairs(state, told).read()
        met_before(state, told)
        add_derbies(state, told)
        settle_levels(told, state.text.lower)
        self.ties: list[TieTold] = Aggregates(state, sides, told).read()
        self.ties += WentThrough(state, sides, told, self.ties).read()
        self.matches: list[MatchTold] = _still_to_come(_merged(told, state.text.lower), state.text.lower)
        MainMatch(state, self.matches).told_without_a_result()
        add_return_match(state, self.matches)
        add_second_legs(state, self.matches)

    def of_pair(self, match: MatchTold | TieTold) -> list[MatchTold]:
        """The matches of the same two sides, itself among them, in the order told."""
        if len(self.matches) != self._indexed:
            self._index()
        return self._by_sides.get(frozenset((match.team_1, match.team_2)), [])

    def of_sentence(self, sentence: Sentence) -> list[MatchTold]:
        """The matches told (first) in a sentence."""
        if len(self.matches) != self._indexed:
            self._index()
        return self._by_sentence.get(sentence.number, [])

    def _index(self) -> None:
        """Gather the matches by their sides and by their sentence, anew where more have been told."""
        self._indexed = len(self.matches)
        self._by_sides, self._by_sentence = defaultdict(list), defaultdict(list)
        for match in self.matches:
            self._by_sides[frozenset((match.team_1, match.team_2))].append(match)
            self._by_sentence[match.sentence.number].append(match)


def _announced(state: StoryState, sides: Sides) -> list[MatchTold]:
    """The matches to come that a story's lead announces, before its own match is known."""
    found: list[MatchTold] = []
    lead = [s for s in state.sentences if s.paragraph <= 1 and not s.quoted]
    Fixtures(state, sides, Whose(state), found).read(lead)
    return sorted((m for m in found if m.status == "scheduled"), key=lambda m: m.start)


def _named_in_full(told: list[MatchTold]) -> list[MatchTold]:
    """The matches of which one sentence names both sides."""
    return [m for m in told if {m.team_1, m.team_2} <= {s.value for s in m.sentence.mentions if s.kind == "TEAM"}]


def _headings(state: StoryState) -> list[MatchTold]:
    """ "Harland v Brigg", a line that heads what is told of a match, as that match."""
    found = []
    for sentence in state.sentences:
        if not (sentence.alone and sentence.shape.count(LETTER["VERSUS"]) == 1):
            continue
        line = unbracketed(sentence.mentions)
        for one, link, two in zip(line, line[1:], line[2:], strict=False):
            if link.kind == "VERSUS" and one.kind == two.kind == "TEAM" and one.value != two.value:
                sides = str(one.value), str(two.value)
                heading = MatchTold(one.start, two.end, "scheduled", *sides, None, None, "heading", 0.5, sentence)
                heading.home = sides[0]
                found.append(heading)
    return found


def _merged(told: list[MatchTold], lower: str) -> list[MatchTold]:
    """Tellings of one match made one: same pair, scores that do not clash, not two different legs."""
    kept: dict[frozenset[str], list[MatchTold]] = {}
    for match in sorted(told, key=lambda m: (m.score_1 is None, m.score_2 is None, m.status == "scheduled", m.start)):
        pair = kept.setdefault(frozenset((match.team_1, match.team_2)), [])
        twin = next((k for k in pair if _same_match(k, match) and not _replayed(k, match, lower)), None)
        if twin is None:
            pair.append(match)
        else:
            _absorb(twin, match)
    return sorted((m for pair in kept.values() for m in pair), key=lambda m: m.start)


def _still_to_come(matches: list[MatchTold], lower: str) -> list[MatchTold]:
    """Without what a noun alone announces of a pair whose match the story tells as played ("the showdown with X")."""
    sure = [m for m in matches if m.status == "played" and m.rule != MET]
    played = {frozenset((m.team_1, m.team_2)) for m in sure}
    first = {frozenset((m.team_1, m.team_2)): m.sentence.number for m in reversed(sure)}
    of_old = played - {frozenset((m.team_1, m.team_2)) for m in sure if not _OF_OLD.search(lower, *_around(m))}
    return [
        m
        for m in matches
        if m.status == "played"
        or frozenset((m.team_1, m.team_2)) not in played
        or (_OF_TODAY.search(lower, *_around(m)) and frozenset((m.team_1, m.team_2)) in of_old)
        or (
            not (_heads_a_report(m, sure, lower) or _is_told_again(m, sure))
            and _is_another(m, first[frozenset((m.team_1, m.team_2))], lower)
        )
    ]


def _around(match: MatchTold) -> tuple[int, int]:
    """Where the words beside a match stand that may date it."""
    span = match.sentence.span
    return max(span.start, match.start - _DATED), min(span.end, match.end + _DATED)


def _is_another(match: MatchTold, first: int, lower: str) -> bool:
    """Whether a match announced is another than the one that the story tells of the pair from that sentence on."""
    return bool(
        not match.rule.startswith(_BY_A_NOUN)
        or first - match.sentence.number > _LOOKS_BACK
        or (match.rule == "fixture.versus" and match.sentence.alone and not match.sentence.headline)
        or _ANOTHER.search(lower, max(match.sentence.span.start, match.start - 50), match.end + 40)
    )


def _heads_a_report(match: MatchTold, played: list[MatchTold], lower: str) -> bool:
    """ "Harland v Brigg live", "Harland v Brigg: as it happened": a line that heads what is told of the match, be it
    right below or at the end mark."""
    if match.rule != "fixture.versus" or match.sentence.number:
        return match.sentence.number < _TOP and _TOLD.search(lower, *match.sentence.span) is not None
    told = next((m for m in played if m.same_pair(match)), None)
    below = told is not None and told.sentence.number == 1 and told.score_1 is not None
    below = below and told is not None and (told.sentence.alone or _is_of_the_day(told.sentence, lower))
    ended = told is not None and told.rule == "result.full_time"
    return below or ended or _REPORT.search(lower, *match.sentence.span) is not None


def _is_told_again(match: MatchTold, played: list[MatchTold]) -> bool:
    """Whether a bare line of a pairing is of a match that a line above gives the result of: at the same ground, not
    dated. Below a pairing stand the meetings of old."""
    if match.rule != "fixture.versus" or not match.sentence.alone or match.sentence.of("DATE") or match.leg is not None:
        return False
    lines = (m for m in played if m.same_pair(match) and m.rule.startswith(_ABOVE) and m.start < match.start)
    return any(m.home is not None and m.home == match.home and m.leg is None for m in lines)


def _is_of_the_day(sentence: Sentence, lower: str) -> bool:
    """ "beat Brigg 3-2 on Friday": a lead that puts a result on a day of the week, and looks neither back nor ahead."""
    dated = any(m.value.weekday is not None and m.value.month is None for m in sentence.of("DATE"))
    return dated and _OTHER_DAYS.search(lower, *sentence.span) is None


def _same_match(one: MatchTold, two: MatchTold) -> bool:
    if one.year != two.year:
        return False
    if not one.same_pair(two) or (one.leg and two.leg and one.leg != two.leg):
        return False
    if one.status != two.status or _leads_to_another_leg(one, two) or _leads_to_another_leg(two, one):
        return False
    if one.score_1 is not None and two.score_1 is not None:
        told = (one.score_of(two.team_1), two.score_1), (one.score_of(two.team_2), two.score_2)
        return all(mine is None or theirs is None or mine == theirs for mine, theirs in told)
    return True


def _replayed(one: MatchTold, two: MatchTold, lower: str) -> bool:
    """Whether one of two is told as a replay, won on kicks, and the other as "the first match", which ended level."""
    kicks, first = (one, two) if one.score_1 is None else (two, one)
    if kicks.score_1 is not None or not kicks.went_to_kicks() or first.score_1 is None:
        return False
    beside = lower[max(kicks.sentence.span.start, kicks.start - _DATED) : kicks.end + _DATED]
    return "replay" in beside and _THE_FIRST.search(lower, *first.sentence.span) is not None


def _leads_to_another_leg(one: MatchTold, two: MatchTold) -> bool:
    """A lead that tells no score, before the first leg is told with one: the lead is of the second, as is a shoot-out
    wherever it is told."""
    if one.score_1 is not None or one.leg is not None or not two.is_a_first_leg():
        return False
    return one.went_to_kicks() or (two.leg == 1 and one.start < two.start and one.sentence.number < 2)


def _absorb(kept: MatchTold, twin: MatchTold) -> None:
    kept.home = kept.home or twin.home
    kept.leg = kept.leg or twin.leg
    kept.shootout = kept.shootout or twin.shootout
    if twin.decided in ("extra_time", "penalties"):
        kept.decided = twin.decided
    kept.confidence = min(0.99, kept.confidence + 0.02)
    kept.twins.append(twin)
