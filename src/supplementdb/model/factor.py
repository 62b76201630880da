# SPDX-License-Identifier: MIT
"""What stands beside minerals: vitamins and parts of food, and what people do besides."""

from __future__ import annotations

import attrs

from . import fields
from .common import Citation, Name, Xref
from .fields import Record, each, type_of

__all__ = ["Factor", "Intervention"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True, repr=False)
class Factor(Record):
    """
    Something in food or on a label that is no mineral, and that rules on minerals speak of.

    Attributes:
        id: Slug.
        name: Plain name.
        names: Further names, as labels and people write them.
        sources: Where the facts were read.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    names: tuple[Name, ...] = attrs.field(default=(), validator=each(type_of(Name)))
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])


@attrs.frozen(kw_only=True, repr=False)
class Intervention(Record):
    """
    Something people do beside taking a supplement, which statements on supplements speak of.

    Attributes:
        id: Slug.
        name: Plain name.
        note: Anything a reader must know; `None`: nothing.
        names: Further names.
        xrefs: Identifiers in registries, as read.
        sources: Where the facts were read.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    note: str | None = attrs.field(default=None, validator=fields.text)
    names: tuple[Name, ...] = attrs.field(default=(), validator=each(type_of(Name)))
    xrefs: tuple[Xref, ...] = attrs.field(default=(), validator=each(type_of(Xref)))
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])
