"""Which capitalised names stand as a side of a result that is told without its score: "lost to X", "X's win over Y".

In: a text's mentions and the index of a NAME among them. Out: whether the words on either side of it make it one. Both
sides of a verb must be there, as a player too wins and loses things, and what a striker does to a keeper ("beat Hale
with a low shot") is no result.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from flows.extract.text.mentions import Mention

_TRIP = re.compile(r"(?:trip|visit|journey|trek)s? ")
_ENDED_SO = re.compile(
    r" (?:also |then |duly )?(?:ended|finished|ends|was|produced|yielded|brought|resulted)(?: up)? (?:\w+ ){0,2}?"
    r"(?:goalless|scoreless|all square|level|in (?:a|an|another)|with (?:a|an|the)|\d ?- ?\d|without (?:a goal|goals)|"
    r"no goals|(?:two|three|four|five|six|seven) goals)\b"
)
_NAMED = frozenset({"NAME", "TEAM"})
_ACTS = frozenset({"WIN", "WIN_INTRANSITIVE", "LOSE", "DRAW"})
_NOUNS = frozenset({"WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN"})
_MATCHES = frozenset({"FIXTURE_NOUN", "ROUND", "COMPETITION"})
SEEDS = _ACTS | _NOUNS | _MATCHES | {"TRAVEL"}
_SEEN_BEFORE, _SEEN_BEHIND = 10, 3  # mentions of a name, that are looked at
_LINKS = frozenset({"AGAINST", "AT", "TO", "BY", "WITH", "TRAVEL", "HOST"})
_HELPS = frozenset({"BE", "HAVE", "TIMES"})
_ASIDE = frozenset({"HOME", "AWAY", "DATE", "ROUND", "COMPETITION", "SCORE", "ORDINAL", "IN", "NUMBER", "SEASON"})
_DESCRIBES = frozenset({"ORDINAL", "NUMBER", "STANDING", "SIDE_NOUN", "ROLE", "NATIONALITY", "PLACE", "CHAMPION"})
_SPOKEN = frozenset({"TEAM", "THEY", "WE", "SIDE_HOME", "SIDE_AWAY"})
_BEGINS = _ACTS | _HELPS | {"GOAL_VERB", "GOAL_ACT", "GIVE_LEAD", "FIXTURE", "FINISH", "LEAD", "IN_PLAY", "SCORE"}
_FAR = 26  # characters of plain words between what governs a name and the name
_NEAR = 14
_STOPS = frozenset('.!?;\n"')
_AT_A_KEEPER = re.compile(
    r" (?:to (?:the|it|a|his|make|give|put|score)\b|from|"
    r"with(?! (?:an?|two|three|the|late|goals?|(?:second|first)-half) ?(?:[\w.'-]+ ){0,4}?(?:goals?|penalty|winner|"
    r"braces?|"
    r"hat-trick|strikes?|headers?|[a-z]+ men)\b(?! past| into))|for (?:pace|the)|low|high|in the air|all ends|again|"
    r"at (?:his|her|the) |inside|twice|(?:in|on) (?:the )?\d+|after \d+|one[- ]on[- ]one)"
)
_IN_A_MATCH = re.compile(
    r"[.;]|$| (?:thanks to|courtesy of|with (?:an?|two|the|goals?)|in the (?:[\w-]+ ){0,2}(?:final|semi-finals?|"
    r"quarter-finals?|"
    r"leg|play-offs?|derby|round)|on (?:penalties|aggregate|away|the opening|(?:\w+)day)|last|yesterday|today|"
    r"tonight|at home|"
    r"after extra|through)\b| and [\w' -]{3,24} (?:drew|lost|won|beat|were|are|held|fail|slip|do)\b"
)
_ONLY_SIDES = ("thrash", "hammer", "rout", "eliminat", "knocked out", "dump", "demolish", "trounc", "thump", "drubb")
_GAME = re.compile(r"\b(?:possession|the ball|his|her|a|the|their|out) ")


def may_stand_in_one(seeds: list[int], index: int) -> bool:
    """Whether one of the `seeds`, the indexes of the mentions of such kinds, is near enough to a name."""
    first = bisect_left(seeds, index - _SEEN_BEFORE)
    return first < len(seeds) and seeds[first] <= index + _SEEN_BEHIND


def stands_in_a_result(lower: str, mentions: list[Mention], index: int) -> bool:
    """Whether a name is a side of a result: as who fared so, as whose result it is, or as whom it was against."""
    name = mentions[index]
    if name.possessive:
        return _owns_a_result(lower, mentions, index)
    return _is_object(lower, mentions, index) or _fares(lower, mentions, index) or _is_listed(lower, mentions, index)


def _together(lower: str, start: int, end: int, reach: int) -> bool:
    """Whether two mentions stand close by in one sentence."""
    return 0 <= end - start <= reach and _STOPS.isdisjoint(lower[start:end])


def _side_after(lower: str, mentions: list[Mention], position: int) -> Mention | None:
    """The side that stands next, with at most what describes it before."""
    for offset, mention in enumerate(mentions[position : position + 4]):
        if mention.kind in _NAMED or mention.kind in ("SIDE_HOME", "SIDE_AWAY"):
            before = mentions[position - 1] if not offset else mentions[position + offset - 1]
            return mention if _together(lower, before.end, mention.start, _FAR) else None
        if mention.kind not in _DESCRIBES:
            return None
    return None


def _linked_side(lower: str, mentions: list[Mention], position: int) -> Mention | None:
    """ "(2-1 at home) to X", from a position on."""
    for offset, mention in enumerate(mentions[position : position + 5]):
        at = position + offset
        if not _together(lower, mentions[at - 1].end, mention.start, _NEAR):
            return None
        if mention.kind in _LINKS:
            side = _side_after(lower, mentions, at + 1)
            return side if side is not None and not side.possessive else None
        if mention.kind not in _ASIDE:
            return None
    return None


def _owns_a_result(lower: str, mentions: list[Mention], index: int) -> bool:
    """ "X's win over Y", "X's game with Y"."""
    for at in range(index + 1, min(index + 4, len(mentions))):
        noun = mentions[at]
        if not _together(lower, mentions[at - 1].end, noun.start, _FAR):
            return False
        if noun.kind in _NOUNS or noun.kind in _MATCHES:
            return _linked_side(lower, mentions, at + 1) is not None
        if noun.kind == "TRAVEL":
            return _is_a_trip(lower, mentions, at)
        if noun.kind not in _ASIDE:
            return False
    return False


def _is_a_trip(lower: str, mentions: list[Mention], at: int) -> bool:
    """ "X's trip to Y ended goalless": a journey of which a result is told."""
    host = _side_after(lower, mentions, at + 1) if _TRIP.match(lower, mentions[at].start) else None
    return host is not None and _ENDED_SO.match(lower, host.end) is not None


def _fares(lower: str, mentions: list[Mention], index: int) -> bool:
    """ "X beat Y", "X were held at home by Y", "X have lost at Y"."""
    passive = False
    for at in range(index + 1, min(index + 4, len(mentions))):
        verb = mentions[at]
        if not _together(lower, mentions[at - 1].end, verb.start, _NEAR):
            return False
        if verb.kind in _ACTS:
            if passive and " " in mentions[index].text and lower.endswith("was beaten", 0, verb.end):
                return False  # a full-back by a winger
            if verb.kind != "WIN" or passive:
                return not _GAME.match(lower, verb.end + 1) and _linked_side(lower, mentions, at + 1) is not None
            other = _side_after(lower, mentions, at + 1)
            return other is not None and other.kind in _NAMED and _beats(lower, mentions[index], verb, other)
        if verb.kind not in _HELPS:
            return False
        passive |= verb.kind == "BE"
    return False


def _is_object(lower: str, mentions: list[Mention], index: int) -> bool:
    """ "lost to X", "were knocked out by X", "beat X" of a side, "win over X", "X's game with Y"."""
    at = index - 1
    while at > 0 and (mentions[at].kind in _DESCRIBES or _leads(mentions, at)) and index - at < 4:
        at -= 1
    if at < 1 or not _together(lower, mentions[at].end, mentions[index].start, _FAR):
        return False
    if mentions[at].kind == "WIN":
        subject = _subject_of(mentions, at)
        beside = subject is not None and _together(lower, subject.end, mentions[at].start, _NEAR)
        return subject is not None and beside and _beats(lower, subject, mentions[at], mentions[index])
    return mentions[at].kind in _LINKS and _governs(lower, mentions, at)


def _is_listed(lower: str, mentions: list[Mention], index: int) -> bool:
    """The second of "lost to X and Y", where it does not begin a clause of its own."""
    if index < 3 or mentions[index - 1].kind != "AND" or mentions[index - 2].kind not in _NAMED:
        return False
    if mentions[index].start - mentions[index - 2].end != len(" and "):
        return False
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    if following is not None and following.start - mentions[index].end <= _NEAR and following.kind in _BEGINS:
        return False
    return _is_object(lower, mentions, index - 2)


def _leads(mentions: list[Mention], at: int) -> bool:
    """ "Dave Orme's Harland"."""
    leader = mentions[at]
    return leader.kind == "NAME" and leader.possessive and mentions[at + 1].start - leader.end == 3


def _subject_of(mentions: list[Mention], at: int) -> Mention | None:
    """Who is named, or spoken of, right before a verb."""
    while at > 0 and mentions[at - 1].kind in ("HAVE", "TIMES"):
        at -= 1
    before = mentions[at - 1] if at else None
    return before if before is not None and (before.kind in _SPOKEN or before.kind == "NAME") else None


def _beats(lower: str, subject: Mention, verb: Mention, other: Mention) -> bool:
    """Whether one side beats another, and no striker a keeper."""
    if other.possessive or subject.possessive or _AT_A_KEEPER.match(lower, other.end):
        return False
    if lower.endswith(("ing the better of ", "both "), 0, other.start):
        return False  # what a winger does to a full-back
    whole = " " in subject.text and " " in other.text
    known = subject.kind in _SPOKEN or other.kind == "TEAM"
    known |= " " not in subject.text and _IN_A_MATCH.match(lower, other.end) is not None
    return whole or known or verb.text.lower().startswith(_ONLY_SIDES)


def _governs(lower: str, mentions: list[Mention], link: int) -> bool:
    """Whether what a preposition hangs on is a result."""
    for at in range(link - 1, max(-1, link - 5), -1):
        head = mentions[at]
        if not _together(lower, head.end, mentions[at + 1].start, _NEAR):
            return False
        if head.kind in _NOUNS or head.kind in ("LOSE", "WIN_INTRANSITIVE"):
            return mentions[link].kind != "WITH" or head.kind == "DRAW_NOUN"  # "a win with Kell scoring"
        if lower.endswith("was beaten", 0, head.end) and " " in mentions[link + 1].text:
            return False
        if head.kind in ("WIN", "DRAW"):
            by = mentions[link].kind == "BY"
            return (head.kind == "DRAW" and not by) or any(m.kind == "BE" for m in mentions[max(0, at - 2) : at])
        if head.kind not in _ASIDE:
            return False
    return False
