# SPDX-License-Identifier: MIT
"""The bundled evidence: every statement of the articles, claims of labels, measurements."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

import supplementdb as sdb
from supplementdb.model.claim import Agreement, RegulatoryStatus

ARTICLES = {"anxiety-article": ("A", 13), "chronic-illness-article": ("B", 18)}
PLACES = [f"{letter}{at + 1}" for letter, count in ARTICLES.values() for at in range(count)]
# Words that tell people what to do, or promise them what will come of it.
ADVICE = re.compile(
    r"\b(you|your|take (it|this|one|two|\d)|should take|we recommend|is safe|are safe|cures you"
    r"|will (help|improve|relieve|cure|lower|prevent))\b",
    re.IGNORECASE,
)


def of_articles(claim: sdb.Claim) -> bool:
    """Whether one of the two articles states it."""
    return any(citation.source in ARTICLES for citation in claim.stated_by)


def texts(claim: sdb.Claim) -> Iterator[str]:
    """What is written of a claim in our own name."""
    yield claim.reasoning
    for magnitude in claim.magnitudes:
        yield magnitude.measure
    for regulation in claim.regulations:
        yield from filter(None, (regulation.wording, regulation.conditions))


class TestArticles:
    @pytest.mark.parametrize("place", PLACES)
    def test_stated(self, place: str) -> None:
        """Every statement of the articles is answered, with a claim that is named after it."""
        found = sdb.explain(place)

        assert f"seed-{place.lower()}-" in found.claim.id
        assert "-part-" not in found.claim.id
        assert all(f"seed-{place.lower()}-part-" in claim.id for claim in found.claims[1:])

    def test_no_other_place(self, db: sdb.Catalog) -> None:
        """No claim names a place that the articles do not have."""
        named = {
            (citation.source, citation.locator)
            for claim in db.claims.values()
            for citation in claim.stated_by
            if citation.source in ARTICLES
        }
        places = [id for id, (_, count) in ARTICLES.items() for _ in range(count)]

        assert set(zip(places, PLACES, strict=True)) == named

    @pytest.mark.parametrize("place", ["A4", "A5"])
    def test_not_located(self, place: str) -> None:
        """What nobody finds is unverifiable, and its number is no fact."""
        (claim,) = sdb.explain(place).claims

        assert sdb.Verdict.UNVERIFIABLE == claim.verdict
        assert claim.study_named
        numbers = re.findall(r"\d+ %|1,200", claim.statement + (claim.study_named or ""))
        assert numbers
        assert not [number for number in numbers if number in claim.reasoning]

    def test_two_methods(self, db: sdb.Catalog) -> None:
        """18.8 against 4 per cent: the one is in no study, the other from another method."""
        main, *parts = sdb.explain("B10").claims

        assert sdb.Verdict.CONTESTED == main.verdict
        assert sdb.Verdict.UNVERIFIABLE in {part.verdict for part in parts}
        assert not [a.id for a in db.absorptions.values() if str(a.value) == "18.8"]
        found = sdb.compare_absorption("magnesium", ["magnesium-bisglycinate", "magnesium-oxide"])
        assert any("different methods" in " ".join(reasons) for _, _, reasons in found.apart)

    @pytest.mark.parametrize(
        ("section", "ids"),
        [
            ("targets", "gaba-a-receptor nmda-receptor glycine-receptor hpa-axis cortisol gaba"),
            ("targets", "mg-atp atp hippocampus blood-brain-barrier"),
            ("transporters", "atp1a1 slc15a1"),
            ("ligands", "glycine"),
            ("interventions", "mindfulness regular-sleep"),
            ("biomarkers", "serum-magnesium"),
            (
                "conditions",
                "long-covid me-cfs dysautonomia mcas irritable-bowel-syndrome insomnia anxiety",
            ),
            (
                "forms",
                "magnesium-bisglycinate magnesium-l-threonate magnesium-oxide magnesium-citrate",
            ),
        ],
    )
    def test_entities(self, db: sdb.Catalog, section: str, ids: str) -> None:
        """What the articles name is on record."""
        assert set(ids.split()) <= set(db.section(section))


class TestClaims:
    def test_many(self, db: sdb.Catalog) -> None:
        """The articles' statements and at least 120 more; every verdict is given to some."""
        others = [claim for claim in db.claims.values() if not of_articles(claim)]

        assert len(others) >= 120
        assert set(sdb.Verdict) == {claim.verdict for claim in others}

    def test_authorised(self, db: sdb.Catalog) -> None:
        """Every mineral with authorised claims in the EU has them."""
        counts = Counter(
            claim.subject
            for claim in db.claims.values()
            for one in claim.regulations
            if one.jurisdiction == "EU" and one.status is RegulatoryStatus.AUTHORISED
        )
        minerals = (
            "calcium chloride chromium copper fluoride iodine iron magnesium manganese molybdenum "
            "phosphorus potassium selenium sodium zinc"
        ).split()

        assert sorted(minerals) == sorted(counts)
        assert sum(counts.values()) >= 80

    def test_no_advice(self, db: sdb.Catalog) -> None:
        """The wording follows the evidence: no advice, no promise of an effect."""
        found = [
            (claim.id, match.group())
            for claim in db.claims.values()
            for text in texts(claim)
            if (match := ADVICE.search(text))
        ]

        assert found == []

    def test_own_study(self, db: sdb.Catalog) -> None:
        """Only a claim that rests itself on something can rest on what was not found."""
        for claim in db.claims.values():
            if claim.agreement is Agreement.NOT_LOCATED:
                assert re.search(r"\d|hundred", claim.statement) or claim.study_named, claim.id


class TestAbsorptions:
    def test_many(self, db: sdb.Catalog) -> None:
        """At least 80 measurements, over nine minerals."""
        counts = Counter(one.mineral for one in db.absorptions.values())
        wanted = "magnesium calcium iron zinc copper selenium chromium iodine potassium".split()

        assert sum(counts.values()) >= 80
        assert set(wanted) <= set(counts)

    def test_shares(self, db: sdb.Catalog) -> None:
        """A share that isotopes show is between nothing and everything."""
        for one in db.absorptions.values():
            if one.unit == "%" and one.method.value.endswith("isotope"):
                for value in (one.value, one.low, one.high):
                    assert value is None or 0 <= value <= 100, one.id

    def test_of_one_study(self, db: sdb.Catalog) -> None:
        """What is set against another is never told both ways at odds."""
        told: dict[frozenset[str], set[bool | None]] = {}
        for one in db.absorptions.values():
            for other in one.against:
                told.setdefault(frozenset((one.id, other.absorption)), set()).add(other.differs)

        assert [pair for pair, said in told.items() if {True, False} <= said] == []
