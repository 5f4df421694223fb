"""Which competitions a story speaks of: its own, the one of each kind, and those that only say who a side is.

In: the story and which words belong to which match. "Premier League leaders" and "a place in the Championship" tell of
sides and aims, not of what was played.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property

from flows.extract.matches.circumstances.competitions_known import (
    country_of,
    divisions_apart,
    in_capitals,
    kind_of,
    league_of,
    may_be_played,
)
from flows.extract.matches.circumstances.nearby import Nearby
from flows.extract.matches.circumstances.rounds_drawn import round_drawn
from flows.extract.story import StoryState
from flows.extract.text.beside import Before
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_ABOUT_A_SIDE = re.compile(
    r"(?:'s)? (?:outfit|side|leaders|champions|club|strugglers|title|rivals|hopefuls|team|giants|opposition|"
    r"opponents|new boys|rookies|clubs|hosts|visitors|neighbours|newcomers|part-timers|minnows|high-?flyers|"
    r"pacesetters|basement|counterparts|duo|trio|boss|manager|striker|defender|midfielder|goalkeeper|winger|"
    r"debutants|qualification|qualifying (?:place|spot|berth)|"
    r"semi-?finalists?|quarter-?finalists?|(?:beaten )?finalists?|runners-up|debuts?|hopes?|bid|chances?|dreams?|"
    r"status|survival|safety|football|"
    r"ambitions|places?|spots?|berths?|winners?|holders|glory|dream|quest|aspirations|campaigns? in|"
    r"era|record|goals? (?:of|this)|summit|table|standings)\b"
)

_WON_BY_A_RESULT = re.compile(
    r"(?:'s)? (?:title|crown|survival|safety|status|promotion) (?:(?:with|after|following|thanks to|courtesy of) "
    r"(?:an?|their|his|the) (?:[\w-]+ ){0,4}?(?:win|victory|draw|triumph|success|rout)|"
    r"by (?:beating|winning|drawing|defeating|thrashing|overcoming))\b"
)
_A_NAME = re.compile(r" [A-Z]")
_IN_IT = Before(
    r"\bin (?:(?:the |an? )?(?:(?:quarter|semi)-?finals?|last[ -](?:\d\d|four|eight)|[a-z]+ (?:qualifying )?round|"
    r"(?:[a-z]+ leg of the )?final|group stages?) of )?(?:the |last night's |[a-z]+day's )?$",
    64,
)
_A_ROUND_OF = re.compile(
    r"(?:'s)? (?:[\w-]+ )?(?:(?:semi-?|quarter-?)?finals?|last[ -](?:16|32|eight|four)|round|group|play-?offs?|"
    r"knockout)"
)
_OUTSIDE = re.compile(
    r"\b(?:outside|outside of|below|promot(?:ed|ion) (?:back )?(?:to|from|into)|"
    r"relegat(?:ed|ion) (?:back )?(?:to|from)|(?:place|spot|berth) in|(?:way )?back (?:to|in|into)|return to|"
    r"drop(?:ped)? (?:out of|into)|bound for|(?:trip|ticket|passage|route|road|door|return|step) (?:in)?to|"
    r"(?:targets?|targeting|eye|eyes|eyeing|chas(?:e|es|ing)|reach|reaching|miss(?:es|ed|ing)? out on|(?:race|bid|push|"
    r"quest|hunt|chase|fight|battle) for|dreams? of|out of reach of|get(?:ting)? into|"
    r"brink to|(?:eyes?|sights|hearts?)(?: firmly| set)? on)|"
    r"qualif\w+ for|,(?: who come)? from|(?:sides?|clubs?|teams?|outfits?) from|(?:former|ex-) ?) "
    r"(?:the |next season's )?$"
)
_A_DEED = re.compile(
    r"\b(?:won|lifted|winning|reached|reaching|graced|lost in|beaten in|semi-?finalists in|finalists in|winners of|"
    r"(?:exit|elimination|exits?|out) (?:of|from)|(?:crashed|knocked|dumped|bowed|gone|went) out of|eliminated from) "
    r"(?:the |last (?:season|year)'s |this (?:season|year)'s )?$"
)
_EXIT = re.compile(r" (?:exit|elimination|heartbreak|hangover|heroics|exploits|disappointment|triumph|adventure)\b")
_UP_TO = re.compile(r"\b(?:promotion|a return|going up|step up) (?:back )?(?:to|into) (?:the )?$")
_BYGONE = re.compile(r" (?:last (?:season|term|year)|the (?:previous|season before))\b")
_STANDING = re.compile(r"(?:'s?)? (?:leaders|pacesetters|high-?flyers|strugglers|basement|bottom (?:club|side))\b")
_OF_IT = Before(
    r",? of (?:the )?$| from (?:the )?$|, (?:now|currently|who (?:are |now )?(?:play |playing )?) ?in (?:the )?$", 32
)
_WILL_BEGIN = Sought(
    r"\b(?:will|to) (?:begin|start|open|kick off|launch|get (?:under way|going)) (?:their|its|the|his|her) [^.;]{0,48}$"
)
_PLAY_IN_IT = (" action", " duty", " business", " matters")
_AGAIN_IN = Sought(
    r"\b(?:meet|face|play|face each other|take each other on|clash|do battle|lock horns) again [^.;]{0,40}$"
)
_HALVES = ("Western Conference", "Eastern Conference")  # of whichever league the story is about
_FAR = 3  # divisions
_HEADS = 6  # as much as a competition that a lead tells


class SpokenOf:
    """Answers for one story; `leagues` are those the document names."""

    def __init__(self, state: StoryState, nearby: Nearby, leagues: set[str]) -> None:
        self.state = state
        self.nearby = nearby
        self.leagues = leagues
        self.played: set[str | None] = set()
        self._led_with: set[str] = set()
        self._before_sides = frozenset([m.start - 1 for m in of_kinds(state.mentions, ("TEAM",))])
        self._behind_sides = frozenset([m.end for m in of_kinds(state.mentions, ("TEAM",))])
        self._begins: list[int] = []
        self._told: dict[frozenset[str], Counter[str]] = {}
        self.main = self._main()
        self.continental = self._most_spoken_of()

    def _main(self) -> str | None:
        """The competition told most and earliest, where it is not told of another match or of a side's standing."""
        counts: Counter[str] = Counter()
        of_others: Counter[str] = Counter()
        to_come: set[str] = set()
        drawn = round_drawn(self.state) is not None
        for sentence in self.state.sentences:
            weight = 3 if sentence.paragraph <= 1 else 1
            for mention in sentence.of("COMPETITION"):
                if self.state.quoted(mention.start):
                    continue
                if _AGAIN_IN.search(self.state.text.lower, sentence.span.start, mention.start) is not None:
                    to_come.add(mention.value)
                    continue  # "the two meet again in the Cup on Tuesday"
                about = self.about_a_side(mention)
                if self._opens_another_part(mention, sentence):
                    continue  # "In the Cup, X beat Y", below what the story began with
                if _UP_TO.search(self.state.text.lower, max(0, mention.start - 40), mention.start):
                    continue  # "one win from promotion to the Premier League"
                if _BYGONE.match(self.state.text.lower, mention.end) and not self.nearby.results.of_sentence(sentence):
                    continue  # "scored 11 goals in League One last season"
                if self.is_yet_to_begin(mention, sentence):
                    continue
                if self.nearby.elsewhere(mention, sentence) and not (drawn and sentence.paragraph == 0):
                    owner = self.nearby.owner(mention, sentence)
                    ahead = owner is None or owner.status == "scheduled"
                    to_come |= {mention.value} if ahead else set()
                    of_others[mention.value] += weight if not about and sentence.paragraph <= 1 else 0
                else:
                    counts[mention.value] += 1 if about else 2 * weight
                    self.played |= {mention.value} if not about else set()
                    self._led_with |= {mention.value} if sentence.paragraph <= 1 and not about else set()
        for name in self._of_described_sides:
            counts[name] += 1
        for name in self._heading:
            counts[name] += _HEADS
            self.played |= {name}
        main = self.state.main
        shared = self.shared_league(main.team_1, main.team_2) if main else None
        if shared is not None and (shared in self.played or not self.played - {None}):
            counts[shared] += 4
        if not self.played - {None} and (led := self._told_by_standing()) is not None:
            counts[led] += 1
            self.played |= {led}
        if not counts:
            to_play = [m for m in self.nearby.results.matches if m.status == "scheduled"]
            preview = main is not None and any(main.has(m.team_1) and main.has(m.team_2) for m in to_play)
            preview = preview and not self.state.told_of("ROUND")
            alone = len(+of_others) == 1 and to_come.isdisjoint(of_others) and not preview
            counts = Counter({c: n for c, n in of_others.items() if n and (alone or kind_of(c) == "league")})
            self.played |= set(counts)  # a round-up that names its competition at another of its matches
        fitting = [c for c, _ in counts.most_common() if main is None or self.may_be_of(c, main.team_1, main.team_2)]
        return fitting[0] if fitting else None

    def _opens_another_part(self, mention: Mention, sentence: Sentence) -> bool:
        """Whether a competition opens a later clause about sides that have not met before it."""
        if mention not in self.nearby.openers(sentence):
            return False
        here = [m for m in self.nearby.results.of_sentence(sentence) if m.start >= mention.end]
        own = {side for m in here for side in (m.team_1, m.team_2)}
        above = [m for m in self.nearby.results.matches if m.end <= mention.start and not m.sentence.headline]
        return bool(own and above) and all(own.isdisjoint((m.team_1, m.team_2)) for m in above)

    def _told_by_standing(self) -> str | None:
        """ "Merrow League leaders X lost to Y", in a story that names no other competition and no round."""
        told = self.state.told_of("COMPETITION")
        rounds = any(not str(m.value).startswith("play-off") for m in self.state.told_of("ROUND"))
        named = {str(m.value) for m in told}
        stands = any(_STANDING.match(self.state.text.lower, m.end) for m in told)
        only = named.pop() if len(named) == 1 and stands and not rounds else None
        return only if kind_of(only) == "league" and " cup" not in self.state.text.lower else None

    @property
    def _heading(self) -> list[str]:
        """ "COUPE DE FRANCE": what the first line holds in capitals and nothing else."""
        first = self.state.sentences[0] if self.state.sentences else None
        if first is None or not (first.headline or first.alone) or first.of("COMPETITION"):
            return []
        return in_capitals(first.span_text(self.state.text.normal))

    @cached_property
    def is_headed_by_it(self) -> bool:
        """Whether the first line holds the story's competition and nothing else."""
        first = self.state.sentences[0] if self.state.sentences else None
        named = first.of("COMPETITION") if first is not None and (first.headline or first.alone) else []
        line = len(first.span_text(self.state.text.lower).strip(" :")) if first is not None else 0
        plain = [str(m.value) for m in named if len(m.text) == line]
        return self.main is not None and self.main in (*plain, *self._heading)

    def may_be_of(self, competition: str, one: str, two: str) -> bool:
        """Whether the story's own two meet in a competition that it tells: not in a league far below or above one of
        them ("held by Conference side X"), nor, compatriots, in Europe unless the story begins with that."""
        if any(divisions_apart(competition, league_of(side)) >= _FAR for side in (one, two)):
            return False
        compatriots = country_of(one) is not None and country_of(one) == country_of(two)
        if kind_of(competition) == "continental" and compatriots and competition not in self._led_with:
            return False
        return may_be_played(competition, one, two)

    @property
    def _of_described_sides(self) -> list[str]:
        """ "the Merrow League leaders": competitions that describe a side of the story."""
        epithets = (m for m in of_kinds(self.state.mentions, ("EPITHET",)) if not self.state.quoted(m.start))
        return [str(m.value[1]) for m in epithets if m.value[0] == "COMPETITION"]

    def about_a_side(self, mention: Mention) -> bool:
        """ "Premier League leaders", "LaLiga outfit": a competition that says who a side is, not what was played."""
        lower = self.state.text.lower
        outside = _OUTSIDE.search(lower, max(0, mention.start - 40), mention.start)
        if outside and (_A_ROUND_OF.match(lower, mention.end) or lower.startswith(_PLAY_IN_IT, mention.end)):
            outside = None  # "their place in the Cup semi-final", to which this match led; "return to League duty"
        beside = _A_NAME.match(self.state.text.normal, mention.end) and mention.end in self._before_sides
        if beside and not _IN_IT.search(lower, mention.start):
            return True  # "a defeat to Northern League Harland", but "In the Northern League Harland won 2-0"
        if mention.text.endswith(_HALVES) or self._is_of_a_side(mention):
            return True
        if _WON_BY_A_RESULT.match(lower, mention.end):
            return False
        deed = _EXIT.match(lower, mention.end) or _A_DEED.search(lower, max(0, mention.start - 48), mention.start)
        if deed and not self._tells_of_one_played(mention):
            return True  # "X, who won the FA Cup in 2011, visit Y"
        return bool(outside or _ABOUT_A_SIDE.match(lower[mention.end : mention.end + 24]))

    def is_yet_to_begin(self, mention: Mention, sentence: Sentence) -> bool:
        """ "will begin their World Cup qualifying campaign in June"."""
        begins = _WILL_BEGIN.search(self.state.text.lower, sentence.span.start, mention.start) is not None
        return begins and not self.nearby.results.of_sentence(sentence)

    def _is_of_a_side(self, league: Mention) -> bool:
        """ "will meet Harland, of the Merrow League"."""
        of = _OF_IT.search(self.state.text.lower, league.start)
        return (
            of is not None
            and league.start - len(of.group()) in self._behind_sides
            and kind_of(league.value) == "league"
        )

    def _tells_of_one_played(self, mention: Mention) -> bool:
        """Whether the sentence that names a competition tells of a match that has been played."""
        if not self._begins:
            self._begins = [s.span.start for s in self.state.sentences]
        number = bisect_right(self._begins, mention.start) - 1
        here = self.nearby.results.of_sentence(self.state.sentences[number]) if number >= 0 else []
        return number < 0 or any(m.status == "played" for m in here) or not here

    def shared_league(self, one: str, two: str) -> str | None:
        """The league both sides play in, where the document names it."""
        league = league_of(one)
        return league if league is not None and league == league_of(two) and league in self.leagues else None

    def the_one(self, kinds: frozenset[str], sides: tuple[str, ...] = ()) -> str | None:
        """The competition of some kinds that the words "in the Cup" mean, which sides may meet in: the story's own,
        else the only one that it names."""

        def fits(name: str) -> bool:
            return len(sides) < 2 or may_be_played(name, sides[0], sides[1])

        if self.main is not None and kind_of(self.main) in kinds and fits(self.main):
            return self.main
        if kinds not in self._told:
            told = (str(m.value) for s in self.state.sentences for m in s.of("COMPETITION"))
            self._told[kinds] = Counter(name for name in told if kind_of(name) in kinds)
        found = [name for name in self._told[kinds] if fits(name)]
        return found[0] if len(found) == 1 else None

    def _most_spoken_of(self) -> str | None:
        """The one continental competition the story names, or the one of several that it speaks of again and again."""
        if kind_of(self.main) == "continental":
            return self.main
        seasons = {m.end for m in self.state.told_of("SEASON")}
        told = Counter(
            str(m.value)
            for m in self.state.told_of("COMPETITION")
            if kind_of(m.value) == "continental" and m.start - 1 not in seasons
        )
        often = [name for name, times in told.most_common(2) if len(told) == 1 or times >= 4]
        return often[0] if len(often) == 1 else None
