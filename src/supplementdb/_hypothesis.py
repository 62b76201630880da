# SPDX-License-Identifier: MIT
"""The hook that hypothesis calls when it is imported; it must not import hypothesis itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["register"]


def __dir__() -> list[str]:
    return __all__


def register() -> None:
    """Tell hypothesis how to draw the library's types; nothing is built until one is drawn."""
    from hypothesis.strategies import register_type_strategy

    from .amounts import Amount, AmountRange
    from .regimen import Person

    for kind, plural in ((Amount, "amounts"), (AmountRange, "amount_ranges"), (Person, "persons")):
        register_type_strategy(kind, _drawn_by(plural))


def _drawn_by(plural: str) -> Callable[[type[Any]], Any]:
    def strategy(_: type[Any]) -> Any:
        from . import strategies

        return getattr(strategies, plural)()

    return strategy
