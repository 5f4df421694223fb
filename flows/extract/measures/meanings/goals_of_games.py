"""Goals that games have seen, whoever scored them: "Rovers' last six games have produced 21 goals".

In: a goal phrase as found. Out: whether its goals are told of games, and the count of the one side whose games they
are; of "the last eight meetings of X and Y" it is nobody's.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES

_GAMES = r"(?:games|matches|meetings|outings|encounters|fixtures|clashes|contests|ties|visits|derbies)"
_SEEN_BY_GAMES = re.compile(
    _GAMES + r"\b[^.;,]{0,50}? (?:produced|yielded|yielding|seen|saw|featured|featuring|brought|served up|contained|"
    r"averaged|delivered|witnessed|thrown up)(?: up| us)? (?:(?:a total of|as many as|no fewer than|some|just|only) )?$"
)
_THERE_WERE = re.compile(
    r"\bthere (?:(?:have|had|has) (?:also |now )?been|were) (?:(?:a total of|just|only|no fewer than) )?$"
)
_REACH = 90  # letters
_OWNS = 4  # tokens


def seen_by_games(found: Found, subjects: Subjects) -> bool:
    """Whether the goals are what games produced, or what there were."""
    lower, start = subjects.state.text.lower, found.tokens[found.at].start
    if not any(t.kind == "GAME" for t in found.tokens):
        return False
    said = lower[max(found.sentence.span.start, start - _REACH) : start]
    return bool(_SEEN_BY_GAMES.search(said) or _THERE_WERE.search(said))


def goals_of_games(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """The goals in the games of one side, where they are one side's."""
    tokens = found.tokens
    before = next((i for i in range(found.at - 1, 0, -1) if tokens[i].kind == "GAME"), None)
    game = before or next((i for i in range(found.at + 1, len(tokens)) if tokens[i].kind == "GAME"), None)
    if game is None or any(t.kind == "AND" for t in tokens[game : game + _OWNS]):
        return []
    number = next((t for t in reversed(tokens[max(0, game - 2) : game]) if t.kind == "NUMBER"), None)
    owner = next((t for t in reversed(tokens[max(0, game - _OWNS) : game]) if _owns(t)), None)
    side = None if owner is None else subjects.team(tokens, tokens.index(owner), found.sentence)
    if side is None or owner is None:
        return []
    games = None if number is None else int(number.value)
    measure = measure_of(found, scope, side, owner, "other_count", unit="goals in its matches", matches=games)
    measure.matches = games
    return [measure]


def _owns(token: Mention) -> bool:
    return (token.kind in SIDES and token.possessive) or (token.kind == "THEY" and token.text.lower() == "their")
