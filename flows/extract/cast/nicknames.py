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
from flows.extract.text.beside import Before
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
    r",? (?:have|had|were|are|will|would|[a-z]{3,}ed|"
    r"could|also|then|"
    r"did|do|made|make|took|take|went|go|came|come|lost|lose|won|win|drew|draw|beat|led|lead|scored|struck|hit|got|get|"
    r"held|pulled|continued|started|began|responded|equalised|conceded|needed|need|remain|sit|slipp?e?d?|climb|move|"
    r"moved|keep|kept|found|deserved|dominated|pressed|enjoyed|face|travel|host|visit|ahead|level|in front|"
    r"boss|manager|coach|captain|skipper|striker|midfielder|defender|goalkeeper|keeper|winger|forward|fans|supporters|"
    r"players?|defence|defenders|side|goal|half|net|box|area|bench|attack)\b"
)
_OF_HIS = re.compile(r" (?:debut|bow|career|future|contract|days|team-mates?|colleagues?|goal|goals|shirt|spell)\b")
_MEETS = re.compile(
    r"\b(?:[a-z]{3,}(?:ed|ing)|between|and|joins?|push|sink|pass|leapfrog|into|for|against|beat|over|gave|give|put|past|sent|handed|fired|steer\w*|help\w*|keep|kept|visiting|by|to|"
    r"with|leaves|leave|left|leaving|lifts?|lifted|lifting|takes|took|taking|moves?|moved|moving|saw|sees|see|denied|"
    r"denying|earned|earning|gives|handed|hands|cost|costs|carried|drags?|dragged|dropped|dropping|pushed|pushes|"
    r"propelled|sends|keeps|kept|keeping|spared|saved|rescued|won|as|while|when|after|before|but|because) "
    r"the (?:[a-z]+(?:-[a-z]+)* )?$"
)
_AFTER_THE = re.compile(r"(?:^|[^a-z])the (?:[a-z]+(?:-[a-z]+)* )?$")
_PLURAL = re.compile(r"[A-Z][a-z]{2,}(?:s|men)")
_ARTICLE = Before(r"(?:^|\W)(?:the|his|her|their) (?:[a-z-]+ )?$", 24)
_RESULT_LINE = re.compile(r"\d ?- ?\d|\bvs? ")
_SOMEBODY_OF_THEIRS = re.compile(
    r"(?:'s?)? (?:(?:former|new|head|assistant|third|[a-z]+-choice|first-team|record|injured|veteran|young|teenage) )?"
    r"(?:boss|manager|coach|captain|skipper|striker|midfielder|defender|goalkeeper|keeper|winger|forward|fans|"
    r"supporters|players?|star|chairman|owner|number two|playmaker|full-back|centre-back|left-back|right-back|"
    r"legend|favourite|hero|chief executive|director|academy|debut|faithful)\b"
)
_BESIDE, _DESCRIBED, _BEFORE = 2, 3, 1
_NEAR = 28
_OWNS = 3  # letters
_RESULTS = frozenset({"WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN"})
_FRONT = 4  # letters that a nickname must share with a word of the name
_LEAD = 3  # sentences
_OPENS = 6  # letters that a sentence may have before its subject


def mark(text: Text, mentions: list[Mention], surnames: frozenset[str]) -> None:
    """Retype the nicknames of a story with two sides and more; "Hale's Drovers" is one too."""
    sides = {m.value for m in of_kinds(mentions, ("TEAM",)) if isinstance(m.value, str)}
    if len(sides) < 2:
        return
    names = [m for m in of_kinds(mentions, ("NAME",)) if _FORM.fullmatch(m.text) and not _is_known(m, surnames)]
    men = {m.end for m in of_kinds(mentions, ("NAME",)) if m.possessive} if names else set()
    told = [m for m in names if _may_be(text, m) or m.start - len("'s ") in men]
    if not told:
        return
    printed = Counter(m.text for m in told)
    play = Counter(m.text for m in told if _is_of_play(text, m))
    found = {name for name, n in play.items() if 2 * n >= printed[name]}
    for mention in of_kinds(mentions, ("NAME",)) if found else ():
        if mention.text in found:
            mention.kind, mention.value = "EPITHET", (KIND, mention.text)


def _is_known(mention: Mention, surnames: frozenset[str]) -> bool:
    """Somebody's surname, or a word that is no name."""
    word = mention.text.rsplit(" ", 1)[-1]
    return word in surnames or word in lexicon.name_words("NO_PERSON")


def _may_be(text: Text, mention: Mention) -> bool:
    """After "the" or "his", or before what somebody is ("Drovers boss Jon Hale")."""
    if text.lower.endswith(("his ", "her "), max(0, mention.start - 4), mention.start):
        return _OF_HIS.match(text.lower, mention.end) is not None
    after_the = _AFTER_THE.search(text.lower, max(0, mention.start - 24), mention.start) is not None
    return after_the or told_of_a_man(text.lower, mention)


def told_of_a_man(lower: str, mention: Mention) -> bool:
    """Whether a name only says whose a man or a crowd is: "Drovers boss Jon Hale", "Drovers fans"."""
    return _SOMEBODY_OF_THEIRS.match(lower, mention.end) is not None


def is_plural(name: str) -> bool:
    """ "Drovers", "Ferrymen"."""
    return _PLURAL.fullmatch(name) is not None


def called_by_its_end(mention: Mention, normal: str) -> bool:
    """ "Merrow Drovers" of a text that also says "the Drovers"."""
    words = mention.text.split()
    return len(words) == 2 and is_plural(words[1]) and f" the {words[1]} " in normal


def only_calls(lower: str, mention: Mention) -> bool:
    """ "the Drovers", "Hale's Drovers", "Drovers boss Jon Hale"; in a headline a nickname stands alone as well."""
    if _ARTICLE.search(lower, mention.start) or told_of_a_man(lower, mention):
        return True
    start, end = lower.rfind("\n", 0, mention.start) + 1, lower.find("\n", mention.end)
    line = lower[start : end if end >= 0 else len(lower)].rstrip()
    headline = line[-1:].isalnum() and not _RESULT_LINE.search(line)
    return headline or lower.endswith(("'s ", "s' "), 0, mention.start)


def _is_of_play(text: Text, mention: Mention) -> bool:
    """Whether it does what a side does, or is somebody's; once called "the Herons", a side is "Herons" too."""
    lower, end = text.lower, mention.end
    return any(words.match(lower, end) for words in (_PLAYS, _OF_HIS)) or _meets(text, mention)


def _meets(text: Text, mention: Mention) -> bool:
    return _MEETS.search(text.lower, max(0, mention.start - 40), mention.start) is not None


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


def beside(mention: Mention, sentence: Sentence | None) -> set[str]:
    """The sides that a nickname stands in a list with: "between Kestle and the Drovers" tells of two."""
    mentions = [] if sentence is None else sentence.mentions
    at = next((i for i, m in enumerate(mentions) if m is mention), 0)
    around = (mentions[max(0, at - 2) : at], mentions[at + 1 : at + 3][::-1])
    return {
        str(pair[0].value) for pair in around if [m.kind for m in pair] == ["TEAM", "AND"] and not pair[0].possessive
    }


class Bearers:
    """Which side bears each nickname of a story: that of the men it is told to have, else which of the match that its
    paragraphs are about."""

    def __init__(
        self,
        sentences: list[Sentence],
        pair_of: Callable[[Sentence], Pair | None],
        side_of_person: Callable[[str], str | None],
    ) -> None:
        self._sentences = sentences
        self._pair_of = pair_of
        self._side_of = side_of_person
        self._votes: dict[str, Counter[str]] = {}
        self._pairs: dict[str, set[Pair]] = {}
        self._men: dict[str, list[str]] = {}
        self._beside: dict[str, set[str]] = {}
        for sentence in sentences:
            for index, mention in enumerate(sentence.mentions):
                if mention.kind == "EPITHET" and mention.value[0] == KIND:
                    self._beside.setdefault(mention.value[1], set()).update(beside(mention, sentence))
                    self._men.setdefault(mention.value[1], []).extend(_its_men(sentence.mentions, index))
                    self._vote(sentence, index, self._votes.setdefault(mention.value[1], Counter()))

    def of_its_men(self, name: str) -> str | None:
        """The side of "Drovers boss Hale" and "Hale's Drovers", where Hale is told to be of that side."""
        sides = {side for man in self._men.get(name, ()) if (side := self._side_of(man)) is not None}
        return sides.pop() if len(sides) == 1 else None

    def left_over(self, name: str, main: Pair) -> str | None:
        """Of the story's two sides the one that it can only mean where it is once listed with the other: "the rivalry
        between Kestle and the Drovers"."""
        never = self._beside.get(name, set()) & set(main)
        return _other(main, never.pop()) if len(never) == 1 else None

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
        side_of_his = None if person is None else self._side_of(str(person.value))
        if side_of_his is not None:
            votes[side_of_his] += _DESCRIBED * (side_of_his in pair)
        listed = beside(mention, sentence)
        if listed and not listed & set(pair):
            return
        named = {m.value for m in of_kinds(mentions, ("TEAM",)) if m.value in pair}
        if len(named) == 1:
            votes[_other(pair, named.pop())] += _BESIDE
        elif not named and sentence.number:
            for side in self._about_before(sentence, pair):
                votes[side] += _BEFORE

    def _about_before(self, sentence: Sentence, pair: Pair) -> list[str]:
        """The side of the two that the sentence right before is about."""
        before = self._sentences[sentence.number - 1]
        near = before.paragraph == sentence.paragraph or self._pair_of(before) == pair
        return _about(before, pair) if near else []


def _its_men(mentions: list[Mention], index: int) -> list[str]:
    """ "Drovers boss Jon Hale", "Hale's Drovers"."""
    role, man = (*mentions[index + 1 : index + 3], None, None)[:2]
    before = mentions[index - 1] if index else None
    found = []
    if role is not None and man is not None and role.kind == "ROLE" and man.kind == "PERSON":
        found.append(str(man.value))
    if before is not None and before.kind == "PERSON" and before.possessive:
        found += [str(before.value)] * (mentions[index].start - before.end <= _OWNS)
    return found


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
