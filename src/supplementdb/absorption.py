# SPDX-License-Identifier: MIT
"""
Absorption as published models compute it; outside its domain a model refuses.

A model is a formula over food as people ate it in studies. It says nothing of a tablet that it
was not fitted on, and two models of one mineral are never averaged.
"""

from __future__ import annotations

import decimal
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import attrs

from .amounts import Amount
from .catalog import Catalog
from .chemistry import ATOMIC_WEIGHTS
from .errors import InputError, NotComputableError, UnitError, UnknownIdError
from .loading import or_bundled
from .model.absorption_model import AbsorptionModel, Domain, Formula, ModelInput

__all__ = ["AbsorptionEstimate", "absorption_curve", "estimate_absorption"]


def __dir__() -> list[str]:
    return __all__


# The context of an application must not change an answer.
_CONTEXT = decimal.Context(prec=28)
_PHYTATE = Decimal(660)  # g/mol of inositol hexakisphosphate, as the models of zinc count it
_DIETS = {"inhibitors": Decimal(-1), "plain": Decimal(0), "enhancers": Decimal(1)}

Numbers = Mapping[str, Decimal]


@attrs.frozen(repr=False)
class AbsorptionEstimate:
    """
    What a model computes for one set of inputs.

    Attributes:
        model: The model.
        inputs: What it was asked for, as numbers in the units of its domain.
        fraction: Absorbed fraction, from 0 to 1.
        low: The least where the coefficients move by their standard errors, one at a time, or
            where the diet was not said; `None`: no error was read.
        high: The most.
        absorbed: Amount absorbed; `None`: the model takes no dose.
    """

    model: AbsorptionModel
    inputs: tuple[tuple[ModelInput, Decimal | None], ...]
    fraction: Decimal
    low: Decimal | None
    high: Decimal | None
    absorbed: Amount | None

    def to_dict(self) -> dict[str, Any]:
        """The estimate as JSON can hold it; numbers are text, as in the data."""
        return {
            "model": self.model.id,
            "inputs": {
                name.value: f"{value:f}" for name, value in self.inputs if value is not None
            },
            "fraction": f"{self.fraction:.4f}",
            "low": None if self.low is None else f"{self.low:.4f}",
            "high": None if self.high is None else f"{self.high:.4f}",
            "absorbed": None if self.absorbed is None else str(self.absorbed),
            "measure": self.model.measure,
            "uncertainty": self.model.uncertainty,
            "sources": [citation.source for citation in self.model.sources],
        }

    def __str__(self) -> str:
        more = "" if self.absorbed is None else f", {self.absorbed}"
        ends = ""
        if self.low is not None and self.high is not None:
            ends = f" ({self.low * 100:.1f} to {self.high * 100:.1f} %)"
        return f"{self.fraction * 100:.1f} %{ends}{more}: {self.model.measure}, {self.model.name}"

    def __repr__(self) -> str:
        return f"<AbsorptionEstimate {self}>"


def estimate_absorption(
    about: str,
    dose: Amount | None = None,
    *,
    phytate: Amount | None = None,
    ferritin: Decimal | int | str | None = None,
    diet: str | None = None,
    catalog: Catalog | None = None,
) -> AbsorptionEstimate:
    """
    Compute how much is absorbed, where a published model covers the question.

    Args:
        about: Id of a mineral in food, of a form, or of a model.
        dose: Elemental amount: of a day or of one meal, as the model's ``measure`` says.
        phytate: Phytate of the same day.
        ferritin: Serum ferritin in ug/L.
        diet: What the diet has: "enhancers", "inhibitors" or "plain"; `None`: not known, and the
            estimate runs from the one to the other.
        catalog: Where to look; `None`: the bundled catalog.

    Raises:
        NotComputableError: No model covers it, or an input lies outside the model's domain.
        InputError: An input that the model needs is missing, or one that it does not take is given.
        UnknownIdError: There is no such mineral, form or model.

    >>> from supplementdb import Amount
    >>> found = estimate_absorption("zinc", Amount(10, "mg"), phytate=Amount(900, "mg"))
    >>> str(found.absorbed), f"{found.fraction:.3f}"
    ('3.0727 mg', '0.307')
    """
    model = _model(or_bundled(catalog), about)
    given = {
        ModelInput.DOSE: _weighed("dose", dose),
        ModelInput.PHYTATE: _weighed("phytate", phytate),
        ModelInput.FERRITIN: _number("ferritin", ferritin),
        ModelInput.DIET: _diet(diet),
    }
    taken = {domain.input: domain for domain in model.domain}
    for name, value in given.items():
        if value is not None and name not in taken:
            raise InputError(name.value, f"is nothing that {model.id} takes")
        # What a diet has is known to few; everything else must be.
        if value is None and name in taken and name is not ModelInput.DIET:
            raise InputError(name.value, f"must be given: {model.id} needs it")
        if value is not None and not taken[name].low <= value <= taken[name].high:
            raise NotComputableError(model.id, _outside(taken[name], value))
    return _estimate(model, given)


def absorption_curve(
    about: str,
    steps: int = 20,
    *,
    phytate: Amount | None = None,
    diet: str | None = None,
    catalog: Catalog | None = None,
) -> tuple[AbsorptionEstimate, ...]:
    """
    Compute a model along its first input, the dose or the ferritin, from one end to the other.

    Args:
        about: Id of a mineral in food, of a form, or of a model.
        steps: How many steps; there is one estimate more.
        phytate: As for `estimate_absorption`.
        diet: As for `estimate_absorption`.
        catalog: Where to look; `None`: the bundled catalog.

    Raises:
        InputError: ``steps`` is not a whole number of one or more, or as `estimate_absorption`.
        NotComputableError: As `estimate_absorption`.
        UnknownIdError: As `estimate_absorption`.

    >>> [f"{one.fraction:.2f}" for one in absorption_curve("calcium", steps=2)]
    ['0.63', '0.36', '0.29']
    """
    if type(steps) is not int or steps < 1:
        raise InputError("steps", "must be a whole number, one or more")
    catalog = or_bundled(catalog)
    model = _model(catalog, about)
    along = model.domain[0]
    found = []
    for step in range(steps + 1):
        at = _CONTEXT.divide(along.low * (steps - step) + along.high * step, Decimal(steps))
        is_dose = along.input is ModelInput.DOSE
        found.append(
            estimate_absorption(
                model.id,
                Amount(at, along.unit) if is_dose else None,
                phytate=phytate,
                ferritin=None if is_dose else at,
                diet=diet,
                catalog=catalog,
            )
        )
    return tuple(found)


def _model(catalog: Catalog, about: str) -> AbsorptionModel:
    found = catalog.absorption_models.get(about)
    if found is not None:
        return found
    form = catalog.forms.get(about)
    if form is None and about not in catalog.minerals:
        raise UnknownIdError("minerals, forms and absorption_models", str(about))
    models = [
        model
        for mineral in (form.minerals if form else (about,))
        for model in catalog.absorption_models.by(mineral=mineral)
        if form is None or form.id in model.forms
    ]
    if not models:
        raise NotComputableError(
            about,
            "no model on record covers it; what studies measured is in compare_absorption(), and "
            "models that could not be read are listed in docs/gaps.md",
        )
    if len(models) > 1:
        raise InputError("about", f"must name one of {', '.join(model.id for model in models)}")
    return models[0]


def _outside(domain: Domain, value: Decimal) -> str:
    unit = "" if domain.unit == "1" else f" {domain.unit}"
    return (
        f"holds from {domain.low:f} to {domain.high:f}{unit} of {domain.input}; "
        f"{value:f}{unit} is outside"
    )


def _weighed(name: str, amount: Amount | None) -> Decimal | None:
    if amount is None:
        return None
    if not isinstance(amount, Amount):
        raise InputError(name, 'must be an Amount, such as Amount(10, "mg")')
    try:
        return amount.to("mg").value
    except UnitError:
        raise InputError(name, "must be a mass in g, mg or ug") from None


def _number(name: str, value: Decimal | int | str | None) -> Decimal | None:
    if value is None:
        return None
    try:
        # A float would bring its binary tail along.
        number = Decimal(str(value))
    except decimal.InvalidOperation:
        number = Decimal("nan")
    if isinstance(value, bool) or not number.is_finite():
        raise InputError(name, "must be a number")
    return number


def _diet(diet: str | None) -> Decimal | None:
    if diet is None:
        return None
    if diet not in _DIETS:
        raise InputError("diet", f"must be one of {', '.join(_DIETS)}")
    return _DIETS[diet]


def _estimate(
    model: AbsorptionModel, given: Mapping[ModelInput, Decimal | None]
) -> AbsorptionEstimate:
    numbers = {one.name: one.value for one in model.coefficients}
    asked = {name: value for name, value in given.items() if value is not None}
    at = {**asked}
    around = [
        (numbers | {one.name: moved}, at)
        for one in model.coefficients
        if one.error is not None
        for moved in (one.value - one.error, one.value + one.error)
    ]
    if model.formula is Formula.POWER and ModelInput.DIET not in at:
        around += [(numbers, at | {ModelInput.DIET: diet}) for diet in _DIETS.values()]
        at[ModelInput.DIET] = _DIETS["plain"]
    compute = _FORMULAS[model.formula]
    with decimal.localcontext(_CONTEXT):
        fraction = compute(numbers, at)
        others = [compute(*one) for one in around]
        dose = asked.get(ModelInput.DOSE)
        absorbed = None if dose is None else Amount(round(dose * fraction, 4), "mg")
    return AbsorptionEstimate(
        model=model,
        inputs=tuple((domain.input, given[domain.input]) for domain in model.domain),
        fraction=fraction,
        low=min(others, default=None),
        high=max(others, default=None),
        absorbed=absorbed,
    )


def _saturation(numbers: Numbers, at: Mapping[ModelInput, Decimal]) -> Decimal:
    """Uptake by a carrier that saturates, with an inhibitor that binds; all in mmol a day."""
    zinc = at[ModelInput.DOSE] / ATOMIC_WEIGHTS["Zn"]
    phytate = at[ModelInput.PHYTATE] / _PHYTATE
    amax = numbers["amax"]
    total = amax + zinc + numbers["kr"] * (1 + phytate / numbers["kp"])
    absorbed = (total - (total * total - 4 * amax * zinc).sqrt()) / 2
    return absorbed / zinc


def _logarithm(numbers: Numbers, at: Mapping[ModelInput, Decimal]) -> Decimal:
    """A straight line over the natural logarithm of the load in mg."""
    return numbers["intercept"] + numbers["slope"] * at[ModelInput.DOSE].ln()


def _power(numbers: Numbers, at: Mapping[ModelInput, Decimal]) -> Decimal:
    """Per cent as a power of the ferritin in ug/L, moved up or down by the diet."""
    exponent = (
        numbers["intercept"]
        + numbers["slope"] * at[ModelInput.FERRITIN].log10()
        + numbers["diet_slope"] * at[ModelInput.DIET]
    )
    return Decimal(10) ** exponent / 100


_FORMULAS: dict[Formula, Callable[[Numbers, Mapping[ModelInput, Decimal]], Decimal]] = {
    Formula.SATURATION: _saturation,
    Formula.LOGARITHM: _logarithm,
    Formula.POWER: _power,
}
