# SPDX-License-Identifier: MIT
"""Targets: receptors, enzymes, pathways and functions of the body that something acts on."""

from __future__ import annotations

import enum

import attrs

from . import fields
from .common import Citation, Name, Xref
from .fields import Record, each, refers, type_of
from .transporter import SubstrateEvidence

__all__ = ["Actor", "Target", "TargetKind"]


def __dir__() -> list[str]:
    return __all__


class TargetKind(enum.StrEnum):
    """What sort of thing is acted on."""

    RECEPTOR = "receptor"
    ENZYME = "enzyme"
    MOLECULE = "molecule"
    PATHWAY = "pathway"
    STRUCTURE = "structure"
    FUNCTION = "function"


@attrs.frozen(kw_only=True)
class Actor:
    """
    What acts on a target, and how.

    Attributes:
        substance: Id of a mineral, form or ligand.
        action: What it does there, in a few words, such as "blocks the open channel".
        evidence: How sure that is.
        note: Circumstances, such as the species or the concentration; `None`: none to add.
        sources: Where it was read.
    """

    substance: str = attrs.field(
        validator=fields.id_, metadata=refers("minerals", "forms", "ligands")
    )
    action: str = attrs.field(validator=fields.text)
    evidence: SubstrateEvidence = attrs.field(validator=type_of(SubstrateEvidence))
    note: str | None = attrs.field(default=None, validator=fields.text)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])


@attrs.frozen(kw_only=True, repr=False)
class Target(Record):
    """
    A receptor, enzyme, molecule, pathway, structure or function of the body.

    Attributes:
        id: Slug.
        name: Plain name.
        kind: What sort of thing it is.
        genes: HGNC symbols of the human genes behind it, where it is a protein.
        acted_on_by: What acts on it, with evidence.
        note: Anything a reader must know; `None`: nothing.
        names: Further names.
        xrefs: Identifiers in registries, as read.
        sources: Where the facts were read.
    """

    id: str = attrs.field(validator=fields.id_)
    name: str = attrs.field(validator=fields.text)
    kind: TargetKind = attrs.field(validator=type_of(TargetKind))
    genes: tuple[str, ...] = attrs.field(default=(), validator=each(fields.text))
    acted_on_by: tuple[Actor, ...] = attrs.field(default=(), validator=each(type_of(Actor)))
    note: str | None = attrs.field(default=None, validator=fields.text)
    names: tuple[Name, ...] = attrs.field(default=(), validator=each(type_of(Name)))
    xrefs: tuple[Xref, ...] = attrs.field(default=(), validator=each(type_of(Xref)))
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])
