"""What a figure is, by the letters beside it: `cases/figures.csv` names the first figure of each line."""

import csv
from pathlib import Path

import pytest

from flows.extract.text import figures
from flows.extract.text.figures import Figure, Money, Season
from flows.extract.text.normalise import Text

TABLE = Path(__file__).parent / "cases" / "figures.csv"


def lines() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def first(text: str) -> Figure:
    page = Text(text)
    return min(figures.find(page.normal, page.lower), key=lambda figure: figure.start)


def written(figure: Figure) -> str:
    if isinstance(figure.value, Money):
        return f"{figure.value.amount} {figure.value.currency}"
    return str(figure.value.name if isinstance(figure.value, Season) else figure.value)


@pytest.mark.parametrize("line", lines(), ids=lambda line: line["text"])
def test_a_figure_has_its_kind_and_value(line: dict[str, str]) -> None:
    figure = first(line["text"])
    assert (figure.kind, written(figure)) == (line["kind"], line["value"])


def test_a_figure_ends_where_its_words_end() -> None:
    text = "He cost 40 million euros in May"
    figure = first(text)
    assert text[figure.start : figure.end] == "40 million euros"


def test_a_text_without_figures_has_none() -> None:
    assert figures.find("Nobody scored.", "nobody scored.") == []
