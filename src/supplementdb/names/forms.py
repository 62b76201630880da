# SPDX-License-Identifier: MIT
"""Which forms an item is said to have, of all that its line names."""

from __future__ import annotations

from collections.abc import Iterable

from ..catalog import Catalog
from ..model.form import FormKind

__all__ = ["told"]


def __dir__() -> list[str]:
    return __all__


# How a salt is carried, and what plants hold: said beside the form itself.
_CARRIED = {"iron-liposomal", "chromium-gtf"}
_OF_PLANTS = {"silicon-dioxide", "silicon-silicic-acid"}


def told(catalog: Catalog, named: Iterable[str]) -> tuple[str, ...]:
    """The forms that are named, without a general one where one of its kinds is named as well."""
    forms = list(named)
    if len(forms) < 2:
        return tuple(forms)
    less: set[str] = {member for id in forms for member in _more_general(catalog, id, forms)}
    # "Ferric pyrophosphate (liposomal)"
    less |= _CARRIED
    if any(catalog.forms[id].kind is FormKind.NATURAL for id in forms):
        less |= _OF_PLANTS  # "silica (from bamboo)"
    return tuple(id for id in forms if id not in less) or tuple(forms)


def _more_general(catalog: Catalog, id: str, forms: list[str]) -> list[str]:
    """The forms of a list that one of them is a kind of."""
    if "glycinate" in id:
        # "As magnesium bisglycinate, amino acid chelate"
        return [other for other in forms if other.endswith("-amino-acid-chelate")]
    if id.startswith("iodine-kelp-"):
        return ["iodine-kelp"]  # "kelp (Ascophyllum nodosum)"
    return [other for other in forms if id in catalog.forms[other].members]
