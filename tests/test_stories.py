"""Where stories begin in a file that holds several, and what stands above their text."""

from __future__ import annotations

import random
from itertools import accumulate, pairwise, permutations
from pathlib import Path

import pytest

from flows.extract.cast import unknown_clubs
from flows.extract.stories.split import Story, split
from flows.extract.text.normalise import Text
from flows.extract.text.scan import scan
from tests.exchanges import INVENTED_CLUBS, OTHER_CLUBS, Exchange
from tests.sample_gold import gold_articles, sample_documents, sample_text
from tests.told_stories import BAN, DEFEAT, HEADLINES, KEEPER, LONG_FEATURE, put_together, stories_of

SHARED = Path(__file__).resolve().parents[2] / "shared"
ORDERS = list(permutations([KEEPER, DEFEAT, BAN, LONG_FEATURE], 3))
WIRE_STARTS = [0, 1627, 4393, 5727, 7538, 8880, 23941, 25348, 28448, 30845, 32676, 34860, 36669]
PRECISION, RECALL = 0.95, 0.85


def _spans(stories: list[Story]) -> list[tuple[int, int]]:
    return [(story.start, story.end) for story in stories]


def _headline(text: str, story: Story) -> str | None:
    return text[story.headline.start : story.headline.end] if story.headline else None


def _raw_starts(text: str) -> list[int]:
    page = Text(text)
    mentions = scan(page)
    clubs = unknown_clubs.find(page.normal, page.lower, mentions, set(), unknown_clubs.Beside({}, {}, {}))
    return [page.span(story.start, story.start)[0] for story in split(page.normal, mentions, clubs)]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
@pytest.mark.parametrize("order", ORDERS)
def test_stories_without_separator_are_found_whatever_their_order(order: list[list[str]], gap: str) -> None:
    text, starts, ends = put_together(list(order), gap)
    assert _spans(stories_of(text)) == list(zip(starts, ends, strict=True))


@pytest.mark.parametrize("story", [KEEPER, DEFEAT, BAN, LONG_FEATURE])
def test_one_story_stays_one(story: list[str]) -> None:
    assert len(stories_of("\n".join(story))) == 1


def test_headed_stories_begin_at_their_headlines() -> None:
    told = {"keeper": KEEPER, "defeat": DEFEAT, "ban": BAN}
    text, starts, ends = put_together([[HEADLINES[name], *story] for name, story in told.items()], "\n\n")
    stories = stories_of(text)
    assert _spans(stories) == list(zip(starts, ends, strict=True))
    assert [_headline(text, story) for story in stories] == list(HEADLINES.values())


def test_dateline_and_byline_belong_to_the_story_that_follows() -> None:
    head = ["Saltmere sink without trace", "By Owen Tarrant", "Published: 12 March 2019"]
    text, starts, _ = put_together([KEEPER, [*head, *DEFEAT]])
    first, second = stories_of(text)
    assert [first.start, second.start] == starts
    assert _headline(text, second) == head[0]
    assert second.dateline and text[second.dateline.start : second.dateline.end] == head[2]
    assert len(second.body) == len(DEFEAT)


def test_an_agency_opens_a_story_with_place_and_day() -> None:
    opened = ["CARRICK, March 3 (Lowland) - " + BAN[0], *BAN[1:]]
    text, starts, _ = put_together([LONG_FEATURE, opened])
    second = stories_of(text)[1]
    assert second.start == starts[1]
    assert second.dateline and text[second.dateline.start : second.dateline.end] == "CARRICK, March 3 (Lowland)"
    assert text[second.body[0].start :].startswith(BAN[0][:20])


ROUND_UP = [
    "CARRICK, March 3 (Lowland) - Northbridge Rovers stretched their lead to six points when Aksel Thorne struck "
    "twice in a 3-0 win over Calder Vale on Saturday, while the champions stumbled again.",
    "Thorne, 24, had not scored since December and was whistled by his own end before half-time. He answered with a "
    "volley and a tap-in inside eight minutes.",
    "Port Ellery, beaten finalists a year ago, have now lost four in a row after Jarek Poole's late header gave "
    "Saltmere Town a 1-0 victory at Moss Lane. Their manager Owen Tarrant left by a side door.",
    "Bottom club Thornwick United drew 2-2 with Ferrybank Athletic, for whom Luther Bamford, once of Calder Vale, hit "
    "the bar from 30 metres in the last minute.",
    "Ashcombe City, who host Harland on Monday, said that they would cut wages by 15 percent until gates reopen.",
]
SHORT_REPORT = [
    "Otterburn Ladies 1-3 Calder Vale Women",
    "Calder Vale came from behind to win at Quarry Park and go second, helped by a goalkeeper's nightmare.",
    "Home striker Fern Whitby punished a slack back pass from the edge of the area before most had found their seats.",
    "Midfielder Ines Quill levelled with a free-kick that Otterburn keeper Dana Strand let through her hands.",
    "Substitute Petra Lindqvist, a summer signing from Harland, then scored twice to the delight of 212 visitors.",
]


def test_an_agency_round_up_with_a_new_cast_in_each_paragraph_stays_one() -> None:
    assert len(stories_of("\n\n".join(ROUND_UP))) == 1


def test_results_with_a_comma_head_the_parts_of_one_round_up() -> None:
    parts = [
        "Calder Vale grab late point",
        "HARLAND -- Petra Lindqvist scored in stoppage time for Calder Vale in a 2-2 draw with Otterburn on Sunday.",
        "Port Ellery 1, Castle Quay 0",
        "PORT ELLERY -- Jarek Poole headed the only goal after 71 minutes for Port Ellery, who are unbeaten in nine.",
        "Thornwick 3, Saltmere Town 3",
        "THORNWICK -- Aksel Thorne completed a hat trick for Saltmere Town with a penalty in the final minute.",
    ]
    assert len(stories_of("\n\n".join(parts))) == 1


def test_result_lines_under_one_headline_head_the_parts_of_one_round_up() -> None:
    parts = [
        "MERROW LEAGUE: SATURDAY'S REPORTS",
        "Calder Vale 3 Otterburn 0",
        "Petra Lindqvist scored twice in the first half and Ines Quill headed the third for the unbeaten leaders.",
        "Port Ellery 1 Castle Quay 1",
        "Jarek Poole missed a penalty before Sam Tarrow cancelled out his early opener with 10 minutes to go.",
        "Thornwick 0 Saltmere Town 4",
        "Two down inside nine minutes, Thornwick were booed off by a crowd of 4,868 as Aksel Thorne hit a hat-trick.",
    ]
    assert len(stories_of("\n\n".join(parts))) == 1


def test_result_lines_of_any_headline_head_the_parts_of_one_round_up() -> None:
    parts = [
        "CUP SATURDAY: Giants fall, late winners and a village fete",
        "THE Harbour Cup second round lived up to its name on a wild afternoon.",
        "Brigg Town made a start on Friday by hammering Colby 5-0. Catch up on the best of the rest here.",
        "Fulham 2 Burnley 3",
        "BURNLEY scraped home after throwing away a three-goal cushion, thanks to a 95th-minute header from Tom Pell.",
        "Danny Rusk and Joe Vane had put them in charge, and Luke Harte made it three.",
        "But the hosts found another gear when Rob Selby grabbed two in a minute.",
        "Marlow 0 Thornby 1",
        "THE visitors needed a last-gasp effort from Ian Croft, the 19-year-old winger's first senior goal.",
        "Kelham 4 Reading 4",
        "Tony Gale and Sam Birch got two each for the home side. The replay is on Tuesday.",
    ]
    assert len(stories_of("\n\n".join(parts))) == 1


def test_headed_paragraphs_under_one_headline_are_sections_of_one_story() -> None:
    told = ["Five things to watch on Saturday", "Thorne can make history"]
    told += ["Northbridge striker Aksel Thorne needs one goal to pass Dov Hallam's club record of 141 in the league."]
    told += [
        "Poole faces his old friends",
        "Jarek Poole left Calder Vale by a side door in June. He is back on Sunday.",
    ]
    told += ["A long road for Thornwick", "Luther Bamford has told Thornwick that they need nine wins from fifteen."]
    told += [
        "Marsh is missed most at home",
        "Otterburn have not scored at Quarry Park since Ottilie Marsh broke a toe.",
    ]
    assert len(stories_of("\n\n".join(told))) == 1


def test_a_short_column_under_one_headline_goes_from_man_to_man() -> None:
    told = [
        "Poole on his way as Harland wait for Lindqvist",
        "Port Ellery are close to signing Wexcombe winger Jarek Poole for £3.1m, and expect him to train on Friday.",
        "Poole, 23, scored eight times last season and would be their third arrival since the window opened. Two clubs "
        "from the Merrow League asked about him, and both were told that his heart was set on the coast.",
        "Going the other way is goalkeeper Dana Strand, who has lost her place and will talk to Millbeck this week. "
        "Strand, 31, has played 90 times for Port Ellery and let in only 22 goals in her first two years there.",
        "Harland Rovers still hope to bring Denmark midfielder Petra Lindqvist to Orchard Lane although a first offer "
        "of £200,000 was thrown out by Castle Quay. Lindqvist turned 21 last month and has two caps.",
        "Meanwhile Ashcombe have tied captain Sam Tarrow down until 2031. He has made 77 starts in all competitions.",
    ]
    assert len(stories_of("\n\n".join(told))) == 1


def test_a_short_text_that_calls_itself_a_round_up_stays_one() -> None:
    told = [f"Merrow League round-up: {HEADLINES['ban']}", *(line.partition(" - ")[2] or line for line in ROUND_UP)]
    assert len(stories_of("\n\n".join(told))) == 1


def test_a_text_that_goes_from_match_to_match_is_one_whatever_it_is_called() -> None:
    parts = [
        "Calder Vale produced the upset of the day to beat Otterburn 2-0 in their third round tie.",
        "Ines Quill and Petra Lindqvist scored for the League One side as boss Jon Marr paid for nine changes.",
        "Port Ellery were within three minutes of winning at Castle Quay, but had to settle for a 2-2 draw.",
        "Thornwick were knocked out 2-1 by Saltmere Town after Aksel Thorne had scored his sixth goal of the season.",
        "Fourth-tier Wexcombe won 3-2 at Millbeck where Sam Tarrow, Kit Dunne and Leo Hale were on target.",
    ]
    assert len(stories_of("\n\n".join(parts))) == 1


def test_what_stands_under_a_picture_opens_no_story_of_its_own() -> None:
    parts = [
        "FILE - Wales' Ines Quill celebrates her goal against Malta in Cardiff, Sunday, July 23. (AP Photo/Jo Marr)",
        "Calder Vale romps to 7-1 win, Otterburn bounces back",
        "By The Associated Press",
        "Calder Vale's poor start was forgotten with a resounding 7-1 win over Port Ellery in the league on Saturday.",
        "Petra Lindqvist scored a hat trick and Kit Dunne added two for the home team, which had lost its opener.",
    ]
    stories = stories_of("\n\n".join(parts))
    assert len(stories) == 1 and stories[0].headline is not None


def test_a_role_without_its_club_opens_no_story() -> None:
    sacked = [
        "Castle Quay sack manager Owen Tarrant",
        "Castle Quay have sacked manager Owen Tarrant after a run of nine Merrow League matches without a win.",
        "Tarrant, 47, came to the club in 2011 and led them to promotion in his first season.",
        "Assistant Dov Hallam will take the team for Tuesday's Harbour Cup tie at Port Ellery before talks are held.",
        "Castle Quay are 23rd in the table, four points short of safety.",
    ]
    assert len(stories_of("\n\n".join(sacked))) == 1


def test_clubs_that_no_vocabulary_holds_tie_their_paragraphs() -> None:
    page = Text("\n".join([*DEFEAT, *BAN]))
    mentions = scan(page)
    clubs = unknown_clubs.find(page.normal, page.lower, mentions, set(), unknown_clubs.Beside({}, {}, {}))
    assert {"Saltmere", "Ferrybank", "Port Ellery"} <= set(clubs)
    assert len(split(page.normal, mentions, clubs)) == 2


def test_lines_with_a_side_and_its_goals_stand_above_the_report() -> None:
    [story] = stories_of("\n".join(["SALTMERE TOWN 0", "FERRYBANK 3", *DEFEAT]))
    assert story.headline is not None


def test_a_short_report_under_its_headline_stays_one_and_two_of_them_are_two() -> None:
    assert len(stories_of("\n\n".join(SHORT_REPORT))) == 1
    text, starts, ends = put_together([SHORT_REPORT, [HEADLINES["defeat"], *DEFEAT]], "\n\n")
    assert _spans(stories_of(text)) == list(zip(starts, ends, strict=True))


@pytest.mark.parametrize(
    "footer", ["(c) 2020 Lowland Press Service.", "© 2020 Lowland Press. All Rights Reserved.", "Copyright 2021"]
)
def test_a_footer_ends_its_story(footer: str) -> None:
    text, starts, ends = put_together([[*KEEPER, footer], BAN])
    assert _spans(stories_of(text)) == list(zip(starts, ends, strict=True))


def test_a_footer_at_the_end_of_a_file_is_its_last_line_and_no_story() -> None:
    text = "\n".join([*KEEPER, "© 2020 Lowland Press. All Rights Reserved."])
    assert _spans(stories_of(text)) == [(0, len(text))]


def test_a_rule_between_two_stories_belongs_to_neither() -> None:
    text, starts, ends = put_together([KEEPER, ["* * *"], DEFEAT])
    assert _spans(stories_of(text)) == [(starts[0], ends[0]), (starts[2], ends[2])]


def test_a_story_starts_at_its_first_letter_and_ends_at_its_last() -> None:
    text = " \n\n  date 2020-01-01 " + HEADLINES["ban"] + "\n\n" + "\n".join(BAN) + " \n\n"
    [story] = stories_of(text)
    assert text[story.start : story.start + 4] == "date"
    assert text[: story.end].endswith(BAN[-1])
    assert _headline(text, story) == HEADLINES["ban"]


def test_a_line_up_at_the_end_is_no_story() -> None:
    block = [
        "Saltmere Town: Kerr, Brandao, Lunt, Hobb, Crane, Inglis (Bell 60), Pratt, Orme, Teale, Voss, Ruddock.",
        "Ferrybank Athletic: Halloran, Duffy, Whitby, Szabo, Noone, Varga, Pell, Kemp, Mellor, Stroud, Amis.",
        "Att: 4,112.",
        "Ref: J Loomis (Carrick).",
    ]
    assert len(stories_of("\n".join([HEADLINES["defeat"], *DEFEAT, *block]))) == 1


@pytest.mark.parametrize(("side", "count"), [("Otterburn Ladies", 1), ("Saltmere Town", 2)])
def test_a_line_up_of_a_side_told_further_up_ends_that_sides_own_story(side: str, count: int) -> None:
    lineup = (
        f"{side}: Strand; Orr, Lunt, Hobb, Crane; Moss (Lowe 70), Pratt, Orme, Teale; Voss, Whitby. Goals: Whitby 2"
    )
    text, _, _ = put_together([SHORT_REPORT, [HEADLINES["defeat"], *DEFEAT, lineup]], "\n\n")
    assert len(stories_of(text)) == count


def test_a_single_headline_line_is_read_as_text() -> None:
    [story] = stories_of("Northbridge 2-1 Ferrybank")
    assert story.headline is None and len(story.body) == 1


def test_blank_text_has_no_story() -> None:
    assert stories_of(" \n\n ") == []


@pytest.mark.parametrize("name", list(sample_documents()))
def test_the_sample_corpus_is_cut_as_its_gold_says(name: str) -> None:
    page = Text(sample_text(name))
    found = [page.span(story.start, story.end) for story in split(page.normal, scan(page))]
    assert found == [(article["start"], article["end"]) for article in gold_articles(name)]


def _agency_stories(*folders: str) -> list[list[str]]:
    files = [path for folder in folders for path in sorted((SHARED / folder).glob("*.txt"))]
    if not files:
        pytest.skip("the agency texts are not here")
    return [[line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()] for path in files]


def test_a_wire_of_thirteen_stories_about_one_club_is_cut_exactly() -> None:
    path = SHARED / "raw" / "000_f39367f33a7c0c6f.txt"
    if not path.exists():
        pytest.skip("the agency texts are not here")
    assert _raw_starts(path.read_bytes().decode("utf-8")) == WIRE_STARTS


@pytest.mark.parametrize("names", [OTHER_CLUBS, INVENTED_CLUBS], ids=["other clubs", "invented clubs"])
def test_the_thirteen_stories_are_cut_alike_whatever_their_clubs_are_called(names: dict[str, str]) -> None:
    path = SHARED / "raw" / "000_f39367f33a7c0c6f.txt"
    if not path.exists():
        pytest.skip("the agency texts are not here")
    text, exchange = path.read_bytes().decode("utf-8"), Exchange(names, seed=1)
    told = [exchange.of(text[a:b]) for a, b in pairwise([*WIRE_STARTS, len(text)])]
    assert _raw_starts("".join(told)) == list(accumulate(map(len, told[:-1]), initial=0))


def test_no_agency_text_of_one_story_is_cut() -> None:
    cut = [
        story[0] for story in _agency_stories("raw/bbc", "raw/goal", "open") if len(stories_of("\n\n".join(story))) != 1
    ]
    assert cut == []


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("headed", [True, False])
def test_agency_texts_put_end_to_end_are_told_apart(headed: bool, seed: int) -> None:
    """Stories by chance side by side, with their headlines and without: few cuts are wrong, few are missed."""
    pool = _agency_stories("raw/bbc", "raw/goal", "open")
    if not headed:
        pool = [story[1:] if story[0][-1] not in '.!"' and len(story) > 2 else story for story in pool]
    chance = random.Random(seed)
    right = found = true = 0
    for size in (2, 3, 10) * 6:
        text, starts, _ = put_together(chance.sample(pool, size))
        cuts, wanted = set(_raw_starts(text)[1:]), set(starts[1:])
        right, found, true = right + len(cuts & wanted), found + len(cuts), true + len(wanted)
    assert right / found >= PRECISION and right / true >= RECALL
