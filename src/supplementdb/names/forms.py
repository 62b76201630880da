# SPDX-License-Identifier: MIT
"""What reading asks of forms, and which of them an item is said to have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import attrs

from ..catalog import Catalog
from ..model.form import Form, FormKind

__all__ = ["Facts", "facts", "told"]


def __dir__() -> list[str]:
    return __all__


# How a salt is carried, and what plants hold: said beside the form itself.
_CARRIED = {"iron-liposomal", "chromium-gtf"}
_OF_PLANTS = {"silicon-dioxide", "silicon-silicic-acid"}


class Facts(NamedTuple):
    """A few facts of a form, as `Form` has them; to type a record for them takes far longer."""

    minerals: tuple[str, ...]
    roles: tuple[str, ...]
    kind: str
    members: tuple[str, ...]
    has_formula: bool


_ROLES = attrs.fields_dict(Form)["roles"].default or ()


def facts(catalog: Catalog) -> Mapping[str, Facts]:
    """The facts of every form by id, made once."""
    return catalog.derived(_facts)


def _facts(catalog: Catalog) -> dict[str, Facts]:
    raws = (
        record if isinstance(record, Mapping) else attrs.asdict(record, recurse=False)
        for record in catalog.forms.kept()
    )
    return {
        raw["id"]: Facts(
            tuple(raw["minerals"]),
            tuple(raw.get("roles", _ROLES)),
            raw["kind"],
            tuple(raw.get("members", ())),
            raw.get("formula") is not None,
        )
        for raw in raws
    }


def told(catalog: Catalog, named: Iterable[str]) -> tuple[str, ...]:
    """The forms that are named, without a general one where one of its kinds is named as well."""
    forms = list(named)
    if len(forms) < 2:
        return tuple(forms)
    less: set[str] = {member for id in forms for member in _more_general(catalog, id, forms)}
    # "Ferric pyrophosphate (liposomal)"
    less |= _CARRIED
    if any(facts(catalog)[id].kind == FormKind.NATURAL for id in forms):
        less |= _OF_PLANTS  # "silica (from bamboo)"
    if "silicon-orthosilicic-acid" in forms:
        less.add("silicon-dioxide")  # "silica drops, orthosilicic acid"
    return tuple(id for id in forms if id not in less) or tuple(forms)


def _more_general(catalog: Catalog, id: str, forms: list[str]) -> list[str]:
    """The forms of a list that one of them is a kind of."""
    if "glycinate" in id:
        # "As magnesium bisglycinate, amino acid chelate"
        return [other for other in forms if other.endswith("-amino-acid-chelate")]
    if id.startswith("iodine-kelp-"):
        return ["iodine-kelp"]  # "kelp (Ascophyllum nodosum)"
    return [other for other in forms if id in facts(catalog)[other].members]
