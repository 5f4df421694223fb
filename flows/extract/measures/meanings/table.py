"""Meanings of the table's phrases: places held, places finished in, games in hand."""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owner_of
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.measures.told.dismissals import whom_he_left
from flows.extract.text.figures import shifted
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES

_IN_FIFTH = re.compile(
    r" (?:having|after|despite|following|thanks|because|while|though|although|until|as|when|before)\b"
)
_HOW_COME = frozenset(
    "courtesy thanks despite because having though given even yet only again ahead before after until".split()
)
_ENDED = frozenset({"COMPLETE", "SEASON", "WATCHED"})  # "11th the year before" ends with the word for a crowd's
_AT_A_STAGE = frozenset(
    "halfway half-way half christmas easter winter break stage turn start end time one point beginning".split()
)
_PASSES = ("leapfrog", "overt", "overhaul")  # "leapfrogged City into third": the mover's place
_LEADS = ("led", "lead", "guid", "steer", "took", "tak", "help", "inspir", "captain", "bring", "brought", "manag")
_PUTS = (
    "lift",
    "took",
    "take",
    "push",
    "send",
    "sent",
    "leav",
    "left",
    "put",
    "keep",
    "kept",
    "carr",
    "propel",
    "drag",
)


def in_hand(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Games in hand; "on them", after others were told of, are those of the sentence's own subject."""
    owner = owner_of(found, subjects)
    if "o" not in found.bound or owner is None:
        if owner is None:
            return []
        gap = subjects.gap_told(found.sentence)
        apart = (gap.subject, gap.other) if gap is not None and gap.other in subjects.state.cast.clubs else ()
        other = next((side for side in apart if side != owner[0]), None) if owner[0] in apart else None
        return [measure_of(found, scope, *owner, "games_in_hand", other=other)]
    tokens, at = found.tokens, found.at
    subject = next(iter(reversed(list(subjects.positions.before(tokens, at, SIDES | {"THEY"})))), None)
    told = [t for t in tokens[:at] if t.kind in SIDES]
    against = found.bound["o"] if found.bound["o"].kind in SIDES else (told[-1] if told else None)
    if tokens[found.last - 1].text.lower() == "for" and found.bound["o"].kind in SIDES:
        theirs = subjects.state.side(found.bound["o"], found.sentence)
        return [] if theirs is None else [measure_of(found, scope, theirs, found.bound["o"], "games_in_hand")]
    if subject is None or against is None:
        return []
    mine, other = subjects.team(tokens, subject, found.sentence), subjects.state.side(against, found.sentence)
    if mine is None or mine == other:
        return []
    return [measure_of(found, scope, mine, None, "games_in_hand", other=other)]


def games_apart(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "a point behind City, having played a game fewer": in hand for whom has played fewer of the two."""
    words = found.bound["q"].text.lower().rstrip(".").removesuffix(" than")
    if words not in ("fewer", "less", "more"):
        return []
    owner = subjects.side(found.sentence, found.tokens, found.first, found.first)
    ends = next((i for i, t in enumerate(found.tokens) if i >= found.last and t.kind in ("COMMA", "STOP")), None)
    told = [t for t in found.tokens[:ends] if t.kind in SIDES and (owner is None or t is not owner[1])]
    gap = subjects.gap_told(found.sentence)
    apart = None if gap is None or owner is None or owner[0] != gap.subject else gap.other
    apart = apart if apart in subjects.state.cast.clubs else None
    sides = {str(side) for t in told if (side := subjects.state.side(t, found.sentence)) is not None}
    sides -= set() if owner is None else {owner[0]}
    if apart is not None:
        sides = {apart}
    if owner is not None and not sides:
        sides = set(subjects.pair_before(found.sentence)) - {owner[0]}
    if owner is not None and not sides and words != "more":
        return [measure_of(found, scope, *owner, "games_in_hand")]
    if owner is None or len(sides) != 1:
        return []
    behind, ahead = (owner[0], sides.pop()) if words != "more" else (sides.pop(), owner[0])
    return [measure_of(found, scope, behind, None, "games_in_hand", other=ahead)]


_NTH_OF_ITS_MEN = re.compile(
    r" (?:manager|boss|coach|head coach|player|club|side|team|referee|goal|game|match|win|title|start|appearance)\b"
)


def place(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A league place of a side; no place where a race for it is told, and no person's."""
    tokens, at = found.tokens, found.at
    if "n" not in found.bound or not 1 <= found.value <= 30:
        return []
    if any(t.kind == "RACE" for t in tokens[max(0, at - 5) : at]) or _from_bottom(tokens, at):
        return []
    if at and tokens[at - 1].kind in SIDES and tokens[at - 1].possessive:
        return []  # "the trophy was Rovers' fifth"
    if found.value == 1 and not any(t.kind in ("PLACES", "PLACED") for t in tokens[at + 1 : at + 3]):
        return []
    if tokens[found.last].kind == "COMPETITION" and _NTH_OF_ITS_MEN.match(
        subjects.state.text.lower, tokens[found.last].end
    ):
        return []  # "the third Serie A coach to go"
    if "h" in found.bound and not _ends_a_place(found):
        return []
    if "l" in found.bound and not _IN_FIFTH.match(subjects.state.text.lower, tokens[at].end):
        return []
    if "s" in found.bound:
        if tokens[found.first].kind == "CLEAR" and any(
            t.kind == "MOVE" for t in tokens[max(0, found.first - 5) : found.first]
        ):
            return []  # "moved four points clear of City in seventh": the mover's place
        if tokens[found.first].text.lower().startswith(_PASSES):
            mover = subjects.side(found.sentence, tokens, found.first, found.first)
            return [] if mover is None else [measure_of(found, scope, *mover, found.frame.effect)]
        owner = _of_aside(found, subjects) or owner_of(found, subjects)
        return [] if owner is None else [measure_of(found, scope, *owner, found.frame.effect)]
    moved = tokens[found.first + 1]
    if moved.kind in SIDES and not moved.possessive and tokens[found.first].text.lower().startswith(_PUTS):
        side = subjects.state.side(moved, found.sentence)
        return [] if side is None else [measure_of(found, scope, side, moved, found.frame.effect)]
    pair = _two_sides(found, subjects, scope)
    if pair:
        return pair
    if "t" in found.bound:  # "left Rovers in May with the team 14th"
        said = " ".join(t.text.lower() for t in tokens[found.first : at])
        if said not in ("with team", "with side", "with club", "with the club"):
            return []
        left = whom_he_left(subjects, found.sentence, tokens, found.first)
        return [] if left is None else [measure_of(found, scope, left, None, found.frame.effect)]
    if "c" in found.bound:  # "sacked Varga with the club 19th in the table"
        owner = subjects.side(found.sentence, tokens, at, found.last)
        return [] if owner is None else [measure_of(found, scope, *owner, found.frame.effect)]
    either = subjects.either(found.sentence, tokens, at, found.last)
    if either is not None and either[1] is not None and either[1].kind == "NAME":
        return [measure_of(found, scope, *either[:2], found.frame.effect)]
    if either is None or (either[2] and not subjects.people.is_coach(either[0])):
        return []
    owner = subjects.side(found.sentence, tokens, at, found.last)
    return [] if owner is None else [measure_of(found, scope, *owner, found.frame.effect)]


def _ends_a_place(found: Found) -> bool:
    """ "stayed third courtesy of a late goal", "were 11th at Christmas": what may stand behind a place."""
    word = found.bound["h"].text.lower()
    return word in (_AT_A_STAGE if found.tokens[found.at + 1].kind == "REACH" else _HOW_COME)


def led_to(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "led Rovers to fifth", "leading them to fourth place last season", "Rovers, whom he took to sixth": the place of
    the side that is led; of another than the story's own it is where a season ended."""
    tokens = found.tokens
    if not found.bound["v"].text.lower().startswith(_LEADS) or not 1 <= found.value <= 30:
        return []
    if "t" in found.bound:
        return _the_club_led(found, subjects, scope)
    side = found.bound.get("s") or next((t for t in reversed(tokens[: found.first]) if t.kind in SIDES), None)
    if side is None or side.possessive or _from_bottom(tokens, found.at):
        return []
    team = subjects.team(tokens, tokens.index(side), found.sentence)
    if team is None:
        return []
    now = team == subjects.state.centers.focus and not any(t.kind == "SEASON" and t.value == -1 for t in tokens)
    return [measure_of(found, scope, team, side, "league_position" if now else "finish_position")]


def _the_club_led(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "guided the club to seventh in his only full season": where the side of whom is spoken ended."""
    if found.bound["t"].text.lower() not in ("club", "side", "team"):
        return []
    who = subjects.people.person(found.sentence, found.tokens, found.at)
    led = None if who is None else subjects.club_of(who[0])
    team = led or subjects.side_before(found.sentence) or subjects.state.centers.focus
    return [] if team is None else [measure_of(found, scope, team, None, "finish_position")]


def _of_aside(found: Found, subjects: Subjects) -> tuple[str, Mention | None] | None:
    """ "X, four points behind leaders Y in third place, visit Z": the place of whom the aside is of; the leaders are
    first."""
    tokens, first = found.tokens, found.first
    if tokens[first].kind not in ("BEHIND", "CLEAR", "LEVEL"):
        return None
    leaders = any(t.kind == "LEADERS" and t.text.lower().endswith("leaders") for t in tokens[first : found.at])
    comma = next((i for i in range(first - 1, max(0, first - 6), -1) if tokens[i].kind == "COMMA"), 0)
    closed = any(t.kind == "COMMA" for t in tokens[found.at + 1 : found.at + 7])
    aside = closed and comma > 0 and tokens[comma - 1].kind in SIDES
    return subjects.side(found.sentence, tokens, first, first) if leaders or aside else None


def _from_bottom(tokens: list[Mention], at: int) -> bool:
    return any(t.text.lower() == "bottom" for t in tokens[at + 1 : at + 4])


def _two_sides(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "Rovers and City are third and fourth": a place each."""
    tokens, at = found.tokens, found.at
    more = tokens[at + 1 : at + 3]
    if [t.kind for t in more] != ["AND", "ORDINAL"]:
        return []
    sides = [t for t in tokens[: found.at] if t.kind in SIDES][-2:]
    teams = [subjects.state.side(t, found.sentence) for t in sides]
    if len(teams) != 2 or None in teams:
        return []
    values = (found.value, float(more[1].value))
    return [
        measure_of(found, scope, str(team), side, found.frame.effect, value)
        for team, side, value in zip(teams, sides, values, strict=True)
    ]


def _this_season(found: Found) -> bool:
    """ "Rovers, eighth this season": a place held, not one finished in."""
    season = found.bound.get("x")
    return season is not None and season.value != -1


def finish(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Where a side ended a season, or each of several: those it has had, one after the other, up to the last."""
    tokens, at = found.tokens, found.at
    complete = next((t for t in tokens[found.first : found.last + 1] if t.kind in _ENDED), None)
    before = tokens[found.first - 1] if found.first else None
    if complete is None or (
        before is not None and complete.text.lower() == "finish" and before.kind in ("TO", "HYPOTHETICAL")
    ):
        return []
    if _from_bottom(tokens, at):
        return []
    owner = owner_of(found, subjects) if "s" in found.bound else subjects.side(found.sentence, tokens, at, found.last)
    if owner is None or not found.value <= 30 or _this_season(found):
        return []
    values = [found.value]
    position = at + 1
    while (
        position + 1 < len(tokens)
        and tokens[position].kind in ("COMMA", "AND")
        and tokens[position + 1].kind == "ORDINAL"
    ):
        values.append(float(tokens[position + 1].value))
        position += 2
    measures = [measure_of(found, scope, *owner, "finish_position", value) for value in values]
    perfect = "ha" in complete.text.lower()[:2] or (before is not None and before.kind == "HAVE")
    if len(values) > 1 and perfect:
        for measure, back in zip(measures, range(-len(values), 0), strict=True):
            measure.season = measure.season or shifted(scope.around.season, back)
    return measures
