"""Whose men "Varga's men" are where no words tell whom he leads: by who is named beside, by elimination, by the topic.

In: a story whose match is known. Out: a side, remembered in the cast's `coach_of`. What words do tell is settled later
(`coaches_told`) and overrules it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows import vocabulary
from flows.extract.cast.countries_told import only_employs
from flows.extract.text.beside import Before
from flows.extract.text.mentions import LETTER, Mention, of_kinds, where
from flows.extract.text.sentence import SIDES, Sentence, is_given, objective, spoken_of
from flows.extract.text.sought import Sought

if TYPE_CHECKING:
    from flows.extract.story import StoryState


_OPENING = 3  # letters
_BESIDE = 2  # mentions before his men: a name and "when"
_A_LINE = 8  # mentions that a bare result line stays below
_OUTCOMES = frozenset(LETTER[kind] for kind in ("WIN", "LOSE", "DRAW", "BEATEN", "WIN_INTRANSITIVE"))
_WHOSE_MEN = re.compile(r",? whose (?:[\w-]+ )?(?:men|side|team|charges|squad|players|troops)\b")
_BEATEN = Sought(r"\b(?:over|against|past|beat|beating|beaten|thrash\w+|defeat(?:ed|ing)|downed) (?:[\w-]+ ){0,3}$")
_MET_IN_A_RESULT = re.compile(  # "a 1-0 defeat at Brigg was enough for Varga's side"
    r"\b(?:defeat|loss|win|victory|draw|success|triumph|reverse|stalemate) (?:away |at home )?(?:at|to|by|against|over|"
    r"with) (?:the )?(?:[\w-]+ ){0,2}$"
)
_MEETS = frozenset({"AT", "TO", "AGAINST", "WITH", "BY", "TRAVEL", "HOST", "FIXTURE", "WIN"})
_BESIDE_A_SIDE = 6  # letters: " the "
_NOUNS = frozenset({"WIN_NOUN", "LOSS_NOUN"})
_REPLIED = re.compile(
    r" (?:(?:had|then|soon|duly|at last|finally|\w+ly) ){0,2}(?:pull(?:ed|s) (?:a|one|another|level|it back)|"
    r"repl(?:ied|y)|hit back|struck back|fought back|came back|clawed|responded|respond|rallied|answered|equali[sz]ed?|"
    r"level+ed|drew level|halved|reduced|cut the|got (?:a|one|it) back|restored parity|were (?:back|level))\b"
)
_OVERTAKEN_BY = Before(
    r"\b(?:cut|caught|overtaken|overhauled|leapfrogged|passed|replaced|displaced|usurped|joined|trimmed|reduced|"
    r"knocked off (?:the )?[a-z]+) (?:[a-z]+ )?by ",
    40,
)


class LedBy:
    """Answers for one story."""

    def __init__(self, state: StoryState) -> None:
        self._state = state

    def settle(self) -> None:
        """Resolve "X's men" in order of telling, once the story's match is known, so that later ones can go by
        elimination."""
        for sentence in self._state.sentences:
            for index in where(sentence.mentions, ("EPITHET",)):
                mention = sentence.mentions[index]
                if mention.value[0] == "PERSON" and mention.value[1] not in self._state.cast.coach_of:
                    self._note(mention.value[1], self._led(mention.value[1], mention, sentence, index))
            for index in where(sentence.mentions, ("PERSON",)) if LETTER["WHO"] in sentence.shape else ():
                mention = sentence.mentions[index]
                led = _WHOSE_MEN.match(self._state.text.lower, mention.end)
                if led is None or mention.value in self._state.cast.coach_of:
                    continue
                named = [m for m in sentence.mentions[index:] if m.kind == "TEAM" and m.start < led.end()]
                side = str(named[0].value) if named else self._led(mention.value, mention, sentence, index)
                self._note(mention.value, side)

    def _note(self, person: str, side: str | None) -> None:
        if side is not None:
            self._state.cast.coach_of[person] = side

    def _led(self, person: str, mention: Mention, sentence: Sentence, index: int) -> str | None:
        main = self._state.main
        before = sentence.mentions[index - 1] if index else None
        if main is None or person in self._state.cast.plays_for:
            return None
        if (labelled := self._label_of_paragraph(sentence)) is not None:
            return labelled
        if (rival := self._rival_beside(sentence.mentions, index)) is not None:
            return rival
        earlier = [m for m in sentence.mentions[:index] if m.kind == "TEAM"]
        if (
            before is not None
            and before.kind in ("AGAINST", "BY", "WITH", "WIN", "AT")
            and earlier
            and main.has(earlier[0].value)
        ):
            return main.opponent(earlier[0].value)
        between = {m.kind for m in sentence.mentions[:index] if earlier and m.start > earlier[-1].start}
        if earlier and mention.start - earlier[-1].end < 40 and "SUBORDINATE" in between and "COMMA" not in between:
            return str(earlier[-1].value)
        return self.side(person, mention, sentence)

    def _label_of_paragraph(self, sentence: Sentence) -> str | None:
        """ "Rovers: 70 points. Varga's men have taken 28 from 30": the side that a paragraph is told of."""
        sentences, first = self._state.sentences, sentence.number
        while first and sentences[first - 1].paragraph == sentence.paragraph:
            first -= 1
        return self._state.centers.label(sentences[first]) if first < sentence.number else None

    def _rival_beside(self, mentions: list[Mention], index: int) -> str | None:
        """ "can be overtaken by Kestle when Varga's men go to City": whom nobody knows beside the clause on his men."""
        if index < _BESIDE or mentions[index - 1].kind != "SUBORDINATE":
            return None
        name, link = mentions[index - 2 : index]
        beside = link.start - name.end == 1 and mentions[index].start - link.end == 1
        if name.kind != "NAME" or not beside or not _OVERTAKEN_BY.search(self._state.text.lower, name.start):
            return None
        return self._state.cast.adopt(name)

    def side(self, person: str, mention: Mention, sentence: Sentence | None) -> str | None:
        """Whose men they are: the club he plays for; else, of the story's two sides, the one another does not coach,
        or the last told."""
        teams = self._state.cast.plays_for.get(person)
        if teams:
            return teams.most_common(1)[0][0]
        main = self._state.main
        acting = None if sentence is None else self._acting(mention, sentence)
        if acting is not None and (main is None or not main.has(acting)):
            return acting
        if main is None:
            return self._topic_before(sentence) or self._only_side(mention, sentence)
        if sentence is not None and (own := self._of_its_paragraph(mention, sentence)) is not None:
            return own
        named = set() if sentence is None else {m.value for m in sentence.mentions if m.kind == "TEAM"}
        coached = {club for other, club in self._state.cast.coach_of.items() if other != person}
        if self._state.centers.topic not in named | coached and self._state.centers.rules_the_story(None):
            return self._state.centers.topic
        guest = self._away_at_a_ground(mention, sentence)
        if guest is not None:
            return guest
        aside = None if sentence is None else self._topic_aside(mention, sentence)
        if aside is not None:
            return aside
        free = [club for club in (main.team_1, main.team_2) if club not in coached]
        if len(free) == 1:
            return free[0]
        topic = self._main_topic(sentence, mention) or self._not_met(sentence)
        if topic is not None:
            self._state.cast.coach_of[person] = topic
            return topic
        before = [m for m in of_kinds(self._state.mentions, ("TEAM",)) if m.start < mention.start and main.has(m.value)]
        if not before:
            return None
        last = str(before[-1].value)
        gap = self._state.text.lower[before[-1].end : mention.start]
        beaten = _BEATEN.search(self._state.text.lower, max(0, before[-1].start - 40), before[-1].start)
        met = _MET_IN_A_RESULT.search(self._state.text.lower, max(0, before[-1].start - 48), before[-1].start)
        near = (beaten is not None or met is not None) and "." not in gap and "\n" not in gap
        side = main.opponent(last) if "against" in gap or " by " in gap or near else last
        if side is not None:
            self._state.cast.coach_of[person] = side
        return side

    def _of_its_paragraph(self, mention: Mention, sentence: Sentence) -> str | None:
        """In a paragraph that has so far named other sides than the story's two: the one of them that it is about."""
        sentences, main = self._state.sentences, self._state.main
        told: list[str] = []
        for earlier in reversed(sentences[: sentence.number + 1]):
            if earlier.paragraph != sentence.paragraph:
                break
            sides = {str(m.value) for m in earlier.mentions if m.kind == "TEAM" and m.start < mention.start}
            told += [side for side in sides if not only_employs(earlier, side)]
        if not told or main is None or any(main.has(side) for side in told):
            return None
        side, near = self._state.centers.found_before(mention, sentence)
        return side if near and side in told else None

    def _only_side(self, mention: Mention, sentence: Sentence | None) -> str | None:
        """ "It was X's third defeat and leaves Varga's side 12th": the one side that the sentence has named
        before, else the only one of the story."""
        before = [] if sentence is None else [m for m in sentence.mentions if m.start < mention.start]
        named = {str(m.value) for m in before if m.kind == "TEAM"}
        told = named or set(self._state.cast.clubs)
        return told.pop() if len(told) == 1 else None

    @staticmethod
    def _acting(mention: Mention, sentence: Sentence) -> str | None:
        """ "X have a new coach after Kader's side took two points": the one side of the sentence, its subject, where a
        clause with "after" or "as" goes on about it."""
        before = [m for m in sentence.mentions if m.start < mention.start]
        sides = [i for i, m in enumerate(before) if m.kind == "TEAM"]
        if len(sides) != 1 or not before or before[-1].kind != "SUBORDINATE":
            return None
        apart = mention.start - before[-1].end > 1 or before[-1].text.lower() in ("while", "whereas", "but")
        side = before[sides[0]]
        return None if apart or side.possessive or objective(before, sides[0]) else str(side.value)

    def _away_at_a_ground(self, mention: Mention, sentence: Sentence | None) -> str | None:
        """ "Hale's side, who last won at Weirside": not the side whose ground that is."""
        main = self._state.main
        behind = [m for m in sentence.mentions if m.start > mention.end][:5] if sentence is not None else []
        for verb, link, ground in zip(behind, behind[1:], behind[2:], strict=False):
            won = verb.kind in ("WIN_INTRANSITIVE", "LOSE", "DRAW") and link.kind == "AT" and ground.kind == "GROUND"
            if won and main is not None:
                owners = {vocabulary.clubs()[i].name for i in ground.value}
                here = [side for side in (main.team_1, main.team_2) if side in owners]
                return main.opponent(here[0]) if len(here) == 1 else None
        return None

    def _main_topic(self, sentence: Sentence | None, mention: Mention) -> str | None:
        """The one of the story's two sides that this sentence does not name behind it; where it names none, the one
        that the sentence or two before are about."""
        main = self._state.main
        if main is None or sentence is None:
            return None
        named = [m for m in sentence.mentions if m.kind == "TEAM" and main.has(m.value)]
        if any(m.start < mention.start for m in named):
            return None
        if len({m.value for m in named}) == 1 and not named[0].possessive:
            return main.opponent(named[0].value)
        replied = _REPLIED.match(self._state.text.lower, mention.end, sentence.span.end) is not None
        for earlier in reversed(self._state.sentences[max(0, sentence.number - 2) : sentence.number]):
            line = earlier.alone and LETTER["SCORE"] in earlier.shape and len(earlier.mentions) < _A_LINE
            if line and _OUTCOMES.isdisjoint(earlier.shape):
                continue  # a result line is about neither
            topic = self._of_its_man(earlier)
            topic = topic or self._about(earlier)
            if main.has(topic) and (earlier.paragraph == sentence.paragraph or self._opens_with(earlier, str(topic))):
                return main.opponent(topic) if replied else topic
        begins = sentence.number > 0 and self._state.sentences[sentence.number - 1].paragraph != sentence.paragraph
        lead = self._side_of_lead(sentence) if begins and not named else None
        if not main.has(lead):
            return None
        return self._who_replies(str(lead)) if replied else lead

    def _not_met(self, sentence: Sentence | None) -> str | None:
        """ "X keeper Hale is a doubt for the visit of Y. Varga's men have lost two": the one of the story's two sides
        that the sentence before names otherwise than as whom the other meets."""
        main = self._state.main
        if sentence is None or not sentence.number or any(m.kind == "TEAM" for m in sentence.mentions):
            return None
        before = self._state.sentences[sentence.number - 1].mentions
        sides = [i for i, m in enumerate(before) if m.kind == "TEAM" and main is not None and main.has(m.value)]
        met = {str(before[i].value) for i in sides if self._is_met(before, i)}
        mine = {str(before[i].value) for i in sides} - met
        return mine.pop() if len(mine) == len(met) == 1 else None

    @staticmethod
    def _is_met(mentions: list[Mention], index: int) -> bool:
        link = mentions[index - 1] if index else None
        beside = link is not None and link.kind in _MEETS and mentions[index].start - link.end <= _BESIDE_A_SIDE
        return beside and not mentions[index].possessive and not mentions[index].attributive

    def _who_replies(self, lead: str) -> str | None:
        """ "X beat Y 3-1 ... Varga's side replied": the one that lost by the story's first sentence; of a draw none."""
        main = self._state.main
        told = next((s for s in self._state.sentences if not s.headline and not s.quoted), None)
        if main is None or told is None:
            return None
        kind = next((m.kind for m in told.mentions if LETTER.get(m.kind) in _OUTCOMES or m.kind in _NOUNS), "")
        if kind in ("WIN", "WIN_INTRANSITIVE", "WIN_NOUN"):
            return main.opponent(lead)
        return lead if kind in ("LOSE", "BEATEN", "LOSS_NOUN") else None

    def _side_of_lead(self, sentence: Sentence) -> str | None:
        """The side that the first sentence of the story's body is about, where this one stands behind it."""
        told = (s for s in self._state.sentences[: sentence.number] if not s.headline and not s.quoted)
        lead = next((s for s in told if self._state.text.lower.endswith(".", s.span.start, s.span.end)), None)
        if lead is None:
            return None
        return self._about(lead)

    def _about(self, sentence: Sentence) -> str | None:
        """The side that a sentence is about: its subject, whom something is done for or, in a result, given to."""
        centers, mentions = self._state.centers, sentence.mentions
        named = centers.named(sentence) or centers.done_for(sentence, sentence.span.end)
        given = (str(m.value) for i, m in enumerate(mentions) if m.kind == "TEAM" and is_given(mentions, i))
        return named or next(given, None)

    def _opens_with(self, sentence: Sentence, side: str) -> bool:
        """Whether a sentence tells of a side before it names a man: "Hale had scored for X" is about Hale."""
        for mention in sentence.mentions:
            if mention.kind in ("PERSON", "ROLE"):
                return False
            if mention.kind in SIDES and self._state.side(mention, sentence) == side:
                return True
        return False

    def _of_its_man(self, sentence: Sentence) -> str | None:
        """ "Hale, 26, was hurt at Brigg": the side of the man whom a sentence opens with, where he is known to play."""
        first = sentence.mentions[0] if sentence.mentions else None
        if first is None or first.kind != "PERSON" or first.possessive:
            return None
        opens = first.start - sentence.span.start < _OPENING
        teams = self._state.cast.plays_for.get(first.value) if opens else None
        return teams.most_common(1)[0][0] if teams else None

    def _topic_aside(self, mention: Mention, sentence: Sentence) -> str | None:
        """Whom the sentence or the heading before is about, in a paragraph that began with another match than the
        story's, or where the story opens with that side and goes on about it."""
        main, before = self._state.main, self._state.sentences[sentence.number - 1] if sentence.number else None
        if before is None or main is None or not (before.paragraph == sentence.paragraph or before.alone):
            return None
        told = {str(m.value) for m in before.mentions if m.kind == "TEAM"}
        if _is_a_country(main.team_1) and any(only_employs(before, side) for side in told):
            return None  # "Arsenal striker Hale pulled one back" for his country
        spoken = {
            str(m.value)
            for i, m in enumerate(before.mentions)
            if m.kind == "TEAM" and not objective(before.mentions, i)
        }
        topic = self._state.centers.named(before) if told else None
        topic = topic or self._state.centers.done_for(before, before.span.end)
        topic = topic or (next(iter(told)) if len(told) == 1 and spoken and before.alone else None)
        begins = mention.start - sentence.span.start < _OPENING
        opens = begins and topic == self._state.centers.focus and not main.has(topic)
        return topic if opens or not any(main.has(team) for team in told) else None

    def _topic_before(self, sentence: Sentence | None) -> str | None:
        """The side the sentence before is about: one spoken of by "who", else its first."""
        index = sentence.number if sentence is not None else 0
        if index == 0:
            return None
        mentions = self._state.sentences[index - 1].mentions
        sides = [(i, m) for i, m in enumerate(mentions) if m.kind == "TEAM"]
        told = [m for i, m in sides if spoken_of(mentions, i)] or [m for _, m in sides]
        return str(told[0].value) if told else None


def _is_a_country(side: str) -> bool:
    """Whether a side, or the side whose women they are, is a country's."""
    return side in vocabulary.national_sides() or side.removesuffix(" Women") in vocabulary.national_sides()
