# SPDX-License-Identifier: MIT
"""
Every development command, from nothing but Python, pip, make and git; standard library only.

It makes `.venv` once and remembers what went into it; a change of `pyproject.toml` or of the
interpreter makes it anew.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "stamp"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
DIST = ROOT / "dist"
# Not the interpreter of the environment that is about to be replaced, where that is active.
BASE = getattr(sys, "_base_executable", None) or sys.executable


def call(*words: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """Run a command; end with its exit code where it fails."""
    done = subprocess.run([str(word) for word in words], cwd=cwd, env=env, check=False)
    if done.returncode:
        shown = " ".join(str(word) for word in words)
        raise SystemExit(f"failed ({done.returncode}): {shown}")


def requirements(group: str) -> list[str]:
    """Read a dependency group and the runtime dependencies of the project."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [*project["project"]["dependencies"], *project["dependency-groups"][group]]


def make_venv(target: Path) -> list[str]:
    """
    Make an environment and return the words that install into it.

    With uv where it is on the path; else with venv; else, because Debian's python3 may lack
    ensurepip and refuse installs outside an environment, with venv without pip and the pip at hand.
    """
    shutil.rmtree(target, ignore_errors=True)
    python = target / PYTHON.relative_to(VENV)
    if shutil.which("uv"):
        call("uv", "venv", "--quiet", "--python", BASE, target)
        return ["uv", "pip", "install", "--quiet", "--python", str(python)]
    made = subprocess.run([BASE, "-m", "venv", str(target)], capture_output=True, check=False)
    if made.returncode == 0:
        return [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    shutil.rmtree(target, ignore_errors=True)
    call(BASE, "-m", "venv", "--without-pip", target)
    pip = [BASE, "-m", "pip", "--python", str(python)]
    return [*pip, "install", "--quiet", "--disable-pip-version-check"]


def setup() -> None:
    """Make the development environment unless it is there and fits."""
    project = (ROOT / "pyproject.toml").read_bytes()
    stamp = hashlib.sha256(project + sys.version.encode()).hexdigest()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == stamp and PYTHON.exists():
        return
    print("setting up .venv ...", file=sys.stderr)
    install = make_venv(VENV)
    call(*install, *requirements("dev"))
    call(*install, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    STAMP.write_text(stamp, encoding="utf-8")


def run() -> None:
    """Screen the sample regimens and print the reports."""
    cases = sorted(str(path) for path in (ROOT / "examples").glob("*.json"))
    call(PYTHON, "-m", "supplementdb", "screen", "--case", *cases)


def lint() -> None:
    """Check style and layout."""
    call(PYTHON, "-m", "ruff", "check", ".")
    call(PYTHON, "-m", "ruff", "format", "--check", ".")


def fmt() -> None:
    """Lay out code and data."""
    call(PYTHON, "-m", "ruff", "check", "--fix", ".")
    call(PYTHON, "-m", "ruff", "format", ".")
    call(PYTHON, "-m", "supplementdb", "data", "fmt", ROOT / "src/supplementdb/data")


def types() -> None:
    """Check types strictly."""
    call(PYTHON, "-m", "mypy")


def unit(*words: str) -> None:
    """Run the tests without measuring coverage."""
    call(PYTHON, "-m", "pytest", "-q", *words)


def coverage() -> None:
    """Run the tests and every example in README, docs and docstrings, with branch coverage."""
    call(PYTHON, "-m", "coverage", "erase")
    call(PYTHON, "-m", "coverage", "run", "-m", "pytest", "-q")
    call(PYTHON, "-m", "coverage", "report")


def data() -> None:
    """Check the data files."""
    call(PYTHON, "-m", "supplementdb", "data", "check", ROOT / "src/supplementdb/data")


_SMOKE = """
import supplementdb as sdb
report = sdb.screen(
    ["Magnesium (as bisglycinate) 400 mg"],
    sdb.Person(age_years=34, sex="female", medications=("levothyroxine",)),
)
codes = [finding.code for finding in report.findings]
assert "dose.above-limit" in codes and "interaction.medication" in codes, codes
assert "%s" in sdb.__spec__.origin, sdb.__spec__.origin
print("used from", sdb.__spec__.origin)
"""


def wheel() -> None:
    """Build the wheel, then use it where nothing else is: installed, and from a zip."""
    shutil.rmtree(DIST, ignore_errors=True)
    # The backend's own entry point, in an environment that has it: no isolation, no network.
    DIST.mkdir()
    call(PYTHON, "-c", "from hatchling.build import build_wheel; print(build_wheel('dist'))")
    (built,) = DIST.glob("*.whl")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        install = make_venv(place / "venv")
        call(*install, built)
        python = place / "venv" / PYTHON.relative_to(VENV)
        call(python, "-I", "-c", _SMOKE % "site-packages", cwd=place)
        call(python, "-I", "-m", "supplementdb", "find", "magnesium oxide", cwd=place)
        bundle = place / "bundle.zip"
        with zipfile.ZipFile(built) as source, zipfile.ZipFile(bundle, "w") as target:
            for name in source.namelist():
                target.writestr(name, source.read(name))
        # The environment keeps the dependencies; the library itself comes from the zip alone.
        shutil.rmtree(next((place / "venv").rglob("site-packages/supplementdb")))
        env = {**os.environ, "PYTHONPATH": str(bundle)}
        call(python, "-c", _SMOKE % "bundle.zip", cwd=place, env=env)


def pages() -> None:
    """Write the pages that are made of the data."""
    call(PYTHON, ROOT / "tools" / "pages.py")


def bench() -> None:
    """Measure against named peers, as ratios within one run."""
    call(PYTHON, ROOT / "benchmarks" / "startup.py")
    call(PYTHON, ROOT / "benchmarks" / "reading.py")


def mutants() -> None:
    """Run mutation tests of the checks and of amounts, in an environment of their own."""
    target = ROOT / "build" / "mutants"
    install = make_venv(target)
    call(*install, *requirements("mutants"))
    call(target / PYTHON.relative_to(VENV), "-m", "mutmut", "run")


def clean() -> None:
    """Remove the environment and what was built."""
    for name in (
        ".venv",
        "dist",
        "build",
        "mutants",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
    ):
        shutil.rmtree(ROOT / name, ignore_errors=True)


def test() -> None:
    """Run everything that CI runs."""
    for step in (lint, types, coverage, data, wheel):
        print(f"== {step.__name__}", flush=True)
        step()
    print("all checks passed")


COMMANDS: dict[str, Callable[..., None]] = {
    command.__name__: command
    for command in (
        run,
        test,
        lint,
        fmt,
        types,
        unit,
        coverage,
        data,
        wheel,
        pages,
        bench,
        mutants,
        clean,
    )
}


def main(words: Sequence[str]) -> None:
    """Run one command by name, with what follows it."""
    if not words or words[0] not in COMMANDS:
        raise SystemExit(f"usage: dev.py {'|'.join(COMMANDS)}")
    if words[0] != "clean":
        setup()
    COMMANDS[words[0]](*words[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
