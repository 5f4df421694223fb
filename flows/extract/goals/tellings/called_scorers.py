"""Goals told only by what a man is called: "goalscorer X said", "two-goal hero X", "X, the scorer of their goal".

In: a story's lower-case text. Out: mentions of kind CALLED, found once for a whole story, and their reader. Who is the
top, record or regular scorer is called so for a season's goals, not for those of a match.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from flows.extract.cast.actors import Actor
from flows.extract.goals.tellings.teller import Teller
from flows.extract.goals.told import GoalTold
from flows.extract.text.mentions import Mention
from flows.extract.text.number_words import VALUES
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_COUNT = r"(?:two|three|four|five|twin|2|3|4)[- ]goal"
_CALLED = Sought(
    rf"\b(?:(?:{_COUNT}|hat-?trick|treble|goal|double|brace)[- ](?:hero(?:es)?|scorers?|getters?|marksman|star|man)|"
    rf"{_COUNT}(?! (?:lead|advantage|cushion|deficit|margin|win|victory|swing|burst|defeat|loss|haul|salvo|blitz))|"
    r"goal-?scorers?|scorers?|match[- ]?winners?)\b(?!-)"
)
_ITS_OWN = re.compile(
    r"(?:^|[.!?;:,\"'(-] ?|\b(?:said|says|added|adds|insisted|admitted|revealed|praised|praising|hailed|hailing|"
    r"by|from|for|with|and|but|when|while|after|that|as|then|before|where|both|fellow|substitute|teenage|late|"
    r"match-winning|winning|(?:mon|tues|wednes|thurs|fri|satur|sun)day's) )(?:the |both )?$"
)
_BEHIND = re.compile(
    r", (?:who was |himself )?(?:the |also )?(?:[a-z][\w'-]+ )?(?:match[- ]?winner|two-goal hero|hat-trick hero|"
    r"goal-?scorer|scorer)(?= (?:of|for|in|on|against|with|from|at|that|as|last|yesterday)\b|[,.])"
)
_OF_WHICH = re.compile(r" of (?:all (?P<all>three|four|five)|(?P<both>both)|(?P<n>two|three|four))\b")
_OF_LONG = re.compile(r" of (?:\d+|[a-z]+teen|[a-z]+ty|more|over|the (?:season|year|league|tournament|century))\b")
_NO_MATCH = re.compile(
    r"(?:\b(?:top|leading|record|all-time|highest|regular|prolific|proven|natural|best|joint|main|chief|new|potential|"
    r"likely|a|an|another|no|old|former|world|greatest|youngest|oldest|first|last season's) |-)$"
)
_CONFIDENCE = 0.8
_NUMBERS = {**VALUES, **{str(n): n for n in range(2, 6)}, "both": 2, "twin": 2, "hat": 3, "hattrick": 3}
_FIRST_WORD = re.compile(r"[a-z0-9]+")
_JOINED = frozenset("ROLE NATIONALITY AGE TEAM EPITHET AND TITLE COMMA".split())


class CalledScorers:
    """What men of one story are called for their goals, in order."""

    def __init__(self, text: str, lower: str, start: int, end: int) -> None:
        self._found = [m.span() for m in _CALLED.finditer(lower, start, end)]
        self._text = text

    def of(self, sentence: Sentence) -> list[Mention]:
        """Those of a sentence."""
        if not self._found:
            return []
        first, last = (bisect_left(self._found, (at,)) for at in sentence.span)
        return [Mention("CALLED", start, end, self._text[start:end]) for start, end in self._found[first:last]]


class CalledTeller(Teller):
    """Reads them."""

    def called(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """Of whom stands beside: "scorers A and B", "A, scorer of both"."""
        start = sentence.span.start
        if _NO_MATCH.search(self.lower, max(start, trigger.start - 24), trigger.start):
            return []
        owners, n = self._named_behind(sentence, trigger), _number(trigger.text.lower())
        if not owners:
            owners = self._named_before(sentence, trigger)
            if _OF_LONG.match(self.lower, trigger.end):
                return []
            told = _OF_WHICH.match(self.lower, trigger.end)
            n = n if told is None else int(_NUMBERS[told["all"] or told["both"] or told["n"]])
        goals = self.tell(sentence, trigger, owners, "goal.called", _CONFIDENCE)
        side = self._side_of(sentence, trigger)
        for goal in goals:
            goal.n, goal.described, goal.order, goal.kind = n, False, None, "open_play"
            if side is not None:
                goal.sides[side] += 5
        return goals

    def _named_behind(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        """ "goalscorer X", "scorers A and B", "match-winner and captain X"."""
        first = next((a for a in self.actors.of(sentence) if a.start >= trigger.end), None)
        if first is None or first.how != "name" or first.start - trigger.end > 40 or first.possessive:
            return []
        between = [m for m in sentence.mentions if trigger.end <= m.start < first.start]
        if any(m.kind not in _JOINED for m in between) or not self._introduces(sentence, trigger, first):
            return []
        several = trigger.text.lower().endswith(("scorers", "heroes", "winners", "getters"))
        return self.scorers.row.from_first(sentence, first) if several else [first]

    def _introduces(self, sentence: Sentence, trigger: Mention, first: Actor) -> bool:
        """Whether the word stands for itself before the name: "said goalscorer X", "Hexton's scorer, X"."""
        start = sentence.span.start
        if not self.lower.startswith(first.name.split()[0].lower() if first.name else "", first.start):
            return False
        words = self.lower[trigger.end : first.start].replace(",", " ").split()
        named = {w for m in sentence.mentions if m.kind in _JOINED for w in m.text.lower().split()}
        if any(w not in named and w not in ("and", "captain", "substitute") for w in words):
            return False
        if _ITS_OWN.search(self.lower, max(start, trigger.start - 24), trigger.start):
            return True
        return trigger.start == start or self._side_of(sentence, trigger) is not None

    def _named_before(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        """ "X, the scorer of their goal,"."""
        before = [a for a in self.actors.of(sentence) if a.end < trigger.start and a.how == "name"]
        if not before or before[-1].possessive or trigger.start - before[-1].end > 40:
            return []
        behind = _BEHIND.match(self.lower, before[-1].end, sentence.span.end)
        return before[-1:] if behind is not None and behind.end() == trigger.end else []

    def _side_of(self, sentence: Sentence, trigger: Mention) -> str | None:
        """The side whose scorer he is called: "Hexton's scorer X", "scorer of Corby's goal"."""
        for mention in sentence.mentions:
            ahead = 0 <= trigger.start - mention.end <= len("'s ")
            behind = 0 <= mention.start - trigger.end <= len(" of the ")
            if mention.kind in SIDES and (ahead or (behind and mention.possessive)):
                return self.state.side(mention, sentence)
        return None


def _number(called: str) -> int:
    """How many goals a word tells: two of a two-goal hero, one of a scorer."""
    word = _FIRST_WORD.match(called)
    return int(_NUMBERS.get(word.group(), 1)) if word is not None else 1
