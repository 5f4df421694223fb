"""Meanings of honours: titles and cups told by their number, and who is called by them."""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owners_of
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES

_MOST_HONOURS = 200
_HELD = ("champion",)
_NAMED_BEHIND = SIDES | {"NAME", "COMMA"}
_LIFTED = ("lift", "took", "take", "retain", "claim", "secure", "clinch", "land", "regain", "reclaim")
LED_TO = (
    r"\b(?:led|leads|leading|guid\w+|steer\w+|coach(?:ed|ing)|captain(?:ed|ing)|inspir\w+|manag(?:ed|ing)|took|taken|"
    r"taking|helped|helping|skippered|fired) [^.;]{2,40} to "
)
_LED = re.compile(LED_TO + r"(?:[\w-]+ )?$")
_CALLED = frozenset({"champion", "winner"})  # one person; of a side only where its name follows


def honours(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Titles and cups: "champions for the third time", "lifted the Cup for the fourth time"; a first alone is none."""
    verb = found.bound.get("m")
    if (verb is not None and not _won(verb)) or found.value > _MOST_HONOURS:
        return []
    if found.tokens[found.at].kind == "ORDINAL" and found.value == 1 and "c" not in found.bound:
        return []
    if verb is not None and verb.kind in ("LEADERS", "CHAMPION"):
        either = subjects.either(found.sentence, found.tokens, found.first, found.last)
        return [] if either is None else [measure_of(found, scope, *either[:2], found.frame.effect)]
    if found.frame.effect == "titles" and _with_a_club(found):
        person = subjects.people.person(found.sentence, found.tokens, found.at)
        if person is None:
            return []
        titles = measure_of(found, scope, *person, "titles")
        if not any(t.kind == "COMPETITION" for t in found.tokens[found.at : found.last + 1]):
            titles.competition = None  # of whichever league his side was in
        return [titles]
    leader = _led_to(found, subjects)
    if leader is not None:
        return [measure_of(found, scope, *leader, found.frame.effect)]
    bearer = _called_so(found, subjects) or _unnamed_bearer(found, subjects)
    owners = [(bearer, None)] if bearer is not None else owners_of(found, subjects)
    return [measure_of(found, scope, *owner, found.frame.effect) for owner in owners]


def _led_to(found: Found, subjects: Subjects) -> tuple[str, Mention | None] | None:
    """ "Varga coached the side to three titles": of the person who is told to have led them there."""
    lower, start = subjects.state.text.lower, found.sentence.span.start
    if _LED.search(lower, start, found.tokens[found.at].start) is None:
        return None
    return subjects.people.person(found.sentence, found.tokens, found.first)


def _with_a_club(found: Found) -> bool:
    """ "The man who was X's assistant won seven league titles with Y": a person's, whatever sides stand before it."""
    tokens = found.tokens
    verb = next((t for t in reversed(tokens[max(0, found.at - 2) : found.at]) if t.kind == "HAVE_WON"), None)
    link, club = (*tokens[found.last + 1 : found.last + 3], None, None)[:2]
    behind = link is not None and link.text.lower() == "with" and club is not None and club.kind == "TEAM"
    opens = [t.text.lower() for t in tokens[:3]]
    return verb is not None and behind and opens[:2] in (["man", "who"], ["woman", "who"], ["coach", "who"])


def _unnamed_bearer(found: Found, subjects: Subjects) -> str | None:
    """ "Varga headed City level and the four-time champions lost heart": the other side of the match, not City."""
    tokens, last = found.tokens, found.last
    if tokens[last].kind not in ("LEADERS", "CHAMPION") or "m" in found.bound:
        return None
    start = tokens[found.first].start
    if not subjects.state.text.lower.endswith("the ", 0, start):
        return None
    after, before = tokens[last + 1 : last + 2], tokens[: found.first]
    if (after and after[0].kind in _NAMED_BEHIND) or (before and before[-1].kind == "COMMA"):
        return None
    pair = subjects.state.pair_of(found.sentence) or ()
    named = [side for t in before if t.kind in SIDES and (side := subjects.state.side(t, found.sentence)) in pair]
    others = [side for side in pair if named and side != named[-1]]
    return others[0] if len(others) == 1 else None


def _won(verb: Mention) -> bool:
    words = verb.text.lower()
    return words.startswith(_HELD if verb.kind in ("LEADERS", "CHAMPION") else _LIFTED)


def honours_each(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "won the title and the Cup three times each"."""
    either = subjects.either(found.sentence, found.tokens, found.first, found.first)
    if either is None:
        return []
    titles = measure_of(found, scope, *either[:2], "titles", unit="titles")
    trophies = measure_of(found, scope, *either[:2], "trophies", unit="trophies")
    titles.competition = None
    return [titles, trophies]


def _called_so(found: Found, subjects: Subjects) -> str | None:
    """ "Two-time Cup winner X", "a twice winner of the Cup, X", "The four-time champion, who": whom the words call so,
    by the name behind them, else whom the text speaks of."""
    tokens = found.tokens
    noun = next((t for t in tokens[found.at + 1 : found.last + 1] if t.kind == "CHAMPION"), None)
    if noun is None or noun.text.lower() not in _CALLED or "s" in found.bound or "m" in found.bound:
        return None
    behind = tokens[found.last + 1 : found.last + 3]
    opens = found.at <= 1 and len(behind) > 1 and behind[0].kind == "COMMA"
    named = behind[1] if opens else behind[0] if behind else None
    if named is not None and named.kind == "PERSON" and not named.possessive:
        return str(named.value)
    if not subjects.state.text.lower.endswith("the ", 0, tokens[found.first].start):
        return None
    return subjects.people.spoken_of(found.sentence, tokens, found.at)
