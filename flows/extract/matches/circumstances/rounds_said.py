"""Which rounds a sentence says were played: "in the fifth round", and the round before the one that a side got to.

In: a story, its results and the competition it is about. Out: each round with its mention, and whether it is certain.
"""

from __future__ import annotations

import re

from flows.extract.matches.circumstances.competitions_known import first_knock_out, kind_of
from flows.extract.matches.circumstances.groups_told import ONE_GROUP
from flows.extract.matches.circumstances.rounds_drawn import heads_a_draw
from flows.extract.matches.reading import Results
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

CUP_ROUNDS = ["first round", "second round", "third round", "fourth round", "fifth round", "sixth round"]
BEFORE = {"quarter-final": "last 16", "semi-final": "quarter-final", "final": "semi-final"}
ROUND_BEFORE = dict(zip(CUP_ROUNDS[1:], CUP_ROUNDS, strict=False))
_REACHED = re.compile(
    r"\b(?:into|reach\w*|advanc\w+ to|progress\w* to|through to|place in|spot in|berth in|"
    r"qualif\w+ for|to|foot in|make|made|secure|(?:are|is|were) in)"
    r"(?: the| their| a| its| his)*(?: first| club's first)?(?: [\w-]+){0,2} $"
)
_AIMED = re.compile(
    r"\b(?:(?:minutes?|seconds|moments|games?|match|matches|win|points?|hours?) (?:away )?(?:of|from)|on course for|"
    r"on (?:the|their) (?:way|road|path) to|heading (?:for|to|into)|closing in on|one foot in|towards?|closer to|"
    r"nearer to|"
    r"on the (?:verge|brink) of|within (?:reach|touching distance) of|tickets? to|"
    r"(?:place|spot|berth|slot) in)(?: the| their| a| its| his)*(?: [\w'-]+){0,3} $"
)
_EARNED = re.compile(
    r"\b(?:secur\w+|clinch\w*|earn\w*|book\w*|reach\w*|claim\w*|seal\w*|guarantee\w*|miss\w*|make|made|into|push|"
    r"bound for|hopes? of)(?: [\w'-]+){0,4} $"
)
_FROM_THE_ZONE = re.compile(
    r"\b(?:points?|places?|adrift|outside|short|clear|off|behind|below|above|inside|away|contention|race|chase|back|"
    r"touch|close|closer|near|nearer|gap)(?: (?:of|from|off|for|with|in|into|behind|below|to|on))? (?:the )?$"
)
_GOT_TO = re.compile(
    r"\b(?:into|reach\w*|advanc\w+ to|progress\w* to|through to|(?:place|spot|berth|slot) in|qualif\w+ for|"
    r"join\w* (?:\w+ ){1,3}in|ma(?:ke|de) it to|g[eo]t(?:ting)? (?:through )?(?:to|into|as far as)|(?:are|is) in|"
    r"(?:on|move|moved|went|go|goes) to)"
    r"(?: the| their| a| its)*(?: first| club's first)?(?: [\w'-]+){0,3} $"
)
_EARLY = frozenset({*ROUND_BEFORE, "last 64", "last 32", "last 16", "group stage"})
_BY_A_RESULT = re.compile(
    r" (?:of the [\w ]{3,40} |for (?:only )?(?:the|a) [\w ]{3,36} )?"
    r"(?:by|with an? |thanks to|courtesy of|following|after)\b"
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
    r"\b(?:fail\w*|miss\w* out on|short of|denied|never|not|(?<!saw )(?<!see )(?<!sees )(?<!seen )(?<!seeing )"
    r"(?<!pulled )(?<!fought )(?<!held )off|outside|run to|runs to|push for|hopes? of|"
    r"chase for|race for|bid for|contention for)(?: [\w-]+){0,4} $"
)
_WENT_OUT = re.compile(
    r"(?:'s)?(?: (?:stages?|of [\w' -]{3,40}?))?"
    r"(?: (?:last (?:year|season|term)|that (?:year|season)|in \d{4}(?:-\d\d)?|once|twice|again))?"
    r"(?:,? (?:before|but|only to(?: be)?|when (?:they|he))|, where (?:they|he)|, [a-z]+ing [^.;]{3,50}? before) "
    r"(?:then |eventually |finally |were |was |being )?"
    r"(?:los(?:t|e|ing)|going (?:out|down)|went (?:out|down)|beaten|knocked|eliminated|edged|thrashed|dumped|"
    r"bow(?:ed|ing)|f[ea]ll(?:ing)?|succumb\w*)\b"
)
_HOPES = re.compile(
    r"[- ](?:hopes?|places?|spots?|berths?|chances|line-?ups?|opponents?|ambitions|qualification|dream|race|draw\b)"
)
_FINAL_BEFORE = re.compile(r"(?:\bthe|cup|'s|league|cup's|this|in a|sunday's|trophy|shield) $")
_FINAL_OF = (" against ", " between ", " with ")
DRAWN = 2


class RoundsSaid:
    """Answers for one story, whose own competition is given."""

    def __init__(self, state: StoryState, results: Results, competition: str | None) -> None:
        self.state = state
        self.results = results
        self.competition = competition

    def of(self, sentence: Sentence) -> list[tuple[Mention, str, bool]]:
        """Rounds of a sentence as (mention, round played, certain)."""
        found = []
        lower = self.state.text.lower
        for mention in sentence.of("ROUND"):
            cup = self.cup_before(sentence.mentions, sentence.mentions.index(mention))
            before = lower[max(sentence.span.start, mention.start - 48) : mention.start]
            reached = before if cup is None else self._before_the_cup(sentence, mention)
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
                lower.startswith("draw", mention.end + 1)
                and (self.is_of_a_draw or heads_a_draw(self.state, sentence, mention))
            ):
                continue
            if _GOT_TO.search(reached) and _WENT_OUT.match(lower, mention.end):
                found.append((mention, mention.value, True))  # "reached the last eight before losing to X"
                continue
            if mention.value in _EARLY and not ONE_GROUP.fullmatch(text) and _GOT_TO.search(reached):
                earlier = self.before(str(mention.value))
                found += [(mention, earlier, False)] if earlier is not None else []
                continue
            if _AIMED.search(before):
                if mention.value in BEFORE:
                    found.append((mention, BEFORE[mention.value], False))
                continue
            if str(mention.value).startswith("play-off") and (
                _EARNED.search(before) or (text.endswith("offs") and _FROM_THE_ZONE.search(before))
            ):
                continue
            aim = (
                _PLURAL_ROUND.search(text)
                or "place in" in before
                or "to the" in before[-16:]
                or "into the" in before[-24:]
                or _BY_A_RESULT.match(lower, mention.end)
                or (_ARE_IN.search(before) and self._on_aggregate(sentence))
            )
            if mention.value in BEFORE and aim and text != "finals" and _REACHED.search(reached):
                found.append((mention, BEFORE[mention.value], False))
            else:
                found.append((mention, mention.value, True))
        return found

    def before(self, reached: str) -> str | None:
        """The round played before one that a side got to: a group where a continental cup has no legs before."""
        if reached in BEFORE:
            return BEFORE[reached]
        if reached in ROUND_BEFORE:
            return ROUND_BEFORE[reached]
        kind = kind_of(self.competition)
        if reached != "last 16" or kind is None:
            return None
        if first_knock_out(self.competition) is not None or kind in ("cup", "league_cup"):
            return first_knock_out(self.competition) or "last 32"
        return "group stage" if not self.state.tells_of_legs and kind in ("continental", "international") else None

    @property
    def is_of_a_draw(self) -> bool:
        """A story of a draw tells of two matches to come and more, and of no more that have been played."""
        matches = self.results.matches
        to_come = sum(m.status == "scheduled" for m in matches)
        return to_come >= DRAWN and to_come >= len(matches) - to_come

    def cup_before(self, mentions: list[Mention], index: int) -> str | None:
        """The competition that a round is of: "Carling Cup final", "the FA Cup's fifth round"."""
        cup = mentions[index - 1] if index else None
        beside = cup is not None and cup.kind == "COMPETITION" and mentions[index].start - cup.end <= 3
        return str(cup.value) if beside and cup is not None else None

    def _before_the_cup(self, sentence: Sentence, mention: Mention) -> str:
        """The words before a round less the name of its cup: "reach the" of "reach the Women's FA Cup last eight"."""
        cup = sentence.mentions[sentence.mentions.index(mention) - 1]
        return self.state.text.lower[max(sentence.span.start, cup.start - 48) : cup.start]

    def _on_aggregate(self, sentence: Sentence) -> bool:
        """ "They are in the final, 4-3 on aggregate": whoever has won a tie is in the round that it led to."""
        return any(tie.sentence is sentence for tie in self.results.ties)
