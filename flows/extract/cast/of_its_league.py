"""A club of a story's league that goes by the name of a greater one elsewhere: "Newcastle" beside the Jets.

In: a name that is one club's own and others' too, and what a story has told. Out: which of the others it means, by its
nickname in a story of its league that tells nobody of the greater one's country.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from flows import vocabulary
from flows.extract.text.mentions import Mention


def meant_in_league(
    mention: Mention,
    named: list[int],
    leagues: Mapping[str, str],
    countries: Mapping[str, str],
    written: Container[str],
) -> int | None:
    """The index of the one club meant instead of the one whose own name it is, which is all of `named`; `leagues`
    and `countries` are those of the clubs that the story tells, `written` the forms that it prints."""
    clubs = vocabulary.clubs()
    if len(mention.value) < 2 or len(named) != 1 or clubs[named[0]].country in countries.values():
        return None
    akin = [i for i in mention.value if i != named[0] and clubs[i].league in leagues.values()]
    akin = [i for i in akin if any(nickname in written for nickname in clubs[i].nicknames)]
    return akin[0] if len(akin) == 1 else None
