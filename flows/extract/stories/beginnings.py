"""Paragraphs -> the places where a story may begin, each with the evidence for it.

Evidence is a sum of weights, as log-odds are: cues of the lead, of the lines around it, and of the threads that a cut
there would tear. The weights were fitted on strings of news stories put end to end, with headlines and without, and
rounded; a positive one speaks for a beginning.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from flows.extract.stories import headlines, leads, threads
from flows.extract.stories.match_to_match import MatchToMatch
from flows.extract.text.mentions import Mention
from flows.extract.text.structure import Span

# A file of fewer characters is hardly ever more than one story, unless further headlines say so.
SLIM, SLENDER = 1700, 3000
HOPELESS = -6.5
BIAS = -12.6
WEIGHTS = {
    "opens_plainly": 3.2, "opens_quote": -4.0, "tiny": -3.0, "short": 1.7, "lead_length": 2.1, "long": 1.3,
    "very_long": -3.4, "one_sentence": 2.2, "sided": -5.9, "listing": -2.6, "team": 0.3, "competition": 2.9,
    "titled": 1.4, "titled_again": 2.0, "name_full_new": 2.3, "name_full_told": 1.4, "name_new": 2.4,
    "name_told": 0.1, "team_new": 1.6, "ground_told": -0.6, "competition_told": -2.3, "opens_with_club": 1.1,
    "opens_with_name_full_new": 0.8, "opens_with_name_full_told": 2.1, "opens_with_name_new": 0.6,
    "opens_with_name_told": 1.4, "after_quote": 0.2, "after_fixture": 1.3, "after_fragment": -2.2,
    "after_footer": 6.0, "after_rule": 4.0, "after_gap": 1.5, "answered": 3.0, "then_opens_pronoun": 0.6,
    "then_opens_linked": -0.6, "then_definite": 2.0, "headed_alike": 3.7, "unheaded": -0.8, "dated": 4.0,
    "agency": 6.0, "headed": -0.3, "opens_pointing": 0.6, "leans": -2.2, "open_quote": -3.5, "definite": 0.6,
    "news": 0.8, "opens_linked": 0.1, "opens_pronoun": -1.1, "unlike_first": -5.0, "slim": -2.5, "slender": -0.8,
    "unlike_top": -3.4, "opens_label": -3.0, "heads_part": -7.0, "in_round_up": -3.0, "match_to_match": -6.0,
    "opens_role": -1.6, "tops_page": -10.0, "after_capitals": -4.0,
    "lineup_of_earlier": -9.0,
}  # fmt: skip
# What the paragraph before says of this one, mostly against it: second paragraphs look like the leads that they follow.
BEFORE = {
    "answered": -0.4, "competition": 0.1, "headed": -1.1, "lead_length": -1.3, "name_full_new": 0.5,
    "name_new": -0.7, "one_sentence": -2.3, "opens_plainly": 0.8, "opens_with_club": -0.6, "team": -0.5,
    "titled": 0.8, "titled_again": 1.5,
}  # fmt: skip
BEFORE_ANY, BEFORE_TIED = 3.5, 3.3
# By kind of tie, and by how many paragraphs behind the lead it stands: 0, 1, 2-3, 4-7, 8-11. Two of a kind count.
TIE_WEIGHTS = {
    threads.AGAIN: (2.0, 2.7, 0.6, 0.3, 1.4),
    threads.FULL_TWICE: (-0.2, 0.5, 0.4, 0.7, -1.5),
    threads.FULL_LATE: (0.1, 1.0, 0.5, 0.0, 0.0),
    threads.SHORT: (-4.3, -4.1, -4.5, -3.4, -2.2),
    threads.SHORT_LATE: (-0.2, -0.4, -0.4, -1.1, -1.3),
    threads.LONE: (0.0, 0.5, 0.9, -0.1, 0.4),
    threads.TEAM: (0.5, 0.2, 0.3, -0.3, -0.3),
    threads.TEAM_LATE: (0.4, 0.0, 0.2, 0.2, -0.4),
}
DISTANCE = (0, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4)
REACH, SHARED, BACK = 12, 4, 6
TIED_SHARE, BACK_TO_LAST, BACK_TO_FEW, NEW_AFTER = -6.8, -1.3, -1.5, 0.5
MOST_NEW_AFTER = 6
_LEANING = frozenset({threads.SHORT, threads.SHORT_LATE, threads.LONE, threads.TEAM})
_NEAR = frozenset({threads.AGAIN, threads.FULL_TWICE, threads.SHORT, threads.LONE, threads.TEAM})
_ABOVE = frozenset({"footer", "rule"})
_HEAD_LINES = 3
_SECTIONS = 3  # headed paragraphs that make a page one of sections
_TOP, _TOP_OF_AGENCY = 260, 700  # letters that may stand above a page's first lead
_HEADED = frozenset({"headline", "dateline", "byline", "footer", "rule"})


class Beginning(NamedTuple):
    """A place where a story may begin: the first line of it, and the evidence."""

    block: int
    evidence: float


class Page:
    """A document's paragraphs, what kind of line each is, and whom each tells of."""

    def __init__(self, normal: str, blocks: list[Span], mentions: list[Mention], clubs: Mapping[str, str]) -> None:
        self.normal = normal
        self.blocks = blocks
        self.lines = [normal[b.start : b.end] for b in blocks]
        self.kinds = [headlines.kind_of(line) for line in self.lines]
        self.casts = threads.weave(blocks, [kind == "text" for kind in self.kinds], mentions, clubs)
        top = next((n for n, kind in enumerate(self.kinds) if kind != "caption"), 0)
        self.headed = self.kinds[top] in ("headline", "dateline", "byline")
        self.from_agency = headlines.is_agency_lead(self.lines[min(self._next_text(0), len(self.lines) - 1)])
        first = self.lines[top].partition("\n")[0]
        # a result heads the first of several stories as well
        self.titled = self.kinds[top] == "headline" and not headlines.is_result(first)
        results = [headlines.is_result(line) for line in self.lines]
        self.titled_by_result = results[0]
        self.lists_results = sum(results) > 1 + headlines.is_result(first)
        self.lists_items = sum(map(headlines.is_item, self.lines)) > 1
        self.asks = sum(map(headlines.is_question, self.lines)) > 1
        self.sectioned = self._is_in_sections()
        self.pairs = sum(map(headlines.is_pairing, self.lines)) > 1
        above = zip(self.kinds[:_HEAD_LINES], self.lines[:_HEAD_LINES], strict=True)
        self.round_up = any(kind == "headline" and headlines.names_round_up(line) for kind, line in above)
        length = blocks[-1].end - blocks[0].start
        self.size = "slim" if length < SLIM else "slender" if length < SLENDER else "long_enough"
        told = ((n, headlines.side_of_lineup(line)) for n, line in enumerate(self.lines) if line.count(",") > 1)
        self._lineups = [(n, side) for n, side in told if side is not None]
        self._to_match = MatchToMatch(blocks, mentions, clubs, results)
        self.gaps = [0, *(normal.count("\n", a.end, b.start) for a, b in pairwise(blocks))]
        self.usual_gap = sorted(self.gaps)[len(blocks) // 2]

    def beginnings(self) -> list[Beginning]:
        """The places after the first lead where a story may begin, in order, without those that nothing can save."""
        found = []
        before: tuple[int, int, list[str]] = (-1, -1, [])
        block = self._next_text(0) + 1
        while (lead := self._next_text(block)) < len(self.blocks):
            head = block
            while self.kinds[head] in _ABOVE:
                head += 1
            cues = leads.lead_cues(self.lines[lead], self.blocks[lead].start, self.casts[lead])
            if lead + 1 < len(self.blocks) and self.kinds[lead + 1] == "text":
                cues += leads.answered_cues(self.casts[lead + 1])
            evidence = BIAS + _sum(WEIGHTS, cues)
            item = self.lists_items and headlines.is_item(self.lines[head])
            item = item or self.lines[lead].count("|") > 1  # a row of a table
            if not item and (block < lead or evidence > HOPELESS):
                evidence += _sum(WEIGHTS, self._around(head, lead)) + self._torn(head, lead)[1]
                if before[1] == head - 1:
                    evidence += BEFORE_ANY + BEFORE_TIED * self._torn(before[0], before[1])[0] + _sum(BEFORE, before[2])
                found.append(Beginning(head, evidence))
            before = (head, lead, cues)
            block = lead + 1
        return found

    def _around(self, head: int, lead: int) -> list[str]:
        """The cues of the lines around a lead, and of its own words."""
        before = self.kinds[head - 1]
        cues = ["after_" + before] if before in _ABOVE else leads.closing_cues(self.lines[head - 1])
        if not _HEADED.isdisjoint(self.kinds[head:lead]):
            if self.headed:
                cues.append("headed_alike")
            if not {"dateline", "byline"}.isdisjoint(self.kinds[head:lead]):
                cues.append("dated")
        else:
            cues += ["unheaded"] * self.headed + [self.size]
            cues += ["unlike_top"] * (self.titled and self.size != "long_enough")
        if self._tops_page(head, lead):
            cues.append("tops_page")
        if any(self._goes_on_at(n, side, head) for n, side in self._lineups):
            cues.append("lineup_of_earlier")
        if headlines.is_in_capitals(self.lines[head - 1]):
            cues.append("after_capitals")
        if self.titled_by_result and self.lines[head] == self.lines[0] and self.size != "long_enough":
            cues.append("heads_part")  # a result that the page prints again above its line-ups
        line, listed = self.lines[head], self.lists_results and self.size != "long_enough"
        if headlines.heads_part(line) or (listed and headlines.is_result(line)):
            cues.append("heads_part")
        if self.size != "long_enough" and any(map(self._heads_section, self.lines[head:lead])):
            cues.append("heads_part")
        if self.round_up and self.size != "long_enough":
            cues.append("in_round_up")
        if (head == lead or headlines.is_result(line) or headlines.names_competition(line)) and self._to_match.within(
            head
        ):
            cues.append("match_to_match")
        cues += leads.telling_cues(self.lines[lead])
        if lead + 1 < len(self.lines) and self.kinds[lead + 1] == "text":
            cues += leads.following_cues(self.lines[lead + 1])
        if headlines.is_agency_lead(self.lines[lead]):
            cues.append("agency")
        elif self.from_agency:
            cues.append("unlike_first")
        if self.gaps[head] > self.usual_gap:
            cues.append("after_gap")
        return cues

    def _goes_on_at(self, lineup: int, side: str, head: int) -> bool:
        """Whether a line-up stands behind `head` of a side that only the text before it has told of."""
        if lineup <= head:
            return False
        start, end = self.blocks[head].start, self.blocks[lineup].start
        return side in self.normal[:start] and side not in self.normal[start:end]

    def _heads_section(self, line: str) -> bool:
        """A question of a page that asks and answers several, one of several pairings that it previews in turn, or a
        headline of a page in sections."""
        if self.sectioned and headlines.is_headline(line):
            return True
        return (self.asks and headlines.is_question(line)) or (self.pairs and headlines.is_pairing(line))

    def _is_in_sections(self) -> bool:
        """Whether most headlines below the first stand above one paragraph each: news in brief, a column of parts."""
        heads = [n for n, kind in enumerate(self.kinds) if n and kind == "headline"]
        brief = sum(self.kinds[a + 1 : b] == ["text"] for a, b in pairwise([*heads, len(self.kinds)]))
        return brief >= _SECTIONS and 2 * brief > len(heads)

    def _tops_page(self, head: int, lead: int) -> bool:
        """Whether nothing but a headline, a byline, a standfirst or a caption stands above a lead."""
        above = self.blocks[head].start - self.blocks[0].start
        agency = headlines.is_agency_lead(self.lines[lead]) and not self.from_agency
        return above < (_TOP_OF_AGENCY if agency else _TOP) and _ABOVE.isdisjoint(self.kinds[:head])

    def _torn(self, head: int, lead: int) -> tuple[float, float]:
        """The share of names that lean on what stands before `head`, and what all threads say of a cut there."""
        counts: dict[tuple[int, int], int] = {}
        tied = fresh = 0.0
        after = 0
        last = few = False
        for distance, cast in enumerate(self.casts[lead : lead + REACH]):
            for told, kind in cast.ties:
                if told >= head or kind == threads.PLACE:
                    continue
                key = (kind, DISTANCE[distance])
                counts[key] = counts.get(key, 0) + 1
                if distance < SHARED:
                    tied += kind in _LEANING
                    fresh += kind == threads.TEAM_LATE
                if distance < BACK and kind in _NEAR:
                    last = last or told == head - 1
                    few = few or head - 4 <= told < head - 1
            if distance < SHARED:
                fresh += cast.new + 0.5 * cast.surnames
                after += cast.new if 0 < distance < 3 else 0
        share = tied / (tied + fresh + 1)
        ties = sum(TIE_WEIGHTS[kind][far] * min(count, 2) for (kind, far), count in counts.items())
        back = BACK_TO_LAST * last + BACK_TO_FEW * few
        return share, ties + TIED_SHARE * share + back + NEW_AFTER * min(after, MOST_NEW_AFTER)

    def _next_text(self, block: int) -> int:
        while block < len(self.kinds) and self.kinds[block] != "text":
            block += 1
        return block


def _sum(weights: dict[str, float], cues: list[str]) -> float:
    total = 0.0
    for cue in cues:
        if cue in weights:
            total += weights[cue]
    return total
