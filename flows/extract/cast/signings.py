"""Whom a club has signed: "Rovers have completed the signing of Town striker X", "X has joined Rovers from Town".

In: a story's text and its settled mentions. Out: the club that each person plays for from then on. What is hoped for or
long ago is none: "Rovers want X", "X joined Rovers in 1999".
"""

from __future__ import annotations

import re
from bisect import bisect_left

from flows.extract.text.mentions import Mention, where
from flows.extract.text.sought import Sought

_DEAL = r"(?:signings?|captures?|deal|swoop|move|switch|transfer|return|arrival|acquisition|purchase|recruitment|loan)"
_ADVERBS = r"(?:[a-z]+ly |now |also |already |today |yesterday |at last )?"
_DONE = r"(?:completed|confirmed|announced|sealed|clinched|secured|wrapped up|finalised|finalized|made|tied up)"
_SIGNS = re.compile(
    rf"(?: have| has| had| yesterday| today| last night)?,? {_ADVERBS}(?:(?:re-?)?(?:signed|landed|captured|"
    rf"recruited|bought|acquired|unveiled)|snapped up|brought in|{_DONE} (?:the |a |an |their |its )?"
    rf"(?:[\w£€$.-]+ ){{0,4}}?{_DEAL} (?:of|for)) (?:the )?(?P<man>[^.;:\n]{{0,70}}?)"
)
_JOINS = re.compile(
    rf"(?:,? \d\d,?|, who [^.;\n]{{3,60}},)? (?:has |have |had )?{_ADVERBS}(?:(?:re)?joined|signed (?:for|with)|"
    rf"(?:moved|switched|returned|transferred) (?:back )?to|"
    rf"{_DONE} (?:his|her|a|an|the) (?:[\w£€$.-]+ ){{0,4}}?{_DEAL} (?:back )?to|"
    rf"put pen to paper (?:[^.;\n]{{0,40}} )?(?:with|at)) (?:the )?(?:[\w-]+ ){{0,3}}?"
)
_LONG_AGO = re.compile(
    r"[^.;\n]{0,50}?(?:\b(?:in|since|back in) (?:[A-Za-z]+ )?(?:19|20)\d\d\b|\bago\b|\baged? \d|\bas a (?:boy|kid|"
    r"teenager|trainee|schoolboy|youngster)\b|\b(?:last|that|previous|next) (?:season|year|summer|winter)\b|"
    r"\bbefore (?:moving|joining|leaving)\b)"
)
_CUES = Sought(
    r"\b(?:sign(?:ed|ing)|landed|captured|capture of|recruited|bought|acquired|unveiled|snapped up|brought in|"
    r"joined|rejoined|(?:deal|swoop|move) (?:for|to)|moved to|switch(?:ed)? to|returned to|transfer(?:red)? (?:of|to)|"
    r"pen to paper)\b"
)
_NO_NEWS = re.compile(r"\b(?:who|which|that|if|after|when|having|once|and then|before) $")
_NOT_HIM = re.compile(r"\b(?:to|from|with|by|against|and|but|as|for)\b")
_PERSON = frozenset({"PERSON"})
_TEAM = frozenset({"TEAM"})
_FAR = 150


def signed(lower: str, mentions: list[Mention]) -> dict[str, str]:
    """Person -> the club that has signed him."""
    if not mentions or not _CUES.search(lower, mentions[0].start, mentions[-1].end):
        return {}
    found: dict[str, str] = {}
    teams = [mentions[i] for i in where(mentions, _TEAM)]
    starts = [team.start for team in teams]
    for index in where(mentions, _PERSON):
        person = mentions[index]
        first, last = bisect_left(starts, person.start - _FAR), bisect_left(starts, person.end + _FAR)
        near = teams[first:last]
        club = _signed_by(lower, near, person) or _joined(lower, near, person)
        if club is not None:
            found.setdefault(str(person.value), club)
    return found


def _signed_by(lower: str, teams: list[Mention], person: Mention) -> str | None:
    for team in teams:
        if team.end >= person.start or team.possessive:
            continue
        told = _SIGNS.fullmatch(lower, team.end, person.start)
        if told is None or _NOT_HIM.search(told["man"]) or _NO_NEWS.search(lower, max(0, team.start - 12), team.start):
            continue
        return None if person.possessive or _LONG_AGO.match(lower, person.end) else str(team.value)
    return None


def _joined(lower: str, teams: list[Mention], person: Mention) -> str | None:
    for team in teams:
        if team.start <= person.end or person.possessive or team.possessive:
            continue
        if _JOINS.fullmatch(lower, person.end, team.start) and not _LONG_AGO.match(lower, team.end):
            return str(team.value)
    return None
