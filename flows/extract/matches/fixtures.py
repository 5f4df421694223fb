"""Matches to come: fixture phrases in the present or the future, and the return of the story's own pair."""

from __future__ import annotations

import re
from dataclasses import replace

from flows.extract.matches.club_towns import club_of_town
from flows.extract.matches.grounds_told import at_home_on
from flows.extract.matches.home_words import home_by_words
from flows.extract.matches.lists_of_sides import listed_after, side_in_list
from flows.extract.matches.next_up import next_up
from flows.extract.matches.other_side import OtherSide
from flows.extract.matches.result_frames import FIXTURES
from flows.extract.matches.result_vetoes import is_open, is_somebodys, names_people
from flows.extract.matches.sides import Sides
from flows.extract.matches.told import MatchTold
from flows.extract.matches.told_time import AHEAD, PAST, time_of
from flows.extract.matches.who_may_meet import is_national
from flows.extract.matches.whose import Whose
from flows.extract.story import StoryState
from flows.extract.text.calendar_words import Day
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.shapes import Frame, Frames

_FUTURE = re.compile(
    r"\b(?:will|prepar\w+|ahead of|due to|set to|next|upcoming|forthcoming|before (?:travel|visit|"
    r"host|fac|play|tak|meet)\w+|before a|when they (?:face|play|meet|host|take)|until|sunday's|"
    r"saturday's|"
    r"wednesday's|tuesday's|thursday's|monday's|friday's|to face|to play|to meet|tomorrow|come|face|"
    r"faces|travel|travels|go to|goes to|come to|comes to|receive|receives|entertain|entertains|welcome|welcomes|"
    r"at home to|"
    r"are the visitors|are the hosts|host|hosts|visit|visits|take on|takes on|play|plays|meet|meets|"
    r"head to|heads to|"
    r"must|miss|drawn (?:away|at home|against|to face)|build-up|squad for|have a home|showdown)\b"
)
_PAST = re.compile(
    r"\b(?:faced|hosted|travelled|visited|played|met|went to|took on|entertained|welcomed|beat|won|"
    r"lost|drew|was|were|had|did|came)\b"
)
_THEN_TO = re.compile(
    r"\b(?:were|was|had)(?! (?:drawn|due|set|scheduled|named|chosen|"
    r"picked))\b[^.;,]{0,34} to (?:fac|pla|mee|hos)$"
)
_FOR_HIM = re.compile(
    r" (?:for|over) (?:the |his |a )?(?:medical|trial|talks|hearing|signature|services|right|race|player|"
    r"striker|signing|"
    r"transfer)\b"
)
_AS_HOSTS = re.compile(r"\b(?:with|by|against|over|beat|to|from|the|past|and|champions|cup|tournament),? $")
_NO_TRIP = re.compile(
    r"\b(?:you|i|he|she|him|his agent|agents?|owners?|player|directors?|chairman|officials|ready to|took (?:a|the)|"
    r"scouting)\b[^.;,]{0,24}$"
)
_OFF = re.compile(
    r"\b(?:p-p|ppd|postponed|abandoned|called off|waterlogged|snowed off|frozen (?:off|pitch)|cancelled)\b"
    r"(?!.*\b(?:will|now|rearranged|rescheduled)\b)"
)
_NEW_DAY = re.compile(
    r"\b(?:rearranged|re-arranged|rescheduled|new date|(?:now|instead) be (?:played|staged)|"
    r"put back (?:to|until))\b"
)
_DONE = re.compile(r"\b(?:was|were|had|did|lost|won|drew|beat|scored|after|came|went|made)\b")
_NEXT_OPPONENTS = re.compile(r"(?:'s?)? (?:[\w-]+ )?next (?:opponents?|rivals) ")
_WHO_COME = re.compile(r",? who (?:will |then )?(?:come|visit|arrive|travel)\b")
_AND_THEN = re.compile(r"\b(?:before|then|after|are|side|team) $")
_TO_PLAY = re.compile(r"(?:'s)? (?:in|for|next|looking|needing|with|who|knowing|and|[.,])")
_HALTED = re.compile(
    r"\b(?:halted|suspended|wiped out|shut down|locked down|curtailed|stopped) (?:the |its |their |all )"
)
_NOT_ON = re.compile(r"\W*(?:match )?(?:p-p|postponed|abandoned|called off|off:|cancelled)\b")
_MEETS = frozenset({"FIXTURE", "HOST", "TRAVEL"})
_MAY_MEET = frozenset({"TEAM", "EPITHET", "THEY", "SIDE_HOME", "SIDE_AWAY", "HYPOTHETICAL"})
_TELLS_WHEN = frozenset({"DATE", "IN", "COMPETITION", "ROUND"})
_NEAR = 12
_PLAYED = frozenset(LETTER[kind] for kind in ("WIN", "WIN_INTRANSITIVE", "LOSE", "DRAW", "BEATEN", "SCORE", "QUOTE"))
_LINE_AND_ABOVE = 2
_FIXTURES = Frames(FIXTURES)
_AT_THE_OTHER = frozenset({"away", "are_at", "ground", "visitors", "listed_at"})
_AT_THE_SUBJECT = frozenset({"home", "guests"})

_BOTH_WILL = re.compile(r" (?:(?:will|who|are|to|both|also|set|due|must|next|now|then|later|last|first|were|who) )*")
_WHO_ARE = re.compile(r"^, (?:who|which|both|the)\b[^.;]{2,60}?,(?= )")
_ELSEWHERE = re.compile(
    r"\b(?:for|about|from|after|as|in|on|by|if|and|but|because|likes|of|with at|fine|hearing|charge|action|"
    r"questions|calls)\b(?! the (?:road|semi|quarter|"
    r"final|cup))"
)
_EACH_OTHER = re.compile(
    r"(?:$|[.,;]| (?:each|again|one another|on|at|in|next|this|tomorrow|tonight|for|later|twice|behind)\b)"
)


class Fixtures:
    """Adds to the matches of one story those still to come."""

    def __init__(self, state: StoryState, sides: Sides, whose: Whose, matches: list[MatchTold]) -> None:
        self.state = state
        self.sides = sides
        self.others = OtherSide(state)
        self.whose = whose
        self.matches = matches

    def read(self, sentences: list[Sentence] | None = None) -> None:
        """Matches named as still to come, in all sentences or in some."""
        for sentence in self.state.sentences if sentences is None else sentences:
            found: set[int] = set()
            for frame in _FIXTURES.near(sentence.shape):
                for bound in frame.matches(sentence.shape, sentence.mentions):
                    self._bind_fixture(frame, bound, sentence, found)
            self.matches += next_up(self.state, self.whose, self.matches, sentence)

    def _bind_fixture(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence, found: set[int]) -> None:
        alone = frame.effect == "versus" and _fills_its_line(bound, sentence)
        if "o" in bound and (is_open(self.state.text.lower, sentence, bound) or is_somebodys(sentence, bound["o"])):
            return
        if alone and (_OFF.search(sentence.span_text(self.state.text.lower)) or self._is_off(sentence)):
            return
        status = "scheduled" if alone else self._status(frame, bound, sentence)
        if status is None or self._is_called_off(bound, sentence):
            return
        if frame.effect == "town":
            return self._at_town(frame, bound, sentence, status)
        other = self._opponent(frame, bound, sentence, alone)
        subject = self._subject(frame, bound, sentence, other, alone)
        if subject is None or other is None or subject == other or bound["o"].start in found:
            return
        if frame.effect == "home" and _heads_a_list(bound["o"], sentence):
            return
        found.add(bound["o"].start)
        start, end = bound["o" if frame.effect == "listed" else "first"].start, bound["last"].end
        if any(
            m.sentence is sentence
            and {m.team_1, m.team_2} == {subject, other}
            and (m.status == "scheduled" or (m.start < end and start < m.end))
            for m in self.matches
        ):
            return
        match = MatchTold(start, end, status, subject, other, None, None, frame.rule, frame.confidence, sentence)
        match.home = other if frame.effect in _AT_THE_OTHER else subject if frame.effect in _AT_THE_SUBJECT else None
        if frame.effect == "versus" and alone and not is_national(subject) and not self._for_a_final(sentence):
            match.home = subject
        verbs = {m.kind for m in sentence.mentions if bound["first"].start < m.start < bound["o"].start}
        if frame.effect == "with_pair" and "TRAVEL" in verbs:
            match.home = other
        elif frame.effect in ("drawn", "neutral", "with_pair"):
            match.home = home_by_words(self.state.text.lower, bound, sentence, subject, other)
        if frame.effect == "opponents" and _WHO_COME.match(self.state.text.lower, end):
            match.home = subject
        if frame.rule == "fixture.back_at" and at_home_on(subject, bound["g"]):
            match.home = subject
        self.matches.append(match)
        if frame.effect == "neutral" and "s" not in bound:
            for further in listed_after(self.state.text.lower, sentence.mentions, bound["o"]):
                third = side_in_list(self.state, further, sentence)
                if third not in (None, subject, other):
                    found.add(further.start)
                    self.matches.append(replace(match, end=further.end, team_2=str(third), twins=[]))

    def _is_called_off(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """Whether the match of a phrase is put off for good: said before a comma that parts it from the phrase, it is
        another's; a new day told in the sentence or the next gives it one."""
        lower, start, end = self.state.text.lower, sentence.span.start, sentence.span.end
        comma = lower.rfind(",", start, bound["first"].start)
        off = _OFF.search(lower, max(start, comma), end)
        if off is None:
            return False
        behind = self.state.sentences[sentence.number + 1 : sentence.number + 2]
        return not any(_NEW_DAY.search(lower, off.end(), s.span.end) for s in (sentence, *behind))

    def _is_off(self, sentence: Sentence) -> bool:
        """Whether the line below says that a fixture is off."""
        behind = self.state.sentences[sentence.number + 1 : sentence.number + 2]
        return any(_NOT_ON.match(self.state.text.lower, s.span.start) for s in behind)

    def _at_town(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence, status: str) -> None:
        """ "travel to Plymouth on Saturday": the one club of the town that the subject may meet."""
        subject = self.sides.here(bound, sentence, [])
        other = club_of_town(str(bound["p"].value or bound["p"].text), subject) if subject is not None else None
        if subject is None or other is None or other == subject:
            return
        start, end = bound["first"].start, bound["p"].end
        match = MatchTold(start, end, status, subject, other, None, None, frame.rule, frame.confidence, sentence)
        match.home = subject if bound["first"].kind == "HOST" else other
        self.matches.append(match)

    def _for_a_final(self, sentence: Sentence) -> bool:
        """A line of a final names nobody's home."""
        nearby = self.state.sentences[max(0, sentence.number - 3) : sentence.number + 1]
        while len(nearby) > _LINE_AND_ABOVE and not nearby[1].alone:
            nearby = nearby[1:]
        return any(m.kind == "ROUND" and m.value in ("final", "semi-final") for s in nearby for m in s.mentions)

    def _status(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> str | None:
        """scheduled, played (told in the past, without its outcome), or None for what is no match at all."""
        told = {m.kind for m in sentence.mentions if bound["first"].start <= m.start <= bound["last"].start}
        if told & {"WIN_NOUN", "LOSS_NOUN", "WIN", "BEATEN", "LOSE", "SCORE", "AGGREGATE_SCORE"}:
            return None
        if frame.effect == "drawn":
            return "scheduled" if "drawn" in told_words(self.state.text.lower, bound) else None
        if frame.effect == "opponents":
            return "scheduled" if self._are_next(bound, sentence) else None
        if frame.effect == "guests" or frame.rule in ("fixture.hosts_are", "fixture.back_at"):
            return self._told_ahead(frame, bound, sentence)
        if frame.effect == "listed_at":
            plays = any(m.kind == "FIXTURE" and m.start < bound["first"].start for m in sentence.mentions)
            return "scheduled" if plays and LETTER["DATE"] in sentence.shape else None
        if frame.effect == "are_at":
            return "scheduled" if bound["first"].text.lower() in ("are", "is") else None
        if frame.effect == "with_pair":
            return "scheduled" if self._goes_on(bound, sentence) else None
        if frame.effect == "listed":
            before = [m for m in self.matches if m.sentence is sentence and m.start < bound["first"].start]
            return "scheduled" if before and before[-1].status == "scheduled" else None
        if frame.rule == "fixture.both_play" and not self._each_other(bound, sentence):
            return None
        lower = self.state.text.lower
        if frame.rule == "fixture.face" and _ELSEWHERE.search(lower, bound["first"].end, bound["o"].start):
            return None
        if frame.effect == "away" and not _is_a_trip(lower, bound["first"], bound["o"], sentence):
            return None
        if "o" in bound and names_people(lower, bound["o"]):
            return None
        if frame.rule == "fixture.noun.against" and ", with " in told_words(lower, bound):
            return None
        if "o" in bound and _FOR_HIM.match(lower, bound["o"].end):
            return None
        if _THEN_TO.search(lower, max(sentence.span.start, bound["first"].start - 50), bound["first"].start + 3):
            return None
        if bound["first"].text.lower() == "hosts" and _AS_HOSTS.search(lower[: bound["first"].start][-12:]):
            return None
        if _HALTED.search(lower, bound["last"].end, sentence.span.end):
            return None
        if _PAST.search(told_words(lower, bound)) or (bound["o"].possessive if "o" in bound else False):
            return None
        when = time_of(lower, sentence, bound["first"].start, bound["last"].end)
        verb = bound["first"].kind in ("FIXTURE", "TRAVEL", "HOST") or frame.rule == "fixture.both_play"
        ahead = when == AHEAD or ((when is None or (verb and when == PAST)) and _to_come(lower, bound, sentence))
        return "scheduled" if ahead else None

    def _told_ahead(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> str | None:
        """ "Saturday's visitors are X", "the hosts will be X", "back at Weirside on Sunday against X"."""
        verb = next(m for m in sentence.of("BE") if bound["first"].start <= m.start < bound["last"].start)
        words = verb.text.lower()
        will = self.state.text.lower.endswith("will ", 0, verb.start)
        dated = any(_to_be(m.value) for m in sentence.of("DATE")) or "next" in told_words(self.state.text.lower, bound)
        return "scheduled" if (words in ("are", "is") and dated) or (words == "be" and will) else None

    def _goes_on(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "X take on Y on Saturday, with A meeting B": a second match in a sentence that announces one."""
        before = [m for m in sentence.mentions if m.start < bound["first"].start]
        verbs = [m for m in before if m.kind in _MEETS]
        played = {m.kind for m in sentence.mentions} & {"SCORE", "WIN", "BEATEN", "LOSE"}
        return bool(verbs) and not played and not _PAST.search(verbs[0].text.lower())

    def _are_next(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "Their next opponents are X"."""
        lower, noun = self.state.text.lower, bound["s"]
        verb = next(m for m in sentence.of("BE") if noun.start < m.start < bound["o"].start)
        return bool(_NEXT_OPPONENTS.fullmatch(lower, noun.end, verb.start)) and bound["o"].start - verb.end < _NEAR

    def _each_other(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "X and Y meet", not "X and Y play in Europe": nothing but words of time between, nobody else behind."""
        between = _WHO_ARE.sub("", self.state.text.lower[bound["o"].end : bound["last"].start])
        after = self.state.text.lower[bound["last"].end : sentence.span.end]
        return bool(_BOTH_WILL.fullmatch(between) and _EACH_OTHER.match(after))

    def _opponent(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence, alone: bool) -> str | None:
        if frame.effect == "ground":
            bound["o"] = bound["g"]
            return self.others.told(bound["g"], sentence)
        if frame.effect == "visitors":
            bound["o"] = bound["s"]
            return self._at_home_to(self.state.side(bound["s"], sentence))
        return self._named(bound["o"], bound, sentence, alone)

    def _subject(
        self, frame: Frame, bound: dict[str, Mention], sentence: Sentence, other: str | None, alone: bool
    ) -> str | None:
        if frame.effect == "listed":
            return next((m.team_1 for m in reversed(self.matches) if m.sentence is sentence), None)
        if frame.rule in ("fixture.visitors_are", "fixture.hosts_are"):
            return self.whose.focus([other])
        if "s" in bound:
            return self._named(bound["s"], bound, sentence, alone)
        if bound["first"].kind in ("FIXTURE", "TRAVEL", "HOST") and not _is_noun(self.state.text.lower, bound["first"]):
            here = self.sides.here(bound, sentence, [other])
            if here is not None and not self.whose.tells_of_us(sentence, bound["first"].start):
                return here
        return self.whose.of(bound["first"].start, sentence, [other])

    def _named(self, mention: Mention, bound: dict[str, Mention], sentence: Sentence, alone: bool) -> str | None:
        """A side; an unknown name is one only in a line that holds a fixture and nothing else."""
        if mention.kind == "NAME" and bound["first"].kind == "COMMA":
            return self.state.cast.adopt(mention)
        if mention.kind == "NAME" and not alone:
            return self.state.cast.adopt(mention) if self._only_a_club_fits(mention, bound, sentence) else None
        if mention.kind == "NAME":
            return self.sides.side(mention, sentence, bound)
        return self.state.side(mention, sentence)

    def _only_a_club_fits(self, name: Mention, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "they welcome Gangwon this evening": an unknown name whom a side meets on a day or in a round."""
        verb = bound["first"]
        if verb.kind not in _MEETS or name.start - bound["last"].start or not name.text[0].isupper():
            return False
        before = [m for m in sentence.mentions if m.start < verb.start]
        side = before[-1] if before else None
        close = side is not None and side.kind in _MAY_MEET and verb.start - side.end <= _NEAR
        after = next((m for m in sentence.mentions if m.start > name.start), None)
        told = after is not None and after.kind in _TELLS_WHEN and after.start - name.end <= _NEAR
        return close and told and not name.possessive and not names_people(self.state.text.lower, name)

    def _at_home_to(self, visitors: str | None) -> str | None:
        """Whom visitors visit where no one says: the story's side."""
        return self.state.focus if self.state.focus != visitors else None


def _fills_its_line(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """A line of its own that holds a pairing and little else."""
    first, last = bound["first"], bound["last"]
    if sentence.shape.count(LETTER["VERSUS"]) > 1:
        return sentence.alone or _PLAYED.isdisjoint(sentence.shape)
    return sentence.alone and first.start - sentence.span.start < 30 and sentence.span.end - last.end < 60


def _is_noun(lower: str, mention: Mention) -> bool:
    """ "the trip to X", "the visit of X": whose it is the words before need not say."""
    return lower.startswith(("trip", "visit to", "visit of", "visit from", "journey", "arrival"), mention.start)


def _is_a_trip(lower: str, verb: Mention, side: Mention, sentence: Sentence) -> bool:
    """ "go to X on Saturday" is a match; a man may go to X for other reasons."""
    if verb.text.lower() not in (
        "go to",
        "goes to",
        "come to",
        "comes to",
        "visit",
        "trip to",
        "trips to",
        "visit to",
        "heading to",
    ):
        return True
    before = lower[max(sentence.span.start, verb.start - 40) : verb.start]
    if verb.text.lower() == "heading to":
        dated = any(side.end <= m.start < side.end + 40 for m in sentence.of("DATE"))
        return dated and bool(_AND_THEN.search(before))
    if is_national(str(side.value)) and not any(abs(m.start - side.end) < 40 for m in sentence.of("DATE")):
        return bool(_TO_PLAY.match(lower, side.end))
    return not _NO_TRIP.search(before)


def told_words(lower: str, bound: dict[str, Mention]) -> str:
    """The words of a phrase that a frame bound."""
    return lower[bound["first"].start : bound["last"].end]


def _to_come(lower: str, bound: dict[str, Mention], sentence: Sentence) -> bool:
    """Whether a fixture phrase speaks of a match still to be played: present or future words at it and no past ones."""
    start = max(sentence.span.start, bound["first"].start - 45)
    around = lower[start : min(sentence.span.end, bound["last"].end + 30)]
    phrase = lower[bound["first"].start : bound["last"].end]
    if _PAST.search(phrase) or "would have" in lower[sentence.span.start : sentence.span.end]:
        return False
    if _FUTURE.search(around):
        return True
    dated = any(
        m.kind == "DATE" and abs(m.start - bound["first"].start) < 60 and _to_be(m.value) for m in sentence.mentions
    )
    return dated and not _DONE.search(lower[sentence.span.start : sentence.span.end])


def _to_be(day: Day) -> bool:
    return bool(
        (day.month and day.day)
        or day.weekday is not None
        or (day.relative or "").startswith(("next", "boxing", "tomorrow", "new year", "this"))
    )


def _heads_a_list(mention: Mention, sentence: Sentence) -> bool:
    """ "will host X, Y and Z": a tournament, no match."""
    following = [m.kind for m in sentence.mentions[sentence.mentions.index(mention) + 1 :][:3]]
    plays = following[2:] and following[2] in ("TRAVEL", "HOST", "FIXTURE", "HYPOTHETICAL", "BE")
    return following[:2] == ["COMMA", "TEAM"] and not plays and not sentence.alone
