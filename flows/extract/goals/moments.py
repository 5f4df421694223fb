"""How and as which of the scorer's goals a goal fell: kind, order. Its minute is `minutes.py`'."""

from __future__ import annotations

import re

from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_PENALTY = re.compile(
    r"\bpenalty(?! (?:area|box|claim|appeal|shout|shoot|miss))|\bspot[- ]kick|\bfrom the (?:penalty "
    r")?spot\b|\bfrom 12 yards\b|\bfrom twelve yards\b|"
    r"(?<!\bto )(?<!\bon )(?<!force )(?<!forced )(?<!forcing )"
    r"(?<!minutes from )(?<!seconds from )(?<!away from )\bpenalties\b"
)
_AWARDED = re.compile(
    r"\b(?:won|awarded|given|earned|conceded|winning|conceding|pointed to|pointing to|gave away|giving "
    r"away|resulting)\b[^.]{0,40}\b(?:penalty(?! (?:area|box))|spot)\b"
)
_REBOUND = re.compile(r"\b(?:the|his|her) (?:rebound|follow-up)\b")
_HEADED = re.compile(
    r"\bhead(?:ed|ing|er|s)\b|\bnod(?:ded|ding)?\b|\bdiving header|"
    r"\b(?:ris(?:ing|en)|rose) (?:high|highest|(?:[\w-]+ ){0,4}?to (?:head|meet))\b"
)
_FREE_KICK = re.compile(
    r"\b(?:with|direct|directly from|straight from|from|curl\w*|bent|bending|whipp\w+|an?|his|her|superb|"
    r"stunning) (?:(?:an?|his|her|the|direct|indirect|quick|[a-z]+ing|[a-z]+ous|[a-z]+ful|[a-z]+ive|[a-z]+nt|[a-z]+ed|"
    r"superb|fine|late|low|in|home|over|\d+-yard|[a-z]+-yard|[a-z]+ic) ){0,4}free[- ]kick"
    r"(?! (?:was|from (?!\d|outside|distance|the edge|long)|by|into the (?!top|bottom|far|near|corner|net|roof|right|"
    r"left)))|\bthe (?:resulting )?free[- ]kick (?:into|past|over the wall|in off|home|under|beyond|low|high)\b"
)
_ORDERS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_ORDER = re.compile(
    r"\b(?:his|her) (second|third|fourth|fifth)(?: goal| strike)?(?: of the (?:game|match|night|afternoon|"
    r"evening|day|contest|half))?(?=\s*(?:$|[.,;:)-]|and |with |from |after |on |in the |just |before |"
    r"when |as |to |moments |\d|midway |shortly |late |early |prior |three |two |four |five |six |seven |"
    r"eight |nine |ten ))"
)
_HAT_TRICK = re.compile(
    r"\b(?:completed?|completing|seal\w*|wrap\w* up|clinch\w*) (?:his|her|an?) (?:[\w-]+ "
    r"){0,2}(?:hat-trick|hat trick|treble)"
)
_BRACE = re.compile(r"\b(?:completed?|completing|seal\w*) (?:his|her|an?) (?:[\w-]+ ){0,2}(?:brace|double)")
_BESIDE, _SHORT = 26, 60  # letters
_HALVES = (
    (
        re.compile(
            r"\b(?:(?:stoppage|injury|added|additional)[- ]time|last[- ](?:gasp|minute|ditch|second)|at the death|"
            r"(?:dying|final|closing) (?:seconds|minute)|last kick)\b(?! (?:of|at the end of) the first| before)"
        ),
        (84, 130),
    ),
    (
        re.compile(
            r"\b(?:first[- ]half|before (?:the break|the interval|half[- ]time))\b(?! (?:injury|stoppage|added))"
        ),
        (0, 50),
    ),
    (re.compile(r"\b(?:second[- ]half|after (?:the break|the interval|half[- ]time|the restart))\b"), (44, 130)),
)
_NEXT_CLAUSE = Sought(r", (?:and|but|while|only|before|as)\b| but ")
_TOLD = frozenset({"GOAL_VERB", "GOAL_ACT", "GOAL_NOUN"})
_DEEDS = frozenset({"GOAL_VERB", "GOAL_ACT", "GIVE_LEAD"})
_THEN = Sought(r"\b(?:then|before|later)\b")
_GIVEN = re.compile(r"\bpenalt(?:y|ies)\b(?! area| box)|\bspot(?:-kick)?\b")
_AGAIN = re.compile(r"^ (?:\w+ly )?again\b|^ (?:\w+ ){0,2}once more\b|^ a second time\b")


_OF_A_PENALTY = Sought(
    r"\b(?:penalty|penalties|spot[- ]kick|pen),? (?:which|that) (?:the |his |her )?(?:[\w'-]+ ){1,4}$"
)


def kind_of(state: StoryState, sentence: Sentence, trigger: Mention, start: int, end: int) -> str:
    """open_play, header, free_kick or penalty, by the trigger and what stands in its clause."""
    if trigger.value in ("header", "penalty", "free_kick"):
        return str(trigger.value)
    stop = _clause_end(sentence, end)
    cut = _NEXT_CLAUSE.search(state.text.lower, end, stop)
    stop = cut.start() if cut else stop
    stop = _next_goal(state.text.lower, sentence, end, stop)
    start = _since_another(state.text.lower, sentence, trigger, start)
    text = state.text.lower[start:stop]
    if trigger.value != "penalty" and _REBOUND.search(state.text.lower, trigger.start, stop):
        return "header" if _HEADED.search(state.text.lower[trigger.start : stop]) else "open_play"
    if _PENALTY.search(state.text.lower[min(start, trigger.start) : stop]) or _AWARDED.search(
        state.text.lower[sentence.span.start : trigger.start]
    ):
        return "penalty"
    if _OF_A_PENALTY.search(state.text.lower, sentence.span.start, trigger.start):
        return "penalty"
    if "wrong way" in trigger.text.lower():  # a keeper's, from the spot where one was given
        before = state.sentences[sentence.number - 1] if sentence.number else sentence
        return "penalty" if _GIVEN.search(state.text.lower, before.span.start, trigger.start) else "open_play"
    if _HEADED.search(state.text.lower[trigger.start : stop]):
        return "header"
    return "free_kick" if _FREE_KICK.search(text) else "open_play"


def half_of(lower: str, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Within which minutes a goal fell by the words beside it: "a stoppage-time penalty", "scored before the break"."""
    first, last = max(sentence.span.start, start - _BESIDE), min(sentence.span.end, end + _BESIDE)
    head = re.split(r"[,;]| and | but ", lower[first:start])[-1]
    tail = re.split(r"[,;.]| and | but | before (?!the|half)| after (?!the|half)", lower[end:last])[0]
    words = head + lower[start:end] + tail if end - start < _SHORT else head + " | " + tail
    return next((within for told, within in _HALVES if told.search(words)), None)


def _next_goal(lower: str, sentence: Sentence, start: int, stop: int) -> int:
    """Where the next deed of the same man begins: "pulled one back on 51 minutes and converted a penalty"."""
    for mention in sentence.mentions:
        deed = (
            start <= mention.start < stop and mention.kind in _DEEDS and mention.text.lower().split()[0].endswith("ed")
        )
        if deed and lower.endswith((" and ", ", ", " then "), start, mention.start):
            return mention.start
    return stop


def _since_another(lower: str, sentence: Sentence, trigger: Mention, start: int) -> int:
    """Where the clause begins in which a scorer strikes once more: "hit an equaliser from a free-kick then scored"."""
    earlier = [m for m in sentence.mentions if start <= m.start < trigger.start and m.kind in _TOLD]
    then = _THEN.search(lower, earlier[0].end, trigger.start) if earlier else None
    return then.start() if then else start


def _clause_end(sentence: Sentence, position: int) -> int:
    """Where the next person, clause or goal begins."""
    for mention in sentence.mentions:
        if mention.start < position:
            continue
        if mention.kind == "NAME" and not mention.possessive:
            return mention.start
        if mention.kind in (
            "PERSON",
            "SUBORDINATE",
            "STOP",
            "QUOTE",
            "DASH",
            "HE",
            "VETO",
        ):
            return mention.start
    return sentence.span.end


def order_of(state: StoryState, sentence: Sentence, trigger: Mention) -> int | None:
    """2 for "his second" or "again", 3 for "completed his hat-trick"."""
    lower = state.text.lower
    stop = min(sentence.span.end, trigger.end + 60, _clause_end(sentence, trigger.end))
    around = lower[max(sentence.span.start, trigger.start - 24) : stop]
    if _HAT_TRICK.search(around):
        return 3
    scored = trigger.text.lower() in (
        "scored",
        "struck",
        "netted",
        "scoring",
        "scores",
        "found the net",
        "on target",
        "shot",
    )
    scored = scored or trigger.text.lower().startswith(("shot ", "headed ", "fired "))
    again = trigger.text.lower().endswith(" again")
    if _BRACE.search(around) or again or (scored and _AGAIN.match(lower[trigger.end : trigger.end + 24])):
        return 2
    found = _ORDER.search(lower, trigger.start, stop + 1) or _ORDER.search(around)
    return _ORDERS[found.group(1)] if found else None
