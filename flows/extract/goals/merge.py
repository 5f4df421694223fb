"""Tellings -> goals: what a lead, a body and a line-up block tell of one player in one match, made one goal each.

Goals are told apart by minute or by "second", "again", "hat-trick"; a count ("a brace") says how many there are,
and what it counts beyond the goals described stays one line of n. A line-up block's minute outweighs the prose.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from flows.extract.goals.lists.scorer_lists import Listed
from flows.extract.goals.told import GoalTold
from flows.extract.matches.told import MatchTold
from flows.extract.text.structure import Span

_LEAD, _GOES_ON = 1, 2  # sentences
_NEAR_MINUTES = 2
_SAME_WORDS = 12  # letters
_BLOCK_NEAR_MINUTES = 4
_NOUNS = frozenset({"goal.noun", "goal.noun.from", "goal.own"})
_NEW_CLAUSE = frozenset({"COMMA", "AND", "SUBORDINATE", "STOP", "PERSON", "NAME", "HE"})
_TOLD_AGAIN = 0.03
_MOST = 0.98


def within_sentence(told: list[GoalTold]) -> list[GoalTold]:
    """Triggers of one sentence that tell one goal made one: "put Newcastle ahead ... to power home a header"."""
    kept: list[GoalTold] = []
    for goal in told:
        twin = next((k for k in reversed(kept) if _one_clause(k, goal) and not _between(told, k, goal)), None)
        if twin is None:
            kept.append(goal)
        else:
            absorb(twin, goal, tellings=0)
            twin.start, twin.end = min(twin.start, goal.start), max(twin.end, goal.end)
            twin.order = twin.order or goal.order
    return kept


def _of_two_matches(one: GoalTold, two: GoalTold) -> bool:
    """Whether a result and then a new clause stand between: "scored in the 2-1 win over X and struck again at Y"."""
    first, last = min(one.at, two.at), max(one.at, two.at)
    kinds = [m.kind for m in one.sentence.mentions if first <= m.start < last]
    behind = kinds[kinds.index("SCORE") :] if "SCORE" in kinds else []
    if "AND" in behind:
        return True
    return "COMMA" in behind and any(m.kind == "WHO" and m.start < first for m in one.sentence.mentions)


def _between(told: list[GoalTold], one: GoalTold, two: GoalTold) -> bool:
    """Whether another's goal is told between two of one player: "X struck, Y levelled, X won it"."""
    first, last = sorted((one.at, two.at))
    between = (g for g in told if g.scorer != one.scorer and first < g.start and g.end <= last)
    return any(not (g.rule in _NOUNS and _heads(g, last)) for g in between)


def _heads(shot: GoalTold, position: int) -> bool:
    """Whether a shot is the subject of what stands there: "X struck before Y's header settled it" tells Y's twice."""
    return not any(m.kind in _NEW_CLAUSE and shot.end <= m.start < position for m in shot.sentence.mentions)


def _one_clause(one: GoalTold, two: GoalTold) -> bool:
    if one.scorer != two.scorer or one.described != two.described:
        return False
    apart = one.at == two.at or one.amends or two.amends
    if apart and one.kind != two.kind and "own_goal" in (one.kind, two.kind):
        return False  # "scored at both ends", "made amends for his own goal by heading in"
    if _of_two_matches(one, two) or (two.further and not (one.further and abs(two.at - one.at) < _SAME_WORDS)):
        return False
    if not one.described and one.n != two.n:
        return False  # "X, who hit a hat-trick in August, scored twice"
    if one.minute is not None and two.minute is not None and abs(one.minute - two.minute) > _NEAR_MINUTES:
        return False
    if one.called and two.called and one.called != two.called and not _is_lead(one, two):
        two.order = two.order or 2
        return False
    return two.order is None or (one.order or 1) == two.order or (two.rule == "goal.placed" and one.order is not None)


def merge(told: list[GoalTold]) -> list[GoalTold]:
    """The goals of a story, tellings joined by scorer and match."""
    groups: dict[tuple[str, int], list[GoalTold]] = defaultdict(list)
    for goal in told:
        if goal.owned and goal.order and _is_his_sides(goal, told):
            goal.order = None
        groups[goal.scorer, id(goal.match)].append(goal)
    deeds = [(goal.scorer, goal.at) for goal in told if goal.described]
    return [g for (name, _), of in groups.items() for g in _of_player(of, [at for who, at in deeds if who != name])]


def _is_his_sides(goal: GoalTold, told: list[GoalTold]) -> bool:
    """Whether "Hale's third" is the third of his side: nobody tells of another goal of his, and of as many of others
    before it."""
    of_match = [g for g in told if g.match is goal.match and g is not goal]
    before = sum(g.n for g in of_match if g.at < goal.at and g.kind != "own_goal")
    return not any(g.scorer == goal.scorer for g in of_match) and before >= (goal.order or 0) - 1


def _of_player(told: list[GoalTold], others: list[int]) -> list[GoalTold]:
    """The goals of one player in one match; `others` is where those of other men are told."""
    counted = [g for g in told if not g.described]
    total = max([g.n for g in counted] + [g.order or 1 for g in told])
    events: list[GoalTold] = []
    for goal in sorted((g for g in told if g.described), key=lambda g: g.kind != "own_goal"):
        known = [e for e in events if not _fell_apart(e, goal, others)] if goal.minute is not None else events
        known = [e for e in known if e.kind != "own_goal" or not goal.amends]
        twin = _twin(known, goal, total)
        if twin is None:
            events.append(goal)
        else:
            absorb(twin, goal)
    return events + _rest(events, counted or told[-1:], total)


def _fell_apart(one: GoalTold, two: GoalTold, others: list[int]) -> bool:
    """Whether a body tells goals of others between them: "Hale scored. Orr levelled, only for Hale to strike on 70"."""
    told_once = one.minute is None and not one.elsewhere and one.sentence.number > _LEAD
    goes_on = 0 < two.sentence.number - one.sentence.number <= _GOES_ON
    return told_once and goes_on and any(one.at < at < two.at for at in others)


def _rest(events: list[GoalTold], counted: list[GoalTold], total: int) -> list[GoalTold]:
    """The goals that are counted and not described."""
    left = total - len(events)
    if left <= 0:
        return []
    first = counted[0]
    return [
        replace(
            first,
            n=left,
            described=False,
            order=None,
            minute=None,
            added_time=None,
            kind="open_play" if first.described or events else first.kind,
            sides=first.sides.copy(),
            elsewhere=[],
            lines=[],
        )
    ]


def _twin(events: list[GoalTold], goal: GoalTold, total: int) -> GoalTold | None:
    """The goal among those known that this telling tells again."""
    if goal.minute is not None:
        same = [e for e in events if e.minute is not None and abs(e.minute - goal.minute) <= _NEAR_MINUTES]
        untimed = [e for e in events if e.minute is None and (e.order or 1) == (goal.order or e.order or 1)]
        untimed = [e for e in untimed if e.may_fall_with(goal)]
        return next(iter(same or untimed), None)
    if goal.order is not None and goal.order > 1:
        ordered = [e for e in events if e.order == goal.order]
        return ordered[0] if ordered else events[goal.order - 1] if len(events) >= goal.order else None
    if not events:
        return None
    last = events[-1]
    if (
        len(events) < total
        and goal.sentence.span.start > last.sentence.span.start
        and last.sentence.paragraph > 0
        and last.minute is not None
    ):
        return None
    same = [e for e in events if _may_be_one(e, goal)]
    return next((e for e in same if e.kind == goal.kind), same[0] if same else None)


def _may_be_one(one: GoalTold, two: GoalTold) -> bool:
    """Whether two tellings may be of one goal: a header is no penalty, an equaliser no winner."""
    kinds = {one.kind, two.kind} - {"open_play", "own_goal"}
    called = {one.called, two.called} - {None}
    if not (one.may_fall_with(two) and two.may_fall_with(one)):
        return False
    return len(kinds) < 2 and (len(called) < 2 or ("equaliser" not in called and "consolation" not in called))


def _is_lead(one: GoalTold, two: GoalTold) -> bool:
    """Whether one put its side ahead, as an opener or a winner does too."""
    called = {one.called, two.called}
    return "lead" in called and "equaliser" not in called


def absorb(kept: GoalTold, goal: GoalTold, tellings: int = 1) -> None:
    """Add to a goal what another telling of it knows."""
    if kept.minute is None:
        kept.minute, kept.added_time = goal.minute, goal.added_time
    if kept.kind == "open_play":
        kept.kind = goal.kind
    kept.sides.update(goal.sides)
    kept.order = kept.order or goal.order
    kept.called = kept.called or goal.called
    kept.tellings += tellings
    if tellings:
        kept.elsewhere += goal.spans
    kept.confidence = min(_MOST, max(kept.confidence, goal.confidence) + _TOLD_AGAIN * tellings)


def with_block(
    goals: list[GoalTold], entries: list[Listed], people: dict[str, str], match: MatchTold
) -> list[GoalTold]:
    """The goals of prose and of a line-up block: the block's minutes count, what prose did not tell is added."""
    own = [g for g in goals if g.match is match]
    others = [g for g in goals if g.match is not match]
    for entry in entries:
        scorer = people.get(entry.name) or _by_initial(entry.name, people) or entry.name
        if any(f"{side} ".startswith(f"{entry.name} ") for side in (match.team_1, match.team_2)):
            continue  # "X 1 Y 2, Y 2 X 1": another result
        mine = [g for g in own if g.same_scorer(scorer) and not g.from_block]
        if entry.minute is None:
            own += _untimed(mine, entry, scorer, match)
            continue
        order = 1 + sum(e.name == entry.name and (e.minute or 0) < entry.minute for e in entries)
        told = _told_in_prose([g for g in mine if g.described and g.order in (None, order)], entry.minute)
        if told is None:
            _uncount(mine)
            told = _of_list(entry, scorer, match)
            own.append(told)
        _settle_by_block(told, entry)
    return [g for g in own if g.n > 0] + others


def _by_initial(name: str, people: dict[str, str]) -> str | None:
    """ "C. Ricci" of a story that names a Carla Ricci."""
    initial, dot, surname = name.partition(".")
    full = people.get(surname.strip()) if dot and len(initial) == 1 else None
    return full if full is not None and full.startswith(initial) else None


def _of_list(entry: Listed, scorer: str, match: MatchTold) -> GoalTold:
    assert entry.sentence is not None
    return GoalTold(entry.start, entry.end, scorer, entry.sentence, entry.start, "goal.block", 0.95, match=match)


def _untimed(mine: list[GoalTold], entry: Listed, scorer: str, match: MatchTold) -> list[GoalTold]:
    """What a list without minutes adds to the goals that prose tells of its man; their side is the list's."""
    for goal in mine:
        _settle_by_block(goal, entry)
    left = entry.n - sum(g.n for g in mine)
    if left <= 0:
        return []
    told = _of_list(entry, scorer, match)
    told.n, told.described = left, left == 1
    _settle_by_block(told, entry)
    return [told]


def _told_in_prose(mine: list[GoalTold], minute: int) -> GoalTold | None:
    near = [g for g in mine if g.minute is None or abs(g.minute - minute) <= _BLOCK_NEAR_MINUTES]
    return min(near, key=lambda g: abs((g.minute if g.minute is not None else minute + 1) - minute), default=None)


def _uncount(mine: list[GoalTold]) -> None:
    counted = next((g for g in mine if not g.described), None)
    if counted is not None:
        counted.n -= 1


def _settle_by_block(goal: GoalTold, entry: Listed) -> None:
    goal.from_block = True
    goal.lines.append(Span(entry.start, entry.end))
    if entry.minute is not None:
        kept = goal.added_time if goal.minute == entry.minute else None
        goal.minute, goal.added_time = entry.minute, entry.added_time if entry.added_time is not None else kept
    goal.confidence = min(_MOST, goal.confidence + 0.04)
    if entry.kind != "open_play":
        goal.kind = entry.kind
    if entry.team is not None:
        goal.sides[entry.team] += 9
