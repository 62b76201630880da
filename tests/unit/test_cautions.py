# SPDX-License-Identifier: MIT
"""The caution check on small catalogs, one behaviour a test."""

from typing import Any

import pytest

import supplementdb as sdb
from made import CITED, MINERAL, SUPPLEMENT, catalog, caution, content, form
from supplementdb.catalog import Catalog


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

    @pytest.mark.parametrize(("amount", "level"), [("201 mg", None), ("200 mg", "moderate")])
    def test_from_amount(self, amount: str, level: str | None) -> None:
        """A caution may hold from an amount a day on, over all lines."""
        db = catalog(cautions=[caution(from_amount=amount)])
        found = cautions(db, SUPPLEMENT, conditions=("wide",))

        assert ([level] if level else []) == [one.level for one in found]
        for one in found:
            assert "Known from 200 mg a day on." in one.message

    @pytest.mark.parametrize(
        ("conditions", "count"),
        [
            (("wide",), 1),
            (("narrow",), 0),
            (("wide", "narrow"), 0),
            (("other",), 1),
            (("other", "narrow"), 1),
            (("mild",), 0),
        ],
    )
    def test_except(self, conditions: tuple[str, ...], count: int) -> None:
        """A caution may leave out narrower conditions, which explain the wider one."""
        other = {"id": "other", "name": "other", "parents": ["wide"], "sources": CITED}
        db = catalog(
            conditions=[*content()["conditions"], other],
            cautions=[caution(except_conditions=["narrow"])],
        )

        assert count == len(cautions(db, SUPPLEMENT, conditions=conditions))

    def test_except_hides_nothing(self) -> None:
        """A caution that leaves the condition out hides none behind it."""
        db = catalog(cautions=[caution(except_conditions=["narrow"]), caution("caution-b")])
        (found,) = cautions(db, SUPPLEMENT, conditions=("narrow",))

        assert "caution-b" == found.values["rule"]

    def test_class(self) -> None:
        """Of two cautions on a class of minerals the graver takes the place of the other."""
        db = catalog(
            cautions=[
                caution("any", subject="cations"),
                caution("salt", subject="cations", roles=["antacid"], severity="serious"),
            ]
        )
        plain = sdb.Item(mineral="magnesium", forms=("magnesium-chloride",))

        alone = cautions(db, plain, conditions=("wide",))
        assert ["any"] == [f.values["rule"] for f in alone if "rule" in f.values]
        both = cautions(db, plain, SUPPLEMENT, conditions=("wide",))
        assert ["salt"] == [f.values["rule"] for f in both if "rule" in f.values]

    def test_class_in_part(self) -> None:
        """A graver caution that does not speak of all the minerals leaves the milder one."""
        calcium = {**MINERAL, "id": "calcium", "name": "calcium", "symbol": "Ca", "names": []}
        db = catalog(
            minerals=[MINERAL, calcium],
            cautions=[
                caution("any", subject="cations"),
                caution("much", subject="cations", from_amount="150 mg", severity="serious"),
            ],
        )
        little = sdb.Item(mineral="calcium", amount=sdb.Amount(1, "mg"), basis="elemental")
        found = cautions(db, SUPPLEMENT, little, conditions=("wide",))

        assert {("any", "calcium"), ("any", "magnesium"), ("much", "magnesium")} == {
            (f.values["rule"], mineral)
            for f in found
            if "rule" in f.values
            for mineral in f.subjects[:-1]
        }

    def test_from_amount_open(self) -> None:
        """Where the amount is not known it may hold, one step lower."""
        db = catalog(cautions=[caution(from_amount="1 mg")])
        (found,) = cautions(db, sdb.Item(mineral="magnesium"), conditions=("wide",))

        assert "minor" == found.level
        assert "forms; whether" not in found.message

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
        """A graver word on a wider condition is told, and a milder one below it if it is graver."""
        wide = caution(kind="contraindicated")
        mild = catalog(cautions=[wide, caution("caution-b", condition="narrow")])
        (found,) = cautions(mild, SUPPLEMENT, conditions=("narrow",))

        assert "caution-a" == found.values["rule"]
        worse = caution("caution-b", condition="narrow", severity="serious")
        db = catalog(cautions=[wide, worse])
        assert 2 == len(cautions(db, SUPPLEMENT, conditions=("narrow",)))

    @pytest.mark.parametrize(
        ("line", "minerals"),
        [
            ("Magnesium 100 mg, sweetened with sweet", ["magnesium"]),
            ("Magnesium 100 mg effervescent, contains sweet", ["magnesium"]),
            ("Magnesium 100 mg without sweet", []),
            ("Magnesium 100 mg", []),
            ("sweet", []),
        ],
    )
    def test_factor(self, line: str, minerals: list[str]) -> None:
        """A caution on what a line names beside its minerals is one on the product."""
        db = catalog(
            factors=[{"id": "sweetener", "name": "sweet", "sources": CITED}],
            cautions=[caution(subject="sweetener", kind="contraindicated")],
        )
        found = [
            f
            for f in cautions(db, line, "Magnesium 5 mg", conditions=("wide",))
            if f.code.startswith("caution")
        ]

        assert minerals == [one for f in found for one in f.subjects[:-1]]
        assert all(line in f.inputs and "Magnesium 5 mg" not in f.inputs for f in found)

    def test_unsure_hides_nothing(self) -> None:
        """What only may hold, for some forms, hides nothing that does."""
        db = catalog(
            cautions=[
                caution(severity="serious"),
                caution("some", kind="contraindicated", severity="serious", roles=["antacid"]),
            ]
        )
        item = sdb.Item(mineral="magnesium", amount=sdb.Amount(5, "mg"), basis="elemental")
        found = cautions(db, item, conditions=("wide",))

        assert {("caution-a", "serious"), ("some", "moderate")} == {
            (f.values["rule"], f.level) for f in found
        }
        assert ["some"] == [
            f.values["rule"] for f in cautions(db, SUPPLEMENT, conditions=("wide",))
        ]

    def test_more_is_no_milder(self) -> None:
        """A graver word of a lower level, from an amount on, does not hide the higher level."""
        db = catalog(
            cautions=[
                caution(severity="serious"),
                caution("much", kind="contraindicated", severity="minor", from_amount="100 mg"),
            ]
        )

        assert {"caution-a", "much"} == {
            f.values["rule"] for f in cautions(db, SUPPLEMENT, conditions=("wide",))
        }

    def test_likely_from(self) -> None:
        """Below the amounts that the sources speak of it is unlikely, and that is told."""
        for least, level in (("200 mg", "serious"), ("201 mg", "moderate")):
            db = catalog(cautions=[caution(severity="serious", likely_from=least)])
            (found,) = cautions(db, SUPPLEMENT, conditions=("wide",))

            assert level == found.level
            assert (level == "moderate") == ("speak of 201 mg a day or more" in found.message)

    @pytest.mark.parametrize(
        ("least", "told"), [("200 mg", ["caution-b"]), ("201 mg", ["caution-a"])]
    )
    def test_likely_from_weighs(self, least: str, told: list[str]) -> None:
        """A caution of which the sources speak of more is no graver than it is told."""
        db = catalog(
            cautions=[caution(), caution("caution-b", severity="serious", likely_from=least)]
        )
        found = cautions(db, SUPPLEMENT, conditions=("wide",))

        assert told == [one.values["rule"] for one in found]

    def test_unsure_gives_way(self) -> None:
        """What only may hold gives way to what holds and is as grave as it is told."""
        some = caution("caution-b", severity="serious", roles=["antacid"])
        db = catalog(cautions=[caution(), some])
        found = cautions(db, "Magnesium 5 mg", conditions=("wide",))

        assert ["caution-a"] == [one.values["rule"] for one in found]

    def test_fewest_doubts(self) -> None:
        """Of lines that leave as much open the first says what it is."""
        calcium = {**MINERAL, "id": "calcium", "name": "calcium", "symbol": "Ca", "names": []}
        lime = form("calcium-oxide", formula="CaO", minerals=["calcium"], roles=["antacid"])
        db = catalog(
            minerals=[MINERAL, calcium],
            forms=[*content()["forms"], lime],
            cautions=[caution(subject="cations", roles=["antacid"], from_amount="100 mg")],
        )
        lines = ("Magnesium 100 mg", sdb.Item(mineral="calcium", forms=("calcium-oxide",)))
        found = [f for f in cautions(db, *lines, conditions=("wide",)) if "rule" in f.values]

        assert [("form",)] == [one.values["doubts"] for one in found]

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

    def test_perhaps_several(self) -> None:
        """Several such conditions are one question."""
        conditions: list[dict[str, Any]] = [
            {"id": "wide", "name": "wide state", "sources": CITED},
            *(
                {"id": id, "name": id, "parents": ["wide"], "sources": CITED}
                for id in ("first", "second", "third")
            ),
        ]
        rules = [
            caution(id, condition=id, kind="contraindicated") for id in ("first", "second", "third")
        ]
        rules = [{**rule, "id": f"caution-{rule['id']}"} for rule in rules]
        db = catalog(conditions=conditions, cautions=rules)
        (found,) = cautions(db, SUPPLEMENT, conditions=("wide",))

        assert "whether first, second or third is present" in found.message
        assert [rule["id"] for rule in rules] == [*found.values["rules"]]

    def test_perhaps_of_two(self) -> None:
        """Each mineral has a question of its own."""
        calcium = {**MINERAL, "id": "calcium", "name": "calcium", "symbol": "Ca", "names": []}
        severe: dict[str, Any] = {"condition": "narrow", "kind": "contraindicated"}
        db = catalog(
            minerals=[MINERAL, calcium],
            cautions=[caution(**severe), caution("caution-b", subject="calcium", **severe)],
        )
        found = cautions(db, SUPPLEMENT, sdb.Item(mineral="calcium"), conditions=("wide",))

        assert {("magnesium",), ("calcium",)} == {one.subjects for one in found}

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
        assert ["caution-c"] == question["values"]["rules"]

    @pytest.mark.parametrize("text", ["Pregnant", "breastfeeding "])
    def test_stage_as_condition(self, text: str) -> None:
        """A stage of life among the conditions is told where it belongs."""
        (found,) = cautions(catalog(), SUPPLEMENT, conditions=(text,))

        assert "name.unknown" == found.code
        assert "give it as the stage" in found.message

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
