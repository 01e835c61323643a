"""Hours in words, with the time of the day that is said after them."""

import pytest

from avtalegen.importering.ledd import klokkeslett, tidsrom


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        ("klokka sju", "07.00"),
        ("halv ett", "12.30"),
        ("klokka sju om kvelden", "19.00"),
        ("halv åtte om ettermiddagen", "19.30"),
        ("klokka seks om morgonen", "06.00"),
    ],
)
def test_an_hour_in_the_evening_is_not_one_in_the_morning(skrevet: str, lest: str) -> None:
    assert klokkeslett(skrevet) == lest


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        ("fra klokka sju om kvelden til ni", "19.00–21.00"),
        ("frå klokka ti om føremiddagen til to", "10.00–14.00"),
        ("fra klokka ni til halv tre", "09.00–14.30"),
    ],
)
def test_what_begins_in_the_evening_ends_in_it(skrevet: str, lest: str) -> None:
    assert tidsrom(skrevet) == lest
