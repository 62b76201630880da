# SPDX-License-Identifier: MIT
"""What pharmacies and records of patients shorten, written as labels print it."""

from __future__ import annotations

import re
from decimal import Decimal

from .numbers import CONTEXT, NUMBER, UNIT, readings

__all__ = ["written_out"]


def __dir__() -> list[str]:
    return __all__


_MOST_PIECES = 12
_ROW = re.compile(
    r"(?<![\w.,/-])[0-9][0-9.,]{0,6}(?:-[0-9][0-9.,]{0,6}){2,5}(?=\s?(?:mg|mcg|g)\b)",
    re.IGNORECASE,
)
_TWO_UNITS = re.compile(
    r"(?<![\w.,/-])([0-9][0-9.,]{0,6})-([0-9][0-9.,]{0,6})\s?(mg|mcg|g)-(?:units?|unt|iu)\b",
    re.IGNORECASE,
)
# "315 mg-250 IU", "500 mg-5 mcg": of two things, as the second unit is the smaller.
_DASHED = re.compile(
    r"(?<=[0-9]mg)\s?-\s?(?=[0-9][0-9.]{0,6}\s?(?:iu|ui|ie|units?|mcg|ug|\u00b5g|\u03bcg)\b)"
    r"|(?<=[0-9]\smg)-(?=[0-9][0-9.]{0,6}\s?(?:iu|units?|mcg|ug)\b)",
    re.IGNORECASE,
)
_UNITS_BEHIND = re.compile(r"(mc?g\s?/\s?[0-9]{2,6})\s?(?:unt|units?)\b", re.IGNORECASE)
_PLAN = re.compile(r"(?<![\w.,-])([0-3](?:-[0-3]){2,3})\s(?=[0-9])")
_MWF = re.compile(r"\b(?:M/?W/?F|m/?w/?f)\b")
_WITH = re.compile(r"\bw/\s?(?=[^\W\d_])(?!o\b)", re.IGNORECASE)
_OF_RANGES = ("between ", "zwischen ", "entre ", "tra ", "tussen ", "mell", "mi\u0119dzy ")
_BETWEEN = re.compile(
    r"\b(?:between|zwischen|entre|tra|tussen|mellan|mellem|mellom|mi\u0119dzy)\s"
    rf"({NUMBER})\s?({UNIT})?\s(?:and|und|et|y|e|en|och|og|a)\s(?={NUMBER})",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    rf"(?<![\w.,])({NUMBER})\s?({UNIT})\s?\((?:as\s)?([0-9]{{1,2}})\s?x\s?({NUMBER})\s?({UNIT})?[^()0-9]{{0,20}}\)",
    re.IGNORECASE,
)
# "Take 3 capsules (2,001 mg total)", behind the strength of a capsule or without one.
_TOTAL = re.compile(
    rf"((?:[0-9]{{1,2}}\s[^\W\d_]{{3,12}})?\s?)\(\s?((?:{NUMBER})\s?(?:{UNIT}))\stotal\)",
    re.IGNORECASE,
)
# What says how often, behind an amount or a volume.
_OFTEN = (
    r"by\smouth|po\b|orally|once|twice|daily|every|nightly|at\s|in\sthe|a\sday|per\sday|bid|tid|qid|qd|"
    r"b\.?d\b|tds|qds|par\sjour|al\sd\u00eda|al\sgiorno|am\sTag|pro\sTag|t\u00e4glich|dziennie|per\sdag|"
    r"\u0432\s\u0434\u0435\u043d\u044c"
)
# "Take 800 mg by mouth", and not "take 800 mg calcium".
_TAKEN = re.compile(
    rf"\btake\s({NUMBER})\s?({UNIT})\b(?=\s?(?:$|[.,;)]|[0-9]|two\b|three\b|four\b|each|{_OFTEN}))",
    re.IGNORECASE,
)
_STRENGTH = re.compile(rf"(?<![\w.,])({NUMBER})\s?({UNIT})\b", re.IGNORECASE)
# "20 mEq/15 mL oral solution, 30 mL daily"
_VOLUME = re.compile(
    r"(?:/|\b(?:per|pro|par|pour|por)\s)\s?([0-9]{1,3}(?:\.[0-9])?\s?)?(?:ml|\u043c\u043b)\b",
    re.IGNORECASE,
)
_POURED = re.compile(
    r"(?<![/\w.])(?<!/\s)(?<!per\s)(?<!pro\s)(?<!par\s)([0-9]{1,3}(?:\.[0-9])?)\s?(?:ml|\u043c\u043b)"
    rf"(?=\s(?:[0-9]x?\s?(?:times|daily)|{_OFTEN}))",
    re.IGNORECASE,
)


def written_out(text: str) -> str:
    """
    Write rows, plans, totals and volumes as labels do: "333-133-5 mg", "1-0-1 200 mg", "w/ D".

    What is said twice is said once: "take 2 tablets (800 mg total)", "take 800 mg" of tablets of
    400 mg are two tablets.
    """
    lowered = text.lower()
    if "-" in text:
        text = _ROW.sub(lambda match: match[0].replace("-", "/"), text)
        if "g-u" in lowered or "g-i" in lowered:
            text = _TWO_UNITS.sub(r"\1 \3 / \2 IU ", text)
        text = _PLAN.sub(r"\1; ", _DASHED.sub("/", text))
    if "unit" in lowered or "unt" in lowered:
        text = _UNITS_BEHIND.sub(r"\1 IU ", text)
    if "w" in lowered and "f" in lowered:
        text = _MWF.sub("Mon/Wed/Fri", text)
    if "w/" in lowered:
        text = _WITH.sub("with ", text)
    if "(" in text and "x" in lowered:
        text = _PRODUCT.sub(_whole, text)
    if "take" in lowered:
        text = _TAKEN.sub(_pieces, _TOTAL.sub(_once, text))
    if ("ml" in lowered or "\u043c\u043b" in lowered) and ("/" in text or " p" in lowered):
        text = _poured(text)
    return _BETWEEN.sub(_range, text) if any(map(lowered.__contains__, _OF_RANGES)) else text


def _whole(match: re.Match[str]) -> str:
    """An amount without the parts that it is made of, if it is: "400 mg (2 x 200 mg)"."""
    whole, unit, many, part, other = match.groups()
    one, each = (readings(of, u).low for of, u in ((whole, unit), (part, other or unit)))
    if one is None or each is None or one.kind != each.kind:
        return match[0]
    total = CONTEXT.multiply(each.to(one.unit).value, Decimal(many))
    return f"{whole} {unit} " if total == one.value else match[0]


def _range(match: re.Match[str]) -> str:
    return f"{match[1]} {match[2] or ''} to ".replace("  ", " ")


def _once(match: re.Match[str]) -> str:
    """Pieces without their total, where the strength of one is known; else the total alone."""
    return f"{match[1]} " if _STRENGTH.search(match.string, 0, match.start()) else f"{match[2]} "


def _pieces(match: re.Match[str]) -> str:
    """How many pieces of the strength before them make an amount that is taken."""
    before = _STRENGTH.search(match.string, 0, match.start())
    if before is None:
        return match[0]
    strength, dose = (readings(of[1], of[2]).low for of in (before, match))
    if strength is None or dose is None or strength.kind != dose.kind or not strength.value:
        return match[0]
    many = CONTEXT.divide(dose.to(strength.unit).value, strength.value)
    return _counted(many, "tablets") or match[0]


def _poured(text: str) -> str:
    """Say how often a volume is the one that an amount is in: "20 mEq/15 mL, 30 mL daily"."""
    volume = _VOLUME.search(text)
    if volume is None:
        return text
    one = Decimal((volume[1] or "1").strip())
    if not one:
        return text
    return _POURED.sub(
        lambda match: _counted(CONTEXT.divide(Decimal(match[1]), one), "doses") or match[0], text
    )


def _counted(many: Decimal, what: str) -> str:
    """So many of something, if that is a number that people take; otherwise nothing."""
    halves = CONTEXT.multiply(many, Decimal(2))
    if not 0 < many <= _MOST_PIECES or halves != halves.to_integral_value():
        return ""
    return f"{many.normalize():f} {what}"
