# SPDX-License-Identifier: MIT
"""Biomarkers: what a laboratory measures, and what it fails to show."""

from __future__ import annotations

from decimal import Decimal

import attrs

from . import fields
from .common import Citation, Name, Xref
from .fields import Record, each, refers, type_of

__all__ = ["Biomarker", "ReferenceRange"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True)
class ReferenceRange:
    """
    A reference range as one source gives it.

    Attributes:
        low: Lower end, inclusive; `None`: open.
        high: Upper end, inclusive; `None`: open.
        unit: Laboratory unit, such as mmol/L.
        population: Whose range.
        note: Anything a reader must know; `None`: nothing.
        sources: Where it was read.
    """

    low: Decimal | None = attrs.field(default=None, validator=fields.reading)
    high: Decimal | None = attrs.field(default=None, validator=fields.reading)
    unit: str = attrs.field(validator=fields.text)
    population: str | None = attrs.field(default=None, validator=fields.text)
    note: str | None = attrs.field(default=None, validator=fields.text)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])

    def __attrs_post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("low or high must be given")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError("high must not be below low")


@attrs.frozen(kw_only=True, repr=False)
class Biomarker(Record):
    """
    Something that is measured in a person.

    Attributes:
        id: Slug.
        name: Plain name.
        minerals: Ids of the minerals it speaks of.
        ranges: Reference ranges, each with its source.
        disturbed_by: What disturbs the measurement; `None`: nothing on record.
        fails_to_show: What it does not tell; `None`: nothing on record.
        names: Further names.
        xrefs: LOINC codes and others, as read.
        sources: Where the facts were read.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    minerals: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("minerals")
    )
    ranges: tuple[ReferenceRange, ...] = attrs.field(
        default=(), validator=each(type_of(ReferenceRange))
    )
    disturbed_by: str | None = attrs.field(default=None, validator=fields.text)
    fails_to_show: str | None = attrs.field(default=None, validator=fields.text)
    names: tuple[Name, ...] = attrs.field(default=(), validator=each(type_of(Name)))
    xrefs: tuple[Xref, ...] = attrs.field(default=(), validator=each(type_of(Xref)))
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])
