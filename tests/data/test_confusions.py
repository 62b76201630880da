# SPDX-License-Identifier: MIT
"""Numbers that tables copied by hand get wrong; each is a known slip, and none may come back."""

from typing import Any

import pytest

import supplementdb as sdb

WOMAN = sdb.Person(age_years=40, sex="female")
MAN = sdb.Person(age_years=40, sex="male")
OLD = sdb.Person(age_years=60, sex="male")
BABY = sdb.Person(age_years=0.4, sex="female")


def value(mineral: str, authority: str, kind: str, person: sdb.Person, **more: Any) -> str | None:
    """The one value of this kind, as text; `None`: the authority says that it set none."""
    (found,) = {
        None if intake.amount is None else str(intake.amount)
        for intake in sdb.reference_intakes(mineral, person, authority, **more)
        if intake.kind == kind and intake.scope in ("total", "label")
    }
    return found


@pytest.mark.parametrize(
    ("mineral", "nasem", "efsa"),
    [
        ("boron", "20 mg", "10 mg"),
        ("calcium", "2,500 mg", "2,500 mg"),
        ("copper", "10,000 mcg", "5 mg"),
        ("iodine", "1,100 mcg", "600 mcg"),
        ("molybdenum", "2,000 mcg", "0.6 mg"),
        ("selenium", "400 mcg", "255 mcg"),
        ("zinc", "40 mg", "25 mg"),
    ],
)
def test_whose_upper_level(mineral: str, nasem: str, efsa: str) -> None:
    """Upper levels of EFSA and NASEM are credited to each other."""
    assert (nasem, efsa) == (
        value(mineral, "NASEM", "UL", MAN),
        value(mineral, "EFSA", "UL", MAN),
    )


@pytest.mark.parametrize("mineral", ["iron", "manganese"])
def test_safe_level_is_no_upper_level(mineral: str) -> None:
    """EFSA set a safe level of intake for iron and manganese, and said that it set no UL."""
    assert value(mineral, "EFSA", "UL", MAN) is None
    assert {"iron": "40 mg", "manganese": "8 mg"}[mineral] == value(mineral, "EFSA", "SAFE", MAN)
    assert {"iron": "45 mg", "manganese": "11 mg"}[mineral] == value(mineral, "NASEM", "UL", MAN)


def test_calcium_falls_with_age() -> None:
    """NASEM's limit of calcium is 2,500 mg to 50 years and 2,000 mg after."""
    assert "2,500 mg" == value("calcium", "NASEM", "UL", MAN)
    assert "2,000 mg" == value("calcium", "NASEM", "UL", OLD)
    assert "2,000 mg" == value("calcium", "NASEM", "UL", sdb.Person(age_years=51, sex="female"))


def test_selenium_was_lowered() -> None:
    """EFSA's limit of selenium is 255 mcg since January 2023, and was 300."""
    assert "300 mcg" == value("selenium", "EFSA", "UL", MAN, as_of="2023-01-01")
    assert "255 mcg" == value("selenium", "EFSA", "UL", MAN, as_of="2023-12-31")


def test_sodium_and_potassium_of_2019() -> None:
    """Potassium has no upper level, and sodium a level for chronic disease instead of one."""
    assert "2,300 mg" == value("sodium", "NASEM", "CDRR", MAN)
    assert value("sodium", "NASEM", "UL", MAN) is None
    assert value("potassium", "NASEM", "UL", MAN) is None
    assert ("3,400 mg", "2,600 mg") == (
        value("potassium", "NASEM", "AI", MAN),
        value("potassium", "NASEM", "AI", WOMAN),
    )
    assert ["1,500 mg"] * 4 == [
        value("sodium", "NASEM", "AI", sdb.Person(age_years=age, sex="male"))
        for age in (14, 40, 60, 80)
    ]


def test_before_2019() -> None:
    """In 2015 the potassium intake was 4,700 mg and sodium had an upper level."""
    then = "2015-01-01"
    assert {"4,700 mg", "4.7 g"} & {value("potassium", "NASEM", "AI", MAN, as_of=then)}
    assert {"2,300 mg", "2.3 g"} & {value("sodium", "NASEM", "UL", MAN, as_of=then)}
    assert not [
        intake
        for intake in sdb.reference_intakes("sodium", MAN, "NASEM", as_of=then)
        if intake.kind == "CDRR"
    ]


def test_calcium_of_2011() -> None:
    """Calcium was an adequate intake before 2011, 1,200 mg over 50 for both sexes."""
    assert "1,200 mg" == value("calcium", "NASEM", "AI", OLD, as_of="2010-01-01")
    assert "1,000 mg" == value("calcium", "NASEM", "RDA", OLD)


@pytest.mark.parametrize("mineral", ["copper", "manganese", "molybdenum", "phosphorus", "iodine"])
def test_none_is_not_zero(mineral: str) -> None:
    """Infants have no upper level for most minerals: that is a record, and no zero."""
    assert value(mineral, "NASEM", "UL", BABY) is None


def test_none_is_zero() -> None:
    """No authority's value is zero: where there is none, the record says so."""
    assert not [i.id for i in sdb.load().intakes.values() if i.amount and not i.amount.value]


def test_zinc_by_phytate() -> None:
    """EFSA's zinc depends on phytate: four values for a woman, and each says for which diet."""
    rows = sdb.reference_intakes("zinc", WOMAN, "EFSA")
    found = {i.population.given: str(i.amount) for i in rows if i.kind == "PRI"}

    assert found == {
        "phytate 300 mg a day": "7.5 mg",
        "phytate 600 mg a day": "9.3 mg",
        "phytate 900 mg a day": "11 mg",
        "phytate 1200 mg a day": "12.7 mg",
    }


def test_iron_by_menopause() -> None:
    """EFSA's iron for women depends on the menopause, and NASEM's on age."""
    rows = sdb.reference_intakes("iron", WOMAN, "EFSA")
    found = {str(i.population.given): str(i.amount) for i in rows if i.kind == "PRI"}

    assert {"premenopausal": "16 mg", "postmenopausal": "11 mg"} == found
    assert ("18 mg", "8 mg") == (
        value("iron", "NASEM", "RDA", WOMAN),
        value("iron", "NASEM", "RDA", sdb.Person(age_years=51, sex="female")),
    )


def test_magnesium_limit_below_the_recommendation() -> None:
    """The limit of magnesium lies below the RDA and is none of food: the one such case."""
    upside_down = set()
    for intake in sdb.load().intakes.values():
        if intake.kind == "UL" and intake.amount and intake.is_in_force():
            upside_down |= {
                (intake.authority.value, intake.nutrient, intake.scope.value)
                for other in sdb.load().intakes.by(nutrient=intake.nutrient)
                if other.authority is intake.authority
                and other.kind.is_recommendation
                and other.is_in_force()
                and other.population == intake.population
                and other.amount
                and other.amount > intake.amount
            }

    assert {mineral for _, mineral, _ in upside_down} == {"magnesium"}
    assert "total" not in {scope for _, _, scope in upside_down}


def test_fda_is_no_rda() -> None:
    """The Daily Value of 2016 differs from that before, and labels still carry both."""
    old = sdb.daily_value("calcium", as_of="2016-01-01")
    assert ("1,000 mg", "1,300 mg") == (str(old.amount), str(sdb.daily_value("calcium").amount))
    assert "15 mg" == str(sdb.daily_value("zinc", as_of="2016-01-01").amount)
    assert "11 mg" == str(sdb.daily_value("zinc").amount)
    assert "10 mg" == str(sdb.daily_value("zinc", system="EU-NRV").amount)
    assert "15 mg" == str(sdb.daily_value("zinc", system="EU-NRV", as_of="2000").amount)
    assert "120 mcg" == str(sdb.daily_value("chromium", as_of="2016-01-01").amount)


# Limits that an authority scaled to body size, or that grow for another reason it gives.
SCALED = [
    ("EFSA", "boron", "UL"),
    ("EFSA", "copper", "UL"),
    ("EFSA", "fluoride", "UL"),
    ("EFSA", "iodine", "UL"),
    ("EFSA", "iron", "SAFE"),
    ("EFSA", "manganese", "SAFE"),
    ("EFSA", "molybdenum", "UL"),
    ("EFSA", "selenium", "UL"),
    ("EFSA", "zinc", "UL"),
    ("NASEM", "boron", "UL"),
    ("NASEM", "copper", "UL"),
    ("NASEM", "fluoride", "UL"),
    ("NASEM", "iodine", "UL"),
    ("NASEM", "iron", "UL"),
    ("NASEM", "manganese", "UL"),
    ("NASEM", "molybdenum", "UL"),
    ("NASEM", "nickel", "UL"),
    ("NASEM", "selenium", "UL"),
    ("NASEM", "zinc", "UL"),
    ("NHMRC", "copper", "UL"),
    ("NHMRC", "iodine", "UL"),
    ("NHMRC", "molybdenum", "UL"),
    ("NHMRC", "selenium", "UL"),
    ("NHMRC", "zinc", "UL"),
]


@pytest.mark.parametrize(("authority", "mineral", "kind"), SCALED)
def test_limits_grow_with_the_body(authority: str, mineral: str, kind: str) -> None:
    """A limit scaled by weight does not fall from birth to 50 years."""
    found = []
    for age in (0.2, 0.8, 2, 5, 8, 10, 12, 15, 17, 20, 40):
        person = sdb.Person(age_years=age, sex="female")
        amounts = [
            intake.amount
            for intake in sdb.reference_intakes(mineral, person, authority)
            if intake.kind == kind and intake.scope == "total" and intake.amount is not None
        ]
        assert len(amounts) <= 1
        found += amounts

    assert len(found) >= 4
    assert found == sorted(found)
