"""What surrounds a match: nearness decides between the words of a sentence, the vocabulary knows the competitions."""

from __future__ import annotations

import pytest

from flows.extract import extract_document
from flows.extract.claims import MatchClaim
from flows.extract.matches.circumstances.competitions_known import kind_of, league_of
from flows.extract.matches.circumstances.nearby import nearest
from flows.extract.matches.circumstances.seasons import document_season
from flows.extract.text.normalise import Text
from flows.extract.text.scan import scan
from flows.extract.text.sentence import Sentence
from flows.extract.text.shapes import shape_of
from flows.extract.text.structure import Span
from tests.test_shapes import mentions


def claims(text: str) -> list[MatchClaim]:
    found: list[MatchClaim] = extract_document("case.txt", "0" * 64, text)["match_claims"]
    return found


def sentence(kinds: str) -> Sentence:
    found = mentions(kinds)
    return Sentence(Span(0, found[-1].end), found, shape_of(found))


def test_the_nearest_word_of_a_kind_is_found_and_what_follows_is_nearer_than_what_stands_before() -> None:
    line = sentence("DATE TEAM WIN TEAM SCORE DATE")
    assert nearest(line, "DATE", 4, 19) is line.mentions[5]
    assert nearest(line, "GROUND", 4, 19) is None


def test_a_word_too_far_away_belongs_to_nothing() -> None:
    line = sentence("TEAM WIN TEAM SCORE " + "NAME " * 60 + "DATE")
    assert nearest(line, "DATE", 0, 15) is None


@pytest.mark.parametrize(
    ("competition", "kind"),
    [
        ("Premier League", "league"),
        ("FA Cup", "cup"),
        ("League Cup", "league_cup"),
        ("Champions League", "continental"),
    ],
)
def test_the_kind_of_a_known_competition_is_known(competition: str, kind: str) -> None:
    assert kind_of(competition) == kind


def test_of_what_nobody_knows_nothing_is_said() -> None:
    assert kind_of("Merrow Shield") is None
    assert kind_of(None) is None
    assert league_of("Castle Marden") is None


def test_a_club_plays_in_its_usual_league_and_a_national_side_in_none() -> None:
    assert league_of("Torino") == "Serie A"
    assert league_of("England") is None


def test_a_document_is_of_the_latest_season_that_it_writes_out() -> None:
    def season(story: str) -> str | None:
        return document_season(Text(story).lower, scan(Text(story)))

    assert season("The 2011/12 season is half over, and Harland, second in 2010-11, are third in it.") == "2011-12"
    assert season("Harland go to Brigg on Sunday. They last met, and Brigg won, in the 2008-09 season.") is None
    assert season("Champions in 2003-04 and again in 2011/12, they beat Harland.") == "2011-12"
    assert season("They beat Harland last season.") is None


def test_each_match_of_a_sentence_has_the_day_that_stands_nearest() -> None:
    both = claims("Leeds beat Hull 1-0 on Saturday and lost 2-0 to Derby on Wednesday.")
    assert {claim.team_2: claim.date_text for claim in both} == {
        "Hull City": "on Saturday",
        "Derby County": "on Wednesday",
    }


def test_a_day_with_its_month_and_year_is_a_date_and_a_weekday_is_none() -> None:
    [dated] = claims("Leeds beat Hull 1-0 on 14 March 2015.")
    [loose] = claims("Leeds beat Hull 1-0 on Saturday.")
    assert str(dated.match_date) == "2015-03-14"
    assert (loose.match_date, loose.date_text) == (None, "on Saturday")


def test_a_story_s_competition_is_that_of_its_match_and_not_of_another_one() -> None:
    text = (
        "Leeds beat Hull 1-0 in the FA Cup.\nHull lost 3-0 at Derby in the League Cup a week ago.\nLeeds were better."
    )
    assert {claim.team_2: claim.competition for claim in claims(text)} == {
        "Hull City": "FA Cup",
        "Derby County": "League Cup",
    }


def test_a_ground_that_is_one_side_s_own_makes_it_the_home_side() -> None:
    [claim] = claims("Everton lost 1-0 to Leeds at Goodison Park.")
    assert (claim.home_team, claim.venue) == ("Everton", "Goodison Park")


def test_two_sides_of_one_league_that_the_story_names_met_in_that_league() -> None:
    text = (
        "Roma beat Torino 2-0 on Sunday.\nThe win keeps them third in Serie A with ten games left.\nTorino stay tenth."
    )
    assert {claim.competition for claim in claims(text)} == {"Serie A"}
