# SPDX-License-Identifier: MIT
"""Absorption as it was measured: one form, one dose, one method, one study; never a score."""

from __future__ import annotations

import enum
from decimal import Decimal

import attrs

from ..amounts import Amount
from . import fields
from .common import Citation
from .fields import Record, each, refers, type_of

__all__ = ["Absorption", "Against", "Method", "Spread", "Subjects"]


def __dir__() -> list[str]:
    return __all__


class Method(enum.StrEnum):
    """How absorption was measured; results of different methods are different quantities."""

    STABLE_ISOTOPE = "stable-isotope"
    RADIOISOTOPE = "radioisotope"
    BALANCE = "balance"
    BOWEL_PERFUSION = "bowel-perfusion"
    URINARY_EXCRETION = "urinary-excretion"
    PLASMA_RISE = "plasma-rise"
    STATUS_CHANGE = "status-change"


class Subjects(enum.StrEnum):
    """On whom it was measured."""

    HUMAN = "human"
    ANIMAL = "animal"


class Spread(enum.StrEnum):
    """What the ends or the width beside a result are."""

    SD = "standard deviation"
    SE = "standard error"
    CI95 = "95 % confidence interval"
    RANGE = "range"
    IQR = "interquartile range"
    UNSTATED = "not said"


@attrs.frozen(kw_only=True)
class Against:
    """
    What the same study says of this measurement against another of its own.

    Attributes:
        absorption: Id of the other measurement.
        differs: Whether the study calls the two different; `None`: it does not say.
        note: Its statistics, in words; `None`: none were read.
    """

    absorption: str = attrs.field(validator=fields.id_, metadata=refers("absorptions"))
    differs: bool | None = attrs.field(
        default=None, validator=attrs.validators.optional(type_of(bool))
    )
    note: str | None = attrs.field(default=None, validator=fields.text)


@attrs.frozen(kw_only=True, repr=False)
class Absorption(Record):
    """
    One measurement of how much of a mineral was taken up.

    Attributes:
        id: Slug.
        study: Id of the source that reports it; measurements of one study can be compared.
        mineral: Id of the mineral.
        form: Id of the form; `None`: food, or a form the study does not name.
        preparation: What was given, in words, such as "tablet" or "bread roll baked with it".
        dose: Elemental amount in one dose, or a day where the measure is one of days; `None`: not
            read.
        dose_max: Upper end where doses varied; `None`: one dose.
        meal: What it was taken with; `None`: not read.
        subjects: On whom.
        population: Who, in words.
        n: How many; `None`: not read.
        method: How it was measured.
        measure: What the result is, such as "fractional absorption".
        value: The result; `None`: only its ends were read.
        low: Lower end; `None`: not read.
        high: Upper end; `None`: not read.
        spread: What the ends, or ``width``, are; `None`: neither was read.
        width: Standard deviation or error, in the unit of the result; `None`: not read.
        unit: Unit of the result, such as "%" or "mg/24 h".
        against: What the study says of it against others of its measurements.
        sponsor: Who paid for it; `None`: not read, which is not the same as nobody.
        note: Anything a reader must know; `None`: nothing.
        sources: Where it was read; the study first.
    """

    id: str = attrs.field(validator=fields.id_)
    study: str = attrs.field(validator=fields.id_, metadata=refers("sources"))
    mineral: str = attrs.field(validator=fields.id_, metadata=refers("minerals"))
    form: str | None = attrs.field(default=None, validator=fields.id_, metadata=refers("forms"))
    preparation: str | None = attrs.field(default=None, validator=fields.text)
    dose: Amount | None = attrs.field(default=None, validator=fields.mass)
    dose_max: Amount | None = attrs.field(default=None, validator=fields.mass)
    meal: str | None = attrs.field(default=None, validator=fields.text)
    subjects: Subjects = attrs.field(default=Subjects.HUMAN, validator=type_of(Subjects))
    population: str = attrs.field(validator=fields.text)
    n: int | None = attrs.field(default=None, validator=fields.count)
    method: Method = attrs.field(validator=type_of(Method))
    measure: str = attrs.field(validator=fields.text)
    value: Decimal | None = attrs.field(default=None, validator=fields.reading)
    low: Decimal | None = attrs.field(default=None, validator=fields.reading)
    high: Decimal | None = attrs.field(default=None, validator=fields.reading)
    spread: Spread | None = attrs.field(
        default=None, validator=attrs.validators.optional(type_of(Spread))
    )
    width: Decimal | None = attrs.field(default=None, validator=fields.number)
    unit: str = attrs.field(validator=fields.text)
    against: tuple[Against, ...] = attrs.field(default=(), validator=each(type_of(Against)))
    sponsor: str | None = attrs.field(default=None, validator=fields.text)
    note: str | None = attrs.field(default=None, validator=fields.text)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])

    def __attrs_post_init__(self) -> None:
        if self.form is None and self.preparation is None:
            raise ValueError("form or preparation must say what was given")
        if self.dose_max is not None and (self.dose is None or self.dose_max <= self.dose):
            raise ValueError("dose_max must be above dose")
        if (self.low is None) != (self.high is None):
            raise ValueError("low and high must be given together")
        if self.low is None and self.value is None:
            raise ValueError("value, or low and high, must be given")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError("high must not be below low")
        if (self.spread is not None) != (self.low is not None or self.width is not None):
            raise ValueError("spread must say what low and high, or width, are")
        if self.study not in [citation.source for citation in self.sources]:
            raise ValueError("sources must name the study")

    def _facts(self) -> str:
        given = self.form or self.preparation
        return f"{self.measure} of {given} {self.result}, by {self.method.value}"

    @property
    def measured_as(self) -> tuple[str, str, str, str, str, str]:
        """Mineral, study, subjects, method, measure, unit: results that agree in these compare."""
        return (
            self.mineral,
            self.study,
            self.subjects.value,
            self.method.value,
            self.measure,
            self.unit,
        )

    def is_comparable_with(self, other: Absorption) -> bool:
        """Whether one study measured both in one way."""
        return self.measured_as == other.measured_as

    @property
    def result(self) -> str:
        """The result with its spread and unit, such as ``23.5 % (standard deviation 7.9)``."""
        ends = "" if self.low is None else f"{self.low:f} to {self.high:f}"
        unit = "" if self.unit == "1" else f" {self.unit}"
        if self.value is None:
            return f"{ends}{unit} ({self.spread})"
        about = f"{self.width:f}" if self.width is not None else ends
        return f"{self.value:f}{unit}" + (f" ({self.spread} {about})" if self.spread else "")
