# SPDX-License-Identifier: MIT
"""
Formula to composition: the one function behind every element fraction.

Fractions are computed, never typed in, so that no lost hydrate and no lost factor of three can
hide in a table.
"""

from __future__ import annotations

import decimal
import functools
import re
from collections import Counter
from decimal import Decimal

from .errors import SupplementDBError

__all__ = ["ATOMIC_WEIGHTS", "SYMBOLS", "atoms", "mass_fraction", "molar_mass", "weight_beside"]


def __dir__() -> list[str]:
    return __all__


# CIAAW abridged standard atomic weights (source id ciaaw-2022-standard-atomic-weights), g/mol.
# Where CIAAW gives an interval (H, C, N, O, Mg ...) this is its single abridged value.
ATOMIC_WEIGHTS: dict[str, Decimal] = {
    symbol: Decimal(weight)
    for symbol, weight in {
        "H": "1.0080",
        "Li": "6.94",
        "B": "10.81",
        "C": "12.011",
        "N": "14.007",
        "O": "15.999",
        "F": "18.998",
        "Na": "22.990",
        "Mg": "24.305",
        "Al": "26.982",
        "Si": "28.085",
        "P": "30.974",
        "S": "32.06",
        "Cl": "35.45",
        "K": "39.098",
        "Ca": "40.078",
        "V": "50.942",
        "Cr": "51.996",
        "Mn": "54.938",
        "Fe": "55.845",
        "Co": "58.933",
        "Ni": "58.693",
        "Cu": "63.546",
        "Zn": "65.38",
        "Se": "78.971",
        "Br": "79.904",
        "Sr": "87.62",
        "Mo": "95.95",
        "I": "126.90",
    }.items()
}

SYMBOLS: dict[str, str] = {
    "boron": "B",
    "calcium": "Ca",
    "chloride": "Cl",
    "chromium": "Cr",
    "cobalt": "Co",
    "copper": "Cu",
    "fluoride": "F",
    "iodine": "I",
    "iron": "Fe",
    "lithium": "Li",
    "magnesium": "Mg",
    "manganese": "Mn",
    "molybdenum": "Mo",
    "nickel": "Ni",
    "phosphorus": "P",
    "potassium": "K",
    "selenium": "Se",
    "silicon": "Si",
    "sodium": "Na",
    "strontium": "Sr",
    "sulfur": "S",
    "vanadium": "V",
    "zinc": "Zn",
}
"""Id of a mineral to the symbol of its element, so that a form can compute without a catalog."""

# Our own context, so that an application's decimal settings cannot change an answer.
_CONTEXT = decimal.Context(prec=28)
# More figures than any atomic weight has, and few enough to print.
_FIGURES = decimal.Context(prec=12)
_TOKEN = re.compile(r"([A-Z][a-z]?)([0-9]*)|(\()|\)([0-9]*)", re.ASCII)


def atoms(formula: str, hydration: Decimal = Decimal(0)) -> dict[str, Decimal]:
    """
    Count the atoms in one formula unit, with its water of crystallisation.

    Args:
        formula: Symbols, counts and round brackets, without water: ``Mg(C2H4NO2)2``.
        hydration: Molecules of water for one formula unit; may be a fraction (2.5).

    Returns:
        Symbol to number of atoms.

    Raises:
        SupplementDBError: The text is no formula, or an element has no weight here.

    >>> atoms("MgCl2", Decimal(6))["O"]
    Decimal('6')
    """
    stack: list[Counter[str]] = [Counter()]
    position = 0
    while position < len(formula):
        token = _TOKEN.match(formula, position)
        if token is None:
            raise SupplementDBError(f"{formula!r} is no formula (at {formula[position:]!r})")
        symbol, count, opening, repeat = token.groups()
        if "0" in (count, repeat):
            raise SupplementDBError(f"{formula!r} counts an atom zero times")
        if symbol:
            stack[-1][symbol] += int(count or 1)
        elif opening:
            stack.append(Counter())
        else:
            group = stack.pop()
            if not stack or not group:
                raise SupplementDBError(f"{formula!r} has a bracket too many or an empty one")
            for member, number in group.items():
                stack[-1][member] += number * int(repeat or 1)
        position = token.end()
    if len(stack) != 1 or not stack[0]:
        raise SupplementDBError(f"{formula!r} is empty or leaves a bracket open")
    counts = {symbol: Decimal(number) for symbol, number in stack[0].items()}
    unknown = sorted(counts.keys() - ATOMIC_WEIGHTS.keys())
    if unknown:
        raise SupplementDBError(f"{formula!r}: no atomic weight for {', '.join(unknown)}")
    if hydration:
        for symbol, number in (("H", 2), ("O", 1)):
            counts[symbol] = counts.get(symbol, Decimal(0)) + number * hydration
    return counts


@functools.cache
def molar_mass(formula: str, hydration: Decimal = Decimal(0)) -> Decimal:
    """
    Weigh one mole, in grams, from CIAAW abridged weights; see `atoms` for the arguments.

    >>> molar_mass("MgO")
    Decimal('40.304')
    """
    with decimal.localcontext(_CONTEXT):
        counts = atoms(formula, hydration)
        return sum((n * ATOMIC_WEIGHTS[symbol] for symbol, n in counts.items()), Decimal(0))


@functools.cache
def mass_fraction(symbol: str, formula: str, hydration: Decimal = Decimal(0)) -> Decimal:
    """
    Compute the share of an element in the weight of a substance; 0 where it holds none of it.

    >>> round(mass_fraction("Mg", "MgO"), 4)
    Decimal('0.6030')
    """
    with decimal.localcontext(_CONTEXT):
        number = atoms(formula, hydration).get(symbol, Decimal(0))
        share = number * ATOMIC_WEIGHTS[symbol] / molar_mass(formula, hydration)
    return _FIGURES.plus(share)


@functools.cache
def weight_beside(symbol: str, formula: str, ligand: str) -> Decimal | None:
    """
    Compute the weight of a free ligand that goes with one weight of an element in a substance.

    A ligand loses or gains hydrogen where it binds, and oxygen is in much else, so only its other
    elements are counted; a ligand without such an element is not recognised.

    Args:
        symbol: The element, such as ``Mg``.
        formula: Of the substance, without water.
        ligand: Formula of the free ligand, such as ``C2H5NO2``.

    Returns:
        `None` where the ligand's elements are in no whole or no single proportion: it is not
        there, or something else in the substance holds them too.

    >>> weight_beside("Mg", "Mg(C2H4NO2)2", "C2H5NO2")
    Decimal('6.17708290475')
    """
    whole, piece = atoms(formula), atoms(ligand)
    with decimal.localcontext(_CONTEXT):
        counts = {
            whole.get(element, Decimal(0)) / number
            for element, number in piece.items()
            if element not in ("H", "O", symbol)
        }
        if len(counts) != 1 or not all(counts) or any(count % 1 for count in counts):
            return None
        parts = counts.pop() / whole[symbol]
        weight = parts * molar_mass(ligand) / ATOMIC_WEIGHTS[symbol]
    return _FIGURES.plus(weight)
