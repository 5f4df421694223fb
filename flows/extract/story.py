"""The state of one story while it is read: its sentences, its cast, its match, its place and time.

Built in two steps: sentences with their mentions and epithets, then (by `results`) the match the story is about. What a
sentence leaves unsaid - a side, the competition, the round - is asked here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from flows import vocabulary
from flows.extract.cast import Cast
from flows.extract.mentions import Mention
from flows.extract.normalise import Text
from flows.extract.shapes import shape_of
from flows.extract.stories import Story
from flows.extract.structure import Span, inside, quotes, sentences

SIDES = frozenset({"TEAM", "EPITHET", "SIDE_HOME", "SIDE_AWAY"})
_OBJECT_BEFORE = frozenset({"AGAINST", "AT", "BY", "OF", "FROM", "TO", "TRAVEL", "HOST", "VERSUS", "FOR", "IN", "ON"})


@dataclass
class Sentence:
    """A sentence's span, its mentions and their shape; `headline` where it is one, `alone` where it fills its line."""

    span: Span
    mentions: list[Mention]
    shape: str
    headline: bool = False
    alone: bool = False
    paragraph: int = 0
    quoted: bool = False


@dataclass
class Fixture:
    """The match a story is about: its sides in the order told, the home side where certain."""

    team_1: str
    team_2: str
    home: str | None = None

    def opponent(self, team: str | None) -> str | None:
        """The other side, None for a team that does not play."""
        return self.team_2 if team == self.team_1 else self.team_1 if team == self.team_2 else None

    def has(self, team: str | None) -> bool:
        return team is not None and team in (self.team_1, self.team_2)


class StoryState:
    """One story being read."""

    def __init__(self, text: Text, story: Story, mentions: list[Mention]) -> None:
        self.text = text
        self.story = story
        self.cast = Cast(text, mentions)
        self.mentions = self.cast.mentions
        self._epithets()
        self.quotes = [q for block in story.body for q in quotes(text.normal, block)]
        self.sentences = self._sentences()
        self.main: Fixture | None = None
        self.focus = self._first_side()

    # ---- building

    def _sentences(self) -> list[Sentence]:
        blocks: list[tuple[Span, bool]] = [(self.story.headline, True)] if self.story.headline else []
        blocks += [(block, False) for block in self.story.body]
        found: list[Sentence] = []
        position = 0
        for number, (block, headline) in enumerate(blocks):
            spans = [block] if headline else sentences(self.text.normal, block)
            for span in spans:
                while position < len(self.mentions) and self.mentions[position].start < span.start:
                    position += 1
                first = position
                while position < len(self.mentions) and self.mentions[position].start < span.end:
                    position += 1
                inner = self.mentions[first:position]
                alone = len(spans) == 1
                found.append(Sentence(span, inner, "", headline, alone, number, inside(self.quotes, span.start)))
        for sentence in found:
            _mark_passives(sentence.mentions, self.text.lower)
            sentence.shape = shape_of(sentence.mentions)
        return found

    def _epithets(self) -> None:
        """"the Bergamo outfit", "Simeone's men", "his side": one mention, resolved when asked."""
        kept: list[Mention] = []
        for mention in self.mentions:
            last = kept[-1] if kept else None
            if mention.kind == "SIDE_NOUN" and last is not None and 0 < mention.start - last.end <= 24:
                if last.kind in ("NATIONALITY", "PLACE", "COMPETITION", "GROUND") and not last.possessive:
                    self._epithet(last, mention, (last.kind, last.value))
                    continue
                if last.kind in ("PERSON", "TEAM") and last.possessive and mention.start - last.end <= 20:
                    if last.kind == "TEAM":
                        continue
                    self._epithet(last, mention, ("PERSON", last.value))
                    continue
                if last.kind in ("HE", "THEY") and last.text.lower() in ("his", "her", "their", "my", "our"):
                    self._epithet(last, mention, (last.kind, None))
                    continue
            kept.append(mention)
        self.mentions = self.cast.mentions = kept

    def _epithet(self, last: Mention, noun: Mention, value: tuple[str, str | None]) -> None:
        last.kind, last.value = "EPITHET", value
        last.end = noun.end
        last.text = self.text.normal[last.start : last.end]
        last.possessive = noun.possessive

    def _first_side(self) -> str | None:
        return next((m.value for m in self.mentions if m.kind == "TEAM"), None)

    # ---- asking

    def side(self, mention: Mention, sentence: Sentence | None = None) -> str | None:
        """The club a side mention means, None where the story leaves it open."""
        if mention.kind == "TEAM":
            return str(mention.value)
        if mention.kind in ("SIDE_HOME", "SIDE_AWAY"):
            return self._home_or_away(mention.kind)
        if mention.kind == "EPITHET":
            return self._facet(mention, sentence)
        if mention.kind in ("THEY", "WE"):
            return self.subject_before(mention, sentence)
        return None

    def _home_or_away(self, kind: str) -> str | None:
        if self.main is None or self.main.home is None:
            return None
        return self.main.home if kind == "SIDE_HOME" else self.main.opponent(self.main.home)

    def _facet(self, mention: Mention, sentence: Sentence | None) -> str | None:
        """The one club of the story that fits: coached by, of that country, city, region or league."""
        kind, value = mention.value
        if kind == "PERSON":
            return self.cast.coach_of.get(value) or self._main_side_of(value)
        if kind in ("HE", "THEY"):
            return self.subject_before(mention, sentence)
        fitting = [club for club in self.cast.clubs if value in facets(club)]
        if len(fitting) > 1 and self.main is not None:
            fitting = [club for club in fitting if self.main.has(club)]
        return fitting[0] if len(fitting) == 1 else None

    def _main_side_of(self, person: str) -> str | None:
        teams = self.cast.plays_for.get(person)
        return teams.most_common(1)[0][0] if teams else None

    def subject_before(self, mention: Mention, sentence: Sentence | None) -> str | None:
        """The side that is spoken of where a pronoun or an unsaid subject stands: this sentence's subject, else the last one's."""
        if sentence is not None:
            here = self._subject(sentence, mention.start)
            if here is not None:
                return here
            index = self.sentences.index(sentence) if sentence in self.sentences else 0
            for earlier in reversed(self.sentences[max(0, index - 3) : index]):
                subject = self._subject(earlier, earlier.span.end)
                if subject is not None:
                    return subject
        return self.focus

    def _subject(self, sentence: Sentence, before: int) -> str | None:
        previous: Mention | None = None
        for mention in sentence.mentions:
            if mention.start >= before:
                break
            if mention.kind in SIDES and not (previous is not None and previous.kind in _OBJECT_BEFORE):
                team = self.side(mention, None if mention.kind == "EPITHET" and mention.value[0] in ("HE", "THEY") else sentence)
                if team is not None:
                    return team
            previous = mention
        return None

    def quoted(self, position: int) -> bool:
        """Whether a position is inside quotation marks."""
        return inside(self.quotes, position)


_FACETS: dict[str, frozenset[str]] = {}


def facets(club: str) -> frozenset[str]:
    """What an epithet may call a club by: its country, city, region, league, grounds."""
    if not _FACETS:
        for known in vocabulary.clubs():
            _FACETS[known.name] = frozenset({known.country, known.city, known.region, known.league, *known.grounds} - {""})
    return _FACETS.get(club, frozenset())


def _mark_passives(mentions: list[Mention], lower: str) -> None:
    """"were thrashed", "was each dispatched", "beaten 3-0 by": the subject lost."""
    for i, mention in enumerate(mentions):
        if mention.kind != "WIN":
            continue
        before = mentions[max(0, i - 2) : i]
        if any(b.kind == "BE" and mention.start - b.end <= 22 for b in before) and not _object_follows(mentions, i):
            mention.kind = "BEATEN"
        elif mention.text.lower() == "beaten" and not lower[max(0, mention.start - 8) : mention.start].rstrip().endswith(
            ("have", "had", "has", "having", "'ve")
        ):
            mention.kind = "BEATEN"


def _object_follows(mentions: list[Mention], i: int) -> bool:
    return i + 1 < len(mentions) and mentions[i + 1].kind == "TEAM" and mentions[i + 1].start - mentions[i].end < 3 and (
        mentions[i].text.lower().endswith("ing")
    )


def votes(counter: Counter[str]) -> str | None:
    """The most told value, None for none."""
    return counter.most_common(1)[0][0] if counter else None
