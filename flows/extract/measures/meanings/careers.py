"""Meanings of what a person's career is told in: bans, games played, weeks out."""

from __future__ import annotations

import re
from dataclasses import replace

from flows import vocabulary
from flows.extract.cast.told_by_others import player_of
from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owner_of
from flows.extract.measures.meanings.plainly_meant import plain
from flows.extract.measures.meanings.stays import time_unit
from flows.extract.measures.owners.punished import punished_on
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope

_APPEARS = frozenset({"played", "featured", "appeared", "started", "turned out"})
_STARTS = frozenset({"start", "starts", "appearance", "appearances"})
_ONLY = frozenset({"only", "just"})
_LEAGUE_STARTS = re.compile(r" (?:league|first-team|premier league|competitive) starts?\b")
_CHANGED = frozenset({"cut", "reduced", "increased", "extended", "halved", "doubled", "raised", "lengthened"})
_MANY = 20  # games that nobody plays in a row of fixtures
_GOALS_IN = re.compile(r"\b(?:goals?|strikes?|wins?|starts?) (?:in|from|for|since) (?:(?:his|her|the|last|past) )*$")
_SHORT = ("short of ", "shy of ", "away from ", "away from his ", "away from her ", "short of his ", "short of her ")
_FOR_COUNTRY = re.compile(r" (?:for|with) (?:his|her|the) (?:country|nation|national (?:team|side))\b")
_NAMED = frozenset({"PERSON", "HE", "ROLE", "NAME", "THEY", "AND"})
_MAY = frozenset({"may", "might", "could"})
_CLAUSE_ENDS = frozenset({"STOP", "QUOTE", "BUT", "AND"})
_WENT_ON = frozenset({"went on to play", "goes on to play"})
_AGO = re.compile(r" (?:ago|later|earlier)\b")


def ban(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Matches or months; years are told in months."""
    cue = found.bound["x"]
    if "k" in found.bound and found.bound["k"].text.lower() not in _CHANGED:
        return []
    if _is_of_many(found):
        return []
    receiver = punished_on(found.tokens, found.at)
    owner = subjects.people.person(found.sentence, found.tokens, found.at)
    owner = owner if receiver is None else (str(receiver.value), receiver)
    if owner is None:
        return []
    owners = (
        [owner] if receiver is not None else subjects.people.all_of(found.sentence, found.tokens, found.first, owner)
    )
    if cue.kind == "GAME":
        return _at_most(found, [measure_of(found, scope, *each, "ban_matches", unit="matches") for each in owners])
    unit = time_unit(cue)
    if unit not in ("months", "years"):
        return []
    months = found.value * (12 if unit == "years" else 1)
    return _at_most(found, [measure_of(found, scope, *each, "ban_months", months, "months") for each in owners])


def _is_of_many(found: Found) -> bool:
    """ "A further nine have received three-year bans": of men whom the sentence does not name."""
    many = any(t.text.lower() == "bans" for t in found.tokens[found.at : found.last + 3])
    return many and all(t.kind not in _NAMED for t in found.tokens[: found.at])


def _at_most(found: Found, measures: list[Measure]) -> list[Measure]:
    """ "could be out for six weeks", "may face a two-year ban": what may come is so long at the most."""
    start = max((i for i in range(found.at) if found.tokens[i].kind in _CLAUSE_ENDS), default=0)
    if any(t.text.lower() in _MAY for t in found.tokens[start : found.at]):
        for measure in measures:
            measure.qualifier = "up_to" if measure.qualifier == "exact" else measure.qualifier
    return measures


def _only_so_often(found: Found, lower: str) -> bool:
    """ "played only twice", "has featured just three times"."""
    verb, number = found.bound["q"], found.bound["n"]
    often = number.text.lower() in ("twice", "thrice")
    return often and verb.text.lower() in _APPEARS and lower[verb.end : number.start].strip() in _ONLY


def played(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Games that a side has played, or a player has played in."""
    verb = found.tokens[found.first].text.lower()
    if verb in _WENT_ON or any(t.kind in ("TEAM", "PLACE") for t in found.tokens[found.first : found.at]):
        person = subjects.people.person(found.sentence, found.tokens, found.at)
        either = None if person is None else (*person, True)
    else:
        either = subjects.either(found.sentence, found.tokens, found.at, found.last)
    if either is None or found.value < 2:
        return []
    subject, mention, is_person = either
    if ("b" in found.bound and not _starts(found)) or ("h" in found.bound and not is_person):
        return []
    if (
        found.last <= found.at + 2
        and found.value < _MANY
        and "b" not in found.bound
        and found.tokens[found.first].text.lower() in ("made", "making", "make", "playing")
    ):
        return []
    if "q" in found.bound and not _only_so_often(found, subjects.state.text.lower):
        return []
    if "w" in found.bound and not (is_person and found.bound["w"].text.lower() in ("started", "featured", "appeared")):
        return []
    if not is_person and found.tokens[found.first].text.lower() != "played":
        return []
    if _LEAGUE_STARTS.match(subjects.state.text.lower, found.tokens[found.at].end):
        return []
    metric = "player_appearances" if is_person else "matches_played"
    near = found.tokens[found.first : found.last + 4]
    if is_person and any(
        (t.kind in ("TEAM", "PLACE") and t.value in vocabulary.national_sides()) or t.text.lower().startswith("country")
        for t in near
    ):
        metric = "caps"
    measure = measure_of(
        found,
        scope,
        subject,
        mention,
        metric,
        unit={"caps": "caps", "matches_played": "matches"}.get(metric, "appearances"),
    )
    measure.matches = None
    return [measure]


def games_or_starts(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "have played 12 games": a side's matches; "has made 14 starts": what only a man does."""
    if any(t.text.lower() in _STARTS for t in found.tokens[found.at : found.last + 1]):
        who = subjects.people.person(found.sentence, found.tokens, found.at)
        return [] if who is None else [measure_of(found, scope, *who, "player_appearances", unit="appearances")]
    return plain(found, subjects, scope)


def appearances(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A player's appearances; for a country they are caps. A coach's nth game is one in charge."""
    of_theirs = any(t.kind in ("TEAM", "NAME", "THEY") for t in found.tokens[found.first : found.at])
    owner = subjects.people.person(found.sentence, found.tokens, found.first if of_theirs else found.at)
    if owner is None:
        return []
    if _LEAGUE_STARTS.match(subjects.state.text.lower, found.tokens[found.at].end):
        return []
    if owner[1] is None and found.value < 2:
        return []  # "have made only one appearance at this stage"
    if "h" in found.bound and found.value < _MANY:
        return []  # "his third league game": of this season, if anything
    if found.tokens[found.at].kind == "NUMBER" and _GOALS_IN.search(
        subjects.state.text.lower, found.sentence.span.start, found.tokens[found.at].start
    ):
        return []  # "looking for his first goal in 11 appearances"
    if subjects.state.text.lower.endswith(_SHORT, 0, found.tokens[found.at].start):
        return []  # "is 11 short of 400 appearances"
    if subjects.state.text.lower.startswith(" more ", found.tokens[found.at].end):
        return []  # "needs three more appearances to reach 300"
    if "k" in found.bound and found.bound["k"].text.lower() not in ("start", "outing"):
        return []
    near = found.tokens[found.first : found.last + 3]
    country = any(
        t.kind in ("TEAM", "PLACE") and str(t.value).removesuffix(" Women") in vocabulary.national_sides() for t in near
    )
    if found.tokens[found.at].kind == "ORDINAL" and owner[1] is None and not country:
        return []  # "are dreaming of a second appearance at the finals"
    country = country or _FOR_COUNTRY.match(subjects.state.text.lower, found.tokens[found.last].end) is not None
    is_coach = country is False and subjects.people.is_coach(owner[0])
    metric = "caps" if country else "matches_played" if is_coach else "player_appearances"
    measure = measure_of(found, scope, *owner, metric, unit="caps" if country else "appearances")
    if found.frame.unit == "appearances" and "g" not in found.bound:
        measure.matches = None
    both = subjects.both(found.sentence, found.tokens, found.first, found.at, found.last)
    people = [one for one, named in both if named is not None and named.kind == "PERSON"]
    return [replace(measure, subject=one) for one in people] if owner[0] in people else [measure]


def _starts(found: Found) -> bool:
    """ "has made four league starts", "started four games"."""
    verb, noun = found.bound["b"].text.lower(), found.bound["y"].text.lower()
    return verb.startswith("start") or noun == "starts"


def weeks_out(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """How long a player is or was out; an absence may be a side's."""
    if "w" in found.bound and found.bound["w"].text.lower() != "without":
        return []
    if "s" in found.bound:  # "without Varga for the next six weeks"
        owner = owner_of(found, subjects)
    else:
        owner = player_of(subjects.people, found.sentence, found.tokens, found.at)
    if any(t.text.lower().startswith("absen") for t in found.tokens[found.first : found.last + 1]):
        either = subjects.either(found.sentence, found.tokens, found.at, found.last)
        owner = None if either is None else either[:2]
    lower = subjects.state.text.lower
    if owner is None or _AGO.match(lower, found.tokens[found.last].end):
        return []
    if lower.endswith("course of ", 0, found.tokens[found.at].start):
        return []  # "over the course of a season"
    unit = "games" if "y" in found.bound else time_unit(found.bound["x"])
    owners = subjects.people.all_of(found.sentence, found.tokens, found.first, owner)
    measures = [measure_of(found, scope, *each, "other_count", unit=f"{unit} out") for each in owners]
    for measure in measures:
        measure.competition = measure.season = measure.matches = None
    return _at_most(found, measures)
