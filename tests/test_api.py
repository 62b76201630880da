# SPDX-License-Identifier: MIT
"""The public face is pinned: names are added on purpose and never lost."""

import ast
import inspect
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import attrs
import pytest

import supplementdb as sdb
from supplementdb.model import SECTIONS

SOURCE = Path(sdb.__path__[0])
NAMES = """
Absorption AbsorptionComparison AbsorptionEstimate AbsorptionModel Action AdverseEffect Amount
AmountError AmountRange Authority Basis Biomarker CODES Candidate Catalog Caution Certainty
Citation Claim Collection Comparison Completeness Condition DEFAULT_RULES DataError DayPlan Dose
Doubt Evidence Explanation Factor Finding Form FormFacts InputError IntakeKind Interaction
Intervention Item Level Ligand Likelihood LimitComparison Line Margin Medication MedicationClass
Mineral MineralClass Name NotComputableError Person PlanRule Policy Population Problem Records
ReferenceIntake Regimen Remark Report Resolution Scope Separation Severity Source StudyResults
SupplementDBError Target Total Transporter Unit UnitError UnknownIdError Verdict Xref __version__
absorption_curve check_cautions check_dose check_interactions check_timing claims
compare_absorption compare_forms compare_limits daily_amount daily_percent daily_value
estimate_absorption explain level_of load plan_day read read_label read_row read_stack
reasons_apart reference_intakes remaining resolve screen verdict_of
""".split()
MODULES = sorted(
    "supplementdb." + path.relative_to(SOURCE).with_suffix("").as_posix().replace("/", ".")
    for path in SOURCE.rglob("*.py")
    if path.name not in ("__init__.py", "__main__.py")
)


def test_names() -> None:
    """The face shows these names, and each can be had."""
    assert sorted(NAMES) == sorted(sdb.__all__) == dir(sdb)
    for name in NAMES:
        assert getattr(sdb, name) is not None


def test_unknown_name() -> None:
    """A name that is not there is an attribute error."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = sdb.nothing


def test_checkers_see_the_same() -> None:
    """What type checkers are shown is what is bound at run time."""
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    (guard,) = (n for n in tree.body if isinstance(n, ast.If))
    shown = {
        alias.name: node.module
        for node in guard.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }

    assert shown == sdb._HOME


@pytest.mark.parametrize("name", MODULES)
def test_modules(name: str) -> None:
    """Every module lists what it offers, and dir() shows just that."""
    module: ModuleType = import_module(name)

    assert sorted(module.__all__) == sorted(dir(module))
    assert module.__doc__
    for public in module.__all__:
        assert hasattr(module, public)


@pytest.mark.parametrize("name", [name for name in NAMES if name[0] != "_"])
def test_documented(name: str) -> None:
    """Every public class and function says what it is."""
    thing = getattr(sdb, name)

    assert not callable(thing) or inspect.getdoc(thing)


def test_annotations_resolve() -> None:
    """Annotations of every record resolve at run time."""
    for section in SECTIONS:
        from supplementdb.model import record_class

        assert get_type_hints(record_class(section))


def test_every_field_is_checked() -> None:
    """Every field of every record has a validator, which is what the codec runs."""
    from supplementdb.model import record_class

    for section in SECTIONS:
        for field in attrs.fields(record_class(section)):
            assert field.validator is not None, f"{section}.{field.name}"


def test_records_are_frozen(db: sdb.Catalog) -> None:
    """Every record is frozen, slotted and hashable."""
    for section in SECTIONS:
        record = next(iter(db.section(section).values()))

        assert hash(record) == hash(attrs.evolve(record))
        assert not hasattr(record, "__dict__")
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            record.id = "other"
