"""Whose a best mark or a first is, and whether it is one at all.

In: a frame's match. Out: `record_best`, `record_first`; nothing where a "since" or a season takes the first back.
"""

from __future__ import annotations

import re

from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owner_of
from flows.extract.measures.meanings.crowds_meant import who_drew_it
from flows.extract.measures.meanings.plainly_meant import plain
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import CONTESTS, Scope
from flows.extract.text.mentions import Mention
from flows.extract.text.peoples import country_of
from flows.extract.text.sought import Sought

_OUTCOMES = frozenset({"WINS", "LOSSES", "DRAWS"})
_NEAR = 60
_SHORT_OF = re.compile(r"\b(?:short of|shy of|away from|adrift of|within \w+(?: \w+)? of) (?:the )?(?:[\w-]+ ){0,3}$")
_ALL_OF_THEM = Sought(
    r"\b(?:all|both|every one|(?:for the first time,? )(?:all )?)(?: (?:two|three|four|five|six|\d))?(?: of)?(?: the)?"
    r" (?P<whose>[a-z]+)(?:'s|s')? (?:[\w'-]+ ){0,3}?"
    r"(?:clubs|sides|teams|representatives|entrants|entries|contenders)\b(?! (?:of|who|which|that|in))"
)
_OF_ONE_MATCH = Sought(
    r"\b(?:lead|led|level|ahead|in front|in charge|behind|"
    r"in the (?:tie|match|game|half|evening|contest|shoot-?out))\b[^,.;]{0,30}$"
)
_LIMITING = frozenset({"SINCE", "SEASON", "YEAR", "NUMBER", "DATE"})
_OWNED = re.compile(r"'s? (?:[\w-]+ ){0,3}record (?:of|at) (?:[\w-]+ ){0,2}$")
_BY = frozenset({"by", "set by", "held by"})
_A_CROWD = 500
_NO_MARK = re.compile(
    r"\b(?:disciplinary|scoring|goalscoring|home|away|good|poor|proud|fine|track|defensive|unbeaten|medical) record of "
    r"(?:just |only )?$"
)
_IN_HISTORY = re.compile(
    r" (?:in (?:the|their|its|his|her|\w+'s?|the \w+'s?) (?:\d+-year |long |proud )?(?:history|existence)|"
    r"since (?:they|it|the club) (?:was|were) (?:formed|founded|established))\b"
)


def record(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A best mark: a club record is the club's whoever set it."""
    holder = _holder(found, subjects)
    if holder is not None:
        subject, club = holder
        return [measure_of(found, scope, subject, None, "record_best", other=club)]
    either = subjects.either(found.sentence, found.tokens, found.at, found.last)
    if found.games is not None and any(t.kind == "GOALS" for t in found.tokens[found.at : found.last + 2]):
        return []  # "boasts a record of 14 goals in 22 games"
    set_by = _set_by(found)
    if set_by is not None:
        return [measure_of(found, scope, str(set_by.value), None, "record_best", other=_its_club(subjects, set_by))]
    if _NO_MARK.search(subjects.state.text.lower, found.sentence.span.start, found.tokens[found.at].start):
        return []  # "a disciplinary record of 30 bookings"
    near = found.tokens[max(0, found.first - 2) : found.at + 3]
    if any(t.kind in ("CROWD", "FANS") for t in near) or (found.value > _A_CROWD and _of_a_crowd(subjects)):
        drawn = who_drew_it(found, subjects)
        home = subjects.home(found.sentence, found.tokens[found.at].start) if drawn is None else drawn[0]
        return [] if home is None else [measure_of(found, scope, home, None, "record_best")]
    if either is None or (found.last + 1 < len(found.tokens) and found.tokens[found.last + 1].kind in _OUTCOMES):
        return []  # "a record of three wins"
    if "s" in found.bound:
        owner = owner_of(found, subjects)
        return [] if owner is None else [measure_of(found, scope, *owner, "record_best")]
    subject, mention, is_person = either
    his = next((i for i in range(max(0, found.first - 2), found.first) if found.tokens[i].kind == "HE"), None)
    him = None if his is None else subjects.people.he(found.sentence, found.tokens, his)
    if him is not None:
        return [measure_of(found, scope, *him, "record_best")]
    owns = found.tokens[found.first - 1] if found.first else None
    if owns is not None and owns.kind == "PERSON" and owns.possessive:
        return [measure_of(found, scope, str(owns.value), owns, "record_best")]
    if owns is not None and owns.kind == "EPITHET" and owns.value[0] == "PERSON":
        return [measure_of(found, scope, str(owns.value[1]), owns, "record_best")]
    start = found.tokens[found.first].start
    if _SHORT_OF.search(subjects.state.text.lower, max(found.sentence.span.start, start - _NEAR), start):
        return []  # "two short of the record of 44": somebody else's
    if mention is None and any(t.text.lower() == "club" for t in found.tokens[found.first : found.at]):
        return _the_clubs(found, subjects, scope, "record_best")
    cue = next((t for t in found.tokens[found.first : found.at] if t.kind == "RECORDED"), None)
    if is_person and cue is not None and cue.text.lower().startswith("club"):
        club = subjects.club_of(subject)
        return [] if club is None else [measure_of(found, scope, club, mention, "record_best")]
    return [measure_of(found, scope, subject, mention, "record_best")]


def _set_by(found: Found) -> Mention | None:
    """ "the club record of 28 goals, set by Varga": whose the mark is."""
    behind = found.tokens[found.last + 1 : found.last + 7]
    by = next((i for i, t in enumerate(behind) if t.text.lower() in _BY), None)
    after = [] if by is None else [t for t in behind[by + 1 : by + 3] if t.kind == "PERSON"]
    return after[0] if after else None


def _its_club(subjects: Subjects, person: Mention) -> str | None:
    return subjects.club_of(str(person.value))


def _of_a_crowd(subjects: Subjects) -> bool:
    """Whether a crowd was the last thing told: "The previous best was the 5,902 who came"."""
    return (
        bool(subjects.told)
        and subjects.told[-1].metric in ("attendance", "record_best")
        and (subjects.told[-1].value > _A_CROWD)
    )


def _holder(found: Found, subjects: Subjects) -> tuple[str, str | None] | None:
    """ "Merrow's club scoring record of 200": whose the mark is, and that it is his club's."""
    lower, start = subjects.state.text.lower, found.tokens[found.first].start
    owned = _OWNED.search(lower, max(found.sentence.span.start, start - 60), found.tokens[found.at].start)
    if owned is None:
        return None
    for mention in found.sentence.mentions:
        told = mention.value if mention.kind == "EPITHET" else (mention.kind, mention.value)
        if mention.start < owned.start() <= mention.end and told[0] == "PERSON":
            return str(told[1]), subjects.club_of(str(told[1]))
    return None


def _the_clubs(found: Found, subjects: Subjects, scope: Scope, metric: str) -> list[Measure]:
    """ "the club": that of the person the sentence speaks of, else of the one the story is about."""
    named = [str(t.value) for t in found.tokens[: found.at] if t.kind == "PERSON"]
    named += [str(t.value[1]) for t in found.tokens[: found.at] if t.kind == "EPITHET" and t.value[0] == "PERSON"]
    person = named[-1] if named else subjects.people.in_focus()
    club = None if person is None else subjects.club_of(person)
    return [] if club is None else [measure_of(found, scope, club, None, metric)]


def _all_of_a_country(found: Found, subjects: Subjects) -> str | None:
    """ "all four of Scotland's sides are through for the first time", "all three Welsh clubs": the country."""
    told = _ALL_OF_THEM.search(subjects.state.text.lower, *found.sentence.span)
    if told is None:
        return None
    name = subjects.state.text.printed(*told.span("whose"))
    country = country_of(name) or name
    return country if is_national(country) else None


def first(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "first ever", "for the first time": no record where a "since" or a season takes it back."""
    if found.value != 1:
        return []
    following = found.tokens[found.last + 1 : found.last + 5]
    ends = next((i for i, t in enumerate(following) if t.kind in ("COMMA", "STOP", "BUT", "QUOTE")), len(following))
    following = following[:ends]
    lower = subjects.state.text.lower
    if _OF_ONE_MATCH.search(lower, found.sentence.span.start, found.tokens[found.first].start):
        return []
    whole = _IN_HISTORY.match(lower, found.tokens[found.last].end)
    limited = any(
        (t.kind in _LIMITING and t.text.lower() != "next season") or t.text.lower() == "since" for t in following
    )
    if whole is None and limited:
        return []
    bare = found.tokens[found.last].kind == "SCOPE" and found.tokens[found.last - 1].kind == "IN"
    if found.games is not None or (bare and found.tokens[found.last].text.lower() not in CONTESTS):
        return []
    before = found.tokens[found.first - 1] if found.first else None
    if (
        before is not None
        and before.text.lower() in ("club", "club's", "side's", "team's")
        and subjects.side_in(found.tokens, found.first) is None
    ):
        return _the_clubs(found, subjects, scope, found.frame.effect)
    country = _all_of_a_country(found, subjects)
    if country is not None:
        return [measure_of(found, scope, country, None, found.frame.effect)]
    measures = plain(found, subjects, scope)
    clause = found.tokens[max(0, found.first - 9) : found.first]
    if any(t.kind == "HYPOTHETICAL" for t in clause) and any(t.kind == "PERSON" for t in clause):
        return []  # "Doyle will take charge for the first time"
    if any(t.kind == "OCCASION" for t in found.tokens[found.at : found.last + 1]):
        for measure in measures:
            measure.season = None
    phrase = {t.kind for t in found.tokens[found.first : found.last + 1]}
    if "TEAM" in phrase and "COMPETITION" not in phrase:
        for measure in measures:
            measure.competition = None  # "his first Rovers goal", in whatever they play
    return measures
