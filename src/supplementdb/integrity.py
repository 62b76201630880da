# SPDX-License-Identifier: MIT
"""The rules that records must keep together: references, names, pairs, hierarchies, ranges."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any, Protocol

import attrs

from .errors import NotComputableError, Problem
from .model import SECTIONS
from .spelling import key

__all__ = ["integrity_problems", "members_range", "names_of", "references"]


def __dir__() -> list[str]:
    return __all__


class Sections(Protocol):
    """As much of a catalog as these rules need."""

    def section(self, name: str) -> Mapping[str, Any]:
        """Id to record."""


def integrity_problems(catalog: Sections, origin: str) -> list[Problem]:
    """
    Check everything that no record can check alone.

    Args:
        catalog: The catalog as a whole.
        origin: What to name as the file; overlays pass their own name.

    Returns:
        All problems; empty where the catalog is sound.
    """
    rules: tuple[Callable[[Sections], Iterator[tuple[str, str]]], ...] = (
        _dangling,
        _shared_names,
        _repeated_pairs,
        _circles,
        _stale_members,
        _strange_forms,
        _strange_measurements,
    )
    return [Problem(origin, path, rule) for check in rules for path, rule in check(catalog)]


def references(record: Any) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Walk a record's references: path inside the record, id, sections that may hold it."""
    cls: Any = type(record)
    for name, targets in _fields(cls):
        value = getattr(record, name)
        if value is None or value == ():
            continue
        members = value if isinstance(value, tuple) else (value,)
        for place, member in enumerate(members):
            path = f"{name}[{place}]" if isinstance(value, tuple) else name
            if targets:
                yield path, member, targets
            elif hasattr(member, "__attrs_attrs__"):
                for inner, id, further in references(member):
                    yield f"{path}.{inner}", id, further


@functools.cache
def _fields(cls: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each field of a class with the sections that its ids are in; none: it holds no ids."""
    return tuple((field.name, field.metadata.get("refers", ())) for field in attrs.fields(cls))


def names_of(record: Any) -> Iterator[tuple[str, str, str]]:
    """
    Each name of a record with its kind and language: its main name, its id, then the others.

    Args:
        record: A record, or what JSON holds of one: to index names, nothing needs to be typed.
    """
    if isinstance(record, Mapping):
        yield record["name"], "name", "en"
        yield record["id"], "id", "en"
        if "symbol" in record:
            yield record["symbol"], "symbol", "en"
        for raw in record.get("names", ()):
            yield raw["text"], raw.get("kind", "synonym"), raw.get("lang", "en")
        return
    yield record.name, "name", "en"
    yield record.id, "id", "en"
    symbol = getattr(record, "symbol", None)
    if symbol:
        yield symbol, "symbol", "en"
    for name in getattr(record, "names", ()):
        yield name.text, name.kind.value, name.lang


def members_range(catalog: Sections, form: Any, mineral: str) -> tuple[Decimal, Decimal] | None:
    """
    The range of an unspecified form over its members, six places, rounded outward.

    `None` where the share of any member is unknown: a range that leaves one out would look exact.
    """
    try:
        shares = [catalog.section("forms")[id].fraction(mineral) for id in form.members]
    except (KeyError, NotComputableError):
        return None
    place = Decimal("0.000001")
    return (
        min(share.low for share in shares).quantize(place, ROUND_FLOOR),
        max(share.high for share in shares).quantize(place, ROUND_CEILING),
    )


def _dangling(catalog: Sections) -> Iterator[tuple[str, str]]:
    for section in SECTIONS:
        for id, record in catalog.section(section).items():
            for path, wanted, targets in references(record):
                if not any(wanted in catalog.section(target) for target in targets):
                    places = " or ".join(targets)
                    yield f"{section}.{id}.{path}", f"names {wanted!r}, which is not in {places}"


def _shared_names(catalog: Sections) -> Iterator[tuple[str, str]]:
    for section in SECTIONS:
        owners: dict[str, str] = {}
        for id, record in catalog.section(section).items():
            if not hasattr(record, "name"):
                break
            for text, kind, _ in names_of(record):
                # A symbol is short enough to be a word elsewhere; it never decides alone.
                owner = owners.setdefault(key(text), id)
                if owner != id and kind != "symbol":
                    rule = (
                        f"{text!r} names {owner!r} too; give it to one, or to a record above both"
                    )
                    yield f"{section}.{id}.names", rule


def _repeated_pairs(catalog: Sections) -> Iterator[tuple[str, str]]:
    seen: dict[tuple[Any, ...], str] = {}
    for id, record in catalog.section("interactions").items():
        pair = (frozenset((record.subject, record.object)), record.effect)
        first = seen.setdefault(pair, id)
        if first != id:
            yield f"interactions.{id}", f"repeats the pair and effect of {first!r}; merge them"


def _circles(catalog: Sections) -> Iterator[tuple[str, str]]:
    for section in ("conditions", "medication_classes"):
        collection = catalog.section(section)
        for id in collection:
            seen: set[str] = set()
            ahead = [id]
            while ahead:
                for parent in getattr(collection.get(ahead.pop()), "parents", ()):
                    if parent == id:
                        yield f"{section}.{id}.parents", "lead back to itself; break the circle"
                    elif parent not in seen:
                        seen.add(parent)
                        ahead.append(parent)


def _strange_forms(catalog: Sections) -> Iterator[tuple[str, str]]:
    for id, row in catalog.section("intakes").items():
        for field in ("forms", "except_forms"):
            for form in getattr(row, field):
                # A form that does not exist is told as dangling.
                record = catalog.section("forms").get(form)
                if record is not None and row.nutrient not in record.minerals:
                    rule = f"names {form!r}, which brings no {row.nutrient}"
                    yield f"intakes.{id}.{field}", rule


def _stale_members(catalog: Sections) -> Iterator[tuple[str, str]]:
    for id, form in catalog.section("forms").items():
        if not form.members:
            continue
        for mineral in form.minerals:
            found = members_range(catalog, form, mineral)
            stated = [
                (assay.low, assay.high)
                for assay in form.assays
                if assay.mineral == mineral and assay.basis == "members"
            ]
            if stated != ([found] if found else []):
                wanted = f"low {found[0]}, high {found[1]}" if found else "no assay"
                rule = (
                    f"must repeat the range of its members for {mineral}: {wanted} "
                    "(basis 'members'); `supplementdb data fmt` writes it"
                )
                yield f"forms.{id}.assays", rule


def _strange_measurements(catalog: Sections) -> Iterator[tuple[str, str]]:
    """A measurement is of a form that brings the mineral, and is set against its own study only."""
    measured = catalog.section("absorptions")
    for id, one in measured.items():
        form = catalog.section("forms").get(one.form)
        if form is not None and one.mineral not in form.minerals:
            yield f"absorptions.{id}.form", f"names {one.form!r}, which brings no {one.mineral}"
        for place, against in enumerate(one.against):
            other = measured.get(against.absorption)
            # A measurement that does not exist is told as dangling.
            if other is not None and (other is one or not one.is_comparable_with(other)):
                rule = (
                    f"names {against.absorption!r}, which is not another result of this study by "
                    "this method, measure and unit; results of different ones are not compared"
                )
                yield f"absorptions.{id}.against[{place}]", rule
