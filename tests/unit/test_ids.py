# SPDX-License-Identifier: MIT
import pytest

from supplementdb.ids import is_curie, is_date, is_id


@pytest.mark.parametrize("text", ["zinc", "magnesium-oxide", "b12", "a-1-b"])
def test_ids(text: str) -> None:
    """Lower-case letters and digits in groups joined by hyphens are an id."""
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "Zinc", "a--b", "-a", "a-", "a b", "a_b", "\u00e9", "\u0661", "a" * 121]
)
def test_no_ids(text: str) -> None:
    """Everything else is none."""
    assert not is_id(text)


@pytest.mark.parametrize("text", ["2009", "2009-11", "2009-11-30", "1899-01-01"])
def test_dates(text: str) -> None:
    """A year, a month and a day are dates."""
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    ["09", "2009-13", "2009-11-32", "2015-02-29", "0000", "2009-1-1", "30.11.2009", "2109", ""],
)
def test_no_dates(text: str) -> None:
    """Other shapes are none."""
    assert not is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "cas:7732-18-5",
        "pubchem.compound:962",
        "unii:059QF0KO0R",
        "chebi:15377",
        "hgnc:5",
        "icd10:N18.4",
    ]
    + ["inchikey:XLYOFNOQVPJJNP-UHFFFAOYSA-N", "uniprot:P04217", "loinc:2601-3", "eu-e:E504i"]
    + ["atc:H03AA01", "atc:A02", "mondo:0005300", "hp:0002917", "mesh:D008275", "rxcui:10582"],
)
def test_curies(text: str) -> None:
    """Identifiers of the known registries are recognised."""
    assert is_curie(text)


@pytest.mark.parametrize(
    "text",
    ["cas:7732-18-4", "loinc:2601-4", "nowhere:1", "cas", "CAS:7732-18-5", "chebi:", "hp:17"]
    + ["mondo:MONDO:0005300", "unii:059qf0ko0r"],
)
def test_no_curies(text: str) -> None:
    """A wrong check digit, an unknown prefix or another pattern is refused."""
    assert not is_curie(text)
