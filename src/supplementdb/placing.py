# SPDX-License-Identifier: MIT
"""Times for intakes that keep every rule on them, or the rules that clash."""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

import attrs

from .catalog import Catalog
from .checks.cautions import check_cautions
from .checks.matching import Match, factors_named, matches, nutrient_matches
from .checks.medicines import in_the_gut, medicines, unnamed
from .finding import Level
from .model.axes import Action
from .model.common import Meals, MealTiming
from .model.fields import hours_in_words
from .model.interaction import Separation
from .names.rhythms import intakes
from .names.times import slots
from .regimen import Line, Person, Slot
from .search import GaveUpError, Search

__all__ = ["Day", "PlanRule", "Planner"]


def __dir__() -> list[str]:
    return __all__


_DAY = 24 * 60
_STEP = 30
# The hours that people mean by a time of day that they name: from, and to below.
_NAMED = {
    Slot.MORNING: (300, 660),
    Slot.NOON: (660, 870),
    Slot.EVENING: (990, 1230),
    Slot.BEDTIME: (1230, 1440),
}


@attrs.frozen(kw_only=True)
class PlanRule:
    """
    What a plan has to keep.

    Attributes:
        text: The rule in words.
        record: Id of the interaction, medicine or form that says so; `None`: the input does.
        sources: Ids of the sources.
    """

    text: str
    record: str | None = None
    sources: tuple[str, ...] = ()


@attrs.frozen
class Day:
    """
    A day in minutes from midnight.

    Attributes:
        first: The earliest time.
        last: The latest.
        meals: Times of meals, in order.
    """

    first: int
    last: int
    meals: tuple[int, ...]


@attrs.frozen
class _Take:
    """One intake to be placed: of which product, when its text says, and where it is best."""

    text: str
    product: int
    slot: Slot | None
    best: int


@attrs.frozen
class _Bound:
    """A rule on one intake or on two."""

    rule: PlanRule
    takes: tuple[int, ...]
    holds: Callable[..., bool]


class Planner:
    """
    What is to be placed, and the rules for it.

    Args:
        catalog: Where the rules are.
        lines: What is taken.
        person: Whose medicines are placed too.
        day: Its ends and meals.

    Attributes:
        takes: The intakes; medicines come first.
        bounds: The rules on them.
    """

    def __init__(self, catalog: Catalog, lines: tuple[Line, ...], person: Person, day: Day) -> None:
        self.catalog = catalog
        self.lines = lines
        self.person = person
        self.day = day
        self.takes = [*self._takes()]
        self.bounds = [*self._stated(), *self._spread(), *self._fed(), *self._separated()]

    # -- what is taken ----------------------------------------------------------------------

    def _takes(self) -> Iterator[_Take]:
        # Medicines come first: of two that clash the line is moved, where either could be.
        for product, text in enumerate(self.person.medications, len(self.lines)):
            when, _ = slots(text)
            # What names no medicine ("no warfarin", say) is no intake; the notes tell it.
            if medicines(self.catalog, (text,)):
                yield from self._placed(text, product, when, max(intakes(text) or 1, len(when)))
        for product, line in enumerate(self.lines):
            when = next((item.when for item in line.items if item.when), ())
            counted = max((int(item.per_day) for item in line.items), default=1)
            often = intakes(line.text) or counted
            yield from self._placed(line.text, product, when, max(often, len(when), 1))

    def _placed(
        self, text: str, product: int, when: tuple[Slot, ...], often: int
    ) -> Iterator[_Take]:
        """The intakes of a product; lines are best at meals, medicines over the day."""
        day = self.day
        at_meals = product < len(self.lines) and often <= len(day.meals)
        for number in range(often):
            slot = when[number] if len(when) == often else None
            best = day.first + number * (day.last - day.first) // max(often - 1, 1)
            if slot is not None:
                best = sum(_NAMED[slot]) // 2
            elif at_meals:
                best = day.meals[number * (len(day.meals) - 1) // max(often - 1, 1)]
            yield _Take(text, product, slot, best)

    def _of(self, product: int) -> list[int]:
        return [place for place, take in enumerate(self.takes) if take.product == product]

    # -- rules ------------------------------------------------------------------------------

    def _stated(self) -> Iterator[_Bound]:
        for place, take in enumerate(self.takes):
            if take.slot is not None:
                low, high = _NAMED[take.slot]
                rule = PlanRule(text=f'"{take.text}" is taken at the time it names')
                yield _Bound(rule, (place,), functools.partial(_is_within, low, high))

    def _spread(self) -> Iterator[_Bound]:
        """Intakes of one product come in order, with some hours between them."""
        for product in dict.fromkeys(take.product for take in self.takes):
            mine = self._of(product)
            # Half of what even intakes would be apart: a medicine round the clock, a line by day.
            whole = self.day.last - self.day.first if product < len(self.lines) else _DAY
            gap = whole // (2 * len(mine)) // _STEP * _STEP
            apart = f", {hours_in_words(Decimal(gap) / 60)} or more apart" if gap else ""
            text = f'"{self.takes[mine[0]].text}": {len(mine)} intakes{apart}'
            later = functools.partial(_is_later, max(gap, 1))
            for one, two in itertools.pairwise(mine):
                yield _Bound(PlanRule(text=text), (one, two), later)

    def _fed(self) -> Iterator[_Bound]:
        for product, timing, id in self._timings():
            mine = self._of(product)
            rule = PlanRule(
                text=f'"{self.takes[mine[0]].text}" {timing}',
                record=id,
                sources=tuple(citation.source for citation in timing.sources),
            )
            fits = functools.partial(_fits_meals, timing, self.day.meals)
            for place in mine:
                yield _Bound(rule, (place,), fits)

    def _timings(self) -> Iterator[tuple[int, MealTiming, str]]:
        """What is known of meals, with the product and the id of the record."""
        for product, line in enumerate(self.lines):
            for id in dict.fromkeys(id for item in line.items for id in item.forms):
                form = self.catalog.forms.get(id)
                if form is not None and form.meals is not None:
                    yield product, form.meals, id
        for product, text in enumerate(self.person.medications, len(self.lines)):
            for known in medicines(self.catalog, (text,)):
                timing = getattr(known.record, "meals", None)
                if timing is not None and in_the_gut(known):
                    yield product, timing, known.record.id

    def _separated(self) -> Iterator[_Bound]:
        for product, match in self._matched():
            separation = match.rule.separation
            if match.rule.action is not Action.SEPARATE and separation is None:
                continue
            other = match.known.record.name
            mineral = self.catalog.minerals[match.item.mineral].name
            text = f"{other} {separation} {mineral}"
            sources = tuple(citation.source for citation in match.rule.sources)
            apart: Callable[..., bool] = operator.ne
            if separation is None:
                # No source gives hours; what is to be apart is at least not taken together.
                text = f"{other} not together with {mineral}"
            else:
                sources = (separation.source,)
                apart = functools.partial(_is_apart, separation)
            rule = PlanRule(text=text, record=match.rule.id, sources=sources)
            subjects = [
                place
                for place, take in enumerate(self.takes)
                if take.product < len(self.lines) and self.lines[take.product] is match.line
            ]
            for one in self._of(product):
                for two in subjects:
                    if self.takes[two].product != product:
                        yield _Bound(rule, (one, two), apart)

    def _matched(self) -> Iterator[tuple[int, Match]]:
        """Each rule that holds, with the product that is its object."""
        for product, text in enumerate(self.person.medications, len(self.lines)):
            alone = attrs.evolve(self.person, medications=(text,))
            for match in matches(self.catalog, self.lines, alone):
                yield product, match
        for match in nutrient_matches(self.catalog, self.lines):
            for product, line in enumerate(self.lines):
                if line is match.other:
                    yield product, match

    def notes(self) -> Iterator[str]:
        """What no time of day can settle."""
        if len(self.person.medications) > 1:
            yield "How the medicines are to be kept from each other is not known here."
        for line in self.lines:
            if not line.items and not factors_named(self.catalog, line.text):
                yield f'"{line.text}" names no mineral that is known; no rule is kept for it.'
        for finding in unnamed(self.catalog, self.person.medications):
            yield finding.message
        for finding in check_cautions(self.catalog, self.lines, self.person):
            if finding.code == "caution.contraindicated":
                yield finding.message
        for _, match in self._matched():
            rule, other = match.rule, match.known.record.name
            names = f"{other} and {self.catalog.minerals[match.item.mineral].name}"
            is_grave = rule.action is Action.ADJUST and match.level >= Level.SERIOUS
            if rule.action is Action.AVOID or is_grave:
                yield f"{names}: {rule.summary} {rule.management}"
            if match.is_inseparable and rule.separation:
                yield f'"{match.line.text}" holds {names}, which no plan can separate.'

    # -- times ------------------------------------------------------------------------------

    def solved(self, bounds: list[_Bound]) -> list[int] | None:
        """
        A time for each intake that keeps all bounds; `None`: there is none.

        Raises:
            GaveUpError: Neither was found in the tries that are made.
        """
        day = self.day
        grid = {*range(day.first, day.last + 1, _STEP)}
        grid |= {meal for meal in day.meals if day.first <= meal <= day.last}
        times = sorted(grid)
        # A set of times is a whole number, of which each bit is one.
        domains = [(1 << len(times)) - 1 for _ in self.takes]
        search = Search(
            [sorted(range(len(times)), key=lambda i: _from(take.best, times[i]))
             for take in self.takes]
        )  # fmt: skip
        tables: dict[int, tuple[list[int], list[int]]] = {}
        for bound in bounds:
            if len(bound.takes) == 1:
                (one,) = bound.takes
                domains[one] &= _bits(bound.holds(minutes) for minutes in times)
                continue
            one, two = bound.takes
            if id(bound.holds) not in tables:
                tables[id(bound.holds)] = (
                    [_bits(bound.holds(first, second) for second in times) for first in times],
                    [_bits(bound.holds(first, second) for first in times) for second in times],
                )
            forth, back = tables[id(bound.holds)]
            search.arcs[one].append((two, forth))
            search.arcs[two].append((one, back))
        found = search.found(domains)
        return None if found is None else [times[place] for place in found]

    def conflict(self) -> tuple[PlanRule, ...]:
        """The rules of which none can be left out if the others are still to contradict."""
        kept = list(dict.fromkeys(bound.rule for bound in self.bounds))
        for rule in [*kept]:
            rest = [other for other in kept if other != rule]
            try:
                found = self.solved([bound for bound in self.bounds if bound.rule in rest])
            except GaveUpError:
                continue
            if found is None:
                kept = rest
        return tuple(kept)


def _bits(flags: Iterable[bool]) -> int:
    return sum(1 << place for place, flag in enumerate(flags) if flag)


def _from(best: int, minutes: int) -> tuple[int, int]:
    return abs(minutes - best), minutes


def _is_within(low: int, high: int, minutes: int) -> bool:
    return low <= minutes < high


def _is_later(gap: int, one: int, two: int) -> bool:
    return two - one >= gap


def _is_apart(separation: Separation, object_: int, subject: int) -> bool:
    """In the order that the source gives; where it gives both, round the clock."""
    before, after = _of(separation.object_before_hours), _of(separation.object_after_hours)
    if separation.object_after_hours is None:
        return subject - object_ >= before
    if separation.object_before_hours is None:
        return object_ - subject >= after
    return (subject - object_) % _DAY >= before and (object_ - subject) % _DAY >= after


def _fits_meals(timing: MealTiming, meals: tuple[int, ...], minutes: int) -> bool:
    if timing.meals is Meals.WITH:
        return minutes in meals
    before, after = max(_of(timing.before_hours), 1), _of(timing.after_hours)
    return all(
        (meal - minutes) % _DAY >= before and (minutes - meal) % _DAY >= after for meal in meals
    )


def _of(hours: Decimal | None) -> int:
    return int((hours or Decimal(0)) * 60)
