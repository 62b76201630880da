# SPDX-License-Identifier: MIT
"""Findings, their levels and codes."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from . import wording
from .amounts import Amount, AmountRange
from .errors import InputError
from .model.axes import Action, Evidence, Likelihood, Severity
from .model.interaction import Separation

__all__ = [
    "CODES",
    "NOT_ASSESSED",
    "Facts",
    "Finding",
    "Level",
    "level_named",
    "level_of",
    "plain",
]


def __dir__() -> list[str]:
    return __all__


class Level(enum.StrEnum):
    """How much attention a finding deserves; ordered, ``note`` lowest."""

    NOTE = "note"
    MINOR = "minor"
    MODERATE = "moderate"
    SERIOUS = "serious"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Place in the order: 0 for ``note``, 4 for ``critical``."""
        return _RANKS[self]

    def __lt__(self, other: object) -> bool:
        return self.rank < self._other(other)

    def __le__(self, other: object) -> bool:
        return self.rank <= self._other(other)

    def __gt__(self, other: object) -> bool:
        return self.rank > self._other(other)

    def __ge__(self, other: object) -> bool:
        return self.rank >= self._other(other)

    @staticmethod
    def _other(other: object) -> int:
        # A str-enum would order by the alphabet, which puts "critical" below "note".
        try:
            return Level(other).rank  # type: ignore[arg-type]  # anything else raises
        except ValueError:
            raise TypeError(f"a level has no order against {other!r}") from None


_RANKS = {level: rank for rank, level in enumerate(Level)}

_BY_SEVERITY = {
    Severity.MINOR: 1,
    Severity.MODERATE: 2,
    Severity.SERIOUS: 3,
    Severity.LIFE_THREATENING: 4,
}
_WEAK = (Evidence.MECHANISTIC, Evidence.CASE_REPORT)


def level_of(severity: Severity, likelihood: Likelihood, evidence: Evidence) -> Level:
    """
    Compute the level of a finding: one step for each of severity, less what weakens it.

    Severity sets the level (minor to critical). It is one step lower where the harm is unlikely,
    and one step lower where nothing but mechanism or case reports speak for it; never below note.
    Raising any axis never lowers the level.

    >>> level_of(Severity.SERIOUS, Likelihood.PROBABLE, Evidence.REGULATORY_LABEL)
    <Level.SERIOUS: 'serious'>
    >>> level_of(Severity.SERIOUS, Likelihood.UNLIKELY, Evidence.MECHANISTIC)
    <Level.MINOR: 'minor'>
    """
    rank = _BY_SEVERITY[severity] - (likelihood is Likelihood.UNLIKELY) - (evidence in _WEAK)
    return list(Level)[max(rank, 0)]


CODES = frozenset(
    (
        "dose.above-limit dose.no-limit-set dose.not-comparable dose.below-requirement "
        "dose.basis-unknown dose.unit-suspect dose.single-dose-high interaction.medication "
        "interaction.nutrient interaction.food caution.contraindicated caution.caution "
        "timing.separate name.unknown name.ambiguous input.unreadable coverage.not-covered"
    ).split()
)
"""Codes of the library's own findings: stable, append-only. Applications add ``app/...``."""

NOT_ASSESSED = frozenset(
    (
        "dose.not-comparable name.unknown name.ambiguous input.unreadable coverage.not-covered"
    ).split()
)
"""Codes that say that something was not assessed."""


def _code(code: str) -> str:
    if not isinstance(code, str) or (code not in CODES and not code.startswith("app/")):
        raise InputError("code", "must be one of supplementdb.CODES, or your own 'app/...'")
    return code


class Facts(Mapping[str, Any]):
    """A mapping that cannot be changed, and that pickles and copies."""

    __slots__ = ("_facts",)

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self._facts = {name: tuple(v) if isinstance(v, list) else v for name, v in facts.items()}

    def __getitem__(self, name: str) -> Any:
        return self._facts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)

    def __repr__(self) -> str:
        return repr(self._facts)


def level_named(level: str) -> Level:
    """A level by its word; InputError tells the words."""
    try:
        return Level(level)
    except ValueError:
        raise InputError("level", f"must be one of {', '.join(Level)}") from None


@attrs.frozen(kw_only=True, repr=False)
class Finding:
    """
    One result of a check.

    Attributes:
        code: Stable code; see `CODES`.
        level: How much attention it deserves.
        subjects: Ids of the records it is about.
        action: What to do; `None`: nothing to be done.
        separation: Hours to keep apart; `None`: none.
        values: The facts of the finding by name; the message is made of them.
        sources: Ids of the sources it rests on.
        path: Ids of the records that led from the input to the rule, in order.
        inputs: The texts of the input that it is about.
    """

    code: str = attrs.field(converter=_code)
    level: Level = attrs.field(converter=level_named)
    subjects: tuple[str, ...] = ()
    action: Action | None = None
    separation: Separation | None = None
    values: Mapping[str, Any] = attrs.field(factory=dict, converter=Facts, hash=False)
    sources: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """The finding in plain English, rendered when read."""
        return wording.message(self.code, self.values, self.inputs)

    def to_dict(self) -> dict[str, Any]:
        """The finding as JSON can hold it."""
        return {
            "code": self.code,
            "level": self.level.value,
            "message": self.message,
            "subjects": list(self.subjects),
            "action": self.action.value if self.action else None,
            "separation": plain(self.separation),
            "values": plain(self.values),
            "sources": list(self.sources),
            "path": list(self.path),
            "inputs": list(self.inputs),
        }

    def __str__(self) -> str:
        return f"[{self.level.value}] {self.message}"

    def __repr__(self) -> str:
        return f"<Finding {self.code} {self.level.value}: {', '.join(self.subjects)}>"


def plain(value: Any) -> Any:
    """A value as JSON can hold it: amounts and words as text, records as objects."""
    if isinstance(value, Amount):
        return value.text
    if isinstance(value, AmountRange):
        return {"low": value.low.text, "high": value.high.text}
    if isinstance(value, enum.Enum):
        return value.value
    if attrs.has(type(value)):
        return {f.name: plain(getattr(value, f.name)) for f in attrs.fields(type(value))}
    if isinstance(value, Mapping):
        return {name: plain(member) for name, member in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(member) for member in value]
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)
