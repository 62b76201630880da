# SPDX-License-Identifier: MIT
"""
What a curator runs: the editorial ring of checks over the data files, and their canonical layout.

The field, record and catalog rings guard every catalog, an application's overlay too.
The rules here are for the bundle alone, and their messages are written for its curator.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from . import codec
from .catalog import Catalog, Records
from .errors import DataError, Problem
from .ids import first_day
from .integrity import integrity_problems, members_range, references
from .loading import catalog_of
from .model import SECTIONS
from .model.common import Population
from .model.intake import IntakeKind, ReferenceIntake

__all__ = ["check", "data_files", "fmt"]


def __dir__() -> list[str]:
    return __all__


_NOT_RECORDS = ("edition.json", "ids.json")
_SENTENCES = (
    "summary",
    "management",
    "exceptions",
    "brings",
    "note",
    "role",
    "excess",
    "deficiency",
    "statement",
    "reasoning",
)


def data_files(directory: Path) -> list[str]:
    """Names of the files that hold records, below a data directory, sorted."""
    names = (path.relative_to(directory).as_posix() for path in directory.rglob("*.json"))
    return sorted(name for name in names if name not in _NOT_RECORDS)


def check(directory: Path) -> list[Problem]:
    """
    Check all data files of a directory by every ring of rules.

    Returns:
        All problems, in the words of a curator; empty where the data is sound.
    """
    problems: list[Problem] = []
    files: dict[str, Records] = {}
    for name in data_files(directory):
        try:
            text = (directory / name).read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            problems.append(Problem(name, "$", f"must be UTF-8: {error}"))
            continue
        try:
            raw = codec.parse(text, name)
            files[name] = codec.records(raw, name)
        except DataError as error:
            problems += error.problems
            continue
        if text != codec.canonical(_sorted(raw)):
            rule = "is not laid out canonically; run `supplementdb data fmt`"
            problems.append(Problem(name, "$", rule))
    if problems:
        return problems
    problems = [*_ids(directory, files)]
    if problems:
        return problems
    catalog = catalog_of("check", files)
    problems += integrity_problems(catalog, "data")
    if problems:
        return problems
    return [
        problem for rule in (_uncited, _sentences, _intakes, _groups) for problem in rule(catalog)
    ]


def fmt(directory: Path) -> list[str]:
    """
    Lay out all data files canonically, write what is derived, and add new ids to ``ids.json``.

    Returns:
        Names of the files that changed.

    Raises:
        DataError: A file breaks its rules; nothing is written then.
    """
    contents: dict[str, Any] = {}
    records: dict[str, Records] = {}
    problems: list[Problem] = []
    for name in data_files(directory):
        try:
            raw = codec.parse((directory / name).read_text(encoding="utf-8"), name)
            records[name] = codec.records(raw, name)
        except DataError as error:
            problems += error.problems
        else:
            contents[name] = _sorted(raw)
    if problems:
        raise DataError(problems)
    _write_member_ranges(catalog_of("fmt", records), contents)
    contents["ids.json"] = _with_new_ids(directory, contents)
    changed = []
    for name, content in contents.items():
        path = directory / name
        text = codec.canonical(content)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(name)
    return changed


def _sorted(raw: dict[str, Any]) -> dict[str, Any]:
    """Sections in their order, records by id, fields in the order of the model."""
    return {
        section: [
            _ordered(section, record) for record in sorted(raw[section], key=lambda r: r["id"])
        ]
        for section in SECTIONS
        if section in raw
    }


def _ordered(section: str, record: dict[str, Any]) -> dict[str, Any]:
    order = codec.field_order(section)
    return {name: record[name] for name in sorted(record, key=lambda n: (order.get(n, 99), n))}


def _write_member_ranges(catalog: Catalog, contents: dict[str, Any]) -> None:
    """Write the range of its members into each unspecified form."""
    for content in contents.values():
        for raw in content.get("forms", ()):
            if not raw.get("members"):
                continue
            form = catalog.forms[raw["id"]]
            stated = [a for a in raw.get("assays", ()) if a["basis"] != "members"]
            for mineral in form.minerals:
                found = members_range(catalog, form, mineral)
                if found:
                    low, high = (f"{end:f}" for end in found)
                    stated.append(
                        {"mineral": mineral, "low": low, "high": high, "basis": "members"}
                    )
            if stated:
                raw["assays"] = stated
        if "forms" in content:
            content["forms"] = [_ordered("forms", raw) for raw in content["forms"]]


def _with_new_ids(directory: Path, contents: dict[str, Any]) -> dict[str, Any]:
    """Add new ids to those known; only what is retired is taken out, not what was lost."""
    known = _known_ids(directory)
    retired = {entry["id"] for entry in known["retired"]}
    homes: dict[str, dict[str, str]] = {section: {} for section in SECTIONS}
    for section, files in known["ids"].items():
        homes[section] |= {
            id: name for name, ids in files.items() for id in ids if id not in retired
        }
    for name, content in contents.items():
        for section, records in content.items():
            homes[section] |= {record["id"]: name for record in records}
    ids: dict[str, dict[str, list[str]]] = {}
    for section, found in homes.items():
        for id, name in sorted(found.items()):
            ids.setdefault(section, {}).setdefault(name, []).append(id)
    return {"ids": ids, "retired": known["retired"]}


def _known_ids(directory: Path) -> dict[str, Any]:
    path = directory / "ids.json"
    if not path.exists():
        return {"ids": {}, "retired": []}
    found = codec.parse(path.read_text(encoding="utf-8"), "ids.json")
    if not isinstance(found, dict) or not {"ids", "retired"} <= found.keys():
        raise DataError([Problem("ids.json", "$", "must have 'ids' and 'retired'")])
    return found


# -- editorial rules ------------------------------------------------------------------------


def _ids(directory: Path, files: dict[str, Records]) -> Iterator[Problem]:
    known = _known_ids(directory)
    retired = {entry["id"] for entry in known["retired"]}
    listed = {
        (section, name, id)
        for section, homes in known["ids"].items()
        for name, ids in homes.items()
        for id in ids
    }
    counted = Counter(
        (section, name, record.id)
        for name, records in files.items()
        for section, found in records.items()
        for record in found
    )
    for section, name, id in sorted(place for place, times in counted.items() if times > 1):
        yield Problem(name, section, "is here twice; keep one record", id)
    held = counted.keys()
    for section, name, id in sorted(listed - held):
        rule = f"lives for ever: bring it back to {name}, or retire it with its successor"
        if id in retired:
            rule = "is retired; run `supplementdb data fmt`, which takes it from the index"
        yield Problem("ids.json", f"ids.{section}", rule, id)
    for section, name, id in sorted(held - listed):
        yield Problem(name, section, "is a new id; run `supplementdb data fmt`", id)
    homes: dict[str, str] = {}
    for section, name, id in sorted(held):
        home = homes.setdefault(id, f"{name}: {section}")
        if home != f"{name}: {section}":
            yield Problem(name, section, f"is taken by a record in {home}; choose another id", id)
        if id in retired:
            yield Problem(name, section, "is retired and cannot be used again", id)


def _records(catalog: Catalog) -> Iterator[tuple[str, Any]]:
    for section in SECTIONS:
        for id, record in catalog.section(section).items():
            yield f"{section}.{id}", record


def _uncited(catalog: Catalog) -> Iterator[Problem]:
    cited = {
        id for _, record in _records(catalog) for _, id, to in references(record) if "sources" in to
    }
    for id in catalog.sources:
        if id not in cited:
            yield Problem("data", f"sources.{id}", "is cited by nothing; remove it")


def _sentences(catalog: Catalog) -> Iterator[Problem]:
    for path, record in _records(catalog):
        for field in _SENTENCES:
            text = getattr(record, field, None)
            if text is not None and not text.endswith((".", "?")):
                yield Problem(
                    "data", f"{path}.{field}", "must be sentences that end with a full stop"
                )


_SAME = ("authority", "nutrient", "scope")
_LADDERS = (
    (IntakeKind.EAR, IntakeKind.RDA, IntakeKind.UL),
    (IntakeKind.AR, IntakeKind.PRI, IntakeKind.UL),
    (IntakeKind.AI, IntakeKind.UL),
    (IntakeKind.LRNI, IntakeKind.EAR, IntakeKind.RNI, IntakeKind.UL),
    (IntakeKind.AR, IntakeKind.PRI, IntakeKind.SAFE),
    (IntakeKind.EAR, IntakeKind.RDI, IntakeKind.UL),
    (IntakeKind.PERMITTED_MIN, IntakeKind.PERMITTED),
)
_BELOW = {pair for ladder in _LADDERS for pair in itertools.combinations(ladder, 2)}


def _intakes(catalog: Catalog) -> Iterator[Problem]:
    """A kind that means less is not above one that means more and counts the same."""
    for rows in _alike(catalog, *_SAME, "per"):
        for lower, upper in itertools.permutations(rows, 2):
            if lower.amount is None or upper.amount is None:
                continue
            if (
                (lower.kind, upper.kind) in _BELOW
                and _meet(catalog, lower, upper)
                and lower.amount > upper.amount
            ):
                rule = f"is above {upper.id}, which counts the same; read both again"
                got = f"{lower.amount} > {upper.amount}"
                yield Problem("data", f"intakes.{lower.id}", rule, got)


def _groups(catalog: Catalog) -> Iterator[Problem]:
    """An authority has one row of a kind for everybody; two would give one person two values."""
    for rows in _alike(catalog, *_SAME, "kind"):
        for one, other in itertools.combinations(rows, 2):
            if _meet(catalog, one, other):
                rule = f"is for people whom {other.id} is for too; ages end where others begin"
                yield Problem("data", f"intakes.{one.id}.population", rule, str(one.population))


def _alike(catalog: Catalog, *fields: str) -> Iterable[list[ReferenceIntake]]:
    """The reference intakes in groups that agree in these fields."""
    groups: dict[tuple[object, ...], list[ReferenceIntake]] = {}
    for row in catalog.intakes.values():
        groups.setdefault(tuple(getattr(row, field) for field in fields), []).append(row)
    return groups.values()


def _meet(catalog: Catalog, one: ReferenceIntake, other: ReferenceIntake) -> bool:
    """Whether both hold for somebody on some day, and for some form."""

    def days(row: ReferenceIntake) -> tuple[str, str]:
        return first_day(row.valid_from or "0001"), first_day(row.superseded_on or "9999")

    def forms(*ids: str) -> set[str]:
        return {id for one in ids for id in (one, *catalog.forms[one].members)}

    (began, ended), (other_began, other_ended) = days(one), days(other)
    mine, others = forms(*one.forms), forms(*other.forms)
    apart = bool(mine and others) and not mine & others
    apart = apart or (bool(mine) and mine <= forms(*other.except_forms))
    apart = apart or (bool(others) and others <= forms(*one.except_forms))
    return (
        not apart
        and _overlap(one.population, other.population)
        and began < other_ended
        and other_began < ended
    )


def _overlap(one: Population, other: Population) -> bool:
    def end(population: Population) -> int:
        return 10_000 if population.max_months is None else population.max_months

    return (
        (None in (one.sex, other.sex) or one.sex is other.sex)
        and (None in (one.stage, other.stage) or one.stage is other.stage)
        and (None in (one.given, other.given) or one.given == other.given)
        and max(one.min_months or 0, other.min_months or 0) < min(end(one), end(other))
    )
