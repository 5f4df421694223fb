"""What `pressbox export --format football-txt` writes is read back as the same matches."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.reference import read_references
from flows.report.football_txt import Match, lines

SIDES = [
    "Northbridge Rovers",
    "Ferrybank",
    "1. FC Harlow",
    "Wexcombe 1907",
    "Castle-Quay & Pell",
    "São Merrow",
    "Harrow Vale's XI",
    "St. Orlo (North)",
    "V",
    "Ellery-on-Sea 04",
]
COLUMNS = ["competition", "season", "round", "match_date", "home_name", "away_name", "home_goals", "away_goals"]
GOALS = st.integers(0, 19)


@st.composite
def made_up(draw: st.DrawFn) -> Match:
    home, away = draw(st.permutations(SIDES))[:2]
    scores = draw(st.one_of(st.none(), st.tuples(GOALS, GOALS)))
    decided = draw(st.sampled_from(["regular", "extra_time", "penalties"])) if scores else None
    kicks = draw(st.tuples(GOALS, GOALS)) if decided == "penalties" else (None, None)
    return Match(
        competition=draw(st.sampled_from(["Merrow League", "Harbour Cup", "Serie A", "League of 4 Towns"])),
        season=draw(st.sampled_from(["2019-20", "1999-00", "2021"])),
        round=draw(st.sampled_from([None, "matchday 1", "matchday 12", "group C", "last 16", "semi-final", "final"])),
        match_date=draw(st.one_of(st.none(), st.dates(date(1999, 1, 1), date(2022, 12, 31)))),
        team_1=home,
        team_2=away,
        score_1=scores[0] if scores else None,
        score_2=scores[1] if scores else None,
        score_90_1=1 if decided == "extra_time" else None,
        score_90_2=1 if decided == "extra_time" else None,
        decided=decided,
        shootout_1=kicks[0],
        shootout_2=kicks[1],
    )


def read_back(found: list[Match]) -> list[tuple[object, ...]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "exported.txt"
        path.write_text("\n".join(lines(found)) + "\n", encoding="utf-8")
        results = read_references([path]).results
    return results.select(*COLUMNS, "decided", "shootout_home", "shootout_away").rows()


def as_read(match: Match) -> tuple[object, ...]:
    return (*match[:8], match.decided, match.shootout_1, match.shootout_2)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(made_up(), min_size=1, max_size=12))
def test_made_up_matches_come_back_as_they_were(found: list[Match]) -> None:
    assert sorted(map(repr, read_back(found))) == sorted(repr(as_read(match)) for match in found)


def test_a_season_is_written_as_openfootball_writes_it() -> None:
    final = Match("Harbour Cup", "2019-20", "final", date(2020, 5, 9), "Harlow Vale", "Pell", 1, 1, None, None)
    found = [
        final._replace(decided="penalties", shootout_1=4, shootout_2=2),
        Match("Harbour Cup", "2019-20", None, None, "Castle Quay", "Pell", None, None),
        Match(
            "Harbour Cup", "2019-20", "semi-final", date(2020, 2, 4), "Castle Quay", "Harlow Vale", 2, 1, 1, 1
        )._replace(decided="extra_time"),
    ]
    assert list(lines(found)) == [
        "= Harbour Cup 2019/20",
        "",
        "    Castle Quay             v Pell",
        "",
        "▪ final",
        "  Sat May/9 2020",
        "    Harlow Vale             v Pell                    4-2 pen. 1-1 a.e.t.",
        "",
        "▪ semi-final",
        "  Tue Feb/4 2020",
        "    Castle Quay             v Harlow Vale             2-1 a.e.t. (1-1)",
    ]


def test_a_match_that_the_format_cannot_hold_is_not_written() -> None:
    half = Match("Harbour Cup", "2019-20", None, None, "Castle Quay", "Pell", 7, None)
    assert not half.can_be_written
    assert not half._replace(score_1=None, season=None).can_be_written
    assert list(lines([half])) == []
