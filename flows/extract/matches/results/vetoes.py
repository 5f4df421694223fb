"""Phrases that look like a match and are none: conditions, hopes, things lost that are no match, ties of "X or Y".

In: the lower-case text, a sentence and what a frame bound in it. Out: whether the phrase is to be left alone. Vetoes
are asked only once a frame fits, so that they may look at words.
"""

from __future__ import annotations

import re

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_SEEMED = Sought(
    r"\b(?:look(?:ed|s|ing)? (?:like|set|as if|as though|destined|certain|likely|to be)|hang(?:ing)? on for|"
    r"on course (?:for|to)|head(?:ing|ed) (?:for|to|towards)|on (?:their|its) way to|seem(?:ed|s) (?:set|destined|"
    r"certain|"
    r"to be)|set for|bound for|destined for|(?:minutes?|seconds|moments) (?:away )?from(?! time| the end)|"
    r"hop(?:ed|es|ing) for|"
    r"would settle for|settling for|dream(?:ed|t|ing)? of|odds on|needs?(?! to\b)|need(?:ed|ing)|require[sd]?)"
    r" (?:an? |the )?(?:[\w-]+ ){0,4}$"
)
_NEEDED_SOMETHING = re.compile(  # "a late goal to draw 2-2", "extra time to beat them"
    r"(?:needed|required) (?!to )(?:[\w-]+ ){1,4}to (?:[\w-]+ )?$"
)
_SET_ON = re.compile(
    r"\b(?:set|sets|setting|put|sent|sending|started|helped|help(?:ing)?|got|fired) (?:[\w'-]+ ){1,3}$"
)
_LOST_A_THING = re.compile(
    r"(?:lost|lose|loses|losing|conceded?) (?!for the )(?:[\w-]+ )?(?:the|their|his|its|a|an|ground|out|[\w-]+'s) "
)
_A_MATCH = re.compile(
    r"\b(?:shoot-?outs?|spot-kicks|final|semi-final|match|game|tie|replay|derby|leg|play-off|opener|clash|encounter|"
    r"fixture)\b"
)
_PEOPLE = re.compile(
    r"(?:'s?)? (?:bench|fans?|supporters|manager|coach|boss|captain|skipper|goalkeeper|keeper|defender|striker|"
    r"midfielder|"
    r"winger|forward|players?|officials?|chairman|owners?|counterpart|hotel|council|museum|legend|board|director)\b"
)
_ANOTHER_WAY = re.compile(
    r"\b(?:on loan|below|into|under|level|behind|off|competition|interest|deadline|odds|drop|record|list|up)\b"
)
_TO_A_THING = re.compile(
    r" (?:to|for) (?:the |a |his |their |its )?(?:[\w-]+ ){0,3}?(?:sign\w*|title|crown|punch|top|services|place|spot|"
    r"slot|promotion|"
    r"ball|award|race|capture|job|post|line)\b"
)
_PROGRESS = Sought(
    r"\b(?:if|should) (?:[\w-]+ ){1,4}?(?:get past|beat|come through|win|overcome|see off|progress|go through|"
    r"survive|advance)\b"
    r"[^.;]*\b(?:then|they|will|would)\b"
)
_IF = Sought(r"(?:\b(?:if|unless|whether)|(?:^|[,:(\"-] ?|\band |\bbut )should)\b[^;.]{0,90}$")
_IF_AFTER = re.compile(r"[^;.]{0,24}\b(?:if|providing|provided|should) (?:they|he|she|we|the|it)\b")
_MIGHT = Sought(
    r"\b(?:could|might|(?<!in )(?<!of )(?<!by )(?<!since )(?<!until )(?<!last )(?<!next )may(?! \d)|would|"
    r"potential(?:ly)?|possible)(?:, [^,.;]{3,50},)? (?!(?:(?:also|yet|now|"
    r"still|well|even|both|all|again|not) )*"
    r"(?:miss|return|start|feature|be (?:fit|back|without|missing|out|available|given|handed|forced|ready|rested|"
    r"left|involved|in|on)|recover|play|debut|make|"
    r"have|lose|see|come back|make (?:his|her|their)) )(?:[\w-]+ ){0,3}$"
)
_RIGHT = Sought(r"\b(?:right|chance|opportunity|prize|reward|honour) (?:to|of) (?:[\w-]+ ){0,2}$")
_WINNERS = re.compile(
    r"\b(?:winners?|losers?|victors|survivors) (?:of [\w -]{3,40} )?(?:(?:to|will|would|then|now|go|goes|through|on|"
    r"also|next|advance|progress|and) )+$"
)
_OR_AFTER = re.compile(r" or (?:even )?(?:the )?[a-z]")
_OR_BEFORE = re.compile(r"\bor (?:the )?$")
_LOTS = Sought(
    r"\b(?:(?:handed|given|granted|got|dealt|landed) (?:an? |the )?(?:[\w-]+ )?(?:tough|hard|easy|easier|tougher|"
    r"harder|difficult|tricky|home|away)|(?:an?|the|their|his) (?:[\w-]+ )?(?:kinder|kindest|kind|favourable|favorable|"
    r"plum|dream|nightmare|mouth-?watering|lucrative|glamour|tougher|toughest)) draw ?$"
)

_SEVERAL = frozenset({"wins", "victories", "defeats", "losses", "draws"})
_SEVERAL_GAMES = re.compile(
    r"\b(?:last|past|previous|first|opening) (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:[\w-]+ ){0,3}"
    r"(?:games|matches|meetings|visits|trips|outings|fixtures|encounters|clashes)\b[^,;]*$"
)
_OF_THE_LAST = re.compile(
    r"(?:,? (?:in|from|of|across|on)|,)(?: each of| any of| all of| both of)? (?:their|the|its|those) (?:[\w-]+ )?"
    r"(?:last|past|previous|first|opening|recent) (?:two|three|four|five|six|seven|eight|nine|ten|\d+) "
    r"(?:[\w-]+ ){0,3}(?:games|matches|meetings|visits|trips|outings|fixtures|encounters|clashes|attempts)\b"
)
_ONCE_IN = re.compile(
    r" (?:only |just |but |no more than )?(?:once|twice|(?:three|four|five|six|\d+) times) (?:in|from|over) "
    r"(?:the |their |its |those )?(?:(?:last|past|previous|first) )?[\w-]+ (?:[\w-]+ ){0,2}"
    r"(?:years|seasons|decades?|months|games|matches|meetings|visits|trips|outings|encounters|attempts|tries)\b"
)
_A_FEW_TIMES = re.compile(
    r"(?: at home| away| here| there)?(?:,? (?:only|just|but|no more than|fewer than|all of)) "
    r"(?:twice|(?:two|three|four|five|six|seven|eight|nine|ten|\d+) times)\b(?! this (?:season|term|year))|"
    r"(?: at home| away| here| there)?(?: (?:only|just|but))? "
    r"(?:twice|(?:three|four|five|six|seven|eight|nine|ten|\d+) times)"
    r"(?: (?:here|there|at home|away|(?:in|at) [a-z' ]{3,24}?))? "
    r"(?:since (?:the )?(?:18|19|20)\d\d|this century|in (?:their|its|the club's|the) (?:entire |whole |long )?history|"
    r"down the years|in all|all told|ever)\b|"
    r"(?: at home| away| here| there)? (?:four|five|six|seven|eight|nine|ten|\d\d) times\b"
    r"(?! (?:already |so far )?(?:this|last|in the (?:same|one)) )"
)
_A_FEW_TIMES_BEFORE = re.compile(
    r"\b(?:only|just|but|(?:has|have|had)) (?:ever )?(?:twice|(?:three|four|five|six|seven|eight|nine|ten|\d+) times) "
)
_TRIPS_MADE = re.compile(
    r"\b(?:in|on|from|over|of|all|made) (?:(?:all|their|the|last|past|previous|first|its) )*(?:two|three|four|five|six|"
    r"seven|eight|nine|ten|\d+) (?:[a-z-]+ )?(?:trips|visits|journeys) to\b"
)
_IN_A_ROW = re.compile(
    r"(?: at home| away| here| there)? (?:three|four|five|six|seven|eight|nine|ten|\d+) times (?:in a row|in "
    r"succession|"
    r"running|on the (?:bounce|trot|spin))\b"
)
_RUN_OF = Sought(
    r"\b(?:straight|successive|consecutive|back-to-back|(?:run|string|series|sequence) of(?: [\w-]+)?) (?:[\w-]+ )?$"
)
_PRIZE = re.compile(
    r"\b(?:is|will be) an? (?:[\w'-]+ ){0,4}?(?:trip|visit|tie|date|clash|showdown)\b|"
    r"\b(?:and|with|plus) (?:with it )?(?:an?|the|their|its|another) (?:[\w'-]+ ){0,4}?(?:trips?|visits?|journey|tie|"
    r"meeting|date|clash|showdown|encounter|place|berth|spot|slot|game|match|fixture|semi-final|quarter-final|final|"
    r"reunion|"
    r"crack|derby)\b|"
    r"\bwhere (?:they|it|he|the [\w-]+) (?:now |next |will |are to )*(?:face|meet|play|host|entertain|await|take on|"
    r"visit|travel|go)s?\b|"
    r"\b(?:and|but|so|which)(?: [\w'-]+){0,3}? (?:will|won't|must|cannot|can't|faces?|now (?:go|meet|face|travel|"
    r"host|play)|"
    r"misses|sits out|(?:is|are) (?:now )?(?:set|due|likely|expected|suspended|unavailable|ruled out|banned|out))\b"
)


def is_a_prize(lower: str, start: int, end: int) -> bool:
    """Whether what is named behind a result is what it leads to: "a 3-1 win and a semi-final trip to X"."""
    return _PRIZE.search(lower, start, end) is not None


def is_of_lots(lower: str, end: int) -> bool:
    """Whether a "draw" that ends there, or a word on, is one of lots: "handed a tough draw", "a kinder draw"."""
    return _LOTS.search(lower, max(0, end - 60), end) is not None


def tells_of_a_run(lower: str, bound: dict[str, Mention]) -> bool:
    """Several matches told in one: "a string of defeats against X", "back-to-back wins over X"."""
    first = bound["first"]
    return first.text.lower() in _SEVERAL and _RUN_OF.search(lower, max(0, first.start - 40), first.start) is not None


def of_several_games(lower: str, bound: dict[str, Mention]) -> bool:
    """ "won their last four games at X", "on their last three visits to X": as many matches, none of them told."""
    if _OF_THE_LAST.match(lower, bound["o"].end) is not None or _ONCE_IN.match(lower, bound["o"].end) is not None:
        return True  # "one victory over X in their last seven meetings"
    if _A_FEW_TIMES.match(lower, bound["o"].end) or _A_FEW_TIMES_BEFORE.search(
        lower, bound["first"].end, bound["o"].start
    ):
        return True  # "have beaten X just three times since 1990", "won only twice at X"
    if _IN_A_ROW.match(lower, bound["o"].end) is not None:
        return True  # "have beaten X three times in a row"
    if _TRIPS_MADE.search(lower, max(0, bound["first"].start - 40), bound["o"].start) is not None:
        return True  # "without a win in five trips to X"
    return _SEVERAL_GAMES.search(lower, max(0, bound["first"].start - 24), bound["o"].start) is not None


def names_people(lower: str, side: Mention) -> bool:
    """ "a clash with the Wigan bench", "by Harland captain Jon Hale": somebody of the side, not the side."""
    return _PEOPLE.match(lower, side.end) is not None


def is_no_defeat(lower: str, bound: dict[str, Mention]) -> bool:
    """ "sank below X", "drawn level with X", "beat off interest from X", "pipped by X to the last place"."""
    between = lower[bound["first"].end : bound["o"].start]
    return bool(_ANOTHER_WAY.search(between) or _TO_A_THING.match(lower, bound["o"].end))


def only_seemed(lower: str, sentence: Sentence, at: int) -> bool:
    """Whether a score was only hoped for or in sight: "looked set for a 1-0 win", "needed a 2-0 victory"."""
    found = _SEEMED.search(lower, max(sentence.span.start, at - 60), at)
    if found is not None and _NEEDED_SOMETHING.match(lower, found.start(), at):
        return False
    return found is not None and not _SET_ON.search(lower, max(sentence.span.start, found.start() - 40), found.start())


def lost_a_thing(lower: str, bound: dict[str, Mention]) -> bool:
    """ "lost the initiative to X": not a match but something else was lost."""
    phrase = lower[bound["first"].start : bound["o"].start]
    return bool(_LOST_A_THING.match(phrase)) and not _A_MATCH.search(phrase)


def is_somebodys(sentence: Sentence, side: Mention) -> bool:
    """ "a meeting with Arsenal's defender Jon Hale", "beat Millbeck's goalkeeper": somebody of the side."""
    if not side.possessive:
        return False
    following = [m for m in sentence.mentions if side.end < m.start < side.end + 40][:2]
    return any(m.kind in ("PERSON", "ROLE") for m in following) and all(
        m.kind in ("PERSON", "ROLE", "NATIONALITY", "TEAM", "COMMA") for m in following[:1]
    )


def in_a_condition(lower: str, sentence: Sentence, at: int) -> bool:
    """Whether a clause with "if" governs what stands at an offset."""
    return bool(_IF.search(lower, max(sentence.span.start, at - 100), at))


def is_open(lower: str, sentence: Sentence, bound: dict[str, Mention]) -> bool:
    """Whether who meets whom is not settled yet: "could face X", "will host X if they win", "X v Y or Z"."""
    first, last = bound["first"].start, bound["last"].end
    end = sentence.span.end
    return bool(
        _MIGHT.search(lower, max(sentence.span.start, first - 40), first)
        or _RIGHT.search(lower, max(sentence.span.start, first - 40), first)
        or _WINNERS.search(lower, max(sentence.span.start, first - 24), first)
        or _PROGRESS.search(lower, sentence.span.start, first)
        or _IF_AFTER.match(lower, last, end)
        or _OR_AFTER.match(lower, last, end)
        or _OR_BEFORE.search(lower, max(0, first - 8), first)
    )
