"""How much what a sentence says of a man looks like a goal of his where no verb says that he scored.

A minute, a corner met, a keeper left standing, a lead or a level score, a comeback begun: none of them tells a goal, a
few of them together do, if the match has a goal left that nobody is named for. In: a man's clause, from behind him to
where another's begins, and the words ahead of him. Out: the weights of the signs in it added up; none at all where it
says that the ball did not go in, or tells of something else.

A weight is the logarithm of how many times likelier the sign stands in the clause of a man who scored there than in
that of a man of the same report who scored nowhere: counted over the gold texts and written beside it, out of 642
and out of 1087 clauses. What says that the ball did not go in weighs so much the other way that it rules a goal out.
"""

from __future__ import annotations

from typing import NamedTuple

from flows.extract.cast.actors import Actor
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

ENOUGH = 4.8  # two or three signs


class Sign(NamedTuple):
    """Words of one meaning, what they weigh, and in how many clauses of scorers and of others they stand."""

    name: str
    words: Sought
    weight: float
    counted: tuple[int, int]


_SCORE = (
    r"\b(?:ahead(?! of)|in front(?! of)|back level|level(?! of| on points| not)|parity|the (?:lead|advantage|deficit|"
    r"arrears|breakthrough|deadlock|stalemate|scoring|equali[sz]er|leveller|opener|winner|clincher|decider|"
    r"consolation)|all square|on (?:level )?terms|a (?:two|three|four)-goal (?:lead|cushion|advantage)|(?:two|three|"
    r"four)[- ](?:nil|up)|two goals (?:up|clear)|(?:an?|the) (?:comeback|fightback|rout|turnaround)|under way|on "
    r"(?:its|their) head)\b"
)
_PERIOD = Sought(
    r"\b(?:midway through|deep (?:into|in) |(?:just|shortly|right|straight|immediately|early|late|soon|"
    r"moments|seconds) (?:before|after|on|in|into|from) (?:the )?(?:break|half|interval|second|restart|first|"
    r"hour)|late on\b|early on\b|at the death|(?:in|into) (?:stoppage|added|injury)|(?:stoppage|injury|added|"
    r"additional)[- ]time|last kick|(?:before|after) (?:the )?(?:break|half-time|interval|restart)\b|"
    r"(?:inside|within) (?:[\w-]+ )?(?:minutes|seconds)|dying (?:seconds|minutes|moments|embers)|(?:moments|"
    r"seconds) later|on the stroke of)"
)
SIGNS = (
    Sign("period", _PERIOD, 3.4, (59, 3)),
    Sign(
        "net",
        Sought(
            r"\b(?:back of the net|the (?:roof|corner) of the net|(?:top|bottom|far|near|low|inside|opposite) "
            r"(?:right |left |right-hand |left-hand )?(?:corner|post)|(?:empty|open|gaping|unguarded|yawning) (?:net|"
            r"goal)|(?:over|across) the line|(?:in|in off|off) the (?:underside|inside)|(?:went|goes|going) in|"
            r"between the posts|home (?:from|at|off|after|with|past))\b"
        ),
        2.8,
        (23, 2),
    ),
    Sign(
        "keeper",
        Sought(
            r"\b(?:(?:past|beyond|under|over|beat|beats|beating|around|round|wrong-foot\w*|left|leaving|gave|giving|"
            r"sent|sending|lobbed|rounded|rounding) (?:the |his |[a-z-]+ ){0,3}?(?:goalkeeper|keeper|custodian|number "
            r"one|shot-stopper)|(?:goalkeeper|keeper|custodian)\b[\w' ]{0,24} (?:rooted|stranded|helpless|no chance|"
            r"flat-footed|standing|grasping)|no chance\b|the wrong way\b|outstretched\b)"
        ),
        2.3,
        (8, 1),
    ),
    Sign("score", Sought(_SCORE), 3.6, (73, 3)),
    Sign(
        "made it",
        Sought(
            r"\b(?:ma(?:de|king|ke|kes) (?:it|that|the score) (?:\d-\d|one|two|three|four|five|six|level|safe|all|"
            r"certain)|(?:for|it was|to|at) \d-\d\b(?!-)|ma(?:de|king|ke|kes) (?:sure|certain|no mistake)|put (?:it|"
            r"the game|the match|the result|the tie|matters|them|us) (?:beyond|to bed|out of (?:sight|reach)))"
        ),
        3.4,
        (26, 1),
    ),
    Sign(
        "ball met",
        Sought(
            r"\b(?:an?|the|'s?|his|her|another|this|from|at) (?:[\w-]+ ){0,2}?(?:corner(?:-kick)?|free[- ]kick|cross|"
            r"throw-in|long throw|delivery|centre|cut-?back|pull-?back|flick-on|knock-?down|set[- ]piece|rebound|"
            r"loose ball|through[- ]ball)\b"
        ),
        2.1,
        (62, 12),
    ),
    Sign(
        "shot",
        Sought(
            r"\b(?:header|volley|half-volley|drive|strike|finish|effort|tap-in|overhead kick|bicycle kick|scissors "
            r"kick|spot-kick|penalty(?! (?:area|box|claim|appeal))|chip|lob|shot|curler|thunderbolt|piledriver|"
            r"screamer|long-ranger|back-?heel\w*|shin|thigh|chest|(?:left|right|weaker|stronger|wrong|other) (?:foot|"
            r"boot)|(?:left|right)-foot\w*)\b"
        ),
        2.2,
        (112, 21),
    ),
    Sign(
        "distance",
        Sought(
            r"\b(?:from (?:\d+|[\w-]+|all of \d+|fully \d+|a|some \d+) yards?\b|from (?:close range|distance|long "
            r"range|short range|point-blank range|the edge|outside the|a tight|an acute|the halfway line|the spot|"
            r"range)\b)"
        ),
        2.9,
        (39, 3),
    ),
    Sign(
        "there first",
        Sought(
            r"\b(?:rose|ris(?:es|ing|en)|climb(?:ed|s|ing)|leap(?:t|ed|ing|s)?|stoop(?:ed|s|ing)|soar(?:ed|s|ing)|"
            r"tower(?:ed|s|ing)|out-?jump\w*|lurk(?:ed|ing)|quickest|first to|on hand|unmarked|ghost(?:ed|ing)|stole "
            r"in|nipp(?:ed|ing) in|peel(?:ed|ing)|slid\b|dived|met|meets|meeting|react(?:ed|ing|s)|latch(?:ed|ing)|"
            r"seiz(?:ed|ing)|cut(?:ting)? (?:in|inside)|broke (?:clear|free|through)|clean through|ran on|held (?:his|"
            r"her) nerve|kept (?:his|her) (?:cool|composure|nerve)|stepped up|stuck out|swivel\w*|rounded the|took "
            r"aim|(?:one|a) touch\b)"
        ),
        2.2,
        (28, 5),
    ),
    Sign(
        "deed",
        Sought(
            r"\b(?:pounc(?:ed|es|ing)|profit(?:ed|s|ing)|punish(?:ed|es|ing)|capitali[sz](?:ed|es|ing)|oblig(?:ed|es|"
            r"ing)|(?:did|do|does|doing) the (?:rest|honours|damage|trick)|silenc(?:ed|es|ing)|stunn?(?:ed|s|ing)|"
            r"sav(?:ed|ing) (?:a point|the day|\w+'s blushes)|rescu(?:ed|es|ing)|salvag(?:ed|es|ing)|settl(?:ed|es|"
            r"ing)|seal(?:ed|s|ing)|clinch(?:ed|es|ing)|wrapp(?:ed|ing) up|round(?:ed|ing) (?:off|things)|"
            r"complet(?:ed|es|ing)|kill(?:ed|s|ing) (?:it|off|the)|sank|sunk|sink(?:s|ing)|restor(?:ed|es|ing)|"
            r"snatch(?:ed|es|ing)|struck|strikes?|striking|hit back|repl(?:y|ied|ies|ying)|respon(?:ded|se)|"
            r"answer(?:ed|s|ing)|cancel(?:led|ling)|amends|finish(?:ed|es|ing)|forced extra|doubl(?:ed|es|ing)|"
            r"trebl(?:ed|ing)|extend(?:ed|ing)|halv(?:ed|ing)|reduc(?:ed|ing)|knotted|help(?:ed|s|ing) (?:himself|"
            r"herself|themselves)|got (?:them|us|one|both|the (?:other|second|third|fourth|last))|had the (?:last|"
            r"final) (?:word|say)|had (?:his|her) (?:first|second|third|fourth)|earn(?:ed|s|ing))\b"
        ),
        2.9,
        (112, 10),
    ),
    Sign(
        "his nth",
        Sought(
            r"\b(?:his|her) (?:(?:own )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
            r"\d+(?:st|nd|rd|th))|maiden)\b"
        ),
        2.7,
        (30, 3),
    ),
    Sign(
        "it flew",
        Sought(
            r"\b(?:watch(?:ed|ing)? (?:it|his|her)|saw (?:it|his|her)|(?:ball|shot|header|effort|it) (?:fly|flew|"
            r"nestl\w+|sail\w+|loop\w+|dipp\w+|curl\w+|trickl\w+|rolled|squirm\w+|crept|took a deflection)|deflect\w+|"
            r"nestl\w+|squirm\w+|crept)\b"
        ),
        0.8,
        (4, 3),
    ),
)
MINUTE, AHEAD, PERIOD_AHEAD = 4.0, 2.2, 1.2  # 178 and 5, 49 and 9, 8 and 4
UNTIL, WHEN = 0.5, 1.9  # 1 and 1, 9 and 2
_NEAR, _REACH, _BESIDE, _STOPPED = 30, 80, 10, 16  # letters
_BY = (" by ", " by the ")
_WHEN = (" when ", " as ", " through ")
_OPENED = Sought(r"\b(?:until|only for)\b")
_BEFORE = Sought(_SCORE)
_NOT_IN = Sought(
    r"\b(?:sav(?:e|ed|es|ing)\b(?! (?:a point|the (?:day|game|match)|their|his side|[\w']+ blushes))|parr(?:y|ied|"
    r"ying)|block(?:ed|s|ing)?\b|clear(?:ed|ing) (?:off|the line|it|his|her)|(?:kept|keep) (?:it )?out|den(?:y|ied|"
    r"ying)|tipp(?:ed|ing)|(?:turned|pushed|tipped|helped) (?:over|wide|behind|away|aside)|palm(?:ed|ing)|smother\w+|"
    r"claw(?:ed|ing)|hack(?:ed|ing)|wide\b|(?:just|fired|shot|headed|blazed|sent|lifted|flashed|volleyed|nodded|it|"
    r"drive|effort|header|curled|skied|ballooned) (?:just |narrowly |inches )?over\b(?! the (?:line|wall))|over the "
    r"(?:bar|top|crossbar)|off target|(?:hit|struck|against|clipped|rattled|shook|grazed|smacked|hitting|striking) "
    r"(?:the|a|an|her|his) (?:[\w-]+ )?(?:post|bar|crossbar|woodwork|upright|frame)|woodwork|side-?netting|narrowly|"
    r"inches|offside|disallowed|(?:ruled|chalked|scrubbed) (?:out|off)|scuff\w+|blaz\w+|miss(?:ed|ing|es)?\b|"
    r"squander\w+|spurn\w+|fluff\w+|wast(?:ed|ing)|fail\w*|unable|could (?:not|only|n't|barely)|couldn't|(?:went|came|"
    r"come|go|going) close|appeal\w*|almost|nearly|(?:should|could|might|would|may) (?:have|well)|threaten\w*|(?:a|"
    r"the|his|her|two|good|best|half-) ?chances?\b|tried|tries|trying|hop(?:ed|ing|es)|want\w*|attempt\w*|test(?:ed|"
    r"ing|s)|forc(?:ed|ing) (?:a|an|the|him|her|[a-z'-]+) (?:\w+ )?(?:save|stop|into|to)|st(?:ung|ing)|troubl\w+|"
    r"warm(?:ed|ing)|straight at|directly at)\b"
)
_ELSE = Sought(
    r"\b(?:(?:earn|w[io]n)\w* (?:[\w']+ ){0,3}(?:corner|free[- ]kick|penalty|throw)|book(?:ed|ing)|caution\w*|sent "
    r"off|saw red|dismiss\w+|(?:red|yellow|second) (?:cards?|booking|yellow)|limp(?:ed|s|ing)|stretcher\w*|hamstring|"
    r"injur\w+|withdr\w+|foul(?:ed|ing)|fell(?:ed|ing)|tripp(?:ed|ing)|upend\w+|brought down|sign(?:ed|ing)|join(?:ed|"
    r"ing)|contract|on loan|transfer\w*|appoint\w+|sack(?:ed|ing)|retir\w+|ban\b|suspen\w+|said|says|told|added:|"
    r"insist\w*|admit\w*|believ\w+|think\w*|thought|feels?|felt|prais\w+|reckon\w*|explain\w*|claim\w*|reveal\w*|"
    r"hail\w*|will|(?:is|are) (?:expected|set|due|likely|available|out|back|fit|a doubt)|has been|have been|remains?|"
    r"if|conced\w+|at fault|to blame|tackl\w+|clearance|record\w*|average\w*|years?|season(?!'s)|weeks?|months?|"
    r"careers?|(?:came|come) (?:on\b|off(?! the bench))|hurt|laid (?:on|off)|set(?:s|ting)? (?:up|\w+ up)|te(?:ed|"
    r"eing) (?:up|\w+ up)|squar(?:ed|ing) (?:it |the ball )?for|cross(?:ed|ing) for|fed|switched)\b"
)
_IS = Sought(r" (?:was|is|were|has|will|would|could|can|had been|who is|, who is|, who was|who was)\b")
_IS_THERE = Sought(
    r" (?:was|is|were) (?:there|on hand|quickest|first|left|unmarked|in the right|the quickest|waiting)\b"
)


class Clause(NamedTuple):
    """What a sentence says of one man: from `ahead` up to him, from behind him to `stop`, where a new clause of his
    begins, and to `last`, where another man's does."""

    actor: Actor
    ahead: int
    stop: int
    last: int


class Found(NamedTuple):
    """The signs of a clause: what they weigh together, and where the first of them stands."""

    weight: float
    start: int
    end: int
    names: tuple[str, ...]


def signs_in(lower: str, sentence: Sentence, clause: Clause) -> Found | None:
    """The signs of a man's clause, and of the words from `ahead` up to him; none where it is told, up to `last`, that
    nothing came of it."""
    start, end, ahead, stop = clause.actor.start, clause.actor.end, clause.ahead, clause.stop
    if _NOT_IN.search(lower, max(ahead, start - _STOPPED), clause.last) or _ELSE.search(lower, end, stop):
        return None
    if _IS.search(lower, end, min(stop, end + _BESIDE)) and not _IS_THERE.search(lower, end, stop):
        return None
    told = [(sign, match) for sign in SIGNS if (match := sign.words.search(lower, end, stop)) is not None]
    found = [(sign.name, sign.weight) for sign, _ in told]
    minutes = [
        m
        for m in sentence.mentions
        if m.kind == "MINUTE" and ahead <= m.start < stop and not lower.endswith(_BY, 0, m.start)
    ]
    behind = [m for m in minutes if m.start >= end]
    if minutes:
        found.append(("minute", MINUTE) if behind else ("minute ahead", AHEAD))
    elif not any(name == "period" for name, _ in found) and _PERIOD.search(lower, ahead, start):
        found.append(("period ahead", PERIOD_AHEAD))
    if _OPENED.search(lower, max(ahead, start - _NEAR), start):
        found.append(("until", UNTIL))
    if lower.endswith(_WHEN, 0, start) and _BEFORE.search(lower, max(ahead, start - _REACH), start):
        found.append(("when", WHEN))
    first = min([match.span() for _, match in told] + [(m.start, m.end) for m in behind], default=(end, end))
    return Found(sum(weight for _, weight in found), *first, tuple(name for name, _ in found))
