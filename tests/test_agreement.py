"""The measure itself: it pairs what belongs together, one to one, and does not take one fact for another."""

from typing import Any

from tests.agreement import ATTRIBUTES, agreement

BLANK = dict.fromkeys(column for columns in ATTRIBUTES.values() for column in columns)


def match(
    one: str, first: int | None, second: int | None, two: str, status: str = "played", **more: Any
) -> dict[str, Any]:
    return BLANK | {"team_1": one, "score_1": first, "score_2": second, "team_2": two, "status": status} | more


def goal(scorer: str, minute: int | None = None, kind: str = "open_play", n: int = 1) -> dict[str, Any]:
    return BLANK | {"scorer": scorer, "minute": minute, "kind": kind, "n": n}


def statistic(subject: str, metric: str, value: float) -> dict[str, Any]:
    return BLANK | {"subject": subject, "metric": metric, "value": value, "qualifier": "exact"}


def pairs(kind: str, gold: dict[str, Any], claim: dict[str, Any]) -> int:
    return agreement(kind, [([gold], [claim])]).pairs


def test_a_match_told_from_the_other_side_is_the_same_match() -> None:
    told = match("Northbridge Rovers", 3, 2, "Ferrybank Athletic")
    assert pairs("match", told, match("Ferrybank", 2, 3, "Northbridge"))
    assert not pairs("match", told, match("Ferrybank", 3, 2, "Northbridge"))
    assert not pairs("match", told, match("Northbridge Rovers", 3, 2, "Ferrybank Athletic", status="scheduled"))
    assert not pairs("match", told, match("Northbridge Rovers", 3, None, "Ferrybank Athletic"))


def test_accents_and_case_do_not_part_a_scorer_from_himself_but_another_minute_does() -> None:
    assert pairs("goal", goal("Iñaki Solís", 19), goal("Inaki Solis"))
    assert not pairs("goal", goal("Iñaki Solís", 19), goal("Iñaki Solís", 93))
    assert not pairs("goal", goal("Tomás Brandão", kind="own_goal"), goal("Tomás Brandão"))


def test_a_statistic_of_another_metric_or_value_is_another_statistic() -> None:
    assert pairs("statistic", statistic("Saltmere Town", "points", 31), statistic("Saltmere", "points", 31.0))
    assert not pairs("statistic", statistic("Saltmere Town", "points", 31), statistic("Saltmere Town", "wins", 31))
    assert not pairs("statistic", statistic("Saltmere Town", "points", 31), statistic("Saltmere Town", "points", 13))


def test_each_claim_is_used_once_and_the_best_pair_goes_first() -> None:
    gold = [
        match("Calder Vale", 1, 1, "Port Ellery"),
        match("Calder Vale", 1, 1, "Port Ellery", leg=2, home="Calder Vale"),
    ]
    found = agreement("match", [(gold, [gold[1]])])
    assert (found.pairs, found.gold, found.found) == (1, 2, 1)
    assert found.missed == [gold[0]] and not found.spurious
    assert found.attributes == 1.0 and found.f1 == 2 / 3


def test_days_and_shootouts_are_compared_in_their_order() -> None:
    told = match("Northbridge", 2, 2, "Saltmere", date="2026-05-03", shootout="4-2")
    other = match("Northbridge", 2, 2, "Saltmere", date="2026-03-05", shootout="2-4")
    assert agreement("match", [([told], [other])]).attributes == 0.0
