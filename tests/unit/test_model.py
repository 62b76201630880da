# SPDX-License-Identifier: MIT
"""Field and record rules: each record refuses what breaks it, and says which field and why."""

from decimal import Decimal
from typing import Any

import pytest

import supplementdb as sdb
from made import AXES, CITED, GLYCINE, MINERAL, SOURCE, catalog, caution, form, interaction, limit
from supplementdb.codec import records
from supplementdb.model import SECTIONS, record_class


def refused(section: str, record: dict[str, Any]) -> str:
    """The text of the error for a file with this one record."""
    with pytest.raises(sdb.DataError) as caught:
        records({section: [record]}, "file.json")
    return str(caught.value)


CONDITION = {"id": "state", "name": "state", "sources": CITED}
RANGE = {"low": "1", "high": "2", "unit": "mmol/L", "sources": CITED}
TRANSPORTER = {
    "id": "trp",
    "name": "channel",
    "symbol": "TRP1",
    "kind": "channel",
    "substrates": [{"substance": "magnesium", "evidence": "shown", "sources": CITED}],
    "sources": CITED,
}


@pytest.mark.parametrize(
    ("section", "record", "path", "rule"),
    [
        ("sources", SOURCE | {"title": " padded"}, "title", "white space"),
        ("sources", SOURCE | {"title": "two  spaces"}, "title", "white space"),
        ("sources", SOURCE | {"doi": "10.1000/UPPER"}, "doi", "must match"),
        ("sources", {k: v for k, v in SOURCE.items() if k != "url"}, "", "doi, pmid or url"),
        ("sources", SOURCE | {"year": -1}, "year", "whole number"),
        ("minerals", MINERAL | {"id": "Zinc"}, "id", "must be an id"),
        ("minerals", MINERAL | {"symbol": "MG"}, "symbol", "must match"),
        ("minerals", MINERAL | {"atomic_weight": "0"}, "atomic_weight", "above 0"),
        ("minerals", MINERAL | {"label_units": ["kg"]}, "label_units", "must be in"),
        ("minerals", MINERAL | {"label_units": ["mmol"]}, "", "begin with a mass"),
        ("minerals", MINERAL | {"label_units": []}, "", "begin with a mass"),
        (
            "minerals",
            MINERAL | {"xrefs": [{"curie": "cas:1-1-1", "sources": ["s"]}]},
            "xrefs[0]",
            "registry",
        ),
        ("minerals", MINERAL | {"valences": [0]}, "valences", "charge from 1 to 8"),
        ("minerals", MINERAL | {"sources": []}, "sources", "must not be empty"),
        ("intakes", limit(amount="4 mEq"), "amount", "must be a mass"),
        ("intakes", limit(population={"min_months": 2401}), "population.min_months", "to 2400"),
        ("forms", form(formula="Mg0O"), "", "counts an atom zero times"),
        ("forms", form("zinc-oxide"), "", "must begin with its first mineral"),
        ("forms", form(minerals=[]), "", "at least one mineral"),
        ("forms", form(formula="CaO"), "", "must hold the element"),
        ("forms", form(formula="Mg("), "", "leaves a bracket open"),
        ("forms", form(members=[], hydration="1"), "", "need a formula"),
        ("forms", form(members=["magnesium-oxide"]), "", "kind 'unspecified' only"),
        ("forms", form(listings=[{"jurisdiction": "europe"}]), "listings[0].jurisdiction", "match"),
        ("intakes", limit(unset="none"), "", "not both"),
        ("intakes", {k: v for k, v in limit().items() if k != "amount"}, "", "amount or unset"),
        ("intakes", limit(superseded_on="1999"), "", "later than valid_from"),
        ("intakes", limit(valid_from="soon"), "valid_from", "must be a date"),
        ("intakes", limit(population={"min_months": 5, "max_months": 5}), "population", "above"),
        ("intakes", limit(population={"sex": "male", "stage": "pregnant"}), "population", "male"),
        ("interactions", interaction(object="magnesium"), "", "must differ"),
        (
            "interactions",
            interaction(separations=[{"source": "s"}]),
            "separations[0]",
            "must be given",
        ),
        (
            "interactions",
            interaction(separations=[{"object_before_hours": "49", "source": "s"}]),
            "separations[0].object_before_hours",
            "at most 48",
        ),
        ("cautions", AXES | {"id": "a", "subject": "magnesium", "kind": "caution"}, "", "whom"),
        ("conditions", CONDITION | {"egfr_from": 30, "egfr_below": 30}, "", "above egfr_from"),
        (
            "biomarkers",
            CONDITION | {"ranges": [{"unit": "g", "sources": CITED}]},
            "ranges[0]",
            "low or high",
        ),
        ("biomarkers", CONDITION | {"ranges": [RANGE | {"low": "3"}]}, "ranges[0]", "below low"),
        ("transporters", TRANSPORTER | {"symbol": "trp"}, "symbol", "must match"),
    ],
)
def test_refused(section: str, record: dict[str, Any], path: str, rule: str) -> None:
    """A broken rule is told with file, path and rule."""
    text = refused(section, record)

    assert f"file.json: {section}[0]{'.' if path else ''}{path}" in text
    assert rule in text


@pytest.mark.parametrize(
    ("assay", "rule"),
    [
        ({"low": "20.5", "high": "21"}, "write 0.205, not percent"),
        ({"low": "0", "high": "0.1"}, "must be > 0"),
        ({"low": "0.2", "high": "0.1"}, "high must not be below low"),
        ({"low": "0.1", "high": "0.2", "sources": []}, "must name where the assay was read"),
    ],
)
def test_assays(assay: dict[str, Any], rule: str) -> None:
    """An assay is a range of fractions with a source."""
    made = {"mineral": "magnesium", "basis": "trade", "sources": CITED} | assay

    assert rule in refused("forms", form(assays=[made]))


def test_tuples_only() -> None:
    """A record made in code takes tuples, so that it stays hashable."""
    with pytest.raises(TypeError, match="must be a tuple"):
        sdb.Condition(id="state", name="state", sources=[])  # type: ignore[arg-type]  # wrong on purpose


def test_reprs(db: sdb.Catalog) -> None:
    """A repr of any record is one short line with its id."""
    for section in SECTIONS:
        for record in list(db.section(section).values())[:3]:
            assert repr(record).startswith(f"<{record_class(section).__name__} {record.id}: ")
            assert "\n" not in repr(record)


def test_form_reprs() -> None:
    """A form's repr shows its share of the mineral, or that none is known."""
    assay = {
        "mineral": "magnesium",
        "low": "0.1",
        "high": "0.2",
        "basis": "trade",
        "sources": CITED,
    }
    db = catalog(
        forms=[
            form(),
            form("magnesium-assayed", assays=[assay]),
            form("magnesium-mystery", assays=[]),
        ]
    )

    assert "60.30 % magnesium" in repr(db.forms["magnesium-oxide"])
    assert "10.00 to 20.00 % magnesium" in repr(db.forms["magnesium-assayed"])
    assert "not on record" in repr(db.forms["magnesium-mystery"])


def test_populations() -> None:
    """Populations read as ages in completed years or months."""
    cases = [
        ({}, "people of any age"),
        ({"min_months": 228}, "people from 19 years"),
        ({"max_months": 12}, "people under 1 year"),
        ({"min_months": 7, "max_months": 12}, "people of 7 to 11 months"),
        ({"min_months": 1}, "people from 1 month"),
        ({"sex": "male", "min_months": 372, "max_months": 612}, "males of 31 to 50 years"),
        ({"min_months": 12, "max_months": 24}, "people of 1 year"),
        ({"sex": "female", "stage": "pregnant"}, "pregnant females of any age"),
        ({"sex": "female", "stage": "none"}, "females of any age"),
        ({"given": "before the menopause"}, "people of any age (before the menopause)"),
    ]
    rows = [limit(f"limit-{place}", population=case) for place, (case, _) in enumerate(cases)]
    found = records({"intakes": rows}, "file")["intakes"]

    assert [words for _, words in cases] == [str(record.population) for record in found]


def test_intake_prints_unset() -> None:
    """A value that is not set prints the authority's wording."""
    (record,) = records({"intakes": [limit(amount=None)]}, "file")["intakes"]

    assert "NASEM UL magnesium, people of any age: not determined" == str(record)


def test_citation_and_source_print() -> None:
    """A citation prints its locator, a source its publisher and year."""
    assert "source-a, Table 1" == str(sdb.Citation(source="source-a", locator="Table 1"))
    assert "source-a" == str(sdb.Citation(source="source-a"))
    assert "Publisher: Title" == str(catalog().sources["source-a"])


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("2", "6", "at least 2 hours before or at least 6 hours after"),
        ("0.5", None, "at least 30 minutes before"),
        (None, "1", "at least 1 hour after"),
    ],
)
def test_separations(before: str | None, after: str | None, text: str) -> None:
    """A separation reads as hours and order."""
    made = sdb.Separation(
        object_before_hours=None if before is None else Decimal(before),
        object_after_hours=None if after is None else Decimal(after),
        source="source-a",
    )

    assert text == str(made)


def test_leading_separation() -> None:
    """Of several separations the first, of the medicine's own text, leads; of none, none."""
    own = {"object_before_hours": "2", "source": "source-a"}
    other = {"object_before_hours": "2", "object_after_hours": "6", "source": "source-a"}
    db = catalog(interactions=[interaction(separations=[own, other])])
    bare = catalog(interactions=[interaction()])

    assert db.interactions["rule-a"].separation == db.interactions["rule-a"].separations[0]
    assert bare.interactions["rule-a"].separation is None


class TestForm:
    def test_stoichiometric(self) -> None:
        """A formula gives one exact amount."""
        oxide = catalog().forms["magnesium-oxide"]
        found = oxide.elemental(sdb.Amount(1, "g"))

        assert found.is_exact
        assert oxide.compound(found.low).low == sdb.Amount(1, "g")

    def test_assayed(self) -> None:
        """An assay gives a range, and its inverse the range turned round."""
        assay = {
            "mineral": "magnesium",
            "low": "0.1",
            "high": "0.2",
            "basis": "trade",
            "sources": CITED,
        }
        made = catalog(forms=[form(assays=[assay])]).forms["magnesium-oxide"]

        assert "10 to 20 mg" == str(made.elemental(sdb.Amount(100, "mg")))
        assert "500 to 1,000 mg" == str(made.compound(sdb.Amount(100, "mg")))
        assert made.molar_mass is None

    def test_not_computable(self) -> None:
        """Without formula and assay, or for another mineral, there is no number and a reason."""
        mystery = catalog(forms=[form(assays=[])]).forms["magnesium-oxide"]

        with pytest.raises(sdb.NotComputableError, match="neither its formula") as caught:
            mystery.elemental(sdb.Amount(1, "g"))
        assert "magnesium-oxide" == caught.value.form
        with pytest.raises(sdb.NotComputableError, match="does not deliver zinc"):
            mystery.fraction("zinc")

    def test_mass_only(self) -> None:
        """A form is weighed; moles of a compound are refused."""
        oxide = catalog().forms["magnesium-oxide"]

        for compute in (oxide.elemental, oxide.compound):
            with pytest.raises(sdb.UnitError, match="give the weight"):
                compute(sdb.Amount(1, "mmol"))

    def test_ligand_amount(self) -> None:
        """How much of the ligand comes with the mineral follows from the formula."""
        bound = form("magnesium-bound", formula="Mg(C2H4NO2)2", ligands=["glycine"])
        db = catalog(
            forms=[
                bound | {"hydration": "0"},
                form("magnesium-mystery", assays=[], ligands=["glycine"]),
                form("magnesium-mixed", assays=[], ligands=["glycine", "other"]),
            ],
            ligands=[GLYCINE, {"id": "other", "name": "other", "sources": CITED}],
        )
        glycine = db.ligands["glycine"]

        found = db.forms["magnesium-bound"].ligand_amount(glycine, sdb.Amount(400, "mg"))
        # Two glycines of 75.067 for one magnesium of 24.305.
        assert abs(found.value - Decimal("2470.833")) < Decimal("0.001")
        for id, mineral, ligand, rule in (
            ("magnesium-bound", "zinc", "glycine", "does not deliver zinc"),
            ("magnesium-bound", None, "other", "is not bound to other"),
            ("magnesium-mixed", None, "glycine", "other ligands beside glycine"),
            ("magnesium-mystery", None, "glycine", "is not in its formula"),
        ):
            with pytest.raises(sdb.NotComputableError, match=rule):
                db.forms[id].ligand_amount(db.ligands[ligand], sdb.Amount(1, "mg"), mineral)
        with pytest.raises(sdb.UnitError, match="weigh"):
            db.forms["magnesium-bound"].ligand_amount(glycine, sdb.Amount(1, "mmol"))

    def test_two_minerals(self) -> None:
        """A salt of two minerals delivers both."""
        calcium = MINERAL | {"id": "calcium", "name": "calcium", "symbol": "Ca", "names": []}
        both = form(
            "magnesium-calcium",
            minerals=["magnesium", "calcium"],
            formula="CaMgC2O6",
            hydration="0",
        )
        made = catalog(minerals=[MINERAL, calcium], forms=[both]).forms["magnesium-calcium"]

        assert made.fraction("calcium").low > made.fraction("magnesium").low


def test_in_force() -> None:
    """A superseded value answers for its time only."""
    rows = [
        limit("old", superseded_on="2016-07-26"),
        limit("new", valid_from="2016-07-26"),
        {k: v for k, v in limit("oldest").items() if k != "valid_from"},
    ]
    old, new, oldest = records({"intakes": rows}, "file")["intakes"]

    assert [False, True, True] == [i.is_in_force() for i in (old, new, oldest)]
    assert [True, False, True] == [i.is_in_force("2015-01-01") for i in (old, new, oldest)]
    assert [False, True, True] == [i.is_in_force("2016-07-26") for i in (old, new, oldest)]


@pytest.mark.parametrize(
    ("day", "same"), [("2015", "2015-01-01"), ("2015-07", "2015-07-01"), ("2015-07-02",) * 2]
)
def test_first_days(day: str, same: str) -> None:
    """A year and a month stand for their first day, in the question and in the record."""
    rows = records(
        {
            "intakes": [
                limit(f"row-{number}", valid_from=began)
                for number, began in enumerate((same, "2015", "2015-07", "2015-07-02"))
            ]
        },
        "file",
    )["intakes"]

    assert [row.is_in_force(day) for row in rows] == [row.is_in_force(same) for row in rows]
    assert rows[0].is_in_force(day)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"valid_from": "2015", "superseded_on": "2015-01-01"}, "superseded_on must be later"),
        ({"forms": ["a-b"], "except_forms": ["a-c"]}, "forms and except_forms must not both"),
    ],
)
def test_intakes_make_sense(more: dict[str, Any], told: str) -> None:
    """No value holds on no day, or for some forms and all but some."""
    with pytest.raises(sdb.DataError, match=told):
        records({"intakes": [limit(**more)]}, "file")


def test_caution_by_population() -> None:
    """A caution may be about an age alone."""
    made = caution(population={"max_months": 12})

    assert "caution-a" in catalog(cautions=[made]).cautions


def test_xref_url() -> None:
    """An identifier leads to its page, where its registry has one."""
    cas = sdb.Xref(curie="cas:1309-48-4", sources=("source-a",))
    additive = sdb.Xref(curie="eu-e:E530", sources=("source-a",))

    assert "https://commonchemistry.cas.org/detail?cas_rn=1309-48-4" == cas.url
    assert additive.url is None


@pytest.mark.parametrize(
    ("meals", "told"),
    [
        ({"meals": "with", "before_hours": "1"}, "must be given where meals is 'apart'"),
        ({"meals": "apart"}, "must be given where meals is 'apart'"),
    ],
)
def test_meals_make_sense(meals: dict[str, Any], told: str) -> None:
    """Hours go with apart, and apart with hours."""
    drug = {"id": "drug", "name": "drug", "meals": meals | {"sources": CITED}, "sources": CITED}

    with pytest.raises(sdb.DataError, match=told):
        records({"medications": [drug]}, "file")
