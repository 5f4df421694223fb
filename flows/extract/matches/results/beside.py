"""Where a side stands before a result, and whether it is the result's own: given it, met in it, spoken of beside it.

In: the mentions of a sentence before the words of a result. Out: whether the side at one of them fared so, or only
stands there.
"""

from __future__ import annotations

import re

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence, objective

_SHONE = re.compile(
    r"\b(?:hero|heroes|star|stars|saviours?|match-?winners?|inspiration|on target|scorers?|scored|struck|netted|winner|"
    r"equaliser|goals?|brace|double|hat-trick|treble|shone|impressed|outstanding|sparkled|difference)(?: \w+){0,2} $"
)
_THEIR_MAN = re.compile(
    r"\b(?:without|missing|(?:lost|lose|loses|miss|misses|welcomed?|welcomes|call|recall|recalled|call(?:ed|s)? on|"
    r"rely on|includes?|included)(?: back)?)(?: [\w-]+){0,4} $"
)
_ENOUGH = re.compile(r"\b(?:enough|sufficient|plenty|easy|straightforward|comfortable|simple) $")
_TO = re.compile(r" (?:[a-z]+ )?to (?:[a-z]+ ){0,2}")
_EITHER = re.compile(r"(?: either| too| again| as well)?, ")
_THE = 5  # letters: " the "
_ADVERBS = 16  # letters: " had already been "
_GOES_ON = re.compile(r"hosts?\b|visits?\b|travels?\b|goe?s?\b|entertains?\b|welcomes?\b|receives?\b")
_RESULTS = frozenset({"DRAW_NOUN", "WIN_NOUN", "LOSS_NOUN", "SCORE", "FIXTURE_NOUN"})
_ACTS = frozenset({"WHO", "AND", "WIN", "LOSE", "DRAW", "WIN_INTRANSITIVE", "FIXTURE", "HOST", "TRAVEL", "SUBORDINATE"})
_MOVED_ON = re.compile(
    r" (?:now )?(?:up to|on to|on) \d+(?: points)? (?:thanks to|courtesy of|after|with|following)(?: an?)? $"
)
_LINKS = frozenset({"AGAINST", "BY", "OF", "TO", "AT", "WITH", "WIN", "TRAVEL", "HOST", "HOME"})


def for_whom(before: list[Mention]) -> Mention | None:
    """ "and X, for whom Hale scored in a 2-0 win over Y": the side that such a clause goes on about."""
    for index in range(len(before) - 1, 2, -1):
        if before[index].kind in SIDES or before[index].kind == "COMMA":
            return None
        if before[index].kind == "WHO":
            side, comma, link = before[index - 3 : index]
            beside = side.kind in SIDES and comma.start == side.end and before[index].start - link.end == 1
            return side if beside and (comma.kind, link.kind) == ("COMMA", "FOR") else None
    return None


def fared_for(lower: str, before: list[Mention], index: int, anchor: Mention) -> bool:
    """Whether somebody is said to have been something for a side, of which the clause then tells a result, as in
    "enough for X to see off Y" and "no joy for X either, beaten 3-0"."""
    if not index or before[index - 1].kind != "FOR" or before[index].possessive:
        return False
    start = before[index - 1].start
    if _TO.fullmatch(lower, before[index].end, anchor.start):
        return _ENOUGH.search(lower, max(0, start - 24), start) is not None
    if anchor.kind == "BEATEN" and _EITHER.fullmatch(lower, before[index].end, anchor.start):
        return True
    return _SHONE.search(lower, max(0, start - 60), start) is not None


def is_given_a_result(sentence: Sentence, before: list[Mention], index: int, anchor: Mention) -> bool:
    """ "giving them a 3-2 victory", "to earn them a 1-1 draw": whose result it is that is given."""
    beside = index == len(before) - 1 and index > 0 and anchor.kind == "SCORE" and anchor.start - before[index].end < 8
    if not beside or before[index].text.lower() != "them" or before[index - 1].kind not in ("GIVE_LEAD", "GOAL_ACT"):
        return False
    noun = next((m for m in sentence.mentions if m.start >= anchor.end), None)
    return noun is not None and noun.kind in ("WIN_NOUN", "DRAW_NOUN")


def was_met(before: list[Mention], index: int) -> bool:
    """ "earned a 0-0 draw at X, and then ...", "Y's trip to X comes after a 2-0 win": whom a result told before was
    against, or a match to come of somebody named will be."""
    told = any(m.kind in SIDES or m.kind == "PERSON" for m in before[: max(0, index - 1)])
    if told and before[index - 1].kind in ("TRAVEL", "HOST") and before[index].start - before[index - 1].end <= _THE:
        return True
    return index > 1 and before[index - 1].kind in _LINKS and before[index - 2].kind in _RESULTS


def in_apposition(lower: str, before: list[Mention], index: int, anchor: Mention) -> bool:
    """ "the last place went to X, 4-2 winners over Y", "the visitors are X, beaten there last season", "behind X, up to
    26 thanks to a win over Y"."""
    beside = lower.startswith(", ", before[index].end) and not before[index].possessive
    if beside and _MOVED_ON.fullmatch(lower, before[index].end + 1, anchor.start):
        return True
    if index != len(before) - 2 or before[-1].kind != "COMMA" or anchor.kind not in ("SCORE", "BEATEN", "WIN_NOUN"):
        return False
    side, comma = before[index], before[-1]
    return not side.possessive and comma.start == side.end and anchor.start - comma.end <= 2


def adjoins_people(before: list[Mention], index: int) -> bool:
    """Whether a possessive is followed by those who play: "Chelsea's players beat", "Chelsea's Jon Hale"."""
    return any(m.kind in ("SIDE_NOUN", "PERSON", "ROLE", "TEAM") for m in before[index + 1 : index + 3])


def closes_an_aside(lower: str, before: list[Mention], index: int, anchor: Mention) -> bool:
    """ "X host Y and Z, winners in May, go to W", "X go to Y and Z, who beat W": whether the verb in or behind
    an aside is of the side right before it alone, whatever list that ends."""
    told = before[index + 1 :]
    if not told or told[0].kind != "COMMA" or told[0].start != before[index].end:
        return False
    if len(told) > 1 and told[1].kind == "WHO" and all(m.kind in ("BE", "HAVE") for m in told[2:]):
        between = lower[told[1].end : anchor.start]
        return len(between) <= _ADVERBS and "both" not in between and "all " not in between
    return len(told) > 1 and told[-1].kind == "COMMA" and anchor.start - told[-1].end <= 1


def within_aside(before: list[Mention], index: int) -> bool:
    """ "X, three points clear of Y, host Z", "X, level with Y, are third and host Z": whether a side stands in what is
    told aside of the one before it."""
    if not any(m.kind == "COMMA" for m in before[index + 1 :]):
        return False
    for place in range(index - 1, 0, -1):
        comma, side = before[place], before[place - 1]
        if comma.kind == "COMMA":
            beside = comma.start == side.end and (side.kind in SIDES or side.kind == "SIDE_NOUN")
            return beside and place + 1 < index and not objective(before, place - 1)
        if comma.kind in _ACTS:
            return False
    return False


def tells_of_side(mentions: list[Mention], index: int) -> bool:
    """Whether a "who" tells of a side named just before it, with at most an apposition between."""
    for mention in reversed(mentions[max(0, index - 5) : index]):
        if mention.kind in SIDES:
            return True
        if mention.kind not in ("COMMA", "SIDE_NOUN", "ORDINAL", "STANDING", "NATIONALITY", "ROLE"):
            return False
    return False


def is_of_their_man(lower: str, before: list[Mention], index: int) -> bool:
    """Whether a "who" tells of a man whom the side before it misses, calls back or counts on."""
    man, comma = (*before[max(0, index - 2) : index], None, None)[:2]
    if man is None or comma is None or man.kind != "PERSON" or comma.start != man.end:
        return False
    return _THEIR_MAN.search(lower, max(0, man.start - 60), man.start) is not None


def is_object(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "a 4-0 rout of X" has X for its object; in "the 4-0 wins of X" X won."""
    inside = [m for m in sentence.mentions if bound["first"].start <= m.start < bound["o"].start]
    if [m.kind for m in inside[-2:]] in (["GROUND", "COMMA"], ["PLACE", "COMMA"]):
        return False  # "after losing 4-0 at Weirside, X beat Y"
    if [m.kind for m in inside[-2:]] in (["COMMA", "HOST"], ["COMMA", "TRAVEL"]) and _GOES_ON.match(
        inside[-1].text.lower()
    ):
        return False  # "X, who drew 1-1 last week, host Y"
    ground = next((m for m in reversed(inside) if m.kind == "GROUND"), None)
    if ground is not None and not any(m.start > ground.start and m.kind in _LINKS for m in inside):
        return bound["o"].start - ground.end <= 1  # not "a 2-0 win at Weirside took X to third"
    if not any(m.kind == "OF" and bound["o"].start - m.end < 36 for m in inside[-3:]):
        return True
    noun = next(
        (
            m
            for m in sentence.mentions
            if m.kind in ("WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN") and bound["first"].start <= m.start < bound["o"].start
        ),
        None,
    )
    return noun is None or noun.value == "of"


def of_follows(noun: Mention, sentence: Sentence) -> bool:
    """ "the 4-0 wins of X and Y": results of others, told without their opponents."""
    following = [m for m in sentence.mentions if m.start > noun.start][:3]
    return bool(following) and following[0].kind == "OF" and following[0].start - noun.end <= 2


def within_relative(before: list[Mention], index: int) -> bool:
    """Whether a side is the subject of a relative clause that a comma has closed again, or a "their" stands in one."""
    if not any(m.kind == "COMMA" for m in before[index + 1 :]):
        return False
    own = before[index].kind == "THEY"
    for place in range(index - 1, 1, -1):
        if before[place].kind == "WHO":
            return before[place - 1].kind == "COMMA" and before[place - 2].kind in SIDES
        if not own or before[place].kind == "COMMA":
            return False
    return False
