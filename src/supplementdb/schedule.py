# SPDX-License-Identifier: MIT
"""A plan of the day that keeps every separation, or the rules that cannot be kept together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from .catalog import Catalog
from .errors import InputError
from .loading import or_bundled
from .placing import Day, Planner, PlanRule
from .regimen import Item, Line, Person
from .screening import Regimen
from .search import GaveUpError
from .timeline import Mark, timeline

__all__ = ["DayPlan", "Dose", "plan_day"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True)
class Dose:
    """
    One intake of a plan.

    Attributes:
        time: When, as ``HH:MM``.
        text: The line or medicine as it was given.
        is_medicine: Whether it is a medicine of the person; otherwise a line of the regimen.
        with_meal: Whether it is at the time of a meal.
    """

    time: str
    text: str
    is_medicine: bool
    with_meal: bool


@attrs.frozen(kw_only=True)
class DayPlan:
    """
    Times of the day that keep every rule, or the rules that cannot be kept together.

    ``str()`` gives a timetable, ``svg()`` a picture, ``to_dict()`` what JSON can hold.

    Attributes:
        doses: The intakes in the order of the day; empty where no plan exists.
        rules: What the plan keeps.
        conflict: The fewest rules that contradict each other; empty: there is a plan.
        notes: What no time of day can settle: names not known, and what to avoid altogether.
        meals: The times of meals.
    """

    doses: tuple[Dose, ...]
    rules: tuple[PlanRule, ...]
    conflict: tuple[PlanRule, ...]
    notes: tuple[str, ...]
    meals: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The plan as JSON can hold it."""
        made: dict[str, Any] = attrs.asdict(self)
        return made

    def __str__(self) -> str:
        lines = [
            f"{dose.time}  {dose.text}{'  (with the meal)' if dose.with_meal else ''}"
            for dose in self.doses
        ]
        if self.conflict:
            lines = ["No times keep all of these:", *(f"- {rule.text}" for rule in self.conflict)]
        if self.notes:
            lines += ["", "Not settled by any time:", *(f"- {note}" for note in self.notes)]
        return "\n".join(lines)

    def svg(self) -> str:
        """The timetable as a picture: an SVG document; without a plan it has no intakes."""
        marks = [
            Mark(dose.text, _minutes(dose.time, "time"), dose.time, dose.is_medicine)
            for dose in self.doses
        ]
        return timeline(marks, [_minutes(meal, "meals") for meal in self.meals], str(self))


def plan_day(
    regimen: Iterable[str | Item | Line] | Regimen,
    person: Person | None = None,
    *,
    wake: str = "07:00",
    sleep: str = "22:30",
    meals: Sequence[str] = ("08:00", "12:30", "18:30"),
    catalog: Catalog | None = None,
) -> DayPlan:
    """
    Find times of the day for what is taken that keep every separation.

    A line that is taken several times a day, and a medicine that names several times, have one
    intake for each. Times of day that a text names are kept; all others are free. What only a
    prescriber can settle is told in ``notes``, and a plan is no advice to take anything.

    Args:
        regimen: Lines as text, or read already.
        person: Whose medicines are planned too; `None`: nobody's.
        wake: The earliest time, as ``HH:MM``.
        sleep: The latest time, on the same day.
        meals: Times of meals.
        catalog: Where the rules are; `None`: the bundled catalog.

    Raises:
        InputError: A time is no time, or the day ends before it begins.

    >>> print(plan_day(["Calcium 500 mg"], Person(medications=["levothyroxine"])))
    07:00  levothyroxine
    11:00  Calcium 500 mg
    """
    catalog = or_bundled(catalog)
    person = Person() if person is None else person
    if not isinstance(person, Person):
        raise InputError("person", "must be a Person or None")
    first, last = _minutes(wake, "wake"), _minutes(sleep, "sleep")
    if first >= last:
        raise InputError("sleep", "must be later than wake, on the same day")
    if isinstance(meals, str):
        raise InputError("meals", "must be a list of times such as '08:00'")
    eaten = tuple(sorted(_minutes(meal, "meals") for meal in meals))
    read = regimen if isinstance(regimen, Regimen) else Regimen.read(regimen, catalog)
    planner = Planner(catalog, read.lines, person, Day(first, last, eaten))
    gave_up: tuple[str, ...] = ()
    found = None
    try:
        found = planner.solved(planner.bounds)
    except GaveUpError:
        gave_up = ("No times were found in the tries that were made; there may be some.",)
    doses = [
        Dose(
            time=_clock(minutes),
            text=take.text,
            is_medicine=take.product >= len(read.lines),
            with_meal=minutes in eaten,
        )
        for minutes, _, take in sorted(
            zip(found or (), range(len(planner.takes)), planner.takes, strict=False)
        )
    ]
    return DayPlan(
        doses=tuple(doses),
        rules=tuple(dict.fromkeys(bound.rule for bound in planner.bounds)),
        conflict=planner.conflict() if found is None and not gave_up else (),
        notes=tuple(dict.fromkeys((*gave_up, *planner.notes()))),
        meals=tuple(_clock(meal) for meal in eaten),
    )


def _minutes(text: str, field: str) -> int:
    found = isinstance(text, str) and re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", text)
    if not found:
        raise InputError(field, "must be a time such as '08:00'")
    return 60 * int(found[1]) + int(found[2])


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
