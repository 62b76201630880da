# SPDX-License-Identifier: MIT
"""
Whole reports of the sample regimens, as text and as JSON.

After a change that is meant, write them anew with ``GOLDEN=write make unit ARGS=tests/golden`` and
read the difference as a user would: each changed sentence is a changed answer.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

import supplementdb as sdb

ROOT = Path(__file__).parents[2]
REPORTS = Path(__file__).with_name("reports")
CASES = sorted((ROOT / "examples").glob("*.json"))


def screened(path: Path) -> sdb.Report:
    """The report of a case."""
    case: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return sdb.screen(
        case["lines"],
        sdb.Person(**case.get("person", {})),
        sdb.Policy(authority=case.get("authority", "NASEM")),
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", ["txt", "json"])
def test_report(path: Path, kind: str) -> None:
    """A report reads as it was signed off."""
    report = screened(path)
    text = (
        str(report) if kind == "txt" else json.dumps(report.to_dict(), indent=1, ensure_ascii=False)
    )
    golden = REPORTS / f"{path.stem}.{kind}"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(f"{text}\n", encoding="utf-8")

    assert golden.read_text(encoding="utf-8") == f"{text}\n"


def test_every_golden_has_a_case() -> None:
    """No report is kept of a case that is gone."""
    assert {path.stem for path in CASES} == {path.stem for path in REPORTS.iterdir()}
