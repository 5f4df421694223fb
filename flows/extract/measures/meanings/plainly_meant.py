"""A frame's match that means what it says: a number of whomever the frame asks for.

Results are a coach's where the words are of him, or of a person told behind; all else is the frame's owner's.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owners_of, winner_over
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.measures.told.dismissals import side_left
from flows.extract.text.mentions import Mention
from flows.extract.text.sought import Sought

_A_ROW = 2
_OF_INCOME = re.compile(r" ?(?:%|per ?cent|pc) of (?:[a-z']+ )?(?:turnover|revenues?|income)\b")
_CUTS = re.compile(
    r"\b(?:cuts?|cutting|reduc\w+|defer\w*|waiv\w+|forgo\w*|drop\w*|slash\w*|giv\w+|gave|lower\w*|accept\w*|agree\w*|"
    r"sacrific\w+|tak\w+|took|less|docked|surrender\w*|trim\w*|renounc\w+|fewer|off)\b"
)
_OPENING = 24  # letters
RESULTS = frozenset({"wins", "losses", "draws"})
_IN_A_ROW = frozenset({"win_run", "loss_run", "unbeaten_run"})
_SOUGHT = Sought(
    r"\b(?:seek(?:s|ing)?|sought|search(?:ing)? (?:of|for)|hunt(?:s|ing)? for|chas(?:e|es|ing)|"
    r"need(?:s|ed|ing)?|denied|deny|"
    r"(?:look(?:s|ed|ing)?|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|bid(?:ding)?) (?:for|to \w+(?: it)?)|"
    r"want(?:s|ed|ing)?(?: to \w+(?: it)?)?|(?:are|is|were|go(?:es)?|going) (?:after|for)) "
    r"(?:a|an|their|its|his|her|what would be a|[a-z]+ a) (?:club-record |record )?$"
)
_RESULT_OF = {"win_run": "wins", "loss_run": "losses"}
_NONE_OF = {"unbeaten_run": "losses", "winless_run": "wins"}
_TOLD_AS_RUNS = ("unbeaten", "undefeated", "without", "winless")
_PLAYS = (
    r"(?:was|had been|has been|has|have|had|played|featured|started|figured|appeared|scored|missed|refereed|sat|took|"
    r"came|captained|kept|managed)\b"
)
_IN_WHICH = re.compile(
    rf"(?: (?:in|for|during|from) which| (?:that|where|when))? "
    rf"(?:(?!The|They|It)[A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,2}}|he|she|(?:his|her|their|the) (?:[a-z-]+ )?(?:striker|"
    rf"defender|midfielder|goalkeeper|keeper|winger|forward|captain|skipper|referee|official|pair|duo|teenager)) "
    rf"{_PLAYS}"
)


def plain(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A number of the subject that the frame asks for; `r` is the rival that a run is against."""
    in_charge = any(t.kind == "PLACE_HERE" for t in found.tokens[found.last : found.last + 3])
    whom = subjects.person_after(found.tokens, found.last) if found.frame.unit in RESULTS else None
    winner = winner_over(found, subjects) if found.frame.effect == "wins" else None
    if winner is not None:
        return _of_each(found, subjects, scope, [winner])
    if in_charge and found.frame.unit in RESULTS:
        owner = subjects.people.person(found.sentence, found.tokens, found.at)
    elif whom is not None:
        owner = str(whom.value), whom
    else:
        owner = side_left(subjects, found.sentence, found.tokens, found.first) if found.frame.who == "side" else None
        owner = owner or (_of_a_coach(found, subjects) if found.frame.unit in RESULTS else None)
        return _of_each(found, subjects, scope, owners_of(found, subjects) if owner is None else [owner])
    return [] if owner is None else _of_each(found, subjects, scope, [owner])


def _of_each(found: Found, subjects: Subjects, scope: Scope, owners: list[tuple[str, Mention | None]]) -> list[Measure]:
    rival = found.bound.get("r")
    other = None if rival is None else subjects.state.side(rival, found.sentence)
    kinds = {t.kind for t in found.tokens[found.first : found.at]}
    all_of_them = found.frame.unit in RESULTS and found.games is None and ("EACH" in kinds or _in_as_many(found))
    matches = int(found.value) if all_of_them or "e" in found.bound else None
    metric, value = _of_so_many(found), found.value
    if metric in _IN_A_ROW and _is_sought(found, subjects):
        value -= 1  # "looking for a fourth win in a row": they have won three
    if value < _A_ROW and metric in _IN_A_ROW and value < found.value:
        return []
    if (none := _NONE_OF.get(metric)) is not None and _of_somebodys(found, subjects):
        games = int(found.value)
        return [measure_of(found, scope, *owner, none, 0.0, none, games, other) for owner in owners]
    unit = None if metric == found.frame.effect else metric
    measures = [measure_of(found, scope, *owner, metric, value, unit, matches, other) for owner in owners]
    for measure in measures:
        measure.other = measure.other if value == found.value else None  # whom the next of the row is against
    return measures


def _is_sought(found: Found, subjects: Subjects) -> bool:
    """Whether the next of a row is only wanted."""
    nth = found.tokens[found.at]
    if nth.kind != "ORDINAL":
        return False
    start = max(found.sentence.span.start, nth.start - 60)
    return _SOUGHT.search(subjects.state.text.lower, start, nth.start) is not None


def _of_somebodys(found: Found, subjects: Subjects) -> bool:
    """ "were beaten in none of the 14 games that Varga started": games told apart by who was in them are no run."""
    text, end = subjects.state.text.normal, found.tokens[found.last].end
    if found.tokens[found.first].text.lower().startswith(_TOLD_AS_RUNS):
        return False
    return found.tokens[found.last].kind == "GAME" and _IN_WHICH.match(text, end, found.sentence.span.end) is not None


def _of_so_many(found: Found) -> str:
    """ "a run of six defeats in the last eight": no six in a row."""
    metric = _RESULT_OF.get(found.frame.effect)
    more = metric is not None and found.games is not None and found.games > found.value
    in_a_row = any(t.kind in ("STRAIGHT", "TWOFOLD") for t in found.tokens[found.first : found.last + 3])
    return metric if metric is not None and more and not in_a_row else found.frame.effect


def _of_a_coach(found: Found, subjects: Subjects) -> tuple[str, Mention | None] | None:
    """ "has lost only two of 24 matches": whose record results are where a person is the subject."""
    if "s" in found.bound or found.frame.who != "side":
        return None
    return subjects.coach_with_record(found.sentence, found.tokens, found.first, found.last)


def _in_as_many(found: Found) -> bool:
    """ "their third draw in as many games"."""
    return any(t.kind == "ASMANY" for t in found.tokens[found.at : found.last + 1])


def pay_cut(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "He took a pay cut of 30 per cent": a man's who is the subject; of players, staff or a club the side's."""
    if _OF_INCOME.match(subjects.state.text.lower, found.tokens[found.at].end, found.sentence.span.end):
        return []  # "wages accounted for 68 per cent of revenue"
    if not _CUTS.search(subjects.state.text.lower, found.sentence.span.start, found.sentence.span.end):
        return []  # "82 per cent went on wages"
    opens = subjects.state.centers.opening_person.of(found.sentence, found.tokens[found.first].start)
    named = found.sentence.mentions[0] if found.sentence.mentions else None
    if opens is None and named is not None and named.kind == "PERSON" and not named.possessive:
        opens = str(named.value) if named.start - found.sentence.span.start <= _OPENING else None
    if opens is None:
        return plain(found, subjects, scope)
    return [measure_of(found, scope, opens, None, found.frame.effect)]
