# SPDX-License-Identifier: MIT
"""The checks on small catalogs, one behaviour a test."""

from collections.abc import Iterable
from typing import Any

import pytest

import supplementdb as sdb
from made import CITED, MINERAL, catalog, caution, content, form, interaction, limit
from supplementdb.catalog import Catalog

SUPPLEMENT = sdb.Item(
    mineral="magnesium", amount=sdb.Amount(200, "mg"), basis="elemental", forms=("magnesium-oxide",)
)
ADULT = sdb.Person(age_years=40, sex="female")


def codes(findings: Iterable[sdb.Finding]) -> list[str]:
    """The codes of findings."""
    return [finding.code for finding in findings]


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

    def test_food(self) -> None:
        """A limit that counts food too was not compared with all that it counts."""
        (found,) = dose(catalog(intakes=[limit(amount="900 mg", scope="total")]), SUPPLEMENT)

        assert "coverage.not-covered" == found.code
        assert "food, which the limit of 900 mg counts too" in found.message

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
        ("amount", "level"), [(150, "moderate"), (250, "moderate"), (600, "serious")]
    )
    def test_level(self, amount: int, level: str) -> None:
        """The level follows from the effect of the limit; far above it is one step graver."""
        item = sdb.Item(mineral="magnesium", amount=sdb.Amount(amount, "mg"), basis="elemental")
        (found,) = dose(catalog(intakes=[limit(basis="harm")]), item)

        assert level == found.level

    def test_gravest_stays(self) -> None:
        """What is life-threatening cannot be graver."""
        harm = {"id": "harm", "name": "harm", "severity": "life-threatening", "sources": CITED}
        db = catalog(intakes=[limit(basis="harm", amount="10 mg")], adverse_effects=[harm])

        assert "critical" == dose(db, SUPPLEMENT)[0].level

    def test_unit_suspect(self) -> None:
        """Twenty times a limit looks like a slip of unit."""
        db = catalog(intakes=[limit(amount="10 mg")])

        assert ["dose.above-limit", "dose.unit-suspect"] == codes(dose(db, SUPPLEMENT))
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
            ("Magnesium 1.500 mg", "input.unreadable", "read as 1.5 mg of magnesium a day"),
            ("Magnesium mystery 5 mg", "dose.basis-unknown", "whose share is not on record"),
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
                list(sdb.check_dose(catalog(), regimen, ADULT))  # type: ignore[arg-type]  # the point
        with pytest.raises(sdb.InputError, match="^regimen: must hold"):
            list(sdb.check_dose(catalog(), [5], ADULT))


def interactions(db: Catalog, *lines: Any, medications: tuple[str, ...]) -> list[sdb.Finding]:
    """Findings of the interaction check."""
    return list(sdb.check_interactions(db, lines, sdb.Person(medications=medications)))


SEPARATE: dict[str, Any] = {
    "action": "separate",
    "separations": [{"object_before_hours": "2", "object_after_hours": "4", "source": "source-a"}],
}


class TestInteractions:
    def test_found(self) -> None:
        """A rule gives level, action, hours, order, source and the way from line to medicine."""
        db = catalog(interactions=[interaction(**SEPARATE)])
        (found,) = interactions(db, SUPPLEMENT, medications=("Brandex 5 mg",))

        assert ("interaction.medication", "moderate", "separate") == (
            found.code,
            found.level,
            found.action,
        )
        assert "at least 2 hours before or at least 4 hours after" == str(found.separation)
        assert ("magnesium", "magnesium-oxide", "drug-a") == found.subjects
        assert ("magnesium-oxide", "magnesium", "rule-a", "drug-a") == found.path
        assert ("source-a",) == found.sources
        assert "Take drug a at least 2 hours before" in found.message
        assert "Publisher, Title" in found.message

    @pytest.mark.parametrize(
        ("subject", "object_", "path"),
        [
            ("magnesium-oxide", "drug-a", ("magnesium-oxide", "rule-a", "drug-a")),
            ("cations", "drug-a", ("magnesium-oxide", "magnesium", "cations", "rule-a", "drug-a")),
            (
                "magnesium",
                "class-a",
                ("magnesium-oxide", "magnesium", "rule-a", "class-a", "drug-a"),
            ),
            (
                "magnesium",
                "class-b",
                ("magnesium-oxide", "magnesium", "rule-a", "class-b", "drug-a"),
            ),
        ],
    )
    def test_inherited(self, subject: str, object_: str, path: tuple[str, ...]) -> None:
        """A rule on a class holds for its members, and the path shows the way."""
        db = catalog(interactions=[interaction(subject=subject, object=object_)])
        *_, found = interactions(db, SUPPLEMENT, medications=("drug a",))

        assert path == found.path

    def test_molecule_overrides(self) -> None:
        """A record for the molecule overrides its class, one for the form its mineral."""
        db = catalog(
            interactions=[
                interaction("by-class", object="class-a", severity="serious"),
                interaction("by-molecule", subject="cations"),
                interaction("by-form", subject="magnesium-oxide", severity="minor"),
            ]
        )
        (found,) = interactions(db, SUPPLEMENT, medications=("drug-a",))

        assert "by-form" == found.values["rule"]
        (found,) = interactions(db, "Magnesium chloride 5 mg", medications=("drug-a",))
        assert "by-molecule" == found.values["rule"]

    def test_effects_apart(self) -> None:
        """Another effect of the same pair is another finding."""
        db = catalog(interactions=[interaction(), interaction("rule-b", effect="subject-depleted")])

        assert 2 == len(interactions(db, SUPPLEMENT, medications=("drug-a",)))

    def test_class_given(self) -> None:
        """A person may name a class of medicines; rules on its members do not hold for it."""
        db = catalog(
            interactions=[interaction("one", object="class-a"), interaction("two", object="drug-a")]
        )

        (found,) = interactions(db, SUPPLEMENT, medications=("class a",))
        assert "one" == found.values["rule"]

    def test_one_finding_per_cause(self) -> None:
        """Several lines against one medicine by one rule are one finding, as are twins."""
        db = catalog(interactions=[interaction()])
        lines = (SUPPLEMENT, "Magnesium chloride 5 mg", SUPPLEMENT)
        (found,) = interactions(db, *lines, medications=("drug-a", "Brandex"))

        assert ("magnesium", "magnesium-oxide", "magnesium-chloride", "drug-a") == found.subjects
        assert 3 == len(found.inputs)

    @pytest.mark.parametrize(
        ("roles", "line", "certain"),
        [
            (["antacid"], "Magnesium oxide 5 mg", True),
            (["antacid"], "Magnesium 5 mg", False),
            (["antacid"], "Magnesium blend 5 mg", False),
        ],
    )
    def test_roles(self, roles: list[str], line: str, certain: bool) -> None:
        """A rule on some salts holds for these, and perhaps where the form is not known."""
        blend = form("magnesium-blend", kind="unspecified", assays=[])
        db = catalog(interactions=[interaction(roles=roles)], forms=[*content()["forms"], blend])
        (found,) = interactions(db, line, medications=("drug-a",))

        assert ("moderate" if certain else "minor") == found.level
        assert certain == found.values["certain"]
        assert certain != ("is not known" in found.message)

    def test_other_roles(self) -> None:
        """A rule on other salts, or on injections, does not hold for what is swallowed."""
        for roles in (["antacid"], ["parenteral"]):
            db = catalog(interactions=[interaction(roles=roles)])
            assert [] == interactions(db, "Magnesium chloride 5 mg", medications=("drug-a",))

    def test_form_not_in_catalog(self) -> None:
        """A form that nobody knows may be one that the rule speaks of."""
        db = catalog(interactions=[interaction(roles=["antacid"])])
        item = sdb.Item(mineral="magnesium", forms=("magnesium-nowhere",))
        (found,) = interactions(db, item, medications=("drug-a",))

        assert not found.values["certain"]

    def test_nutrients(self) -> None:
        """A mineral against another that is taken too is a finding of its own code."""
        calcium = MINERAL | {"id": "calcium", "name": "calcium", "symbol": "Ca", "names": []}
        db = catalog(
            minerals=[MINERAL, calcium],
            interactions=[interaction(object="calcium", effect="subject-absorption-reduced")],
        )
        both = (SUPPLEMENT, sdb.Item(mineral="calcium"), sdb.Item(mineral="zinc"))
        (found,) = interactions(db, *both, medications=())

        assert "interaction.nutrient" == found.code
        assert ("magnesium", "magnesium-oxide", "calcium") == found.subjects
        assert "Magnesium with calcium" in found.message
        assert [] == interactions(db, SUPPLEMENT, SUPPLEMENT, medications=())

    def test_ligands(self) -> None:
        """A rule on a ligand holds for the forms that bring it."""
        glycine = {"id": "glycine", "name": "glycine", "sources": CITED}
        db = catalog(
            ligands=[glycine],
            forms=[form(ligands=["glycine"])],
            interactions=[interaction(subject="glycine")],
        )
        *_, found = interactions(db, SUPPLEMENT, medications=("drug-a",))

        assert ("magnesium-oxide", "glycine", "rule-a", "drug-a") == found.path

    def test_uncertain_never_hides(self) -> None:
        """A rule that may hold for the molecule does not hide one that does hold for its class."""
        db = catalog(
            interactions=[
                interaction("by-class", object="class-a", severity="serious"),
                interaction("by-molecule", roles=["antacid"]),
            ]
        )
        (found,) = interactions(db, "Magnesium 5 mg", medications=("drug-a",))

        assert "by-class" == found.values["rule"]

    def test_no_rule(self) -> None:
        """A pair that nobody lists raises nothing."""
        db = catalog(interactions=[interaction()])

        assert [] == interactions(db, SUPPLEMENT, medications=("drug-b",))
        assert [] == interactions(db, sdb.Item(mineral="zinc"), medications=("drug-a",))

    def test_without_rules(self) -> None:
        """A mineral of which no rule speaks by name is told, once, when a medicine is taken."""
        db = catalog(interactions=[interaction(subject="cations", object="drug-b")])
        (found,) = interactions(db, SUPPLEMENT, SUPPLEMENT, medications=("drug-a",))

        assert "coverage.not-covered" == found.code
        assert ("magnesium",) == found.subjects
        assert "medicines with magnesium, of which this edition has no rule" in found.message
        assert [] == interactions(db, SUPPLEMENT, medications=())

    @pytest.mark.parametrize("text", ["nobody", "", "drug", "in"])
    def test_unknown(self, text: str) -> None:
        """A medicine that is not found is told and quoted, and matches nothing."""
        (found,) = interactions(catalog(), SUPPLEMENT, medications=(text, text))

        assert "name.unknown" == found.code
        assert f'No medicine is known by the name "{text}"' in found.message
        assert (text,) == found.inputs

    def test_ambiguous(self) -> None:
        """A medicine's name that means two is told, and neither is used."""
        twin = {"id": "class-c", "name": "drug a", "sources": CITED}
        classes = [*content()["medication_classes"], twin]
        db = catalog(interactions=[interaction()], medication_classes=classes)
        (found,) = interactions(db, SUPPLEMENT, medications=("drug a",))

        assert "name.ambiguous" == found.code
        assert "may name more than one medicine" in found.message

    def test_several_hours(self) -> None:
        """Where sources differ the first leads and the others are told."""
        shorter = {"object_before_hours": "1", "source": "source-a"}
        more: dict[str, Any] = {
            "exceptions": "Not with food.",
            "sources": [*CITED, {"source": "source-a", "locator": "p. 2"}],
        }
        rule = interaction(
            action="separate", separations=[shorter, *SEPARATE["separations"]], **more
        )
        (found,) = interactions(catalog(interactions=[rule]), SUPPLEMENT, medications=("drug-a",))

        assert (
            "Take drug a at least 1 hour before the magnesium (another source: at least 2 hours"
            in (found.message)
        )
        assert "Not with food." in found.message
        assert "and 1 more." in found.message


def cautions(db: Catalog, *lines: Any, **person: Any) -> list[sdb.Finding]:
    """Findings of the caution check."""
    return list(sdb.check_cautions(db, lines, sdb.Person(**person)))


class TestCautions:
    def test_found(self) -> None:
        """A caution on a condition gives level, action and the way to it."""
        db = catalog(cautions=[caution(monitor=["marker"], kind="contraindicated")])
        (found,) = cautions(db, SUPPLEMENT, conditions=("Wide State",))

        assert ("caution.contraindicated", "moderate") == (found.code, found.level)
        assert ("magnesium", "caution-a", "wide") == found.path
        assert ("magnesium", "wide") == found.subjects
        assert "Magnesium, wide state: contraindicated." in found.message
        assert "To watch: marker." in found.message
        assert 2 == len(found.inputs)

    def test_inherited(self) -> None:
        """A caution on a wider condition holds for a narrower one."""
        (found,) = cautions(catalog(cautions=[caution()]), SUPPLEMENT, conditions=("narrow",))

        assert ("magnesium", "caution-a", "wide", "narrow") == found.path

    def test_narrower_counts(self) -> None:
        """Of two cautions on one line of descent the narrower is told."""
        db = catalog(cautions=[caution(), caution("caution-b", condition="narrow")])
        (found,) = cautions(db, SUPPLEMENT, conditions=("narrow",))

        assert "caution-b" == found.values["rule"]

    def test_graver_is_kept(self) -> None:
        """A graver word on a wider condition is not hidden by a milder one below it."""
        db = catalog(
            cautions=[caution(kind="contraindicated"), caution("caution-b", condition="narrow")]
        )

        assert 2 == len(cautions(db, SUPPLEMENT, conditions=("narrow",)))

    def test_same_condition(self) -> None:
        """Of two cautions on one condition the graver is told, once."""
        db = catalog(
            cautions=[caution(), caution("caution-b", severity="serious"), caution("caution-c")]
        )
        (found,) = cautions(db, SUPPLEMENT, conditions=("wide",))

        assert "caution-b" == found.values["rule"]

    def test_twins(self) -> None:
        """Of two equal cautions the first is told."""
        db = catalog(cautions=[caution("caution-b"), caution("caution-a")])
        (found,) = cautions(db, SUPPLEMENT, conditions=("wide",))

        assert "caution-a" == found.values["rule"]

    @pytest.mark.parametrize(("egfr", "count"), [(29, 1), (30, 0), (75, 0)])
    def test_egfr(self, egfr: int, count: int) -> None:
        """An eGFR in the band of a condition of reduced filtration counts as the condition."""
        db = catalog(cautions=[caution(condition="narrow"), caution("caution-b", condition="mild")])
        found = cautions(db, SUPPLEMENT, egfr=egfr)

        assert count == len(found)
        assert not count or "eGFR" in found[0].inputs

    def test_perhaps(self) -> None:
        """Where a narrower condition would be a contraindication, the question is put."""
        db = catalog(cautions=[caution(condition="narrow", kind="contraindicated")])
        (found,) = cautions(db, SUPPLEMENT, conditions=("wide",))

        assert "coverage.not-covered" == found.code
        assert "whether narrow state is present" in found.message
        assert [] == cautions(db, SUPPLEMENT, conditions=("wide",), egfr=100)
        assert [] == cautions(db, SUPPLEMENT)
        milder = catalog(cautions=[caution(condition="narrow")])
        assert [] == cautions(milder, SUPPLEMENT, conditions=("wide",))

    def test_perhaps_sideways(self) -> None:
        """A condition that is both what is given and what would be contraindicated may be meant."""
        conditions = [
            {"id": "ckd", "name": "ckd", "sources": CITED},
            {"id": "severe", "name": "severe", "sources": CITED},
            {"id": "stage", "name": "stage", "parents": ["ckd", "severe"], "sources": CITED},
        ]
        db = catalog(
            conditions=conditions, cautions=[caution(condition="severe", kind="contraindicated")]
        )
        (found,) = cautions(db, SUPPLEMENT, conditions=("ckd",))

        assert "whether severe is present" in found.message

    def test_population(self) -> None:
        """A caution for an age holds for it, and is said to be open where the age is unknown."""
        db = catalog(
            cautions=[
                caution(population={"max_months": 12}),
                caution("caution-b", population={"max_months": 12}),
                caution("caution-c", population={"min_months": 780}),
            ]
        )

        (found,) = cautions(db, SUPPLEMENT, age_years=0.5)
        assert "Magnesium, people under 1 year: caution." in found.message
        assert [] == cautions(db, SUPPLEMENT, age_years=30)
        (found,) = cautions(db, SUPPLEMENT)
        assert "cautions for people under 1 year, people from 65 years" in found.message

    def test_stage(self) -> None:
        """A caution for pregnancy holds in pregnancy."""
        db = catalog(cautions=[caution(population={"sex": "female", "stage": "pregnant"})])

        assert 1 == len(cautions(db, SUPPLEMENT, stage="pregnant"))
        assert [] == cautions(db, SUPPLEMENT, sex="female")
        assert [] == cautions(db, SUPPLEMENT, sex="male")

    def test_roles(self) -> None:
        """A caution on some forms holds for these, and perhaps for an unknown one."""
        db = catalog(cautions=[caution(roles=["antacid"])])

        assert [] == cautions(db, "Magnesium chloride 5 mg", conditions=("wide",))
        (found,) = cautions(db, "Magnesium 5 mg", "Magnesium chloride 5 mg", conditions=("wide",))
        assert ("Magnesium 5 mg", "wide") == found.inputs
        assert "whether the form on the line is one is not known" in found.message

    def test_wide_and_narrow(self) -> None:
        """A person with both the wide and the narrow condition is told of the one they named."""
        db = catalog(cautions=[caution()])
        for conditions in (("narrow", "wide"), ("wide", "narrow")):
            (found,) = cautions(db, SUPPLEMENT, conditions=conditions)
            assert ("magnesium", "caution-a", "wide") == found.path

    def test_every_rule_is_looked_at(self) -> None:
        """A caution for other people does not end the search."""
        db = catalog(
            cautions=[
                caution("caution-a", population={"max_months": 12}),
                caution("caution-b"),
            ]
        )
        (found,) = cautions(db, SUPPLEMENT, age_years=40, conditions=("wide",))

        assert "caution-b" == found.values["rule"]

    def test_subjects_apart(self) -> None:
        """Cautions on the mineral, its form and its class are told each."""
        subjects = ("magnesium", "magnesium-oxide", "cations")
        rules = [caution(f"caution-{s}", subject=s) for s in subjects]
        found = cautions(catalog(cautions=rules), SUPPLEMENT, conditions=("wide",))

        assert {rule["id"] for rule in rules} == {f.values["rule"] for f in found}

    @pytest.mark.parametrize("weak", [{"likelihood": "unlikely"}, {"evidence": "case-report"}])
    def test_graver_by_any_axis(self, weak: dict[str, str]) -> None:
        """What is unlikely or weakly founded gives way to what is not."""
        db = catalog(cautions=[caution("caution-a", **weak), caution("caution-b")])
        (found,) = cautions(db, SUPPLEMENT, conditions=("wide",))

        assert "caution-b" == found.values["rule"]

    def test_populations_apart(self) -> None:
        """Cautions for the same people are one, for other people two."""
        same = [caution("caution-a", population={}), caution("caution-b", population={})]
        other = [caution("caution-a", population={"max_months": 900}), same[1]]

        assert 1 == len(cautions(catalog(cautions=same), SUPPLEMENT, age_years=30))
        assert 2 == len(cautions(catalog(cautions=other), SUPPLEMENT, age_years=30))

    def test_whole_findings(self) -> None:
        """Findings carry all their facts."""
        young = caution("caution-b", population={"max_months": 12})
        severe = caution("caution-c", condition="narrow", kind="contraindicated")
        db = catalog(cautions=[caution(), young, severe])
        found = cautions(db, SUPPLEMENT, conditions=("wide",))
        facts = {finding.path[-1]: finding.to_dict() for finding in found}

        assert {"caution-b", "caution-c", "wide"} == set(facts)
        main = facts["wide"]
        assert ["source-a"] == main["sources"]
        assert "monitor" == main["action"]
        assert ["magnesium", "wide"] == main["subjects"]
        assert ("moderate", "probable", "trial", None) == tuple(
            main["values"][axis] for axis in ("severity", "likelihood", "evidence", "population")
        )
        open_age = facts["caution-b"]
        assert (["magnesium"], "inform") == (open_age["subjects"], open_age["action"])
        assert ["caution-b"] == open_age["path"] == open_age["values"]["rules"]
        question = facts["caution-c"]
        assert (["magnesium"], "inform") == (question["subjects"], question["action"])
        assert ["magnesium", "caution-c"] == question["path"]
        assert ["source-a"] == question["sources"]
        assert ("caution-c", "Something happens.") == (
            question["values"]["rule"],
            question["values"]["summary"],
        )

    def test_unknown(self) -> None:
        """A condition that is not found is told and quoted."""
        (wrong,) = cautions(catalog(), SUPPLEMENT, conditions=("drug-a",))
        assert "name.unknown" == wrong.code
        (found,) = cautions(catalog(cautions=[caution()]), SUPPLEMENT, conditions=("nothing",))

        assert 'No condition is known by the name "nothing"' in found.message

    def test_unknown_mineral(self) -> None:
        """A mineral that is not in the catalog has no cautions."""
        assert [] == cautions(
            catalog(cautions=[caution()]), sdb.Item(mineral="zinc"), conditions=("wide",)
        )

    @pytest.mark.parametrize("person", [{"conditions": ("wide",)}, {"stage": "pregnant"}])
    def test_without_rules(self, person: dict[str, Any]) -> None:
        """A mineral without a caution is told where there is something to be cautious about."""
        (found,) = cautions(catalog(), SUPPLEMENT, **person)

        assert "coverage.not-covered" == found.code
        assert "conditions and stages of life with magnesium" in found.message
        assert [] == cautions(catalog(), SUPPLEMENT)


class TestTiming:
    @pytest.mark.parametrize(
        ("line", "medicine", "count"),
        [
            ("Magnesium 5 mg in the morning", "drug a 5 mg in the morning", 1),
            ("Magnesium 5 mg at bedtime", "drug a in the morning", 0),
            ("Magnesium 5 mg", "drug a in the morning", 0),
            ("Magnesium 5 mg in the morning", "drug b in the morning", 0),
        ],
    )
    def test_same_time(self, line: str, medicine: str, count: int) -> None:
        """The same time of day is a finding where hours must lie between."""
        db = catalog(interactions=[interaction(**SEPARATE)])
        person = sdb.Person(medications=(medicine,))
        found = list(sdb.check_timing(db, [line, line], person))

        assert count == len(found)
        for finding in found:
            assert "timing.separate" == finding.code
            assert "name the same time of day (morning)" in finding.message
            assert (line, medicine) == finding.inputs

    def test_other_actions(self) -> None:
        """Where hours do not help there is no finding about hours."""
        db = catalog(interactions=[interaction()])
        person = sdb.Person(medications=("drug a in the morning",))

        assert [] == list(sdb.check_timing(db, ["Magnesium 5 mg in the morning"], person))


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
