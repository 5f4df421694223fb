"""Paragraphs -> the places where a story may begin, each with the evidence for it.

Evidence is a sum of weights, in log-odds: cues of the lead, of the lines around it, and of the threads that a beginning
there would cut. The weights were fitted on strings of news stories put end to end, with their headlines and without, and
rounded. Where a story ends, what comes after cannot speak for its beginning: hence evidence by number of paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract import headlines, leads, threads
from flows.extract.mentions import Mention
from flows.extract.structure import Span

REACH = 12
SHARED = 4
HOPELESS = -9.0
BIAS = -6.6
WEIGHTS = {
    "opens_plainly": 1.8, "opens_pointing": -0.1, "opens_pronoun": -1.0, "opens_quote": -2.0, "opens_linked": -1.8,
    "tiny": -2.6, "short": 0.3, "lead_length": 1.0, "long": 0.4, "very_long": -2.0, "one_sentence": 0.4,
    "open_quote": -2.2, "definite": -0.6, "leans": -1.7, "sided": -0.9, "listing": -1.8, "news": 0.3,
    "team": 0.9, "competition": 1.5, "titled": 1.1, "titled_again": 1.3,
    "name_full_new": 1.3, "name_new": 1.4, "name_told": 0.2, "team_new": 0.2, "team_told": -0.8,
    "ground_told": -0.7, "competition_told": -1.9, "opens_with_club": 0.9, "opens_with_name_full_told": 1.1,
    "after_quote": 1.2, "after_fixture": 1.8, "after_fragment": -1.8, "after_footer": 5.0, "after_rule": 3.0, "after_gap": 1.0,
    "answered": 2.4, "then_opens_pronoun": -0.2, "then_opens_linked": -0.5, "then_definite": 0.9,
    "headed": 0.9, "headed_alike": 1.9, "unheaded": -0.6, "dated": 2.5, "agency": 4.0,
}  # fmt: skip
# By kind of tie, and by how far behind the lead it stands: 0, 1, 2-3, 4-7, 8-11 paragraphs.
TIE_WEIGHTS = {
    threads.AGAIN: (1.7, 1.8, 1.2, 1.6, 1.0),
    threads.FULL_TWICE: (1.1, 0.6, 1.0, 0.7, -1.5),
    threads.FULL_LATE: (0.3, 0.5, 0.7, 0.4, 0.0),
    threads.SHORT: (-3.2, -2.0, -2.0, -2.7, -0.5),
    threads.SHORT_LATE: (-0.7, -0.7, -1.0, -0.8, -1.0),
    threads.LONE: (-0.9, 0.5, 0.7, 1.1, 0.4),
    threads.TEAM: (0.6, 0.8, 0.4, 0.1, -1.0),
    threads.TEAM_LATE: (0.1, 0.2, 0.0, 0.0, -0.7),
    threads.PLACE: (0.0, 0.0, 0.0, 0.0, 0.0),
}
DISTANCE = (0, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4)
TIES_SHARE, REACHES_BACK_ONE, REACHES_BACK_FEW, NEW_AFTER = -3.4, -0.9, -1.3, 0.7
SHADOW, SHADOW_FROM = 0.6, -3.0
_LEANING = frozenset({threads.SHORT, threads.SHORT_LATE, threads.LONE, threads.TEAM})
_NEAR = frozenset({threads.AGAIN, threads.FULL_TWICE, threads.SHORT, threads.LONE, threads.TEAM})


@dataclass(slots=True)
class Beginning:
    """A place where a story may begin. `evidence[n]` holds where that story has n + 1 paragraphs from its lead, the last for more."""

    block: int
    lead: int
    evidence: list[float]

    def evidence_until(self, end: int) -> float:
        """The evidence where the story ends before paragraph `end`."""
        return self.evidence[min(end - self.lead, len(self.evidence)) - 1]


class Page:
    """A document's paragraphs, what kind of line each is, and whom each tells of."""

    def __init__(self, normal: str, blocks: list[Span], mentions: list[Mention]) -> None:
        self.normal = normal
        self.blocks = blocks
        self.lines = [normal[b.start : b.end] for b in blocks]
        self.kinds = [headlines.kind_of(line) for line in self.lines]
        self.casts = threads.weave(blocks, [kind == "text" for kind in self.kinds], mentions)
        self.headed = self.kinds[0] in ("headline", "dateline", "byline")
        self.gap = min((self._gap(i) for i in range(1, len(blocks))), default=0)

    def _gap(self, block: int) -> int:
        return self.normal.count("\n", self.blocks[block - 1].end, self.blocks[block].start)

    def beginnings(self) -> list[Beginning]:
        """Every place after the first where a story may begin, in order."""
        found = []
        total = len(self.blocks)
        block = _next_text(self.kinds, 0) + 1
        while block < total:
            lead = _next_text(self.kinds, block)
            if lead == total:
                break
            head = block
            while self.kinds[head] in ("footer", "rule"):
                head += 1
            local = self._local(head, lead)
            if local > HOPELESS:
                found.append(Beginning(head, lead, self._with_threads(head, lead, local)))
            block = lead + 1
        return _shadowed(found)

    def _local(self, head: int, lead: int) -> float:
        line = self.lines[lead]
        cues = leads.lead_cues(line, self.blocks[lead].start, self.casts[lead])
        before = self.kinds[head - 1]
        if before in ("footer", "rule"):
            cues.append("after_" + before)
        else:
            cues += leads.closing_cues(self.lines[head - 1])
        if lead + 1 < len(self.lines) and self.kinds[lead + 1] == "text":
            cues += leads.following_cues(self.lines[lead + 1], self.casts[lead + 1])
        if head < lead:
            cues.append("headed")
            if self.headed:
                cues.append("headed_alike")
            if not {"dateline", "byline"}.isdisjoint(self.kinds[head:lead]):
                cues.append("dated")
        elif self.headed:
            cues.append("unheaded")
        if headlines.is_agency_lead(line):
            cues.append("agency")
        if self._gap(head) > self.gap:
            cues.append("after_gap")
        weights = WEIGHTS
        return BIAS + sum(weights.get(cue, 0.0) for cue in cues)

    def _with_threads(self, head: int, lead: int, local: float) -> list[float]:
        evidence = []
        ties = tied = fresh = after = 0.0
        near = few = False
        for distance, cast in enumerate(self.casts[lead : lead + REACH]):
            weight = DISTANCE[distance]
            for told, kind in cast.ties:
                if told < head:
                    ties += TIE_WEIGHTS[kind][weight]
                    if distance < SHARED:
                        tied += kind in _LEANING
                        fresh += kind == threads.TEAM_LATE
                    if distance < 6 and kind in _NEAR:
                        near = near or told == head - 1
                        few = few or head - 4 <= told < head - 1
            if distance < SHARED:
                fresh += cast.new + 0.5 * cast.surnames
                if 1 <= distance < 3:
                    after = min(6.0, after + cast.new)
            share = TIES_SHARE * tied / (tied + fresh + 1)
            evidence.append(local + ties + share + REACHES_BACK_ONE * near + REACHES_BACK_FEW * few + NEW_AFTER * after)
        return evidence


def _shadowed(places: list[Beginning]) -> list[Beginning]:
    """What stands right behind a likely lead pays for it: the second paragraph of a story often looks like its first."""
    for before, place in reversed(list(zip(places, places[1:], strict=False))):
        likely = before.evidence[-1] - SHADOW_FROM
        if likely > 0 and before.lead == place.block - 1:
            place.evidence = [e - SHADOW * likely for e in place.evidence]
    return places


def _next_text(kinds: list[str], block: int) -> int:
    while block < len(kinds) and kinds[block] != "text":
        block += 1
    return block
