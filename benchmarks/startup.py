# SPDX-License-Identifier: MIT
"""
Start-up, look-up and throughput, as ratios within one run.

Peers: bare Python, ``import attrs``, ``json.loads`` of the same files.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable

import supplementdb as sdb
from supplementdb.curation import data_files
from supplementdb.loading import bundle_directory, bundle_text
from supplementdb.model import SECTIONS, record_class
from supplementdb.trusted import maker

PROCESSES = 15
REPEATS = 5


def process(code: str) -> float:
    """Best wall time of a fresh interpreter that runs this code, in milliseconds."""
    times = []
    for _ in range(PROCESSES):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - start)
    return min(times) * 1_000


def best(work: Callable[[], object]) -> float:
    """Best time of a few runs, in milliseconds."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1_000


def everything() -> None:
    """Type every record of the bundle afresh."""
    for name in data_files(bundle_directory()):
        for section, records in json.loads(bundle_text(name)).items():
            make = maker(record_class(section))
            for raw in records:
                make(raw)


def parsed() -> None:
    """Parse the same files and do nothing with them."""
    for name in data_files(bundle_directory()):
        json.loads(bundle_text(name))


def main() -> None:
    """Print the ratios."""
    bare = process("pass")
    attrs = process("import attrs")
    for title, code, target in (
        ("import supplementdb / bare Python", "import supplementdb", 1.15),
        (
            "first typed mineral / import attrs",
            "import supplementdb as s; s.load().minerals['magnesium']",
            1.75,
        ),
    ):
        peer = attrs if "attrs" in title else bare
        print(f"{title:<42} {process(code) / peer:6.2f}   target {target}")
    everything()
    print(
        f"{'everything typed / json.loads':<42} {best(everything) / best(parsed):6.2f}   target 4.5"
    )

    lines = ["Magnesium (as bisglycinate) 200 mg 48%", "Magnesium oxide 400 mg"] * 3
    person = sdb.Person(
        age_years=40,
        sex="female",
        conditions=("migraine", "CKD stage 3"),
        medications=("levothyroxine", "omeprazole", "Cipro", "metformin"),
    )
    regimen = sdb.Regimen.read(lines)
    sdb.screen(regimen, person)

    def screen() -> None:
        for _ in range(100):
            sdb.screen(regimen, person)

    def read() -> None:
        for _ in range(100):
            sdb.Regimen.read(lines)

    rate = 100_000 / best(screen)
    print(f"{'screen(), six lines, regimens a second':<42} {rate:6.0f}   target 10000")
    print(f"{'read_label, lines a second':<42} {600_000 / best(read):6.0f}   target 5000")
    print(f"{'records in the bundle':<42} {sum(len(sdb.load().section(s)) for s in SECTIONS):6}")


if __name__ == "__main__":
    main()
