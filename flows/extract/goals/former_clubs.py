"""For whom a man of whom a transfer is told scored before: "X have signed Y from Z", "Z striker Y has joined X".

In: the sentences of a story. Out: each such man's former club, for whom goals of the past were scored unless their
sentence says otherwise.
"""

from __future__ import annotations

from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_MOVED = Sought(
    r"\b(?:sign(?:ed|s|ing)?|join(?:ed|s|ing)?|bought|snapped up|recruited|landed|captur\w+|arriv\w+|"
    r"mov(?:ed|e|es|ing)|switch\w*|transfer\w*|on loan|bid|swoop|deal|brought in)\b"
)
_NEAR = 40


def former_clubs(state: StoryState) -> dict[str, str]:
    """{person: the club he came from}."""
    found: dict[str, str] = {}
    for sentence in state.holding(_MOVED):
        if not _MOVED.search(state.text.lower, *sentence.span):
            continue
        people = [m for m in sentence.mentions if m.kind == "PERSON"]
        source = _source(sentence)
        if people and source is not None:
            person = min(people, key=lambda m: abs(m.start - source.start))
            if abs(person.start - source.start) < 2 * _NEAR:
                found.setdefault(str(person.value), str(source.value))
    return found


def _source(sentence: Sentence) -> Mention | None:
    """The side that stands behind "from"."""
    for link, side in zip(sentence.mentions, sentence.mentions[1:], strict=False):
        if (
            link.kind == "FROM"
            and link.text.lower() == "from"
            and side.kind == "TEAM"
            and side.start - link.end < _NEAR
        ):
            return side
    return None
