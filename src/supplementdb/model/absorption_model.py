# SPDX-License-Identifier: MIT
"""Absorption models: published formulas, with what they were fitted on and where they end."""

from __future__ import annotations

import enum
from decimal import Decimal

import attrs

from . import fields
from .common import Citation
from .fields import Record, each, refers, type_of

__all__ = ["AbsorptionModel", "Coefficient", "Domain", "Formula", "ModelInput"]


def __dir__() -> list[str]:
    return __all__


class ModelInput(enum.StrEnum):
    """What a model takes."""

    DOSE = "dose"
    PHYTATE = "phytate"
    FERRITIN = "ferritin"
    DIET = "diet"


class Formula(enum.StrEnum):
    """The shape of a formula; `supplementdb.absorption` computes it."""

    SATURATION = "saturation"
    LOGARITHM = "logarithm"
    POWER = "power"


_TAKES: dict[Formula, tuple[set[str], set[ModelInput]]] = {
    Formula.SATURATION: ({"amax", "kr", "kp"}, {ModelInput.DOSE, ModelInput.PHYTATE}),
    Formula.LOGARITHM: ({"intercept", "slope"}, {ModelInput.DOSE}),
    Formula.POWER: (
        {"intercept", "slope", "diet_slope"},
        {ModelInput.FERRITIN, ModelInput.DIET},
    ),
}


@attrs.frozen(kw_only=True)
class Coefficient:
    """
    A number of the formula.

    Attributes:
        name: As the formula names it, in lower case.
        value: As it was published.
        unit: Its unit; `None`: a plain number.
        error: Its standard error; `None`: not read.
    """

    name: str = attrs.field(validator=fields.text)
    value: Decimal = attrs.field(validator=fields.reading)
    unit: str | None = attrs.field(default=None, validator=fields.text)
    error: Decimal | None = attrs.field(default=None, validator=fields.number)


@attrs.frozen(kw_only=True)
class Domain:
    """
    From where to where a model may be asked, both ends in.

    Attributes:
        input: Of what.
        low: Lowest.
        high: Highest.
        unit: Their unit, such as "mg", or "1" for a plain number.
    """

    input: ModelInput = attrs.field(validator=type_of(ModelInput))
    low: Decimal = attrs.field(validator=fields.reading)
    high: Decimal = attrs.field(validator=fields.reading)
    unit: str = attrs.field(validator=fields.text)

    def __attrs_post_init__(self) -> None:
        if self.high <= self.low:
            raise ValueError("high must be above low")


@attrs.frozen(kw_only=True, repr=False)
class AbsorptionModel(Record):
    """
    A published formula of how much of a mineral is absorbed.

    Attributes:
        id: Slug.
        name: Authors, year and what it is of.
        mineral: Id of the mineral.
        forms: Ids of the forms that it was fitted on; empty: food and drink alone.
        formula: Its shape.
        equation: The equation in plain characters, with units.
        coefficients: Its numbers.
        domain: From where to where it may be asked; the first is what its curve runs over.
        measure: What it gives, such as "fraction of a day's zinc that is absorbed".
        population: Whom and what it was fitted on.
        uncertainty: What was published of its uncertainty, and what was not read.
        note: Anything a reader must know; `None`: nothing.
        sources: Where it was read.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    mineral: str = attrs.field(validator=fields.id_, metadata=refers("minerals"))
    forms: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("forms")
    )
    formula: Formula = attrs.field(validator=type_of(Formula))
    equation: str = attrs.field(validator=fields.text)
    coefficients: tuple[Coefficient, ...] = attrs.field(validator=each(type_of(Coefficient)))
    domain: tuple[Domain, ...] = attrs.field(validator=each(type_of(Domain)))
    measure: str = attrs.field(validator=fields.text)
    population: str = attrs.field(validator=fields.text)
    uncertainty: str = attrs.field(validator=fields.text)
    note: str | None = attrs.field(default=None, validator=fields.text)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])

    def __attrs_post_init__(self) -> None:
        names, inputs = _TAKES[self.formula]
        if sorted(names) != sorted(one.name for one in self.coefficients):
            raise ValueError(
                f"coefficients of {self.formula} must be {', '.join(sorted(names))}, each once"
            )
        if sorted(inputs) != sorted(one.input for one in self.domain):
            raise ValueError(
                f"domain of {self.formula} must be of {', '.join(sorted(inputs))}, each once"
            )

    def _facts(self) -> str:
        return f"{self.measure}, from {' and '.join(one.input for one in self.domain)}"
