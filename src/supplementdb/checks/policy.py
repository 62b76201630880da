# SPDX-License-Identifier: MIT
"""What an application decides before it asks: whose limits count, and what it wants to see."""

from __future__ import annotations

from typing import Any

import attrs

from ..errors import InputError
from ..finding import Level, level_named
from ..model.intake import Authority

__all__ = ["Policy"]


def __dir__() -> list[str]:
    return __all__


def _authority(value: Any) -> Authority:
    try:
        return Authority(value.upper())
    except (ValueError, AttributeError):
        known = ", ".join(authority.value for authority in Authority)
        raise InputError("authority", f"must be one of {known}, or several of them") from None


def _authorities(value: Any) -> tuple[Authority, ...]:
    named = tuple(value) if isinstance(value, (tuple, list)) else (value,)
    found = tuple(dict.fromkeys(map(_authority, named)))
    if not found:
        raise InputError("authority", "must name at least one")
    return found


@attrs.frozen(kw_only=True)
class Policy:
    """
    Whose limits a screening uses, and what it shows; authorities are never mixed or averaged.

    Args:
        authority: Id of an authority, in any case; or several in order, of which for each mineral
            the first counts that has a number for the person. Those before it that say that they
            set none are told.
        strictest: Whether of several authorities all count, and of the limits that are exceeded
            the lowest is told.
        min_level: Findings below this level are counted in ``Report.hidden`` and not shown; what
            was not assessed is always shown.
        accept_spelling: Whether names that were guessed at ("magnesum") count; otherwise they are
            told as not assessed.

    Attributes:
        authorities: The authorities, in order.

    Raises:
        InputError: No authority has this id, or there is no such level.

    >>> str(Policy(authority="efsa")), str(Policy(authority=("EFSA", "NASEM")))
    ('EFSA', 'EFSA, then NASEM')
    >>> str(Policy(authority=("EFSA", "NASEM"), strictest=True))
    'the strictest of EFSA and NASEM'
    """

    authorities: tuple[Authority, ...] = attrs.field(
        default=Authority.NASEM, converter=_authorities, alias="authority"
    )
    strictest: bool = attrs.field(default=False, validator=attrs.validators.instance_of(bool))
    min_level: Level = attrs.field(default=Level.NOTE, converter=level_named)
    accept_spelling: bool = attrs.field(default=False, validator=attrs.validators.instance_of(bool))

    def __str__(self) -> str:
        names = [authority.value for authority in self.authorities]
        if self.strictest and len(names) > 1:
            return f"the strictest of {', '.join(names[:-1])} and {names[-1]}"
        return ", then ".join(names)
