# SPDX-License-Identifier: MIT
import itertools
import json
from decimal import Decimal

import pytest

import supplementdb as sdb
from supplementdb.finding import NOT_ASSESSED, Level, level_of
from supplementdb.report import Completeness, Contribution


class TestLevel:
    def test_order(self) -> None:
        """Levels are ordered by gravity, not by the alphabet, and against their words too."""
        assert [*Level] == sorted(Level, key=lambda level: level.rank)
        assert Level.NOTE < Level.CRITICAL
        assert Level.CRITICAL >= Level.SERIOUS > "moderate"
        assert Level.NOTE <= "note"
        assert "serious" == Level.SERIOUS.value
        assert Level.CRITICAL is max(Level)

    def test_no_order(self) -> None:
        """Against anything else a level has no order."""
        with pytest.raises(TypeError, match="no order"):
            _ = Level.NOTE < 5

    def test_total(self) -> None:
        """Every combination of axes has a level."""
        levels = {
            level_of(*axes)
            for axes in itertools.product(sdb.Severity, sdb.Likelihood, sdb.Evidence)
        }

        assert set(Level) == levels

    def test_table(self) -> None:
        """Severity sets the level; what is unlikely or weakly founded lowers it by one each."""
        severe = sdb.Severity.SERIOUS
        likely, unlikely = sdb.Likelihood.LIKELY, sdb.Likelihood.UNLIKELY
        trial, weak = sdb.Evidence.TRIAL, sdb.Evidence.MECHANISTIC

        assert Level.SERIOUS is level_of(severe, likely, trial)
        assert Level.MODERATE is level_of(severe, unlikely, trial)
        assert Level.MODERATE is level_of(severe, likely, weak)
        assert Level.MODERATE is level_of(severe, likely, sdb.Evidence.CASE_REPORT)
        assert Level.MINOR is level_of(severe, unlikely, weak)
        assert Level.NOTE is level_of(sdb.Severity.MINOR, unlikely, weak)


def finding(code: str = "app/mine", **more: object) -> sdb.Finding:
    """A finding of an application."""
    return sdb.Finding(code=code, level=Level.MINOR, **more)  # type: ignore[arg-type]  # by name


class TestFinding:
    def test_codes(self) -> None:
        """Codes are the library's own, or an application's under app/."""
        assert "app/mine" == finding().code
        assert NOT_ASSESSED < sdb.CODES
        for code in ("mine", "dose.mine", None):
            with pytest.raises(sdb.InputError, match="app/"):
                finding(code)  # type: ignore[arg-type]  # wrong on purpose

    def test_levels(self) -> None:
        """A level is one of the words."""
        with pytest.raises(sdb.InputError, match="^level: must be one of note"):
            sdb.Finding(code="app/mine", level="bad")

    def test_own_message(self) -> None:
        """An application's finding brings its own sentence."""
        assert "Do it." == finding(values={"message": "Do it."}).message
        assert "[minor] app/mine" == str(finding())
        assert "<Finding app/mine minor: a, b>" == repr(finding(subjects=("a", "b")))

    def test_frozen(self) -> None:
        """A finding's facts cannot be changed, and it can be put into a set."""
        made = finding(values={"a": 1})

        with pytest.raises(TypeError):
            made.values["a"] = 2  # type: ignore[index]  # wrong on purpose
        assert 1 == len({made, finding(values={"a": 1})})

    def test_to_dict(self) -> None:
        """Facts of any sort become JSON."""
        made = finding(
            action=sdb.Action.SEPARATE,
            separation=sdb.Separation(object_before_hours=Decimal("0.5"), source="s"),
            values={
                "amount": sdb.Amount(5, "ug"),
                "range": sdb.AmountRange(sdb.Amount(1, "mg"), sdb.Amount(2, "mg")),
                "word": Level.NOTE,
                "list": [("x", Decimal("0.1"))],
                "map": {"none": None, "yes": True},
            },
        )

        found = json.loads(json.dumps(made.to_dict()))
        assert {
            "amount": "5 ug",
            "range": {"low": "1 mg", "high": "2 mg"},
            "word": "note",
            "list": [["x", "0.1"]],
            "map": {"none": None, "yes": True},
        } == found["values"]
        assert "0.5" == found["separation"]["object_before_hours"]
        assert "separate" == found["action"]


def total() -> sdb.Total:
    """A total of one line."""
    amount = sdb.AmountRange.exact(sdb.Amount(5, "mg"))
    part = Contribution(text="line", amount=amount)
    return sdb.Total(supplemental=amount, all_sources=amount, contributions=(part,), is_floor=False)


def report(*findings: sdb.Finding, **totals: sdb.Total) -> sdb.Report:
    """A report of these findings."""
    return sdb.Report(findings=findings, totals=totals, edition="1", authority="NASEM")


UNKNOWN = sdb.Finding(
    code="name.unknown",
    level=Level.NOTE,
    values={"text": "x", "what": "line", "candidates": []},
    inputs=("x",),
)


class TestReport:
    def test_no_truth_value(self) -> None:
        """A report is neither true nor false: nothing is ever called safe."""
        with pytest.raises(sdb.InputError, match="no truth value"):
            bool(report())

    def test_verdicts_apart(self) -> None:
        """The worst finding and the completeness never hide each other."""
        grave = report(finding(), UNKNOWN, magnesium=total())

        assert Level.MINOR is grave.worst
        assert Completeness.PARTIAL is grave.completeness
        assert (UNKNOWN,) == grave.not_assessed

    def test_nothing(self) -> None:
        """Where nothing was assessed nothing was found, and both are said."""
        empty = report(UNKNOWN)

        assert empty.worst is None
        assert Completeness.NONE is empty.completeness
        assert "none that could be counted" in str(empty)
        assert "Worst: none found" in str(empty)

    def test_complete(self) -> None:
        """Where all was assessed the report is complete."""
        whole = report(magnesium=total())

        assert Completeness.COMPLETE is whole.completeness
        assert "<Report: 0 findings, worst none, completeness complete, 0 not assessed>" == repr(
            whole
        )
        assert "worst minor" in repr(report(finding()))

    def test_to_dict(self) -> None:
        """A report is JSON with its findings and what was not assessed apart."""
        found = json.loads(json.dumps(report(finding(), UNKNOWN, magnesium=total()).to_dict()))

        assert ["app/mine"] == [f["code"] for f in found["findings"]]
        assert ["name.unknown"] == [f["code"] for f in found["not_assessed"]]
        assert {"low": "5 mg", "high": "5 mg"} == found["totals"]["magnesium"]["supplemental"]
        assert ("minor", "partial") == (found["worst"], found["completeness"])
        assert report().to_dict()["worst"] is None

    def test_text(self) -> None:
        """A report prints totals, findings, what was not assessed, and no promise."""
        text = str(report(finding(), UNKNOWN, magnesium=total(), calcium=total()))

        assert "magnesium: 5 mg from 1 line" in text
        assert "[minor] app/mine" in text
        assert "Not assessed" in text
        assert text.endswith("No finding is no statement of safety.")
