# SPDX-License-Identifier: MIT
"""Of how many pieces an amount is, and whether it is that of a day: "serving size: 2 capsules"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from .times import Read
from .words import EACH, HOLDING

__all__ = ["Serving", "serving"]


def __dir__() -> list[str]:
    return __all__


class Serving(NamedTuple):
    """
    What a text says an amount is of.

    Attributes:
        pieces: How many pieces hold the amount; one: it does not say.
        is_of_a_day: Whether the amount is said to be that of a day.
        taken: How many pieces of that amount are taken at once; `None`: it does not say.
        span: Where it says how many are taken.
    """

    pieces: Decimal = Decimal(1)
    is_of_a_day: bool = False
    taken: Decimal | None = None
    span: tuple[int, int] = (0, 0)


_ONE = Decimal(1)
_MOST = 12  # pieces that are taken at once
_PIECES = re.compile(r"(n)y?t")
_DAILY = re.compile(r"[,.v]{0,2}(?:[pO]{0,2}[dD]|/[dj]|[no]x|o|s)")
_PER = frozenset("per pro por pour na pe par in w для на в".split())
_SERVINGS = frozenset(
    (
        "size serving servings portion portionsgrosse portionsgroesse porcion porzione porcja "
        "porcji portie porcao dose doses dosis dosi dosering tagesdosis tagesportion tagesration "
        "dagdosering dagdosis dagsdos davka adag doza дозировка доза порция порции"
    ).split()
)
_HOLD = frozenset("enthalten contain provide supply contienen contiennent".split())
# "2 capsules of 200 mg", "2 tabletki po 100 mg"; "1/2 Tablette Zink 50 mg"
_TAKEN_OF = re.compile(r"(n)y?t([yplvA])y?(?=[nf]u)")
_PART_TAKEN = re.compile(r"(n)y?t[yplvA]{0,3}(?=[nf]u)")
_OF = frozenset("of a de da po по van at zu".split())
# "3 caps magnesium (133 mg each)"
_TAKEN_EACH = re.compile(r"(n)y?ty?[(,]?[nf]u([py])")
_DAY = (
    r"(?:tages(?:dosis|portion|ration|verzehrmenge)|daily\s(?:dose|serving|portion)|"
    r"dose\s(?:journali\u00e8re|quotidienne|giornaliera|di\u00e1ria)|(?:dosis|raci\u00f3n)\sdiaria|"
    r"dawk\w{1,2}\sdzienn\w{1,3}|dzienn\w{1,3}\s(?:porcj\w|dawk\w)|dagdosering|dagdosis|dagsdos\w{0,2}|"
    r"denn\u00ed\sd\u00e1vk\w|napi\sadag\w{0,2}|\u0441\u0443\u0442\u043e\u0447\u043d\w{2}\s\u0434\u043e\u0437\w)"
)
_OF_A_DAY = re.compile(
    rf"\b(?:per|pro|par|por|je|na|w|in|\u0432|\u043d\u0430)\s(?:(?:der|einer|une|una|empfohlene\w)\s)?{_DAY}"
    rf"|\b{_DAY}\s?(?:\([^()]{{0,30}}\)\s?)?:(?!\s?[0-9]{{1,2}}\s?[^\W\d_]{{3}})",
    re.IGNORECASE,
)


def serving(text: str, words: Read) -> Serving:
    """What a text says its amounts are of."""
    classes = words.classes
    of_a_day = _OF_A_DAY.search(text) is not None
    taken, span = _taken(words)
    for match in _PIECES.finditer(classes):
        at = match.start()
        if words.counts[at] <= _ONE or words.counts[at] > _MOST:
            continue
        before = at - 1
        while before >= 0 and classes[before] in ":(,":
            before -= 1
        word = words.folded[before] if before >= 0 else ""
        behind = _DAILY.match(classes, match.end()) is not None
        # "Dose: 2 capsules daily" says how many are taken.
        after = words.folded[match.end()] if match.end() < len(classes) else ""
        holds = after in HOLDING or after in _HOLD
        if word in _PER or holds or (word in _SERVINGS and not behind):
            return Serving(words.counts[at], of_a_day, taken, span)
    return Serving(_ONE, of_a_day, taken, span)


def _taken(words: Read) -> tuple[Decimal | None, tuple[int, int]]:
    """How many pieces of an amount are taken at once, and where it is said."""
    for match in _TAKEN_EACH.finditer(words.classes):
        many = words.counts[match.start()]
        if words.folded[match.start(2)] in EACH and _ONE < many <= _MOST:
            return many, words.spans[match.start()]
    for match in _TAKEN_OF.finditer(words.classes):
        many = words.counts[match.start()]
        if words.folded[match.start(2)] in _OF and _ONE != many <= _MOST:
            return many, words.spans[match.start()]
    for match in _PART_TAKEN.finditer(words.classes):
        many = words.counts[match.start()]
        if 0 < many < 1:
            return many, words.spans[match.start()]
    return None, (0, 0)
