"""When a goal fell: the minutes of a sentence shared out among the goals it tells.

Each goes to the goal told nearest, what stands after a goal before what stands ahead. Beside a goal a bare number is a
minute too: "struck on 27".
"""

from __future__ import annotations

import re

from flows.extract.goals.told import GoalTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.minutes import Minute
from flows.extract.text.sentence import Sentence

_FAR, _NEXT_BEST = 150, 75
_CLAUSE = re.compile(r"(?:,|;| -)? (?:only for|but|before|while|although|though|and then)\b")
_TOOK_UNTIL = re.compile(
    r"\b(?:until|till|took|was|wait\w*|waited)(?: almost| nearly| only| just)?(?: for)? (?:the )?$"
)
_OF_A_GOAL = re.compile(
    r"\b(?:goal|opener|equali[sz]er|leveller|second|third|fourth|reply|breakthrough) (?:\w+ )?(?:came|arrived|"
    r"followed) (?:just |only )?$"
)
_LAST_MINUTE = 125
_BEFORE_HIM = 12  # "came in the 20th minute from X": less near than to whom a minute follows
_NO_GOAL = re.compile(
    r" (?:half-time )?(?:substitut\w+|sub|replacement|introduction|arrival|booking|dismissal|change|red card|"
    r"yellow card)\b|"
    r" (?:[a-z-]+ ){0,2}(?:header|goal|effort|strike|shot|penalty|free-kick|volley)(?: (?:by|from) [\w' .-]{3,30}?)? "
    r"(?:was|were|being|is) (?:[a-z]+ )?(?:disallowed|ruled out|chalked off|saved|cleared|tipped|blocked|kept out)\b"
)
_BUT = re.compile(r",? but [^.;]{0,60}")
_MISSED_REACH = 24  # letters
_NEEDED = ("need", "took", "taken", "taking")
_CAME_ON = re.compile(
    r"\b(?:(?:threw|sent|brought|came|put) on\b|introduc\w+|off the bench|substitute|replac\w+|debut|"
    r"after the (?:break|"
    r"interval|restart)|half-time|second half)"
)
_CAME_OR_WENT = re.compile(
    r"\b(?:(?:came|come|coming|sent|brought|thrown|put) on|introduced|entered|replaced|(?:went|come|came|going|limp\w+|"
    r"hobbl\w+|carried|stretchered|helped|taken|led|forced|walked|sent|ordered) off|off injured|pulled up|broke down|"
    r"(?:was|were|been|being) (?:\w+ )?(?:hurt|injured|booked|dismissed|cautioned|substituted|withdrawn)|red card|"
    r"(?:got|given|shown|receiv\w+) (?:a|his|her) (?:[\w-]+ ){0,2}(?:red|yellow|booking|caution|marching orders))"
    r"(?: (?:as|for|with|because of|by|injured|hurt) [a-z' .-]{2,30}?| [a-z'-]+(?: [a-z'-]+)?| injured| hurt)?,? $"
)
_ASIDE_ON = re.compile(
    r", (?:only |just |who (?:had )?)?(?:(?:sent|brought|thrown|put|came|come) on|on|introduced|replac\w+|called)\b"
    r"[^.;]*$"
)
_STOOD = re.compile(
    r"\b(?:led|leading|lead|were|was|up|ahead|in front|trailed|trailing|behind|down)(?: \d-\d)?,? "
    r"(?:after|inside|within|at|by|with) (?:just |only |barely )?$|\bby (?:the )?$"
)
_LEADS = ("after", "inside", "within", "with", "by", "at")
_BY_THEM = re.compile(r",? (?:thanks to|through goals|through|courtesy of|with goals|after goals|following goals)\b")
_HAD_DONE = re.compile(r"[^.;]*\b(?:after|as|since)\b[^.;]*\bhad $")
_ON = re.compile(r"(?=\s*(?:$|[.,;:)]|(?:and|when|with|before|after|as|to|from|through|by|for the|but|while|then)\b))")
_NO_MINUTE = re.compile(r"\b(?:points?|goals?|games?|caps?|level|sits?|are|is|stay\w*|remain\w*|up to|move\w*) on $")


def give_minutes(state: StoryState, sentence: Sentence, told: list[GoalTold]) -> None:
    """Set the minutes of the goals told in a sentence."""
    _bare_minutes(state, sentence)
    pairs: list[tuple[float, int, int, Mention]] = []
    for mention in sentence.mentions:
        if mention.kind == "MINUTE" and _NO_GOAL.match(state.text.lower, mention.end):
            continue
        if mention.kind == "MINUTE" and _since_he_came(state.text.lower, sentence, mention):
            continue
        if mention.kind == "MINUTE" and _of_a_miss(state.text.lower, sentence, mention):
            continue
        if mention.kind == "MINUTE" and _when_one_came_or_went(state.text.lower, sentence, mention):
            continue
        if mention.kind == "MINUTE" and _when_it_stood(state.text.lower, sentence, mention, told):
            continue
        if mention.kind != "MINUTE" or any(g.minute == mention.value.minute for g in told if g.minute is not None):
            continue
        if state.text.lower.endswith(" by ", 0, mention.start):
            continue  # "it was two by the 30th minute"
        ranked = sorted(
            (
                _distance(sentence, mention, goal)
                + _apart(state.text.lower, mention, goal)
                + _anothers(sentence, mention, goal),
                i,
            )
            for i, goal in enumerate(told)
            if goal.described and goal.minute is None
        )
        near = [(distance, i) for distance, i in ranked if distance < _FAR]
        pairs += [(distance, i, mention.start, mention) for distance, i in near[:1]]
        pairs += [(distance, i, mention.start, mention) for distance, i in near[1:2] if distance < _NEXT_BEST]
    _deal_out(state, told, sorted(pairs, key=lambda pair: pair[:3]))


def _deal_out(state: StoryState, told: list[GoalTold], pairs: list[tuple[float, int, int, Mention]]) -> None:
    """Give each goal the minute that stands nearest to it, each minute to one goal."""
    goals: set[int] = set()
    minutes: set[int] = set()
    for _, index, start, mention in pairs:
        if index in goals or start in minutes:
            continue
        goals.add(index)
        minutes.add(start)
        minute = resolved(state, mention)
        if minute is not None:
            told[index].minute, told[index].added_time = minute.minute, minute.added


def _apart(lower: str, minute: Mention, goal: GoalTold) -> int:
    """Too far off is a goal whose clause begins behind the minute: "on 61 minutes, only for X to level"; not "It was
    the 61st minute before X levelled"."""
    first = max(goal.sentence.span.start, minute.start - 40)
    if _OF_A_GOAL.search(lower, first, minute.start) and lower.find(", and ", minute.end, goal.start) >= 0:
        return _FAR  # "the second came on the hour, and X sealed it"
    if _CLAUSE.match(lower, minute.end, max(minute.end, goal.start)) is None:
        return 0
    return 0 if _TOOK_UNTIL.search(lower, max(goal.sentence.span.start, minute.start - 30), minute.start) else _FAR


def _anothers(sentence: Sentence, minute: Mention, goal: GoalTold) -> int:
    """Too far off is a goal from a minute that stands behind the name of whose goal it was: "cancelled out X's
    second-minute header"."""
    owner = next((m for m in sentence.mentions if m.possessive and 0 < minute.start - m.end <= len("'s ")), None)
    other = owner is not None and owner.kind == "PERSON" and not goal.same_scorer(str(owner.value))
    return _FAR if other and goal.at < minute.start else 0


def _since_he_came(lower: str, sentence: Sentence, minute: Mention) -> bool:
    """ "came on at the break and needed ten minutes to level": counted from when he came on."""
    if not lower.startswith(_NEEDED, minute.start):
        return False
    return _CAME_ON.search(lower, sentence.span.start, minute.start) is not None


def _of_a_miss(lower: str, sentence: Sentence, minute: Mention) -> bool:
    """ "blazed over after 17 minutes but made no mistake on the hour"; the rebound falls in the same minute."""
    but = _BUT.match(lower, minute.end, sentence.span.end)
    if but is None or "rebound" in but.group():
        return False
    before = [m for m in sentence.mentions if minute.start - _MISSED_REACH < m.end <= minute.start]
    return any(m.kind == "VETO" for m in before) and not any(m.kind in ("AND", "SUBORDINATE") for m in before)


def _when_one_came_or_went(lower: str, sentence: Sentence, minute: Mention) -> bool:
    """ "X, sent on for Y eleven minutes from time, scored", "went off after 20 minutes and X, who came on,
    scored": when a man came or went."""
    if _CAME_OR_WENT.search(lower, max(sentence.span.start, minute.start - 60), minute.start):
        return True
    opened = lower.rfind(",", sentence.span.start, minute.start)
    return (
        lower.startswith(",", minute.end) and opened >= 0 and _ASIDE_ON.match(lower, opened, minute.start) is not None
    )


def _when_it_stood(lower: str, sentence: Sentence, minute: Mention, told: list[GoalTold]) -> bool:
    """ "led 2-0 after half an hour thanks to A and B", "with 15 minutes to play X looked lost after A's goals had put":
    by when the score stood, which is no goal's minute."""
    first = sentence.span.start
    if lower.startswith(":", minute.end) or (len(told) > 1 and _BY_THEM.match(lower, minute.end, sentence.span.end)):
        at = next((minute.start + len(w) + 1 for w in _LEADS if lower.startswith(f"{w} ", minute.start)), minute.start)
        return _STOOD.search(lower, max(first, at - 40), at) is not None
    if minute.start - first > len("And with ") or not lower.startswith("with ", first, minute.end):
        return False
    verbs = [g.at for g in told if g.at > minute.end]
    return any(_HAD_DONE.match(lower, minute.end, at) is not None for at in verbs)


def _distance(sentence: Sentence, minute: Mention, goal: GoalTold) -> float:
    if minute.start >= goal.end:
        owned = 50 if goal.cancelled else 0
        between = [m.kind for m in sentence.mentions if goal.end <= m.start < minute.start]
        barriers = 45 * sum(k in ("SUBORDINATE", "STOP", "AND", "VETO", "WHO") for k in between) + 10 * between.count(
            "COMMA"
        )
        return minute.start - goal.end + barriers + owned + (45 if between.count("DASH") % 2 else 0)
    if minute.end <= goal.at:
        between = [m.kind for m in sentence.mentions if minute.end <= m.start < goal.at]
        return (
            goal.at
            - minute.end
            + (0 if goal.start <= minute.start else 12)
            + 30 * sum(k in ("AND", "STOP", "GOAL_VERB", "VETO") for k in between)
            + 10 * sum(k in ("SUBORDINATE", "DASH") for k in between)
            + max(0, minute.start - goal.start) / 100
        )
    return (minute.start - goal.start) / 100 + (_BEFORE_HIM if goal.at < minute.start else 0)


def resolved(state: StoryState, mention: Mention) -> Minute | None:
    """The minute a mention means; "seven minutes later" counts from the last minute told shortly before."""
    minute: Minute = mention.value
    if minute.later is None:
        return minute
    earlier = [m for m in of_kinds(state.mentions, ("MINUTE",)) if m.start < mention.start]
    if not earlier or mention.start - earlier[-1].end > 420:
        return None
    last = resolved(state, earlier[-1])
    return None if last is None or last.minute is None else Minute(last.minute + minute.later)


def _bare_minutes(state: StoryState, sentence: Sentence) -> None:
    """Numbers that beside a goal can only be its minute become one."""
    lower = state.text.lower
    for mention in sentence.mentions:
        if mention.kind != "NUMBER" or not mention.text.isdigit() or not 0 < int(mention.text) <= _LAST_MINUTE:
            continue
        on = lower.endswith((" on ", " after "), 0, mention.start) and _ON.match(lower, mention.end) is not None
        on = on and not _NO_MINUTE.search(lower, max(0, mention.start - 20), mention.start)
        if on:
            mention.kind, mention.value = "MINUTE", Minute(int(mention.text))
