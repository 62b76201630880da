# SPDX-License-Identifier: MIT
"""
Write the pages that are made of the data.

One for each authority of reference intakes, and one on what the articles said.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import supplementdb as sdb
from supplementdb.model.claim import Magnitude

DOCS = Path(__file__).parents[1] / "docs"
INTAKES = "reference-intakes"
ARTICLES = "what-the-articles-said.md"

TITLES = {
    "NASEM": "National Academies of Sciences, Engineering, and Medicine (US and Canada)",
    "EFSA": "European Food Safety Authority",
    "FDA-DV": "US Food and Drug Administration, Daily Values of labels",
    "EU-NRV": "European Union, nutrient reference values of labels",
    "UK-EVM": "UK Expert Group on Vitamins and Minerals",
    "UK-RNI": "UK, reference nutrient intakes",
    "NHMRC": "National Health and Medical Research Council (Australia and New Zealand)",
    "MHLW-JP": "Ministry of Health, Labour and Welfare (Japan)",
    "WHO-FAO": "World Health Organization and Food and Agriculture Organization",
    "BFR": "Federal Institute for Risk Assessment (Germany)",
    "HC": "Health Canada, monographs of natural health products",
}

# Needs, then recommendations, then yardsticks of labels, then limits.
_KINDS = [
    *"LRNI EAR AR RDA PRI RNI RDI AI SAI RI DG SDT DV NRV".split(),
    *"CDRR GL SUL SAFE UL TDI ADI PERMITTED-MIN PERMITTED".split(),
]


def pages() -> dict[str, str]:
    """Path of each page, below docs, to its text."""
    catalog = sdb.load()
    intakes = {f"{INTAKES}/{name}": text for name, text in _intake_pages(catalog).items()}
    return intakes | {ARTICLES: _articles(catalog)}


def _intake_pages(catalog: sdb.Catalog) -> dict[str, str]:
    made = {}
    for authority, title in TITLES.items():
        rows = [i for i in catalog.intakes.values() if i.authority == authority]
        if rows:
            made[f"{authority.lower()}.md"] = _page(catalog, title, rows)
    made["README.md"] = _index(made)
    return made


def _index(made: Iterable[str]) -> str:
    lines = [
        "# Reference intakes by authority",
        "",
        "Made of the data by `make pages`. Authorities are never mixed or averaged.",
        "[How the tables were keyed](../reference-intakes-method.md) tells what was read where.",
        "",
    ]
    lines += [f"- [{TITLES[name.removesuffix('.md').upper()]}]({name})" for name in made]
    return "\n".join(lines) + "\n"


def _page(catalog: sdb.Catalog, title: str, rows: list[sdb.ReferenceIntake]) -> str:
    lines = [f"# {title}", "", "Made of the data by `make pages`; do not edit.", ""]
    for mineral in sorted({row.nutrient for row in rows}):
        mine = [row for row in rows if row.nutrient == mineral]
        lines += [f"## {catalog.minerals[mineral].name.capitalize()}", ""]
        lines += _tables([row for row in mine if row.superseded_on is None])
        for day in sorted({row.superseded_on for row in mine if row.superseded_on}, reverse=True):
            former = [row for row in mine if row.superseded_on == day]
            editions = ", ".join(dict.fromkeys(row.edition for row in former))
            lines += [f"### Until {day} ({editions})", "", *_tables(former)]
        cited = dict.fromkeys(row.source for row in mine)
        lines += [f"Source: {'; '.join(str(catalog.sources[id]) for id in cited)}.", ""]
    return "\n".join(lines)


def _tables(rows: list[sdb.ReferenceIntake]) -> list[str]:
    """What people need, and what they should not go above, with what has to be known of both."""
    lines = []
    for part in (
        [row for row in rows if not row.kind.is_limit],
        [row for row in rows if row.kind.is_limit],
    ):
        if part:
            said: dict[str, str] = {}
            lines += [*_table(part, said), ""]
            lines += [f"- ({mark}) {text}" for text, mark in said.items()]
            lines += [f"- {text}" for text in _notes(part)]
            lines += [""] if said or _notes(part) else []
    return lines


def _table(rows: list[sdb.ReferenceIntake], said: dict[str, str]) -> list[str]:
    columns = list(dict.fromkeys(_column(row) for row in sorted(rows, key=_by_kind)))
    groups = list(dict.fromkeys(str(row.population) for row in sorted(rows, key=_by_group)))
    cells = {(str(row.population), _column(row)): _cell(row, said) for row in rows}
    lines = [f"| group | {' | '.join(columns)} |", f"|---{'|---' * len(columns)}|"]
    lines += [
        f"| {group} | {' | '.join(cells.get((group, column), '') for column in columns)} |"
        for group in groups
    ]
    return lines


def _notes(rows: list[sdb.ReferenceIntake]) -> list[str]:
    """Each note once, with the columns it is on, and the groups where it is not on all of them."""
    found: dict[str, list[sdb.ReferenceIntake]] = {}
    for row in rows:
        if row.note is not None:
            found.setdefault(row.note, []).append(row)
    return [f"{'; '.join(_noted(on, rows))}: {note}" for note, on in found.items()]


def _noted(on: list[sdb.ReferenceIntake], rows: list[sdb.ReferenceIntake]) -> list[str]:
    places = []
    for column in dict.fromkeys(map(_column, on)):
        here = [row for row in on if _column(row) == column]
        whole = [row for row in rows if _column(row) == column and row.amount is not None]
        groups = ", ".join(str(row.population) for row in sorted(here, key=_by_group))
        places.append(f"{column}, {groups}" if len(here) < len(whole) else column)
    return places


def _column(row: sdb.ReferenceIntake) -> str:
    return f"{row.kind.value} ({row.counts})"


def _cell(row: sdb.ReferenceIntake, said: dict[str, str]) -> str:
    if row.unset is None:
        return row.value
    return f"none ({said.setdefault(row.unset, str(len(said) + 1))})"


def _by_kind(row: sdb.ReferenceIntake) -> tuple[int, str]:
    return _KINDS.index(row.kind.value), row.scope.value


def _by_group(row: sdb.ReferenceIntake) -> tuple[str, bool, int, int, str, str]:
    people = row.population
    stage = people.stage.value if people.stage and people.stage.value != "none" else ""
    ages = people.min_months or 0, people.max_months or 9_999
    return stage, ages == (0, 9_999), *ages, str(people.sex or ""), people.given or ""


_ARTICLES = ("anxiety-article", "chronic-illness-article")


def _articles(catalog: sdb.Catalog) -> str:
    """All statements of the articles that the library began with, and what they are worth."""
    lines = [
        "# What the articles said",
        "",
        "Made of the data by `make pages`; do not edit.",
        "The library began with two popular articles on magnesium glycinate. Here is every",
        "statement of theirs, the verdict, why, and on whose word.",
        "[Evidence](evidence.md) tells how a verdict follows.",
        "What a statement says is its author's; what stands under it is ours.",
    ]
    for id in _ARTICLES:
        source = catalog.sources[id]
        stated = [
            (_place(citation.locator), claim)
            for claim in catalog.claims.values()
            for citation in claim.stated_by
            if citation.source == id
        ]
        places = sorted({place for place, _ in stated})
        told = [sdb.explain(f"{letter}{number}", catalog) for letter, number in places]
        lines += ["", f"## {source.title}", "", *([source.note, ""] if source.note else [])]
        lines += ["| | stated | verdict |", "|---|---|---|"]
        lines += [
            f"| [{one.about}](#{one.about.lower()}) | {one.claim.statement} | {one.verdict.value} |"
            for one in told
        ]
        for one in told:
            lines += ["", f"### {one.about}"]
            for claim in one.claims:
                lines += ["", *_statement(catalog, claim)]
    return "\n".join(lines) + "\n"


def _place(locator: str | None) -> tuple[str, int]:
    """A10 after A9."""
    if locator is None:
        raise ValueError("a statement of an article must have its place as the locator")
    return locator[0], int(locator[1:])


def _statement(catalog: sdb.Catalog, claim: sdb.Claim) -> list[str]:
    certainty = ""
    if claim.certainty:
        certainty = f" ({claim.certainty.value.replace('-', ' ')} certainty)"
    lines = [f"> {claim.statement}", ""]
    if claim.study_named:
        lines += [f"It rests itself on: {claim.study_named}.", ""]
    lines += [f"**{claim.verdict.value.capitalize()}**{certainty}. {claim.reasoning}", ""]
    lines += [f"- Found: {_found(magnitude)}" for magnitude in claim.magnitudes]
    for citation in claim.sources:
        source = catalog.sources[citation.source]
        where = f", {citation.locator}" if citation.locator else ""
        lines.append(f"- Source: {_linked(source)}{where}")
    return lines if claim.magnitudes or claim.sources else lines[:-1]


def _found(magnitude: Magnitude) -> str:
    """A number with the study it is from."""
    about = [magnitude.design.value.replace("-", " ")]
    about += [f"n = {magnitude.n:,}"] if magnitude.n is not None else []
    about += [magnitude.population] if magnitude.population else []
    return f"{magnitude} ({', '.join(about)})"


def _linked(source: sdb.Source) -> str:
    link = source.url
    if source.pmid:
        link = f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/"
    if source.doi:
        link = f"https://doi.org/{source.doi}"
    return f"[{source}]({link})" if link else str(source)


def main() -> None:
    """Write all pages."""
    for name, text in pages().items():
        path = DOCS / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
