# SPDX-License-Identifier: MIT
"""Importing does no work."""

import subprocess
import sys

import pytest

HEAVY = ("attrs", "attr", "cattrs", "json", "decimal", "typing", "re", "importlib_resources")


def run(code: str) -> str:
    """Run code in a fresh interpreter, without what site-packages load at start-up."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_import_loads_nothing() -> None:
    """``import supplementdb`` loads neither attrs nor cattrs nor json, and none of our rooms."""
    code = (
        "import sys; before = set(sys.modules); import supplementdb; "
        "print(*sorted(set(sys.modules) - before))"
    )
    loaded = run(code).split()

    assert [name for name in loaded if name.split(".")[0] in HEAVY] == []
    assert [name for name in loaded if name.startswith("supplementdb")] == ["supplementdb"]


@pytest.mark.parametrize("name", ["cattrs", "importlib_resources", "json"])
def test_amounts_are_light(name: str) -> None:
    """An amount needs neither converter nor files."""
    assert run(
        f"import sys, supplementdb; supplementdb.Amount; print({name!r} in sys.modules)"
    ) == ("False")


def test_one_mineral_reads_one_file() -> None:
    """A look-up of a mineral does not load rooms it does not need."""
    code = (
        "import sys, supplementdb as sdb; sdb.load().minerals['magnesium']; "
        "print('supplementdb.model.interaction' in sys.modules, 'cattrs' in sys.modules)"
    )

    assert run(code) == "False True"
