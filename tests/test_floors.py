# SPDX-License-Identifier: MIT
"""The floors of the house: a room imports only from rooms below it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "supplementdb"

# Low to high: a room may import from any room before it.
FLOORS = (
    "_version errors spelling prefixes ids amounts chemistry model integrity catalog regimen "
    "wording finding report codec trusted names checks loading evidence measurements "
    "absorption reading screening comparison daily_values timeline search placing schedule "
    "curation strategies inputs printing cli _hypothesis __main__ __init__"
).split()
THIRD_PARTY = {
    "attrs": set(FLOORS),
    "cattrs": {"codec"},
    "importlib_resources": {"loading"},
    "hypothesis": {"strategies", "_hypothesis"},
    "rich": {"printing"},
}
MODULES = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Every import of a module: number of dots and name, those for type checkers left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in guarded:
            continue
        if isinstance(node, ast.ImportFrom):
            names = [node.module] if node.module else [alias.name for alias in node.names]
            yield from ((node.level, name) for name in names)
        elif isinstance(node, ast.Import):
            yield from ((0, alias.name) for alias in node.names)


@pytest.mark.parametrize("name", MODULES)
def test_downward(name: str) -> None:
    """A room imports only what stands on a lower floor, or its own neighbours inside a room."""
    parts = name.removesuffix(".py").split("/")
    room = parts[0]
    assert room in FLOORS, f"{room} has no floor: add it to FLOORS"
    for dots, target in imports(SOURCE / name):
        if not dots:
            continue
        base = parts[:-dots]
        wanted = [*base, *target.split(".")][0]
        assert wanted == room or FLOORS.index(wanted) < FLOORS.index(room), (
            f"{name} imports {wanted}, which is above it"
        )


@pytest.mark.parametrize("name", MODULES)
def test_third_party(name: str) -> None:
    """A third-party package is imported only where the design allows it."""
    room = name.removesuffix(".py").split("/")[0]
    for dots, target in imports(SOURCE / name):
        package = target.split(".")[0]
        if not dots and package in THIRD_PARTY:
            assert room in THIRD_PARTY[package], f"{name} imports {package}"


def test_resources_only() -> None:
    """Nothing asks where its file lies: the library works from a zip and frozen."""
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "__file__" not in text, path
        assert "importlib.metadata" not in text, path


@pytest.mark.parametrize("name", MODULES)
def test_short(name: str) -> None:
    """A module has one idea and fewer than 400 lines."""
    assert len((SOURCE / name).read_text(encoding="utf-8").splitlines()) < 400
