"""Whether a phrase that names two sides speaks of a match still to be played.

In: a frame bound in a sentence, the matches told so far. Out: "scheduled", or None for what has been played, is off for
good, or is no match at all.
"""

from __future__ import annotations

import re

from flows.extract.matches.meetings.neutral_towns import is_played_at
from flows.extract.matches.meetings.seen_to_meet import was_seen
from flows.extract.matches.meetings.told_time import AHEAD, PAST, is_past_alone, never_happened, stands_there, time_of
from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.matches.results.vetoes import names_people, of_several_games
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.calendar_words import Day
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.shapes import Frame
from flows.extract.text.sought import Sought

_FUTURE = re.compile(
    r"\b(?:will|prepar\w+|ahead of|due to|set to|next|upcoming|forthcoming|before (?:travel|visit|"
    r"host|fac|play|tak|meet)\w+|before a|when they (?:face|play|meet|host|take)|until|sunday's|"
    r"saturday's|wednesday's|tuesday's|thursday's|monday's|friday's|to face|to play|to meet|tomorrow|come|face|"
    r"faces|travel|travels|go to|goes to|come to|comes to|receive|receives|entertain|entertains|welcome|welcomes|"
    r"at home to|are the visitors|are the hosts|host|hosts|visit|visits|take on|takes on|play(?!-offs?\b)|plays|meet|"
    r"meets|head to|heads to|lines? up against|comes? up against|goe?s? up against|squares? off|locks? horns|"
    r"do(?:es)? battle|tackles?|must|miss|follows?|awaits?|looms?|beckons?|"
    r"drawn (?:away|at home|against|to face)|build-up|squad for|have a home|showdown)\b"
)
_PAST = re.compile(
    r"\b(?:faced|hosted|travelled|visited|made (?:the|a|their) (?:[\w-]+ )?(?:trip|journey|trek)|"
    r"played|met|went to|took on|entertained|welcomed|beat|won|"
    r"lost|drew|was|were|had|did|came)\b"
)
_THEN_TO = re.compile(
    r"\b(?:were|was|had)(?! (?:drawn|due|set|scheduled|named|chosen|"
    r"picked))\b[^.;,]{0,34} to (?:fac|pla|mee|hos)$"
)
_FOR_HIM = re.compile(
    r" (?:for|over) (?:the |his |a )?(?:medical|trial|talks|hearing|signature|services|right|race|player|"
    r"striker|signing|transfer)\b"
)
_WHO_HOST = frozenset({"TEAM", "EPITHET", "THEY", "WHO", "NAME", "DATE", "SIDE_HOME", "CLOSE", "COMMA"})
_TRIP_ON = re.compile(
    r"(?: (?:a|an|the|their|another|long|[\w-]+ly|[a-z-]+)){1,5} (?:trip|visit|journey|trek|haul|outing)"
    r" [\w ,-]{4,24}? to (?:the )?"
)
_NO_TRIP = re.compile(
    r"\b(?:you|i|he|she|him|his agent|agents?|owners?|player|directors?|chairman|officials|ready to|took (?:a|the)|"
    r"scouting)\b[^.;,]{0,24}$"
)
_VERBAL = frozenset({"fixture.both_play", "fixture.are_visitors"})
_OFF = re.compile(
    r"\b(?:p-p|ppd|postponed|abandoned|called off|waterlogged|snowed off|frozen (?:off|pitch)|cancelled|"
    r"fell victim)\b"
    r"(?!.*\b(?:will|rearranged|rescheduled)\b|[^,]*(?:, (?:and|but|which|who)\b[^,]*)?\bnow\b)"
)
_NEW_DAY = Sought(
    r"\b(?:rearranged|re-arranged|rescheduled|new date|(?:now|instead) be (?:played|staged)|"
    r"put back (?:to|until))\b"
)
_DONE = re.compile(r"\b(?:was|were|had|did|lost|won|drew|beat|scored|after|came|went|made)\b")
_NEXT_OPPONENTS = re.compile(r"(?:'s?)? (?:[\w-]+ )?next (?:opponents?|rivals) ")
_AND_THEN = re.compile(r"\b(?:before|then|after|are|side|team) $")
_TRIP_MADE = re.compile(
    r"\b(?:negotiat|surviv|overc[ao]m|com(?:e|ing) through|came through|emerg|"
    r"return\w* from|pass(?:ed|ing)|cop(?:ed|ing) with)"
    r"[^.;,]{0,40}$"
)
_TRIP_OVER = re.compile(
    r" (?:(?:also|then|duly|again|had) )?(?:ended|finished|was|were|proved|produced|yielded|brought|"
    r"resulted|saw|turned)\b"
    r"(?! (?:postponed|called|moved|rearranged|due|set|to be)\b)"
)
_TO_PLAY = re.compile(r"(?:'s)? (?:in|for|next|looking|needing|with|who|knowing|and|[.,])")
_SET_UP = Sought(
    r"\b(?:set(?:s|ting)? up|tee(?:d|ing) up|book(?:s|ed|ing)?|earn(?:s|ed|ing)?|seal(?:s|ed|ing)?|"
    r"secur(?:e|es|ed|ing)|clinch(?:es|ed|ing)?|land(?:s|ed|ing)?) (?:themselves |itself )?"
    r"(?:(?:place|spot|berth|slot) in |(?!in |from |during |after |by |over |of |that )[\w'-]+ ){0,7}?"
    r"(?:tie|date|clash|meeting|showdown|encounter|reunion|rematch|trip|visit|match|game|final|semi-final|"
    r"quarter-final) (?:with|against|to|at) (?:the )?(?:[\w'-]+ ){0,3}$"
)
_DRAWN_SO = Sought(  # "the draw gave X a home tie with Y", "X's reward is a trip to Y"
    r"\b(?:draw (?:has |had |have )?(?:gave|given|gives|hand(?:s|ed)|sen(?:t|ds)) (?:[\w'-]+ ){1,4}?|"
    r"reward (?:is|was|will be|for [^.;]{3,40}? (?:is|was|will be)) )(?:an?|the) (?:[\w'-]+ ){0,4}?"
    r"(?:tie|date|clash|meeting|showdown|trip|visit|match|game) (?:with|against|to|at) (?:the )?(?:[\w'-]+ ){0,3}$"
)
_HALTED = Sought(r"\b(?:halted|suspended|wiped out|shut down|locked down|curtailed|stopped) (?:the |its |their |all )")
_NOT_ON = re.compile(r"\W*(?:match )?(?:p-p|postponed|abandoned|called off|off:|cancelled)\b")
_BOTH_WILL = re.compile(r" (?:(?:will|who|are|to|both|also|set|due|must|next|now|then|later|last|first|were|who) )*")
_WHO_ARE = re.compile(r"^, (?:who|which|both|the)\b[^.;]{2,60}?,(?= )")
_OWN_CLUB = ("his club", "her club", "their club")
_ELSEWHERE = re.compile(
    r"\b(?:for|about|from|after|as|in|on|by|if|and|but|because|likes|of|with at|fine|hearing|charge|action|"
    r"questions|calls)\b(?! the (?:road|semi|quarter|"
    r"final|cup))"
)
_LAST = re.compile(
    r" (?:last (?:week|month|season|year|term|weekend|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|"
    r"february|march|april|may|june|july|august|september|october|november|december)|"
    r"yesterday|earlier (?:this|in)|in midweek|"
    r"(?:[\w-]+ ){1,3}(?:days|weeks|months|years) ago)\b"
)
_EACH_OTHER = re.compile(
    r"(?:$|[.,;]| (?:each|again|one another|on|at|in|next|this|tomorrow|tonight|for|later|twice|behind)\b)"
)
_HONOURS = re.compile(
    r"\b(?:titles?|crowns?|medals?|trophy|trophies|winners?|doubles?|successes|triumphs?|goals|seasons?|campaigns?|"
    r"appearances|starts|outings|years?|months|experience|history|career|spells?|stints?|days|football|places?)\b"
)
_MEETS = frozenset({"FIXTURE", "HOST", "TRAVEL"})
_MOVES = frozenset(("heads to", "heads for", "goes to", "went to", "comes to", "came to", "arrives at"))
_NEAR = 12
_VISITORS = re.compile(r"'s? (?:visitors|guests),? ")


class StillToCome:
    """Answers for one story; `matches` are those told so far."""

    def __init__(self, state: StoryState, matches: list[MatchTold]) -> None:
        self.state = state
        self.matches = matches

    def status(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> str | None:
        """scheduled, played (told in the past, without its outcome), or None for what is no match at all."""
        told = {m.kind for m in sentence.mentions if bound["first"].start <= m.start <= bound["last"].start}
        if told & {"WIN_NOUN", "LOSS_NOUN", "WIN", "BEATEN", "LOSE", "SCORE", "AGGREGATE_SCORE"}:
            return None
        if frame.rule == "fixture.drawn_in_headline":
            lots = self.state.text.lower.startswith(" drawn ", bound["s"].end)
            return "scheduled" if sentence.headline and lots else None
        if frame.effect == "drawn":
            return "scheduled" if "drawn" in told_words(self.state.text.lower, bound) else None
        if frame.effect == "opponents":
            return "scheduled" if self._are_next(bound, sentence) else None
        if frame.rule == "fixture.days_visitors":
            return "scheduled" if self._are_due(bound, sentence) else None
        if frame.effect == "guests" or frame.rule in ("fixture.hosts_are", "fixture.back_at"):
            return self._told_ahead(frame, bound, sentence)
        if frame.effect == "listed_at":
            plays = any(m.kind == "FIXTURE" and m.start < bound["first"].start for m in sentence.mentions)
            return "scheduled" if plays and LETTER["DATE"] in sentence.shape else None
        if frame.effect == "are_at":
            return "scheduled" if self._will_be(bound, sentence) else None
        if frame.effect == "with_pair":
            return "scheduled" if self._goes_on(bound, sentence) else None
        if frame.effect == "listed":
            before = [m for m in self.matches if m.sentence is sentence and m.start < bound["first"].start]
            return "scheduled" if before and before[-1].status == "scheduled" else None
        if frame.rule == "fixture.both_play" and not self._each_other(bound, sentence):
            return None
        lower = self.state.text.lower
        if frame.rule == "fixture.face" and lower.startswith(_OWN_CLUB, bound["o"].start):
            return None  # "plays his club football at X"
        if frame.rule == "fixture.face" and _ELSEWHERE.search(lower, bound["first"].end, bound["o"].start):
            return None
        if frame.effect == "home" and _is_of_a_score(sentence, bound["first"]):
            return None
        if frame.effect == "away" and not _is_a_trip(lower, bound["first"], bound["o"], sentence):
            return None
        if frame.effect == "away" and self._is_a_move(bound["first"], sentence):
            return None
        if frame.effect == "away" and _is_over(lower, bound["first"], bound["o"]):
            return None
        if "o" in bound and (names_people(lower, bound["o"]) or of_several_games(lower, bound)):
            return None
        if frame.rule == "fixture.noun.against" and (_is_no_match(lower, bound) or is_played_at(sentence, bound["o"])):
            return None
        if "o" in bound and _FOR_HIM.match(lower, bound["o"].end):
            return None
        if _THEN_TO.search(lower, max(sentence.span.start, bound["first"].start - 50), bound["first"].start + 3):
            return None
        if bound["first"].text.lower() == "hosts" and not self._is_verb(bound, sentence):
            return None
        if frame.rule == "fixture.dated_trip" and not _TRIP_ON.fullmatch(lower, bound["first"].end, bound["o"].start):
            return None
        if frame.rule == "fixture.face" and any(
            m.kind == "SUBORDINATE" for m in sentence.mentions if bound["first"].end <= m.start < bound["o"].start
        ):
            return None
        if self._is_another_of_several(bound, sentence):
            return "scheduled"
        if "o" in bound and any(
            words.search(lower, max(sentence.span.start, bound["o"].start - 110), bound["o"].start)
            for words in (_SET_UP, _DRAWN_SO)
        ):
            return "scheduled"
        if _HALTED.search(lower, bound["last"].end, sentence.span.end):
            return None
        if _PAST.search(told_words(lower, bound)) or (bound["o"].possessive if "o" in bound else False):
            return None
        if was_seen(lower, sentence, bound) or (frame.effect == "home" and _LAST.match(lower, bound["last"].end)):
            return "played"
        when = time_of(lower, sentence, bound["first"].start, bound["last"].end)
        if "o" in bound and stands_there(lower, sentence, bound["first"].start):
            if never_happened(lower, sentence, bound["first"].start):
                return None
            if when == PAST and is_past_alone(lower, sentence, bound["first"].start):
                return "played"
        verb = bound["first"].kind in ("FIXTURE", "TRAVEL", "HOST") or frame.rule in _VERBAL
        ahead = when == AHEAD or ((when is None or (verb and when == PAST)) and _to_come(lower, bound, sentence))
        return "scheduled" if ahead else None

    @staticmethod
    def _is_verb(bound: dict[str, Mention], sentence: Sentence) -> bool:
        """Whether "hosts" has a subject: "X hosts Y", not "beat hosts Y", "a group with hosts Y"."""
        at = next(i for i, m in enumerate(sentence.mentions) if m is bound["first"])
        before = sentence.mentions[at - 1] if at else None
        return before is not None and before.kind in _WHO_HOST and bound["first"].start - before.end <= _NEAR

    def _is_another_of_several(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "with X facing Y and Z travelling to W": a further match in the words of the one announced before it."""
        first = bound["first"]
        if first.kind not in _MEETS or not first.text.lower().partition(" ")[0].endswith("ing"):
            return False
        at = next(i for i, m in enumerate(sentence.mentions) if m is first)
        subject = sentence.mentions[at - 1] if at else None
        if subject is None or subject.kind not in ("TEAM", "NAME") or first.start - subject.end > 1:
            return False
        goes_on = any(
            m.sentence is sentence and m.status == "scheduled" and m.start < first.start for m in self.matches
        )
        if goes_on and subject.kind == "NAME":
            self.state.cast.adopt(subject)
        return goes_on

    def _told_ahead(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> str | None:
        """ "Saturday's visitors are X", "the hosts will be X", "back at Weirside on Sunday against X"."""
        verb = next(m for m in sentence.of("BE") if bound["first"].start <= m.start < bound["last"].start)
        words = verb.text.lower()
        will = self.state.text.lower.endswith("will ", 0, verb.start)
        dated = any(_to_be(m.value) for m in sentence.of("DATE")) or "next" in told_words(self.state.text.lower, bound)
        return "scheduled" if (words in ("are", "is") and dated) or (words == "be" and will) else None

    def _is_a_move(self, verb: Mention, sentence: Sentence) -> bool:
        """ "Varga heads to X": a man who goes there by himself, on no day, changes his club; a coach's side plays."""
        who = next((m for m in reversed(sentence.mentions) if m.end + 1 == verb.start), None)
        if who is None or who.kind not in ("PERSON", "NAME") or verb.text.lower() not in _MOVES:
            return False
        return str(who.value) not in self.state.cast.coach_of and LETTER["DATE"] not in sentence.shape

    def _will_be(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "X are at Y on Saturday", "they are at Y" and "they will be at Y" of a day that nobody tells."""
        verb = bound["be"]
        words = verb.text.lower()
        will = words == "be" and self.state.text.lower.endswith("will ", 0, verb.start)
        if "s" not in bound:
            return words in ("are", "is") or will
        alone = bound["s"].end + 1 == verb.start or will
        return alone and (words == "are" or will) and not self.state.quoted(verb.start)

    def _goes_on(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "X take on Y on Saturday, with A meeting B": a second match in a sentence that announces one; "the game of
        the day is at Moss Lane, with A meeting B": one that says where it will be."""
        before = [m for m in sentence.mentions if m.start < bound["first"].start]
        verbs = [m for m in before if m.kind in _MEETS]
        played = {m.kind for m in sentence.mentions} & {"SCORE", "WIN", "BEATEN", "LOSE"}
        if played or not verbs:
            is_at = any(m.kind == "BE" and m.text.lower() in ("is", "are") for m in before)
            participle = any(
                m.text.lower().partition(" ")[0].endswith("ing")
                for m in sentence.mentions
                if m.kind in _MEETS and bound["s"].end + 1 == m.start
            )
            return not played and is_at and participle and not _DONE.search(self.state.text.lower, *sentence.span)
        return not _PAST.search(verbs[0].text.lower())

    def _are_due(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "Friday's visitors X arrive with five wins to their name", where nothing tells how they fared."""
        lower, day = self.state.text.lower, bound["first"]
        if not _VISITORS.fullmatch(lower, day.end, bound["o"].start) or LETTER["SCORE"] in sentence.shape:
            return False
        return _to_be(day.value) and not _DONE.search(lower, *sentence.span)

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

    def is_called_off(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """Whether the match of a phrase is put off for good: said before a comma that parts it from the phrase, it is
        another's; a new day told in the sentence or the next gives it one."""
        lower, start, end = self.state.text.lower, sentence.span.start, sentence.span.end
        comma = lower.rfind(",", start, bound["first"].start)
        off = _OFF.search(lower, max(start, comma), end)
        if off is None:
            return False
        behind = self.state.sentences[sentence.number + 1 : sentence.number + 2]
        return not any(_NEW_DAY.search(lower, off.end(), s.span.end) for s in (sentence, *behind))

    def is_off(self, sentence: Sentence) -> bool:
        """Whether a fixture's line, or the line below it, says that it is off."""
        if _OFF.search(sentence.span_text(self.state.text.lower)):
            return True
        behind = self.state.sentences[sentence.number + 1 : sentence.number + 2]
        return any(_NOT_ON.match(self.state.text.lower, s.span.start) for s in behind)


def _is_of_a_score(sentence: Sentence, host: Mention) -> bool:
    """ "had drawn 0-0 at home to X": the words right behind a score tell of its match."""
    return any(m.kind == "SCORE" and host.start - m.end == 1 for m in sentence.of("SCORE"))


def _is_no_match(lower: str, bound: dict[str, Mention]) -> bool:
    """ "the game, with X", "two Premier League titles to his name at X": no match stands between."""
    words = told_words(lower, bound)
    return ", with " in words or (bound["first"].kind == "COMPETITION" and _HONOURS.search(words) is not None)


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
        "outing to",
        "excursion to",
    ):
        return True
    before = lower[max(sentence.span.start, verb.start - 40) : verb.start]
    if verb.text.lower() == "heading to":
        dated = any(side.end <= m.start < side.end + 40 for m in sentence.of("DATE"))
        return dated and bool(_AND_THEN.search(before))
    if is_national(str(side.value)) and _of_a_nation(verb, sentence):
        return True
    if is_national(str(side.value)) and not any(abs(m.start - side.end) < 40 for m in sentence.of("DATE")):
        return bool(_TO_PLAY.match(lower, side.end))
    return not _NO_TRIP.search(before)


def _is_over(lower: str, trip: Mention, side: Mention) -> bool:
    """ "X's visit to Y finished 2-2", "survived a tough trip to Y": a journey that has been made."""
    if not trip.text.lower().startswith(("trip", "visit to", "journey", "outing", "excursion")):
        return False
    made = _TRIP_MADE.search(lower, max(0, trip.start - 60), trip.start)
    return made is not None or _TRIP_OVER.match(lower, side.end) is not None


def _of_a_nation(verb: Mention, sentence: Sentence) -> bool:
    """ "Peru visit Chile": a country's side stands right before the verb."""
    at = next((i for i, m in enumerate(sentence.mentions) if m is verb), 0)
    subject = sentence.mentions[at - 1] if at else None
    if subject is None or subject.kind != "TEAM" or subject.possessive:
        return False
    return verb.start - subject.end == 1 and bool(is_national(str(subject.value)))


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
