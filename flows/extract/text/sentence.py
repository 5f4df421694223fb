"""A sentence of a story: its mentions and their shape, and what stands in it as subject or object.

A side is an object after "against", "at" or a verb of winning, with at most its own adjectives between; a relative
clause ("X, who ...") makes it a subject again. A verb of winning in the passive tells of the loser.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from flows.extract.text.mentions import LETTER, Mention, of_kinds
from flows.extract.text.structure import Span

LONGEST = 120  # mentions of a sentence; what binds them looks at each pair
SIDES = frozenset({"TEAM", "EPITHET", "SIDE_HOME", "SIDE_AWAY"})
_OBJECT = {
    "AGAINST": 26, "WITH": 22, "AT": 20, "BY": 22, "TRAVEL": 22, "HOST": 22, "VERSUS": 6, "WIN": 24, "FROM": 6, "OF": 6,
    "TO": 5, "FIXTURE": 22, "BEATEN": 3, "GIVE_LEAD": 2, "FOR": 5, "IN": 5, "ON": 14, "DRAW": 14,
}  # fmt: skip
_OUTCOMES = frozenset({"WIN", "BEATEN", "LOSE", "DRAW", "WIN_INTRANSITIVE"})
_ACTS = frozenset({"GIVE_LEAD", "GOAL_VERB", "FIXTURE", "HOST"})
_RESULT_NOUNS = frozenset({"WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN"})
_LINKS = frozenset({"WITH", "AGAINST", "AT", "TO", "BY", "OF", "TRAVEL", "HOST"})
_AUXILIARY = frozenset({"HYPOTHETICAL", "TO", "FOR", "HAVE", "BE", "GIVE_LEAD", "GOAL_ACT", "FINISH", "FROM", "THEY"})
_CLAUSE = 8  # letters: " got a ", " had a " say of whom a score is
_QUALIFIERS = frozenset({"ORDINAL", "NUMBER", "NATIONALITY", "ROLE", "SIDE_NOUN", "COMPETITION", "STANDING", "PLACE"})
_APPOSITION = frozenset({"COMMA", "SIDE_NOUN", "ORDINAL", "STANDING", "NATIONALITY", "ROLE"})
_BEFORE_BY = frozenset({"SCORE", "HOME", "AWAY", "DATE", "AGGREGATE_SCORE", "AGGREGATE", "IN", "AT", "GROUND", "ROUND"})
_FAR_BY = 36
_TO = frozenset({"behind", "back to", "back at"})
_EXPLAINED = 2  # mentions before a name that explains one: that one and its comma
_GIVES = frozenset("gave give gives giving handed hands handing put puts putting had given has given".split())
_AN_END = len(" the top ")
_START = attrgetter("start")
_HALVES = frozenset({"GOAL_ACT", "GIVE_LEAD"})
_BEHIND = re.compile(
    r" (?:out(?! on)|packing|tumbling|crashing|spinning|to the sword|over(?=[.,;]| \d|$| (?:at|in|with|on) ))\b"
)
_SPLIT = frozenset(
    "turn turns turned turning knock knocks knocked knocking dump dumps dumped dumping put putting".split()
    + "send sends sent sending".split()
)
_APART_BY = re.compile(  # the half behind the object, and the score right behind it
    r" (?:apart|to pieces|to shreds|to bits|(?P<away>away)|off|aside|over) (?=\d{1,2} ?[-\u2013] ?\d{1,2}\b)"
)
_TOOK = re.compile(
    r"\b(?:takes?|taking|took|taken|tears?|tearing|tore|torn|rips?|ripping|ripped|pulls?|pulling|pulled|picks?|picking|"
    r"picked|blows?|blowing|blew|blown|sees?|seeing|saw|seen) (?:the |their )?(?:[a-z]+ )?$"
)
_HAVE = re.compile(
    r"(?:\b(?:have|had|has|having|to have)|'ve)(?: (?:already|also|ever|never|not|only|now|just|twice|recently|since|"
    r"still|all|both))? $"
)
_PARTICIPLE = re.compile(
    r"(?:ed|en|unk|upset|overcome|off|aside|apart|undone)(?: (?:out|off|aside|past))?$|^put out$|^sent \w+ing$|"
    r"^turned over$"
)


_SAYS_WHO_HE_IS = frozenset({"COMMA", "A", "AGE", "ROLE", "NATIONALITY", "TEAM", "ORDINAL"})


@dataclass(eq=False)
class Sentence:
    """A sentence's span, its mentions and their shape; `headline` where it is one, `alone` where it fills its line."""

    span: Span
    mentions: list[Mention]
    shape: str
    headline: bool = False
    alone: bool = False
    paragraph: int = 0
    quoted: bool = False
    number: int = 0

    def of(self, kind: str) -> list[Mention]:
        """Its mentions of a kind, read off the shape first. For kinds that a mention keeps once its sentence has been
        built: not for sides, as a name may be adopted as one later."""
        return of_kinds(self.mentions, (kind,)) if LETTER[kind] in self.shape else []

    def span_text(self, text: str) -> str:
        """The sentence's part of a text."""
        return text[self.span.start : self.span.end]


_OPENS_BEHIND = frozenset({"COMMA", "AND", "BUT", "DATE", "SUBORDINATE", "STOP"})
_PLAYED_IN = (
    ["IN", "COMPETITION"], ["IN", "ROUND"], ["IN", "ROUND", "COMPETITION"], ["IN", "ROUND", "OF", "COMPETITION"]
)  # fmt: skip


def opens_in(mentions: list[Mention], index: int) -> bool:
    """ "In the Championship City lost", "while in the second round of the Cup City won": whether what was played opens
    the clause of a side."""
    for kinds in _PLAYED_IN:
        first = index - len(kinds)
        if first >= 0 and [m.kind for m in mentions[first:index]] == kinds:
            return first == 0 or mentions[first - 1].kind in _OPENS_BEHIND
    return False


def objective(mentions: list[Mention], index: int) -> bool:
    """Whether a side stands as an object: after "against", "at", a verb of winning, with at most its own adjectives
    between."""
    if mentions[index].attributive or mentions[index].compared:
        return True
    if _names_again(mentions, index):
        return objective(mentions, index - 2)
    if _is_beside_a_place(mentions, index):
        return False
    position = index - 1
    while position > 0 and mentions[position].kind in _QUALIFIERS and index - position < 4:
        position -= 1
    if position < 0:
        return False
    reach = _OBJECT.get(mentions[position].kind)
    if mentions[position].text in _TO:
        reach = _OBJECT["TO"]
    if mentions[position].kind == "IN" and mentions[position + 1].kind == "PLACE" and index == position + 2:
        return False  # "In Lisbon City were held"
    if opens_in(mentions, index) or (position == 0 and _is_behind_an_end(mentions, index)):
        return False
    return reach is not None and mentions[index].start - mentions[position].end <= reach + 14 * (index - 1 - position)


def _is_behind_an_end(mentions: list[Mention], index: int) -> bool:
    """ "At the bottom Harland lost again", not "At bottom club Harland, ...": whether what a sentence begins with is an
    end of the table."""
    if index != 1 or mentions[0].kind != "AT" or mentions[1].start - mentions[0].end < _AN_END:
        return False
    return not any(m.kind in ("COMMA", "THEY", *SIDES) and m.start - mentions[1].end <= 1 for m in mentions[2:3])


def opens_for(sentence: Sentence, index: int) -> bool:
    """ "For Rovers it was a sixth defeat": the side that a sentence opens with is what it is about; what stands before
    a comma is not."""
    mentions = sentence.mentions
    opens = index == 1 and mentions[0].kind == "FOR" and mentions[0].start <= sentence.span.start + 1
    return opens and not any(m.kind == "COMMA" and m.start == mentions[1].end for m in mentions[2:3])


def unbracketed(mentions: list[Mention]) -> list[Mention]:
    """The mentions that stand in no brackets: of "Harland (3rd) v Brigg (11th)" the two sides and what joins them."""
    found, depth = [], 0
    for mention in mentions:
        depth += (mention.kind == "OPEN") - (mention.kind == "CLOSE")
        if depth <= 0 and mention.kind != "CLOSE":
            found.append(mention)
    return found


def is_listed(mentions: list[Mention], index: int) -> bool:
    """The last of "wins against X and Y", of "games against X, Y and Z"."""
    if _is_listed_by_place(mentions, index):
        return True
    if index < 2 or not (_ends_a_list(mentions, index) or _goes_on_in_a_list(mentions, index)):
        return False
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    if following is not None and following.kind in _OUTCOMES and following.start - mentions[index].end <= 12:
        return False  # "drew with X and Y lost"
    if following is not None and following.kind in _ACTS and following.start - mentions[index].end == 1:
        return False  # "held by X and Y took full advantage"
    if has_its_own_result(mentions, index):
        return False  # "lost 2-0 to X and Y could only manage a 1-1 draw with Z"
    first = index - 2
    while first > 1 and mentions[first - 1].kind == "COMMA" and mentions[first - 2].kind in SIDES:
        first -= 2
    return mentions[first].kind in SIDES and objective(mentions, first) and not mentions[index].possessive


def _is_listed_by_place(mentions: list[Mention], index: int) -> bool:
    """ "beat X at home and Y away": Y."""
    if index < len("X at home and".split()) - 1 or index + 1 >= len(mentions) or mentions[index].possessive:
        return False
    side, where, link = mentions[index - 3 : index]
    placed = all(m.kind in ("HOME", "AWAY") for m in (where, mentions[index + 1]))
    if not placed or link.kind not in ("AND", "COMMA") or side.kind not in SIDES:
        return False
    beside = where.start - side.end == mentions[index + 1].start - mentions[index].end == 1
    return beside and objective(mentions, index - 3)


_FARED = frozenset({"WIN", "WIN_INTRANSITIVE", "LOSE", "DRAW"})


def has_its_own_result(mentions: list[Mention], index: int) -> bool:
    """Whether a score, its noun and another side follow the name, with more words between than a list's end has: "and
    Y could only manage a 1-1 draw with Z"."""
    behind = mentions[index + 1 : index + 10]
    if behind and behind[0].kind in _FARED and behind[0].start - mentions[index].end == 1:
        return True  # "a defeat by X, and Y won"
    at = next((i for i, m in enumerate(behind) if m.kind not in _AUXILIARY), None)
    if at is None or behind[at].kind != "SCORE" or behind[at].start - mentions[index].end < _CLAUSE:
        return False
    noun, link = (*behind[at + 1 : at + 3], None, None)[:2]
    if noun is None or link is None or noun.kind not in _RESULT_NOUNS or link.kind not in _LINKS:
        return False
    return any(m.kind in SIDES or m.kind == "NAME" for m in behind[at + 3 : at + 5])


def _ends_a_list(mentions: list[Mention], index: int) -> bool:
    return mentions[index - 1].kind == "AND" and mentions[index].start - mentions[index - 1].end <= 5


def _goes_on_in_a_list(mentions: list[Mention], index: int) -> bool:
    """The Y of "games against X, Y and Z"."""
    behind = mentions[index + 1 : index + 3]
    listed = len(behind) == 2 and behind[0].kind in ("AND", "COMMA") and behind[1].kind in SIDES
    return listed and mentions[index - 1].kind == "COMMA" and mentions[index - 2].kind in SIDES


def _names_again(mentions: list[Mention], index: int) -> bool:
    """ "went to the leaders, X, and won": the name between commas stands as what it explains."""
    if index < _EXPLAINED or index + 1 >= len(mentions):
        return False
    what, comma, name, after = mentions[index - 2 : index + 2]
    beside = name.start - comma.end <= 1 and comma.start == what.end and after.start == name.end
    return beside and comma.kind == after.kind == "COMMA" and name.kind == "TEAM" and what.kind in SIDES - {"TEAM"}


def _is_beside_a_place(mentions: list[Mention], index: int) -> bool:
    """ "In Turin Harland were held": "in" is said of the town, and the side that stands right behind it acts."""
    if index < _EXPLAINED or mentions[index - 1].kind != "PLACE" or mentions[index].kind != "TEAM":
        return False
    link, place = mentions[index - 2 : index]
    adjacent = place.start - link.end <= 1 and mentions[index].start - place.end == 1
    return link.kind == "IN" and adjacent and not place.possessive


def is_given(mentions: list[Mention], index: int) -> bool:
    """Whether a side is right behind a verb of giving: "gave X a 1-0 win at Y", "put X ahead" tell of X."""
    before = mentions[index - 1] if index else None
    beside = before is not None and before.kind == "GIVE_LEAD" and mentions[index].start - before.end == 1
    return beside and before is not None and before.text.lower() in _GIVES


def spoken_of(mentions: list[Mention], index: int) -> bool:
    """Whether a relative clause follows a side ("X, the fourth-placed team, who ..."): then it is that clause's
    subject."""
    for mention in mentions[index + 1 : index + 6]:
        if mention.kind == "WHO":
            return mention.text.lower() != "whose" and mention.start - mentions[index].end < 48
        if mention.kind not in _APPOSITION:
            return False
    return False


def goes_on_about(tokens: list[Mention], index: int) -> bool:
    """ "X, who has", "X, the 31-year-old striker who has": whether a clause goes on about a man."""
    behind = tokens[index + 1 : index + 7]
    if [t.kind for t in behind[:2]] == ["COMMA", "WHO"]:
        return True
    if not behind or behind[0].kind != "COMMA":
        return False
    who = next((t for t in behind if t.kind not in _SAYS_WHO_HE_IS), None)
    return who is not None and who.kind == "WHO" and who.text.lower() == "who"


def pieces(span: Span, mentions: list[Mention]) -> Iterator[tuple[Span, list[Mention]]]:
    """A sentence as it is, or cut where it runs on for longer than any sentence does (a table in one line)."""
    if len(mentions) <= LONGEST:
        yield span, mentions
        return
    start = span.start
    for first in range(0, len(mentions), LONGEST):
        last = first + LONGEST
        end = mentions[last].start if last < len(mentions) else span.end
        yield Span(start, end), mentions[first:last]
        start = end


def mark_passives(mentions: list[Mention], lower: str) -> bool:
    """ "were thrashed", "was each dispatched", "beaten 3-0 by": the subject lost. Whether there was any."""
    marked = False
    for i, mention in enumerate(mentions):
        if mention.kind != "WIN" or not _PARTICIPLE.search(mention.text.lower()):
            continue
        before = mentions[max(0, i - 2) : i]
        if _is_in_apposition(before, mention, mentions[i + 1 : i + 3]) or _is_done_by(mentions, i, lower):
            mention.kind = "BEATEN"
            marked = True
            continue
        if any(b.kind == "BE" and mention.start - b.end <= 16 for b in before) or (
            mention.text.lower() == "beaten" and not _HAVE.search(lower, max(0, mention.start - 20), mention.start)
        ):
            mention.kind = "BEATEN"
            marked = True
    return marked


def mark_split_verbs(mentions: list[Mention], lower: str) -> bool:
    """ "knocked X out of the cup", "sent them packing": a verb of winning whose other half stands behind its object."""
    marked = False
    for verb, side in pairwise(mentions):
        if verb.kind not in _HALVES or verb.text.lower() not in _SPLIT or side.start - verb.end > _FAR_BY:
            continue
        if (side.kind in SIDES or side.kind in ("THEY", "WE")) and _BEHIND.match(lower, side.end):
            verb.kind = "WIN"
            marked = True
    return marked


def mark_taken_apart(mentions: list[Mention], lower: str) -> bool:
    """ "took X apart 4-0", "saw X off 2-1": a verb whose other half stands behind its object, told by the score there.
    As a word alone it tells no win, so it is often no mention yet."""
    found: list[tuple[int, str]] = []
    for side in mentions:
        behind = _APART_BY.match(lower, side.end) if side.kind in SIDES or side.kind in ("THEY", "WE") else None
        took = _TOOK.search(lower, max(0, side.start - _FAR_BY), side.start) if behind is not None else None
        if behind is None or took is None:
            continue
        verb = took.group().split(" ", 1)[0]
        if not behind["away"] or verb.startswith("bl"):  # "saw X away 2-1": where, not how
            found.append((took.start(), verb))
    for start, verb in found:
        mention = next((m for m in mentions if m.start == start), None)
        if mention is None:
            insort(mentions, Mention("WIN", start, start + len(verb), verb), key=_START)
        else:
            mention.kind = "WIN"
    return bool(found)


def _is_in_apposition(before: list[Mention], verb: Mention, behind: list[Mention]) -> bool:
    """ "Harland, taken apart 3-0 at Brigg, are 16th": a participle behind a side and its comma, a score next."""
    if len(before) < 2 or before[1].kind != "COMMA" or before[0].kind not in SIDES or verb.start - before[1].end > 2:
        return False
    close = before[1].start == before[0].end and not verb.text.lower().startswith("beat")
    return close and any(m.kind == "SCORE" and m.start - verb.end < 14 for m in behind)


def _is_done_by(mentions: list[Mention], index: int, lower: str) -> bool:
    """ "the side thumped 5-1 by X", "hammered at home by X": nobody stands between a participle and who did it."""
    verb = mentions[index]
    for mention in mentions[index + 1 : index + 5]:
        if mention.kind == "BY":
            return mention.start - verb.end <= _FAR_BY and not _HAVE.search(lower, max(0, verb.start - 20), verb.start)
        if mention.kind not in _BEFORE_BY:
            return False
    return False


def previous(sentence: Sentence, mention: Mention) -> Mention | None:
    """The mention before another in its sentence, None where it is the first."""
    index = next((i for i, m in enumerate(sentence.mentions) if m is mention), 0)
    return sentence.mentions[index - 1] if index else None
