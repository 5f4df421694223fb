"""Sentences -> matches and ties as told: who played whom, how it ended, which match the story is about.

Scores are first told apart (final, aggregate, shoot-out, of a match still going), then frames bind sides to them. Polarity,
not order, says who won. What one sentence leaves unsaid the story fills in; a match told twice in a story is one claim.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from flows import vocabulary
from flows.extract.calendar_words import Day
from flows.extract.mentions import LETTER, Mention
from flows.extract.result_frames import FIXTURES, SCORED, UNSCORED
from flows.extract.shapes import Frame, shape_of
from flows.extract.story import SIDES, Fixture, Sentence, StoryState, facets, objective, spoken_of

_RETURN = re.compile(r"\b(?:second leg|return leg|return in|return fixture|replay|for the return)\b")
_ADOPT_AFTER = frozenset({"AGAINST", "BY", "VERSUS", "WIN", "SCORE", "TO"})
_LIVE_BEFORE = re.compile(
    r"(?:made it|make it|makes it|making it|was|lead(?:ing|s)?|led|trail(?:ed|ing|s)?|behind|down|up|ahead|from|at|it|lead to|advantage to|it to|deficit to|back to|level(?:led)? (?:it )?at|"
    r"in front|into a|with a|to a|a|their|overturn(?:ed|ing)? a|the score|scores?) $"
)
_MADE_IT = re.compile(r"(?:ma[dk]e it|makes it|making it|put .{3,40}|lead to|it to|deficit to|back to|back from|back to|bring it|brought it|pulled it|from|up|down|trail\w*|led|leading|when|behind|ahead|already|at) $")
_LIVE_AFTER = re.compile(r" ?(?:up|down|ahead|behind(?! closed| locked| doors)|lead|advantage|cushion|deficit|in front|in arrears|at (?:half[- ]time|the break|the interval)|half[- ]time|adrift|to the good|inside|within|after (?:\d+|\w+) minutes)\b")
_AGG_BEFORE = re.compile(r"aggregate(?: score| win| victory| lead)? (?:of |read |was |stood at |finished )?$|\bagg (?:of )?$")
_AGG_AFTER = re.compile(r"(?:\W*|[ -]\w+ )(?:on |an? )?(?:aggregate|agg\b|overall)|\W*(?:win |victory )?over (?:the )?two legs")
_PENS_AFTER = re.compile(r"(?: \w+){0,3} ?(?:on penalt|in a (?:penalty )?shoot|in the (?:penalty )?shoot|on spot-kick|in a nervy shoot|after penalt|\)? on pens|in (?:the|a) dramatic|penalty shoot|penalties|shoot-?out)")
_PENS_BEFORE = re.compile(r"(?:shoot-?out|penalties|on penalties|on spot-kicks)[ ,:(]+$")
_LEVEL_AT_THE_END = re.compile(r"\b(?:a draw|a point (?:at|from|in)|drew|share of the spoils|shared the points)\b")
_LEAD_INTO_LEG = re.compile(r" (?:first-leg )?(?:lead|advantage)\b.{0,60}(?:second|return)[ -]leg")
_HYPOTHETICAL = re.compile(r"\b(?:if|unless|should|would|could|might|stereotypes?)\b[^.]{0,40}$")
_ONE_SIDED = re.compile(r"(?:\w+|\d+)(?: of which were| of them)?(?: goals| times)?(?: put| in one (?:game|match)| in (?:a|the) (?:game|match))? (?:past|against) (?:the )?(?:[\w-]+ )?")
_SCORING = re.compile(r"\b(?:including|scored|scoring|put|hit|struck|fired|netted|plundered|rattled in)\b[^.,;]{0,24}$")
_KNOCKED_OUT = re.compile(r"\b(?:knock-?out stages?|knocked (?:them |us )?out|eliminated|sent (?:them )?out|dumped out|same fate)\b")


@dataclass
class MatchTold:
    """A match as a story tells it, before it becomes a claim. Spans are in the normal text."""

    start: int
    end: int
    status: str
    team_1: str
    team_2: str
    score_1: int | None
    score_2: int | None
    rule: str
    confidence: float
    sentence: Sentence
    home: str | None = None
    decided: str | None = None
    shootout: str | None = None
    leg: int | None = None
    outcome: str | None = None
    year: int | None = None
    twins: list[MatchTold] = field(default_factory=list)

    def same_pair(self, other: MatchTold) -> bool:
        """Whether both are of the same two sides."""
        return {self.team_1, self.team_2} == {other.team_1, other.team_2}

    def tellings(self) -> list[MatchTold]:
        """This and every other telling of the match in the story."""
        return [self, *self.twins]

    def status_is(self, status: str) -> bool:
        """Whether it is played, or scheduled."""
        return self.status == status

    def score_of(self, team: str) -> int | None:
        """That side's goals."""
        return self.score_1 if team == self.team_1 else self.score_2


@dataclass
class TieTold:
    """A two-legged tie's aggregate as a story tells it."""

    start: int
    end: int
    team_1: str
    team_2: str
    aggregate_1: int | None
    aggregate_2: int | None
    winner: str | None
    rule: str
    confidence: float
    sentence: Sentence
    year: int | None = None

    def status_is(self, status: str) -> bool:
        """A tie told with its aggregate has been played."""
        return status == "played"


def settle_scores(state: StoryState) -> None:
    """Retype every score that is not a final one: aggregate, shoot-out, of a match still going, hypothetical."""
    lower = state.text.lower
    for sentence in state.sentences:
        changed = False
        for mention in sentence.mentions:
            if mention.kind == "SCORE":
                kind = _score_kind(lower, mention, sentence)
                changed |= kind != "SCORE"
                mention.kind = kind
        if changed:
            sentence.shape = shape_of(sentence.mentions)


def _score_kind(lower: str, mention: Mention, sentence: Sentence) -> str:
    before = lower[max(sentence.span.start, mention.start - 48) : mention.start]
    after = lower[mention.end : min(sentence.span.end, mention.end + 80)]
    if _LEAD_INTO_LEG.match(after):
        return "SCORE"
    if _AGG_AFTER.match(after) or _AGG_BEFORE.search(before):
        return "AGGREGATE_SCORE"
    if mention.value[0] == mention.value[1] and _LEVEL_AT_THE_END.search(lower[sentence.span.start : sentence.span.end]):
        return "SCORE"
    if _PENS_AFTER.match(after) or _PENS_BEFORE.search(before):
        return "SHOOTOUT_SCORE"
    if _LIVE_AFTER.match(after) or (_MADE_IT.search(before) and not re.match(r" (?:win|victory|defeat|draw|loss|triumph)", after)):
        return "LIVE_SCORE" if not sentence.headline else "SCORE"
    if _HYPOTHETICAL.search(before):
        return "LIVE_SCORE"
    return "SCORE"


class Results:
    """Reads the matches and ties of one story into `matches` and `ties`."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self.matches: list[MatchTold] = []
        self.ties: list[TieTold] = []
        settle_scores(state)
        self._scored()
        self._choose_main()
        self.matches.clear()
        self._scored()
        self._goals_of_one_side()
        self._unscored()
        self._fixtures()
        self._aggregates()
        self._merge()
        self._unstated_main()
        self._return_match()

    # ---- final scores

    def _scored(self) -> None:
        for sentence in self.state.sentences:
            if LETTER["SCORE"] not in sentence.shape:
                continue
            used: set[int] = set()
            for frame in SCORED:
                for bound in frame.matches(sentence.shape, sentence.mentions):
                    score = bound["x"]
                    if score.start in used or score.kind != "SCORE":
                        continue
                    if self._bind_score(frame, bound, sentence):
                        used.add(score.start)
            for mention in sentence.mentions:
                if mention.kind == "SCORE" and mention.start not in used:
                    mention.possessive = False

    def _bind_score(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> bool:
        state = self.state
        if frame.effect == "written" and not self._may_be_written(frame, bound, sentence):
            return False
        objects = [self._side(bound[key], sentence, bound) for key in ("o", "o2") if key in bound]
        if "o" in bound and bound["o"].kind == "THEY":
            objects[0] = self._they_as_object(bound, sentence)
        if "o" in bound and (objects[0] is None or not _is_object(bound, sentence)):
            return False
        if frame.rule == "result.win_noun.bare" and bound["last"].value != "of" and _of_follows(bound["last"], sentence):
            return True
        subject = self._side(bound["s"], sentence, bound) if "s" in bound else self._subject(bound, sentence, objects)
        if subject is None and objects and state.main is not None:
            subject = state.main.opponent(objects[0])
        if subject is None:
            return False
        if not objects:
            other = self._other_side(sentence, subject, bound["first"])
            if other is None:
                return False
            objects = [other]
        found = False
        for other in objects:
            if other is not None and other != subject:
                found |= self._add_scored(frame, bound, sentence, subject, other)
        return found

    def _other_side(self, sentence: Sentence, subject: str, anchor: Mention) -> str | None:
        """Whom the subject played where no one says: the hosts of the ground, an object in the clause, the story's opponent, the side the story tells most."""
        state, main = self.state, self.state.main
        hosts = self._host_after(sentence, anchor)
        if hosts is not None and hosts != subject:
            return hosts
        mine, others = 0, []
        for index, mention in enumerate(sentence.mentions):
            team = state.side(mention, sentence) if mention.kind in SIDES else None
            if team == subject and mention.start < anchor.start:
                mine = mention.start
            elif team is not None and team != subject:
                others.append((mention, team, objective(sentence.mentions, index)))
        clause = [team for m, team, object_ in others if (m.start > mine and m.start < anchor.start and object_) or (m.start > anchor.start and object_ and not m.attributive)]
        if clause:
            return clause[0]
        here = {team for _, team, _ in others}
        if main is not None and main.has(subject) and (not here or main.opponent(subject) in here or sentence.paragraph <= 1):
            return main.opponent(subject)
        facing = [team for m, team, _ in others if m.start < mine and self._against_between(sentence, m.start, mine)]
        if facing:
            return facing[-1]
        told = self._told_before(sentence, subject)
        if told is not None:
            return told
        clubs = state.cast.clubs
        if state.focus is not None and state.focus != subject:
            return state.focus
        return next((club for club, _ in clubs.most_common() if club != subject), None)

    def _against_between(self, sentence: Sentence, start: int, end: int) -> bool:
        return any(m.kind in ("AGAINST", "WITH", "BY") and start < m.start < end for m in sentence.mentions)

    def _they_as_object(self, bound: dict[str, Mention], sentence: Sentence) -> str | None:
        """"beat them": the side the sentence before is about, which is not the one that beats."""
        subject = self._subject(bound, sentence, [])
        index = self.state.sentences.index(sentence)
        for earlier in reversed(self.state.sentences[max(0, index - 2) : index]):
            side = self.state.subject_of(earlier)
            if side is not None and side != subject:
                return side
        main = self.state.main
        return main.opponent(subject) if main is not None else None

    def _told_before(self, sentence: Sentence, subject: str) -> str | None:
        """The other side told last in the same paragraph, or in the sentence just before it."""
        index = self.state.sentences.index(sentence)
        nearby = [s for s in self.state.sentences[max(0, index - 3) : index] if s.paragraph == sentence.paragraph]
        nearby = nearby or self.state.sentences[max(0, index - 1) : index]
        told = [t for s in reversed(nearby) for m in reversed(s.mentions) if (t := self._told(m, s)) is not None]
        return next((t for t in told if t != subject), None)

    def _host_after(self, sentence: Sentence, anchor: Mention) -> str | None:
        """The club whose ground a result is told at: "winning 4-3 at the Mestalla"."""
        following = [m for m in sentence.mentions if m.start >= anchor.start]
        for mention, after in zip(following, following[1:], strict=False):
            if mention.kind == "AT" and after.kind == "GROUND" and mention.start - anchor.start < 30:
                return self._told(after, sentence)
            if mention.kind == "IN" and after.kind == "PLACE" and mention.start - anchor.end < 22 and after.start - mention.end <= 2:
                return _club_of_town(after.text)
        return None

    def _told(self, mention: Mention, sentence: Sentence) -> str | None:
        if mention.kind in SIDES:
            return self.state.side(mention, sentence)
        if mention.kind == "GROUND":
            clubs = [_club_name(i) for i in mention.value if _club_name(i) in self.state.cast.clubs]
            return clubs[0] if len(clubs) == 1 else None
        return None

    def _may_be_written(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """A bare "A 2-1 B" is a result in a headline, a line of its own or a list; elsewhere only between known clubs."""
        if "s" not in bound:
            return False
        gap = bound["x"].start - bound["s"].end, bound["o"].start - bound["x"].end
        return max(gap) <= 2 and (sentence.headline or sentence.alone or bound["s"].kind == "TEAM")

    def _add_scored(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence, subject: str, other: str) -> bool:
        first, second = bound["x"].value
        high, low = max(first, second), min(first, second)
        if frame.effect == "written":
            score = (first, second)
        elif frame.effect == "draw":
            if first != second:
                return False
            score = (first, second)
        else:
            if first == second and "SHOOTOUT" not in {m.kind for m in sentence.mentions} and frame.rule.endswith("bare"):
                return False
            score = (high, low) if frame.effect == "win" else (low, high)
        start = min(bound["first"].start, bound["s"].start if "s" in bound else bound["first"].start)
        match = MatchTold(start, bound["last"].end, "played", subject, other, *score, frame.rule, frame.confidence, sentence)
        match.decided = "regular"
        if frame.effect == "written" and (sentence.headline or sentence.alone or frame.rule == "result.in_list") and "s" in bound:
            match.home = subject
        elif "o" in bound:
            match.home = self._home_by_words(bound, sentence, subject, other)
        self.matches.append(match)
        return True

    def _home_by_words(self, bound: dict[str, Mention], sentence: Sentence, subject: str, other: str) -> str | None:
        before = _previous(sentence, bound["o"])
        text = self.state.text.lower[bound["first"].start : bound["last"].end]
        if before is not None and before.kind in ("AT", "TRAVEL") and before.text.lower() not in ("home to", "at home to"):
            return other
        if "home" in text.split() or "home to" in text:
            return subject
        return other if "away" in text.split() else None

    def _side(self, mention: Mention, sentence: Sentence, bound: dict[str, Mention]) -> str | None:
        if mention.kind != "NAME":
            return self.state.side(mention, sentence)
        before = _previous(sentence, mention)
        line = bound["first"] is mention or bound["last"] is mention
        adjacent = "x" in bound and abs(bound["x"].start - mention.end) < 3 or "x" in bound and abs(mention.start - bound["x"].end) < 3
        if (before is not None and before.kind in _ADOPT_AFTER) or (line and adjacent):
            return self.state.cast.adopt(mention)
        return None

    def _subject(self, bound: dict[str, Mention], sentence: Sentence, objects: list[str | None]) -> str | None:
        """The side that fared so: a possessive before the score, else the nearest subject, else the story's."""
        state = self.state
        anchor = bound["first"]
        best: str | None = None
        before = [m for m in sentence.mentions if m.start < anchor.start]
        for index in range(len(before) - 1, -1, -1):
            mention = before[index]
            if mention.kind in ("THEY", "WE"):
                team = state.side(mention, sentence)
            elif mention.kind in SIDES:
                team = state.side(mention, sentence)
            elif mention.kind == "WHO" and mention.text.lower() != "whose" and not _tells_of_side(before, index):
                break
            else:
                continue
            if team is None or team in objects:
                continue
            adjoining = index == len(before) - 1 and anchor.start - mention.end <= 2 and anchor.kind == "WIN"
            owners = mention.kind == "THEY" and mention.text.lower() == "their"
            if adjoining or owners or spoken_of(sentence.mentions, index) or mention.possessive or not objective(before, index):
                return team
            best = best or team
        if best is not None and (state.main is None or state.main.has(best)):
            return best
        if before and before[-1].kind == "NAME" and not sentence.quoted and anchor.start - before[-1].end <= 2:
            return state.cast.adopt(before[-1])
        return (state.subject_before(anchor, sentence) or best) if not sentence.headline else None

    # ---- the story's own match

    def _choose_main(self) -> None:
        """The match the story is about: the first scored one told early with both sides, else the pair the lead is about."""
        state = self.state
        early = [m for m in self.matches if m.sentence.paragraph <= 2]
        played = early or self.matches
        pair = None
        if played:
            best = max(played, key=lambda m: (m.sentence.headline, self._weight(m)))
            pair = (best.team_1, best.team_2)
        pair = pair or self._pair_of_lead()
        if pair is None:
            return
        state.main = Fixture(*pair)
        state.settle_coaches()
        state.main.home = self._home_of(state.main)

    def _weight(self, match: MatchTold) -> float:
        """How likely a scored match is the story's own: early, certain, of the sides told most."""
        told = self.state.cast.clubs
        most = max(told.values(), default=1)
        return match.confidence - 0.12 * match.sentence.paragraph + 0.5 * (told[match.team_1] + told[match.team_2]) / (2 * most)

    def _pair_of_lead(self) -> tuple[str, str] | None:
        counts: Counter[str] = Counter()
        lead: list[str] = []
        for sentence in self.state.sentences:
            for mention in sentence.mentions:
                if mention.kind == "TEAM":
                    counts[mention.value] += 1
                    if sentence.paragraph <= 2 and mention.value not in lead:
                        lead.append(mention.value)
                elif mention.kind == "GROUND" and sentence.paragraph <= 2:
                    for club in mention.value:
                        name = _club_name(club)
                        if name in self.state.cast.clubs and name not in lead:
                            lead.append(name)
        often = [club for club in lead if counts[club] >= 2]
        ranked = sorted([*often, *(club for club in lead if club not in often)][:4], key=lambda c: -counts[c])[:2]
        return (ranked[0], ranked[1]) if len(ranked) == 2 else None

    def _home_of(self, main: Fixture) -> str | None:
        score: Counter[str] = Counter()
        for match in self.matches:
            if {match.team_1, match.team_2} == {main.team_1, main.team_2} and match.home:
                score[match.home] += 4 if match.sentence.headline else 2
        for sentence in self.state.sentences:
            for i, mention in enumerate(sentence.mentions):
                if self.state.quoted(mention.start):
                    continue
                if mention.kind == "GROUND":
                    clubs = {_club_name(c) for c in mention.value}
                    here = [c for c in (main.team_1, main.team_2) if c in clubs]
                    if len(here) == 1:
                        score[here[0]] += 2 if sentence.paragraph <= 2 else 1
                elif mention.kind == "PLACE" and self.state.text.lower.endswith(" in ", 0, mention.start):
                    here = [c for c in (main.team_1, main.team_2) if mention.value in facets(c)]
                    if len(here) == 1:
                        score[here[0]] += 1
                elif mention.kind == "AT" and sentence.paragraph <= 1 and i + 1 < len(sentence.mentions):
                    following = sentence.mentions[i + 1]
                    if following.kind == "TEAM" and main.has(following.value) and following.start - mention.end < 12:
                        score[following.value] += 2
                elif mention.kind == "EPITHET" and mention.text.lower().endswith(("visitors", "hosts")):
                    team = self.state.side(mention, sentence)
                    if main.has(team):
                        score[str(team if mention.text.lower().endswith("hosts") else main.opponent(team))] += 3
        return score.most_common(1)[0][0] if score else None

    # ---- one side's goals alone

    def _goals_of_one_side(self) -> None:
        """"put seven past X", "including seven in one game against X": how many one side scored, and no more."""
        for sentence in self.state.sentences:
            for index, side in enumerate(sentence.mentions):
                if side.kind != "TEAM" or index < 2 or sentence.mentions[index - 1].kind != "AGAINST":
                    continue
                numbers = [m for m in sentence.mentions[max(0, index - 7) : index] if m.kind in ("NUMBER", "MULTI")]
                if numbers:
                    self._one_sided(sentence, numbers[-1], sentence.mentions[index - 1], side)

    def _one_sided(self, sentence: Sentence, number: Mention, preposition: Mention, side: Mention) -> None:
        text = self.state.text.lower
        phrase = text[number.start : side.start]
        before = text[max(sentence.span.start, number.start - 40) : number.start]
        if preposition.kind != "AGAINST" or not _ONE_SIDED.fullmatch(phrase) or not (1 < number.value < 16):
            return
        if not _SCORING.search(before) and "past" not in phrase:
            return
        subject = self._subject({"first": number}, sentence, [str(side.value)])
        if subject is not None and subject != side.value and not any(m.sentence is sentence and m.score_1 is not None for m in self.matches):
            match = MatchTold(number.start, side.end, "played", subject, str(side.value), int(number.value), None, "result.one_sided", 0.8, sentence)
            match.decided = "regular"
            self.matches.append(match)

    # ---- outcomes without a score

    def _unscored(self) -> None:
        for sentence in self.state.sentences:
            for frame in UNSCORED:
                for bound in frame.matches(sentence.shape, sentence.mentions):
                    self._bind_unscored(frame, bound, sentence)

    def _bind_unscored(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> None:
        if _KNOCKED_OUT.search(sentence.span_text(self.state.text.lower)) and years_told(sentence, bound["first"].start):
            return
        condition = self._hypothetical(bound, sentence)
        to_come = condition and _AIM.search(self.state.text.lower[max(sentence.span.start, bound["first"].start - 40) : bound["last"].end])
        if condition and not to_come or sentence.quoted and "s" not in bound:
            return
        objects = [self.state.side(bound[key], sentence) for key in ("o", "o2") if key in bound]
        subject = self.state.side(bound["s"], sentence) if "s" in bound else self._subject(bound, sentence, objects)
        for other in objects:
            if subject is None or other is None or subject == other:
                continue
            match = MatchTold(
                bound["first"].start, bound["last"].end, "played", subject, other, None, None, frame.rule, frame.confidence, sentence
            )
            if to_come:
                match.status, match.confidence = "scheduled", 0.7
            match.home = self._home_by_words(bound, sentence, subject, other)
            match.outcome = frame.effect
            self.matches.append(match)
            for year, end in _more_years(sentence, bound["last"]):
                self.matches.append(replace(match, end=end, year=year, twins=[]))

    def _hypothetical(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        index = next(i for i, m in enumerate(sentence.mentions) if m is bound["first"])
        last = next(i for i, m in enumerate(sentence.mentions) if m is bound["last"])
        nearby = sentence.mentions[max(0, index - 3) : last]
        return any(m.kind in ("HYPOTHETICAL", "NEGATION", "ALMOST") for m in nearby)

    # ---- matches to come

    def _fixtures(self) -> None:
        for sentence in self.state.sentences:
            found: set[int] = set()
            for frame in FIXTURES:
                for bound in frame.matches(sentence.shape, sentence.mentions):
                    self._bind_fixture(frame, bound, sentence, found)

    def _bind_fixture(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence, found: set[int]) -> None:
        state = self.state
        alone = frame.effect == "versus" and sentence.alone
        told = {m.kind for m in sentence.mentions if bound["first"].start <= m.start <= bound["last"].start}
        if told & {"WIN_NOUN", "LOSS_NOUN", "WIN", "BEATEN", "LOSE", "SCORE"}:
            return
        if not alone and not _to_come(state.text.lower, bound, sentence):
            return
        if frame.effect == "ground":
            other = self._told(bound["g"], sentence)
            bound["o"] = bound["g"]
        elif frame.effect == "visitors":
            other, bound["o"] = self._at_home_to(state.side(bound["s"], sentence)), bound["s"]
        elif bound["o"].kind == "NAME":
            other = self._side(bound["o"], sentence, bound) if alone else None
        else:
            other = state.side(bound["o"], sentence)
        if "s" in bound:
            subject = self._side(bound["s"], sentence, bound) if bound["s"].kind == "NAME" and alone else state.side(bound["s"], sentence)
        else:
            subject = self._subject(bound, sentence, [other])
        if subject is None or other is None or subject == other or bound["o"].start in found:
            return
        following = sentence.mentions[sentence.mentions.index(bound["o"]) + 1 :][:2]
        if frame.effect == "home" and [m.kind for m in following] == ["COMMA", "TEAM"] and not sentence.alone:
            return
        found.add(bound["o"].start)
        match = MatchTold(
            bound["first"].start, bound["last"].end, "scheduled", subject, other, None, None, frame.rule, frame.confidence, sentence
        )
        match.home = {"away": other, "home": subject, "ground": other, "visitors": other}.get(frame.effect)
        self.matches.append(match)

    def _at_home_to(self, visitors: str | None) -> str | None:
        """Whom visitors visit where no one says: the story's side."""
        return self.state.focus if self.state.focus != visitors else None

    def _unstated_main(self) -> None:
        """A report that never gives the score still tells of a match: its sides, where goals or a round reached show that it was played."""
        main = self.state.main
        if main is None or any({m.team_1, m.team_2} == {main.team_1, main.team_2} for m in self.matches):
            return
        lead = [s for s in self.state.sentences if s.paragraph <= 2 and not s.quoted]
        kinds = {m.kind for s in lead for m in s.mentions}
        told = [s for s in lead if {m.value for m in s.mentions if m.kind == "TEAM"} >= {main.team_1, main.team_2}]
        scoring = sum(m.kind in ("GOAL_VERB", "MINUTE", "GOAL_NOUN") for s in self.state.sentences for m in s.mentions)
        if not told or scoring < 5 or not kinds & {"WIN", "WIN_INTRANSITIVE", "WIN_NOUN", "ROUND", "DRAW_NOUN", "LOSS_NOUN", "GOAL_VERB", "BEATEN"}:
            return
        sentence = told[0]
        match = MatchTold(sentence.span.start, sentence.span.end, "played", main.team_1, main.team_2, None, None, "outcome.report", 0.75, sentence)
        self.matches.append(match)

    def _return_match(self) -> None:
        """"The replay will be at X", "for the second leg": the story's pair meets again, at the other's ground."""
        main = self.state.main
        played = main is not None and any(m.status == "played" and {m.team_1, m.team_2} == {main.team_1, main.team_2} for m in self.matches)
        if main is None or not played or any(m.status == "scheduled" and {m.team_1, m.team_2} == {main.team_1, main.team_2} for m in self.matches):
            return
        lower = self.state.text.lower
        for sentence in self.state.sentences:
            text = lower[sentence.span.start : sentence.span.end]
            found = _RETURN.search(text)
            if not found or not (re.search(r"\b(?:will be|at|in|ahead of|for the)\b[^.]{0,40}$|\bwill\b", text[: found.start() + 9]) or "will be" in text):
                continue
            if re.match(r"[^.]{0,30}\b(?:finish|end|was|were|won|lost)", text[found.end() :]):
                continue
            if re.search(r"\b(?:finish\w+|won|lost|beat|seal\w*|earned|avoided|was|were)\b[^.]{0,30}$", text[: found.start()]) and "will be" not in text:
                continue
            start = sentence.span.start + found.start()
            match = MatchTold(start, sentence.span.end, "scheduled", main.team_1, main.team_2, None, None, "fixture.return", 0.75, sentence)
            match.home = main.opponent(main.home)
            match.leg = None if "replay" in found.group() else 2
            self.matches.append(match)
            return

    # ---- aggregates

    def _aggregates(self) -> None:
        for sentence in self.state.sentences:
            for index, mention in enumerate(sentence.mentions):
                if mention.kind == "AGGREGATE_SCORE":
                    self._bind_aggregate(sentence, index, mention)
            self._earlier_ties(sentence)

    def _earlier_ties(self, sentence: Sentence) -> None:
        """Knock-out ties of years named, without their aggregate: "knocked out by X in 2013 and 2015"."""
        lower = self.state.text.lower
        cue = _KNOCKED_OUT.search(sentence.span_text(lower))
        if cue is None or sentence.quoted:
            return
        beaten = next((i for i, m in enumerate(sentence.mentions) if m.kind in ("BEATEN", "LOSE", "WIN", "LOSS_NOUN")), None)
        if beaten is None:
            return
        anchor = sentence.mentions[beaten]
        other = next((t for m in sentence.mentions[beaten:] if m.kind in SIDES and (t := self.state.side(m, sentence))), None)
        subject = self._subject({"first": anchor}, sentence, [other])
        if subject is None or other is None or subject == other:
            return
        winner = subject if anchor.kind == "WIN" else other
        for year, end in years_told(sentence, anchor.end + 1) or years_told(sentence, sentence.span.start + cue.start()):
            tie = TieTold(sentence.span.start + cue.start(), end, winner, subject if winner == other else other, None, None, winner, "tie.earlier", 0.75, sentence)
            tie.year = year
            self.ties.append(tie)

    def _bind_aggregate(self, sentence: Sentence, index: int, mention: Mention) -> None:
        state = self.state
        lower = state.text.lower
        around = lower[max(sentence.span.start, mention.start - 60) : mention.end + 40]
        if re.search(r"\b(?:lead|led|trail\w*|up|ahead|behind)\b", lower[mention.end : mention.end + 24]):
            return
        lost = bool(re.search(r"\b(?:lost|lose|losing|defeat|loss|beaten|eliminated|knocked out|went out|crashed out|exit)\b", around))
        objects = [self._after_preposition(sentence, index)]
        subject = self._subject({"first": mention}, sentence, objects)
        beside = next((m for m in self.matches if m.sentence is sentence and m.score_1 is not None), None)
        if beside is not None and subject not in (beside.team_1, beside.team_2):
            subject = beside.team_1
        other = objects[0]
        if beside is not None and other is None:
            other = beside.team_2 if subject == beside.team_1 else beside.team_1
        if other is None and subject is not None:
            other = self._other_side(sentence, subject, mention)
        if subject is None or other is None or subject == other:
            return
        high, low = max(mention.value), min(mention.value)
        score = (low, high) if lost else (high, low)
        winner = None if high == low else (other if lost else subject)
        end = mention.end + len("".join(re.findall(r"^(?:\W*\w*\W*(?:on )?aggregate(?: \w+)?)", lower[mention.end : mention.end + 40])[:1]))
        self.ties.append(TieTold(mention.start, min(end, sentence.span.end), subject, other, *score, winner, "tie.aggregate", 0.93, sentence))

    def _after_preposition(self, sentence: Sentence, index: int) -> str | None:
        for i in range(index + 1, min(index + 6, len(sentence.mentions) - 1)):
            if sentence.mentions[i].kind in ("AGAINST", "TO") and sentence.mentions[i + 1].kind in SIDES:
                return self.state.side(sentence.mentions[i + 1], sentence)
        for i in range(index - 1, 0, -1):
            if spoken_of(sentence.mentions, i):
                break
            if sentence.mentions[i].kind in SIDES and sentence.mentions[i - 1].kind in ("WIN", "AGAINST", "BY"):
                return self.state.side(sentence.mentions[i], sentence)
        return None

    # ---- one claim a match

    def _merge(self) -> None:
        """Tellings of one match made one: same pair, scores that do not clash, not two different legs."""
        kept: list[MatchTold] = []
        ordered = sorted(self.matches, key=lambda m: (m.score_1 is None, m.status == "scheduled", m.start))
        for match in ordered:
            twin = next((k for k in kept if _same_match(k, match)), None)
            if twin is None:
                kept.append(match)
            else:
                _absorb(twin, match)
        self.matches = sorted(kept, key=lambda m: m.start)
        ties: list[TieTold] = []
        for tie in self.ties:
            if not any({t.team_1, t.team_2} == {tie.team_1, tie.team_2} and t.year == tie.year for t in ties):
                ties.append(tie)
        self.ties = ties


def _tells_of_side(mentions: list[Mention], index: int) -> bool:
    """Whether a "who" tells of a side named just before it, with at most an apposition between."""
    for mention in reversed(mentions[max(0, index - 5) : index]):
        if mention.kind in SIDES:
            return True
        if mention.kind not in ("COMMA", "SIDE_NOUN", "ORDINAL", "STANDING", "NATIONALITY", "ROLE"):
            return False
    return False


def _is_object(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """"a 4-0 rout of X" has X for its object; in "the 4-0 wins of X" X won."""
    inside = [m for m in sentence.mentions if bound["first"].start <= m.start < bound["o"].start]
    if not any(m.kind == "OF" and bound["o"].start - m.end < 36 for m in inside[-3:]):
        return True
    noun = next((m for m in sentence.mentions if m.kind in ("WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN") and bound["first"].start <= m.start < bound["o"].start), None)
    return noun is None or noun.value == "of"


def _of_follows(noun: Mention, sentence: Sentence) -> bool:
    """"the 4-0 wins of X and Y": results of others, told without their opponents."""
    following = [m for m in sentence.mentions if m.start > noun.start][:3]
    return bool(following) and following[0].kind == "OF" and following[0].start - noun.end <= 2


def years_told(sentence: Sentence, position: int) -> list[tuple[int, int]]:
    """"in 2013 and 2015" after a position: each year with the offset where it ends."""
    found: list[tuple[int, int]] = []
    for mention in sentence.mentions:
        if mention.start < position:
            continue
        if mention.kind == "DATE" and mention.value.year and not mention.value.month:
            found.append((mention.value.year, mention.end))
        elif found and mention.kind == "NUMBER" and 1900 < mention.value < 2100 and len(mention.text) == 4:
            found.append((int(mention.value), mention.end))
        elif found and mention.kind not in ("AND", "COMMA"):
            break
        elif not found and mention.start - position > 40:
            break
    return found


def _more_years(sentence: Sentence, last: Mention) -> list[tuple[int, int]]:
    return years_told(sentence, last.end)[1:]


def _same_match(one: MatchTold, two: MatchTold) -> bool:
    if one.year != two.year:
        return False
    if not one.same_pair(two) or (one.leg and two.leg and one.leg != two.leg):
        return False
    if one.status != two.status:
        return False
    if one.score_1 is not None and two.score_1 is not None:
        return one.score_of(two.team_1) == two.score_1 and one.score_of(two.team_2) == two.score_2
    return True


def _absorb(kept: MatchTold, twin: MatchTold) -> None:
    kept.home = kept.home or twin.home
    kept.leg = kept.leg or twin.leg
    kept.shootout = kept.shootout or twin.shootout
    if twin.decided in ("extra_time", "penalties"):
        kept.decided = twin.decided
    kept.confidence = min(0.99, kept.confidence + 0.02)
    kept.twins.append(twin)


def _previous(sentence: Sentence, mention: Mention) -> Mention | None:
    index = next((i for i, m in enumerate(sentence.mentions) if m is mention), 0)
    return sentence.mentions[index - 1] if index else None


def _club_name(index: int) -> str:
    return vocabulary.clubs()[index].name


def _club_of_town(town: str) -> str | None:
    """The one club that goes by its town's name: a win "in Valencia" is a win at Valencia's club."""
    clubs = [i for i in vocabulary.club_names().get(town, ()) if not vocabulary.clubs()[i].national]
    named = [i for i in clubs if vocabulary.clubs()[i].name == town] or clubs
    return _club_name(named[0]) if len(named) == 1 else None


_AIM = re.compile(r"\b(?:must|needs? to|have to|has to|if|fails? to|hop\w+ to|aims? to|aiming to|looking to|bid to|bidding to)\b(?!.*\b(?:had|would have)\b)")
_FUTURE = re.compile(
    r"\b(?:will|prepar\w+|ahead of|due to|set to|next|upcoming|forthcoming|before (?:travel|visit|host|fac|play|tak|meet)\w+|before a|when they (?:face|play|meet|host|take)|until|sunday's|saturday's|"
    r"wednesday's|tuesday's|thursday's|monday's|friday's|to face|to play|to meet|tomorrow|come|face|faces|travel|travels|go to|goes to|come to|comes to|receive|receives|at home to|are the visitors|are the hosts|host|hosts|visit|visits|take on|takes on|play|plays|meet|meets|head to|heads to|"
    r"must|miss|build-up|squad for|have a home|showdown)\b"
)
_PAST = re.compile(r"\b(?:faced|hosted|travelled|visited|played|met|went to|took on|entertained|welcomed|beat|won|lost|drew|was|were|had|did|came)\b")


def _to_come(lower: str, bound: dict[str, Mention], sentence: Sentence) -> bool:
    """Whether a fixture phrase speaks of a match still to be played: present or future words at it and no past ones."""
    start = max(sentence.span.start, bound["first"].start - 45)
    around = lower[start : min(sentence.span.end, bound["last"].end + 30)]
    phrase = lower[bound["first"].start : bound["last"].end]
    if _PAST.search(phrase) or "would have" in lower[sentence.span.start : sentence.span.end]:
        return False
    if _FUTURE.search(around):
        return True
    dated = any(m.kind == "DATE" and abs(m.start - bound["first"].start) < 60 and _to_be(m.value) for m in sentence.mentions)
    return dated and not _DONE.search(lower[sentence.span.start : sentence.span.end])


def _to_be(day: Day) -> bool:
    return bool((day.month and day.day) or (day.relative or "").startswith(("next", "boxing", "tomorrow", "new year", "this")))


_DONE = re.compile(r"\b(?:was|were|had|did|lost|won|drew|beat|scored|after|came|went|made)\b")
