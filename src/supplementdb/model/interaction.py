# SPDX-License-Identifier: MIT
"""Interactions: what a mineral does to a medicine, or the other way round."""

from __future__ import annotations

import enum
from decimal import Decimal

import attrs

from ..amounts import Amount
from . import fields
from .axes import Action, Evidence, Likelihood, Severity
from .common import Citation
from .fields import Record, each, refers, type_of
from .form import Role

__all__ = ["Effect", "Interaction", "Mechanism", "Rating", "Separation"]


def __dir__() -> list[str]:
    return __all__


class Effect(enum.StrEnum):
    """What happens, and to which of the two: the subject is the mineral, the object the other."""

    OBJECT_ABSORPTION_REDUCED = "object-absorption-reduced"
    OBJECT_ABSORPTION_INCREASED = "object-absorption-increased"
    OBJECT_EXCRETION_CHANGED = "object-excretion-changed"
    SUBJECT_ABSORPTION_REDUCED = "subject-absorption-reduced"
    SUBJECT_ABSORPTION_INCREASED = "subject-absorption-increased"
    SUBJECT_DEPLETED = "subject-depleted"
    SUBJECT_RETAINED = "subject-retained"
    OBJECT_RISKIER_WHEN_SUBJECT_LOW = "object-riskier-when-subject-low"
    ADDITIVE = "additive"
    ANTAGONISED = "antagonised"


class Mechanism(enum.StrEnum):
    """By which kind of mechanism."""

    CHELATION = "chelation"
    PH = "ph"
    ADSORPTION = "adsorption"
    ION_EXCHANGE = "ion-exchange"
    TRANSPORT = "transport"
    RENAL = "renal"
    PHARMACODYNAMIC = "pharmacodynamic"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class Separation:
    """
    Hours to keep between the two, as one source gives them.

    Attributes:
        object_before_hours: The object so long before the subject, or longer; `None`: not given.
        object_after_hours: The object so long after the subject, or longer; `None`: not given.
        source: Id of the source that gives these hours.
    """

    object_before_hours: Decimal | None = attrs.field(default=None, validator=fields.hours)
    object_after_hours: Decimal | None = attrs.field(default=None, validator=fields.hours)
    source: str = attrs.field(validator=fields.id_, metadata=refers("sources"))

    def __attrs_post_init__(self) -> None:
        if self.object_before_hours is None and self.object_after_hours is None:
            raise ValueError("object_before_hours or object_after_hours must be given")

    def __str__(self) -> str:
        parts = [
            f"at least {fields.hours_in_words(hours)} {order}"
            for hours, order in (
                (self.object_before_hours, "before"),
                (self.object_after_hours, "after"),
            )
            if hours is not None
        ]
        return " or ".join(parts)


@attrs.frozen(kw_only=True)
class Rating:
    """
    A source's own rating, word for word.

    Attributes:
        scheme: Whose scheme.
        value: The rating as printed.
    """

    scheme: str = attrs.field(validator=fields.text)
    value: str = attrs.field(validator=fields.text)


@attrs.frozen(kw_only=True, repr=False)
class Interaction(Record):
    """
    A rule about two participants; each pair is stored once.

    Attributes:
        id: Slug.
        subject: Id of a mineral, form, ligand or mineral class.
        object: Id of a medication, medication class, mineral, form or dietary factor.
        roles: The rule holds for forms of these roles only; empty: for any form.
        from_amount: It holds from this amount of the mineral a day on; `None`: from any.
        likely_from: The amounts that the sources speak of begin here; below it the likelihood
            counts as unlikely. `None`: any amount is as likely.
        effect: What happens to which.
        mechanism: By which kind of mechanism.
        severity: How bad it is if it happens.
        likelihood: How often it happens.
        evidence: What the statement rests on.
        action: What to do.
        separations: Hours to keep, one record for each source that gives them, the medicine's own
            text first; empty: none does.
        summary: What happens, in one sentence.
        management: What to do, in words.
        exceptions: When it does not hold; `None`: none stated.
        ratings: The sources' own ratings, word for word.
        sources: Where it was read.
    """

    id: str = attrs.field(validator=fields.id_)
    subject: str = attrs.field(
        validator=fields.id_, metadata=refers("minerals", "forms", "ligands", "mineral_classes")
    )
    object: str = attrs.field(
        validator=fields.id_,
        metadata=refers("medications", "medication_classes", "minerals", "forms", "factors"),
    )
    roles: tuple[Role, ...] = attrs.field(default=(), validator=each(type_of(Role)))
    from_amount: Amount | None = attrs.field(default=None, validator=fields.mass)
    likely_from: Amount | None = attrs.field(default=None, validator=fields.mass)
    effect: Effect = attrs.field(validator=type_of(Effect))
    mechanism: Mechanism = attrs.field(validator=type_of(Mechanism))
    severity: Severity = attrs.field(validator=type_of(Severity))
    likelihood: Likelihood = attrs.field(validator=type_of(Likelihood))
    evidence: Evidence = attrs.field(validator=type_of(Evidence))
    action: Action = attrs.field(validator=type_of(Action))
    separations: tuple[Separation, ...] = attrs.field(
        default=(), validator=each(type_of(Separation))
    )
    summary: str = attrs.field(validator=fields.text)
    management: str = attrs.field(validator=fields.text)
    exceptions: str | None = attrs.field(default=None, validator=fields.text)
    ratings: tuple[Rating, ...] = attrs.field(default=(), validator=each(type_of(Rating)))
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])

    def __attrs_post_init__(self) -> None:
        if self.subject == self.object:
            raise ValueError("subject and object must differ")
        fields.rising(self.from_amount, self.likely_from)

    def _facts(self) -> str:
        return f"{self.effect.value}, {self.action.value}"

    @property
    def separation(self) -> Separation | None:
        """The hours of the leading source; `None`: no source gives hours."""
        return self.separations[0] if self.separations else None
