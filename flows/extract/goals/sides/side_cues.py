"""The words around a goal that tell whose it was: who is given it, who answered, whose net it was, who fell behind.

Each expression is of the lower-case text beside a side's name; what it counts for is weighed in `side_words`.
"""

from __future__ import annotations

import re

from flows.extract.text.sought import Sought

SPARES = re.compile(r"\b(?:spar|sav)(?:e|es|ed|ing) (?:the )?$|\bto (?:the )?$")
TO_THEIR_RELIEF = re.compile(r"'?s?'? (?:blushes|relief|bacon|skins?|delight)\b")
GAVE = re.compile(
    r"^(?:[^,;]{0,40}|[^,;]{0,50}, an? [^,;]{3,40},(?: which| that)? )\b(?:earn|salvage|rescue|give|hand|lift|"
    r"earned|salvaged|rescued|gave|given|handed|fired|sent|"
    r"took|lifted|"
    r"helped|put|enabled|allowed|inspired|carried|guided|steered|propelled|won it for|sealed it for) (?:the )?$"
)
THEIR_NET = re.compile(
    r"'?s?'? (?:[\w-]+ )?(?:net|(?P<goal>goal)|goalkeeper|keeper|goalie|shot-stopper|goalmouth)\b(?! (?:kick|line-up))"
)
ANSWERED = re.compile(
    r"'?s? (?:(?:then|soon|duly|quickly|immediately|later) )?(?:repl(?:ying|ied)|respond(?:ing|ed)|hit(?:ting)? back|"
    r"pull(?:ing|ed) (?:one|a goal) back|g[eo]t(?:ting)? (?:one|a goal) back|scor(?:ing|ed) (?:a |their )?"
    r"(?:consolation|late|only goal|in reply)|equali[sz](?:ing|ed)|levell(?:ing|ed)|reduc(?:ing|ed) the|"
    r"halv(?:ing|ed) the)\b"
)
BUT = re.compile(r"(?:\bwith|\bwhile|\bbut|\bthough|\balthough|\bonly for|\bbefore) (?:the )?$")
WHOSE = re.compile(
    r"(?:, [^,.;]{2,40})?,? (?:whose (?:[\w'-]+ ){0,4}|for whom (?:[\w-]+ ){0,2}|who (?:had|saw|got) (?:(?:an?|"
    r"the|their) )?(?:[\w-]+ ){0,2})$"
)
SAW = re.compile(r"[^,;]{0,40}\b(?:had|saw|kept|ensured|meant) (?:that )?(?:the )?$")
OPENS_WITH = re.compile(
    r"\W*(?:after|following|with|thanks to|courtesy of) (?:[\w-]+ ){0,3}(?:goals|strikes|efforts|headers) (?:from|by) "
)
IN_CONTROL = re.compile(
    r" (?:had |were |was |are |looked |seemed |appeared |then )*(?:to be )?(?:\w+ly )?(?:poised|set (?:for|to)|"
    r"on course|cruising|coasting|in control|in command|heading for|home and dry|comfortable|ahead|in front|led|raced|"
    r"winning|win\b|"
    r"(?:two|three|four|\d-\d) (?:up|ahead|in front))"
)
HELD_OUT = Sought(
    r"\b(?:(?:let|seen|saw|letting) (?:[\w'-]+ ){0,9}?slip|(?:threw|thrown|gave|given|frittered|tossed) away|"
    r"blew (?:an? |the |their )|surrendered|squandered|held (?:out|on|firm)|resisted|survived|clung on|had kept|"
    r"hung on|fell behind|"
    r"went behind)\b"
)
HIT_BACK = re.compile(
    r"\bbut (?:then |soon |quickly |they )?(?:hit back|replied|levelled|responded|recovered|fought back|equali[sz]ed|"
    r"rallied|"
    r"drew level|were (?:soon )?level|pulled|struck back|came back|turned)\b"
)
NO_GOALS = re.compile(
    r" (?:\w+ )?(?:first|second|third|fourth|fifth|sixth|\w+th) (?:[\w-]+ ){0,3}?(?:points?|wins?|victory|victories|"
    r"defeats?|loss|draws?|titles?|troph\w+|games?|match|matches|clean sheet|chance|season|final|success)\b"
)
DEALT_A_BLOW = re.compile(
    r" (?:an? |their |the |yet another |another )(?:[\w-]+ ){0,3}?(?:defeats?|loss|setback|blow|mountain|reverse|"
    r"deficit|headache|scare|fright|shock|jolt|problem)\b"
)
UNDONE = re.compile(
    r"\b(?:cancel\w* out|wip\w+ out|eras\w+|overturn\w*|nullif\w+|cut|halv\w+|reduc\w+|undid|undo) (?:the )?$"
)
BEHIND = Sought(
    r"\b(?:(?:fell|went|were|slipped|found themselves) (?:[\w-]+ ){0,2}behind|conced\w+|trail(?:ed|ing)|undone|"
    r"caught (?:cold|out|napping)|denied (?:an?|the|all|their|victory)|robbed|deprived|punished|breached|rocked|"
    r"stunned|shocked|made to pay|paid the price|let in|"
    r"(?:threw|gave) away|held out until|setback (?:came|arrived)|pegged back)\b"
)
FARED = re.compile(
    r" (?:\w+ly |also |then |twice )?(?:w[io]n\w*|beat|came from|hit back|fought back|claimed|thrash\w+|edged|eased|"
    r"cruised|"
    r"recovered|secured|overcame|saw off|ran out|romped|swept|moved|went top|reached|booked|made it|drew|salvag\w+|"
    r"rescu\w+|earn\w*|held|snatch\w+|came back|rall\w+|battled|stunn\w+|upset|knocked|shock\w+|climb\w+|clinch\w+|"
    r"seal\w+|progress\w*|advanc\w+|trounc\w+|hammer\w+|rout\w*|crush\w*|dispatch\w*|scraped|squeez\w+|"
    r"brush\w+|inflict\w+|sank|downed|piled|extend\w*|stretch\w*|maintain\w*|continu\w+|pull\w+|got|grab\w+|returned|took|"
    r"put|ended|leapt|jumped|rose|racked|marched|stormed|turned)\b"
)
FARED_ILL = re.compile(
    r" (?:\w+ly |also |then |twice )?(?:lost|were (?:beaten|held|denied|stunned|thrash\w+|knocked|dumped|pegged)|"
    r"crashed|slumped|went down|threw away|let slip|squandered|conceded|fell|slipped|suffered|bowed out|capitulated|"
    r"collapsed|surrendered)\b"
)
DONE_TO = re.compile(  # what a goal does to the other side
    r"\b(?:den(?:ied|ies|ying)|robb?(?:ed|s|ing)|depriv(?:ed|es|ing)|stunn?(?:ed|s|ing)|s[aiu]nk(?:s|ing)?|"
    r"shock(?:ed|s|ing)|floor(?:ed|s|ing)|condemn(?:ed|s|ing)|punish(?:ed|es|ing)|frustrat(?:ed|es|ing)|deflated|"
    r"dumped|eliminat(?:ed|es|ing)|knocked out|saw off|undid|broke) (?:the )?$"
)
FELL_BEHIND_TO = re.compile(
    r"\W*(?:despite|after|having|even after|although)? ?(?:going|falling|slipping|gone|fallen|trailing|conceding|down|"
    r"behind|a goal down|(?:one|two|three) down)\b[^,.;]{0,50}\b(?:to|through|when)\b[^,.;]{0,30}$"
)
COLLAPSED = re.compile(
    r" (?:never recovered|had no (?:answer|reply)|collapsed|crumbled|wilted|folded|fell apart|capitulated|"
    r"were (?:stunned|rocked|punished|undone|made to pay|caught|denied|robbed|deprived|pegged|hauled back|shaken|"
    r"breached|"
    r"hit (?:on|by|with|early|late)))\b"
)
SUCCUMBED_TO = re.compile(  # "trailed to goals from X and Y", "were undone by a late strike"
    r" (?:[a-z]+ ){0,2}?(?:trail\w*|(?:fell|went|slipped) behind|succumb\w*|undone|sunk|floored) (?:to|by) "
    r"(?:[a-z-]+ ){0,4}(?:goals?|strikes?|headers?|efforts?|penalt|free[- ]kick|finish)"
)
LEADING = re.compile(
    r"(?:,? (?:had been|were|was|who were|now|then|already|comfortably|deservedly))? (?:leading|led|ahead|in front|up|"
    r"\d-\d (?:up|ahead|in front|to the good)|two up|a goal up)(?: [^.;,\"]{0,40})? (?:thanks to|through|courtesy of|"
    r"via|after|by virtue of|from)(?: (?:an?|the|early|late|first-half|second-half|two|three|quickfire|goals?))* "
    r"[^.;,\"]{0,40}$"
)
VICTIM = re.compile(
    r"\b(?:ma(?:de|kes|king)|punish(?:ed|es|ing)|silenc(?:ed|es|ing)|stunn(?:ed|ing)|shock(?:ed|ing)) (?:the )?$"
)
TURNED = re.compile(r"(?:but|however|yet|instead|still)\b")
CAME_FROM = re.compile(
    r"[a-z]{0,2}'?s?'? (?:[\w-]+ ){0,3}(?:repl(?:y|ies)|response|answer|consolation|equali[sz]er|leveller|goals?|"
    r"opener|"
    r"winner|second|third|fourth|lifeline|breakthrough|scoring) (?:came|was|were|arrived|had come|had been)\b"
)
CAME_FROM_THEM = re.compile(  # "X, who left Harland in August,", "X, a summer signing from Harland,"
    r", (?:who )?(?:had |has |was |only |once |formerly |himself |a |an |the )*(?:(?:left|quit|departed|"
    r"(?:released|sold|discarded|rejected|freed|let go|shown the door) by|(?:signed|bought|released|on loan|"
    r"transferred|"
    r"recruited|(?:[\w-]+ )?(?:signing|capture|arrival|recruit|purchase|loanee)) from|"
    r"(?:joined|moved|arrived|signed|came)(?: [\w-]+){0,2} from|(?:began|started|spent) [\w -]{3,26}? (?:at|with)|"
    r"formerly of|previously (?:of|with)|(?:came through|learned|learnt) [\w -]{3,22}? (?:at|with)|"
    r"(?:\w+ )?(?:trainee|apprentice|product|youngster) (?:at|of|with))) (?:the )?$"
)
BY_WHICH = re.compile(r"\b(?:when|as|after) (?:[a-z-]+ ){0,4}$")
SO_MUCH_TO = re.compile(r"\d-\d to (?:the )?$")
WOE_FOR = re.compile(
    r"\b(?:misera\w+|misery|nightmare|torrid|sorry|disappoint\w*|frustrat\w*|heartbreak\w*|heartache|woe\w*|painful|"
    r"pain|dismal|humiliat\w*|agony|dreadful|wretched|disastrous|disaster|sobering|blow|bleak|grim|worse|despair|"
    r"no way "
    r"back|too (?:much|good|strong|hot)) (?:[\w-]+ ){0,2}for (?:the )?$"
)
