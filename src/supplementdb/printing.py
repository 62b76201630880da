# SPDX-License-Identifier: MIT
"""How the command prints: JSON, records, reports in colour."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from .errors import NotComputableError
from .finding import Level
from .model.form import Form
from .regimen import Item, Line

__all__ = [
    "as_dict",
    "computed",
    "print_field",
    "print_json",
    "print_line",
    "print_report",
    "watched",
]


def __dir__() -> list[str]:
    return __all__


_COLOURS = {
    Level.CRITICAL: "bold red",
    Level.SERIOUS: "red",
    Level.MODERATE: "yellow",
    Level.MINOR: "cyan",
    Level.NOTE: "dim",
}


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_report(text: str) -> None:
    """Print a report, its levels in colour where rich is installed and somebody is watching."""
    try:
        from rich.console import Console
        from rich.text import Text
    except ImportError:
        print(text)
        return
    rich = Text(text)
    for level, colour in _COLOURS.items():
        rich.highlight_words([f"[{level.value}]"], colour)
    Console(soft_wrap=True).print(rich)


def computed(form: Form) -> dict[str, Any]:
    """The figures that the library computes for a form, beside what is on record."""
    shares = {}
    for mineral in form.minerals:
        try:
            share = form.fraction(mineral)
        except NotComputableError as error:
            shares[mineral] = error.reason
            continue
        low, high = (f"{end:.4f}" for end in (share.low, share.high))
        shares[mineral] = low if low == high else f"{low} to {high}"
    mass = form.molar_mass
    return {"fraction": shares} | ({"molar_mass": f"{mass:f} g/mol"} if mass is not None else {})


def print_field(name: str, value: Any, depth: int) -> None:
    """Print a field of a record, and what is in it, indented."""
    indent = "  " * depth
    if isinstance(value, dict):
        print(f"{indent}{name}")
        for inner, member in value.items():
            print_field(inner, member, depth + 1)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        print(f"{indent}{name}")
        for member in value:
            print(f"{indent}  - {_one_line(member)}")
    else:
        text = ", ".join(map(str, value)) if isinstance(value, list) else value
        print(f"{indent}{name}: {text}")


def _one_line(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name} {_one_line(member)}" for name, member in value.items())
    if isinstance(value, list):
        return ", ".join(_one_line(member) for member in value)
    return str(value)


_MARKS = {"name": "^", "amount": "=", "percent": "%", "left": "?"}


def print_line(line: Line, text: str, parts: Iterable[tuple[int, int, str]]) -> None:
    """
    Print a line with its parts underlined, and a table of what it holds.

    Args:
        line: The line.
        text: Its text as it was read.
        parts: Where its parts are, and of what sort.
    """
    under = [" "] * len(text)
    for start, end, what in parts:
        under[start:end] = _MARKS[what] * (end - start)
    print(text.replace("\t", " ").replace("\n", " "))
    print("".join(under).rstrip())
    for item in line.items:
        print(f"  {_columns(item)}")
    if not line.items:
        doubts = f"  [{', '.join(doubt.value for doubt in line.doubts)}]" if line.doubts else ""
        print(f"  no mineral that is taken{doubts}")
    if line.inactive:
        print(f"  not taken for its mineral: {', '.join(line.inactive)}")
    if line.leftovers:
        print(f"  not understood: {', '.join(line.leftovers)}")


def _columns(item: Item) -> str:
    amount = "-" if item.amount is None else str(item.amount)
    if item.amount_max is not None:
        amount += f" to {item.amount_max}"
    basis = item.basis.value
    if item.compound_amount is not None:
        basis += f", of {item.compound_amount} compound"
    parts = [
        f"{item.mineral:<11}",
        f"{amount:<12}",
        f"{basis:<9}",
        ", ".join(item.forms) or "form not said",
    ]
    if item.percent_dv is not None:
        parts.append(f"{item.percent_dv:f} % DV")
    if item.per_day != 1:
        parts.append(f"{item.per_day.normalize():f} a day")
    if item.doubts:
        parts.append(f"[{', '.join(doubt.value for doubt in item.doubts)}]")
    return "  ".join(parts)


def as_dict(line: Line) -> dict[str, Any]:
    """A line as JSON can hold it; amounts and numbers are text, as in the data."""
    return {
        "text": line.text,
        "items": [
            {
                "mineral": item.mineral,
                "forms": list(item.forms),
                "amount": None if item.amount is None else item.amount.text,
                "amount_max": None if item.amount_max is None else item.amount_max.text,
                "basis": item.basis.value,
                "percent_dv": None if item.percent_dv is None else f"{item.percent_dv:f}",
                "compound_amount": (
                    None if item.compound_amount is None else item.compound_amount.text
                ),
                "per_day": f"{item.per_day:f}",
                "when": [slot.value for slot in item.when],
                "doubts": [doubt.value for doubt in item.doubts],
            }
            for item in line.items
        ],
        "leftovers": list(line.leftovers),
        "inactive": list(line.inactive),
        "doubts": [doubt.value for doubt in line.doubts],
    }


def watched(texts: list[str]) -> Iterable[str]:
    """The texts, with a bar of progress where they are many, rich is there and somebody watches."""
    if len(texts) < 100 or not sys.stderr.isatty():
        return texts
    try:
        from rich.console import Console
        from rich.progress import track
    except ImportError:
        return texts
    return track(texts, description="reading", console=Console(stderr=True))
