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
BIAS = -7.1
WEIGHTS = {
    "opens_plainly": 1.6, "opens_pointing": -0.1, "opens_pronoun": -1.1, "opens_quote": -1.2, "opens_linked": -2.2,
    "tiny": -2.9, "short": 0.5, "lead_length": 0.8, "long": 0.3, "very_long": -1.8, "one_sentence": 0.6,
    "open_quote": -2.5, "definite": -0.5, "leans": -1.8, "sided": -0.8, "listing": -1.7, "news": 0.4,
    "team": 0.8, "competition": 1.5, "opens_with_club": 1.5, "name_full_new": 2.1, "name_new": 2.1, "name_full_told": 1.0,
    "name_told": 1.4, "team_new": 0.4, "team_told": -0.3, "ground_told": -1.0, "competition_told": -1.8,
    "after_quote": 1.3, "after_fixture": 3.2, "after_fragment": -1.7, "after_footer": 5.0, "after_rule": 3.0, "after_gap": 1.0,
    "answered": 2.9, "then_opens_pronoun": -0.3, "then_opens_linked": -0.7, "then_definite": 0.9,
    "headed": 1.5, "headed_alike": 2.5, "unheaded": -0.8, "dated": 2.0, "agency": 4.0,
}  # fmt: skip
# By kind of tie, and by how far behind the lead it stands: 0, 1, 2-3, 4-7, 8-11 paragraphs.
TIE_WEIGHTS = (
    (1.2, 1.1, 1.0, 1.3, 1.6),
    (1.0, 1.0, 1.1, 0.9, -2.1),
    (-4.0, -2.3, -2.1, -3.1, -0.8),
    (-1.4, 1.1, 1.1, 1.0, 0.2),
    (0.7, 0.6, 0.4, -0.2, -0.7),
    (0.0, 0.0, 0.0, 0.0, 0.0),
)  # fmt: skip
DISTANCE = (0, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4)
TIES_SHARE, REACHES_BACK_ONE, REACHES_BACK_FEW, NEW_AFTER = -4.1, -1.0, -1.8, 0.7
_LEANING = (threads.SHORT, threads.LONE, threads.TEAM)


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
        return found

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
            for told, kind, _ in cast.ties:
                if told < head:
                    ties += TIE_WEIGHTS[kind][weight]
                    if distance < SHARED:
                        tied += kind in _LEANING
                    if distance < 6 and kind != threads.PLACE:
                        near = near or told == head - 1
                        few = few or head - 4 <= told < head - 1
            if distance < SHARED:
                fresh += cast.new + 0.5 * cast.surnames
                if 1 <= distance < 3:
                    after = min(6.0, after + cast.new)
            share = TIES_SHARE * tied / (tied + fresh + 1)
            evidence.append(local + ties + share + REACHES_BACK_ONE * near + REACHES_BACK_FEW * few + NEW_AFTER * after)
        return evidence


def _next_text(kinds: list[str], block: int) -> int:
    while block < len(kinds) and kinds[block] != "text":
        block += 1
    return block
