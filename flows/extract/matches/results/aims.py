"""Matches that are only aimed at: who must beat X, hopes to win at Y, wants to go top by beating Z.

In: the lower-case text, a sentence and what a frame of a result without a score bound in it. Out: whether the words put
the match ahead. What somebody needs or wants to do has not been done.
"""

from __future__ import annotations

import re

from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_AIM = re.compile(
    r"\b(?:must|needs? to|have to|has to|if|fails? to|hop\w+ to|aims? to|aiming to|looking to|bid to|"
    r"bidding to)\b(?!.*\b(?:had|would have)\b)"
)
_WANTED = Sought(
    r"\b(?:wants?|hopes?|hoping|aims?|aiming|urg(?:es|ed|ing)|desperate|determined|bidding|bids?|looking|eager|out)"
    r"(?: [\w'-]+){0,5} to \w+(?! \d)[^.;,]{0,50}$"
)
_SOUGHT = Sought(
    r"\b(?:seek(?:s|ing)?|chas(?:e|es|ing)|look(?:s|ing)? for|search(?:es|ing)? (?:of|for)|target(?:s|ing)?|"
    r"bid(?:s|ding)? for|want(?:s|ing)?|hunt(?:s|ing)? for|hop(?:e|es|ing) for|ey(?:e|es|eing)|plot(?:s|ting)?|"
    r"(?:are|is|go(?:es)?|going) (?:after|for)|aim(?:s|ing)? for|need(?:s|ing)?) "
    r"(?:a|an|another|their|its|his|the|what would be) [^.;,\"]{0,44}$"
)
_CAN_BY = Sought(r"\b(?:can|could|will|would) [^.;,]{0,60} by $")
_CAN_WITH = Sought(
    r"\b(?:can|could|will|would|may|might) (?!have\b|not\b)[^.;,]{0,60} (?:with|by (?:earning|claiming|securing)) "
    r"(?:an?|any|another)? ?(?:[\w-]+ ){0,2}$"
)
_ANY = re.compile(r"\b(?:an?|any|another) (?:[\w-]+ )?$")
_WOULD_DO = re.compile(
    r"(?: (?!that\b|which\b|he\b|she\b|it\b|they\b|and\b|but\b|was\b|had\b|if\b)[\w'-]+){0,5} "
    r"(?:would|will|could|should|may|might)\b(?! have)"
)
_BARE = Sought(r"(?:^|(?<=[\s\"]))(?:an?|any|another)? ?(?:[a-z]+ )?(?:win|victory|defeat|draw|loss)$")
_WOULD = re.compile(r"[^.;]{0,40}\b(?:would|will|could|should|may|might)\b(?! have)")
_OUGHT = Sought(
    r"\b(?:must|(?:have|has|'ve|having|got|needs?|need|needing|wants?|wanting|hopes?|hoping|aims?|aiming|expects?|"
    r"expecting|plans?|planning|try|tries|trying|vow(?:s|ed)|(?:is|are|am|'re|'s|'m|be|side|team|men) (?:[\w-]+ly )?"
    r"(?:set|out|eager|keen|desperate|determined|expected|due|likely|looking|tipped|fancied|favourites?|favoured|"
    r"confident|ready|bidding|preparing|going|under pressure|anxious|hungry)|a chance|the chance|"
    r"(?:an|the) opportunity)(?: (?:for|by) [\w'-]+)? to|(?:wants?|expects?|urg(?:es|ed)|asks?|asked|tells?|told|"
    r"challeng(?:es|ed)|backs?) (?:(?!that )[\w'-]+ ){1,3}to) "
    r"(?:(?:[\w'-]+ ){1,5}and )?(?:[\w-]+ly )?(?:try (?:to|and) |go (?:out )?and |simply |now |somehow |at least )*$"
)
_BELIEVED = Sought(
    r"\b(?:believ\w+|insist\w*|thinks?|feels?|confident|convinced|sure|adamant|certain|reckons?|optimistic|hopeful)"
    r"(?: that)? (?:(?!if\b)[\w'-]+ ){1,4}(?:can|will|could|(?:are|is) (?:able|good enough|ready|going) to) "
    r"(?:[\w-]+ly |still |now |go and )?$"
)
_BY_MEANS = Sought(
    r"(?<!would )(?<!may )(?<!might )(?<!have )(?<!will )(?<!said )\b(?:had )?(?:needed|required|needing|requiring|"
    r"relied on|relying on|took|taking) (?:[\w'-]+ ){0,5}?"
    r"(?:penalties|spot[- ]kicks|shoot-?out|shoot out|extra[- ]time|replays?|goals?|headers?|winner|strikes?|"
    r"penalty|free-kick|brace|double|hat-trick|comeback|fightback|saves?|minutes|attempts?|games|matches)"
    r"(?: (?:from|by) (?:[\w'-]+ ){1,4}?)?,? to (?:[a-z]+ly |finally )?$"
)
_DONE_BY_THEN = re.compile(r"\b(?:didn't|did not|never|wouldn't|would not|always|usually|often) (?:have|need) to $")
_ANYBODY = re.compile(r"\b(?:you|any(?:one|body)|whoever|every(?:one|body)|nobody|no one|teams|sides|clubs) (?:\w+ )?$")
_LIKE = re.compile(r"\b(?:like|than|such as|(?:the )?likes of|of the (?:calibre|class|quality) of) (?:the )?$")
_BEHIND_THEM = Sought(
    r"\b(?:forget(?:ting|s)?|put(?:s|ting)?|get(?:s|ting)? over|got over|(?:bounc(?:e|es|ed|ing)|com(?:e|es|ing)|"
    r"c[ao]me) back from|"
    r"recover(?:s|ed|ing)? from|respon(?:d|ds|ded|ding|se) to|react(?:s|ed|ing|ion)? to|shak(?:e|es|ing) off|"
    r"learn(?:s|ed|ing)? from|mov(?:e|es|ed|ing) on from|mak(?:e|es|ing) (?:up|amends) for|aton(?:e|es|ed|ing) for|"
    r"aveng(?:e|es|ed|ing)|reveng(?:e|ing)? for|build(?:s|ing)? on|follow(?:s|ed|ing)? up|repeat(?:s|ing)?|dwell(?:s|"
    r"ing)? on|"
    r"eras(?:e|es|ing)|banish(?:es|ing)?|wip(?:e|es|ing) (?:away|out)|rebound(?:s|ed|ing)? from|"
    r"(?:memor(?:y|ies)|disappointment|pain|hurt|sting) of|right the wrongs of|pick(?:s|ed|ing)? (?:\w+ )?up (?:after|"
    r"from)) "
    r"(?:an?|the|their|his|our|that|this|what was a|\w+day's|last \w+'s|\w+end's) (?:[\w'-]+ ){0,3}$"
)
_AFTER = re.compile(
    r"\b(?:(?<!\bare )(?<!\bis )(?<!\bbe )after|despite|following|in spite of|even though|although) "
    r"(?!all\b|the break\b|half)"
)
_BASE = frozenset({"WIN", "WIN_INTRANSITIVE", "LOSE", "DRAW"})


def is_aim(lower: str, sentence: Sentence, bound: dict[str, Mention]) -> bool:
    """Whether words of need, of hope or of a condition stand at a phrase that is a condition."""
    start = max(sentence.span.start, bound["first"].start - 40)
    return _AIM.search(lower[start : bound["last"].end]) is not None


def is_hoped_for(lower: str, sentence: Sentence, bound: dict[str, Mention]) -> bool:
    """ "has to beat X", "wants his team to win the group by beating X", "victory over X would take them up"."""
    start, first = max(sentence.span.start, bound["first"].start - 90), bound["first"]
    start += what_follows_on(lower[start : first.start])
    if _ought_to(lower, sentence, first) or _WANTED.search(lower, start, first.start):
        return True
    if first.kind in _BASE and LETTER["DATE"] in sentence.shape and _BELIEVED.search(lower, start, first.start):
        return True
    if first.kind in ("WIN_NOUN", "DRAW_NOUN") and _SOUGHT.search(lower, start, first.start):
        return True
    if first.kind in ("WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN"):
        bare = first.start - sentence.span.start < 20 and _BARE.search(lower, sentence.span.start, first.end)
        if bare and _WOULD.match(lower, bound["last"].end, sentence.span.end):
            return True
        if _ANY.search(lower, max(sentence.span.start, first.start - 24), first.start) and _WOULD_DO.match(
            lower, bound["last"].end, sentence.span.end
        ):
            return True
        return _CAN_WITH.search(lower, start, first.start) is not None
    return bool(_CAN_BY.search(lower, start, first.start)) and LETTER["DATE"] in sentence.shape


def what_follows_on(before: str) -> int:
    """ "hope to win after a 4-1 loss": where in the words before a result a clause begins that tells what has been."""
    return max((told.end() for told in _AFTER.finditer(before)), default=0)


def is_behind_them(lower: str, sentence: Sentence, noun: Mention) -> bool:
    """ "want to forget the defeat by X", "hoping to bounce back from Sunday's loss at X": it has been played."""
    if noun.kind not in ("WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN"):
        return False
    return _BEHIND_THEM.search(lower, max(sentence.span.start, noun.start - 80), noun.start) is not None


def is_done_by_means(lower: str, sentence: Sentence, verb: Mention) -> bool:
    """ "needed penalties to beat X", "took a late header to see off X": what was needed was found."""
    if verb.kind not in _BASE:
        return False
    return _BY_MEANS.search(lower, max(sentence.span.start, verb.start - 90), verb.start) is not None


def is_of_anybody(lower: str, sentence: Sentence, bound: dict[str, Mention]) -> bool:
    """ "you have to beat sides like X": what whoever wants something must do, which is no match."""
    if _LIKE.search(lower, bound["first"].end, bound["o"].start):
        return True
    ought = _governor(lower, sentence, bound["first"])
    return ought is not None and bool(
        _ANYBODY.search(lower, max(sentence.span.start, ought.start() - 24), ought.start())
    )


def _governor(lower: str, sentence: Sentence, verb: Mention) -> re.Match[str] | None:
    """The words of need or hope that a verb depends on: "has to", "are desperate to"."""
    if verb.kind not in _BASE:
        return None
    return _OUGHT.search(lower, max(sentence.span.start, verb.start - 70), verb.start)


def _ought_to(lower: str, sentence: Sentence, verb: Mention) -> bool:
    ought = _governor(lower, sentence, verb)
    return ought is not None and not _DONE_BY_THEN.search(
        lower, max(sentence.span.start, ought.start() - 16), verb.start
    )
