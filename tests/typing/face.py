# SPDX-License-Identifier: MIT
"""Promises to type checkers: this file is checked, never run."""

from decimal import Decimal
from typing import assert_type

import supplementdb as sdb

db = sdb.load()
assert_type(db, sdb.Catalog)
assert_type(db.minerals["magnesium"], sdb.Mineral)
assert_type(db.forms.get("magnesium-oxide"), sdb.Form | None)
assert_type(db.forms.by(minerals="magnesium"), tuple[sdb.Form, ...])
assert_type(db.overlay(sdb.read("clinic.json")), sdb.Catalog)

amount = sdb.Amount("400", "mg")
assert_type(amount.value, Decimal)
assert_type(amount.to("ug"), sdb.Amount)
assert_type(amount / amount, Decimal)
assert_type(amount / 2, sdb.Amount)
assert_type(db.forms["magnesium-oxide"].elemental(amount, mineral="magnesium"), sdb.AmountRange)

person = sdb.Person(
    age_years=34, sex="female", stage="pregnant", conditions=("a",), medications=["b"]
)
assert_type(person.age_months, int | None)
report = sdb.screen(["Magnesium 400 mg"], person, policy=sdb.Policy(authority="efsa"))
assert_type(report, sdb.Report)
assert_type(report.findings, tuple[sdb.Finding, ...])
assert_type(report.worst, sdb.Level | None)
assert_type(report.totals["magnesium"].supplemental, sdb.AmountRange)
assert_type(report.findings[0].separation, sdb.Separation | None)

line = sdb.read_label("Magnesium 200 mg")
assert_type(line.items[0].amount, sdb.Amount | None)
assert_type(sdb.resolve("mag"), sdb.Resolution)
assert_type(
    sdb.reference_intakes("magnesium", person, authority="NASEM"), tuple[sdb.ReferenceIntake, ...]
)
