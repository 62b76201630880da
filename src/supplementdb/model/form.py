# SPDX-License-Identifier: MIT
"""Forms: the substances that deliver a mineral, and how much of it they hold."""

from __future__ import annotations

import enum
from decimal import Decimal

import attrs

from ..amounts import Amount, AmountRange
from ..chemistry import SYMBOLS, atoms, mass_fraction, molar_mass, weight_beside
from ..errors import NotComputableError, UnitError
from . import fields
from .common import Citation, MealTiming, Name, Remark, Xref
from .fields import Record, each, refers, type_of
from .substance import Ligand

__all__ = [
    "Assay",
    "AssayBasis",
    "Form",
    "FormKind",
    "Fraction",
    "Listing",
    "ListingStatus",
    "Role",
]


def __dir__() -> list[str]:
    return __all__


class FormKind(enum.StrEnum):
    """What sort of substance a form is."""

    SALT = "salt"
    CHELATE = "chelate"
    COMPLEX = "complex"
    OXIDE = "oxide"
    HYDROXIDE = "hydroxide"
    MOLECULE = "molecule"
    ELEMENT = "element"
    MIXTURE = "mixture"
    NATURAL = "natural"
    UNSPECIFIED = "unspecified"


class Role(enum.StrEnum):
    """
    What a form is used for; rules that hold for some salts only name these.

    ``other-active``: it is taken for something else than its mineral, as vitamins and amino acids
    are. ``medicine``: on prescription, at doses of its own.
    """

    NUTRIENT = "nutrient"
    ANTACID = "antacid"
    LAXATIVE = "laxative"
    EXCIPIENT = "excipient"
    PARENTERAL = "parenteral"
    OTHER_ACTIVE = "other-active"
    MEDICINE = "medicine"


class AssayBasis(enum.StrEnum):
    """State of the substance that an assay speaks of."""

    AS_IS = "as-is"
    DRIED = "dried"
    ANHYDROUS = "anhydrous"
    IGNITED = "ignited"
    TRADE = "trade"
    LEGAL = "legal"
    MEMBERS = "members"


class ListingStatus(enum.StrEnum):
    """What an act says of a form."""

    PERMITTED = "permitted"
    RESTRICTED = "restricted"
    NOT_LISTED = "not-listed"


@attrs.frozen(kw_only=True)
class Assay:
    """
    A stated range of the element in a form, as a fraction of its weight.

    Attributes:
        mineral: Id of the mineral.
        low: Lower end, inclusive.
        high: Upper end, inclusive.
        basis: State of the substance; ``members`` is computed from an unspecified form's members.
        note: Anything a reader must know; `None`: nothing.
        sources: Where it was read; empty only for ``members``.
    """

    mineral: str = attrs.field(validator=fields.id_, metadata=refers("minerals"))
    low: Decimal = attrs.field(validator=fields.mass_fraction)
    high: Decimal = attrs.field(validator=fields.mass_fraction)
    basis: AssayBasis = attrs.field(validator=type_of(AssayBasis))
    note: str | None = attrs.field(default=None, validator=fields.text)
    sources: tuple[Citation, ...] = attrs.field(default=(), validator=each(type_of(Citation)))

    def __attrs_post_init__(self) -> None:
        if self.high < self.low:
            raise ValueError("high must not be below low")
        if not self.sources and self.basis is not AssayBasis.MEMBERS:
            raise ValueError("sources must name where the assay was read")


@attrs.frozen(kw_only=True)
class Listing:
    """
    What a jurisdiction's act says of a form.

    Attributes:
        jurisdiction: EU, US, CA, AU, UK ...
        act: The act, with number and part.
        as_name: The name the act uses.
        status: What the act says.
        since: Date of the act or of its application.
        sources: Where it was read.
    """

    jurisdiction: str = attrs.field(validator=attrs.validators.matches_re("[A-Z]{2}"))
    act: str = attrs.field(validator=fields.text)
    as_name: str | None = attrs.field(default=None, validator=fields.text)
    status: ListingStatus = attrs.field(validator=type_of(ListingStatus))
    since: str | None = attrs.field(default=None, validator=fields.date)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])


@attrs.frozen
class Fraction:
    """
    The share of a mineral in a form, between 0 and 1.

    Attributes:
        low: Lower end, inclusive.
        high: Upper end, inclusive; equal to ``low`` where it is computed from a formula.
        computed: Whether a formula gives it; otherwise it is an assay or the range of the members.
    """

    low: Decimal
    high: Decimal
    computed: bool


@attrs.frozen(kw_only=True, repr=False)
class Form(Record):
    """
    A substance that delivers minerals; hydrates and stoichiometries are forms of their own.

    Attributes:
        id: Slug that begins with the id of its first mineral.
        name: English name.
        kind: What sort of substance it is; ``unspecified`` stands above several.
        minerals: Ids of the minerals it delivers, the main one first.
        ligands: Ids of what they are bound to.
        formula: Without water of crystallisation; `None`: no single formula.
        hydration: Waters for one formula unit; `None`: unknown or varying.
        formula_sources: Where formula and water were read, one for each independent reading.
        roles: What it is used for; empty where it is not for swallowing.
        members: For an unspecified form, ids of the forms it may mean.
        assays: Ranges of the element as stated by sources.
        listings: What regulators say of it.
        solubility: How it dissolves in water; `None`: not on record, as for the next two.
        tolerability: What it does to the gut.
        meals: How it is to be taken with regard to meals; `None`: as one likes, or not read.
        absorption: What studies found, with design and comparator; never a score.
        note: Anything a reader must know; `None`: nothing.
        names: Further names in any language.
        xrefs: Identifiers in registries, as read.
        sources: Where the facts were read.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    kind: FormKind = attrs.field(validator=type_of(FormKind))
    minerals: tuple[str, ...] = attrs.field(validator=each(fields.id_), metadata=refers("minerals"))
    ligands: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("ligands")
    )
    formula: str | None = attrs.field(default=None, validator=fields.text)
    hydration: Decimal | None = attrs.field(default=None, validator=fields.number)
    formula_sources: tuple[Citation, ...] = attrs.field(
        default=(), validator=each(type_of(Citation))
    )
    roles: tuple[Role, ...] = attrs.field(default=(Role.NUTRIENT,), validator=each(type_of(Role)))
    members: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("forms")
    )
    assays: tuple[Assay, ...] = attrs.field(default=(), validator=each(type_of(Assay)))
    listings: tuple[Listing, ...] = attrs.field(default=(), validator=each(type_of(Listing)))
    solubility: Remark | None = attrs.field(
        default=None, validator=attrs.validators.optional(type_of(Remark))
    )
    tolerability: Remark | None = attrs.field(
        default=None, validator=attrs.validators.optional(type_of(Remark))
    )
    meals: MealTiming | None = attrs.field(
        default=None, validator=attrs.validators.optional(type_of(MealTiming))
    )
    absorption: Remark | None = attrs.field(
        default=None, validator=attrs.validators.optional(type_of(Remark))
    )
    note: str | None = attrs.field(default=None, validator=fields.text)
    names: tuple[Name, ...] = attrs.field(default=(), validator=each(type_of(Name)))
    xrefs: tuple[Xref, ...] = attrs.field(default=(), validator=each(type_of(Xref)))
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])

    def __attrs_post_init__(self) -> None:
        if not self.minerals:
            raise ValueError("minerals must name at least one mineral")
        if not self.id.startswith(f"{self.minerals[0]}-"):
            raise ValueError(f"id must begin with its first mineral: '{self.minerals[0]}-...'")
        if self.formula is not None:
            counts = atoms(self.formula)
            for mineral in self.minerals:
                if SYMBOLS.get(mineral) not in counts:
                    raise ValueError(f"formula must hold the element of {mineral}")
        elif self.hydration is not None or self.formula_sources:
            raise ValueError("hydration and formula_sources need a formula")
        if self.members and self.kind is not FormKind.UNSPECIFIED:
            raise ValueError("members are for kind 'unspecified' only")

    def _facts(self) -> str:
        try:
            share = self.fraction()
        except NotComputableError:
            return f"{self.name}, share of {self.minerals[0]} not on record"
        low, high = (f"{100 * end:.2f}" for end in (share.low, share.high))
        percent = low if low == high else f"{low} to {high}"
        return f"{self.name}, {percent} % {self.minerals[0]}"

    @property
    def jurisdictions(self) -> tuple[str, ...]:
        """Where an act permits it, with conditions or without."""
        stated = [
            listing.jurisdiction
            for listing in self.listings
            if listing.status is not ListingStatus.NOT_LISTED
        ]
        return tuple(dict.fromkeys(stated))

    @property
    def molar_mass(self) -> Decimal | None:
        """Grams per mole with its water, computed; `None` without formula or hydration."""
        if self.formula is None or self.hydration is None:
            return None
        return molar_mass(self.formula, self.hydration)

    def fraction(self, mineral: str | None = None) -> Fraction:
        """
        Tell the share of a mineral in this form.

        Args:
            mineral: Id of the mineral; `None`: the first one.

        Raises:
            NotComputableError: The form does not deliver it, or neither formula nor assay is known.
        """
        wanted = self.minerals[0] if mineral is None else mineral
        if wanted not in self.minerals:
            raise NotComputableError(self.id, f"does not deliver {wanted}")
        if self.formula is not None and self.hydration is not None:
            share = mass_fraction(SYMBOLS[wanted], self.formula, self.hydration)
            return Fraction(share, share, computed=True)
        stated = [assay for assay in self.assays if assay.mineral == wanted]
        if not stated:
            missing = "formula" if self.formula is None else "water of crystallisation"
            reason = f"neither its {missing} nor an assay for {wanted} is on record"
            raise NotComputableError(self.id, f"{reason}. {self.note}" if self.note else reason)
        return Fraction(min(a.low for a in stated), max(a.high for a in stated), computed=False)

    def elemental(self, amount: Amount, mineral: str | None = None) -> AmountRange:
        """
        Compute how much mineral a weight of this form holds.

        Args:
            amount: Weight of the form; a mass.
            mineral: Id of the mineral; `None`: the first one.

        Returns:
            One exact amount where a formula is known, a range where only an assay is.

        Raises:
            NotComputableError: See `fraction`.
            UnitError: The amount is no mass.
        """
        self._weighs(amount)
        share = self.fraction(mineral)
        return AmountRange(amount * share.low, amount * share.high)

    def compound(self, amount: Amount, mineral: str | None = None) -> AmountRange:
        """Compute the weight of this form that holds an amount of mineral; see `elemental`."""
        self._weighs(amount)
        share = self.fraction(mineral)
        return AmountRange(amount / share.high, amount / share.low)

    def ligand_amount(self, ligand: Ligand, amount: Amount, mineral: str | None = None) -> Amount:
        """
        Compute how much of a free ligand comes with an amount of mineral in this form.

        Args:
            ligand: The ligand as a record.
            amount: Elemental amount of the mineral; a mass.
            mineral: Id of the mineral; `None`: the first one.

        Raises:
            NotComputableError: The form has no formula, several ligands, or does not deliver the
                mineral.
            UnitError: The amount is no mass.

        >>> import supplementdb as sdb
        >>> db = sdb.load()
        >>> form, glycine = db.forms["magnesium-bisglycinate"], db.ligands["glycine"]
        >>> str(form.ligand_amount(glycine, sdb.Amount(400, "mg")))
        '2,471 mg'
        """
        self._weighs(amount)
        wanted = self.minerals[0] if mineral is None else mineral
        if wanted not in self.minerals:
            raise NotComputableError(self.id, f"does not deliver {wanted}")
        if ligand.id not in self.ligands:
            raise NotComputableError(self.id, f"is not bound to {ligand.name}")
        if len(self.ligands) > 1:
            raise NotComputableError(self.id, f"holds other ligands beside {ligand.name}")
        ratio = None
        if self.formula is not None and ligand.formula is not None:
            ratio = weight_beside(SYMBOLS[wanted], self.formula, ligand.formula)
        if ratio is None:
            raise NotComputableError(
                self.id, f"how many {ligand.name} go with one {wanted} is not in its formula"
            )
        return amount * ratio

    def _weighs(self, amount: Amount) -> None:
        if not isinstance(amount, Amount) or amount.kind != "mass":
            raise UnitError(
                f"{amount} of {self.name}: give the weight of the compound in g, mg or ug"
            )
