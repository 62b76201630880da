# SPDX-License-Identifier: MIT
"""Tables and blocks of keys and values in pasted lists, as one line for each item."""

from __future__ import annotations

import csv
import itertools
import re

from .rows import RULE, is_marked, is_more

__all__ = ["are_heads", "cells_of", "keyed", "line_of", "separator_of", "united"]


def __dir__() -> list[str]:
    return __all__


_NAMING = frozenset(
    (
        "name names supplement supplements product products item items ingredient ingredients "
        "mineral minerals nutrient nutrients brand präparat präparate mineralstoff produkt produit "
        "producto prodotto suplemento complément integratore suplement preparat preparaat"
    ).split()
)
_UNITS = frozenset("mg mcg ug µg μg g iu ie ui".split())
_HEADS = (
    _NAMING
    | _UNITS
    | frozenset(
        (
            "amount amounts dose doses dosage dosages quantity quantities qty unit units form "
            "forms note notes time times timing frequency freq when menge mengen einheit einheiten "
            "quantité quantités unité unités dosis cantidad unidad unidades dosierung brand "
            "servings serving strength count comment comments remarks häufigkeit fréquence "
            "frecuencia frequenza dawka ilość hoeveelheid dávka"
        ).split()
    )
)
# Of no head alone: "Times per week", "Daily dose".
_HEADS_BESIDE = frozenset("a per of in the day daily week weekly d pro tag je by with size".split())
_WORD = re.compile(r"[^\W\d_]+")
_A_WEEK = re.compile(r"week", re.IGNORECASE)
_OFTEN = re.compile(
    r"\btimes?\s(?:per|a)\b|^freq|^servings?|^(?:per|a)\sday|^häufigkeit|^fréquence|^frecuencia|"
    r"^frequenza",
    re.IGNORECASE,
)
_MOST_TIMES = 12  # more are a pack
_A_DAY = re.compile(r"(?:\bper|\ba|/|\bpro)\s?(?:day|d|tag)\b|daily", re.IGNORECASE)
_KEYED = re.compile(
    r"^\s{0,12}(?:[-*]\s{1,4})?[\"']?([^\W\d][^:\"']{0,30})[\"']?\s{0,4}:(?:\s(.*))?$"
)
_BARE_NUMBER = re.compile(r"[0-9][0-9.,]{0,9}")
_MOST = 400


def is_head(cell: str) -> bool:
    """Whether a cell is the head of a column: "Dose (mg)", "mg_per_day", "Times per week"."""
    words = [word.casefold() for word in _WORD.findall(cell.replace("_", " "))]
    return (
        bool(words)
        and not any(char.isdigit() for char in cell)
        and _HEADS.issuperset(set(words) - _HEADS_BESIDE)
        and (not _HEADS_BESIDE.issuperset(words) or len(words) > 1)
    )


def are_heads(cells: list[str]) -> bool:
    """Whether cells are the heads of a table; one may be unknown where two are known."""
    named = [cell for cell in cells if cell]
    known = sum(map(is_head, named))
    return known == len(named) or (
        known > 1
        and not _NAMING.isdisjoint(named[0].casefold().split())
        and not any(char.isdigit() for cell in named for char in cell)
    )


def separator_of(rows: list[str]) -> str | None:
    """What parts the cells, where the rows are those of a table."""
    filled = [row for row in rows if row.strip()]
    if not filled:
        return None
    for separator in ("|", "\t", ";", ","):
        cells = [cell.strip() for cell in filled[0].strip().strip("|").split(separator)]
        if sum(map(bool, cells)) > 1 and are_heads(cells):
            return separator
    counts = {row.strip().strip("|").count("|") for row in filled if not RULE.match(row)}
    return "|" if len(filled) > 1 and counts and min(counts) > 0 else None


def cells_of(row: str, separator: str) -> list[str]:
    """The cells of a row of a table."""
    if separator in ",;":
        return [cell.strip() for cell in next(csv.reader([row], delimiter=separator))]
    return [cell.strip() for cell in row.strip().strip("|").split(separator)]


def _said(cell: str, head: str) -> str:
    """A cell with what its head says of a bare number: its unit, or how often."""
    if not _BARE_NUMBER.fullmatch(cell):
        return cell
    head = head.replace("_", " ")
    unit = next((word for word in _WORD.findall(head) if word.casefold() in _UNITS), "")
    if unit:
        often = " a week" if _A_WEEK.search(head) else " per day" if _A_DAY.search(head) else ""
        return f"{cell} {unit}{often}"
    if _OFTEN.search(head) and cell.isdigit() and int(cell) <= _MOST_TIMES:
        return f"{cell} times a {'week' if _A_WEEK.search(head) else 'day'}"
    return cell


def line_of(cells: list[str], heads: list[str]) -> str:
    """The cells of a row as one line; two numbers beside each other do not become one."""
    line = before = ""
    for cell, head in itertools.zip_longest(cells, heads[: len(cells)], fillvalue=""):
        said = _said(cell, head)
        if said:
            apart = _BARE_NUMBER.fullmatch(before) and said[:1].isdigit()
            line = f"{line}{', ' if apart else ' '}{said}" if line else said
            before = said
    return line


def _flushed(rows: list[str], cells: list[str], heads: list[str]) -> list[str]:
    """The rows of a block as one, where they are more than one."""
    if len(rows) < 2:
        return rows
    return [f"- {line_of(cells, heads)}" if is_marked(rows[0]) else line_of(cells, heads)]


def keyed(rows: list[str]) -> list[str]:
    """Rows, with blocks such as "Name: Zinc", "Dose: 15 mg" each put into one."""
    found: list[str] = []
    block: list[str] = []
    cells: list[str] = []
    heads: list[str] = []
    for row in rows:
        pair = _KEYED.match(row) if ":" in row else None
        head = pair[1].strip() if pair else ""
        names = not _NAMING.isdisjoint(head.casefold().replace("_", " ").split())
        if pair is None or not is_head(head) or names or not block:
            found += _flushed(block, cells, heads)
            block, cells, heads = [], [], []
        if pair and is_head(head) and (names or block):
            block.append(row)
            cells.append((pair[2] or "").strip("\"', "))
            heads.append(head)
        else:
            found.append(row)
    return found + _flushed(block, cells, heads)


def united(parts: list[str]) -> list[str]:
    """What semicolons part, with amounts and rhythms put to the name before them."""
    found: list[str] = []
    for part in parts:
        cell = part.strip()
        before = found[-1] if found else ""
        if before.strip() and len(before) < _MOST and cell and _is_cell(before, cell):
            found[-1] = f"{before.rstrip()} {cell}"
        else:
            found.append(part)
    return found


def _is_cell(before: str, cell: str) -> bool:
    """Whether a part is only a number, a unit, an amount or a rhythm of the one before."""
    if cell.casefold() in _UNITS:
        return before[-1:].isdigit()
    if _BARE_NUMBER.fullmatch(cell):
        return not any(char.isdigit() for char in before)
    return is_more(before, cell)
