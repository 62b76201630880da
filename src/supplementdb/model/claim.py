# SPDX-License-Identifier: MIT
"""
Claims: what is stated about a mineral or a form, who states it, and what the evidence says.

The verdict is computed from how the evidence meets the statement and how certain it is, so that
nobody can write one that the evidence does not carry.
"""

from __future__ import annotations

import enum
from decimal import Decimal

import attrs

from ..errors import InputError
from . import fields
from .common import Citation
from .fields import Record, each, refers, type_of

__all__ = [
    "Agreement",
    "Certainty",
    "Claim",
    "ClaimEffect",
    "Design",
    "Magnitude",
    "Regulation",
    "RegulatoryStatus",
    "Verdict",
    "verdict_of",
]


def __dir__() -> list[str]:
    return __all__


class Certainty(enum.StrEnum):
    """How certain the best evidence is, in the words of GRADE, from weak to strong."""

    VERY_LOW = "very-low"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Agreement(enum.StrEnum):
    """How the evidence that was read meets the statement."""

    AGREES = "agrees"
    CONFLICTS = "conflicts"
    CONTRADICTS = "contradicts"
    SILENT = "silent"
    NOT_LOCATED = "not-located"


class Verdict(enum.StrEnum):
    """What can be said of a claim; see `verdict_of`."""

    SUPPORTED = "supported"
    CONTESTED = "contested"
    UNSUPPORTED = "unsupported"
    REFUTED = "refuted"
    UNVERIFIABLE = "unverifiable"


class ClaimEffect(enum.StrEnum):
    """What the evidence shows the subject to do, whatever the statement says."""

    BENEFIT = "benefit"
    NONE = "none"
    HARM = "harm"
    MIXED = "mixed"


class Design(enum.StrEnum):
    """What sort of study a number is from."""

    META_ANALYSIS = "meta-analysis"
    RANDOMISED_TRIAL = "randomised-trial"
    CONTROLLED_STUDY = "controlled-study"
    COHORT = "cohort"
    CASE_CONTROL = "case-control"
    CROSS_SECTIONAL = "cross-sectional"
    CASE_SERIES = "case-series"
    ANIMAL = "animal"
    IN_VITRO = "in-vitro"
    COMPUTED = "computed"


class RegulatoryStatus(enum.StrEnum):
    """What a regulator made of a health claim."""

    AUTHORISED = "authorised"
    QUALIFIED = "qualified"
    ON_HOLD = "on-hold"
    REJECTED = "rejected"


def verdict_of(agreement: Agreement | str, certainty: Certainty | str | None) -> Verdict:
    """
    Give the verdict: the one published rule, total over its inputs.

    Evidence that agrees supports from moderate certainty on, and evidence that contradicts refutes
    from there on. Where studies conflict the claim is contested. A statement whose study nobody
    finds is unverifiable, whatever else is known.

    Args:
        agreement: How the evidence meets the statement.
        certainty: How certain it is; `None`: there is none, and the evidence counts as very low.

    Raises:
        InputError: One of the two is none of the words.

    >>> verdict_of(Agreement.CONTRADICTS, Certainty.MODERATE)
    <Verdict.REFUTED: 'refuted'>
    """
    try:
        met = Agreement(agreement)
        sure = Certainty.VERY_LOW if certainty is None else Certainty(certainty)
    except ValueError:
        raise InputError(
            "agreement or certainty",
            f"must be one of {', '.join(Agreement)}, and {', '.join(Certainty)} or None",
        ) from None
    if met is Agreement.NOT_LOCATED:
        return Verdict.UNVERIFIABLE
    if met is Agreement.CONFLICTS:
        return Verdict.CONTESTED
    is_strong = sure in (Certainty.MODERATE, Certainty.HIGH)
    if met is Agreement.AGREES and is_strong:
        return Verdict.SUPPORTED
    if met is Agreement.CONTRADICTS and is_strong:
        return Verdict.REFUTED
    if met is Agreement.CONTRADICTS and sure is Certainty.LOW:
        return Verdict.CONTESTED
    return Verdict.UNSUPPORTED


@attrs.frozen(kw_only=True)
class Magnitude:
    """
    How large an effect one study found.

    Attributes:
        measure: What was measured, and against what.
        value: The result; `None`: only its ends were read.
        low: Lower end of the interval; `None`: not read.
        high: Upper end of the interval; `None`: not read.
        interval: What the ends are, such as "95 % confidence interval"; `None`: no ends.
        unit: Unit of the result; "1" for a plain number such as a ratio.
        design: What sort of study.
        n: How many took part or were pooled; `None`: not read.
        population: Who took part; `None`: not read.
        sources: Where it was read.
    """

    measure: str = attrs.field(validator=fields.text)
    value: Decimal | None = attrs.field(default=None, validator=fields.reading)
    low: Decimal | None = attrs.field(default=None, validator=fields.reading)
    high: Decimal | None = attrs.field(default=None, validator=fields.reading)
    interval: str | None = attrs.field(default=None, validator=fields.text)
    unit: str = attrs.field(validator=fields.text)
    design: Design = attrs.field(validator=type_of(Design))
    n: int | None = attrs.field(default=None, validator=fields.count)
    population: str | None = attrs.field(default=None, validator=fields.text)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])

    def __attrs_post_init__(self) -> None:
        if (self.low is None) != (self.high is None):
            raise ValueError("low and high must be given together")
        if (self.low is None) != (self.interval is None):
            raise ValueError("interval must say what low and high are")
        if self.low is None and self.value is None:
            raise ValueError("value, or low and high, must be given")
        if self.low is not None and self.high is not None:
            if self.high < self.low:
                raise ValueError("high must not be below low")
            if self.value is not None and not self.low <= self.value <= self.high:
                raise ValueError("value must lie between low and high")

    def __str__(self) -> str:
        unit = "" if self.unit == "1" else f" {self.unit}"
        ends = self.low is not None and f"{self.low:f} to {self.high:f}"
        if self.value is None:
            return f"{self.measure}: {ends}{unit} ({self.interval})"
        more = f" ({self.interval} {ends})" if ends else ""
        return f"{self.measure}: {self.value:f}{unit}{more}"


@attrs.frozen(kw_only=True)
class Regulation:
    """
    What one regulator says of a claim on labels.

    Attributes:
        jurisdiction: Whose law: EU, US, CA ...
        status: What was decided.
        wording: The claim as decided on, paraphrased.
        conditions: Conditions of use, paraphrased; `None`: none were read.
        act: The act or letter that decided; `None`: not read.
        since: From when on; `None`: not read.
        sources: Where it was read.
    """

    jurisdiction: str = attrs.field(validator=attrs.validators.matches_re("[A-Z]{2}"))
    status: RegulatoryStatus = attrs.field(validator=type_of(RegulatoryStatus))
    wording: str = attrs.field(validator=fields.text)
    conditions: str | None = attrs.field(default=None, validator=fields.text)
    act: str | None = attrs.field(default=None, validator=fields.text)
    since: str | None = attrs.field(default=None, validator=fields.date)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])


_SUBJECTS = (
    "minerals",
    "forms",
    "ligands",
    "mineral_classes",
    "factors",
    "interventions",
    "conditions",
    "targets",
    "biomarkers",
)
_OBJECTS = (*_SUBJECTS, "transporters", "adverse_effects", "medications", "medication_classes")


@attrs.frozen(kw_only=True, repr=False)
class Claim(Record):
    """
    A statement, and what the evidence says of it.

    Attributes:
        id: Slug.
        statement: What is stated, in plain words; a number in it is its author's.
        subject: Id of what it is about.
        objects: Ids of what the subject is said to act on, be, need or change; empty: of nothing
            on record.
        compared_with: Ids of what the subject is compared with.
        stated_by: Who states it, with the place.
        study_named: The study that the statement rests itself on, as it names it; `None`: none.
        effect: What the evidence shows the subject to do; `None`: the statement is of a fact that
            is no effect, or no study was found.
        magnitudes: How large the effect was, study by study.
        agreement: How the evidence meets the statement.
        certainty: How certain it is; `None`: none was found.
        regulations: What regulators decided.
        reasoning: Why, in one paragraph of our own.
        sources: The best sources that were read; empty only where no study was found.
    """

    id: str = attrs.field(validator=fields.id_)
    statement: str = attrs.field(validator=fields.text)
    subject: str = attrs.field(validator=fields.id_, metadata=refers(*_SUBJECTS))
    objects: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers(*_OBJECTS)
    )
    compared_with: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers(*_SUBJECTS)
    )
    stated_by: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])
    study_named: str | None = attrs.field(default=None, validator=fields.text)
    effect: ClaimEffect | None = attrs.field(
        default=None, validator=attrs.validators.optional(type_of(ClaimEffect))
    )
    magnitudes: tuple[Magnitude, ...] = attrs.field(default=(), validator=each(type_of(Magnitude)))
    agreement: Agreement = attrs.field(validator=type_of(Agreement))
    certainty: Certainty | None = attrs.field(
        default=None, validator=attrs.validators.optional(type_of(Certainty))
    )
    regulations: tuple[Regulation, ...] = attrs.field(
        default=(), validator=each(type_of(Regulation))
    )
    reasoning: str = attrs.field(validator=fields.text)
    sources: tuple[Citation, ...] = attrs.field(default=(), validator=each(type_of(Citation)))

    def __attrs_post_init__(self) -> None:
        if self.subject in self.objects or self.subject in self.compared_with:
            raise ValueError("subject must not be among objects or compared_with")
        if self.agreement is Agreement.NOT_LOCATED:
            if self.certainty or self.effect or self.magnitudes:
                raise ValueError(
                    "a claim whose study was not located has no certainty, effect or magnitudes; "
                    "what else is known goes into reasoning"
                )
            return
        if not self.sources:
            raise ValueError("sources must not be empty: cite the document that was read")
        if (self.certainty is None) != (self.agreement is Agreement.SILENT):
            raise ValueError(
                "certainty must be given, save where the agreement is 'silent' or 'not-located'"
            )

    def _facts(self) -> str:
        return f"{self.verdict.value}, {self.certainty.value}" if self.certainty else self.verdict

    @property
    def verdict(self) -> Verdict:
        """What can be said of it, computed by `verdict_of`."""
        return verdict_of(self.agreement, self.certainty)
