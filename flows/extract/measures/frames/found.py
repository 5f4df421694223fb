"""What a frame's match gives every meaning: the bound tokens, whose the number is, and the measure made of it."""

from __future__ import annotations

from typing import NamedTuple

from flows.extract.cast.told_by_others import player_of
from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.frame import MeasureFrame
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import IN_THE_LEAGUE, Scope
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_RUNS = frozenset({"unbeaten_run", "win_run", "loss_run", "winless_run"})
_AFTER_SUBJECT = frozenset("WINLESS UNBEATEN SCORELESS HAVE_WON LOST DREW CONCEDED EARNED BEATEN".split())
_SUFFERED = frozenset({"losses", "loss_run", "winless_run"})
_DEALT = ("inflict", "hand", "condemn", "consign", "subject", "dealt", "sentenced")
_BROUGHT = Sought(
    r"\b(?:header|goal|goals|strike|penalty|winner|volley|effort|finish|double|brace|hat-trick|free-kick) "
    r"(?:[a-z-]+ )?"
    r"(?:wrapped up|sealed|completed|secured|clinched|earned|brought|delivered|ensured) (?:an? |the |their )?$"
)
_AGAINST_SOMEONE = _RUNS | {"wins", "losses", "draws"}


class Found(NamedTuple):
    """A frame's match: its bound tokens, the sentence's tokens and where in them it stands."""

    frame: MeasureFrame
    bound: dict[str, Mention]
    tokens: list[Mention]
    sentence: Sentence
    first: int
    at: int
    last: int
    games: int | None
    games_at: Mention | None = None

    @property
    def value(self) -> float:
        """The number, or what the phrase is worth without one."""
        if self.frame.value is not None:
            return self.frame.value
        return float(self.tokens[self.at].value)


def owner_of(found: Found, subjects: Subjects) -> tuple[str, Mention | None] | None:
    who = found.frame.who
    if who == "home":
        home = subjects.home(found.sentence, found.tokens[found.at].start)
        return None if home is None else (home, None)
    if "s" in found.bound:
        side = found.bound["s"]
        if side.kind in ("NATIONALITY", "ROLE"):
            meant = subjects.people.meant_by(found.sentence, found.tokens, found.tokens.index(side))
            return None if meant is None else (meant, side)
        if side.kind == "HE":
            return subjects.people.he(found.sentence, found.tokens, found.tokens.index(side))
        if side.kind in ("THEY", "WE"):
            team = subjects.team(found.tokens, found.tokens.index(side), found.sentence)
        else:
            known = side.value if side.kind == "PERSON" else side.text
            team = subjects.state.side(side, found.sentence) if side.kind in SIDES else str(known)
        return None if team is None else (team, side)
    if who == "player":
        return player_of(subjects.people, found.sentence, found.tokens, found.at)
    if who == "person":
        return subjects.people.person(found.sentence, found.tokens, found.at)
    if who == "place":
        return subjects.place(found.sentence, found.tokens, found.at)
    if who == "travelling":
        return subjects.travellers(found.sentence, found.tokens, found.at, found.last)
    compared = _whom_it_is_compared_with(found, subjects)
    if compared is not None:
        return compared
    if who == "any":
        either = subjects.either(found.sentence, found.tokens, found.at, found.last)
        return None if either is None else either[:2]
    if found.frame.effect == "matches_played" and subjects.people.speakers.says_i(found.tokens, found.at):
        return None  # "I have played 12 games": his appearances
    if found.frame.effect in _SUFFERED and (victim := _victim(found, subjects)) is not None:
        return victim
    if found.tokens[found.first].kind in _AFTER_SUBJECT:
        owner = subjects.side(found.sentence, found.tokens, found.first, found.last)
        if owner is not None:
            return owner
    return subjects.side(found.sentence, found.tokens, found.at, found.last)


def _whom_it_is_compared_with(found: Found, subjects: Subjects) -> tuple[str, Mention | None] | None:
    """ "only City conceded more than their 44 goals": whose "their" is, who is not the one it is compared with."""
    tokens, at = found.tokens, found.at
    if at <= 1 or tokens[at - 2].kind != "QUALIFIER":
        return None
    if tokens[at - 1].kind in SIDES and tokens[at - 1].possessive:
        named = subjects.state.side(tokens[at - 1], found.sentence)
        return None if named is None else (named, tokens[at - 1])
    if tokens[at - 1].text.lower() != "their":
        return None
    earlier = [i for i in subjects.positions.before(tokens, at - 1, SIDES | {"THEY"}) if i < at - 1][1:2]
    side = subjects.team(tokens, earlier[0], found.sentence) if earlier else subjects.side_before(found.sentence)
    return None if side is None else (side, None)


def _victim(found: Found, subjects: Subjects) -> tuple[str, Mention | None] | None:
    """ "inflicted a first defeat in 12 on Rovers", "handed Rovers their sixth loss": who suffers what others deal."""
    tokens = found.tokens
    dealt = next((i for i in range(found.first - 1, max(-1, found.first - 7), -1) if _deals(tokens[i])), None)
    if dealt is None:
        return None
    near = range(dealt + 1, found.first)
    behind = (i + 1 for i in range(found.last, min(found.last + 4, len(tokens) - 1)) if tokens[i].text.lower() == "on")
    for i in (*near, *behind):
        if tokens[i].kind in SIDES:
            team = subjects.team(tokens, i, found.sentence)
            return None if team is None else (team, tokens[i])
        if i > found.last and tokens[i].kind == "LEADERS":
            return _other_of_the_match(found, subjects)
    return None


def _other_of_the_match(found: Found, subjects: Subjects) -> tuple[str, Mention | None] | None:
    """ "City beat Rovers 2-0 to inflict a first defeat on the leaders": the other of the two that the words are of."""
    doer = subjects.side(found.sentence, found.tokens, found.first, found.first)
    pair = subjects.state.pair_of(found.sentence) or ()
    other = next((side for side in pair if doer is not None and doer[0] in pair and side != doer[0]), None)
    return None if other is None else (other, None)


def winner_over(found: Found, subjects: Subjects) -> tuple[str, Mention | None] | None:
    """ "X's header wrapped up a third win over Rovers this season": whoever plays Rovers, where a goal brings it."""
    noun = next((i for i in range(found.at, found.last + 1) if found.tokens[i].kind == "WINS"), found.last)
    over, beaten = (*found.tokens[noun + 1 : noun + 3], None, None)[:2]
    if over is None or beaten is None or over.text.lower() != "over" or beaten.kind not in SIDES:
        return None
    lower, start = subjects.state.text.lower, found.sentence.span.start
    if _BROUGHT.search(lower, start, found.tokens[found.first].start) is None:
        return None
    pair, loser = subjects.state.pair_of(found.sentence), subjects.state.side(beaten, found.sentence)
    if pair is None or loser not in pair:
        return None
    return pair[0] if loser == pair[1] else pair[1], None


def _deals(token: Mention) -> bool:
    return token.text.lower().startswith(_DEALT)


def owners_of(found: Found, subjects: Subjects) -> list[tuple[str, Mention | None]]:
    """Whose the number is: both sides' where "both" or a list of two says so, else one's; none where nobody knows."""
    both = subjects.both(found.sentence, found.tokens, found.first, found.at, found.last)
    if found.frame.who == "player":
        both = [owner for owner in both if owner[1] is not None and owner[1].kind == "PERSON"]
    if both:
        return both
    owner = owner_of(found, subjects)
    return [] if owner is None else [owner]


def measure_of(
    found: Found,
    scope: Scope,
    subject: str,
    mention: Mention | None,
    metric: str,
    value: float | None = None,
    unit: str | None = None,
    matches: int | None = None,
    other: str | None = None,
) -> Measure:
    tokens, frame = found.tokens, found.frame
    start, end = tokens[found.first].start, tokens[found.last].end
    if mention is not None and mention.start < start and start - mention.start < 90:
        start = mention.start
    elif mention is not None and mention.end > end and mention.end - end < 90:
        end = mention.end
    if found.games_at is not None and end < found.games_at.end < end + 60:
        end = found.games_at.end
    games = found.games if matches is None else matches
    if metric in _RUNS or (metric in IN_THE_LEAGUE and metric != "points"):
        games = None
    if other is None and metric in _AGAINST_SOMEONE:
        other = scope.opponent(tokens, found.at, found.last, found.sentence, subject)
    said = "SEASON" in [t.kind for t in tokens]
    of_meetings = metric in _RUNS and other is not None and not said  # as long as it took them to meet so often
    return Measure(
        start=start,
        end=end,
        subject=subject,
        metric=metric,
        value=found.value if value is None else value,
        unit=unit or frame.unit,
        competition=scope.competition(tokens, found.first, found.last, metric),
        season=None if of_meetings else scope.season(tokens, found.at, metric, games),
        matches=games,
        other=other,
        qualifier="exact" if "position" in metric else scope.qualifier(tokens, found.at),
        rule=f"measure/{frame.rule}",
        confidence=frame.confidence,
    )
