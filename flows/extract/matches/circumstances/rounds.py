"""In which round a match was played: said at it, told of the story's match, or known by the round it led to.

Who reaches the quarter-finals played the last 16.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from flows.extract.matches.circumstances.competitions_known import first_knock_out, kind_of
from flows.extract.matches.circumstances.nearby import MatchOrTie, Nearby
from flows.extract.matches.circumstances.rounds_led_to import round_led_to
from flows.extract.matches.circumstances.told_in_a_row import result_before
from flows.extract.matches.results.vetoes import is_a_prize
from flows.extract.matches.told import MatchTold, TieTold, distance
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence

_CUP_ROUNDS = ["first round", "second round", "third round", "fourth round", "fifth round", "sixth round"]
BEFORE = {"quarter-final": "last 16", "semi-final": "quarter-final", "final": "semi-final"}
_ROUND_BEFORE = dict(zip(_CUP_ROUNDS[1:], _CUP_ROUNDS, strict=False))
_REACHED = re.compile(
    r"\b(?:into|reach\w*|advanc\w+ to|progress\w* to|through to|place in|spot in|berth in|"
    r"qualif\w+ for|to|foot in|make|made|secure|(?:are|is|were) in)"
    r"(?: the| their| a| its| his)*(?: first| club's first)?(?: [\w-]+){0,2} $"
)
_AIMED = re.compile(
    r"\b(?:(?:minutes?|seconds|moments|games?|match|matches|win|points?|hours?) (?:away )?(?:of|from)|on course for|"
    r"on (?:the|their) (?:way|road|path) to|heading (?:for|to|into)|closing in on|one foot in|tickets? to|"
    r"(?:place|spot|berth|slot) in)(?: the| their| a| its| his)*(?: [\w'-]+){0,3} $"
)
_EARNED = re.compile(
    r"\b(?:secur\w+|clinch\w*|earn\w*|book\w*|reach\w*|claim\w*|seal\w*|guarantee\w*|miss\w*|make|made|into|push|"
    r"bound for|hopes? of)(?: [\w'-]+){0,4} $"
)
_GOT_TO = re.compile(
    r"\b(?:into|reach\w*|advanc\w+ to|progress\w* to|through to|(?:place|spot|berth|slot) in|qualif\w+ for|"
    r"join\w* (?:\w+ ){1,3}in|ma(?:ke|de) it to|(?:are|is) in|(?:on|move|moved|went|go|goes) to)"
    r"(?: the| their| a| its)*(?: first| club's first)?(?: [\w'-]+){0,3} $"
)
_EARLY = frozenset({*_ROUND_BEFORE, "last 16", "group stage"})
_ONE_GROUP = re.compile(r"group (?!stage|phase).+")
_BY_A_RESULT = re.compile(
    r" (?:of the [\w ]{3,40} )?(?:by|with an? |thanks to|courtesy of|following|after)\b"
    r"(?! (?:extra|penalt|winning the toss))"
)
_ARE_IN = re.compile(r"\b(?:are|is|were) in the $")
_PLURAL_ROUND = re.compile(r"s$|last[- ]eight$|last[- ]four$")
_NO_FINAL = re.compile(
    r"^ ?(?:minutes?|whistle|third|day|ball|score|scoreline|line|pass|touch|\d+|ten|five|six|few|"
    r"(?:two|three|four|seven|eight|nine|fifteen|twenty|thirty) (?:minutes|games|matches)|"
    r"stages?|half|games?|match|matches|quarter|"
    r"leg|round|say|group|spot|place|push|word|decision|year|season|weeks?|months?|losses|defeats?|seconds?|kick|"
    r"moments?|qualif\w+)\b"
)
_LOST = re.compile(r" (?:loss|losses|defeats?|wins?|victor)")
_MISSED_OUT = re.compile(
    r"\b(?:fail\w*|miss\w* out on|short of|denied|never|not|off|outside|run to|runs to|push for|hopes? of|"
    r"chase for|race for|bid for|contention for)(?: [\w-]+){0,4} $"
)
_HOPES = re.compile(
    r"[- ](?:hopes?|places?|spots?|berths?|chances|line-?ups?|opponents?|ambitions|qualification|dream|race|draw\b)"
)
_FINAL_BEFORE = re.compile(r"(?:\bthe|cup|'s|league|cup's|this|in a|sunday's|trophy|shield) $")
_FINAL_OF = (" against ", " between ", " with ")
_AHEAD_OF = re.compile(r"\b(?:(?:head|heading|heads|go|goes|going) into|ahead of|before|until) (?:the )?$")
_WON = r"(?:won|win|wins|winning|lifted|lift|lifts|claimed?|claims|retain(?:ed|s)?|clinch(?:ed)?|captured?|landed)"
_THE_CUP = r"(?:the|their|a|an|this (?:season|year)'s) (?:[\w'-]+ ){0,3}"
_WON_CUP = re.compile(rf"\b(?<!to )(?<!not )(?<!never ){_WON} {_THE_CUP}$")
_TO_WIN_CUP = re.compile(rf"\b(?:to|and|as they) {_WON} {_THE_CUP}$")
_BY_BEATING = re.compile(
    r"(?: title| trophy| crown| final)?(?: for the [\w' -]{1,30}?| again| on \w+| at [\w' -]{3,30}?)*,? "
    r"(?:by|with|after|when|as|thanks to|courtesy of|following|beat|defeat|overcom|edg|thrash|see)[^.;]{0,40}$"
)
_IN_A_GROUP = re.compile(r"(?:elsewhere |also |meanwhile,? )?in (?:the other )?group [a-l0-9]\b")
_PREVIOUS_ROUND = re.compile(r"\bin the (?:previous|preceding|last) round\b")
_DRAWN = 2
_A_TRIP = 12  # letters: "semi-final trip to"
_LINE = 80
_BESIDE = 40


class Rounds:
    """Answers for one story, whose own competition is given."""

    def __init__(self, state: StoryState, nearby: Nearby, competition: str | None) -> None:
        self.state = state
        self.nearby = nearby
        self.competition = competition
        self._told: Counter[str] = Counter()
        self._carried: dict[int, str] = {}  # rounds of results told in a row
        self.main = self._main()

    def _rounds(self, sentence: Sentence) -> list[tuple[Mention, str, bool]]:
        """Rounds of a sentence as (mention, round played, certain)."""
        found = []
        lower = self.state.text.lower
        for mention in sentence.of("ROUND"):
            cup = self._cup_before(sentence.mentions, sentence.mentions.index(mention))
            before = lower[max(sentence.span.start, mention.start - 48) : mention.start]
            text = mention.text.lower()
            if text == "final" and (
                (
                    _NO_FINAL.match(lower[mention.end : mention.end + 12])
                    and not (cup and _LOST.match(lower, mention.end))
                )
                or not (cup or _FINAL_BEFORE.search(before) or lower.startswith(_FINAL_OF, mention.end))
            ):
                continue
            if _MISSED_OUT.search(before):
                continue
            if _HOPES.match(lower[mention.end : mention.end + 16]) and not (
                lower.startswith("draw", mention.end + 1) and self._is_of_a_draw
            ):
                continue
            if mention.value in _EARLY and not _ONE_GROUP.fullmatch(text) and _GOT_TO.search(before):
                earlier = self._round_before(str(mention.value))
                found += [(mention, earlier, False)] if earlier is not None else []
                continue
            if _AIMED.search(before):
                if mention.value in BEFORE:
                    found.append((mention, BEFORE[mention.value], False))
                continue
            if str(mention.value).startswith("play-off") and _EARNED.search(before):
                continue
            aim = (
                _PLURAL_ROUND.search(text)
                or "place in" in before
                or "to the" in before[-16:]
                or "into the" in before[-24:]
                or _BY_A_RESULT.match(lower, mention.end)
                or (_ARE_IN.search(before) and self._on_aggregate(sentence))
            )
            if mention.value in BEFORE and aim and text != "finals" and _REACHED.search(before):
                found.append((mention, BEFORE[mention.value], False))
            else:
                found.append((mention, mention.value, True))
        return found

    def _round_before(self, reached: str) -> str | None:
        """The round played before one that a side got to: a group where a continental cup has no legs before."""
        if reached in BEFORE:
            return BEFORE[reached]
        if reached in _ROUND_BEFORE:
            return _ROUND_BEFORE[reached]
        kind = kind_of(self.competition)
        if reached != "last 16" or kind is None:
            return None
        if first_knock_out(self.competition) is not None or kind in ("cup", "league_cup"):
            return first_knock_out(self.competition) or "last 32"
        return "group stage" if not self.state.tells_of_legs and kind in ("continental", "international") else None

    @property
    def _is_of_a_draw(self) -> bool:
        """A story of a draw tells of two matches to come and more, and of no more that have been played."""
        matches = self.nearby.results.matches
        to_come = sum(m.status == "scheduled" for m in matches)
        return to_come >= _DRAWN and to_come >= len(matches) - to_come

    def _cup_before(self, mentions: list[Mention], index: int) -> str | None:
        """The competition that a round is of: "Carling Cup final", "the FA Cup's fifth round"."""
        cup = mentions[index - 1] if index else None
        beside = cup is not None and cup.kind == "COMPETITION" and mentions[index].start - cup.end <= 3
        return str(cup.value) if beside and cup is not None else None

    def _of_another(self, mention: Mention, sentence: Sentence, competition: str | None) -> bool:
        """Whether a round is told of another competition than the one asked for."""
        index = next(i for i, m in enumerate(sentence.mentions) if m is mention)
        cup = self._cup_before(sentence.mentions, index)
        return cup is not None and cup != competition

    def _on_aggregate(self, sentence: Sentence) -> bool:
        """ "They are in the final, 4-3 on aggregate": whoever has won a tie is in the round that it led to."""
        return any(tie.sentence is sentence for tie in self.nearby.results.ties)

    def _main(self) -> str | None:
        counts = self._told
        for sentence in self.state.sentences:
            for mention, name, certain in self._rounds(sentence):
                if self.nearby.elsewhere(mention, sentence) or self.state.quoted(mention.start):
                    continue
                if self._of_another(mention, sentence, self.competition):
                    continue
                counts[name] += (4 if certain else 2) if sentence.paragraph <= 1 else (2 if certain else 1)
        return counts.most_common(1)[0][0] if counts else None

    def of(self, match: MatchOrTie, competition: str | None) -> str | None:
        """The round at the match, else the story's; a league has none but a matchday."""
        if isinstance(match, TieTold) and match.year is not None:
            return None
        if kind_of(competition) in ("league", "friendly"):
            told = [name for _, name, _ in self._rounds(match.sentence)]
            if kind_of(competition) == "friendly":
                return None
            if self.nearby.is_main(match):
                told.append(self.main or "")
            told += [self.main or ""] if self._is_of_the_day(match, competition) else []
            return next((name for name in told if name.startswith(("play-off", "matchday"))), None)
        if match.status_is("scheduled") and competition == self.competition and self._to_come is not None:
            return self._to_come
        if isinstance(match, MatchTold) and self._won_the_cup(match, competition):
            return "final"
        led_to = round_led_to(self.state.text.lower, match.sentence)
        if led_to is not None:
            ahead = match.status_is("scheduled") and distance(led_to, match.start, match.end) < _BESIDE
            earlier = None if match.status_is("scheduled") else self._round_before(str(led_to.value))
            if ahead or (earlier is not None and kind_of(competition) != "international"):
                return str(led_to.value) if ahead else earlier
        rounds = {id(m): (name, certain) for m, name, certain in self._rounds(match.sentence)}
        near = self.nearby.near(match, "ROUND")
        if near is not None and self._of_another(near, match.sentence, competition):
            return None
        if near is not None and id(near) in rounds:
            name, certain = rounds[id(near)]
            ahead = match.status_is("played") and match.end <= near.start and name == near.value
            if ahead and is_a_prize(self.state.text.lower, match.end, near.end + _A_TRIP):
                return BEFORE.get(name) or _ROUND_BEFORE.get(name)
            if certain or not self.nearby.is_main(match) or self.main is None:
                return name
        if _PREVIOUS_ROUND.search(self.state.text.lower, *match.sentence.span) and not match.status_is("scheduled"):
            return self._round_before(str(self.main)) if self.main is not None else None
        beside = self._of_the_line_above(match) or self._of_the_sentence(match)
        if beside is not None:
            return beside
        of_the_tie = self._of_the_tie(match)
        if of_the_tie is not None:
            return of_the_tie
        in_a_row = self._of_the_result_before(match, competition)
        if in_a_row is not None:
            return in_a_row
        if self._is_replay(match, competition):
            return _CUP_ROUNDS[_CUP_ROUNDS.index(str(self.main)) - 1]
        return self.main if self.nearby.is_main(match) or self._of_the_storys_round(match, competition) else None

    def _of_the_result_before(self, match: MatchOrTie, competition: str | None) -> str | None:
        """The round told at the result right before, of other sides on the same day."""
        before = result_before(self.state, self.nearby.results, match)
        if before is None or competition is None or LETTER["ROUND"] in match.sentence.shape:
            return None
        told = [name for _, name, _ in self._rounds(before.sentence)]
        if told and (told[0] in ("final", "group stage") or not before.sentence.of("COMPETITION")):
            return None
        name = told[0] if len(told) == 1 else self._carried.get(id(before)) if not told else None
        if name is not None:
            self._carried[id(match)] = name
        return name

    def _won_the_cup(self, match: MatchTold, competition: str | None) -> bool:
        """ "won the FA Cup by beating X 2-0", "beat X to win the Super Cup": the final, unless a round is told."""
        kinds = ("cup", "league_cup", "continental", "international")
        if kind_of(competition) not in kinds or match.status != "played" or LETTER["ROUND"] in match.sentence.shape:
            return False
        lower, first = self.state.text.lower, match.sentence.span.start
        if self.nearby.results.of_sentence(match.sentence)[1:]:
            return False
        for cup in match.sentence.of("COMPETITION"):
            if str(cup.value) != competition:
                continue
            if cup.end <= match.start:
                won = _WON_CUP.search(lower, first, cup.start)
                return won is not None and _BY_BEATING.match(lower, cup.end, match.start) is not None
            return _TO_WIN_CUP.search(lower, match.start, cup.start) is not None
        return False

    @cached_property
    def _to_come(self) -> str | None:
        """ "heading into matchday six": the round of what is still to be played in a story of a group."""
        if "matchday" not in self.state.text.lower or not self.state.sentences:
            return None
        lower = self.state.text.lower
        told = [m for s in self.state.sentences for m in s.of("ROUND") if str(m.value).startswith("matchday")]
        ahead = {str(m.value) for m in told if _AHEAD_OF.search(lower, max(0, m.start - 24), m.start)}
        return ahead.pop() if len(ahead) == 1 else None

    def _of_the_tie(self, match: MatchOrTie) -> str | None:
        """The round that is told of the other leg or the aggregate, where one leg stands without."""
        if isinstance(match, TieTold) or not self.nearby.is_a_leg(match) or self.nearby.is_main(match):
            return None
        pair = {match.team_1, match.team_2}
        ties = [tie for tie in self.nearby.results.ties if {tie.team_1, tie.team_2} == pair]
        others: list[MatchOrTie] = [*ties, *(m for m in self.nearby.results.of_pair(match) if m is not match)]
        for other in others:
            near = self.nearby.near(other, "ROUND")
            told = [name for mention, name, certain in self._rounds(other.sentence) if mention is near and certain]
            if told:
                return told[0]
        return None

    def _of_the_line_above(self, match: MatchOrTie) -> str | None:
        """The round that heads a list of pairings or results: "Semi-finals" above its lines."""
        if not match.sentence.alone or not match.rule.startswith(("result.line", "result.in_list", "fixture.versus")):
            return None
        for sentence in reversed(self.state.sentences[: match.sentence.number]):
            heads = sentence.alone or (sentence.headline and not self.nearby.results.of_sentence(sentence))
            if not heads or sentence.span.end - sentence.span.start > _LINE:
                return None
            told = [name for _, name, certain in self._rounds(sentence) if certain]
            if told and not self.nearby.results.of_sentence(sentence):
                return told[0]
        return None

    def _of_the_sentence(self, match: MatchOrTie) -> str | None:
        """ "X meet Y in the semi-finals, with A meeting B": the one round of a sentence that announces several; of
        results where it is "the other" one."""
        if LETTER["ROUND"] not in match.sentence.shape:
            return None
        opening = _IN_A_GROUP.match(self.state.text.lower, match.sentence.span.start, match.start)
        if opening is not None:
            return "group stage"
        others = [m for m in match.sentence.of("ROUND") if self.state.text.lower.endswith("the other ", 0, m.start)]
        if not match.status_is("scheduled") and not others:
            return None
        here = self.nearby.results.of_sentence(match.sentence)
        told = {name for _, name, certain in self._rounds(match.sentence) if certain}
        alike = len({m.team_1 for m in here} | {m.team_2 for m in here}) == 2 * len(here)
        return told.pop() if len(told) == 1 and alike and len({m.status for m in here}) == 1 else None

    def _is_of_the_day(self, match: MatchOrTie, competition: str | None) -> bool:
        """A line of a round-up that is headed by its day of play ("Matchday 14")."""
        if competition != self.competition or not (self.main or "").startswith("matchday"):
            return False
        return match.sentence.alone and match.rule.startswith(("result.line", "result.in_list", "fixture.versus"))

    def _is_replay(self, match: MatchOrTie, competition: str | None) -> bool:
        """A replay still to be played in a story of a draw: of the round before the one that is drawn."""
        if self.main not in _CUP_ROUNDS[1:] or competition != self.competition or not match.status_is("scheduled"):
            return False
        text = self.state.text.lower[max(match.sentence.span.start, match.start - 40) : match.end + 24]
        many = sum(m.status == "scheduled" for m in self.nearby.results.matches) > 2
        return many and "repla" in text

    def _of_the_storys_round(self, match: MatchOrTie, competition: str | None) -> bool:
        return (
            self._one_round_story(match, competition)
            or self._in_a_round_up(match, competition)
            or self._at_a_stage(match, competition)
        )

    def _at_a_stage(self, match: MatchOrTie, competition: str | None) -> bool:
        """Matches of a tournament or its qualifying in a story that tells of one stage of it and no other."""
        if competition is None or competition != self.competition or self.main == "final":
            return False
        of_groups = kind_of(competition) == "qualifying" and self.main == "group stage"
        if len(self._told) > 1 and not of_groups:
            return False
        if kind_of(competition) not in ("international", "qualifying", "continental") or self.main in BEFORE:
            return False
        near = self.nearby.near(match, "DATE")
        bygone = near is not None and (near.text.lower().startswith("last") or near.value.year is not None)
        return not bygone or (near is not None and near.value.month is not None)

    def _in_a_round_up(self, match: MatchOrTie, competition: str | None) -> bool:
        """One of several results of a night in one cup: of the same round as the story's own."""
        if competition is None or competition != self.competition or not match.status_is("played"):
            return False
        played = [m for m in self.nearby.results.matches if m.status == "played" and m.score_1 is not None]
        told = isinstance(match, TieTold) or (match.score_1 is not None and match.year is None)
        near = self.nearby.near(match, "DATE")
        if near is None and not self.state.tells_of_legs:
            return False
        today = near is None or (near.value.weekday is not None and not near.text.lower().startswith("last"))
        return told and today and len(played) > 2 and self.main != "final"

    def _one_round_story(self, match: MatchOrTie, competition: str | None) -> bool:
        """A group, or a draw: matches to come of one competition, all of the round that the story tells."""
        if competition != self.competition or not match.status_is("scheduled"):
            return False
        if competition is None and not self._is_of_a_draw:
            return False
        draw = kind_of(competition) in ("cup", "league_cup", "continental", None) and self.main not in (None, "final")
        to_come = [m for m in self.nearby.results.matches if m.status == "scheduled"]
        replay = "replay" in match.sentence.span_text(self.state.text.lower)
        return self.main == "group stage" or (draw and len(to_come) >= _DRAWN and not replay)
