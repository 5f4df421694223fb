"""Whom "the former" and "the latter" mean: the first and the second of the two who were named last.

In: a sentence's tokens and the mentions of the sentence before. The word becomes, in place, a token of the one meant,
so that every rule that looks for an owner finds it; "the former striker" is no such word.
"""

from __future__ import annotations

from flows.extract.cast.clause_company import VERBS
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

THE_TWO = (Sought(r"\bthe (?:former|latter)\b"),)
_ORDER = {"former": 0, "latter": 1}
_A_PAIR = 2
_ACTS = VERBS | {"HYPOTHETICAL", "COMMA", "NUMBER", "MISSED", "OUT", "FORBADE", "TOP", "CLEAR", "BEHIND"}
_ALONE = frozenset({"was", "will", "scored", "won", "also", "just", "only", "still"})


def settle_the_two(state: StoryState, sentence: Sentence, tokens: list[Mention]) -> None:
    """Retypes each "former" and "latter" that stands for somebody."""
    for i, token in enumerate(tokens):
        order = _ORDER.get(token.text.lower())
        if order is None or not state.text.lower.endswith("the ", 0, token.start) or not _stands_alone(tokens, i):
            continue
        named = _two_named(sentence.mentions, token.start)
        if not named and sentence.number:
            before = state.sentences[sentence.number - 1]
            named = _two_named(before.mentions, before.span.end)
        if named:
            meant = named[order]
            tokens[i] = Mention(meant.kind, token.start, token.end, token.text, meant.value)


def _stands_alone(tokens: list[Mention], i: int) -> bool:
    behind = tokens[i + 1 : i + 2]
    return bool(behind) and (behind[0].kind in _ACTS or behind[0].text.lower() in _ALONE)


def _two_named(mentions: list[Mention], end: int) -> list[Mention]:
    """The two named last before a place with "and" between them, else the only two people or sides."""
    before = [m for m in mentions if m.end <= end]
    for one, joined, other in reversed(list(zip(before, before[1:], before[2:], strict=False))):
        if joined.kind == "AND" and one.kind == other.kind and one.kind in ("PERSON", "TEAM"):
            return [one, other]
    for kind in ("PERSON", "TEAM"):
        named = {str(m.value): m for m in reversed(before) if m.kind == kind}
        if len(named) == _A_PAIR:
            return list(named.values())[::-1]
        if named:
            return []
    return []
