"""Datelines: their forms, and what they are worth beside what their story tells."""

from __future__ import annotations

from datetime import date

import pytest

from flows.extract.stories import headlines
from flows.extract.stories.dateline import settle_dateline
from flows.extract.text.normalise import Text
from tests.told_stories import BAN, DEFEAT, KEEPER, stories_of

Settled = tuple[date | None, str | None, str]


def _settled(*lines: str) -> Settled:
    text = "\n".join(lines)
    return settle_dateline(Text(text), stories_of(text)[0])


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("date 2020-01-01", date(2020, 1, 1)),
        ("Published: 12 March 2019", date(2019, 3, 12)),
        ("Published at 21:45 on 12 March 2019", date(2019, 3, 12)),
        ("12/03/2019 21:45", date(2019, 3, 12)),
        ("03/28/2019", date(2019, 3, 28)),
        ("12.03.2019", date(2019, 3, 12)),
        ("2019-03-12T21:45:00Z", date(2019, 3, 12)),
        ("Tuesday, 12 March 2019, 21:45 GMT", date(2019, 3, 12)),
        ("March 12, 2019 at 9:45 pm", date(2019, 3, 12)),
        ("Mar 12th 2019", date(2019, 3, 12)),
        ("12 Mar 2019 | Owen Tarrant", date(2019, 3, 12)),
        ("Last updated: 10:20 GMT, 12 March 2019", date(2019, 3, 12)),
        ("By Owen Tarrant | 12 March 2019", date(2019, 3, 12)),
    ],
)
def test_a_line_that_is_a_date_is_a_dateline(line: str, day: date) -> None:
    found = headlines.dateline(line)
    assert headlines.kind_of(line) in ("dateline", "byline")
    assert found is not None and found.day == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("7 // 12 Mar 2019, 19:05 IST", date(2019, 3, 12)),
        ("Author: Carrick NewsPublished 12th Mar 2019", date(2019, 3, 12)),
        ("Tue., Mar. 12, 20193 min. read", date(2019, 3, 12)),
        ("Owen Tarrant 12 March 2019 Comments", date(2019, 3, 12)),
        ("Sport / Football 12 Mar 2019 at 7.45pm", date(2019, 3, 12)),
        ("Updated Tuesday 12 March 2019 22:10 CAT", date(2019, 3, 12)),
        ("Share this 2019/03/12 21:45", date(2019, 3, 12)),
        ("The Carrick Herald, March 12, 2019", date(2019, 3, 12)),
        ("Carrick Agency 12 Mar 2019, 21:45 (updated)", date(2019, 3, 12)),
        ("12 March 2019 Owen Tarrant", date(2019, 3, 12)),
        ("Harland v Brigg Town, 12 March 2019", None),
        ("Harbour Cup final, 12 March 2019", None),
        ("Contract expires 12 March 2019", None),
        ("Brigg Town were formed on 12 March 1919", None),
        ("Brigg Town 2-1 Harland, 12 March 2019", None),
        ("Kick-off 7.45pm, 12 March 2019", None),
    ],
)
def test_a_date_among_what_a_page_prints_around_its_story_is_its_dateline(line: str, day: date | None) -> None:
    told = ["Brigg Town fight back to win", line, "Brigg Town came from behind to beat Harland 2-1 on Monday night."]
    assert _settled(*told)[0] == day


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Updated 10:20 GMT", "dateline"),
        ("By Owen Tarrant", "byline"),
        ("By Owen Tarrant in Carrick", "byline"),
        ("By Owen Tarrant and Sol Whitby, Sports Writers", "byline"),
        ("(c) 2020 Lowland Press", "footer"),
        ("All rights reserved.", "footer"),
        ("(Reporting by Owen Tarrant; editing by Sol Whitby)", "footer"),
        ("* * *", "rule"),
        ("Northbridge Rovers 2-1 Ferrybank Athletic", "headline"),
        ("Strand: 'We were lucky'", "headline"),
        ('"We deserved it": Strand salutes her players', "headline"),
        ("Can Northbridge win it all?", "headline"),
        ("2019-03-12 Northbridge win the cup at last", "headline"),
        ("date 2019-03-12 Northbridge win the cup at last", "headline"),
        ("Northbridge won again.", "text"),
        ("By the time they woke up, Northbridge were two goals down.", "text"),
        ("Ferrybank v Calder Vale", "text"),
        ("Rousset, Amis, Keane, Oduya, Lisle", "text"),
        ("Att: 12,345. Ref: J Loomis (Carrick).", "text"),
        ("March 12, 2019 will be remembered in Carrick.", "text"),
    ],
)
def test_a_line_is_of_its_kind(line: str, kind: str) -> None:
    assert headlines.kind_of(line) == kind


def test_a_dateline_that_the_story_agrees_with_is_stated() -> None:
    assert _settled("12 March 2019", *DEFEAT) == (date(2019, 3, 12), "12 March 2019", "stated")


def test_a_story_without_dateline_is_of_unknown_day() -> None:
    assert _settled(*DEFEAT) == (None, None, "unknown")


def test_a_dateline_without_a_year_dates_nothing_where_the_story_leaves_it_open() -> None:
    assert _settled("CARRICK, March 3 (Lowland) - " + BAN[0], *BAN[1:]) == (
        None,
        "CARRICK, March 3 (Lowland)",
        "unknown",
    )


def test_the_season_that_a_story_names_gives_a_dateline_its_year() -> None:
    told = [*KEEPER[:3], "Northbridge have not lost at home in the 2018-19 season."]
    when, _, status = _settled("CARRICK, March 3 (Lowland) - " + told[0], *told[1:])
    assert (when, status) == (date(2019, 3, 3), "inferred")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "date 2020-01-01",
            "Northbridge reached the last 16 of the Champions League when they beat Lyon 8-4 on aggregate.",
        ),
        ("date 2020-01-01", "They won 3-0 at Calder Vale on April 4."),
        ("date 2020-01-01", "Football had stopped everywhere because of the coronavirus."),
        ("10 March 2019", "Varga scored again in the 2-1 win over Thornwick United on March 24."),
        ("10 March 2019", "They lost 2-0 at Calder Vale on May 4, 2019, and the season was over."),
        ("10 March 2019", "He has played every match since 2021."),
        ("10 March 2019", "The 2021-22 season had begun so well for them."),
        ("10 March 2019", "They won 1-0 at Calder Vale on Wednesday, February 26."),
        ("10 March 2019", "They beat Port Ellery 2-0 on January 5, and again last month."),
        ("Tuesday 10 March 2019", "They were poor."),
    ],
)
def test_a_dateline_that_cannot_be_dates_nothing_and_keeps_its_words(line: str, told: str) -> None:
    assert _settled(line, *DEFEAT, told) == (None, line, "contradicted")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("10 March 2019", "They travel to Thornwick United on March 24."),
        ("10 March 2019", "They won 2-0 at Calder Vale on March 9."),
        ("10 March 2019", "They beat Port Ellery 2-0 in last month's match on February 5."),
        ("10 March 2019", "They had won 1-0 at Calder Vale on Tuesday, February 26."),
        ("14 December 2018", "Northbridge will meet Lyon in the last 16 of the Champions League."),
        ("14 December 2018", "Last season they lost the Champions League semi-final 3-1 on aggregate."),
        ("8 August 2020", "They won the second leg of the Champions League last-16 tie 2-1 and go through."),
        ("10 March 2019", "He has played every match since 2016."),
        ("10 March 2019", "They lost the final 2-1 on May 4, 2018."),
        ("Sunday 10 March 2019", "They were poor."),
    ],
)
def test_a_dateline_that_can_be_is_left_alone(line: str, told: str) -> None:
    assert _settled(line, *DEFEAT, told)[2] == "stated"
