# SPDX-License-Identifier: MIT
"""Findings and reports in plain English: facts, whose word it is, and what to do; no promises."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["message", "report"]


def __dir__() -> list[str]:
    return __all__


Values = Mapping[str, Any]


def message(code: str, values: Values, inputs: tuple[str, ...]) -> str:
    """
    Render a finding.

    Args:
        code: Its code; one of an application's own is rendered from ``values["message"]``.
        values: Its facts.
        inputs: The texts that it is about, quoted.
    """
    render = _RENDER.get(code)
    if render is None:
        return str(values.get("message", code))
    return render(values, inputs)


def _quoted(texts: Any) -> str:
    return ", ".join(f'"{text}"' for text in texts)


def _listed(words: Any, last: str = "and") -> str:
    *front, end = [str(word) for word in words] or [""]
    return f"{', '.join(front)} {last} {end}" if front else end


_SCOPES = {
    "total": "all sources, food included",
    "supplements": "supplements and medicines only, not food",
    "added": "supplements and what is added to food and water, not food's own content",
    "label": "a label",
}


# Kinds whose abbreviation is no word of the field.
_KINDS = {
    "SAFE": "safe level of intake",
    "SUL": "safe upper level",
    "GL": "guidance level",
    "PERMITTED": "permitted maximum",
}


def _kind(kind: Any) -> str:
    return _KINDS.get(kind.value, str(kind.value))


def _above(v: Values, inputs: tuple[str, ...]) -> str:
    open_ = "group" if v["groups"] else "reading"
    verb = "is above" if v["certain"] else f"may be above, depending on the {open_},"
    floor = " at least" if v["is_floor"] else ""
    only = f", only as {_listed(v['only'], 'or')}" if v["only"] else ""
    without = f", but no {_listed(v['without'], 'or')}" if v["without"] else ""
    first = (
        f"{v['mineral'].capitalize()}: {v['total']}{floor} a day {verb} the {_kind(v['kind'])} of "
        f"{v['limit']} of {v['authority'].value} ({v['edition']}) for {v['population']}, "
        f"which counts {_SCOPES[v['scope'].value]}{only}{without}."
    )
    parts = [first]
    if v["basis"]:
        parts.append(f"It rests on {v['basis']}.")
    if v["total"].low != v["total"].high:
        form = ", or which form it is" if v["only"] or v["without"] else ""
        parts.append(
            f"The total is a range because a line leaves open how much of it there is{form}."
        )
    for kind, amount in v["recommended"]:
        parts.append(
            f"The {kind.value} of {amount} is higher than this limit and no contradiction: "
            "it counts food too."
        )
    if v["groups"]:
        exceeded = (f"{amount} for {_listed(groups)}" for amount, groups in v["groups"])
        parts.append(f"The profile leaves open which group applies: above {'; '.join(exceeded)}.")
    if v["others"]:
        more = (
            f"the {_kind(kind)} of {amount} of {who.value}" for who, kind, amount in v["others"]
        )
        parts.append(f"It is the lowest of those exceeded; above {_listed(more)} too.")
    diet = ", and what the diet brings" if v["diet"] else ""
    parts.append(f"From {_quoted(inputs)}{diet}.")
    return " ".join(parts)


def _no_limit(v: Values, _: tuple[str, ...]) -> str:
    said = "; ".join(
        f"no {_kind(kind)} for {_listed(groups)}: {text}" for kind, groups, text in v["wordings"]
    )
    other = ""
    if v["elsewhere"]:
        more = (
            f"the {_kind(kind)} of {amount} of {who.value}" for who, kind, amount in v["elsewhere"]
        )
        other = f" {v['total']} a day is, or may be, above {_listed(more)}."
    return (
        f"{v['authority'].value} sets none that {v['mineral']} could be compared with ({said}). "
        f"That is no statement that any amount is harmless.{other}"
    )


def _not_comparable(v: Values, inputs: tuple[str, ...]) -> str:
    return (
        f"{_quoted(inputs)}: {v['amount']} cannot be compared with a weight of {v['mineral']}; "
        "give the amount in g, mg or mcg."
    )


def _basis(v: Values, inputs: tuple[str, ...]) -> str:
    readings = []
    compound = v["compound"]
    name = _listed(v["forms"], "or") or "the compound"
    if v["elemental"] is not None:
        readings.append(f"{v['elemental']} of {v['mineral']} if the weight is that of the element")
    readings.append(
        f"{compound} of {v['mineral']} if it is that of {name}"
        if compound is not None
        else f"an unknown amount if it is that of {name}, whose share is not on record"
    )
    supports = v["supports"].value
    hint = (
        f" The words name the {supports}, which supports that reading; the label settles it."
        if supports == "compound"
        else ""
    )
    return f"{_quoted(inputs)} leaves open what is weighed: {_listed(readings, 'or')} a day.{hint}"


def _suspect(v: Values, inputs: tuple[str, ...]) -> str:
    of = f"{v['kind'].value} of" if v.get("kind") else "limit of"
    return (
        f"{v['mineral'].capitalize()}: {v['total']} a day is {v['factor']} times the {of} "
        f"{v['limit']} or more. The unit may be wrong (mg for mcg, g for mg): check "
        f"{_quoted(inputs)}."
    )


def _single(v: Values, inputs: tuple[str, ...]) -> str:
    taken = f"{'' if v['certain'] else 'up to '}{v['taken'].high}"
    note = f"{v['note']} " if v["note"] else ""
    urgent = "If so much was swallowed, call a poison centre now. C" if v["urgent"] else "C"
    each = f" ({v['published']})" if v["published"] != str(v["amount"]) else ""
    return (
        f"{v['mineral'].capitalize()}: {taken} on one day reaches {v['amount']}, from which "
        f"{v['effect']} is known when it is taken at once{each}. {urgent}heck {_quoted(inputs)}. "
        f"{note}{_sourced(v)}"
    )


def _sourced(v: Values) -> str:
    first, *more = v["cited"]
    others = f" and {len(more)} more" if more else ""
    return f"Source: {first}{others}."


def _form_not_known(v: Values) -> str:
    roles = _listed(v["roles"], "or")
    return f"This is known of {roles} forms; whether the form on the line is one is not known."


def _interaction(v: Values, _: tuple[str, ...]) -> str:
    what = _listed(v["minerals"])
    parts = [f"{what.capitalize()} with {v['medication']}: {v['summary']}"]
    if v["from_amount"]:
        parts.append(f"Known from {v['from_amount']} a day on.")
    parts += _small(v)
    if v["separations"]:
        hours, *others = v["separations"]
        other = f" (another source: {'; '.join(others)})" if others else ""
        take = "Hours apart:" if v["nutrient"] else "Take"
        parts.append(f"{take} {v['medication']} {hours} the {_listed(v['minerals'])}{other}.")
    parts.append(v["management"])
    if v["exceptions"]:
        parts.append(v["exceptions"])
    parts += _open(v)
    if v["local"]:
        parts.append("Stated for the whole body; less of what is used in one place reaches it.")
    parts.append(_sourced(v))
    return " ".join(parts)


def _small(v: Values) -> list[str]:
    """That the sources speak of more than is taken."""
    if not v["likely_from"]:
        return []
    return [f"The sources speak of {v['likely_from']} a day or more; this is less, or may be."]


def _open(v: Values) -> list[str]:
    """What is not known of the line, so that a rule only may hold."""
    form = [_form_not_known(v)] if "form" in v["doubts"] else []
    amount = ["Whether the total reaches this amount is open."] if "amount" in v["doubts"] else []
    return form + amount


def _caution(v: Values, _: tuple[str, ...]) -> str:
    who = v["condition"] or v["population"]
    word = "contraindicated" if v["contraindicated"] else "caution"
    parts = [f"{_listed(v['minerals']).capitalize()}, {who}: {word}. {v['summary']}"]
    if v["from_amount"]:
        parts.append(f"Known from {v['from_amount']} a day on.")
    parts += _small(v)
    parts.append(v["management"])
    parts += _open(v)
    if v["monitor"]:
        parts.append(f"To watch: {_listed(v['monitor'])}.")
    parts.append(_sourced(v))
    return " ".join(parts)


def _timing(v: Values, inputs: tuple[str, ...]) -> str:
    return (
        f"{_quoted(inputs)} name the same time of day ({_listed(v['slots'])}), but "
        f"{v['medication']} is to be taken {v['hours']} the {v['mineral']}."
    )


def _unknown(v: Values, _: tuple[str, ...]) -> str:
    text, what = v["text"], v["what"]
    if v.get("inactive") and not v.get("leftovers"):
        return f'"{text}" names only what is not taken for its mineral: {_listed(v["inactive"])}.'
    if v.get("leftovers"):
        return f'In "{text}", {_quoted(v["leftovers"])} was not understood and was not assessed.'
    near = f" Near names: {_listed(v['candidates'], 'or')}." if v["candidates"] else ""
    if v.get("is_guess"):
        return f'"{text}" may be misspelt, so what it may name was not assessed.{near}'
    if what == "line":
        return f'"{text}" names no mineral that is known here, so it was not assessed.{near}'
    if v.get("is_denied"):
        return (
            f'"{text}" may say that something is not taken, so it was not assessed. Give only what '
            "is taken, by its name."
        )
    if v.get("is_stage"):
        return f'"{text}" is no condition here but a stage of life: give it as the stage.'
    if v.get("is_mineral"):
        return (
            f'"{text}" is no {what} that is known here, so it was not assessed as one. If it is a '
            "supplement, give it with its amount among what is taken."
        )
    return f'No {what} is known by the name "{text}", so it was not assessed.{near}'


def _ambiguous(v: Values, _: tuple[str, ...]) -> str:
    return (
        f'"{v["text"]}" may name more than one {v["what"]} ({_listed(v["candidates"], "or")}), '
        "so it was not assessed."
    )


_DOUBTS = {
    "amount-missing": "no amount is given",
    "amount-unclear": "it is not clear which amount counts, for how much, or how often",
    "amount-impossible": "the number cannot be an amount",
    "number-ambiguous": "the number can be read with a decimal point or with thousands",
    "unit-missing": "the unit is missing",
    "percent-contradicts": "the printed percentage does not fit the amount",
    "basis-open": "it is open what is weighed",
    "name-guessed": "a name is misspelt",
    "alternatives": "one or the other of several is meant",
    "unit-doubtful": "the unit may be wrong",
    "not-swallowed": "it is for an injection or an infusion",
    "mineral-unnamed": "the mineral is not named",
    "homeopathic": "it is homeopathic and holds next to nothing of what it names",
}


def _unreadable(v: Values, inputs: tuple[str, ...]) -> str:
    why = _listed(_DOUBTS[doubt.value] for doubt in v["doubts"]) or "no amount is given"
    if "amount" in v:
        return f"{_quoted(inputs)}: {why}; read as {v['amount']} of {v['mineral']} a day."
    return f"{_quoted(inputs)}: {why}, so the {v['mineral']} in it is not in the total."


def _not_covered(v: Values, inputs: tuple[str, ...]) -> str:
    about = f" ({_quoted(inputs)})" if inputs else ""
    return f"Not assessed: {v['what']}{about}."


_RENDER: dict[str, Callable[[Values, tuple[str, ...]], str]] = {
    "dose.above-limit": _above,
    "dose.no-limit-set": _no_limit,
    "dose.not-comparable": _not_comparable,
    "dose.basis-unknown": _basis,
    "dose.unit-suspect": _suspect,
    "dose.single-dose-high": _single,
    "interaction.medication": _interaction,
    "interaction.nutrient": _interaction,
    "caution.contraindicated": _caution,
    "caution.caution": _caution,
    "timing.separate": _timing,
    "name.unknown": _unknown,
    "name.ambiguous": _ambiguous,
    "input.unreadable": _unreadable,
    "coverage.not-covered": _not_covered,
}


def report(found: Any) -> str:
    """Render a report: totals, findings worst first, what was not assessed, and the verdicts."""
    lines = ["Totals a day"]
    for mineral, total in found.totals.items():
        floor = ", and a line without a usable amount" if total.is_floor else ""
        count = len({part.text for part in total.contributions})
        along = "" if total.is_named else " (in salts of other minerals)"
        lines.append(
            f"  {mineral}: {total.supplemental} from {count} line{'s' * (count != 1)}{floor}{along}"
        )
    if not found.totals:
        lines.append("  none that could be counted")
    missed = found.not_assessed
    for title, members in (
        ("Findings", [f for f in found.findings if f not in missed]),
        ("Not assessed", list(missed)),
    ):
        if members:
            lines += ["", title]
        for finding in members:
            lines += textwrap.wrap(
                f"[{finding.level.value}] {finding.message}",
                width=96,
                initial_indent="  ",
                subsequent_indent="    ",
            )
    if found.hidden:
        counts = [f"{count} {level}" for level, count in found.hidden.items()]
        lines += ["", f"Not shown, because they are below the level asked for: {_listed(counts)}."]
    worst = found.worst.value if found.worst else "none found"
    count = len(found.not_assessed)
    open_ = f" ({count} point{'s' * (count != 1)} not assessed)" if count else ""
    verdict = f"Worst: {worst}. Assessed: {found.completeness.value}{open_}."
    origin = f"Limits: {found.authority}. Data: {found.edition}."
    lines += ["", f"{verdict} {origin}", "No finding is no statement of safety."]
    return "\n".join(lines)
