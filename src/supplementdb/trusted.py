# SPDX-License-Identifier: MIT
"""
The short way from JSON to records, for the bundle alone.

CI has checked every record of the bundle by every rule, so nothing is checked again here: no
validators run and no converter is loaded. What a user brings never comes this way.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from .amounts import Amount

__all__ = ["maker"]


def __dir__() -> list[str]:
    return __all__


Make = Callable[[Any], Any]

_PLAIN = (str, int, bool)


def maker(cls: type[Any]) -> Callable[[Mapping[str, Any]], Any]:
    """The function that makes a record of this class from what JSON holds of it."""
    hints = get_type_hints(cls)
    hooks: dict[str, Make | None] = {}
    absent: dict[str, Any] = {}
    for field in attrs.fields(cls):
        hooks[field.name] = _hook(hints[field.name])
        if field.default is not attrs.NOTHING:
            absent[field.name] = field.default
    # What frozen classes with slots use to come back from a pickle: it sets fields and no more.
    new: Any = cls.__new__
    fill: Any = cls.__setstate__

    def make(raw: Mapping[str, Any]) -> Any:
        values = {**absent}
        for name, value in raw.items():
            hook = hooks[name]
            values[name] = value if hook is None else hook(value)
        record = new(cls)
        fill(record, values)
        return record

    return make


def _hook(kind: Any) -> Make | None:
    """How a value of this type is made of JSON; `None`: it is what JSON holds."""
    if kind in _PLAIN:
        return None
    if get_origin(kind) is tuple:
        member = _hook(get_args(kind)[0])
        return tuple if member is None else lambda values: tuple(map(member, values))
    if kind is Decimal:
        return Decimal
    if kind is Amount:
        return Amount.parse
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return {member.value: member for member in kind}.__getitem__
    if attrs.has(kind):
        return maker(kind)
    # What may be left out is in the file or is not: null is never written.
    (inner,) = (member for member in get_args(kind) if member is not type(None))
    return _hook(inner)
