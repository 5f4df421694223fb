"""Which shots are told as goals: "X's volley settled it", "thanks to X's header", "a drive by X on 80 minutes".

In: the noun of a shot and whose it was. Out: whether it is a goal. A shot alone is none; it is one where it is told
what it won, what was owed to it, or when it was. The phrases stand in `vocabulary/goal_phrases.csv`.
"""

from __future__ import annotations

import re

from flows.extract.cast.actors import Actor
from flows.extract.text.mentions import Mention
from flows.extract.text.phrase_tables import phrase_table
from flows.extract.text.sentence import Sentence

_PHRASES = phrase_table("goal_phrases.csv")
_EARNED = re.compile(rf"[^.;]{{0,60}}?(?:{_PHRASES['EARNED']})")
_STOPPED = re.compile(rf"[^.;]{{0,30}}?(?:{_PHRASES['STOPPED']})")
_LED_TO_OWN = re.compile(rf"[^.;]{{0,60}}?(?:{_PHRASES['LED_TO_OWN']})")
_WENT_ON = re.compile(rf" (?:{_PHRASES['WENT_ON']})")
_BUT_SAVED = re.compile(_PHRASES["BUT_SAVED"])
_OWED = re.compile(rf"(?:{_PHRASES['OWED']}|{_PHRASES['UNDID']}) $")
_SAVING, _DECIDING, _ANOTHER_GOAL = (
    re.compile(rf"(?:{_PHRASES[kind]}) $") for kind in ("SAVING", "DECIDING", "ANOTHER_GOAL")
)
_SERVED_FROM = re.compile(
    rf"(?:{_PHRASES['STRUCK']})(?:(?! came | arriv| was | were )[^.;]){{0,30}}"
    r"\b(?:from|on to|onto|met|meet|meeting|end of) (?:an? |the )?$"
)
_OFF_A_CORNER = re.compile(r" from (?:an?|the|his) (?:[\w'.-]+ ){1,4}?corner\b")
_AN_ASIDE = re.compile(r", (?:from|off|after|via|at|in|on|his|her|deep|early|late)\b[^,.;()]{4,60},(?= )")
_CLAUSE_DONE = re.compile(
    r"\s*(?:$|\.|;|\)|,(?! (?:which|that|but|only|saved|tipped))|(?:and|before|after) (?!was|hit|went)|"
    r"was (?:the|his|her|their|its|[\w-]+'s?) "
    r"(?:[\w'-]+ ){0,2}(?:first|second|third|fourth|fifth|opener|equaliser|winner|leveller|goal|only))"
)


def is_earned(lower: str, sentence: Sentence, shot: Mention, owner: Actor | None) -> bool:
    """Whether a shot is told as a goal. A free-kick that another man headed in is his who headed."""
    start, end = sentence.span
    at = owner.start if owner is not None else shot.start
    if owner is not None and shot.kind == "FREE_KICK" and _SERVED_FROM.search(lower, start, at):
        return False
    after = _behind(lower, shot.end, end)
    if _is_nearly(sentence, at) or _BUT_SAVED.search(lower, after, end):
        return False
    near = max(start, at - 40)
    if _SAVING.search(lower, near, at) or _LED_TO_OWN.match(lower, after, end):
        return False
    if _is_timed(lower, sentence, shot) or _DECIDING.search(lower, max(start, shot.start - 24), shot.start):
        return True
    saved = any(m.kind in ("VETO", "ALMOST") and m.end <= shot.start for m in sentence.mentions)
    if not saved and _ANOTHER_GOAL.search(lower, max(start, at - 60), at):
        return True
    if _OWED.search(lower, near, at) and not _WENT_ON.match(lower, after, end):
        return True
    return _EARNED.match(lower, after, end) is not None and not _STOPPED.match(lower, after, end)


def _behind(lower: str, at: int, end: int) -> int:
    """Where a clause goes on behind a shot: past the corner that it came from, and past an aside."""
    for passed in (_OFF_A_CORNER, _AN_ASIDE):
        found = passed.match(lower, at, end)
        at = found.end() if found is not None else at
    return at


def _is_nearly(sentence: Sentence, at: int) -> bool:
    """ "almost", "nearly" in the clause before a place."""
    earlier = [m.kind for m in sentence.mentions if m.end <= at]
    if "SUBORDINATE" in earlier:
        earlier = earlier[len(earlier) - earlier[::-1].index("SUBORDINATE") :]
    return "ALMOST" in earlier


def _is_timed(lower: str, sentence: Sentence, shot: Mention) -> bool:
    """ "a header in the 90th" at the end of its clause: a shot told with its minute is a goal."""
    minute = next((m for m in sentence.mentions if m.start >= shot.end), None)
    if minute is None or minute.kind != "MINUTE" or minute.start - shot.end > 2 or minute.value.minute is None:
        return False
    return _CLAUSE_DONE.match(lower, minute.end, sentence.span.end) is not None
