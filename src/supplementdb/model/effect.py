# SPDX-License-Identifier: MIT
"""Adverse effects, and what causes them from which amount."""

from __future__ import annotations

import attrs

from ..amounts import Amount
from . import fields
from .axes import Severity
from .common import Citation, Name, Per, Xref
from .fields import Record, each, refers, type_of

__all__ = ["AdverseEffect", "Cause"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True)
class Cause:
    """
    What causes an effect.

    Attributes:
        subject: Id of a mineral, form or ligand.
        from_amount: Lowest amount at which a source saw it; `None`: not stated.
        per: What ``from_amount`` is counted by: a day, a single intake, or one of these for each
            kilogram of body weight.
        note: Circumstances; `None`: none to add.
        sources: Where it was read.
    """

    subject: str = attrs.field(
        validator=fields.id_, metadata=refers("minerals", "forms", "ligands")
    )
    from_amount: Amount | None = attrs.field(default=None, validator=fields.mass)
    per: Per = attrs.field(default=Per.DAY, validator=type_of(Per))
    note: str | None = attrs.field(default=None, validator=fields.text)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])


@attrs.frozen(kw_only=True, repr=False)
class AdverseEffect(Record):
    """
    An unwanted effect.

    Attributes:
        id: Slug.
        name: Plain name.
        severity: How bad it is.
        caused_by: Causes, each with its source.
        note: Anything a reader must know; `None`: nothing.
        names: Further names.
        xrefs: Identifiers in registries, as read.
        sources: Where the facts were read.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    severity: Severity = attrs.field(validator=type_of(Severity))
    caused_by: tuple[Cause, ...] = attrs.field(default=(), validator=each(type_of(Cause)))
    note: str | None = attrs.field(default=None, validator=fields.text)
    names: tuple[Name, ...] = attrs.field(default=(), validator=each(type_of(Name)))
    xrefs: tuple[Xref, ...] = attrs.field(default=(), validator=each(type_of(Xref)))
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])
