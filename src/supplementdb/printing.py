# SPDX-License-Identifier: MIT
"""How the command prints: JSON, records, reports in colour."""

from __future__ import annotations

import json
from typing import Any

from .finding import Level

__all__ = ["print_field", "print_json", "print_report"]


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
