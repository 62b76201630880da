# SPDX-License-Identifier: MIT
"""Text to ids: resolve a name, read a label line."""

__all__: list[str] = []
