# SPDX-License-Identifier: MIT
"""What a salt of two minerals adds to the totals."""

from decimal import Decimal
from typing import Any

import pytest

import supplementdb as sdb
from made import MINERAL, catalog, form, limit
from supplementdb.checks.totals import totals
from supplementdb.screening import Regimen

PHOSPHORUS = MINERAL | {"id": "phosphorus", "name": "phosphorus", "symbol": "P", "names": []}
WEIGHT = {"atomic_weight": "30.974", "valences": [], "classes": []}
BOTH = {"minerals": ["magnesium", "phosphorus"]}
SALT = form("magnesium-phosphate", formula="MgHPO4", hydration="0", **BOTH)
ITEM = {"mineral": "magnesium", "forms": ("magnesium-phosphate",), "basis": "elemental"}


def db(*forms: dict[str, Any], **sections: Any) -> sdb.Catalog:
    """Magnesium, phosphorus, and a salt of both."""
    return catalog(minerals=[MINERAL, PHOSPHORUS | WEIGHT], forms=[SALT, *forms], **sections)


def item(amount: str | None = "24.305 mg", **more: Any) -> sdb.Item:
    """A line of the salt, weighed as magnesium."""
    return sdb.Item(**(ITEM | {"amount": amount and sdb.Amount.parse(amount)} | more))


def found(catalog: sdb.Catalog, *items: sdb.Item) -> dict[str, sdb.Total]:
    """Totals of items, one a line."""
    return totals(catalog, Regimen.read(items, catalog).lines)


def test_both() -> None:
    """A mole of one mineral brings its mole of the other, and the total says by what."""
    total = found(db(), item())["phosphorus"]

    assert Decimal("30.974") == round(total.supplemental.low.value, 6)
    assert total.supplemental.low == total.supplemental.high
    (part,) = total.contributions
    assert ("magnesium-phosphate", str(item())) == (part.brought_by, part.text)
    assert ("magnesium-phosphate",) == part.forms
    assert not total.is_named
    assert not total.is_floor


def test_compound() -> None:
    """The weight of the compound gives the same."""
    total = found(db(), item("120.283 mg", basis="compound"))["phosphorus"]

    assert Decimal("30.974") == round(total.supplemental.high.value, 6)


def test_named_once() -> None:
    """Where a line of its own names the same form, the mineral is counted there and only there."""
    own = item("30 mg", mineral="phosphorus")
    total = found(db(), item(), own)["phosphorus"]

    assert sdb.AmountRange.exact(sdb.Amount(30, "mg")) == total.supplemental
    assert total.is_named


def test_another_line() -> None:
    """A line that names the mineral as something else comes on top."""
    own = item("30 mg", mineral="phosphorus", forms=())
    total = found(db(), item(), own)["phosphorus"]

    assert Decimal("60.974") == round(total.supplemental.low.value, 6)
    assert total.is_named


def test_several_forms() -> None:
    """Of several forms on a line, each may be the one that is in it, or not."""
    mixed = item(forms=("magnesium-phosphate", "magnesium-oxide"))
    total = found(db(form()), mixed)["phosphorus"]

    assert 0 == total.supplemental.low.value
    assert Decimal("30.974") == round(total.supplemental.high.value, 6)


@pytest.mark.parametrize(
    "more", [{"amount": None}, {"forms": ("magnesium-mystery",)}, {"forms": ("magnesium-none",)}]
)
def test_unknown(more: dict[str, Any]) -> None:
    """What cannot be computed adds no number, and makes a known total a floor."""
    mystery = form("magnesium-mystery", members=[], kind="unspecified", **BOTH)
    catalog = db(mystery)
    named = item("30 mg", mineral="phosphorus", forms=())

    assert "phosphorus" not in found(catalog, item(**more))
    is_floor = found(catalog, item(**more), named)["phosphorus"].is_floor
    assert is_floor is ("magnesium-none" not in more.get("forms", ()))


def test_findings() -> None:
    """What comes along is compared with its limit, and only an excess is worth a word."""
    one = limit("limit-p", "10 mg", nutrient="phosphorus", scope="total")
    two = limit("limit-q", None, nutrient="phosphorus", population={"max_months": 1})
    catalog = db(intakes=[limit(amount="300 mg"), one])
    person = sdb.Person(age_years=40)

    assert ["dose.above-limit"] == [f.code for f in sdb.check_dose(catalog, [item()], person)]
    assert [] == list(sdb.check_dose(catalog, [item("2 mg")], person))
    assert [] == list(sdb.check_dose(db(intakes=[limit(amount="300 mg")]), [item()], person))
    unset = db(intakes=[limit(amount="300 mg"), two | {"population": {}}])
    assert [] == list(sdb.check_dose(unset, [item()], person))


def test_findings_of_the_next() -> None:
    """Where one authority says nothing of what comes along, the next still does."""
    one = limit("limit-p", "10 mg", nutrient="phosphorus", authority="EFSA")
    policy = sdb.Policy(authority=("NASEM", "EFSA"), strictest=True)
    person = sdb.Person(age_years=40)

    (finding,) = [
        finding
        for finding in sdb.check_dose(db(intakes=[one]), [item()], person, policy)
        if finding.subjects == ("phosphorus",)
    ]
    assert ("dose.above-limit", "EFSA") == (finding.code, finding.values["authority"])


def test_report() -> None:
    """The report says that it comes with another mineral."""
    report = str(sdb.screen([item()], catalog=db()))

    assert "phosphorus: 31 mg from 1 line (in salts of other minerals)" in report


def test_share_of_the_second() -> None:
    """The weight of a compound holds of each mineral that mineral's share."""
    own = item("120.283 mg", mineral="phosphorus", basis="compound")
    total = found(db(), own)

    assert Decimal("30.974") == round(total["phosphorus"].supplemental.low.value, 6)
    assert Decimal("24.305") == round(total["magnesium"].supplemental.low.value, 6)


def test_unknown_share_is_anything() -> None:
    """A weight of a compound whose share is not known may hold none or be all of it."""
    mystery = form("magnesium-mystery", members=[], kind="unspecified")
    total = found(db(mystery), item("5 g", forms=("magnesium-mystery",), basis="compound"))
    open_basis = found(db(mystery), item("5 g", forms=("magnesium-mystery",), basis="unknown"))

    both = sdb.AmountRange(sdb.Amount(0, "mg"), sdb.Amount(5_000, "mg"))
    assert both == total["magnesium"].supplemental == open_basis["magnesium"].supplemental


def test_ratio_of_members() -> None:
    """The ratio of two minerals is that of each member, however much water the members hold."""
    hydrate = form("magnesium-phosphate-wet", formula="MgHPO4", hydration="3", **BOTH)
    above = form(
        "magnesium-above",
        kind="unspecified",
        members=["magnesium-phosphate", "magnesium-phosphate-wet"],
        assays=[
            {"mineral": "magnesium", "low": "0.139421", "high": "0.202066", "basis": "members"},
            {"mineral": "phosphorus", "low": "0.177676", "high": "0.257510", "basis": "members"},
        ],
        **BOTH,
    )
    total = found(db(hydrate, above), item(forms=("magnesium-above",)))["phosphorus"]

    assert Decimal("30.974") == round(total.supplemental.low.value, 6)
    assert Decimal("30.974") == round(total.supplemental.high.value, 6)


def test_unknown_mineral_beside() -> None:
    """An item of a mineral that is not on record hides none behind it."""
    line = sdb.Line(text="both", items=(sdb.Item(mineral="zinc"), item()))

    assert {"magnesium", "phosphorus"} == set(totals(db(), (line,)))


EATEN = sdb.Person(age_years=40, diet={"Mag": "100 mg", "phosphorus": "5 mEq"})


def test_diet() -> None:
    """What the diet brings counts for limits on all sources and not for those on supplements."""
    plain = totals(db(), Regimen.read([item()], db()).lines)["magnesium"]
    total = totals(db(), Regimen.read([item()], db()).lines, EATEN)["magnesium"]

    assert plain.supplemental == total.supplemental == plain.all_sources
    assert Decimal("124.305") == total.all_sources.low.value
    assert (False, True) == (plain.food_known, total.food_known)


def test_food() -> None:
    """An item of food is no supplement, and alone it makes no diet."""
    (total,) = totals(db(form()), Regimen.read([FOOD, FOOD], db(form())).lines).values()

    assert 0 == total.supplemental.high.value
    assert 20 == total.all_sources.low.value
    assert not total.food_known
    assert [True, True] == [part.food for part in total.contributions]


def test_food_and_diet() -> None:
    """Food that is given beside the diet comes on top of it."""
    person = sdb.Person(age_years=40, diet={"magnesium": "1 mmol"})
    total = totals(db(), Regimen.read([item(), FOOD], db()).lines, person)["magnesium"]

    assert Decimal("58.61") == total.all_sources.low.value
    assert Decimal("24.305") == total.supplemental.low.value


@pytest.mark.parametrize(
    ("more", "eaten", "known"),
    [
        ({"MAGNESIUM": "50 mg"}, "150", True),
        ({"magnesium": "100 mg"}, "200", True),
        ({"Magnesium": "5 IU"}, "100", False),
    ],
)
def test_diet_twice(more: dict[str, str], eaten: str, known: bool) -> None:
    """A mineral named twice counts twice; where one cannot be weighed, food is not known."""
    person = sdb.Person(age_years=40, diet={"Mag": "100 mg"} | more)
    total = totals(db(), Regimen.read([item()], db()).lines, person)["magnesium"]

    assert Decimal(eaten) == total.all_sources.low.value - total.supplemental.low.value
    assert known is total.food_known


def test_food_stays_food() -> None:
    """What comes along with food is food, and so is food without an amount."""
    along = found(db(), item(food=True))["phosphorus"]
    bare, _ = found(db(), item(None, food=True), item())["magnesium"].contributions

    assert [True] == [part.food for part in along.contributions]
    assert 0 == along.supplemental.high.value < along.all_sources.low.value
    assert bare.food is True


FOOD = sdb.Item(mineral="magnesium", amount=sdb.Amount(10, "mg"), basis="elemental", food=True)


def test_food_and_limits() -> None:
    """With the diet a limit on all sources can be compared; without, the report says so."""
    catalog = db(intakes=[limit(amount="120 mg", scope="total")])
    (above,) = sdb.check_dose(catalog, [item()], sdb.Person(age_years=40, diet={"Mag": "100 mg"}))
    (unknown,) = sdb.check_dose(catalog, [item(), FOOD], sdb.Person(age_years=40))

    assert "dose.above-limit" == above.code
    assert Decimal("124.305") == above.values["total"].low.value
    assert "all sources, food included" in above.message
    assert above.message.endswith(", and what the diet brings.")
    assert "food, which limits of NASEM count too: magnesium 120 mg." in unknown.message
    tiny = db(intakes=[limit(amount="1 mg", scope="total")])
    _, suspect = sdb.check_dose(tiny, [item()], sdb.Person(age_years=40, diet={"Mag": "100 mg"}))
    assert Decimal("124.305") == suspect.values["total"].low.value
    assert [] == list(
        sdb.check_dose(catalog, [item()], sdb.Person(age_years=40, diet={"Mag": "50 mg"}))
    )


def test_unknown_diet() -> None:
    """A mineral of the diet that is not known is told, not dropped."""
    (found,) = sdb.check_dose(db(), [], sdb.Person(diet={"unobtainium": "1 mg"}))

    assert "name.unknown" == found.code
    assert 'No mineral is known by the name "unobtainium"' in found.message


def test_diet_that_cannot_be_weighed() -> None:
    """Milliequivalents of a mineral without one valence are told, not dropped."""
    found = [f for f in sdb.check_dose(db(), [item()], EATEN) if f.code == "dose.not-comparable"]

    assert ["phosphorus"] == [finding.values["mineral"] for finding in found]
    assert "diet: phosphorus 5 mEq" in found[0].message
