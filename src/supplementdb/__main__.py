# SPDX-License-Identifier: MIT
"""``python -m supplementdb`` is the command ``supplementdb``."""

from .cli import main

raise SystemExit(main())
