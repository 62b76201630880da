# SPDX-License-Identifier: MIT
import json
from pathlib import Path
from typing import Any

import pytest

import supplementdb as sdb
from made import content
from supplementdb import loading


def test_cached() -> None:
    """The bundle is loaded once."""
    assert sdb.load() is sdb.load()


def test_one_file_a_look_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look-up by id reads the file that holds it and no other."""
    read: list[str] = []
    text = loading.bundle_text

    def spy(name: str) -> str:
        read.append(name)
        return text(name)

    monkeypatch.setattr(loading, "bundle_text", spy)
    for cached in (loading.load, loading._file, loading._section):
        cached.cache_clear()
    fresh = loading.load()
    assert ["edition.json", "ids.json"] == read
    assert "trpm6" in fresh.transporters
    assert len(fresh.forms) > 40
    assert 2 == len(read)
    assert fresh.transporters["trpm6"]
    assert ["transporters.json"] == read[2:]
    for cached in (loading.load, loading._file, loading._section):
        cached.cache_clear()


class TestRead:
    def test_file(self, tmp_path: Path) -> None:
        """A file and its content read alike."""
        path = tmp_path / "clinic.json"
        path.write_text(json.dumps(content()), encoding="utf-8")

        assert dict(sdb.read(path)) == dict(sdb.read(str(path))) == dict(sdb.read(content()))
        assert str(path) == sdb.read(path).origin
        assert "overlay" == sdb.read(content()).origin

    def test_missing(self, tmp_path: Path) -> None:
        """A file that is not there is the system's error."""
        with pytest.raises(FileNotFoundError):
            sdb.read(tmp_path / "nothing.json")

    @pytest.mark.parametrize("source", [None, 5, [], "a\0b"])
    def test_misuse(self, source: Any) -> None:
        """Something else than a path or content is refused."""
        with pytest.raises(sdb.InputError, match="^source"):
            sdb.read(source)

    def test_problems_name_the_file(self, tmp_path: Path) -> None:
        """Problems name the file they are in."""
        path = tmp_path / "clinic.json"
        path.write_text('{"forms": [{}]}', encoding="utf-8")

        with pytest.raises(sdb.DataError, match=r"clinic\.json: forms\[0\]\.id: is missing"):
            sdb.read(path)


def test_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Curators get the directory of the bundle where there is one."""
    assert (loading.bundle_directory() / "ids.json").is_file()
    monkeypatch.setattr(loading, "_bundle", object)
    with pytest.raises(sdb.InputError, match="^directory"):
        loading.bundle_directory()
