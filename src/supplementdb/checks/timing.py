# SPDX-License-Identifier: MIT
"""The timing check: a separation that the stated times of day do not keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from ..catalog import Catalog
from ..finding import Finding
from ..model.axes import Action
from ..names.lines import lines_of
from ..names.times import slots
from ..regimen import Person
from .matching import matches
from .medicines import medicines
from .policy import Policy

__all__ = ["check_timing"]


def __dir__() -> list[str]:
    return __all__


def check_timing(
    catalog: Catalog, regimen: Sequence[Any], person: Person, policy: Policy = Policy()
) -> Iterator[Finding]:
    """
    Find lines and medicines that state the same time of day although hours must lie between them.

    Where no time is stated there is no finding: the interaction itself carries the hours.

    Yields:
        ``timing.separate``.
    """
    lines = lines_of(catalog, regimen, guesses=policy.accept_spelling)
    # Each text by itself: one that names several medicines leaves open whose times it gives.
    timed = [text for text in dict.fromkeys(person.medications) if slots(text)[0]]
    alone = [text for text in timed if len(medicines(catalog, (text,))) == 1]
    seen: set[tuple[str, str]] = set()
    for match in (
        match
        for text in alone
        for match in matches(catalog, lines, attrs.evolve(person, medications=(text,)))
    ):
        rule, medicine = match.rule, match.known.record
        separation = rule.separation
        shared = [slot for slot in slots(match.known.text)[0] if slot in match.item.when]
        pair = (match.line.text, medicine.id)
        if separation is None or not shared or pair in seen:
            continue
        seen.add(pair)
        yield Finding(
            code="timing.separate",
            level=match.level,
            subjects=(match.item.mineral, medicine.id),
            action=Action.SEPARATE,
            separation=separation,
            values={
                "mineral": catalog.minerals[match.item.mineral].name,
                "medication": medicine.name,
                "slots": [slot.value for slot in shared],
                "hours": str(separation),
            },
            sources=(separation.source,),
            path=match.path,
            inputs=(match.line.text, match.known.text),
        )
