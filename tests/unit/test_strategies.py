# SPDX-License-Identifier: MIT
from hypothesis import given, strategies as st

import supplementdb as sdb
from supplementdb import strategies
from supplementdb._hypothesis import register

register()


@given(st.from_type(sdb.Amount), st.from_type(sdb.AmountRange), st.from_type(sdb.Person))
def test_by_type(amount: sdb.Amount, span: sdb.AmountRange, person: sdb.Person) -> None:
    """Hypothesis knows the types by themselves."""
    assert amount.value >= 0
    assert span.low <= span.high
    assert person.age_months is None or person.age_months >= 0


@given(st.data())
def test_bounds(data: st.DataObject) -> None:
    """Bounds and units hold."""
    amount = data.draw(strategies.amounts(2, 3, units=("mcg",)))

    assert 2 <= amount.value <= 3
    assert "ug" == amount.unit


@given(strategies.bundled("forms"))
def test_bundled(form: sdb.Form) -> None:
    """Bundled records are drawn by section."""
    assert isinstance(form, sdb.Form)


@given(strategies.catalogs())
def test_catalogs(db: sdb.Catalog) -> None:
    """Drawn catalogs keep the rules that every catalog keeps."""
    from supplementdb.integrity import integrity_problems

    assert integrity_problems(db, "drawn") == []
