# SPDX-License-Identifier: MIT
"""What a person's profile means, and whose limits count."""

import pytest

import supplementdb as sdb


def test_policy() -> None:
    """An authority is named in any case; another word is refused."""
    assert sdb.Policy(authority="efsa") == sdb.Policy(authority=sdb.Authority.EFSA)
    for authority in ("who", "", 5):
        with pytest.raises(sdb.InputError, match="^authority: must be one of NASEM"):
            sdb.Policy(authority=authority)  # type: ignore[arg-type]  # the point of the test


def test_applies() -> None:
    """A population holds, does not hold, or the profile does not say."""
    from supplementdb.checks.people import applies

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
