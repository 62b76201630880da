# SPDX-License-Identifier: MIT
"""Part a pasted list into its lines, without breaking what belongs together."""

from __future__ import annotations

import csv
import re

from ..errors import InputError
from .headings import Block, Meaning, label_of, meaning_of, told
from .rows import (
    AMOUNT,
    HEADING,
    RULE,
    bare,
    continued,
    is_amount,
    names_something,
    rhythm_of,
    unescaped,
)
from .tables import are_heads, cells_of, keyed, line_of, separator_of, united

__all__ = ["split_stack"]


def __dir__() -> list[str]:
    return __all__


MAX_STACK = 100_000
_INNER_BULLET = re.compile(r"\s[•◦▪‣●○]\s?|\s·\s|[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?")
_NUMBERED = re.compile(r"(?:(?<=\s)|^)\(?[0-9]{1,2}[.)]\s+(?=[^\W\d])")
# "Magnesium,375 mg"
_CELLS = re.compile(r"(?<=[^\W\d_]{2}),(?=[0-9])|(?<=\)),(?=[0-9])")
_STRUCK = re.compile(r"~~([^~]{1,500})~~")
_LABELLED = re.compile(r"^([^\W\d][^,;:()0-9]{1,24}):\s+(?=\S)")
_TIMES = re.compile(
    r"^(?:morning|noon|midday|lunch|afternoon|evening|night|bedtime|dinner|breakfast|before\s+bed|"
    r"am|pm|daily|weekly|with\s+\w+|my\s+stack|stack|supplements?|i\s+take|currently|also|"
    r"morgens?|mittags?|abends?|früh|nachts?|täglich|matin|midi|soir|mañana|tarde|noche|mattina|"
    r"sera|rano|wieczór|wieczorem)$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\s{0,4}(?:[0-9½¼]{1,6}|one|two|three|half|a|once|twice)?\s{0,4}(?:x\s?[0-9]{0,3}|×|\b(?:tab(?:let)?s?|"
    r"caps?(?:ule)?s?|cpr?|comp\w{0,8}|c[aá]ps\w{0,6}|g[eé]lules?|kapsel\w{0,2}|tabl\w{0,6}|"
    r"saszet\w{0,3}|chewable|coated|enteric|sublingual|slow|sustained|extended|delayed|liquid|"
    r"powder(?:ed)?|vegan|vegetarian|softgels?|drops?|scoops?|pills?|gumm(?:y|ies)|sachets?|servings?|daily|"
    r"a\s+day|per\s+day|each|with|without|at|in\s+the|before|after|on|every|morning|night|"
    r"evening|bedtime|elemental|as|from|form|chelated?|providing|of\s+which|davon|soit|dont)\b)",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<=[a-z0-9)])\.\s+(?=[A-Z\u00c0-\u00dd\u0410-\u042f])")
_NAMED = re.compile(
    r"\s?[^\W\d][^0-9]{0,40}[0-9][0-9.,]{0,9}\s?(?:m?c?g|[u\u00b5\u03bc]g|i[ue]|meq|mmol|\u043c\u0433)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:and|und|sowie|et|y|e|en|i|och|og|plus|&|\+)\s", re.IGNORECASE)


_NAME = re.compile(r"[^\W\d_]{2}")
_BEGINNING = re.compile(r"\s{0,4}(?:[^\W\d_]{2}|[0-9]{1,6}\s?m?c?g\s)")
_MOST = 2_000
_ONLY_AMOUNT = re.compile(
    r"^\s*[0-9][0-9.,\s]*(?:mg|mcg|[uµμ]g|g|iu|ie|meq|mmol|ml)\b[^\w]*$", re.IGNORECASE
)


def split_stack(text: str) -> tuple[str, ...]:
    """
    Part a pasted list into the lines that a person meant.

    Line ends, bullets, numbers and semicolons part; a comma, a plus sign and "and" part where what
    stands behind is an item of its own. Headings, table heads and empty lines are dropped.

    Raises:
        InputError: ``text`` is no text, or longer than 100,000 characters.

    >>> split_stack("Calcium 1,000 mg, magnesium (carbonate, citrate) 200 mg and zinc 15 mg")
    ('Calcium 1,000 mg', 'magnesium (carbonate, citrate) 200 mg', 'zinc 15 mg')
    """
    if not isinstance(text, str):
        raise InputError("text", "must be text")
    if len(text) > MAX_STACK:
        raise InputError("text", f"must not be longer than {MAX_STACK:,} characters")
    text = unescaped(text).replace("\r\n", "\n").replace("\r", "\n")
    lines: list[str] = []
    rows = continued(keyed(_joined(text.split("\n"))))
    separator = separator_of(rows)
    heads: list[str] = []
    block = Block()
    leads = _leading(rows)
    for written, may_lead in zip(rows, leads, strict=True):
        row = _STRUCK.sub(" ", written)
        lines += _struck(written)
        if not row.strip() or RULE.match(row):
            block.leave()
            continue
        if separator and row.count(separator) >= 1:
            cells = cells_of(row, separator)
            if are_heads(cells):
                heads = cells
            else:
                lines += told([line_of(cells, heads)], block.enter(row))
            continue
        meaning = meaning_of(row, leads=may_lead)
        if meaning is not None or _is_heading(row):
            block.open(row, meaning)
        else:
            lines += _told(row, block.enter(row))
    return tuple(lines)


def _leading(rows: list[str]) -> list[bool]:
    """Of each row whether it may be a heading without looking like one."""
    first = next((row for row in rows if row.strip()), "")
    begins = bool(rhythm_of(first))
    filled = [bool(row.strip()) for row in rows]
    return [
        behind and (begins or not before)
        for before, behind in zip([False, *filled], [*filled[1:], False], strict=False)
    ]


def _struck(row: str) -> list[str]:
    """What is struck through in a row, as taken no more."""
    struck = [part for match in _STRUCK.finditer(row) for part in _parts(match[1])]
    return told(struck, Meaning(is_stopped=True))


def _is_heading(row: str) -> bool:
    """Whether a row is a heading, and names nothing that would be lost with it."""
    return HEADING.match(row) is not None and not names_something(row)


def _told(row: str, meaning: Meaning) -> list[str]:
    """The items of one row, with what its heading and its labels say of them."""
    label = label_of(row)
    if label is None:
        return told(_parts(row), meaning)
    lines = []
    said, behind = label
    for part in _outside(behind, ";"):
        inner = label_of(part)
        if inner is None and _LABELLED.match(part.strip()):
            inner = Meaning(), part
        said, items = inner or (said, part)
        lines += told(_parts(items), said)
    return lines


def _joined(rows: list[str]) -> list[str]:
    """Rows, with a bracket that runs over the end of one put together again."""
    joined: list[str] = []
    for row in rows:
        is_open = joined and joined[-1].count("(") > joined[-1].count(")")
        if is_open and row.count(")") > row.count("(") and len(joined[-1]) < 200:
            joined[-1] = f"{joined[-1].rstrip()} {row.strip()}"
        else:
            joined.append(row)
    return joined


def _parts(row: str) -> list[str]:
    """The items of one row."""
    if _is_heading(row):
        return []
    if HEADING.match(row):
        row = row.strip("#*-= \t")
    numbered = [part for part in _NUMBERED.split(row) if part.strip()]
    row = bare(row)
    if not row or _is_heading(row):
        return []
    if row.startswith('"'):
        cells = [cell.strip() for cell in next(csv.reader([row])) if cell.strip()]
        return [" ".join(cells)] if cells else []
    if "\t" in row and all(AMOUNT.search(cell) for cell in row.split("\t")):
        return [cell.strip() for cell in row.split("\t")]
    label = _LABELLED.match(row)
    if label and _TIMES.match(label[1].strip("*_ ")):
        row = row[label.end() :]
    pieces = numbered if len(numbered) > 1 else [row]
    found = []
    for piece in pieces:
        for bulleted in _INNER_BULLET.split(piece):
            for part in united(_outside(bulleted, ";")):
                for sentence in _sentences(part):
                    found += _listed(sentence)
    cleaned = [_CELLS.sub(", ", bare(part)) for part in found]
    return [part for part in cleaned if part and not _is_heading(part)]


def _outside(text: str, separator: str) -> list[str]:
    """Part a text at a sign, but not inside brackets."""
    parts, depth, start = [], 0, 0
    for place, char in enumerate(text):
        if char in "([{":
            depth += 1
        elif char in ")]}":
            depth = max(depth - 1, 0)
        elif char == separator and not depth:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


def _sentences(text: str) -> list[str]:
    """Part at full stops and, of three or more, at slashes where each part has an amount."""
    row = text.split(" / ")
    if len(row) > 2 and all(_NAMED.match(part) for part in row):
        return row
    found: list[list[str]] = []
    has_amount = False
    for part in _STOP.split(text):
        if found and not (has_amount and _NAMED.match(part)):
            found[-1].append(part)
        else:
            found.append([part])
            has_amount = False
        has_amount = has_amount or AMOUNT.search(part) is not None
    return [". ".join(parts) for parts in found]


def _listed(text: str) -> list[str]:
    """Part at commas, plus signs and "and" between items that have amounts of their own."""
    items: list[list[str]] = []
    has_amount = False
    for part in _commas(text):
        if items and not _is_item(part, after_amount=has_amount):
            items[-1].append(part)
            has_amount = has_amount or AMOUNT.search(part) is not None
        else:
            items.append([part])
            has_amount = AMOUNT.search(part) is not None
    return [piece for item in items for piece in _united(",".join(item))]


def _commas(text: str) -> list[str]:
    """Part at commas outside brackets that stand in no number."""
    parts, start = [], 0
    place = 0
    for part in _outside(text, ","):
        place += len(part) + 1
        after = text[place : place + 3]
        in_number = part[-1:].isdigit() and after[:1].isdigit()
        if place <= len(text) and in_number:
            continue
        parts.append(text[start : place - 1])
        start = place
    return parts


def _is_item(part: str, *, after_amount: bool) -> bool:
    """Whether what stands behind a comma is an item, and not more on the one before."""
    if not part.strip() or _COUNT.match(part) or _ONLY_AMOUNT.match(part):
        return False
    if not _NAME.search(part) or is_amount(part) or rhythm_of(part):
        return False
    # "Zinc, copper, selenium" is a list; "magnesium, as the citrate" is not, and is caught above.
    return part[:1] == " " or not after_amount or AMOUNT.search(part) is not None


def _united(item: str) -> list[str]:
    """Part at "and" or a plus sign where both sides have an amount or are nothing but a name."""
    if len(item) > _MOST:
        return [item]
    names = [part.strip() for part in item.split(" + ")]
    if not AMOUNT.search(item) and all(len(name.split()) > 1 for name in names):
        return names
    found, start = [], 0
    for match in _AND.finditer(item):
        before, behind = item[start : match.start()], item[match.end() :]
        is_inside = before.count("(") > before.count(")") or before.count("[") > before.count("]")
        if (
            not is_inside
            and AMOUNT.search(before)
            and not _COUNT.match(behind)
            and AMOUNT.search(behind)
            and _BEGINNING.match(behind)
            and not is_amount(behind)
        ):
            found.append(before)
            start = match.end()
    return [*found, item[start:]]
