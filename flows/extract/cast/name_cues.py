"""What the words beside a capitalised name say of it: a club or a person, and how surely.

Each cue is a pattern over the lower-case text right before or right after the name; `unknown_clubs` adds them up.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from flows.extract.cast.scoring_men import GOAL_BY, GOALS_FOR, LED_THROUGH, OWED_TO, SCORED_THEN, SCORES_AS_A_MAN

_ROLES = (
    r"(?:(?:striker|midfielder|defender|goalkeeper|keeper|winger|substitute|full-back|centre-back|youngster|debutant|"
    r"newcomer|teenager)s|"
    r"(?:former |new |head |assistant )?(?:manager|coach|head coach|boss|striker|defender|midfielder|goalkeeper|keeper|"
    r"captain|skipper|winger|forward|chairman|chairwoman|owner|fans|supporters|players|side|team|board|full-back|"
    r"centre-back|director|substitute|goal|half|back line|defence|attack|bench|coaching staff|chief executive|"
    r"president|playmaker|left-back|right-back|wing-back|centre-half|legend|squad|academy|spokesman|spokeswoman|"
    r"loanee|youngster|teenager|dugout|hot seat|backroom staff|physio|physiotherapist|(?:club )?doctor|kit ?man|"
    r"groundsman|vice-chairman|vice-captain|secretary|chief scout|player-manager|number two))\b"
)
_BEATEN = (
    r"\b(?:against|beat|beating|beaten by|defeat(?:ed|ing)|over|hosts?|hosted|face|faced|facing|visit|visited|"
    r"thrash(?:ed|ing)|versus|v|vs|home to|away to|lost to|draw with|drew with|drawn with|trip to|travel(?:led|s)? to|"
    r"victory over|win over|defeat to|defeat by|"
    r"points? (?:behind|above|ahead of|clear of)|clear of|behind|put|give|gave|eliminated|join|joined|signed for|"
    r"(?:go|goes|went|come|comes|came) to|put past|receive|received|entertain|games for|goals for) $"
)
_MET_BY = (
    r"(?:\bagainst|\bhosts|\bhost|\bhosting|\bhome to|\baway to|\b(?:win|victory|triumph) over|\b(?:defeat|"
    r"loss) (?:to|by|at)|"
    r"\blost to|\b(?:draw|drew) with|\btrip to|\btravel(?:l?ing|led|s)? to|\baway at|\bdrawn against|"
    r"\b(?:match|game|tie|clash|fixture|final|derby) (?:against|with|between)|\bpoints? (?:clear|ahead|behind|"
    r"above) of|"
    r"\bpoints? (?:behind|above)|\bclear of) $"
)
_HELD_BY = (
    r"\b(?:held(?! (?:back|down|up|off))|knocked out|thrashed|hammered|eliminated|stunned|dumped out|routed|"
    r"crushed|pegged back|"
    r"draw|defeat|loss)(?: [\w-]+){0,6} by $|\bbeaten(?: [\w-]+){1,6} by $"
)
_STANDING = (
    r"\b(?:leaders|strugglers|champions|title-?holders|holders|neighbours|rivals|visitors|minnows|giants|opponents|"
    r"newcomers|"
    r"side|club|outfit|high-flyers|pacesetters|challengers|pursuers|basement boys|league leaders|winners|"
    r"runners-up),? $"
)
_RANKED = (
    r"\b(?:(?:newly[- ])?(?:promoted|relegated)|table-topp(?:ing|ers?|ed)|lowly|"
    r"(?:top|bottom|\w+(?:st|nd|rd|th))-placed|mid-table|"
    r"relegation-(?:threatened|haunted|battling)|promotion-chasing|top-of-the-table|bottom-of-the-table|winless|"
    r"\w+-tier|(?:first|second|third|fourth|last)-place|(?:second|third)-bottom|"
    r"non-league|(?:ten|nine|eight|10|9|8)-man|in-form|out-of-form|high-flying|managerless) $"
)
_SERVED = (
    r"\b(?:(?:debut|appearances?|games|matches|(?<!opening )(?<!winning )(?<!the )goals?|played|scored|signed|"
    r"turned out|ran out|years|seasons|spell) for|"
    r"on loan (?:at|from|to|with)|loan (?:spell|move|deal) (?:at|with|from|to)|(?:spell|spells|years|seasons) (?:at|"
    r"with)|"
    r"signed from|signed by|transferred to|career (?:at|with)) $"
)
_LED = (
    r"\b(?:in charge of|at the helm of|(?:manager|coach|boss|captain|chairman|director|owners?|president|fans|"
    r"supporters|players) of|(?:job|reign|stint|role|post|future) at|(?:took|takes) over (?:at|as manager of)|"
    r"(?:taken|taking) over at|hot seat at) $"
)
_MEETING = (
    r"\b(?:meetings?|showdown|encounter|date|fixture|clash|derby|tie|game|match|draw|battle|duel) with $|"
    r"\b(?:pressure on|(?:they|we) (?:are|were|have been) (?:out )?playing|(?:they|we|will|"
    r"(?<!minutes )(?<!left )(?<!hour )to) play) $"
)
_WHO_PLAY = (
    r",? who (?:next |now |will |also |then )?(?:play|host|face|visit|meet|entertain|welcome|take on|travel to|go to|"
    r"are (?:away|at home) to)\b"
)
_GAME_OF = r" (?:game|match|clash|tie|fixture|derby|victory|defeat)\b"
_AMBITION = (
    r"'s? (?:relegation|promotion|title|survival|play-off|playoff|european|top-four|wembley) (?:fears|hopes|bid|"
    r"push|challenge|"
    r"race|rivals|battle|tilt|ambitions|aspirations|charge|defence|run|exit|worries|woes|dreams?|quest)\b|"
    r"'s? (?:[\w-]+ )?(?:midfield|defence|back (?:four|line|three|five)|rearguard|attack|hierarchy|ranks|faithful|"
    r"area|box|net|dressing room)\b"
)
_DOING = (
    r" (?:had|won|lost|drew|beat|went|led|will|took|then|also|never|could|come|came|go|finished|played|welcome|"
    r"entertain|"
    r"receive)\b"
)
_OWNING = (
    r"(?:'s?)? (?:unbeaten|winning|losing|winless|perfect|home|away|season|league) "
    r"(?:run|record|streak|form|campaign|win|defeat)\b"
)
_HIRING = (
    r" (?:have |has |had )?(?:part(?:ed)? (?:ways|company) with|(?:sack|fire|dismiss|appoint|unveil|hire|axe|suspend)"
    r"(?:e?d)?|name[ds]?|dispensed with(?: the services of)?|turned to|lost) (?:(?:[a-z-]+ ){0,2}?"
    r"(?:head coach|coach|manager|boss|head of|sporting director|caretaker)\b|"
    r"(?:[\w'.-]+ ){1,4}?as (?:(?:their|its|the|an?|new|next|interim|permanent|first-team|head) )*"
    r"(?:coach|manager|boss|sporting director|caretaker)\b)"
)
_DO = (
    r" (?:stun|shock|sink|edge|thrash|hammer|crush|rout|cruise|ease past|see off|knock out|dump|fight back|"
    r"bounce back|crash|slump|go (?:top|second|third|bottom|clear|through|out)|stay|draw|lose|win|earn|claim|grab|"
    r"snatch|seal|clinch|reach|progress|advance|slip|climb|survive|stumble|overcome|battle|rally|recover|"
    r"fail to (?:win|"
    r"beat|score|take|reach|qualify)|falter|drop points)\b"
)
_WON_SCORE = (
    r" (?:have |had )?(?:won|lost|drew|beat|beaten|went down)\b"
    r"(?! (?:it|the (?:game|match|tie|derby)) \d{1,2} ?- ?\d{1,2} for\b).{0,24}?\b\d{1,2} ?- ?\d{1,2}\b"
)
_PLACE = (
    r"(?:top|bottom|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)|"
    r"(?:\d+|a|one|two|three|four|five|six|seven|eight|nine|ten) points?)"
    r" (?:in|of|on|with|from|at|behind|above|clear|ahead|adrift|off|after)\b"
)
_TABLED = (
    r",? (?:who |which )?(?:have |had |has |are |were |is |now |currently )*"
    r"(?:finish(?:ed)?|end(?:ed)?(?: up)?|slump(?:ed)? to|drop(?:ped)? to|climb(?:ed)? to|sit|lie|lay|stay(?:ed)?|"
    r"remain(?:ed)?|rooted to the|up to|down to) (?:the season |in )?" + _PLACE
)
_CALLED = (
    r"(?:\b(?:striker|midfielder|defender|goalkeeper|keeper|winger|forward|captain|skipper|coach|manager|boss|"
    r"substitute|"
    r"teenager|youngster|full-back|centre-back|playmaker|referee|chairman|chairwoman|president|director|sir|mr|mrs|dr|"
    r"said|says|told|added|wing-back|veteran|international|player)|-old|-born) $"
)
_WITH_HIM = (
    r"(?: and [\w'-]+(?: [\w'-]+)?)?,? (?:both |all |also |then |then also )?(?:heading(?! (?:into|for|to|towards))|"
    r"slotting|converting|nodding|"
    r"tapping|poking|stabbing|bundling|sweeping|rifling|curling|volleying|"
    r"scoring the (?:[\w-]+ )?(?:goals?|winner|equaliser|"
    r"opener|first|second|third|fourth)|scoring (?:twice|both|his|her)|scoring(?=[.,;])|finishing off|finishing from)\b"
)
_ACTING = (
    r"'s? (?:header|shot|cross|free-kick|penalty|strike|volley|effort|corner|pass|goals?|brace|hat-trick|men|side)\b|"
    r",? (?:\d\d,|who (?!(?:next |now |will |also |then )?(?:play|host|face|visit|meet|entertain|welcome|take|travel|"
    r"go|are|were|have|lie|sit|need|lost|won|drew|beat|brushed|swept|saw off|knocked|put out|ousted|edged)\b)|"
    r"said|says|added|told|headed|netted|struck|slotted|converted|fired|curled|insisted|believes|"
    r"admitted|joined|tapped|drilled|volleyed|saved|missed(?! (?:out on )?(?:the|a) chance)|"
    r"equalised(?! through)|made(?! it \w+ (?:\w+ )?(?:wins|defeats|draws|games|matches|points|victories))|turned|"
    r"finished the job|settled it|pounced|"
    r"popped up|nodded|poked|stabbed|bundled|swept in|rolled|rifled|lashed|dinked|lobbed|chipped|hooked|rose|got both|"
    r"each had|added (?:one|a|the|another)|completed (?:his|her|a)|\(\d)"
)
_TOWN = (
    r"\b(?:city|town|village|streets?|suburbs?|hospitals?|schools?|people|citizens|residents|mayor|freedom|outskirts|"
    r"population|capital|(?:pilgrimage|journey|trip|flight|miles|travelled|drive|fans))"
    r"(?:,? (?:of|in|like|near|around|outside|from|such as)) $"
)
_THERE = (
    r"(?<!\bfaith )(?<!\binterest )(?<!\bbelief )(?<!\btrust )(?<!\bconfidence )(?<!\binterested )(?<!\binvested )"
    r"(?<!\bbelieve )(?<!\bbelieved )(?<!\bbelieves )(?<!\bsent )(?<!\bthrew )(?<!\bbring )"
    r"(?<!\bbrought )\b(?:in|near|outside) $"
)
_OUSTED = (
    r"\b(?:(?:saw|sees?|seeing|seen) off|dispos(?:ed|es|ing) of|knock(?:ed|s|ing)? out|(?:put|dump(?:ed|ing)?) out|"
    r"account(?:ed|ing) for|(?:brush|swept|sweep)(?:ed|ing)? aside|edg(?:ed|ing) past|slip(?:s|ped|ping)? up (?:at|"
    r"against)|"
    r"(?:getting|gets?|got|went|go|squeezed?|eased?|scraped?|come|came|edged?) past) "
    r"(?:(?:premiership|premier league|championship|league (?:one|two)|first division|second division|non-league|"
    r"serie a|"
    r"bundesliga|top-flight|second-tier|neighbours|rivals|holders|champions) )?$"
)
_DEALT_WITH = (
    r"\b(?:(?:bids?|offers?|approach(?:es)?|proposals?|enquir(?:y|ies)) (?:[\w£€$.-]+ ){0,4}?from|"
    r"(?:agree[ds]?|agreeing|negotiat\w+) (?:an? )?(?:[\w£€$.-]+ ){0,3}?(?:fee|price) "
    r"(?:of [\w£€$.]+ )?with|"
    r"(?:competition|interest|rivalry) from|(?:in )?talks with|"
    r"linked with an? (?:[\w-]+ )?(?:move|switch|return|transfer) to|turned down an? (?:[\w-]+ )?(?:move|switch|"
    r"return) to) $"
)
_PLAYED_NEXT = (
    r"(?:day's|weekend's|month's|midweek|league|cup|next|opening|upcoming) "
    r"(?:match|game|tie|clash|trip|visit|fixture|date|replay|friendly|opener) (?:at|to) $"
)
_CAREER_AT = (
    r"\b(?:happy|unhappy|settled|future|apprentice|trainee|scout|stint|trial|caretaker|experience came|coaching career|"
    r"playing career|playing days|youth career) (?:at|with) $"
)
_FOR_A_SPELL = (
    r" (?:for|on) an? (?:second|third|fourth|final|loan|short|further|[\w-]+-month) (?:loan )?(?:spell|stint)\b"
)
_HE_WAS_THERE = (
    r", (?:whom|which|where) (?:he|she) (?:had |then |later |also )?(?:led|managed|coached|captained|joined|left|"
    r"played|spent|"
    r"made|started|began|scored|won)\b"
)
_LED_ON = (
    r"(?: (?:in|for|at|last|on) [\w' -]{2,24}?)?,? (?:after |before |by |and )?(?:had )?(?:guiding|leading|taking|"
    r"steering|helping|led|guided|took|steered) them (?:to|up|into|out|back)\b"
)
_PLURALLY = (
    r" (?:want|hope|refuse|value|deny|insist|plan|intend|seem|appear|fear|demand|reject|agree|rate|"
    r"wish|"
    r"continue|hold|boast|possess)\b"
)
# What many do now: "Merrow need a win", "Merrow head into the game". One man does it only where he is made to.
PLURALLY = re.compile(
    r" (?:also |now |then |still |again |only |first )?(?:need|lack|look|aim|head into|go (?:into|in search|top)|"
    r"come into|own (?:the|an?|all)|begin (?:their|the)|start (?:their|the)|open (?:their|the)|end (?:their|the)|"
    r"kick off|trail|"
    r"miss out|average|concede|prepare|chase|struggle|remain|enter the|make the (?:trip|journey)|take (?:their|part)|"
    r"play (?:their|in|at)|lead the (?:way|table)|top the|prop up|occupy|languish|drop (?:to|into|down)|"
    r"move (?:up|to|into|within|above|clear)|rise to|maintain|keep up|head (?:to|for)|look to|reach|bow out|"
    r"progress|advance|count (?:the|their)|await|regroup|sweat|get (?:back|ready|set)|travel|welcome|entertain|"
    r"run into|sign off|hit the road|wait (?:on|for)|qualify|owe|employ|run (?:on|out)|sell|buy)\b"
)
_ABROAD_OR_HOME = r" (?:away|at home)(?: (?:in|on)\b(?! loan)|[.,;]| next| last| tomorrow)"
_FROM_THERE = (
    r"\b(?:(?:sign|arriv|join|recruit|lur|transferr|poach)\w* (?:[\w'.-]+ ){0,4}?|"
    r"(?:mov(?:ed|ing)|sw[io]tch\w*|bought (?:him|for [^ ]+)|(?:£|€|\$)[\d.]+ ?\w*(?: (?:move|deal|signing|switch|"
    r"transfer))?|"
    r"transfer|recruits?|arrivals?|acquisitions?|capture|loanee|newcomer|"
    r"(?:loan|permanent|free|summer|january|winter|deadline-day) (?:move|switch|signing|transfer|deal)) |"
    r"(?:signed|bought|recruited|lured|landed|brought in|poached) (?:[\w.'-]+ ){1,5})from $"
)
_CAREER_WITH = (
    r"\b(?:(?:won|winning|gained|earned|achieved|lifted|claimed|secured) (?:the |an? |"
    r"\w+ )?(?:[\w-]+ ){0,2}?(?:promotions?|"
    r"titles?|leagues?|cups?|championships?|trophy|trophies|honours|doubles?|trebles?|medals?) (?:with|at)|"
    r"(?:take|taking|takes|took) over at|in (?:his|her) (?:first|second|third|fourth|debut|only|final|last|one|two|"
    r"three|four) "
    r"(?:seasons?|years?|campaigns?|spells?|months?) (?:at|with)|"
    r"(?:-year|-month|-season|long-term|short-term|permanent|rolling|professional|pre-) (?:contract|deal|"
    r"terms) (?:with|at)|"
    r"joined up with|tenure at|reign at|apprenticeship at|academy at|in charge at|career with|"
    r"made (?:his|her) (?:debut|name|bow) (?:at|for|with)) $"
)
_LEVEL_WITH = (
    r"\b(?:paired|drawn together) with $|"
    r"\blevel (?:on points )?with $|\b(?:them|him|us|her|side|team|went|go|goes|going|moved?|moves|moving|climb\w*|"
    r"jump\w*|rose|"
    r"leap\w*|one (?:place|point)|two (?:places|points)|goal difference) (?:above|below) $|"
    r"\b(?:took|takes|lift\w*|mov\w+|put|puts|carri\w+|sends?|sent|lead|"
    r"hoist\w*) [\w']{2,12}(?: [\w']{2,12})? (?:above|below) $"
)
_WENT_OUT_TO = (
    r"\b(?:on penalties|on aggregate|in extra time|after extra time|on away goals|in a (?:penalty )?shoot-?out|"
    r"on spot-kicks|"
    r"after a (?:penalty )?shoot-?out|on pens|in the (?:final|semi-final|quarter-final)s?)(?: \d ?- ?\d)? (?:to|by|"
    r"against) $"
)
_LEAD_OVER = r"\b(?:\d-\d|-goal|-point) (?:[\w-]+ ){0,2}(?:lead|advantage|cushion) (?:over|against|at) $"
_EITHER = r"\b(?:play|face|meet|host|visit|take on|against|to|with|at) either (?:[\w' .-]{2,25} or )?$"
_TRIPS = r"\b(?:trips|visits|journeys|successive (?:games|matches) (?:at|against)) to (?:[\w' .-]{2,25} and )?$"
_INTERESTED = (
    r" (?:are|have)(?: [\w-]+){0,5} (?:interested|monitoring|tracking|circling|in the hunt|in the running|keeping tabs|"
    r"weighing up)\b"
)
_BEAT_US = r"(?: - [^-]{3,30} -)? (?:beat|defeated|thrashed|hammered|outplayed|trounced|knocked) (?:us|them)\b"
_TAKES_A_RESULT = (
    r" (?:secure|take|complete|snatch|grab|earn|claim|record) (?:an?|the|their|all) (?:[\w-]+ ){0,3}?(?:\d ?- ?\d|win|"
    r"victory|"
    r"lead|points?|draw|place|spot)\b"
)
_SCORED_THROUGH = (
    r"(?:,? who)? (?:had |have |also |then |quickly |soon |duly |twice ){0,2}(?:led(?: early)?|levelled|equalised|"
    r"replied|responded|struck(?: first| back)?|hit back|scored(?: first| again)?|took (?:the|an? (?:[\w-]+ )?)lead|"
    r"went (?:ahead|in front|\w+ up|\d-\d up)|drew level|pulled (?:level|one back)|opened the scoring|"
    r"doubled (?:their|the) (?:lead|advantage)|made it \d ?- ?\d|reduced the arrears|were (?:ahead|in front|level|"
    r"\w+ up)) (?:\w+ ){0,3}?(?:through|via|courtesy of|thanks to)\b"
    r"(?! (?:an? (?:crowd|sea|forest|ruck|gap|thicket|hole|packed|crowded)|the (?:legs|middle|crowd|defence|wall|"
    r"hands|goalkeeper|keeper)))"
)
_STANDING_ASIDE = (
    r",? (?:who (?:are|were|have been) |currently |now |still |down in )*"
    r"(?:top|bottom|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)) "
    r"(?:in|of) (?:the|their) (?:[\w-]+ ){0,2}(?:table|standings|league|division|group|premiership|championship|"
    r"conference|top flight|league (?:one|two))\b"
)
_LEFT_BEHIND = r"\b(?:has|have|had|will|to|is|was|who|he|she) (?:left|leave|leaving|quit|rejoined|rejoin) $"
_LEFT_SO = (
    r" (?:by mutual consent|after (?:\w+ ){1,2}(?:years|seasons|months)|at the end of (?:the season|his contract|"
    r"the campaign)|"
    r"when his contract|for nothing|in (?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december|the summer|\d{4}))\b"
)
# "X said they would not raise their offer": a club speaks of itself as of many.
THEIR_OWN = re.compile(
    r" (?:have |had |also |then |now |duly |have now )?(?:said|say|insist(?:ed)?|confirm(?:ed)?|announced?|den(?:y|"
    r"ied)|claim(?:ed)?|"
    r"lost|won|kept|completed?|extend(?:ed)?|secured?|maintain(?:ed)?|continued?|open(?:ed)?|start(?:ed)?|ended|began|"
    r"improved?|"
    r"increased?|raised?|rejected|threw|finish(?:ed)?|dropped|conceded|clinched|sealed|booked|preserved|stretched|"
    r"strengthened) "
    r"(?:(?!(?:when|after|as|before|if|because|while|where|who|until|since|than|but|and|told|for|from|with|at|of|by)\b)"
    r"[a-z][\w'-]* ){0,4}?(?:they|their|themselves)\b"
)
LED_BY = re.compile(r"'s? (?:[\w-]+ )?(?:side|team|men|players|forwards|charges|boys|goal|half|xi|squad)\b")


_SURELY_ACTING = (
    r"'s? (?:header|shot|cross|free-kick|volley|effort|corner|pass|brace|hat-trick)\b|"
    r",? (?:\d\d,|said|says|told|headed|netted|slotted|fired|curled|insisted|believes|admitted|tapped|drilled|volleyed)"
)


class Cue(NamedTuple):
    """A pattern over the lower-case text before or after a name (`alone`: after one that ends no list of several;
    `article`: after one with "the" before it), and what it is worth for a club and for a person; whether it is
    believed of a word, too, that only ever opens sentences."""

    stands: str
    pattern: str | re.Pattern[str]  # an expression that is asked for elsewhere, too, is a compiled one
    club: float = 0.0
    person: float = 0.0
    surely: bool = False


RANKS = (Cue("before", _STANDING, club=2), Cue("before", _RANKED, club=2))
CUES = (
    Cue("after", rf"(?:'s?)? {_ROLES}", club=2),
    Cue("after", r"(?:'s?)? (?:lead|remain|sit|host|face|travel|lie|stay)\b", club=2),
    Cue("alone", r"(?:'s?)? (?:are|were|have)\b", club=2),
    Cue("before", _MET_BY, club=2),
    Cue("before", _HELD_BY, club=3),
    Cue("after", _WHO_PLAY, club=2.5),
    Cue("before", _SERVED, club=2),
    Cue("after", r"(?:'s?)? (?:from relegation|from the drop|relegation)\b", club=2),
    *RANKS,
    Cue("before", _MEETING, club=2),
    Cue("before", _LED, club=2),
    Cue("before", r"\b(?:(?<!minutes to )(?<!left to )(?<!hour to )play|plays|played|playing) $", club=1.5),
    Cue("article", _GAME_OF, club=1.6),
    Cue("after", _AMBITION, club=2),
    Cue("after", _OWNING, club=2),
    Cue("after", _DOING, club=0.5),
    Cue("after", _WON_SCORE, club=1),
    Cue("after", _HIRING, club=2.5, surely=True),
    Cue("alone", _DO, club=2),
    Cue("after", _TABLED, club=2.5),
    Cue("after", r" of (?:the )?(?:[\w-]+ ){1,4}(?:league|division|conference|championship)\b", club=2),
    Cue("after", r" ?\d{1,2} ?- ?\d{1,2}\b", club=2),
    Cue("before", _BEATEN, club=1.2),
    Cue("before", r"\d{1,2} ?- ?\d{1,2} (?:(?:to|by|against|over) )?$", club=2),
    Cue("before", r"\b(\d) ?- ?\1 with $", club=2),
    Cue("before", _OUSTED, club=2),
    Cue("before", _DEALT_WITH, club=2.5),
    Cue("before", _PLAYED_NEXT, club=2),
    Cue("before", _CAREER_AT, club=2),
    Cue("after", _FOR_A_SPELL, club=2),
    Cue("after", _HE_WAS_THERE, club=2),
    Cue("after", _LED_ON, club=2.5),
    Cue("after", _STANDING_ASIDE, club=2.5),
    Cue("before", _LEFT_BEHIND, club=1.2),
    Cue("after", _LEFT_SO, club=0.9),
    Cue("before", r"\b(?:managed|coached) $", club=1.2),
    Cue("after", r" for (?:\w+ ){1,2}(?:years|seasons|months|games|matches)\b", club=1),
    Cue("alone", _PLURALLY, club=1.5),
    Cue("after", _ABROAD_OR_HOME, club=2),
    Cue("after", _SCORED_THROUGH, club=5),
    Cue("after", _BEAT_US, club=2),
    Cue("alone", _TAKES_A_RESULT, club=2),
    Cue("article", r" (?:cup|league) (?:tie|game|match|clash|replay)\b", club=2),
    Cue("before", _FROM_THERE, club=3.2),
    Cue("before", _CAREER_WITH, club=2.2),
    Cue("before", _LEVEL_WITH, club=2),
    Cue("before", _WENT_OUT_TO, club=2.5),
    Cue("before", _LEAD_OVER, club=2.5),
    Cue("before", _EITHER, club=2),
    Cue("before", _TRIPS, club=2),
    Cue("after", _INTERESTED, club=2),
    Cue("after", r" to (?:watch|see) ", club=-4),  # "a trip to X to watch Y"
    Cue("before", _CALLED, person=2),
    Cue("before", r"\b(?:from|by) $", person=1),
    Cue("before", GOAL_BY, person=4),
    Cue("before", LED_THROUGH, person=8),
    Cue("before", GOALS_FOR, person=5),
    Cue("before", _TOWN, person=-3),
    Cue("before", _THERE, person=-1.5),
    Cue("after", _ACTING, person=1.5),
    Cue("after", _SURELY_ACTING, person=0.5),
    Cue("after", SCORES_AS_A_MAN, person=4),
    Cue("before", OWED_TO, person=3),
    Cue("after", r", (?:the|an?) (?:[1-4]\d|fellow \d\d)-year-old\b", person=4),
    Cue("after", rf"(?!{SCORED_THEN}) \(\d{{1,2}}(?:st|nd|rd|th)\)", club=2.5),
    Cue("after", SCORED_THEN, person=4),
    Cue("before", r"\(\d{1,2}(?:st|nd|rd|th)\) vs? $", club=2),
    Cue("after", r" \(\d\d'?(?:,? ?(?:pen|og)\.?)?\)", person=1.5),
    Cue("after", _WITH_HIM, person=6),
    Cue("after", r" scored (?!for )(?:\w+ ){1,4}(?:against|to)\b", club=1.5),
    Cue("after", r",? (?:is|was|has|scored) ", person=1),
    Cue(
        "after",
        r" scored (?:his|her|a hat-trick|a brace|a double|(?:two|three|four) goals|both)\b",
        person=1,
    ),
)
