"""Free words to rows: which tie, match, goal or statistic do "Atalanta Valencia" or "goals 2019-20" mean?

Words go in, hits come out, best first. A row is hit when each word begins a word of its text, whatever the accents;
words that name the row itself (the sides, the scorer, the subject, the metric, the score) weigh more than words of its
surroundings. A match under its tie and a goal under its match are one hit, not many.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an and against at by did do does for from come comes how in is it many of on or the this to v versus vs was "
        "what where which who",
    )
)
_SCALES = {"": 1, "st": 1, "nd": 1, "rd": 1, "th": 1, "k": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_NUMBER = re.compile(rf"[£€$]?(-?\d[\d,]*(?:\.\d+)?) ?({'|'.join(_SCALES)})")


class Hit(NamedTuple):
    """A resolved row that fits the words; `parent` is the tie of a match or the match of a goal, `sides` who played."""

    kind: str
    id: str
    title: str
    parent: str | None
    sides: str | None
    weight: int


_FACTS = Path(__file__).with_name("facts.sql")
_FOLD = r"""
create or replace temp macro folded(words) as
    ' ' || regexp_replace(
        regexp_replace(strip_accents(lower(words)), '(\d)[-/](\d)', '\1~\2', 'g'), '[^\p{L}\p{N}~]+', ' ', 'g'
    ) || ' '
"""
_HITS = """
with facts as (
    select kind, id, title, parent, sides, folded(own) as own, folded(around) as around from ({facts})
)
select kind, id, title, parent, sides, len(list_filter($words, lambda word: contains(own, word))) as weight
from facts
where len(list_filter($words, lambda word: contains(own || around, word))) = len($words)
order by weight desc, list_position(['tie', 'match', 'statistic', 'goal'], kind), title, id
"""
_TITLES = """
select distinct on (id) kind, id, title, parent, sides, 0 as weight from ({facts}) where id in (select unnest($ids))
"""
_NAMES = """
select distinct unnest([team_1, team_2, competition]) as name from matches
union select distinct unnest([team_1, team_2, competition]) from ties
union select distinct unnest([subject, other, replace(metric, '_', ' ')]) from statistics
union select distinct unnest([scorer, team]) from goals
"""


def find(connection: DuckDBPyConnection, words: list[str]) -> list[Hit]:
    """Every row that all the words fit, best first, parts folded into their whole."""
    connection.execute(_FOLD)
    found = _ask(connection, _HITS, words=[_pattern(word) for word in words])
    ids = {hit.id for hit in found}
    return [hit for hit in found if hit.parent not in ids]


def titled(connection: DuckDBPyConnection, ids: list[str]) -> list[Hit]:
    """The rows with these ids, as hits of no weight, in the order of the ids."""
    return sorted(_ask(connection, _TITLES, ids=ids), key=lambda hit: ids.index(hit.id))


def _ask(connection: DuckDBPyConnection, sql: str, **parameters: list[str]) -> list[Hit]:
    facts = _FACTS.read_text(encoding="utf-8")
    rows = connection.execute(sql.replace("{facts}", facts), parameters).fetchall()
    hits: dict[str, Hit] = {}
    for row in rows:
        hits.setdefault(row[1], Hit(*row))
    return list(hits.values())


def worth(word: str) -> float | None:
    """The value of a number as a person writes it (77, -3, 1,204, 15th, £7m, 2.5bn), or None for other words."""
    found = _NUMBER.fullmatch(word.strip().lower())
    return float(found[1].replace(",", "")) * _SCALES[found[2] or ""] if found else None


def words_of(what: str) -> list[str]:
    """The words that can find something: folded, seasons as '2019-20', small words dropped where others are left."""
    seasons = re.sub(r"\b(\d{4})[/-](?:\d\d)?(\d\d)\b(?!-)", r"\1-\2", what)
    cardinals = re.sub(r"\b(\d+)(?:st|nd|rd|th)\b", r"\1", fold(seasons))
    words = re.sub(r"(?<=\d)[-–](?=\d)", "~", cardinals)
    found = [word for word in re.split(r"[^\w~]+|_", words) if word]
    return [word for word in found if word not in _SMALL_WORDS] or found


def fold(text: str) -> str:
    """Lower case without accents, as `strip_accents(lower(...))` in SQL."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def _pattern(word: str) -> str:
    is_whole = len(word) < 3 or (word.isdigit() and len(word) < 4)
    return f" {word} " if is_whole else f" {word}"


def near_names(connection: DuckDBPyConnection, words: list[str]) -> list[str]:
    """Names of the warehouse that look like one of the words that find nothing by themselves, nearest first."""
    from rapidfuzz import fuzz, process

    names = [name for (name,) in connection.execute(f"select name from ({_NAMES}) where name is not null").fetchall()]
    parts = {name: fold(name) for name in sorted(names)}
    lost = [word for word in words if not any(part.startswith(word) for part in " ".join(parts.values()).split())]
    near: dict[str, None] = {}
    for word in [*(lost or words), " ".join(words)]:
        matches = process.extract(word, parts, scorer=fuzz.WRatio, limit=3, score_cutoff=72)
        near.update(dict.fromkeys(name for _, _, name in matches))
    return list(near)[:5]
