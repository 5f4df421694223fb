"""Sums that somebody offers or pays for a club, and with whom a sum of money is agreed.

In: a sentence's tokens and where among them the sum stands. Out: who pays and for which club, where a person does and
no player is bought; the partner of a sponsorship, the club of an investment or of a release clause.
"""

from __future__ import annotations

import re

from flows.extract.matches.meetings.who_may_meet import club_name
from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import qualifier_of
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_OFFER = re.compile(
    r"[ -](?:\w+ )?(?:offer|bid|approach|proposal|move|deal)"
    r"(?P<what> (?:to (?:buy into|buy|purchase|acquire|take over|take control of|invest in)|for control of|for) "
    r"(?:the )?)?"
)
_BOUGHT = re.compile(r"\b(?:bought|buys|buying|purchased|acquired|took over|takes over) (?:the )?$")
_FOR_IT = re.compile(
    r" (?:for|in a deal worth|at a cost of) (?:about |around |a |just |an estimated |more than )*[£€$]?$"
)
_OF_HIS = re.compile(r"\b(?:his|her|'s) (?:latest |initial |improved |first |final |original |own )?(?:\w+-)?[£€$]?$")
_AFTER_CLUB = frozenset({"ROLE", "PERSON", "AGE", "NATIONALITY"})
_CLUB_WORDS = re.compile(r"\b(?:board|shares?|shareholders?|takeover|stake|invest\w*|consortium|control|ownership)\b")
_PARTNER = re.compile(
    r"[ -](?:[\w-]+ ){0,4}?(?:deal|agreement|contract|tie-up|partnership|package|sponsorship|arrangement)"
    r"(?: deal| agreement)? (?:with|from|by) (?:[a-z-]+ ){0,4}?(?P<name>[A-Z][\w&'-]*(?: [A-Z][\w&'-]+){0,3})"
)
_DENIED = Sought(
    r"\b(?:denied|denies|deny|denying|dismissed|dismisses|rejected|rubbished|refuted|scotched|quashed|played down|"
    r"laughed off) (?:[\w-]+ ){0,3}?(?:reports?|claims?|suggestions?|rumours?|speculation|talk|stories|allegations)\b"
)
_NEAR, _AHEAD = 40, 90


def is_denied(subjects: Subjects, sentence: Sentence, at: int) -> bool:
    """ "denied reports that he had been given £3m": a sum that somebody says was never paid."""
    lower = subjects.state.text.lower
    told = _DENIED.search(lower, sentence.span.start, at)
    return told is not None and re.search(r"[.;:]|, but\b|, (?:and|while|who)\b", lower[told.end() : at]) is None


def for_a_club(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> Measure | None:
    """ "withdrew his £20m offer for Rovers", "bought Rovers for £60m": what a person offered or paid for a club."""
    money, lower = tokens[at], subjects.state.text.lower
    offer = _OFFER.match(lower, money.end)
    club = None
    if offer is not None:
        club = _named_at(subjects, tokens, offer.end()) if offer["what"] else None
        if club is None and not _is_his_for_the_club(subjects, sentence, tokens, at, offer):
            return None
        unit = "offered for a takeover"
    else:
        bought = next((t for t in reversed(tokens[max(0, at - 4) : at]) if t.kind == "TEAM"), None)
        paid = bought is not None and _FOR_IT.match(lower, bought.end, money.start)
        if bought is None or not paid or not _BOUGHT.search(lower[max(0, bought.start - _NEAR) : bought.start]):
            return None
        club, unit = str(bought.value), "paid for the club"
    owner = subjects.people.person(sentence, tokens, at)
    if owner is None or owner[1] is None or owner[0] in subjects.state.cast.coach_of:
        return None
    first = next((t for t in tokens[:at] if t.kind in ("TEAM", "PERSON", "HE", "NAME")), None)
    if first is not None and first.kind == "TEAM" and not first.possessive and offer is not None:
        return None  # "Rovers withdrew their offer": a club's
    measure = Measure(
        money.start,
        money.end,
        owner[0],
        "other_count",
        float(money.value.amount),
        f"{money.value.currency} {unit}",
        "measure/for_a_club",
        0.72,
    )
    measure.other = club or _topic(subjects, owner[0])
    measure.qualifier = qualifier_of(lower, money)
    return measure if measure.other is not None else None


def _named_at(subjects: Subjects, tokens: list[Mention], at: int) -> str | None:
    """The club that begins at a place, unless it only says who a player is: "a £6m offer for Rovers winger Hale"."""
    i = next((i for i, t in enumerate(tokens) if t.kind == "TEAM" and at <= t.start <= at + 1), None)
    if i is None or tokens[i].possessive:
        return None
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    told = behind is not None and behind.kind in _AFTER_CLUB and behind.start - tokens[i].end <= 2
    return None if told else str(tokens[i].value)


def _is_his_for_the_club(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, offer: re.Match[str]
) -> bool:
    """ "blaming the board as he withdrew his £70m offer": a man's own, where words of owning a club stand near and no
    player is named behind."""
    lower, money = subjects.state.text.lower, tokens[at]
    if offer["what"] and offer["what"].strip() == "for" and any(t.kind == "PERSON" for t in tokens[at + 1 : at + 6]):
        return False
    his = _OF_HIS.search(lower, max(0, money.start - _NEAR), money.start) is not None
    return his and _CLUB_WORDS.search(lower, sentence.span.start, sentence.span.end) is not None


def _topic(subjects: Subjects, owner: str) -> str | None:
    centers = subjects.state.centers
    return centers.topic or centers.focus


def partner(subjects: Subjects, sentence: Sentence, money: Mention, owner: str) -> str | None:
    """With whom a sponsorship is: "a £100m deal with Arcadia"."""
    text = subjects.state.text.normal
    told = _PARTNER.match(text, money.end, min(sentence.span.end, money.end + _AHEAD))
    if told is None:
        return None
    name = subjects.state.text.printed(*told.span("name"))
    return None if name in owner or owner in name else name


def club_beside(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, owner: str) -> str | None:
    """The club that a sum is put into or a clause is agreed with: named behind "in", "into", "at", else before the
    sum; the one whose ground is."""
    lower = subjects.state.text.lower
    for token in tokens[at + 1 : at + 9]:
        near = lower[max(0, token.start - 12) : token.start]
        if token.kind == "GROUND" and len(token.value) == 1:
            return club_name(token.value[0])
        if token.kind == "TEAM" and near.endswith((" in ", " into ", " at ", " of ", " with ", " for ")):
            return str(token.value)
    told = next((t for t in reversed(tokens[:at]) if t.kind == "TEAM" and t.value != owner), None)
    return None if told is None else str(told.value)
