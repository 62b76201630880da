# SPDX-License-Identifier: MIT
"""Medicines as people write them, and what their names leave open."""

from typing import Any

import pytest

import supplementdb as sdb
from made import CITED, SEPARATE, SUPPLEMENT, catalog, caution, codes, content, interaction
from supplementdb.catalog import Catalog
from supplementdb.checks.medicines import in_the_gut, medicines, used_locally

ONE_ORDER = {"separations": [{"object_before_hours": "2", "source": "source-a"}]}
LONGER = {
    "separations": [
        {"object_before_hours": "2", "object_after_hours": "6", "source": "source-a"},
    ]
}


@pytest.fixture(scope="module")
def db() -> Catalog:
    """A medicine of its own, one of two classes, and one that is a mineral."""
    return catalog(
        medication_classes=[
            *content()["medication_classes"],
            {"id": "antacid-lowered", "name": "lowered by antacids", "sources": CITED},
            {"id": "antacids", "name": "antacids", "sources": CITED},
        ],
        medications=[
            *content()["medications"],
            {"id": "drug-c", "name": "drug c", "classes": ["class-b"], "sources": CITED},
            {"id": "an-antacid", "name": "soother antacid", "sources": CITED},
            {"id": "drug-d", "name": "drug d", "classes": ["antacids"], "sources": CITED},
            {"id": "lowered", "name": "lowered", "classes": ["antacid-lowered"], "sources": CITED},
            {
                "id": "milk",
                "name": "milk of magnesia",
                "minerals": ["magnesium"],
                "means": ["magnesium-chloride"],
                "sources": CITED,
            },
        ],
        interactions=[
            interaction(**SEPARATE),
            interaction("rule-b", effect="additive", severity="serious"),
        ],
    )


def screened(db: Catalog, *texts: str) -> list[sdb.Finding]:
    """Findings of the interaction check for medicines."""
    return list(sdb.check_interactions(db, [SUPPLEMENT], sdb.Person(medications=texts)))


class TestNames:
    @pytest.mark.parametrize(
        ("text", "ids"),
        [
            ("drug a (Brandex)", ["drug-a"]),
            ("Brandex / drug a 5 mg once daily", ["drug-a"]),
            ("drug a and drug b", ["drug-a", "drug-b"]),
            ("drug b 5 mg, Brandex 10 mg at night", ["drug-b", "drug-a"]),
            ("class a (Brandex)", ["drug-a"]),
            ("class b: Brandex", ["drug-a"]),
            ("class b, class a", ["class-a"]),
            ("class a and drug b", ["class-a", "drug-b"]),
            ("magnesium chloride 500 mg", ["milk"]),
            ("Mag chloride", ["milk"]),
            ("magnesium oxide", []),
            ("no drug a", []),
            ("drug a for my ears", ["drug-a"]),
            ("drug a and drug b 5 mg mane for pain", ["drug-a", "drug-b"]),
            ("for pain", []),
            ("drug a for 3 days, finished", []),
            ("nothing for pain", []),
            ("drug a q12h", ["drug-a"]),
            ("I take drug a Teva", ["drug-a"]),
            ("T. Brandex 5 mg", ["drug-a"]),
            ("drug a 5 mg ON", ["drug-a"]),
            ("drug a and a mystery", []),
            ("eye drops", []),
            ("drug a cream", ["drug-a"]),
        ],
    )
    def test_named(self, db: Catalog, text: str, ids: list[str]) -> None:
        """A text names one medicine, the same one twice, or several; each word must be known."""
        assert ids == [known.record.id for known in medicines(db, [text])]

    def test_resolve(self, db: Catalog) -> None:
        """Where a medicine is meant, what it is made of names it; elsewhere it names itself."""
        assert "milk" == sdb.resolve("magnesium chloride", "medication", catalog=db).record.id
        assert "magnesium-chloride" == sdb.resolve("magnesium chloride", catalog=db).record.id
        assert "unknown" == sdb.resolve("magnesium chloride 5 mg", catalog=db).status
        several = sdb.resolve("drug a, drug b", catalog=db)
        assert ("several", None) == (several.status, several.record)
        assert ["drug-a", "drug-b"] == [candidate.id for candidate in several.candidates]
        assert "drug-a" == sdb.resolve("drug a (Brandex)", catalog=db).record.id
        answer = sdb.resolve("drug a eye drops 5 mg", catalog=db)
        assert ("eye", "drops", "5", "mg") == answer.beside
        assert "unknown" == sdb.resolve("drug a, drug b", "condition", catalog=db).status

    def test_two_meant(self) -> None:
        """What two medicines are made of names neither."""
        more = [
            {"id": id, "name": id, "means": ["magnesium-chloride"], "sources": CITED}
            for id in ("salt-one", "salt-two")
        ]
        db = catalog(medications=[*content()["medications"], *more])
        answer = sdb.resolve("magnesium chloride", "medication", catalog=db)

        assert "ambiguous" == answer.status
        (finding,) = screened(db, "magnesium chloride")
        assert "name.ambiguous" == finding.code
        assert (
            "unknown" == sdb.resolve("drug a, magnesium chloride", "medication", catalog=db).status
        )


class TestUse:
    @pytest.mark.parametrize(
        ("text", "gut", "local"),
        [
            ("drug a 5 mg tablets", True, False),
            ("drug a gel", False, True),
            ("class a gel", False, True),
            ("soother antacid gel", True, False),
            ("soother antacid gels", True, False),
            ("antacids gel", True, False),
            ("drug d gel", True, False),
            ("lowered gel", False, True),
            ("drug a eye drops", False, True),
            ("drug a cream", False, True),
            ("drug a capsules for my skin", True, False),
            ("drug a skin tablets", True, False),
            ("drug a 5 mg for an ear infection", True, False),
            ("drug a inhaler", False, True),
            ("drug a injection", False, False),
            ("drug a patch", False, False),
        ],
    )
    def test_use(self, db: Catalog, text: str, gut: bool, local: bool) -> None:
        """Words beside the name say whether the medicine is swallowed, or acts in one place."""
        (known,) = medicines(db, [text])

        assert (gut, local) == (in_the_gut(known), used_locally(known))

    def test_not_in_the_gut(self, db: Catalog) -> None:
        """What is not swallowed is not bound in the gut; what it does in the body remains."""
        assert ["rule-a", "rule-b"] == [f.values["rule"] for f in screened(db, "drug a")]
        (injected,) = screened(db, "drug a injection")
        assert ("rule-b", "serious") == (injected.values["rule"], injected.level)
        (local,) = screened(db, "drug a cream")
        assert ("rule-b", "moderate") == (local.values["rule"], local.level)
        assert "less of what is used in one place reaches it" in local.message
        assert "used in one place" not in injected.message

    def test_named_twice(self, db: Catalog) -> None:
        """The use of a medicine that is named twice is heard; of several it is nobody's."""
        (twice,) = medicines(db, ["drug a (Brandex) eye drops"])
        assert (False, True) == (in_the_gut(twice), used_locally(twice))
        several = medicines(db, ["drug a eye drops, drug b"])
        assert [True, True] == [in_the_gut(one) for one in several]

    def test_several_in_one_text(self, db: Catalog) -> None:
        """What is found for one of several medicines quotes the text that names them."""
        found = screened(db, "drug a, drug b")

        assert {(str(SUPPLEMENT), "drug a, drug b")} == {one.inputs for one in found}

    def test_long_list(self, db: Catalog) -> None:
        """Of a long list every medicine is heard; what is too long is unknown, not cut."""
        filler = "drug b 5 mg in the morning with food, " * 20
        assert ["drug-b", "drug-a"] == [k.record.id for k in medicines(db, [f"{filler} drug a"])]
        assert not medicines(db, [f"{filler * 20} drug a"])
        assert not medicines(db, ["drug a" + " " * 4_000 + "stopped"])

    def test_both_uses(self, db: Catalog) -> None:
        """One medicine used in two ways is one finding, by the graver use."""
        found = screened(db, "drug a cream", "drug a 5 mg")

        assert ["rule-b", "rule-a"] == [f.values["rule"] for f in found]
        assert "serious" == found[0].level
        assert {"drug a cream", "drug a 5 mg"} < set(found[0].inputs)


class TestLeftOpen:
    def test_mineral(self, db: Catalog) -> None:
        """A supplement in the list of medicines is told where it belongs."""
        (finding,) = screened(db, "Magnesium 200 mg")

        assert "name.unknown" == finding.code
        assert "give it with its amount among what is taken" in finding.message

    @pytest.mark.parametrize("text", ["stopped drug a", "no drug a", "allergic to drug a"])
    def test_denied(self, db: Catalog, text: str) -> None:
        """What is not taken is not assessed, and that is told as such."""
        (finding,) = screened(db, text)

        assert "name.unknown" == finding.code
        assert "may say that something is not taken" in finding.message

    def test_uncounted(self, db: Catalog) -> None:
        """A mineral in a medicine is in no total, and that is told where it is taken, too."""
        (finding,) = screened(db, "milk of magnesia 10 ml")

        assert ("coverage.not-covered", ("magnesium", "milk")) == (finding.code, finding.subjects)
        assert ("inform", ("magnesium", "milk")) == (finding.action, finding.path)
        assert "how much magnesium milk of magnesia brings" in finding.message
        none = sdb.check_interactions(db, [], sdb.Person(medications=["milk of magnesia"]))
        assert not list(none)

    def test_uncounted_local(self, db: Catalog) -> None:
        """What is used in one place brings no mineral that counts."""
        assert not screened(db, "milk of magnesia cream")

    def narrower(self, *rules: dict[str, Any]) -> list[sdb.Finding]:
        """Findings for the wide class."""
        return screened(catalog(interactions=list(rules)), "class b")

    def test_some_of_a_class(self) -> None:
        """Rules on some medicines of a class that is given are left open, in one finding."""
        (finding,) = self.narrower(
            interaction("one", object="class-a"), interaction("two", effect="additive")
        )

        assert ("coverage.not-covered", "minor") == (finding.code, finding.level)
        assert ("magnesium", "class-b") == finding.subjects
        assert ("one", "two") == finding.values["rules"]
        assert "which of the class b it is" in finding.message
        assert "magnesium (class a, drug a)" in finding.message

    def test_class_without_medicines(self) -> None:
        """A class within the given one counts, though no medicine of it is on record."""
        db = catalog(medications=[], interactions=[interaction(object="class-a")])

        assert [("rule-a",)] == [finding.values["rules"] for finding in screened(db, "class b")]

    def test_as_grave_as_hidden(self) -> None:
        """The question is as grave as the gravest rule that it may hide, one step down."""
        (finding,) = self.narrower(
            interaction("one", severity="minor"),
            interaction("two", effect="additive", severity="life-threatening"),
        )

        assert "serious" == finding.level

    def test_other_class(self) -> None:
        """Other classes of some of the medicines count, those of combinations do not."""
        more = [{"id": id, "name": id, "sources": CITED} for id in ("other", "half")]
        classes = [*content()["medication_classes"], *more]
        drugs = [
            {"id": "drug-a", "name": "drug a", "classes": ["class-a", "other"], "sources": CITED},
            {"id": "drug-b", "name": "drug b", "sources": CITED},
            {"id": "both", "name": "a and b", "classes": ["class-b", "half"], "sources": CITED},
        ]
        db = catalog(
            medication_classes=classes,
            medications=drugs,
            interactions=[
                interaction(object="other"),
                interaction("two", object="drug-b"),
                interaction("three", object="half"),
            ],
        )
        (finding,) = screened(db, "class b")

        assert ("rule-a",) == finding.values["rules"]

    @pytest.mark.parametrize(
        ("others", "named"), [(1, "(wider)"), (2, "(drug a)"), (3, "(drug a)")]
    )
    def test_named(self, others: int, named: str) -> None:
        """A class that lies within the given one for less than half is told by its medicines."""
        wider = {"id": "wider", "name": "wider", "sources": CITED}
        both = {"id": "both", "name": "a and b", "classes": ["class-b", "wider"], "sources": CITED}
        drugs: list[dict[str, Any]] = [
            {"id": "drug-a", "name": "drug a", "classes": ["class-b", "wider"], "sources": CITED},
            *([both] if others == 3 else []),
            *(
                {"id": f"other-{n}", "name": f"other {n}", "classes": ["wider"], "sources": CITED}
                for n in range(others)
            ),
        ]
        db = catalog(
            medication_classes=[*content()["medication_classes"], wider],
            medications=drugs,
            interactions=[interaction(object="wider")],
        )
        (finding,) = screened(db, "class b")

        assert f"magnesium {named}" in finding.message

    @pytest.mark.parametrize(
        ("wide", "narrow", "is_told"),
        [
            ({}, {}, False),
            ({"severity": "minor"}, {}, True),
            ({}, {"severity": "minor"}, False),
            (ONE_ORDER, {}, False),
            ({}, ONE_ORDER, True),
            (SEPARATE, SEPARATE, False),
            (SEPARATE, ONE_ORDER, True),
            (ONE_ORDER, SEPARATE, False),
            (SEPARATE, LONGER, True),
            ({}, {"effect": "subject-absorption-increased"}, False),
            ({}, {"effect": "additive"}, True),
            ({}, {"effect": "additive", "roles": ["excipient"]}, False),
            ({}, {"effect": "additive", "from_amount": "900 mg"}, False),
        ],
    )
    def test_stricter(self, wide: dict[str, Any], narrow: dict[str, Any], is_told: bool) -> None:
        """A rule on some that asks no more than the one on all is not told twice."""
        found = self.narrower(
            interaction("all", object="class-b", **wide), interaction("some", **narrow)
        )

        assert "interaction.medication" == found[0].code
        assert is_told == ("coverage.not-covered" in codes(found))

    def test_injected_class(self) -> None:
        """Of a class that is injected, what holds in the gut is not left open."""
        db = catalog(interactions=[interaction()])

        assert not screened(db, "class b injection")
        assert ["coverage.not-covered"] == codes(screened(db, "class b"))

    @pytest.mark.parametrize(("count", "more"), [(4, ""), (6, " and 2 more")])
    def test_many(self, count: int, more: str) -> None:
        """Four medicines are named, the others counted."""
        drugs = [
            {"id": f"drug-{n}", "name": f"drug {n}", "classes": ["class-b"], "sources": CITED}
            for n in range(1, count + 1)
        ]
        rules = [interaction(f"rule-{n}", object=f"drug-{n}") for n in range(1, count + 1)]
        (finding,) = screened(catalog(medications=drugs, interactions=rules), "class b")

        assert f"magnesium (drug 1, drug 2, drug 3, drug 4{more})" in finding.message

    def test_depletion(self) -> None:
        """That a mineral is depleted weighs one step less: it is told to those who take it."""
        db = catalog(interactions=[interaction(effect="subject-depleted", severity="serious")])
        (finding,) = screened(db, "drug a")

        assert "moderate" == finding.level
        warned = catalog(cautions=[caution(severity="serious")])
        (other,) = sdb.check_cautions(warned, [SUPPLEMENT], sdb.Person(conditions=["wide state"]))
        assert "serious" == other.level
