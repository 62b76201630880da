# SPDX-License-Identifier: MIT
"""
Reading labels and guessing misspelt names, as ratios within one run.

Peers: parting the same lines into words with ``re`` and ``unicodedata``; ``difflib``'s close
matches among the same names.
"""

from __future__ import annotations

import difflib
import json
import re
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import supplementdb as sdb
from supplementdb.names.guesses import Spellings

REPEATS = 9
CORPUS = Path(__file__).parents[1] / "tests" / "golden" / "labels" / "lines.json"


def best(work: Callable[[], object]) -> float:
    """Best time of a few runs, in seconds."""
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print the ratios, and lines a second for orientation."""
    texts = [line["text"] for line in json.loads(CORPUS.read_text(encoding="utf-8"))]
    word = re.compile(r"[^\W_]+")

    def read() -> None:
        for text in texts:
            sdb.read_label(text)

    def parted() -> None:
        for text in texts:
            word.findall(unicodedata.normalize("NFKD", text.casefold()))

    sdb.read_label("Zinc 10 mg")  # what is loaded, is loaded
    start = time.process_time()
    read()
    first = time.process_time() - start
    took = best(read)
    print(f"{'read_label / parting into words':<42} {took / best(parted):6.1f}   target 60")
    print(f"{'lines a second':<42} {len(texts) / took:6.0f}   target 5000")
    print(f"{'lines a second, each for the first time':<42} {len(texts) / first:6.0f}")

    names = sorted(sdb.load().minerals)
    wrong = ["magnesuim", "calcuim", "pottasium", "selinium", "molybdnum", "manganeese"]
    near = Spellings(names)

    def guessed() -> None:
        for text in wrong:
            near.nearest(text)

    def close() -> None:
        for text in wrong:
            difflib.get_close_matches(text, names, n=1)

    print(f"{'guess of a name / difflib':<42} {best(guessed) / best(close):6.2f}   target 1")


if __name__ == "__main__":
    main()
