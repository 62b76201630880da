# SPDX-License-Identifier: MIT
"""Of what on a line its rhythms and its times of day are: the line by its clauses."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from decimal import Decimal

from ..regimen import Slot
from .numbers import CONTEXT
from .quantities import Quantity
from .rhythms import Rhythm, rhythms
from .times import is_divided, slots
from .words import AND_WITH

__all__ = ["Intakes"]


def __dir__() -> list[str]:
    return __all__


# Outside of brackets: "magnesium 400 mg at night, zinc 15 mg"; what "+" and "and" join is taken
# together.
_PARTING = re.compile(r"[;,](?![0-9])|\n|\.\s(?=[A-Z0-9])")
_JOINER = re.compile(rf"\s{{0,3}}(?:[+|&.]|{AND_WITH})\s")
_NEAR = 24  # letters
_ONCE = Decimal(1)


class Intakes:
    """
    How often, and when, what a line names is taken.

    Args:
        text: The line, tidied.

    Attributes:
        rhythms: All that it says of how often.
        when: All times of day that it names.
        spans: Where it says so; a mere "daily" is left out.
        is_said: Whether it says more than "daily".
        is_open: Whether what it says may be of something else alone.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.rhythms = rhythms(text)
        self.when, self._slots = slots(text)
        said = [each for each in self.rhythms if not each.is_plain]
        self.is_said = bool(said)
        self.spans = self._slots + [span for each in said for span in each.spans]
        self.is_open = False
        self._ends: list[int] = []
        self._starts: list[int] = []
        self._is_of_part = False
        self._is_of_each = False
        self._timed: set[int] = set()
        self._trailing: int | None = None

    def settle(
        self,
        depths: bytes,
        starts: list[int],
        others: Iterable[int],
        medicines: Iterable[int],
    ) -> None:
        """
        Tell what is said of minerals from what is said of other things.

        Args:
            depths: How many brackets each place of the line stands in.
            starts: Where its items start.
            others: Where something else is named, or is weighed.
            medicines: Where medicines are named, whose rhythms are their own.
        """
        others, medicines = list(others), list(medicines)
        self._starts = starts
        self._ends = [m.start() for m in _PARTING.finditer(self._text) if not depths[m.start()]]
        self._ends = sorted({*self._ends, *self._joints([*starts, *others, *medicines])})
        own = {self._clause(start) for start in starts}
        away = {self._clause(place) for place in medicines}
        aside = away.union(self._clause(place) for place in others) - own
        # "Magnesium 400 mg, metformin 500 mg twice a day"
        kept = [
            each
            for each in self.rhythms
            if self._clause(each.spans[0][0]) not in aside or self._is_heading(each)
        ]
        if not kept:
            # "Zinc 15 mg, vitamin C 500 mg twice daily": of the last, or of all.
            last = self._clause(len(self._text))
            kept = [
                each
                for each in self.rhythms
                if each.per_day > 1 and self._clause(each.spans[0][0]) == last not in away
            ]
            self.is_open = bool(kept)
        if len(starts) == 1:
            # "Täglich je 2 Kapseln morgens und abends": of one item the daily says no more.
            kept = [each for each in kept if not each.is_plain] or kept
        self.rhythms = kept
        said = [self._clause(each.spans[0][0]) for each in kept]
        if kept and own.union(aside).issuperset(said):
            # "Magnesium 400 mg at night, zinc 30 mg every other day"
            self._timed = {self._clause(start) for start, _ in self._slots}.difference(said)
            last = max(own, default=0)
            if set(said) == {last} and len(own) > 1 and kept[0].per_day != 1:
                self._trailing = last
        self._is_of_part = len(starts) > 1 and any(
            starts[0] < each.spans[0][0] < starts[-1] for each in self.rhythms
        )
        named = [self._clause(start) for start, _ in self._slots]
        self._is_of_each = len(own.union(aside).intersection(named)) > 1 or any(
            self._text[end : end + 1] == ":" for _, end in self._slots
        )

    def _joints(self, places: list[int]) -> list[int]:
        """Where "and" joins what follows a rhythm with another thing: "A twice daily and B"."""
        spans = [span for each in self.rhythms for span in each.spans] + self._slots
        joints = []
        for _, end in spans:
            joiner = _JOINER.match(self._text, end)
            if joiner is None:
                continue
            start = joiner.end()
            first = min([place for place in places if place >= start], default=start + _NEAR)
            if first < start + _NEAR and not any(start <= begin < first for begin, _ in spans):
                joints.append(joiner.start())
        return joints

    def _is_heading(self, rhythm: Rhythm) -> bool:
        """Whether a rhythm is of all that stands behind it: "Twice daily: zinc, copper"."""
        end = rhythm.spans[-1][1]
        return self._text[end:].lstrip().startswith(":") and any(
            start > end for start in self._starts
        )

    def is_unclear(self, start: int) -> bool:
        """Whether what is said of how often may not be of an item, or of the item alone."""
        clause = self._clause(start)
        return self.is_open or (
            self._trailing is not None and clause not in (self._trailing, *self._timed)
        )

    def times(self, amounts: list[Quantity]) -> int:
        """At how many times of day one amount is taken, of those that stand in no bracket."""
        many = len(self.when)
        if self.is_said or many < 2 or self._is_of_each or is_divided(self._text):
            return 1
        # "150 mg in the morning, 200 mg in the evening": each time has an amount of its own;
        # "200 mg in the morning, 200 mg in the evening" is one amount, twice.
        are_same = len({(q.low, q.high) for q in amounts}) == 1 and len(self._starts) == 1
        return 1 if len(amounts) >= many and not are_same else many

    def slots(self, start: int) -> tuple[Slot, ...]:
        """The times of day of an item."""
        if not self._is_of_each:
            return self.when
        clause = self._clause(start)
        own, _ = slots(self._text[self._begin(clause) : self._end(clause)])
        return own or self.when

    def per_day(self, start: int, times: int) -> Decimal:
        """
        How often a day an item is taken that is taken so often at a time of day.

        It is what is said behind the item, or what is said for all of the line.
        """
        often = self._often(start) if self.rhythms else _ONCE
        return CONTEXT.multiply(often, Decimal(times)) if times > 1 else often

    def _often(self, start: int) -> Decimal:
        if self._clause(start) in self._timed:
            return _ONCE
        if len({each.per_day for each in self.rhythms}) < 2 and not self._is_of_part:
            return self.rhythms[0].per_day
        end = min([other for other in self._starts if other > start], default=len(self._text))
        own = [each for each in self.rhythms if start <= each.spans[0][0] < end]
        own.sort(key=_earliest)
        last = max(each.spans[0][0] for each in self.rhythms)
        if len(self.rhythms) == len(self._starts) and last < self._starts[-1]:
            # "Once daily zinc 15 mg, every other day iron 40 mg": each leads its item.
            own = [each for each in self.rhythms if each.spans[0][0] < start]
            own.sort(key=_earliest, reverse=True)
        before = [each for each in self.rhythms if each.spans[0][0] < self._starts[0]]
        return next((each.per_day for each in own or before), _ONCE)

    def _clause(self, place: int) -> int:
        return bisect.bisect_right(self._ends, place)

    def _begin(self, clause: int) -> int:
        return self._ends[clause - 1] if clause else 0

    def _end(self, clause: int) -> int:
        return self._ends[clause] if clause < len(self._ends) else len(self._text)


def _earliest(rhythm: Rhythm) -> int:
    return rhythm.spans[0][0]
