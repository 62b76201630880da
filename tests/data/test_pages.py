# SPDX-License-Identifier: MIT
"""The pages that are made of the data."""

import runpy
from pathlib import Path

TOOL = Path(__file__).parents[2] / "tools" / "pages.py"


def test_fresh() -> None:
    """The pages say what the data says."""
    tool = runpy.run_path(str(TOOL))
    wanted: dict[str, str] = tool["pages"]()
    found = {path.name: path.read_text(encoding="utf-8") for path in tool["FOLDER"].iterdir()}

    assert wanted == found, "run `make pages`, and read the difference"
