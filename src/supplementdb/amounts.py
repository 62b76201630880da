# SPDX-License-Identifier: MIT
"""
Exact amounts of substance: mass, millimoles, milliequivalents and IU, kept apart.

A factor of 1,000 lost in a unit is the commonest dangerous mistake of hand-written tables,
so an amount is a `decimal.Decimal` with a unit, and units of different kinds never meet unsaid.
"""

from __future__ import annotations

import decimal
import enum
import functools
import re
from decimal import Decimal
from typing import Protocol, overload

import attrs

from .errors import AmountError, UnitError

__all__ = ["Amount", "AmountRange", "Unit", "Weighed"]


def __dir__() -> list[str]:
    return __all__


class Unit(enum.StrEnum):
    """A unit of amount; four kinds (mass, mole, equivalent, IU) that do not mix."""

    G = "g"
    MG = "mg"
    UG = "ug"
    MMOL = "mmol"
    UMOL = "umol"
    MEQ = "mEq"
    IU = "IU"

    @classmethod
    def read(cls, text: str) -> Unit:
        """
        Read any usual spelling: ``mcg``, ``µg`` (U+00B5) and ``μg`` (U+03BC) are `UG`.

        Raises:
            UnitError: The spelling is none that is known, or ``text`` is no text.
        """
        if isinstance(text, cls):
            return text
        if isinstance(text, str):
            # casefold() maps the micro sign and both cases of the Greek letter to U+03BC.
            unit = _SPELLINGS.get(text.strip().rstrip(".").casefold().replace("\u03bc", "u"))
            if unit is not None:
                return unit
        known = "g, mg, ug (mcg, µg), mmol, umol, mEq or IU"
        raise UnitError(f"unit {text!r} is not known; write {known}")

    @property
    def label(self) -> str:
        """The unit as people should read it: ``mcg``, because a handwritten mu reads as m."""
        return _LABELS.get(self, self.value)


_SPELLINGS: dict[str, Unit] = {
    spelling: unit
    for unit, spellings in {
        Unit.G: "g gram grams gramme grammes gm gms",
        Unit.MG: "mg mgs milligram milligrams milligramme milligrammes",
        Unit.UG: "ug mcg mcgs microgram micrograms microgramme microgrammes",
        Unit.MMOL: "mmol mmols millimole millimoles",
        Unit.UMOL: "umol umols mcmol micromole micromoles",
        Unit.MEQ: "meq meqs milliequivalent milliequivalents",
        Unit.IU: "iu ius ui ie i.u",
    }.items()
    for spelling in spellings.split()
}
_LABELS = {Unit.UG: "mcg", Unit.UMOL: "mcmol"}
_KINDS: dict[Unit, tuple[str, Decimal]] = {
    Unit.G: ("mass", Decimal("1e6")),
    Unit.MG: ("mass", Decimal("1e3")),
    Unit.UG: ("mass", Decimal(1)),
    Unit.MMOL: ("mole", Decimal("1e3")),
    Unit.UMOL: ("mole", Decimal(1)),
    Unit.MEQ: ("equivalent", Decimal(1)),
    Unit.IU: ("IU", Decimal(1)),
}

# Wide enough that sums and scalings of any two legal amounts are exact.
_WIDE = decimal.Context(prec=80, Emin=-999, Emax=999)
_DIVISION = decimal.Context(prec=40, Emin=-999, Emax=999)
_MAX_DIGITS = 50
_MAX_EXPONENT = 12
_SIMPLE = re.compile(r"[0-9]+(?:\.[0-9]+)?", re.ASCII)
_CANONICAL = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]*[1-9])? (\S+)", re.ASCII)


class Weighed(Protocol):
    """What turns moles and equivalents into mass: a mineral, or anything with its two facts."""

    @property
    def atomic_weight(self) -> Decimal:
        """Grams per mole."""

    @property
    def valences(self) -> tuple[int, ...]:
        """Charges of the ion as supplied; one of them is needed for milliequivalents."""


def _decimal(value: str | float | Decimal) -> Decimal:
    if isinstance(value, str) and len(value) <= _MAX_EXPONENT and _SIMPLE.fullmatch(value):
        return Decimal(value)  # what nearly every label and file holds breaks no rule below
    if isinstance(value, bool) or not isinstance(value, (int, str, float, Decimal)):
        raise AmountError(f"an amount needs a number, not {type(value).__name__}")
    if isinstance(value, str) and (not value.isascii() or "_" in value):
        # Python would take Arabic digits and 1_000; no label and no data file writes so.
        raise AmountError(f"{value[:40]!r} is not a number")
    try:
        # repr() of a float is the shortest text that gives it back: what its author wrote.
        number = Decimal(repr(value) if isinstance(value, float) else value)
    except (decimal.InvalidOperation, ValueError):
        raise AmountError(f"{str(value)[:40]!r} is not a number") from None
    if not number.is_finite():
        raise AmountError(f"an amount must be finite, not {number}")
    if number.is_signed() and number:
        raise AmountError(f"an amount cannot be negative ({str(number)[:40]})")
    exponent = number.as_tuple().exponent
    if (number and abs(number.adjusted()) > _MAX_EXPONENT) or (
        isinstance(exponent, int) and not -_MAX_DIGITS <= exponent <= _MAX_EXPONENT
    ):
        raise AmountError(f"{str(number)[:40]} is out of any plausible range (1e-12 to 1e12)")
    if len(number.as_tuple().digits) > _MAX_DIGITS:
        raise AmountError(f"an amount has at most {_MAX_DIGITS} digits")
    # abs() would round to the precision of the application's context.
    return number.copy_abs()


def _unit(text: str) -> Unit:
    return Unit.read(text)


@functools.total_ordering
@attrs.frozen(eq=False, repr=False)
class Amount:
    """
    An exact amount with its unit.

    Args:
        value: A number: ``"0.9"``, ``400``, a `decimal.Decimal`;
            a float is taken as the shortest decimal that gives it back.
        unit: One of g, mg, ug, mmol, umol, mEq, IU in any usual spelling.

    Two amounts are equal when they are the same quantity: 1,000 ug equal 1 mg.
    Amounts of different kinds are unequal, and ordering or adding them raises.

    Raises:
        AmountError: NaN, infinity, a negative number, a boolean, an exponent beyond 12.
        UnitError: The unit is unknown.

    >>> Amount("0.4", "g") == Amount(400, "mg")
    True
    >>> print(Amount(100, "µg"))
    100 mcg
    """

    value: Decimal = attrs.field(converter=_decimal)
    unit: Unit = attrs.field(converter=_unit)

    @classmethod
    def parse(cls, text: str) -> Amount:
        """
        Read the canonical text of data files: number, one space, unit (``"350 mg"``).

        Raises:
            AmountError: The text has another shape.
            UnitError: The unit is not spelled as in `Unit`.
        """
        match = _CANONICAL.fullmatch(text)
        if not match:
            raise AmountError(f"{text[:40]!r} is no amount; write number, space, unit: '350 mg'")
        if match[3] not in _KINDS:
            raise UnitError(f"unit {match[3]!r} is not known; write {', '.join(Unit)}")
        return cls(match[1] + (match[2] or ""), match[3])

    @property
    def text(self) -> str:
        """The canonical text for data files and JSON, such as ``350 mg``; exact."""
        return f"{_plain(self.value)} {self.unit.value}"

    @property
    def kind(self) -> str:
        """``mass``, ``mole``, ``equivalent`` or ``IU``."""
        return _KINDS[self.unit][0]

    def to(self, unit: str, of: Weighed | None = None) -> Amount:
        """
        Convert to another unit.

        Args:
            unit: The unit wanted.
            of: The mineral, needed between mass, mmol and mEq. IU never converts here.

        Raises:
            UnitError: There is no conversion without a further fact; the message says which.
        """
        target = Unit.read(unit)
        kind, factor = _KINDS[target]
        if kind == self.kind:
            # A power of ten, so the conversion is exact.
            step = _WIDE.divide(_KINDS[self.unit][1], factor)
            return _trusted(_WIDE.multiply(self.value, step), target)
        if "IU" in (kind, self.kind):
            raise UnitError(f"{self} has no conversion to {target.label}: IU need a rule per form")
        if of is None:
            raise UnitError(f"{self} to {target.label} needs the mineral: pass of=mineral")
        weight = _WIDE.multiply(self.value, _micrograms(self.unit, of))
        return _trusted(_divide(weight, _micrograms(target, of)), target)

    def _base(self) -> Decimal:
        return _WIDE.multiply(self.value, _KINDS[self.unit][1])

    def _same_kind(self, other: Amount) -> None:
        if self.kind != other.kind:
            raise UnitError(f"{self} and {other} are different kinds of amount")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Amount):
            return NotImplemented
        return self.kind == other.kind and self._base() == other._base()

    def __hash__(self) -> int:
        return hash((self.kind, self._base()))

    def __lt__(self, other: Amount) -> bool:
        if not isinstance(other, Amount):
            return NotImplemented
        self._same_kind(other)
        return self._base() < other._base()

    def __add__(self, other: Amount) -> Amount:
        if not isinstance(other, Amount):
            return NotImplemented
        self._same_kind(other)
        return _trusted(_WIDE.add(self.value, other.to(self.unit).value), self.unit)

    def __mul__(self, factor: int | Decimal) -> Amount:
        if not isinstance(factor, (int, Decimal)):
            return NotImplemented
        return _trusted(_WIDE.multiply(self.value, _decimal(factor)), self.unit)

    __rmul__ = __mul__

    @overload
    def __truediv__(self, divisor: Amount) -> Decimal: ...
    @overload
    def __truediv__(self, divisor: int | Decimal) -> Amount: ...
    def __truediv__(self, divisor: Amount | int | Decimal) -> Decimal | Amount:
        if isinstance(divisor, Amount):
            self._same_kind(divisor)
            return _divide(self._base(), divisor._base())
        if not isinstance(divisor, (int, Decimal)):
            return NotImplemented
        return _trusted(_divide(self.value, _decimal(divisor)), self.unit)

    def __str__(self) -> str:
        return f"{_people(self.value)} {self.unit.label}"

    def __repr__(self) -> str:
        return f"Amount({_plain(self.value)!r}, {self.unit.value!r})"


def _micrograms(unit: Unit, of: Weighed) -> Decimal:
    """Micrograms in one unit: 1 umol weighs the atomic weight, 1 mEq is 1,000 umol / valence."""
    kind, factor = _KINDS[unit]
    if kind == "mass":
        return factor
    if kind == "mole":
        return _WIDE.multiply(factor, of.atomic_weight)
    if len(of.valences) != 1:
        raise UnitError("mEq need one valence; this mineral is supplied with several or none")
    return _divide(_WIDE.multiply(Decimal(1000), of.atomic_weight), Decimal(of.valences[0]))


def _divide(numerator: Decimal, denominator: Decimal) -> Decimal:
    if not denominator:
        raise AmountError("an amount cannot be divided by zero")
    return _DIVISION.divide(numerator, denominator)


def _trusted(value: Decimal, unit: Unit) -> Amount:
    """Make an amount from a computed value, which may be longer than a person writes."""
    amount = object.__new__(Amount)
    object.__setattr__(amount, "value", value)
    object.__setattr__(amount, "unit", unit)
    return amount


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _people(value: Decimal) -> str:
    """Round a computed number to three figures and group thousands: ``2,000``, ``23.8``."""
    text = _plain(value)
    if "." in text and len(text.replace(".", "").strip("0")) > 5:
        places = max(2 - value.adjusted(), 0)
        text = _plain(_WIDE.quantize(value, Decimal(1).scaleb(-places)))
    whole, dot, fraction = text.partition(".")
    return f"{int(whole):,}{dot}{fraction}"


@attrs.frozen(repr=False)
class AmountRange:
    """
    The lowest and the highest an amount can be; both the same when it is known exactly.

    Args:
        low: Lower end, inclusive.
        high: Upper end, inclusive; of the same kind as ``low`` and not below it.

    Raises:
        UnitError: The ends are of different kinds.
        AmountError: ``high`` is below ``low``.
    """

    low: Amount = attrs.field(validator=attrs.validators.instance_of(Amount))
    high: Amount = attrs.field(validator=attrs.validators.instance_of(Amount))

    def __attrs_post_init__(self) -> None:
        if self.high < self.low:
            raise AmountError(f"a range runs upward, not from {self.low} to {self.high}")

    @classmethod
    def exact(cls, amount: Amount) -> AmountRange:
        """The range of one known amount."""
        return cls(amount, amount)

    @property
    def is_exact(self) -> bool:
        """Whether both ends are the same quantity."""
        return self.low == self.high

    def to(self, unit: str, of: Weighed | None = None) -> AmountRange:
        """Convert both ends; see `Amount.to`."""
        return AmountRange(self.low.to(unit, of), self.high.to(unit, of))

    def union(self, other: AmountRange) -> AmountRange:
        """The smallest range that holds both."""
        return AmountRange(min(self.low, other.low), max(self.high, other.high))

    def __add__(self, other: AmountRange) -> AmountRange:
        if not isinstance(other, AmountRange):
            return NotImplemented
        return AmountRange(self.low + other.low, self.high + other.high)

    def __mul__(self, factor: int | Decimal) -> AmountRange:
        if not isinstance(factor, (int, Decimal)):
            return NotImplemented
        return AmountRange(self.low * factor, self.high * factor)

    __rmul__ = __mul__

    def __str__(self) -> str:
        low, high = str(self.low), str(self.high)
        if low == high:
            return low
        if self.low.unit is self.high.unit:
            low = low.partition(" ")[0]
        return f"{low} to {high}"

    def __repr__(self) -> str:
        return f"AmountRange({self.low!r}, {self.high!r})"
