"""Where a shot ended: "into the roof of the net", "beyond the keeper" after a verb of shooting is a goal told by its
place.

Out: mentions of kind PLACED, from the verb to the place. A post, a bar, "wide" or "over" between them is no goal.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from flows.extract.cast.actors import Actors
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_VERB = (
    r"(?:fir|driv|curl|shoot|slid|plac|send|smash|thrash|lash|slott?|roll|glanc|head|nodd|volley|chipp?|"
    r"lobb?|dink|lift|pok|prodd|stabb|steer|side-?foot|tuck|drill|rifl|"
    r"blast|crash|thump|hammer|whipp|sweep|slamm|squeez|clipp|strok|hook|dispatch|convert|finish|flick|"
    r"guid|bundl|loop|power|turn|thunder|scrambl|nudg|scuff|ping|belt|bang|dispatch|crack|ram|loft|forc|knock|pick|"
    r"find|bend|slipp|bury|scoop|stroking|hitt|strik|direct|plant|"
    r"bullet|angl|burst|slic|connect|arrow|rocket|whistl|cannon|ripp|launch|leather|wallop)"
)
_SHOT = re.compile(
    rf"\b(?:{_VERB}(?:ed|ing|s)?|drove|shot|slid|sent|swept|found|bent|struck|hit|slip|slot|chip|drive|"
    rf"fire|place|glance|curl|head|send|slide|sweep|convert|finish|drill|poke|prod|shoot|smash|roll|lash|"
    rf"tuck|buried|strike|drove|drive|thunder|bend|bundle|stab|force|scramble|stroke|steer|put|tap|tapped|lift|beat|"
    rf"beating|hammer)\b"
)
_NET = Sought(
    r"\b(?:(?:in|into|in to|inside) (?:the |an? |his |her )?(?:(?:[\w'-]+) ){0,3}(?:net|corner|goal)|inside an? post|"
    r"in via the (?:post|bar|underside|woodwork|crossbar)|"
    r"(?:the |picked out the |found the )(?:top|bottom|far|near)(?:[- ](?:left|right|far|"
    r"near))?(?:-hand)? corner|"
    r"(?:it|one|ball|rebound|loose ball|cross|pass|penalty|spot-kick|spot kick|shot|header|free-kick|free kick|"
    r"effort|corner|"
    r"volley|chance|follow-up|cutback|cut-back|delivery|ricochet) (?:home|in)(?= (?:from|at the|off|with|after|"
    r"on the|"
    r"on \d|to|for|via|past|under|through|when|as|and|in the|before|against|\w+ minutes|just|late|left|right)\b|"
    r"[.,;:)]|$)|"
    r"(?:over|past|round|around|beyond|under) (?:the )?(?:stranded|advancing|onrushing|on-rushing|out-rushing|diving|"
    r"despairing|helpless|sprawling|exposed|wrong-footed|flat-footed|stationary|motionless|outstretched|"
    r"hapless) [a-z]?|"
    r"(?:it|one|ball|shot|effort|free-kick|free kick|curler|drive|chip|lob) (?:round|around|over|past|beyond|under|"
    r"through) "
    r"(?:the |a )?(?:[a-z-]+ )?(?:goalkeeper|keeper|goalie)|"
    r"(?:over|round|around) the (?:defensive )?wall\b|(?:past|over|round|around|beyond) the "
    r"(?:goalie|shot-stopper)|over (?:the|his) (?:line|head of the keeper)|between the (?:keeper's|"
    r"goalkeeper's) legs|"
    r"(?:to|in|inside|at) (?:the |his )?(?:near|far) post and in|"
    r"back of (?:the |an? )(?:[\w'-]+ )?net|roof of the net|home at "
    r"the (?:near|far|back) post|inside the (?:near|far) post|in off the (?:post|bar|underside))\b(?!-)"
)
_PAST = re.compile(
    r"\b(?:past|beyond|under|underneath|through the legs of|over|round|around) (?:the )?(?:[a-z-]+ "
    r"){0,2}(?:goalkeeper|keeper|custodian)?\s?$"
)
_PAST_WORDS = Sought("past|beyond|under|through|over|round")
_BEATS = Sought(" (?:beat|past |beyond |over |under|round |around )")
_KEEPER_NOUN = Sought(
    r"\b(?:past|beyond|under|underneath) (?:the |their |his )?(?:[a-z-]+ ){0,2}(?:goalkeeper|keeper|"
    r"custodian)\b(?!'s)(?! [A-Z])"
)
_NOT_IN = re.compile(
    r"\b(?:wide|over the|over when|just over|narrowly|post\b(?! and in)|the bar\b|crossbar|upright|"
    r"woodwork|tipped|saved|blocked|cleared|deflected wide|side[- ]netting|onto|off the line|inches|"
    r"straight|corner flag|corner kick|but|only|who|while|before|could not|kept|denied|unable|failed|"
    r"effort from|trying|tried|save|saving|cross|pass|throw|free-kick into(?! the (?:top|bottom|far|near))|own)\b"
)
_BUT = re.compile(r" (?:to (?:force|bring)|only|but|and (?:wide|over))")


_KEEPER_BEATEN = Sought(
    r"\b(?:chipp(?:ed|ing)|chips?|lobb(?:ed|ing)|lobs?|dink(?:ed|ing) over|beat|beats|beating|outfox(?:ed|ing)|"
    r"wrong-foot(?:ed|ing)|"
    r"nutmegg(?:ed|ing)|deceiv(?:ed|ing)|outwitt(?:ed|ing)) (?:the |[\w-]+ )?(?:[\w-]+ )?(?:goalkeeper|'?keeper|"
    r"goalie|custodian)\b(?!'s)"
)
_NOT_BEATEN = re.compile(
    r"(?: [\w'-]+){0,2} (?:but|only|to the (?:ball|cross)|and (?:hit|saw|wide)|(?:in|for) the air|who|when|"
    r"all ends up but|before)\b"
)
_BEATEN_SO = re.compile(
    r",? (?:\w+ly )?(?:with (?:an?|the|his|her)|from (?:\d|close|distance|long|the (?:spot|edge|penalty))|"
    r"at (?:his|the|her) near|low|"
    r"to (?:his|her) (?:left|right)|from an? )(?! foot)"
)


_SHOT_PAST = re.compile(
    rf"\b(?:{_VERB}(?:ed|ing|s)?|bent|slid|drove|swept|slip|slot|stab|prod|chip|lob|tap|drive|slide|bend|"
    rf"sweep) (?:the ball |it |one |(?:an?|the|his|her|another) "
    rf"(?:[\w-]+ ){{1,4}}?|(?:[\w.-]+ )?[\w.-]+'s? (?:[\w-]+ ){{1,3}}?)(?:[\w-]+ ){{0,2}}?"
    r"(?:past|beyond|over|under|underneath|round|around) (?:[a-z-]+ ){0,3}$"
)


_SHOT_AT = re.compile(
    r"\b(?:slott?|shoot|shott?|fir|finish|drill|curl|nodd|volley|prodd|pok|tapp?|sweep|slid|roll|strok|blast|smash|"
    r"squeez|whipp|angl)(?:ed|ing|s)? (?:\w+ly |low |home )?(?:past|beyond|under|underneath) (?:[a-z-]+ ){0,3}$"
)
_OF_ANOTHER = re.compile(
    r"\S+ (?:in )?(?:an? |the )?(?:[\w.-]+ )?[\w.-]+'s? (?:[\w-]+ ){0,2}?"
    r"(?:cross|pass|delivery|centre|cut-?back|ball)\b"
)


def _beaten(state: StoryState, sentence: Sentence, actors: Actors) -> list[Mention]:
    """ "X beat Y with the last kick": one man beats another with a shot."""
    found: list[Mention] = []
    lower = state.text.lower
    if _BEATS.search(lower, *sentence.span) is None:
        return found
    for actor in actors.of(sentence):
        if actor.how != "name" or actor.possessive or not actor.name:
            continue
        first = max(sentence.span.start, actor.start - 70)
        shot = _SHOT_PAST.search(lower, first, actor.start) or _SHOT_AT.search(lower, first, actor.start)
        if shot is not None and not _NOT_IN.search(lower, shot.start(), actor.start):
            found.append(Mention("PLACED", shot.start(), actor.end, state.text.normal[shot.start() : actor.end]))
            continue
        verb = next((w for w in (" beat ", " beating ") if lower.endswith(w, 0, actor.start)), None)
        if verb is not None and _BEATEN_SO.match(lower, actor.end, sentence.span.end):
            start = actor.start - len(verb) + 1
            found.append(Mention("PLACED", start, actor.end, state.text.normal[start : actor.end]))
    return found


class PlacedShots:
    """The places of one story where a shot may end, found once, and the shots of a sentence that went in."""

    def __init__(self, state: StoryState, actors: Actors) -> None:
        self.state, self.actors, self.lower = state, actors, state.text.lower
        first, last = state.story.start, state.story.end
        found = [m.span() for sought in (_NET, _KEEPER_NOUN) for m in sought.finditer(self.lower, first, last)]
        self._places = sorted(found)
        self._beats = frozenset(state.holding(_BEATS))
        self._beaten = [m.span() for m in _KEEPER_BEATEN.finditer(self.lower, first, last)]

    def of(self, sentence: Sentence) -> list[Mention]:
        """The shots of a sentence that are told to have gone in."""
        places = _inside(self._places, sentence) + _past_keepers(self.state, sentence, self.actors)
        found = [
            Mention("PLACED", start, end, self.state.text.normal[start:end])
            for start, end in _inside(self._beaten, sentence)
            if not _NOT_BEATEN.match(self.lower, end, sentence.span.end)
        ]
        found += _beaten(self.state, sentence, self.actors) if sentence in self._beats else []
        shots = (self._shot(sentence, place, stop) for place, stop in places)
        return found + [shot for shot in shots if shot is not None]

    def _shot(self, sentence: Sentence, place: int, stop: int) -> Mention | None:
        """From the verb of shooting to the place, if nothing between or behind keeps the ball out."""
        lower = self.lower
        verbs = [*_SHOT.finditer(lower, max(sentence.span.start, place - 80), place + 4)]
        verb = verbs[-1] if verbs else None
        if verb is not None:
            met = _OF_ANOTHER.match(lower, verb.start(), place)  # "guided X's cross into the corner"
            verb = None if _NOT_IN.search(lower, verb.start() if met is None else met.end(), place) else verb
        if (
            verb is None
            or " own " in lower[place:stop]
            or _NOT_IN.match(lower[stop : stop + 24].lstrip())
            or _BUT.match(lower[stop : stop + 10])
        ):
            return None
        start = verb.start()
        return Mention("PLACED", start, max(stop, verb.end()), self.state.text.normal[start:stop])


def _inside(spans: list[tuple[int, int]], sentence: Sentence) -> list[tuple[int, int]]:
    if not spans:
        return []
    first = bisect_left(spans, (sentence.span.start,))
    last = bisect_left(spans, (sentence.span.end,))
    return [span for span in spans[first:last] if span[1] <= sentence.span.end]


def _past_keepers(state: StoryState, sentence: Sentence, actors: Actors) -> list[tuple[int, int]]:
    lower = state.text.lower
    found: list[tuple[int, int]] = []
    if not actors.keepers or _PAST_WORDS.search(lower, *sentence.span) is None:
        return found
    for actor in actors.of(sentence):
        if actor.possessive or actor.how != "name" or actor.name not in actors.keepers:
            continue
        head = _PAST.search(lower, max(sentence.span.start, actor.start - 40), actor.start)
        if head is not None:
            found.append((head.start(), actor.end))
    return found
