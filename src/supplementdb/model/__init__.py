# SPDX-License-Identifier: MIT
"""
The records, one family a file; a family is imported when its first record is asked for.

`SECTIONS` is the one table that says which section of a data file holds which record.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["SECTIONS", "record_class"]

SECTIONS: dict[str, tuple[str, str]] = {
    "sources": ("source", "Source"),
    "mineral_classes": ("substance", "MineralClass"),
    "minerals": ("substance", "Mineral"),
    "ligands": ("substance", "Ligand"),
    "forms": ("form", "Form"),
    "transporters": ("transporter", "Transporter"),
    "targets": ("target", "Target"),
    "factors": ("factor", "Factor"),
    "interventions": ("factor", "Intervention"),
    "conditions": ("condition", "Condition"),
    "medication_classes": ("medication", "MedicationClass"),
    "medications": ("medication", "Medication"),
    "biomarkers": ("biomarker", "Biomarker"),
    "adverse_effects": ("effect", "AdverseEffect"),
    "intakes": ("intake", "ReferenceIntake"),
    "interactions": ("interaction", "Interaction"),
    "cautions": ("caution", "Caution"),
    "absorptions": ("absorption", "Absorption"),
    "absorption_models": ("absorption_model", "AbsorptionModel"),
    "claims": ("claim", "Claim"),
    "words": ("word", "LabelWord"),
}
"""Section of a data file to the module and class of its records, in the order files keep."""


def record_class(section: str) -> type[Any]:
    """Import and return the class of a section's records."""
    module, name = SECTIONS[section]
    found: type[Any] = getattr(import_module(f".{module}", __name__), name)
    return found
