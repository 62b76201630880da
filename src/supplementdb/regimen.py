# SPDX-License-Identifier: MIT
"""Who takes it, and what is taken: persons, the items of a line, and lines."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from decimal import Context, Decimal, InvalidOperation
from typing import TypeVar

import attrs

from .amounts import Amount
from .errors import InputError, SupplementDBError
from .model.common import Sex, Stage

__all__ = ["Basis", "Doubt", "Item", "Line", "Person", "Slot"]


# Our own context, so that an application's decimal settings cannot change an answer.
_CONTEXT = Context(prec=28)

W = TypeVar("W", bound=enum.StrEnum)


def __dir__() -> list[str]:
    return __all__


class Basis(enum.StrEnum):
    """What an amount on a label is the weight of."""

    ELEMENTAL = "elemental"
    COMPOUND = "compound"
    UNKNOWN = "unknown"


class Doubt(enum.StrEnum):
    """
    Why a careful reader would hesitate over a line.

    Attributes:
        BASIS_OPEN: The words do not say whether the element or its salt is weighed.
        AMOUNT_MISSING: No amount.
        AMOUNT_UNCLEAR: Several amounts, a bound, or for how much of the product or how often.
        AMOUNT_IMPOSSIBLE: A number that is no amount, such as one below nothing.
        NUMBER_AMBIGUOUS: A mark that parts thousands or decimals, or a misread digit.
        UNIT_MISSING: A number without a unit that may be the amount.
        PERCENT_CONTRADICTS: The printed percentage is of another amount.
        NAME_GUESSED: A misspelt or misread name.
        ALTERNATIVES: One or the other of several.
        UNIT_DOUBTFUL: A unit that is none of a mineral, or an amount that nobody takes.
        NOT_SWALLOWED: For an injection or an infusion.
        MINERAL_UNNAMED: A salt without its mineral: "picolinate 30 mg".
        HOMEOPATHIC: A dilution, which holds next to nothing of what it names.
    """

    BASIS_OPEN = "basis-open"
    AMOUNT_MISSING = "amount-missing"
    AMOUNT_UNCLEAR = "amount-unclear"
    AMOUNT_IMPOSSIBLE = "amount-impossible"
    NUMBER_AMBIGUOUS = "number-ambiguous"
    UNIT_MISSING = "unit-missing"
    PERCENT_CONTRADICTS = "percent-contradicts"
    NAME_GUESSED = "name-guessed"
    ALTERNATIVES = "alternatives"
    UNIT_DOUBTFUL = "unit-doubtful"
    NOT_SWALLOWED = "not-swallowed"
    MINERAL_UNNAMED = "mineral-unnamed"
    HOMEOPATHIC = "homeopathic"


class Slot(enum.StrEnum):
    """A time of day that people name."""

    MORNING = "morning"
    NOON = "noon"
    EVENING = "evening"
    BEDTIME = "bedtime"


def _bounded(value: float | Decimal | None, field: str, low: str, high: str) -> Decimal | None:
    if value is None:
        return None
    if not isinstance(value, bool) and isinstance(value, (int, float, Decimal)):
        number = Decimal(str(value))
        if number.is_finite() and Decimal(low) <= number <= Decimal(high):
            return number
    raise InputError(field, f"must be a number from {low} to {high}, or None where unknown")


def _age(value: float | Decimal | None) -> Decimal | None:
    return _bounded(value, "age_years", "0", "130")


def _weight(value: float | Decimal | None) -> Decimal | None:
    return _bounded(value, "weight_kg", "0.2", "700")


def _egfr(value: float | Decimal | None) -> Decimal | None:
    return _bounded(value, "egfr", "0", "250")


def _texts(value: Iterable[str], field: str) -> tuple[str, ...]:
    if type(value) is not tuple:
        # A bare text would be read letter by letter.
        if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
            raise InputError(field, "must be a tuple or list of texts, not one text")
        value = tuple(value)
    for text in value:
        if not isinstance(text, str):
            raise InputError(field, "must hold texts only: ids, names or brands")
    return value


def _conditions(value: Iterable[str]) -> tuple[str, ...]:
    return _texts(value, "conditions")


def _medications(value: Iterable[str]) -> tuple[str, ...]:
    return _texts(value, "medications")


def _forms(value: Iterable[str]) -> tuple[str, ...]:
    return _texts(value, "forms")


def _word(value: str, words: type[W], field: str) -> W:
    if type(value) is words:
        return value
    try:
        return words(value)
    except ValueError:
        known = ", ".join(repr(word.value) for word in words)
        raise InputError(field, f"must be one of {known}") from None


def _diet(value: Mapping[str, Amount | str]) -> tuple[tuple[str, Amount], ...]:
    if isinstance(value, tuple):  # as a person keeps it
        value = dict(value)
    if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
        raise InputError("diet", "must be a mapping of minerals to amounts a day")
    try:
        # In any usual spelling of the unit, because people write it.
        amounts = {
            name: amount if isinstance(amount, Amount) else Amount(*amount.split(maxsplit=1))
            for name, amount in value.items()
        }
    except (SupplementDBError, TypeError, AttributeError):
        # The error would say what was given, and a profile is private.
        raise InputError("diet", "must hold amounts a day, such as '250 mg'") from None
    return tuple(amounts.items())


def _sex(value: str | None) -> Sex | None:
    # `None` says that it is unknown.
    return None if value is None else _word(value, Sex, "sex")


def _id(value: str) -> str:
    if not isinstance(value, str):
        raise InputError("mineral", "must be the id of a mineral")
    return value


def _when(value: Iterable[str]) -> tuple[Slot, ...]:
    texts = _texts(value, "when")
    return tuple([_word(slot, Slot, "when") for slot in texts]) if texts else ()


def _doubts(value: Iterable[str]) -> tuple[Doubt, ...]:
    if type(value) is tuple and all(type(doubt) is Doubt for doubt in value):
        return value
    return tuple(_word(doubt, Doubt, "doubts") for doubt in _texts(value, "doubts"))


def _percent(value: float | Decimal | None) -> Decimal | None:
    return _bounded(value, "percent_dv", "0", "1000000")


def _stage(value: str) -> Stage:
    return _word(value, Stage, "stage")


def _basis(value: str) -> Basis:
    return _word(value, Basis, "basis")


@attrs.frozen(kw_only=True, repr=False)
class Person:
    """
    Whom a regimen is screened for; private: nothing of it shows in `repr` or in errors.

    Args:
        age_years: Age in years, 0 to 130; a fraction is good for infants. `None`: unknown.
        sex: ``"female"``, ``"male"`` or `None`: unknown.
        stage: ``"none"``, ``"pregnant"`` or ``"lactating"``.
        weight_kg: Body weight. `None`: unknown.
        egfr: Estimated glomerular filtration rate, mL/min/1.73 m2. `None`: unknown.
        conditions: Ids or names of conditions.
        medications: Ids, names or brands of medicines, or of classes of medicines.
        diet: What food and drink bring a day: names of minerals to amounts. Limits that count food
            need it; a mineral that is left out is unknown, not zero.

    Raises:
        InputError: A value breaks its rule; the message names the field and the rule only.

    >>> Person(age_years=34, sex="female")
    Person(private)
    """

    age_years: Decimal | None = attrs.field(default=None, converter=_age)
    sex: Sex | None = attrs.field(default=None, converter=_sex)
    stage: Stage = attrs.field(default=Stage.NONE, converter=_stage)
    weight_kg: Decimal | None = attrs.field(default=None, converter=_weight)
    egfr: Decimal | None = attrs.field(default=None, converter=_egfr)
    conditions: tuple[str, ...] = attrs.field(default=(), converter=_conditions)
    medications: tuple[str, ...] = attrs.field(default=(), converter=_medications)
    diet: tuple[tuple[str, Amount], ...] = attrs.field(default=(), converter=_diet)

    def __attrs_post_init__(self) -> None:
        if self.stage is not Stage.NONE and self.sex is Sex.MALE:
            raise InputError("stage", "must be 'none' where sex is 'male'")
        if self.stage is not Stage.NONE and self.age_months is not None and self.age_months < 96:
            raise InputError("stage", "must be 'none' under 8 years of age")

    @property
    def age_months(self) -> int | None:
        """Completed months of age; `None`: unknown."""
        if self.age_years is None:
            return None
        # 11/12 of a year is eleven months, though no float says so exactly.
        months = _CONTEXT.multiply(self.age_years, Decimal(12))
        return int(_CONTEXT.quantize(months, Decimal("1e-9")))

    @property
    def known_sex(self) -> Sex | None:
        """Sex as given, or female where the stage says so; `None`: unknown."""
        return self.sex if self.stage is Stage.NONE else Sex.FEMALE

    def __repr__(self) -> str:
        return "Person(private)"


def _amount(value: Amount | None) -> Amount | None:
    if value is None or isinstance(value, Amount):
        return value
    raise InputError("amount", "must be an Amount or None")


def _per_day(value: float | Decimal) -> Decimal:
    if type(value) is Decimal and value.is_finite() and value == 1:
        return value  # nearly always
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        number = Decimal(-1)
    if isinstance(value, bool) or not number.is_finite() or not 0 < number <= 100:
        raise InputError("per_day", "must be a number above 0 and at most 100")
    return number


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise InputError("food", "must be True or False")
    return value


@attrs.frozen(kw_only=True)
class Item:
    """
    One mineral of one line: what is taken each time, and how often a day.

    Attributes:
        mineral: Id of the mineral.
        forms: Ids of the forms it comes as; empty: not said.
        amount: Amount each time, or the lower end of a range; `None`: not said.
        amount_max: Upper end of a range; `None`: no range.
        basis: Whether the amount is the weight of the mineral or of the compound.
        supports: The reading that the text makes likelier where ``basis`` is unknown.
        percent_dv: Percentage of a daily value as printed; `None`: none printed.
        compound_amount: Weight of the compound where it is given beside that of the mineral.
        per_day: How many times a day.
        when: Times of day that are named.
        food: Whether it is food and not a supplement; limits on supplements leave it out.
        doubts: Why a careful reader would hesitate.
    """

    mineral: str = attrs.field(converter=_id)
    forms: tuple[str, ...] = attrs.field(default=(), converter=_forms)
    amount: Amount | None = attrs.field(default=None, converter=_amount)
    amount_max: Amount | None = attrs.field(default=None, converter=_amount)
    basis: Basis = attrs.field(default=Basis.UNKNOWN, converter=_basis)
    supports: Basis = attrs.field(default=Basis.UNKNOWN, converter=_basis)
    percent_dv: Decimal | None = attrs.field(default=None, converter=_percent)
    compound_amount: Amount | None = attrs.field(default=None, converter=_amount)
    per_day: Decimal = attrs.field(default=Decimal(1), converter=_per_day)
    when: tuple[Slot, ...] = attrs.field(default=(), converter=_when)
    food: bool = attrs.field(default=False, converter=_flag)
    doubts: tuple[Doubt, ...] = attrs.field(default=(), converter=_doubts)

    def __attrs_post_init__(self) -> None:
        low, high = self.amount, self.amount_max
        if high is not None and (low is None or low.kind != high.kind or high < low):
            raise InputError("amount_max", "must be of the kind of amount, and not below it")

    def __str__(self) -> str:
        parts = [self.mineral]
        if self.amount is not None:
            parts.append(str(self.amount))
        if self.forms:
            parts.append(f"({', '.join(self.forms)})")
        return " ".join(parts)


@attrs.frozen(kw_only=True)
class Line:
    """
    One line of a regimen as it was read.

    Attributes:
        text: The line as it came.
        items: The minerals on it; empty: none was found. One whose name was guessed at says so in
            its doubts.
        guesses: Items that were guessed at and that a check leaves out; it tells them.
        leftovers: Parts of the text that were not understood.
        inactive: Ids of forms that are not taken for their mineral (auxiliaries, vitamin salts).
        doubts: Why a careful reader would hesitate, over all items; of a line without any, why it
            may yet be of a mineral.
    """

    text: str = attrs.field(validator=attrs.validators.instance_of(str))
    items: tuple[Item, ...] = ()
    guesses: tuple[Item, ...] = ()
    leftovers: tuple[str, ...] = ()
    inactive: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = attrs.field(default=(), converter=_doubts)
