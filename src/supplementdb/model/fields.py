# SPDX-License-Identifier: MIT
"""The field rules that all records share; each message says the rule and the next step."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs

from ..amounts import Amount
from ..ids import is_curie, is_date, is_id

__all__ = [
    "Record",
    "amount",
    "charge",
    "count",
    "curie",
    "date",
    "each",
    "hours",
    "id_",
    "is_text",
    "mass",
    "mass_fraction",
    "months",
    "number",
    "reading",
    "refers",
    "rising",
    "some",
    "text",
    "type_of",
    "weight",
]


def __dir__() -> list[str]:
    return __all__


type_of = attrs.validators.instance_of
Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]


class Record:
    """What the records of a section share: an id, and a `repr` of the few facts a person wants."""

    __slots__ = ()

    id: str

    def _facts(self) -> str:
        return getattr(self, "name", "")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}: {self._facts()}>"


_SPACE = re.compile(r"\s\s|[^\S ]")


def _rule(test: Callable[[Any], bool], rule: str) -> Validator:
    def validate(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is not None and not test(value):
            raise ValueError(f"{attribute.name} {rule}")

    return validate


def each(validator: Validator) -> Validator:
    """Every member of a tuple must pass ``validator``."""

    def validate(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, tuple):
            raise TypeError(f"{attribute.name} must be a tuple")
        for member in value:
            validator(instance, attribute, member)

    return validate


def refers(*sections: str) -> dict[str, tuple[str, ...]]:
    """Field metadata: the ids in this field are of records in these sections."""
    return {"refers": sections}


def is_text(value: object) -> bool:
    """Whether a value is text without stray white space at its ends or inside."""
    return (
        isinstance(value, str)
        and value != ""
        and value == value.strip()
        and not _SPACE.search(value)
    )


def _is_decimal(value: object) -> bool:
    return isinstance(value, Decimal) and value.is_finite() and value >= 0


def hours_in_words(hours: Decimal) -> str:
    """Hours as people say them: ``30 minutes``, ``1 hour``, ``2.5 hours``."""
    if hours < 1:
        return f"{int(hours * 60)} minutes"
    number = f"{hours:f}"
    return f"{number} hour" if hours == 1 else f"{number} hours"


def rising(from_amount: Amount | None, likely_from: Amount | None) -> None:
    """Where both are given, what the sources speak of lies above the amount a rule holds from."""
    if from_amount is not None and likely_from is not None and likely_from <= from_amount:
        raise ValueError("likely_from must be above from_amount")


some = _rule(bool, "must not be empty: cite the document that was read")
text = _rule(is_text, "must be text without stray white space; trim it")
id_ = _rule(lambda v: isinstance(v, str) and is_id(v), "must be an id such as 'magnesium-oxide'")
date = _rule(
    lambda v: isinstance(v, str) and is_date(v), "must be a date: 2009, 2009-11 or 2009-11-30"
)
curie = _rule(
    lambda v: isinstance(v, str) and is_curie(v),
    "must be 'prefix:identifier' of a known registry, check digit right",
)
number = _rule(_is_decimal, "must be a decimal number, zero or more")
reading = _rule(lambda v: isinstance(v, Decimal) and v.is_finite(), "must be a decimal number")
hours = _rule(
    lambda v: _is_decimal(v) and 0 < v <= 48,
    "must be hours, above 0 and at most 48; minutes as a fraction",
)
mass_fraction = _rule(
    lambda v: _is_decimal(v) and 0 < v <= 1, "must be > 0 and <= 1; write 0.205, not percent"
)
months = _rule(
    lambda v: type(v) is int and 0 <= v <= 2_400, "must be months of age, a whole number to 2400"
)
weight = _rule(
    lambda v: _is_decimal(v) and 0 < v < 400, "must be grams per mole, above 0 and below 400"
)
charge = _rule(lambda v: type(v) is int and 1 <= v <= 8, "must be a charge from 1 to 8")
count = _rule(lambda v: type(v) is int and v >= 0, "must be a whole number, zero or more")
amount = _rule(lambda v: isinstance(v, Amount), "must be an amount such as '350 mg'")
mass = _rule(lambda v: isinstance(v, Amount) and v.kind == "mass", "must be a mass in g, mg or ug")
