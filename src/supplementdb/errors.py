# SPDX-License-Identifier: MIT
"""
Every exception of the library, under one root.

Broken data and misuse of the interface raise.
What is wrong with a person's regimen never raises: it becomes a finding.
"""

from __future__ import annotations

__all__ = [
    "AmountError",
    "DataError",
    "InputError",
    "NotComputableError",
    "Problem",
    "SupplementDBError",
    "UnitError",
    "UnknownIdError",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def __dir__() -> list[str]:
    return __all__


class SupplementDBError(Exception):
    """The root of every error that this library raises on purpose."""


class InputError(SupplementDBError, ValueError):
    """
    An argument breaks a rule of the interface (a negative age, an unknown sex).

    Args:
        field: The argument or field that is wrong.
        rule: What it must be, with the next step.

    The offending value is left out on purpose: a profile is private.
    """

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(field, rule)
        self.field = field
        self.rule = rule

    def __str__(self) -> str:
        return f"{self.field}: {self.rule}"


class AmountError(SupplementDBError, ValueError):
    """A number cannot be an amount (NaN, negative, a boolean, an absurd exponent)."""


class UnitError(SupplementDBError, ValueError):
    """A unit is unknown, or two units have no conversion between them."""


class NotComputableError(SupplementDBError, ValueError):
    """
    The share of a mineral in a form is not known, so nothing can be computed.

    Args:
        form: Id of the form.
        reason: Why there is no number.
    """

    def __init__(self, form: str, reason: str) -> None:
        super().__init__(form, reason)
        self.form = form
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.form}: {self.reason}"


class UnknownIdError(SupplementDBError, KeyError):
    """
    A collection holds no record of this id.

    Args:
        collection: Name of the collection that was asked.
        id: The id that is not there.
        near: Ids that look like it, best first.
    """

    def __init__(self, collection: str, id: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(collection, id, near)
        self.collection = collection
        self.id = id
        self.near = near

    def __str__(self) -> str:
        hint = f"; did you mean {', '.join(map(repr, self.near))}?" if self.near else ""
        return f"no record {self.id!r} in {self.collection}{hint}"


class Problem:
    """
    One thing that is wrong with data: where, which rule, and the next step.

    Attributes:
        file: File or origin that holds the record.
        path: Path of the field inside the file, such as ``forms[4].hydration``.
        rule: The rule that is broken, with what to do.
        value: The offending value as text; empty where there is none to show.
    """

    __slots__ = ("file", "path", "rule", "value")

    def __init__(self, file: str, path: str, rule: str, value: str = "") -> None:
        self.file = file
        self.path = path
        self.rule = rule
        self.value = value

    def __str__(self) -> str:
        got = f" (got {self.value})" if self.value else ""
        return f"{self.file}: {self.path}: {self.rule}{got}"

    def __repr__(self) -> str:
        return f"<Problem {self}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Problem):
            return NotImplemented
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


class DataError(SupplementDBError, ValueError):
    """
    Data breaks its rules; carries every problem that was found, not the first.

    Args:
        problems: All problems, in the order of the file.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        count = len(self.problems)
        head = f"{count} problem{'s' if count != 1 else ''} in the data"
        return "\n".join([head, *(f"  {problem}" for problem in self.problems)])
