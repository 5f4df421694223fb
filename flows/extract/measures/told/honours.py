"""Honours told beside others: "three titles and an FA Cup with Harland", "the league and cup double".

In: a sentence's tokens and what it has told of titles and trophies. Out: the single items of a list of honours, whose
owner is that of the list, and doubles and trebles that somebody won. One honour told alone is no count.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.extract.measures.claims import Measure
from flows.extract.measures.meanings.honours_meant import LED_TO
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_HONOURS = frozenset({"titles", "trophies"})
_ITEM = re.compile(
    r"(?:[^.;,]{0,60}?)(?:,? and |, )(?P<n>an?|one) (?:[\w'-]+ ){0,4}?(?P<what>titles?|championships?|"
    r"(?:super ?)?cup|league|shield|trophy|medal)\b(?! (?:final|semi|quarter|run|tie|match|game|win|winner))"
)
_DOUBLE = Sought(
    r"\b(?:league[- ]and[- ](?:\w+ )?cup|domestic|cup|european|[a-z]+ and (?:[a-z]+ ){0,2}cup|title and cup|the) "
    r"(?P<n>double|treble)"
    r"(?! (?:over|against|act|figures|chance|blow|substitution|from|by (?!\w+ing )|for|in the)\b)(?!-)"
)
_WON = re.compile(
    r"(?:\b(?:won|win|winning|wins|clinch\w*|secur\w*|complet\w*|celebrat\w*|lift\w*|claim\w*|did|achiev\w*) |"
    rf"{LED_TO})(?:[\w'-]+ ){{0,4}}$|"
    r"\b(?:won|winning|claimed|lifted) [^.;]{0,50}\b(?:title|cup|championship|league|trophy)\b[^.;]{0,40}(?:,|,? and) "
    r"(?:the |a )?$"
)
_OVER = Sought(
    r"\b(?:did|do|does|done|doing|complet(?:ed|es|e|ing)|achiev(?:ed|es|e|ing)|clinch(?:ed|es|ing)|secur(?:ed|es|ing)) "
    r"(?:an?|the|their|our) (?:league |season's |seasonal |first |rare |[a-z]+-[a-z]+ )?(?P<n>double)"
    r"(?:(?P<over> over )|"
    r"(?= (?:last|that|in (?:the league|that season|\d))|[.,;]))"
)
_NAMED = re.compile(r"\b(?:league|premiership|premier league|cup|domestic|european|la liga|bundesliga|serie a)\b")
_SUPPOSED = frozenset({"HYPOTHETICAL", "NEGATION", "ALMOST"})
_LIST = 70  # letters between two items


def honours(subjects: Subjects, sentence: Sentence, tokens: list[Mention], told: list[Measure]) -> list[Measure]:
    """What a sentence tells of honours beside what is read already."""
    return _items(subjects, sentence, told) + _doubles(subjects, sentence, tokens) + _over(subjects, sentence, tokens)


def _items(subjects: Subjects, sentence: Sentence, told: list[Measure]) -> list[Measure]:
    """The single items behind a counted one: "two titles, a League Cup and one Shield"."""
    lower, span = subjects.state.text.lower, sentence.span
    counted = [m for m in told if m.metric in _HONOURS and span.start <= m.start < span.end and m.value > 1]
    if not counted:
        return []
    found: list[Measure] = []
    last = counted[-1]
    at = last.end
    while (item := _ITEM.match(lower, at, min(span.end, at + _LIST))) is not None:
        start, at = item.start("n"), item.end()
        inside = [m for m in of_kinds(sentence.mentions, ("COMPETITION",)) if start <= m.start < at]
        league = item["what"].startswith(("title", "championship", "league"))
        found.append(
            replace(
                last,
                start=start,
                end=at,
                metric="titles" if league else "trophies",
                value=1.0,
                unit="titles" if league else "trophies",
                competition=str(inside[0].value) if inside else None,
                rule="measure/honours",
            )
        )
    return [m for m in found if not any(t.metric == m.metric and t.start <= m.start < t.end for t in told)]


def _over(subjects: Subjects, sentence: Sentence, tokens: list[Mention]) -> list[Measure]:
    """ "did the double over City": two wins."""
    match = _OVER.search(subjects.state.text.lower, *sentence.span)
    if match is None:
        return []
    at = next((i for i, t in enumerate(tokens) if t.start >= match.start("n")), 0)
    other = next((t for t in tokens[at : at + 5] if t.kind in SIDES), None) if match["over"] else None
    rival = None if other is None else subjects.state.side(other, sentence)
    if any(t.kind in _SUPPOSED for t in tokens[max(0, at - 5) : at]):
        return []
    if not match["over"] and (owner := subjects.side(sentence, tokens, at, at)) is not None:
        pair = subjects.state.pair_of(sentence) or ()
        rival = next((side for side in pair if side != owner[0]), None) if owner[0] in pair else None
    if rival is None:
        return []
    owner = subjects.side(sentence, tokens, at, at)
    if owner is None or owner[0] == rival:
        return []
    span = match.start("n"), match.end("n")
    return [Measure(*span, owner[0], "wins", 2.0, "wins", "measure/honours", 0.75, other=rival)]


def _doubles(subjects: Subjects, sentence: Sentence, tokens: list[Mention]) -> list[Measure]:
    """ "won the league and cup double": two trophies, a treble three; "the double over City" is of two matches."""
    lower, span = subjects.state.text.lower, sentence.span
    found: list[Measure] = []
    for match in _DOUBLE.finditer(lower, span.start, span.end):
        won = _WON.search(lower, max(span.start, match.start() - 120), match.start())
        bare = match.group().startswith("the ")
        named = not bare or subjects.state.text.normal[match.start("n")].isupper()
        if won is None or (not named and _NAMED.search(lower, won.start(), match.end()) is None):
            continue
        at = next((i for i, t in enumerate(tokens) if t.start >= match.start("n")), len(tokens) - 1)
        if any(t.kind in _SUPPOSED and won.start() - 20 < t.start < match.end() for t in tokens):
            continue
        owner = subjects.either(sentence, tokens, at, at)
        if owner is None:
            continue
        value = 2.0 if match["n"] == "double" else 3.0
        found.append(
            Measure(match.start("n"), match.end(), owner[0], "trophies", value, "trophies", "measure/honours", 0.75)
        )
    return found
