"""What another has of the same, told without its noun: "Varga has 12 goals and Hale ten", "and Hale, with 47,",
"five yellow cards to Rovers' two", "hit 30 goals last season and has 12 already", "Keel made six saves. Hale had two."

In: a sentence's tokens, the numbers that are another measure's and what the story has told so far. Out: a measure like
the one told last, in the sentence or at the end of the one before, of the man or the side that the bare number stands
behind; of the same one where only its season is another.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope, is_year, qualifier_of
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_OF_MEN = frozenset("player_goals player_assists player_appearances caps clean_sheets yellow_cards red_cards".split())
_NTH = frozenset({"player_season_goal_number", "caps", "player_appearances", "player_goals", "player_assists"})
_OF_SIDES = frozenset({"yellow_cards", "red_cards", "goals_scored", "goals_conceded", "clean_sheets", "points"})
_OF_A_MATCH = frozenset(
    {"corners", "shots", "shots on target", "attempts", "efforts", "chances", "fouls", "saves", "goal attempts"}
)
_BETWEEN = frozenset({"COMMA", "WHO", "HAVE", "WITH", "QUALIFIER"})
_BESIDE = frozenset({"age", "player_age", "time_at_club", "contract_years"})  # told beside a tally, never one
_IN_A_TABLE = frozenset({"STAND", "NEXTFEW", "BEHIND", "THEY", "EACH", "TO", "REACH"})
_WORDS_IN_A_TABLE = frozenset({"right", "next", "close", "just"})
_GOT = frozenset({"SCORED", "EARNED"})
_GOT_WORDS = frozenset({"got", "gets", "made", "kept"})
_HOLDS = frozenset({"HAVE", "WITH", "SCORED", "EARNED", "EACH", "QUALIFIER"})
_NAMED = frozenset({"PERSON", "NAME"}) | SIDES
_OTHERS = frozenset({"THEY", "WE"})
_ALL = frozenset({"both", "each"})
_JOINED_TO = 2  # tokens: "of Rovers" behind a man's name
_MOST_BETWEEN = 6
_ENDS = re.compile(
    r" ?(?:[,.;)]|$|(?:and|but|while|whereas|are|is|were|lead|each|also|too|already|so far|this (?:season|term|year)|"
    r"in (?:his|her|their) (?:first|second|third|debut|maiden|only|last) (?:season|campaign|year|spell)|"
    r"in (?:(?:his|her|their|the) )?(?:last |past )?(?:\d+|as many|all|[a-z]+teen|eleven|twelve|nine|ten|eight) ?"
    r"(?:games|matches|appearances|outings|starts)?\b|from \d+\b)\b)"
)
_ENDS_OF_A_MATCH = re.compile(
    r" (?:all (?:afternoon|game|match|evening|night|day|half)|in (?:reply|response|return|total|all)|throughout|"
    r"by comparison|of their own|on target)\b| for (?!the\b)(?:[a-z]+ ?){1,3}(?:[.,;]|$)"
)
_GROUNDS = frozenset({"home", "at home", "away", "away from home", "on the road", "on their travels"})
_GROUND = re.compile(r"\b(home|away|on the road)\b")
_HOME, _AWAY = ("home",), ("away", "on")
_NEAR = 16  # letters
_JOINS = re.compile(
    r"(?: (?:games?|matches|wins?|defeats?|draws?|points|goals))?(?: left| to play| this season| so far)?"
    r",? (?:and|but|compared (?:with|to)|against|to) (?:only |just |a mere )?"
)
_AGAIN = re.compile(r"(?:and|but) (?:already )?(?:has|had|have)(?: already| another| a further)? $")
_AGAIN_HERE = re.compile(r" (?:already |so far )?(?:this|in the current|in this) (?:season|term|campaign|year)\b")
_WITH_HIS = re.compile(
    r" (?:with|for|headed|scored|got|grabbed|added|netted|bagged|claimed|hit|struck|notched|is on|on) $"
)
_NTH_ENDS = re.compile(r" ?(?:[,.;)]|$|(?:and|but|before|after|as|on|late|from|in the (?:\d|first|second|last))\b)")


def likewise(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention], used: Container[int]
) -> list[Measure]:
    """The bare numbers of a sentence that say the same of somebody else."""
    found: list[Measure] = []
    for at, token in enumerate(tokens):
        if token.kind not in ("NUMBER", "ORDINAL") or token.start in used or not at or is_year(token):
            continue
        if tokens[at - 1].end == token.start - 1 and subjects.state.text.lower[token.start - 1] == "-":
            continue  # "Covid-19"
        whole = _told_last(subjects, sentence, token, found)
        if whole is None and tokens[at - 1].kind in _HOLDS:
            whole = _told_before(subjects, sentence)
        if whole is None or token.start < whole.end:
            continue
        nth = token.kind == "ORDINAL"
        measure = _nth(subjects, sentence, tokens, at, whole) if nth else _bare(subjects, sentence, tokens, at, whole)
        if measure is not None:
            found += _both(subjects, sentence, tokens, at, measure)
            games = None if nth or measure.metric in ("caps", "player_appearances") else scope.games(tokens, at, at)
            measure.matches = None if games is None else int(games.value)
            found.append(measure)
    return found


def _told_last(subjects: Subjects, sentence: Sentence, token: Mention, found: list[Measure]) -> Measure | None:
    """The measure of the sentence that was told last before a number."""
    told = [m for m in (*subjects.told, *found) if sentence.span.start <= m.start < token.start and not _is_beside(m)]
    return max(told, key=lambda m: m.start, default=None)


def _is_beside(measure: Measure) -> bool:
    """ "in his first season", "three more than Hale": what is told beside a tally and is none."""
    compared = measure.metric == "other_count" and measure.unit.startswith("goals ")
    return compared or measure.metric in _BESIDE


def _both(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, measure: Measure) -> list[Measure]:
    """ "Rovers and Town both have 16": the other of the two."""
    cue = next((i for i in range(at - 1, max(1, at - 3), -1) if tokens[i].text.lower() in _ALL), 0)
    if measure.metric not in _OF_SIDES or cue < _MOST_BETWEEN - 3 or tokens[cue - 2].kind != "AND":
        return []
    if tokens[cue - 3].kind not in SIDES or tokens[cue - 1].kind not in SIDES:
        return []
    other = subjects.state.side(tokens[cue - 3], sentence)
    return [] if other in (None, measure.subject) else [replace(measure, subject=str(other))]


def _told_before(subjects: Subjects, sentence: Sentence) -> Measure | None:
    """The tally that the sentence before ends with; of a season's goals how many they are by now."""
    if not sentence.number:
        return None
    before = subjects.state.sentences[sentence.number - 1].span
    told = [m for m in subjects.told if before.start <= m.start < before.end and not _is_beside(m)]
    last = max(told, key=lambda m: m.start, default=None)
    if last is None or sentence.paragraph != subjects.state.sentences[sentence.number - 1].paragraph:
        return last if last is not None and last.metric in _OF_MEN | _NTH else None
    return last


def _bare(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, whole: Measure) -> Measure | None:
    token, lower = tokens[at], subjects.state.text.lower
    here = lower[token.end : sentence.span.end]
    if whole.end < token.start and (elsewhere := _elsewhere(tokens, at, whole, lower)) is not None:
        return elsewhere
    of_a_man = whole.metric in _OF_MEN
    if of_a_man and _AGAIN.search(lower[max(whole.end, token.start - 30) : token.start]):
        return _like(whole, token, whole.subject, lower) if _AGAIN_HERE.match(here) else None
    of_a_match = whole.metric == "other_count" and whole.unit in _OF_A_MATCH
    if not _ENDS.match(here) and not (of_a_match and _ENDS_OF_A_MATCH.match(here)):
        return None
    owner = _owner_at(tokens, at, whole)
    if owner is None or tokens[owner].start < whole.end:
        return None
    named = tokens[owner]
    if whole.metric == "player_season_goal_number":
        whole = replace(whole, metric="player_goals")
    bracketed = tokens[at - 1].kind == "OPEN"
    if bracketed and not _stands_in_brackets(lower, whole):
        return None
    subject = _subject(subjects, sentence, tokens, named, whole)
    return None if subject in (None, whole.subject) else _like(whole, token, str(subject), lower)


def _elsewhere(tokens: list[Mention], at: int, whole: Measure, lower: str) -> Measure | None:
    """ "15 points at home, compared with four away", "three home games left and two away": of the same side, where the
    other games are all that is new."""
    token, behind = tokens[at], tokens[at + 1 : at + 2]
    if not behind or behind[0].text.lower() not in _GROUNDS or token.kind != "NUMBER":
        return None
    start = max(whole.start, whole.end - _NEAR)
    told = _GROUND.search(lower, start, token.start)
    here = _HOME if behind[0].text.lower().startswith("away") or "road" in behind[0].text.lower() else _AWAY
    if told is None or not told.group(1).startswith(here) or _JOINS.fullmatch(lower, told.end(), token.start) is None:
        return None
    return _like(whole, token, whole.subject, lower)


def _owner_at(tokens: list[Mention], at: int, whole: Measure) -> int | None:
    """Where whoever has the number stands: right before it, or before "with", "has", ", who has", "(", "scored", of a
    table's rows "right behind them on"."""
    table = _IN_A_TABLE if whole.metric == "points" else frozenset()
    named = _NAMED | _OTHERS if whole.metric == "other_count" else _NAMED
    aside = _before_an_aside(tokens, at)
    if aside is not None:
        return aside
    for i in range(at - 1, max(-1, at - 2 - _MOST_BETWEEN), -1):
        kind, word = tokens[i].kind, tokens[i].text.lower()
        if kind in SIDES and i >= _JOINED_TO and tokens[i - 1].kind == "IN" and tokens[i - _JOINED_TO].kind == "PERSON":
            return i - _JOINED_TO  # "Hale of Rovers, with 19,"
        if kind in named:
            return None if i == at - 2 and tokens[at - 1].kind == "COMMA" else i  # "Hale, 31,"
        if kind == "OPEN" and i == at - 1:
            continue
        if (kind in _GOT or word in _GOT_WORDS) and i == at - 1:
            continue
        if kind == "NUMBER" and tokens[i - 1].kind == "COMMA" == tokens[i + 1].kind:
            continue  # "Hale, 24, just two"
        if kind not in _BETWEEN and kind not in table and not (table and word in _WORDS_IN_A_TABLE):
            return None
    return None


def _before_an_aside(tokens: list[Mention], at: int) -> int | None:
    """ "Hale, whose penalty beat City, is on eight": the name that the clause between two commas is about."""
    if at < _MOST_BETWEEN or [t.kind for t in tokens[at - 2 : at]] != ["COMMA", "HAVE"]:
        return None
    for i in range(at - 3, 1, -1):
        if tokens[i].kind == "WHO" and tokens[i - 1].kind == "COMMA":
            return i - 2 if tokens[i - 2].kind in _NAMED else None
        if tokens[i].kind in ("COMMA", "STOP"):
            return None
    return None


def _stands_in_brackets(lower: str, whole: Measure) -> bool:
    return lower.rfind("(", max(0, whole.start - 1), whole.end) > lower.rfind(")", whole.start, whole.end)


def _subject(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], named: Mention, whole: Measure
) -> str | None:
    """The man that a name is for a tally of men, the side for one of sides."""
    of_a_match = whole.metric == "other_count" and whole.unit in _OF_A_MATCH
    if named.kind == "PERSON":
        of_men = whole.metric in _OF_MEN or (of_a_match and whole.unit == "saves")
        return str(named.value) if of_men else None
    if whole.metric in _OF_MEN and whole.metric not in _OF_SIDES:
        return named.text if named.kind == "NAME" else None
    if whole.metric not in _OF_SIDES and not of_a_match:
        return None
    if named.kind in _OTHERS:
        return subjects.team(tokens, tokens.index(named), sentence) if of_a_match else None
    told = subjects.state.side(named, sentence)
    return told if told is not None else (named.text if named.kind == "NAME" else None)


def _nth(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, whole: Measure) -> Measure | None:
    """ "with his 17th of the season and Hale completed the scoring with his fourth"."""
    token, lower = tokens[at], subjects.state.text.lower
    his = tokens[at - 1]
    if whole.metric not in _NTH or his.kind != "HE" or not _NTH_ENDS.match(lower[token.end : sentence.span.end]):
        return None
    if whole.metric != "player_season_goal_number" or not _WITH_HIS.search(lower[max(0, his.start - 12) : his.start]):
        return None
    named = [t for t in tokens[:at] if t.kind == "PERSON" and whole.end <= t.start]
    if not named or str(named[-1].value) == whole.subject:
        return None
    return _like(whole, token, str(named[-1].value), lower)


def _like(whole: Measure, token: Mention, subject: str, lower: str) -> Measure:
    return replace(
        whole,
        start=token.start,
        end=token.end,
        subject=subject,
        value=float(token.value),
        rule="measure/likewise",
        confidence=0.8,
        other=None,
        qualifier="exact" if token.kind == "ORDINAL" else qualifier_of(lower, token),
    )
