"""Gold files: what careful readers found in a text, one JSON object a line; NAME.jsonl is about the text NAME.txt.

A folder goes in, one `Gold` a file comes out, its columns named as in the warehouse. What is no gold is told with file,
line and what to do. `tests/gold/README.md` describes the format.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from flows.errors import PressboxError, UsageError
from flows.evaluate.agreement import KINDS, Row

_AS_IN_WAREHOUSE = {"home": "home_team", "date": "match_date"}
_NEEDED: dict[str, tuple[str, ...]] = {
    "article": ("article", "start", "end"),
    "match": ("article", "status", "team_1", "team_2"),
    "tie": ("article", "team_1", "team_2"),
    "goal": ("article", "scorer", "kind"),
    "statistic": ("article", "subject", "metric", "value"),
}


class Gold(NamedTuple):
    """The gold of one text: its articles in order, and the facts of each kind with the number of their article."""

    name: str
    articles: list[Row]
    facts: dict[str, list[Row]]

    @property
    def is_partial(self) -> bool:
        """Whether only some of the text's articles were read by people: then nobody knows where all begin."""
        return any(article.get("partial") for article in self.articles)


def read_gold(folder: Path, only: list[str] | None = None) -> list[Gold]:
    """The gold files of a folder in the order of their names; `only` names some, without their ending.

    Raises UsageError where the folder or a file of it is not there, PressboxError where a line is no gold.
    """
    if not folder.is_dir():
        raise UsageError(
            f"{folder} is no folder: name the one that holds the gold files, NAME.jsonl for the text NAME.txt"
        )
    paths = {path.stem: path for path in sorted(folder.glob("*.jsonl"))}
    if not paths:
        raise UsageError(f"{folder} holds no NAME.jsonl: one gold file for each text NAME.txt is looked for there")
    lacking = [name for name in only or () if name not in paths]
    if lacking:
        raise UsageError(f"{folder} holds no {lacking[0]}.jsonl")
    return [_read(path) for name, path in paths.items() if not only or name in only]


def _read(path: Path) -> Gold:
    gold = Gold(path.stem, [], {kind: [] for kind in KINDS})
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise PressboxError(f"{path} is not UTF-8: save it as UTF-8") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            fact = _fact(line, f"{path}, line {number}")
            (gold.articles if fact["type"] == "article" else gold.facts[fact["type"]]).append(fact)
    gold.articles.sort(key=lambda article: int(article["start"]))
    if not gold.articles:
        raise PressboxError(f"{path} has no line of type article: give each story of the text one, with start and end")
    return gold


def _fact(line: str, place: str) -> Row:
    try:
        told: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise PressboxError(f"{place} is not JSON ({error.msg}): one object a line is needed") from error
    kind = told.get("type") if isinstance(told, dict) else None
    if kind not in _NEEDED:
        raise PressboxError(f"{place}: type is {kind!r}, but must be one of {', '.join(_NEEDED)}")
    lacking = [key for key in _NEEDED[kind] if told.get(key) is None]
    if lacking:
        raise PressboxError(f"{place}: a {kind} needs {', '.join(lacking)}")
    return {_AS_IN_WAREHOUSE.get(key, key): value for key, value in told.items()}
