"""A man by what he does or is called: "Kofi Bridge headed", "striker Freya Field", though both end names of things."""

from __future__ import annotations

from flows.extract.text.beside import After, Before

_ACTS = After(
    r"'s? (?:[\w-]+ ){0,2}(?:header|volley|free-kick|penalty|hat-trick|brace|cross|effort|strike|side|men|goals?|shot|"
    r"touches|pass|opener|winner|equaliser|corner|return|injury)\b|"
    r" (?!staged|hosted|erupted|witnessed|opened its|needed)(?:[a-z]+ed|made it|made|put|won it|shot|struck|swept|said|"
    r"says|told|has|had|gave|beat|hit|came|opened the)\b|,? who |, \d\d,",
    40,
)
_CALLED = Before(
    r"\b(?:striker|midfielder|defender|goalkeeper|keeper|winger|forward|captain|skipper|coach|manager|boss|great|legend|"
    r"substitute|teenager|debutant|full-back|centre-back|playmaker|-old) ",
    18,
)


def acts_as_man(lower: str, start: int, end: int) -> bool:
    """Whether the words beside a name are a man's."""
    return bool(_ACTS.match(lower, end) or _CALLED.search(lower, start))
