"""Bans told in parts: "the red card carried the usual three matches", "added two more for violent conduct", "one for
the red card and three for pushing the referee", "two more games in the stand".

In: a sentence's tokens, the numbers that are another measure's and what has been told before it. Out: a ban of whom
the last one was told of, of whoever is spoken of where the words alone say so.
"""

from __future__ import annotations

import re
from collections.abc import Container

from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_TELLS = Sought(
    r"\b(?:bans?|banned|suspen(?:ded|sion)|add(?:ed|s|ing)|tack(?:ed|ing)|slapp(?:ed|ing)|carri(?:ed|es)|carry|"
    r"the stands?|touchline|directors' box|sit out|commission|tribunal|panel|disciplinary|red card)\b"
)
BANS_TOLD = (_TELLS,)
_GAMES = r"(?: (?:more|extra|further|additional))?[ -](?:\w+ )?(?:games?|match(?:es)?)\b"
_OF_GAMES = re.compile(_GAMES)
_IN_THE_STAND = re.compile(
    _GAMES + r" (?:(?:up )?in the (?:stands?|directors' box)|(?:away )?from the (?:touchline|dugout|technical area))"
)
_SITS = re.compile(
    r"\b(?:spend|spends|spending|serve|serves|serving|watch|watches|given|handed|gets?|got|banished for|banned for) "
    r"(?:(?:the|his|her|another|a further) )*(?:(?:next|first) )?$"
)
_ADDED = re.compile(
    r"\b(?:add(?:ed|s|ing)|tack(?:ed|ing) on|slapp(?:ed|ing) on|impos(?:ed|ing)|hand(?:ed|ing) (?:out|down)) "
    r"(?:on )?(?:(?:another|a further|an extra|an additional|an) )?$"
)
_ARE_ADDED = re.compile(
    _GAMES + r" (?:(?:had|have|has|was|were|is|are|will be) )?(?:been |being )?(?:added|tacked on|slapped on)\b"
)
_BROUGHT = re.compile(
    r"\b(?:carri(?:ed|es)|carry|brought|brings?|earned|meant|means|c(?:a|o)mes? with) (?:him |her )?(?:with it )?"
    r"(?:the |a |an )?(?:(?:usual|standard|mandatory|automatic|statutory|customary|normal) )$"
)
_FOR = re.compile(r"(?: (?:more|extra|further))?(?: (?:games?|match(?:es)?))? for (?!\w+ (?:games?|matches)\b)")
_LISTS = frozenset({"AND", "COMMA", "DASH", "COLON"})
_BANS = frozenset({"ban_matches", "ban_months"})
_MOST = 20
_BACK = 4  # sentences


def bans_in_parts(subjects: Subjects, sentence: Sentence, tokens: list[Mention], used: Container[int]) -> list[Measure]:
    """The parts of bans that a sentence tells."""
    lower = subjects.state.text.lower
    found: list[Measure] = []
    for at, token in enumerate(tokens):
        if token.kind != "NUMBER" or token.start in used or not 1 <= token.value <= _MOST or token.value % 1:
            continue
        banned = _banned(subjects, sentence, token)
        before = lower[max(sentence.span.start, token.start - 60) : token.start]
        if _IN_THE_STAND.match(lower, token.end) and _SITS.search(before):
            owner = subjects.people.person(sentence, tokens, at)
            banned = None if owner is None else owner[0]
        elif not _is_a_part(lower, tokens, at, before, told_here=_told_here(subjects, sentence, found)):
            continue
        if banned is not None:
            value = float(token.value)
            found.append(
                Measure(token.start, token.end, banned, "ban_matches", value, "matches", "measure/ban_in_parts", 0.75)
            )
    return found


def _is_a_part(lower: str, tokens: list[Mention], at: int, before: str, told_here: bool) -> bool:
    token = tokens[at]
    if _ADDED.search(before):
        return _OF_GAMES.match(lower, token.end) is not None or _FOR.match(lower, token.end) is not None
    if _ARE_ADDED.match(lower, token.end):
        return True
    if _BROUGHT.search(before) and _OF_GAMES.match(lower, token.end):
        return True
    listed = at > 0 and (tokens[at - 1].kind in _LISTS or before.endswith((" and ", ", ", "- ")))
    return told_here and listed and _FOR.match(lower, token.end) is not None


def _told_here(subjects: Subjects, sentence: Sentence, found: list[Measure]) -> bool:
    """Whether the sentence itself has told of a ban."""
    return bool(found) or any(m.metric in _BANS and m.start >= sentence.span.start for m in subjects.told)


def _banned(subjects: Subjects, sentence: Sentence, token: Mention) -> str | None:
    """Of whom the last ban was told, in this sentence or a few before it."""
    first = subjects.state.sentences[max(0, sentence.number - _BACK)].span.start
    told = [m for m in subjects.told if m.metric in _BANS and first <= m.start < token.start]
    return max(told, key=lambda m: m.start).subject if told else None
