# SPDX-License-Identifier: MIT
"""Cautions: a condition or stage of life against a mineral or form."""

from __future__ import annotations

import enum

import attrs

from ..amounts import Amount
from . import fields
from .axes import Action, Evidence, Likelihood, Severity
from .common import Citation, Population
from .fields import Record, each, refers, type_of
from .form import Role

__all__ = ["Caution", "CautionKind"]


def __dir__() -> list[str]:
    return __all__


class CautionKind(enum.StrEnum):
    """Whether it must not be taken, or only with care."""

    CAUTION = "caution"
    CONTRAINDICATED = "contraindicated"


@attrs.frozen(kw_only=True, repr=False)
class Caution(Record):
    """
    Who must not, or only with care, take a mineral or form.

    Attributes:
        id: Slug.
        subject: Id of a mineral, form or mineral class; or of a dietary factor that a line names
            beside its minerals, such as a sweetener.
        condition: Id of the condition; it holds for all narrower ones; `None`: see ``population``.
        except_conditions: Ids of narrower conditions for which it does not hold.
        population: Whom it is about; `None`: anybody with the condition.
        roles: It holds for forms of these roles only; empty: for any form.
        from_amount: Elemental amount a day from which it holds; `None`: any amount.
        likely_from: The amounts that the sources speak of begin here; below it the likelihood
            counts as unlikely. `None`: any amount is as likely.
        kind: Contraindicated, or caution.
        severity: How bad it is if it happens.
        likelihood: How often it happens.
        evidence: What the statement rests on.
        action: What to do.
        summary: What can happen, in one sentence.
        management: What to do, in words.
        monitor: Ids of biomarkers to watch.
        sources: Where it was read.
    """

    id: str = attrs.field(validator=fields.id_)
    subject: str = attrs.field(
        validator=fields.id_, metadata=refers("minerals", "forms", "mineral_classes", "factors")
    )
    condition: str | None = attrs.field(
        default=None, validator=fields.id_, metadata=refers("conditions")
    )
    except_conditions: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("conditions")
    )
    population: Population | None = attrs.field(
        default=None, validator=attrs.validators.optional(type_of(Population))
    )
    roles: tuple[Role, ...] = attrs.field(default=(), validator=each(type_of(Role)))
    from_amount: Amount | None = attrs.field(default=None, validator=fields.mass)
    likely_from: Amount | None = attrs.field(default=None, validator=fields.mass)
    kind: CautionKind = attrs.field(validator=type_of(CautionKind))
    severity: Severity = attrs.field(validator=type_of(Severity))
    likelihood: Likelihood = attrs.field(validator=type_of(Likelihood))
    evidence: Evidence = attrs.field(validator=type_of(Evidence))
    action: Action = attrs.field(validator=type_of(Action))
    summary: str = attrs.field(validator=fields.text)
    management: str = attrs.field(validator=fields.text)
    monitor: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("biomarkers")
    )
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])

    def _facts(self) -> str:
        return f"{self.kind.value}, {self.action.value}"

    def __attrs_post_init__(self) -> None:
        if self.condition is None and self.population is None:
            raise ValueError("condition or population must say whom it is about")
        fields.rising(self.from_amount, self.likely_from)
