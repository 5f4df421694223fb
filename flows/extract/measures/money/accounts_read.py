"""What a line of a club's accounts comes to: "turnover crept up from £4.2m to £5m", "income, having been £3m the year
before".

In: a sentence of a story and where in it a sum stands. Out: the heading that the sum is of, as a unit; None where no
heading comes to it.
"""

from __future__ import annotations

import re

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_HEADING = Sought(
    r"\b(?:(?P<turnover>turnover|revenues?|income|takings)|(?P<wages>wage bill|payroll|wage costs|salary bill)|"
    r"(?P<gate>(?:gate|match|ticket|turnstile) (?:receipts|money)|ticket sales)|"
    r"(?P<tv>(?:tv|television|broadcast(?:ing)?) (?:cheque|money|income|revenues?|cash|payments?))|"
    r"(?P<debt>(?:net )?debts?|borrowings|overdraft)|(?P<loss>loss(?:es)?|deficit)|(?P<profit>profits?|surplus))\b"
)
_UNITS = {
    "turnover": "turnover",
    "wages": "wage bill",
    "gate": "gate receipts",
    "tv": "prize money",
    "debt": "debt",
    "loss": "loss",
    "profit": "profit",
}
_MOVES = (
    r"(?:rose|risen|rises?|rising|grew|grown|grow|fell|fallen|falls?|dropped|drops?|crept|climbed|jumped|leapt|soared|"
    r"shot|went|gone|came|come|dipped|slipped|shrank|shrunk|slumped|tumbled|plunged|increased|decreased|swelled|"
    r"dwindled|was|were|is|are|been|stood|stands|reached|hit|topped|totalled|cut|reduced|trimmed|edged|moved|up|down)"
)
_SUM = r"[£€$]?[\d.,]*\d ?(?:m|k|bn|million|billion|per cent|percent|pc|%)?(?: (?:pounds|euros|dollars))?"
_COMES_TO = re.compile(
    r"(?: (?:for|in|of|at) (?:the|that|last|its|their) (?:[a-z]+ )?(?:year|season|campaign|period|club))?"
    r"(?: (?:at|of) [\w' -]{3,26}?)?(?:,? which)?(?: (?:had|has|have))?(?: (?:[a-z]+ly|also|then|even))? "
    + _MOVES
    + r"(?: (?:up|down|back|over))?(?: [a-z]+ly)?"
    r"(?: (?:by|from|to|at|of|an?|just|only|around|about|almost|nearly|some|more than|less than|under|over|mere|modest|"
    r"healthy|record|and)|,? " + _SUM + r")* $"
)
_BEFORE_THAT = re.compile(
    r"(?: (?:last year|last season|this year|that year|in \d{4}(?:[-/]\d\d)?|then))?(?:,| and)? ?"
    r"(?:having been|having stood at|only|just)? (?:an?|the)? ?$"
)
_BACK = 120


def heading_of(lower: str, sentence: Sentence, money: Mention) -> str | None:
    """The heading that stands before a sum and comes to it."""
    start = max(sentence.span.start, money.start - _BACK)
    until = _without_sign(lower, money)
    for heading in reversed(list(_HEADING.finditer(lower, start, until))):
        if _COMES_TO.fullmatch(lower, heading.end(), until) is not None:
            return _UNITS[str(heading.lastgroup)]
    return None


def goes_on(lower: str, end: int, money: Mention) -> bool:
    """ ", having been £4m the year before": whether a sum only says what the one before it was once."""
    return _BEFORE_THAT.fullmatch(lower, end, _without_sign(lower, money)) is not None


def _without_sign(lower: str, money: Mention) -> int:
    return money.start - 1 if money.start and lower[money.start - 1] in "£€$" else money.start
