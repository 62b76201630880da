# SPDX-License-Identifier: MIT
"""Findings, their levels and codes, and the report that holds them."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Never

import attrs

from . import wording
from .amounts import Amount, AmountRange
from .errors import InputError
from .model.axes import Action, Evidence, Likelihood, Severity
from .model.interaction import Separation

__all__ = [
    "CODES",
    "NOT_ASSESSED",
    "Completeness",
    "Contribution",
    "Finding",
    "Level",
    "Report",
    "Total",
    "level_of",
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


class _Facts(Mapping[str, Any]):
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


def _level(level: str) -> Level:
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
    level: Level = attrs.field(converter=_level)
    subjects: tuple[str, ...] = ()
    action: Action | None = None
    separation: Separation | None = None
    values: Mapping[str, Any] = attrs.field(factory=dict, converter=_Facts, hash=False)
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
            "separation": _plain(self.separation),
            "values": _plain(self.values),
            "sources": list(self.sources),
            "path": list(self.path),
            "inputs": list(self.inputs),
        }

    def __str__(self) -> str:
        return f"[{self.level.value}] {self.message}"

    def __repr__(self) -> str:
        return f"<Finding {self.code} {self.level.value}: {', '.join(self.subjects)}>"


@attrs.frozen(kw_only=True)
class Contribution:
    """
    What one item adds to a mineral's daily total.

    Attributes:
        text: The line it stands on.
        amount: Mineral a day; `None`: the line gives no amount that can be counted.
        elemental: The reading that the stated weight is the mineral's; `None`: not possible.
        compound: The reading that it is the compound's; `None`: not possible or not computable.
        brought_by: Id of the form that brings it with another mineral; `None`: the line names it.
        food: Whether it is food and not a supplement.
        forms: Ids of the forms it may be; none: the line names none.
    """

    text: str
    amount: AmountRange | None
    elemental: AmountRange | None = None
    compound: AmountRange | None = None
    brought_by: str | None = None
    food: bool = False
    forms: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Total:
    """
    What a regimen delivers of one mineral in a day.

    Attributes:
        supplemental: From all lines that are no food; a range where a reading is open.
        all_sources: The same and what is known of food.
        contributions: What each line adds.
        is_floor: Whether a line without a usable amount comes on top.
        food_known: Whether the diet says what food brings; otherwise ``all_sources`` lacks it.
    """

    supplemental: AmountRange
    all_sources: AmountRange
    contributions: tuple[Contribution, ...]
    is_floor: bool
    food_known: bool = False

    @property
    def is_named(self) -> bool:
        """Whether any line names the mineral; otherwise it only comes with the salts of others."""
        return any(part.brought_by is None for part in self.contributions)


@attrs.frozen(kw_only=True)
class Margin:
    """
    What is left under one limit; a number and nothing more.

    Attributes:
        limit: Id of the `ReferenceIntake`.
        authority: Who set it.
        kind: What the value means: UL, SUL ...
        scope: What it counts.
        population: Whom it is for; where the profile leaves that open, each group has a margin.
        amount: The limit a day.
        counted: What the regimen delivers of that.
        lacks_food: Whether the limit counts food and what food brings is not known.
    """

    limit: str
    authority: str
    kind: str
    scope: str
    population: str
    amount: Amount
    counted: AmountRange
    lacks_food: bool

    @property
    def left(self) -> tuple[Decimal, Decimal]:
        """Lowest and highest number left, in the unit of ``amount``; below zero: exceeded."""
        unit = self.amount.unit
        low, high = (self.counted.high.to(unit), self.counted.low.to(unit))
        return self.amount.value - low.value, self.amount.value - high.value


class Completeness(enum.StrEnum):
    """How much of the input could be assessed."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NONE = "none"


@attrs.frozen(kw_only=True, repr=False)
class Report:
    """
    All results of a screening.

    Attributes:
        findings: All findings, worst first.
        totals: Mineral id to what the regimen delivers of it in a day.
        edition: Edition of the data that answered.
        authority: Whose limits were used, in words where there are several.
        margins: Mineral id to what is left under each limit that counts.
    """

    findings: tuple[Finding, ...]
    totals: Mapping[str, Total] = attrs.field(converter=_Facts, hash=False)
    edition: str
    authority: str
    margins: Mapping[str, tuple[Margin, ...]] = attrs.field(
        factory=dict, converter=_Facts, hash=False
    )

    @property
    def not_assessed(self) -> tuple[Finding, ...]:
        """Every input that was not understood and every check that could not run."""
        return tuple(finding for finding in self.findings if finding.code in NOT_ASSESSED)

    @property
    def worst(self) -> Level | None:
        """The highest level of what was assessed; `None`: nothing was found."""
        levels = [f.level for f in self.findings if f.code not in NOT_ASSESSED]
        return max(levels, default=None)

    @property
    def completeness(self) -> Completeness:
        """Whether all, some or nothing was assessed; it says nothing of what was found."""
        if not self.totals and self.worst is None:
            return Completeness.NONE
        return Completeness.PARTIAL if self.not_assessed else Completeness.COMPLETE

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON can hold it."""
        return {
            "edition": self.edition,
            "authority": self.authority,
            "worst": self.worst.value if self.worst else None,
            "completeness": self.completeness.value,
            "totals": {mineral: _plain(total) for mineral, total in self.totals.items()},
            "margins": {mineral: _plain(margins) for mineral, margins in self.margins.items()},
            "findings": [f.to_dict() for f in self.findings if f.code not in NOT_ASSESSED],
            "not_assessed": [finding.to_dict() for finding in self.not_assessed],
        }

    def __str__(self) -> str:
        return wording.report(self)

    def __repr__(self) -> str:
        worst = self.worst.value if self.worst else "none"
        return (
            f"<Report: {len(self.findings)} findings, worst {worst}, "
            f"completeness {self.completeness.value}, {len(self.not_assessed)} not assessed>"
        )

    def __bool__(self) -> Never:
        raise InputError(
            "report",
            "has no truth value, because nothing is ever called safe; "
            "look at .worst, .completeness and .findings",
        )


def _plain(value: Any) -> Any:
    if isinstance(value, Amount):
        return value.text
    if isinstance(value, AmountRange):
        return {"low": value.low.text, "high": value.high.text}
    if isinstance(value, enum.Enum):
        return value.value
    if attrs.has(type(value)):
        return {f.name: _plain(getattr(value, f.name)) for f in attrs.fields(type(value))}
    if isinstance(value, Mapping):
        return {name: _plain(member) for name, member in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(member) for member in value]
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)
