# SPDX-License-Identifier: MIT
"""
What a line is about, beside the names on it.

Whether it lists auxiliaries, denies something, is rubbed in, is a laboratory's, or is talk. What
is named on such a line is not taken, and nothing may count it.
"""

from __future__ import annotations

import re

from .subjects import (
    ACTIVE,
    AFFIRMING,
    AUXILIARY,
    AUXILIARY_CJK,
    BRIEF,
    CARRIED,
    CLAIMED,
    CLASSES,
    CLAUSE,
    CLOSED,
    DENIED_BEHIND,
    DENIED_FIRST,
    DENYING,
    DRUNK,
    ELSEWHERE,
    HEADINGS,
    HEADINGS_CJK,
    LABORATORY,
    LISTED,
    LITTLE,
    MAY_DENY_BEHIND,
    MEASURED,
    MEASURED_CJK,
    MEDICINE_CJK,
    MILLIGRAMS,
    NEXT,
    NUMBERED,
    OF_ANY,
    OF_AUXILIARIES,
    OF_CLASSES,
    OF_DENIALS,
    OF_ELSEWHERE,
    OF_HEADINGS,
    OF_SEARCHED,
    OF_STOPPED,
    OF_THINGS,
    OF_TOPICALS,
    OF_WORK,
    OPENED,
    STOPPED_BEHIND,
    SWALLOWED,
    TALK,
    THINGS,
    TOPICAL,
    TOPICAL_CJK,
    WORDS_OF_THINGS,
    WORK,
)

__all__ = ["Context"]


def __dir__() -> list[str]:
    return __all__


class Context:
    """
    What a line is about.

    Args:
        text: The line, tidied.
        words: Its words, folded.
        amounts: Where its amounts are.

    Attributes:
        is_no_supplement: Whether what is named on it is not swallowed, or not taken at all.
        may_deny: Whether anything on it denies something.
    """

    __slots__ = (
        "_auxiliary_from",
        "_denied",
        "_has_auxiliaries",
        "_heads",
        "_may_deny_behind",
        "_may_stop",
        "_may_work",
        "_text",
        "_weighed",
        "_zones",
        "is_no_supplement",
        "may_deny",
    )

    def __init__(self, text: str, words: list[str], amounts: list[tuple[int, int]]) -> None:
        self._text = text
        self._weighed = bool(amounts)
        # Of the beginnings of words those that any pattern below asks for: mostly none.
        self._heads = OF_ANY.intersection([word[:4] for word in words])
        is_latin = text.isascii()
        self._auxiliary_from = len(text)
        self._zones: list[tuple[int, int, int]] = []
        self._denied: list[tuple[int, int]] = []
        if not OF_SEARCHED.isdisjoint(self._heads):
            self._search(amounts)
        if ("% in" in text or "% on" in text) and (match := CARRIED.search(text)):
            self._zones.append(_zone(text, match.end()))
        if not is_latin and (match := HEADINGS_CJK.search(text)):
            self._auxiliary_from = min(self._auxiliary_from, match.start())
        self._may_deny_behind = not is_latin or MAY_DENY_BEHIND.search(text) is not None
        self._may_stop = not OF_STOPPED.isdisjoint(self._heads)
        self._may_work = not OF_WORK.isdisjoint(self._heads)
        self._has_auxiliaries = bool(self._zones) or self._auxiliary_from < len(text)
        self.is_no_supplement = self._speaks_of_something_else(words, amounts, is_latin=is_latin)
        self.may_deny = self._may_deny_behind or self._may_stop or bool(self._denied)

    def _search(self, amounts: list[tuple[int, int]]) -> None:
        """Find where the line lists auxiliaries, and what it denies."""
        text, heads = self._text, self._heads
        if not OF_HEADINGS.isdisjoint(heads) and (match := HEADINGS.search(text)):
            self._auxiliary_from = match.start()
        hinted = OF_CLASSES & heads
        # Of acids only their regulators are auxiliaries.
        if hinted and (hinted != {"acid"} or "acidity" in text.casefold()):
            self._zones = [_zone(text, match.end()) for match in CLASSES.finditer(text)]
        if not OF_DENIALS.isdisjoint(heads) or ("with" in heads and "without" in text.casefold()):
            self._denied = _denied(text, amounts)

    def _speaks_of_something_else(
        self, words: list[str], amounts: list[tuple[int, int]], *, is_latin: bool
    ) -> bool:
        """Whether the line is on what is rubbed in, measured in blood, a thing, or talk."""
        text = self._text
        if (
            "/" in text
            and LABORATORY.search(text)
            and not self._swallowed_amount(amounts)
            and not DRUNK.search(text)
        ):
            return True
        if not is_latin and MEDICINE_CJK.search(text):
            return True
        is_hinted = not OF_THINGS.isdisjoint(self._heads)
        if (is_hinted or not WORDS_OF_THINGS.isdisjoint(words)) and (match := THINGS.search(text)):
            return not self._is_apart(match, amounts)
        match = TOPICAL.search(text) if not OF_TOPICALS.isdisjoint(self._heads) else None
        if match or (not is_latin and TOPICAL_CJK.search(text)):
            swallowed = self._weighed and SWALLOWED.search(text)
            return not swallowed and not (match and self._is_apart(match, amounts))
        if self._weighed:
            return False
        if not MEASURED.isdisjoint(words) or (not is_latin and MEASURED_CJK.search(text)):
            return True
        if not OF_ELSEWHERE.isdisjoint(self._heads) and ELSEWHERE.search(text):
            return True
        talk = sum(map(TALK.__contains__, words))
        asks = ("?" in text and talk >= 1) or text.rstrip().endswith("?")
        return talk >= 3 or (asks and not NUMBERED.search(text))

    def _is_apart(self, match: re.Match[str], amounts: list[tuple[int, int]]) -> bool:
        """
        Whether what is no supplement is one member of a list with amounts, and the others are.

        "Hydrocortisone cream, zinc 15 mg": only what is named in its clause is not taken.
        """
        before = [part.end() for part in CLAUSE.finditer(self._text, 0, match.start())]
        start = max(before, default=0)
        behind = CLAUSE.search(self._text, match.end())
        end = behind.start() if behind else len(self._text)
        # "Zinc oxide paste, 100 g tube" weighs the paste.
        small = [at for at, stop in amounts if MILLIGRAMS.search(self._text, at, stop)]
        if not small or any(start <= at < end for at, _ in amounts):
            return False
        self._denied.append((start, end))
        return True

    def _swallowed_amount(self, amounts: list[tuple[int, int]]) -> bool:
        """Whether any amount is of no volume: "520 mg (45 mmol/L)"."""
        return any(
            "/" not in self._text[start:end] and not self._text.startswith("/", end)
            for start, end in amounts
        )

    def denies(self, start: int, end: int) -> bool:
        """Whether the line says that it is without what it names at a place."""
        if self._denied and any(begin <= start < stop for begin, stop in self._denied):
            return True
        if self._text[max(start - 2, 0) : start] in ("不含", "不添", "無添"):
            return True
        if self._may_stop and STOPPED_BEHIND.match(self._text, end):
            return True
        return self._may_deny_behind and DENIED_BEHIND.match(self._text, end) is not None

    def may_be_auxiliary(self, end: int) -> bool:
        """Whether anything on the line, or behind a name, says what is an auxiliary."""
        return self._has_auxiliaries or (self._may_work and self._is_at_work(end))

    def _is_at_work(self, end: int) -> bool:
        """Whether the words behind a name say what it does: "(as a carrier)"."""
        return WORK.match(self._text, end) is not None

    def is_auxiliary(self, start: int, end: int, *, may_be: bool, often: bool) -> bool:
        """
        Whether the words before or behind what is named at a place say that it is an auxiliary.

        Args:
            start: Where the name starts.
            end: Where it ends.
            may_be: Whether it is used as one.
            often: Whether it is so used more often than not.
        """
        if start >= self._auxiliary_from:
            return True
        for begin, sure, stop in self._zones:
            if begin <= start < (stop if may_be and often else sure):
                return True
        return may_be and self._may_work and self._is_at_work(end)

    def is_among_auxiliaries(self, start: int) -> bool:
        """Whether the line lists auxiliaries, without amounts, and does not begin with a name."""
        if self._weighed:
            return False
        found = None
        if not OF_AUXILIARIES.isdisjoint(self._heads):
            found = AUXILIARY.search(self._text)
        if found is None and not self._text.isascii():
            found = AUXILIARY_CJK.search(self._text)
        # "Ingredients: calcium carbonate, maltodextrin": the first is what it is sold for.
        return found is not None and not (start < found.start() and ACTIVE.match(self._text))


def _zone(text: str, place: int) -> tuple[int, int, int]:
    """Where the auxiliaries behind their heading begin, surely go on to, and may go on to."""
    opened = OPENED.match(text, place)
    if opened:
        closed = CLOSED.search(text, opened.end())
        end = closed.start() if closed else len(text)
        return place, end, end
    first = NEXT.search(text, place)
    last = LISTED.search(text, place)
    return place, first.start() if first else len(text), last.start() if last else len(text)


def _denied(text: str, amounts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """
    Where a line says that it is without something: from the word to the end of its clause.

    A comma ends the clause where an amount follows: "no sugar, zinc 5 mg". Without one, only what
    stands right behind the word is denied: "no soy zinc 5 mg", "non-GMO magnesium".
    """
    spans = []
    for match in DENYING.finditer(text):
        start = match.end()
        stop = AFFIRMING.search(text, start + (text[start : start + 1] == ":"))
        end = stop.start() if stop else len(text)
        weighed = [at for at, _ in amounts if start <= at < end]
        in_bracket = text.rfind("(", 0, start) > text.rfind(")", 0, start)
        if weighed or (match[0].casefold() in BRIEF and not in_bracket):
            comma = text.find(",", start, weighed[0] if weighed else end)
            end = comma if comma >= 0 else end
        listed = CLAIMED.match(text, start) or (
            DENIED_FIRST.match(text, start) if weighed else None
        )
        spans.append((start, min(end, listed.end()) if listed else end))
    return spans + [(match.end(), match.end() + 1) for match in LITTLE.finditer(text)]
