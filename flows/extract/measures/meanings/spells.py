"""Meanings of spells: how many games since something, how long a run lasted, how many are left, the nth to do it.

In: a frame's match. Out: measures; what such a phrase leaves unsaid (which run lasted, who is in charge) is taken from
the words just before it or not at all.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owner_of
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES
from flows.extract.text.sought import Sought

_SINCE = {
    "SHEET": ("clean_sheets", "clean sheets"),
    "SCORED": ("goals_scored", "goals"),
    "HAVE_WON": ("winless_run", "matches"),
    "WINS": ("winless_run", "matches"),
    "LOST": ("unbeaten_run", "matches"),
    "LOSSES": ("unbeaten_run", "matches"),
}
_RUNS = (
    ("unbeaten_run", re.compile(r"\b(?:unbeaten|undefeated)\b")),
    ("winless_run", re.compile(r"\bwinless\b|\bwithout a win\b")),
    ("win_run", re.compile(r"\bwinning (?:run|streak|sequence)\b")),
    ("loss_run", re.compile(r"\blosing (?:run|streak|sequence)\b")),
)
_LEFT = re.compile(
    r"(?: (?:are|were|is|was))?(?: (?:still|yet|now))*"
    r" (?:to go\b(?! (?:top|clear|before))|to spare\b|left\b|remaining\b|to be played\b|to play\b|remain\b)"
)
_REMAINING = re.compile(r"\b(?:the|their|its|his|our|'s?) (?:last |final )?remaining $")
_WHO = re.compile(r"(?:man|woman|player|person|footballer|teenager|goalkeeper|striker|midfielder|defender|forward)$")
_WHICH = re.compile(r"(?:team|side|club)$")
_EVER_DONE = re.compile(r" (?:ever|in (?:the |\w+'s )?history|(?:ever )?to (?:have|score|win|reach)|who has)\b")
_COMES = re.compile(r" to (?:join|sign|leave|arrive|depart)\b")
_AND_ONLY = ("and just the ", "and only the ", "and the ")
_IS_ONE = re.compile(r"\b(?:became|become|becomes|becoming|is|are|was|were) (?:only |just |now )?(?:the |both the )?$")

_PUNISHED = frozenset({"RED", "YELLOW", "FORBADE", "DISMISSED", "SENT_OFF", "BOOKED"})
_SENT_OFF = Sought(
    r"\b(?:sent off|red card|red-carded|dismissed|dismissal|suspen|bann?ed|bans?\b|saw red|violent conduct|"
    r"guilty of|misconduct|disciplinary|spitting|stamping)"
)
_NEAR = 3  # sentences
_NEARLY_MISSED = ("away from ", "short of ", "avoid ", "risk ", "risks ", "risking ", "off ")
_SHORT_SPANS = frozenset({"week", "weekend", "month", "day"})
_IN_A_CAREER = re.compile(
    r"\b(?:between (?:18|19|20)\d\d and|in (?:his|her) career|from (?:19|20)\d\d to|"
    r"in (?:[a-z]+|\d+) (?:years|seasons))\b"
)
_HURT = Sought(
    r"\b(?:injur|hamstring|knee|ankle|groin|thigh|calf|broke|fractur|torn|strain|surgery|operation|knock|hernia)"
)
_OVERSAW = frozenset({"overseen", "oversaw", "overseeing", "supervised"})
_COACHED = frozenset({"managed", "coached", "led", "manages", "coaches", "oversaw", "guided", "bossed"})
_LEADING = frozenset(
    {"in charge", "at the helm", "in the job", "in the post", "in post", "in the role", "in the hot seat"}
    | {"in the dugout", "as manager", "as coach", "as head coach", "as boss"}
)
_IN_THE_POST = Sought(r"\b(?:predecessor|successor)\b")


def since(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "11 games since they kept a clean sheet": none in eleven; since a win or a defeat it is a run."""
    owner = owner_of(found, subjects)
    if owner is None:
        return []
    metric, unit = _SINCE[found.bound["k"].kind]
    if unit == "matches":
        return [measure_of(found, scope, *owner, metric, found.value, unit)]
    return [measure_of(found, scope, *owner, metric, 0, unit, matches=int(found.value))]


def lasted(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "It had lasted for 21 matches": of the run that the sentence or the one before speaks of."""
    state, number = subjects.state, found.sentence.number
    near = [state.sentences[number], *state.sentences[max(0, number - 1) : number]]
    cue = found.tokens[found.first]
    if cue.kind == "MOVE" and not cue.text.lower().startswith("stretch"):
        return []
    for sentence in near:
        end = cue.start if sentence is found.sentence else sentence.span.end
        words = state.text.lower[sentence.span.start : end]
        metric = next((name for name, pattern in _RUNS if pattern.search(words)), None)
        if metric is not None:
            owner = subjects.side(found.sentence, found.tokens, found.first, found.last)
            return [] if owner is None else [measure_of(found, scope, *owner, metric, unit="matches")]
    return []


def remaining(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "with 11 games to go": what is left of a side's season."""
    lower = subjects.state.text.lower
    told = _REMAINING.search(lower, max(0, found.tokens[found.at].start - 24), found.tokens[found.at].start)
    if found.value < 2 or not (told or _LEFT.match(lower, found.tokens[found.last].end)):
        return []
    owner = subjects.side(found.sentence, found.tokens, found.at, found.last)
    if found.tokens[found.last].text.lower() == "rounds":
        owner = None if scope.league is None else (scope.league, None)
    if owner is None:
        return []
    measure = measure_of(found, scope, *owner, "other_count", unit="games remaining")
    measure.matches, measure.competition = None, scope.competition(found.tokens, found.first, found.last, "points")
    measure.season = scope.around.season
    return [measure]


def _alone(measure: Measure) -> Measure:
    """A count that no season and no competition limits."""
    measure.competition = measure.season = measure.matches = None
    return measure


def since_last(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "his first goal in 16 months": so long since the last one."""
    nth = next((t for t in found.tokens[found.first : found.at] if t.kind == "ORDINAL"), None)
    either = subjects.either(found.sentence, found.tokens, found.first, found.last)
    between = found.tokens[found.first : found.at]
    if nth is None or nth.value != 1 or either is None or any(t.kind in ("SINCE", "COMMA", "NUMBER") for t in between):
        return []
    unit = found.bound["x"].text.lower()
    return [_alone(measure_of(found, scope, *either[:2], "other_count", unit=f"{unit} since the last"))]


def dry_months(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "had not scored in 11 months"."""
    either = subjects.either(found.sentence, found.tokens, found.first, found.first)
    if either is None:
        return []
    measure = _alone(measure_of(found, scope, *either[:2], "other_count"))
    kinds = {t.kind for t in found.tokens[found.first : found.last + 1]}
    what = "conceding" if "TIGHT" in kinds else "a goal"
    measure.unit = f"{found.bound['x'].text.lower()} without {what}"
    behind = [t for t in found.tokens[found.last + 1 : found.last + 4] if t.kind == "COMPETITION"]
    if behind:  # "without scoring a Premier League goal"
        measure.competition = str(behind[0].value)
    hours = found.tokens[found.at - 3 : found.at]
    if [t.kind for t in hours] == ["NUMBER", "TIME_UNIT", "AND"] and hours[1].text.lower().startswith("hour"):
        measure.value += 60 * float(hours[0].value)
        measure.start = min(measure.start, hours[0].start)
    return [measure]


def games_missed(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "will miss at least 11 matches", "missed a third straight game"; of one who was sent off it is a ban."""
    owner = owner_of(found, subjects)
    if owner is None or (found.tokens[found.at].kind == "ORDINAL" and found.value == 1):
        return []
    if subjects.state.text.lower.endswith(_NEARLY_MISSED, 0, found.tokens[found.first].start):
        return []  # "are a caution away from missing two games"
    if found.tokens[found.at].kind == "NUMBER" and _is_suspended(found, subjects):
        return [_alone(measure_of(found, scope, *owner, "ban_matches", unit="matches"))]
    return [_alone(measure_of(found, scope, *owner, "other_count", unit="matches missed"))]


def _is_suspended(found: Found, subjects: Subjects) -> bool:
    """Whether games are missed for a card or a ban, told in the sentence or the one before, and not for an injury."""
    lower, span = subjects.state.text.lower, found.sentence.span
    if _IN_A_CAREER.search(lower, found.tokens[found.at].end, span.end):
        return False
    if any(t.kind in _PUNISHED for t in _up_to_clause_end(found)):
        return True
    number = found.sentence.number
    if _HURT.search(lower, span.start, span.end):
        return False
    if _SENT_OFF.search(lower, span.start, span.end):
        return True
    for before in reversed(subjects.state.sentences[max(0, number - _NEAR) : number]):
        start, end = before.span.start, before.span.end
        if _HURT.search(lower, start, end) or before.paragraph < found.sentence.paragraph - 1:
            return False
        if _SENT_OFF.search(lower, start, end):
            return True
    return False


def _up_to_clause_end(found: Found) -> list[Mention]:
    """The tokens of a sentence without the clauses that follow the number's: another's ban may be told there."""
    ends = (i for i in range(found.last + 1, len(found.tokens)) if found.tokens[i].kind in ("COMMA", "BUT"))
    return found.tokens[: next(ends, len(found.tokens))]


def hat_tricks(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "his third hat-trick for the club": one alone is goals, not a count."""
    owner = subjects.people.person(found.sentence, found.tokens, found.at)
    if owner is None or found.value < 2:
        return []
    return [_alone(measure_of(found, scope, *owner, "other_count", unit="hat-tricks"))]


def years_of_history(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "in the club's 112-year history"."""
    owner = subjects.nearest_side(found.sentence, found.tokens, found.at)
    if owner is None or found.value < 5:
        return []
    return [_alone(measure_of(found, scope, *owner, "other_count", unit="years of history"))]


def nth_season(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "for the 10th straight season", "for the third week running"."""
    either = subjects.either(found.sentence, found.tokens, found.first, found.first)
    if either is None or found.value < 2:
        return []
    span = next(t.text.lower() for t in found.tokens[found.at :] if t.kind in ("YEAR", "CAMPAIGN"))
    unit = f"consecutive {span}s" if span in _SHORT_SPANS else "consecutive seasons"
    measure = measure_of(found, scope, *either[:2], "other_count", unit=unit)
    measure.matches = measure.season = None
    return [measure]


def in_charge(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "after five games in charge": a coach's matches with the side the sentence is about."""
    owner = subjects.people.person(found.sentence, found.tokens, found.at)
    here = found.tokens[found.last]
    if owner is None or found.value < 2 or (here.kind == "PLACE_HERE" and here.text.lower() not in _LEADING):
        return []
    cue = found.bound["u"].text.lower() if "u" in found.bound else "in charge"
    if not cue.endswith(("in charge", "in charge of")) and cue not in _COACHED:
        return []
    if "c" in found.bound and found.bound["c"].text.lower() not in _COACHED:
        return []
    if "d" in found.bound and found.bound["d"].text.lower() not in _OVERSAW:
        return []
    if "k" in found.bound and found.bound["k"].text.lower() != "charge":
        return []
    if "v" in found.bound and not _lasted_in_a_post(found, subjects, owner[0]):
        return []
    measure = measure_of(found, scope, *owner, "matches_played", other=_employer(found, subjects, owner[0]))
    measure.competition = measure.season = measure.matches = None
    return [measure]


def _lasted_in_a_post(found: Found, subjects: Subjects, person: str) -> bool:
    """ "lasted 11 games as Rovers manager", "the coach lasted 11 games": no run of results."""
    verb = found.bound["v"]
    opens = verb.text.lower().startswith("lasted") and found.first > 0 and found.tokens[found.first - 1].kind != "WORD"
    if "o" in found.bound or subjects.people.is_coach(person):
        return opens
    return opens and _IN_THE_POST.search(subjects.state.text.lower, found.sentence.span.start, verb.start) is not None


def _employer(found: Found, subjects: Subjects, person: str) -> str | None:
    """The side that the phrase ends with ("a five-game spell in charge of X"), else the last one before, else his."""
    if "o" in found.bound:
        return subjects.team(found.tokens, found.tokens.index(found.bound["o"]), found.sentence)
    named: list[Mention] = [t for t in found.tokens[: found.at] if t.kind in SIDES]
    return subjects.state.side(named[-1], found.sentence) if named else subjects.club_of(person)


def nth_to(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "became only the fourth man to have scored four": a first is a record by itself, a later one has its place."""
    tokens, lower = found.tokens, subjects.state.text.lower
    last = tokens.index(found.bound["w"])
    noun = tokens[last].text.lower()
    head = lower[max(0, tokens[found.at].start - 24) : tokens[found.at].start]
    if head.endswith(_AND_ONLY) and "becom" in lower[found.sentence.span.start : tokens[found.at].start]:
        head = "becoming the "
    who, which = _WHO.search(noun), _WHICH.search(noun)
    verb = _IS_ONE.search(head)
    if verb is None or not (who or which) or found.value > 20:
        return []
    follows = lower[tokens[last].end : tokens[last].end + 40]
    if _COMES.match(follows):
        return []  # "the fifth forward to sign for them"
    if "bec" not in verb.group() and not _EVER_DONE.match(follows):
        return []
    if "beca" not in verb.group() and "becom" not in verb.group() and found.value == 1:
        return []
    owner = (
        subjects.people.person(found.sentence, tokens, found.at)
        if who
        else subjects.side(found.sentence, tokens, found.at, found.at)
    )
    if owner is None:
        return []
    metric = "record_first" if found.value == 1 else "record_other"
    return [measure_of(found, scope, *owner, metric, unit=f"{noun} to do so")]
