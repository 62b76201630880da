# SPDX-License-Identifier: MIT
"""
From files to a catalog; the only room that knows the bundle.

A look-up by id reads only the file that holds it: `ids.json` says which. The bundle is trusted
here, because `supplementdb data check` has seen all of it; what a user brings is checked in full.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from .catalog import Catalog, Collection, Records
from .errors import InputError
from .model import record_class
from .trusted import maker

__all__ = ["bundle_directory", "bundle_text", "catalog_of", "load", "or_bundled", "read"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os


def __dir__() -> list[str]:
    return __all__


@functools.cache
def load() -> Catalog:
    """
    Load the bundled catalog: immutable, cached; files are read when first needed.

    >>> import supplementdb as sdb
    >>> sdb.load().minerals["magnesium"].symbol
    'Mg'
    """
    edition: str = _file("edition.json")["edition"]
    homes: dict[str, dict[str, list[str]]] = _file("ids.json")["ids"]
    collections = {
        section: Collection(section, _Shelf(section, files), _typed(section))
        for section, files in homes.items()
    }
    return Catalog(edition, collections)


def or_bundled(catalog: Catalog | None) -> Catalog:
    """
    Give the catalog, or the bundled one for `None`.

    Raises:
        InputError: It is no catalog.
    """
    if catalog is None:
        return load()
    if not isinstance(catalog, Catalog):
        raise InputError("catalog", "must be a Catalog, or None for the bundled one")
    return catalog


def catalog_of(edition: str, files: Mapping[str, Records]) -> Catalog:
    """Make a catalog of files that are read already, without the rules between records."""
    sections: dict[str, dict[str, Any]] = {}
    for records in files.values():
        for section, found in records.items():
            sections.setdefault(section, {}).update({record.id: record for record in found})
    return Catalog(
        edition,
        {name: Collection(name, found, lambda record: record) for name, found in sections.items()},
    )


def read(source: str | os.PathLike[str] | Mapping[str, Any]) -> Records:
    """
    Read an application's own records, in the shape of the bundle's files, for `Catalog.overlay`.

    Args:
        source: Path of a JSON file, or its content as an object of sections.

    Raises:
        DataError: With every problem at once: file, path, rule, value and next step.
        OSError: The file cannot be read.

    >>> import supplementdb as sdb
    >>> sdb.read({"conditions": []})
    <Records overlay: none>
    """
    from . import codec

    if isinstance(source, Mapping):
        return codec.records(source, "overlay")
    try:
        with Path(source).open("rb") as file:
            content = file.read(codec.MAX_BYTES + 1)
    except TypeError:
        raise InputError("source", "must be a path or an object of sections") from None
    except ValueError:
        raise InputError("source", "must be a path without null bytes") from None
    name = str(source)
    return codec.records(codec.parse(content, name), name)


def bundle_text(name: str) -> str:
    """Read one file of the bundle, such as ``minerals/magnesium.json``, as text."""
    text: str = _bundle().joinpath(*name.split("/")).read_text(encoding="utf-8")
    return text


def bundle_directory() -> Path:
    """
    The directory of the bundle, for curators.

    Raises:
        InputError: The library runs from a zip, where there is none.
    """
    found = _bundle()
    if not isinstance(found, Path):
        raise InputError("directory", "must be given where the library is not in plain files")
    return found


def _bundle() -> Any:
    # Through the backport as prescribed, so that zips and frozen applications work;
    # imported here because it costs more than the rest of a look-up by id.
    import importlib_resources

    return importlib_resources.files(__package__) / "data"


@functools.cache
def _file(name: str) -> Any:
    return json.loads(bundle_text(name))


@functools.cache
def _section(name: str, section: str) -> dict[str, Any]:
    return {raw["id"]: raw for raw in _file(name)[section]}


class _Shelf(Mapping[str, Any]):
    """The raw records of a section: the ids are known, a file is read when one of its is asked."""

    def __init__(self, section: str, files: Mapping[str, list[str]]) -> None:
        self._section = section
        self._homes = {id: file for file, ids in files.items() for id in ids}

    def __getitem__(self, id: str) -> Any:
        return _section(self._homes[id], self._section)[id]

    def __contains__(self, id: object) -> bool:
        # The default would read the file to find out.
        return id in self._homes

    def __iter__(self) -> Iterator[str]:
        return iter(self._homes)

    def __len__(self) -> int:
        return len(self._homes)


@functools.cache
def _maker(section: str) -> Callable[[Any], Any]:
    return maker(record_class(section))


def _typed(section: str) -> Callable[[Any], Any]:
    # A family of records is imported when a first one of it is typed.
    def typed(raw: Any) -> Any:
        return _maker(section)(raw)

    return typed
