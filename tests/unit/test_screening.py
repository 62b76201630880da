# SPDX-License-Identifier: MIT
import copy
import pickle
from collections.abc import Iterator
from typing import Any

import pytest

import supplementdb as sdb
from made import catalog, content, form, interaction, limit

DB = catalog(
    intakes=[limit(), limit("rda", "300 mg", kind="RDA", scope="total")],
    interactions=[interaction(severity="serious")],
    forms=[*content()["forms"], form("magnesium-shell", name="shell", roles=["excipient"])],
)


def test_report() -> None:
    """A screening gives findings worst first, totals, edition and authority."""
    person = sdb.Person(age_years=40, medications=("drug-a",))
    report = sdb.screen(["Magnesium 200 mg", "Magnesium 100 mg"], person, catalog=DB)

    assert ["interaction.medication", "dose.above-limit"] == [f.code for f in report.findings]
    assert "300 mg" == str(report.totals["magnesium"].supplemental)
    parts = report.totals["magnesium"].contributions
    assert ["Magnesium 200 mg", "Magnesium 100 mg"] == [part.text for part in parts]
    assert not report.totals["magnesium"].is_floor
    assert ("0+made", "NASEM") == (report.edition, report.authority)
    assert "serious" == report.worst
    assert "complete" == report.completeness


def test_min_level() -> None:
    """What is below the level asked for is counted; what was not assessed is always shown."""
    person = sdb.Person(age_years=40, medications=("drug-a", "nobody"))
    policy = sdb.Policy(min_level="serious")
    report = sdb.screen(["Magnesium 200 mg"], person, policy, catalog=DB)

    assert ["interaction.medication", "name.unknown"] == [f.code for f in report.findings]
    assert {"moderate": 1} == dict(report.hidden) == report.to_dict()["hidden"]
    assert "Not shown, because they are below the level asked for: 1 moderate." in str(report)
    assert "Not shown" not in str(sdb.screen(["Magnesium 200 mg"], person, catalog=DB))


def test_hidden_is_not_gone() -> None:
    """The worst that was found is the worst, shown or not."""
    policy = sdb.Policy(min_level="critical")
    report = sdb.screen(["Magnesium 200 mg"], None, policy, catalog=DB)

    assert ("moderate", "complete", ()) == (report.worst, report.completeness, report.findings)
    with pytest.raises(sdb.InputError, match="^level: must be one of note, minor"):
        sdb.Policy(min_level="loud")


def test_nobody_known() -> None:
    """Without a person and a policy a screening still answers."""
    assert ["dose.above-limit"] == [
        f.code for f in sdb.screen(["Magnesium 200 mg"], catalog=DB).findings
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Vitamin C 5 mg", "names no mineral that is known here"),
        ("Dream Magnesium 5 mg", '"Dream" was not understood'),
        ("shell 5 mg", "names only what is not taken for its mineral: shell"),
        ("magnesim oxide 5 mg", "Near names: magnesium oxide"),
        ("", '"" names no mineral'),
    ],
)
def test_nothing_lost(line: str, words: str) -> None:
    """What was not understood is told and quoted."""
    report = sdb.screen([line, line], catalog=DB)

    assert 1 == len([f for f in report.not_assessed if line in f.inputs])
    assert words in report.not_assessed[-1].message


def test_empty() -> None:
    """An empty regimen finds nothing and has assessed nothing."""
    report = sdb.screen([], catalog=DB)

    assert () == report.findings
    assert "none" == report.completeness
    assert report.worst is None


def test_read_once() -> None:
    """Lines that are read already are screened as they are."""
    regimen = sdb.Regimen.read(["Magnesium 200 mg"], catalog=DB)
    item = sdb.Item(mineral="magnesium", amount=sdb.Amount(200, "mg"), basis="elemental")

    text = sdb.screen(["Magnesium 200 mg"], catalog=DB)
    assert text == sdb.screen(regimen, catalog=DB) == sdb.screen(regimen[:], catalog=DB)
    assert (
        text.totals["magnesium"].supplemental
        == sdb.screen([item], catalog=DB).totals["magnesium"].supplemental
    )


def test_regimen() -> None:
    """A regimen is a sequence of lines and a value."""
    regimen = sdb.Regimen.read(["Magnesium 200 mg", "Magnesium 100 mg"], catalog=DB)

    assert 2 == len(regimen)
    assert "Magnesium 100 mg" == regimen[1].text
    assert regimen == sdb.Regimen(regimen.lines)
    assert 1 == len({regimen, sdb.Regimen(regimen.lines)})
    assert regimen != ["Magnesium 200 mg"]
    with pytest.raises(sdb.InputError, match="^lines: must be Lines"):
        sdb.Regimen(["Magnesium 200 mg"])  # type: ignore[list-item]  # wrong on purpose
    assert "<Regimen: 2 lines>" == repr(regimen)


def test_own_rule() -> None:
    """An application adds its own rule, a plain function."""

    def rule(*_: Any) -> Iterator[sdb.Finding]:
        yield sdb.Finding(code="app/hello", level=sdb.Level.CRITICAL, values={"message": "Hello."})

    report = sdb.screen(["Magnesium 50 mg"], rules=(*sdb.DEFAULT_RULES, rule), catalog=DB)

    assert ["Hello."] == [f.message for f in report.findings]


def test_not_asked_for() -> None:
    """A check that was not asked for is told, and the report is not complete."""
    report = sdb.screen(["Magnesium 50 mg"], rules=(sdb.check_dose,), catalog=DB)

    assert "partial" == report.completeness
    assert "the check of interactions, which was not asked for" in str(report)


def test_assessed_without_amount() -> None:
    """A line without an amount is still screened for interactions."""
    report = sdb.screen(["Magnesium"], sdb.Person(medications=("drug-a",)), catalog=DB)

    assert ("serious", "partial") == (report.worst, report.completeness)


def test_travels() -> None:
    """Reports, findings and persons pickle and copy; a catalog is its own copy."""
    report = sdb.screen(["Magnesium 200 mg", "x"], sdb.Person(medications=("drug-a",)), catalog=DB)

    assert report == pickle.loads(pickle.dumps(report)) == copy.deepcopy(report)
    assert str(report) == str(copy.deepcopy(report))
    assert DB is copy.copy(DB) is copy.deepcopy(DB)
    assert "limit" in repr(report.findings[1].values)


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"regimen": [], "rules": None}, "rules"),
        ({"regimen": [], "rules": (5,)}, "rules"),
        ({"regimen": "Magnesium 5 mg"}, "regimen"),
        ({"regimen": [], "person": {}}, "person"),
        ({"regimen": [], "policy": "NASEM"}, "policy"),
        ({"regimen": [], "catalog": {}}, "catalog"),
    ],
)
def test_misuse(arguments: dict[str, Any], field: str) -> None:
    """An argument of the wrong kind raises with its name."""
    with pytest.raises(sdb.InputError, match=f"^{field}: must"):
        sdb.screen(**arguments)


class TestReferenceIntakes:
    def test_person(self) -> None:
        """The values that hold for a person, of one authority or of all."""
        rows = [
            limit("child", population={"max_months": 96}),
            limit("adult", population={"min_months": 96}),
            limit("other", authority="EFSA"),
            limit("old", superseded_on="2010"),
        ]
        db = catalog(intakes=rows)

        def ids(person: sdb.Person | None = None, **more: Any) -> list[str]:
            return [i.id for i in sdb.reference_intakes("magnesium", person, catalog=db, **more)]

        assert ["adult", "other"] == ids(sdb.Person(age_years=30))
        assert ["child"] == ids(sdb.Person(age_years=3), authority="nasem")
        assert ["child", "adult", "other"] == ids(sdb.Person()) == ids()
        assert ["child", "adult", "other", "old"] == ids(as_of="2005")

    def test_unknown(self) -> None:
        """An unknown mineral or authority raises, a wrong day too."""
        with pytest.raises(sdb.UnknownIdError):
            sdb.reference_intakes("unobtainium", catalog=DB)
        with pytest.raises(sdb.InputError, match="^authority"):
            sdb.reference_intakes("magnesium", authority="x", catalog=DB)
        with pytest.raises(sdb.InputError, match="^person"):
            sdb.reference_intakes("magnesium", "x", catalog=DB)  # type: ignore[arg-type]  # wrong on purpose
        with pytest.raises(sdb.InputError, match="^as_of: must be a date"):
            sdb.reference_intakes("magnesium", as_of="yesterday", catalog=DB)
