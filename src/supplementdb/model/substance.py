# SPDX-License-Identifier: MIT
"""Minerals, classes of minerals, and the ligands they are bound to."""

from __future__ import annotations

from decimal import Decimal

import attrs

from ..amounts import Amount
from . import fields
from .common import Citation, Name, Xref
from .fields import Record, each, refers, type_of

__all__ = ["Ligand", "Mineral", "MineralClass"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True, repr=False)
class MineralClass(Record):
    """
    A class of minerals that rules can speak of, such as the polyvalent cations.

    Attributes:
        id: Slug.
        name: Plain name.
        note: What makes a member.
        sources: Where the class is defined.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    note: str | None = attrs.field(default=None, validator=fields.text)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])


@attrs.frozen(kw_only=True, repr=False)
class Mineral(Record):
    """
    An element as nutrient.

    Attributes:
        id: Slug; the id of every form begins with it.
        name: English name.
        symbol: Symbol of the element.
        atomic_weight: CIAAW abridged standard atomic weight, grams per mole.
        valences: Charges of the ion as supplied; empty where it is supplied as no simple ion.
        classes: Ids of the `MineralClass` it belongs to.
        label_units: Units that labels use, the usual one first; that one is a mass.
        essential: Whether it is essential for humans and who says so, in words.
        role: What it does in the body.
        body_content: How much an adult holds, and where.
        homeostasis: How the body regulates it.
        deficiency: What too little does.
        excess: What too much does.
        names: Further names in any language.
        xrefs: Identifiers in registries.
        sources: Where the facts were read.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    symbol: str = attrs.field(validator=attrs.validators.matches_re("[A-Z][a-z]?"))
    atomic_weight: Decimal = attrs.field(validator=fields.weight)
    valences: tuple[int, ...] = attrs.field(validator=each(fields.charge))
    classes: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("mineral_classes")
    )
    label_units: tuple[str, ...] = attrs.field(
        validator=each(attrs.validators.in_(("mg", "ug", "g", "mEq", "mmol")))
    )
    essential: str | None = attrs.field(default=None, validator=fields.text)
    role: str | None = attrs.field(default=None, validator=fields.text)
    body_content: str | None = attrs.field(default=None, validator=fields.text)
    homeostasis: str | None = attrs.field(default=None, validator=fields.text)
    deficiency: str | None = attrs.field(default=None, validator=fields.text)
    excess: str | None = attrs.field(default=None, validator=fields.text)
    names: tuple[Name, ...] = attrs.field(default=(), validator=each(type_of(Name)))
    xrefs: tuple[Xref, ...] = attrs.field(default=(), validator=each(type_of(Xref)))
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])

    def __attrs_post_init__(self) -> None:
        if self.label_units[:1] not in (("mg",), ("ug",), ("g",)):
            raise ValueError("label_units must begin with a mass: mg, ug or g")

    @property
    def label_unit(self) -> str:
        """The mass unit that labels use most; totals are given in it."""
        return self.label_units[0]

    def _facts(self) -> str:
        return f"{self.symbol}, {self.atomic_weight} g/mol"

    def mass(self, amount: Amount) -> Amount:
        """
        Give an amount of this mineral as mass in mg: mmol by weight, mEq also by valence.

        Raises:
            UnitError: The amount is in IU, or in mEq of a mineral of several valences.
        """
        return amount.to("mg", of=self)


@attrs.frozen(kw_only=True, repr=False)
class Ligand(Record):
    """
    A counter-ion or chelating molecule.

    Attributes:
        id: Slug.
        name: English name.
        formula: Of the neutral molecule, or of the ion where there is none; `None`: no one formula.
        brings: What the ligand itself brings (effects, load); `None`: nothing worth a word.
        names: Further names in any language.
        xrefs: Identifiers in registries.
        sources: Where the facts were read.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    formula: str | None = attrs.field(default=None, validator=fields.text)
    brings: str | None = attrs.field(default=None, validator=fields.text)
    names: tuple[Name, ...] = attrs.field(default=(), validator=each(type_of(Name)))
    xrefs: tuple[Xref, ...] = attrs.field(default=(), validator=each(type_of(Xref)))
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])
