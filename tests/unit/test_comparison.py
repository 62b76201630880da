# SPDX-License-Identifier: MIT
"""The comparison of a mineral's forms."""

import json

import pytest

import supplementdb as sdb
from made import CITED, catalog, form

ASSAY = {"mineral": "magnesium", "low": "0.1", "high": "0.2", "basis": "trade", "sources": CITED}
MEMBERS = {"low": "0.603041", "high": "0.603042", "basis": "members", "sources": []}
LISTED = {"jurisdiction": "EU", "act": "Act", "status": "permitted", "sources": CITED}
REMARK = {"text": "Hardly soluble.", "sources": CITED}


@pytest.fixture
def table() -> sdb.Comparison:
    """An oxide with all that can be known, a chelate with an assay, a form without a share."""
    forms = [
        form("magnesium-chelate", assays=[ASSAY]),
        form("magnesium-mystery", formula="MgO", note="Nobody measured it."),
        form("magnesium-oxide", listings=[LISTED], solubility=REMARK),
        form(
            "magnesium-oxides",
            kind="unspecified",
            members=["magnesium-oxide", "magnesium-pure"],
            assays=[ASSAY | MEMBERS],
            listings=[LISTED],
        ),
        form("magnesium-pure"),
    ]
    return sdb.compare_forms("magnesium", catalog(forms=forms))


ORDER = ["magnesium-oxides", "magnesium-oxide", "magnesium-pure", "magnesium-chelate"]


def test_rows(table: sdb.Comparison) -> None:
    """Forms stand richest first, and those without a share last."""
    assert [*ORDER, "magnesium-mystery"] == [r.form for r in table]
    assert table[3:] == (table[3], table[4])
    assert table[4].share is None
    assert "<Comparison magnesium: 5 forms>" == repr(table)


def test_text(table: sdb.Comparison) -> None:
    """The table says percent, where it is permitted and as what, and what else is on record."""
    assert str(table).splitlines() == [
        "form                % magnesium  permitted in",
        "magnesium oxides           60.3  EU",
        "magnesium oxide            60.3  EU",
        "    solubility: Hardly soluble.",
        "magnesium pure             60.3  EU as magnesium-oxides",
        "magnesium chelate  10.0 to 20.0  none on record",
        "magnesium mystery             ?  none on record",
    ]


def test_json(table: sdb.Comparison) -> None:
    """Shares are text, and what is not on record is null."""
    _, first, second, *_, last = json.loads(json.dumps(table.to_dict()))["forms"]

    assert {"low": "0.603041881699", "high": "0.603041881699", "computed": True} == first["share"]
    assert {"text": "Hardly soluble.", "sources": ["source-a"]} == first["solubility"]
    assert ["EU"] == first["jurisdictions"]
    assert [{"jurisdiction": "EU", "form": "magnesium-oxides"}] == second["listed_as"]
    assert [] == first["listed_as"] == second["jurisdictions"]
    assert last["share"] is last["absorption"] is None


def test_nothing() -> None:
    """A mineral without forms has an empty table; an unknown one is an error."""
    empty = sdb.compare_forms("magnesium", catalog(forms=[]))

    assert 0 == len(empty)
    assert "form   % magnesium  permitted in" == str(empty)
    with pytest.raises(sdb.UnknownIdError):
        sdb.compare_forms("unobtainium")
