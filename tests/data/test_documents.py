# SPDX-License-Identifier: MIT
"""What the documents say against what the code does."""

import itertools
import json
from pathlib import Path

import pytest

import supplementdb as sdb
from supplementdb.model.claim import Agreement

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "rules.md").read_text(encoding="utf-8")
WEAK = {sdb.Evidence.MECHANISTIC, sdb.Evidence.CASE_REPORT}
ROWS = {
    (severity, evidence.startswith("mechanism")): (often, unlikely)
    for severity, evidence, often, unlikely in (
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in TEXT.splitlines()
        if line.startswith("|") and line.count("|") == 5
    )
    if severity in [*sdb.Severity]
}


@pytest.mark.parametrize(
    ("severity", "likelihood", "evidence"),
    [*itertools.product(sdb.Severity, sdb.Likelihood, sdb.Evidence)],
)
def test_levels(severity: sdb.Severity, likelihood: sdb.Likelihood, evidence: sdb.Evidence) -> None:
    """The table of levels is the level function."""
    often, unlikely = ROWS[severity.value, evidence in WEAK]
    printed = unlikely if likelihood is sdb.Likelihood.UNLIKELY else often

    assert printed == sdb.level_of(severity, likelihood, evidence)


def test_example() -> None:
    """The record that the page shows is one that the library reads and can lay over its own."""
    given = json.loads(TEXT.split("```json")[1].split("```")[0])
    known = sdb.load().interactions["zinc-penicillamine"].sources[0].source
    given["sources"][0]["source"] = given["separations"][0]["source"] = known
    mine = sdb.load().overlay(sdb.read({"interactions": [given]}), on_conflict="replace")

    assert given["summary"] == mine.interactions["zinc-penicillamine"].summary


def test_verdicts() -> None:
    """The table of verdicts is the rule, and every agreement has its row."""
    lines = (DOCS / "evidence.md").read_text(encoding="utf-8").splitlines()
    table = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in lines
        if line.startswith("|") and line.count("|") == 7
    ]
    head, _, *rows = table
    printed = {
        (agreement, None if certainty == "none" else certainty): verdict
        for agreement, *verdicts in rows
        for certainty, verdict in zip(head[1:], verdicts, strict=True)
        if verdict
    }

    assert [*Agreement] == [row[0] for row in rows]
    assert {*sdb.Certainty, None} == {certainty for _, certainty in printed}
    for (agreement, certainty), verdict in printed.items():
        assert verdict == sdb.verdict_of(agreement, certainty)
