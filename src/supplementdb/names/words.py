# SPDX-License-Identifier: MIT
"""The words around names on labels, in the languages that labels mix."""

from __future__ import annotations

__all__ = ["ELEMENTAL", "EXPLAINING", "NEGATING", "PLAIN"]


def __dir__() -> list[str]:
    return __all__


ELEMENTAL = frozenset(
    (
        "elemental elementary elementar elementares elementaire elementare elementarny elementair"
    ).split()
)
"""Words that say that the weight is the element's."""

EXPLAINING = ELEMENTAL | frozenset(
    (
        "as from form of which providing provides provide yielding yields supplying containing "
        "contains equivalent eq equal delivering als aus davon entspricht entsprechend comme sous "
        "soit dont come da como som"
    ).split()
)
"""Words after which a name only explains the one before: its form, or its other weight."""

NEGATING = frozenset("no not without non ohne keine kein sans sin senza sem bez".split())
"""Words that say that something is not in it."""

PLAIN = EXPLAINING | frozenset(
    (
        "the a an and with in per to at day daily mg supplement supplements tablet tablets tab "
        "tabs capsule capsules cap caps softgel softgels serving dose dv nrv rda chelate complex "
        "buffered mineral de di du d von und oral po before after food taken take needed gummies "
        "gummy each every x times contains free no multi multivitamin multivitamins multimineral "
        "multiminerals vitamins minerals men women mens womens s kids prenatal drops liquid powder"
    ).split()
)
"""Words that carry nothing, so that leftovers show what was really not understood."""
