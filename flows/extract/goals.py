"""Sentences -> goals as told: scorer, side, minute, kind; a goal told twice in a story is one.

A trigger (a verb or noun of scoring, a brace, "through", a lead given) asks for its scorer in its own clause; vetoes come
first: missed, saved, disallowed, would, almost. Line-up blocks then settle minutes, and the final score the sides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from flows.extract.lineups import GoalEntry, goal_entries
from flows.extract.mentions import Mention
from flows.extract.minutes import Minute
from flows.extract.results import MatchTold, Results
from flows.extract.story import SIDES, Sentence, StoryState

_CLAUSE_END = frozenset({"SUBORDINATE", "STOP", "QUOTE", "DASH", "COLON"})
_VETOES = frozenset({"VETO", "ALMOST", "HYPOTHETICAL", "NEGATION"})
_GOAL_OBJECTS = frozenset({"GOAL_NOUN", "SHOT_NOUN", "MULTI", "SECOND", "THIRD", "ONWARD", "ORDINAL", "LIVE_SCORE", "LEAD", "FREE_KICK"})
_TALLY_AFTER = re.compile(r"[^.,;]{0,24}\b(?:in|from|through|for) (?:his |her |their |the |all )?(?:last |first |past |opening |previous )?(?:\d+|\w+) (?:[\w-]+ ){0,2}(?:games|matches|appearances|outings|starts|seasons)\b")
_PERFECT = re.compile(r"\b(?:has|have|having|'ve|not|never|yet to|without|to have) (?:\w+ )?$")
_PLURAL = frozenset({"goals", "strikes", "headers", "penalties"})
_STRONG_SHOT = re.compile(r"\b(?:courtesy of|thanks to|through|goals? from|earned|gave|put|won|salvaged|rescued|secured|sealed|enough|settled|decided|cancelled|equalis|level|ahead|lead|victory|win\b|early|late|second-half|first-half|minute)")


@dataclass
class GoalTold:
    """A goal, or n goals not told apart, as a story tells it; spans in the normal text."""

    start: int
    end: int
    scorer: str
    team: str | None
    opponent: str | None
    minute: int | None
    added_time: int | None
    kind: str
    n: int
    rule: str
    confidence: float
    match: MatchTold | None = None
    described: bool = True
    order: int | None = None
    side_certain: bool = False
    twins: list[tuple[int, int]] = field(default_factory=list)


class Goals:
    """Reads the goals of one story into `told`."""

    def __init__(self, state: StoryState, results: Results) -> None:
        self.state = state
        self.results = results
        self.raw: list[GoalTold] = []
        self.last_minute: int | None = None
        self.last_scorer: str | None = None
        for sentence in state.sentences:
            if not sentence.quoted:
                self._read(sentence)
        blocks = goal_entries(state)
        self._drop_block_prose(blocks)
        merged = self._merge()
        merged = self._with_blocks(merged, blocks)
        self._sides(merged)
        self.told = [g for g in sorted(merged, key=lambda g: g.start) if g.team is not None or state.main is None]

    # ---- triggers

    def _read(self, sentence: Sentence) -> None:
        used: set[tuple[str, int]] = set()
        for index, mention in enumerate(sentence.mentions):
            if self.state.quoted(mention.start):
                continue
            reader = _READERS.get(mention.kind)
            if reader is not None:
                for goal in reader(self, sentence, index):
                    key = (goal.scorer, goal.order or 0)
                    if key in used and goal.minute is None:
                        self._enrich(sentence, goal)
                        continue
                    used.add(key)
                    self.raw.append(goal)
                    self.last_scorer = goal.scorer

    def _enrich(self, sentence: Sentence, goal: GoalTold) -> None:
        for told in reversed(self.raw):
            if told.scorer == goal.scorer and sentence.span.start <= told.start < sentence.span.end:
                if told.kind == "open_play":
                    told.kind = goal.kind
                told.n = max(told.n, goal.n)
                return

    def verb(self, sentence: Sentence, index: int) -> list[GoalTold]:
        """"Gosens headed home", "before Ronaldo scored", "A and B struck"."""
        mention = sentence.mentions[index]
        if self._vetoed(sentence, index) or not self._scores(sentence, index):
            return []
        scorers = self._scorers_before(sentence, index)
        return [self._goal(sentence, index, s, "goal.verb", 0.88) for s in scorers] if mention else []

    def act(self, sentence: Sentence, index: int) -> list[GoalTold]:
        """A verb that scores only with an object: "added a third", "grabbed the winner", "made it 3-0"."""
        following = sentence.mentions[index + 1 : index + 5]
        objects = [m for m in following if m.kind in _GOAL_OBJECTS and m.start - sentence.mentions[index].end < 60]
        cut = next((i for i, m in enumerate(following) if m.kind in ("COMMA", "SUBORDINATE", "COLON", "QUOTE", "WHO", "AND")), 9)
        objects = [m for m in objects if following.index(m) < cut]
        text = sentence.mentions[index].text.lower()
        if not objects or (text.startswith("ma") and objects[0].kind not in ("LIVE_SCORE", "ONWARD")):
            struck = text == "struck" and not any(m.kind in ("BY", "VETO") for m in following[:2])
            return self.verb(sentence, index) if struck else []
        return self.verb(sentence, index)

    def noun(self, sentence: Sentence, index: int) -> list[GoalTold]:
        """"Palomino's winner", "goals from Ilicic and Freuler", "an equaliser by X"."""
        mention = sentence.mentions[index]
        if self._vetoed(sentence, index) or self._tally(sentence, index):
            return []
        owner = self._owner(sentence, index)
        weak = mention.kind == "SHOT_NOUN" or mention.value == "penalty"
        if owner is not None:
            around = self.state.text.lower[sentence.span.start : sentence.span.end]
            if weak and not self._weak_counts(sentence, index, around):
                return []
            return [self._goal(sentence, index, owner, "goal.noun", 0.85)]
        scorers = self._scorers_after(sentence, index)
        if weak and not (scorers and mention.start > 0 and re.search(r"\b(?:a|and|from)\b", around_before(self.state, mention))):
            scorers = []
        return [self._goal(sentence, index, s, "goal.noun.from", 0.85) for s in scorers]

    def multi(self, sentence: Sentence, index: int) -> list[GoalTold]:
        """"Hateboer's brace", "a hat-trick from X", "scored a double", "four goals"."""
        mention = sentence.mentions[index]
        if self._vetoed(sentence, index) or self._tally(sentence, index):
            return []
        text = self.state.text.lower
        if re.match(r"[- ](?:lead|advantage|cushion|deficit|ball|hero|margin|win|victory|in the first)", text[mention.end : mention.end + 14]):
            return []
        owner = self._owner(sentence, index)
        scorers = [owner] if owner else self._scorers_after(sentence, index) or self._scorers_before(sentence, index)[-1:]
        goals = [self._goal(sentence, index, s, "goal.multi", 0.85) for s in scorers[:1]]
        for goal in goals:
            goal.n, goal.described = int(mention.value), False
            goal.order = None
            goal.minute = goal.added_time = None
        return goals

    def own_goal(self, sentence: Sentence, index: int) -> list[GoalTold]:
        """"a De Roon own goal", "an own goal from Denayer", "headed into his own net"."""
        if self._vetoed(sentence, index):
            return []
        owner = self._owner(sentence, index, adjoining=True)
        scorers = [owner] if owner else self._scorers_after(sentence, index) or self._scorers_before(sentence, index)[-1:]
        goals = [self._goal(sentence, index, s, "goal.own", 0.88) for s in scorers[:1]]
        for goal in goals:
            goal.kind = "own_goal"
        return goals

    def through(self, sentence: Sentence, index: int) -> list[GoalTold]:
        """"hit back through X", "the lead courtesy of X"."""
        following = sentence.mentions[index + 1 : index + 2]
        before = self.state.text.lower[sentence.span.start : sentence.mentions[index].start]
        cue = re.search(r"\b(?:lead|ahead|hit back|equalis\w+|level\w*|scored|in front|responded|replied|struck|pulled one back|goals?|advantage|double\w*)\b[^.;]{0,30}$", before)
        if not following or following[0].kind not in ("PERSON", "NAME") or not cue or self._vetoed(sentence, index):
            return []
        if following[0].possessive and len(sentence.mentions) > index + 2 and sentence.mentions[index + 2].kind in ("GOAL_NOUN", "SHOT_NOUN", "MULTI"):
            return []
        goal = self._goal(sentence, index, self._name(following[0]), "goal.through", 0.88)
        goal.end = max(goal.end, following[0].end)
        team = self._subject_side(sentence, index)
        if team is not None:
            goal.team, goal.side_certain = team, True
        return [goal]

    def lead(self, sentence: Sentence, index: int) -> list[GoalTold]:
        """"Bowyer put Newcastle ahead", "fired the visitors in front"."""
        following = sentence.mentions[index + 1 : index + 5]
        side = next((m for m in following[:2] if m.kind in SIDES or m.kind == "THEY" or m.kind == "NAME"), None)
        lead = next((m for m in following if m.kind == "LEAD"), None)
        if side is None or lead is None or lead.start < side.start or lead.start - sentence.mentions[index].end > 60:
            return []
        if self._vetoed(sentence, index):
            return []
        scorers = self._scorers_before(sentence, index, possessive_too=True)[-1:]
        goals = [self._goal(sentence, index, s, "goal.lead", 0.85) for s in scorers]
        team = self.state.side(side, sentence) if side.kind != "NAME" else None
        for goal in goals:
            goal.end = lead.end
            if team is not None:
                goal.team, goal.side_certain = team, True
        return goals

    # ---- clauses

    def _vetoed(self, sentence: Sentence, index: int) -> bool:
        """Whether the clause takes the goal back: before the trigger as far as its person, after it as far as the clause."""
        mentions = sentence.mentions
        trigger = mentions[index]
        for mention in reversed(mentions[max(0, index - 3) : index]):
            if mention.kind in _VETOES and trigger.start - mention.end < 40:
                return True
            if mention.kind in ("PERSON", "COMMA", "AND") or mention.kind in _CLAUSE_END:
                break
        for mention in mentions[index + 1 : index + 4]:
            if mention.kind in ("PERSON", "NAME", "COMMA", "WHO", "AND") or (mention.kind in _CLAUSE_END and mention.text.lower() not in ("but",)):
                break
            if mention.kind in ("VETO", "NEGATION") and mention.start - trigger.end < 45:
                return True
        return bool(_PERFECT.search(self.state.text.lower[max(sentence.span.start, trigger.start - 22) : trigger.start]))

    def _scores(self, sentence: Sentence, index: int) -> bool:
        """Not a tally ("scored 53 goals in 76 games") and not a side's doing without a scorer."""
        mention = sentence.mentions[index]
        following = sentence.mentions[index + 1 : index + 3]
        if any(m.kind == "NUMBER" and m.value > 5 for m in following[:1]):
            return False
        return not _TALLY_AFTER.match(self.state.text.lower, mention.end)

    def _tally(self, sentence: Sentence, index: int) -> bool:
        mention = sentence.mentions[index]
        before = sentence.mentions[index - 1] if index else None
        if before is not None and before.kind == "NUMBER" and mention.start - before.end < 30:
            return True
        if mention.text.lower() in _PLURAL and before is not None and before.kind in ("COMPETITION", "NUMBER", "QUALIFIER"):
            return True
        lower = self.state.text.lower
        if re.match(r"[- ](?:kick|line|scor|drought|difference|tally|of the season|this season|bonus|celebrat|machine|mouth|lead\b)", lower[mention.end : mention.end + 16]):
            return not lower.startswith((" of the season", " this season"), mention.end)
        return bool(_TALLY_AFTER.match(lower, mention.end))

    def _weak_counts(self, sentence: Sentence, index: int, around: str) -> bool:
        return bool(_STRONG_SHOT.search(around)) and not any(
            m.kind in ("VETO", "ALMOST", "HYPOTHETICAL") for m in sentence.mentions[index : index + 4]
        )

    def _owner(self, sentence: Sentence, index: int, adjoining: bool = False) -> str | None:
        """The person in the possessive before a noun: "Jose Luis Palomino's 80th-minute winner"."""
        noun = sentence.mentions[index]
        for mention in reversed(sentence.mentions[max(0, index - 4) : index]):
            if mention.kind in ("PERSON", "NAME"):
                near = noun.start - mention.end < 60
                return self._name(mention) if near and (mention.possessive or (adjoining and noun.start - mention.end <= 2)) else None
            if mention.kind in ("COMMA", "AND", "VETO", "SUBORDINATE", "QUOTE", "FROM", "STOP", "WHO"):
                return None
        return None

    def _scorers_after(self, sentence: Sentence, index: int) -> list[str]:
        """Persons listed after "from" or "by"."""
        mentions = sentence.mentions
        start = next((i for i in range(index + 1, min(index + 5, len(mentions))) if mentions[i].kind in ("FROM", "BY")), None)
        if start is None or any(m.kind in ("COMMA", "AND", "VETO", "PERSON") for m in mentions[index + 1 : start]):
            return []
        names: list[str] = []
        for position in range(start + 1, len(mentions)):
            mention = mentions[position]
            if mention.kind in ("PERSON", "NAME"):
                if mention.possessive:
                    break
                names.append(self._name(mention))
            elif mention.kind not in ("AND", "COMMA", "ROLE", "NATIONALITY", "TEAM", "MINUTE"):
                break
            elif mention.kind == "TEAM" and names:
                break
        return names

    def _scorers_before(self, sentence: Sentence, index: int, possessive_too: bool = False) -> list[str]:
        """The subject of the verb: the nearest person, pronoun or list of persons; none where a side is the subject."""
        mentions = sentence.mentions
        trigger = mentions[index]
        for position in range(index - 1, -1, -1):
            mention = mentions[position]
            if mention.kind in ("STOP",) or (mention.kind == "QUOTE" and trigger.start - mention.end > 3):
                break
            if mention.kind == "PERSON" or (mention.kind == "NAME" and self._may_be_person(mention)):
                if mention.possessive and not possessive_too and self._another_before(mentions, position):
                    continue
                if position and mentions[position - 1].kind in ("BY", "AGAINST", "PAST") and self._another_before(mentions, position):
                    continue
                return [*self._listed(mentions, position), self._name(mention)]
            if mention.kind == "HE" and mention.text.lower() in ("he", "she"):
                who = self._antecedent(sentence, position)
                return [who] if who else []
            if mention.kind in SIDES and not mention.possessive and trigger.start - mention.end < 40:
                before = mentions[position - 1].kind if position else ""
                if before not in ("AGAINST", "AT", "BY", "OF", "FROM", "FOR", "TO", "GIVE_LEAD", "IN") and not any(
                    m.kind == "WHO" for m in mentions[position:index]
                ):
                    return []
        who = self._antecedent(sentence, index) if any(m.kind == "HE" for m in mentions[:index]) else None
        return [who] if who else []

    def _another_before(self, mentions: list[Mention], position: int) -> bool:
        return any(m.kind in ("PERSON", "HE") for m in mentions[:position])

    def _listed(self, mentions: list[Mention], position: int) -> list[str]:
        """"A and B struck", "A, B and C scored": the persons before the last one."""
        names: list[str] = []
        while position >= 2 and mentions[position - 1].kind in ("AND", "COMMA") and mentions[position - 2].kind == "PERSON":
            gap = mentions[position].start - mentions[position - 2].end
            if mentions[position - 2].possessive or gap > 6:
                break
            if mentions[position - 1].kind == "COMMA" and not names and mentions[position - 1].kind != "AND":
                break
            names.insert(0, self._name(mentions[position - 2]))
            position -= 2
        return names

    def _may_be_person(self, mention: Mention) -> bool:
        return " " not in mention.text and not mention.text.isupper() and mention.text[0].isupper() and len(mention.text) > 2

    def _name(self, mention: Mention) -> str:
        if mention.kind == "PERSON":
            return str(mention.value)
        return self.state.text.raw[slice(*self.state.text.span(mention.start, mention.end))]

    def _antecedent(self, sentence: Sentence, position: int) -> str | None:
        """Who "he" is: the last person before it in the sentence, else the one the sentence before is about."""
        for mention in sentence.mentions[:position]:
            if mention.kind == "PERSON" and not mention.possessive:
                return str(mention.value)
        index = self.state.sentences.index(sentence)
        for earlier in reversed(self.state.sentences[max(0, index - 2) : index]):
            people = [m for m in earlier.mentions if m.kind == "PERSON"]
            if people:
                scorers = [g.scorer for g in self.raw if earlier.span.start <= g.start < earlier.span.end]
                return scorers[-1] if scorers else str(people[0].value)
        return self.last_scorer

    def _subject_side(self, sentence: Sentence, index: int) -> str | None:
        for mention in reversed(sentence.mentions[:index]):
            if mention.kind in SIDES or mention.kind == "THEY":
                team = self.state.side(mention, sentence)
                if team is not None:
                    return team
        return None

    # ---- one goal

    def _goal(self, sentence: Sentence, index: int, scorer: str, rule: str, confidence: float) -> GoalTold:
        mention = sentence.mentions[index]
        minute = self._minute(sentence, index)
        start, end = self._extent(sentence, index, scorer)
        kind = self._kind(sentence, index)
        goal = GoalTold(start, end, scorer, None, None, minute.minute if minute else None, minute.added if minute else None, kind, 1, rule, confidence)
        goal.order = self._order(sentence, index)
        goal.match = self._other_match(sentence, mention)
        if goal.minute is not None:
            self.last_minute = goal.minute
        side = self._beneficiary(sentence, index)
        if side is not None:
            goal.team, goal.side_certain = side, True
        return goal

    def _extent(self, sentence: Sentence, index: int, scorer: str) -> tuple[int, int]:
        mention = sentence.mentions[index]
        people = [m for m in sentence.mentions if m.kind in ("PERSON", "NAME") and self._name(m) == scorer]
        near = min(people, key=lambda m: abs(m.start - mention.start), default=mention)
        start, end = min(near.start, mention.start), max(near.end, mention.end)
        return (start, end) if end - start < 200 else (mention.start, mention.end)

    def _minute(self, sentence: Sentence, index: int) -> Minute | None:
        """The minute in the trigger's own part of the sentence; "seven minutes later" counts from the last one."""
        trigger = sentence.mentions[index]
        best: tuple[int, Mention] | None = None
        for position, mention in enumerate(sentence.mentions):
            if mention.kind != "MINUTE":
                continue
            between = sentence.mentions[min(position, index) + 1 : max(position, index)]
            other = sum(m.kind in ("GOAL_VERB", "GOAL_NOUN", "GOAL_ACT", "GIVE_LEAD") for m in between)
            cut = sum(m.kind in ("SUBORDINATE", "STOP", "DASH") for m in between)
            distance = abs(mention.start - trigger.start) + 80 * other + 30 * cut + (20 if position < index else 0)
            if distance < 190 and (best is None or distance < best[0]):
                best = (distance, mention)
        if best is None:
            return None
        minute: Minute = best[1].value
        if minute.later is not None:
            return Minute(self.last_minute + minute.later) if self.last_minute is not None else None
        return minute

    def _kind(self, sentence: Sentence, index: int) -> str:
        mention = sentence.mentions[index]
        if mention.kind in ("GOAL_NOUN", "SHOT_NOUN", "GOAL_VERB", "GOAL_ACT") and mention.value in ("header", "penalty", "free_kick"):
            return str(mention.value)
        for other in sentence.mentions[max(0, index - 2) : index + 5]:
            if other is mention or abs(other.start - mention.start) > 70:
                continue
            if other.kind == "GOAL_NOUN" and other.value == "penalty":
                return "penalty"
            if other.kind == "SHOT_NOUN" and other.value == "header" and other.start > mention.start:
                return "header"
            if other.kind == "GOAL_VERB" and other.value == "header" and other.start > mention.start:
                return "header"
            if other.kind == "FREE_KICK" and re.search(r"\b(?:with|direct|a|his|curling|superb|stunning|\w+ing|\w+ive|\w+ent) $", around_before(self.state, other)) and other.start > mention.start:
                return "free_kick"
        return "open_play"

    def _order(self, sentence: Sentence, index: int) -> int | None:
        """2 for "his second", 3 for "completed his hat-trick"."""
        mention = sentence.mentions[index]
        if re.search(r"\bagain\b", self.state.text.lower[mention.end : mention.end + 12]):
            return 2
        for other in sentence.mentions[index + 1 : index + 4]:
            if other.start - mention.end > 40 or other.kind in ("COMMA", "SUBORDINATE", "PERSON"):
                break
            if other.kind in ("SECOND", "THIRD") and other.text.lower().startswith(("his", "her", "second of", "another", "complete")):
                return int(other.value)
        if mention.kind == "GOAL_VERB" and mention.text.lower().endswith("again"):
            return 2
        return None

    def _beneficiary(self, sentence: Sentence, index: int) -> str | None:
        """The side a goal is said to be for: "gave Liverpool the lead", "pulled one back for X", "T's second"."""
        mentions = sentence.mentions
        mention = mentions[index]
        for position in range(index + 1, min(index + 5, len(mentions))):
            other = mentions[position]
            if other.kind in ("PERSON", "COMMA", "SUBORDINATE") or other.start - mention.end > 50:
                break
            if other.kind in SIDES and mentions[position - 1].kind in ("FOR", "GIVE_LEAD") and not other.possessive:
                return self.state.side(other, sentence)
        for position in range(max(1, index - 3), index):
            if mentions[position].kind in SIDES and mentions[position - 1].kind == "GIVE_LEAD" and mention.start - mentions[position].end < 40:
                return self.state.side(mentions[position], sentence)
        return None

    def _other_match(self, sentence: Sentence, mention: Mention) -> MatchTold | None:
        """The played match, not the story's own, that the goal's own sentence tells of nearest."""
        state = self.state
        here = [m for m in self.results.matches if m.status == "played" and sentence.span.start <= m.start < sentence.span.end]
        for match in list(here):
            here += [t for t in match.twins if t.sentence is sentence]
        if not here:
            return None
        nearest = min(here, key=lambda m: min(abs(m.start - mention.end), abs(mention.start - m.end)))
        main = state.main
        if main is not None and {nearest.team_1, nearest.team_2} == {main.team_1, main.team_2}:
            return None
        return nearest if min(abs(nearest.start - mention.end), abs(mention.start - nearest.end)) < 60 else None

    # ---- one telling a goal

    def _drop_block_prose(self, blocks: list[GoalEntry]) -> None:
        spans = [(b.start, b.end) for b in blocks]
        self.raw = [g for g in self.raw if not any(s <= g.start < e for s, e in spans)]

    def _merge(self) -> list[GoalTold]:
        """Tellings of one goal made one, and "a brace" counted beside the goals described."""
        merged: list[GoalTold] = []
        by_scorer: dict[str, list[GoalTold]] = {}
        for goal in self.raw:
            by_scorer.setdefault(goal.scorer, []).append(goal)
        for told in by_scorer.values():
            own = [g for g in told if g.match is None]
            merged += _merge_one(own) if own else []
            seen: list[MatchTold] = []
            for goal in told:
                if goal.match is not None and goal.match not in seen:
                    seen.append(goal.match)
                    merged.append(goal)
        return merged

    def _with_blocks(self, goals: list[GoalTold], blocks: list[GoalEntry]) -> list[GoalTold]:
        """Goals of line-up blocks: their minutes count; what prose did not tell is added."""
        for entry in blocks:
            scorer = self.state.cast.people.get(entry.name, entry.name)
            mine = [g for g in goals if g.match is None and _same_person(g.scorer, scorer) and not hasattr(g, "block")]
            taken = [g for g in mine if g.rule != "goal.block" and g.described and id(g) not in self._blocked]
            best = min(taken, key=lambda g: abs((g.minute if g.minute is not None else entry.minute) - entry.minute), default=None)
            if best is not None and (best.minute is None or abs(best.minute - entry.minute) <= 3):
                best.minute = entry.minute
                self._blocked.add(id(best))
                if entry.kind != "open_play":
                    best.kind = entry.kind
                if entry.team:
                    best.team, best.side_certain = entry.team, True
                continue
            undescribed = next((g for g in mine if not g.described and g.n > 0), None)
            if undescribed is not None:
                undescribed.n -= 1
            goal = GoalTold(entry.start, entry.end, scorer, entry.team, None, entry.minute, None, entry.kind, 1, "goal.block", 0.95)
            goal.side_certain = entry.team is not None
            self._blocked.add(id(goal))
            goals.append(goal)
        if blocks:
            goals = [g for g in goals if g.match is not None or id(g) in self._blocked or not self._same_match_as_blocks(g, blocks)]
        return [g for g in goals if g.n > 0]

    @property
    def _blocked(self) -> set[int]:
        if not hasattr(self, "_blocked_ids"):
            self._blocked_ids: set[int] = set()
        return self._blocked_ids

    def _same_match_as_blocks(self, goal: GoalTold, blocks: list[GoalEntry]) -> bool:
        """With a full block of scorers, prose goals of its match that it does not hold are no goals."""
        main = next((m for m in self.results.matches if m.score_1 is not None and self.state.main and m.same_pair(_fixture(self.state))), None)
        total = None if main is None else (main.score_1 or 0) + (main.score_2 or 0)
        return total is not None and len(blocks) >= total or any(_same_person(goal.scorer, b.name) for b in blocks)

    # ---- sides

    def _sides(self, goals: list[GoalTold]) -> None:
        """Whose goal each is: said, known of the player, forced by the final score, else the sentence's side."""
        main = self.state.main
        for goal in goals:
            if goal.match is not None:
                self._side_of_other(goal)
        if main is None:
            return
        own = [g for g in goals if g.match is None]
        score = next((m for m in self.results.matches if m.score_1 is not None and m.status == "played" and m.same_pair(_fixture(self.state))), None)
        for goal in own:
            if not main.has(goal.team):
                goal.team = self._known_side(goal)
                goal.side_certain = goal.team is not None
        self._agree_by_player(own)
        if score is not None:
            self._force(own, score)
        for goal in own:
            if not main.has(goal.team):
                goal.team = self._sentence_side(goal)
            goal.opponent = main.opponent(goal.team)

    def _known_side(self, goal: GoalTold) -> str | None:
        main = self.state.main
        teams = self.state.cast.plays_for.get(goal.scorer)
        if not teams or main is None:
            return None
        mine = next((t for t, _ in teams.most_common() if main.has(t)), None)
        return main.opponent(mine) if goal.kind == "own_goal" and mine else mine

    def _agree_by_player(self, goals: list[GoalTold]) -> None:
        known = {g.scorer: g.team for g in goals if g.side_certain and g.kind != "own_goal"}
        for goal in goals:
            if not goal.side_certain and goal.scorer in known and goal.kind != "own_goal":
                goal.team, goal.side_certain = known[goal.scorer], True

    def _force(self, goals: list[GoalTold], score: MatchTold) -> None:
        """Give the open goals to the side that still lacks some, where the final score leaves one way."""
        for team, other in ((score.team_1, score.team_2), (score.team_2, score.team_1)):
            wanted = score.score_of(team)
            told = sum(g.n for g in goals if g.team == team and g.side_certain)
            if wanted is not None and told >= wanted:
                for goal in goals:
                    if not goal.side_certain:
                        goal.team, goal.side_certain = other, True
        open_goals = [g for g in goals if not g.side_certain]
        self._by_sentences(open_goals, goals, score)

    def _by_sentences(self, open_goals: list[GoalTold], goals: list[GoalTold], score: MatchTold) -> None:
        sides: dict[str, str] = {}
        for goal in open_goals:
            team = sides.get(goal.scorer) or self._sentence_side(goal)
            wanted = score.score_of(team) if team in (score.team_1, score.team_2) else None
            told = sum(g.n for g in goals if g.team == team and g.side_certain)
            if wanted is not None and told + goal.n > wanted and team is not None:
                team = score.team_2 if team == score.team_1 else score.team_1
            goal.team, goal.side_certain = team, True
            if team is not None:
                sides[goal.scorer] = team

    def _sentence_side(self, goal: GoalTold) -> str | None:
        """The main side told nearest before the goal, in its sentence or the ones before; of an own goal the one it helps."""
        main = self.state.main
        if main is None:
            return None
        index = next((i for i, s in enumerate(self.state.sentences) if s.span.start <= goal.start < s.span.end), None)
        if index is None:
            return None
        for sentence in reversed(self.state.sentences[max(0, index - 3) : index + 1]):
            sides = [self.state.side(m, sentence) for m in sentence.mentions if m.kind in SIDES and m.start <= goal.start + 80]
            mine = [s for s in sides if main.has(s)]
            if mine:
                return mine[0] if sentence is not self.state.sentences[index] else self._by_prepositions(sentence, goal, mine)
        return main.team_1

    def _by_prepositions(self, sentence: Sentence, goal: GoalTold, sides: list[str | None]) -> str | None:
        main = self.state.main
        previous: Mention | None = None
        for mention in sentence.mentions:
            if mention.kind in SIDES:
                team = self.state.side(mention, sentence)
                if main is not None and main.has(team):
                    against = previous is not None and previous.kind in ("AGAINST", "BY", "AT") and mention.start - previous.end < 30
                    return main.opponent(team) if against else team
            previous = mention
        return sides[0]

    def _side_of_other(self, goal: GoalTold) -> None:
        match = goal.match
        if match is None:
            return
        mine = self.state.cast.plays_for.get(goal.scorer)
        known = next((t for t, _ in (mine.most_common() if mine else []) if t in (match.team_1, match.team_2)), None)
        goal.team = known or match.team_1
        goal.opponent = match.team_2 if goal.team == match.team_1 else match.team_1


def _fixture(state: StoryState) -> MatchTold:
    main = state.main
    assert main is not None
    return MatchTold(0, 0, "played", main.team_1, main.team_2, None, None, "", 0.0, state.sentences[0])


def around_before(state: StoryState, mention: Mention) -> str:
    """The sixteen characters before a mention, lower case."""
    return state.text.lower[max(0, mention.start - 16) : mention.start]


def _same_person(one: str, two: str) -> bool:
    return one == two or one.split()[-1] == two.split()[-1]


def _merge_one(told: list[GoalTold]) -> list[GoalTold]:
    """The goals of one player in one match: told apart by minute or by "second", the rest of a brace as one line."""
    events: list[GoalTold] = []
    total = max([g.n for g in told if not g.described] + [g.order or 1 for g in told])
    counted = [g for g in told if not g.described]
    for goal in (g for g in told if g.described):
        twin = _twin(events, goal)
        if twin is None:
            events.append(goal)
        else:
            _take_from(twin, goal)
    rest = total - len(events)
    if rest > 0:
        first = counted[0] if counted else told[-1]
        if not events:
            events.append(first)
            first.n = total
        else:
            events.append(_copy(first, rest, events[0]))
    return events


def _twin(events: list[GoalTold], goal: GoalTold) -> GoalTold | None:
    if goal.minute is not None:
        same = [e for e in events if e.minute is not None and abs(e.minute - goal.minute) <= 2]
        open_events = [e for e in events if e.minute is None and (e.order or 1) == (goal.order or e.order or 1)]
        return same[0] if same else open_events[0] if open_events else None
    if goal.order and goal.order > 1:
        return next((e for e in events if e.order == goal.order), None) if len(events) < goal.order else events[goal.order - 1]
    return events[0] if events else None


def _take_from(kept: GoalTold, goal: GoalTold) -> None:
    if kept.minute is None:
        kept.minute, kept.added_time = goal.minute, goal.added_time
    if kept.kind == "open_play":
        kept.kind = goal.kind
    if goal.side_certain and not kept.side_certain:
        kept.team, kept.side_certain = goal.team, True
    kept.order = kept.order or goal.order
    kept.twins.append((goal.start, goal.end))


def _copy(goal: GoalTold, n: int, like: GoalTold) -> GoalTold:
    return GoalTold(
        goal.start, goal.end, goal.scorer, like.team, None, None, None, "open_play", n, goal.rule, goal.confidence, None, False,
        side_certain=like.side_certain,
    )  # fmt: skip


_READERS = {
    "GOAL_VERB": Goals.verb,
    "GOAL_ACT": Goals.act,
    "GOAL_NOUN": Goals.noun,
    "SHOT_NOUN": Goals.noun,
    "MULTI": Goals.multi,
    "OWN_GOAL": Goals.own_goal,
    "THROUGH": Goals.through,
    "GIVE_LEAD": Goals.lead,
}
