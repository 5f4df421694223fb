"""Nicknames that no vocabulary knows: "the Colliers" of a story in which two other names play is one of the two.

`mark` retypes a name to an epithet where it is a plural after "the" with a word of play beside it. `Bearers` says which
side of the story's match it is: not the one that its sentence names beside it, the one whose player it describes, the
one that the sentence before was about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from flows.extract.cast.pairs_told import Pair
from flows.extract.text import lexicon
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.normalise import Text
from flows.extract.text.sentence import Sentence, objective

KIND = "NICKNAME"
_FORM = re.compile(r"(?:[A-Z][a-z]+ )?[A-Z][a-z]{2,}(?:s|men|ers)|[A-Z]'s")
_PLAYS = re.compile(
    r"'s?(?: |$)|,? (?:who|whose)\b|, (?:however|though|meanwhile|in fact|without|unbeaten|winless|beaten|now|still|"
    r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|\d+th|bottom|top|level|with|on|in)\b|"
    r",? (?:are|is|has|stay|lie|stand|stood|occupy|trail|up|top|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"\d+(?:st|nd|rd|th)|to|into|bottom|jump|jumped|leap|leapt|rise|rose|drop|dropped|fall|fell|stretch\w*|extend\w*|"
    r"consolidat\w+|cement\w*|retain\w*|kept|picked|pick|claim\w*|clinch\w*|suffer\w*|slump\w*|ship\w*|score|strike|"
    r"show\w*|sought|seek\w*|look\w*|play\w*|finish\w*|edge\w*|rack\w*|record\w*|secur\w+|complet\w+|enter\w*|reach\w*|"
    r"progress\w*|return\w*|manage\w*|fail\w*|threw|throw|blew|bounce\w*|run|ran|never|still|now|only|boast\w*|regain\w*|battl\w+|hung|clung|surviv\w+|punish\w*|"
    r"grab\w*|snatch\w*|broke|shock\w*|stun\w*|push\w*|threaten\w*|creat\w+|appeal\w*|celebrat\w+|restor\w*|doubl\w+|"
    r"level\w*|equali\w*|respond\w*|rall\w+|recover\w*|surrender\w*|collaps\w*|crash\w*|welcom\w*|entertain\w*|lift\w*|"
    r"deny|denied|frustrat\w*|swept|sank|saw|gave|hand\w*|trail\w*|defend\w*|arriv\w+|knew|thought|believ\w+|had)\b|"
    r",? (?:have|had|were|are|will|would|"
    r"could|also|then|"
    r"did|do|made|make|took|take|went|go|came|come|lost|lose|won|win|drew|draw|beat|led|lead|scored|struck|hit|got|get|"
    r"held|pulled|continued|started|began|responded|equalised|conceded|needed|need|remain|sit|slipp?e?d?|climb|move|"
    r"moved|keep|kept|found|deserved|dominated|pressed|enjoyed|face|travel|host|visit|ahead|level|in front|"
    r"boss|manager|coach|captain|skipper|striker|midfielder|defender|goalkeeper|keeper|winger|forward|fans|supporters|"
    r"players?|defence|defenders|side|goal|half|net|box|area|bench|attack)\b"
)
_OF_HIS = re.compile(r" (?:debut|bow|career|future|contract|days|team-mates?|colleagues?|goal|goals|shirt|spell)\b")
_MEETS = re.compile(
    r"\b(?:for|against|beat|over|gave|give|put|past|sent|handed|fired|steer\w*|help\w*|keep|kept|visiting|by|to|"
    r"with|leaves|leave|left|leaving|lifts?|lifted|lifting|takes|took|taking|moves?|moved|moving|saw|sees|see|denied|"
    r"denying|earned|earning|gives|handed|hands|cost|costs|carried|drags?|dragged|dropped|dropping|pushed|pushes|"
    r"propelled|sends|keeps|kept|keeping|spared|saved|rescued|won|as|while|when|after|before|but|because) the $"
)
_BESIDE, _DESCRIBED, _BEFORE = 2, 3, 1
_NEAR = 28
_RESULTS = frozenset({"WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN"})
_FRONT = 4  # letters that a nickname must share with a word of the name
_LEAD = 3  # sentences
_OPENS = 6  # letters that a sentence may have before its subject


def mark(text: Text, mentions: list[Mention], surnames: frozenset[str]) -> None:
    """Retype the nicknames of a story with two sides and more."""
    sides = {m.value for m in of_kinds(mentions, ("TEAM",)) if isinstance(m.value, str)}
    if len(sides) < 2:
        return
    names = {m.text for m in of_kinds(mentions, ("NAME",)) if _may_be(text, m, surnames)}
    if not names:
        return
    printed = Counter(m.text for m in of_kinds(mentions, ("NAME",)))
    play = Counter(m.text for m in of_kinds(mentions, ("NAME",)) if m.text in names and _is_of_play(text, m))
    found = {name for name, n in play.items() if 2 * n >= printed[name]}
    for mention in of_kinds(mentions, ("NAME",)) if found else ():
        if mention.text in found:
            mention.kind, mention.value = "EPITHET", (KIND, mention.text)


def _may_be(text: Text, mention: Mention, surnames: frozenset[str]) -> bool:
    word = mention.text.rsplit(" ", 1)[-1]
    if not _FORM.fullmatch(mention.text) or word in surnames or word in lexicon.name_words("NO_PERSON"):
        return False
    if text.lower.endswith(("his ", "her "), max(0, mention.start - 4), mention.start):
        return _OF_HIS.match(text.lower, mention.end) is not None
    return text.lower.endswith("the ", max(0, mention.start - 4), mention.start)


def _is_of_play(text: Text, mention: Mention) -> bool:
    """Whether it does what a side does, or is somebody's; once called "the Herons", a side is "Herons" too."""
    lower, end = text.lower, mention.end
    return any(words.match(lower, end) for words in (_PLAYS, _OF_HIS)) or _meets(text, mention)


def _meets(text: Text, mention: Mention) -> bool:
    return _MEETS.search(text.lower, max(0, mention.start - 20), mention.start) is not None


def called_by_front(name: str, clubs: Iterable[str]) -> str | None:
    """ "the Larks" of a Larkspur Rangers: the one club of which a word begins like the nickname."""
    stem = name.rsplit(" ", 1)[-1].casefold().removesuffix("s")
    if len(stem) < _FRONT:
        return None
    front = stem[: max(_FRONT, len(stem) - 1)]
    called = [club for club in clubs if any(w.startswith(front) and w != stem for w in club.casefold().split())]
    return called[0] if len(called) == 1 else None


def told_in_passing(other: str | None, topic: str, named: Counter[str], sentences: list[Sentence]) -> bool:
    """Whether the match of a story that is about one side is told in passing: its other side, None where the topic does
    not play it, is not of the lead and seldom named."""
    if other is None:
        return True
    of_the_lead = any(m.value == other for s in sentences[:_LEAD] for m in s.mentions if m.kind == "TEAM")
    return not of_the_lead and 2 * named[other] <= named[topic]


def told_right_before(name: str, sentences: list[Sentence], about: Callable[[Sentence], str | None]) -> str | None:
    """Whom "the Herons" goes on about: the one side that the paragraph has named before it and that the sentence right
    before is about; of several the side told so most often, never one that stands beside the nickname."""
    votes: Counter[str] = Counter()
    beside: set[str] = set()
    for sentence in sentences:
        at = next((i for i, m in enumerate(sentence.mentions) if m.kind == "EPITHET" and m.value == (KIND, name)), None)
        if at is None:
            continue
        beside |= {str(m.value) for m in of_kinds(sentence.mentions, ("TEAM",))}
        before = _paragraph_before(sentences, sentence)
        named = {
            str(m.value)
            for s in before
            for i, m in enumerate(s.mentions)
            if m.kind == "TEAM" and not objective(s.mentions, i)
        }
        opens = sentence.mentions[at].start - sentence.span.start <= _OPENS and not objective(sentence.mentions, at)
        if len(named) == 1 and opens and (told := about(before[-1])) in named:
            votes[str(told)] += 1
    best = [side for side, _ in votes.most_common() if side not in beside]
    return best[0] if best and (len(best) == 1 or votes[best[0]] > votes[best[1]]) else None


def _paragraph_before(sentences: list[Sentence], sentence: Sentence) -> list[Sentence]:
    first = sentence.number
    while first and sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    return [] if any(s.quoted for s in sentences[first : sentence.number]) else sentences[first : sentence.number]


class Bearers:
    """Which side of the match that its paragraphs are about bears each nickname of a story."""

    def __init__(
        self, sentences: list[Sentence], pair_of: Callable[[Sentence], Pair | None], plays_for: dict[str, Counter[str]]
    ) -> None:
        self._sentences = sentences
        self._pair_of = pair_of
        self._plays_for = plays_for
        self._votes: dict[str, Counter[str]] = {}
        self._pairs: dict[str, set[Pair]] = {}
        for sentence in sentences:
            for index, mention in enumerate(sentence.mentions):
                if mention.kind == "EPITHET" and mention.value[0] == KIND:
                    self._vote(sentence, index, self._votes.setdefault(mention.value[1], Counter()))

    def of(self, name: str) -> str | None:
        """The side it means; None where nothing tells. Of two nicknames one is each side's."""
        side = self._clear(name)
        if side is not None or self._votes.get(name):
            return side
        pairs = self._pairs.get(name, set())
        others = {self._clear(other) for other, told in self._pairs.items() if other != name and told & pairs}
        if len(pairs) != 1 or len(others) != 1:
            return None
        taken = others.pop()
        return next((side for pair in pairs if taken in pair for side in pair if side != taken), None)

    def _clear(self, name: str) -> str | None:
        best = self._votes.get(name, Counter()).most_common(2)
        return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None

    def _vote(self, sentence: Sentence, index: int, votes: Counter[str]) -> None:
        mention, mentions = sentence.mentions[index], sentence.mentions
        pair = self._pair_of(sentence)
        if pair is None:
            return
        self._pairs.setdefault(mention.value[1], set()).add(pair)
        following = mentions[index + 1 : index + 4]
        person = next((m for m in following if m.kind == "PERSON" and m.start - mention.end < _NEAR), None)
        for side in self._plays_for.get(person.value, ()) if person is not None else ():
            votes[side] += _DESCRIBED * (side in pair)
        beside = {m.value for m in of_kinds(mentions, ("TEAM",)) if m.value in pair}
        if len(beside) == 1:
            votes[_other(pair, beside.pop())] += _BESIDE
        elif not beside and sentence.number:
            for side in self._about_before(sentence, pair):
                votes[side] += _BEFORE

    def _about_before(self, sentence: Sentence, pair: Pair) -> list[str]:
        """The side of the two that the sentence right before is about."""
        before = self._sentences[sentence.number - 1]
        near = before.paragraph == sentence.paragraph or self._pair_of(before) == pair
        return _about(before, pair) if near else []


def _other(pair: Pair, side: str) -> str:
    return pair[1] if side == pair[0] else pair[0]


def _about(sentence: Sentence, pair: Pair) -> list[str]:
    """The side of the two that a sentence is about: in "scored in Kestle's rout of City" Kestle."""
    mentions = sentence.mentions
    told = [
        m.value
        for i, m in enumerate(mentions)
        if m.kind == "TEAM" and (not objective(mentions, i) or _is_of_a_result(mentions, i))
    ]
    return [side for side in told if side in pair][:1]


def _is_of_a_result(mentions: list[Mention], index: int) -> bool:
    mention, following = mentions[index], mentions[index + 1 : index + 3]
    return mention.possessive and any(m.kind in _RESULTS for m in following)
