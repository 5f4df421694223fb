"""Whom a result without an opponent was against where the words around bring a side up and leave the result to it.

In: a story and a sentence with a result that names nobody else. Out: the side of "I went for a cup tie with X. Rovers
lost 5-1", of "Rovers lost 1-0 at Weir Lane, where X kept their hopes alive"; the whole result of "the defeat by X, when
Y won 2-0".
"""

from __future__ import annotations

import re

from flows.extract.matches.meetings.who_may_meet import may_meet
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence

_NOUNS = {"WIN_NOUN": "win", "LOSS_NOUN": "loss", "DRAW_NOUN": "draw"}
_MATCH = frozenset({"FIXTURE_NOUN", "ROUND", "COMPETITION", "LEG"})
_AGAINST = frozenset({"AGAINST", "WITH", "VERSUS", "AT"})
_VERBS = frozenset({"WIN_INTRANSITIVE", "LOSE", "DRAW", "BEATEN", "WIN"})
_TOLD = frozenset({"SCORE", "WIN_INTRANSITIVE", "LOSE", "DRAW", "BEATEN", "WIN", "WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN"})
_PAST = re.compile(
    r"\b(?:went|was|were|came|saw|watched|had|met|faced|played|set|drew|attended|remembers?|recalls?|recalled|squeezed|"
    r"packed|in (?:18|19|20)\d\d|ago|last (?:season|year|month|week))\b"
)
_TO_COME = re.compile(
    r"\b(?:will|face|faces|prepar\w+|ahead of|next|before|until|looking|set to|due|tomorrow|tonight|upcoming|"
    r"forthcoming|could|would|hop\w+|await\w*|to come)\b"
)
_FARED = _NOUNS | {"LOSE": "loss", "BEATEN": "loss", "WIN_INTRANSITIVE": "win", "DRAW": "draw"}
_BY = _AGAINST | {"BY", "TO"}
_THE = " the leaders "
_GOES_ON = re.compile(r",? (where|as|when) (?:the )?(?:[\w-]+ ){0,2}$")
_PAIR = 2
_RUN_ENDED = re.compile(
    r"'?s? (?:[\w'-]+ ){1,8}?(?:end(?:ed)?|over|halted|shattered|dashed|dented|snapped|broken|ruined|wrecked|punctured|"
    r"brought (?:to an end|crashing down|down to earth)|hit (?:the buffers|a snag)|"
    r"suffered (?:an? )?(?:[\w-]+ )?(?:blow|"
    r"setback)|stalled|faltered|took (?:an? )?(?:[\w-]+ )?(?:blow|knock|dent)|went up in smoke)(?: [\w-]+){0,4},? "
    r"(?:as|when|after) (?:the |visitors |hosts |neighbours |rivals |struggling |high-flying |leaders )?"
)
_OF_ITS_OWN = _TOLD | {"TEAM", "FIXTURE"}
_NEAR = 4  # mentions between a result and the "when" that goes on about it


def whose_run_ended(state: StoryState, sentence: Sentence, subject: str, anchor: Mention) -> str | None:
    """X of "X's unbeaten start came to an end as Rovers inflicted a 3-0 defeat"."""
    sides = [m for m in sentence.mentions if m.kind in SIDES and m.start < anchor.start][:_PAIR]
    if len(sides) < _PAIR or not sides[0].possessive or state.side(sides[1], sentence) != subject:
        return None
    if _RUN_ENDED.fullmatch(state.text.lower, sides[0].end, sides[1].start) is None:
        return None
    whose = state.side(sides[0], sentence)
    return whose if whose is not None and whose != subject and may_meet(whose, subject) else None


def opponent_brought_in(
    state: StoryState, sentence: Sentence, subject: str, anchor: Mention, last: Mention
) -> str | None:
    """Whom the match was against that the sentence before speaks of, in the past and without its score."""
    if not sentence.number or sentence.quoted:
        return None
    named = (m for m in sentence.mentions if m.kind in SIDES)
    if any(state.side(m, sentence) != subject for m in named):
        return None
    if (told := _told_without_score(state, sentence, subject, last)) is not None:
        return told
    if anchor.kind not in _VERBS:
        return None
    before = state.sentences[sentence.number - 1]
    if before.paragraph != sentence.paragraph or before.quoted or any(LETTER[k] in before.shape for k in _TOLD):
        return None
    lower = state.text.lower
    if not _PAST.search(lower, *before.span) or _TO_COME.search(lower, *before.span):
        return None
    for index in range(len(before.mentions) - 1, 1, -1):
        side, link, what = (before.mentions[index - n] for n in range(3))
        if side.kind == "TEAM" and link.kind in _AGAINST and what.kind in _MATCH and side.start - link.end < len(_THE):
            return str(side.value) if side.value != subject and may_meet(str(side.value), subject) else None
    return None


def _told_without_score(state: StoryState, sentence: Sentence, subject: str, last: Mention) -> str | None:
    """ "X are out of the cup at the hands of Y. The 2-0 loss was their worst": whom the sentence before says that the
    subject lost to, won or drew against so, where it has no score."""
    fared = _FARED.get(last.kind)
    before = state.sentences[sentence.number - 1]
    if fared is None or before.quoted or LETTER["SCORE"] in before.shape or sentence.paragraph - before.paragraph > 1:
        return None
    if not any(m.kind == "TEAM" and m.value == subject for m in before.mentions):
        return None
    told = [i for i, m in enumerate(before.mentions) if _FARED.get(m.kind) == fared]
    met = [side for i in told if (side := _met_so(before.mentions[i + 1 :])) not in (None, subject)]
    return met[0] if len(met) == 1 and may_meet(str(met[0]), subject) else None


def _met_so(behind: list[Mention]) -> str | None:
    """The side behind the word of an outcome: the first one, where a link to it stands between and no other outcome."""
    linked = False
    for mention in behind[: 2 * _NEAR]:
        if mention.kind in SIDES:
            return str(mention.value) if linked and mention.kind == "TEAM" else None
        if mention.kind in _FARED or mention.kind in ("COMMA", "SUBORDINATE"):
            return None
        linked |= mention.kind in _BY
    return None


def opponent_going_on(state: StoryState, sentence: Sentence, subject: str, last: Mention) -> str | None:
    """ "X went down 1-0 at Weir Lane, where fifth-placed Y kept their hopes alive": the side that the clause behind a
    result goes on about, which has no result of its own; after "as" only where the story is of another match."""
    index = next((i for i, m in enumerate(sentence.mentions) if m.start >= last.end and m.kind in SIDES), None)
    if index is None:
        return None
    side, behind = sentence.mentions[index], sentence.mentions[index + 1 :]
    opens = _GOES_ON.search(state.text.lower, last.end, side.start)
    if opens is None or side.possessive or side.attributive or any(m.kind in _OF_ITS_OWN for m in behind):
        return None
    if opens[1] != "where" and state.main is not None and state.main.has(subject):
        return None
    met = state.side(side, sentence)
    return met if met is not None and met != subject and may_meet(met, subject) else None


def result_gone_on_about(bound: dict[str, Mention], sentence: Sentence) -> tuple[dict[str, Mention], str] | None:
    """ "the loss to X, when the visitors won 2-0": a result noun, whom it names and the score that follows, with how
    its own subject fared; None where the score is of another match."""
    if LETTER["SUBORDINATE"] not in sentence.shape:
        return None
    mentions = sentence.mentions
    at = next((i for i, m in enumerate(mentions) if m is bound["first"]), 0)
    when = next((i for i in range(at - 1, max(0, at - _NEAR), -1) if mentions[i].text.lower() == "when"), None)
    if when is None or mentions[when - 1].kind != "COMMA":
        return None
    for index in range(when - 2, max(1, when - 2 * _NEAR), -1):
        if mentions[index].kind == "SCORE":
            return None
        if mentions[index].kind == "TEAM" and mentions[index - 2].kind in _NOUNS:
            noun = mentions[index - 2]
            told = {"first": noun, "o": mentions[index], "x": bound["x"], "last": bound["last"]}
            return told, _NOUNS[noun.kind]
    return None


def met_in_the_leg_before(state: StoryState, sentence: Sentence, subject: str) -> str | None:
    """ "They go to X for the second leg of the semi-final. They hold a 1-0 lead from the first": whom they meet in
    the other leg, which the sentence before tells."""
    if LETTER["LEG"] not in sentence.shape or not sentence.number:
        return None
    before = state.sentences[sentence.number - 1]
    legs = before.of("LEG")
    if not legs:
        return None
    told = [m for m in before.mentions if m.kind == "TEAM" and not m.attributive and may_meet(str(m.value), subject)]
    told = [m for m in told if m.value != subject]
    met = min(told, key=lambda m: abs(m.start - legs[0].start), default=None)
    return str(met.value) if met is not None else None
