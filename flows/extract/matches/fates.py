"""Who goes through and who goes out: the verbs and nouns that say it of their subject, beside an aggregate or kicks.

`FATE` finds each of them in lower-case text, its group `won` or `lost` telling how the subject fared.
"""

from __future__ import annotations

import re

_BE = r"(?:was|were|is|are|been|being|be|got)"
_PUT_OUT = (
    r"(?:beaten|defeated|eliminated|edged out|knocked out|dumped out|put out|sent out|ousted|seen off|denied|undone|"
    r"sent packing|pipped|sent crashing|sent tumbling)"
)
_OUT = (
    r"(?:went|go|goes|going|gone|crash\w*|bow\w*|tumbl\w*|slump\w*|slid|slipp\w+|fell|fall\w*) (?:out|down|short)|"
    r"fell|slump(?:ed|ing)? to|crash\w* to"
)
FATE = re.compile(
    rf"(?P<lost>\b{_BE} (?:[a-z]+ ){{0,2}}?{_PUT_OUT}|"
    rf"\b(?:los(?:es?|ing|t|er|ers)|{_OUT}|exit\w*|succumb\w*|came (?:unstuck|up short)|"
    rf"(?:a|the|their|its|\d) (?:[\w-]+ ){{0,2}}(?:defeat|loss|exit|heartbreak|heartache)|"
    rf"defeat|agony|heartbreak|miss(?:ed|ing) out)\b|"
    rf"(?<!, )\b(?:eliminated|knocked out|dumped out|edged out) by|"
    rf"(?:(?<=, )|^)(?:beaten|eliminated|knocked out|dumped out|edged out|ousted)(?= \d| on\b| by\b| in\b)|"
    rf"\b(?:saw|left|leave|leaves|leaving|seen|him|them|side|\w+) beaten\b(?<!have beaten)(?<!has beaten)"
    rf"(?<!had beaten)(?<!having beaten)(?<!already beaten))|"
    rf"(?P<won>\b(?:w[io]ns?|winning|winners?|beat(?:s|ing)?|beaten|prevail\w*|triumph\w*|through|advanc\w+|progress\w*|"
    rf"defeat\w*|eliminat\w+|oust\w+|edg\w+|overcame|overcom\w+|(?:see|sees|saw|seeing) off|knock\w*|dump\w*|"
    rf"(?:put|send|sent)\b[^.;,]{{0,24}} out|pipp\w+|held their nerve|came out on top|success\w*|victor\w*|"
    rf"qualif\w+|emerg\w+|claim\w*|lift\w*|clinch\w*|book\w*|reach\w*|squeez\w+|scrap\w+|sneak\w*))"
)
