# SPDX-License-Identifier: MIT
"""Conditions: diseases, symptoms and states that matter to a supplement."""

from __future__ import annotations

import attrs

from . import fields
from .common import Citation, Name, Xref
from .fields import Record, each, refers, type_of

__all__ = ["Condition"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True, repr=False)
class Condition(Record):
    """
    A disease, symptom or state; narrower ones name their parents.

    Attributes:
        id: Slug.
        name: Plain name.
        parents: Ids of wider conditions; a rule on a parent holds here too.
        names: Further names, as people write them.
        xrefs: MONDO, ICD-10, MeSH and HPO identifiers, as read.
        egfr_from: Lowest eGFR of this state in mL/min/1.73 m2, inclusive; `None`: not one of kidney
            function, or no lower end.
        egfr_below: eGFR at which the next state begins, exclusive; `None`: as above, upper end.
        note: Anything a reader must know; `None`: nothing.
        sources: Where the facts were read.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    parents: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("conditions")
    )
    names: tuple[Name, ...] = attrs.field(default=(), validator=each(type_of(Name)))
    xrefs: tuple[Xref, ...] = attrs.field(default=(), validator=each(type_of(Xref)))
    egfr_from: int | None = attrs.field(default=None, validator=fields.count)
    egfr_below: int | None = attrs.field(default=None, validator=fields.count)
    note: str | None = attrs.field(default=None, validator=fields.text)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])

    def __attrs_post_init__(self) -> None:
        if self.egfr_below is not None and (self.egfr_from or 0) >= self.egfr_below:
            raise ValueError("egfr_below must be above egfr_from")
