"""A man's goals told without the word: "has 14 in 20 games", "with 11 in 11", "has nine in the league", "He has 60".

In: a sentence's tokens, the numbers that are another measure's, what the story has told so far. Out: his goals, and the
numbers that they use up. Behind "has", "with" or "got" so many in so many games are goals by themselves; with nothing
but a league or a full stop behind it a number is of goals where goals were the last thing counted.
"""

from __future__ import annotations

import re
from collections.abc import Container

from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope, is_year, qualifier_of
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_ANCHORS = frozenset({"HAVE", "SCORED", "WITH", "QUALIFIER"})
_HELD = frozenset({"has", "had", "having", "'s", "is on", "sits on", "boasts", "boasted", "on", "with"})
_GOT = frozenset({"got", "gets", "bags", "scorer of", "author of", "managing", "claimed"})
_PLAIN = frozenset({"just", "only", "now", "already", "even", "still", "also", "but", "a", "remarkable", "impressive"})
_HAS = frozenset({"has", "'s", "is on", "sits on", "boasts"})
_SCORES = frozenset({"SCORE", "LIVE_SCORE", "MINUTE"})
_OF_GAMES = frozenset({"SCOPE", "COMPETITION", "AND", "NAME", "TEAM", "PLACE", "NATIONALITY", "WORD"})
_GAMES = frozenset({"GAME", "APPEARANCE", "CAP"})
_NO_PLAYER = frozenset({"goalkeeper", "keeper"})
_COUNTED = re.compile(
    r"\b(?P<goals>(?:goal|own goal)(?:scor\w+)?s?|scor(?:ed|es?|ing|ers?)|net(?:s|ted|ting)|strikes?|braces?|"
    r"hat-tricks?|marksm[ae]n|prolific|strikers?|forwards?|frontm[ae]n)\b|"
    r"\b(?:assists?|points?|wins?|victor(?:y|ies)|defeats?|losses|draws|saves|saved|clean sheets?|bookings?|booked|"
    r"cards?|caps?|capped|titles?|trophies|medals?|cups|tackles|passes|shots|chances|appearances?|starts|games|matches|"
    r"penalt(?:y|ies)|blocks|interceptions|corners|fouls|runs)\b"
)
_TIME = re.compile(r"[ -](?:[a-z]+ )?(?:minutes?|mins|days?|months?|weeks?|years?|hours?|yards?|seasons?|points?)\b")
_ENDS = frozenset({"COMMA", "STOP", "AND", "BUT", "SEASON", "SINCE", "CLOSE", "WITH", "QUOTE", "DASH"})
_A_PART = re.compile(
    r" (?:already |so far )?(?:in (?:the |all )(?:[\w'-]+ ){0,2}?(?:league|premiership|division|championship|tier|"
    r"competitions|top flight|europe|campaign)\b|in europe\b|(?:this|last) (?:season|term|year)\b|"
    r"for the (?:season|campaign)\b|"
    r"(?:already|so far|to date)\b)"
)
_BARE_END = re.compile(r" ?(?:[.;]|$|,? (?:and|but|already|so far|now)\b|,)")
_TO_SO_MANY = re.compile(
    r"\b(?:t[ao]kes?|took|taken|taking|mov\w+|carr\w+|br[io]ng\w*|brought|lift\w*|puts?|sends?|sent|edg\w+|fir\w+)"
    r" (?:\w+ ){1,2}(?:up |on |along )?(?:on)?to $"
)
_A_GOAL = re.compile(
    r"\b(?:goals?|strikes?|braces?|doubles?|headers?|penalty|spot-kick|free-kick|efforts?|finish|opener|equaliser|winner|"
    r"volley|tap-in|hat-tricks?|trebles?|twice|scored|netted|scoring)\b"
)
_BUT = re.compile(r"\b(?:but|though|yet|and) (?:has )?(?:only |just |a mere )?$")
_CALLED = re.compile(r"\b(?:scorer|author) of $")
_FEWEST, _MOST = 2, 999
_MOST_A_GAME = 3
_OF_A_PLACE = ("from ", "at ", "in ", "for ", "of ")
_NEAR = 2  # sentences
_BARE_GAMES = 60


def in_so_many_games(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention]
) -> tuple[list[Measure], list[Mention]]:
    """Goals told with the games beside them, and the numbers that this uses up."""
    found: list[Measure] = []
    used: list[Mention] = []
    for at, token in enumerate(tokens):
        if token.kind != "NUMBER" or not _may_be_a_tally(tokens, at):
            continue
        told = _games_behind(subjects, sentence, tokens, at)
        if told is None:
            continue
        games, last = told
        owner = _scorer(subjects, sentence, tokens, at, last)
        if owner is None:
            continue
        number = tokens[games]
        matches = int(token.value if number.kind == "ASMANY" else number.value)
        found.append(_measure(scope, tokens, at, last, owner, matches, subjects.state.text.lower))
        used += [token, number]
    return found, used


def bare_tallies(
    subjects: Subjects, scope: Scope, sentence: Sentence, tokens: list[Mention], used: Container[int]
) -> list[Measure]:
    """Goals told with nothing but a league, a season or the end of the sentence behind them."""
    found: list[Measure] = []
    for at, token in enumerate(tokens):
        if token.kind != "NUMBER" or token.start in used or not _can_be_goals(token):
            continue
        whose = (
            _lifted(subjects, sentence, tokens, at)
            or _but_so_many(subjects, [*subjects.told, *found], sentence, token)
            or _told_bare(subjects, sentence, tokens, at)
        )
        if whose is not None:
            found.append(_measure(scope, tokens, at, at, whose, None, subjects.state.text.lower))
    return found


def _told_bare(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
    """ "has nine in the league", "scorer of 11 already", "He has 60": whoever has them, where goals were counted."""
    token, lower = tokens[at], subjects.state.text.lower
    if not (_may_be_a_tally(tokens, at) or _CALLED.search(lower, max(0, token.start - 14), token.start)):
        return None
    part = _A_PART.match(lower, token.end) is not None or _of_their_goals(subjects, tokens, at)
    ends = part or _BARE_END.match(lower, token.end, sentence.span.end) is not None
    if not ends or not (part or _is_held(subjects, sentence, tokens, at)):
        return None
    if any(t.kind in _SCORES for t in tokens):
        return None  # "made it 2-0 before Varga got two"
    counted = _goals_were_counted(subjects, sentence, token, near=not part)
    return _scorer(subjects, sentence, tokens, at, at) if counted else None


def _can_be_goals(token: Mention) -> bool:
    return not token.value % 1 and _FEWEST <= token.value <= _MOST and not is_year(token)


def _may_be_a_tally(tokens: list[Mention], at: int) -> bool:
    """A whole number of two or more behind a word of having."""
    if not at or not _can_be_goals(tokens[at]):
        return False
    for i in range(at - 1, max(-1, at - 4), -1):
        kind, word = tokens[i].kind, tokens[i].text.lower()
        if kind == "WITH":
            return word == "with" and i > 0
        if kind == "HAVE":
            return word in _HELD or i + 1 < at
        if kind == "SCORED" or word in _GOT:
            return True
        if kind != "QUALIFIER" and word not in _PLAIN:
            return False
    return False


def _lifted(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
    """ "his brace took him to 17 in the league", "a header that moved Varga on to ten": whom a goal took so far."""
    lower, token = subjects.state.text.lower, tokens[at]
    ends = _A_PART.match(lower, token.end) or _BARE_END.match(lower, token.end, sentence.span.end)
    if not ends or not _TO_SO_MANY.search(lower, max(0, token.start - 40), token.start):
        return None
    whom = next((i for i in range(at - 1, max(-1, at - 5), -1) if tokens[i].kind in ("HE", "PERSON")), None)
    if whom is None or not _A_GOAL.search(lower, sentence.span.start, tokens[whom].start):
        return None
    if tokens[whom].kind == "PERSON":
        return str(tokens[whom].value)
    him = subjects.people.he(sentence, tokens, whom)
    return None if him is None else him[0]


def _but_so_many(subjects: Subjects, told: list[Measure], sentence: Sentence, token: Mention) -> str | None:
    """ "has 22 in all competitions, but only four in the league": his whose goals the sentence has told."""
    lower = subjects.state.text.lower
    start = sentence.span.start
    if not _A_PART.match(lower, token.end) or not _BUT.search(lower, max(start, token.start - 16), token.start):
        return None
    told = [m for m in told if start <= m.start < token.start and m.metric == "player_goals"]
    return told[-1].subject if told and told[-1].value > token.value else None


def _of_their_goals(subjects: Subjects, tokens: list[Mention], at: int) -> bool:
    """ "Rovers scored 52. Varga got 19 of the 52": a share of what the side has scored."""
    of, whole = (*tokens[at + 1 : at + 3], None, None)[:2]
    if of is None or whole is None or of.text.lower() != "of" or whole.kind != "NUMBER":
        return False
    told = (m.value for m in reversed(subjects.told) if m.metric == "goals_scored")
    return next(told, 0.0) == float(whole.value) >= float(tokens[at].value)


def _is_held(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> bool:
    """ "has 117", "was the leading scorer. He got four", where "scored two" and "had two" may be of the match."""
    near = {t.text.lower() for t in tokens[max(0, at - 3) : at]}
    if not near.isdisjoint(_HAS):
        return True
    start = subjects.state.sentences[max(0, sentence.number - 1)].span.start
    return "got" in near and "scorer" in subjects.state.text.lower[start : tokens[at].start]


def _games_behind(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> tuple[int, int] | None:
    """Where the games of "14 in 20 league games", "four in as many starts" and "11 in 11" stand, and where they end."""
    goals = float(tokens[at].value)
    i = at + 1
    if i < len(tokens) and tokens[i].kind == "ASMANY":
        return (i, i + 1) if i + 1 < len(tokens) and tokens[i + 1].kind in _GAMES else None
    if i >= len(tokens) or tokens[i].text.lower() not in ("in", "from", "out of"):
        return None
    i += 1
    while i < len(tokens) and tokens[i].kind in ("HE", "PAST", "QUALIFIER", "EACH"):
        i += 1
    if i >= len(tokens) or tokens[i].kind != "NUMBER" or is_year(tokens[i]):
        return None
    games, lower = tokens[i], subjects.state.text.lower
    if games.value % 1 or games.value < _FEWEST or goals > _MOST_A_GAME * games.value or _TIME.match(lower, games.end):
        return None
    for last in range(i + 1, min(i + 6, len(tokens))):
        if tokens[last].kind in _GAMES:
            return i, last
        if tokens[last].kind not in _OF_GAMES:
            break
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    ends = behind is None or behind.kind in _ENDS or behind.text.lower() in ("for", "this")
    near = games.value <= _BARE_GAMES and ends
    return (i, i) if near and _goals_were_counted(subjects, sentence, tokens[at], near=False) else None


def _goals_were_counted(subjects: Subjects, sentence: Sentence, token: Mention, near: bool) -> bool:
    """Whether goals were the last thing counted before a number: in its sentence or the two before, of a bare one in
    the one before."""
    first = max(0, sentence.number - (1 if near else _NEAR))
    start = subjects.state.sentences[first].span.start
    last = max((m for m in subjects.told if start <= m.start < token.start), key=lambda m: m.start, default=None)
    if last is not None and last.metric == "player_goals":
        return True
    told = [m for m in _COUNTED.finditer(subjects.state.text.lower, start, token.start)]
    return bool(told) and told[-1]["goals"] is not None


def _scorer(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, last: int) -> str | None:
    """The player whom the number is of; none where a side, a coach or a goalkeeper has it."""
    before = tokens[max(0, at - 6) : at]
    if any(t.kind in ("THEY", "WE") or (t.kind == "ROLE" and t.text.lower() in _NO_PLAYER) for t in before):
        return None
    owner = subjects.either(sentence, tokens, at, last)
    if owner is None or not owner[2] or subjects.people.is_coach(owner[0]):
        return None
    named = owner[1]
    if named is not None and named.kind == "NAME" and subjects.state.text.lower.endswith(_OF_A_PLACE, 0, named.start):
        return None  # "the plumber from Sowerby, who has hit"
    return owner[0]


def _measure(
    scope: Scope, tokens: list[Mention], at: int, last: int, owner: str, matches: int | None, lower: str
) -> Measure:
    token = tokens[at]
    return Measure(
        token.start,
        tokens[last].end,
        owner,
        "player_goals",
        float(token.value),
        "goals",
        "measure/bare_tally",
        0.8,
        competition=scope.competition(tokens, at, last, "player_goals"),
        season=scope.season(tokens, at, "player_goals", matches),
        matches=matches,
        qualifier=qualifier_of(lower, token),
    )
