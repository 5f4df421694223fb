"""What a goal's sentence says of the side it counts for: "for X", "gave X the lead", "X's second", "X led", "but".

In: a goal, the two sides of its match, who of them was at home as far as that is known or tried. Out: votes for
either side; where the sentence names none, what the sentences before are about, the other way round behind a "but" or
where that side fell behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from flows.extract.cast.nicknames import KIND as NICKNAME
from flows.extract.goals.sides.side_cues import (
    ANSWERED,
    BEHIND,
    BUT,
    BY_WHICH,
    CAME_FROM,
    CAME_FROM_THEM,
    COLLAPSED,
    DEALT_A_BLOW,
    DONE_TO,
    FARED,
    FARED_ILL,
    FELL_BEHIND_TO,
    GAVE,
    HELD_OUT,
    HIT_BACK,
    IN_CONTROL,
    LEADING,
    NO_GOALS,
    OPENS_WITH,
    SAW,
    SO_MUCH_TO,
    SPARES,
    SUCCUMBED_TO,
    THEIR_NET,
    TO_THEIR_RELIEF,
    TURNED,
    UNDONE,
    VICTIM,
    WHOSE,
    WOE_FOR,
)
from flows.extract.goals.told import GoalTold, Telling
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

SAID, OWNED, SUBJECT, NEARBY, EARLIER = 6.0, 4.0, 2.0, 1.0, 0.5
_INTO = tuple(f" {word} {the}" for word in ("in", "into", "towards", "at", "on") for the in ("", "the "))
_SO_REACH, _FARED_SO, _ADJOINS = 90, 3.0, 6
_GOALS = frozenset({"GOAL_NOUN", "SECOND", "THIRD", "ONWARD", "ORDINAL", "LEAD", "IN_PLAY"})
_DESCRIBES = frozenset({"NATIONALITY", "ROLE", "AGE"})
_OPPOSED = frozenset({"AGAINST", "BY", "WIN", "AT", "HOST", "TO", "TRAVEL", "FROM", "OF", "VERSUS", "WITH"})
_ONCE = ("former ", "ex-", "one-time ", "onetime ", "erstwhile ")
_GUESSED = 0.4  # what a side known only as somebody's men or by an unknown nickname counts for
_BROKEN = 40  # letters: "struck late on to break X hearts"
_REPLY = 60
_WORDS = frozenset({"TEAM", "NAME"})
_WORD = 4  # letters


def side_called(name: str, pair: tuple[str, str]) -> str | None:
    """The one side of two whose name begins or ends with these words: "Thistle" of Dalmore Thistle and Kirkbrae."""
    called = [team for team in pair if team.startswith(f"{name} ") or team.endswith(f" {name}")]
    return called[0] if len(called) == 1 else None


def side_like(name: str, pair: tuple[str, str]) -> str | None:
    """The one side of two that shares a word with another name of it: "Crew SC" and Columbus Crew."""
    words = {word for word in name.split() if len(word) >= _WORD}
    alike = [team for team in pair if words & set(team.split())]
    return alike[0] if len(alike) == 1 else None


class SideWords:
    """Reads the sentences of one match's goals, with one of its sides at home or neither."""

    def __init__(self, state: StoryState, pair: tuple[str, str], home: str | None, told_at: Sequence[Telling]) -> None:
        self.state, self.pair, self.home = state, pair, home
        self.lower = state.text.lower
        self.told_at = told_at

    def of(self, goal: GoalTold, until: int) -> dict[str, float]:
        """Votes for either side, of what stands before a place of the sentence."""
        votes: dict[str, float] = {}
        mentions = goal.sentence.mentions
        for index, mention in enumerate(mentions):
            team = self.side(mention, goal.sentence) if mention.start < until else None
            if team is None:
                continue
            weight = self._weight(goal, mentions, index)
            if mention.kind == "EPITHET" and self._is_guessed(mention):
                weight *= _GUESSED
            side = team if weight > 0 else self._other(team)
            if weight != 0:
                votes[side] = max(votes.get(side, 0.0), abs(weight))
        return votes or self._behind_by(goal) or self._earlier(goal)

    def _behind_by(self, goal: GoalTold) -> dict[str, float]:
        """ "The leaders fell behind when X struck", whoever they are: the goal of those of whom the story does not
        speak."""
        behind = BEHIND.search(self.lower, goal.sentence.span.start, goal.start)
        if behind is None or not BY_WHICH.search(self.lower, behind.end(), goal.start):
            return {}
        side = self.state.centers.about(goal.sentence, behind.start())
        if side not in self.pair:
            told = self.state.sentences[max(0, goal.sentence.number - 2) : goal.sentence.number]
            side = next((team for s in reversed(told) if (team := self._subject_of(s)) is not None), None)
        if side is None:
            return {}
        answered = " but " in self.lower[behind.end() : goal.start]
        return {side if answered else self._other(side): SUBJECT}

    def side(self, mention: Mention, sentence: Sentence) -> str | None:
        """Which of the two sides a mention means, None where it means neither or nothing tells."""
        if mention.kind in ("SIDE_HOME", "SIDE_AWAY"):
            return self._host_or_guest(mention, sentence)
        if mention.kind in _WORDS:
            team = mention.value if mention.kind == "TEAM" else None
            return str(team) if team in self.pair else side_called(mention.text, self.pair)
        if mention.kind == "THEY" and mention.text.lower() not in ("they", "their"):
            return None
        if mention.kind not in ("EPITHET", "THEY") or (mention.kind == "EPITHET" and mention.value[0] == "HE"):
            return None
        if mention.kind == "EPITHET" and mention.value[0] == "NATIONALITY":
            country = side_called(str(mention.value[1]), self.pair)
            if country is not None:
                return country
        side = self.state.side(mention, sentence)
        return side if side in self.pair else None

    def _host_or_guest(self, mention: Mention, sentence: Sentence) -> str | None:
        if self.home is None:
            side = self.state.side(mention, sentence)
            return side if side in self.pair else None
        return self.home if mention.kind == "SIDE_HOME" else self._other(self.home)

    def _other(self, team: str) -> str:
        return self.pair[1] if team == self.pair[0] else self.pair[0]

    def _is_guessed(self, epithet: Mention) -> bool:
        """Whether only its place tells which side it means: a nickname that no list knows, the men of somebody of whom
        the story does not say whose coach or player he is."""
        kind, leader = epithet.value[:2]
        known = leader in self.state.cast.told_coaches or leader in self.state.cast.plays_for
        return kind == NICKNAME or (kind == "PERSON" and not known)

    def _weight(self, goal: GoalTold, mentions: list[Mention], index: int) -> float:
        """How much a side's mention speaks for it having scored; below zero for the other one."""
        mention = mentions[index]
        before = mentions[index - 1] if index else None
        after = mentions[index + 1] if index + 1 < len(mentions) else None
        if mention.kind == "TEAM" and self.lower.endswith(_ONCE, 0, mention.start):
            him = next((m for m in mentions[index + 1 : index + 4] if m.kind == "PERSON"), None)
            return -SUBJECT if him is not None and goal.same_scorer(str(him.value)) else 0
        if mention.kind == "TEAM" and CAME_FROM_THEM.search(self.lower, max(0, mention.start - 60), mention.start):
            him = next((m for m in reversed(mentions[:index]) if m.kind == "PERSON"), None)
            return -SUBJECT if him is not None and goal.same_scorer(str(him.value)) else 0
        if mention.start > goal.end and self._fell_behind_first(goal, mentions, index):
            return -SAID  # "Despite going behind to Hale's header, X won"
        broken = self.lower.startswith(" hearts", mention.end) and "break" in self.lower[goal.at : mention.start]
        if goal.at <= mention.start < goal.end + _BROKEN * broken and self.lower.startswith(" hearts", mention.end):
            return -SAID  # "broke Harland hearts"
        if goal.start < mention.start < goal.end + _REPLY and self._is_beaten(mention):
            return -OWNED
        if mention.text.lower() == "their":
            owned = after is not None and after.kind in _GOALS and after.start - mention.end < 24
            owned = owned and NO_GOALS.match(self.lower, mention.end) is None
            return OWNED if owned and after is not None and abs(after.start - goal.end) < 40 else 0
        if WOE_FOR.search(self.lower, max(0, mention.start - 60), mention.start):
            return -SUBJECT
        adjoins = before is not None and mention.start - before.end < 8
        if goal.end <= mention.start < goal.end + 110 and adjoins and DEALT_A_BLOW.match(self.lower, mention.end):
            return -SAID  # "struck late to hand X a first defeat"
        if goal.end <= mention.start < goal.end + _REPLY and not mention.possessive and self._is_done_to(goal, mention):
            return -SAID
        if goal.end <= mention.start < goal.end + 110 and before is not None and before.kind == "GIVE_LEAD" and adjoins:
            others = [m for m in mentions[:index] if m.kind == "PERSON" and m.start >= goal.end]
            return 0 if any(not goal.same_scorer(str(m.value)) for m in others) else SAID
        if goal.at <= mention.start < goal.end and GAVE.search(self.lower[goal.at : mention.start]):
            return SAID
        opposed = adjoins and before is not None and before.kind in _OPPOSED  # "to earn a 1-1 draw with X"
        opposed = opposed and before is not None and not GAVE.search(self.lower[before.end : mention.start])
        if (
            goal.end <= mention.start < goal.end + 110
            and not opposed
            and GAVE.search(self.lower[goal.end : mention.start])
        ):
            return SAID
        if goal.end <= mention.start < goal.end + 70 and self._in_control(goal, mention):
            return OWNED
        if mention.end < goal.end and self._answers(mention, goal):
            return OWNED
        if mention.end < goal.start and self._is_whose(goal, mention):
            return SAID if goal.kind != "own_goal" else -SAID  # "Harland, whose Jon Hale put it into his own net"
        if (goal.end <= mention.start or mention.end <= goal.at) and self._answer(mention):
            return OWNED if mention.end <= goal.at else -OWNED
        beaten = before is not None and before.kind in ("AGAINST", "BY", "WIN", "AT", "HOST") and adjoins
        following = mentions[index + 2 : index + 5]
        if goal.end <= mention.start and not beaten and after is not None and _is_up(after, following):
            return OWNED
        if goal.start <= mention.start < goal.end + 50 and self._is_for(goal, mention):
            return SAID
        if mention.possessive and after is not None and after.start - mention.end < 24:
            after = next((m for m in mentions[index + 1 : index + 5] if m.kind not in _DESCRIBES), after)
            if after.kind in _GOALS and abs(after.start - goal.end) < 40:
                return -OWNED if UNDONE.search(self.lower, max(0, mention.start - 24), mention.start) else OWNED
            if after.kind == "PERSON":
                return OWNED if goal.same_scorer(str(after.value)) else 0
        if mention.possessive and self._is_spared(goal, mention):
            return SAID
        if beaten:
            return -NEARBY
        if goal.start < mention.start < goal.at and before is not None and before.kind == "FOR" and adjoins:
            return OWNED
        if goal.end <= mention.start < goal.end + _SO_REACH and (fared := self._fared_so(mention, before)):
            return fared
        if mention.start > goal.end or mention.possessive:
            return 0
        if _against_them(self.lower, mention):
            return -SAID
        if SUCCUMBED_TO.match(self.lower, mention.end, goal.end) and not goal.cancelled:
            return SUBJECT if HIT_BACK.search(self.lower, mention.end, goal.at) else -SAID
        if COLLAPSED.match(self.lower, mention.end):
            return SUBJECT if goal.cancelled else -SUBJECT
        if LEADING.match(self.lower, mention.end, goal.at):
            return OWNED
        if (behind := HELD_OUT.search(self.lower, mention.end, max(mention.end, goal.at))) is not None:
            return SUBJECT if HIT_BACK.search(self.lower, behind.end(), goal.end) else -SUBJECT
        if (turn := _turned(self.lower, mentions[index + 1 :], mention.end, goal)) != 0:
            return turn
        if _new_subject(mentions[index + 1 :], goal):
            return EARLIER
        return SUBJECT if index == 0 or before is None or before.kind in ("SUBORDINATE", "COMMA", "AND") else NEARBY

    def _fell_behind_first(self, goal: GoalTold, mentions: list[Mention], index: int) -> bool:
        """Whether a side is the first named behind an opening that tells how it fell behind."""
        if FELL_BEHIND_TO.match(self.lower, goal.sentence.span.start, goal.start) is None:
            return False
        earlier = any(m.kind in SIDES for m in mentions[:index])
        return not earlier and self.lower.rfind(", ", goal.end - 1, mentions[index].start) >= 0

    def _answer(self, mention: Mention) -> bool:
        """ "with Harland replying through Kell", "before the visitors hit back": whose goal answers others."""
        answered = ANSWERED.match(self.lower, mention.end) is not None
        return answered and BUT.search(self.lower, max(0, mention.start - 16), mention.start) is not None

    def _is_whose(self, goal: GoalTold, mention: Mention) -> bool:
        """ "held by Harland, whose Jon Hale levelled", "beat Harland, who had Hale's opener cancelled out"."""
        if self.lower.find(" who", mention.end, goal.start + 1) < 0:
            return False
        return WHOSE.match(self.lower, mention.end, goal.start) is not None

    def _is_spared(self, goal: GoalTold, mention: Mention) -> bool:
        """ "an own goal spared Harland's blushes", "much to Marden's relief", where no other goal is told between."""
        if mention.start < goal.end or any(goal.end < start < mention.start for start, *_ in self.told_at):
            return False
        head = self.lower[max(0, mention.start - 16) : mention.start]
        return TO_THEIR_RELIEF.match(self.lower, mention.end) is not None and SPARES.search(head) is not None

    def _is_beaten(self, mention: Mention) -> bool:
        """ "into the Harland net", "past Harland's keeper"; "the Harland goal" is one that they scored."""
        net = THEIR_NET.match(self.lower, mention.end)
        return net is not None and (net["goal"] is None or self.lower.endswith(_INTO, 0, mention.start))

    def _is_done_to(self, goal: GoalTold, mention: Mention) -> bool:
        """ "his late header denied X victory": whom the goal itself did something to."""
        return goal.rule.startswith("goal.noun") and DONE_TO.search(self.lower, goal.end, mention.start) is not None

    def _in_control(self, goal: GoalTold, mention: Mention) -> bool:
        """ "goals from X and Y had Harland on course", "After goals from X and Y, Harland were poised to win"."""
        if goal.rule != "goal.noun.from" or not IN_CONTROL.match(self.lower, mention.end):
            return False
        opens = OPENS_WITH.match(self.lower, goal.sentence.span.start)
        return bool(opens or SAW.match(self.lower, goal.end, mention.start))

    def _answers(self, mention: Mention, goal: GoalTold) -> bool:
        """ "X's reply came from Kell", "X's goals were scored by Kell and Orr", where no other goal stands between."""
        if not mention.possessive or not CAME_FROM.match(self.lower, mention.end - 2):
            return False
        return not any(mention.end <= start < goal.start - _REPLY for start, *_ in self.told_at)

    def _fared_so(self, mention: Mention, before: Mention | None) -> float:
        """ "scored twice as Harland came from behind": theirs; "struck late as Marden lost again": the others'."""
        if before is None or before.text.lower() not in ("as", "when") or mention.start - before.end > _ADJOINS:
            return 0
        if FARED.match(self.lower, mention.end):
            return _FARED_SO
        return -SUBJECT if FARED_ILL.match(self.lower, mention.end) else 0

    def _is_for(self, goal: GoalTold, mention: Mention) -> bool:
        """ "hit back for the visitors", where no other goal is told between."""
        if any(goal.end < start < mention.start for start, *_ in self.told_at):
            return False
        between = (m for m in goal.sentence.mentions if m.possessive and goal.end <= m.start < mention.start)
        if any(m.kind == "PERSON" and not goal.same_scorer(str(m.value)) for m in between):
            return False
        head = self.lower[max(0, mention.start - 10) : mention.start]
        return head.endswith((" for ", " for the ", " for his ")) or SO_MUCH_TO.search(head) is not None

    def _earlier(self, goal: GoalTold) -> dict[str, float]:
        """The side that the sentences before are about; the other one where that side fell behind, or after "But"."""
        lower = self.lower
        index = goal.sentence.number
        turned = bool(TURNED.match(lower, goal.sentence.span.start))
        for sentence in reversed(self.state.sentences[max(0, index - 2) : index]):
            if any(sentence.span.start <= start < goal.sentence.span.start for start, *_ in self.told_at):
                return {}
            team = self._subject_of(sentence)
            if team is not None:
                behind = BEHIND.search(lower, *sentence.span) is not None
                side = self._other(team) if behind != turned else team
                return {side: NEARBY if behind or turned else EARLIER}
        return {}

    def _subject_of(self, sentence: Sentence) -> str | None:
        """The side of the pair a sentence is about: told first and not as somebody's opponent."""
        before: Mention | None = None
        for mention in sentence.mentions:
            told = mention.kind in SIDES or (mention.kind == "THEY" and mention.text.lower() == "they")
            opposed = before is not None and before.kind in _OPPOSED and mention.start - before.end < 12
            team = self.state.side(mention, sentence) if told and not opposed else None
            if team in self.pair:
                return team
            before = mention
        return None


def _against_them(lower: str, mention: Mention) -> bool:
    """ "made Marden pay", "punished the hosts", "silenced the home crowd"."""
    return VICTIM.search(lower, max(0, mention.start - 16), mention.start) is not None


def _turned(lower: str, following: list[Mention], start: int, goal: GoalTold) -> float:
    """What a "but" between side and goal says: with another man behind it the goal is the others', else perhaps."""
    between = [*[m for m in following if m.start < goal.at], *[m for m in following if m.start >= goal.at][:1]]
    contrasted = any(
        one.text.lower() == "but" and two.kind in ("PERSON", "NAME") and two.start - one.end < 16
        for one, two in pairwise(m for m in between if m.kind not in _DESCRIBES)
    )
    contrasted = contrasted or lower.find(" only for ", start, goal.end) >= 0
    return -NEARBY if contrasted else -EARLIER if lower.find(", but ", start, max(start, goal.at)) >= 0 else 0.0


def _new_subject(following: list[Mention], goal: GoalTold) -> bool:
    """Whether another's clause stands between side and goal: "they retreated, Orr hit a post and Beck scored"."""
    between = [m for m in following if m.start < goal.at]
    heads = [two for one, two in pairwise(between) if one.kind in ("COMMA", "AND") and two.kind == "PERSON"]
    return len([m for m in heads if not goal.same_scorer(str(m.value))]) > 0


def _is_up(after: Mention, following: list[Mention]) -> bool:
    """ "the visitors were 2-0 up": the score stands for those who lead."""
    return after.kind in ("BE", "IN_PLAY", "LIVE_SCORE") and any(
        m.kind == "LIVE_SCORE" and m.value[0] > m.value[1] for m in [after, *following]
    )
