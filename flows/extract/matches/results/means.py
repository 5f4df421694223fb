"""What a side did by means of a result: "X left Y bottom with a 2-0 win", "X ended Y's run by winning 2-0".

In: the mentions of a sentence before a result and the place of a side among them. Out: whether that side is whom the
sentence's subject did something to, whatever the verb: the result is the subject's.
"""

from __future__ import annotations

import re

from flows.extract.cast.watched import did_after_watching
from flows.extract.text.beside import Before
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence, objective
from flows.extract.text.sought import Sought

_RESULT_NOUNS = frozenset({"WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN"})
_GOES_TO = frozenset({"TRAVEL", "HOST", "FIXTURE"})
_NO_SUBJECTS = frozenset(
    "SCORE WIN WIN_INTRANSITIVE LOSE BEATEN DRAW GOAL_VERB GOAL_NOUN AT AGAINST WITH TO BY AND SUBORDINATE".split()
)
_SAME_TIE = Sought(r"\b(?:return|rematch|replay|again|first[- ]leg|second[- ]leg)\b")
_BY_MEANS = re.compile(
    r"\b(?:with|by|after|following|thanks to|courtesy of|through|via)"
    r"(?: (?:an?|the|their|another|yet another))?(?: [\w-]+){0,4} $"
)
_AFTER = frozenset({"after", "following"})
_REPLIED = re.compile(
    r"\b(?:hal(?:f|v)\w*|cut|reduc\w+|narrow\w+|trimm\w+) (?:the|their) (?:deficit|arrears|lead|margin)|"
    r"(?:pulled|got|grabbed|clawed|headed|snatched|had) (?:one|a goal) back|repl(?:y|ied)\b|respon(?:se|ded)\b|"
    r"consolation\b|"
    r"hit back\b|level(?:l?ed|ler)\b|equali[sz](?:ed|er)\b|gave [\w' ]{2,24} hope\b"
)
_ITS_REPLY = re.compile(
    r"'s? (?:[\w-]+ ){0,3}?(?:reply|response|consolation|answer)(?: goal)? (?:came|was|were|arrived|had come)\b[^.;]*"
    r"\b(?:in|of) (?:an?|the) (?:[\w-]+ )?$"
)
_TURNED = re.compile(r"\b(?:ahead|in front|lead|led|turn\w+|they|winner for)\b")
_BUT_HE = re.compile(r",? (?:but|only for|until)\b")
_BEFORE_HE = re.compile(r",? before\b")
_SIDE_TURNED = re.compile(
    r",? (?:but|only for|before|until) the (?:[\w-]+ ){0,2}?(?:champions|holders|leaders|hosts|visitors|side|team|men|"
    r"favourites|underdogs|minnows|[a-z]+s) (?:\w+ly |soon |then )?(?:respond|hit back|repl|fought back|came (?:back|"
    r"from)|"
    r"rall|recover|turned|level|equalis|roared|struck|stormed)"
)
_CLEARLY = 2  # goals
_WATCHERS = SIDES | {"NAME", "PLACE"}
_DID = re.compile(
    r"(?:,[^,.;]{2,40},)? (?:[a-z]+ly |have |had |has |then |also |now |finally |again |once |duly |still |to )*"
    r"(?!(?:saw|sees?|let|watch\w*|made|make|makes|meant|means|helped?|helps|and|but|as|or|while|when|after|before|if|"
    r"than|that|who|whom|which|where|with|for|like|because|until|once|since|though|although|v|vs|felt|knew|said|say) )"
    r"[a-z][a-z-]+ (?:(?:off|up|down|out|over|past|on|to|back|into) )?"
    r"(?:(?:[\w-]+ )?(?:blow|end|defeat|halt|damage|misery|pressure|stop) (?:on|to|for) )?"
    r"(?:(?:the|their|title|league|leaders|champions|holders|hosts|visitors|rivals|neighbours|strugglers|fellow|local|"
    r"city|unbeaten|leading|table-topping|bottom|side|club|[\w-]+-placed|[\w-]+ing|high-flying|lowly|mighty) ){0,3}"
)
_ITS_SETBACK = re.compile(
    r"'s? (?:[\w-]+ ){0,3}?(?:slips?|slip-ups?|stumbles?|defeats?|loss(?:es)?|draws?|lapses?|setbacks?|misfortune|"
    r"failures?|failing|wobbles?|problems|woes|dropped points|off-day|absence|reverse|stalemate|expense)\b"
)
_GOING = (
    r"(?:travels?|visits?|hosts?|entertains?|welcomes?|faces?|meets?|plays?|takes? on|go|goes|heads?|tackles?|"
    r"makes? (?:the|a|their) (?:[\w-]+ )?(?:trip|journey|visit)|returns?|resumes?|comes? up against|kick off|are at|"
    r"is at|are away|are at home|are back)"
)
_ITS_NEXT = re.compile(
    r"\b(?:when|as|while|where|before|and|but|so|then|ahead of|now)(?: (?:then|now|next|also))?"
    r"(?: (?!to\b|of\b|at\b|had\b|was\b|were\b)[\w'-]+){0,4}?"
    r"(?: (?:will|must|can|have to|prepare to|get ready to|get set to|look to|hope to|try to|bid to|aim to))?"
    rf" {_GOING}\b(?!-)|"
    r"\b(?:for|ahead of|before|going into|heading into|in time for|with|look(?:ing)? (?:forward|ahead) to) "
    r"(?:the|their|his|her|our|a|an|this|to(?:morrow|night|day)'s|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?: (?:night|evening|afternoon|lunchtime))?'s|(?:this |the |next )?(?:weekend|week|midweek)'s) (?:[\w'-]+ ){0,3}?"
    r"(?:trip|visit|journey|game|match|clash|fixture|tie|meeting|encounter|derby|test|showdown|date|arrival)\b(?!-)|"
    r"\b(?:behind (?:them|him|us|her)|out of (?:their|his|our) (?:minds|systems?))\b"
)
_SETTLED_AGAIN = Sought(
    r"\b(?:aveng\w+|revenge|retribution|make amends|make up for|rematch|replay|first[- ]leg|second[- ]leg|"
    r"return (?:leg|match|game|fixture|clash|tie))\b"
)
_GOES_ON = re.compile(r"(?:'s?)? (?:celebrat|rejoic|go(?:ing)?\b|climb\b|mov(?:e|ing)\b|win\b)")
_CLASH = 40  # letters: "an ugly off-the-ball confrontation with "
_SET_ON = re.compile(
    r"\b(?:elbow|kick|punch|foul|stamp|tackl|trip|hack|head-?butt|push|shov|barg|slapp?|hitt|injur|hurt|floor|fell|"
    r"upend|abus|insult|confront|chok|scratch|bit|gestur|spitt)\w*(?:ing|ed|al|t)? (?:on |at |in )?$|"
    r"\b(?:clash\w*|collid\w*|collision|tangl\w*|scuffl\w*|altercation|confrontation|row|argument|brawl|bust-up|"
    r"coming-?together|tussl\w*|grappl\w*|spat|exchange|incident|flare-up)(?: \w+){0,2} (?:with|involving|between) $|"
    r"\b(?:challenges?|tackles?|fouls?|lung\w+|stamp|elbow|assault|attack|punch|kick|headbutt|spit\w*|spat|swing\w*|"
    r"sw[iu]ng|hands? (?:in|to) the face) (?:on|by|from|at|of) $"
)
_PASSED = Before(
    r"\b(?:leapfrog\w*|overt[ao]\w+|replac\w+|join\w*|(?:above|ahead of|clear of|level with|behind|adrift of|"
    r"up with|gap (?:on|to)|ground on|away from)) "
    r"(?:the |league |leaders |champions |rivals |neighbours |[\w-]+-placed )*$",
    60,
)


_CONDEMNS = re.compile(
    r",? (?:ha(?:d|s|ve) |having |have now |also |then |duly |promptly )*"
    r"(?:condemn|consign|doom|sentenc|subject|sen[dt])(?:ed|s|ing)?(?: [a-z'-]+){0,4} "
)
_TO_DEFEAT = re.compile(
    r" to (?:(?:their|its|an?|another|yet another|the|further) )?(?:[\w'-]+ ){0,6}?(?:defeat|loss|reverse)\b"
)
_PURSUED = Before(
    r"\b(?:pursuit|chase|hunt|heels|tails?|coat-?tails|shadow|wake|slipstream) of (?:[\w'-]+ ){0,3}$",
    60,
)


def is_watched(lower: str, before: list[Mention], index: int, anchor: Mention) -> bool:
    """ "Y watched X stumble and won 3-2": whether the side at `index` is such an X, and the result is not its own."""
    side = before[index]
    if side.possessive or not index or before[index - 1].kind not in _WATCHERS:
        return False
    return did_after_watching(lower, before[index - 1].end, (side.start, side.end), anchor.end)


def only_replied(lower: str, side: Mention, anchor: Mention) -> bool:
    """ "X's Orr halved the deficit but Hale sealed a 3-1 win": whether a side before a win has scored in reply alone:
    the win is the other one's."""
    between = lower[side.end : anchor.start]
    if side.possessive and _ITS_REPLY.match(lower, side.end, anchor.start):
        return True
    if _SIDE_TURNED.search(between):
        return True
    replied = _REPLIED.search(between)
    if replied is None or _TURNED.search(between, replied.end()) is not None:
        return False
    clear = anchor.kind == "SCORE" and abs(anchor.value[0] - anchor.value[1]) >= _CLEARLY
    turn = _BUT_HE.search(between, replied.end()) or (_BEFORE_HE.search(between, replied.end()) if clear else None)
    return turn is not None


def had_a_setback(lower: str, side: Mention, anchor: Mention) -> bool:
    """ "took advantage of X's defeat with a 2-0 win": whether a side's own slip is told, which the result is not."""
    setback = _ITS_SETBACK.match(lower, side.end) if side.possessive else None
    if setback is None:
        return False
    between = lower[setback.end() : anchor.start]
    return "," in between or _BY_MEANS.search(f" {between}") is not None


def only_passed(lower: str, side: Mention, anchor: Mention) -> bool:
    """ "X leapfrogged Y with a 2-0 win", "X moved level with Y by winning 2-0": a rival in the table, met or not."""
    if side.start > anchor.start or side.possessive or _PASSED.search(lower, side.start) is None:
        return False
    return _BY_MEANS.search(lower, side.end, anchor.start) is not None


def is_met_next(lower: str, sentence: Sentence, result: Mention, side: Mention) -> bool:
    """ "After a 2-0 win, X travel to Y", "forget the defeat when they travel to Y": whether Y stands behind a verb of
    its own, of a clause that a comma begins or that tells of what is still to come; not in one tie."""
    if _ITS_NEXT.search(lower, result.end, side.start) and _SETTLED_AGAIN.search(lower, *sentence.span) is None:
        return LETTER["LEG"] not in sentence.shape
    if LETTER["COMMA"] not in sentence.shape or not (_GOES_TO & {m.kind for m in sentence.mentions}):
        return False
    between = [m for m in sentence.mentions if result.start <= m.start < side.start]
    noun = max((i for i, m in enumerate(between) if m.kind in _RESULT_NOUNS), default=-1)
    told = [m.kind for m in between[noun + 1 :]]
    goes = next((i for i, kind in enumerate(told) if kind in _GOES_TO), 0)
    if noun < 0 or told[:1] != ["COMMA"] or not goes or not _NO_SUBJECTS.isdisjoint(told[1:goes]):
        return False
    if goes == 1 and between[noun + 2].text.lower().endswith("ing"):
        return False  # "a 2-0 win, travelling to Y"
    return LETTER["LEG"] not in sentence.shape and _SAME_TIE.search(lower, *sentence.span) is None


def owns_who_was_fouled(lower: str, before: list[Mention], index: int) -> bool:
    """ "banned for elbowing X's Hale in the 4-2 defeat": whether a side only owns the man on whom another's man set."""
    side, after = before[index], before[index + 1 : index + 3]
    owned = side.possessive and any(m.kind in ("PERSON", "NAME") for m in after)
    if not owned or not any(m.kind in SIDES or m.kind == "PERSON" for m in before[:index]):
        return False
    return _SET_ON.search(lower, max(0, side.start - _CLASH), side.start) is not None


def _is_condemned(lower: str, before: list[Mention], index: int, anchor: Mention) -> bool:
    """ "X condemned Y to their third straight defeat with a 2-1 win": Y, and the "their" that is Y's."""
    if before[index].text.lower() == "their":
        owner = next((i for i in range(index - 1, -1, -1) if before[i].kind in SIDES), None)
        return owner is not None and _is_condemned(lower, before, owner, anchor)
    side = before[index]
    if side.kind not in SIDES or _TO_DEFEAT.match(lower, side.end, anchor.start) is None:
        return False
    actor = next((m for m in reversed(before[:index]) if m.kind in SIDES or m.kind == "NAME"), None)
    return actor is not None and _CONDEMNS.fullmatch(lower, actor.end, side.start) is not None


def is_acted_on(lower: str, before: list[Mention], index: int, anchor: Mention) -> bool:
    """ "X left Y bottom with a 2-0 win": whether the side at `index` is such a Y of the result at `anchor`."""
    side = before[index]
    if side.kind in SIDES and not side.possessive and _PURSUED.search(lower, side.start) is not None:
        return True  # "kept up their pursuit of leaders Y with a 2-0 win"
    if _is_condemned(lower, before, index, anchor):
        return True
    if side.text.lower() == "their" and index and lower[before[index - 1].end : side.start] == " ":
        return is_acted_on(lower, before, index - 1, anchor)  # "handed Y their first defeat with a 2-1 win"
    if (
        side.kind not in SIDES
        or not _BY_MEANS.search(lower, side.end, anchor.start)
        or lower.find(",", side.end, anchor.start) >= 0
    ):
        return False
    between = [m for m in before[index + 1 :] if m.text.lower() not in _AFTER]
    if _GOES_ON.match(lower, side.end) or any(m.kind in ("WHO", "SUBORDINATE", "AND") for m in between):
        return False
    actor = next((i for i in range(index - 1, -1, -1) if before[i].kind in SIDES or before[i].kind == "NAME"), None)
    if actor is None or before[actor].possessive or objective(before, actor):
        return False
    return _DID.fullmatch(lower, before[actor].end, side.start) is not None
