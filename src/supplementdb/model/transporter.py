# SPDX-License-Identifier: MIT
"""Transporters and channels, and what has been shown to pass through them."""

from __future__ import annotations

import enum

import attrs

from . import fields
from .common import Citation, Name, Xref
from .fields import Record, each, refers, type_of

__all__ = ["Direction", "Substrate", "SubstrateEvidence", "Transporter", "TransporterKind"]


def __dir__() -> list[str]:
    return __all__


class TransporterKind(enum.StrEnum):
    """What sort of protein it is."""

    CHANNEL = "channel"
    CARRIER = "carrier"
    EXCHANGER = "exchanger"
    PUMP = "pump"
    TIGHT_JUNCTION = "tight-junction"
    REGULATOR = "regulator"


class Direction(enum.StrEnum):
    """Which way the substrate goes, seen from the cell."""

    UPTAKE = "uptake"
    EFFLUX = "efflux"
    PARACELLULAR = "paracellular"
    BOTH = "both"


class SubstrateEvidence(enum.StrEnum):
    """How sure it is that the substance passes."""

    SHOWN = "shown"
    PROBABLE = "probable"
    DISPUTED = "disputed"
    NOT_SHOWN = "not-shown"


@attrs.frozen(kw_only=True)
class Substrate:
    """
    A substance and how sure it is that the transporter carries it.

    Attributes:
        substance: Id of a mineral, form or ligand.
        evidence: How sure it is; ``not-shown`` records a popular statement without evidence.
        note: What was found; `None`: nothing to add.
        sources: Where it was read.
    """

    substance: str = attrs.field(
        validator=fields.id_, metadata=refers("minerals", "forms", "ligands")
    )
    evidence: SubstrateEvidence = attrs.field(validator=type_of(SubstrateEvidence))
    note: str | None = attrs.field(default=None, validator=fields.text)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])


@attrs.frozen(kw_only=True, repr=False)
class Transporter(Record):
    """
    A protein that carries minerals or their ligands, or governs one that does.

    Attributes:
        id: Slug, from the HGNC symbol.
        name: Plain name.
        symbol: HGNC symbol of the human gene.
        kind: What sort of protein it is.
        direction: Which way; `None`: it carries nothing itself.
        locations: Tissues and membranes.
        substrates: What it carries, with evidence.
        note: Anything a reader must know; `None`: nothing.
        names: Further names.
        xrefs: HGNC and UniProt identifiers, as read.
        sources: Where the facts were read.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    symbol: str = attrs.field(validator=attrs.validators.matches_re("[A-Z][A-Z0-9-]*"))
    kind: TransporterKind = attrs.field(validator=type_of(TransporterKind))
    direction: Direction | None = attrs.field(
        default=None, validator=attrs.validators.optional(type_of(Direction))
    )
    locations: tuple[str, ...] = attrs.field(default=(), validator=each(fields.text))
    substrates: tuple[Substrate, ...] = attrs.field(default=(), validator=each(type_of(Substrate)))
    note: str | None = attrs.field(default=None, validator=fields.text)
    names: tuple[Name, ...] = attrs.field(default=(), validator=each(type_of(Name)))
    xrefs: tuple[Xref, ...] = attrs.field(default=(), validator=each(type_of(Xref)))
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])
