# SPDX-License-Identifier: MIT
"""Whose limits count, limits side by side, what is left under them, and daily values."""

import json
from decimal import Decimal
from typing import Any

import attrs
import pytest

import supplementdb as sdb
from made import SUPPLEMENT, catalog, form, limit

ADULT = sdb.Person(age_years=40, sex="female")
ANY = "people of any age"
TWO = [limit(amount="150 mg"), limit("limit-b", "100 mg", authority="EFSA")]


def dose(intakes: list[dict[str, Any]], **policy: Any) -> list[sdb.Finding]:
    """Findings of the dose check on 200 mg."""
    db = catalog(intakes=intakes)
    return list(sdb.check_dose(db, [SUPPLEMENT], ADULT, sdb.Policy(**policy)))


class TestPolicy:
    def test_order(self) -> None:
        """Of several authorities the first with a number counts; those that set none are told."""
        none = limit("limit-c", None, authority="UK-EVM")

        (first,) = dose(TWO, authority=("EFSA", "NASEM"))
        assert "EFSA" == first.values["authority"]
        (second,) = dose(TWO, authority=("UK-EVM", "NASEM"))
        assert "NASEM" == second.values["authority"]
        unset, above = dose([*TWO, none], authority=("UK-EVM", "NASEM"))
        assert ("dose.no-limit-set", "dose.above-limit") == (unset.code, above.code)
        assert ("UK-EVM", "NASEM") == tuple(f.values["authority"] for f in (unset, above))
        (alone,) = dose([none], authority=("NASEM", "UK-EVM"))
        assert "dose.no-limit-set" == alone.code
        heavy = limit("limit-c", "9 g", authority="UK-EVM", per="kg-day")
        above, weight = dose([*TWO, heavy], authority=("UK-EVM", "NASEM"))
        assert ("NASEM", "UK-EVM") == tuple(f.values["authority"] for f in (above, weight))
        assert "limits of UK-EVM for each kilogram" in weight.message

    def test_nobody_speaks(self) -> None:
        """Where none of them has a row, the first is said to have none."""
        (found,) = dose([], authority=("EFSA", "NASEM"))

        assert "a limit of EFSA for magnesium" in found.message

    def test_strictest(self) -> None:
        """All count, the lowest limit that is exceeded leads, and the others are named."""
        (found,) = dose(TWO, authority=("NASEM", "EFSA"), strictest=True)

        assert "EFSA" == found.values["authority"]
        assert ("magnesium", "limit-b", "limit-a") == found.path
        assert "lowest of those exceeded; above the UL of 150 mg of NASEM too" in found.message

    def test_strictest_alone(self) -> None:
        """A limit that nobody else's supports is told by itself."""
        intakes = [TWO[1], limit(amount="250 mg")]
        (found,) = dose(intakes, authority=("NASEM", "EFSA"), strictest=True)

        assert "EFSA" == found.values["authority"]
        assert "lowest of those exceeded" not in found.message
        assert [] == dose(intakes, authority=("NASEM", "EFSA"))

    def test_words(self) -> None:
        """A policy says in words whose limits count."""
        three = sdb.Policy(authority=["EFSA", "nasem", "hc", "efsa"], strictest=True)

        assert "the strictest of EFSA, NASEM and HC" == str(three)
        assert "EFSA" == str(sdb.Policy(authority=("EFSA",), strictest=True))
        assert "the strictest of HC and EFSA" == str(
            sdb.Policy(authority=("HC", "EFSA"), strictest=True)
        )
        with pytest.raises(sdb.InputError, match="^authority: must name at least one"):
            sdb.Policy(authority=())

    def test_report(self) -> None:
        """A report names whose limits were used."""
        report = sdb.screen(
            [SUPPLEMENT],
            ADULT,
            sdb.Policy(authority=("EFSA", "NASEM")),
            catalog=catalog(intakes=TWO),
        )

        assert "EFSA, then NASEM" == report.authority == report.to_dict()["authority"]


class TestRemaining:
    def test_left(self) -> None:
        """Each limit that counts has its margin; below zero it is exceeded."""
        intakes = [
            *TWO,
            limit("total", "300 mg", scope="total"),
            limit("none", None, population={"max_months": 1}),
        ]
        report = sdb.screen([SUPPLEMENT], ADULT, catalog=catalog(intakes=intakes))
        one, two = sdb.remaining(report)["magnesium"]

        assert ("limit-a", "NASEM", "UL") == (one.limit, one.authority, one.kind)
        assert ("supplements", ANY) == (one.scope, one.population)
        assert (Decimal(-50), Decimal(-50)) == one.left
        assert (Decimal(100), Decimal(100)) == two.left
        assert (False, True) == (one.lacks_food, two.lacks_food)
        assert 2 == len(json.loads(json.dumps(report.to_dict()))["margins"]["magnesium"])

    def test_range(self) -> None:
        """An open reading leaves a range."""
        db = catalog(intakes=[limit(amount="1 g")])
        report = sdb.screen(["Magnesium oxide 100 mg"], ADULT, catalog=db)
        (found,) = sdb.remaining(report)["magnesium"]

        assert (Decimal("0.9"), Decimal("0.93970")) == (found.left[0], round(found.left[1], 5))

    def test_per_kilogram(self) -> None:
        """A limit for each kilogram is one for the person's weight, or none without it."""
        db = catalog(intakes=[limit(amount="10 mg", per="kg-day")])
        known = sdb.screen([SUPPLEMENT], sdb.Person(weight_kg=50), catalog=db)
        unknown = sdb.screen([SUPPLEMENT], ADULT, catalog=db)

        assert Decimal(300) == sdb.remaining(known)["magnesium"][0].left[0]
        assert () == sdb.remaining(unknown)["magnesium"]

    def test_first_who_speaks(self) -> None:
        """The margin is under the limit of the authority that has one for this mineral."""
        db = catalog(intakes=[limit("other", authority="EFSA", nutrient="magnesium")])
        report = sdb.screen(
            [SUPPLEMENT], ADULT, sdb.Policy(authority=("NASEM", "EFSA")), catalog=db
        )
        (found,) = sdb.remaining(report)["magnesium"]

        assert "EFSA" == found.authority

    def test_food(self) -> None:
        """Food counts against a limit on all sources, and not against one on supplements."""
        intakes = [limit(), limit("total", "300 mg", scope="total")]
        eats = sdb.Person(age_years=40, diet={"Mag": "70 mg"})
        report = sdb.screen([SUPPLEMENT], eats, catalog=catalog(intakes=intakes))
        one, two = sdb.remaining(report)["magnesium"]

        assert (Decimal(-100), Decimal(30)) == (one.left[0], two.left[0])

    def test_misuse(self) -> None:
        """Only a report has margins."""
        with pytest.raises(sdb.InputError, match="must be what screen"):
            sdb.remaining({})  # type: ignore[arg-type]  # wrong on purpose


OXIDE = sdb.Item(
    mineral="magnesium", amount=sdb.Amount(80, "mg"), basis="elemental", forms=("magnesium-oxide",)
)
CHLORIDE = attrs.evolve(OXIDE, forms=("magnesium-chloride",))
OPEN = attrs.evolve(OXIDE, forms=())
EITHER = attrs.evolve(OXIDE, forms=("magnesium-chloride", "magnesium-oxide"))
CHLORIDE_FOOD = attrs.evolve(CHLORIDE, food=True)
SALTS = attrs.evolve(OXIDE, forms=("magnesium-salts",))
FORMS = [
    form("magnesium-oxide"),
    form("magnesium-chloride", formula="MgCl2", hydration="6"),
    form("magnesium-sulfate", formula="MgSO4", hydration="0"),
    form(
        "magnesium-salts",
        kind="unspecified",
        members=["magnesium-chloride", "magnesium-sulfate"],
        assays=[
            {"mineral": "magnesium", "low": "0.119555", "high": "0.201935", "basis": "members"}
        ],
    ),
]


class TestForms:
    """A limit for some forms counts those, and an open form from nothing to all of it."""

    @pytest.mark.parametrize(
        ("item", "only", "without"),
        [
            (OXIDE, "80 mg", "0 mg"),
            (CHLORIDE, "0 mg", "80 mg"),
            (SALTS, "0 mg", "80 mg"),
            (OPEN, "0 to 80 mg", "0 to 80 mg"),
            (EITHER, "0 to 80 mg", "0 to 80 mg"),
            (attrs.evolve(OXIDE, food=True), "80 mg", "0 mg"),
            (attrs.evolve(CHLORIDE, food=True), "0 mg", "0 mg"),
            (attrs.evolve(OXIDE, forms=("magnesium-nowhere",)), "0 to 80 mg", "0 to 80 mg"),
            (attrs.evolve(OXIDE, amount=None), "0 mg", "0 mg"),
        ],
    )
    def test_counted(self, item: sdb.Item, only: str, without: str) -> None:
        """What is left under both limits tells what was counted."""
        intakes = [
            limit("only", forms=["magnesium-oxide"], scope="total"),
            limit("without", except_forms=["magnesium-oxide"]),
        ]
        extra = attrs.evolve(CHLORIDE, amount=sdb.Amount(0, "mg"))
        report = sdb.screen([item, extra], ADULT, catalog=catalog(intakes=intakes, forms=FORMS))
        one, two = sdb.remaining(report)["magnesium"]

        assert (only, without) == (str(one.counted), str(two.counted))
        assert (True, False) == (one.lacks_food, two.lacks_food)

    def test_members(self) -> None:
        """A limit on an unspecified form counts its members, and one of them not all of it."""
        intakes = [
            limit("salts", forms=["magnesium-salts"]),
            limit("sulfate", forms=["magnesium-sulfate"]),
        ]
        db = catalog(intakes=intakes, forms=FORMS)
        one, two = sdb.remaining(sdb.screen([SALTS], ADULT, catalog=db))["magnesium"]

        assert ("80 mg", "0 to 80 mg") == (str(one.counted), str(two.counted))

    def test_food(self) -> None:
        """Food is counted by a limit that leaves forms out, and nobody knows how much it is."""
        eats = sdb.Person(age_years=40, diet={"Mag": "70 mg"})
        intakes = [limit(except_forms=["magnesium-oxide"], scope="total")]
        report = sdb.screen([CHLORIDE], eats, catalog=catalog(intakes=intakes))
        (found,) = sdb.remaining(report)["magnesium"]

        assert ("80 mg", True) == (str(found.counted), found.lacks_food)

    def test_words(self) -> None:
        """Finding, line and text say which forms it counts."""
        some = limit(amount="50 mg", forms=["magnesium-oxide"])
        rest = limit("rest", "50 mg", except_forms=["magnesium-oxide"], authority="EFSA")
        db = catalog(intakes=[some, rest])
        one = sdb.compare_limits("magnesium", catalog=db)[1]
        both = sdb.Policy(authority=("NASEM", "EFSA"), strictest=True)
        left_out, low = sdb.check_dose(db, [OXIDE], ADULT, both)
        none, other = sdb.check_dose(db, [CHLORIDE], ADULT, both)

        assert "supplements, only magnesium-oxide" == one.counts
        assert "(supplements, only magnesium-oxide)" in str(one)
        assert "not food, only as magnesium oxide." in low.message
        assert "not food, but no magnesium oxide." in other.message
        assert "a limit of NASEM for magnesium in this form" in none.message
        assert "a limit of EFSA for magnesium in this form" in left_out.message
        assert ("magnesium 80 mg (magnesium-chloride)",) == none.inputs

    def test_uncounted_beside_counted(self) -> None:
        """A line of which no limit counts the form is told, beside one that is compared."""
        db = catalog(intakes=[limit(forms=["magnesium-oxide"])], forms=FORMS)
        found, *_ = sdb.check_dose(db, [OXIDE, CHLORIDE, OPEN, CHLORIDE_FOOD], ADULT)

        assert "in this form" in found.message
        assert ("magnesium 80 mg (magnesium-chloride)",) == found.inputs

    def test_several_lines(self) -> None:
        """All lines are counted, those without an amount passed over, open ones added up."""
        bare = attrs.evolve(OXIDE, amount=None)
        db = catalog(intakes=[limit(amount="900 mg", forms=["magnesium-oxide"])], forms=FORMS)
        report = sdb.screen([bare, OXIDE, OPEN, OPEN], ADULT, catalog=db)
        (found,) = sdb.remaining(report)["magnesium"]

        assert "80 to 240 mg" == str(found.counted)
        notes = sdb.check_dose(db, [CHLORIDE], ADULT)
        assert ["NASEM"] == [note.values["authority"] for note in notes]

    def test_each_its_own(self) -> None:
        """Limits on different forms are exceeded one by one, and none lends the other its group."""
        rows = [
            limit("oxide", "50 mg", forms=["magnesium-oxide"]),
            limit("rest", "60 mg", except_forms=["magnesium-oxide"]),
            limit("far", "9 mg", authority="EFSA"),
        ]
        both = list(sdb.check_dose(catalog(intakes=rows), [OXIDE, CHLORIDE], ADULT))
        assert [("oxide",), ("rest",)] == [finding.path[1:] for finding in both]
        (one,) = sdb.check_dose(catalog(intakes=rows), [OXIDE], sdb.Person())
        assert ("moderate", True) == (one.level, one.values["certain"])

    def test_order_asks_who_counts_it(self) -> None:
        """An authority whose limits are on other forms does not silence the next."""
        rows = [limit(forms=["magnesium-oxide"]), limit("efsa", "50 mg", authority="EFSA")]
        order = sdb.Policy(authority=("NASEM", "EFSA"))
        found = [
            finding.values["authority"].value
            for finding in sdb.check_dose(catalog(intakes=rows), [CHLORIDE], ADULT, order)
            if finding.code == "dose.above-limit"
        ]

        assert ["EFSA"] == found


class TestSideBySide:
    def test_table(self) -> None:
        """All authorities stand beside each other, those that set none with their words."""
        intakes = [
            *TWO,
            limit("limit-c", None, authority="UK-EVM"),
            limit("limit-d", "5 mg", per="kg-day", authority="HC"),
            limit("rda", kind="RDA", scope="total"),
        ]
        table = sdb.compare_limits("magnesium", ADULT, catalog=catalog(intakes=intakes))

        assert ["EFSA", "HC", "NASEM", "UK-EVM"] == [row.authority.value for row in table]
        assert "<LimitComparison magnesium: 4 limits>" == repr(table)
        assert (table[0], table[1]) == table[:2]
        assert str(table).splitlines() == [
            f"EFSA     UL        100 mg       supplements  {ANY}  [first; source-a]",
            f"HC       UL        5 mg per kg  supplements  {ANY}  [first; source-a]",
            f"NASEM    UL        150 mg       supplements  {ANY}  [first; source-a]",
            f"UK-EVM   UL        none set (not determined) supplements  {ANY}  [first; source-a]",
        ]
        assert f"HC UL magnesium, {ANY}: 5 mg per kg a day" == str(table[1])
        assert 4 == len(json.loads(json.dumps(table.to_dict()))["limits"])

    def test_nothing(self) -> None:
        """Where there is none, it says so."""
        empty = sdb.compare_limits("magnesium", catalog=catalog())

        assert "no limit of magnesium on record" == str(empty)
        with pytest.raises(sdb.UnknownIdError):
            sdb.compare_limits("unobtainium")


DV = {"authority": "FDA-DV", "kind": "DV", "scope": "label"}
LABEL = [
    limit("new", "420 mg", **DV, valid_from="2016-07-26", population={"min_months": 48}),
    limit("old", "400 mg", **DV, superseded_on="2016-07-26", population={"min_months": 48}),
    limit("child", "80 mg", **DV, population={"min_months": 12, "max_months": 48}),
]


class TestDailyValues:
    @pytest.mark.parametrize(
        ("more", "percent"),
        [({}, 50), ({"as_of": "2010"}, Decimal("52.5")), ({"system": "fda-dv"}, 50)]
        + [({"person": sdb.Person(age_years=2)}, Decimal("262.5"))],
    )
    def test_both_ways(self, more: dict[str, Any], percent: Any) -> None:
        """A percentage stands for an amount and the reverse, by group and edition."""
        db = catalog(intakes=LABEL)
        amount = sdb.Amount(210, "mg")

        assert percent == sdb.daily_percent(amount, "magnesium", **more, catalog=db)
        assert amount == sdb.daily_amount(percent, "magnesium", **more, catalog=db)

    def test_moles(self) -> None:
        """Moles are weighed by the mineral."""
        amount = sdb.Amount(10, "mmol")

        assert Decimal("57.869048") == round(
            sdb.daily_percent(amount, "magnesium", catalog=catalog(intakes=LABEL)), 6
        )

    @pytest.mark.parametrize(
        ("more", "told"),
        [
            (
                {"person": sdb.Person()},
                "people from 4 years: 420 mg; people of 1 to 3 years: 80 mg",
            ),
            ({"system": "EU-NRV"}, "EU-NRV has no one daily value here: none on record"),
        ],
    )
    def test_not_one(self, more: dict[str, Any], told: str) -> None:
        """Without just one value nothing is computed, and the error names the groups."""
        with pytest.raises(sdb.NotComputableError, match=told):
            sdb.daily_value("magnesium", **more, catalog=catalog(intakes=LABEL))

    @pytest.mark.parametrize(
        "more",
        [
            {"system": "WHO"},
            {"system": None},
            {"system": ("FDA-DV",)},
            {"as_of": "soon"},
            {"as_of": 5},
        ],
    )
    def test_misuse(self, more: dict[str, Any]) -> None:
        """A system or a day that is none is refused."""
        with pytest.raises(sdb.InputError):
            sdb.daily_value("magnesium", **more, catalog=catalog(intakes=LABEL))
