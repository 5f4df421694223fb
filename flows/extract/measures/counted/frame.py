"""What a frame of counts is: a class of nouns, whose they are, and what must stand before number and behind noun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_CLASSES = {
    "HAVE": r"(?:had|has|have|having|with|'ve|boasts?|boasted|'ve got|have got|has got)",
    "HAD": (
        r"(?:had|has|have|having|with|'ve|managed|managing|mustered|mustering|created|creating|forced|forcing|won|"
        r"winning|win|earned|made|making|make|pulled off|pulling off|produced|producing|took|taking|take|taken|"
        r"attempted|completed|completing|registered|registering|fashioned|carved out|spurned|wasted|missed|"
        r"squandered|enjoyed|recorded|recording|committed|committing|conceded|faced|allowed|gave away|racked up|"
        r"racking up|amassing|amass|firing|unleashing|enjoying|having had|recording|conceding|facing|fired|"
        r"unleashed|restricted to|limited to|boasted|tallied|finished with|posted|amassed|notched|"
        r"clocked up|saw|mustered only|managed only|weathered|withstood|peppered with|needed|attempting|hit|"
        r"chalked up)"
    ),
    "OWN": r"(?:his|her|their|its|our|my|\w+'s|\w+s')",
    "WITH": r"(?:named|names|naming|includes?|included|including|called up|calls? up|calling up|recalled|"
    r"recalling|with|"
    r"selected|picks?|picked|handed debuts to|gave debuts to|given debuts to|giving debuts to|handing debuts to|"
    r"fielded|fielding|contains?|contained|has|have|"
    r"had|adding|"
    r"added|list of|brought in|features?|featuring)",
    "SPOILT": r"(?:saved|missed|taken|took|faced|stopped|kept out|beat away|keep out|saving|missing|stopping|"
    r"beaten away|repelled|scored|converted)",
    "REFUSED": r"(?:rejected|turned down|knocked back|thrown out|rebuffed|refused|dismissed|declined|"
    r"spurned|resisted|"
    r"fended off|fought off|batted away|turned away|snubbed|rejecting|turning down|throw out|threw out|"
    r"turn down|reject)",
    "LOST": r"(?:dropped|dropping|drop|thrown away|threw away|squandered|surrendered|let slip|tossed away|given up|"
    r"gave up|frittered away|thrown away|forfeited|given away|lost)",
    "GAINED": r"(?:won|gained|rescued|recovered|salvaged|taken|collected|earned|picked up|claimed|clawed back)",
    "ROW": r"(?:in a row|in succession|running|on the trot|on the bounce|on the spin)",
    "SPOKEN": r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)",
}


_OF_GAMES = (
    r" of (?:their|his|her|its|the|our|\w+'s?) (?:\w+ ){0,2}?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve)\b(?! (?:goals|points|players))"
)


@dataclass(frozen=True)
class CountedFrame:
    """`unit` may hold {noun} and {word} (the first group of `before` or `then` that matched); `among` says that the
    count is told by "one of four" as well."""

    name: str
    things: str
    who: str
    unit: str
    before: str | None = None
    then: str | None = None
    nth: bool = False
    least: int = 2
    plans: bool = False
    most: int = 100_000_000
    metric: str = "other_count"
    among: bool = False
    fillers: bool = True
    games: bool = False

    @cached_property
    def ends_before(self) -> re.Pattern[str] | None:
        """`before`, compiled when it is first tried as few are in an article; likewise `goes_on`."""
        return None if self.before is None else re.compile(self.before)

    @cached_property
    def goes_on(self) -> re.Pattern[str] | None:
        return None if self.then is None else re.compile(self.then)


def count_frame(
    things: str,
    who: str,
    unit: str,
    before: str = "",
    then: str = "",
    *,
    nth: bool = False,
    least: int = 2,
    plans: bool = False,
    most: int = 100_000_000,
    metric: str = "other_count",
    among: bool = False,
    fillers: bool = True,
    games: bool = False,
) -> CountedFrame:
    """A frame of its parts. `fillers` says that "only" and the like before the number are passed over, `games` that the
    games which the count is of follow ("six of their eight home games")."""

    def filled(pattern: str) -> str:
        for name, words in _CLASSES.items():
            pattern = pattern.replace("{" + name + "}", words)
        return pattern

    return CountedFrame(
        f"{things.lower()}_of_{who}",
        things,
        who,
        unit,
        rf"(?:{filled(before)})$" if before else None,
        filled(_OF_GAMES if games else then) or None,
        nth,
        least,
        plans,
        most,
        metric,
        among,
        fillers,
        games,
    )
