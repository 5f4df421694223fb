"""Whose measure a number is: the side, person or place that a reader takes it to be of.

A possessive before the number goes first, then the nearest subject to its left in the sentence (never the object of a verb
or a preposition), then what follows ("With 21 points, Rovers are ..."), then who the sentences before speak of. An epithet
that nobody can resolve ends the search: a wrong subject is worse than none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from flows.extract.mentions import Mention
from flows.extract.speakers import Speakers
from flows.extract.story import SIDES, Sentence, StoryState

Owner = tuple[str, Mention | None]
_MODIFIERS = (
    r"(?: (?:the|a|an|their|his|fellow|leaders|champions|holders|rivals|neighbours|strugglers|league leaders|[\w-]+-placed|bottom club|"
    r"struggling|old|city|local|high-flying|lowly|relegated|current|home|host|visiting|former|of|in|all|time|deadline|closest|nearest|challengers))*"
)
_BEATEN = re.compile(
    r"\b(?:against|over|past|beat|beating|beats|defeated|defeating|thrashed|thrashing|hosts?|hosted|hosting|visit|visits|visited|"
    r"visiting|facing|faced?|faces|meets?|met|plays?|played|edged|overcame|overcome|leapfrog\w*|overtak\w+|overtook|v|vs|versus|"
    r"knocked out|denied|stunned|hammered|eliminated|crushed|sank|fouled by|tackled by|saved by|challenged by|brought down by)" + _MODIFIERS + r" $"
)
_OBJECT = re.compile(
    r"(?:\b(?:at|by|of|to|from|than|in|on|above|below|behind|between|like|join\w*|level with|(?<!, )(?<!^)with|into|ahead of|"
    r"towards?|via|following|despite|off|around|under|outside|chasing|catch\w*|inside|before|about|on loan at|within)" + _MODIFIERS + r") $"
)
_SAYS = re.compile(r",? (?:said|says|told|added|insisted|admitted|explained|revealed|confirmed|claimed|warned|believes|is quoted)\b")
_SAYS_BEFORE = re.compile(r"\b(?:said|says|added|admitted|insisted|explained) $")
_NEW_CLAUSE = re.compile(r"(?:\bbut|, while|, and|;) $")
_NO_SUBJECT = re.compile(r"\b(?:under|than|like|alongside|replac\w+|behind|unlike)" + _MODIFIERS + r" $")
_OWNED = frozenset({"STREAK", "MARGIN", "UNBEATEN", "NUMBER", "ORDINAL", "TALLY", "WINLESS"})
_TEAM_WORDS = frozenset("team side men players club squad charges".split())
_SIDE_KINDS = SIDES | {"THEY", "WE", "LEADERS", "NAME"}
_VERBS = frozenset("HAVE STAND SCORED HAVE_WON LOST DREW MOVE SIGNED PLAYED COMPLETE EARNED CONCEDED SPENT UNBEATEN WINLESS".split())
_PLURAL = frozenset({"have", "are", "were", "sit", "lie", "remain", "stand"})
_THE = re.compile(r"\bthe(?: [\w-]+){0,4} $")
_PERSON_KINDS = frozenset({"PERSON", "HE", "ROLE", "NAME"})


class Subjects:
    """Finds subjects in one story."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self.speakers = Speakers(state)
        self.coaches: dict[str, bool] = {}
        self._focus: dict[bool, str | None] = {}

    # ---- sides

    def side(self, sentence: Sentence, tokens: list[Mention], at: int, last: int) -> Owner | None:
        """The side that the number at `at` (a frame ends at `last`) is of, with the mention that names it."""
        named = self._named_after(tokens, last)
        if named is not None:
            team = self.state.side(named, sentence)
            return None if team is None else (team, named)
        for i in self._before(tokens, at, _SIDE_KINDS):
            team = self.team(tokens, i, sentence)
            return None if team is None else (team, tokens[i])
        return self._elsewhere(sentence, tokens, at)

    def _named_after(self, tokens: list[Mention], last: int) -> Mention | None:
        """"four wins on the bounce for City": the side that the phrase itself ends with."""
        if last + 1 < len(tokens) and tokens[last + 1].kind == "STREAK":
            last += 1
        if last + 2 >= len(tokens) or tokens[last + 2].kind not in SIDES or tokens[last + 2].possessive:
            return None
        owns = tokens[last + 1].text.lower() == "for" or (tokens[last + 1].text.lower() == "of" and tokens[last].kind == "STREAK")
        return tokens[last + 2] if owns else None

    def _elsewhere(self, sentence: Sentence, tokens: list[Mention], at: int) -> Owner | None:
        for i in range(at + 1, len(tokens)):
            if tokens[i].kind in SIDES and not self._is_object(tokens, i) and tokens[i - 1].kind in ("COMMA", "AND", "BUT"):
                team = self.team(tokens, i, sentence)
                if team is not None:
                    return team, tokens[i]
        team = self._side_before(sentence)
        return None if team is None else (team, None)

    def team(self, tokens: list[Mention], i: int, sentence: Sentence) -> str | None:
        """The club that a side token means: a pronoun is the subject before it, "whose team" the person's before it."""
        mention = tokens[i]
        if mention.kind == "WE":
            speaker = self.speakers.of(sentence)
            return None if speaker is None else self.club_of(speaker)
        if mention.kind == "THEY":
            for j in self._before(tokens, i, SIDES):
                return self.state.side(tokens[j], sentence)
            return self._side_before(sentence)
        if mention.kind == "LEADERS":
            return None
        if mention.kind == "NAME":
            return self._raw(mention)
        if mention.kind == "EPITHET" and mention.value[0] == "PERSON":
            return self.state.cast.coach_of.get(mention.value[1])
        return self.state.side(mention, sentence)

    def _raw(self, mention: Mention) -> str:
        return self.state.text.raw[slice(*self.state.text.span(mention.start, mention.end))]

    def _side_before(self, sentence: Sentence) -> str | None:
        """The side the sentences before speak of, else the story's first."""
        index = self.state.sentences.index(sentence)
        for earlier in reversed(self.state.sentences[max(0, index - 3) : index]):
            for i, mention in enumerate(earlier.mentions):
                if mention.kind in SIDES and not self._is_object(earlier.mentions, i):
                    team = self.state.side(mention, earlier)
                    if team is not None:
                        return team
        return self.state.focus

    def club_of(self, person: str) -> str | None:
        """The club a person coaches or plays for, as the story tells it."""
        cast = self.state.cast
        teams = cast.plays_for.get(person)
        return cast.coach_of.get(person) or (teams.most_common(1)[0][0] if teams else None)

    # ---- which tokens may be subjects

    def _before(self, tokens: list[Mention], at: int, kinds: frozenset[str]) -> Iterator[int]:
        """Where subjects stand before `at`, the likeliest first: an adjoining possessive, then the nearest; of a participle
        after a comma ("..., having won five") the sentence's first."""
        if at and tokens[at - 1].kind in kinds and (tokens[at - 1].possessive or tokens[at - 1].kind in ("THEY", "WE", "HE")):
            yield at - 1
        found = [i for i in range(at) if tokens[i].kind in kinds and self._may_be_subject(tokens, i)]
        participle = next((i for i in range(at - 1, max(0, at - 6), -1) if tokens[i - 1].kind == "COMMA" and tokens[i].text.endswith("ing")), None)
        if participle is not None and not any(i >= participle for i in found):
            yield from found
        else:
            yield from reversed(found)

    def _may_be_subject(self, tokens: list[Mention], i: int) -> bool:
        mention, following = tokens[i], tokens[i + 1 : i + 2]
        if mention.kind == "LEADERS":
            return not (following and following[0].kind in ("TEAM", "NAME", "PERSON", "ZONE"))
        if mention.kind in ("THEY", "WE", "HE"):
            return True
        if mention.kind == "NAME":
            return self._unknown_subject(tokens, i)
        if mention.kind == "ROLE":
            return self._stands_for_player(tokens, i)
        if mention.kind == "PERSON" and not mention.possessive:
            before = self.state.text.lower[max(0, mention.start - 40) : mention.start]
            return not (_BEATEN.search(before) or _NO_SUBJECT.search(before))
        if mention.kind == "PERSON" and mention.possessive and following and following[0].kind not in ("NUMBER", "ORDINAL", "GOALS", "TALLY"):
            return False
        return not self._is_object(tokens, i)

    def _unknown_subject(self, tokens: list[Mention], i: int) -> bool:
        """A name that nothing introduced, where a subject stands: a verb follows, no article goes before."""
        mention, following = tokens[i], tokens[i + 1 : i + 2]
        before = self.state.text.lower[max(0, mention.start - 4) : mention.start]
        verb = bool(following) and (following[0].kind in _VERBS or following[0].text.lower().endswith("ed"))
        return verb and before != "the " and not mention.text.isupper() and len(mention.text) > 2 and not self._is_object(tokens, i)

    def _stands_for_player(self, tokens: list[Mention], i: int) -> bool:
        """"the striker", "the teenager": a role that names nobody beside it."""
        beside = [t.kind for t in (*tokens[max(0, i - 1) : i], *tokens[i + 1 : i + 2])]
        before = self.state.text.lower[max(0, tokens[i].start - 40) : tokens[i].start]
        return tokens[i].value == "player" and "PERSON" not in beside and "NAME" not in beside and bool(_THE.search(before))

    def _is_object(self, tokens: list[Mention], i: int) -> bool:
        mention, following = tokens[i], tokens[i + 1 : i + 5]
        kinds = [t.kind for t in following]
        if kinds[:1] == ["WHO"] or (kinds[:1] == ["COMMA"] and ("WHO" in kinds[:2] or kinds[2:4] == ["COMMA", "WHO"])):
            return False
        if mention.possessive and kinds and kinds[0] in _OWNED:
            return False
        before = self.state.text.lower[max(0, mention.start - 60) : mention.start]
        return bool(_BEATEN.search(before) or _OBJECT.search(before))

    # ---- people

    def person(self, sentence: Sentence, tokens: list[Mention], at: int) -> Owner | None:
        """The person that the number at `at` is of."""
        if self.speakers.says_i(tokens, at):
            speaker = self.speakers.of(sentence)
            return None if speaker is None else (speaker, None)
        for i in self._before(tokens, at, _PERSON_KINDS):
            if tokens[i].kind == "ROLE":
                player = self.spoken_of(sentence, tokens, i, player=True)
                return None if player is None else (player, tokens[i])
            if tokens[i].kind == "NAME":
                return self._raw(tokens[i]), tokens[i]
            return (str(tokens[i].value), tokens[i]) if tokens[i].kind == "PERSON" else self._he(sentence, tokens, i)
        following = next((i for i in range(at + 1, min(at + 8, len(tokens))) if tokens[i].kind == "PERSON"), None)
        if following is not None and not any(t.kind in ("COMMA", "STOP", "BUT") for t in tokens[at + 1 : following]):
            return str(tokens[following].value), tokens[following]
        found = self.person_before(sentence)
        return None if found is None else (found, None)

    def _he(self, sentence: Sentence, tokens: list[Mention], at: int) -> Owner | None:
        """Whom "he" or "his" means: the last person named before it whom nobody beat, else whom the text speaks of."""
        lower = self.state.text.lower
        for token in reversed(tokens[:at]):
            if token.kind == "PERSON" and not _BEATEN.search(lower[max(0, token.start - 40) : token.start]):
                if self.state.quoted(tokens[at].start) == self.state.quoted(token.start):
                    return str(token.value), tokens[at]
        found = self._spoken_about(sentence) if self.state.quoted(tokens[at].start) else self.person_before(sentence)
        return None if found is None else (found, tokens[at])

    def _spoken_about(self, sentence: Sentence) -> str | None:
        """Whom a speaker calls "he": the story's most named person but himself."""
        speaker = self.speakers.of(sentence)
        told = Counter(str(m.value) for s in self.state.sentences for m in s.mentions if m.kind == "PERSON" and m.value != speaker)
        return told.most_common(1)[0][0] if told else None

    def person_before(self, sentence: Sentence) -> str | None:
        """Whom the sentences before are about: who opens the nearest one's last clause, else whom it names first."""
        index = self.state.sentences.index(sentence)
        for earlier in reversed(self.state.sentences[max(0, index - 4) : index]):
            people = [m for m in earlier.mentions if m.kind == "PERSON" and not self.state.quoted(m.start)]
            if people:
                return self._clause_subject(people)
        return None

    def _clause_subject(self, people: list[Mention]) -> str:
        return self._last_clause_subject(people) or str(next((m for m in people if not m.possessive), people[0]).value)

    def _last_clause_subject(self, people: list[Mention]) -> str | None:
        lower = self.state.text.lower
        for mention in reversed(people):
            if _NEW_CLAUSE.search(lower[max(0, mention.start - 8) : mention.start]) and not mention.possessive:
                return str(mention.value)
        return None

    def spoken_of(self, sentence: Sentence, tokens: list[Mention], at: int, player: bool = False) -> str | None:
        """Whom "the 25-year-old" or "the striker" means: one named before it in the sentence, or a last clause's subject, but
        not one who only speaks; the person the story names most goes before others."""
        focus = self.in_focus(player)
        here = [t for t in tokens[:at] if t.kind == "PERSON" and self._is_spoken_of(t, player)]
        if here:
            return focus if any(t.value == focus for t in here) else str(here[-1].value)
        index = self.state.sentences.index(sentence)
        for earlier in reversed(self.state.sentences[max(0, index - 2) : index]):
            people = [m for m in earlier.mentions if m.kind == "PERSON" and self._is_spoken_of(m, player)]
            people = [m for m in people if not self.state.quoted(m.start)]
            last = self._last_clause_subject(people)
            if last is not None or any(m.value == focus for m in people):
                return last or focus
            if people:
                return str(people[0].value)
        return focus

    def _is_spoken_of(self, mention: Mention, player: bool) -> bool:
        lower, person = self.state.text.lower, str(mention.value)
        if person == self.in_focus(player):
            return True
        speaks = _SAYS.match(lower, mention.end) or _SAYS_BEFORE.search(lower[max(0, mention.start - 14) : mention.start])
        return not speaks and not self.is_coach(person)

    def in_focus(self, player: bool = False) -> str | None:
        """The person (or player) whom the story names most; the headline and the lead count more."""
        if player not in self._focus:
            told: Counter[str] = Counter()
            for sentence in self.state.sentences:
                for mention in sentence.mentions:
                    if mention.kind == "PERSON" and not (player and self.is_coach(str(mention.value))):
                        told[str(mention.value)] += 3 if sentence.paragraph <= 1 else 1
            self._focus[player] = told.most_common(1)[0][0] if told else None
        return self._focus[player]

    # ---- either, and the rest

    def either(self, sentence: Sentence, tokens: list[Mention], at: int, last: int) -> tuple[str, Mention | None, bool] | None:
        """The nearest subject, be it a side or a person; the flag says that it is a person."""
        if self.speakers.says_i(tokens, at):
            speaker = self.speakers.of(sentence)
            return None if speaker is None else (speaker, None, True)
        whose = self._whose_team(tokens, at)
        if whose is not None:
            club = self.club_of(str(whose.value))
            return None if club is None else (club, whose, False)
        follows = tokens[last + 1 : last + 2]
        if follows and follows[0].kind == "HE":
            him = self._he(sentence, tokens, last + 1)
            return None if him is None else (*him, True)
        named = self._named_after(tokens, last)
        for i in self._before(tokens, at, _SIDE_KINDS | _PERSON_KINDS):
            if tokens[i].kind not in _PERSON_KINDS or (tokens[i].kind == "NAME" and tokens[i + 1].text.lower() in _PLURAL):
                if named is not None:
                    break
                team = self.team(tokens, i, sentence)
                return None if team is None else (team, tokens[i], False)
            found = self.person(sentence, tokens, at)
            return None if found is None else (*found, True)
        side = self.side(sentence, tokens, at, last)
        return None if side is None else (*side, False)

    def _whose_team(self, tokens: list[Mention], at: int) -> Mention | None:
        """The person in "Varga, whose team have scored 31"."""
        for i in range(at - 1, 0, -1):
            if tokens[i].kind == "WHO" and tokens[i].text.lower() == "whose" and tokens[i + 1].text.lower() in _TEAM_WORDS:
                return next((t for t in reversed(tokens[:i]) if t.kind == "PERSON"), None)
        return None

    def is_coach(self, person: str) -> bool:
        """Whether the story calls a person a coach or an official rather than a player."""
        if person not in self.coaches:
            self.coaches[person] = person in self.state.cast.coach_of or self._called_coach(person)
        return self.coaches[person]

    def _called_coach(self, person: str) -> bool:
        mentions = self.state.mentions
        for i, mention in enumerate(mentions):
            if mention.kind != "PERSON" or mention.value != person:
                continue
            before = [m for m in mentions[max(0, i - 2) : i] if mention.start - m.end < 20 and m.kind == "ROLE"]
            if any(m.value in ("coach", "official") for m in before):
                return True
            after = [m for m in mentions[i + 1 : i + 3] if m.start - mention.end < 24 and m.kind == "ROLE"]
            if any(m.value == "coach" for m in after):
                return True
        return False

    def home(self) -> str | None:
        """The home side of the story's match, else its first side."""
        main = self.state.main
        return None if main is None else main.home or main.team_1

    def nearest_side(self, sentence: Sentence, tokens: list[Mention], at: int) -> Owner | None:
        """The nearest side named before the number, whatever its part in the sentence; else the subject."""
        for i in range(at - 1, -1, -1):
            if tokens[i].kind in SIDES:
                team = self.state.side(tokens[i], sentence)
                if team is not None:
                    return team, tokens[i]
        return self.side(sentence, tokens, at, at)

    def place(self, sentence: Sentence, tokens: list[Mention], at: int) -> Owner | None:
        """The place, country or region that a count of people is of."""
        for i in range(at - 1, -1, -1):
            if tokens[i].kind in ("PLACE", "TEAM", "NAME") and not any(t.kind == "WHO" for t in tokens[max(0, i - 2) : i]):
                return str(tokens[i].value or tokens[i].text), tokens[i]
        index = self.state.sentences.index(sentence)
        for earlier in reversed(self.state.sentences[max(0, index - 2) : index]):
            places = [m for m in earlier.mentions if m.kind == "PLACE"]
            if places:
                return str(places[0].value), None
        return None
