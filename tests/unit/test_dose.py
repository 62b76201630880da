# SPDX-License-Identifier: MIT
"""The dose check on small catalogs, one behaviour a test."""

from typing import Any

import pytest

import supplementdb as sdb
from made import CITED, SUPPLEMENT, catalog, codes, content, form, limit
from supplementdb.catalog import Catalog

ADULT = sdb.Person(age_years=40, sex="female")


def dose(
    db: Catalog, *lines: Any, person: sdb.Person = ADULT, authority: str = "NASEM"
) -> list[sdb.Finding]:
    """Findings of the dose check."""
    return list(sdb.check_dose(db, lines, person, sdb.Policy(authority=authority)))


class TestDose:
    def test_above(self) -> None:
        """A total above the limit is a finding with the limit, its authority and edition."""
        (found,) = dose(catalog(intakes=[limit(basis="harm")]), SUPPLEMENT)

        assert "dose.above-limit" == found.code
        assert "moderate" == found.level
        assert sdb.Amount(100, "mg") == found.values["limit"]
        assert ("source-a",) == found.sources
        assert ("magnesium", "limit-a") == found.path
        assert found.values["certain"]
        assert "above the UL of 100 mg of NASEM (first) for people of any age" in found.message
        assert "supplements and medicines only, not food" in found.message

    def test_at_the_limit(self) -> None:
        """A limit is inclusive: reaching it is not above it."""
        assert [] == dose(catalog(intakes=[limit(amount="200 mg")]), SUPPLEMENT)

    def test_sums(self) -> None:
        """All lines and forms of a mineral are added up."""
        db = catalog(intakes=[limit(amount="450 mg")])
        other = sdb.Item(mineral="magnesium", amount=sdb.Amount("0.2", "g"), basis="elemental")

        assert [] == dose(db, SUPPLEMENT, other)
        assert ["dose.above-limit"] == codes(dose(db, SUPPLEMENT, other, SUPPLEMENT))

    def test_open_basis(self) -> None:
        """An open basis keeps both readings; the limit may be exceeded."""
        db = catalog(intakes=[limit(amount="150 mg")])
        note, above = sorted(dose(db, "Magnesium oxide 200 mg"), key=lambda f: f.level)

        assert "dose.basis-unknown" == note.code
        assert "200 mg" == str(note.values["elemental"])
        assert "121 mg" == str(note.values["compound"])
        assert "supports that reading" in note.message
        assert not above.values["certain"]
        assert "may be above" in above.message
        assert "The total is a range" in above.message

    def test_no_limit_set(self) -> None:
        """A limit that the authority did not set is told in its words, and promises nothing."""
        (found,) = dose(catalog(intakes=[limit(amount=None)]), SUPPLEMENT)

        assert "dose.no-limit-set" == found.code
        assert "not determined" in found.message
        assert "harmless" in found.message

    def test_not_covered(self) -> None:
        """An authority without a record for the mineral is said to be missing."""
        (found,) = dose(catalog(intakes=[limit()]), SUPPLEMENT, authority="efsa")

        assert "coverage.not-covered" == found.code
        assert "a limit of EFSA for magnesium" in found.message

    def test_superseded(self) -> None:
        """A superseded limit is not used."""
        db = catalog(intakes=[limit(superseded_on="2010")])

        assert ["coverage.not-covered"] == codes(dose(db, SUPPLEMENT))

    def test_weight(self) -> None:
        """A limit for each kilogram needs the weight, and says so."""
        db = catalog(intakes=[limit(amount="2 mg", per="kg-day")])
        heavy = sdb.Person(weight_kg=150)

        assert ["coverage.not-covered"] == codes(dose(db, SUPPLEMENT))
        assert ["dose.above-limit"] == codes(dose(db, SUPPLEMENT, person=sdb.Person(weight_kg=50)))
        assert [] == dose(db, SUPPLEMENT, person=heavy)

    def test_groups(self) -> None:
        """An unknown age is compared with every group, lowest limit first."""
        db = catalog(
            intakes=[
                limit("child", "50 mg", population={"max_months": 96}),
                limit("teen", population={"min_months": 96, "max_months": 216}),
                limit("adult", population={"min_months": 216}),
                limit("old", "1000 mg", population={"min_months": 900}),
            ]
        )
        (found,) = dose(db, SUPPLEMENT, person=sdb.Person())

        assert sdb.Amount(50, "mg") == found.values["limit"]
        assert "50 mg for people under 8 years; 100 mg for people from 8 years" in found.message

    def test_pregnant_without_age(self) -> None:
        """A limit for small children is not hers, though her age is unknown."""
        db = catalog(
            intakes=[
                limit("child", "50 mg", population={"max_months": 96}),
                limit("adult", population={"min_months": 96}),
            ]
        )
        (found,) = dose(db, SUPPLEMENT, person=sdb.Person(stage="pregnant"))

        assert sdb.Amount(100, "mg") == found.values["limit"]

    def test_at_the_lower_end(self) -> None:
        """A range that begins at the limit may be above it, and is not for certain."""
        item = sdb.Item(
            mineral="magnesium",
            amount=sdb.Amount(100, "mg"),
            amount_max=sdb.Amount(150, "mg"),
            basis="elemental",
        )
        rda = limit("rda", "100 mg", kind="RDA", scope="total")
        (found,) = dose(catalog(intakes=[limit(), rda]), item)

        assert not found.values["certain"]
        assert () == found.values["recommended"]

    def test_lowest_leads(self) -> None:
        """Of several limits that are exceeded the lowest leads, whatever their order."""
        db = catalog(intakes=[limit("b", "150 mg"), limit("a", "120 mg")])
        (found,) = dose(db, SUPPLEMENT)

        assert sdb.Amount(120, "mg") == found.values["limit"]
        assert () == found.values["groups"]

    def test_joined_groups(self) -> None:
        """Neighbouring groups of one limit read as one, to their last age."""
        rows = [
            limit("a", population={"max_months": 120}),
            limit("b", population={"min_months": 120, "max_months": 240}),
            limit("c", "999 mg", population={"min_months": 240}),
        ]
        (found,) = dose(catalog(intakes=rows), SUPPLEMENT, person=sdb.Person())

        assert ((sdb.Amount(100, "mg"), ["people under 20 years"]),) == found.values["groups"]

    def test_suspect_facts(self) -> None:
        """A suspect unit names limit, factor and record."""
        found = dose(catalog(intakes=[limit(amount="10 mg")]), SUPPLEMENT)[1].to_dict()

        assert ("10 mg", 20) == (found["values"]["limit"], found["values"]["factor"])
        assert "NASEM" == found["values"]["authority"]
        assert found["values"]["total"] == {"low": "200 mg", "high": "200 mg"}
        assert ["magnesium", "limit-a"] == found["path"]

    def test_notes_carry_their_line(self) -> None:
        """What was not covered names the line, the mineral and the record."""
        item = sdb.Item(mineral="magnesium", forms=("magnesium-nowhere",))
        unknown = dose(catalog(), item)[0].to_dict()
        other = dose(catalog(), sdb.Item(mineral="zinc"))[0].to_dict()
        weight = dose(catalog(intakes=[limit(per="kg-day")]), SUPPLEMENT)[0].to_dict()
        food = dose(catalog(intakes=[limit(scope="total", amount="1 g")]), SUPPLEMENT)[0].to_dict()

        assert ["magnesium (magnesium-nowhere)"] == unknown["inputs"]
        assert unknown["inputs"] == [unknown["values"]["text"]]
        assert ["magnesium"] == unknown["subjects"]
        assert ["zinc"] == other["inputs"] == [other["values"]["text"]]
        assert "no body weight is given" in weight["message"]
        assert ["magnesium", "limit-a"] == weight["path"] == food["path"]
        nobody = dose(catalog(), SUPPLEMENT)[0].to_dict()
        assert {"NASEM"} == {note["values"]["authority"] for note in (weight, food, nobody)}

    def test_food(self) -> None:
        """A limit that counts food too was not compared with all that it counts."""
        (found,) = dose(catalog(intakes=[limit(amount="900 mg", scope="total")]), SUPPLEMENT)

        assert "coverage.not-covered" == found.code
        assert "food, which limits of NASEM count too: magnesium 900 mg." in found.message
        groups = [
            limit("a", amount="900 mg", scope="total", population={"max_months": 300}),
            limit("b", amount="800 mg", scope="total", population={"min_months": 300}),
        ]
        (found,) = dose(catalog(intakes=groups), SUPPLEMENT, person=sdb.Person())
        assert "food, which limits of NASEM count too: magnesium 800 mg to 900 mg." in found.message
        assert ("magnesium", "a", "b") == found.path

    def test_moles(self) -> None:
        """Moles and equivalents are those of the mineral, whatever the basis."""
        item = sdb.Item(
            mineral="magnesium",
            amount=sdb.Amount(10, "mmol"),
            basis="compound",
            forms=("magnesium-oxide",),
        )
        (found,) = dose(catalog(intakes=[limit()]), item)

        assert "243.05 mg" == str(found.values["total"])

    def test_unset_for_some(self) -> None:
        """Where one group has a limit and another none, both are told."""
        db = catalog(
            intakes=[
                limit("baby", None, population={"max_months": 12}),
                limit("adult", population={"min_months": 12}),
            ]
        )

        assert {"dose.above-limit", "dose.no-limit-set"} == {
            *codes(dose(db, SUPPLEMENT, person=sdb.Person()))
        }

    def test_recommendation_above_limit(self) -> None:
        """A recommended intake above the limit is told, because readers take it for an error."""
        rda = limit("rda", "300 mg", kind="RDA", scope="total")
        (found,) = dose(catalog(intakes=[limit(), rda]), SUPPLEMENT)

        assert "RDA of 300 mg is higher than this limit and no contradiction" in found.message

    @pytest.mark.parametrize(
        ("amount", "level"),
        [(150, "moderate"), (499, "moderate"), (500, "serious"), (1999, "serious")]
        + [(2000, "critical")],
    )
    def test_level(self, amount: int, level: str) -> None:
        """The level follows from the effect; from 5 and from 20 times on it is a step graver."""
        item = sdb.Item(mineral="magnesium", amount=sdb.Amount(amount, "mg"), basis="elemental")
        found, *_ = dose(catalog(intakes=[limit(basis="harm")]), item)

        assert level == found.level

    @pytest.mark.parametrize(
        ("kind", "level", "words"),
        [
            ("UL", "moderate", "the UL of 100 mg"),
            ("SUL", "moderate", "the safe upper level of 100 mg"),
            ("GL", "minor", "the guidance level of 100 mg"),
            ("SAFE", "minor", "the safe level of intake of 100 mg"),
            ("PERMITTED", "minor", "the permitted maximum of 100 mg"),
        ],
    )
    def test_kinds(self, kind: str, level: str, words: str) -> None:
        """A level that is no threshold of harm weighs one step less, and is told in words."""
        db = catalog(intakes=[limit(kind=kind), limit("other", "150 mg", authority="EFSA")])
        (found,) = dose(db, SUPPLEMENT)

        assert level == found.level
        assert words in found.message
        policy = sdb.Policy(authority=("EFSA", "NASEM"), strictest=True)
        both = catalog(intakes=[limit(amount="90 mg"), limit("b", kind=kind, authority="EFSA")])
        (lowest,) = sdb.check_dose(both, [SUPPLEMENT], ADULT, policy)
        assert f"above {words}" in lowest.message

    def test_no_limit_of_another_kind(self) -> None:
        """Where one limit of an authority holds, that it set none of another kind is no news."""
        safe = limit("safe", kind="SAFE")
        unset = limit("unset", None)
        child = limit("child", "50 mg", kind="SAFE", population={"max_months": 96})
        codes_of = [
            codes(dose(catalog(intakes=rows), SUPPLEMENT))
            for rows in ([unset, safe], [unset, limit("safe", per="kg-day")], [unset, child])
        ]

        assert codes_of[0] == ["dose.above-limit"]
        assert codes_of[1] == ["coverage.not-covered"]
        assert "dose.no-limit-set" in codes_of[2]
        unknown = dose(catalog(intakes=[unset, child]), SUPPLEMENT, person=sdb.Person())
        assert "dose.no-limit-set" in codes(unknown)
        adult = limit("adult", kind="SAFE", population={"min_months": 216})
        assert ["dose.above-limit"] == codes(dose(catalog(intakes=[unset, adult]), SUPPLEMENT))
        every = [unset, adult, limit("child", "9 g", kind="SAFE", population={"max_months": 216})]
        assert ["dose.above-limit"] == codes(
            dose(catalog(intakes=every), SUPPLEMENT, person=sdb.Person())
        )

    def test_open_group(self) -> None:
        """Where one of several groups may be within its limit, the finding is open and minor."""
        child = limit("child", "10 mg", population={"max_months": 96})
        adult = limit("adult", "500 mg", population={"min_months": 96})
        db = catalog(intakes=[child, adult])
        (found,) = dose(db, SUPPLEMENT, person=sdb.Person())

        assert ("minor", False) == (found.level, found.values["certain"])
        assert "may be above, depending on the group, the UL of 10 mg" in found.message
        assert [] == dose(db, SUPPLEMENT)

    def test_all_groups(self) -> None:
        """Where every group is above its limit, it is certain, and the mildest counts."""
        child = limit("child", "10 mg", population={"max_months": 96})
        adult = limit("adult", "100 mg", population={"min_months": 96})
        found, *_ = dose(catalog(intakes=[child, adult]), SUPPLEMENT, person=sdb.Person())

        assert ("moderate", True) == (found.level, found.values["certain"])
        assert "is above the UL of 10 mg" in found.message
        grave, *_ = dose(
            catalog(intakes=[child]), SUPPLEMENT, person=sdb.Person(age_years=2, sex="male")
        )
        assert "critical" == grave.level

    def test_open_group_is_no_graver(self) -> None:
        """What would be a note for each group stays one where the group is open."""
        harm = {"id": "harm", "name": "harm", "severity": "minor", "sources": CITED}
        child = limit("child", "90 mg", kind="GL", basis="harm", population={"max_months": 96})
        adult = limit("adult", "500 mg", kind="GL", population={"min_months": 96})
        db = catalog(intakes=[child, adult], adverse_effects=[harm])

        assert "note" == dose(db, SUPPLEMENT, person=sdb.Person(age_years=2))[0].level
        assert "note" == dose(db, SUPPLEMENT, person=sdb.Person())[0].level

    def test_open_by_group_and_reading(self) -> None:
        """It is certain only where the lower reading exceeds what every group may have."""
        item = sdb.Item(
            mineral="magnesium",
            amount=sdb.Amount(50, "mg"),
            amount_max=sdb.Amount(200, "mg"),
            basis="elemental",
        )
        child = limit("child", "10 mg", population={"max_months": 96})
        adult = limit("adult", "100 mg", population={"min_months": 96})
        found, *_ = dose(catalog(intakes=[child, adult]), item, person=sdb.Person())
        known, *_ = dose(catalog(intakes=[child, adult]), item, person=sdb.Person(age_years=3))

        assert (False, True) == (found.values["certain"], known.values["certain"])

    def test_two_scopes(self) -> None:
        """A limit of another scope that is kept leaves nothing open."""
        rows = [limit(basis="harm"), limit("total", "9 g", scope="total")]
        above, _ = dose(catalog(intakes=rows), SUPPLEMENT, person=sdb.Person())

        assert ("moderate", True) == (above.level, above.values["certain"])

    def test_graver_of_two(self) -> None:
        """Of two limits that both hold, the graver counts."""
        food = limit("total", "9 mg", scope="total", basis="harm")
        (found,) = dose(catalog(intakes=[food, limit(kind="GL")]), SUPPLEMENT)

        assert "critical" == found.level

    def test_strictest_is_no_milder(self) -> None:
        """Over several authorities the gravest level counts, whichever limit is the lowest."""
        low = limit("low", "90 mg", authority="BFR", kind="GL")
        db = catalog(intakes=[limit(basis="harm"), low])
        for authority in (("NASEM", "BFR"), ("BFR", "NASEM")):
            policy = sdb.Policy(authority=authority, strictest=True)
            (found,) = sdb.check_dose(db, [SUPPLEMENT], ADULT, policy)
            assert ("BFR", "moderate") == (found.values["authority"], found.level)

    def test_cautious_far_above(self) -> None:
        """Five times a level that is no threshold is no graver; twenty times is."""
        levels = [
            dose(catalog(intakes=[limit(amount=amount, kind="GL", basis="harm")]), SUPPLEMENT)[0]
            for amount in ("40 mg", "10 mg")
        ]

        assert ["minor", "moderate"] == [found.level for found in levels]

    def test_both_sexes(self) -> None:
        """Groups of both sexes with one limit read as one, and leave nothing open."""
        rows = [limit(sex, population={"sex": sex}) for sex in ("female", "male")]
        (found,) = dose(catalog(intakes=rows), SUPPLEMENT, person=sdb.Person(age_years=40))

        assert () == tuple(found.values["groups"])
        assert found.values["certain"]
        three = [*rows, limit("other", "150 mg", population={"stage": "pregnant"})]
        (found,) = dose(catalog(intakes=three), SUPPLEMENT, person=sdb.Person(age_years=40))
        assert () == tuple(found.values["groups"])

    def test_sure_beside_open(self) -> None:
        """A limit that surely applies counts, whatever one is that may apply."""
        rows = [
            limit(basis="harm", population={"max_months": 600}),
            limit("may", "900 mg", population={"given": "on a diet"}),
        ]
        (found,) = dose(catalog(intakes=rows), SUPPLEMENT)

        assert ("moderate", True) == (found.level, found.values["certain"])

    def test_unset_for_others(self) -> None:
        """Words for people whom no number is for are told, in the groups they are for."""
        men = limit("men", None, population={"sex": "male"})
        women = limit("women", "900 mg", population={"sex": "female"})
        babies = limit("babies", None, population={"max_months": 96})
        born = limit("born", "900 mg", population={"min_months": 1})
        children = limit("children", "900 mg", population={"max_months": 96})
        unknown = sdb.Person(age_years=40)

        (told,) = dose(catalog(intakes=[men, women]), SUPPLEMENT, person=unknown)
        assert "no UL for males of any age: not determined" in told.message
        assert "no UL for people of any age" in (
            dose(
                catalog(intakes=[men, men | {"id": "b", "population": {"sex": "female"}}]),
                SUPPLEMENT,
                person=unknown,
            )[0].message
        )
        everybody = limit("all", None)
        assert "dose.no-limit-set" in codes(
            dose(catalog(intakes=[everybody, born]), SUPPLEMENT, person=sdb.Person())
        )
        assert "dose.no-limit-set" not in codes(
            dose(catalog(intakes=[babies, children]), SUPPLEMENT, person=sdb.Person())
        )
        (hole,) = dose(catalog(intakes=[born]), SUPPLEMENT, person=sdb.Person())
        assert "at some ages" in hole.message
        assert "NASEM" == hole.values["authority"]
        assert ("magnesium", "born") == hole.path

    def test_two_open_groups(self) -> None:
        """Two groups with different limits are both named where either may be the person's."""
        rows = [
            limit("child", "50 mg", population={"max_months": 96}),
            limit("adult", "90 mg", population={"min_months": 96}),
        ]
        (found,) = dose(catalog(intakes=rows), SUPPLEMENT, person=sdb.Person())

        assert 2 == len(found.values["groups"])

    def test_one_note_for_food(self) -> None:
        """What lacks food is one note for an authority, over all minerals."""
        calcium = {**content()["minerals"][0], "id": "calcium", "name": "calcium", "symbol": "Ca"}
        calcium["names"] = []
        rows = [
            limit(amount="900 mg", scope="total"),
            limit("limit-ca", "800 mg", scope="total", nutrient="calcium"),
            limit("efsa", "700 mg", scope="total", authority="EFSA"),
        ]
        db = catalog(minerals=[content()["minerals"][0], calcium], intakes=rows)
        items = [SUPPLEMENT, sdb.Item(mineral="calcium", amount=sdb.Amount(9, "mg"))]
        policy = sdb.Policy(authority=("NASEM", "EFSA"), strictest=True)
        notes = [f for f in sdb.check_dose(db, items, ADULT, policy) if "food" in f.message]

        assert 2 == len(notes)
        assert "limits of NASEM count too: magnesium 900 mg; calcium 800 mg." in notes[0].message
        assert "limits of EFSA count too: magnesium 700 mg." in notes[1].message
        assert ("magnesium", "calcium") == notes[0].subjects
        assert ("source-a",) == notes[0].sources
        assert ("inform", "NASEM") == (notes[0].action, notes[0].values["authority"])
        assert ("magnesium", "calcium", "limit-a", "limit-ca") == notes[0].path

    def test_ages_without_a_row(self) -> None:
        """Where the age is not known and some ages have no row, that is told."""
        adult = limit("adult", population={"min_months": 96})
        child = limit("child", "300 mg", population={"max_months": 48})
        part = catalog(intakes=[adult, child])
        whole = catalog(intakes=[adult, limit("child", "300 mg", population={"max_months": 96})])
        young = catalog(intakes=[limit("child", "300 mg", population={"max_months": 96})])
        words = "a limit of NASEM for magnesium at some ages, because the age is not known"

        assert words in dose(part, SUPPLEMENT, person=sdb.Person())[0].message
        assert words in dose(young, SUPPLEMENT, person=sdb.Person())[0].message
        assert ["dose.above-limit"] == codes(dose(whole, SUPPLEMENT, person=sdb.Person()))
        assert ["dose.above-limit"] == codes(dose(part, SUPPLEMENT))
        assert ["dose.above-limit"] == codes(
            dose(catalog(intakes=[adult]), SUPPLEMENT, person=sdb.Person(stage="pregnant"))
        )

    def test_words_joined(self) -> None:
        """Groups of which the same is said read as one."""
        rows = [
            limit("a", None, population={"max_months": 12}),
            limit("b", None, population={"min_months": 12, "max_months": 48}, kind="CDRR"),
            limit("c", None, population={"min_months": 12, "max_months": 48}),
            limit("d", None, population={"min_months": 48}, unset="too few data"),
        ]
        (found,) = dose(catalog(intakes=rows), SUPPLEMENT, person=sdb.Person())

        assert (
            "NASEM sets none that magnesium could be compared with (no UL for people under 4 "
            "years: not determined; no CDRR for people of 1 to 3 years: not determined; no UL for "
            "people from 4 years: too few data). That is no"
        ) in found.message

    def test_gravest_stays(self) -> None:
        """What is life-threatening cannot be graver."""
        harm = {"id": "harm", "name": "harm", "severity": "life-threatening", "sources": CITED}
        db = catalog(intakes=[limit(basis="harm", amount="10 mg")], adverse_effects=[harm])

        assert "critical" == dose(db, SUPPLEMENT)[0].level

    def test_unit_suspect(self) -> None:
        """Twenty times a limit looks like a slip of unit."""
        db = catalog(intakes=[limit(amount="10 mg")])

        assert ["dose.above-limit", "dose.unit-suspect"] == codes(dose(db, SUPPLEMENT))

    @pytest.mark.parametrize(
        ("amount", "level"), [("199 mg", "minor"), ("200 mg", "note"), ("9 mg", "moderate")]
    )
    def test_elsewhere(self, amount: str, level: str) -> None:
        """Where an authority sets none, what is above the limits of others is told with them."""
        harm = {"id": "harm", "name": "harm", "severity": "moderate", "sources": CITED}
        db = catalog(
            adverse_effects=[harm],
            intakes=[
                limit(amount=None),
                limit("gl", amount, authority="BFR", kind="GL", basis="harm"),
                limit("high", "900 mg", authority="EFSA", basis="harm"),
                limit("higher", "150 mg", authority="BFR", kind="GL", basis="harm")
                | ({"population": {"max_months": 12}}),
            ],
        )
        found = {one.code: one for one in dose(db, SUPPLEMENT)}["dose.no-limit-set"]

        assert level == found.level
        assert (level != "note") == ("above the guidance level of" in found.message)
        assert (("gl",) if level != "note" else ()) == tuple(
            id for id in found.path if id in ("gl", "high", "higher")
        )

    def test_elsewhere_lowest(self) -> None:
        """Of several limits of another authority that are exceeded the lowest is told."""
        rows = [limit(id, f"{id[1:]} mg", authority="BFR") for id in ("l90", "l80", "l85")]
        (found,) = dose(catalog(intakes=[limit(amount=None), *rows]), SUPPLEMENT)

        assert (("BFR", "UL", sdb.Amount(80, "mg")),) == found.values["elsewhere"]

    def test_elsewhere_of_forms(self) -> None:
        """Limits of others on forms count what they are on."""
        oxide = limit("oxide", "90 mg", authority="BFR", forms=["magnesium-oxide"])
        other = limit("other", "80 mg", authority="BFR", forms=["magnesium-chloride"])
        (found,) = dose(catalog(intakes=[limit(amount=None), oxide, other]), SUPPLEMENT)

        assert ("magnesium", "limit-a", "oxide") == found.path

    def test_elsewhere_for_some(self) -> None:
        """Where an authority sets a number for some, it is not spoken over by others."""
        db = catalog(
            intakes=[
                limit(amount=None, population={"max_months": 12}),
                limit("own", "900 mg", population={"min_months": 12}),
                limit("gl", "9 mg", authority="BFR", kind="GL"),
            ]
        )
        found = {one.code: one for one in dose(db, SUPPLEMENT, person=sdb.Person())}

        assert "note" == found["dose.no-limit-set"].level
        assert "above the" not in found["dose.no-limit-set"].message

    def test_elsewhere_is_of_others(self) -> None:
        """An authority that the policy names already is no other."""
        db = catalog(intakes=[limit(amount=None), limit("gl", "9 mg", authority="BFR", kind="GL")])
        policy = sdb.Policy(authority=("NASEM", "BfR"))
        found = {one.code: one for one in sdb.check_dose(db, [SUPPLEMENT], ADULT, policy)}

        assert {"dose.no-limit-set", "dose.above-limit"} <= {*found}
        assert "above the" not in found["dose.no-limit-set"].message

    def test_basis(self) -> None:
        """What a limit rests on is told, where that is known."""
        known = dose(catalog(intakes=[limit(basis="harm")]), SUPPLEMENT)
        unknown = dose(catalog(intakes=[limit()]), SUPPLEMENT)

        assert "It rests on harm." in known[0].message
        assert "It rests on" not in unknown[0].message

    @pytest.mark.parametrize(("amount", "is_told"), [("2 mg", True), ("2.01 mg", False)])
    def test_unit_suspect_without_limit(self, amount: str, is_told: bool) -> None:
        """Without a limit a hundred times what is needed does; of several needs the highest."""
        db = catalog(
            intakes=[
                limit(amount=None),
                limit("need", kind="AI", amount="1 mg", scope="total"),
                limit("more", kind="AI", amount=amount, scope="total", population={"sex": "male"}),
                limit("child", kind="AI", amount="9 mg", population={"max_months": 12}),
                limit("other", kind="AI", amount="9 mg", authority="EFSA"),
            ]
        )
        found = {one.code: one for one in dose(db, SUPPLEMENT, person=sdb.Person(age_years=40))}

        assert is_told == ("dose.unit-suspect" in found)
        if is_told:
            assert "100 times the AI of 2 mg or more" in found["dose.unit-suspect"].message
            assert ("magnesium", "more") == found["dose.unit-suspect"].path
            assert "NASEM" == found["dose.unit-suspect"].values["authority"]
        assert "The unit may be wrong" in dose(db, SUPPLEMENT)[1].message
        assert ["dose.above-limit"] == codes(
            dose(catalog(intakes=[limit(amount="11 mg")]), SUPPLEMENT)
        )

    def test_limit_of_nothing(self) -> None:
        """A limit of zero is exceeded by anything and divides nothing."""
        assert ["dose.above-limit"] == codes(
            dose(catalog(intakes=[limit(amount="0 mg")]), SUPPLEMENT)
        )

    def test_total_scope(self) -> None:
        """A limit for all sources is compared with what is known of them."""
        assert ["dose.above-limit"] == codes(
            dose(catalog(intakes=[limit(scope="total")]), SUPPLEMENT)
        )

    @pytest.mark.parametrize(
        ("line", "code", "words"),
        [
            ("Magnesium", "input.unreadable", "no amount is given"),
            ("Magnesium 5", "input.unreadable", "the unit is missing"),
            ("Magnesium -5 mg", "input.unreadable", "cannot be an amount"),
            ("Magnesium 5 IU", "dose.not-comparable", "cannot be compared with a weight"),
            (
                "Magnesium 1.500 mg",
                "input.unreadable",
                "read as 1.5 to 1,500 mg of magnesium",
            ),
            ("Magnesium mystery 5 mg", "dose.basis-unknown", "whose share is not on record"),
            ("Magnesium 6X cell salt", "input.unreadable", "is homeopathic"),
            ("Magnesium 5 mg/ml", "input.unreadable", "for how much"),
            ("Magnesium 5 mg or 7 mg", "input.unreadable", "one or the other of several is meant"),
            ("Magnesium 5 mg injection", "input.unreadable", "for an injection"),
        ],
    )
    def test_unreadable(self, line: str, code: str, words: str) -> None:
        """What cannot be counted is a finding that quotes the line and says why."""
        db = catalog(
            intakes=[limit(amount="9999 mg")],
            forms=[*content()["forms"], form("magnesium-mystery", assays=[])],
        )
        (found,) = dose(db, line)

        assert code == found.code
        assert words in found.message
        assert f'"{line}"' in found.message

    def test_words(self) -> None:
        """Every doubt has its words, so that none can keep a report from being read."""
        for doubt in sdb.Doubt:
            item = sdb.Item(mineral="magnesium", doubts=[doubt])
            line = sdb.Line(text="x", items=(item,))
            report = sdb.screen([line], policy=sdb.Policy(accept_spelling=True), catalog=catalog())

            assert "the magnesium in it is not in the total" in " ".join(str(report).split())

    def test_unknown_mineral(self) -> None:
        """An item of a mineral that is not in the catalog is told."""
        (found,) = dose(catalog(), sdb.Item(mineral="zinc", amount=sdb.Amount(5, "mg")))

        assert "coverage.not-covered" == found.code
        assert "the mineral 'zinc'" in found.message

    def test_compound_of_unknown_share(self) -> None:
        """A compound whose share is unknown weighs anything from nothing to all of it."""
        db = catalog(intakes=[limit()], forms=[form("magnesium-mystery", assays=[])])
        item = sdb.Item(
            mineral="magnesium",
            amount=sdb.Amount(200, "mg"),
            basis="compound",
            forms=("magnesium-mystery",),
        )
        found = dose(db, item)

        assert ["dose.basis-unknown", "dose.above-limit"] == codes(found)
        assert "an unknown amount if it is that of magnesium mystery" in found[0].message
        assert "0 to 200 mg" == str(found[1].values["total"])

    def test_compound_of_unknown_form(self) -> None:
        """A form that is not in the catalog has no share either."""
        item = sdb.Item(
            mineral="magnesium",
            amount=sdb.Amount(200, "mg"),
            basis="compound",
            forms=("magnesium-nowhere",),
        )

        found = dose(catalog(intakes=[limit()]), item)
        assert "dose.basis-unknown" in codes(found)
        assert "the form 'magnesium-nowhere'" in found[0].message

    def test_compound(self) -> None:
        """A compound of known share counts its mineral, over all forms it may be."""
        db = catalog(intakes=[limit(amount="30 mg")])
        item = sdb.Item(
            mineral="magnesium",
            amount=sdb.Amount(100, "mg"),
            basis="compound",
            forms=("magnesium-oxide", "magnesium-chloride"),
        )
        (found,) = dose(db, item)

        assert "12 to 60.3 mg" == str(found.values["total"])

    def test_floor(self) -> None:
        """A line without an amount makes the total a floor."""
        found = dose(catalog(intakes=[limit()]), SUPPLEMENT, "Magnesium")

        assert "200 mg at least a day" in found[-1].message

    def test_misuse(self) -> None:
        """A regimen is a list of texts, lines or items."""
        for regimen in ("Magnesium 5 mg", 5, SUPPLEMENT):
            with pytest.raises(sdb.InputError, match="^regimen"):
                list(sdb.check_dose(catalog(), regimen, ADULT))  # type: ignore[arg-type]  # wrong on purpose
        with pytest.raises(sdb.InputError, match="^regimen: must hold"):
            list(sdb.check_dose(catalog(), [5], ADULT))


def test_diet_is_of_minerals() -> None:
    """What is eaten names a mineral; a form or a condition of that name is not asked for."""
    db = catalog(conditions=[{"id": "c", "name": "Magnesiosis", "sources": CITED}])
    eats = sdb.Person(age_years=40, diet={"Magnesiosis": "5 mg", "magnesium": "5 IU"})
    unknown, unweighed = sdb.check_dose(db, [], eats)

    assert ("name.unknown", "mineral") == (unknown.code, unknown.values["what"])
    assert ("dose.not-comparable", ("magnesium",)) == (unweighed.code, unweighed.subjects)
