# SPDX-License-Identifier: MIT
"""Which rules hold between what is taken and the medicines, minerals and foods beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar

import attrs

from ..amounts import Amount
from ..catalog import Catalog, Collection
from ..finding import Finding, Level, level_of
from ..model.axes import Action, Likelihood
from ..model.caution import Caution
from ..model.factor import Factor
from ..model.form import FormKind, Role
from ..model.interaction import Effect, Interaction, Separation
from ..names.index import name_index
from ..names.label import MAX_TEXT
from ..names.words import NEGATING, PLAIN
from ..regimen import Item, Line, Person
from ..report import Total
from ..spelling import tokens
from .medicines import may_hold, medicines, used_locally
from .people import Known, lineage
from .totals import totals

__all__ = [
    "Match",
    "bare_lines",
    "factors_named",
    "fits",
    "items_of",
    "keeps",
    "level_if",
    "matches",
    "nutrient_matches",
    "objects",
    "of_forms",
    "reaches",
    "roles_fit",
    "subjects",
    "which_form",
]


def __dir__() -> list[str]:
    return __all__


Rule = TypeVar("Rule", Interaction, Caution)


@attrs.frozen
class Match:
    """
    A rule that holds between a line and a medicine.

    Attributes:
        rule: The rule.
        known: The medicine, with the text that names it.
        item: The item of the line.
        line: The line.
        other: The line that names the object; `None`: the profile names it.
        path: Ids from what is taken, through the rule, to the medicine.
        doubts: What is not known of the line: "form", "amount"; empty: the rule holds.
        is_small: Whether less is taken, or may be, than the sources speak of.
    """

    rule: Interaction
    known: Known
    item: Item
    line: Line
    other: Line | None
    path: tuple[str, ...]
    doubts: tuple[str, ...]
    is_small: bool

    @property
    def certain(self) -> bool:
        """Whether the rule holds, and not only may."""
        return not self.doubts

    @property
    def is_inseparable(self) -> bool:
        """Whether one product holds both, so that nobody can part them."""
        return self.other is self.line

    @property
    def level(self) -> Level:
        """How grave it is: where less is known, or less is taken, one step less."""
        is_weak = self.is_small or used_locally(self.known)
        return level_if(self.rule, certain=self.certain and not is_weak)


def matches(catalog: Catalog, lines: tuple[Line, ...], person: Person) -> Iterator[Match]:
    """Every rule that holds, most specific only, for each item of each line."""
    taken = totals(catalog, lines)
    for known in medicines(catalog, person.medications):
        other = _Other(known, objects(catalog, known.record))
        for line in lines:
            for item in items_of(catalog, line, taken):
                yield from _best(catalog, item, line, other, taken)


# What comes along with another mineral counts from this share of what is recommended a day.
_COUNTS = Decimal("0.1")


def items_of(catalog: Catalog, line: Line, taken: Mapping[str, Total]) -> Iterator[Item]:
    """The items of a line, and what their salts bring along in amounts that count."""
    yield from line.items
    along: dict[str, Item] = {}
    for item in line.items:
        for form in (catalog.forms[id] for id in item.forms if id in catalog.forms):
            for other in form.minerals:
                total = taken.get(other)
                if total and not total.is_named and _counts(catalog, total, other):
                    along.setdefault(other, Item(mineral=other, forms=item.forms))
    yield from along.values()


def _counts(catalog: Catalog, total: Total, mineral: str) -> bool:
    """Whether what comes along is so much that it counts, or may be."""
    recommended = [
        intake.amount
        for intake in catalog.intakes.by(nutrient=mineral)
        if intake.kind.is_recommendation and intake.amount is not None
    ]
    least = max(recommended, default=None)
    return total.is_floor or least is None or total.supplemental.high >= least * _COUNTS


def nutrient_matches(catalog: Catalog, lines: tuple[Line, ...]) -> Iterator[Match]:
    """Rules of one mineral or form against another, or a dietary factor, that is taken too."""
    amounts = totals(catalog, lines)
    for other in lines:
        for factor in factors_named(catalog, other.text):
            named = _Other(Known(other.text, factor), {factor.id: (factor.id,)}, other)
            for line in lines:
                for item in line.items:
                    yield from _best(catalog, item, line, named, amounts)
        for taken in other.items:
            record = catalog.minerals.get(taken.mineral)
            if record is None:
                continue
            ways = {id: (id,) for id in (*taken.forms, taken.mineral)}
            named = _Other(Known(other.text, record), ways, other)
            for line in lines:
                for item in line.items:
                    if item.mineral != taken.mineral:
                        yield from _best(catalog, item, line, named, amounts)


# What stands between the things that a line names, and what of it ends a denial.
_BETWEEN = re.compile(r"([,;:+/&()]|\.(?!\d)|\b(?:and|with)\b)", re.IGNORECASE)
_ENDING = {",", ";", ".", "(", ")"}
_FREE_OF = re.compile(r"\bfree\s+(?:of|from)\b", re.IGNORECASE)
_UNITS = {"g", "mg", "mcg", "ug", "iu", "ml"}


def factors_named(catalog: Catalog, text: str) -> list[Factor]:
    """The dietary factors that a line names: "milk", and not what is only named after it."""
    if not catalog.factors:
        return []
    index = name_index(catalog)
    found: dict[str, Factor] = {}
    is_denied = False
    for part in _BETWEEN.split(text[:MAX_TEXT]):
        words = tokens(part)
        is_denying = not NEGATING.isdisjoint(words) or _FREE_OF.search(part) is not None
        is_denied = part not in _ENDING and (is_denied or is_denying)
        # "Sugar-free with aspartame" holds aspartame, "without sugar and aspartame" does not.
        if is_denied or "free" in words:
            continue
        # A single letter is a vitamin's, whatever it is elsewhere.
        name = [
            word
            for word in words
            if word not in _UNITS and not word[0].isdigit() and (word not in PLAIN or len(word) < 2)
        ]
        for entry in index.find(name) if name else ():
            if entry.section == "factors":
                found[entry.id] = catalog.factors[entry.id]
    return [*found.values()]


def objects(catalog: Catalog, record: Any) -> dict[str, tuple[str, ...]]:
    """Ids that a rule may name to mean this medicine, nearest first, each with the way there."""
    found: dict[str, tuple[str, ...]] = {record.id: (record.id,)}
    for start in getattr(record, "classes", (record.id,)):
        for id in lineage(catalog.medication_classes, start):
            found.setdefault(id, (id, record.id))
    return found


def subjects(catalog: Catalog, item: Item) -> dict[str, tuple[str, ...]]:
    """Ids that a rule may name to mean this item, nearest first, each with the way there."""
    found: dict[str, tuple[str, ...]] = {id: (id,) for id in item.forms}
    mineral = catalog.minerals.get(item.mineral)
    start = item.forms[:1]
    forms = [catalog.forms[id] for id in item.forms if id in catalog.forms]
    found |= {ligand: (form.id, ligand) for form in forms for ligand in form.ligands}
    found[item.mineral] = (*start, item.mineral)
    for id in mineral.classes if mineral else ():
        found[id] = (*start, item.mineral, id)
    return found


@attrs.frozen
class _Other:
    """The other of two: what names it, and the ids that a rule may mean it by, nearest first."""

    known: Known
    ways: Mapping[str, tuple[str, ...]]
    line: Line | None = None


def _best(
    catalog: Catalog, item: Item, line: Line, other: _Other, taken: dict[str, Total]
) -> Iterator[Match]:
    meant = subjects(catalog, item)
    best: dict[tuple[Effect, bool], tuple[tuple[int, int], Match]] = {}
    for near, (object_, way) in enumerate(other.ways.items()):
        for rule in catalog.interactions.by(object=object_):
            if rule.subject not in meant or not may_hold(rule, other.known):
                continue
            doubts = fits(catalog, rule, item, taken)
            if doubts is None:
                continue
            # A record for the molecule overrides its class, then one for the form the mineral.
            rank = (near, [*meant].index(rule.subject))
            path = (*meant[rule.subject], rule.id, *way)
            is_small = reaches(rule.likely_from, taken.get(item.mineral)) is not True
            match = Match(rule, other.known, item, line, other.line, path, doubts, is_small)
            place = (rule.effect, match.certain)
            if place not in best or rank < best[place][0]:
                best[place] = (rank, match)
    for effect in dict.fromkeys(effect for effect, _ in best):
        sure, unsure = best.get((effect, True)), best.get((effect, False))
        if sure is not None:
            yield sure[1]
        # What may hold never hides what does, and is told where it is nearer and asks for more.
        if unsure is not None and (
            sure is None or (unsure[0] < sure[0] and _asks_more(unsure[1], sure[1]))
        ):
            yield unsure[1]


def _asks_more(match: Match, told: Match) -> bool:
    """Whether a match is graver than another, or as grave with hours that the other's leave out."""
    return match.level > told.level or (
        match.level == told.level and not keeps(told.rule.separation, match.rule.separation)
    )


def keeps(told: Separation | None, asked: Separation | None) -> bool:
    """Whether hours that are kept are enough for what is asked."""
    if told is None or asked is None:
        return asked is None
    return all(
        one is None or (other is not None and one >= other)
        for one, other in (
            (told.object_before_hours, asked.object_before_hours),
            (told.object_after_hours, asked.object_after_hours),
        )
    )


def fits(
    catalog: Catalog, rule: Interaction | Caution, item: Item, taken: Mapping[str, Total]
) -> tuple[str, ...] | None:
    """What is not known for a rule to hold ("form", "amount"); `None`: it does not hold."""
    both = {
        "form": roles_fit(catalog, item, rule.roles),
        "amount": reaches(rule.from_amount, taken.get(item.mineral)),
    }
    if False in both.values():
        return None
    return tuple(name for name, fit in both.items() if fit is None)


def reaches(from_amount: Amount | None, total: Total | None) -> bool | None:
    """Whether what is taken reaches the amount from which a rule holds; `None`: not known."""
    if from_amount is None:
        return True
    if total is None:
        return None
    if total.supplemental.high < from_amount:
        return None if total.is_floor else False
    return True if total.supplemental.low >= from_amount else None


def roles_fit(catalog: Catalog, item: Item, roles: tuple[Role, ...]) -> bool | None:
    """Whether an item is of the forms a rule speaks of; `None`: its form is not known."""
    if not roles:
        return True
    # What is screened is swallowed; what was seen after injection says nothing about it.
    wanted = set(roles) - {Role.PARENTERAL}
    if not wanted:
        return False
    if not item.forms:
        return None
    forms = [catalog.forms[id] for id in item.forms if id in catalog.forms]
    if any(wanted & set(form.roles) for form in forms):
        return True
    vague = len(forms) < len(item.forms) or any(f.kind is FormKind.UNSPECIFIED for f in forms)
    return None if vague else False


_MADE_UP_FOR = {Effect.SUBJECT_DEPLETED, Effect.OBJECT_RISKIER_WHEN_SUBJECT_LOW}


def level_if(rule: Interaction | Caution, *, certain: bool) -> Level:
    """
    The level of a rule; where it holds for some forms and the form is unknown, one step less.

    That a mineral is depleted, or that a low level makes a medicine riskier, is told to those who
    take the mineral: one step less, too.
    """
    is_made_up_for = isinstance(rule, Interaction) and rule.effect in _MADE_UP_FOR
    likelihood = rule.likelihood if certain and not is_made_up_for else Likelihood.UNLIKELY
    return level_of(rule.severity, likelihood, rule.evidence)


def bare_lines(lines: tuple[Line, ...]) -> dict[str, str]:
    """The minerals that are taken without a word of their form, each with the text of a line."""
    found: dict[str, str] = {}
    for line in lines:
        for item in line.items:
            if not item.forms:
                found.setdefault(item.mineral, line.text)
    return found


def of_forms(
    catalog: Catalog, rules: Collection[Rule], mineral: str, taken: Mapping[str, Total]
) -> Iterator[tuple[Item, Rule]]:
    """Rules on single forms of a mineral that may hold, each with an item of that form."""
    for form in catalog.forms.by(minerals=mineral):
        for rule in rules.by(subject=form.id):
            item = Item(mineral=mineral, forms=(form.id,))
            if fits(catalog, rule, item, taken) is not None:
                yield item, rule


def which_form(
    catalog: Catalog, mineral: str, text: str, found: Mapping[str, Mapping[str, str]]
) -> Finding:
    """The finding for forms of a mineral that have rules of their own, with what they are on."""
    name = catalog.minerals[mineral].name
    each = "; ".join(
        f"{catalog.forms[form].name} with {', '.join(others)}" for form, others in found.items()
    )
    return Finding(
        code="coverage.not-covered",
        level=Level.NOTE,
        subjects=(mineral,),
        action=Action.INFORM,
        values={
            "what": f"which form of {name} it is: some have rules of their own ({each})",
            "rules": [rule for others in found.values() for rule in others.values()],
        },
        path=(mineral,),
        inputs=(text,),
    )
