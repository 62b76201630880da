# SPDX-License-Identifier: MIT
"""The report of a screening: findings, totals, and what is left under limits."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Never

import attrs

from . import wording
from .amounts import Amount, AmountRange
from .errors import InputError
from .finding import NOT_ASSESSED, Facts, Finding, Level, plain

__all__ = ["Completeness", "Contribution", "Margin", "Report", "Total"]


def __dir__() -> list[str]:
    return __all__


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
        findings: What was found, worst first; below the policy's ``min_level`` only what was not
            assessed.
        totals: Mineral id to what the regimen delivers of it in a day.
        edition: Edition of the data that answered.
        authority: Whose limits were used, in words where there are several.
        margins: Mineral id to what is left under each limit that counts.
        hidden: Level to the number of findings below ``min_level`` that are not in ``findings``.
    """

    findings: tuple[Finding, ...]
    totals: Mapping[str, Total] = attrs.field(converter=Facts, hash=False)
    edition: str
    authority: str
    margins: Mapping[str, tuple[Margin, ...]] = attrs.field(
        factory=dict, converter=Facts, hash=False
    )
    hidden: Mapping[str, int] = attrs.field(factory=dict, converter=Facts, hash=False)

    @property
    def not_assessed(self) -> tuple[Finding, ...]:
        """Every input that was not understood and every check that could not run."""
        return tuple(finding for finding in self.findings if finding.code in NOT_ASSESSED)

    @property
    def worst(self) -> Level | None:
        """The highest level of what was assessed, hidden or not; `None`: nothing was found."""
        levels = [f.level for f in self.findings if f.code not in NOT_ASSESSED]
        levels += map(Level, self.hidden)
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
            "totals": {mineral: plain(total) for mineral, total in self.totals.items()},
            "margins": {mineral: plain(margins) for mineral, margins in self.margins.items()},
            "findings": [f.to_dict() for f in self.findings if f.code not in NOT_ASSESSED],
            "hidden": dict(self.hidden),
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
