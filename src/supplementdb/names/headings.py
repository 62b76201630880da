# SPDX-License-Identifier: MIT
"""What headings say of the rows below them: that they are taken no more, or how often."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..spelling import tokens
from .rhythms import rhythms
from .rows import HEADING, ONE_AMOUNT, bare, is_marked, rhythm_of
from .subjects import AFFIRMING
from .tidying import tidy
from .timewords import CLASS

__all__ = ["Block", "Meaning", "label_of", "meaning_of", "told"]


def __dir__() -> list[str]:
    return __all__


_STOPPED = re.compile(
    r"\b(?:stopped(?:\s+taking)?|discontinued|ceased|quit|no\s+longer(?:\s+(?:taking|using))?|"
    r"not\s+(?:currently\s+)?(?:taking|using)(?:\s+(?:any\s?more|now|currently))?|not\s+any\s?more|"
    r"(?:do\s+not|don['’]?t)\s+take|used\s+to\s+take|(?:previously|formerly)(?:\s+(?:taken|took))?|"
    r"(?:past|former|old)\s+(?:stack|supplements?|med\w{0,9})|paused|on\s+hold|avoid(?:ing)?|"
    r"abgesetzt\w{0,2}|nicht\s+mehr|pausiert|arrêtée?s?|(?:ne\s+prends|pris)\s+plus|suspendid[oa]s?|"
    r"ya\s+no(?:\s+tomo)?|dejé\s+de(?:\s+tomar)?|sospes[oaie]|non\s+prendo\s+più|odstawion\w{1,2}|"
    r"nie\s+biorę|gestopt(?:\s+met)?|niet\s+meer|parei(?:\s+de\s+tomar)?|não\s+tomo\s+mais|"
    r"slutat(?:\s+med)?|stoppet|lopetettu|отменен\w|(?:больше\s+)?не\s+принимаю)\b",
    re.IGNORECASE,
)
# "Things I have stopped", "Stopped in May 2024"; "since I stopped eating meat" is none.
_BESIDE = frozenset(
    (
        "i ve have has been was were am things what all these this those that already recently "
        "currently temporarily now for in on since as of the my and or at by doctor taking using "
        "supplement supplements vitamin vitamins mineral minerals med meds medication "
        "medications items stack list january february march april may june july august "
        "september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
        "ich habe seit im je j ai prendre lo la tomar de da mam me jag har с"
    ).split()
)
_GOING_ON = re.compile(
    r"^(?:(?:i(?:['’]m|\s+am)?\s+)?(?:now|still|currently|current|taking|take|started|continu\w{1,5}))\b",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"[.,;]?\s(?:but|still|started|except|aber|mais|pero|maar|ale|men|но)\s+", re.IGNORECASE
)
_LABEL = re.compile(r"^([^:]{2,40}):\s+(?=\S)")
_NUMBER = re.compile(r"(?<![\w-])[0-9][0-9.,/]*")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 60
_SIGNS = "#*-=_: \t"


class Meaning(NamedTuple):
    """
    What a heading says of the rows below it.

    Attributes:
        rhythm: How often they are taken; empty: it does not say, or says daily.
        is_stopped: Whether they are taken no more.
    """

    rhythm: str = ""
    is_stopped: bool = False


NOTHING = Meaning()


def _meaning(text: str) -> Meaning | None:
    """What the words of a heading say, where they name nothing."""
    text = bare(text).strip(_SIGNS)
    if _STOPPED.search(text):
        others = [word for word in tokens(_STOPPED.sub(" ", text)) if not word.isdigit()]
        return Meaning(is_stopped=True) if _BESIDE.issuperset(others) else None
    days = tokens(text)
    if len(days) == 1 and CLASS.get(days[0], ("",))[0] in ("k", "K"):
        return Meaning("once a week")  # "Mon: iron 65 mg"
    found = rhythm_of(text)
    if found is None:
        return None
    words, rhythm = found
    return Meaning("" if rhythm.per_day == 1 else words)


def meaning_of(row: str, *, leads: bool) -> Meaning | None:
    """
    What a row says of those below it; `None`: it is no heading, or none that is understood.

    Args:
        row: The row.
        leads: Whether it may be a heading without looking like one.
    """
    stripped = row.strip()
    if len(stripped) > _LONGEST:
        return None
    if HEADING.match(row) or stripped.strip("*_ ").endswith(":"):
        return _meaning(row)
    if leads and (rhythm_of(row) or _STOPPED.fullmatch(bare(row))):
        return _meaning(row)
    return None


def label_of(row: str) -> tuple[Meaning, str] | None:
    """What a label before the items of a row says of them, and the row without it."""
    row = bare(row)
    label = _LABEL.match(row)
    meaning = _meaning(label[1]) if label else None
    if label is None or meaning is None or meaning == NOTHING:
        return None
    return meaning, row[label.end() :]


def told(lines: list[str], meaning: Meaning) -> list[str]:
    """Lines with what their heading says of them."""
    if meaning.is_stopped:
        return [one for line in lines for one in _stopped(line)]
    if not meaning.rhythm:
        return lines
    return [line if rhythms(tidy(line)) else f"{line} {meaning.rhythm}" for line in lines]


def _stopped(line: str) -> list[str]:
    """
    A line as one that is denied, and what it says is taken yet.

    Without amounts, and in pieces: before an amount only the first word behind "stopped" is denied.
    """
    if _GOING_ON.match(line):
        return [line]
    gone, *left = _BUT.split(line, maxsplit=1)
    gone = _NUMBER.sub(" ", ONE_AMOUNT.sub(" ", gone)).replace("(", ",").replace("[", ",")
    pieces = [
        " ".join(piece.split()) for part in gone.split(",") for piece in AFFIRMING.split(part)
    ]
    named = [f"stopped {piece}" for piece in pieces if _LETTER.search(piece)]
    return [", ".join(named), *left] if named else left


def _level(row: str) -> int:
    """How deep a heading is: those with more signs are below those with fewer."""
    row = row.strip()
    if row.startswith("#"):
        return len(row) - len(row.lstrip("#"))
    return 8 if row.endswith(":") else 7


class Block:
    """The rows below a heading, up to the next or to an empty row."""

    __slots__ = ("_gap", "_is_loose", "_is_marked", "_level", "meaning")

    def __init__(self) -> None:
        self.meaning = NOTHING
        self._level = 0
        self._is_marked: bool | None = None
        self._is_loose = False
        self._gap = False

    def open(self, heading: str, meaning: Meaning | None) -> None:
        """Begin below a heading; one that is not understood goes on with that above it."""
        level = _level(heading)
        if meaning is None and self.meaning != NOTHING and self._level < level:
            return
        self.meaning = meaning or NOTHING
        self._level = level
        self._is_marked = None
        self._is_loose = False
        self._gap = False

    def leave(self) -> None:
        """Go over an empty row: it ends what does not begin with one."""
        if self._is_marked is None:
            self._is_loose = True
        self._gap = True

    def enter(self, row: str) -> Meaning:
        """What the heading says of a row."""
        is_marked_ = is_marked(row)
        begun = self._is_marked is not None
        if begun and self._gap and not (self._is_loose and is_marked_ == self._is_marked):
            self.meaning = NOTHING
        if not is_marked_ and _GOING_ON.match(row.strip()):
            self.meaning = NOTHING
        self._is_marked = is_marked_
        self._gap = False
        return self.meaning
