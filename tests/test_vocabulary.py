"""The vocabulary holds together: no name means two things by accident, references are whole, columns documented."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from flows import vocabulary as known
from flows.errors import PressboxError
from flows.vocabulary import entries

FOLDER = Path(known.__file__).parent
FILES = ("clubs.csv", "nations.csv", "competitions.csv", "places.csv", "weak_names.csv")
CONTINENTS = {"World", "Europe", "Africa", "Asia", "North America", "South America", "Oceania"}
CLUBS = [club for club in known.clubs() if not club.national]
NATIONS = {nation.name for nation in known.nations()}


def _index(name: str) -> int:
    return next(i for i, club in enumerate(known.clubs()) if club.name == name)


def _owners(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Forms that more than one thing claims, each with its claimants."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, owner in pairs:
        for form in known.printed_forms(name):
            found[form].add(owner)
    return {form: owners for form, owners in found.items() if len(owners) > 1}


def test_no_full_or_short_name_belongs_to_two_sides() -> None:
    assert _owners((name, club.name) for club in known.clubs() for name in (club.name, *club.short_names)) == {}


def test_no_name_of_a_competition_means_two_of_them() -> None:
    names = ((name, c.name) for c in known.competitions() for name in (c.name, *c.aliases))
    assert _owners(names) == {}


def test_no_home_name_means_two_competitions_of_one_country() -> None:
    names = ((f"{c.country}: {name}", c.name) for c in known.competitions() for name in c.home_names)
    assert _owners(names) == {}


def test_only_the_two_congos_and_the_old_and_new_swaziland_share_a_demonym() -> None:
    words = ((word, nation.name) for nation in known.nations() for word in (*nation.demonym, *nation.people))
    assert set(_owners(words)) <= {"Congolese", "Swazi", "Swazis"}


def test_each_thing_has_one_row() -> None:
    for names in (
        [club.name for club in known.clubs()],
        [nation.name for nation in known.nations()],
        [competition.name for competition in known.competitions()],
        [place.place for place in known.places()],
        list(entries.ambiguous_forms()),
    ):
        assert [name for name, n in Counter(names).items() if n > 1] == []


def test_every_club_plays_in_a_known_league_of_a_known_country() -> None:
    leagues = {c.name for c in known.competitions() if c.kind == "league"}
    assert {club.league for club in CLUBS} - leagues == set()
    assert {club.country for club in CLUBS} - NATIONS == set()


def test_every_club_has_a_city_a_region_and_a_ground() -> None:
    assert [club.name for club in CLUBS if not (club.city and club.region and club.grounds)] == []


def test_every_competition_and_place_lies_somewhere_known() -> None:
    assert {c.country for c in known.competitions()} - NATIONS - CONTINENTS == set()
    assert {place.country for place in known.places()} - NATIONS - {""} == set()


def test_kinds_and_legs_are_the_documented_ones() -> None:
    documented = {"league", "cup", "league_cup", "super_cup", "continental", "international", "qualifying", "friendly"}
    assert {c.kind for c in known.competitions()} == documented
    assert {c.two_legged for c in known.competitions()} == {"true", "false", "mixed"}
    assert {n.confederation for n in known.nations()} == {"UEFA", "CAF", "AFC", "CONCACAF", "CONMEBOL", "OFC"}


def test_canonical_names_are_plain_letters() -> None:
    names = [thing.name for things in (known.clubs(), known.competitions()) for thing in things]
    assert [name for name in names if not name.isascii()] == []


@pytest.mark.parametrize("file", FILES)
def test_cells_hold_no_empty_value_no_stray_blank_and_no_value_twice(file: str) -> None:
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        cells = [(row[0], cell.split("|")) for row in csv.reader(lines) for cell in row if cell]
    assert len(cells) > 100
    assert [(row, v) for row, v in cells if "" in v or len(set(v)) < len(v)] == []
    assert [(row, v) for row, v in cells if any(value != value.strip() or "(" in value for value in v)] == []


@pytest.mark.parametrize(("file", "country"), [("clubs.csv", 1), ("competitions.csv", 3), ("places.csv", 3)])
def test_rows_are_sorted_by_country_then_name(file: str, country: int) -> None:
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))[1:]
    keys = [(row[country], row[0].lower()) for row in rows]
    assert keys == sorted(keys)


@pytest.mark.parametrize("file", FILES)
def test_every_column_is_documented_in_the_readme(file: str) -> None:
    section = (FOLDER / "README.md").read_text(encoding="utf-8").split(f"## {file}")[1].split("\n## ")[0]
    documented = re.findall(r"^\| (\w+) \|", section, re.MULTILINE)[1:]
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        assert next(csv.reader(lines)) == documented


def test_every_table_has_its_section_in_the_readme() -> None:
    headings = re.findall(r"^## (.+)$", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    tables = {path.name for path in FOLDER.glob("*.csv")}
    assert len(tables) >= 15
    assert tables == {table for heading in headings for table in re.findall(r"\w+\.csv", heading)}


def test_the_vocabulary_is_as_wide_as_promised() -> None:
    in_country = Counter(club.country for club in CLUBS)
    assert len(CLUBS) >= 1500 and len(NATIONS) >= 210
    assert len(known.competitions()) >= 400 and len(known.places()) >= 200
    assert in_country["England"] >= 150 and in_country["Scotland"] >= 42
    assert all(
        in_country[c] >= 25 for c in ("Italy", "Spain", "Germany", "France", "Portugal", "Netherlands", "Turkey")
    )


@pytest.mark.parametrize(
    ("form", "side"),
    [
        ("Man Utd", "Manchester United"),
        ("Spurs", "Tottenham Hotspur"),
        ("Internazionale", "Inter"),
        ("Milan", "AC Milan"),
        ("La Dea", "Atalanta"),
        ("Saint-Étienne", "Saint-Etienne"),
        ("Saint Etienne", "Saint-Etienne"),
        ("Beşiktaş", "Besiktas"),
        ("Malmö FF", "Malmo"),
        ("Malmo FF", "Malmo"),
        ("St. Johnstone", "St Johnstone"),
        ("Brighton and Hove Albion", "Brighton & Hove Albion"),
        ("Holland", "Netherlands"),
        ("Bafana Bafana", "South Africa"),
        ("Harambee Stars", "Kenya"),
        ("Atlas Lions", "Morocco"),
        ("Three Lions", "England"),
    ],
)
def test_a_name_in_print_is_the_side_it_denotes(form: str, side: str) -> None:
    assert known.club_names()[form] == (_index(side),)


@pytest.mark.parametrize(
    "form", ["United", "City", "Rovers", "Wanderers", "Athletic", "Real", "Dinamo", "Reds", "Magpies"]
)
def test_a_shared_name_leaves_the_choice_to_the_story(form: str) -> None:
    assert len(known.club_names()[form]) > 1 and form in known.weak_names()


@pytest.mark.parametrize("form", ["Rangers", "Arsenal", "Barcelona", "Celtic", "Everton"])
def test_a_side_that_owns_a_name_comes_before_those_that_share_it(form: str) -> None:
    assert known.clubs()[known.club_names()[form][0]].name == form
    assert len(known.club_names()[form]) > 1 and form not in known.weak_names()


def test_weak_names_are_names_and_ordinary_words_are_among_them() -> None:
    assert known.weak_names() - set(known.club_names()) == set()
    assert {"Reading", "Derby", "Hearts", "Bury", "Wednesday", "Nice"} <= known.weak_names()
    assert {"Manchester United", "Leicester City", "Juve", "Lyon"} & known.weak_names() == set()


def test_a_ground_belongs_to_one_side_unless_its_city_or_country_shares_it() -> None:
    """Two clubs of different towns with one ground is a slip, but for tenants whom their own ground failed and for
    grounds that one sponsor has called alike."""
    tenants = {"Twerton Park", "Mapei Stadium", "Arena Khimki", "Petrovsky Stadium", "Metalist Stadium"}
    tenants |= {"Slavutych Arena", "Solidarnost Samara Arena", "Mordovia Arena", "Pancho Arena", "Dnipro Arena"}
    tenants |= {"Dnipro-Arena", "Tivoli Stadion Tirol", "Waldstadion Pasching", "Fatorda Stadium"}
    namesakes = {"Red Bull Arena"}
    national = {ground for nation in known.nations() for ground in nation.grounds}
    homes: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for club in CLUBS:
        for ground in club.grounds:
            homes[ground].add((club.country, club.city))
    assert {g for g, where in homes.items() if len(where) > 1} - tenants - namesakes - national == set()


def test_san_siro_is_knowingly_shared_and_anfield_is_not() -> None:
    assert set(known.grounds()["San Siro"]) == {_index("AC Milan"), _index("Inter")}
    assert known.grounds()["Anfield"] == (_index("Liverpool"),)


def test_no_form_is_both_a_side_and_a_ground_or_a_competition() -> None:
    sides = set(known.club_names())
    assert sides & set(known.grounds()) == set()
    assert sides & set(known.competition_names()) == set()


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Carling Cup", "League Cup"),
        ("Worthington Cup", "League Cup"),
        ("Carabao Cup", "League Cup"),
        ("Premiership", "Premier League"),
        ("Barclays Premier League", "Premier League"),
        ("La Liga", "LaLiga"),
        ("Primera Division", "LaLiga"),
        ("Uefa Cup", "UEFA Cup"),
        ("African Nations Cup", "Africa Cup of Nations"),
        ("Cosafa Cup", "COSAFA Cup"),
        ("Euro 2004", "European Championship"),
        ("Euro 2004 qualifier", "European Championship qualifying"),
        ("LDV Vans Trophy", "Football League Trophy"),
        ("Unibond League", "Northern Premier League"),
    ],
)
def test_a_competition_is_found_under_its_names_through_the_years(form: str, name: str) -> None:
    assert known.competition_names()[form] == name


def test_a_name_that_means_another_competition_at_home_is_known_by_country() -> None:
    home = known.home_competition_names()
    assert home["Premiership", "Scotland"] == "Scottish Premiership"
    assert home["League Cup", "Scotland"] == "Scottish League Cup"
    assert home["Serie A", "Brazil"] == "Brasileirao"
    assert home["Bundesliga", "Austria"] == "Austrian Bundesliga"


def test_adjectives_and_peoples_name_their_country() -> None:
    words = {
        "Italian": "Italy",
        "Spaniards": "Spain",
        "Catalan": "Spain",
        "Scots": "Scotland",
        "Ivorian": "Ivory Coast",
    }
    assert {word: known.demonyms()[word] for word in words} == words
    assert set(known.demonyms().values()) <= NATIONS


def test_national_sides_are_sides_after_the_clubs() -> None:
    sides = known.clubs()
    assert [side.name for side in sides if side.national] == [nation.name for nation in known.nations()]
    assert not any(side.national for side in sides[: len(CLUBS)])


def test_a_row_with_a_cell_too_few_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "weak_names.csv").write_text("form,reason\nNorthbridge\n", encoding="utf-8")
    monkeypatch.setattr(entries, "FOLDER", tmp_path)
    entries.ambiguous_forms.cache_clear()
    with pytest.raises(PressboxError, match=r"weak_names.csv, line 2: give one cell each for form, reason"):
        entries.ambiguous_forms()
    entries.ambiguous_forms.cache_clear()


def test_the_away_goals_rule_names_known_competitions_and_whole_spans() -> None:
    names = {competition.name for competition in known.competitions()}
    assert {rule.competition for rule in known.away_goals()} <= names
    assert all(int(rule.first[:4]) < int(rule.last[:4]) for rule in known.away_goals())
