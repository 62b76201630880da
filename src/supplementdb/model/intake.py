# SPDX-License-Identifier: MIT
"""Reference intakes: what one authority says of one nutrient for one group of people."""

from __future__ import annotations

import enum

import attrs

from ..amounts import Amount
from ..ids import first_day
from . import fields
from .common import Citation, Per, Population
from .fields import Record, each, refers, type_of

__all__ = ["Authority", "IntakeKind", "ReferenceIntake", "Scope"]


def __dir__() -> list[str]:
    return __all__


class Authority(enum.StrEnum):
    """Who sets reference intakes."""

    NASEM = "NASEM"
    EFSA = "EFSA"
    FDA_DV = "FDA-DV"
    EU_NRV = "EU-NRV"
    UK_EVM = "UK-EVM"
    UK_RNI = "UK-RNI"
    NHMRC = "NHMRC"
    MHLW_JP = "MHLW-JP"
    WHO_FAO = "WHO-FAO"
    BFR = "BFR"
    HC = "HC"


class IntakeKind(enum.StrEnum):
    """
    What a reference value means, in its authority's abbreviation.

    `SAI` is EFSA's safe and adequate intake and the UK's safe intake, `DG` a dietary goal of Japan
    or WHO, `SDT` Australia's suggested dietary target; whether one is a floor or a ceiling, its
    note says. `PERMITTED` and `PERMITTED_MIN` are the most and the least a product may give.
    """

    EAR = "EAR"
    RDA = "RDA"
    AI = "AI"
    UL = "UL"
    CDRR = "CDRR"
    AR = "AR"
    PRI = "PRI"
    SAFE = "SAFE"
    ADI = "ADI"
    TDI = "TDI"
    DV = "DV"
    NRV = "NRV"
    SUL = "SUL"
    GL = "GL"
    RNI = "RNI"
    RI = "RI"
    RDI = "RDI"
    LRNI = "LRNI"
    SAI = "SAI"
    DG = "DG"
    SDT = "SDT"
    PERMITTED = "PERMITTED"
    PERMITTED_MIN = "PERMITTED-MIN"

    @property
    def is_limit(self) -> bool:
        """Whether going above it is what the value warns of."""
        return self in _LIMITS

    @property
    def is_recommendation(self) -> bool:
        """Whether it says how much a person should get in a day."""
        return self in _RECOMMENDATIONS


_LIMITS = {IntakeKind(k) for k in ("UL", "SAFE", "SUL", "GL", "CDRR", "TDI", "ADI", "PERMITTED")}
_RECOMMENDATIONS = {IntakeKind(k) for k in ("RDA", "AI", "PRI", "RNI", "RDI")}


class Scope(enum.StrEnum):
    """What a reference value counts."""

    TOTAL = "total"
    SUPPLEMENTS = "supplements"
    ADDED = "added"
    LABEL = "label"


@attrs.frozen(kw_only=True, repr=False)
class ReferenceIntake(Record):
    """
    One value of one authority for one group; "none set" is a record too.

    Attributes:
        id: Slug.
        authority: Who set it.
        nutrient: Id of the mineral.
        kind: What the value means.
        amount: The value, inclusive; `None`: the authority set none, and ``unset`` says so.
        unset: The authority's wording that it set none; `None`: there is an amount.
        per: A day, or a day and kilogram of body weight.
        population: Whom it is for.
        scope: What it counts: all intake, supplements and medicines, or what is added to
            supplements, foods and water; ``label`` is a yardstick for printing percentages.
        forms: Ids of the only forms that it counts, with their members; none: every form.
        except_forms: Ids of forms that it does not count; none: it counts them all.
        basis: Id of the `AdverseEffect` that a limit rests on; `None`: no limit, or not stated.
        edition: Edition of the authority's tables.
        valid_from: Since when; `None`: not read, older than every dated value.
        superseded_on: Since when no longer; `None`: in force.
        note: Anything a reader must know; `None`: nothing.
        sources: The document that set it, and the copies read.
    """

    id: str = attrs.field(validator=fields.id_)
    authority: Authority = attrs.field(validator=type_of(Authority))
    nutrient: str = attrs.field(validator=fields.id_, metadata=refers("minerals"))
    kind: IntakeKind = attrs.field(validator=type_of(IntakeKind))
    amount: Amount | None = attrs.field(default=None, validator=fields.mass)
    unset: str | None = attrs.field(default=None, validator=fields.text)
    per: Per = attrs.field(
        default=Per.DAY, validator=[type_of(Per), attrs.validators.in_((Per.DAY, Per.KG_DAY))]
    )
    population: Population = attrs.field(validator=type_of(Population))
    scope: Scope = attrs.field(validator=type_of(Scope))
    forms: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("forms")
    )
    except_forms: tuple[str, ...] = attrs.field(
        default=(), validator=each(fields.id_), metadata=refers("forms")
    )
    basis: str | None = attrs.field(
        default=None, validator=fields.id_, metadata=refers("adverse_effects")
    )
    edition: str = attrs.field(validator=fields.text)
    valid_from: str | None = attrs.field(default=None, validator=fields.date)
    superseded_on: str | None = attrs.field(default=None, validator=fields.date)
    note: str | None = attrs.field(default=None, validator=fields.text)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])

    def __attrs_post_init__(self) -> None:
        if (self.amount is None) == (self.unset is None):
            raise ValueError("amount or unset must be given, and not both")
        began = first_day(self.valid_from or "0001")
        if self.superseded_on is not None and first_day(self.superseded_on) <= began:
            raise ValueError("superseded_on must be later than valid_from")
        if self.forms and self.except_forms:
            raise ValueError("forms and except_forms must not both be given")

    @property
    def source(self) -> str:
        """Id of the document that set the value."""
        return self.sources[0].source

    def is_in_force(self, as_of: str | None = None) -> bool:
        """
        Whether the value holds on a day in ISO 8601; a year or a month stands for its first day.

        `None`: as of the data edition.
        """
        if as_of is None:
            return self.superseded_on is None
        day = first_day(as_of)
        began = self.valid_from is None or first_day(self.valid_from) <= day
        return began and (self.superseded_on is None or day < first_day(self.superseded_on))

    @property
    def value(self) -> str:
        """The value of a day in words: ``350 mg``, ``5 mg per kg``, or that there is none."""
        if self.amount is None:
            return f"none set ({self.unset})"
        return str(self.amount) if self.per is Per.DAY else f"{self.amount} per kg"

    @property
    def counts(self) -> str:
        """What it counts in words: ``supplements``, ``total, without chromium-picolinate``."""
        parts: list[str] = [self.scope.value]
        if self.forms:
            parts.append(f"only {' and '.join(self.forms)}")
        if self.except_forms:
            parts.append(f"without {' and '.join(self.except_forms)}")
        return ", ".join(parts)

    def _facts(self) -> str:
        return str(self)

    def __str__(self) -> str:
        whose = f"{self.authority.value} {self.kind.value} {self.nutrient}"
        value = self.unset if self.amount is None else f"{self.value} a day"
        of = f" ({self.counts})" if self.forms or self.except_forms else ""
        return f"{whose}{of}, {self.population}: {value}"
