"""Results printed as blocks ("Harland 2 (Tor 12, Orr 55) Merrow 1 (Danek 60)") -> matches, home side first.

In: a story and the matches that its sentences tell. Out: those that no sentence tells. A name that stands in a sure
block is a club of the story from then on; two bare lines make nobody one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from flows.extract.cast.club_towns import club_of_town
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.result_blocks import Block, result_blocks
from flows.extract.text.structure import Span

_START = attrgetter("start")
_ADOPTED = frozenset({"NAME", "PERSON"})
_CONFIDENCE = 0.93


def matches_of_blocks(state: StoryState, told: list[MatchTold]) -> list[MatchTold]:
    """The matches of the story's blocks beyond those told."""
    found: list[MatchTold] = []
    for block in result_blocks(state.text.normal, state.story.start, state.story.end):
        sides = sides_of(state, block)
        if sides is None or any(_tells(match, sides, block) for match in [*told, *found]):
            continue
        at = max(0, bisect_right(state.sentences, block.start, key=lambda s: s.span.start) - 1)
        sentence = state.sentences[at]
        match = MatchTold(
            block.start, block.end, "played", *sides, *block.goals, "result.block", _CONFIDENCE, sentence, sides[0]
        )
        match.decided = "regular"
        found.append(match)
    return found


def sides_of(state: StoryState, block: Block) -> tuple[str, str] | None:
    """The clubs that a block names; None where a name is none."""
    one, two = (_club(state, name, block.sure) for name in block.names)
    if block.sure and (one is None) != (two is None):
        one = one or _of_town(state, block.names[0], str(two))
        two = two or _of_town(state, block.names[1], str(one))
    return (one, two) if one is not None and two is not None and one != two else None


def _of_town(state: StoryState, name: Span, other: str) -> str | None:
    """The one club of a town in the other side's league, where a block gives it by its town: from there on it is."""
    mention = _mention_at(state, name)
    club = None if mention is None or mention.kind != "PLACE" else club_of_town(mention.text, other)
    if mention is not None and club is not None:
        mention.kind, mention.value = "TEAM", club
    return club


def _mention_at(state: StoryState, name: Span) -> Mention | None:
    """The mention that begins with a name and holds it."""
    index = bisect_left(state.mentions, name.start, key=_START)
    mention = state.mentions[index] if index < len(state.mentions) else None
    return mention if mention is not None and mention.start == name.start and mention.end >= name.end else None


def _club(state: StoryState, name: Span, adopts: bool) -> str | None:
    mention = _mention_at(state, name)
    if mention is None:
        return _club_ending(state, name)
    if adopts and mention.kind in _ADOPTED:
        state.cast.adopt(mention)
    return str(mention.value) if mention.kind == "TEAM" else None


def _club_ending(state: StoryState, name: Span) -> str | None:
    """The known club that the last words of a run of capitals name: "on Saturday Harland (1) 2"."""
    mentions = state.mentions
    last = mentions[max(0, bisect_left(mentions, name.end, key=_START) - 1)] if mentions else None
    ends = last is not None and last.kind == "TEAM" and last.end == name.end and last.start > name.start
    return str(last.value) if last is not None and ends else None


def _tells(match: MatchTold, sides: tuple[str, str], block: Block) -> bool:
    same = {match.team_1, match.team_2} == set(sides) and match.score_1 is not None
    return same and (match.score_of(sides[0]), match.score_of(sides[1])) == block.goals
