# SPDX-License-Identifier: MIT
from decimal import Decimal, localcontext

import pytest

import supplementdb as sdb
from supplementdb.chemistry import atoms, mass_fraction, molar_mass, weight_beside


def test_atoms() -> None:
    """Brackets multiply what they hold, nested ones too."""
    assert {"Ca": 3, "P": 2, "O": 8} == atoms("Ca3(PO4)2")
    assert {"Mg": 4, "O": 4, "H": 4} == atoms("(Mg(OH))4")


def test_hydration() -> None:
    """Water of crystallisation adds its atoms, halves of it too."""
    assert {"Mg": 1, "Cl": 2, "H": 12, "O": 6} == atoms("MgCl2", Decimal(6))
    assert Decimal(5) == atoms("MgO", Decimal("2.5"))["H"]


@pytest.mark.parametrize(
    "formula", ["", "()", "mg", "Mg(", "Mg)", "MgO.5H2O", "Mg O", "Mg2+", "Mg()2", "1"]
)
def test_no_formula(formula: str) -> None:
    """What is no formula raises instead of weighing something else."""
    with pytest.raises(sdb.SupplementDBError):
        atoms(formula)


def test_unknown_element() -> None:
    """An element without a weight raises and is named."""
    with pytest.raises(sdb.SupplementDBError, match="Xx"):
        atoms("MgXx2")


def test_molar_mass() -> None:
    """A mole weighs the sum of its atoms."""
    assert Decimal("18.015") == molar_mass("H2O")


def test_mass_fraction() -> None:
    """An element that is not in the formula has no share in it."""
    assert 0 == mass_fraction("Ca", "MgO")
    assert 1 == mass_fraction("Mg", "Mg")


def test_own_precision() -> None:
    """The decimal settings of an application change no answer."""
    mass_fraction.cache_clear()
    molar_mass.cache_clear()
    with localcontext(prec=3):
        rough = mass_fraction("Mg", "MgCl2", Decimal(6))
    mass_fraction.cache_clear()
    molar_mass.cache_clear()

    assert rough == mass_fraction("Mg", "MgCl2", Decimal(6))


@pytest.mark.parametrize(
    ("formula", "ligand", "count"),
    [
        ("Mg(C2H4NO2)2", "C2H5NO2", 2),
        ("Mg3(C6H5O7)2", "C6H8O7", Decimal(2) / 3),
        ("MgCl2", "C2H5NO2", None),  # not there
        ("MgC6H10NO6", "C2H5NO2", None),  # one nitrogen, three times its carbon
        ("MgC3H7N", "C2H7N", None),  # one and a half of its carbon
        ("MgO", "H2O", None),  # nothing but hydrogen and oxygen
    ],
)
def test_weight_beside(formula: str, ligand: str, count: Decimal | None) -> None:
    """A ligand is counted by its elements other than hydrogen and oxygen, or not at all."""
    found = weight_beside("Mg", formula, ligand)

    assert (found is None) == (count is None)
    if found is not None and count is not None:
        assert abs(found * Decimal("24.305") - count * molar_mass(ligand)) < Decimal("0.001")
