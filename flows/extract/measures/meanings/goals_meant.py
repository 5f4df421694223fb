"""Meanings of goal phrases: whether goals are a side's or a player's, and goals that nobody has scored in so long."""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owner_of
from flows.extract.measures.meanings.goals_of_games import goals_of_games, seen_by_games
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES

_LET = ("allow", "g")
_TOWARDS = frozenset({"IN", "FROM", "BY", "WITH", "AND", "BUT"})
_OPENING = 1  # words that may stand before goals that open a sentence
_MADE_IT = re.compile(r"(?:,|,? to|,? which) ma(?:ke|kes|de|king) (?:it|that) $")
_SHARED = re.compile(r"\b(?:involved in|a hand in|contributed to) (?:[\w-]+ )?$")
_SCORER_OF = re.compile(r"\b(?:scorer|author) of (?:[\w-]+ )?$")
_AGAINST = re.compile(r" against(?= ?(?:[.,;)]|$|in (?:\d|all|the league)|this (?:season|term)|so far|column))")
_SUBJECTS = SIDES | {"PERSON", "NAME", "HE", "THEY", "WE", "HAVE", "STAND"}
_BEFORE_A_GOAL = frozenset({"SCOPE", "COMPETITION", "SEASON", "IN", "HIT", "STRAIGHT"})
_TO_HIS = ("name", "credit", "overall", "altogether", "total")
_SUMS_UP = frozenset({"that's", "it's", "thats", "makes", "making"})
_UNNAMED = frozenset({"HE", "AGE", "ROLE", "NATIONALITY"})
_OTHER_TALLIES = frozenset({"POINT", "WINS", "LOSSES", "YELLOW", "RED", "CAP", "ASSIST", "TITLE", "TROPHY"})
_STRIKES = frozenset("goal header strike winner equaliser opener penalty finish volley effort".split())


def unbreached(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "have yet to concede a goal": none let in so far; of a run of games that is told the run is the measure."""
    told, after = found.bound["k"], found.tokens[found.last + 1 : found.last + 4]
    owner = owner_of(found, subjects)
    if (
        owner is None
        or not told.text.lower().startswith(("yet to", "still to"))
        or any(t.kind == "NUMBER" for t in after)
    ):
        return []
    return [measure_of(found, scope, *owner, "goals_conceded", 0, "goals")]


def for_and_against(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "Goals for 44, against nine": both of one side."""
    owner = owner_of(found, subjects)
    words = found.bound["k"].text.lower(), found.bound["w"].text.lower()
    if owner is None or words != ("for", "against"):
        return []
    against = float(found.bound["m"].value)
    return [
        measure_of(found, scope, *owner, "goals_scored"),
        measure_of(found, scope, *owner, "goals_conceded", against),
    ]


def scoreless(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "failed to score in six": no goals in six matches."""
    either = subjects.either(found.sentence, found.tokens, found.at, found.last)
    if either is None:
        return []
    subject, mention, is_person = either
    metric = "player_goals" if is_person else "goals_scored"
    return [measure_of(found, scope, subject, mention, metric, 0, "goals", int(found.value))]


def goals(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A side's or a player's goals, by who the subject is."""
    if "c" in found.bound and _points_just_told(found, subjects):
        owner = owner_of(found, subjects)
        return [] if owner is None else [measure_of(found, scope, *owner, "points", unit="points")]
    before = [t.kind for t in found.tokens[max(0, found.at - 2) : found.at]]
    if _SHARED.search(subjects.state.text.lower, found.sentence.span.start, found.tokens[found.at].start):
        return []
    of_late = _whose_of_late(found)
    if of_late is not None:
        side = subjects.team(found.tokens, found.tokens.index(of_late), found.sentence)
        return [] if side is None else [measure_of(found, scope, side, of_late, "goals_scored")]
    if seen_by_games(found, subjects):
        return goals_of_games(found, subjects, scope)
    if _AGAINST.match(subjects.state.text.lower, found.tokens[found.last].end):
        return conceded(found, subjects, scope)
    if before == ["RECORDED", "IN"] and found.games is None:  # "broke the record of 34 goals"
        return []
    scorer = next((t for t in found.tokens[max(0, found.at - 3) : found.at] if t.kind == "SCORER"), None)
    if scorer is not None and not scorer.text.lower().endswith("s"):
        return player_goals(found, subjects, scope, "player_goals")
    if _SCORER_OF.search(subjects.state.text.lower, found.sentence.span.start, found.tokens[found.at].start):
        called = [t for t in found.tokens[: found.at] if t.kind == "PERSON" and not t.possessive]
        return [measure_of(found, scope, str(t.value), t, "player_goals") for t in called[-1:]]
    if "TALLY" in {t.kind for t in found.tokens[found.first : found.at]} and not _of_goals(found):
        whose = subjects.either(found.sentence, found.tokens, found.first, found.first)
        if whose is None or not whose[2]:
            return []
    if "s" not in found.bound and _for_a_club(found, subjects):
        return player_goals(found, subjects, scope, "player_goals")
    if "s" in found.bound and found.bound["s"].kind not in ("HE", "PERSON"):
        owner = owner_of(found, subjects)
        return [] if owner is None else [measure_of(found, scope, *owner, "goals_scored")]
    if "s" in found.bound and found.bound["s"].kind == "PERSON":
        return [measure_of(found, scope, str(found.bound["s"].value), found.bound["s"], "player_goals")]
    opening = _named_after_opening(found)
    if opening is not None:
        return [measure_of(found, scope, str(opening.value), opening, "player_goals")]
    spoken_of = _who_made_it(found, subjects) or _named_just_before(found, subjects)
    if spoken_of is not None:
        return [measure_of(found, scope, spoken_of, None, "player_goals")]
    both = subjects.both(found.sentence, found.tokens, found.first, found.at, found.last)
    if both:
        of_men = {owner: mention is not None and mention.kind == "PERSON" for owner, mention in both}
        return [measure_of(found, scope, *one, "player_goals" if of_men[one[0]] else "goals_scored") for one in both]
    either = subjects.either(found.sentence, found.tokens, found.at, found.last)
    if either is None:
        return []
    subject, mention, is_person = either
    if is_person and mention is not None and (equal := _level_with(found, mention)) is not None:
        first = measure_of(found, scope, str(equal.value), equal, "player_goals")
        return [first, measure_of(found, scope, subject, mention, "player_goals")]
    subject = _scorer_meant(found, subjects, mention) or subject
    theirs = mention is not None and mention.kind == "NAME" and _in_their_games(found)
    metric = "player_goals" if is_person and not theirs else "goals_scored"
    return [measure_of(found, scope, subject, mention, metric, other=_against(found, subjects))]


def _whose_of_late(found: Found) -> Mention | None:
    """ "involved in nine of Rovers' last 13 goals": the side whose goals a man had a part in."""
    at = found.at
    owner = found.tokens[at - 2] if at > 2 and found.tokens[at - 1].kind == "PAST" else None
    if owner is None or found.tokens[at - 3].text.lower() != "of":
        return None
    return owner if (owner.possessive and owner.kind in SIDES) or owner.text.lower() == "their" else None


def _level_with(found: Found, other: Mention) -> Mention | None:
    """ "X moved level with Y on 11 goals": the one who has as many as the other."""
    at = found.tokens.index(other)
    level = next((i for i in range(at - 1, max(0, at - 4), -1) if found.tokens[i].kind == "LEVEL"), 0)
    return next((t for t in found.tokens[:level] if t.kind == "PERSON" and not t.possessive), None)


def _who_made_it(found: Found, subjects: Subjects) -> str | None:
    """ "X crossed and Y tapped in, making it five goals in seven games": whose goal made it so many."""
    at = found.tokens[found.at].start
    made = _MADE_IT.search(subjects.state.text.lower, found.sentence.span.start, at)
    return None if made is None else subjects.scorer_here(found.sentence, at)


def _points_just_told(found: Found, subjects: Subjects) -> bool:
    """ "rescued a point. X have four from two matches": whether the sentence before speaks of points and of no goals
    that a tally could be of."""
    number, lower = found.sentence.number, subjects.state.text.lower
    before = [
        s for s in subjects.state.sentences[max(0, number - 1) : number] if s.paragraph == found.sentence.paragraph
    ]
    return any(" point" in lower[s.span.start : s.span.end] for s in before) and not any(
        t.kind in ("GOALS", "SCORED") for t in found.tokens
    )


def _against(found: Found, subjects: Subjects) -> str | None:
    """ "has scored five times against Rovers": against whom."""
    behind = found.tokens[found.last + 1 : found.last + 3]
    told = len(behind) > 1 and behind[0].text.lower() == "against" and behind[1].kind in SIDES
    return subjects.state.side(behind[1], found.sentence) if told else None


def _in_their_games(found: Found) -> bool:
    """ "having scored 12 goals in their previous three matches": a side's, whatever its name."""
    return any(t.text.lower() == "their" for t in found.tokens[found.at : found.last + 3])


def _for_a_club(found: Found, subjects: Subjects) -> bool:
    """ "15 goals in 14 matches for Rovers": goals for a side are a player's."""
    last = found.tokens.index(found.games_at) if found.games_at in found.tokens[found.at :] else found.last
    for i in range(last + 1, min(last + 4, len(found.tokens))):
        token = found.tokens[i]
        if token.kind in SIDES or token.kind == "NAME":
            return subjects.state.text.lower.endswith((" for ", " for the "), 0, token.start)
        if token.kind in ("COMMA", "STOP"):
            return False
    return False


def _named_after_opening(found: Found) -> Mention | None:
    """ "Seven goals in nine games have made Varga a hero": who the goals that open a sentence are of."""
    if found.at > _OPENING or any(
        t.kind in SIDES or t.kind in ("PERSON", "NAME", "COMMA") for t in found.tokens[: found.at]
    ):
        return None
    for i in range(found.last + 1, min(found.last + 7, len(found.tokens))):
        token, before = found.tokens[i], found.tokens[i - 1]
        if token.kind in ("COMMA", "STOP", "QUOTE", "WHO") or token.kind in SIDES or token.kind == "NAME":
            return None
        if token.kind == "PERSON":
            owns = token.possessive or (before.kind == "IN" and before.text.lower() == "for")
            return token if owns or before.kind not in _TOWARDS else None
    return None


def _named_just_before(found: Found, subjects: Subjects) -> str | None:
    """ "Star man: Jon Varga. Twenty-four goals.", "Her club form? Twelve goals in 14 games": of whoever the sentence
    before tells the goal of, names or means."""
    number = found.sentence.number
    if found.at or not number or any(t.kind in _SUBJECTS for t in found.tokens):
        return None
    before = subjects.state.sentences[number - 1]
    if before.paragraph != found.sentence.paragraph or any(m.kind in SIDES for m in before.mentions):
        return None
    named = [str(m.value) for m in before.mentions if m.kind == "PERSON"]
    if named:
        scorer = subjects.scorer_here(before, before.span.end)
        return scorer or (named[-1] if len(named) == 1 else subjects.people.person_before(found.sentence))
    meant = any(m.kind == "HE" for m in before.mentions)
    return subjects.people.person_before(before) if meant else None


def _scorer_meant(found: Found, subjects: Subjects, mention: Mention | None) -> str | None:
    """Who "the Brazilian" or "he" is where the goal told just before says it better than the nearest name."""
    if mention is None or mention.kind not in _UNNAMED:
        return None
    if mention.kind == "HE" and not _is_nth(found):
        return None
    told = subjects.scorer_here(found.sentence, found.tokens[found.at].start)
    if told is not None or mention.kind == "HE":
        return told
    described = subjects.people.described(found.tokens, found.tokens.index(mention))
    return None if described is not None else subjects.last_scorer(found.tokens[found.at].start)


def _is_nth(found: Found) -> bool:
    return found.tokens[found.at].kind == "ORDINAL"


def conceded(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Goals let in; what is "allowed" is goals only where goals are named."""
    cue = next((t for t in found.tokens[found.first : found.last + 1] if t.kind == "CONCEDED"), None)
    named = any(t.kind in ("GOALS", "HIT") for t in found.tokens[found.at : found.last + 2])
    if cue is not None and cue.text.lower().startswith(_LET) and not named:
        return []
    owner = owner_of(found, subjects)
    return [] if owner is None else [measure_of(found, scope, *owner, "goals_conceded")]


def goals_of_those(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "23 goals, 14 of those this season": the share is of whoever has the whole."""
    either = subjects.either(found.sentence, found.tokens, found.first, found.first)
    if either is None:
        return []
    subject, mention, is_person = either
    if "k" in found.bound:
        return [measure_of(found, scope, subject, mention, "goals_conceded")]
    return [measure_of(found, scope, subject, mention, "player_goals" if is_person else "goals_scored")]


def _of_goals(found: Found) -> bool:
    """Whether a bare total is of goals: the sentence speaks of scoring and of no points."""
    kinds = {t.kind for t in found.tokens}
    return bool(kinds & {"GOALS", "SCORED", "SCORER"}) and "POINT" not in kinds


def player_goals(found: Found, subjects: Subjects, scope: Scope, metric: str | None = None) -> list[Measure]:
    """A player's goals; "all into double figures" is of each player listed."""
    if "b" in found.bound and found.bound["b"].text.lower() not in _STRIKES:
        return []  # "the start was his 50th for the club"
    if "n" in found.bound and found.bound["n"].kind == "DOUBLE_FIGURES":
        return _double_figures(found, subjects, scope)
    if "n" in found.bound and found.bound["n"].kind == "ORDINAL" and found.value == 1 and found.games is None:
        return []
    if not _words_hold(found) or _nth_of_what(found) is not None:
        return []
    lower, goal = subjects.state.text.lower, found.tokens[found.last]
    if lower.rfind(" own ", found.tokens[found.at].start, max(goal.start, found.tokens[found.at].end + 5)) >= 0:
        return []
    if "s" in found.bound:
        owner = owner_of(found, subjects)
    else:
        owner = subjects.people.person(found.sentence, found.tokens, found.at)
    if owner is None or not _is_a_player(found, subjects, owner[0]):
        return []
    if found.tokens[found.first].kind == "REACH":  # "broke clear to move on to 16": who scored the goal just told
        scorer = subjects.scorer_here(found.sentence, found.tokens[found.at].start)
        if scorer is None and len({t.value for t in found.tokens[: found.at] if t.kind == "PERSON"}) > 1:
            return []
        owner = (scorer or owner[0], None)
    owner = (_scorer_meant(found, subjects, owner[1]) or owner[0], owner[1])
    in_as_many = any(t.kind == "ASMANY" for t in found.tokens[found.at : found.last + 1])
    matches = int(found.value) if in_as_many else None
    return [measure_of(found, scope, *owner, metric or found.frame.effect, matches=matches)]


def _nth_of_what(found: Found) -> Mention | None:
    """What "their fourth manager in as many years" is the fourth of, where that is no goal."""
    after = found.tokens[found.at + 1 : found.last + 1]
    as_many = next((i for i, t in enumerate(after) if t.kind == "ASMANY"), 0)
    if found.tokens[found.at].kind != "ORDINAL" or any(t.kind == "GOALS" for t in after):
        return None
    return next((t for t in after[:as_many] if t.kind not in _BEFORE_A_GOAL), None)


def _words_hold(found: Found) -> bool:
    """ "has three to his name", "has 11 in the league", "his 13th in 15 games": the words that make goals."""
    summed = found.bound.get("w")
    if summed is not None:
        return summed.text.lower() in _SUMS_UP and found.tokens[found.last - 1].text.lower() == "for"
    added = found.bound.get("a")
    if added is not None:
        return added.text.lower() in ("added", "adding", "add")
    cue = found.bound.get("k")
    if cue is not None:
        return cue.text.lower() in _TO_HIS if cue.kind == "WORD" else cue.text.lower() == "in the league"
    if "y" in found.bound and found.tokens[found.last] is found.bound["y"] and found.tokens[found.first].kind == "HE":
        kinds = {t.kind for t in found.tokens[: found.first]}
        within = {t.kind for t in found.tokens[found.first : found.last]}
        return bool(kinds & {"GOALS", "SCORED", "SCORE", "LIVE_SCORE"}) and within.isdisjoint(_OTHER_TALLIES)
    return True


def _is_a_player(found: Found, subjects: Subjects, person: str) -> bool:
    """Whether "has 12 for the season" is of goals: told of one who plays, and of no points, wins or cards."""
    if "HAVE" not in {t.kind for t in found.tokens[found.first : found.at]}:
        return True
    return not subjects.people.is_coach(person) and not any(t.kind in _OTHER_TALLIES for t in found.tokens)


def _double_figures(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    named = subjects.state.cast.people
    people: list[Mention] = []
    for token in reversed(found.tokens[: found.at]):
        if token.kind in ("PERSON", "TEAM", "NAME"):
            people.append(token)
        elif people and token.kind not in ("COMMA", "AND"):
            break
    if not any(p.kind == "PERSON" for p in people):
        return []
    measures = [measure_of(found, scope, named.get(p.text, str(p.value)), p, "player_goals") for p in reversed(people)]
    for measure in measures:
        measure.qualifier = "at_least"
    return measures
