"""Records told as a list: "three wins, a draw and two defeats from six games", "have won ten and lost one".

In: a sentence's tokens. Out: a measure for each item, all with the games that follow the last, and the numbers used.
A record in brackets ("8-4-5") is a list as well.
One item alone is no list; it is read by the frames.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from flows.extract.cast.spoken_of import PERSON_KINDS
from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.side_owners import SIDE_KINDS
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention, of_kinds, where
from flows.extract.text.sentence import SIDES, Sentence

_RECORD = re.compile(r"\((\d{1,2})-(\d{1,2})-(\d{1,2})(?:, (\d{1,3}) (?:points|pts))?\)")
_RECORD_IS = re.compile(r" (\d{1,2})-(\d{1,2})-(\d{1,2})\b(?!-)(?:, (\d{1,3}) (?:points|pts))?")
_LINED_UP = frozenset({(4, 4, 2), (4, 3, 3), (3, 5, 2), (5, 3, 2), (3, 4, 3), (4, 5, 1), (5, 4, 1)})
_MARK = re.compile(r"\b(\d{1,2})-(\d{1,2})-(\d{1,2})(?= (?:mark|record|slate|finish)\b)")
_NOUNS = {"WINS": "wins", "DRAWS": "draws", "LOSSES": "losses"}
_VERBS = {"HAVE_WON": "wins", "DREW": "draws", "LOST": "losses"}
_GOAL_VERBS = {"SCORED": "goals_scored", "CONCEDED": "goals_conceded"}
_COUNTED_NOUNS = frozenset({"HIT", "GAME", "GOALS"})
_POSTVERBAL = _VERBS | {"PLAYED": "matches_played", "POINT": "points"}
_NOT_TOLD = frozenset({"HYPOTHETICAL", "NEGATION"})


_COUNTING = _VERBS | _GOAL_VERBS
_OUTCOMES = frozenset((*_NOUNS, *_COUNTING))
_BEYOND_A_MATCH = 10
_RIGHT_BEHIND = 4  # tokens
_LED = frozenset({"PERSON", "HE", "NATIONALITY", "ROLE", "AGE"})
_MUSTERED = frozenset({"managed", "mustered", "registered", "hit"})
_HONOURS = frozenset({"CAP", "TITLE", "TROPHY"})
_NOT_PLURAL = ("ss", "us", "is", "as")
_CAREER = frozenset({"APPEARANCE", "PLAYED", "CAP"})
_A_MAN = PERSON_KINDS - {"AGE"}


class _Item(NamedTuple):
    metric: str
    number: int
    first: int
    last: int


class _Told(NamedTuple):
    """The games that the list before was of, and where it ended."""

    games: Mention | None
    last: int


def tallies(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention]
) -> tuple[list[Measure], list[Mention]]:
    """Measures of each list of results in a sentence, with the numbers that they take."""
    measures, used = _bracketed(subjects, scope, sentence, tokens)
    normal = subjects.state.text.normal
    for token in tokens:
        if token.kind == "NUMBER" and normal.startswith("-", token.end) and (match := _MARK.match(normal, token.start)):
            marked, taken = _marked(subjects, scope, sentence, tokens, match)
            measures, used = measures + marked, used + taken
    if len(of_kinds(tokens, _OUTCOMES)) < 2:
        return measures, used
    at, told = 0, _Told(None, -9)
    while at < len(tokens):
        items = _items(tokens, at)
        if len(items) < 2 or all(tokens[i.number].kind == "A" for i in items):
            at += 1
            continue
        at = items[-1].last + 1
        before = _clause_before(tokens, items[0].first)
        if any(t.kind in _NOT_TOLD for t in before) or _of_a_career(subjects, tokens, items):
            continue
        if [t.kind for t in before[-2:]] == ["RECORDED", "IN"]:  # "leaves with a record of three wins and ..."
            either = subjects.either(sentence, tokens, items[0].first, items[-1].last)
            owner = None if either is None else either[:2]
        else:
            owner = subjects.coach_with_record(sentence, tokens, items[0].first, items[-1].last) or subjects.side(
                sentence, tokens, items[0].first, items[-1].last
            )
        if owner is None:
            continue
        after = scope.games(tokens, items[-1].number, items[-1].last)
        after = after or scope.games(tokens, items[0].number, items[0].last)
        games = after or _games_before(tokens, items[0].first)
        results = [i for i in items if i.metric in _NOUNS.values()]
        if not results and games is None and told.games is not None and items[0].first - told.last <= _RIGHT_BEHIND:
            games = told.games  # "won four of their last six, scoring nine and conceding two"
        told = _Told(games, items[-1].last if after is None else max(items[-1].last, tokens.index(after)))
        if not results and games is None and not _of_many_matches(tokens, items):
            continue
        for item in items:
            measures.append(_measure(scope, tokens, item, items, owner[0], games))
            if games is None and len(results) == len(_NOUNS):
                measures[-1].matches = int(sum(float(tokens[i.number].value) for i in results))
            used.append(tokens[item.number])
        used += [after] if after is not None else []
    return measures, used


def _of_a_career(subjects: Subjects, tokens: list[Mention], items: list[_Item]) -> bool:
    """ "Varga made 367 appearances for Rovers, scoring 58 and ...": goals of a man who played, no side's."""
    if any(i.metric in _NOUNS.values() for i in items):
        return False
    first = next(subjects.positions.before(tokens, items[0].first, SIDE_KINDS | PERSON_KINDS), None)
    if first is None or tokens[first].kind not in _A_MAN:
        return False
    return any(t.kind in _CAREER for t in tokens[first + 1 : items[0].first])


def _clause_before(tokens: list[Mention], first: int) -> list[Mention]:
    """What a list hangs on; "seeking a first win, having drawn four and lost six" is told for all that is sought."""
    if first and tokens[first - 1].kind == "COMMA" and tokens[first].text.lower().endswith("ing"):
        return []
    return tokens[max(0, first - 8) : first]


def _of_many_matches(tokens: list[Mention], items: list[_Item]) -> bool:
    """Whether goals scored and let in are more than a match has, or of a season."""
    many = any(float(tokens[i.number].value) >= _BEYOND_A_MATCH for i in items)
    return many or any(t.kind in ("SEASON", "CAMPAIGN") for t in tokens)


def _games_before(tokens: list[Mention], first: int) -> Mention | None:
    """ "took charge of 26 matches, winning seven and drawing five": the games told right before the list."""
    if first < 3 or tokens[first - 1].kind != "COMMA" or not tokens[first].text.endswith("ing"):
        return None
    for i in range(first - 2, max(-1, first - 6), -1):
        if tokens[i].kind == "GAME":
            number = next((t for t in reversed(tokens[max(0, i - 2) : i]) if t.kind == "NUMBER"), None)
            return number if number is not None and number.value > 1 else None
    return None


def _bracketed(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention]
) -> tuple[list[Measure], list[Mention]]:
    """ "Seattle (8-4-5, 29 points)": won, lost, drawn; won, drawn, lost where the points say so."""
    measures: list[Measure] = []
    used: list[Mention] = []
    for i in where(tokens[:-1], SIDES):
        token = tokens[i]
        match = _RECORD.match(subjects.state.text.normal, tokens[i + 1].start)
        if match is None and tokens[i + 1].kind == "STAND":
            match = _RECORD_IS.match(subjects.state.text.normal, tokens[i + 1].end)
        side = _whose_record(subjects, sentence, tokens, i) if match is not None else None
        if match is None or side is None or subjects.state.text.normal.startswith((":", " :"), match.end()):
            continue  # "Harland (4-4-2): Keel; Ruh ..." is how a side lines up
        first, second, third = (int(match.group(n)) for n in (1, 2, 3))
        if match.group(4) is None and (first, second, third) in _LINED_UP:
            continue
        points = None if match.group(4) is None else int(match.group(4))
        drawn_second = points is not None and 3 * first + second == points and 3 * first + third != points
        told = {"wins": first, "losses": third if drawn_second else second, "draws": second if drawn_second else third}
        if points is not None:
            told["points"] = points
        for metric, value in told.items():
            measure = Measure(
                token.start, match.end(), side, metric, float(value), metric, "measure/record-in-brackets", 0.88
            )
            measure.competition = scope.league
            measure.season = scope.around.season
            measure.matches = first + second + third if tokens[i + 1].kind == "STAND" else None
            measures.append(measure)
        used += [t for t in tokens[i + 1 :] if t.start < match.end()]
    return measures, used


def _whose_record(subjects: Subjects, sentence: Sentence, tokens: list[Mention], i: int) -> str | None:
    """The side before a bracket; of "Rovers are unbeaten against City (5-0-2)" whoever is told of."""
    if i and tokens[i - 1].text.lower() in ("against", "versus", "over", "with"):
        owner = subjects.side(sentence, tokens, i, i)
        return None if owner is None else owner[0]
    return subjects.state.side(tokens[i], sentence)


def _marked(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention], match: re.Match[str]
) -> tuple[list[Measure], list[Mention]]:
    """ "ends the season with a 22-5-7 mark": won, lost, drawn."""
    at = next((i for i, t in enumerate(tokens) if t.start >= match.start()), len(tokens) - 1)
    owner = subjects.side(sentence, tokens, at, at)
    if owner is None:
        return [], []
    measures = []
    for n, metric in enumerate(("wins", "losses", "draws"), start=1):
        start, end, value = match.start(n), match.end(n), float(match.group(n))
        measures.append(Measure(start, end, owner[0], metric, value, metric, "measure/record-in-brackets", 0.85))
        measures[-1].competition = scope.league
    return measures, [t for t in tokens if match.start() <= t.start < match.end()]


def _measure(
    scope: Scope, tokens: list[Mention], item: _Item, items: list[_Item], subject: str, games: Mention | None
) -> Measure:
    matches = None if games is None else int(games.value)
    measure = Measure(
        tokens[item.first].start, tokens[item.last].end, subject, item.metric, float(tokens[item.number].value),
        item.metric, f"measure/{item.metric}-list", 0.9,
    )  # fmt: skip
    measure.matches = matches
    measure.competition = scope.competition(tokens, items[0].first, items[-1].last, item.metric)
    measure.season = scope.season(tokens, item.number, item.metric, matches)
    return measure


def _items(tokens: list[Mention], at: int) -> list[_Item]:
    """The items of the list that begins at a token, each of another outcome."""
    items: list[_Item] = []
    read = _reader(tokens, at)
    while at < len(tokens):
        item = read(tokens, at)
        if item is None or item.metric in {i.metric for i in items}:
            break
        items.append(item)
        at = _past_games(tokens, item.last + 1)
        joint = at
        while at < len(tokens) and tokens[at].kind in ("COMMA", "AND") and at - joint < 2:
            at += 1
        if at == joint:
            break
    return items


def _reader(tokens: list[Mention], at: int) -> Callable[[list[Mention], int], _Item | None]:
    if tokens[at].kind in _COUNTING or tokens[at].kind == "HAVE":
        return _verbal
    return _postverbal if tokens[at + 1 : at + 2] and tokens[at + 1].kind in _POSTVERBAL else _nominal


def _postverbal(tokens: list[Mention], at: int) -> _Item | None:
    """ "34 played, 17 won, nine drawn, eight lost, 60 points"."""
    kinds = [t.kind for t in tokens[at : at + 2]]
    if len(kinds) < 2 or kinds[0] != "NUMBER" or kinds[1] not in _POSTVERBAL:
        return None
    return _Item(_POSTVERBAL[kinds[1]], at, at, at + 1)


def _past_games(tokens: list[Mention], at: int) -> int:
    """Past "of their 16 matches" in "have won 11 of their 16 matches and lost two"."""
    if at < len(tokens) and tokens[at].kind in ("IN", "FROM"):
        for i in range(at + 1, min(at + 7, len(tokens))):
            if tokens[i].kind == "GAME":
                return _past_who_led(tokens, i + 1)
            if tokens[i].kind in ("COMMA", "AND"):
                break
    return at


def _past_who_led(tokens: list[Mention], at: int) -> int:
    """Past "under Varga" in "won 11 of their 16 matches under Varga and lost two"."""
    if tokens[at : at + 1] and tokens[at].text.lower() in ("under", "with"):
        return next((i + 1 for i in range(at + 1, min(at + 3, len(tokens))) if tokens[i].kind in _LED), at)
    return at


def _nominal(tokens: list[Mention], at: int) -> _Item | None:
    """ "three wins", "an away draw"."""
    if tokens[at].kind not in ("NUMBER", "A"):
        return None
    for i in range(at + 1, min(at + 3, len(tokens))):
        if tokens[i].kind in _NOUNS:
            return _Item(_NOUNS[tokens[i].kind], at, at, i)
        if tokens[i].text.lower() == "ties":
            return _Item("draws", at, at, i)
        if tokens[i].kind not in ("WORD", "SCOPE"):
            return None
    return None


def _counts_something_else(after: list[Mention], verb: Mention) -> bool:
    """ "mustered four and won two corners", "won four England caps": neither goals nor matches."""
    if verb.text.lower() in _MUSTERED:
        return not after or after[0].kind not in ("GOALS", "HIT")
    for token in after:
        if token.kind in _HONOURS or (token.kind == "WORD" and _is_plural(token.text.lower())):
            return True
        if token.kind not in ("WORD", "TEAM", "NATIONALITY", "NAME", "PLACE"):
            return False
    return False


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(_NOT_PLURAL)


def _verbal(tokens: list[Mention], at: int) -> _Item | None:
    """ "won ten", "have drawn three"."""
    first = at
    if tokens[at].kind == "HAVE":
        at += 1
    others = [t.kind for t in tokens[at + 1 : at + 3]] == ["NEXTFEW", "NUMBER"]  # "drawing the other eight"
    kinds = [t.kind for t in tokens[at : at + 3]]
    if len(kinds) < 2 or kinds[0] not in _COUNTING or not (others or kinds[1] == "NUMBER"):
        return None
    if others:
        return _Item(_COUNTING[kinds[0]], at + 2, first, at + 2)
    if tokens[at].kind in ("HAVE_WON", "SCORED") and _counts_something_else(tokens[at + 2 : at + 5], tokens[at]):
        return None
    last = at + 2 if tokens[at + 2 : at + 3] and tokens[at + 2].kind in _COUNTED_NOUNS else at + 1
    return _Item(_COUNTING[kinds[0]], at + 1, first, last)
