"""Whom somebody watched before he did something himself: "Harland saw Brigg lose and won 3-2".

In: a text in lower case and the places of who watched, of who was watched and of what is told. Out: whether what is
told there is of the one who watched.
"""

from __future__ import annotations

import re

_WATCHED = re.compile(
    r",? (?:(?:had|have|then|also|both|only|just) )?(?:watched|saw|seen|watching|seeing) (?:[\w-]+ ){0,3}"
)
_DID_ITSELF = re.compile(
    r"(?: and| but|,| then| before)(?: then| duly| promptly| also| immediately| themselves| in turn| [a-z]+ly)* "
    r"(?:[a-z]{2,}ed|took|made|went|won|lost|drew|kept|came|rose|got|gave|put|held|saw|leapt|fell|found|had|sprang|sank)\b"
)
_BEAT = re.compile(r" and(?: then| duly| promptly| also| immediately)? beat$")


def did_after_watching(lower: str, watcher: int, watched: tuple[int, int], told: int) -> bool:
    """Whether between who watched (the end of his name) and who was watched only that verb stands, and the clause then
    goes on about who watched, up to the place that is told of."""
    if _WATCHED.fullmatch(lower, watcher, watched[0]) is None:
        return False
    return (_DID_ITSELF.search(lower, watched[1], told) or _BEAT.search(lower, watched[1], told)) is not None
