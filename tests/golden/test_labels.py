# SPDX-License-Identifier: MIT
"""
Some 4,900 lines of labels, shops, pharmacies and people, in 35 languages.

``labels/lines.json`` holds what a careful reader extracts, written without looking at the code;
``labels/readings.txt`` what the library reads now. After a change that is meant, write that anew
with ``GOLDEN=write make unit ARGS=tests/golden`` and read the difference. Fields that the reader
called open (``open``) are not scored; that a doubt is voiced is.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import supplementdb as sdb

HERE = Path(__file__).parent / "labels"
LINES: list[dict[str, Any]] = json.loads((HERE / "lines.json").read_text(encoding="utf-8"))
WORDS = {"bisglycinate": "glycinate", "diglycinate": "glycinate", "ferrous ": "iron "}
WORDS |= {"ferric ": "iron ", "cupric ": "copper ", "l-": ""}
HYDRATES = re.compile(r"\b(?:anhydrous|(?:mono|di|tri|tetra|penta|hexa|hepta|deca)hydrate)\b")


def plain(name: str) -> str:
    """A name without what is written in several ways."""
    name = re.sub(r"\(.*?\)", "", name.lower())
    for word, other in WORDS.items():
        name = name.replace(word, other)
    return " ".join(sorted(re.findall("[a-z0-9]+", HYDRATES.sub("", name))))


def names(db: sdb.Catalog, id: str) -> set[str]:
    """All that a form, what it may mean, and what it may be meant by are called."""
    form = db.forms[id]
    near = [form, *(db.forms[member] for member in form.members), *db.forms.by(member=id)]
    return {
        plain(text) for one in near for text in (one.name, one.id, *(n.text for n in one.names))
    }


def same_forms(db: sdb.Catalog, wanted: list[str], found: tuple[str, ...]) -> bool:
    """Whether the forms of an item are those that are wanted, each once."""
    left = [names(db, id) for id in found]
    for name in {plain(name) for name in wanted}:
        match = next((known for known in left if name in known), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def scores(db: sdb.Catalog, line: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """What is scored of a line, and whether it is right."""
    read = sdb.read_label(line["text"])
    if line["kind"] == "negative":
        yield "negatives", not read.items
        return
    left = list(read.items)
    open_ = line.get("open", [])
    for item in line["items"]:
        same = [one for one in left if one.mineral == item["mineral"]]
        if "mineral" not in open_ or same:
            yield ("minerals" if line["lang"] == "en" else "minerals elsewhere"), bool(same)
        if not same:
            continue
        found = next((one for one in same if same_forms(db, item["forms"], one.forms)), same[0])
        left.remove(found)
        if "forms" not in open_:
            yield "forms", same_forms(db, item["forms"], found.forms)
        if not {"amount", "unit"} & {*open_}:
            ends = [
                None if item.get(end) is None else sdb.Amount(item[end], item["unit"])
                for end in ("amount", "amount_max")
            ]
            yield "amounts", ends == [found.amount, found.amount_max]
            if item.get("basis") and "elemental" not in open_:
                yield "basis", item["basis"] == found.basis.value
        if item.get("per_day"):
            yield (
                "rhythms",
                abs(found.per_day - Decimal(1) * _decimal(item["per_day"])) < Decimal("1e-6"),
            )
    if line.get("open"):
        yield "doubts", bool(read.doubts)


def _decimal(text: str) -> Decimal:
    part = Fraction(text)
    return Decimal(part.numerator) / Decimal(part.denominator)


@pytest.fixture(name="rates", scope="module")
def fixture_rates(db: sdb.Catalog) -> dict[str, tuple[int, int]]:
    """How many of each sort are right, of how many."""
    right: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for line in LINES:
        for what, is_right in scores(db, line):
            right[what] += is_right
            all_[what] += 1
    return {what: (right[what], many) for what, many in all_.items()}


@pytest.mark.parametrize(
    ("what", "percent"),
    [
        ("minerals", 97),
        ("minerals elsewhere", 90),
        ("amounts", 95),
        ("forms", 90),
        ("basis", 90),
        ("negatives", 97),
        ("doubts", 80),
        ("rhythms", 90),
    ],
)
def test_rates(rates: dict[str, tuple[int, int]], what: str, percent: int) -> None:
    """So many in a hundred are read as a careful reader reads them."""
    right, many = rates[what]

    assert 100 * right >= percent * many, f"{right} of {many}"


def reading(line: dict[str, Any]) -> str:
    """What the library reads of a line, on a line."""
    read = sdb.read_label(line["text"])
    items = "; ".join(
        f"{item} {item.basis.value}"
        + (f" to {item.amount_max}" if item.amount_max else "")
        + (f" of {item.compound_amount}" if item.compound_amount else "")
        + (f" x {item.per_day.normalize():f}" if item.per_day != 1 else "")
        + (f" {item.percent_dv}%" if item.percent_dv is not None else "")
        + "".join(f" [{doubt.value}]" for doubt in item.doubts)
        for item in read.items
    )
    return f"{line['id']} {items or '-'}"


def test_readings() -> None:
    """No reading changes unseen."""
    path = HERE / "readings.txt"
    text = "".join(f"{reading(line)}\n" for line in LINES)
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == text


def test_many() -> None:
    """There are many lines, of every sort, and none twice."""
    assert len(LINES) >= 3_000
    assert len({line["text"] for line in LINES}) == len(LINES)
    assert len({line["lang"] for line in LINES}) >= 30
