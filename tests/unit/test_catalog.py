# SPDX-License-Identifier: MIT
import pickle
from typing import Any

import pytest

import supplementdb as sdb
from made import CITED, MINERAL, catalog, content, form, interaction, limit
from supplementdb.catalog import Catalog, Collection, Records
from supplementdb.codec import records


def read(origin: str = "mine", **sections: list[dict[str, Any]]) -> Records:
    """Records of an application's file."""
    return records(sections, origin)


class Counts:
    """Something derived from a catalog."""

    def __init__(self, db: Catalog) -> None:
        self.forms = len(db.forms)


class TestCollection:
    def test_look_up(self) -> None:
        """[] raises with near ids, get() gives None, `in` is safe for anything."""
        forms = catalog().forms

        assert "magnesium-oxide" == forms["magnesium-oxide"].id
        assert forms.get("magnesium-oxid") is None
        assert "magnesium-oxide" in forms
        assert not forms.__contains__(5)
        assert not forms.__contains__([])
        with pytest.raises(sdb.UnknownIdError, match="did you mean 'magnesium-oxide'") as caught:
            forms["magnesium-oxid"]
        assert isinstance(caught.value, LookupError)
        assert ("forms", "magnesium-oxid") == (caught.value.collection, caught.value.id)

    @pytest.mark.parametrize("id", [None, 5, []])
    def test_no_text(self, id: object) -> None:
        """Something else than a text is an unknown id."""
        with pytest.raises(sdb.UnknownIdError):
            catalog().forms[id]  # type: ignore[index]  # wrong on purpose

    def test_unknown_without_near(self) -> None:
        """Where nothing is near, nothing is offered."""
        with pytest.raises(sdb.UnknownIdError) as caught:
            catalog().forms["qqq"]
        assert "no record 'qqq' in forms" == str(caught.value)

    def test_mapping(self) -> None:
        """A collection is a mapping of ids to records."""
        forms = catalog().forms

        assert 2 == len(forms)
        assert list(forms) == [record.id for record in forms.values()]
        assert "<Collection forms: 2 records>" == repr(forms)

    def test_by(self) -> None:
        """Records are found by a field, or by a member of a tuple."""
        db = catalog(intakes=[limit()])

        assert ("limit-a",) == tuple(i.id for i in db.intakes.by(nutrient="magnesium"))
        assert 2 == len(db.forms.by(minerals="magnesium"))
        assert () == db.forms.by(minerals="zinc")
        assert db.forms.by(minerals="magnesium") is db.forms.by(minerals="magnesium")
        assert tuple(db.forms.values()) == db.forms.by()

    def test_kept(self) -> None:
        """Records come as they are kept, and typed once they were asked for."""
        made = Collection("forms", {"a": "raw a", "b": "raw b"}, str.upper)
        assert "RAW A" == made["a"]

        assert ["RAW A", "raw b"] == list(made.kept())

    def test_by_several(self) -> None:
        """Several fields must all fit; a field of several values may be named in the singular."""
        listed = {"jurisdiction": "EU", "act": "Act", "status": "permitted", "sources": CITED}
        refused = listed | {"jurisdiction": "US", "status": "not-listed"}
        db = catalog(
            ligands=[{"id": "oxide", "name": "oxide", "sources": CITED}],
            forms=[form(ligands=["oxide"], listings=[listed, refused]), form("magnesium-other")],
        )
        found = db.forms.by(mineral="magnesium", ligand="oxide", jurisdiction="EU")

        assert ["magnesium-oxide"] == [f.id for f in found]
        assert () == db.forms.by(jurisdiction="US")
        with pytest.raises(sdb.InputError, match="'colour' is none of forms"):
            db.forms.by(colour="white")


class TestCatalog:
    def test_immutable(self) -> None:
        """A catalog cannot be changed."""
        db = catalog()

        with pytest.raises(AttributeError, match="immutable"):
            db.edition = "2"
        with pytest.raises(AttributeError, match="immutable"):
            del db.edition

    def test_section(self) -> None:
        """A section can be asked for by name; an unknown name is told the known ones."""
        db = catalog()

        assert db.section("forms") is db.forms
        with pytest.raises(sdb.InputError, match="must be one of sources"):
            db.section("__class__")

    def test_find(self) -> None:
        """An id is looked for in all sections."""
        db = catalog()

        assert db.find("drug-a") is db.medications["drug-a"]
        assert db.find("nowhere") is None

    def test_derived(self) -> None:
        """What is derived from a catalog is made once."""
        db = catalog()

        assert db.derived(Counts) is db.derived(Counts)

    def test_repr(self) -> None:
        """A repr counts what a person asks for first."""
        assert "<Catalog 0+made: 1 minerals, 2 forms, 2 medications, 0 intakes>" == repr(catalog())


class TestOverlay:
    def test_adds(self) -> None:
        """An overlay gives a new catalog with the name of its file; the old one stays."""
        db = catalog()
        new = db.overlay(read("dir/clinic.json", forms=[form("magnesium-new")]))

        assert "magnesium-new" in new.forms
        assert "magnesium-new" not in db.forms
        assert "0+made+clinic" == new.edition
        assert new.forms["magnesium-oxide"] is db.forms["magnesium-oxide"]

    def test_collision(self) -> None:
        """An id that is taken is an error unless it is said aloud."""
        db = catalog()
        mine = read(forms=[form(hydration="1"), form("magnesium-new")])

        with pytest.raises(sdb.DataError, match="is taken by a record of forms") as caught:
            db.overlay(mine)
        assert 1 == len(caught.value.problems)
        new = db.overlay(mine, on_conflict="replace")
        assert db.forms["magnesium-oxide"].fraction() != new.forms["magnesium-oxide"].fraction()

    def test_other_section(self) -> None:
        """An id lives in one section; another section cannot replace it."""
        condition = {"id": "magnesium-oxide", "name": "state", "sources": CITED}

        with pytest.raises(sdb.DataError, match="another section cannot replace"):
            catalog().overlay(read(conditions=[condition]), on_conflict="replace")

    def test_twins(self) -> None:
        """An id twice in one overlay is an error even when replacing."""
        with pytest.raises(sdb.DataError, match="is here twice"):
            catalog().overlay(read(forms=[form(), form()]), on_conflict="replace")

    def test_rechecked(self) -> None:
        """The whole is checked again: a dangling reference is refused, with the file's name."""
        with pytest.raises(sdb.DataError, match=r"mine: forms.magnesium-new.ligands\[0\]: names"):
            catalog().overlay(read(forms=[form("magnesium-new", ligands=["nothing"])]))

    def test_misuse(self) -> None:
        """Something else than records, or another word, is refused."""
        with pytest.raises(sdb.InputError, match="supplementdb.read"):
            catalog().overlay({})  # type: ignore[arg-type]  # wrong on purpose
        with pytest.raises(sdb.InputError, match="on_conflict"):
            catalog().overlay(read(), on_conflict="ignore")  # type: ignore[arg-type]  # wrong on purpose

    def test_stacked(self) -> None:
        """Overlays lie over overlays."""
        one = catalog().overlay(read("one", forms=[form("magnesium-one")]))
        two = one.overlay(read("two", forms=[form("magnesium-two")]))

        assert {"magnesium-one", "magnesium-two"} < set(two.forms)


class TestRecords:
    def test_mapping(self) -> None:
        """Records are a mapping of sections, with a repr that counts."""
        mine = read(forms=[form()], conditions=[])

        assert ["forms"] == list(mine)
        assert 1 == len(mine)
        assert "<Records mine: 1 forms>" == repr(mine)


class TestIntegrity:
    @pytest.mark.parametrize(
        ("sections", "path", "rule"),
        [
            (
                {"forms": [form(), form("magnesium-b", name="Oxide, magnesium")]},
                "forms.magnesium-b.names",
                "'Oxide, magnesium' names 'magnesium-oxide' too",
            ),
            (
                {"interactions": [interaction(), interaction("rule-b")]},
                "interactions.rule-b",
                "repeats the pair and effect of 'rule-a'",
            ),
            (
                {
                    "conditions": [
                        {"id": "a", "name": "a", "parents": ["b"], "sources": CITED},
                        {"id": "b", "name": "b", "parents": ["a"], "sources": CITED},
                    ]
                },
                "conditions.a.parents",
                "lead back to itself",
            ),
            (
                {
                    "forms": [
                        form(),
                        form("magnesium-x", kind="unspecified", members=["magnesium-oxide"]),
                    ]
                },
                "forms.magnesium-x.assays",
                "low 0.603041, high 0.603042",
            ),
            (
                {"intakes": [limit(nutrient="zinc", forms=["magnesium-oxide"])]},
                "intakes.limit-a.forms",
                "names 'magnesium-oxide', which brings no zinc",
            ),
            (
                {"intakes": [limit(except_forms=["magnesium-nowhere"])]},
                "intakes.limit-a.except_forms[0]",
                "names 'magnesium-nowhere'",
            ),
            ({"minerals": [MINERAL | {"classes": []}], "mineral_classes": []}, "", ""),
        ],
    )
    def test_rules(self, sections: dict[str, list[dict[str, Any]]], path: str, rule: str) -> None:
        """Names, pairs, hierarchies and ranges of members hold together or are told."""
        if not path:
            assert catalog(**sections).minerals
            return
        with pytest.raises(sdb.DataError) as caught:
            catalog(**sections)
        assert any(p.path == path and rule in p.rule for p in caught.value.problems)

    def test_members_unknown(self) -> None:
        """A range that leaves out a member would look exact, so there is none."""
        assay = {"mineral": "magnesium", "low": "0.1", "high": "0.2", "basis": "members"}
        forms = [
            form(),
            form("magnesium-mystery", assays=[]),
            form(
                "magnesium-x", kind="unspecified", members=["magnesium-oxide", "magnesium-mystery"]
            ),
        ]

        assert catalog(forms=forms)
        forms[2]["assays"] = [assay]
        with pytest.raises(sdb.DataError, match="no assay"):
            catalog(forms=forms)

    def test_same_name_in_other_sections(self) -> None:
        """A name may mean records of two kinds; the caller says which kind is meant."""
        condition = {"id": "state", "name": "Brandex", "sources": CITED}

        assert catalog(conditions=[*content()["conditions"], condition])


def test_errors_pickle() -> None:
    """Errors travel between processes with their facts."""
    for error in (
        sdb.UnknownIdError("forms", "x", ("y",)),
        sdb.InputError("sex", "rule"),
        sdb.NotComputableError("form", "reason"),
        sdb.DataError([sdb.Problem("file", "path", "rule", "value")]),
    ):
        copy = pickle.loads(pickle.dumps(error))
        assert str(error) == str(copy)
        assert error.__dict__ == copy.__dict__


def test_problem() -> None:
    """A problem prints file, path, rule and value, and is a value itself."""
    problem = sdb.Problem("file", "path", "rule", "5")

    assert "<Problem file: path: rule (got 5)>" == repr(problem)
    assert problem == sdb.Problem("file", "path", "rule", "5")
    assert problem != "file: path: rule (got 5)"
    assert 1 == len({problem, sdb.Problem("file", "path", "rule", "5")})


def test_empty_catalog() -> None:
    """A catalog without records is a catalog."""
    assert 0 == len(Catalog("0", {}).forms)
