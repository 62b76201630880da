# SPDX-License-Identifier: MIT
"""What an application decides before it asks: whose limits count."""

from __future__ import annotations

import attrs

from ..errors import InputError
from ..model.intake import Authority

__all__ = ["Policy"]


def __dir__() -> list[str]:
    return __all__


def _authority(value: str) -> Authority:
    try:
        return Authority(value.upper())
    except (ValueError, AttributeError):
        known = ", ".join(authority.value for authority in Authority)
        raise InputError("authority", f"must be one of {known}") from None


@attrs.frozen(kw_only=True)
class Policy:
    """
    Whose limits a screening uses; authorities are never mixed or averaged.

    Args:
        authority: Id of the authority, in any case.

    Raises:
        InputError: No authority has this id.

    >>> Policy(authority="efsa").authority.value
    'EFSA'
    """

    authority: Authority = attrs.field(default=Authority.NASEM, converter=_authority)
