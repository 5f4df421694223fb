"""Heights of people: "Varga is 6ft 4in"."""

from __future__ import annotations

from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence


def heights(subjects: Subjects, sentence: Sentence, tokens: list[Mention]) -> list[Measure]:
    """Heights told in feet, as inches."""
    found = []
    for at, token in enumerate(tokens):
        if token.kind == "MEASURED":
            owner = subjects.people.person(sentence, tokens, at)
            if owner is not None:
                inches = float(token.value)
                found.append(
                    Measure(
                        token.start, token.end, owner[0], "other_count", inches, "inches tall", "measure/height", 0.85
                    )
                )
    return found
