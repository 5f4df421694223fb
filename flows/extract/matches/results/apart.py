"""Which sides of a result's surroundings were not in its match: another result stands between, or a score of their own.

In: a sentence, the words of a result and a side. Out: whether the side had another match.
"""

from __future__ import annotations

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_OUTCOMES = frozenset({"WIN", "LOSE", "DRAW", "BEATEN", "WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN", "WIN_INTRANSITIVE"})
_LEADS = frozenset({"IN_PLAY", "LEAD"})
_BESIDE = 14  # letters: "an early"
_NEAR = 70  # letters from "in our last game" to its result
_GAME_BEFORE = Sought(
    r"\b(?:in|during|from|lost|won|drew|drawn) (?:the|our|their|his|my) (?:last|previous|other) "
    r"(?:league |home |away |cup )?(?:game|match|outing)\b(?! (?:against|with|at|between)\b)"
)


def is_a_lead(sentence: Sentence, anchor: Mention, last: Mention) -> bool:
    """ "2-1 up from the first leg", "trailed 2-1 from", "a 2-0 first-leg deficit"."""
    lead = anchor.kind in _LEADS or last.kind in _LEADS or last.kind == "LEG"
    return lead and any(anchor.start < m.start <= last.end + _BESIDE for m in sentence.of("LEG"))


def of_another(sentence: Sentence, anchor: Mention, last: Mention | None, side: Mention) -> bool:
    """Whether another result, with words of its own, stands between a result and a side: "won 2-1, and wins over X";
    the result that follows a lead "from the first leg" is of the same two sides."""
    if last is not None and is_a_lead(sentence, anchor, last):
        return False
    end = max(anchor.end, last.end if last is not None else 0)
    return any(m.kind in _OUTCOMES and end <= m.start < side.start for m in sentence.mentions)


def told_apart(sentence: Sentence, one: Mention, subject: int) -> bool:
    """ "X beat them 4-0, Y won 5-1": both had a third side to play, as the score between them shows."""
    return any(m.kind == "SCORE" and one.end <= m.start < subject for m in sentence.mentions)


def of_the_game_before(lower: str, sentence: Sentence, anchor: Mention) -> bool:
    """ "In the last game we won 3-1": a result of some game before, against a side that nobody names."""
    near = _GAME_BEFORE.finditer(lower, sentence.span.start, sentence.span.end)
    return any(abs(told.start() - anchor.start) < _NEAR for told in near)
