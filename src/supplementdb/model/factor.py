# SPDX-License-Identifier: MIT
"""Dietary factors: vitamins and parts of food that change how a mineral is taken up."""

from __future__ import annotations

import attrs

from . import fields
from .common import Citation, Name
from .fields import Record, each, type_of

__all__ = ["Factor"]


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
