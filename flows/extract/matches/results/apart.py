"""Which sides of a result's surroundings were not in its match: another result stands between, or a score of their own.

In: a sentence, the words of a result and a side. Out: whether the side had another match.
"""

from __future__ import annotations

import re

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_OUTCOMES = frozenset({"WIN", "LOSE", "DRAW", "BEATEN", "WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN", "WIN_INTRANSITIVE"})
_LEADS = frozenset({"IN_PLAY", "LEAD"})
_BESIDE = 14  # letters: "an early"
_NEAR = 70  # letters from "in our last game" to its result
_RELATIVE = 4  # mentions: "visit Y , who"
_MEETS = frozenset({"FIXTURE", "TRAVEL", "HOST"})
_AHEAD = frozenset(
    "face faces meet meets play plays visit visits host hosts entertain entertains welcome welcomes go goes travel "
    "travels tackle tackles take takes facing meeting visiting hosting".split()
)
_DESCRIBES = frozenset({"NATIONALITY", "ORDINAL", "PLACE", "COMPETITION", "SIDE_NOUN", "NUMBER"})
_MEETING = re.compile(
    r"\b(?:when|each other|between|against them|reverse|meeting|corresponding|first leg|here|there)\b"
)
_OVER = re.compile(
    r"(?: \d\d? ?- ?\d\d?)?(?: (?:[a-z]+ ){0,2}(?:win|victory|success|triumph|defeat|loss|draw|reverse|\w+ing))?"
    r"(?: (?:over|against|at|by|to|with|away to|at home to))? (?P<which>an?|the) "
    r"(?:(?!visit|home|away|host)[\w'.-]+ ){0,2}?(?P<where>(?:[a-z]+(?:ese|ish|ian|ean|nch|tch|eek|erman|wiss|can)) )?"
    r"(?:[a-z]+-[a-z]+ )?(?:champions|holders|leaders|side|team|club|outfit|opposition|opponents|minnows|xi)\b"
)
_GAME_BEFORE = Sought(
    r"\b(?:in|during|from|lost|won|drew|drawn) (?:the|our|their|his|my) (?:last|previous|other) "
    r"(?:league |home |away |cup )?(?:game|match|outing)\b(?! (?:against|with|at|between)\b)"
)


def is_a_lead(sentence: Sentence, anchor: Mention, last: Mention) -> bool:
    """ "2-1 up from the first leg", "trailed 2-1 from", "a 2-0 first-leg deficit"."""
    lead = anchor.kind in _LEADS or last.kind in _LEADS or last.kind == "LEG"
    return lead and any(anchor.start < m.start <= last.end + _BESIDE for m in sentence.of("LEG"))


def of_another(sentence: Sentence, anchor: Mention, last: Mention | None, side: Mention) -> bool:
    """Whether another result, with words of its own, stands between a result and a side: "won 2-1, and wins over X";
    the result that follows a lead "from the first leg" is of the same two sides."""
    if last is not None and is_a_lead(sentence, anchor, last):
        return False
    end = max(anchor.end, last.end if last is not None else 0)
    return any(m.kind in _OUTCOMES and end <= m.start < side.start for m in sentence.mentions)


def told_apart(sentence: Sentence, one: Mention, subject: int) -> bool:
    """ "X beat them 4-0, Y won 5-1": both had a third side to play, as the score between them shows."""
    return any(m.kind == "SCORE" and one.end <= m.start < subject for m in sentence.mentions)


def of_the_game_before(lower: str, sentence: Sentence, anchor: Mention) -> bool:
    """ "In the last game we won 3-1": a result of some game before, against a side that nobody names."""
    near = _GAME_BEFORE.finditer(lower, sentence.span.start, sentence.span.end)
    return any(abs(told.start() - anchor.start) < _NEAR for told in near)


def unnamed(lower: str, end: int, *, awaited: bool) -> bool:
    """ "a 2-0 win over a Dutch fourth-tier side", "beat the Greek champions 6-1": who was beaten is described, not
    named; "the leaders" may be the side that the story tells of beside, though not one that is met only next."""
    told = _OVER.match(lower, end)
    return told is not None and (awaited or told["which"] in ("a", "an") or told["where"] is not None)


def bracketed(before: list[Mention], index: int) -> bool:
    """Whether a mention stands in a bracket, with others, that has closed."""
    opened = next((i for i in range(index - 1, -1, -1) if before[i].kind in ("OPEN", "CLOSE")), None)
    closed = next((i for i in range(index + 1, len(before)) if before[i].kind in ("OPEN", "CLOSE")), None)
    if opened is None or closed is None:
        return False
    return before[opened].kind == "OPEN" and before[closed].kind == "CLOSE" and closed - opened > 2


def opens_the_next_clause(lower: str, sentence: Sentence, anchor: Mention, side: str) -> bool:
    """ "X romp to 5-1 win, Y bounce back": a headline names a side only as the subject of what it tells next."""
    named = [m for m in sentence.mentions if m.kind == "TEAM" and m.value == side]
    return bool(named) and all(
        m.start > anchor.end and not m.possessive and lower[m.start - 2 : m.start] in (", ", "; ") for m in named
    )


def of_whom_is_met_next(lower: str, sentence: Sentence, anchor: Mention) -> bool:
    """ "X visit Y, who drew 2-2 last week": what a relative clause tells of whom a side is to meet is of another match,
    and so is what an aside tells of who will meet it, unless it says that the two met."""
    if _MEETING.search(lower, anchor.start, sentence.span.end) is not None:
        return False
    behind = [m for m in sentence.mentions if m.start >= anchor.end]
    where = next((m.kind for m in behind if m.kind in ("AT", "IN", "AGAINST", "WITH", "TO", "BY", "COMMA")), "COMMA")
    if where != "COMMA":
        return False  # "who won 3-0 at Y on Friday, meet Z"
    for comma, verb, side in zip(behind, behind[1:], behind[2:], strict=False):
        if comma.kind == "COMMA" and verb.start - comma.end <= 1 and _is_ahead(verb):
            return side.kind == "TEAM"  # "X, who drew 2-2 last week, visit Y"
    before = [m for m in sentence.mentions if m.end <= anchor.start]
    if len(before) < _RELATIVE or [m.kind for m in before[-2:]] != ["COMMA", "WHO"] or before[-3].kind != "TEAM":
        return False
    meets = next((m for m in reversed(before[:-3]) if m.kind not in _DESCRIBES), None)
    return meets is not None and _is_ahead(meets)


def _is_ahead(verb: Mention) -> bool:
    return verb.kind in _MEETS and verb.text.lower().partition(" ")[0] in _AHEAD
