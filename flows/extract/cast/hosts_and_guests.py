"""Whom "the hosts" and "the visitors" mean: by the sentence's own words, the match of the paragraph, the story's match.

In: the mention, its sentence, the match that its paragraph tells of and the story's. Out: a side, None where nothing
tells who was at home. In a paragraph of another match they are never the story's hosts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from flows.extract.cast.hosts_of_place import hosts_of_place
from flows.extract.cast.pairs_told import Told
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence, objective


class Match(Protocol):
    """The story's own match as far as its sides and its home go."""

    team_1: str
    team_2: str
    home: str | None


def host_or_guest(
    mention: Mention, sentence: Sentence | None, sentences: Sequence[Sentence], told: Told | None, main: Match | None
) -> str | None:
    """The home side or the visitors; `told` is another match that the paragraph is about."""
    if sentence is None:
        return _side(mention, main)
    if mention.text.lower().startswith("their ") and (met := _of_whom_they_are(mention, sentence, sentences, main)):
        return met
    here = _by_verb(mention, sentence)
    if here is not None:
        return here
    there = hosts_of_place(mention, sentence)
    if there:
        match = next((m for m in (told, main) if m is not None and m.home in there), None)
        if match is None and len(there) == 1 and mention.kind == "SIDE_HOME":
            return there.pop()
        return _side(mention, match)
    if told is not None and told.sentence.number < sentence.number:
        if told.home is not None:
            return _side(mention, told)
        mine = set() if main is None else {main.team_1, main.team_2}
        named = _named(sentence, sentences)
        if told.sentence.paragraph < sentence.paragraph:  # "X go second after Y's draw with Z. The hosts are ..."
            named |= {str(m.value) for m in told.sentence.mentions if m.kind == "TEAM"}
        if mine.isdisjoint((told.team_1, told.team_2)) and mine.isdisjoint(named):
            return None
    elif told is None and main is not None:
        named = _named(sentence, sentences)
        if len(named) > 1 and named.isdisjoint((main.team_1, main.team_2)):
            return None  # a paragraph of two others
    return _side(mention, main)


def _of_whom_they_are(
    mention: Mention, sentence: Sentence, sentences: Sequence[Sentence], main: Match | None
) -> str | None:
    """ "X are nine points behind their hosts": whom X plays, by the story's match, else the only other side told so
    far."""
    before = [m for m in sentence.mentions if m.start < mention.start and m.kind == "TEAM"]
    whose = str(before[0].value) if before and not objective(sentence.mentions, 0) else None
    if whose is None:
        return None
    told = {str(m.value) for s in sentences[: sentence.number] for m in s.mentions if m.kind == "TEAM"} - {whose}
    if len(told) == 1:
        return told.pop()
    if main is None or whose not in (main.team_1, main.team_2):
        return None
    return main.team_2 if whose == main.team_1 else main.team_1


def _side(mention: Mention, match: Told | Match | None) -> str | None:
    if match is None or match.home is None:
        return None
    away = match.team_2 if match.home == match.team_1 else match.team_1
    return match.home if mention.kind == "SIDE_HOME" else away


def _by_verb(mention: Mention, sentence: Sentence) -> str | None:
    """ "X welcomed Y and the visitors won", "X went to Y and beat the hosts"."""
    before = [m for m in sentence.mentions if m.start < mention.start]
    for verb in before:
        if verb.kind not in ("HOST", "TRAVEL"):
            continue
        first = next((m for m in reversed(before) if m.kind == "TEAM" and m.start < verb.start), None)
        second = next((m for m in before if m.kind == "TEAM" and m.start > verb.start), None)
        if first is not None and second is not None:
            home, away = (first, second) if verb.kind == "HOST" else (second, first)
            return str((home if mention.kind == "SIDE_HOME" else away).value)
    return None


def _named(sentence: Sentence, sentences: Sequence[Sentence]) -> set[str]:
    """The sides that a sentence's paragraph names up to it."""
    first = sentence.number
    while first and sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    return {str(m.value) for s in sentences[first : sentence.number + 1] for m in s.mentions if m.kind == "TEAM"}
