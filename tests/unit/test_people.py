# SPDX-License-Identifier: MIT
"""What a person's profile means, and whose limits count."""

import pytest

import supplementdb as sdb
from made import CITED, catalog
from supplementdb.checks.people import applies, condition_ids, joined, lineage, reach


def test_policy() -> None:
    """An authority is named in any case; another word is refused."""
    assert sdb.Policy(authority="efsa") == sdb.Policy(authority=sdb.Authority.EFSA)
    for authority in ("who", "", 5):
        with pytest.raises(sdb.InputError, match="^authority: must be one of NASEM, EFSA, "):
            sdb.Policy(authority=authority)


def test_applies() -> None:
    """A population holds, does not hold, or the profile does not say."""
    ages = sdb.Population(min_months=12, max_months=24)

    assert applies(ages, sdb.Person(age_years=1)) is True
    assert applies(ages, sdb.Person(age_years=2)) is False
    assert applies(ages, sdb.Person(age_years=0.9)) is False
    assert applies(ages, sdb.Person()) is None
    assert applies(sdb.Population(), sdb.Person()) is True
    men = sdb.Population(sex=sdb.Person(sex="male").sex)
    assert applies(men, sdb.Person(sex="male")) is True
    assert applies(men, sdb.Person(sex="female")) is False
    assert applies(men, sdb.Person(stage="lactating")) is False
    assert applies(men, sdb.Person()) is None
    some = sdb.Population(max_months=24, given="fed on formula")
    assert applies(some, sdb.Person(age_years=1)) is None
    assert applies(some, sdb.Person(age_years=2)) is False


def test_lineage() -> None:
    """The way to each wider condition is counted in steps, by the shortest line of descent."""
    chain = [
        {"id": "a", "name": "a", "parents": ["b", "c"], "sources": CITED},
        {"id": "b", "name": "b", "parents": ["d"], "sources": CITED},
        {"id": "c", "name": "c", "parents": ["b", "d"], "sources": CITED},
        {"id": "d", "name": "d", "parents": ["e"], "sources": CITED},
        {"id": "e", "name": "e", "sources": CITED},
    ]
    db = catalog(conditions=chain)

    assert {"a": 0, "b": 1, "c": 1, "d": 2, "e": 3} == lineage(db.conditions, "a")


@pytest.mark.parametrize(("egfr", "found"), [(0, {"low"}), (29, {"low"}), (30, set()), (59, set())])
def test_egfr(egfr: int, found: set[str]) -> None:
    """A band holds from its lower end, or from zero, to below its upper end."""
    bands = [{"id": "low", "name": "low", "egfr_below": 30, "sources": CITED}]

    assert found == set(condition_ids(catalog(conditions=bands), sdb.Person(egfr=egfr)))


@pytest.mark.parametrize(("below", "found"), [(60, {"band"}), (61, set())])
def test_egfr_alone(below: int, found: set[str]) -> None:
    """A band that ends above 60 is no disease by itself."""
    band = {"id": "band", "name": "band", "egfr_from": 45, "egfr_below": below, "sources": CITED}

    assert found == set(condition_ids(catalog(conditions=[band]), sdb.Person(egfr=50)))


@pytest.mark.parametrize(("months", "holds"), [(107, False), (108, False), (109, None)])
def test_applies_to_children(months: int, holds: bool | None) -> None:
    """A group that ends before nine years holds nobody who is pregnant, age unknown or not."""
    group = sdb.Population(max_months=months)

    assert applies(group, sdb.Person(stage="pregnant")) is holds
    assert applies(group, sdb.Person()) is None


BABIES, BORN = sdb.Population(max_months=1), sdb.Population(min_months=1)


def test_reach() -> None:
    """Groups that follow each other leave no age out, in whatever order they are given."""
    assert reach([BORN, BABIES], 0) is None


def test_joined() -> None:
    """Groups that follow each other read as one, in whatever order they are given."""
    assert {"any": ["people of any age"]} == joined([("any", BORN), ("any", BABIES)])
