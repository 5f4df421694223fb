"""Shares of a tally just told: "13 goals, ten of which came in the league", "40 games, 12 of them as a substitute",
"seven appearances, two in the league and five in cups".

In: a sentence's tokens, the numbers that are another measure's and what the story has told so far. Out: a measure of
the same kind and of the same owner for each share; words behind it may say that it is of wins or defeats, a person who
owns the share makes a side's goals his.
"""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise

from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope, qualifier_of
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_ON_A_SIDE = re.compile(r"\bon the (winning|losing) side in $")
_OF_THEM = re.compile(r" of (?:them|those|these|which|whom)\b(?: (?:goals|strikes|games|matches|appearances|caps)\b)?")
_INCLUDING = re.compile(r"\b(?:includ(?:ing|es?|ed)|among them) $")
_IN_ONE_MATCH = re.compile(
    r"[^.;]{0,40}\b(?:put past|in (?:a|one|the|his|her|their) (?:single |same |one )?"
    r"(?:game|match|afternoon|night|\d+-\d+))\b"
)
_WITHIN = re.compile(
    r" (?:(?:in|from|at|against|away|for|during|since)\b|as (?:an? )?(?:(?:used|unused|late) )?"
    r"(?:captain|skipper|substitute|sub|starter))"
)
_A_PART = re.compile(
    r" (?:of (?:them|those) )?(?:(?:coming |scored )?in (?:the )?(?:[\w'-]+ ){0,2}?(?:league|premiership|premier|"
    r"championship|cups?|division|europe|trophy|play-offs|conference|serie|bundesliga|friendlies|qualifiers|qualifying|liga|ligue)\b|"
    r"as (?:an? )?(?:captain|skipper|substitute|sub|starter)\b|(?:starts|as starts|from the bench|off the bench)\b|"
    r"at home\b|away(?: from home)?\b|on the road\b)"
)
_PARTS_BEGIN = frozenset({"COMMA", "DASH", "COLON", "OPEN", "AND", "WITH"})
_TALLIES = frozenset(
    "goals_scored goals_conceded player_goals player_assists player_appearances caps wins losses draws "
    "matches_played clean_sheets yellow_cards red_cards titles trophies cases deaths other_count".split()
)
_KINDS = (
    ("wins", re.compile(r" (?:were |being |ended in |have been )?(?:wins|victories)\b")),
    ("losses", re.compile(r" (?:were |being |ended in |have been )?(?:defeats|losses)\b")),
    ("draws", re.compile(r" (?:were |being |ended in |have been )?(?:draws|drawn|ties)\b")),
)
_TOLD_BEFORE = {"HAVE_WON": "wins", "LOST": "losses", "DREW": "draws", "SCORED": "player_goals"}
_MEANT_BY_VERB = frozenset({"other_count", "matches_played"})
_OF_TIME = re.compile(r"(?:days|weeks|months|years|seasons|minutes|hours|[A-Z]{3}|rank|percent)\b")
_REACH = 2  # sentences: that of the share and the one before
_SOME = 2  # "one of them" is an idiom
_PERSONAL = {"goals_scored": "player_goals"}


def shares(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention], used: Container[int]
) -> list[Measure]:
    """The shares that a sentence tells of what it or the one before has told."""
    found = _parts(subjects, scope, sentence, tokens, used)
    taken = {m.start for m in found}
    lower = subjects.state.text.lower
    for at, token in enumerate(tokens):
        if (
            token.kind != "NUMBER"
            or token.start in used
            or token.start in taken
            or token.value < _SOME
            or lower.endswith("all but ", 0, token.start)
        ):
            continue
        of_them = _OF_THEM.match(lower, token.end)
        including = _INCLUDING.search(lower[max(0, token.start - 14) : token.start])
        if of_them is None and (including is None or not _WITHIN.match(lower, token.end)):
            continue
        if _IN_ONE_MATCH.match(lower, token.end):
            continue  # what a match came to is no tally
        whole = _whole(subjects, sentence, token, within=of_them is None)
        if whole is not None and not (whole.start < sentence.span.start and _tells_another(tokens[:at])):
            found.append(_share(subjects, scope, sentence, tokens, at, whole))
    return found


def _tells_another(before: list[Mention]) -> bool:
    """Whether a sentence has counted something of its own: "just 5 home games; 2 of these ..."."""
    return any(t.kind == "NUMBER" and u.kind in ("GAME", "GOALS", "COMPETITION", "SCOPE") for t, u in pairwise(before))


def _parts(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention], used: Container[int]
) -> list[Measure]:
    """ "seven appearances, two in the league and five in cup competitions": each of two parts or more of a whole."""
    lower = subjects.state.text.lower
    parts = [
        at
        for at, token in enumerate(tokens)
        if token.kind == "NUMBER"
        and at
        and token.start not in used
        and tokens[at - 1].kind in _PARTS_BEGIN
        and _A_PART.match(lower, token.end)
    ]
    if len(parts) < _SOME:
        return []
    whole = _whole(subjects, sentence, tokens[parts[0]], within=True)
    if whole is None or sum(float(tokens[at].value) for at in parts) > whole.value:
        return []
    return [_share(subjects, scope, sentence, tokens, at, whole) for at in parts]


def _whole(subjects: Subjects, sentence: Sentence, token: Mention, within: bool) -> Measure | None:
    """The tally told last before a share, of which it can be a part."""
    first = sentence.number if within else max(0, sentence.number - _REACH + 1)
    start = subjects.state.sentences[first].span.start
    for measure in sorted(subjects.told, key=lambda m: (m.end <= token.start, m.end, m.start), reverse=True):
        if measure.start < start:
            return None
        if measure.start < token.start and measure.metric in _TALLIES and not _OF_TIME.match(measure.unit):
            return measure if measure.value > token.value else None
    return None


def _share(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention], at: int, whole: Measure
) -> Measure:
    token, lower = tokens[at], subjects.state.text.lower
    told = _OF_THEM.match(lower, token.end)
    end = token.end if told is None else told.end()
    metric = next((name for name, words in _KINDS if words.match(lower, end)), whole.metric)
    before = tokens[at - 1].kind if at else ""
    metric = _TOLD_BEFORE.get(before, metric) if metric in _MEANT_BY_VERB else metric
    if [t.kind for t in tokens[max(0, at - 2) : at]] == ["BOOKED", "IN"]:
        metric = "yellow_cards"  # "12 games, and was booked in four of them"
    on_side = _ON_A_SIDE.search(lower, max(0, token.start - 30), token.start)
    if on_side is not None:  # "was on the winning side in 12 of those"
        metric = "wins" if on_side.group(1) == "winning" else "losses"
    owner = subjects.people.person(sentence, tokens, at) if on_side is not None else None
    subject = whole.subject if owner is None else owner[0]
    between = [t for t in tokens[:at] if t.start > whole.end and t.kind == "PERSON"]
    if between and metric in _PERSONAL and not subjects.people.is_coach(str(between[-1].value)):
        subject, metric = str(between[-1].value), _PERSONAL[metric]
    games = scope.games(tokens, at, at)
    return Measure(
        token.start,
        end,
        subject,
        metric,
        float(token.value),
        whole.unit if metric == whole.metric else metric,
        "measure/share",
        0.8,
        competition=scope.competition(tokens, at, at, metric) or whole.competition,
        season=whole.season,
        matches=int(whole.value) if on_side is not None else None if games is None else int(games.value),
        qualifier=qualifier_of(lower, token),
    )
