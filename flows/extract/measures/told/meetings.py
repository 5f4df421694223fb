"""How two sides fared against each other: "have met 12 times, Rovers winning seven and City three".

In: the sentences of a story with their tokens. Out: wins, draws and losses of each side, with the meetings they are of
and whom they were against, and the numbers used. The meetings themselves are told beside a tally, so they are no
measure of their own. A sentence right after the one that tells how often they met goes on about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.shapes import Frame, Frames, shape_of
from flows.extract.text.sought import Sought

_SEEDS = Sought(
    r"(?:meetings?|met|faced each other|faced one another|played each other|played one another|head-to-head|"
    r"head to head|"
    r"(?:games|matches|clashes) between)\b"
)
_MET = re.compile(
    r"\b(?:met|(?:faced|played) (?:each other|one another)|clashed|crossed swords|locked horns|"
    r"come up against each other)"
    r"(?: (?:before|previously|only|just|a total of|on|in))* $"
)
_BETWEEN = re.compile(r" (?:[a-z-]+ ){0,3}(?:(?:meetings?|encounters?)\b|(?:games|matches|clashes|ties) between\b)")
_HEAD_TO_HEAD = re.compile(r"head[- ]to[- ]head")
_PLAYED = re.compile(r"\bplayed:? ?$|^p ?$")
_NEAR = 2  # sentences that may go on about the meetings told
_RESULTS = {
    "HAVE_WON": "wins", "WINS": "wins", "LOST": "losses", "LOSSES": "losses",
    "DREW": "draws", "DRAWS": "draws", "LEVEL": "draws",
}  # fmt: skip
_ENDS = frozenset({"COMMA", "AND", "IN", "FROM", "STOP", "BUT", "WITH", "HIT", "OCCASION", "QUOTE", "COLON", "CLOSE"})
_NOT_TOLD = frozenset({"HYPOTHETICAL", "NEGATION"})
_FRAMES = Frames(
    Frame(f"meetings-{effect}", pattern, effect, 0.88)
    for effect, pattern in (
        ("labelled", "s:CLUB k:WINS n:NUMBER"),
        ("labelled", "s:CLUB n:NUMBER k:WINS"),
        ("labelled", "n:NUMBER s:CLUB k:WINS"),
        ("labelled", "n:NUMBER k:WINS IN s:CLUB"),
        ("ahead", "s:CLUB -3 BY n:NUMBER k:WINS REACH|TO m:NUMBER"),
        ("ahead", "s:CLUB -3 WITH n:NUMBER k:WINS REACH|TO -1 CLUB m:NUMBER"),
        ("each", "e:EACH HAVE? k:HAVE_WON n:NUMBER"),
        ("each", "n:NUMBER k:WINS|LOSSES -1 e:EACH"),
        ("both", "s:CLUB HAVE? k:HAVE_WON|LOST|DREW e:EACH"),
        ("share", "s:CLUB HAVE? k:HAVE_WON|LOST|DREW n:NUMBER"),
        ("share", "HAVE k:HAVE_WON|LOST|DREW n:NUMBER"),
        ("goes_on", "COMMA|AND HAVE? k:HAVE_WON|LOST|DREW n:NUMBER"),
        ("drawn", "n:NUMBER -1 k:DRAWS"),
        ("drawn", "n:NUMBER HAVE|STAND|COMPLETE -1 k:DREW|LEVEL"),
        ("drawn", "k:DREW|DRAWS n:NUMBER"),
        ("level", "n:NUMBER IN THEY? PAST? GAME HAVE? COMPLETE|STAND -1 k:LEVEL|DREW|DRAWS"),
        ("level", "n:NUMBER IN THEY? PAST? -3 GAME TOGETHER|WORD SIDE AND SIDE HAVE? -2 k:LEVEL|DREW|DRAWS"),
        ("same", "COMMA|AND s:CLUB n:NUMBER"),
        ("same", "COMMA|AND n:NUMBER IN s:CLUB"),
    )
)


class _Told(NamedTuple):
    """A result of the meetings: whose, which, how many."""

    subject: str
    metric: str
    value: float
    first: Mention
    last: Mention


class Meetings:
    """Reads the meetings of one story, sentence by sentence."""

    def __init__(self, subjects: Subjects) -> None:
        self._subjects = subjects
        self._state = subjects.state
        self._games: float | None = None
        self._told_at = -9

    def read(self, sentence: Sentence, tokens: list[Mention]) -> tuple[list[Measure], list[Mention]]:
        """The results of meetings that a sentence tells, with the numbers they take."""
        lower, span = self._state.text.lower, sentence.span
        games = None
        if _SEEDS.search(lower, span.start, span.end) is not None:
            games = self._met(tokens)
            if games is None and _HEAD_TO_HEAD.search(lower, span.start, span.end) is None:
                return [], []
            self._games, self._told_at = (None if games is None else float(games.value)), sentence.number
        elif (
            self._games is None
            or sentence.number - self._told_at > _NEAR
            or any(t.kind == "GAME" for t in tokens)  # whose own games are told has begun with something else
        ):
            return [], []
        told = list(self._results(sentence, [t for t in tokens if t is not games]))
        used = [t.last for t in told]
        if not told:
            return [], []
        self._told_at = sentence.number
        return [self._measure(t, sentence) for t in told], used + ([games] if games is not None else [])

    def _met(self, tokens: list[Mention]) -> Mention | None:
        """The number of meetings: "have met 12 times", "the 37th meeting", "in 24 previous meetings"."""
        lower = self._state.text.lower
        for token in reversed(tokens):
            if token.kind not in ("NUMBER", "ORDINAL") or token.value < 2:
                continue
            if _MET.search(lower, max(0, token.start - 60), token.start) or _BETWEEN.match(lower, token.end):
                return token
            if _PLAYED.search(lower, max(0, token.start - 9), token.start) and tokens[0].start < token.start:
                return token
        return None

    def _results(self, sentence: Sentence, tokens: list[Mention]) -> Iterator[_Told]:
        """The results in order; what "and City three" says is what was said of the side before it."""
        shape, taken, heard, verb, of = shape_of(tokens), set[int](), set[str](), None, None
        found = [(f.effect, b) for f in _FRAMES.near(shape) for b in f.matches(shape, tokens)]
        found.sort(key=lambda told: told[1]["last"].start)
        for effect, bound in found:
            number = bound.get("n", bound["last"])
            if number.start in taken or not self._holds(tokens, bound, effect):
                continue
            if (effect == "same" and verb is None) or (effect == "goes_on" and of is None):
                continue
            verb = bound.get("k", verb)
            metric = str(_RESULTS[verb.kind]) if verb is not None else ""
            if effect == "goes_on" and verb is not None and verb.kind == "DREW" and len(heard) > 1:
                told = self._shares("drawn", bound, sentence, tokens, metric)
            elif effect == "goes_on":
                told = [_Told(str(of), metric, float(number.value), bound["k"], number)]
            else:
                told = self._shares(effect, bound, sentence, tokens, metric)
            if told:
                taken.add(number.start)
                of = told[0].subject
                heard.add(of)
            yield from told

    def _holds(self, tokens: list[Mention], bound: dict[str, Mention], effect: str) -> bool:
        at, first = tokens.index(bound["last"]), tokens.index(bound["first"])
        if any(t.kind in _NOT_TOLD for t in tokens[max(0, first - 3) : at]):
            return False
        if effect == "each":
            return bound["e"].text.lower() in ("each", "apiece")
        if effect == "both":
            return bound["e"].text.lower() == "both" and self._games == 2
        number = float(bound["n"].value)
        after = tokens[at + 1 : at + 2]
        ends = not after or after[0].kind in _ENDS or effect in ("drawn", "ahead", "level")
        return ends and (self._games is None or number <= self._games)

    def _shares(
        self, effect: str, bound: dict[str, Mention], sentence: Sentence, tokens: list[Mention], metric: str
    ) -> list[_Told]:
        pair = self._pair(sentence)
        first, last = bound["first"], bound.get("n", bound["last"])
        value = float(bound["n"].value) if "n" in bound else float(self._games or 0)
        if effect in ("drawn", "level"):
            return [_Told(pair[0], "draws", value, first, last)] if pair else []
        if effect == "each":
            return [_Told(side, metric, value, first, last) for side in pair]
        side = bound.get("s")
        if side is None:
            owner = self._subjects.side(sentence, tokens, tokens.index(last), tokens.index(last))
            subject = None if owner is None else owner[0]
        else:
            subject = self._state.side(side, sentence) or self._called(side, pair)
        if subject is None:
            return []
        told = [_Told(subject, metric, value, first, last)]
        if effect == "ahead" and (other := self._other(subject, pair)) is not None:
            told.append(_Told(other, "wins", float(bound["m"].value), first, bound["m"]))
        return told

    def _called(self, name: Mention, pair: tuple[str, ...]) -> str | None:
        """ "Orrin three" of a Castle Orrin: the side of the two whose name the word is part of."""
        return next((side for side in pair if name.text in side.split()), None)

    def _pair(self, sentence: Sentence) -> tuple[str, ...]:
        """The two sides that met: those that the sentence names, else those its paragraph is about."""
        named = dict.fromkeys(
            side for m in sentence.mentions if m.kind in SIDES and (side := self._state.side(m, sentence)) is not None
        )
        return tuple(named) if len(named) == 2 else (self._state.pair_of(sentence) or ())

    @staticmethod
    def _other(side: str, pair: tuple[str, ...]) -> str | None:
        return next((s for s in pair if s != side), None) if side in pair else None

    def _measure(self, told: _Told, sentence: Sentence) -> Measure:
        measure = Measure(
            told.first.start, max(told.first.end, told.last.end), told.subject, told.metric, told.value, told.metric,
            "measure/meetings", 0.88,
        )  # fmt: skip
        measure.matches = None if self._games is None else int(self._games)
        measure.other = self._other(told.subject, self._pair(sentence))
        return measure
