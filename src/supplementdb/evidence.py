# SPDX-License-Identifier: MIT
"""What is claimed, and what the evidence says: claims found by what they are about, explained."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterator
from typing import Any

import attrs

from .catalog import Catalog
from .codec import unstructure
from .errors import InputError, UnknownIdError
from .loading import or_bundled
from .model.claim import Agreement, Claim, Verdict
from .model.common import Citation
from .model.source import SourceKind
from .names.resolve import id_of

__all__ = ["Explanation", "claims", "explain", "told"]


def __dir__() -> list[str]:
    return __all__


_MET = {
    Agreement.AGREES: "The evidence that was read agrees with it",
    Agreement.CONFLICTS: "The evidence that was read conflicts",
    Agreement.CONTRADICTS: "The evidence that was read contradicts it",
    Agreement.SILENT: "Nothing was found that bears on it",
    Agreement.NOT_LOCATED: "The study or number that it rests on could not be found",
}
_WIDTH = 96


@attrs.frozen(repr=False)
class Explanation:
    """
    What a statement is worth, claim by claim.

    ``str()`` gives it as text, ``to_dict()`` as JSON can hold it.

    Attributes:
        about: The id or the place that was asked for, such as ``B10``.
        claims: The claims behind it, the main one first.
        catalog: Where their sources are.
    """

    about: str
    claims: tuple[Claim, ...]
    catalog: Catalog = attrs.field(eq=False)

    @property
    def claim(self) -> Claim:
        """The main claim."""
        return self.claims[0]

    @property
    def verdict(self) -> Verdict:
        """The verdict on the main claim; the others have their own."""
        return self.claim.verdict

    def to_dict(self) -> dict[str, Any]:
        """The explanation as JSON can hold it, with the sources of each claim in full."""
        return {
            "about": self.about,
            "claims": [
                {
                    **told(claim),
                    "cited": [
                        unstructure(self.catalog.sources[id]) for id in dict.fromkeys(_cited(claim))
                    ],
                }
                for claim in self.claims
            ],
        }

    def __str__(self) -> str:
        return "\n\n".join("\n".join(self._told(claim)) for claim in self.claims)

    def __repr__(self) -> str:
        return f"<Explanation {self.about}: {self.verdict.value}>"

    def _told(self, claim: Claim) -> Iterator[str]:
        yield from _wrapped(f"Stated: {claim.statement}")
        yield from _wrapped(f"By: {'; '.join(self._named(one) for one in claim.stated_by)}")
        if claim.study_named is not None:
            yield from _wrapped(f"Resting on: {claim.study_named}")
        yield from _wrapped(f"Verdict: {claim.verdict.value}. {_reason(claim)}.")
        yield from _wrapped(claim.reasoning)
        for magnitude in claim.magnitudes:
            who = "" if magnitude.population is None else f", {magnitude.population}"
            many = "" if magnitude.n is None else f", n = {magnitude.n}"
            design = magnitude.design.value.replace("-", " ")
            yield from _wrapped(f"Found: {magnitude} ({design}{many}{who}).")
        for one in claim.regulations:
            dated = f" ({one.act}{f', {one.since}' if one.since else ''})" if one.act else ""
            more = "" if one.conditions is None else f" Conditions: {one.conditions}"
            yield from _wrapped(
                f"{one.jurisdiction}: {one.status.value}{dated}: {one.wording}{more}"
            )
        for citation in claim.sources:
            yield from _wrapped(f"Source: {self._named(citation)}")

    def _named(self, citation: Citation) -> str:
        source = self.catalog.sources[citation.source]
        where = f", {citation.locator}" if citation.locator else ""
        link = source.doi and f"doi {source.doi}"
        link = link or (source.pmid and f"PMID {source.pmid}") or source.url
        return f"{source}{where}{f' ({link})' if link else ''}"


def told(claim: Claim) -> dict[str, Any]:
    """A claim as JSON can hold it, with the verdict that follows."""
    return {**unstructure(claim), "verdict": claim.verdict.value}


def _reason(claim: Claim) -> str:
    met = _MET[claim.agreement]
    return f"{met}; certainty {claim.certainty.value}" if claim.certainty else met


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )


def _cited(claim: Claim) -> Iterator[str]:
    magnitudes = (citation for one in claim.magnitudes for citation in one.sources)
    regulations = (citation for one in claim.regulations for citation in one.sources)
    for citation in (*claim.stated_by, *claim.sources, *magnitudes, *regulations):
        yield citation.source


def claims(
    about: str | None = None,
    condition: str | None = None,
    verdict: str | None = None,
    catalog: Catalog | None = None,
) -> tuple[Claim, ...]:
    """
    Find claims by what they are about; those on the thing itself come first.

    A claim on a mineral is one on its forms, too, and one on an unspecified form on what it may
    mean. No claim on record is no statement that there is no effect.

    Args:
        about: Id or name of a mineral, form, ligand, target or whatever else claims speak of.
        condition: Id or name of a condition; claims on narrower ones are in.
        verdict: One of the words of `Verdict`.
        catalog: Where to look; `None`: the bundled catalog.

    Raises:
        UnknownIdError: A name is not known, or names several things.
        InputError: ``verdict`` is none of the words.

    >>> claims(about="magnesium-bisglycinate", condition="insomnia")[0].subject
    'magnesium-bisglycinate'
    """
    catalog = or_bundled(catalog)
    near = _around(catalog, id_of(catalog, about)) if about is not None else {}
    states = _narrower(catalog, id_of(catalog, condition, "condition")) if condition else None
    if verdict is not None and verdict not in [*Verdict]:
        raise InputError("verdict", f"must be one of {', '.join(Verdict)}")
    found = [
        claim
        for claim in catalog.claims.values()
        if (about is None or not near.keys().isdisjoint(_all_of(claim)))
        and (states is None or not states.isdisjoint(_all_of(claim)))
        and (verdict is None or claim.verdict == verdict)
    ]
    return tuple(
        sorted(found, key=lambda c: (min((near.get(id, 9) for id in _all_of(c)), default=9), c.id))
    )


def explain(about: str, catalog: Catalog | None = None) -> Explanation:
    """
    Tell what a statement is worth: the verdict, why, how large the effect was, and on whose word.

    Args:
        about: Id of a claim, or the place of a statement in a popular article, such as ``B10``.
        catalog: Where to look; `None`: the bundled catalog.

    Raises:
        UnknownIdError: No claim has this id or place.

    >>> print(explain("A4").verdict)
    unverifiable
    """
    catalog = or_bundled(catalog)
    if about in catalog.claims:
        return Explanation(about, (catalog.claims[about],), catalog)
    places = catalog.derived(_places)
    found = places.get(about.casefold()) if isinstance(about, str) else None
    if found is None:
        near = difflib.get_close_matches(str(about), [*places, *catalog.claims], n=3)
        raise UnknownIdError("claims", str(about), tuple(near))
    return Explanation(about, found, catalog)


def _places(catalog: Catalog) -> dict[str, tuple[Claim, ...]]:
    """The places at which popular articles state things, folded, to the claims made of them."""
    places: dict[str, list[Claim]] = {}
    for claim in catalog.claims.values():
        for citation in claim.stated_by:
            source = catalog.sources[citation.source]
            if citation.locator is not None and source.kind is SourceKind.POPULAR_ARTICLE:
                places.setdefault(citation.locator.casefold(), []).append(claim)
    # A claim on a part of a statement says so in its id, and comes after the main one.
    return {
        place: tuple(sorted(found, key=lambda claim: ("-part-" in claim.id, claim.id)))
        for place, found in places.items()
    }


def _all_of(claim: Claim) -> tuple[str, ...]:
    return (claim.subject, *claim.objects, *claim.compared_with)


def _around(catalog: Catalog, id: str) -> dict[str, int]:
    """A thing and what claims on it may be filed under, with how far off each is."""
    form = catalog.forms.get(id)
    if form is not None:
        above = [wider.id for wider in catalog.forms.by(member=id)]
        steps = [(id,), (*form.members, *above), form.ligands, form.minerals]
    else:
        field = "mineral" if id in catalog.minerals else "ligand"
        steps = [(id,), tuple(one.id for one in catalog.forms.by(**{field: id}))]
    near: dict[str, int] = {}
    for distance, ids in enumerate(steps):
        for one in ids:
            near.setdefault(one, distance)
    return near | _narrower_of(catalog, id)


def _narrower_of(catalog: Catalog, id: str) -> dict[str, int]:
    if id not in catalog.conditions:
        return {}
    return {one: int(one != id) for one in _narrower(catalog, id)}


def _narrower(catalog: Catalog, id: str) -> set[str]:
    """A condition and all that are kinds of it."""
    found, ahead = {id}, [id]
    while ahead:
        for child in catalog.conditions.by(parent=ahead.pop()):
            if child.id not in found:
                found.add(child.id)
                ahead.append(child.id)
    return found
