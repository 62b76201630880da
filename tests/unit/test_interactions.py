# SPDX-License-Identifier: MIT
"""The interaction check on small catalogs, one behaviour a test."""

from collections.abc import Sequence
from typing import Any

import pytest

import supplementdb as sdb
from made import (
    CITED,
    MINERAL,
    SEPARATE,
    SUPPLEMENT,
    catalog,
    caution,
    content,
    form,
    interaction,
    limit,
)
from supplementdb.catalog import Catalog


def interactions(db: Catalog, *lines: Any, medications: tuple[str, ...]) -> list[sdb.Finding]:
    """Findings of the interaction check."""
    return list(sdb.check_interactions(db, lines, sdb.Person(medications=medications)))


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

    @pytest.mark.parametrize(
        ("near", "rules"),
        [
            ({"severity": "life-threatening"}, ["far"]),
            ({"severity": "life-threatening", **SEPARATE}, ["far", "near"]),
            ({"severity": "serious", **SEPARATE}, ["far"]),
        ],
    )
    def test_nearer_that_may_hold(self, near: dict[str, Any], rules: list[str]) -> None:
        """What is nearer and only may hold is told too, where it asks for more."""
        db = catalog(
            interactions=[
                interaction("far", object="class-a", severity="serious"),
                interaction("near", roles=["antacid"], **near),
            ]
        )
        item = sdb.Item(mineral="magnesium", amount=sdb.Amount(5, "mg"), basis="elemental")

        found = [f.values["rule"] for f in interactions(db, item, medications=("drug-a",))]
        assert rules == found

    @pytest.mark.parametrize(("after", "rules"), [("4", ["far"]), ("5", ["far", "near"])])
    def test_nearer_hours(self, after: str, rules: list[str]) -> None:
        """What is nearer, only may hold and is as grave is told where it asks for more hours."""
        hours = {"object_before_hours": "2", "object_after_hours": after, "source": "source-a"}
        near = interaction(
            "near", roles=["antacid"], severity="life-threatening", separations=[hours]
        )
        far = interaction("far", object="class-a", severity="serious", **SEPARATE)
        found = interactions(
            catalog(interactions=[far, near]), "Magnesium 5 mg", medications=("drug-a",)
        )

        assert rules == [one.values["rule"] for one in found]

    def test_wider_that_may_hold(self) -> None:
        """What is wider and only may hold is not told beside what is nearer, grave as it is."""
        db = catalog(
            interactions=[
                interaction("near", severity="minor"),
                interaction(
                    "far", object="class-a", severity="life-threatening", roles=["antacid"]
                ),
            ]
        )
        item = sdb.Item(mineral="magnesium", amount=sdb.Amount(5, "mg"), basis="elemental")

        assert ["near"] == [
            f.values["rule"] for f in interactions(db, item, medications=("drug-a",))
        ]

    def test_one_doubt(self) -> None:
        """Of form and amount that is told which is open."""
        db = catalog(interactions=[interaction(roles=["antacid"], from_amount="100 mg")])
        sure, vague = sdb.Amount(200, "mg"), sdb.Amount(50, "mg")
        words = {"form": "whether the form on the line is one", "amount": "reaches this amount"}
        for forms, amount, most, doubts in (
            ((), sure, None, {"form"}),
            (("magnesium-oxide",), vague, sure, {"amount"}),
            ((), vague, sure, {"form", "amount"}),
        ):
            item = sdb.Item(
                mineral="magnesium", amount=amount, amount_max=most, basis="elemental", forms=forms
            )
            (found,) = interactions(db, item, medications=("drug-a",))
            assert doubts == {word for word, text in words.items() if text in found.message}

    def test_fewest_doubts(self) -> None:
        """Of lines that leave as much open the first says what it is."""
        calcium = MINERAL | {"id": "calcium", "name": "calcium", "symbol": "Ca", "names": []}
        lime = form("calcium-oxide", formula="CaO", minerals=["calcium"], roles=["antacid"])
        db = catalog(
            minerals=[MINERAL, calcium],
            forms=[*content()["forms"], lime],
            interactions=[interaction(subject="cations", roles=["antacid"], from_amount="100 mg")],
        )
        lines = ("Magnesium 100 mg", sdb.Item(mineral="calcium", forms=("calcium-oxide",)))
        found = interactions(db, *lines, medications=("drug-a",))

        assert [("form",)] == [f.values["doubts"] for f in found if "rule" in f.values]

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

    @pytest.mark.parametrize(
        ("amount", "level"), [("200 mg", "serious"), ("201 mg", "moderate"), (None, "serious")]
    )
    def test_likely_from(self, amount: str | None, level: str) -> None:
        """Below the amounts that the sources speak of it is unlikely, and that is told."""
        more = {"likely_from": amount} if amount else {}
        db = catalog(interactions=[interaction(severity="serious", **more)])
        (found,) = interactions(db, SUPPLEMENT, medications=("drug-a",))

        assert level == found.level
        assert (level == "moderate") == ("speak of 201 mg a day or more" in found.message)

    @pytest.mark.parametrize(("likely", "is_wrong"), [("5 mg", True), ("6 mg", False)])
    def test_amounts_rise(self, likely: str, is_wrong: bool) -> None:
        """What the sources speak of lies above the amount from which a rule holds."""
        rule = interaction(from_amount="5 mg", likely_from=likely)
        if is_wrong:
            with pytest.raises(sdb.DataError, match="likely_from must be above from_amount"):
                catalog(interactions=[rule])
        else:
            assert catalog(interactions=[rule]).interactions

    def test_likely_from_open(self) -> None:
        """Where it is not known whether so much is taken, it only may be, as with other amounts."""
        db = catalog(interactions=[interaction(severity="serious", likely_from="900 mg")])
        (found,) = interactions(db, sdb.Item(mineral="magnesium"), medications=("drug-a",))

        assert "moderate" == found.level
        assert "speak of 900 mg a day or more; this is less, or may be" in found.message

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
        assert "inform" == found.action
        assert "medicines with magnesium, of which this edition has no rule" in found.message
        assert [] == interactions(db, SUPPLEMENT, medications=())

    def test_several_without_rules(self) -> None:
        """Several such minerals are one finding, in the order of the lines."""
        calcium = MINERAL | {"id": "calcium", "name": "calcium", "symbol": "Ca", "names": []}
        db = catalog(minerals=[MINERAL, calcium])
        lines = (sdb.Item(mineral="calcium"), sdb.Item(mineral="zinc"), SUPPLEMENT)
        (found,) = interactions(db, *lines, medications=("drug-a",))

        assert ("calcium", "magnesium") == found.subjects
        assert "medicines with calcium, magnesium, of which" in found.message

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

    def test_every_line_is_looked_at(self) -> None:
        """A mineral that is not on record, or a rule that does not fit, hides none behind it."""
        calcium = MINERAL | {"id": "calcium", "name": "calcium", "symbol": "Ca", "names": []}
        other = interaction("other", subject="calcium", effect="object-absorption-increased")
        roles = interaction("roles", roles=["laxative"], effect="object-absorption-increased")
        against = interaction("against", object="calcium", effect="subject-absorption-reduced")
        db = catalog(minerals=[MINERAL, calcium], interactions=[other, roles, against])
        unknown, mineral = sdb.Item(mineral="zinc"), sdb.Item(mineral="calcium")
        found = interactions(db, unknown, mineral, SUPPLEMENT, medications=("drug-a",))

        assert {"other", "against"} == {
            f.values["rule"] for f in found if f.code.startswith("interaction")
        }
        (nutrient,) = (f for f in found if f.code == "interaction.nutrient")
        assert (str(SUPPLEMENT), str(mineral)) == nutrient.inputs

    def test_path_of_two_forms(self) -> None:
        """The way to a rule on the mineral begins with the first form of the line."""
        both = sdb.Item(mineral="magnesium", forms=("magnesium-oxide", "magnesium-chloride"))
        (found,) = interactions(
            catalog(interactions=[interaction()]), both, medications=("drug-a",)
        )

        assert ("magnesium-oxide", "magnesium", "rule-a", "drug-a") == found.path

    def test_every_rule_is_looked_at(self) -> None:
        """A rule on another mineral, or on other forms, hides none behind it."""
        calcium = MINERAL | {"id": "calcium", "name": "calcium", "symbol": "Ca", "names": []}
        effect = {"effect": "object-absorption-increased"}
        db = catalog(
            minerals=[MINERAL, calcium],
            interactions=[
                interaction("first", subject="calcium"),
                interaction("second", roles=["laxative"]),
                interaction("third", **effect),
            ],
        )
        (found,) = interactions(db, SUPPLEMENT, medications=("drug-a",))

        assert "third" == found.values["rule"]

    def test_unknown_mineral_beside(self) -> None:
        """A mineral that is not on record hides none behind it on its line."""
        calcium = MINERAL | {"id": "calcium", "name": "calcium", "symbol": "Ca", "names": []}
        against = interaction(object="calcium", effect="subject-absorption-reduced")
        db = catalog(minerals=[MINERAL, calcium], interactions=[against])
        items = (sdb.Item(mineral="zinc"), sdb.Item(mineral="calcium"))
        found = interactions(db, SUPPLEMENT, sdb.Line(text="two", items=items), medications=())

        assert ["rule-a"] == [finding.values["rule"] for finding in found]


class TestThresholds:
    """A rule that holds from an amount on is silent below it, and open where it is not known."""

    @pytest.mark.parametrize(
        ("lines", "certain"),
        [
            ([200], True),
            ([199], None),
            ([100, 100], True),
            ([None], False),
            ([100, None], False),
            ([(100, 300)], False),
        ],
    )
    def test_amounts(self, lines: list[Any], certain: bool | None) -> None:
        """The total of the day decides."""
        items = []
        for amount in lines:
            low, high = amount if isinstance(amount, tuple) else (amount, None)
            items.append(
                sdb.Item(
                    mineral="magnesium",
                    forms=("magnesium-oxide",),
                    basis="elemental",
                    amount=low and sdb.Amount(low, "mg"),
                    amount_max=high and sdb.Amount(high, "mg"),
                )
            )
        db = catalog(interactions=[interaction(from_amount="200 mg")])
        found = interactions(db, *items, medications=("drug a",))

        assert [certain] * (certain is not None) == [f.values["certain"] for f in found]
        assert all("Known from 200 mg a day on." in f.message for f in found)


FACTORS = [
    {"id": "vitamin-c", "name": "vitamin C", "names": [{"text": "ascorbic acid"}], "sources": CITED}
]


class TestWhichForm:
    """Rules on single forms where the form is not known."""

    @pytest.mark.parametrize(
        ("rule", "medication", "is_told"),
        [
            ({}, "drug a", True),
            ({"object": "class-b"}, "drug a", True),
            ({}, "drug b", False),
            ({}, "drug a injection", False),
            ({"roles": ["parenteral"]}, "drug a", False),
            ({"from_amount": "6 mg"}, "drug a", False),
            ({"effect": "additive"}, "drug a", False),
        ],
    )
    def test_interactions(self, rule: dict[str, Any], medication: str, is_told: bool) -> None:
        """They are asked for, unless the mineral has a rule of the same effect."""
        db = catalog(
            interactions=[
                interaction(subject="magnesium-oxide", **rule),
                interaction("general", effect="additive"),
            ]
        )
        bare = sdb.Item(mineral="magnesium", amount=sdb.Amount(5, "mg"), basis="elemental")
        found = interactions(db, bare, medications=(medication,))

        asked = [f.message for f in found if f.code == "coverage.not-covered"]
        assert is_told == bool(asked)
        assert not asked or "(magnesium oxide with drug a)" in asked[0]
        assert "coverage.not-covered" not in [
            f.code for f in interactions(db, SUPPLEMENT, medications=(medication,))
        ]

    def test_whole_question(self) -> None:
        """The question carries all its facts."""
        db = catalog(interactions=[interaction(subject="magnesium-oxide")])
        bare = sdb.Item(mineral="magnesium", amount=sdb.Amount(5, "mg"), basis="elemental")
        (facts,) = [
            found.to_dict()
            for found in interactions(db, bare, medications=("drug a",))
            if "which form" in found.message
        ]

        assert (["magnesium"], ["magnesium"]) == (facts["subjects"], facts["path"])
        assert ("inform", "note") == (facts["action"], facts["level"])
        assert ([str(bare)], ["rule-a"]) == (facts["inputs"], facts["values"]["rules"])

    def test_several(self) -> None:
        """Each form is named, with all the medicines that it has rules on."""
        db = catalog(
            interactions=[
                interaction("one", subject="magnesium-oxide"),
                interaction("two", subject="magnesium-oxide", object="drug-b"),
                interaction("three", subject="magnesium-chloride"),
            ]
        )
        *_, asked = interactions(db, "Magnesium 5 mg", medications=("drug a", "drug b"))

        assert "(magnesium oxide with drug a, drug b; magnesium chloride with drug a)" in (
            asked.message
        )

    @pytest.mark.parametrize(
        ("rule", "conditions", "is_told"),
        [
            ({}, ("wide",), True),
            ({}, ("narrow",), True),
            ({}, ("mild",), False),
            ({"except_conditions": ["narrow"]}, ("narrow",), False),
            ({"condition": "narrow"}, ("narrow",), False),
            ({"population": {"min_months": 12}}, (), True),
            ({"population": {"max_months": 12}}, (), False),
        ],
    )
    def test_cautions(
        self, rule: dict[str, Any], conditions: tuple[str, ...], is_told: bool
    ) -> None:
        """So are cautions, unless the mineral has one for the same people."""
        general = caution("general", condition="narrow")
        db = catalog(cautions=[caution(subject="magnesium-oxide", **rule), general])
        bare = sdb.Item(mineral="magnesium", amount=sdb.Amount(5, "mg"), basis="elemental")
        person = sdb.Person(age_years=30, conditions=conditions)
        asked = [
            f for f in sdb.check_cautions(db, [bare], person) if f.code == "coverage.not-covered"
        ]

        assert is_told == bool(asked)
        assert not asked or "(magnesium oxide with " in asked[0].message

    def test_whole_caution(self) -> None:
        """The question on a caution names its condition and its rule."""
        db = catalog(cautions=[caution(subject="magnesium-oxide")])
        person = sdb.Person(conditions=["wide"])
        *_, asked = sdb.check_cautions(db, ["Magnesium 5 mg"], person)

        assert "(magnesium oxide with wide state)" in asked.message
        assert ("caution-a",) == asked.values["rules"]

    def test_every_caution_is_looked_at(self) -> None:
        """A caution for people of whom the mineral has one hides none behind it."""
        db = catalog(
            cautions=[
                caution("general", condition="narrow"),
                caution("known", subject="magnesium-oxide", condition="narrow"),
                caution("new", subject="magnesium-chloride"),
            ]
        )
        found = sdb.check_cautions(db, ["Magnesium 5 mg"], sdb.Person(conditions=["narrow"]))

        assert [("new",)] == [f.values["rules"] for f in found if "rules" in f.values]


class TestAlong:
    """What comes along in a salt of two minerals."""

    def found(self, amount: str, least: str | None, **more: Any) -> list[str]:
        """Rules found for calcium that dicalcium phosphate brings with phosphorus."""
        phosphorus = {**MINERAL, "id": "phosphorus", "name": "phosphorus", "symbol": "P"}
        calcium = {**MINERAL, "id": "calcium", "name": "calcium", "symbol": "Ca"}
        salt = form(
            "phosphorus-salt", formula="CaHPO4", hydration="0", minerals=["phosphorus", "calcium"]
        )
        db = catalog(
            minerals=[MINERAL, {**phosphorus, "names": []}, {**calcium, "names": []}],
            forms=[salt],
            intakes=[limit("need", least, nutrient="calcium", kind="AI")] if least else [],
            interactions=[interaction(subject="calcium", **more)],
            cautions=[caution(subject="calcium", **more)],
        )
        item = sdb.Item(
            mineral="phosphorus",
            amount=sdb.Amount.parse(amount),
            basis="elemental",
            forms=("phosphorus-salt",),
        )
        person = sdb.Person(medications=["drug a"], conditions=["wide"])
        checks = (sdb.check_interactions, sdb.check_cautions)
        return [f.values["rule"] for check in checks for f in check(db, [item], person)
                if "rule" in f.values]  # fmt: skip

    @pytest.mark.parametrize(
        ("least", "more", "is_told"),
        [
            # 100 mg of phosphorus bring 129.4 mg of calcium.
            ("1290 mg", {}, True),
            ("1295 mg", {}, False),
            (None, {}, True),
            ("1290 mg", {"from_amount": "129 mg"}, True),
            ("1290 mg", {"from_amount": "130 mg"}, False),
        ],
    )
    def test_counts(self, least: str | None, more: dict[str, Any], is_told: bool) -> None:
        """From a tenth of what is recommended a day on it counts as if it were named."""
        assert (["rule-a", "caution-a"] if is_told else []) == self.found("100 mg", least, **more)

    @pytest.mark.parametrize(("least", "count"), [("2000 mg", 1), ("2001 mg", 0)])
    def test_exactly(self, least: str, count: int) -> None:
        """Just a tenth of what is recommended counts."""
        shares = [
            {"mineral": id, "low": share, "high": share, "basis": "as-is", "sources": CITED}
            for id, share in (("phosphorus", "0.2"), ("calcium", "0.4"))
        ]
        found = self.brought(
            interaction(subject="calcium"),
            intakes=[limit("need", least, nutrient="calcium", kind="AI")],
            minerals=["phosphorus", "calcium"],
            assays=shares,
        )

        assert count == len(found)

    def test_several(self) -> None:
        """All that comes along counts, with the form that brings it."""
        found = self.brought(
            interaction(subject="calcium"),
            interaction("rule-b", subject="potassium"),
            minerals=["phosphorus", "calcium", "potassium"],
            formula="KCaPO4",
            hydration="0",
        )

        assert [
            ("phosphorus-salt", "calcium", "rule-a", "drug-a"),
            ("phosphorus-salt", "potassium", "rule-b", "drug-a"),
        ] == [one.path for one in found]

    def brought(
        self, *rules: dict[str, Any], intakes: Sequence[dict[str, Any]] = (), **salt: Any
    ) -> list[sdb.Finding]:
        """Findings by these rules for what a salt of phosphorus brings with 100 mg of it."""
        symbols = {"phosphorus": "P", "calcium": "Ca", "potassium": "K"}
        minerals = [
            {**MINERAL, "id": id, "name": id, "symbol": symbol, "names": []}
            for id, symbol in symbols.items()
        ]
        db = catalog(
            minerals=[MINERAL, *minerals],
            forms=[form("phosphorus-salt", **salt)],
            intakes=[*intakes],
            interactions=[*rules],
        )
        item = sdb.Item(
            mineral="phosphorus",
            amount=sdb.Amount(100, "mg"),
            basis="elemental",
            forms=("phosphorus-salt",),
        )
        found = interactions(db, item, medications=("drug a",))
        return [one for one in found if "rule" in one.values]


class TestFactors:
    """Rules on what is no mineral hold where a line names it."""

    @pytest.mark.parametrize(
        "other", ["Vitamin C 500 mg", "Rose hips and ascorbic acid, 1 g", "C vitamin"]
    )
    def test_named(self, other: str) -> None:
        """What helps is a note, and says with what."""
        rule = interaction(
            object="vitamin-c", effect="subject-absorption-increased", severity="serious"
        )
        db = catalog(factors=FACTORS, interactions=[rule])
        (found,) = interactions(db, SUPPLEMENT, other, medications=())

        assert ("interaction.nutrient", "note") == (found.code, found.level)
        assert "Magnesium with vitamin C: Something happens." in found.message
        assert ("magnesium", "magnesium-oxide", "vitamin-c") == found.subjects
        assert "vitamin C" == db.factors["vitamin-c"].name
        report = sdb.screen([SUPPLEMENT, other], catalog=db)
        assert "name.unknown" not in [finding.code for finding in report.findings]

    def test_not_named(self) -> None:
        """Part of a name is not the name."""
        db = catalog(factors=FACTORS, interactions=[interaction(object="vitamin-c")])

        for other in ("Vitamin D 10 mcg", "Vitamin C serum 30 ml", "500 mg"):
            assert [] == interactions(db, SUPPLEMENT, other, medications=())

    def test_name_without_words(self) -> None:
        """A name that has no word in it is named by no line."""
        sign = {"id": "sign", "name": "%", "sources": CITED}
        db = catalog(factors=[sign], interactions=[interaction(object="sign")])

        assert [] == interactions(db, SUPPLEMENT, "500 mg", medications=())

    @pytest.mark.parametrize("letter", ["C", "D", "E", "A"])
    def test_letters(self, letter: str) -> None:
        """The letter of a vitamin belongs to its name, also where it is a word elsewhere."""
        vitamin = {"id": "vitamin-x", "name": f"vitamin {letter}", "sources": CITED}
        db = catalog(factors=[vitamin], interactions=[interaction(object="vitamin-x")])

        assert 1 == len(interactions(db, SUPPLEMENT, f"Vitamin {letter} 25 mcg", medications=()))

    @pytest.mark.parametrize(
        ("line", "count"),
        [
            ("coffee", 1),
            ("taken in coffee", 1),
            ("not with coffee", 0),
            ("Collagen, no coffee", 0),
            ("coffee-free", 0),
            ("without milk and coffee", 0),
            ("free from milk/coffee", 0),
            ("Free  of milk and coffee", 0),
            # What is denied is the rest of its clause, or what stands before "free".
            ("no sugar, coffee", 1),
            ("(no sugar) coffee", 1),
            ("no sugar; coffee", 1),
            ("Cocoa (no sugar coffee)", 0),
            ("coffee, no sugar", 1),
            ("coffee, no coffee", 1),
            ("sugar-free, coffee", 1),
            ("sugar-free with coffee", 1),
            ("no sugar; taste: coffee", 1),
            ("no sugar. Coffee", 1),
            ("free from: coffee", 0),
            ("free from: sugar and coffee", 0),
        ],
    )
    def test_negated(self, line: str, count: int) -> None:
        """What a line says is not taken is not taken."""
        coffee = {"id": "coffee", "name": "coffee", "sources": CITED}
        db = catalog(factors=[coffee], interactions=[interaction(object="coffee")])

        assert count == len(interactions(db, SUPPLEMENT, line, medications=()))

    def test_same_texts(self) -> None:
        """Lines without a text, or a medicine that is written like a line, are not one product."""
        calcium = {**MINERAL, "id": "calcium", "name": "calcium", "symbol": "Ca", "names": []}
        db = catalog(
            minerals=[MINERAL, calcium],
            interactions=[interaction(), interaction("pair", object="calcium")],
        )
        lines = [sdb.Line(text="", items=(sdb.Item(mineral=id),)) for id in db.minerals]

        assert ["pair"] == [f.values["rule"] for f in interactions(db, *lines, medications=())]
        text = "Magnesium 5 mg, drug a"
        assert ["rule-a"] == [
            f.values["rule"]
            for f in interactions(db, text, medications=("drug a",))
            if "rule" in f.values
        ]

    def test_two_products(self) -> None:
        """What is in one product hides nothing that stands on another line."""
        db = catalog(factors=FACTORS, interactions=[interaction(object="vitamin-c")])
        lines = ("Magnesium 100 mg, Vitamin C 60 mg", "Vitamin C 500 mg")
        (found,) = interactions(db, *lines, medications=())

        assert lines == found.inputs

    def test_one_product(self) -> None:
        """What is in one product cannot be kept apart, so it is not told."""
        rule = interaction(object="vitamin-c")
        db = catalog(factors=FACTORS, interactions=[rule])

        assert [] == interactions(db, "Magnesium 100 mg, Vitamin C 60 mg", medications=())
        much = catalog(factors=FACTORS, interactions=[rule | {"from_amount": "50 mg"}])
        assert interactions(much, "Magnesium 100 mg, Vitamin C 60 mg", medications=())
