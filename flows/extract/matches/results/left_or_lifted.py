"""Whose a result is that opens its clause and then does something to a side: "a 2-0 defeat by X left Y 20th".

In: a result's noun phrase with nobody named before it in its clause. Out: the side that it left, lifted or whose run it
ended, where that agrees with how the result was.
"""

from __future__ import annotations

import re

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_NOUNS = {"WIN_NOUN": "win", "LOSS_NOUN": "loss", "DRAW_NOUN": "draw"}
_APART = frozenset({"COLON", "AND", "SUBORDINATE", "STOP"})
_SOMEBODY = SIDES | {"THEY", "WE", "WHO"}
_SIDE = r" (?:the |a (?:\w+ ){0,2})?"
_WHEN = (
    r"(?: (?:in midweek|last (?:week|night|weekend|time out)|on [a-z]+day(?: night| evening)?|a (?:week|fortnight) "
    r"ago))?"
)
_DID = {
    "loss": re.compile(
        rf"{_WHEN},?(?: has| had| that)? (?:also |then )?(?:left|leaves|dropped|drops|plunged|plunges|"
        rf"sent|sends|cost|condemned|condemns|pushed){_SIDE}"
    ),
    "win": re.compile(
        rf"{_WHEN},?(?: has| had| that)? (?:also |then )?(?:lifted|lifts|took|takes|moved|moves|put|puts|"
        rf"carried|fired|kept|keeps|sent|sends|hauled|dragged|pulled|propelled|helped){_SIDE}"
    ),
    "draw": re.compile(
        rf"{_WHEN},?(?: has| had| that)? (?:also |then )?(?:left|leaves|kept|keeps|took|takes|lifted|"
        rf"moved|sent){_SIDE}"
    ),
}
_ENDED = re.compile(
    rf"{_WHEN},? (?:also )?(?:ended|ends|halted|snapped|stopped|broke|brought (?:an|to an) end (?:to )?|checked)"
    rf"{_SIDE}$"
)
_RUN = re.compile(r"'s? (?P<how>(?:[\w-]+ ){0,4}?)(?:run|streak|sequence|start|momentum|record)\b")
_BAD = re.compile(r"\b(?:los\w+|win-?less|barren|poor|dismal|miserable|wretched|goalless|without|bad)\b")


def left_or_lifted(lower: str, bound: dict[str, Mention], sentence: Sentence) -> Mention | None:
    """The mention of the side whose result it is."""
    mentions, first = sentence.mentions, bound["first"]
    if first.kind != "SCORE" and first.kind not in _NOUNS:
        return None
    for mention in reversed([m for m in mentions if m.start < first.start]):
        if mention.kind in _APART:
            break
        if mention.kind in _SOMEBODY:
            return None
    how = next(
        (_NOUNS[m.kind] for m in mentions if first.start <= m.start < bound["last"].end and m.kind in _NOUNS), None
    )
    behind = [m for m in mentions if m.start >= bound["last"].end and m.kind in SIDES]
    if how is None or not behind:
        return None
    side = behind[0]
    between = lower[bound["last"].end : side.start]
    if not side.possessive:
        return side if _DID[how].fullmatch(between) else None
    run = _RUN.match(lower, side.end - 2) or _RUN.match(lower, side.end)
    if run is None or how == "draw" or _ENDED.fullmatch(between) is None:
        return None
    return side if (_BAD.search(run["how"]) is not None) == (how == "win") else None
