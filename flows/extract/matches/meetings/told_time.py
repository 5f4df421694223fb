"""When a match that a phrase names is played, by the words around it: behind, ahead, or nowhere but in a wish.

In: the lower-case text, a sentence and the phrase. Out: `PAST`, `AHEAD`, `OPEN` (a wish, a condition, a habit) or None
where nothing says. The cue nearest before the phrase decides, as it governs it; what dates the phrase goes before that.
"""

from __future__ import annotations

import re

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

PAST, AHEAD, OPEN = "past", "ahead", "open"
_REACH = 120
_DATED_PAST = re.compile(
    r"(?:[^.;:\"]{0,44}?\s)?(?:(?:(?:a|two|three|four|five|six|some|couple of|few|\d+) )?(?:days?|weeks?|months?|"
    r"seasons?|years?) ago|"
    r"last (?:week|month|season|year|term|weekend|night|time|summer|autumn|winter|spring|(?:mon|tues|wednes|thurs|"
    r"fri|satur|sun)day|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)|"
    r"earlier (?:this|in)|yesterday|in midweek|back in|in (?:19|20)\d\d|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december),? (?:19|20)\d\d|"
    r"the previous (?:week|month|season|weekend))\b"
)
_DATED_AHEAD = re.compile(
    r"(?:[^.;:\"]{0,30}?\s)?(?:next (?:week|month|season|year|weekend|summer|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day)|"
    r"tomorrow|tonight|later (?:this|in the)|this (?:coming )?(?:weekend|saturday|sunday|evening)|hours later)\b"
)
_NEXT = (
    r"(?<!made the )(?<!the )\bwill\b|'ll\b|\bwon't\b|\bahead of|\bbefore (?!the (?:break|interval)|half-time|his|"
    r"being)|"
    r"\bprepar\w+|\bdue to\b|\bset (?:to|for)\b|\bgoing to\b|\b(?:are|is|am|'m|'re) (?:now )?(?:ready|up against|"
    r"away|at home|hoping|playing|"
    r"facing|hosting|travelling|visiting|looking)\b|\bready (?:for|to)|\blooking (?:ahead|forward) to|\bnext\b|"
    r"\bupcoming|\bforthcoming|\buntil\b|\bin time (?:for|to)|\b(?:squads?|party|contingent) (?:for|to)|"
    r"\bleads (?:the|their) (?:line|attack)\b|\bspearheads\b|\blines up\b|\bdoubt(?:ful)? (?:for|ahead)|"
    r"\bfit (?:for|to|enough|again)|\bavailable (?:for|again|to)|\breturn(?:s|ing)? (?:for|to|against)|"
    r"\bback (?:for|in(?! (?:(?:early|mid|late)[ -])?(?:(?:19|20)?\d\d\b|(?:jan|feb|mar|apr|may|june?|july?|"
    r"aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\b)))|"
    r"\bmiss(?:es|ing)?\b|\bruled (?:\w+ )?out (?:of|for)|\brule \w+ out|\bout of\b|\bsits? out|"
    r"\btickets? (?:for|to)|\bto (?:face|play|meet|host|take on|travel|visit|entertain|miss|start|feature|be without|"
    r"make|come|watch|return|line|boost|stop|beat|win|avoid)\b|\bfaces\b|\bface (?!of)|\bhosts?\b(?= \w)|"
    r"\bmeets?\b|\bvisits\b|"
    r"\btravels?\b|\btakes? on|\bplays?\b|\bmust\b|\bneeds? to|\bcoming\b|\bgo(?:es)? to|\btomorrow|\btonight|"
    r"\b(?:could|may|might) (?:miss|return|make|start|feature|be|play|figure)\b(?! been)|\bshould be|"
    r"\bsuspended for|\bban(?:ned)? for|\bwithout .{3,30} for\b|\bforward to|\bawait\w*|\bplans? (?:for|to)|"
    r"\bbuild-?up to|\brun-up to|\beve of|\bchance of (?:playing|making|starting|facing)|\bcountdown|\bpreview|"
    r"\b(?:have|has|having)(?: still| also| got)? (?:a|an|another|the|their|his)\b(?! \w+ed)|"
    r"\bha(?:ve|s) (?:(?:two|three|four|five|home|away|more|further|back-to-back|successive|consecutive|tough|tricky|"
    r"winnable|difficult) ){1,4}(?=games|matches|fixtures|ties|trips|tests)|"
    r"\bit(?:'s| is| will be) (?:going to be )?an?\b|\bfavourites?\W+for\b|"
    r"\b(?:is|are) an? (?:\w[\w-]* ){0,2}(?=(?:tie|trip|date|visit|clash|journey|meeting)\b)|"
    r"\bcan't wait for\b|"
    r"\b(?:start|begin|open|finish|end|complete|conclude|continue|resume)s? (?:\w[\w-]* ){0,4}(?:$|(?=with |at |"
    r"away |against ))|"
    r"\b(?:round|wind|kick|get)s? (?:off|up|under way) (?:\w[\w-]* ){0,4}(?:$|(?=with |at |away |against ))|"
    r"\bstarting (?=against|with|at|away)|\b(?:games?|matches|fixtures?|tie) (?:left|remaining|to go|to play|"
    r"to come)\b|"
    r"\bcomes? through|\bprovid(?:ing|ed)\b|\bsees? off|\bget past|"
    r"\bfor (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tonight|tomorrow|this (?:weekend|evening|afternoon))'s|"
    r"\brest(?:ed|ing) .{3,40} for\b|"
    r"\b(?:with no|without|short of|lack\w* of|no fit) [^.;,]{3,50} for\b|"
    r"\b(?:attention|thoughts|minds?|focus|eyes?) (?:(?:was|were|is|are|had|has|have) )?(?:already |now |firmly |"
    r"quickly )?(?:on|turn(?:s|ed|ing)? to)\b|\bthinking (?:of|about)\b|\b(?:an|one|half an) eye (?:was )?on\b|"
    r"\bwarm(?:s|ed|ing)? up for\b|"
    r"\bfocus(?:sed|ing|ed)? on|\bexpects?\b|\bhopes?\b|\bhoping|\bwants?\b|\bcalm|\bstill has|\bstill have"
)
_BEHIND = (
    r"\b(?:win|victory|success|triumph|draw|defeat|loss|reverse) coming\b|"
    r"\b(?:limped|hobbled|crashed|bowed|walked|stormed|came|went|dropped|knocked|dumped|carried|forced|"
    r"put) (?:\w+ )?out of|"
    r"\bfor (?!mon|tues|wednes|thurs|fri|satur|sun)\w+ing\b|\bhurt\b|\bbitten|\bbust|\btorn|\bbroken|"
    r"\bwas\b|\bwere\b|\bhad\b|\bdid(?:n't)?\b|\bafter\b(?! that (?:come|it|they|we)\b)|"
    r"\bfollowing\b|\bsince\b|\bduring\b|\bdespite\b|\brecent\w*|"
    r"\bprevious|\bearlier\b|\bcame\b|\bwent\b|\bsaw\b|\btook\b|\bmade\b|\b(?<!have )(?<!'ve )got\b|"
    r"\bgave\b|\bhit\b|\bwon\b|\blost\b|"
    r"\bdrew\b|\bbeat\b|\bbroke\b|\bbreaking\b|\bleft\b|\bfelt\b|\bsent off|\btrouble\b|\bsending-off|\bscenes\b|"
    r"\bincident|\bran\b|\bput\b|\bknew\b|\bkept\b|\bspat\b|\bremind\w*|\btold\b|\bstruck\b|\bbegan\b|"
    r"\b(?<!have )(?<!has )been\b|\bsuffering|\btore\b|"
    r"\bpoints? from (?:games|matches|meetings)\b|"
    r"\bpicking up|\bsustaining|\bfell\b|\bthrew\b|\bblew\b|\blet (?:slip|in)\b|\bgone\b|\bdone\b|\bseen\b|"
    r"\bperformances?\b|\bdisplays?\b|\bgoals?\b|\bcharges? of|\bmet\b|\blast (?:week|month|season|year|saturday|"
    r"sunday|"
    r"monday|tuesday|wednesday|thursday|friday|weekend|night|game|match|time)|yesterday's|last night's|"
    r"\b(?!(?:heated|rearranged|postponed|scheduled|delayed|televised|two-legged|injured|so-called|united|"
    r"involved|need|"
    r"feed|seed|"
    r"speed|indeed|named|recalled|included|picked|called|talented|hundred|red|relegated|fancied|dreaded|wed|"
    r"highly-rated|"
    r"suspended|needed|hundred|exceed|agreed|signed|second-placed|third-placed|bottom-placed|keyed|sacred|"
    r"naked)\b)\w{2,}(?<!placed)ed\b"
)
_THEN_BEFORE = re.compile(
    r"\b(?:spent|was|were|had|did|met|went|came|arrived|slept|sat) [^.;]{0,20}(?:day|night|morning|afternoon|"
    r"evening|hours) before $"
)
# Each cue begins with a word: the boundary is asked once for all, five times as fast as for each.
_CUES = re.compile(
    rf"\b(?:(?P<ahead>{_NEXT})|(?P<past>{_BEHIND}))".replace(r"|\b", "|").replace(r"(?P<past>\b", "(?P<past>")
)
_AFTERWARDS = re.compile(
    r"[^.;\"]{0,50}?\b(?:(?P<ahead>will|is|are|kicks? off|takes? place|can|has been (?:brought|moved|switched|"
    r"selected|chosen|fixed))|(?P<past>was|were|ended|finished|"
    r"marred|had|"
    r"when|took place|came|saw|happened))\b"
)
_WILL_BE_PLAYED = re.compile(
    r"[^.;\"]{0,50}?\b(?:will|is (?:due|set|scheduled) to) (?:now |also |instead )?(?:be (?:played|staged|held|shown|"
    r"televised|broadcast|contested)|take place|kick off|get under way)\b"
)
_OPEN = re.compile(
    r"\b(?:the likes of|(?:teams?|clubs?|sides?|opponents?|opposition|games?|matches) (?:like|such as)(?! this|"
    r" that| these)|as big as|"
    r"would(?:n't)?(?! (?:also |then |now |therefore )?(?:miss|sit out|rule (?:him|her|them)|be (?:without|suspended|"
    r"banned|unavailable|ruled out)))|"
    r"i'd|he'd|they'd|we'd|love to|like to|dream\w*|wish\w*|always|usually|normally|often|regularly|never|rarely|"
    r"every (?:time|week|year|season|game)|each "
    r"(?:time|year|season)|might have|could have|should have|imagine|"
    r"record (?:against|with|at|in|over)|whenever|used to|opportunity to|"
    r"grew up|traditional|annual|proposed|possible|hypothetical)\b"
    r"(?:(?!\bwhen )[^.;\"]){0,40}$"
)
_NEVER_WAS = re.compile(r"\bwould(?:n't| not)? have\b[^.;\"]*$")
_HOPED_FOR = re.compile(
    r"\b(?:may|might|could|will|should|can|(?:hop|aim|plan|expect|hope|expected|likely|due|set|targeted|hoping|aiming|"
    r"planning|ready|fit) (?:to|for)|target(?:s|ed|ing)?|eye(?:s|d|ing)?|in line (?:to|for)) (?:[\w-]+ ){0,3}"
    r"(?:comeback|return|debut|bow|appearance)\b(?! to (?:training|fitness))[^.;\"]*$"
)
_CHOSEN = re.compile(
    r"\b(?:appoint(?:ed|s|ing)?|named?|naming|recall(?:ed|s|ing)?|select(?:ed|s|ing)?|call(?:ed|s|ing)? up|"
    r"pick(?:ed|s))\b(?! (?:the )?(?:man|player) of)[^.;\"]{0,70} for (?:the |their |his |a |an )?(?:[\w-]+ )*$"
)
_PUT_OFF = re.compile(
    r"(?:[^.;]{0,40}|[^.;]{0,140}\b(?:were|was|are|is|been)(?: all| both| also)? )\b(?:put off|"
    r"postponed|called off|abandoned|cancelled|scrapped|fallen victim|rearranged)\b"
)
_REWARD = re.compile(
    r"\b(?:(?:got|given|handed|landed|rewarded with|awarded|secured|set up) (?:an?|another)|"
    r"(?:win|victory|success|triumph)(?: over [\w' -]{3,30})?(?: and(?: with it)?| plus) (?:an?|the|their)) "
    r"(?:[\w-]+ ){0,4}$"
)
_TOMORROWS = re.compile(r"\b(?:tomorrow(?: night)?|next (?:week|month|weekend))'s (?:[\w-]+ ){0,4}$")
_HABIT = re.compile(r"[^.;\"]{0,24}\b(?:every|each) (?:season|year|week|time)\b")

_WHERE = ("at home to ", "at home against ", "away to ", "away at ", "away against ")
_STANDS = re.compile(
    r"(?:\b(?:are|is|be|am|'re|being|drawn|draw|sent|stand|stay|next|now|then|and|or|but|while|both|also|again|first|games?|match|"
    r"matches|fixtures?|ties?|dates?|clash(?:es)?|meetings?|it's|rest)|[:;,()-])"
    r"(?: (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)? $"
)
_NEVER_DID = re.compile(
    r"\b(?:(?:have|has|had)(?: not|n't)|never|unbeaten|without (?:an? |los|win)\w*|always|often)\b[^.;,]*$"
)
_REPORTED = Sought(
    r"\b(?P<told>(?:said|says|admitted|confirmed|revealed|announced|insisted|added|warned|promised|suggested|indicated|"
    r"explained|vowed|told [\w' -]{2,24}?)(?: that)? (?:[\w'-]+ ){1,4})would\b(?! (?:have|love|like|rather|prefer)\b)"
)
_OF_GOALS = frozenset({"MINUTE", "GOAL_VERB"})
_ONE_CLAUSE = re.compile(r"(?:(?! (?:and|but|when|as|who|will|before|then)\b)[^,.;]){0,60}")
_IS = (" are ", " is ", " be ", "'re ")


def time_of(lower: str, sentence: Sentence, start: int, end: int) -> str | None:
    """When the match is that the phrase between two offsets names."""
    first, last = max(sentence.span.start, start - _REACH), min(sentence.span.end, end + 70)
    before = _reported(lower, first, start)
    if _OPEN.search(before) or _NEVER_WAS.search(before) or _HABIT.match(lower, end, last):
        return OPEN
    if _DATED_PAST.match(lower, end, last):
        return PAST
    if _DATED_AHEAD.match(lower, end, last) or _WILL_BE_PLAYED.match(lower, end, last):
        return AHEAD
    if _REWARD.search(before) or _TOMORROWS.search(before):
        return AHEAD
    if _THEN_BEFORE.search(before):
        return PAST
    if _HOPED_FOR.search(before) or _CHOSEN.search(before):
        return AHEAD
    cues = [cue.lastgroup for cue in _CUES.finditer(before)]
    if cues:
        return cues[-1]
    if _PUT_OFF.match(lower, end, last):
        return None
    after = _AFTERWARDS.match(lower, end, last)
    return after.lastgroup if after is not None else None


def stands_there(lower: str, sentence: Sentence, start: int) -> bool:
    """ "threw away a lead at home to X": whether "at home to" adds where something happened, and says itself no more
    than that."""
    adds = lower.startswith(_WHERE, start)
    return adds and not _STANDS.search(lower, max(sentence.span.start, start - 20), start)


def never_happened(lower: str, sentence: Sentence, start: int) -> bool:
    """ "have not lost at home to X": what up to there is told of no one match."""
    return _NEVER_DID.search(lower, max(sentence.span.start, start - _REACH), start) is not None


def is_past_alone(lower: str, sentence: Sentence, start: int) -> bool:
    """Whether a sentence tells of the past up to a place, and of nothing else."""
    cues = _CUES.finditer(lower, max(sentence.span.start, start - _REACH), start)
    return {cue.lastgroup for cue in cues} == {"past"}


def _reported(lower: str, first: int, start: int) -> str:
    """The words before a phrase; "said he would rest him" is "said he will" as somebody else tells it."""
    said = _REPORTED.search(lower, first, start)
    if said is None:
        return lower[first:start]
    return f"{lower[first : said.end('told')]}will{lower[said.end() : start]}"


def is_of_a_goal(lower: str, sentence: Sentence, host: Mention) -> bool:
    """ "headed in 20 minutes from time at home to X": whether a goal is told in the words where somebody is at home;
    not "scored twice on Saturday and are at home to X"."""
    goals = [m for m in sentence.mentions if m.start < host.start and m.kind in _OF_GOALS]
    home = lower.startswith(("at home", "home to"), host.start) and not lower.endswith(_IS, 0, host.start)
    return home and bool(goals) and _ONE_CLAUSE.fullmatch(lower, goals[-1].end, host.start) is not None
