"""Who was at home in the match that a story is about, where nobody says so in so many words: votes of the whole story.

In: the story with its match. Out: the home side, None where nothing tells. Votes come from the matches as told, from
the ground and the town, from who travelled and who welcomed whom, and by elimination: where the visitors act on one of
the two sides they are the other one.
"""

from __future__ import annotations

import re
from collections import Counter

from flows.extract.cast.facets import facets
from flows.extract.matches.homes.grounds_told import named_after, says_where
from flows.extract.matches.meetings.who_may_meet import club_name, is_national
from flows.extract.matches.told import MatchTold
from flows.extract.story import Fixture, StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence, objective
from flows.extract.text.sought import Sought

_DATELINE = re.compile(
    r"\s*(?P<town>[A-Z][A-Z .'-]{2,30}), (?P<country>[A-Z][a-z]+(?: [A-Z][a-z]+)*)\b[^\n]{0,40}?(?:\(|-)"
)
_PLACING = frozenset({"GROUND", "PLACE", "AT", "EPITHET", "SIDE_HOME", "SIDE_AWAY"})
_ACTS = frozenset({"WIN", "BEATEN", "HOST", "GIVE_LEAD"})
_BESIDE = 24
_HERE = 4  # paragraphs in which whoever travelled did so to the story's match
_OWN_WORDS = Sought(
    r"(?P<guests>their (?:guests|visitors)\b)|(?P<hosts>their hosts\b)|(?P<trip>travell?ed to\b|"
    r"made the (?:[\w-]+ ){0,2}(?:trip|journey|trek)\b|arrived (?:at|in)\b)|"
    r"(?P<conceded>(?:conced(?:ed|ing|e)|shipp(?:ed|ing)|let in|allow(?:ed|ing)) (?:an?|the|another) (?:[\w-]+ )?"
    r"away goal\b)|"
    r"(?P<scored>(?:got|scor(?:ed|ing|e)|grab(?:bed|bing)?|claim(?:ed|ing)?|snatch(?:ed|ing)?|earn(?:ed|ing)|"
    r"nick(?:ed|ing)|secur(?:ed|ing)|with) (?:an?|the|their|another|one|two|three) (?:[\w-]+ )?away goals?\b)"
)
_GOAL = re.compile(  # "the winner arrived in stoppage time" tells of no journey
    r"\b(?:goals?|equali[sz]er|leveller|winner|opener|second|third|fourth|breakthrough|chances?|moment|reward|response|"
    r"reply|consolation|clincher|lead|drama|blow|setback|one|it|which|that)(?: (?:finally|duly|then|eventually|had|"
    r"soon|"
    r"also|only))* $"
)
_RETURN_AT = Sought(
    r"\b(?:second leg|return(?: leg| match| game)?|replay|rematch)(?:,? [\w' -]{3,40},?)? (?:is|will be|takes place|"
    r"will take place|is to be|to be) (?:played |staged |held )?(?:back )?at (?:the )?$|"
    r"\b(?:earn\w*|forc\w*|secur\w*|set up|claim\w*|faces?|into|for|ahead of) (?:themselves |them )?(?:an?|the|their) "
    r"(?:[\w-]+ ){0,2}(?:replay|second leg|return leg)(?: back)? at (?:the )?$"
)
_AGAIN_THERE = Sought(
    r"\b(?:replay|rematch|second leg|(?:do|try|play|go|meet)(?: it)?(?: all)? again|reconvene|resume hostilities)"
    r"(?: back)? at (?:the )?$"
)
_TO_BE = re.compile(
    r"\b(?:will|must|ha(?:ve|s) to|needs? to|(?:are|is|set|due) to|next|a week on|in (?:\w+ ){1,2}time|tomorrow)\b"
)
_WHEN = re.compile(r" (?:will|is|are|on|next|takes?|a week|in|tomorrow|later|to)\b|[.,;]|$")
_TO_COME_AT = re.compile(r"\b(?:will|must|have to|has to|need to|are to|is to|set to|due to|next)\b[^.;,]{0,60}$")
_AGAIN_AT = re.compile(r"\b(?:again|replay|return|rematch|second leg)\b[^.;,]{0,40}$")
_NO_MATCH = re.compile(
    r"\b(?:conference|told|hospital|courts?|based|born|lives?|living|lived|raised|hotel|camp|airport|training|trained|"
    r"office|offices|meeting of|headquarters|interview)\b"
)
_THEIR_OWN = Sought(
    r"\b(?P<home>home|own) (?:form|record|fans|crowd|supporters|faithful|patch|turf|pitch|ground|stadium)\b|"
    r"\b(?:away|travelling) (?:form|record|fans|supporters|following|support)\b"
)
_WHOSE = re.compile(r"(?:\b(?:their|his|its)|'s?) (?:[\w-]+ ){0,2}$")
_OF_A_SIDE = Sought(r"\bfor the (?P<side>home side|hosts|home team|away side|away team|visitors)\b")
_NOT_THAT_DAY = re.compile(
    r"\b(?:will|next|last|since|earlier|previous\w*|tomorrow|must|could|would|might|may|when they|if|not|never)\b"
)
_AND_THEN = re.compile(r" [\w' -]{8,}? (?:and|but|while|before|as|although|though) (?:the )?$")
_ELSEWHERE = re.compile(r"\b(?:will|next|last|since|before|earlier|previous\w*|tomorrow|must|could|would|when they)\b")
_THEN = re.compile(r"\b(?:will|next|last (?:week|month|season|year|time)|earlier|tomorrow|later|in (?:19|20)\d\d)\b")


_FARED = Sought(
    r"\bthe (?P<side>hosts|home side|visitors|away side|visiting side)\b(?!')(?=[^.;:\"]{0,110}?\b(?:(?P<won>"
    r"(?:way (?:for|to)|clinch\w*|seal\w*|secur\w*|complet\w*|claim\w*|earn\w*|deserv\w*|record\w*|wrapp?\w* up|"
    r"celebrat\w*|for|with|to|enjoy\w*|worthy of|register\w*) (?:an?|the|their) (?:[\w-]+ ){0,3}?"
    r"(?:victory|win|triumph|success|three points)|ran out (?:[\w-]+ ){0,3}?winners|"
    r"(?:scored|struck) (?:\w+ )?three times)|"
    r"(?P<lost>(?:slipp|slump|crash|slid|fell|went down|succumb|consign|condemn|headed for|heading for|subsid)\w*"
    r"(?: \w+){0,2}? to (?:an?|the|their) (?:[\w-]+ ){0,3}?(?:defeat|loss|reverse)))\b)"
)


class HomeOfStory:
    """Counts the votes of one story."""

    def __init__(self, state: StoryState, main: Fixture, matches: list[MatchTold]) -> None:
        self.state, self.main, self.matches = state, main, matches
        self.score: Counter[str] = Counter()
        self._elsewhere: set[int] = set()  # sentences that tell of another meeting of the two

    def found(self) -> str | None:
        """The home side."""
        mine = [m for m in self.matches if {m.team_1, m.team_2} == {self.main.team_1, self.main.team_2}]
        other_days = [m for m in mine if _is_of_another_day(m, mine[0])]
        self._elsewhere = {m.sentence.number for m in other_days} - {m.sentence.number for m in mine[:1]}
        for match in mine:
            if match.home and match not in other_days:
                self.score[match.home] += 4 if match.sentence.headline else 2
        told_early = self._is_told_early()
        written_in = self._country_of_dateline()
        written_in = written_in or self._town_of_dateline()
        if written_in is not None and self.main.has(written_in):
            self.score[written_in] += 1
        fared = self.state.holding(_FARED)
        own_words, their_own = self.state.holding(_OWN_WORDS), self.state.holding(_THEIR_OWN)
        for sentence in self.state.sentences:
            for index, mention in enumerate(sentence.mentions):
                if mention.kind in _PLACING and not self.state.quoted(mention.start):
                    self._vote(sentence, index, mention, told_early)
            if sentence in fared:
                self._by_how_they_fared(sentence, mine)
            if sentence in own_words:
                self._by_own_words(sentence)
            self._by_whose_player(sentence)
            if sentence in their_own:
                self._by_their_own(sentence)
        return self.score.most_common(1)[0][0] if self.score else None

    def _is_for_the_return(self, sentence: Sentence, ground: Mention) -> bool:
        """ "The replay will be at Weirside", "must do it all again at Weirside on Tuesday"."""
        lower, first = self.state.text.lower, sentence.span.start
        if _RETURN_AT.search(lower, first, ground.start):
            return True
        again = _AGAIN_THERE.search(lower, first, ground.start) is not None
        return again and _WHEN.match(lower, ground.end) is not None and _TO_BE.search(lower, *sentence.span) is not None

    def _vote(self, sentence: Sentence, index: int, mention: Mention, told_early: bool) -> None:
        main = self.main
        if mention.kind == "GROUND" and sentence.number in self._elsewhere:
            return
        if mention.kind == "GROUND" and self._is_for_the_return(sentence, mention):
            clubs = {club_name(c) for c in mention.value}
            self.score.update({c: 2 for c in (main.team_1, main.team_2) if main.opponent(c) in clubs})
            return
        if mention.kind == "GROUND" and self._is_met_next_at(sentence, mention):
            return
        if mention.kind == "GROUND" and says_where(self.state.text.lower, mention):
            clubs = {club_name(c) for c in mention.value}
            here = [c for c in (main.team_1, main.team_2) if c in clubs or named_after(c, mention)]
            if len(here) == 1:
                self.score[here[0]] += 2 if sentence.paragraph <= 2 else 1
        elif mention.kind == "PLACE" and told_early and self._in_there(sentence, index):
            here = [c for c in (main.team_1, main.team_2) if mention.value in facets(c)]
            if len(here) == 1:
                self.score[here[0]] += 1
        elif mention.kind == "AT" and sentence.paragraph <= 1 and index + 1 < len(sentence.mentions):
            following = sentence.mentions[index + 1]
            if following.kind == "TEAM" and main.has(following.value) and following.start - mention.end < 12:
                before = self.state.text.lower[sentence.span.start : mention.start]
                if _TO_COME_AT.search(before) is None:
                    self.score[following.value] += 2
                elif _AGAIN_AT.search(before):
                    self.score[str(main.opponent(following.value))] += 2
        elif mention.kind in ("SIDE_HOME", "SIDE_AWAY"):
            named = self._the_other_of(sentence, index)
            if named is not None:
                self.score[str(named if mention.kind == "SIDE_HOME" else main.opponent(named))] += 1
        elif mention.kind == "EPITHET" and mention.text.lower().endswith(("visitors", "hosts")):
            team = self.state.side(mention, sentence)
            if main.has(team):
                self.score[str(team if mention.text.lower().endswith("hosts") else main.opponent(team))] += 3

    def _is_met_next_at(self, sentence: Sentence, ground: Mention) -> bool:
        """ "Y are next at Weirside", said beside a match that has been played, and of one of its sides at most."""
        named = {str(m.value) for m in sentence.mentions if m.kind == "TEAM"}
        if self.main.announced or {self.main.team_1, self.main.team_2} <= named or LETTER["SCORE"] in sentence.shape:
            return False
        return _TO_COME_AT.search(self.state.text.lower, sentence.span.start, ground.start) is not None

    def _the_other_of(self, sentence: Sentence, index: int) -> str | None:
        """Whom "the hosts" or "the visitors" mean where a sentence tells the other side by its player or its goal, or
        sets the two against each other: "The hosts went behind when Hale scored for X", "X's keeper denied the
        visitors", "the visitors made X pay"; or the side of a player who scored for them."""
        main = self.main
        sides = [i for i, m in enumerate(sentence.mentions) if m.kind == "TEAM"]
        if not sides:
            return self._scored_for(sentence, index)
        behind_it = next((i for i in sides if i > index), None)
        if behind_it is not None and self._begins_a_clause(sentence, behind_it, index):
            return main.opponent(str(sentence.mentions[behind_it].value))
        if len(sides) != 1 or not main.has(sentence.mentions[sides[0]].value) or abs(sides[0] - index) < 2:
            return None
        at = sides[0]
        side, behind = sentence.mentions[at], sentence.mentions[at + 1 : at + 2]
        before = sentence.mentions[at - 1] if at else None
        led = bool(behind) and behind[0].kind in ("ROLE", "PERSON") and behind[0].start - side.end <= 4
        scored = before is not None and before.kind == "FOR" and side.start - before.end <= 5
        gave = sentence.mentions[index - 1] if index else None
        if led and at < index and gave is not None and gave.kind == "GIVE_LEAD":
            return str(side.value)  # "X's Hale put the hosts in front"
        if (led and at < index) or (scored and at > index) or self._set_against(sentence, at, index):
            return main.opponent(str(side.value))
        return None

    def _begins_a_clause(self, sentence: Sentence, side: int, index: int) -> bool:
        """ "The visitors were two down and X completed a 4-1 win over Y": two subjects, two sides."""
        hosts, named = sentence.mentions[index], sentence.mentions[side]
        if objective(sentence.mentions, index) or hosts.possessive or not self.main.has(named.value):
            return False
        if named.possessive or named.attributive:
            return False
        between = self.state.text.lower[hosts.end : named.start]
        return _AND_THEN.search(between) is not None and not objective(sentence.mentions, side)

    def _set_against(self, sentence: Sentence, at: int, index: int) -> bool:
        """ "The visitors beat X", "X led, but the visitors hit back": two sides, not one."""
        mentions = sentence.mentions
        if mentions[at].possessive or mentions[at].attributive or mentions[index].possessive:
            return False
        if objective(mentions, at) != objective(mentions, index):
            first, second = sorted((at, index))
            return any(m.kind in _ACTS for m in mentions[first + 1 : second])
        before = mentions[index - 1] if index else None
        aside = at > 0 and mentions[at - 1].kind == "SUBORDINATE" and mentions[at].start - mentions[at - 1].end == 1
        return (
            at < index
            and not aside  # "it looked lost after X took the lead, but the hosts hit back"
            and before is not None
            and before.text.lower() in ("but", "while")
            and not objective(mentions, at)
        )

    def _scored_for(self, sentence: Sentence, index: int) -> str | None:
        """ "Hale gave the visitors the lead", of whose side the story knows: theirs."""
        mention = sentence.mentions[index]
        people = [m for m in sentence.mentions[:index] if m.kind == "PERSON" and not m.possessive]
        gave = [m for m in sentence.mentions[:index] if m.kind == "GIVE_LEAD" and mention.start - m.end <= 1]
        if len({m.value for m in people}) != 1 or not gave or gave[-1].start < people[-1].start:
            return None
        teams = self.state.cast.plays_for.get(str(people[-1].value))
        side = teams.most_common(1)[0][0] if teams else None
        return side if self.main.has(side) else None

    def _by_own_words(self, sentence: Sentence) -> None:
        """ "stunned their guests", "travelled to Brigg without their captain", "got an away goal", told of one of the
        two sides."""
        if sentence.paragraph > _HERE or sentence.quoted:
            return
        words = _OWN_WORDS.search(self.state.text.lower, *sentence.span)
        if words is not None and _GOAL.search(self.state.text.lower, sentence.span.start, words.start()):
            return
        if words is None or not self._only_the_two(sentence, words.end()):
            return
        side = self.state.centers.about(sentence, words.start())
        if not self.main.has(side):
            return
        if (words["conceded"] or words["scored"]) and LETTER["LEG"] in sentence.shape:
            return  # of the first leg, in a report on the second
        lower, (first, last) = self.state.text.lower, sentence.span
        if words["trip"] and (_ELSEWHERE.search(lower, first, words.start()) or _THEN.search(lower, words.end(), last)):
            return
        self.score[str(side if words["guests"] or words["conceded"] else self.main.opponent(side))] += 2

    def _by_how_they_fared(self, sentence: Sentence, mine: list[MatchTold]) -> None:
        """ "The visitors scored three times to pave the way for a victory": they are who won the story's match."""
        told = _FARED.search(self.state.text.lower, *sentence.span)
        if not mine or told is None or sentence.quoted or sentence.headline or sentence.paragraph > _HERE:
            return
        end = told.end("won" if told["won"] else "lost")
        far = _NOT_THAT_DAY.search(self.state.text.lower, sentence.span.start, end)
        if sentence.number in self._elsewhere or far is not None:
            return
        if any(m.kind in ("TEAM", "PERSON") and m.start < end for m in sentence.mentions):
            return
        first, second = mine[0].score_of(self.main.team_1), mine[0].score_of(self.main.team_2)
        if first is None or second is None or first == second:
            return
        winner = self.main.team_1 if first > second else self.main.team_2
        side = winner if told["won"] else self.main.opponent(winner)
        hosts = told["side"] in ("hosts", "home side")
        self.score[str(side if hosts else self.main.opponent(side))] += 2

    def _by_their_own(self, sentence: Sentence) -> None:
        """ "Harland's strong home form", "in front of their own fans", told of one of the two sides in a report."""
        words = None if sentence.quoted else _THEIR_OWN.search(self.state.text.lower, *sentence.span)
        if words is None or not self._only_the_two(sentence, words.end()):
            return
        lower, first = self.state.text.lower, sentence.span.start
        if not _WHOSE.search(lower, max(first, words.start() - 30), words.start()) or _ELSEWHERE.search(
            lower, first, sentence.span.end
        ):
            return
        people = [m for m in sentence.mentions if m.kind == "PERSON" and m.end <= words.start()]
        side = self.state.centers.about(sentence, words.start())
        side = side or (self.state.side_of_person(str(people[-1].value)) if people else None)
        told = {str(m.value) for m in sentence.mentions if m.kind == "TEAM" and m.end <= words.start()}
        side = side or (told.pop() if len(told) == 1 else None)
        named = [m for m in sentence.mentions if m.kind == "TEAM" and m.possessive and m.end <= words.start()]
        if named and words.start() - named[-1].end < _BESIDE:
            side = str(named[-1].value)
        if self.main.has(side):
            self.score[str(side if words["home"] else self.main.opponent(side))] += 1

    def _by_whose_player(self, sentence: Sentence) -> None:
        """ "Hale headed wide for the away side": the side of the one player of a sentence, as the story knows it."""
        if sentence.quoted or LETTER["PERSON"] not in sentence.shape:
            return
        words = _OF_A_SIDE.search(self.state.text.lower, *sentence.span)
        if words is None:
            return
        people = [m for m in sentence.mentions if m.kind == "PERSON" and not m.possessive and m.end <= words.start()]
        side = self.state.side_of_person(str(people[-1].value)) if people else None
        if self.main.has(side):
            at_home = words["side"] in ("home side", "home team", "hosts")
            self.score[str(side if at_home else self.main.opponent(side))] += 1

    def _only_the_two(self, sentence: Sentence, town: int) -> bool:
        """Whether a sentence names no other side; a town told once, behind "travelled to", is none."""
        often, main = self.state.cast.clubs, self.main
        others = [m for m in sentence.mentions if m.kind == "TEAM" and not main.has(m.value)]
        return all(0 <= m.start - town <= 8 and often[m.value] == 1 for m in others)

    def _country_of_dateline(self) -> str | None:
        """The country that an agency's report is written in, of a match between countries: "CARDIFF, Wales (AP) - "."""
        if not (is_national(self.main.team_1) and is_national(self.main.team_2)):
            return None
        found = self._dateline()
        return found["country"] if found is not None else None

    def _dateline(self) -> re.Match[str] | None:
        """Where an agency's report is written, at the head of its story or below the headline."""
        story = self.state.story
        found = _DATELINE.match(self.state.text.normal, story.start, story.end)
        if found is None and story.headline is not None and story.body:
            found = _DATELINE.match(self.state.text.normal, story.headline.end + 1)
        return found

    def _town_of_dateline(self) -> str | None:
        """ "LIVERPOOL, England - ": the one side of the two whose town a report is written in."""
        found = self._dateline()
        if found is None:
            return None
        town = found["town"].title()
        local = [side for side in (self.main.team_1, self.main.team_2) if town in facets(_without_women(side))]
        return local[0] if len(local) == 1 else None

    def _is_told_early(self) -> bool:
        """Whether the story opens with its match; in one that comes to it late a town is where people lived."""
        main = self.main
        told = [m.sentence.paragraph for m in self.matches if main.has(m.team_1) and main.has(m.team_2)]
        return min(told, default=0) <= 4

    def _in_there(self, sentence: Sentence, index: int) -> bool:
        """ "in Germany", which is not that of "the return in Germany"."""
        mention = sentence.mentions[index]
        if not self.state.text.lower.endswith(" in ", 0, mention.start):
            return False
        before = sentence.mentions[max(0, index - 2) : index]
        if _NO_MATCH.search(self.state.text.lower, *sentence.span):
            return False
        return not any(m.kind == "LEG" and m.value == 2 for m in before)


def _is_of_another_day(match: MatchTold, first: MatchTold) -> bool:
    """Whether a match of the same two sides ended in another score than the one told first."""
    told = (match.score_1, first.score_1)
    return None not in told and (match.score_of(first.team_1), match.score_of(first.team_2)) != (
        first.score_1,
        first.score_2,
    )


def _without_women(side: str) -> str:
    """ "Everton" of Everton Women."""
    return side.removesuffix(" Women")
