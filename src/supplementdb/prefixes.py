# SPDX-License-Identifier: MIT
"""The registries whose identifiers may be cited, with the grammar of each."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["PREFIXES", "Registry"]


def __dir__() -> list[str]:
    return __all__


class Registry(NamedTuple):
    """
    A registry of identifiers.

    Attributes:
        name: What people call it.
        pattern: Grammar of its local identifiers; the whole text must match.
        url: Where an identifier is looked up, ``$1`` standing for it; `None`: there is no page.
    """

    name: str
    pattern: re.Pattern[str]
    url: str | None


_OBO = "http://purl.obolibrary.org/obo/"

PREFIXES: dict[str, Registry] = {
    prefix: Registry(name, re.compile(pattern, re.ASCII), url)
    for prefix, (name, pattern, url) in {
        "atc": (
            "WHO ATC",
            r"[A-Z][0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?",
            "https://atcddd.fhi.no/atc_ddd_index/?code=$1",
        ),
        "cas": (
            "CAS",
            r"[0-9]{2,7}-[0-9]{2}-[0-9]",
            "https://commonchemistry.cas.org/detail?cas_rn=$1",
        ),
        "chebi": ("ChEBI", r"[0-9]+", f"{_OBO}CHEBI_$1"),
        "doid": ("Disease Ontology", r"[0-9]+", f"{_OBO}DOID_$1"),
        "efo": ("Experimental Factor Ontology", r"[0-9]{7}", "http://www.ebi.ac.uk/efo/EFO_$1"),
        "eu-e": ("EU food additive", r"E[0-9]{3,4}[a-z]?[ivx]*", None),
        "go": ("Gene Ontology", r"[0-9]{7}", f"{_OBO}GO_$1"),
        "hgnc": (
            "HGNC",
            r"[0-9]{1,5}",
            "https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/$1",
        ),
        "hp": ("Human Phenotype Ontology", r"[0-9]{7}", f"{_OBO}HP_$1"),
        "icd10": (
            "ICD-10",
            r"[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?",
            "https://icd.who.int/browse10/2019/en#/$1",
        ),
        "inchikey": (
            "InChIKey",
            r"[A-Z]{14}-[A-Z]{10}-[A-Z]",
            "https://www.chemspider.com/search?params=$1",
        ),
        "loinc": ("LOINC", r"[0-9]{1,5}-[0-9]", "https://loinc.org/$1"),
        "mesh": ("MeSH", r"[CD][0-9]+", "https://meshb.nlm.nih.gov/record/ui?ui=$1"),
        "mondo": ("MONDO", r"[0-9]{7}", f"{_OBO}MONDO_$1"),
        "pubchem.compound": (
            "PubChem",
            r"[0-9]+",
            "https://pubchem.ncbi.nlm.nih.gov/compound/$1",
        ),
        "rxcui": (
            "RxNorm",
            r"[0-9]{1,7}",
            "https://mor.nlm.nih.gov/RxNav/search?searchBy=RXCUI&searchTerm=$1",
        ),
        "unii": ("UNII", r"[A-Z0-9]{10}", "https://precision.fda.gov/uniisearch/srs/unii/$1"),
        "uniprot": (
            "UniProt",
            r"[OPQ][0-9][A-Z0-9]{3}[0-9]|[A-NR-Z][0-9]([A-Z][A-Z0-9]{2}[0-9]){1,2}",
            "http://purl.uniprot.org/uniprot/$1",
        ),
        "wikidata": ("Wikidata", r"Q[0-9]+", "http://www.wikidata.org/entity/$1"),
    }.items()
}
"""Prefix of a CURIE to its registry."""
