"""Whom a ban or a fine is dealt out to, where the verb names him: "imposed a ban on X", "fined him £400".

In: a sentence's tokens and where in them the number or the receiver stands. Out: the receiver, None where no verb says.
"""

from __future__ import annotations

from flows.extract.measures.owners.subjects import Subjects
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence


def punished_on(tokens: list[Mention], at: int) -> Mention | None:
    """ "imposed a three-match ban and a fine on the coach X": whom the verb names behind what it deals out."""
    if not any(t.text.lower().startswith("impos") for t in tokens[max(0, at - 9) : at]):
        return None
    on = next((i for i in range(at + 1, min(at + 10, len(tokens))) if tokens[i].text.lower() == "on"), None)
    return None if on is None else next((t for t in tokens[on + 1 : on + 6] if t.kind == "PERSON"), None)


def object_of(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], i: int
) -> tuple[str, Mention | None] | None:
    """Who stands right behind a verb that punishes: a person, "him" or a side."""
    if tokens[i].kind == "PERSON":
        return str(tokens[i].value), tokens[i]
    if tokens[i].kind == "HE":
        return subjects.people.he(sentence, tokens, i)
    team = subjects.state.side(tokens[i], sentence) if tokens[i].kind in SIDES else None
    return None if team is None else (team, tokens[i])
