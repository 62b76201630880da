# SPDX-License-Identifier: MIT
"""What a row of a pasted list says beside items: more on the row before, or how often."""

from __future__ import annotations

import html
import itertools
import re

from ..spelling import tokens
from .rhythms import Rhythm, rhythms
from .tidying import tidy
from .times import slots
from .words import HOLDING, PIECES, UNITED

__all__ = [
    "AMOUNT",
    "HEADING",
    "ONE_AMOUNT",
    "RULE",
    "bare",
    "continued",
    "is_amount",
    "is_marked",
    "is_more",
    "names_something",
    "rhythm_of",
    "unescaped",
]


def __dir__() -> list[str]:
    return __all__


AMOUNT = re.compile(
    r"[0-9](?:\s?(?:mg|mcg|[uµμ]g|g|iu|ie|ui|meq|mmol|ml|мг|мкг)\b|\s?%)", re.IGNORECASE
)
# Bullets, tick boxes, numbers of a list ("1.", "2)"), and pictures that stand for bullets.
_MARK = re.compile(
    r"^\s*(?:(?:[-*+•◦▪‣●○·–—>]|\[[ xX✓]?\]|☐|☑|☒|✓|✔|✅|❌|"
    r"➡️?|→|\(?(?:[0-9]{1,2}|[a-h])[.)](?=\s)|#[0-9]{1,2}\s|"
    r"[0-9]\ufe0f?\u20e3|"
    r"[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?)\s*)+"
)
RULE = re.compile(r"^[\s|:+=_-]+$")
HEADING = re.compile(
    r"^\s*(?:#+\s.*|[^,;()0-9]{2,40}:|\*\*[^*]+\*\*:?|-{2,9}[^-]{1,60}-{2,9}|={2,9}[^=]{1,60}={2,9})\s*$"
)
_PICTURE = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]")
_PICTURES = 8
_LEADING_AND = re.compile(r"^(?:and|und|et|y|plus|\+|&)\s+", re.IGNORECASE)
# With its semicolon: of "AT&T" nothing is meant.
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
# "Sig: take 1 tablet twice daily"
_DIRECTIONS = re.compile(
    r"^(?:sig|directions?|frequency|how\s+often|instructions?|dosage|suggested\s+use|"
    r"verzehr(?:empfehlung)?|einnahme|dosierung|posologie|posolog\u00eda|posologia|dawkowanie|gebruik)\s*:\s*",
    re.IGNORECASE,
)
_LONGEST = 120  # of what says nothing but an amount or a rhythm
_MOST_JOINED = 400
ONE_AMOUNT = re.compile(
    r"(?<![\w.,])[0-9][0-9.,]{0,9}(?:\s?[-–]\s?[0-9][0-9.,]{0,9})?\s?"
    r"(?:(?:mg|mcg|[uµμ]g|g|iu|ie|ui|meq|mmol|ml|мг|мкг)\b|%)",
    re.IGNORECASE,
)
_LITTLE = (PIECES | UNITED) - {"sirup", "syrup"} | frozenset(
    (
        "1 2 3 4 5 6 a at in the on per to or take taken taking food foods meal meals water each "
        "one two three four by mouth oral orally po "
        "dv nrv rda supplement supplements essen mahlzeit mahlzeiten wasser nehmen je pro am zum "
        "beim repas prendre comida comidas tomar pasto pasti assumere posilkiem przyjmowac"
    ).split()
)
# What names of minerals begin with, in the languages of most lists.
_MINERALS = tuple(
    (
        "magn zinc zink cink cynk calci kalzi kalcy wapn iron eisen hierro ferro ferr zelaz jarn "
        "jern ijzer selen copper kupfer cuivre cobre rame miedz koppar kobber chrom crom kali "
        "potas natri sodi mangan molyb molib boro bore lithi liti phosph fosf silic kiesel iod "
        "jod yod магн цинк кальц желез селен мед хром кали йод"
    ).split()
)
_OF_THESE = frozenset("of di de w z из в con en av in los dos ut".split())
_HOLDING = HOLDING - {"cu"} | {"cui", "tym", "том"}


def unescaped(text: str) -> str:
    """A text with its HTML entities as the characters that they stand for."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text).replace("\xa0", " ")


def bare(part: str) -> str:
    """A part without its bullet and without what hangs behind it."""
    part = _MARK.sub("", part.strip().replace("**", "").replace("__", ""))
    part = part.strip().strip(",;").strip()
    for _ in range(_PICTURES):
        if not _PICTURE.match(part[-1:]):
            break
        part = part[:-1].rstrip()
    return _LEADING_AND.sub("", part)


def is_marked(row: str) -> bool:
    """Whether a row begins with a bullet, a number or a space."""
    return row[:1].isspace() or _MARK.match(row) is not None


def names_something(text: str) -> bool:
    """Whether a heading has an amount or names a mineral, and so may be an item."""
    return AMOUNT.search(text) is not None or any(
        word.startswith(_MINERALS) for word in tokens(text)
    )


def _rest(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """The words of a text outside of some places, without those that say little."""
    left = bytearray(b"\1" * len(text))
    for start, end in spans:
        left[start:end] = bytes(end - start)
    kept = "".join(char if left[place] else " " for place, char in enumerate(text))
    return [word for word in tokens(kept) if word not in _LITTLE]


def rhythm_of(text: str) -> tuple[str, Rhythm] | None:
    """The words of a rhythm, and the rhythm, where a text says nothing else."""
    text = tidy(_DIRECTIONS.sub("", bare(text)))
    if len(text) > _LONGEST or not (found := rhythms(text)):
        return None
    spans = [span for rhythm in found for span in rhythm.spans] + slots(text)[1]
    if AMOUNT.search(text) or _rest(text, spans):
        return None
    places = found[0].spans
    return text[min(start for start, _ in places) : max(end for _, end in places)], found[0]


def is_amount(text: str) -> bool:
    """Whether a text is an amount, with how often and when or without, and nothing else."""
    text = tidy(bare(text))
    if len(text) > _LONGEST or not AMOUNT.search(text):
        return False
    spans = [match.span() for match in ONE_AMOUNT.finditer(text)]
    spans += [span for rhythm in rhythms(text) for span in rhythm.spans] + slots(text)[1]
    return not _rest(text, spans)


def holds(text: str) -> bool:
    """Whether a text begins with words that say what the one before holds, and how much."""
    if not AMOUNT.search(text):
        return False
    words = tokens(bare(text)[:_LONGEST])[:3]
    while len(words) > 1 and words[0] in _OF_THESE:
        del words[0]
    return bool(words) and words[0] in _HOLDING and "take" not in words


def is_more(before: str, row: str) -> bool:
    """Whether a row only says more on the one before: what it holds, how often, how much."""
    if row.rstrip(" *_").endswith(":"):
        return False  # of the rows behind it
    if holds(row) or rhythm_of(row):
        return True
    is_share = row.strip("() \t").endswith("%")
    return is_amount(row) and (is_share or not AMOUNT.search(before)) and "," not in before


def _may_go_on(row: str) -> bool:
    """Whether a row is of an item, that the next may say more on, and no mere heading."""
    return RULE.match(row) is None and (HEADING.match(row) is None or names_something(row))


def continued(rows: list[str]) -> list[str]:
    """Rows, with those that only say more on the one before put behind it."""
    first = next((row for row in rows if row.strip() and _may_go_on(row)), "")
    # Where a list begins with an amount or a rhythm, these stand before what they are of.
    if rhythm_of(first) or is_amount(first):
        return rows
    is_loose = not any(one.strip() and other.strip() for one, other in itertools.pairwise(rows))
    found: list[str] = []
    last = 0
    for place, row in enumerate(rows):
        before = found[last] if found else ""
        is_beside = is_loose or (place > 0 and bool(rows[place - 1].strip()))
        if not row.strip():
            found.append(row)
        elif (
            before.strip()
            and len(before) < _MOST_JOINED
            and _may_go_on(before)
            and (is_beside or holds(row))
            and is_more(before, row)
        ):
            found[last] = f"{before.rstrip()} {_DIRECTIONS.sub('', bare(row))}"
        else:
            last = len(found)
            found.append(row)
    return found
