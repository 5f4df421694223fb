"""Those who came with a side, told otherwise: "300 of whom had come from Brigg", "we took 640 to Brigg",
"an away following of 850", "barely 200 Zambians in the crowd", "900 of the tickets have gone to Brigg".

In: a sentence's tokens and the numbers that are another measure's. Out: `travelling_fans` of the side that the words
name, else of the visitors; nothing where neither is plain.
"""

from __future__ import annotations

import re
from collections.abc import Container

from flows.extract.cast.facets import facets
from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import qualifier_of
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_FEWEST = 20
_ABOUT = (
    r"(?:(?:only|just|some|around|about|over|more than|fewer than|nearly|almost|barely|roughly|an estimated|all|"
    r"at least|up to|close to|no fewer than|as many as|numbering|of|the) )*"
)
_CUES = Sought(
    r"\b(?:travel\w*|away|visiting|visitors|following|trip|journey|come|came|gone|went|took|take|takes|taking|"
    r"brought|bring|brings|bringing|crowd|spectators|watched|among them|in the (?:ground|stadium)|tickets|"
    r"followed|contingent)\b"
)
_AWAY_SUPPORT = re.compile(
    r"\b(?:(?:away|travelling|visiting) (?:following|contingent|support|army|party|section|fans|supporters|crowd|"
    r"allocation)|(?<!social media )(?<!media )following)(?:, all| of| numbered| numbering|,| was| were)? "
    + _ABOUT
    + "$"
)
_PEOPLE = r"(?: (?:of (?:them|whom|those|these|the crowd)|fans|supporters|people|souls|hardy souls|diehards))?"
_CAME = re.compile(
    _PEOPLE + r"(?: who)?(?: had| have)? (?:made the (?:[\w-]+ ){0,3}?(?:trip|journey|trek|crossing)|travell?ed\b|"
    r"(?:come|came) (?:(?:all the way )?(?:down|up|over|across|south|north|from))\b|"
    r"followed (?:them|their (?:side|team|club)|the (?:team|side|visitors))\b)"
)
_IN_THE_AWAY_END = re.compile(
    _PEOPLE
    + r"(?: were| are| was)?(?: (?:packed|housed|crammed|squeezed))? (?:in|into) the (?:away|visitors'|visiting) "
    r"(?:end|section|enclosure|stand)\b|"
    r" (?:visitors|away fans|away supporters|visiting (?:fans|supporters))\b|[- ]strong\b"
)
_FROM = re.compile(_PEOPLE + r"(?: who)?(?: were| are| had| have)?(?: come| came| travelled| being)? from (?:the )?$")
_TAKES = re.compile(r"\b(?:took|take|takes|taken|taking|brought|bring|brings|bringing) (?:with them )?" + _ABOUT + "$")
_ALONG = re.compile(_PEOPLE + r" (?:with (?:them|us)|along|to|down to|up to|north|south)\b")
_SOLD_TO = re.compile(
    r"(?: of (?:them|those|these|the tickets))? (?:tickets )?(?:(?:have|had|were|are) )?(?:been )?"
    r"(?:gone|went|sold|allocated|given|handed|allotted) to (?:the )?$"
)
_IN_THE_GROUND = re.compile(
    r"\b(?:crowds?|gate|attendance|in the (?:ground|stadium|stands)|among them|included|including|spectators|"
    r"were there|on hand|made the trip|travelled|watched)\b"
)
_NAMED = SIDES | {"PLACE", "NATIONALITY", "NAME"}
_NEXT = 9  # tokens
TRAVELLERS = (_CUES,)


def travellers_told(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], used: Container[int]
) -> list[Measure]:
    """The travelling fans that a sentence tells of so."""
    lower = subjects.state.text.lower
    if not _CUES.search(lower, *sentence.span):
        return []
    found = []
    for at, token in enumerate(tokens):
        if token.kind != "NUMBER" or token.start in used or token.value < _FEWEST or token.value % 1:
            continue
        side = _whose(subjects, sentence, tokens, at)
        if side is not None:
            fans = Measure(
                token.start, token.end, side, "travelling_fans", float(token.value), "fans", "measure/travellers", 0.72
            )
            fans.qualifier = qualifier_of(lower, token)
            if subjects.hosts is not None:
                fans.competition = subjects.hosts.competition(sentence, token.start)
            found.append(fans)
    return found


def _whose(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
    token, lower = tokens[at], subjects.state.text.lower
    before = lower[max(sentence.span.start, token.start - 90) : token.start]
    named = next((t for t in tokens[at + 1 : at + _NEXT] if t.kind in _NAMED), None)
    if named is not None:
        between = lower[token.end : named.start]
        if _FROM.fullmatch(between) and (before.endswith(" ") and _IN_THE_GROUND.search(lower, *sentence.span)):
            return _of(subjects, sentence, named) or _visitors(subjects, sentence, token.start, str(named.value))
        if _SOLD_TO.fullmatch(between):
            return _of(subjects, sentence, named)
        if named.kind == "NATIONALITY" and named.start - token.end <= 1 and named.text.endswith("s"):
            return _of(subjects, sentence, named) if _IN_THE_GROUND.search(lower, *sentence.span) else None
    if _TAKES.search(before) and _ALONG.match(lower, token.end, sentence.span.end):
        owner = subjects.side(sentence, tokens, at, at)
        return None if owner is None or owner[1] is None else owner[0]
    if _CAME.match(lower, token.end) or _IN_THE_AWAY_END.match(lower, token.end) or _AWAY_SUPPORT.search(before):
        return _visitors(subjects, sentence, token.start)
    return None


def _of(subjects: Subjects, sentence: Sentence, named: Mention) -> str | None:
    """The side that a name, a place or a people stands for, where the story has one of it."""
    if named.kind in SIDES:
        return subjects.state.side(named, sentence)
    if named.kind == "NAME":
        return named.text
    word = str(named.value or named.text)
    main = subjects.state.pair_of(sentence)
    local = [club for club in main or () if word in facets(club) or word in club.split()]
    return local[0] if len(local) == 1 else subjects.local(word)


def _visitors(subjects: Subjects, sentence: Sentence, at: int, place: str = "") -> str | None:
    """The guests at a position, from a place that is not the hosts' own."""
    hosts, main = subjects.hosts, subjects.state.main
    if hosts is None:
        return None
    home = hosts.home(sentence, at) or hosts.likely_home(sentence, at)
    if home is None or place in facets(home) or place in home.split():
        return None
    return hosts.away(sentence, at) or (None if main is None else main.opponent(home))
