"""Where a story lists scorers: behind or below a result, after "Scorers:", in a line of its own.

In: a story and its matches. Out: places, each with the list, the result told last before it and the side that a label
names. Whose goals they are is settled in `list_sides`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from flows.extract.goals.lists.box_scores import box_goals
from flows.extract.goals.lists.scorer_lists import Listed, are_marks, read_list, within_marks
from flows.extract.matches.results.blocks_told import sides_of
from flows.extract.matches.told import MatchTold
from flows.extract.text.mentions import Mention
from flows.extract.text.result_blocks import result_blocks
from flows.extract.text.sought import Sought
from flows.extract.text.structure import Span

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_LABEL = Sought(
    r"\b(?:[Gg]oals?|[Ss]cor(?:ers?|ing)|Goal ?-?scorers?|Goals scored by|GOALS?|SCORERS?|GOALSCORERS?)"
    r"(?: for [\w' ]{2,30}?)?(?:\s*:| -)\s*",
    as_printed=True,
)
_CAPITALS = re.compile(r"(?:[A-Z][\w'.&-]* )*")
_LONGEST_NAME = 40
_OPENED = re.compile(r"[ :]*(?:\r?\n)?[(\[]")
_GOALS_OF_SIDE = re.compile(r" \d{1,2} ?\(")
_SIDE_OF_LIST = re.compile(r"(?: (?:scorers?|goals?))?\s*(?:: ?| - |, (?=[^,;]+ \d+th\b))", re.IGNORECASE)
_FIGURE = Sought(r"\d,\d{3}\b", as_printed=True)
_SENT_OFF = re.compile(r":? ?[^,;]*\(\d{1,3}'?\)\.?")
_NEXT_ITEM = re.compile(r"\s*\n- ")
_EVENT = re.compile(r"\d{1,3}(?: ?\+ ?\d)?'?: ?[A-Z][a-z]+[.!]?")  # "60: Chance."
_REACH = 400
_LEAD = 34  # letters that may stand before a result on its line: "FT: ", "At Castle Park: "
_WHOLE_AFTER = re.compile(
    r"(?: \d{1,2}\b)?(?: ?\((?:HT:? ?|half-time:? ?)?\d{1,2}[-:]\d{1,2}\))?(?: ?[.:;,|/] ?| - | ?\n| ?(?=[(\[]))"
    r"(?:\(?(?:HT|[Hh]alf[- ]time):? ?\d{1,2}-\d{1,2}\)?[.;,|]? ?\n?)?"
    r"(?:(?:Goals?|Scor(?:ers?|ing)|Goalscorers)[: -]+)?[(\[]?"
)
_LIST_ENDS = re.compile(r"(?: for [A-Z][\w ]{1,30})?[)\]]?\s*(?:$|\.|\n|\||;|\(?(?:Att|HT|Ref|Half))")
_SHORT = 6  # letters: "PREM", "CUP", "FA"
_DIGIT = re.compile(r"\d")
_START = attrgetter("start")


@dataclass
class Place:
    """A list of scorers, the match and the telling it may be of, and the side that a label in front of it names."""

    goals: list[Listed]
    match: MatchTold | None
    told: MatchTold | None
    side: str | None
    start: int
    end: int


class ScorerPlaces:
    """The places of one story that list scorers."""

    def __init__(self, state: StoryState, matches: list[MatchTold], main: MatchTold | None) -> None:
        self.state = state
        self.normal = state.text.normal
        self.main = main
        self.matches = matches
        told = [(t.end, t, m) for m in matches for t in m.tellings() if self._is_a_line(t)]
        self._lines = sorted((r for r in told if r[1].score_1 is not None), key=lambda r: r[0])
        self._ends = [end for end, _, _ in self._lines]

    def _is_a_line(self, told: MatchTold) -> bool:
        """Whether a sentence is a line of its own, or one with a call before it: "GOAL! Harland 1-0 Brigg"."""
        if told.sentence.alone or told.sentence.headline:
            return True
        start, end = told.sentence.span
        line = self.normal.rfind("\n", 0, start) + 1
        return (
            0 < start - line <= _LEAD
            and self.normal[line:start].rstrip().endswith("!")
            and self.normal[end : end + 1] in ("", "\n")
        )

    def all(self) -> list[Place]:
        """Every list, the surest first; none twice."""
        kept: list[Place] = []
        for place in [
            *self._of_blocks(),
            *self._of_summaries(),
            *self._behind(),
            *self._after(),
            *self._labelled(),
            *self._of_lines(),
        ]:
            if not any(place.start < other.end and other.start < place.end for other in kept):
                kept.append(place)
        marked = any(are_marks(place.goals) for place in kept)
        return [place for place in kept if not (marked and within_marks(place.goals))]

    def _of_blocks(self) -> list[Place]:
        """Each side's scorers in brackets behind its goals, or below its name."""
        found = []
        for block in result_blocks(self.normal, self.state.story.start, self.state.story.end):
            sides = sides_of(self.state, block)
            match = next((m for m in self.matches if sides is not None and {m.team_1, m.team_2} == set(sides)), None)
            for stretch, side in block.lists:
                goals, end = read_list(self.normal, stretch.start, stretch.end)
                whole = bool(goals) and self.normal[end : stretch.end].strip(" .)") == ""
                if sides is not None and match is not None and whole:
                    found.append(Place(goals, match, match, sides[side], stretch.start, stretch.end))
        return found

    def _of_summaries(self) -> list[Place]:
        """ "1, Harland, Tor 2 (Orr), 12th minute"."""
        found = []
        for block in self.state.story.body:
            for name, goal in box_goals(self.normal, block.start, block.end):
                before = [line for line in self._lines if line[0] <= goal.start]
                for _, told, match in reversed(before):
                    side = next(
                        (t for t in (match.team_1, match.team_2) if t == name or t.startswith(name + " ")), None
                    )
                    if side is not None:
                        found.append(Place([goal], match, told, side, goal.start, goal.end))
                        break
        return found

    def _after(self) -> list[Place]:
        """ "Harland 2-1 Merrow. Tor (12), Orr (55); Danek (60).", "... Merrow 1: Tor 12, Orr 55 / Danek 60"."""
        found = []
        for match in self.matches:
            for told in match.tellings():
                line = self.normal.rfind("\n", 0, told.start) + 1
                opened = _WHOLE_AFTER.match(self.normal, told.end, self.state.story.end)
                if told.score_1 is None or told.start - line > _LEAD or opened is None:
                    continue
                goals, stop = read_list(self.normal, opened.end(), min(self.state.story.end, opened.end() + _REACH))
                timed = bool(goals) and all(g.minute is not None for g in goals)
                if (
                    opened.group()[-1] in "(["
                ):  # behind the second side's goals: of both sides, or it is that side's own
                    timed = timed and max(g.part for g in goals) == 1
                if opened.group().strip() == ";" and self._of_things(goals, Span(opened.end(), stop)):
                    continue  # "; Brigg 1, Selby 1"
                if timed and _LIST_ENDS.match(self.normal, stop):
                    found.append(Place(goals, match, told, None, opened.end(), stop))
        return found

    def _behind(self) -> list[Place]:
        """Brackets right behind a result, and behind each side's goals within it."""
        found = []
        for _, told, match in self._lines:
            found += self._within(told, match)
        for match in dict.fromkeys([m for _, _, m in self._lines]):
            for told in match.tellings():
                if (place := self._bracket(told, match)) is not None:
                    found.append(place)
        return found

    def _bracket(self, told: MatchTold, match: MatchTold) -> Place | None:
        stop = min(self.state.story.end, told.end + _REACH)
        opened = _OPENED.match(self.normal, told.end, stop)
        return None if opened is None else self._enclosed(opened.end(), stop, match, told, None)

    def _within(self, told: MatchTold, match: MatchTold) -> list[Place]:
        """ "Harland 2 (Lenart 12, Beck 55) Marden 1 (Orr 90)"."""
        found = []
        for mention in told.sentence.mentions:
            if mention.kind == "TEAM" and mention.value in (match.team_1, match.team_2):
                opened = _GOALS_OF_SIDE.match(self.normal, mention.end, told.sentence.span.end)
                place = opened and self._enclosed(opened.end(), told.sentence.span.end, match, told, str(mention.value))
                found += [place] if place else []
        return found

    def _enclosed(self, start: int, stop: int, match: MatchTold, told: MatchTold, side: str | None) -> Place | None:
        close = _closing(self.normal, start, stop)
        if close < 0 or _FIGURE.search(self.normal, start, close):
            return None
        goals, end = read_list(self.normal, start, close)
        when = {m.start for m in self._mentions(start, close) if m.kind in ("COMPETITION", "DATE", "ROUND")}
        if any(goal.start in when for goal in goals):
            return None  # "(League Two, September 14)" says where and when it was played
        whole = bool(goals) and self.normal[end:close].strip(" .)") == ""
        return Place(goals, match, told, side, start, close) if whole else None

    def _labelled(self) -> list[Place]:
        """ "Scorers: Lenart 12; Beck 55", "Harland scorers: Lenart 12"."""
        found: list[Place] = []
        for block in self.state.story.body:
            for label in _LABEL.finditer(self.normal, block.start, block.end):
                side = self._side_of_label(block.start, label.start(), label.end())
                side = side or self._side_of_lineup(Span(block.start, label.start()))
                if side is not None or self.normal[label.start()].isupper():
                    found += self._from(label.end(), block.end, side)
        return found

    def _from(self, start: int, end: int, side: str | None) -> list[Place]:
        """The list that begins there, and the next one where sides are named in it: "Harland: Beck 12; Marden: Orr"."""
        inner, begin = self._side_in_front(Span(start, end))
        goals, stop = read_list(self.normal, begin, self._next_side(begin, end))
        if not goals:
            return []
        place = self._place(goals, begin, stop, inner or side)
        after = stop + len(self.normal[stop:end]) - len(self.normal[stop:end].lstrip(" .;,/|-)"))
        return [place, *(self._from(after, end, None) if inner is not None and after < end else [])]

    def _next_side(self, start: int, end: int) -> int:
        """Where the list of the next side named in it begins: "; Marden - Orr 90"; the end where none does."""
        sides = (m for m in self._mentions(start, end) if m.kind == "TEAM" and m.start > start)
        return next((m.start for m in sides if _SIDE_OF_LIST.match(self.normal, m.end, end)), end)

    def _mentions(self, start: int, end: int) -> list[Mention]:
        mentions = self.state.mentions
        first, last = (bisect_left(mentions, at, key=_START) for at in (start, end))
        return mentions[first:last]

    def _of_lines(self) -> list[Place]:
        """Lines that are nothing but scorers and minutes, with or without a side in front."""
        found: list[Place] = []
        for block in self.state.story.body:
            line = self.normal[block.start : block.end]
            if not _DIGIT.search(line) or _LABEL.search(self.normal, *block) or _FIGURE.search(self.normal, *block):
                continue
            side, start = self._side_in_front(block)
            if side is None:
                start += 2 if line.startswith((": ", "- ")) else line.startswith("(")
            places = self._from(block.start, block.end, None) if side else self._one_list(start, block.end)
            goals = [g for place in places for g in place.goals]
            whole = bool(goals) and self.normal[places[-1].end : block.end].strip(" .)") == ""
            timed = whole and all(g.minute is not None for g in goals) and not self._of_things(goals, block)
            timed = timed and not (
                side is None and _EVENT.fullmatch(line) and goals[0].name not in self.state.cast.people
            )
            alone = _SENT_OFF.fullmatch(line) and not _made_scores(goals) and not self._are_all(places, block)
            if timed and (side is not None or not (alone or self._is_side(block))):
                found += self._joined(found, places)
        return found

    def _joined(self, found: list[Place], places: list[Place]) -> list[Place]:
        """What is not of the list that the lines above began: "1-0 Hale (12)", "1-1 Orr (30)"; "- Hale - 12'"."""
        last, first = found[-1] if found else None, places[0]
        if last is None or last.side is not None or first.side is not None or last.told is not first.told:
            return places
        between = self.normal[last.end : first.start]
        goes_on = between.strip() == "" and _made_scores([*last.goals, *first.goals])
        if goes_on or _NEXT_ITEM.fullmatch(between):
            last.goals += first.goals
            last.end = first.end
            return places[1:]
        return places

    def _are_all(self, places: list[Place], block: Span) -> bool:
        """Whether a line right below a result lists as many goals as it tells: "Harland 1-0 Merrow", "Kell (67)"."""
        told = places[0].told if places else None
        if told is None or told.score_1 is None or told.score_2 is None or self.normal[told.end : block.start].strip():
            return False
        return sum(goal.n for place in places for goal in place.goals) == told.score_1 + told.score_2

    def _one_list(self, start: int, end: int) -> list[Place]:
        goals, stop = read_list(self.normal, start, end)
        return [self._place(goals, start, stop, None)] if goals else []

    def _of_things(self, goals: list[Listed], block: Span) -> bool:
        """A table of clubs or competitions: "PREM 16, Championship 13"."""
        inside = self._mentions(block.start, block.end)
        things = {m.start for m in inside if m.kind in ("TEAM", "COMPETITION", "GROUND")}
        return any(g.start in things or (g.name.isupper() and len(g.name) < _SHORT) for g in goals)

    def _is_side(self, block: Span) -> bool:
        """A line that opens with a side is a result: "Lagan City 1, Oriel Town 0"."""
        first = self._first_mention(block)
        return first is not None and first[1] == "TEAM"

    def _place(self, goals: list[Listed], start: int, end: int, side: str | None) -> Place:
        before = self._lines[: bisect_right(self._ends, start)]
        if side is not None:
            before = [line for line in before if side in (line[2].team_1, line[2].team_2)]
        plays = self.main is not None and side in (None, self.main.team_1, self.main.team_2)
        main = self.main if plays else None
        told, match = before[-1][1:] if before else (main, main)
        return Place(goals, match, told, side, start, end)

    def _first_mention(self, block: Span) -> tuple[str, str, int] | None:
        """Value, kind and end of the mention that begins a line."""
        mentions = self.state.mentions
        index = bisect_left(mentions, block.start, key=_START)
        first = mentions[index] if index < len(mentions) else None
        begins = first is not None and first.start <= block.start + 2 and first.end <= block.end
        return (str(first.value), first.kind, first.end) if first is not None and begins else None

    def _side_in_front(self, block: Span) -> tuple[str | None, int]:
        """ "Harland: Lenart 12": the side, and where its list begins; more words of its name may stand before it."""
        for mention in self._mentions(block.start, min(block.end, block.start + _LONGEST_NAME)):
            label = _SIDE_OF_LIST.match(self.normal, mention.end, block.end) if mention.kind == "TEAM" else None
            if label and _CAPITALS.fullmatch(self.normal[block.start : mention.start].lstrip()):
                return str(mention.value), label.end()
        return None, block.start

    def _side_of_lineup(self, before: Span) -> str | None:
        """ "Harland: Beck; Orr, Tor (Hale 70). Goals: Hale 84": whose line-up it is that the label stands in."""
        side, begin = self._side_in_front(before)
        other = begin < before.end and self._next_side(begin, before.end) < before.end
        return None if other else side

    def _side_of_label(self, start: int, label: int, end: int) -> str | None:
        """ "Harland scorers:", "Goals for Harland:"."""
        near = [m for m in self.state.mentions if max(start, end - 44) <= m.start < end and m.kind == "TEAM"]
        if not near or ":" in self.normal[near[-1].end : end - 2]:
            return None
        adjoins = 0 < label - near[-1].end <= 3
        named = near[-1].start - start < 3 or adjoins or self.normal.endswith(" for ", 0, near[-1].start)
        return str(near[-1].value) if named and end - near[-1].end < 16 else None


def _made_scores(goals: list[Listed]) -> bool:
    """Whether every goal of a list is told with the score that it made."""
    return all(goal.running is not None for goal in goals)


def _closing(normal: str, start: int, stop: int) -> int:
    """Where the bracket closes whose inside begins at `start`; -1 where it does not."""
    depth = 1
    for position in range(start, stop):
        depth += {"(": 1, ")": -1, "[": 1, "]": -1}.get(normal[position], 0)
        if depth == 0:
            return position
    return -1
