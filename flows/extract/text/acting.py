"""A man by what he does or is called: "Kofi Bridge headed", "striker Freya Field", though both end names of things."""

from __future__ import annotations

from flows.extract.text.beside import After, Before

_ACTS = After(
    r"(?:'s)? (?:scored|headed|pulled|netted|struck|fired|curled|volleyed|equalised|levelled|replied|added|celebrated|"
    r"said|says|told|header|volley|free-kick|penalty|hat-trick|brace|cross|effort|strike|side|men|made it|opened the|"
    r"put|won it|shot|drilled|slotted|tapped|converted|doubled|grabbed|bagged|missed|joined|signed|made|has|gave|"
    r"replaced|beat|hit|turned|rounded|had|came|finished|swept|nodded|poked)\b|,? who |, \d\d,",
    24,
)
_CALLED = Before(
    r"\b(?:striker|midfielder|defender|goalkeeper|keeper|winger|forward|captain|skipper|coach|manager|boss|great|legend|"
    r"substitute|teenager|debutant|full-back|centre-back|playmaker|-old) ",
    18,
)


def acts_as_man(lower: str, start: int, end: int) -> bool:
    """Whether the words beside a name are a man's."""
    return bool(_ACTS.match(lower, end) or _CALLED.search(lower, start))
