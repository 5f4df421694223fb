"""Figures in brackets behind a name or a superlative: "more clean sheets than Marwick (6)", "the most wins (28)",
"a figure only Hale (9) can better", "level with Brigg (Harland had 4, Brigg 2)".

In: a sentence's tokens, the numbers that are another measure's and what the story has told so far. Out: a measure for
each bracket of a sentence that compares; what it counts is the noun compared, else what was counted last. A name with
a figure in a sentence that compares nothing is a goal's minute, an age or a shirt.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from flows.extract.measures.claims import Measure
from flows.extract.measures.counted.owners import CountedOwners
from flows.extract.measures.scope import is_year
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence

_NAMES = SIDES | {"PERSON", "NAME", "PLACE"}
_COUNTED = (
    ("goals_scored", "player_goals", r"goals|strikes|scorer|scored|netted|goalscorer|marksman"),
    ("points", "points", r"points"),
    ("wins", "wins", r"wins|victories|won"),
    ("losses", "losses", r"defeats|losses|lost|beaten"),
    ("draws", "draws", r"draws|drawn"),
    ("clean_sheets", "clean_sheets", r"clean[- ]sheets|shut-?outs"),
    ("other_count", "player_assists", r"assists|goals set up"),
    ("matches_played", "player_appearances", r"appearances|starts|games played"),
    ("yellow_cards", "yellow_cards", r"yellow cards|bookings|cautions"),
    ("red_cards", "red_cards", r"red cards|dismissals|sendings-off"),
    ("titles", "titles", r"titles|championships"),
    ("trophies", "trophies", r"trophies|major honours"),
    ("caps", "caps", r"caps"),
    ("attendance", "attendance", r"gates?|crowds?|attendances?|average"),
    ("other_count", "other_count",
     r"shots on target|shots|attempts|chances created|chances|tackles|saves|fouls|corners|crosses|passes|hat-tricks|"
     r"penalties|spot-kicks|headers|headed goals|own goals|interceptions|clearances|touches|dribbles|set-piece goals|"
     r"different scorers|blocks|duels|aerial duels|big chances|offsides|sprints"),
)  # fmt: skip
_GOES_ON = frozenset({metric for side, player, _ in _COUNTED for metric in (side, player)} | {"goals_conceded"})
_NOUN = re.compile(
    r"\b(?:" + "|".join(f"(?P<t{i}>{words})" for i, (_, _, words) in reversed([*enumerate(_COUNTED)])) + r")\b"
)
_LET_IN = re.compile(r"\b(?:conced\w+|shipp\w+|ship|let in|letting in|leak\w*|allowed|given up|goals against)\b")
_COMPARES = re.compile(
    r"\b(?:more|fewer|less|most|fewest|highest|lowest|best|worst|better|bettered|only|than|ahead of|above|behind|"
    r"below|followed by|joint|leading|equal\w*|match(?:ed|es))\b|[a-z]-most\b"
)
_BEST_OF = re.compile(
    r"(?:\b|-)(?:most|fewest|highest|lowest|best|worst|biggest|largest|smallest|longest|greatest|more|fewer)\b"
    r"(?:[- ][\w'-]+){0,9} \($"
)
_ONLY = re.compile(r"\W*(?:only|just)\b|[^.;]*\b(?:than|figure|total|tally|number|mark)\b")
_ONLY_OTHER = re.compile(r"\)?,? (?:is|are|was|were|being) the only other\b")
_AGAINST = re.compile(r"\b(?:only|just) (?:against|versus|at|with) (?:the )?$")
_AGED = re.compile(r"\b(?:age[ds]?|old(?:er|est)?|young\w*|born)\b")
_OF_TIME = re.compile(r" (?:minutes?|years?|seasons?|weeks?|days?|months?)\b")
_STANDING = re.compile(r"\((\d{1,3})(?: points| pts)?,? (?:and )?(?:an? )?([+-]\d{1,2})(?: (?:goal|gd)[^()]*)?\)")
_BETWEEN = 3  # tokens between a name and its figure inside a bracket


class _Thing(NamedTuple):
    """What is counted: the metric of a side and of a player, and the unit."""

    of_a_side: str
    of_a_player: str
    unit: str


def in_brackets(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], used: Container[int], told: list[Measure]
) -> list[Measure]:
    """A measure for each bracket with a figure; `told` are the story's measures so far."""
    if LETTER["OPEN"] not in sentence.shape:
        return []
    lower, span = owners.lower, sentence.span
    compares = _COMPARES.search(lower, span.start, span.end) is not None
    found: list[Measure] = []
    for at, token in enumerate(tokens):
        if token.kind == "OPEN" and at:
            if (standing := _STANDING.match(lower, token.start)) is not None:
                found += _standing(owners, sentence, tokens, at, standing)
            elif compares:
                found += _in_bracket(owners, sentence, tokens, at, used, told)
    return found


def _standing(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int, standing: re.Match[str]
) -> list[Measure]:
    """ "Harland (43, +12)", "Harland's (41 points, and a +18 goal difference)": points and goal difference."""
    name = tokens[at - 1]
    if name.kind not in _NAMES:
        return []
    side = owners.state.side(name, sentence) if name.kind in SIDES else None
    subject = side or owners.state.text.printed(name.start, name.end)
    league = owners.scope.competition(tokens, at, at, "points")
    told = (("points", "points", 1), ("other_count", "goal difference", 2))
    return [
        Measure(
            standing.start(group), standing.end(group), subject, metric, float(standing.group(group)), unit,
            "measure/in-brackets", 0.85, competition=league,
        )
        for metric, unit, group in told
    ]  # fmt: skip


def _in_bracket(
    owners: CountedOwners,
    sentence: Sentence,
    tokens: list[Mention],
    at: int,
    used: Container[int],
    told: list[Measure],
) -> list[Measure]:
    close = next((i for i in range(at + 1, len(tokens)) if tokens[i].kind == "CLOSE"), len(tokens))
    inside = tokens[at + 1 : close]
    if not inside or any(not _counts(owners.lower, t, used) for t in inside if t.kind == "NUMBER"):
        return []
    if inside[0].kind == "NUMBER" and (len(inside) == 1 or (len(inside) == 2 and inside[1].kind == "PERCENT")):
        return _behind(owners, sentence, tokens, at, told)
    return _listed(owners, sentence, tokens, at, close, told)


def _counts(lower: str, token: Mention, used: Container[int]) -> bool:
    return not is_year(token) and token.start not in used and _OF_TIME.match(lower, token.end) is None


def _behind(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int, told: list[Measure]
) -> list[Measure]:
    """The figure of the name right before the bracket, else that of the subject which the superlative is told of."""
    number, name, lower = tokens[at + 1], tokens[at - 1], owners.lower
    percent = tokens[at + 1 : at + 3][-1].kind == "PERCENT"
    named = name.kind in _NAMES and not name.possessive
    thing = _Thing("other_count", "other_count", "percent") if percent else _thing(owners, sentence, tokens, at, told)
    if thing is None or (named and not percent and _AGED.search(lower, sentence.span.start, sentence.span.end)):
        return []
    if named:
        if _AGAINST.search(lower, sentence.span.start, name.start):
            return _against(owners, sentence, tokens, at, told)
        return _of(owners, sentence, tokens, at - 1, number, thing)
    if _BEST_OF.search(lower, sentence.span.start, number.start) is None:
        return []
    whose = owners.subjects.either(sentence, tokens, at, at)
    return [] if whose is None else [_measure(owners, tokens, at + 1, number, whose[0], thing, whose[2])]


def _of(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], i: int, number: Mention, thing: _Thing
) -> list[Measure]:
    name = tokens[i]
    if name.kind in SIDES:
        subject = owners.state.side(name, sentence)
    else:
        subject = str(name.value) if name.kind == "PERSON" else owners.state.text.printed(name.start, name.end)
    if subject is None:
        return []
    return [_measure(owners, tokens, i, number, subject, thing, name.kind == "PERSON")]


def _against(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int, told: list[Measure]
) -> list[Measure]:
    """ "Only against Dundee (11) has he scored more": of whom the last measure was, against the side named."""
    last = _last(sentence, told)
    name, number = tokens[at - 1], tokens[at + 1]
    rival = owners.state.side(name, sentence) if name.kind in SIDES else None
    if last is None:
        return []
    thing = _Thing(last.metric, last.metric, last.unit)
    measure = _measure(owners, tokens, at - 1, number, last.subject, thing, False)
    measure.other = rival or owners.state.text.printed(name.start, name.end)
    measure.competition = measure.competition or last.competition
    return [measure]


def _listed(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int, close: int, told: list[Measure]
) -> list[Measure]:
    """ "(Harland had 4, Brigg 2)", "(Ned Stokes also hit 7)": a figure behind each name inside a bracket."""
    thing = _thing(owners, sentence, tokens, at, told)
    if thing is None:
        return []
    found: list[Measure] = []
    for i in range(at + 1, close):
        if tokens[i].kind not in _NAMES:
            continue
        after = tokens[i + 1 : min(i + 1 + _BETWEEN, close)]
        number = next((n for n, t in enumerate(after) if t.kind == "NUMBER"), None)
        ends = number is not None and (i + 2 + number == close or tokens[i + 2 + number].kind in ("COMMA", "AND"))
        if (
            number is not None
            and ends
            and all(t.kind in ("HAVE", "WITH", "SCORED", "ON", "WORD") for t in after[:number])
        ):
            found += _of(owners, sentence, tokens, i, after[number], thing)
    return found


def _thing(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int, told: list[Measure]
) -> _Thing | None:
    """What the sentence counts: the noun or verb nearest before the bracket, else the first behind it, else what was
    counted last where the sentence goes on about that."""
    lower, (start, end), bracket = owners.lower, sentence.span, tokens[at].start
    before = [*_NOUN.finditer(lower, start, bracket)]
    ahead = None if before else _NOUN.search(lower, bracket, end)
    noun = before[-1] if before else ahead
    let_in = [*_LET_IN.finditer(lower, start, end if ahead is not None else bracket)]
    if noun is None and let_in:
        return _Thing("goals_conceded", "goals_conceded", "goals")
    if noun is not None:
        group = str(noun.lastgroup)
        side, player, _ = _COUNTED[int(group[1:])]
        if side == "goals_scored" and let_in:
            return _Thing("goals_conceded", "goals_conceded", "goals")
        unit = noun.group() if side == player == "other_count" else side.replace("_", " ")
        return _Thing(side, player, "goals" if side == "goals_scored" else unit)
    last = _last(sentence, told)
    goes_on = _ONLY.match(lower, start, bracket) or _ONLY_OTHER.match(lower, tokens[at + 1].end)
    if last is None or not goes_on:
        return None
    return _Thing(last.metric, last.metric, last.unit)


def _last(sentence: Sentence, told: list[Measure]) -> Measure | None:
    """The count told last in the sentence or right before it."""
    near = [m for m in told if sentence.span.start - 160 < m.start < sentence.span.end and m.metric in _GOES_ON]
    return max(near, key=lambda m: m.start, default=None)


def _measure(
    owners: CountedOwners, tokens: list[Mention], i: int, number: Mention, subject: str, thing: _Thing, person: bool
) -> Measure:
    metric = thing.of_a_player if person else thing.of_a_side
    measure = Measure(
        tokens[i].start, number.end, subject, metric, float(number.value), thing.unit, "measure/in-brackets", 0.8
    )
    at = tokens.index(number)
    measure.competition = owners.scope.competition(tokens, at, at, metric)
    measure.season = owners.scope.season(tokens, at, metric, None)
    return measure
