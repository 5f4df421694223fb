"""Firsts told as a sentence: "It was the first time in 62 years that Rovers had beaten a League side", "Rovers had
never before won at Hull", "whose winner was his first in senior football".

In: a sentence's tokens. Out: a `record_first` of whoever did it. What has "never before" been lost to somebody is a
first of the one who won.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.counted.owners import CountedOwners
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_FIRST_TIME = Sought(
    r"\b(?:it|this|that) (?:is|was|'s) (?:only )?(?:also )?the (?:very )?first time"
    r"(?: in (?:[\w'-]+ ){1,4}?(?:years|seasons|decades|meetings|history))?,?(?: that)? "
)
_THEN = re.compile(
    r"(?!in |since |for |this )(?P<who>[\w'&. -]{1,40}?) (?:have|has|had|'ve|'d)(?: ever)? "
    r"(?P<verb>(?!been (?:behind|ahead|in front|level))[\w']+)\b(?P<rest>[^.;]{0,80})"
)
_OF_NOW = re.compile(
    r"\b(?:this (?:season|term|year|month|campaign)|since|in the (?:match|game|half|tie)|all (?:season|year)|"
    r"in (?:[\w'-]+ ){1,3}(?:attempts|games|matches|meetings|visits|outings|starts|trips|minutes))\b"
)
_NEVER = Sought(
    r"\bhad never (?:before|previously) (?P<verb>won|beaten|defeated|reached|qualified|lost|conceded|finished|topped|"
    r"progressed|got|gone|made it|been (?:in|to|past|beyond|promoted|relegated|champions)|taken|scored|kept)\b"
)
_NEVER_OPENS = Sought(r"\bnever before had (?P<who>[\w'&. -]{1,30}?) (?P<verb>\w+(?:ed|on|en|un|t|st))\b")
_LOST = frozenset({"lost", "conceded", "fallen"})
_TO = re.compile(r" (?:[\w' -]{0,24}? )?(?:to|against) (?:the )?$")
_HIS_FIRST = Sought(
    r"\b(?:goal|winner|strike|header|effort|equaliser|leveller|opener|penalty|hat-trick|double|brace|save|volley|"
    r"free-kick|finish|tap-in) (?:is|was|were|being) (?:also )?(?:his|her) first"
    r"(?= (?:in (?:senior|professional|english|european|international|league|competitive|top-flight|a)\b|"
    r"for (?:the club|his|her|[A-Za-z])|at (?:this|senior|international) level|of (?:his|her) career|"
    r"as a professional))"
)
_SPAN_OF_NOW = re.compile(r" for (?:[\w-]+ ){0,3}(?:months|weeks|games|matches|years|seasons|appearances)\b")
_SINCE_THE_LAST = " since the last"  # the years of "the first time in 62 years" are no measure beside the first
FIRSTS = (_HIS_FIRST, _FIRST_TIME, _NEVER, _NEVER_OPENS)


def firsts(owners: CountedOwners, sentence: Sentence, tokens: list[Mention]) -> list[Measure]:
    """The firsts that a sentence is about, one at the most."""
    lower, (start, end) = owners.lower, sentence.span
    his = _HIS_FIRST.search(lower, start, end)
    if his is not None and not _SPAN_OF_NOW.match(lower, his.end()):
        return _his(owners, sentence, tokens, his)
    told = _FIRST_TIME.search(lower, start, end)
    if told is not None:
        then = _THEN.match(lower, told.end(), end)
        if then is None or _OF_NOW.search(then["rest"]):
            return []
        whose = _who(owners, sentence, tokens, then.start("verb"), then.start("who"))
        if whose is None:
            return []
        known = owners.subjects.told
        known[:] = [m for m in known if m.start < start or not m.unit.endswith(_SINCE_THE_LAST)]
        return [_first(told.start(), then.end("verb"), whose, rule="first_time")]
    never = _NEVER.search(lower, start, end) or _NEVER_OPENS.search(lower, start, end)
    if never is None:
        return []
    whose, other = _who(owners, sentence, tokens, never.start("verb"), start), None
    if never["verb"] in _LOST:
        rival = next((t for t in tokens if t.start > never.end() and _TO.fullmatch(lower, never.end(), t.start)), None)
        if rival is None or rival.kind not in SIDES | {"EPITHET"}:
            return []
        whose, other = owners.subjects.team(tokens, tokens.index(rival), sentence), whose
    return [] if whose is None or whose == other else [_first(never.start(), never.end(), whose, other)]


def _his(owners: CountedOwners, sentence: Sentence, tokens: list[Mention], told: re.Match[str]) -> list[Measure]:
    """ "whose winner was his first in senior football": his who scored it."""
    at = next((i for i, t in enumerate(tokens) if t.start >= told.start() and t.kind == "ORDINAL"), None)
    if at is None:
        return []
    owner = owners.subjects.people.person(sentence, tokens, at)
    return [] if owner is None else [_first(told.start(), told.end(), owner[0])]


def _who(owners: CountedOwners, sentence: Sentence, tokens: list[Mention], verb: int, start: int) -> str | None:
    """The side or the man right before a verb."""
    for i in range(len(tokens) - 1, -1, -1):
        token = tokens[i]
        if not start <= token.start < verb:
            continue
        if token.kind == "PERSON":
            return str(token.value)
        if token.kind == "HE":
            him = owners.subjects.people.he(sentence, tokens, i)
            return None if him is None else him[0]
        if token.kind in SIDES | {"THEY", "WE"}:
            return owners.subjects.team(tokens, i, sentence)
        if token.text.lower() in ("club", "side", "team"):
            return owners.subjects.side_before(sentence) or owners.state.centers.focus
    return None


def _first(start: int, end: int, subject: str, other: str | None = None, rule: str = "first_told") -> Measure:
    return Measure(start, end, subject, "record_first", 1.0, "firsts", f"measure/{rule}", 0.75, other=other)
