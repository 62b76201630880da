# SPDX-License-Identifier: MIT
"""The version of the code; that of the data is `Catalog.edition`."""

__all__ = ["__version__"]

__version__ = "0.1.0"


def __dir__() -> list[str]:
    return __all__
