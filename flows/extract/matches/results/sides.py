"""Which side a result is about: the subject that fared so, said or unsaid.

A possessive before the score, the nearest subject of the clause, the antecedent of a pronoun. Prepositions and verbs
of winning make an object of what follows them. Whom that side played where nobody says is asked of `other_side`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from flows.extract.cast.pairs_told import Pair, pair_meant
from flows.extract.cast.things_named import is_a_thing
from flows.extract.matches.meetings.who_may_meet import is_national, may_meet_all
from flows.extract.matches.results.apart import bracketed
from flows.extract.matches.results.beside import (
    adjoins_people,
    closes_an_aside,
    fared_for,
    for_whom,
    in_apposition,
    is_given_a_result,
    is_of_their_man,
    tells_of_side,
    was_met,
    within_aside,
    within_relative,
)
from flows.extract.matches.results.heads_unknown import unknown_head, unknown_with_aside
from flows.extract.matches.results.left_or_lifted import left_or_lifted
from flows.extract.matches.results.means import (
    had_a_setback,
    is_acted_on,
    is_watched,
    only_replied,
    owns_who_was_fouled,
)
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence, is_listed, objective, previous, spoken_of

_VERBS = frozenset({"WIN", "BEATEN", "LOSE", "DRAW", "WIN_INTRANSITIVE"})
_WITH = re.compile(r"\b(?:run|record|start|streak|lead|hopes|dreams?) (?:with|by)\b")
_FORMER = re.compile(r"\b(?:former|ex|one-?time|erstwhile)[ -](?:[\w-]+ )?$")
_THAT = re.compile(r" (?:that|who|which)(?: (?:had|have|has|also|once|last|previously|recently|narrowly))* ")
_SCORE_BEHIND = re.compile(r" \(\d\d?-\d")
_OF_A_ROUND = re.compile(r"(?: (?:in|on|at|before|during|along|this|last)\b|[.,;])")
_OPENINGS = _VERBS | {"IN_PLAY", "WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN"}
_OPENING = 8
_GOES_ON = frozenset({"COMMA", "AND", "OPEN"})
_NOUN_OPENS = re.compile(r"\W*(?:despite|after|following|with|on the back of|fresh from|buoyed by|since)\b")
_OPENING_NOUN = 24  # letters: "Despite a hard-fought"
_FRONTED = re.compile(
    r"(?:already|with|after|following|despite|having|[a-z]+ing|fresh from|still|armed with|up|down) [^,.;]{0,60}$"
)
_SPOKEN_OF = SIDES | {"THEY", "WE"}
_SOMEBODY = frozenset({"PERSON", "THEY", "WE", "HE"})
_ADOPT_AFTER = frozenset({"ON", "AGAINST", "BY", "VERSUS", "WIN", "SCORE", "TO"})


class Sides:
    """Answers for one story."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self.speaks_for: Callable[[Sentence, list[str | None]], str | None] = lambda _sentence, _objects: None
        self.acts_for: Callable[[int, Sentence, list[str | None]], str | None] = lambda _at, _sentence, _objects: None

    def side(self, mention: Mention, sentence: Sentence, bound: dict[str, Mention]) -> str | None:
        if mention.kind != "NAME":
            return self.state.side(mention, sentence)
        before = previous(sentence, mention)
        dated = bound["first"].kind == "DATE"  # "September 3: Harland-Brigg 0-1"
        line = bound["first"] is mention or bound["last"] is mention or dated
        adjacent = ("x" in bound and abs(bound["x"].start - mention.end) < 3) or (
            "x" in bound and abs(mention.start - bound["x"].end) < 3
        )
        adjacent = adjacent or (dated and mention is bound.get("s"))
        closed = before is not None and before.kind == "CLOSE" and bound["last"] is mention
        adjacent = adjacent or (closed and "x" in bound and mention.start - bound["x"].end < 12)
        if self._joins_a_side(mention, bound):
            return self.state.cast.adopt(mention)
        won_against = mention is bound.get("o") and bound["first"].kind == "SCORE" and "n" in bound
        if is_a_thing(self.state.text.lower, mention):
            return None
        if (before is not None and (before.kind in _ADOPT_AFTER or won_against)) or (line and adjacent):
            return self.state.cast.adopt(mention)
        return None

    def _joins_a_side(self, name: Mention, bound: dict[str, Mention]) -> bool:
        """ "Hollow Quay and Luton drew 1-1": a name that "and" joins to the side that it met."""
        one, two = bound.get("s"), bound.get("o")
        if one is None or two is None or {one.kind, two.kind} != {"NAME", "TEAM"} or name.text[:1].islower():
            return False
        between = self.state.text.lower[one.end : two.start]
        return between == " and " and name is (one if one.kind == "NAME" else two)

    def subject(self, bound: dict[str, Mention], sentence: Sentence, objects: list[str | None]) -> str | None:
        """The side that fared so: a possessive before the score, else the nearest subject, else the story's."""
        if not objects and (pair := self._both(bound, sentence)) is not None:
            return pair[0]
        told = left_or_lifted(self.state.text.lower, bound, sentence)
        if told is not None and (team := self.state.side(told, sentence)) not in (None, *objects):
            return team
        here, best = self._here(bound, sentence, objects)
        if here is not None or sentence.headline:
            return here
        if self.is_ours_unnamed(bound["first"], sentence):
            return None
        his = self._of_who_acts(bound["first"], sentence, objects)
        if his is not None:
            return his
        team, certain = self.state.centers.found_before(bound["first"], sentence)
        above = None if certain or not objects else self.state.opponent_above(sentence, objects[0])
        if above is not None:
            return above
        if team is not None and not certain and self.state.cast.clubs[team] < 2:
            team = self._topic(team, objects)
        return self._compatriots(team, objects) if team is not None else best

    def _of_who_acts(self, anchor: Mention, sentence: Sentence, objects: list[str | None]) -> str | None:
        """ "X missed the 2-2 draw with Y": the side of who acts, where a noun tells of the match."""
        return self.acts_for(anchor.start, sentence, objects) if anchor.kind not in _VERBS else None

    def is_ours_unnamed(self, anchor: Mention, sentence: Sentence) -> bool:
        """ "We lost 3-0" of a column whose writer does not say whose manager he is."""
        before = [m for m in sentence.mentions if m.start < anchor.start and (m.kind in SIDES or m.kind in _SOMEBODY)]
        last = before[-1] if before else None
        if last is None or last.kind != "WE" or self.state.quoted(last.start):
            return False
        return self.state.side(last, sentence) is None

    def _both(self, bound: dict[str, Mention], sentence: Sentence) -> Pair | None:
        """The two that "the sides" are before a result."""
        return pair_meant(self.state.text.lower, self.state.sentences, sentence, bound["first"].start)

    def behind_an_opening(self, bound: dict[str, Mention], sentence: Sentence, objects: list[str | None]) -> str | None:
        """ "Beaten 2-1 a week ago, X won": of an opening without a subject the side that the main clause opens with."""
        first = bound["first"]
        index = next((i for i, m in enumerate(sentence.mentions) if m is first), 0)
        if sentence.headline or not (self._is_fronted(sentence, first) or self._opens(sentence, index)):
            return None
        behind = sentence.mentions[index:]
        for comma, side, after in zip(behind, behind[1:], [*behind[2:], None], strict=False):
            if comma.kind == "COMMA" and comma.start >= bound["last"].end:
                if after is not None and side.kind in SIDES and after.kind in _GOES_ON and after.start - side.end <= 2:
                    continue  # "After wins over X, Y and Z": a list goes on
                beside = side.kind in SIDES and side.start - comma.end <= _OPENING
                team = self.state.side(side, sentence) if beside and not side.possessive else None
                return team if team is not None and team not in objects and may_meet_all(team, objects) else None
        return None

    def _is_fronted(self, sentence: Sentence, first: Mention) -> bool:
        """ "Already 2-0 up from the first leg, X won": a score in words that open the sentence and name nobody."""
        before = [m for m in sentence.mentions if m.start < first.start]
        if first.kind != "SCORE" or any(m.kind in SIDES or m.kind in _SOMEBODY for m in before):
            return False
        return _FRONTED.match(self.state.text.lower, sentence.span.start, first.start) is not None

    def _opens(self, sentence: Sentence, index: int) -> bool:
        """Whether a verb opens its sentence, or goes on in a list that one opens: "After beating X 2-0 and drawing"."""
        before = sentence.mentions[:index]
        first = sentence.mentions[index]
        if first.kind not in _OPENINGS:
            return False
        noun = first.kind not in _VERBS and first.kind != "IN_PLAY"
        if noun and not _NOUN_OPENS.match(self.state.text.lower, sentence.span.start):
            return False
        reach = _OPENING_NOUN if noun else _OPENING
        if first.start - sentence.span.start <= reach and not any(m.kind in _OPENINGS for m in before):
            return not any(m.kind in SIDES or m.kind in _SOMEBODY for m in before)
        opening = next((i for i, m in enumerate(before) if m.kind in _OPENINGS), None)
        kinds = [m.kind for m in before[-2:]]
        joined = kinds[-1:] == ["AND"] or kinds in (["AND", "BE"], ["AND", "SCORE"])
        if opening is None or not joined or not self._opens(sentence, opening):
            return False
        sides = [i for i, m in enumerate(before) if m.kind in SIDES]
        return all(objective(before, i) for i in sides) and not any(m.kind in _SOMEBODY for m in before)

    def here(self, bound: dict[str, Mention], sentence: Sentence, objects: list[str | None]) -> str | None:
        """The side that the sentence itself says fared so."""
        return self._here(bound, sentence, objects)[0]

    def _here(
        self, bound: dict[str, Mention], sentence: Sentence, objects: list[str | None]
    ) -> tuple[str | None, str | None]:
        """The side that the sentence says fared so, and one that only stands in it."""
        state = self.state
        anchor = bound["first"]
        best: str | None = None
        before = [m for m in sentence.mentions if m.start < anchor.start]
        described = self._described(before, anchor)
        if described is not None:
            team = state.side(described, sentence)
            return (None if team in objects else team), best
        if objects:
            lower = state.text.lower
            head = unknown_head(lower, sentence, before, anchor) or unknown_with_aside(lower, sentence, before, anchor)
            if head is not None:
                return state.cast.adopt(head), best
        spoken = state.quoted(anchor.start)
        for index in range(len(before) - 1, -1, -1):
            mention = before[index]
            if not spoken and mention.kind in _SPOKEN_OF and state.quoted(mention.start):
                continue  # '"We are ready," said X, whose men meet Y'
            if mention.kind in ("THEY", "WE") or mention.kind in SIDES:
                quoted = mention.kind == "WE" and state.quoted(mention.start)
                team = (self.speaks_for(sentence, objects) if quoted else None) or self._despite(mention, sentence)
                team = team or state.side(mention, sentence)
            elif mention.kind == "WHO" and mention.text.lower() != "whose" and not tells_of_side(before, index):
                if is_of_their_man(state.text.lower, before, index):
                    continue  # "X will be without Hale, who was hurt in the 3-2 loss at Y"
                break
            else:
                continue
            if team is None or team in objects or not may_meet_all(team, objects) or self._is_bygone(mention):
                continue
            if bracketed(before, index):
                continue  # "without a win over the pair (X and Y) since a 2-1 win"
            if owns_who_was_fouled(state.text.lower, before, index):
                continue
            if is_given_a_result(sentence, before, index, anchor):
                return team, best  # "Hale's penalty giving them a 3-2 win"
            if is_acted_on(state.text.lower, before, index, anchor) or is_watched(
                state.text.lower, before, index, anchor
            ):
                continue  # "X left Y bottom with a 2-0 win", "X watched Y stumble and won 2-0"
            if had_a_setback(state.text.lower, mention, anchor):
                continue  # "took advantage of Y's slip, winning 2-0"
            if not objects and anchor.kind == "SCORE" and only_replied(state.text.lower, mention, anchor):
                pair = state.pair_of(sentence)
                if pair is not None and team in pair and _is_won(sentence, anchor):
                    return pair[pair[0] == team], best
            if within_aside(before, index):
                continue  # "X, three points clear of Y, host Z"
            if within_relative(before, index):
                continue  # "X, whom Y had beaten in June, won 3-0"
            owns = mention.possessive or mention.text.lower() == "their"
            if owns and anchor.kind in _VERBS and not adjoins_people(before, index):
                continue  # "cutting X's lead by beating Y", "took control of their tie and beat Z"
            if mention.possessive and _WITH.search(state.text.lower, mention.end, anchor.start):
                continue  # "ended X's run with a 3-1 win"
            if is_listed(sentence.mentions, index) and closes_an_aside(state.text.lower, before, index, anchor):
                return team, best
            alone = all(m.kind in ("BE", "HAVE") for m in before[index + 1 :])
            if in_apposition(state.text.lower, before, index, anchor):
                return team, best  # "on to X, 4-2 winners over Y"
            if fared_for(state.text.lower, before, index, anchor):
                return team, best  # "Hale was the hero for X in a 3-2 win at Y"
            if is_listed(sentence.mentions, index) and not (alone and anchor.start - mention.end <= 12):
                best = best or team
                continue
            moved = index and before[index - 1].kind == "FROM" and mention.start - before[index - 1].end < 4
            if moved and not spoken_of(sentence.mentions, index):
                continue  # "since his move from X"
            adjoining = index == len(before) - 1 and anchor.start - mention.end <= 2 and anchor.kind == "WIN"
            owners = mention.kind == "THEY" and mention.text.lower() == "their"
            if (
                adjoining
                or owners
                or spoken_of(sentence.mentions, index)
                or mention.possessive
                or not objective(before, index)
            ):
                return team, best
            if not was_met(before, index):
                best = best or team
        if best is not None and (state.main is None or state.main.has(best)):
            return best, best
        if before and before[-1].kind == "NAME" and not sentence.quoted and anchor.start - before[-1].end <= 2:
            return state.cast.adopt(before[-1]), best
        return None, best

    def _despite(self, mention: Mention, sentence: Sentence) -> str | None:
        """ "X will not take Y lightly despite their 5-1 win": what does not help is the subject's own."""
        if mention.text.lower() != "their" or not self.state.text.lower.endswith("despite ", 0, mention.start):
            return None
        return self.state.centers.named(sentence, mention.start)

    def _described(self, before: list[Mention], anchor: Mention) -> Mention | None:
        """ "away to X, the side that beat them 2-1": the side that such an apposition says more of."""
        if len(before) > 1 and before[-1].kind == "SIDE_NOUN" and before[-2].kind == "TEAM" and anchor.kind in _VERBS:
            beside = before[-1].start - before[-2].end == 1
            relative = _THAT.fullmatch(self.state.text.lower, before[-1].end, anchor.start)
            return before[-2] if beside and relative else None
        if (whom := for_whom(before)) is not None:
            return whom
        if len(before) < 3 or before[-2].kind != "COMMA":
            return None
        side = before[-3]
        if before[-1].text.lower() == "whose" and anchor.kind == "SCORE" and anchor.start - before[-1].end < _OPENING:
            return side if side.kind in SIDES and before[-2].start == side.end else None
        if before[-1].kind != "SIDE_NOUN" or anchor.kind not in _VERBS:
            return None
        relative = _THAT.fullmatch(self.state.text.lower, before[-1].end, anchor.start)
        return side if relative and side.kind in SIDES and before[-2].start == side.end else None

    def _is_bygone(self, mention: Mention) -> bool:
        """ "the former Porto coach": no side of what he does now."""
        return bool(_FORMER.search(self.state.text.lower, max(0, mention.start - 24), mention.start))

    def _topic(self, team: str, objects: list[str | None]) -> str:
        """The story's own side in the place of one that it names once."""
        told = self.state.cast.clubs
        mine = [c for c in told if c not in objects and may_meet_all(c, objects)]
        first = self.state.centers.focus
        best = max(mine, key=lambda c: told[c] + 1.5 * (c == first), default=team)
        return best if told[best] >= 3 else team

    def _compatriots(self, team: str, objects: list[str | None]) -> str | None:
        """The side itself, or the national side a story tells most where a club cannot have played the objects."""
        if may_meet_all(team, objects):
            return team
        told = [club for club, _ in self.state.cast.clubs.most_common() if club not in objects]
        return next((club for club in told if is_national(club) and may_meet_all(club, objects)), None)

    def after(self, mention: Mention, sentence: Sentence, objects: list[str | None]) -> str | None:
        """The first side after a result and not its object: "a 2-0 victory over X took Y into the last four"."""
        for index, later in enumerate(sentence.mentions):
            if later.start > mention.start and later.kind in SIDES and not self._is_scored(later):
                if sentence.mentions[index - 1].kind == "AND" and self._goes_on_a_list(mention, later):
                    continue  # "beat X 1-0 and Y in the earlier rounds"
                team = self.state.side(later, sentence)
                if team is not None and team not in objects and may_meet_all(team, objects):
                    return team
        return None

    def _goes_on_a_list(self, result: Mention, side: Mention) -> bool:
        """Whether a side is a further object: nothing but "and" between a result and it, and no verb of its own."""
        between = self.state.text.lower[result.end : side.start]
        return between in (" and ", " and then ") and _OF_A_ROUND.match(self.state.text.lower, side.end) is not None

    def _is_scored(self, side: Mention) -> bool:
        """ "wins over X (3-1) and Y (2-0)": Y, which has its own score, is no subject of the first."""
        return _SCORE_BEHIND.match(self.state.text.lower, side.end) is not None

    def _other_named(self, anchor: Mention, sentence: Sentence, subject: str | None) -> str | None:
        """ "Brigg travel to Wexcombe, who beat them in May", "X, who had drawn with Y, beat them": the one other side
        that the sentence names before, of several its subject."""
        told: list[str] = []
        for mention in sentence.mentions:
            if mention.start >= anchor.start:
                break
            if mention.kind in SIDES and not mention.attributive and not self._is_bygone(mention):
                team = self.state.side(mention, sentence)
                told += [team] if team not in (None, subject) and may_meet_all(str(team), [subject]) else []
        named = self.state.centers.named(sentence, anchor.start)
        return told[0] if len(set(told)) == 1 else named if named in told else None

    def they_as_object(self, bound: dict[str, Mention], sentence: Sentence) -> str | None:
        """ "beat them": the side the sentence before is about, which is not the one that beats."""
        subject = self.subject(bound, sentence, [])
        here = self._other_named(bound["first"], sentence, subject)
        if here is not None:
            return here
        they = next(
            (m for m in sentence.of("THEY") if m.text.lower() == "they" and m.start < bound["first"].start), None
        )
        if (
            they is not None
            and not sentence.quoted
            and (meant := self.state.side(they, sentence)) not in (None, subject)
        ):
            return meant  # "They have not lost since City beat them"
        index = sentence.number
        earlier = list(reversed(self.state.sentences[max(0, index - 2) : index]))
        told = [side for s in earlier if (side := self.state.centers.about(s)) not in (None, subject)]
        if earlier and earlier[0].paragraph == sentence.paragraph and not earlier[0].quoted:
            near = self.state.centers.named(earlier[0])
            if near not in (None, subject):
                return near
        focus, main = self.state.centers.focus, self.state.main
        if (just_named := self.state.voices.just_named(subject, sentence)) is not None:
            return just_named
        if focus is not None and focus != subject and (not told or focus in told or len(told) < 2):
            return focus
        return told[0] if told else main.opponent(subject) if main is not None else None


def _is_won(sentence: Sentence, score: Mention) -> bool:
    """Whether a score is told as a win."""
    behind = next((m for m in sentence.mentions if m.start >= score.end), None)
    return behind is not None and behind.kind == "WIN_NOUN"
