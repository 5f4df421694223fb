"""Matches to come, as phrases announce them: who meets whom, and whose home it is."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from flows.extract.cast.club_towns import club_of_ground, club_of_town
from flows.extract.matches.homes.grounds_told import at_home_on
from flows.extract.matches.homes.home_words import home_by_words
from flows.extract.matches.meetings.awaited import awaited
from flows.extract.matches.meetings.next_up import next_up
from flows.extract.matches.meetings.still_to_come import StillToCome
from flows.extract.matches.meetings.told_time import is_of_a_goal
from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.matches.meetings.whose import Whose
from flows.extract.matches.results.frames import FIXTURES
from flows.extract.matches.results.lists_of_sides import home_in_list, listed_after, side_in_list
from flows.extract.matches.results.other_side import OtherSide
from flows.extract.matches.results.sides import Sides
from flows.extract.matches.results.vetoes import is_open, is_somebodys, names_people
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.shapes import Frame, Frames

_WHO_COME = re.compile(r",? who (?:will |then )?(?:come|visit|arrive|travel)\b")
_LEADS = re.compile(r"\b(?:\w+-(?:point|match|game) )?(?:advantage|lead|cushion|buffer|gap)\b(?! the)")
_TEST = re.compile(
    r" (?:an? |the )?(?:[\w-]+ )?(?:challenges?|tests?|examination|resistance|opposition|threat|competition|"
    r"battle) from\b"
)
_DAYS_LATER = re.compile(
    r"(?: just| only| a further)? (?:a|two|three|four|five|six|seven|eight|nine|ten|\d\d?) (?:days?|nights?|weeks?) "
    r"(?:later|after(?:wards| that)?|on)\b"
)
_MEETS = frozenset({"FIXTURE", "HOST", "TRAVEL"})
_MAY_MEET = frozenset({"TEAM", "EPITHET", "THEY", "SIDE_HOME", "SIDE_AWAY", "HYPOTHETICAL"})
_TELLS_WHEN = frozenset({"DATE", "IN", "COMPETITION", "ROUND"})
_SEVERAL = re.compile(r"\b(?:games|matches|fixtures|ties|meetings|clashes|trips|visits|journeys|dates)\b")
_WHEN = re.compile(r"\b(?:when|as|with) (?:the )?$")
_LED_AT = re.compile(r"\b(?:led|trailed|behind|ahead|in front)(?: \d-\d)? $")
_NEAR = 12
_SOMEBODY = SIDES | {"PERSON"}
_JOURNEY = 60
_PLAYED = frozenset(LETTER[kind] for kind in ("WIN", "WIN_INTRANSITIVE", "LOSE", "DRAW", "BEATEN", "SCORE", "QUOTE"))
_LINE_AND_ABOVE = 2
_FIXTURES = Frames(FIXTURES)
_TO_FACE = re.compile(r" to (?:face|meet|play|take on|tackle|tangle with) ")
_AT_THE_OTHER = frozenset({"away", "are_at", "ground", "visitors", "listed_at"})
_TRIPS = tuple("trip|visit to|visit of|visit from|journey|arrival|haul|trek|outing|excursion|jaunt".split("|"))
_AT_THE_SUBJECT = frozenset({"home", "guests"})


class Fixtures:
    """Adds to the matches of one story those still to come."""

    def __init__(self, state: StoryState, sides: Sides, whose: Whose, matches: list[MatchTold]) -> None:
        self.state = state
        self.sides = sides
        self.others = OtherSide(state)
        self.whose = whose
        self.matches = matches
        self.still_to_come = StillToCome(state, matches)

    def read(self, sentences: list[Sentence] | None = None) -> None:
        """Matches named as still to come, in all sentences or in some."""
        for sentence in self.state.sentences if sentences is None else sentences:
            found: set[int] = set()
            for frame in _FIXTURES.near(sentence.shape):
                for bound in frame.matches(sentence.shape, sentence.mentions):
                    self._bind_fixture(frame, bound, sentence, found)
            self.matches += next_up(self.state, self.whose, self.matches, sentence)
            self.matches += list(awaited(self.state, self.whose, self.matches, sentence))

    def _bind_fixture(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence, found: set[int]) -> None:
        if "o" in bound and (explained := _explained(bound["o"], sentence)) is not None:
            bound["o"] = explained
        if frame.effect == "away" and self.state.text.lower.startswith("head to head", bound["first"].start):
            return  # "Head to head: Harland 4 wins"
        alone = frame.effect == "versus" and _fills_its_line(bound, sentence)
        if frame.effect == "versus" and _is_one_of_two(self.state.text.lower, bound):
            return
        if "o" in bound and (is_open(self.state.text.lower, sentence, bound) or is_somebodys(sentence, bound["o"])):
            return
        if alone and self.still_to_come.is_off(sentence):
            return
        status = "scheduled" if alone else self.still_to_come.status(frame, bound, sentence)
        if frame.rule == "fixture.host" and is_of_a_goal(self.state.text.lower, sentence, bound["first"]):
            status = "played" if status == "scheduled" else status
        if status is None or self.still_to_come.is_called_off(bound, sentence):
            return
        if _LEADS.search(self.state.text.lower, bound["first"].start, bound["last"].start):
            return
        first = bound["first"].start
        named = any(m.kind == "TEAM" and m.end == first - 1 for m in sentence.mentions)  # "Go Ahead host Y"
        led = not named and _LED_AT.search(self.state.text.lower, max(0, first - _NEAR), first) is not None
        if frame.rule == "fixture.host" and led:
            return  # "twice led at home to X but drew"
        if frame.effect == "drawn" and "," in self.state.text.lower[bound["first"].end : bound["o"].start]:
            return  # "the last two have been drawn, with X the better side"
        if frame.rule == "fixture.test_from" and not _TEST.match(self.state.text.lower, bound["first"].end):
            return
        if frame.effect == "town":
            return self._at_town(frame, bound, sentence, status)
        if frame.rule == "fixture.listed_days_later" and not _DAYS_LATER.match(self.state.text.lower, bound["o"].end):
            return
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
            and other in (m.team_1, m.team_2)
            and (
                m.start < start < m.end  # "lost at home to X"
                or (subject in (m.team_1, m.team_2) and (m.status == "scheduled" or (m.start < end and start < m.end)))
            )
            for m in self.matches
        ):
            return
        match = MatchTold(start, end, status, subject, other, None, None, frame.rule, frame.confidence, sentence)
        match.home = other if frame.effect in _AT_THE_OTHER else subject if frame.effect in _AT_THE_SUBJECT else None
        if frame.effect == "versus" and alone and not is_national(subject) and not self._for_a_final(sentence):
            match.home = subject
        verbs = {m.kind for m in sentence.mentions if bound["first"].start < m.start < bound["o"].start}
        if frame.effect == "with_pair" and verbs & {"TRAVEL", "HOST"}:
            match.home = other if "TRAVEL" in verbs else subject
        elif frame.effect in ("drawn", "neutral", "with_pair"):
            home = home_by_words(self.state.text.lower, bound, sentence, subject, other)
            match.home = home or self._host_of_the_journey(bound["first"], sentence, other)
        if frame.effect == "opponents" and _WHO_COME.match(self.state.text.lower, end):
            match.home = subject
        if frame.rule == "fixture.back_at" and at_home_on(subject, bound["g"]):
            match.home = subject
        self.matches.append(match)
        if (frame.effect == "neutral" or _is_of_several(self.state.text.lower, bound)) and "s" not in bound:
            listed = listed_after(self.state.text.lower, sentence.mentions, bound["o"])
            for further in listed:
                third = side_in_list(self.state, further, sentence)
                if third not in (None, subject, other):
                    found.add(further.start)
                    where = home_in_list(self.state.text.lower, [bound["o"], *listed], further)
                    home = str(third) if match.home == other else match.home
                    home = home if where is None else {"home": subject, "away": str(third)}.get(where)
                    start = match.start if where is None else further.start
                    further_match = replace(match, start=start, end=further.end, team_2=str(third), home=home, twins=[])
                    self.matches.append(further_match)

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
        finals = ("final",) if self.state.tells_of_legs else ("final", "semi-final")
        return any(m.kind == "ROUND" and m.value in finals for s in nearby for m in s.mentions)

    def _opponent(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence, alone: bool) -> str | None:
        if frame.effect == "ground":
            if frame.rule == "fixture.noun_at_ground" and _meets_there(bound["g"], sentence):
                return None
            met = self._met_there(bound["g"], sentence)
            if met is None and _TO_FACE.match(self.state.text.lower, bound["g"].end):
                return None  # whom they go there to face is told behind
            bound["o"] = met or bound["g"]
            return (
                self.state.side(met, sentence)
                if met is not None
                else self.others.told(bound["g"], sentence)
                or self._host_of_unknown_ground(bound, sentence)
                or self._host_by_the_ground(bound, sentence)
            )
        if frame.effect == "visitors":
            bound["o"] = bound["s"]
            return self._at_home_to(bound, sentence)
        return self._named(bound["o"], bound, sentence, alone)

    def _met_there(self, ground: Mention, sentence: Sentence) -> Mention | None:
        """ "visit Mill Lane on Saturday to face X": whom those who go to a ground meet there."""
        after = [m for m in sentence.mentions if ground.start < m.start < ground.end + _JOURNEY]
        for verb, side in pairwise(after):
            if verb.kind == "FIXTURE" and self.state.text.lower.endswith(" to ", 0, verb.start):
                return side if side.kind in ("TEAM", "EPITHET") else None
        return None

    def _host_of_the_journey(self, verb: Mention, sentence: Sentence, other: str) -> str | None:
        """The side that somebody travels to a ground or a town "to face"; none on a ground known to be another's."""
        before = [m for m in sentence.mentions if verb.start - _JOURNEY < m.start < verb.start]
        goes = any(
            way.kind == "TRAVEL"
            and (at.kind == "PLACE" or (at.kind == "GROUND" and (not at.value or at_home_on(other, at))))
            for way, at in pairwise(before)
        )
        return other if goes and self.state.text.lower.endswith(" to ", 0, verb.start) else None

    def _host_of_unknown_ground(self, bound: dict[str, Mention], sentence: Sentence) -> str | None:
        """ "when X visit Mill Lane", a ground of no known club: the story's own side is at home there."""
        guest = None if bound["g"].value else self.sides.here(bound, sentence, [])
        return None if guest is None or guest == self.state.centers.focus else self.whose.focus([guest])

    def _host_by_the_ground(self, bound: dict[str, Mention], sentence: Sentence) -> str | None:
        """ "travel to Villa Park on 2 February" in a story that names no side of it: the one club at home there, where
        a side of its country goes on a day, to no final."""
        noun = bound["first"].kind == "FIXTURE_NOUN"
        guest = self.sides.here(bound, sentence, []) or (self._whose_match(bound, sentence) if noun else None)
        final = any(m.value in ("final", "semi-final") for m in sentence.of("ROUND"))
        man = any(m.kind == "PERSON" and not m.possessive for m in sentence.mentions if m.start < bound["first"].start)
        if guest is None or final or (man and not noun) or LETTER["DATE"] not in sentence.shape:
            return None
        return club_of_ground(bound["g"].value, guest)

    def _whose_match(self, bound: dict[str, Mention], sentence: Sentence) -> str | None:
        """ "ahead of Saturday's game at Villa Park": whose coach speaks, or whom the story is of."""
        return self.whose.of(bound["first"].start, sentence, [])

    def _subject(
        self, frame: Frame, bound: dict[str, Mention], sentence: Sentence, other: str | None, alone: bool
    ) -> str | None:
        if frame.effect == "listed":
            return next((m.team_1 for m in reversed(self.matches) if m.sentence is sentence), None)
        if frame.rule in ("fixture.visitors_are", "fixture.hosts_are", "fixture.days_visitors"):
            return self.whose.focus([other])
        if "s" in bound:
            return self._named(bound["s"], bound, sentence, alone)
        if frame.rule == "fixture.noun.against" and (put := _put_against(bound, sentence)) is not None:
            return self.state.side(put, sentence)
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

    def _at_home_to(self, bound: dict[str, Mention], sentence: Sentence) -> str | None:
        """Whom visitors visit: whom the clause before "when" is about, the club of the ground that they come to where
        the story names it, else the story's own side."""
        visitors = self.state.side(bound["s"], sentence)
        plain = LETTER["WHO"] not in sentence.shape  # "Hale, who kept X up, is in charge when Y are the visitors"
        if plain and _WHEN.search(
            self.state.text.lower, max(sentence.span.start, bound["s"].start - _NEAR), bound["s"].start
        ):
            here = self.sides.here({"first": bound["s"], "last": bound["last"]}, sentence, [visitors])
            if here is not None:
                return here
        ground = next((g for g in sentence.of("GROUND") if 0 < g.start - bound["last"].end <= _NEAR), None)
        host = club_of_ground(ground.value, visitors) if ground is not None and visitors is not None else None
        if host is not None and host in self.state.cast.clubs:
            return host
        return self.state.centers.focus if self.state.centers.focus != visitors else None


def _meets_there(ground: Mention, sentence: Sentence) -> bool:
    """ "X's next game at Oakwell", "the game at Oakwell is against Y", "the replay is at Oakwell": the sentence says by
    itself who meets whom there, or nothing of anybody."""
    if not any(m.kind in _SOMEBODY for m in sentence.mentions):
        return True
    host = any(m.kind == "TEAM" and at_home_on(str(m.value), ground) for m in sentence.mentions)
    return host or any(m.start > ground.end for m in sentence.of("AGAINST"))


def _put_against(bound: dict[str, Mention], sentence: Sentence) -> Mention | None:
    """ "Monday's game is X against Y": the side that stands right before the word that links it to the other."""
    between = [m for m in sentence.mentions if bound["first"].start <= m.start < bound["o"].start]
    for before, side, link in zip(between, between[1:], between[2:], strict=False):
        if side.kind == "TEAM" and link.kind == "AGAINST" and link.start - side.end == 1 and before.kind != "AT":
            return None if side.possessive or side.attributive else side
    return None


def _is_of_several(lower: str, bound: dict[str, Mention]) -> bool:
    """ "the home games with X and Y", "trips to X and Y"."""
    return _SEVERAL.search(lower, bound["first"].start, bound["o"].start) is not None


def _fills_its_line(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """A line of its own that holds a pairing and little else."""
    first, last = bound["first"], bound["last"]
    if sentence.shape.count(LETTER["VERSUS"]) > 1:
        return sentence.alone or _PLAYED.isdisjoint(sentence.shape)
    return sentence.alone and first.start - sentence.span.start < 30 and sentence.span.end - last.end < 60


def _is_one_of_two(lower: str, bound: dict[str, Mention]) -> bool:
    """ "X/Y v Z": which of the two plays is not known yet."""
    return any("/" in (lower[m.start - 1 : m.start], lower[m.end : m.end + 1]) for m in (bound["s"], bound["o"]))


def _is_noun(lower: str, mention: Mention) -> bool:
    """ "the trip to X", "the visit of X": whose it is the words before need not say."""
    return lower.startswith(_TRIPS, mention.start)


def _explained(what: Mention, sentence: Sentence) -> Mention | None:
    """ "host their old rivals, X, on Saturday": the name between commas that says whom the words before mean."""
    if what.kind == "TEAM":
        return None
    at = next((i for i, m in enumerate(sentence.mentions) if m is what), 0)
    comma, name = [*sentence.mentions[at + 1 : at + 3], None, None][:2]
    if comma is None or name is None or comma.kind != "COMMA" or comma.start != what.end:
        return None
    return name if name.kind == "TEAM" and name.start - comma.end <= 1 and not name.possessive else None


def _heads_a_list(mention: Mention, sentence: Sentence) -> bool:
    """ "will host X, Y and Z": a tournament, no match."""
    following = [m.kind for m in sentence.mentions[sentence.mentions.index(mention) + 1 :][:3]]
    plays = following[2:] and following[2] in ("TRAVEL", "HOST", "FIXTURE", "HYPOTHETICAL", "BE")
    return following[:2] == ["COMMA", "TEAM"] and not plays and not sentence.alone
