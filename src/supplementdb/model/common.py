# SPDX-License-Identifier: MIT
"""What many records hold: names, citations, cross-references and populations."""

from __future__ import annotations

import enum
from decimal import Decimal

import attrs

from ..prefixes import PREFIXES
from . import fields
from .fields import each, refers, type_of

__all__ = [
    "Citation",
    "MealTiming",
    "Meals",
    "Name",
    "NameKind",
    "Per",
    "Population",
    "Remark",
    "Sex",
    "Stage",
    "Xref",
]


def __dir__() -> list[str]:
    return __all__


class NameKind(enum.StrEnum):
    """Where a name comes from."""

    LEGAL = "legal"
    CHEMICAL = "chemical"
    LABEL = "label"
    SYNONYM = "synonym"
    ABBREVIATION = "abbreviation"
    TRADE = "trade"
    BRAND = "brand"


class Sex(enum.StrEnum):
    """Sex, as reference intakes use it."""

    FEMALE = "female"
    MALE = "male"


class Per(enum.StrEnum):
    """What an amount is divided by."""

    DAY = "day"
    KG_DAY = "kg-day"
    INTAKE = "intake"
    KG_INTAKE = "kg-intake"


class Stage(enum.StrEnum):
    """Reproductive stage."""

    NONE = "none"
    PREGNANT = "pregnant"
    LACTATING = "lactating"


@attrs.frozen(kw_only=True)
class Name:
    """
    One name of a record.

    Attributes:
        text: The name as written.
        kind: Where it comes from; ``trade`` is an ingredient's trade name, ``brand`` a medicine's.
        lang: ISO 639-1 code.
    """

    text: str = attrs.field(validator=fields.text)
    kind: NameKind = attrs.field(default=NameKind.SYNONYM, validator=type_of(NameKind))
    lang: str = attrs.field(default="en", validator=attrs.validators.matches_re("[a-z]{2}"))


@attrs.frozen(kw_only=True)
class Citation:
    """
    A place in a source.

    Attributes:
        source: Id of the `Source`.
        locator: Table, page or section; `None`: the source as a whole.
        read_in: The copy that was read; `None`: the source itself was read.
    """

    source: str = attrs.field(validator=fields.id_, metadata=refers("sources"))
    locator: str | None = attrs.field(default=None, validator=fields.text)
    read_in: str | None = attrs.field(default=None, validator=fields.text)

    def __str__(self) -> str:
        return f"{self.source}, {self.locator}" if self.locator else self.source


@attrs.frozen(kw_only=True)
class Xref:
    """
    An identifier of the same thing in a registry.

    Attributes:
        curie: Prefix and identifier, such as ``cas:1309-48-4``.
        sources: Ids of each `Source` in which it was read, so that a reader sees in how many.
        note: Why sources differ, where they do; `None`: nothing to say.
    """

    curie: str = attrs.field(validator=fields.curie)
    sources: tuple[str, ...] = attrs.field(
        validator=[each(fields.id_), fields.some], metadata=refers("sources")
    )
    note: str | None = attrs.field(default=None, validator=fields.text)

    @property
    def url(self) -> str | None:
        """Where a reader can look it up; `None`: its registry has no page for it."""
        prefix, _, local = self.curie.partition(":")
        url = PREFIXES[prefix].url
        return url and url.replace("$1", local)


@attrs.frozen(kw_only=True)
class Remark:
    """
    A statement in words, with its sources.

    Attributes:
        text: The statement, in sentences.
        sources: Where it was read.
    """

    text: str = attrs.field(validator=fields.text)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])


class Meals(enum.StrEnum):
    """Whether something is taken at meals."""

    WITH = "with"
    APART = "apart"


@attrs.frozen(kw_only=True)
class MealTiming:
    """
    How something is to be taken with regard to meals.

    Attributes:
        meals: At a meal, or apart from meals.
        before_hours: Apart: a meal comes so long after it, or later; `None`: not given.
        after_hours: Apart: it comes so long after a meal, or later; `None`: not given.
        sources: Where it was read.
    """

    meals: Meals = attrs.field(validator=type_of(Meals))
    before_hours: Decimal | None = attrs.field(default=None, validator=fields.hours)
    after_hours: Decimal | None = attrs.field(default=None, validator=fields.hours)
    sources: tuple[Citation, ...] = attrs.field(validator=[each(type_of(Citation)), fields.some])

    def __attrs_post_init__(self) -> None:
        has_hours = self.before_hours is not None or self.after_hours is not None
        if has_hours != (self.meals is Meals.APART):
            raise ValueError("before_hours or after_hours must be given where meals is 'apart'")

    def __str__(self) -> str:
        if self.meals is Meals.WITH:
            return "is taken with a meal"
        parts = [
            f"{fields.hours_in_words(hours)} {order} a meal"
            for hours, order in ((self.before_hours, "before"), (self.after_hours, "after"))
            if hours is not None
        ]
        return f"is taken at least {' and '.join(parts)}"


@attrs.frozen(kw_only=True)
class Population:
    """
    Whom a record is about.

    Attributes:
        sex: `None`: both sexes.
        min_months: Youngest age in months, inclusive; `None`: from birth.
        max_months: Age in months at which the next group begins, exclusive; `None`: no end.
        stage: `None`: every reproductive stage.
        given: A further condition in words, which no `Person` states, such as "phytate intake of
            300 mg a day" or "before the menopause"; `None`: no further condition.
    """

    sex: Sex | None = attrs.field(default=None, validator=attrs.validators.optional(type_of(Sex)))
    min_months: int | None = attrs.field(default=None, validator=fields.months)
    max_months: int | None = attrs.field(default=None, validator=fields.months)
    stage: Stage | None = attrs.field(
        default=None, validator=attrs.validators.optional(type_of(Stage))
    )
    given: str | None = attrs.field(default=None, validator=fields.text)

    def __attrs_post_init__(self) -> None:
        if self.max_months is not None and (self.min_months or 0) >= self.max_months:
            raise ValueError("max_months must be above min_months")
        if self.sex is Sex.MALE and self.stage in (Stage.PREGNANT, Stage.LACTATING):
            raise ValueError("stage must not be pregnant or lactating where sex is male")

    def __str__(self) -> str:
        people = {None: "people", Sex.FEMALE: "females", Sex.MALE: "males"}[self.sex]
        if self.stage in (Stage.PREGNANT, Stage.LACTATING):
            people = f"{self.stage.value} females"
        ages = f"{people} {_ages(self.min_months or 0, self.max_months)}"
        return f"{ages} ({self.given})" if self.given else ages


def _ages(low: int, high: int | None) -> str:
    """Ages in completed years or months: from 372 to under 612 months is "31 to 50 years"."""
    if high is None:
        return f"from {_age(low)}" if low else "of any age"
    if not low:
        return f"under {_age(high)}"
    if low % 12 or high % 12:
        if high % 12 == 0 and high > 36:
            return f"from {_age(low)} to under {_age(high)}"
        return f"of {low} to {high - 1} months"
    first, last = low // 12, high // 12 - 1
    return f"of {_age(low)}" if first == last else f"of {first} to {last} years"


def _age(months: int) -> str:
    years, rest = divmod(months, 12)
    number, unit = (months, "month") if rest or not years else (years, "year")
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
