# SPDX-License-Identifier: MIT
"""
Tables of reference intakes, keyed in as they are printed, and the records they stand for.

A file holds tables. Each begins with fields, one a line, and goes on with rows::

    authority: NASEM
    nutrient: zinc
    edition: 2001
    valid_from: 2001
    source: nasem-2001-dri-iron
    locator: Appendix J, Table J-3
    read_in: https://...
    unit: mg
    scope UL: total
    ND: not determinable (ND)
    group            | EAR | RDA | AI | UL
    0..6 mo          |     |     | 2  | 4
    1-3 y            | 2.5 | 3   |    | 7
    pregnant 19-30 y | 9.5 | 11  |    | 40
    female 51+ y     | 6.8 | 8   |    | 40

A group is ``female``, ``male``, ``pregnant``, ``lactating``, ``other`` (neither of the last two),
``any`` (every stage) or nothing, and ages: ``1-3 y`` in completed years, ``0..6 mo`` to below,
``51+ y``, ``<4 y``, ``all``; a further condition follows in brackets.
An empty cell is no row. A field may be for one column (``scope UL``, ``unit Na``); a cell that is
no number is a word that a field explains.
A mark behind a number, as in ``1100 [a]``, is a note on that row, which a field ``a`` holds.
Where a column has rows for pregnancy or lactation, its rows without are for neither. A field
``gap`` is the wording of the rows for everybody whom the table leaves out.

``python tools/intakes.py FILE ...`` adds the records to the data, under the ids they had or new.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from supplementdb.amounts import Amount
from supplementdb.curation import fmt
from supplementdb.loading import bundle_directory
from supplementdb.model.intake import IntakeKind

_STAGES = ("pregnant", "lactating")
# From this age on a table with rows for pregnancy may hold others for those who are not.
_GROWN, _OLD = 108, 720
_GROUP = re.compile(
    r"(?:(?P<who>female|male|pregnant|lactating|other|any)\s+)?(?P<ages>[^(]+?)\s*(?:\((?P<given>.+)\))?"
)
_AGES = re.compile(r"(\d+)(?:(-|\.\.|\+)(\d*))? (mo|y)|<(\d+) (mo|y)|all")
_MARKED = re.compile(r"(.+) \[(\w+)\]")
# Kinds that stand for one another: a person has one of them.
FAMILIES = {"AI": "recommended", "EAR": "average", "AR": "average"}
FAMILIES |= dict.fromkeys(("RDA", "PRI", "RNI", "RDI"), "recommended")
_PREFIXES = {"FDA-DV": "fda", "EU-NRV": "eu", "MHLW-JP": "mhlw", "WHO-FAO": "who"}
_FIELDS = {"authority", "nutrient", "edition", "valid_from", "superseded_on", "source", "locator"}
_FIELDS |= {"read_in", "unit", "scope", "basis", "note", "per", "also", "forms", "except_forms"}


def read(text: str) -> Iterator[dict[str, Any]]:
    """
    Read keyed tables into records.

    Raises:
        ValueError: A line cannot be read; the message names it.
    """
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield from _table(lines)


def _table(lines: list[str]) -> Iterator[dict[str, Any]]:
    start = next((n for n, line in enumerate(lines) if line.startswith("group")), -1)
    if start < 0:
        raise ValueError(f"must have a line that begins with 'group': {lines[0]!r}")
    facts: dict[str, str] = {}
    for line in lines[:start]:
        name, colon, value = line.partition(": ")
        if not colon:
            raise ValueError(f"must be a field and its value: {line!r}")
        if name in facts:
            raise ValueError(f"is given twice: {line!r}")
        facts[name.strip()] = value.strip()
    columns = [cell.strip() for cell in lines[start].split("|")][1:]
    table: list[tuple[str, dict[str, Any], dict[str, str]]] = []
    for line in lines[start + 1 :]:
        group, *cells = (cell.strip() for cell in line.split("|"))
        if len(cells) != len(columns):
            raise ValueError(f"must have {len(columns)} cells: {line!r}")
        table.append((group, population(group), dict(zip(columns, cells, strict=True))))
    printed = {cell for _, _, cells in table for cell in cells.values()}
    marked = [mark for cell in printed if (mark := _MARKED.fullmatch(cell))]
    words = {*printed, "gap", *(mark[1] for mark in marked), *(mark[2] for mark in marked)}
    if len({*columns}) < len(columns) or not all(columns):
        raise ValueError(f"must have columns with names that differ: {lines[start]!r}")
    for name in (mark[2] for mark in marked):
        if name not in facts or name in _FIELDS:
            raise ValueError(f"must have a field, of a name of its own, for the mark {name!r}")
    for name in facts:
        field, _, column = name.partition(" ")
        if name not in words and (field not in _FIELDS or column not in ("", *columns)):
            raise ValueError(f"is no field, and no word or column of the table: {name!r}")
    made: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for column in columns:
        rows = [(group, people, cells[column]) for group, people, cells in table if cells[column]]
        numbers = any(_MARKED.sub(r"\1", cell) not in facts for _, _, cell in rows)
        staged = [people for _, people, _ in rows if people.get("stage") in _STAGES]
        # Rows for pregnancy at any age leave children's rows to those who are not.
        first = min([_GROWN, *(people.get("min_months", 0) for people in staged)])
        for group, people, cell in rows:
            mine = dict(people)
            grown = mine.get("max_months", first + 1) > first
            if staged and grown and "stage" not in mine and not group.startswith("any"):
                mine["stage"] = "none"
            record = _record(facts, column, mine, cell, numbers=numbers)
            made.setdefault(FAMILIES.get(column, column), []).append((column, record))
            yield record
    for family in made.values():
        records = [record for _, record in family]
        for people in holes([record["population"] for record in records]):
            same = [*_of_her_age(records, people)]
            yield from same
            if not same and "gap" in facts:
                numbers = any("amount" in record for record in records)
                yield _record(facts, family[0][0], people, "gap", numbers=numbers)


def _of_her_age(records: list[dict[str, Any]], hole: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """
    The limits of the age for those in pregnancy or lactation whom a table leaves out.

    Where the table sets none for all others of that stage, there is none for them either.
    """
    stage = hole.get("stage")
    if stage not in _STAGES or not IntakeKind(records[0]["kind"]).is_limit:
        return
    if not any("amount" in r for r in records if r["population"].get("stage") == stage):
        return
    for record in records:
        people = record["population"]
        ends = {_low(people), _low(hole), *filter(None, map(_high, (people, hole)))}
        low = max(_low(people), _low(hole))
        high = min(_high(people) or max(ends) + 1, _high(hole) or max(ends) + 1)
        if people.get("stage") == "none" and people.get("sex") != "male" and low < high:
            group = {**people, "sex": "female", "stage": stage, "min_months": low}
            group.pop("max_months", None)
            if high in ends:
                group["max_months"] = high
            yield _renamed(record, group) | {"note": _HER_AGE}


_HER_AGE = (
    "The table names no group for pregnancy and lactation at this age; it is that of her age."
)


def _low(people: dict[str, Any]) -> int:
    return int(people.get("min_months") or 0)


def _high(people: dict[str, Any]) -> int | None:
    return people.get("max_months")


def _renamed(record: dict[str, Any], people: dict[str, Any]) -> dict[str, Any]:
    was, now = (_slug(one).replace(" ", "-") for one in (record["population"], people))
    return record | {"population": people, "id": record["id"].replace(was, now)}


def population(group: str) -> dict[str, Any]:
    """Read a group as the fields of a `Population`."""
    read_group = _GROUP.fullmatch(group)
    ages = read_group and _AGES.fullmatch(read_group["ages"])
    if not read_group or not ages:
        raise ValueError(f"must be a group such as 'female 19-30 y': {group!r}")
    found: dict[str, Any] = {}
    who = read_group["who"]
    if who in _STAGES:
        found = {"sex": "female", "stage": who}
    elif who in ("female", "male"):
        found = {"sex": who}
    elif who == "other":
        found = {"stage": "none"}
    low, between, high, unit, below, below_unit = ages.groups()
    if below:
        found |= {"min_months": 0, "max_months": int(below) * (12 if below_unit == "y" else 1)}
    elif low:
        times = 12 if unit == "y" else 1
        found["min_months"] = int(low) * times
        if between == "..":
            found["max_months"] = int(high) * times
        elif between != "+":
            found["max_months"] = (int(high or low) + 1) * times
        if found.get("max_months", found["min_months"] + 1) <= found["min_months"]:
            raise ValueError(f"must be a group whose ages run upward: {group!r}")
    if read_group["given"]:
        found["given"] = read_group["given"]
    return found


def holes(populations: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Whom populations leave out, as populations; pregnancy is from 9 to below 60 years."""
    ends = {_GROWN, _OLD, *(people.get("min_months") or 0 for people in populations)}
    ends |= {people["max_months"] for people in populations if people.get("max_months")}
    ages = [*sorted(ends | {0}), None]
    open_: dict[str, dict[str, Any]] = {}
    for low, high in itertools.pairwise(ages):
        assert low is not None
        found = _left_out([p for p in populations if _includes(p, low)], low)
        for name in [name for name in open_ if name not in found]:
            yield open_.pop(name)
        for name, people in found.items():
            here = open_.setdefault(name, people | {"min_months": low})
            here.pop("max_months", None)
            if high is not None and not (high == _OLD and people.get("stage") in _STAGES):
                here["max_months"] = high
    yield from open_.values()


def _includes(people: dict[str, Any], months: int) -> bool:
    high = people.get("max_months")
    return (people.get("min_months") or 0) <= months and (high is None or months < high)


def _left_out(here: list[dict[str, Any]], months: int) -> dict[str, dict[str, Any]]:
    grown = _GROWN <= months < _OLD
    each = [("female", "none"), ("male", "none")]
    each += [("female", stage) for stage in _STAGES if grown]
    missing = [
        (sex, stage)
        for sex, stage in each
        if not any(p.get("sex") in (None, sex) and p.get("stage") in (None, stage) for p in here)
    ]
    if missing == each and not any(p.get("stage") in _STAGES for p in here):
        return {"all": {}}
    found = {f"{sex} {stage}": {"sex": sex, "stage": stage} for sex, stage in missing}
    if missing[:2] == each[:2]:
        del found["female none"], found["male none"]
        found["none"] = {"stage": "none"}
    return found


def _record(
    facts: dict[str, str], column: str, people: dict[str, Any], cell: str, *, numbers: bool
) -> dict[str, Any]:
    def fact(name: str) -> str | None:
        return facts.get(f"{name} {column}", facts.get(name))

    kind = column.split(maxsplit=1)[0]
    authority, nutrient = facts["authority"], facts["nutrient"]
    prefix = _PREFIXES.get(authority, authority.lower())
    words = [prefix, nutrient, column, _slug(people), people.get("given", "")]
    for name in ("forms", "except_forms"):
        words += (fact(name) or "").split()
    if fact("superseded_on"):
        words.append(f"until {fact('superseded_on')}")
    id = " ".join(words).lower()
    record: dict[str, Any] = {
        "id": re.sub(r"[^a-z0-9]+", "-", id).strip("-"),
        "authority": authority,
        "nutrient": nutrient,
        "kind": kind,
    }
    marked = _MARKED.fullmatch(cell)
    notes = [fact("note")]
    if marked:
        cell = marked[1]
        notes.append(facts[marked[2]])
    number = re.fullmatch(r"(\d+|\d*\.\d+)( \S+)?", cell)
    if number:
        text = cell if number[2] else f"{cell} {fact('unit')}"
        value, _, written = text.partition(" ")
        # A table prints 2.0 above 1.5; an amount of a record has one spelling.
        value = re.sub(r"(\.\d*?)0+$", r"\1", value).rstrip(".")
        record["amount"] = f"{value} {re.sub('[µμ]g|mcg', 'ug', written)}"
        Amount.parse(record["amount"])
    elif cell in facts:
        record["unset"] = facts[cell]
    else:
        raise ValueError(f"{column}, {people}: {cell!r} is no number, and no field explains it")
    record["population"] = people
    record["scope"] = fact("scope") or ("label" if kind in ("DV", "NRV") else "total")
    for name in ("forms", "except_forms"):
        if ids := fact(name):
            record[name] = ids.split()
    for name in ("per", "basis", "edition", "valid_from", "superseded_on", "note"):
        said = " ".join(filter(None, notes)) if name == "note" else fact(name)
        # A note is on numbers, where there are any; so is the effect that a limit rests on.
        if said and not ("unset" in record and (name == "basis" or (name == "note" and numbers))):
            record[name] = said
    place = {name: fact(name) for name in ("source", "locator", "read_in")}
    record["sources"] = [{name: value for name, value in place.items() if value}]
    record["sources"] += [{"source": id} for id in (fact("also") or "").split()]
    return record


def _slug(people: dict[str, Any]) -> str:
    """Name a group in an id: ``female 19-30y``, ``6-11mo``, ``51y plus``, ``14-18y pregnant``."""
    low, high, stage = people.get("min_months", 0), people.get("max_months"), people.get("stage")
    times, unit = (1, "mo") if low % 12 or (high or 0) % 12 or high == 12 else (12, "y")
    if high is None:
        ages = f"{low // times}{unit} plus" if low else "all"
    elif low:
        ages = f"{low // times}-{high // times - 1}{unit}"
    else:
        ages = f"under {high // times}{unit}"
    if stage in _STAGES:
        return f"{ages} {stage}"
    return f"{people['sex']} {ages}" if "sex" in people else ages


def _key(record: dict[str, Any]) -> str:
    """What tells one row from another, whatever its id."""
    people = {name: value for name, value in record["population"].items() if value or value == 0}
    people.setdefault("min_months", 0)
    names = ("authority", "nutrient", "kind", "scope", "superseded_on", "forms", "except_forms")
    return json.dumps([[record.get(name) for name in names], people], sort_keys=True)


def add(path: Path, directory: Path) -> int:
    """Add the records of a keyed file to the data and return how many they are."""
    made = list(read(path.read_text(encoding="utf-8")))
    for nutrient in {record["nutrient"] for record in made}:
        home = directory / "minerals" / f"{nutrient}.json"
        content = json.loads(home.read_text(encoding="utf-8"))
        rows = {_key(row): row for row in content.get("intakes", [])}
        for record in made:
            if record["nutrient"] == nutrient:
                known = rows.get(_key(record), record)
                rows[_key(record)] = record | {"id": known["id"]}
        content["intakes"] = list(rows.values())
        home.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return len(made)


def main() -> None:
    """Add the files named on the command line."""
    directory = bundle_directory()
    for name in sys.argv[1:]:
        print(f"{name}: {add(Path(name), directory)} rows")
    fmt(directory)


if __name__ == "__main__":
    main()
