"""Sentence -> the people who act in it: named, meant by a pronoun, or by an epithet ("the Dutchman", "the full-back").

Each actor knows whether it stands where a subject stands: at the head of a clause, not after a verb or a
preposition. An epithet means the one person of the story it was told of, else the person spoken of last; where two
fit it means nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from operator import attrgetter

from flows.extract.cast import clause_heads
from flows.extract.cast.natives import native
from flows.extract.story import StoryState
from flows.extract.text import lexicon
from flows.extract.text.mentions import Mention, of_kinds, where
from flows.extract.text.peoples import country_of
from flows.extract.text.sentence import Sentence

_KEPT_BY = re.compile(
    r"\b(?:saved|kept out|parried|denied|thwarted|tipped [\w ]{2,12}|smothered|gathered|palmed away|"
    r"pushed away) by (?:the )?(?:[a-z-]+ ){0,2}$"
)
_WHO = re.compile(
    r"(?:, (?:again|inevitably|naturally|once more|once again|as ever|as so often|of all people),?)?,? who\b"
)
_ARTICLE = re.compile(r"\bthe ((?:(?!the )[\w'&.-]+ ){0,4})$")
_JOINING = re.compile(r"\b(?:and|of|for|to|who|with|as|in|by)\b")
_CONTRAST = re.compile(r"\b(?:but|though|although) the [\w ]*$")
_START = attrgetter("start")
_CALENDAR = lexicon.name_words("CALENDAR")
_SERVED = re.compile(
    r"'s? (?:[\w-]+ ){0,3}(?:cross|pass|corner|ball|free[- ]kick|through[- ]ball|delivery|cut-?back|flick|throw|"
    r"knockdown) "
    r"(?!was |were )"
)
_HIS_SHOT = re.compile(
    r"'s? (?:[\w-]+ ){0,3}(?:penalty|spot[- ]kick|shot|header|effort|free[- ]kick|volley|strike|attempt) (?:was|"
    r"were|had|came|"
    r"struck|hit|rebounded|cannoned)\b"
)
_HELPED_FROM = frozenset({"from", "by", "beyond", "past"})
_ACTING = frozenset({"PERSON", "NAME", "HE", "SECOND", "ROLE", "NATIONALITY", "AGE", "TEAM", "PLACE"})
_PLACED = frozenset({"NAME", "TEAM", "PLACE"})
_OFFICIALS = frozenset(
    {
        "goalkeeper",
        "keeper",
        "shot-stopper",
        "referee",
        "president",
        "chairman",
        "owner",
        "director",
        "coach",
        "manager",
        "boss",
        "head coach",
        "agent",
        "spokesman",
        "chief executive",
        "linesman",
    }
)
_AWARDED = tuple(f" of the {when}" for when in ("year", "month", "season", "match", "tournament", "week", "decade"))
_KEEPING = re.compile(
    r" (?:saved|parried|palmed|tipped|pushed away|beat away|made (?:a|an|another) (?:\w+ )?save|produced "
    r"(?:a|an|another) (?:\w+ )?save|dived|was beaten|came to [\w' ]+ rescue|keeping out|was out quickly|"
    r"raced out|rushed out|racing out|rushing out|got down|to (?:deny|thwart) \w)"
)
_AFTER_NOUN = re.compile(
    r"\s*(?:$|[,.;:)-]|who\b|then\b|had\b|has\b|was\b|is\b|did\b|also\b|could\b|to\b|again\b|and\b|from\b|"
    r"himself\b|made\b|took\b|put\b|got\b|hit\b|"
    r"found\b|struck\b|ran\b|beat\b|sent\b|shot\b|rose\b|kept\b|slid\b|swept\b|drove\b|met\b|bent\b|led\b|"
    r"added\b|\w+ly\b|\w+ed\b|\w+ing\b|'s\b|' )"
)


@dataclass(slots=True)
class Actor:
    """A person at a place of the normal text. `name` is None where nobody certain is meant."""

    start: int
    end: int
    name: str | None
    how: str
    possessive: bool
    subject: bool = False
    relative: bool = False


class Actors:
    """The actors of a story's sentences; read sentences in order, as pronouns look back."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self.lower = state.text.lower
        self._facets = _facets(state)
        self._found: dict[int, list[Actor]] = {}
        self._saving = frozenset([m.value for m in of_kinds(state.mentions, ("PERSON",)) if self._keeps(m)])
        self.unlikely = self._unlikely()
        self._keepers: frozenset[str] | None = None
        self._words: Counter[str] | None = None
        self.last_scorer: str | None = None
        self._scored_before: dict[int, str | None] = {}

    def enter(self, sentence: Sentence) -> None:
        """Note who scored last before a sentence, whenever its actors come to be asked for."""
        self._scored_before[sentence.number] = self.last_scorer

    def of(self, sentence: Sentence) -> list[Actor]:
        """Its actors in order."""
        known = self._found.get(sentence.span.start)
        if known is None:
            known = self._found[sentence.span.start] = []
            for mention in sentence.mentions:
                actor = self._actor(mention, sentence, known) if mention.kind in _ACTING else None
                if actor is not None:
                    actor.subject = self._is_subject(actor, sentence, known)
                    known.append(actor)
        return known

    def before(self, sentence: Sentence, position: int) -> list[Actor]:
        """The sentence's actors that end before a position."""
        return [a for a in self.of(sentence) if a.end <= position]

    def word_before(self, actor: Actor, sentence: Sentence) -> str:
        """The word before a person and all that describes him; empty at a clause's head."""
        return clause_heads.word_before(self.lower, sentence, actor.start)

    def _is_subject(self, actor: Actor, sentence: Sentence, before: list[Actor]) -> bool:
        """At a clause's head; the second of two joined by "and" as the first is."""
        last = before[-1] if before else None
        joined = last is not None and clause_heads.listed_with(self.lower[last.end : actor.start])
        if actor.how == "name" and last is not None and joined and not last.possessive and not last.subject:
            return not clause_heads.is_preposition(self.word_before(last, sentence))
        return clause_heads.subject_at(self.lower, sentence, actor.start, actor.end)

    # ---- who is meant

    @property
    def _printed(self) -> Counter[str]:
        """How often each word is a mention of the story."""
        if self._words is None:
            self._words = Counter([m.text for m in self.state.mentions])
        return self._words

    def _named(self, mention: Mention, sentence: Sentence) -> Actor | None:
        """A lone capitalised word: no person at a title's end or before a role, less sure where it opens a sentence."""
        word = mention.text
        if " " in word or word.isupper() or not word[0].isupper() or len(word) < 3 or word in _CALENDAR:
            return None
        if self.lower.startswith(_AWARDED, mention.end):
            return None
        before = self.lower[max(0, mention.start - 8) : mention.start]
        index = bisect_left(sentence.mentions, mention.end, key=_START)
        after = sentence.mentions[index] if index < len(sentence.mentions) else None
        describes = (
            after is not None and after.kind == "ROLE" and after.start - mention.end < 2 and not mention.possessive
        )
        if describes or before.endswith(("of the ", " the ", "\nthe ")):
            return None
        opens = mention.start - sentence.span.start < 2 and not sentence.headline and not mention.possessive
        alone = opens and self._printed[word] < 2
        return self._make(mention, self._raw(mention), "opener" if alone else "name", sentence)

    def _actor(self, mention: Mention, sentence: Sentence, before: list[Actor]) -> Actor | None:
        if mention.kind in _PLACED and (man := native(self.state.text, mention)) is not None:
            return self._epithet(man, sentence, before, frozenset({mention.text}))
        if mention.kind == "PERSON":
            return self._make(mention, str(mention.value), "name", sentence)
        if mention.kind == "NAME":
            country = country_of(mention.text)
            if country is not None:
                return self._epithet(mention, sentence, before, frozenset({country}))
            return self._named(mention, sentence)
        if mention.kind == "HE" and mention.text.lower() in ("he", "she", "the same player", "the same man"):
            return self._make(mention, self._pronoun(mention, sentence, before), "pronoun", sentence)
        if mention.kind == "HE" and mention.text.lower() in ("his", "her"):
            made = self._make(mention, self._pronoun(mention, sentence, before), "pronoun", sentence)
            made.possessive = True
            return made
        if mention.kind == "SECOND" and mention.text.lower().startswith(("his ", "her ")):
            name = self._pronoun(mention, sentence, before)
            return Actor(mention.start, mention.start + 3, name, "pronoun", True)
        if mention.kind in ("ROLE", "NATIONALITY", "AGE"):
            return self._described(mention, sentence, before)
        return None

    def _make(self, mention: Mention, name: str | None, how: str, sentence: Sentence) -> Actor:
        relative = _WHO.match(self.lower, mention.end, sentence.span.end) is not None
        return Actor(mention.start, mention.end, name, how, mention.possessive, relative=relative)

    def _raw(self, mention: Mention) -> str:
        return self.state.text.printed(mention.start, mention.end)

    def _pronoun(self, mention: Mention, sentence: Sentence, before: list[Actor]) -> str | None:
        named = [a for a in before if a.name is not None and a.how != "opener"]
        if named and self.lower[named[-1].end : mention.start] in (" for ", ", for ", " with "):
            return named[-1].name
        plain = [a for a in named if not a.possessive]
        lead = self.lower[max(sentence.span.start, mention.start - 5) : mention.start]
        if mention.text.lower() in ("he", "she") and lead.endswith(("and ", ", ")) and plain:
            doers = [a for a in plain if self.word_before(a, sentence) not in _HELPED_FROM]
            return (doers or plain)[-1].name
        if plain:
            subjects = [a for a in plain if a.subject]
            joined = len(subjects) > 1 and self.lower.endswith(" and ", 0, subjects[-1].start)
            return (subjects[-1] if joined else subjects[0] if subjects else plain[0]).name
        if len(named) == 1 and mention.text.lower() in ("her", "his") and _SERVED.match(self.lower, named[0].end):
            return self.spoken_of(sentence) or named[0].name
        return named[0].name if named else self.spoken_of(sentence)

    def spoken_of(self, sentence: Sentence) -> str | None:
        """Whom the sentences before this one are about."""
        index = sentence.number
        last_scorer = self._scored_before.get(index, self.last_scorer)
        for earlier in reversed(self.state.sentences[max(0, index - 2) : index]):
            actors = [a for a in self.of(earlier) if a.name is not None and self.may_score(a.name)]
            subjects = [a for a in actors if a.subject and not a.possessive]
            if subjects or actors:
                scorers = [a for a in actors if a.name == last_scorer]
                return (scorers or subjects or actors)[0].name
        return last_scorer

    def _described(self, mention: Mention, sentence: Sentence, before: list[Actor]) -> Actor | None:
        """ "the Croatian", "the England striker", "the 25-year-old": a person where no name or noun follows."""
        normal = self.state.text.normal
        if mention.kind == "ROLE" and mention.value != "player":
            return None
        if (mention.text.endswith("s") and mention.kind == "ROLE") or not _AFTER_NOUN.match(
            self.lower, mention.end, sentence.span.end
        ):
            return None
        head = self.lower[max(sentence.span.start, mention.start - 40) : mention.start]
        article = _ARTICLE.search(head) if "the " in head else None
        if article is None or _JOINING.search(article.group(1)):
            return None
        start = mention.start - len(article.group()) if mention.kind != "AGE" else mention.start
        told = {
            m.value if isinstance(m.value, str) else m.text
            for m in sentence.mentions
            if start <= m.start < mention.end and m.kind == "NATIONALITY"
        }
        told |= {m.text for m in sentence.mentions if start <= m.start < mention.start and m.kind == "TEAM"}
        facets = frozenset(
            told | ({normal[mention.start : mention.end].lower()} if mention.kind != "NATIONALITY" else set())
        )
        return self._epithet(mention, sentence, before, facets)

    def _epithet(self, mention: Mention, sentence: Sentence, before: list[Actor], facets: frozenset[str]) -> Actor:
        """The one person told to be so; else the last person the sentence, or the one before, spoke of."""
        fitting = [person for person, known in self._facets.items() if facets and facets <= known]
        recent = [a for a in before if a.name is not None and self.may_score(a.name)]
        if len(fitting) == 1:
            return self._make(mention, fitting[0], "epithet", sentence)
        if fitting:
            name = next((a.name for a in reversed(recent) if a.name in fitting), None)
            return self._make(mention, name, "epithet", sentence)
        if recent and recent[-1].possessive and _HIS_SHOT.match(self.lower, recent[-1].end, mention.start):
            return self._make(mention, recent[-1].name, "guess", sentence)
        head = self.lower[max(sentence.span.start, mention.start - 30) : mention.start]
        if _CONTRAST.search(head):
            recent = [a for a in recent if a.subject and not a.possessive][:1] or recent
        counted = self._of_count(mention, sentence) if not recent else None
        if counted is not None:
            return self._make(mention, counted, "epithet", sentence)
        return self._make(mention, recent[-1].name if recent else self.spoken_of(sentence), "guess", sentence)

    def _of_count(self, mention: Mention, sentence: Sentence) -> str | None:
        """Whose "the hat-trick" is: his of whom an earlier sentence told it."""
        counts = {m.value for m in sentence.mentions if m.kind == "MULTI" and m.end < mention.start}
        for earlier in self.state.sentences[: sentence.number] if counts else ():
            told = [m.start for m in earlier.mentions if m.kind == "MULTI" and m.value in counts]
            people = [a for a in self.before(earlier, told[0]) if a.how == "name" and a.name] if told else []
            if people:
                return people[-1].name
        return None

    def may_score(self, person: str) -> bool:
        """Whether he is nobody's coach, no official and no goalkeeper."""
        return person not in self.unlikely

    def _unlikely(self) -> frozenset[str]:
        """Coaches, officials and goalkeepers of the story."""
        cast = self.state.cast
        found = {p for p in cast.coach_of if not self._facets.get(p, set()) & {"player-boss", "player-manager"}}
        found |= {p for p, known in self._facets.items() if known & _OFFICIALS}
        return frozenset(found | self._saving)

    def _keeps(self, mention: Mention) -> bool:
        """Told to save, or to be the one who saved."""
        before = self.lower[max(0, mention.start - 40) : mention.start]
        kept_by = " by " in before and _KEPT_BY.search(before) is not None
        return kept_by or _KEEPING.match(self.lower, mention.end) is not None

    @property
    def keepers(self) -> frozenset[str]:
        """Who keeps goal in the story: told so, or told to save."""
        if self._keepers is None:
            told = {p for p, known in self._facets.items() if known & {"goalkeeper", "keeper", "shot-stopper"}}
            self._keepers = self._saving | told
        return self._keepers


def _facets(state: StoryState) -> dict[str, set[str]]:
    """What is told beside each name: nationality, role, club, age."""
    found: dict[str, set[str]] = defaultdict(set)
    for index in where(state.mentions, ("PERSON",)):
        mention = state.mentions[index]
        end = mention.start
        for other in reversed(state.mentions[index - 4 if index > 4 else 0 : index]):
            if other.kind not in ("ROLE", "NATIONALITY", "TEAM", "AGE", "ORDINAL"):
                break
            if end - other.end > (3 if state.text.normal[other.end : other.end + 2] != ", " else 2):
                break
            found[mention.value].add(_facet(other))
            end = other.start
        before = state.mentions[index - 2 : index] if index > 1 else []
        if (
            [m.kind for m in before] == ["ROLE", "COMMA"]
            and before[1].start == before[0].end
            and mention.start - before[1].end < 2
        ):
            found[mention.value].add(before[0].text.lower())
    return found


def _facet(mention: Mention) -> str:
    if mention.kind == "NATIONALITY" and isinstance(mention.value, str):
        return mention.value
    return mention.text if mention.kind == "TEAM" else mention.text.lower()
