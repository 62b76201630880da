# SPDX-License-Identifier: MIT
"""Claims: how the verdict follows, how they are found, how they are explained."""

import itertools
import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

import supplementdb as sdb
from made import CITED, GLYCINE, SOURCE, catalog, form
from supplementdb import codec
from supplementdb.model.claim import Agreement

ARTICLE = SOURCE | {"kind": "popular-article"}
STATED = [{"source": "source-a", "locator": "A1"}]
MAGNITUDE = {
    "measure": "change of the score",
    "value": "-2.5",
    "low": "-4",
    "high": "-1",
    "interval": "95 % confidence interval",
    "unit": "points",
    "design": "randomised-trial",
    "n": 60,
    "population": "adults",
    "sources": CITED,
}
REGULATION = {
    "jurisdiction": "EU",
    "status": "authorised",
    "wording": "It has a part in something.",
    "conditions": "A source of it.",
    "act": "Act 1",
    "since": "2012",
    "sources": CITED,
}


def claim(id: str = "claim-a", **more: Any) -> dict[str, Any]:
    """A claim that a trial of moderate certainty agrees with."""
    made = {
        "id": id,
        "statement": "It does something.",
        "subject": "magnesium",
        "stated_by": STATED,
        "agreement": "agrees",
        "certainty": "moderate",
        "reasoning": "A trial found it.",
        "sources": CITED,
    }
    made |= more
    return {name: value for name, value in made.items() if value is not None}


def problem(**more: Any) -> str:
    """What the codec says of a claim."""
    with pytest.raises(sdb.DataError) as caught:
        codec.records({"claims": [claim(**more)]}, "file")
    return str(caught.value)


class TestVerdict:
    @pytest.mark.parametrize(
        ("agreement", "verdicts"),
        [
            ("agrees", "unsupported unsupported supported supported"),
            ("conflicts", "contested contested contested contested"),
            ("contradicts", "unsupported contested refuted refuted"),
            ("silent", "unsupported unsupported unsupported unsupported"),
            ("not-located", "unverifiable unverifiable unverifiable unverifiable"),
        ],
    )
    def test_table(self, agreement: str, verdicts: str) -> None:
        """Each certainty, from very low to high, has its verdict."""
        found = [sdb.verdict_of(Agreement(agreement), word) for word in sdb.Certainty]

        assert verdicts.split() == found

    @given(st.sampled_from(Agreement))
    def test_nothing_counts_as_very_low(self, agreement: Agreement) -> None:
        """A certainty that is not there supports and refutes no more than a very low one."""
        assert sdb.verdict_of(agreement, sdb.Certainty.VERY_LOW) == sdb.verdict_of(agreement, None)

    @pytest.mark.parametrize("agreement", Agreement)
    def test_monotone(self, agreement: Agreement) -> None:
        """More certainty never takes a verdict back to one that says less."""
        says = ["unsupported", "contested", "supported", "refuted", "unverifiable"]
        ranks = [says.index(sdb.verdict_of(agreement, word)) for word in sdb.Certainty]

        assert sorted(ranks) == ranks

    def test_words(self) -> None:
        """The words will do, and a word that is none is refused."""
        for agreement in Agreement:
            for word in sdb.Certainty:
                assert sdb.verdict_of(agreement.value, word.value) is sdb.verdict_of(
                    agreement, word
                )
        for wrong in (("maybe", "high"), ("agrees", "certain")):
            with pytest.raises(sdb.InputError, match="must be one of agrees"):
                sdb.verdict_of(*wrong)

    def test_shown(self) -> None:
        """A claim shows its verdict, and how certain it is where something was found."""
        db = catalog(
            claims=[
                claim(),
                claim("claim-b", agreement="not-located", certainty=None, sources=[]),
            ]
        )

        assert "<Claim claim-a: supported, moderate>" == repr(db.claims["claim-a"])
        assert "<Claim claim-b: unverifiable>" == repr(db.claims["claim-b"])
        assert ("claim-a",) == tuple(c.id for c in db.claims.by(verdict="supported"))


class TestRules:
    @pytest.mark.parametrize(
        ("more", "rule"),
        [
            ({"objects": ["magnesium"]}, "subject must not be among objects"),
            ({"compared_with": ["magnesium"]}, "subject must not be among objects"),
            ({"sources": []}, "cite the document that was read"),
            ({"certainty": None}, "certainty must be given"),
            ({"agreement": "silent"}, "certainty must be given, save where"),
            ({"agreement": "not-located"}, "whose study was not located"),
            (
                {"agreement": "not-located", "certainty": None, "effect": "benefit"},
                "whose study was not located",
            ),
            (
                {"agreement": "not-located", "certainty": None, "magnitudes": [MAGNITUDE]},
                "whose study was not located",
            ),
            ({"magnitudes": [MAGNITUDE | {"value": "0"}]}, "value must lie between low and high"),
            ({"magnitudes": [MAGNITUDE | {"value": "-5"}]}, "value must lie between low and high"),
            ({"magnitudes": [MAGNITUDE | {"high": "-5"}]}, "high must not be below low"),
        ],
    )
    def test_refused(self, more: dict[str, Any], rule: str) -> None:
        """A claim says no more than was found."""
        assert rule in problem(**more)

    @pytest.mark.parametrize(
        ("lost", "rule"),
        [
            (("low",), "low and high must be given together"),
            (("high",), "low and high must be given together"),
            (("interval",), "interval must say what low and high are"),
            (("low", "high"), "interval must say what low and high are"),
            (("low", "high", "interval", "value"), "value, or low and high, must be given"),
        ],
    )
    def test_half_a_magnitude(self, lost: tuple[str, ...], rule: str) -> None:
        """A result has its ends, both of them, and what they are."""
        kept = {name: value for name, value in MAGNITUDE.items() if name not in lost}

        assert rule in problem(magnitudes=[kept])

    @pytest.mark.parametrize(
        ("lost", "unit", "text"),
        [
            ((), "points", "-2.5 points (95 % confidence interval -4 to -1)"),
            ((), "1", "-2.5 (95 % confidence interval -4 to -1)"),
            (("value",), "points", "-4 to -1 points (95 % confidence interval)"),
            (("low", "high", "interval"), "points", "-2.5 points"),
        ],
    )
    def test_magnitude_as_text(self, lost: tuple[str, ...], unit: str, text: str) -> None:
        """A magnitude reads as its measure, its value and its ends."""
        kept = {n: v for n, v in MAGNITUDE.items() if n not in lost} | {"unit": unit}
        (found,) = catalog(claims=[claim(magnitudes=[kept])]).claims["claim-a"].magnitudes

        assert f"change of the score: {text}" == str(found)


FORMS = [
    form("magnesium-chelate", formula="Mg(C2H4NO2)2", hydration="0", ligands=["glycine"]),
    form("magnesium-oxide"),
    form(
        "magnesium-any-chelate",
        kind="unspecified",
        members=["magnesium-chelate"],
        assays=[
            {
                "mineral": "magnesium",
                "low": "0.140961",
                "high": "0.140962",
                "basis": "members",
                "sources": [],
            }
        ],
    ),
]


@pytest.fixture
def db() -> sdb.Catalog:
    """Claims on a form, on what stands around it, and on two conditions."""
    return catalog(
        ligands=[GLYCINE],
        forms=FORMS,
        claims=[
            claim("on-a-mineral", objects=["narrow"], stated_by=[{"source": "source-a"}]),
            claim("on-a-ligand", subject="glycine", stated_by=[{"source": "source-a"}]),
            claim("on-any", subject="magnesium-any-chelate", objects=["wide"]),
            claim("on-one-a1-form", subject="magnesium-chelate", compared_with=["magnesium-oxide"]),
            claim("on-nothing-of-these", subject="narrow", objects=["marker"]),
        ],
    )


def ids(found: tuple[sdb.Claim, ...]) -> list[str]:
    """The ids of claims."""
    return [one.id for one in found]


class TestClaims:
    def test_all(self, db: sdb.Catalog) -> None:
        """Nothing asked for is all of them."""
        assert sorted(db.claims) == ids(sdb.claims(catalog=db))

    def test_nearest_first(self, db: sdb.Catalog) -> None:
        """Claims on a form come first, then those on what it may be called, holds and delivers."""
        found = sdb.claims("magnesium-chelate", catalog=db)

        assert ["on-one-a1-form", "on-any", "on-a-ligand", "on-a-mineral"] == ids(found)

    def test_member(self, db: sdb.Catalog) -> None:
        """A claim on what a name may mean is found by the name."""
        assert ["on-any", "on-one-a1-form", "on-a-mineral"] == ids(
            sdb.claims("magnesium any chelate", catalog=db)
        )

    def test_mineral_and_ligand(self, db: sdb.Catalog) -> None:
        """Asked about a mineral or a ligand, claims on its forms are in."""
        assert ["on-a-mineral", "on-any", "on-one-a1-form"] == ids(sdb.claims("Mag", catalog=db))
        assert ["on-a-ligand", "on-one-a1-form"] == ids(sdb.claims("glycine", catalog=db))

    def test_compared(self, db: sdb.Catalog) -> None:
        """What a form is compared with finds the claim, too."""
        assert ["on-one-a1-form", "on-a-mineral"] == ids(sdb.claims("magnesium-oxide", catalog=db))

    def test_condition(self, db: sdb.Catalog) -> None:
        """A condition stands for narrower ones."""
        children = [
            {"id": "wide", "name": "wide state", "sources": CITED},
            {"id": "narrow", "name": "narrow state", "parents": ["wide"], "sources": CITED},
            {"id": "inner", "name": "inner state", "parents": ["narrow", "wide"], "sources": CITED},
        ]
        deep = catalog(
            conditions=children,
            claims=[claim("on-inner", objects=["inner"]), claim("on-wide", objects=["wide"])],
        )

        assert ["on-a-mineral", "on-any"] == ids(sdb.claims("magnesium", "wide state", catalog=db))
        assert ["on-inner", "on-wide"] == ids(sdb.claims(condition="wide", catalog=deep))
        assert ["on-wide", "on-inner"] == ids(sdb.claims("wide", catalog=deep))
        assert ["on-inner"] == ids(sdb.claims(condition="narrow", catalog=deep))

    def test_verdict(self, db: sdb.Catalog) -> None:
        """A verdict narrows the answer, and a word that is none is refused."""
        assert sorted(db.claims) == ids(sdb.claims(verdict="supported", catalog=db))
        assert () == sdb.claims(verdict="refuted", catalog=db)
        with pytest.raises(sdb.InputError, match="verdict: must be one of supported, contested"):
            sdb.claims(verdict="true", catalog=db)

    def test_unknown(self, db: sdb.Catalog) -> None:
        """A name that nobody knows is an error with near names, never an empty answer."""
        with pytest.raises(sdb.UnknownIdError, match="did you mean 'magnesium'"):
            sdb.claims("magnesum", catalog=db)
        with pytest.raises(sdb.UnknownIdError, match="unknown"):
            sdb.claims(condition="magnesium", catalog=db)


TOLD = """\
Stated: It does something.
By: Publisher: Title, A1 (https://example.org)
Verdict: supported. The evidence that was read agrees with it; certainty moderate.
A trial found it.
Found: change of the score: -2.5 points (95 % confidence interval -4 to -1) (randomised trial, n
  = 60, adults).
EU: authorised (Act 1, 2012): It has a part in something. Conditions: A source of it.
Source: Publisher: Title (https://example.org)"""


class TestExplain:
    @pytest.fixture
    def told(self) -> sdb.Catalog:
        """One statement of two claims, and one of none."""
        bare = {k: v for k, v in MAGNITUDE.items() if k not in ("n", "population")}
        plain = {k: v for k, v in REGULATION.items() if k not in ("conditions", "since")}
        return catalog(
            sources=[ARTICLE, SOURCE | {"id": "source-b", "doi": "10.1000/b", "pmid": "7"}]
            + [{k: v for k, v in SOURCE.items() if k != "url"} | {"id": "source-c", "pmid": "8"}],
            claims=[
                claim("a-part-of-it"),
                claim("main-a1-claim", magnitudes=[MAGNITUDE], regulations=[REGULATION]),
                claim(
                    "other",
                    stated_by=[{"source": "source-b", "locator": "Page 7"}],
                    agreement="silent",
                    certainty=None,
                    study_named="a trial",
                    magnitudes=[bare],
                    regulations=[plain, {k: v for k, v in plain.items() if k != "act"}],
                    sources=[{"source": "source-c"}],
                ),
            ],
        )

    def test_text(self, told: sdb.Catalog) -> None:
        """An explanation says what is stated, by whom, the verdict, why, how much and on what."""
        found = sdb.explain("main-a1-claim", told)

        assert TOLD == str(found)
        assert "<Explanation main-a1-claim: supported>" == repr(found)

    def test_place(self, told: sdb.Catalog) -> None:
        """The place of a statement finds its claims in any case, the main one first."""
        found = sdb.explain("a1", told)

        assert ["main-a1-claim", "a-part-of-it"] == [one.id for one in found.claims]
        assert "main-a1-claim" == found.claim.id
        assert 2 == str(found).count("Stated:")
        with pytest.raises(sdb.UnknownIdError):
            sdb.explain("Page 7", told)  # in a law, which is no popular article

    def test_sparse(self, told: sdb.Catalog) -> None:
        """What was not read is left out."""
        lines = str(sdb.explain("other", told)).splitlines()

        assert "By: Publisher: Title, Page 7 (doi 10.1000/b)" == lines[1]
        assert "Resting on: a trial" == lines[2]
        assert "Verdict: unsupported. Nothing was found that bears on it." == lines[3]
        assert lines[5].endswith("-4 to -1) (randomised trial).")
        assert lines[6:] == [
            "EU: authorised (Act 1): It has a part in something.",
            "EU: authorised: It has a part in something.",
            "Source: Publisher: Title (PMID 8)",
        ]

    def test_json(self, told: sdb.Catalog) -> None:
        """JSON holds the claims with verdict and cited sources."""
        found = json.loads(json.dumps(sdb.explain("other", told).to_dict()))
        (one,) = found["claims"]

        assert ("other", "unsupported") == (found["about"], one["verdict"])
        assert ["source-b", "source-c", "source-a"] == [source["id"] for source in one["cited"]]

    def test_source_without_address(self) -> None:
        """A popular article that is gone is named by its title."""
        article = {"id": "gone", "kind": "popular-article", "title": "T", "publisher": "P"}
        db = catalog(
            sources=[SOURCE, article | {"note": "Read in a digest."}],
            claims=[claim(stated_by=[{"source": "gone"}])],
        )

        assert "By: P: T" == str(sdb.explain("claim-a", db)).splitlines()[1]

    @pytest.mark.parametrize("about", ["a2", "claim-b", 3])
    def test_unknown(self, told: sdb.Catalog, about: Any) -> None:
        """What nobody stated is an error with near places."""
        with pytest.raises(sdb.UnknownIdError, match="in claims"):
            sdb.explain(about, told)


def test_popular_article_needs_a_note() -> None:
    """Only a popular article may lack an address, and then says how it was read."""
    bare = {"id": "gone", "kind": "popular-article", "title": "T", "publisher": "P"}
    for raw in (bare, bare | {"kind": "study", "note": "Read."}):
        with pytest.raises(sdb.DataError, match="doi, pmid or url must be given"):
            codec.records({"sources": [raw]}, "file")


@pytest.mark.parametrize(
    ("agreement", "certainty"), [*itertools.product(Agreement, [None, *sdb.Certainty])]
)
def test_total(agreement: Agreement, certainty: sdb.Certainty | None) -> None:
    """The rule has a verdict for all that can be put in."""
    assert sdb.verdict_of(agreement, certainty) in [*sdb.Verdict]
