# SPDX-License-Identifier: MIT
"""The pages that are made of the data."""

import runpy
from pathlib import Path

TOOL = Path(__file__).parents[2] / "tools" / "pages.py"


def test_fresh() -> None:
    """The pages say what the data says, and none is left over."""
    tool = runpy.run_path(str(TOOL))
    docs: Path = tool["DOCS"]
    wanted: dict[str, str] = tool["pages"]()
    paths = [*(docs / tool["INTAKES"]).iterdir(), docs / tool["ARTICLES"]]
    found = {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in paths}

    assert wanted == found, "run `make pages`, and read the difference"
