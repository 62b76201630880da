# SPDX-License-Identifier: MIT
"""
Whole reports, signed off by reading: the sample regimens as text and JSON, the corpus as text.

After a change that is meant, write them anew with ``GOLDEN=write make unit ARGS=tests/golden`` and
read the difference as a user would: each changed sentence is a changed answer.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

import supplementdb as sdb

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXAMPLES = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "examples").glob("*.json"))
}
CORPUS = {
    case["id"]: case for case in json.loads((HERE / "cases.json").read_text(encoding="utf-8"))
}
WANTED = {f"reports/{id}.{kind}" for id in EXAMPLES for kind in ("txt", "json")} | {
    f"corpus/{id}.txt" for id in CORPUS
}


def screened(case: dict[str, Any]) -> sdb.Report:
    """The report of a case."""
    return sdb.screen(
        case["lines"],
        sdb.Person(**case.get("person", {})),
        sdb.Policy(
            authority=case.get("authority", "NASEM"),
            strictest=case.get("strictest", False),
            min_level=case.get("min_level", "note"),
        ),
    )


@pytest.mark.parametrize("name", sorted(WANTED))
def test_report(name: str) -> None:
    """A report reads as it was signed off."""
    path = HERE / name
    report = screened((EXAMPLES | CORPUS)[path.stem])
    is_text = path.suffix == ".txt"
    text = str(report) if is_text else json.dumps(report.to_dict(), indent=1, ensure_ascii=False)
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{text}\n", encoding="utf-8")

    assert path.read_text(encoding="utf-8") == f"{text}\n"


def test_every_golden_has_a_case() -> None:
    """No report is kept of a case that is gone; there are sixty."""
    kept = {
        path.relative_to(HERE).as_posix()
        for folder in ("reports", "corpus")
        for path in (HERE / folder).iterdir()
    }

    assert kept == WANTED
    assert 60 <= len(EXAMPLES | CORPUS)
