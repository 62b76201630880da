# SPDX-License-Identifier: MIT
"""The editorial ring: what a curator is told."""

import json
from pathlib import Path
from typing import Any

import pytest

import supplementdb as sdb
from made import CITED, MINERAL, content, form, interaction, limit
from supplementdb.curation import check, data_files, fmt


@pytest.fixture(name="place")
def fixture_place(tmp_path: Path) -> Path:
    """A data directory that is sound."""
    write(tmp_path, content())
    fmt(tmp_path)
    return tmp_path


def write(place: Path, raw: Any, name: str = "all.json") -> None:
    """Write one data file."""
    (place / name).write_text(json.dumps(raw), encoding="utf-8")


def told(place: Path) -> str:
    """What the check tells, as one text."""
    return "\n".join(map(str, check(place)))


def changed(place: Path, **sections: Any) -> str:
    """What the check tells after a change, laid out and with its ids entered."""
    write(place, content(**sections))
    fmt(place)
    return told(place)


def test_sound(place: Path) -> None:
    """Sound data has no problems, and laying it out again changes nothing."""
    assert [] == check(place)
    assert [] == fmt(place)
    assert ["all.json"] == data_files(place)


def test_not_laid_out(place: Path) -> None:
    """A file in another layout is told the command."""
    write(place, content())

    assert "all.json: $: is not laid out canonically; run `supplementdb data fmt`" == told(place)
    assert ["all.json"] == fmt(place)


def test_order(place: Path) -> None:
    """Records are sorted by id, fields follow the model, the id first."""
    backwards = dict(reversed(form("magnesium-chloride", formula="MgCl2", hydration="0").items()))
    write(place, content(forms=[form(), backwards]))
    fmt(place)

    found = json.loads((place / "all.json").read_text(encoding="utf-8"))["forms"]
    assert ["magnesium-chloride", "magnesium-oxide"] == [record["id"] for record in found]
    assert ["id", "name", "kind"] == list(found[0])[:3]


def test_broken_files(place: Path) -> None:
    """Every broken file is told, and nothing is written."""
    write(place, {"forms": [{}]}, "one.json")
    (place / "two.json").write_text("{", encoding="utf-8")

    assert "one.json: forms[0].id" in told(place)
    assert "two.json: $: must be JSON" in told(place)
    with pytest.raises(sdb.DataError):
        fmt(place)
    (place / "two.json").unlink()
    with pytest.raises(sdb.DataError, match=r"one\.json"):
        fmt(place)


def test_integrity(place: Path) -> None:
    """The rules of the catalog are part of the check."""
    assert "names 'nothing'" in changed(
        place, forms=[*content()["forms"], form("magnesium-x", ligands=["nothing"])]
    )


def test_new_id(place: Path) -> None:
    """A new id is told the command that enters it."""
    new = {"conditions": [{"id": "new", "name": "new", "sources": CITED}]}
    (place / "new.json").write_text(sdb_canonical(new), encoding="utf-8")

    assert "new.json: conditions: is a new id; run `supplementdb data fmt` (got new)" in told(place)


def test_lost_id(place: Path) -> None:
    """An id that was published cannot vanish: it comes back or is retired."""
    (place / "all.json").unlink()
    lost = content()
    lost["forms"] = lost["forms"][:1]
    write(place, lost)
    ids = json.loads((place / "ids.json").read_text(encoding="utf-8"))
    fmt_ids = json.dumps(ids)
    (place / "all.json").write_text(sdb_canonical(lost), encoding="utf-8")

    assert "lives for ever: bring it back to all.json, or retire it" in told(place)
    assert "magnesium-chloride" in fmt_ids
    fmt(place)
    assert "lives for ever" in told(place)
    ids["retired"] = [{"id": "magnesium-chloride", "replaced_by": "magnesium-oxide"}]
    write(place, ids, "ids.json")
    assert "is retired; run `supplementdb data fmt`" in told(place)
    fmt(place)
    assert "" == told(place)
    write(place, content())
    fmt(place)
    assert "is retired and cannot be used again (got magnesium-chloride)" in told(place)


def sdb_canonical(raw: dict[str, Any]) -> str:
    """The canonical text of a file's content."""
    from supplementdb.codec import canonical
    from supplementdb.curation import _sorted

    return canonical(_sorted(raw))


def test_broken_ids(place: Path) -> None:
    """A broken ids.json is told like any other file."""
    (place / "ids.json").write_text("[]", encoding="utf-8")
    with pytest.raises(sdb.DataError, match="must have 'ids' and 'retired'"):
        check(place)


def test_not_utf8(place: Path) -> None:
    """A file in another encoding is told."""
    (place / "b.json").write_bytes(b'"\xff"')

    assert "b.json: $: must be UTF-8" in told(place)


def test_id_in_two_files(place: Path) -> None:
    """An id lives in one file and one section."""
    write(
        place, {"conditions": [{"id": "magnesium-oxide", "name": "x", "sources": CITED}]}, "b.json"
    )
    fmt(place)

    assert "all.json: forms: is taken by a record in b.json: conditions" in told(place)


def test_id_twice(place: Path) -> None:
    """Of two records with one id in a file only the second would be seen."""
    records = content()
    records["forms"].append(dict(records["forms"][-1]))
    write(place, records)
    fmt(place)

    assert "is here twice; keep one record" in told(place)


def test_derived_ranges(place: Path) -> None:
    """The range of an unspecified form is written, beside what is stated, and never typed in."""
    stated = {
        "mineral": "magnesium",
        "low": "0.1",
        "high": "0.7",
        "basis": "trade",
        "sources": CITED,
    }
    blend = form(
        "magnesium-blend",
        kind="unspecified",
        members=["magnesium-oxide", "magnesium-chloride"],
        assays=[stated],
    )
    vague = form("magnesium-vague", kind="unspecified", members=["magnesium-mystery"])
    mystery = form("magnesium-mystery", assays=[])

    assert "" == changed(place, forms=[*content()["forms"], blend, vague, mystery])
    found = json.loads((place / "all.json").read_text(encoding="utf-8"))["forms"]
    assert ["trade", "members"] == [assay["basis"] for assay in found[0]["assays"]]
    assert not any("assays" in record for record in found if record["id"] == "magnesium-vague")


INFANTS: dict[str, Any] = {"max_months": 25}
TODDLERS: dict[str, Any] = {"population": {"min_months": 24, "max_months": 48}}


@pytest.mark.parametrize(
    ("sections", "words"),
    [
        (
            {"minerals": [MINERAL | {"role": "Works"}]},
            "must be sentences that end with a full stop",
        ),
        ({"interactions": [interaction(summary="Bad")]}, "interactions.rule-a.summary"),
        (
            {"intakes": [limit("rda", "500 mg", kind="RDA"), limit("ul", "100 mg")]},
            "intakes.rda: is above ul, which counts the same; read both again (got 500 mg",
        ),
        (
            {"intakes": [limit(population=INFANTS), limit("limit-b", **TODDLERS)]},
            "intakes.limit-a.population: is for people whom limit-b is for too",
        ),
        (
            {"intakes": [limit(population=INFANTS | {"given": "x"}), limit("limit-b", **TODDLERS)]},
            "intakes.limit-a.population: is for people whom limit-b is for too",
        ),
    ],
)
def test_editorial(place: Path, sections: dict[str, Any], words: str) -> None:
    """A cut sentence, a ladder upside down and two rows for one person are told."""
    assert words in changed(place, **sections)


@pytest.mark.parametrize(
    "other",
    [
        {"population": {"min_months": 25, "max_months": 48}},
        {"population": {"min_months": 24, "given": "fed on formula"}},
        TODDLERS | {"scope": "total"},
        TODDLERS | {"authority": "EFSA"},
        TODDLERS | {"superseded_on": "1999", "valid_from": "1990"},
        TODDLERS | {"valid_from": "2010"},
    ],
)
def test_one_row_for_each(place: Path, other: dict[str, Any]) -> None:
    """Rows that meet at an age, or differ in what they count, whose they are and when, may be."""
    mine = {"max_months": 25, "given": "breastfed"} if "given" in str(other) else INFANTS
    rows = [limit(population=mine, valid_from="1999", superseded_on="2010")]
    rows.append(limit("limit-b", **other))

    assert "whom" not in changed(place, intakes=rows)


@pytest.mark.parametrize(
    "other",
    [
        {"scope": "total"},
        {"authority": "EFSA"},
        {"population": {"sex": "male"}},
        {"population": {"stage": "pregnant"}},
        {"population": {"min_months": 96}},
        {"kind": "DV"},
    ],
)
def test_not_comparable(place: Path, other: dict[str, Any]) -> None:
    """Values that do not count the same, or for other people, need no order."""
    people = {"sex": "female", "stage": "none", "max_months": 96}
    rda = limit("rda", "500 mg", kind="RDA", population=people)

    assert "" == changed(place, intakes=[rda, limit("ul", "100 mg", **other)])


OXIDE, CHLORIDE = ["magnesium-oxide"], ["magnesium-chloride"]


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ({"forms": OXIDE}, {"forms": CHLORIDE}, False),
        ({"forms": OXIDE}, {"except_forms": OXIDE}, False),
        ({"except_forms": OXIDE}, {"forms": OXIDE}, False),
        ({"forms": OXIDE}, {"except_forms": CHLORIDE}, True),
        ({"except_forms": OXIDE}, {"except_forms": CHLORIDE}, True),
        ({"forms": OXIDE}, {"forms": [*CHLORIDE, *OXIDE]}, True),
        ({"forms": OXIDE}, {}, True),
        ({"superseded_on": "2005"}, {"valid_from": "2004"}, True),
        ({"superseded_on": "2005"}, {"valid_from": "2005-01-01"}, False),
        ({"superseded_on": "2005-01-01"}, {"valid_from": "2005"}, False),
        ({"superseded_on": "2005-02"}, {"valid_from": "2005"}, True),
    ],
)
def test_one_value_for_a_form_and_day(
    place: Path, one: dict[str, Any], other: dict[str, Any], *, meet: bool
) -> None:
    """One person has one value for a form on a day."""
    problems = changed(place, intakes=[limit(**one), limit("limit-b", **other)])

    assert meet == ("is for people whom limit-b is for too" in problems)


@pytest.mark.parametrize(
    ("lower", "upper"),
    [("EAR", "RDI"), ("RDI", "UL"), ("LRNI", "RNI"), ("RNI", "UL"), ("PRI", "SAFE")]
    + [("PERMITTED-MIN", "PERMITTED"), ("AI", "UL"), ("AR", "PRI")],
)
def test_ladders(place: Path, lower: str, upper: str) -> None:
    """A kind that means less is not above one that means more."""
    rows = [limit("low", "500 mg", kind=lower), limit("high", "100 mg", kind=upper)]

    assert "intakes.low: is above high" in changed(place, intakes=rows)


def test_uncited(place: Path) -> None:
    """A source that nothing cites is told."""
    second = content()["sources"][0] | {"id": "source-b"}

    assert "sources.source-b: is cited by nothing" in changed(
        place, sources=[*content()["sources"], second]
    )
