"""Which two sides a paragraph is about: those of the match that it tells of, else of the one above, else the story's.

A round-up goes from match to match, so "the visitors", "County" and a nickname are of the result that was told last; a
report that looks back at another match is about its own again in the next paragraph.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from flows.extract.text.mentions import LETTER
from flows.extract.text.sentence import Sentence, objective
from flows.extract.text.sought import Sought

Pair = tuple[str, str]
_BOTH = re.compile(
    r"\b(?:the|these|both|they) (?:two )?(?:city |local |old |same |bitter |near )?(?:sides|teams|clubs|countries|"
    r"nations|rivals|pair|neighbours|neighbors|both|two)\b"
)
_IT = re.compile(
    r"(?:it|(?:the|that) (?:match|game|tie|contest|clash|encounter|derby)) (?:all |eventually |finally |duly |was to )?"
    r"(?:end|finish)(?:ed|ing)?\b"
)
_WHEN_MET = Sought(
    r"\bwhen (?:they|the (?:two )?(?:sides|teams|clubs|countries|nations|pair|two)) (?:last |first |also )?met\b"
)
_TO_COME = frozenset({"FIXTURE", "TRAVEL", "HOST"})
_LINKS = frozenset({"AND", "AGAINST", "VERSUS", "WITH", "FIXTURE", "HOST", "TRAVEL"})
_AFTERWARDS = re.compile(r"\b(?:after|with|when) (?:the|both|the two) (?:two )?(?:sides|teams)\b")
_BEATS = frozenset({"WIN", "LOSE", "BEATEN", "DRAW"})
_MET = _LINKS - {"AND"} | {"AT", "BY", "TO", "WIN"}


class Told(Protocol):
    """A match as far as its sides and its place go."""

    sentence: Sentence
    team_1: str
    team_2: str
    home: str | None
    score_1: int | None
    status: str


def pairs_told(sentences: Sequence[Sentence], matches: Iterable[Told], main: Pair | None) -> dict[int, Told]:
    """{paragraph: the match it is about}, without the paragraphs that are about the story's own or about none."""
    first: dict[int, Told] = {}
    matches = list(matches)
    for match in matches:
        known = first.get(match.sentence.paragraph)
        if known is None or (main is not None and {match.team_1, match.team_2} == set(main)):
            first[match.sentence.paragraph] = match
    pairs: dict[int, Told] = {}
    last: Told | None = None
    heading: Told | None = None
    for paragraph, named in _named(sentences).items():
        here = first.get(paragraph)
        heading = here if here is not None and _heads(here.sentence) else heading
        headed = set() if heading is None else {heading.team_1, heading.team_2}
        own = here is not None and headed.isdisjoint((here.team_1, here.team_2))
        if heading is not None and not own and (main is None or headed != set(main)):
            pairs[paragraph] = last = heading
            continue
        if here is None and last is not None and named and not named & {last.team_1, last.team_2}:
            last = None
        if here is None and last is None and len(named) > 1 and (main is None or named.isdisjoint(main)):
            here = _of_both(named, matches)
        if here is not None:
            last = here
        elif last is not None and main is not None and not {last.team_1, last.team_2}.isdisjoint(main):
            last = None
        if last is not None and (main is None or {last.team_1, last.team_2} != set(main)):
            pairs[paragraph] = last
    return pairs


def _heads(sentence: Sentence) -> bool:
    """ "Rovers v Town": a line that heads what a preview of many matches tells of that one."""
    return sentence.alone and not sentence.headline and sentence.shape.count(LETTER["VERSUS"]) == 1


def _of_both(named: set[str], matches: Sequence[Told]) -> Told | None:
    """The one scored match, told in a list above, of two sides that a paragraph names."""
    found = [m for m in matches if m.score_1 is not None and m.team_1 in named and m.team_2 in named]
    return found[0] if len(found) == 1 else None


def pair_meant(lower: str, sentences: Sequence[Sentence], sentence: Sentence, before: int) -> Pair | None:
    """ "The sides drew 1-1 in October", "the two neighbours last met": the two that the sentence before brings
    together, None where the words before a place do not speak of two sides so."""
    told = [m.end for m in sentence.mentions if m.kind == "TEAM" and m.start < before]
    if sentence.number and not told and _IT.match(lower, sentence.span.start):
        return _unscored_before(sentences[sentence.number - 1], sentence)
    met_so = bool(sentence.number and not told) and _WHEN_MET.search(lower, before, sentence.span.end) is not None
    if not met_so and (not sentence.number or not _BOTH.search(lower, max([sentence.span.start, *told]), before)):
        return None
    if _AFTERWARDS.search(lower, max([sentence.span.start, *told]), before):
        own = _met_within(sentence, before)
        if own is not None:
            return own
    earlier = sentences[sentence.number - 1]
    if sentence.paragraph - earlier.paragraph > 1:
        return None
    pairs = [
        (str(one.value), str(two.value))
        for one, link, two in zip(earlier.mentions, earlier.mentions[1:], earlier.mentions[2:], strict=False)
        if link.kind in _LINKS and one.kind == two.kind == "TEAM" and one.value != two.value
    ]
    return pairs[-1] if pairs else _to_meet(earlier) if met_so else None


def _to_meet(sentence: Sentence) -> Pair | None:
    """ "Harland still have to face Colby", "next up for Harland is a trip to Colby": the two of a match to come."""
    for index, link in enumerate(sentence.mentions[:-1]):
        two = sentence.mentions[index + 1]
        if link.kind in _TO_COME and two.kind == "TEAM" and not two.possessive:
            one = next((m for m in reversed(sentence.mentions[:index]) if m.kind == "TEAM"), None)
            if one is not None and one.value != two.value and not one.possessive:
                return str(one.value), str(two.value)
    return None


def _met_within(sentence: Sentence, before: int) -> Pair | None:
    """ "X needed penalties to see off Y after the sides had finished level": who met in the words before."""
    sides = [i for i, m in enumerate(sentence.mentions) if m.kind == "TEAM" and m.start < before]
    acting = [i for i in sides if not objective(sentence.mentions, i) and not sentence.mentions[i].possessive]
    met = [i for i in sides if i and objective(sentence.mentions, i)]
    if len(acting) != 1 or not met or met[0] < acting[0]:
        return None
    if not any(m.kind in _BEATS for m in sentence.mentions[acting[0] : met[-1]]):
        return None
    pair = str(sentence.mentions[acting[0]].value), str(sentence.mentions[met[-1]].value)
    return pair if pair[0] != pair[1] else None


def _unscored_before(earlier: Sentence, sentence: Sentence) -> Pair | None:
    """ "X were denied a win at Y by a late goal. It ended 1-1": who met in the sentence before, which has no score."""
    if earlier.of("SCORE") or earlier.paragraph != sentence.paragraph:
        return None
    sides = [i for i, m in enumerate(earlier.mentions) if m.kind == "TEAM" and not m.attributive]
    met = [i for i in sides if i and earlier.mentions[i - 1].kind in _MET and objective(earlier.mentions, i)]
    acting = [i for i in sides if not objective(earlier.mentions, i)]
    if not met or not acting or earlier.mentions[acting[0]].value == earlier.mentions[met[-1]].value:
        return None
    return str(earlier.mentions[acting[0]].value), str(earlier.mentions[met[-1]].value)


def _named(sentences: Sequence[Sentence]) -> dict[int, set[str]]:
    named: defaultdict[int, set[str]] = defaultdict(set)
    for sentence in sentences:
        named[sentence.paragraph] |= {str(m.value) for m in sentence.mentions if m.kind == "TEAM"}
    return named
