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

_ON_A_SIDE = re.compile(r"\bon the (winning|losing) side in (?:only |just |all (?:but )?)?$")
_OF_WHICH = re.compile(
    r"\bof (?:which|those|these|them),? (?:he|she|they|it|[a-z][\w'-]+(?: [a-z][\w'-]+)?) (?:has |have |had )?"
    r"(?:(?:won|lost|drew|drawn) (?:only |just )?[\w-]+(?:,| and|, and) )*(won|lost|drew|drawn|scored) "
    r"(?:only |just |a mere )?$"
)
_OF_THEM = re.compile(
    r" of (?:them|those|these|which|whom)\b(?! (?:seasons|years|months|campaigns|spells|clubs)\b)"
    r"(?: (?:goals|strikes|games|matches|appearances|caps)\b)?"
)
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
_CAME_TO = (
    r" (?:(?:have |has |had )?(?:were |been |being |(?:end|finish|result)(?:ed|ing) in |(?:they |he )?))?(?:an? )?"
)
_KINDS = (
    ("wins", re.compile(_CAME_TO + r"(?:wins|victor(?:y|ies)|(?:a )?win|won)\b")),
    ("losses", re.compile(_CAME_TO + r"(?:defeats?|loss(?:es)?|lost)\b")),
    ("draws", re.compile(_CAME_TO + r"(?:draws?|drawn|ties|stalemates?)\b")),
)
_RESULTS = frozenset({"wins", "losses", "draws"})
_GAMES = frozenset({"matches_played", "player_appearances"})
_VERBS = {"won": "wins", "lost": "losses", "drew": "draws", "drawn": "draws", "scored": "player_goals"}
_TOLD_BEFORE = {"HAVE_WON": "wins", "LOST": "losses", "DREW": "draws", "SCORED": "player_goals"}
_MEANT_BY_VERB = frozenset({"other_count", "matches_played"})
_OF_TIME = re.compile(r"(?:days|weeks|months|years|seasons|minutes|hours|[A-Z]{3}|rank|percent)\b")
_FAR = 80  # letters from "of which" to its last number
_NEAR = 24  # letters between a share and its games
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
        if token.kind != "NUMBER" or token.start in used or token.start in taken:
            continue
        of_which = _OF_WHICH.search(lower, max(sentence.span.start, token.start - _FAR), token.start)
        if of_which is not None:
            found += _told_of_which(subjects, scope, sentence, tokens, at, _VERBS[of_which.group(1)])
            continue
        if token.value < _SOME or lower.endswith("all but ", 0, token.start):
            continue
        of_them = _OF_THEM.match(lower, token.end)
        including = _INCLUDING.search(lower[max(0, token.start - 14) : token.start])
        if of_them is None and (including is None or not _WITHIN.match(lower, token.end)):
            continue
        if _IN_ONE_MATCH.match(lower, token.end):
            continue  # what a match came to is no tally
        whole = _whole(subjects, sentence, token, within=of_them is None)
        if whole is None and of_them is not None and any(words.match(lower, of_them.end()) for _, words in _KINDS):
            whole = _games_before(subjects, sentence, tokens, at)
        if whole is not None and not (whole.start < sentence.span.start and _tells_another(tokens[:at])):
            found.append(_share(subjects, scope, sentence, tokens, at, whole))
    return found


def _told_of_which(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention], at: int, metric: str
) -> list[Measure]:
    """ "12 matches, of which he won two and lost seven"."""
    whole = _whole(subjects, sentence, tokens[at], within=False) or _games_before(subjects, sentence, tokens, at)
    if whole is None or (metric in _RESULTS) != (whole.metric in _GAMES):
        return []
    return [_share(subjects, scope, sentence, tokens, at, whole, metric)]


def _games_before(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> Measure | None:
    """ "His reign took in 40 games, 18 of which": games that no frame has taken for a measure, as one."""
    games = next((i for i in range(at - 1, 0, -1) if tokens[i].kind == "GAME" and tokens[i - 1].kind == "NUMBER"), 0)
    if not games or tokens[games - 1].value <= tokens[at].value:
        return None
    number = tokens[games - 1]
    owner = subjects.either(sentence, tokens, games - 1, games)
    if owner is None:
        return None
    value = float(number.value)
    return Measure(number.start, number.end, owner[0], "matches_played", value, "matches", "measure/share", 0.8)


def _tells_another(before: list[Mention]) -> bool:
    """Whether a sentence has counted something of its own: "just 5 home games; 2 of these ..."."""
    return any(
        t.kind == "NUMBER" and u.kind in ("GAME", "GOALS", "COMPETITION", "SCOPE", "HIT") for t, u in pairwise(before)
    )


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
    subjects: Subjects,
    scope: Scope,
    sentence: Sentence,
    tokens: list[Mention],
    at: int,
    whole: Measure,
    told_as: str | None = None,
) -> Measure:
    token, lower = tokens[at], subjects.state.text.lower
    told = _OF_THEM.match(lower, token.end)
    end = token.end if told is None else told.end()
    metric = told_as or next((name for name, words in _KINDS if words.match(lower, end)), whole.metric)
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
    if games is not None:  # "14 of those in 19 appearances": the games stand beside the tally
        end = games.end if 0 < games.start - end < _NEAR else end
        subjects.told[:] = [
            m for m in subjects.told if m.metric != "player_appearances" or not m.start <= games.start < m.end
        ]
    of_games = on_side is not None or (metric in _RESULTS and whole.metric in _GAMES)
    start = token.start
    if of_games and whole.metric == "player_appearances" and subjects.people.is_coach(whole.subject):
        subjects.told[:] = [m for m in subjects.told if m is not whole]  # he has not played in them
    if of_games and whole.start >= sentence.span.start and whole not in subjects.told:
        start = whole.start
    return Measure(
        start,
        end,
        subject,
        metric,
        float(token.value),
        whole.unit if metric == whole.metric else metric,
        "measure/share",
        0.8,
        competition=scope.competition(tokens, at, at, metric) or whole.competition,
        season=whole.season,
        matches=int(whole.value) if of_games else None if games is None else int(games.value),
        qualifier=qualifier_of(lower, token),
    )
