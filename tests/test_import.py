# SPDX-License-Identifier: MIT
"""Importing does no work."""

import os
import subprocess
import sys

import pytest

HEAVY = ("attrs", "attr", "cattrs", "json", "decimal", "typing", "re", "importlib_resources")


def run(code: str, **environment: str) -> str:
    """Run code in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
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

    assert run(code) == "False False"


def test_one_mineral_reads_no_other() -> None:
    """A mineral and its forms are in one file; the others stay closed."""
    code = (
        "import supplementdb.loading as l; seen = []; read = l.bundle_text; "
        "l.bundle_text = lambda name: (seen.append(name), read(name))[1]; "
        "db = l.load(); db.minerals['zinc']; db.forms['zinc-oxide'].elemental; print(*seen)"
    )

    assert run(code) == "edition.json ids.json minerals/zinc.json"


def test_same_answer_in_every_process() -> None:
    """The order of sets, which differs between processes, shows in no answer."""
    code = (
        "import supplementdb as sdb; "
        "person = sdb.Person(medications=('acid', 'PPI', 'levo'), conditions=('hart block',)); "
        "print(sdb.screen(['magnesim malate 5 mg', 'x', 'Mag oxide 5 g'], person).to_dict())"
    )

    assert 1 == len({run(code, PYTHONHASHSEED=str(seed)) for seed in range(3)})
