"""Which of the people that a sentence names acts in it: by where each stands and the words before him.

In: the lower-case text and people of one sentence, in its order. Out: a full name.
"""

from __future__ import annotations

import re

from flows.extract.cast.subject_positions import acted_on
from flows.extract.text.mentions import Mention

_AWAY_FROM = re.compile(r"\b(?:departure|sacking|loss|exit|sale|absence|signing|arrival) of (?:\w+ ){0,2}$")
_SINCE_GONE = re.compile(
    r"\b(?:following|after|since|despite|with) the (?:departure|sacking|loss|exit|sale|absence) of (?:\w+ ){0,2}$"
)
_DONE_BY = re.compile(r"\b(?:by|from|with|to|past|on) (?:\w+ ){0,2}$")
_NEW_CLAUSE = re.compile(
    r"(?:\bbut|, while|, and|, meaning|;|, before|, with|\bwhile|\bwhereas|\b(?:powerless|helpless|beaten|stranded|"
    r"rooted|nothing|chance) (?:when|as)) "
    r"(?:(?:captain|skipper|substitute|striker|team-mate|defender|midfielder|goalkeeper|winger) )?$"
)
_IT_WAS = re.compile(r"\bit (?:was|is|would be|had to be) (?:[\w-]+ ){0,4}$")
_WHO = re.compile(r"(?: of (?:the )?[\w-]+(?: [\w-]+)?)?,? (?:who|that)\b")
_AND_ACTS = re.compile(r" (?:then |also |had |has |have |was |were )?\w+(?:ed|ot|ew|it|un|an|on)\b")
HELPING = re.compile(
    r"\b(?:with|from|to|of|by|at|in|on|against|past|over|above|than|like|behind|into|under|alongside|"
    r"(?:came|come|coming|brought|stepped|stood|filled|filling|standing|deputis\w+)(?: on| in| off)? for) (?:\S+'s? )?$"
)
_WITH = re.compile(r"\bwith (?:\S+ ){0,2}$")
_DOING = re.compile(r" (?:also |again |even )?[a-z]+ing\b")
_FOULED = re.compile(
    r"\b(?:fouls?|challenge|tackle|lunge|trip|elbow|assault|kick|headbutt|push|shove|stamp) (?:on|at|of) (?:\S+ ){0,2}$"
)
_NEAR = 32


def acts_himself(lower: str, person: Mention) -> bool:
    """Whether a named person is not only told in passing; "with X scoring his 12th goal" is X's own doing."""
    near = max(0, person.start - _NEAR)
    if HELPING.search(lower, near, person.start) is None:
        return True
    return _WITH.search(lower, near, person.start) is not None and _DOING.match(lower, person.end) is not None


def was_fouled(lower: str, person: Mention) -> bool:
    """ "sent off for a foul on X, his second red card": X suffers it."""
    return _FOULED.search(lower, max(0, person.start - _NEAR), person.start) is not None


def acts_beyond(lower: str, mentions: list[Mention]) -> Mention | None:
    """The pronoun in "Hired in place of Y, he won four": none of those whom the phrase before it names in passing."""
    comma = next((i for i, m in enumerate(mentions) if m.kind == "COMMA"), len(mentions))
    pronoun = mentions[comma + 1] if comma + 1 < len(mentions) else None
    if pronoun is None or pronoun.kind != "HE" or pronoun.text.lower() not in ("he", "she"):
        return None
    named = [m for m in mentions[:comma] if m.kind in ("PERSON", "HE")]
    passing = named and all(
        m.kind == "PERSON" and HELPING.search(lower[max(0, m.start - _NEAR) : m.start]) for m in named
    )
    return pronoun if passing else None


def clause_subject(lower: str, people: list[Mention]) -> str:
    """Who opens the last clause, else the first who owns nothing; at least one must be given."""
    return last_clause_subject(lower, people) or str(next((m for m in people if not m.possessive), people[0]).value)


def last_clause_subject(lower: str, people: list[Mention]) -> str | None:
    """Who opens the last clause: "X was beaten, but Y cleared", "it was X who shot after Y won it"; None where
    none begins with a name."""
    for mention in people:
        if _WHO.match(lower, mention.end) and _IT_WAS.search(lower, max(0, mention.start - 40), mention.start):
            return str(mention.value)
    for mention in reversed(people):
        if mention.possessive:
            continue
        before = lower[max(0, mention.start - 24) : mention.start]
        if _NEW_CLAUSE.search(before):
            return str(mention.value)
        listed = any(0 <= mention.start - other.end <= 6 for other in people)
        if before.endswith(" and ") and not listed and _AND_ACTS.match(lower, mention.end):
            return str(mention.value)
    return None


def nearest_subject(lower: str, people: list[Mention]) -> str | None:
    """The first who acts: no owner of what is told, nobody that something was done by."""
    acting = [
        m
        for m in people
        if not m.possessive
        and not _DONE_BY.search(lower[max(0, m.start - 24) : m.start])
        and not _SINCE_GONE.search(lower[max(0, m.start - 48) : m.start])
        and not acted_on(lower[max(0, m.start - 40) : m.start])
    ]
    left = [m for m in people if not _AWAY_FROM.search(lower[max(0, m.start - 40) : m.start])]
    return next((str(m.value) for m in (*acting, *left)), None)
