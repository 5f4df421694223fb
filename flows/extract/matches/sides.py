"""Which sides a result is about: the subject that fared so and the other one, said or unsaid.

A possessive before the score, the nearest subject of the clause, the antecedent of a pronoun; the hosts of the ground
named, an object in the clause, the story's opponent. Prepositions and verbs of winning make an object of what follows
them.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from flows import vocabulary
from flows.extract.matches.club_towns import club_called
from flows.extract.matches.grounds_told import at_home_in
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence, objective, spoken_of

_VERBS = frozenset({"WIN", "BEATEN", "LOSE", "DRAW", "WIN_INTRANSITIVE"})
_AWAY_BEFORE = re.compile(r"\b(?:away|on the road)(?: [a-z]+)? $")
_HOME_BEFORE = re.compile(
    r"\b(?:home(?: [a-z]+)?|on (?:their|its|his|our) own (?:patch|turf|ground|soil|pitch|territory),?(?: an?)?) $"
)
_WITH = re.compile(r"\b(?:run|record|start|streak|lead|hopes|dreams?) (?:with|by)\b")
_FORMER = re.compile(r"\b(?:former|ex|one-?time|erstwhile)[ -](?:[\w-]+ )?$")
_LINKS = frozenset({"AT", "TO", "AGAINST", "BY", "WITH", "TRAVEL", "HOST"})
_RESULTS = frozenset({"DRAW_NOUN", "WIN_NOUN", "LOSS_NOUN", "SCORE", "FIXTURE_NOUN"})
_OPENINGS = _VERBS | {"IN_PLAY"}
_OPENING = 8
_ADOPT_AFTER = frozenset({"ON", "AGAINST", "BY", "VERSUS", "WIN", "SCORE", "TO"})


class Sides:
    """Answers for one story."""

    def __init__(self, state: StoryState) -> None:
        self.state = state

    def side(self, mention: Mention, sentence: Sentence, bound: dict[str, Mention]) -> str | None:
        if mention.kind != "NAME":
            return self.state.side(mention, sentence)
        before = previous(sentence, mention)
        line = bound["first"] is mention or bound["last"] is mention
        adjacent = ("x" in bound and abs(bound["x"].start - mention.end) < 3) or (
            "x" in bound and abs(mention.start - bound["x"].end) < 3
        )
        closed = before is not None and before.kind == "CLOSE" and bound["last"] is mention
        adjacent = adjacent or (closed and "x" in bound and mention.start - bound["x"].end < 12)
        if (before is not None and before.kind in _ADOPT_AFTER) or (line and adjacent):
            return self.state.cast.adopt(mention)
        return None

    def subject(self, bound: dict[str, Mention], sentence: Sentence, objects: list[str | None]) -> str | None:
        """The side that fared so: a possessive before the score, else the nearest subject, else the story's."""
        here, best = self._here(bound, sentence, objects)
        if here is not None or sentence.headline:
            return here
        team = self.state.subject_before(bound["first"], sentence)
        if team is not None and self.state.cast.clubs[team] < 2:
            team = self._topic(team, objects)
        return self._compatriots(team, objects) if team is not None else best

    def behind_an_opening(self, bound: dict[str, Mention], sentence: Sentence, objects: list[str | None]) -> str | None:
        """ "Beaten 2-1 a week ago, X won": of an opening without a subject the side that the main clause opens with."""
        first = bound["first"]
        if sentence.headline or first.kind not in _OPENINGS or first.start - sentence.span.start > _OPENING:
            return None
        index = next((i for i, m in enumerate(sentence.mentions) if m is first), 0)
        if any(m.kind in SIDES or m.kind in ("PERSON", "THEY", "WE", "HE") for m in sentence.mentions[:index]):
            return None
        for comma, side in pairwise(sentence.mentions[index:]):
            if comma.kind == "COMMA" and comma.start >= bound["last"].end:
                beside = side.kind in SIDES and side.start - comma.end <= _OPENING
                team = self.state.side(side, sentence) if beside and not side.possessive else None
                return team if team is not None and team not in objects and may_meet_all(team, objects) else None
        return None

    def here(self, bound: dict[str, Mention], sentence: Sentence, objects: list[str | None]) -> str | None:
        """The side that the sentence itself says fared so."""
        return self._here(bound, sentence, objects)[0]

    def _here(
        self, bound: dict[str, Mention], sentence: Sentence, objects: list[str | None]
    ) -> tuple[str | None, str | None]:
        """The side that the sentence says fared so, and one that only stands in it."""
        state = self.state
        anchor = bound["first"]
        best: str | None = None
        before = [m for m in sentence.mentions if m.start < anchor.start]
        for index in range(len(before) - 1, -1, -1):
            mention = before[index]
            if mention.kind in ("THEY", "WE") or mention.kind in SIDES:
                team = state.side(mention, sentence)
            elif mention.kind == "WHO" and mention.text.lower() != "whose" and not _tells_of_side(before, index):
                break
            else:
                continue
            if team is None or team in objects or not may_meet_all(team, objects) or self._is_bygone(mention):
                continue
            if mention.possessive and anchor.kind in _VERBS and not _adjoins_people(before, index):
                continue  # "cutting X's lead by beating Y"
            if mention.possessive and _WITH.search(state.text.lower, mention.end, anchor.start):
                continue  # "ended X's run with a 3-1 win"
            alone = all(m.kind in ("BE", "HAVE") for m in before[index + 1 :])
            if is_listed(before, index) and not (alone and anchor.start - mention.end <= 12):
                best = best or team
                continue
            if index and before[index - 1].kind == "FROM" and mention.start - before[index - 1].end < 4:
                continue  # "since his move from X"
            adjoining = index == len(before) - 1 and anchor.start - mention.end <= 2 and anchor.kind == "WIN"
            owners = mention.kind == "THEY" and mention.text.lower() == "their"
            if (
                adjoining
                or owners
                or spoken_of(sentence.mentions, index)
                or mention.possessive
                or not objective(before, index)
            ):
                return team, best
            if not _was_met(before, index):
                best = best or team
        if best is not None and (state.main is None or state.main.has(best)):
            return best, best
        if before and before[-1].kind == "NAME" and not sentence.quoted and anchor.start - before[-1].end <= 2:
            return state.cast.adopt(before[-1]), best
        return None, best

    def _is_bygone(self, mention: Mention) -> bool:
        """ "the former Porto coach": no side of what he does now."""
        return bool(_FORMER.search(self.state.text.lower, max(0, mention.start - 24), mention.start))

    def _topic(self, team: str, objects: list[str | None]) -> str:
        """The story's own side in the place of one that it names once."""
        told = self.state.cast.clubs
        mine = [c for c in told if c not in objects and may_meet_all(c, objects)]
        first = self.state.focus
        best = max(mine, key=lambda c: told[c] + 1.5 * (c == first), default=team)
        return best if told[best] >= 3 else team

    def _compatriots(self, team: str, objects: list[str | None]) -> str | None:
        """The side itself, or the national side a story tells most where a club cannot have played the objects."""
        if may_meet_all(team, objects):
            return team
        told = [club for club, _ in self.state.cast.clubs.most_common() if club not in objects]
        return next((club for club in told if is_national(club) and may_meet_all(club, objects)), None)

    def after(self, mention: Mention, sentence: Sentence, objects: list[str | None]) -> str | None:
        """The first side after a result and not its object: "a 2-0 victory over X took Y into the last four"."""
        for later in sentence.mentions:
            if later.start > mention.start and later.kind in SIDES:
                team = self.state.side(later, sentence)
                if team is not None and team not in objects and may_meet_all(team, objects):
                    return team
        return None

    def they_as_object(self, bound: dict[str, Mention], sentence: Sentence) -> str | None:
        """ "beat them": the side the sentence before is about, which is not the one that beats."""
        subject = self.subject(bound, sentence, [])
        index = sentence.number
        earlier = reversed(self.state.sentences[max(0, index - 2) : index])
        told = [side for s in earlier if (side := self.state.subject_of(s)) not in (None, subject)]
        focus, main = self.state.focus, self.state.main
        if focus is not None and focus != subject and (not told or focus in told or len(told) < 2):
            return focus
        return told[0] if told else main.opponent(subject) if main is not None else None

    def other(self, sentence: Sentence, subject: str, anchor: Mention, last: Mention | None = None) -> str | None:
        """Whom the subject played where no one says: the hosts of the ground, an object in the clause, the story's
        opponent, the side the story tells most."""
        state, main = self.state, self.state.main
        hosts = self._host_after(sentence, anchor, last or anchor)
        if hosts is not None and main is not None and main.has(subject) and not main.has(hosts):
            hosts = self._opponent_of_town(sentence, str(main.opponent(subject)), anchor) or hosts
        if hosts is not None and hosts != subject and may_meet(hosts, subject):
            return hosts
        opposed = self._opposed(sentence, subject, anchor)
        if opposed is not None:
            return opposed
        mine, others = 0, []
        for index, mention in enumerate(sentence.mentions):
            team = state.side(mention, sentence) if mention.kind in SIDES else None
            if team == subject and mention.start < anchor.start:
                mine = mention.start
            elif team is not None and team != subject and may_meet(team, subject):
                others.append((mention, team, objective(sentence.mentions, index)))
        clause = [
            team
            for m, team, object_ in others
            if (m.start > mine and m.start < anchor.start and object_)
            or (m.start > anchor.start and object_ and not m.attributive)
        ]
        if clause:
            return clause[0]
        here = {team for _, team, _ in others}
        if (
            main is not None
            and main.has(subject)
            and (not here or main.opponent(subject) in here or sentence.paragraph <= 1)
        ):
            return main.opponent(subject)
        facing = [team for m, team, _ in others if m.start < mine and self._against_between(sentence, m.start, mine)]
        if facing:
            return facing[-1]
        told = self._told_before(sentence, subject)
        if told is not None:
            return told
        clubs = state.cast.clubs
        if state.focus is not None and state.focus != subject and may_meet(state.focus, subject):
            return state.focus
        return next((club for club, _ in clubs.most_common() if club != subject and may_meet(club, subject)), None)

    def _opposed(self, sentence: Sentence, subject: str, anchor: Mention) -> str | None:
        """Whom the clause before set against the subject by name: "X's tactics against Y, before Y won 2-1"."""
        if LETTER["AGAINST"] not in sentence.shape:
            return None
        for one, link, two in zip(sentence.mentions, sentence.mentions[1:], sentence.mentions[2:], strict=False):
            if two.end > anchor.start:
                return None
            if link.kind == "AGAINST" and one.kind == two.kind == "TEAM" and two.start - link.end < 6:
                pair = [self.state.side(one, sentence), self.state.side(two, sentence)]
                if subject in pair and pair[0] != pair[1]:
                    return pair[pair[0] == subject]
        return None

    def _against_between(self, sentence: Sentence, start: int, end: int) -> bool:
        return any(m.kind in ("AGAINST", "WITH", "BY") and start < m.start < end for m in sentence.mentions)

    def _told_before(self, sentence: Sentence, subject: str) -> str | None:
        """The other side told last in the same paragraph, or in the sentence just before it."""
        index = sentence.number
        nearby = [s for s in self.state.sentences[max(0, index - 3) : index] if s.paragraph == sentence.paragraph]
        nearby = nearby or self.state.sentences[max(0, index - 1) : index]
        told = [t for s in reversed(nearby) for m in reversed(s.mentions) if (t := self.told(m, s)) is not None]
        return next((t for t in told if t != subject and may_meet(t, subject)), None)

    def _opponent_of_town(self, sentence: Sentence, opponent: str, anchor: Mention) -> str | None:
        """The story's opponent where it comes from a town told behind a result."""
        places = [m for m in sentence.mentions if m.kind == "PLACE" and m.start > anchor.start]
        return opponent if any(at_home_in(opponent, p.text) for p in places) else None

    def _host_after(self, sentence: Sentence, anchor: Mention, last: Mention) -> str | None:
        """The club whose ground a result is told at: "winning 4-3 at the Mestalla"."""
        following = [m for m in sentence.mentions if m.start >= anchor.start]
        for mention, after in pairwise(following):
            if mention.kind == "AT" and after.kind == "GROUND" and mention.start - anchor.start < 30:
                return self.told(after, sentence) or self._whose_ground(after, sentence)
            if (
                mention.kind == "IN"
                and after.kind == "PLACE"
                and (mention.start - anchor.end < 22 or 0 <= mention.start - last.end < 4)
                and after.start - mention.end <= 2
            ):
                return club_called(after.text)
        return None

    def told(self, mention: Mention, sentence: Sentence) -> str | None:
        if mention.kind in SIDES:
            return self.state.side(mention, sentence)
        if mention.kind == "GROUND":
            clubs = [club_name(i) for i in mention.value if club_name(i) in self.state.cast.clubs]
            return clubs[0] if len(clubs) == 1 else None
        return None

    def _whose_ground(self, ground: Mention, sentence: Sentence) -> str | None:
        """ "beaten 3-0 at Anfield" in a story that names no other side of it: the one club at home there, unless the
        match is of a round that is played on neutral ground."""
        if len(ground.value) != 1 or any(m.value in ("final", "semi-final") for m in sentence.of("ROUND")):
            return None
        main, club = self.state.main, club_name(ground.value[0])
        own = main is not None and any(club_name(i) in (main.team_1, main.team_2) for i in ground.value)
        return None if own or is_national(club) else club

    def home_of_bare(self, bound: dict[str, Mention], subject: str, other: str) -> str | None:
        """ "lost 1-0 at home", "a 2-0 away win": where nobody is named beside the score."""
        lower = self.state.text.lower
        words = f"{lower[bound['first'].start : bound['last'].end]} "
        after = lower[bound["last"].end : bound["last"].end + 16]
        ahead = lower[max(0, bound["first"].start - 8) : bound["first"].start]
        patch = lower[max(0, bound["first"].start - 30) : bound["first"].start]
        if after.startswith((" at home", " on home soil")) or " home " in words or _HOME_BEFORE.search(patch):
            return subject
        if after.startswith((" away", " on the road")) or " away " in words or ahead.endswith(" away "):
            return other
        return None

    def home_by_words(self, bound: dict[str, Mention], sentence: Sentence, subject: str, other: str) -> str | None:
        if bound["o"].kind in ("SIDE_HOME", "SIDE_AWAY"):
            return other if bound["o"].kind == "SIDE_HOME" else subject
        before = previous(sentence, bound["o"])
        text = self.state.text.lower[bound["first"].start : bound["last"].end]
        after = self.state.text.lower[bound["last"].end : bound["last"].end + 14]
        ahead = self.state.text.lower[max(0, bound["first"].start - 30) : bound["first"].start]
        beside = self.state.text.lower[max(0, bound["o"].start - 10) : bound["o"].start]
        if beside.endswith((" hosts ", "hosts, ")):
            return other
        if beside.endswith((" visitors ", " visiting ")):
            return subject
        if _AWAY_BEFORE.search(ahead):
            return other
        if _HOME_BEFORE.search(ahead):
            return subject
        if before is not None and before.kind == "TRAVEL" and before.text.lower() == "visiting":
            return subject
        if "home" in text.split() or "home to" in text or after.startswith((" at home", " on home")):
            return subject
        if after.startswith(" away"):
            return other
        if before is not None and before.kind in ("AT", "TRAVEL"):
            return other
        return other if "away" in text.split() else None


@cache
def is_national(team: str) -> bool | None:
    """Whether a side, or the side whose women or juniors it is, is a country's; None for one that nobody knows."""
    national = _national_by_name()
    words = team.split(" ")
    return next((national[name] for n in (len(words), -1) if (name := " ".join(words[:n])) in national), None)


@cache
def _national_by_name() -> dict[str, bool]:
    return {club.name: club.national for club in vocabulary.clubs()}


def may_meet(one: str, two: str) -> bool:
    """A club, known or not, and a country's side meet in no competition."""
    return bool(is_national(one)) == bool(is_national(two))


def may_meet_all(team: str, objects: list[str | None]) -> bool:
    """Whether a side may have played each of the others told."""
    return all(may_meet(team, other) for other in objects if other is not None)


def _was_met(before: list[Mention], index: int) -> bool:
    """ "earned a 0-0 draw at X, and then ...": whom a result told before was against."""
    return index > 1 and before[index - 1].kind in _LINKS and before[index - 2].kind in _RESULTS


def _adjoins_people(before: list[Mention], index: int) -> bool:
    """Whether a possessive is followed by those who play: "Chelsea's players beat", "Chelsea's Jon Hale"."""
    return any(m.kind in ("SIDE_NOUN", "PERSON", "ROLE", "TEAM") for m in before[index + 1 : index + 3])


def _tells_of_side(mentions: list[Mention], index: int) -> bool:
    """Whether a "who" tells of a side named just before it, with at most an apposition between."""
    for mention in reversed(mentions[max(0, index - 5) : index]):
        if mention.kind in SIDES:
            return True
        if mention.kind not in ("COMMA", "SIDE_NOUN", "ORDINAL", "STANDING", "NATIONALITY", "ROLE"):
            return False
    return False


def is_listed(mentions: list[Mention], index: int) -> bool:
    """The second of "wins against X and Y"."""
    if index < 2 or mentions[index - 1].kind != "AND" or mentions[index].start - mentions[index - 1].end > 5:
        return False
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    if following is not None and following.kind in _VERBS and following.start - mentions[index].end <= 12:
        return False  # "drew with X and Y lost"
    return mentions[index - 2].kind in SIDES and objective(mentions, index - 2) and not mentions[index].possessive


def is_object(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "a 4-0 rout of X" has X for its object; in "the 4-0 wins of X" X won."""
    inside = [m for m in sentence.mentions if bound["first"].start <= m.start < bound["o"].start]
    if not any(m.kind == "OF" and bound["o"].start - m.end < 36 for m in inside[-3:]):
        return True
    noun = next(
        (
            m
            for m in sentence.mentions
            if m.kind in ("WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN") and bound["first"].start <= m.start < bound["o"].start
        ),
        None,
    )
    return noun is None or noun.value == "of"


def of_follows(noun: Mention, sentence: Sentence) -> bool:
    """ "the 4-0 wins of X and Y": results of others, told without their opponents."""
    following = [m for m in sentence.mentions if m.start > noun.start][:3]
    return bool(following) and following[0].kind == "OF" and following[0].start - noun.end <= 2


def previous(sentence: Sentence, mention: Mention) -> Mention | None:
    index = next((i for i, m in enumerate(sentence.mentions) if m is mention), 0)
    return sentence.mentions[index - 1] if index else None


def club_name(index: int) -> str:
    return vocabulary.clubs()[index].name
