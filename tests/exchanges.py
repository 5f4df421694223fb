"""The sample corpus with its clubs, places, people, leagues and tallies exchanged for others, word for word.

In: an `Exchange`, a table of names and a seed for surnames and tallies. Out: the exchanged text, and the facts that a
reader who knows no name by heart must find in it: those of the original text under the same exchange. Scores stay with
the names, as exchanging them would have to retell who scored; by themselves they are doubled, which keeps who won and
what two legs add up to, and matches and ties are compared. Three tables: clubs of the vocabulary for one another, clubs
of the vocabulary for invented ones, and invented ones for clubs of the vocabulary.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flows.extract import extract_document

Fact = tuple[Any, ...]
_TALLY = re.compile(r"\b(\d{2,3})(?= (?:goals|points|games|matches|appearances)\b)")
_SCORE = re.compile(r"(?<![\d\u2013-])(\d)([\u2013-])(\d)(?![\d\u2013-]|\w)")
_CROWD = re.compile(r"\b(\d{1,2}),(\d{3})\b")

OTHER_CLUBS = {
    "Atalanta": "Cagliari",
    "La Dea": "Casteddu",
    "Bergamo": "Cagliari",
    "Lombardy": "Sardinia",
    "Curva Nord": "Curva Sud",
    "Valencia": "Sevilla",
    "Mestalla": "Sanchez Pizjuan",
    "Lazio": "Fiorentina",
    "Biancocelesti": "Gigliati",
    "Rome": "Florence",
    "Atletico Madrid": "Athletic Bilbao",
    "Atletico": "Athletic Club",
    "Madrid": "Bilbao",
    "Real Madrid": "Barcelona",
    "Liverpool": "Newcastle United",
    "Anfield": "St James' Park",
    "Manchester City": "Leeds United",
    "City": "Leeds",
    "Etihad Stadium": "Elland Road",
    "Etihad": "Elland Road",
    "Juventus": "Empoli",
    "Dinamo Zagreb": "Hajduk Split",
    "Dinamo": "Hajduk",
    "Zagreb": "Split",
    "Lyon": "Marseille",
    "Ajax": "Feyenoord",
    "Chelsea": "Fulham",
    "Southampton": "Hull City",
    "Shakhtar Donetsk": "Dynamo Kyiv",
    "Ashcombe City": "Ashcombe City",
}
INVENTED_CLUBS = {
    "Atalanta": "Castelforte",
    "La Dea": "Castelforte",
    "Bergamo": "Castelforte",
    "Valencia": "Puerto Alba",
    "Mestalla": "Campo Viejo Stadium",
    "Lazio": "Montevalle",
    "Biancocelesti": "Montevalle",
    "Liverpool": "Thornbury Athletic",
    "Anfield": "Quarry Park",
    "Manchester City": "Aldermoor Rangers",
    "City": "Aldermoor",
    "Etihad Stadium": "Millrace Stadium",
    "Etihad": "Millrace Stadium",
    "Atletico Madrid": "Estrela do Norte",
    "Atletico": "Estrela",
    "Madrid": "Vila Norte",
    "Real Madrid": "Vila Nova",
    "Dinamo Zagreb": "Brzesko Unia",
    "Dinamo": "Brzesko",
    "Zagreb": "Brzesko",
    "Udinese": "Lagoscuro",
    "Juventus": "Rocca Alta",
    "Champions League": "Concord Cup",
    "Serie A": "Adriatic League",
    "Ashcombe City": "Ashcombe City",
}
KNOWN_CLUBS = {
    "Northbridge Rovers": "Doncaster Rovers",
    "Northbridge": "Doncaster",
    "Ferrybank Athletic": "Charlton Athletic",
    "Ferrybank": "Charlton",
    "Saltmere Town": "Ipswich Town",
    "Saltmere": "Ipswich",
    "Thornwick United": "Rotherham United",
    "Thornwick": "Rotherham",
    "Calder Vale": "Port Vale",
    "Port Ellery": "Stevenage",
    "Port Ellery Ladies": "Stevenage Women",
    "Ashcombe City": "Walsall",
    "Ashcombe": "Walsall",
}
PEOPLE = (
    "Gasperini Ilicic Gosens Palomino Malinovskiy Muriel Freuler Hateboer Gomez Martinez Cheryshev Simeone Morata "
    "Firmino Llorente "
    "Wijnaldum Zapata Conte Celades Guardiola Varga Pell Halloran Whitby Rousset Tarrant Quill Strand Marsh Moravec "
    "Lindqvist Obi "
    "Bamford Poole Thorne Pettifer Dunphy Delacroix"
)
SURNAMES = (
    "Ostrander Vilela Kestner Brandolini Tamsett Okonjo Rivelstad Marchetti Dufresnoy Halbrook Szalay Quintero "
    "Abernant Lisowski "
    "Fenwick Carvallo Wendt Imbert Pacheco Ramsgill Thorvald Novakovic Escudero Bellweather Adeyinka Korhonen Sablon "
    "Tregear "
    "Mikkelsen Dragosa Lavelle Prowse Zanotti Hartnoll Castellane Ulrichs Mbeme Oakhurst"
)
WORD_SURNAMES = (
    "Young Long Close Best Bent Short Rush Cross Savage Hunt Bridge Power Winter Wise Hope Field Rose Bishop King "
    "Prior Speed Walker Potter Cook Baker Sharp Quick Small Little Gray Wood Price Love Noble Knight Hall Park Lane"
)


@dataclass(frozen=True)
class Exchange:
    """What stands for what; `seed` decides which of the `surnames` stands for which, and the tallies; scores are
    multiplied."""

    names: dict[str, str]
    seed: int
    factor: int = 1
    surnames: str = SURNAMES

    @cached_property
    def table(self) -> dict[str, str]:
        """Names of clubs, places and people -> their stand-ins."""
        stand_ins = self.surnames.split()
        random.Random(self.seed).shuffle(stand_ins)
        return self.names | dict(zip(PEOPLE.split(), stand_ins, strict=True))

    @cached_property
    def _words(self) -> re.Pattern[str]:
        longest_first = sorted(self.table, key=len, reverse=True)
        spaced = [r"\s".join(map(re.escape, name.split())) for name in longest_first]
        return re.compile(r"(?<!\w)(?:" + "|".join(spaced) + r")(?!\w)")

    def of(self, text: str) -> str:
        """The text with names and tallies exchanged."""
        text = _SCORE.sub(lambda m: f"{self._times(m.group(1))}{m.group(2)}{self._times(m.group(3))}", text)
        named = self._words.sub(lambda m: self.table[" ".join(m.group().split())], text)
        tallied = _TALLY.sub(lambda m: str(self.tally(int(m.group(1)))), named)
        return _CROWD.sub(lambda m: f"{self.tally(int(m.group(1)))},{m.group(2)}", tallied)

    def _times(self, digit: str) -> str:
        return str(int(digit) * self.factor)

    def goals(self, goals: int | None, quote: str) -> int | None:
        """A side's goals under the exchange, where their own words give them as a score."""
        return goals * self.factor if goals is not None and _SCORE.search(quote) else goals

    def tally(self, n: int) -> int:
        """Another number of as many digits."""
        return n + 1 + (n * 7 + self.seed) % 3 if n < 96 else n - 2

    def name(self, name: str | None) -> str | None:
        """A fact's name of a club, a person or a competition under the exchange."""
        return None if name is None else self._words.sub(lambda m: self.table[" ".join(m.group().split())], name)

    def value(self, value: float, quote: str) -> float:
        """A fact's number under the exchange, as its own words have it."""
        if re.search(rf"\b{value:g}(?= (?:goals|points|games|matches|appearances)\b)", quote):
            return float(self.tally(int(value)))
        if re.search(rf"\b{value:,.0f}\b", quote) and value >= 1000:
            return float(self.tally(int(value) // 1000) * 1000 + int(value) % 1000)
        return value


def facts_of(
    text: str, name: Callable[[str | None], str | None], value: Callable[[float, str], float]
) -> Counter[Fact]:
    """What is read from a text, each fact reduced to what it says, names and numbers put through the two functions."""
    read = extract_document("a.txt", "0" * 64, text)
    facts: Counter[Fact] = Counter()
    for m in read["match_claims"]:
        sides = frozenset({(name(m.team_1), m.score_1), (name(m.team_2), m.score_2)})
        facts["match", m.status, sides, name(m.home_team), name(m.competition), m.round, m.leg] += 1
    for t in read["tie_claims"]:
        facts["tie", frozenset({(name(t.team_1), t.aggregate_1), (name(t.team_2), t.aggregate_2)}), name(t.winner)] += 1
    for g in read["goal_claims"]:
        facts["goal", name(g.scorer), name(g.team), name(g.opponent), g.minute, g.kind, g.n] += 1
    for s in read["statistic_claims"]:
        facts["statistic", name(s.subject), s.metric, value(s.value, s.quote), name(s.other)] += 1
    return facts


def compared(texts: Iterable[str], exchange: Exchange) -> tuple[Counter[Fact], Counter[Fact]]:
    """Facts of the texts under the exchange, and facts of the exchanged texts."""
    expected: Counter[Fact] = Counter()
    found: Counter[Fact] = Counter()
    for text in texts:
        expected += facts_of(text, exchange.name, exchange.value)
        found += facts_of(exchange.of(text), lambda name: name, lambda value, _: value)
    return expected, found


def results(
    text: str, name: Callable[[str | None], str | None], goals: Callable[[int | None, str], int | None]
) -> Counter[Fact]:
    """The scores and aggregates that are read from a text, names and goals put through the two functions."""
    read = extract_document("a.txt", "0" * 64, text)
    facts: Counter[Fact] = Counter()
    for m in read["match_claims"]:
        sides = frozenset({(name(m.team_1), goals(m.score_1, m.quote)), (name(m.team_2), goals(m.score_2, m.quote))})
        facts["match", m.status, sides, name(m.home_team)] += 1
    for t in read["tie_claims"]:
        one, two = (name(t.team_1), goals(t.aggregate_1, t.quote)), (name(t.team_2), goals(t.aggregate_2, t.quote))
        facts["tie", frozenset({one, two}), name(t.winner)] += 1
    return facts


def compared_results(texts: Iterable[str], exchange: Exchange) -> tuple[Counter[Fact], Counter[Fact]]:
    """Results of the texts under the exchange, and results of the exchanged texts."""
    expected: Counter[Fact] = Counter()
    found: Counter[Fact] = Counter()
    for text in texts:
        expected += results(text, exchange.name, exchange.goals)
        found += results(exchange.of(text), lambda name: name, lambda goals, _: goals)
    return expected, found


def f1(expected: Counter[Fact], found: Counter[Fact]) -> float:
    """Agreement of the two: 1 where they hold the same facts."""
    return 2 * (expected & found).total() / (expected.total() + found.total())
