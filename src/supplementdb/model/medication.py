# SPDX-License-Identifier: MIT
"""Medications and their classes."""

from __future__ import annotations

import attrs

from . import fields
from .common import Citation, MealTiming, Name, Xref
from .fields import Record, each, refers, type_of

__all__ = ["Medication", "MedicationClass"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True, repr=False)
class MedicationClass(Record):
    """
    A class of medicines that rules can speak of.

    Attributes:
        id: Slug.
        name: Plain name.
        parents: Ids of wider classes.
        names: Further names.
        xrefs: Identifiers in registries.
        sources: Where it is defined.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    parents: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("medication_classes")
    )
    names: tuple[Name, ...] = attrs.field(default=(), validator=each(type_of(Name)))
    xrefs: tuple[Xref, ...] = attrs.field(default=(), validator=each(type_of(Xref)))
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])


@attrs.frozen(kw_only=True, repr=False)
class Medication(Record):
    """
    An active ingredient of medicines.

    Attributes:
        id: Slug.
        name: International nonproprietary name.
        classes: Ids of the classes it belongs to.
        minerals: Ids of the minerals it brings in amounts that count.
        means: Ids of minerals, forms and ligands whose names mean it where a medicine is meant.
        names: Synonyms, salts and brands.
        meals: How it is to be taken with regard to meals; `None`: as one likes, or not read.
        xrefs: ATC and RxNorm codes and others, as read.
        sources: Where the facts were read.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    classes: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("medication_classes")
    )
    minerals: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("minerals")
    )
    means: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("minerals", "forms", "ligands")
    )
    names: tuple[Name, ...] = attrs.field(default=(), validator=each(type_of(Name)))
    meals: MealTiming | None = attrs.field(
        default=None, validator=attrs.validators.optional(type_of(MealTiming))
    )
    xrefs: tuple[Xref, ...] = attrs.field(default=(), validator=each(type_of(Xref)))
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])
