"""Who stands in a clause beside its subject, though a subject's place is theirs: an aside, a man had, a side watched.

In: the tokens of a sentence, the place of such a one and of a number behind. Out: whether the number is not of them.
"""

from __future__ import annotations

import re

from flows.extract.cast.watched import did_after_watching
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES

_HAS_A_MAN = re.compile(
    r"\b(?:had|have|has|having|lost|los(?:e|es|ing)|without|missing|minus|lack(?:s|ed|ing)?|sent on|brought on|"
    r"introduced|took off|withdrew|dropped|rested|recalled|signed|sold|sacked|appointed|welcomed back|saw|sees?|seen)"
    r" (?:(?:the|their|both|captain|skipper|goalkeeper|keeper|striker|defender|midfielder|winger|full-back|"
    r"centre-half|centre-back|forward|substitute|manager|coach|top|scorer|influential|injured|teenager|former|new|"
    r"young|veteran|leading|star|key|loan|signing|international|stopper|playmaker) )*$"
)
_IN_TIME = frozenset({"since", "when", "until", "before", "after"})
_BEATS = frozenset({"beat", "came", "took", "held", "drew", "won", "overcame"})
_CARRIES_ON = frozenset({"AND", "BUT"})
_YET = frozenset({"yet", "still", "then"})
_SPOILS = frozenset(
    "halted snapped stopped broke brought checked spoiled spoilt ruined wrecked punctured shattered dented matched "
    "inflicted avenged exploited capitalised".split()
)
_BY_A_RESULT = frozenset({"SCORE", "WINS", "HAVE_WON", "MOVE"})
_PRONOUNS = frozenset({"THEY", "WE", "HE"})
VERBS = frozenset(
    "HAVE STAND SCORED HAVE_WON LOST DREW MOVE SIGNED PLAYED COMPLETE EARNED CONCEDED SPENT UNBEATEN WINLESS "
    "DONATED".split()
)


def reads_as_verb(following: list[Mention], more: frozenset[str] = frozenset()) -> bool:
    """Whether what follows somebody begins with a verb, or one of some `more` words."""
    if not following:
        return False
    word = following[0].text.lower()
    return following[0].kind in VERBS or word in more or word.endswith(("ed", "became"))


def is_aside(tokens: list[Mention], i: int, at: int) -> bool:
    """ "Hale (Rovers, £6m) has scored", "have not lost since City beat them in May, a run of nine": a name in
    brackets that end before the number, or the subject of a clause of time that a comma ends."""
    ends = next((j for j in range(i, at) if tokens[j].kind in ("OPEN", "CLOSE")), 0)
    if ends and tokens[ends].kind == "CLOSE":
        return True
    if not i or tokens[i - 1].text.lower() not in _IN_TIME or not reads_as_verb(tokens[i + 1 : i + 2], _BEATS):
        return False
    comma = next((j for j in range(i, at) if tokens[j].kind == "COMMA"), 0)
    return bool(comma) and any(t.kind in ("A", "STREAK") for t in tokens[comma + 1 : comma + 3])


def is_had_by_another(lower: str, tokens: list[Mention], i: int, at: int) -> bool:
    """ "Rovers had Hale sent off and have let in 11": the man is what the clause tells of its subject, which the
    verb behind "and" goes on about."""
    if tokens[i].kind != "PERSON" or not i:
        return False
    carried = next((j for j in range(i + 1, at) if _carries_on(tokens, j)), 0)
    told_of = any(t.kind == "WHO" or t.kind in _PRONOUNS or t.kind in SIDES for t in tokens[i + 1 : at])
    start = tokens[i].start
    return bool(carried) and not told_of and _HAS_A_MAN.search(lower, max(0, start - 60), start) is not None


def _carries_on(tokens: list[Mention], j: int) -> bool:
    """Whether "and", "but" or "yet" stands at `j` and a verb, an adverb between them at most, behind it."""
    if tokens[j].kind not in _CARRIES_ON and tokens[j].text.lower() not in _YET:
        return False
    behind = tokens[j + 1 : j + 3]
    named = any(t.kind in ("COMMA", "PERSON", "NAME") for t in behind[:1])
    return any(reads_as_verb([t]) for t in behind) and not named


def only_watched(lower: str, tokens: list[Mention], i: int, at: int) -> bool:
    """ "X saw Y lose and moved up to third": whether the one at `i` is such a Y."""
    if not i or tokens[i].kind != "TEAM" or tokens[i].possessive:
        return False
    place = tokens[at - 1].end if tokens[at - 1].start > tokens[i].start else tokens[i].end
    who = next((t for t in reversed(tokens[:i]) if t.kind in SIDES or t.kind == "NAME"), None)
    watched = (tokens[i].start, tokens[i].end)
    return who is not None and did_after_watching(lower, who.end, watched, place)


def only_owns(tokens: list[Mention], i: int, at: int) -> bool:
    """ "X ended Y's run with a win that took them third": whether the one at `i` is such a Y."""
    if i < 2 or not tokens[i].possessive or not any(t.kind in SIDES for t in tokens[: i - 1]):
        return False
    ended = tokens[i - 1].kind == "COMPLETE" or tokens[i - 1].text.lower() in _SPOILS
    return ended and any(t.kind in _BY_A_RESULT for t in tokens[i + 1 : at])
