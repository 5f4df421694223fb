"""Whom a coach speaks of where he is told to have said it: "Coach X said he would be out for six weeks".

In: a sentence's tokens and where in them a number stands that only a player can have. Out: as `People.person`, but
"he" behind a coach who says, hopes or expects something is the player of whom the sentences before tell.
"""

from __future__ import annotations

import re

from flows.extract.cast.spoken_of import Owner, People
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_SPEAKS = re.compile(
    r"(?:,? who)?,? (?:has |have |had |also |later |then |on [a-z]+day |is )*"
    r"(?:said|says|told|added|insisted|admitted|explained|revealed|confirmed|claimed|warned|believes|believed|hopes|"
    r"hoped|expects|expected|fears|feared|thinks|thought|reckons|estimated|estimates|hopeful|confident|announced|"
    r"praised|ruled|left|dropped|wants|hinted|suggested|disclosed|stressed)\b"
)
_SAID_OF = (
    " said of ",
    " says of ",
    " said about ",
    " says about ",
    " added of ",
    " when asked about ",
    " speaking of ",
)
_OPENING = 2  # tokens that may stand before a pronoun which opens its sentence
_HIM = frozenset({"he", "him", "she", "her", "his"})


def player_of(people: People, sentence: Sentence, tokens: list[Mention], at: int) -> Owner | None:
    """The player that the number at `at` is of."""
    said_of = whom_it_is_said_of(people, tokens, at)
    if said_of is not None:
        return str(said_of.value), said_of
    owner = people.person(sentence, tokens, at)
    if owner is None or owner[1] is None or not people.is_coach(owner[0]) or owner[0] == people.in_focus():
        return owner
    lower = people.state.text.lower
    told_by = tokens.index(owner[1])
    pronoun = next((i for i in range(told_by, at) if tokens[i].kind == "HE" and tokens[i].text.lower() in _HIM), None)
    if pronoun is None:
        return owner
    named = next((t for t in reversed(tokens[:pronoun]) if t.kind == "PERSON"), None)
    if named is None and pronoun < _OPENING and (spoken := _spoken_of_before(people, sentence, owner[0])) is not None:
        return spoken, tokens[pronoun]
    if named is None or named.value != owner[0] or _SPEAKS.match(lower, named.end) is None:
        return owner
    told = people.person_before(sentence)
    if told is None or people.is_coach(told):
        told = people.spoken_of(sentence, [], 0, player=True) if sentence.number else None
    return (told, tokens[pronoun]) if told is not None and not people.is_coach(told) else owner


def _spoken_of_before(people: People, sentence: Sentence, speaker: str) -> str | None:
    """ "Coach X said Y was ready. He missed nine games": the one of whom the speaker of the sentence before tells."""
    before = people.state.sentences[sentence.number - 1] if sentence.number else None
    named = [m for m in before.mentions if m.kind == "PERSON"] if before is not None else []
    told = next((m for m in named if m.value == speaker and _SPEAKS.match(people.state.text.lower, m.end)), None)
    behind = [str(m.value) for m in named if told is not None and m.start > told.end and m.value != speaker]
    return behind[-1] if behind and not people.is_coach(behind[-1]) else None


def whom_it_is_said_of(people: People, tokens: list[Mention], at: int) -> Mention | None:
    """Varga in \'"He is only 20," coach X said of Varga\'."""
    he = any(t.kind == "HE" for t in tokens[:at])
    lower = people.state.text.lower
    behind = (t for t in tokens[at + 1 :] if t.kind == "PERSON" and lower.endswith(_SAID_OF, 0, t.start))
    return next(behind, None) if he else None
