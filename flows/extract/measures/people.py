"""Ages and heights of people: "the 25-year-old", "aged 77", "Varga, 28, ...", "is 6ft 4in"."""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.subjects import Subjects
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_AGED = re.compile(
    r"(?:\baged|\bwho is(?: just| only| still)?|\bage of|(?<!before he )(?<!before she )\bturn(?:ed|s|ing)?|\bnow aged|"
    r"\bdied at|\buntil (?:he|she) was|'ll be|"
    r"\b(?:he|she) (?:is|was|will be|'ll be|would be)(?: just| only| still| now)?) $"
)
_IS_AGED = re.compile(r"\b(?:is|was|will be|'s|'ll be)(?: just| only| still| now)? $")
_AGE_TOLD = re.compile(
    r" (?:now|and|next|but|today|tomorrow|yesterday|years old|on [a-z]+day|in (?:january|february|march|april|may|june|"
    r"july|august|september|october|november|december))\b|[.,;!?]|$"
)
_CHILD = re.compile(r"\bwhen (he|she) was (?:just |only )?$")
_SPEAKS_OF_AGE = re.compile(r"\b(?:i'm|i am|he's|he is|she's|she is)(?: just| only| still| now)? $")
_AGE_ENDS = re.compile(r" (?:now|and|next|in|but)\b|[.,;]|$")
_PLAYING = 60
_GROWN = 14
_SAID_OF_AGE = ("aged ", "age of ", "died at ", "turned ", "turns ", "turning ")
_OLD = re.compile(r"\b(?:said|says|added|former|chairman|president|veteran|legend|fan|supporter) $")
_NEARLY = re.compile(r"\bat (nearly|almost|just|only)? ?$")
_AT = re.compile(r"(?:^|\W)at (?:the age of )?$")
_ROLE_AFTER = re.compile(
    r",? (?:he|she|the (?:[\w'-]+ ){0,3}"
    r"(?:striker|forward|midfielder|defender|goalkeeper|winger|captain|playmaker|player))\b"
)
_VERB_BETWEEN = re.compile(
    r"[,;:.\"]|\b(?:told|said|says|added|has|had|have|was|is|were|who|whose|by|to|from|of|in|on|at|for|and|but|"
    r"gave|insists?|insisted|admits?|"
    r"admitted|with|will|would|could|can|may|after|before|when|while|as)\b| - "
)
_GENERIC = re.compile(r"(?:\bas an?|\ban?|\bany|\bevery|\btwo|\bthree|\bfour|\bmost) $")


def ages(subjects: Subjects, sentence: Sentence, tokens: list[Mention]) -> list[Measure]:
    """Ages told in a sentence."""
    found = []
    lower = subjects.state.text.lower
    for at, token in enumerate(tokens):
        kind = token.kind
        if kind == "ORDINAL":
            told = _birthday(subjects, sentence, tokens, at)
            found += [] if told is None else [_age(subjects, token, *told)]
            continue
        if kind != "AGE" and not (kind == "NUMBER" and 3 <= token.value <= 99):
            continue
        read = _year_old if kind == "AGE" or _spelt_out(tokens, at) else _bare
        told = read(subjects, sentence, tokens, at, lower[max(0, token.start - 14) : token.start])
        if told is not None:
            found.append(_age(subjects, token, *told))
    return found


def _spelt_out(tokens: list[Mention], at: int) -> bool:
    """ "seventeen-year-old"."""
    following = [t.text.lower() for t in tokens[at + 1 : at + 3]]
    return following[:1] == ["year"] and following[1:] in (["old"], ["old's"])


def _birthday(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int
) -> tuple[str, Mention | None, str] | None:
    """ "on his 30th birthday"."""
    if not lower_after(subjects, tokens[at]).startswith(" birthday"):
        return None
    owner = subjects.people.person(sentence, tokens, at)
    return None if owner is None else (*owner, "exact")


def _year_old(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, before: str
) -> tuple[str, Mention | None, str] | None:
    if tokens[at].text.lower().endswith("olds") or not 3 <= tokens[at].value <= 110:
        return None
    lower = subjects.state.text.lower
    for token in tokens[at + 1 : at + 7]:
        if (
            token.kind == "PERSON"
            and not token.possessive
            and not _VERB_BETWEEN.search(lower[tokens[at].end : token.start])
        ):
            return str(token.value), token, "exact"
    if at > 1 and tokens[at - 1].kind == "STAND" and tokens[at - 2].kind == "HE":
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "exact")
    if at > 1 and tokens[at - 1].kind in ("COMMA", "OPEN", "A") and tokens[at - 2].kind == "PERSON":
        return str(tokens[at - 2].value), tokens[at - 2], "exact"
    if at > 2 and [t.kind for t in tokens[at - 3 : at]] == ["PERSON", "COMMA", "A"]:
        return str(tokens[at - 3].value), tokens[at - 3], "exact"
    if before.endswith((" as a ", " as an ")):
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "exact")
    if _GENERIC.search(before):
        return None
    who = subjects.people.aged(sentence, tokens, at)
    return None if who is None else (who, None, "exact")


def _bare(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, before: str
) -> tuple[str, Mention | None, str] | None:
    after = tokens[at + 1].kind if at + 1 < len(tokens) else "COMMA"
    child = _CHILD.search(lower_before(subjects, tokens[at])) if tokens[at].value < _GROWN else None
    if child is not None and _AGE_TOLD.match(lower_after(subjects, tokens[at])):
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "exact")
    if tokens[at].value < _GROWN:
        return None
    if at > 1 and tokens[at - 1].kind == "COMMA" and after in ("COMMA", "DASH"):
        name = tokens[at - 2]
        if tokens[at].value > _PLAYING and not (_OLD.search(lower_before(subjects, name)) or before.endswith("now ")):
            return None
        if name.kind == "PERSON":
            return str(name.value), name, "exact"
        if name.kind == "ROLE" or (name.kind == "WORD" and name.text.lower() == "international"):
            who = subjects.people.spoken_of(sentence, tokens, at, player=True)
            return None if who is None else (who, None, "exact")
    if at > 0 and tokens[at - 1].kind == "OPEN" and after == "CLOSE" and at > 1 and tokens[at - 2].kind == "PERSON":
        return None
    if at > 2 and [t.kind for t in tokens[at - 3 : at]] == ["PERSON", "COMMA", "REACH"] and after == "COMMA":
        return str(tokens[at - 3].value), tokens[at - 3], "exact"
    following = tokens[at + 2 : at + 3]
    if _AT.search(before) and after == "COMMA" and following and following[0].kind == "PERSON":
        return str(following[0].value), following[0], "exact"
    if _SPEAKS_OF_AGE.search(before) and _AGE_ENDS.match(lower_after(subjects, tokens[at])):
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "exact")
    if _IS_AGED.search(before) and at > 1:
        name = tokens[at - 3] if at > 2 and tokens[at - 2].kind == "HYPOTHETICAL" else tokens[at - 2]
        if name.kind == "PERSON":
            told = _AGE_TOLD.match(lower_after(subjects, tokens[at]))
            return (str(name.value), name, "exact") if told else None
    if before.endswith("aged ") and at < 2:
        named = next((t for t in tokens[at + 1 :] if t.kind == "PERSON"), None)
        who = None if named is not None else subjects.people.spoken_of(sentence, tokens, at)
        return (str(named.value), named, "exact") if named is not None else (who, None, "exact") if who else None
    if _AGED.search(before) and (before.endswith(_SAID_OF_AGE) or _AGE_TOLD.match(lower_after(subjects, tokens[at]))):
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "exact")
    if _AT.search(before) and _ROLE_AFTER.match(lower_after(subjects, tokens[at])):
        who = subjects.people.spoken_of(sentence, tokens, at)
        return None if who is None else (who, None, "exact")
    nearly = _NEARLY.search(before)
    if nearly and nearly.group(1) in ("nearly", "almost"):
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "less_than")
    return None


def lower_before(subjects: Subjects, token: Mention) -> str:
    return subjects.state.text.lower[max(0, token.start - 24) : token.start]


def lower_after(subjects: Subjects, token: Mention) -> str:
    return subjects.state.text.lower[token.end : token.end + 60]


def _age(subjects: Subjects, token: Mention, person: str, mention: Mention | None, qualifier: str) -> Measure:
    start, end = token.start, token.end
    if mention is not None and abs(mention.start - start) < 60:
        start, end = min(start, mention.start), max(end, mention.end)
    metric = "age" if subjects.people.is_coach(person) else "player_age"
    age = Measure(start, end, person, metric, float(token.value), "years", "measure/age", 0.9)
    age.qualifier = qualifier
    return age


def heights(subjects: Subjects, sentence: Sentence, tokens: list[Mention]) -> list[Measure]:
    """Heights told in feet, as inches."""
    found = []
    for at, token in enumerate(tokens):
        if token.kind == "MEASURED":
            owner = subjects.people.person(sentence, tokens, at)
            if owner is not None:
                inches = float(token.value)
                found.append(
                    Measure(
                        token.start, token.end, owner[0], "other_count", inches, "inches tall", "measure/height", 0.85
                    )
                )
    return found
