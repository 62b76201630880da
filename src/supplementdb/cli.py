# SPDX-License-Identifier: MIT
"""The command ``supplementdb``: screen a regimen, look records up, check the data."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from . import codec
from ._version import __version__
from .catalog import Catalog
from .checks.policy import Policy
from .comparison import compare_forms, intake_line
from .curation import check, fmt
from .errors import InputError, SupplementDBError, UnknownIdError
from .evidence import claims, explain, told
from .inputs import lines_of, texts_of
from .loading import bundle_directory, load, read
from .model.claim import Claim, Verdict
from .model.form import Form
from .names.label import parts_of
from .names.resolve import KINDS, Status, id_of, resolve_in
from .names.stack import split_stack
from .printing import (
    as_dict,
    computed,
    print_field,
    print_json,
    print_line,
    print_report,
    watched,
)
from .reading import read_label
from .regimen import Person
from .schedule import plan_day
from .screening import reference_intakes, screen

__all__ = ["main"]


def __dir__() -> list[str]:
    return __all__


_EXITS = """\
exit codes:
  0  the command did its work, whatever it found
  1  nothing by that name (show, find, claims), no times that keep all rules (plan), or problems
     in the data (data check)
  2  the call or its input was wrong
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command.

    Args:
        arguments: The words of the command line; `None`: those of the process.

    Returns:
        The exit code, as ``supplementdb --help`` lists them.
    """
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its number, and no traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads (head, say) has seen enough; nothing is left to be flushed at exit.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (SupplementDBError, OSError) as error:
        if options.json:
            print_json({"error": str(error)})
        print(f"supplementdb: {error}", file=sys.stderr)
        return 1 if isinstance(error, UnknownIdError) else 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="supplementdb",
        description="What a mineral supplement is: forms, limits, rules, evidence.",
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"supplementdb {__version__}")
    commands = parser.add_subparsers(required=True, metavar="command")

    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="print JSON")
    common.add_argument("--overlay", metavar="FILE", help="add your own records from a JSON file")

    person = argparse.ArgumentParser(add_help=False)
    person.add_argument("--age", type=float, metavar="YEARS")
    person.add_argument("--sex", metavar="female|male")
    person.add_argument("--stage", default="none", metavar="none|pregnant|lactating")
    person.add_argument("--egfr", type=float, metavar="ML/MIN")
    person.add_argument("--weight", type=float, metavar="KG")
    person.add_argument("--condition", action="append", default=[], metavar="NAME")
    person.add_argument("--medication", action="append", default=[], metavar="NAME")

    command = commands.add_parser("screen", parents=[common, person], help="screen a regimen")
    command.add_argument(
        "line", nargs="*", help="a line of the regimen, such as a label's; - reads stdin"
    )
    command.add_argument(
        "--case", nargs="+", default=[], metavar="FILE", help="cases as JSON files"
    )
    command.add_argument("--authority", default="NASEM", help="whose limits (default: NASEM)")
    command.add_argument("--min-level", default="note", metavar="LEVEL", help="hide what is below")
    command.set_defaults(run=_screen)

    command = commands.add_parser("read", parents=[common], help="read label lines")
    command.add_argument("line", nargs="*", help="a line of a label; - reads stdin")
    command.add_argument("--file", type=Path, metavar="FILE", help="a file of lines, in UTF-8")
    command.add_argument("--stack", action="store_true", help="part pasted lists, such as tables")
    command.add_argument("--lang", metavar="CODE", help="language of the text, such as de")
    command.set_defaults(run=_read)

    command = commands.add_parser("plan", parents=[common, person], help="plan the day")
    command.add_argument("line", nargs="+", help="a line of the regimen; - reads stdin")
    command.add_argument("--wake", default="07:00", metavar="HH:MM")
    command.add_argument("--sleep", default="22:30", metavar="HH:MM")
    command.add_argument("--meal", action="append", metavar="HH:MM", help="one for each meal")
    command.add_argument("--svg", type=Path, metavar="FILE", help="draw the plan into a file")
    command.set_defaults(run=_plan)

    _look_ups(commands, common, person)

    command = commands.add_parser("data", help="check or lay out the data files")
    command.add_argument("what", choices=("check", "fmt"))
    command.add_argument("directory", nargs="?", type=Path, help="default: the bundled data")
    command.add_argument("--json", action="store_true", help="print JSON")
    command.set_defaults(run=_data)
    return parser


def _look_ups(
    commands: Any, common: argparse.ArgumentParser, person: argparse.ArgumentParser
) -> None:
    """The commands that show what is on record."""
    command = commands.add_parser("show", parents=[common], help="show a record by id or name")
    command.add_argument("name")
    command.set_defaults(run=_show)

    command = commands.add_parser("find", parents=[common], help="find what a name may mean")
    command.add_argument("name")
    command.add_argument("--kind", choices=sorted(KINDS))
    command.set_defaults(run=_find)

    command = commands.add_parser("limits", parents=[common, person], help="reference intakes")
    command.add_argument("mineral")
    command.add_argument("--authority", help="one authority (default: all, side by side)")
    command.add_argument("--as-of", metavar="DATE", help="the values of that day")
    command.set_defaults(run=_limits)

    command = commands.add_parser(
        "compare", parents=[common], help="the forms of a mineral side by side"
    )
    command.add_argument("mineral")
    command.set_defaults(run=_compare)

    command = commands.add_parser(
        "claims", parents=[common], help="what is claimed, and what the evidence says"
    )
    command.add_argument(
        "name",
        nargs="?",
        help="a claim's id or place (B10), or the name of what claims speak of (default: all)",
    )
    command.add_argument("--condition", metavar="NAME")
    command.add_argument("--verdict", choices=[*Verdict], metavar="|".join(Verdict))
    command.set_defaults(run=_claims)


def _catalog(options: argparse.Namespace) -> Catalog:
    catalog = load()
    return catalog.overlay(read(options.overlay)) if options.overlay else catalog


def _person(options: argparse.Namespace) -> Person:
    return Person(
        age_years=options.age,
        sex=options.sex,
        stage=options.stage,
        egfr=options.egfr,
        weight_kg=options.weight,
        conditions=tuple(options.condition),
        medications=tuple(options.medication),
    )


def _screen(options: argparse.Namespace) -> int:
    catalog = _catalog(options)
    lines = lines_of(options.line)
    if not options.case:
        if not lines:
            raise InputError("line", "must be given: a line, - for the standard input, or --case")
        policy = Policy(authority=options.authority, min_level=options.min_level)
        report = screen(lines, _person(options), policy, catalog=catalog)
        if options.json:
            print_json(report.to_dict())
        else:
            print_report(str(report))
        return 0
    if lines:
        raise InputError("line", "must not be given beside --case")
    if _person(options) != Person():
        raise InputError("person", "must stand in the case itself beside --case")
    cases = [_case(name) for name in options.case]
    reports = [
        screen(
            case["lines"],
            Person(**case.get("person", {})),
            Policy(authority=case.get("authority", options.authority), min_level=options.min_level),
            catalog=catalog,
        )
        for case in cases
    ]
    if options.json:
        print_json([report.to_dict() for report in reports])
        return 0
    for case, report in zip(cases, reports, strict=True):
        title = case.get("title", "Case")
        print(f"{title}\n{'=' * len(title)}")
        print("".join(f"  {line}\n" for line in case["lines"]))
        print_report(f"{report}\n")
    return 0


def _case(name: str) -> dict[str, Any]:
    """Read a case: ``lines``, and if known ``person``, ``authority`` and ``title``."""
    case = codec.parse(Path(name).read_bytes(), name)
    if not isinstance(case, dict) or not isinstance(case.get("lines"), list):
        raise InputError(name, "must be a JSON object with a list 'lines'")
    repeated = codec.repeated_keys(case)
    if repeated:
        raise InputError(name, f"gives twice: {', '.join(repeated)}")
    if not isinstance(case.get("title", ""), str):
        raise InputError(name, "'title' must be text")
    unknown = sorted(case.keys() - {"title", "lines", "person", "authority"})
    person = case.get("person", {})
    fields = ("age_years", "sex", "stage", "weight_kg", "egfr", "conditions", "medications")
    if not isinstance(person, dict):
        raise InputError(name, "'person' must be an object")
    unknown += sorted(person.keys() - set(fields))
    if unknown:
        raise InputError(name, f"has fields that are not known: {', '.join(unknown)}")
    case["person"] = {field: codec.number(value) for field, value in person.items()}
    return case


def _read(options: argparse.Namespace) -> int:
    catalog = _catalog(options)
    # A list is parted whole: its table has a head, and its brackets may run over lines.
    given = texts_of if options.stack else lines_of
    texts = given(options.line, options.file)
    if not texts:
        raise InputError("line", "must be given: a line, - for the standard input, or --file")
    parted = [line for text in texts for line in (split_stack(text) if options.stack else [text])]
    lines = [read_label(text, options.lang, catalog) for text in watched(parted)]
    if options.json:
        print_json([as_dict(line) for line in lines])
        return 0
    for line in lines:
        print_line(line, *parts_of(catalog, line.text))
    return 0


def _plan(options: argparse.Namespace) -> int:
    day = {"wake": options.wake, "sleep": options.sleep}
    if options.meal:
        day["meals"] = options.meal
    plan = plan_day(lines_of(options.line), _person(options), catalog=_catalog(options), **day)
    if options.svg:
        options.svg.write_text(plan.svg(), encoding="utf-8")
    print_json(plan.to_dict()) if options.json else print(plan)
    return 1 if plan.conflict else 0


def _show(options: argparse.Namespace) -> int:
    catalog = _catalog(options)
    record = catalog.find(options.name)
    if record is None:
        answer = resolve_in(catalog, options.name)
        record = answer.record
        if record is None:
            near = ", ".join(f"{c.id} ({c.kind})" for c in answer.candidates)
            print(
                f"supplementdb: {options.name!r} is {answer.status.value}"
                + (f"; perhaps {near}" if near else ""),
                file=sys.stderr,
            )
            return 1
    content = codec.unstructure(record)
    if isinstance(record, Form):
        content |= computed(record)
    if isinstance(record, Claim):
        content = told(record)
    if options.json:
        print_json(content)
    else:
        print(f"{type(record).__name__}")
        for name, value in content.items():
            print_field(name, value, 1)
    return 0


def _find(options: argparse.Namespace) -> int:
    catalog = _catalog(options)
    answer = resolve_in(catalog, options.name, *([options.kind] if options.kind else []))
    if options.json:
        candidates = [
            {"kind": c.kind, "id": c.id, "name": c.name, "score": c.score, "why": c.why}
            for c in answer.candidates
        ]
        print_json({"text": answer.text, "status": answer.status.value, "candidates": candidates})
    else:
        print(f"{answer.text}: {answer.status.value}")
        for c in answer.candidates:
            print(f"  {c.kind:<17} {c.id:<40} {c.name} ({c.why}, {c.score:g})")
    return 0 if answer.status is Status.RESOLVED else 1


def _limits(options: argparse.Namespace) -> int:
    catalog = _catalog(options)
    mineral = id_of(catalog, options.mineral, "mineral")
    found = reference_intakes(mineral, _person(options), options.authority, options.as_of, catalog)
    if options.json:
        print_json([codec.unstructure(intake) for intake in found])
        return 0
    for intake in found:
        print(intake_line(intake))
    if not found:
        print("nothing on record for this mineral, person and authority")
    return 0


def _compare(options: argparse.Namespace) -> int:
    catalog = _catalog(options)
    found = compare_forms(id_of(catalog, options.mineral, "mineral"), catalog)
    print_json(found.to_dict()) if options.json else print(found)
    return 0


def _claims(options: argparse.Namespace) -> int:
    catalog = _catalog(options)
    if options.name is not None and not options.condition and not options.verdict:
        with contextlib.suppress(UnknownIdError):
            explanation = explain(options.name, catalog)
            print_json(explanation.to_dict()) if options.json else print(explanation)
            return 0
    found = claims(options.name, options.condition, options.verdict, catalog)
    if options.json:
        print_json([told(claim) for claim in found])
        return 0
    for claim in found:
        print(f"{claim.verdict:<13} {claim.id}")
        print(textwrap.fill(claim.statement, 96, initial_indent="  ", subsequent_indent="  "))
    if not found:
        print("no claim on record; that is no statement that there is no effect")
    return 0


def _data(options: argparse.Namespace) -> int:
    directory = options.directory or bundle_directory()
    if options.what == "fmt":
        changed = fmt(directory)
        print_json(changed) if options.json else print(
            *(changed or ["nothing to change"]), sep="\n"
        )
        return 0
    problems = check(directory)
    if options.json:
        print_json(
            [{"file": p.file, "path": p.path, "rule": p.rule, "value": p.value} for p in problems]
        )
    else:
        print("\n".join(map(str, problems)) or "the data is sound")
    return 1 if problems else 0
