# SPDX-License-Identifier: MIT
"""The bundled records; a failure speaks to the curator, not to the programmer."""

import re

import bioregistry
import pytest

import supplementdb as sdb
from supplementdb.checks.people import wider_conditions
from supplementdb.curation import check, data_files
from supplementdb.loading import bundle_directory
from supplementdb.model import SECTIONS
from supplementdb.model.common import Per
from supplementdb.model.effect import Cause
from supplementdb.model.interaction import Effect
from supplementdb.model.transporter import SubstrateEvidence
from supplementdb.prefixes import PREFIXES

DB = sdb.load()
CURIES = [
    (f"{section}.{id}", xref.curie)
    for section in SECTIONS
    for id, record in DB.section(section).items()
    for xref in getattr(record, "xrefs", ())
]


def test_sound() -> None:
    """All rings of checks pass over the files."""
    problems = check(bundle_directory())

    assert not problems, "\n".join(map(str, problems))


def test_files_are_explained() -> None:
    """README.md beside the data has a heading for every file."""
    directory = bundle_directory()
    text = (directory / "README.md").read_text(encoding="utf-8")
    for name in [*data_files(directory), "ids.json", "edition.json"]:
        heading = name if "/" not in name else f"{name.split('/')[0]}/"
        assert f"## {heading}" in text, f"add a heading for {name} to data/README.md"


@pytest.mark.parametrize(
    ("section", "least"),
    [("forms", 800), ("medications", 970), ("medication_classes", 260), ("interactions", 440)]
    + [
        ("conditions", 340),
        ("cautions", 245),
        ("transporters", 160),
        ("intakes", 4_700),
        ("adverse_effects", 55),
    ],
)
def test_nothing_lost(section: str, least: int) -> None:
    """A section does not shrink unnoticed; raise the number when it has grown for good."""
    assert len(DB.section(section)) >= least


class TestIdentifiers:
    @pytest.mark.parametrize("prefix", PREFIXES)
    def test_registries(self, prefix: str) -> None:
        """Our prefixes are those of the Bioregistry, and what we hold fits its patterns too."""
        if prefix == "eu-e":  # the EU keeps no registry that others could resolve
            assert bioregistry.normalize_prefix(prefix) is None
            return
        pattern = bioregistry.get_pattern(bioregistry.normalize_prefix(prefix))
        assert pattern, f"{prefix} is unknown there; use its prefix"
        for path, curie in CURIES:
            if curie.startswith(f"{prefix}:"):
                local = curie.removeprefix(f"{prefix}:")
                if prefix == "icd10":  # the pattern there knows one digit behind the point
                    local = local[:5]
                assert re.match(pattern, local), f"{path}: {curie} is none of {prefix}; read it"

    def test_one_thing(self) -> None:
        """A registry's identifier of a substance stands on one form, or a note says why on two."""
        homes: dict[str, list[str]] = {}
        for form in DB.forms.values():
            for xref in form.xrefs:
                if xref.note is None and not xref.curie.startswith(("atc:", "eu-e:")):
                    homes.setdefault(xref.curie, []).append(form.id)
        shared = {curie: ids for curie, ids in homes.items() if len(ids) > 1}
        assert not shared, f"keep it on the form it means, or say in a note why on both: {shared}"


class TestInteractions:
    @pytest.mark.parametrize("rule", DB.interactions.values(), ids=lambda rule: rule.id)
    def test_rules(self, rule: sdb.Interaction) -> None:
        """Depletion asks to monitor, never to avoid; separations cite sources of the record."""
        if rule.effect is Effect.SUBJECT_DEPLETED:
            assert rule.action == "monitor", f"{rule.id}: depletion means monitor"
        cited = {citation.source for citation in rule.sources}
        for separation in rule.separations:
            assert separation.source in cited, f"{rule.id}: cite {separation.source} in sources"
        if rule.action == "separate" and not rule.separations:
            members = DB.medications.by(classes=rule.object)
            assert members or "hours" in rule.management, f"{rule.id}: say why there are no hours"

    @pytest.mark.parametrize("id", DB.medication_classes)
    def test_classes_are_needed(self, id: str) -> None:
        """A class stands in the data because medicines are in it, or a rule speaks of it."""
        held = DB.medications.by(classes=id) or DB.medication_classes.by(parents=id)

        assert held or DB.interactions.by(object=id), f"{id}: nothing is in it"


class TestCautions:
    @pytest.mark.parametrize("rule", DB.cautions.values(), ids=lambda rule: rule.id)
    def test_rules(self, rule: sdb.Caution) -> None:
        """What must not be taken is to be avoided; who may take it with care is told how."""
        if rule.kind == "contraindicated":
            assert rule.action == "avoid", f"{rule.id}: contraindicated means avoid"
        for excepted in rule.except_conditions:
            wider = wider_conditions(DB)[excepted]
            assert rule.condition in wider, f"{rule.id}: {excepted} is not within its condition"

    def test_minerals(self) -> None:
        """Every mineral but these has cautions of its own, or of its forms."""
        homes = {DB.forms[r.subject].minerals[0] if r.subject in DB.forms else r.subject
                 for r in DB.cautions.values() if r.subject not in DB.factors}  # fmt: skip

        assert {"chloride", "sulfur"} == {*DB.minerals} - homes


ACUTE = [
    (effect.id, cause)
    for effect in DB.adverse_effects.values()
    for cause in effect.caused_by
    if cause.per in (Per.INTAKE, Per.KG_INTAKE)
]


@pytest.mark.parametrize(("id", "cause"), ACUTE, ids=[id for id, _ in ACUTE])
def test_toxic_at_once(id: str, cause: Cause) -> None:
    """Of an amount that is toxic at once two places say so."""
    assert len({citation.source for citation in cause.sources}) > 1, f"{id}: read a second"


class TestTransporters:
    def test_named(self) -> None:
        """The transporters that magnesium is known by are there."""
        wanted = {"trpm6", "trpm7", "cnnm2", "cnnm4", "slc41a1", "cldn16", "cldn19", "slc15a1"}

        assert wanted <= set(DB.transporters)

    def test_pept1(self) -> None:
        """That PEPT1 carries magnesium bisglycinate has not been shown, and the record says so."""
        (found,) = (
            s
            for s in DB.transporters["slc15a1"].substrates
            if s.substance == "magnesium-bisglycinate"
        )

        assert SubstrateEvidence.NOT_SHOWN is found.evidence
        assert found.note


@pytest.mark.parametrize("section", ["minerals", "forms", "ligands", "conditions", "medications"])
def test_names_resolve(section: str) -> None:
    """Every name on record leads back to its record, or to an ambiguity that names it."""
    for record in DB.section(section).values():
        for text in (record.name, *(name.text for name in record.names)):
            found = sdb.resolve(text, kind=section[:-1])
            assert record.id in {c.id for c in found.candidates}, f"{section}.{record.id}: {text!r}"
