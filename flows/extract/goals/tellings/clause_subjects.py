"""Whose verb it is where another man stands nearer to it: "squared for him to tap in", "set X up and scored himself".

In: a sentence, its actors, a trigger. Out: the subject that the clause's grammar gives it; an empty list where that is
a side ("They fell behind when X struck, but levelled"); None where nothing of the kind is told. And what a man's place
makes of him: the object of a passive, or a subject behind his verb.
"""

from __future__ import annotations

import re

from flows.extract.cast.actors import Actor, Actors
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_FOR_HIM = re.compile(r"\b(?:for|found|allowing|leaving|enabling|sent) (?:him|her) (?:the (?:\w+ )?chance )?(?:to )?$")
_HIMSELF = re.compile(r" (?:one |another |again |the (?:second|third|fourth|next|winner) )?(?:himself|herself)\b")
_HAD_HIMSELF = re.compile(r"\b(?:himself|herself) $")
_SET_UP = Sought(
    r"\b(?:set up|setting up|teed up|teeing up|laid on|crossed for|squared for|created|assisted|provided|fed|found|"
    r"played in|picked out|made (?:the|a|one))\b"
)
_BUT = re.compile(r",? but (?:(?:then|soon|quickly|duly|they|later) )?$")
_BEHIND_WHEN = Sought(
    r"\b(?:(?:fell|went|had fallen|had gone|slipped|found themselves) (?:\w+ ){0,2}?behind|conceded|trailed)\b"
)
_AGENT = frozenset({"by", "on", "over", "past", "at", "than", "replaced", "replacing"})
_BY_THE_TIME = re.compile(r"\bby (?:which|the) time (?:[a-z-]+ ){0,3}$")
_INVERTED = re.compile(
    r"\b(?:up (?:popped|pops|stepped|steps|rose|came|comes|jumped|leapt|went|bobbed)|"
    r"(?:there|here) (?:was|is|came|comes)|"
    r"(?:in|along|forward|on|back|out of nowhere) (?:came|comes|stole|nipped|popped|stepped|strode|stormed|raced)|"
    r"enter|cue|on hand was|waiting was|lurking was|first to react was|quickest to react was) (?:the |[a-z-]+ ){0,4}$"
)
_TWO = 2
_CLAUSE = 60  # letters before a trigger


def meant_instead(lower: str, actors: Actors, sentence: Sentence, trigger: Mention) -> list[Actor] | None:
    """The subject that the grammar gives a trigger, where it is not the man named last."""
    before = lower[max(sentence.span.start, trigger.start - _CLAUSE) : trigger.start]
    if _FOR_HIM.search(before):
        return _whom_he_served(actors, sentence, trigger)
    if _HIMSELF.match(lower, trigger.end) or _HAD_HIMSELF.search(before):
        return _who_set_up(lower, actors, sentence, trigger)
    if _BUT.search(before) and _fell_behind_by(lower, actors, sentence, trigger):
        return []
    return None


def _whom_he_served(actors: Actors, sentence: Sentence, trigger: Mention) -> list[Actor] | None:
    """ "X levelled when Y squared for him to tap in", "X gave and went, Y finding him": the first of two men."""
    named = [a for a in actors.before(sentence, trigger.start) if a.name is not None and a.how in ("name", "opener")]
    names = list(dict.fromkeys(a.name for a in named))
    if len(names) < _TWO or named[0].possessive:
        return None
    return [named[0]] if named[-1].name == names[-1] else None


def _who_set_up(lower: str, actors: Actors, sentence: Sentence, trigger: Mention) -> list[Actor] | None:
    """ "X set up Y to pull one back, then scored himself": who did the setting up."""
    found = _SET_UP.search(lower, sentence.span.start, trigger.start)
    if found is None:
        return None
    served = [a for a in actors.before(sentence, found.start() + 1) if a.name is not None and not a.possessive]
    return served[-1:] or None


def _fell_behind_by(lower: str, actors: Actors, sentence: Sentence, trigger: Mention) -> bool:
    """Whether a side is told to have fallen behind by what a man did, and nobody of its own has been named since."""
    behind = _BEHIND_WHEN.search(lower, sentence.span.start, trigger.start)
    if behind is None:
        return False
    opener = next((a for a in actors.before(sentence, trigger.start) if a.start > behind.end()), None)
    return opener is not None and actors.word_before(opener, sentence) in ("when", "as", "after", "to")


def is_done_by(lower: str, actors: Actors, sentence: Sentence, actor: Actor) -> bool:
    """Object of a passive or of a verb of place, unless he opens a clause of time ("by the time X scored")."""
    if actor.subject or actor.relative or actors.word_before(actor, sentence) not in _AGENT:
        return False
    return _BY_THE_TIME.search(lower, max(sentence.span.start, actor.start - 40), actor.start) is None


def is_behind_its_verb(lower: str, sentence: Sentence, actor: Actor) -> bool:
    """The subject behind its verb: "up stepped X to send the keeper the wrong way", "there was Y to turn it in"."""
    return _INVERTED.search(lower, max(sentence.span.start, actor.start - 50), actor.start) is not None
