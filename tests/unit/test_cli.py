# SPDX-License-Identifier: MIT
import io
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from made import content, form
from supplementdb.cli import main


class Run:
    """Run the command and keep what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *words: str, exits: int = 0) -> str:
        """Run it; its output, or its errors where it fails."""
        code = main(words)
        out, err = self.capsys.readouterr()
        assert exits == code, err
        return out or err

    def json(self, *words: str, exits: int = 0) -> Any:
        """Run it with --json."""
        return json.loads(self(*words, "--json", exits=exits))


@pytest.fixture(name="run")
def fixture_run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command."""
    return Run(capsys)


@pytest.fixture(name="case")
def fixture_case(tmp_path: Path) -> Path:
    """A case as a file."""
    path = tmp_path / "case.json"
    person = {"age_years": 9.5, "sex": "female"}
    path.write_text(json.dumps({"title": "A child", "lines": ["Magnesium 5 g"], "person": person}))
    return path


PERSON = ("--age", "40", "--sex", "female", "--egfr", "20", "--weight", "60", "--stage", "pregnant")


class TestScreen:
    def test_lines(self, run: Run) -> None:
        """Lines and a profile give a report."""
        text = run(
            "screen", "Magnesium 500 mg", *PERSON, "--medication", "nobody", "--condition", "x"
        )

        assert "dose" not in text
        assert "above the UL" in text
        assert 'No medicine is known by the name "nobody"' in text

    def test_json(self, run: Run) -> None:
        """JSON of lines is one report."""
        assert "NASEM" == run.json("screen", "Magnesium 500 mg")["authority"]
        assert "EFSA" == run.json("screen", "Magnesium 500 mg", "--authority", "efsa")["authority"]

    def test_stdin(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """A dash reads lines from the standard input."""
        monkeypatch.setattr(sys, "stdin", io.StringIO("Magnesium 100 mg\n\nMagnesium 50 mg\n"))

        assert 2 == len(run.json("screen", "-")["totals"]["magnesium"]["contributions"])

    def test_cases(self, run: Run, case: Path) -> None:
        """Cases are files, and their JSON is a list of reports."""
        text = run("screen", "--case", str(case), str(case))

        assert 2 == text.count("A child\n=======\n  Magnesium 5 g\n")
        assert 1 == len(run.json("screen", "--case", str(case)))

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("{", "must be JSON"),
            ("[]", "with a list 'lines'"),
            ('{"lines": "x"}', "with a list 'lines'"),
            ('{"lines": [], "title": 5}', "'title' must be text"),
            ('{"lines": [], "lines": []}', "lines"),
            ("[" * 100_000, "levels deep"),
            ('{"lines": [], "person": []}', "'person' must be an object"),
            ('{"lines": [], "person": {"name": "x"}, "b": 1}', "not known: b, name"),
        ],
    )
    def test_bad_case(self, run: Run, case: Path, text: str, words: str) -> None:
        """A case of another shape is refused with what is wrong."""
        case.write_text(text, encoding="utf-8")

        assert words in run("screen", "--case", str(case), exits=2)

    def test_lines_and_cases(self, run: Run, case: Path) -> None:
        """Lines beside cases are refused, instead of one of them being passed over."""
        assert "beside --case" in run("screen", "x", "--case", str(case), exits=2)
        assert "beside --case" in run("screen", "--age", "30", "--case", str(case), exits=2)

    def test_overlay(self, run: Run, tmp_path: Path) -> None:
        """An application's own records join in."""
        path = tmp_path / "mine.json"
        own = form("magnesium-own", name="own magnesium", formula="MgO", hydration="0")
        mine = {
            "forms": [own | {"sources": [{"source": "source-a"}]}],
            "sources": content()["sources"],
        }
        path.write_text(json.dumps(mine), encoding="utf-8")
        report = run.json("screen", "own magnesium 5 mg", "--overlay", str(path))

        assert report["edition"].endswith("+mine")

    @pytest.mark.parametrize(
        "words", [("--age", "-1"), ("--sex", "x"), ("--authority", "x"), ("--overlay", "/nowhere")]
    )
    def test_bad_input(self, run: Run, words: tuple[str, str]) -> None:
        """Bad input is one line on the standard error and exit code 2."""
        assert run("screen", "x", *words, exits=2).startswith("supplementdb: ")

    def test_no_lines(self, run: Run) -> None:
        """Without lines there is nothing to screen, and blank ones are not passed over."""
        assert "line: must be given" in run("screen", exits=2)
        assert '"" names no mineral' in run("screen", "")

    def test_error_as_json(self, run: Run) -> None:
        """With --json an error is JSON too."""
        assert "age_years" in run.json("screen", "x", "--age", "-1", exits=2)["error"]

    def test_plain(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without rich the report is plain text."""
        monkeypatch.setitem(sys.modules, "rich.console", None)

        assert "[moderate]" in run("screen", "Magnesium 500 mg", "--age", "40")


class TestRead:
    def test_line(self, run: Run) -> None:
        """A line is shown with its parts underlined, and a table of what it holds."""
        text = run("read", "Zinc (as citrate) 10 to 15 mg 100% twice daily with dust").splitlines()

        assert text[0].startswith("Zinc (as citrate)")
        assert text[1].startswith("^^^^")
        assert "=" in text[1]
        assert "?" in text[1]
        assert "10 mg to 15 mg" in text[2]
        assert "100 % DV" in text[2]
        assert "2 a day" in text[2]
        assert "not understood: dust" in text[3]

    def test_nothing(self, run: Run) -> None:
        """What is not taken for its mineral, and what is open, is shown."""
        assert "not taken for its mineral: calcium-ascorbate" in run(
            "read", "Vitamin C (as calcium ascorbate) 500 mg"
        )
        assert "form not said  [amount-missing]" in run("read", "Zinc")
        assert "of 50 mg compound" in run("read", "Zinkbisglycinat 50 mg, davon Zink 10 mg")
        assert "no mineral that is taken\n" in run("read", "vitamin C 5 mg")
        assert "no mineral that is taken  [mineral-unnamed]" in run("read", "picolinate 30 mg")

    def test_json(self, run: Run) -> None:
        """JSON has all of it; numbers are text."""
        (line,) = run.json("read", "Zinc (as citrate) 10 to 15 mg 100%")
        (item,) = line["items"]

        assert ("10 mg", "15 mg", "100") == (item["amount"], item["amount_max"], item["percent_dv"])
        assert ["zinc-citrate"] == item["forms"]
        (bare,) = run.json("read", "Zinkbisglycinat 50 mg, davon Zink 10 mg")
        assert "50 mg" == bare["items"][0]["compound_amount"]
        assert [] == run.json("read", "nothing at all")[0]["items"]
        assert run.json("read", "Zinc")[0]["items"][0]["amount"] is None

    def test_files(self, run: Run, tmp_path: Path) -> None:
        """Lines come from a file, or from a pasted list."""
        path = tmp_path / "lines.txt"
        path.write_text("Zinc 5 mg\n\nIron 14 mg\n", encoding="utf-8")

        assert 2 == len(run.json("read", "--file", str(path)))
        assert 2 == len(run.json("read", "--stack", "Zinc 5 mg and iron 14 mg"))
        assert "must be given" in run("read", exits=2)

    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            ("Name,Amount\nZinc,15 mg\nIron,14 mg\n", ["Zinc 15 mg", "Iron 14 mg"]),
            ("\ufeffName,Amount\r\nZinc,15 mg\r\n", ["Zinc 15 mg"]),
            ("Name;Amount;Frequency\nZinc;15 mg;2\n", ["Zinc 15 mg 2 times a day"]),
            (
                "Magnesium (as oxide,\ncitrate) 200 mg\nZinc 5 mg",
                ["Magnesium (as oxide, citrate) 200 mg", "Zinc 5 mg"],
            ),
        ],
    )
    def test_stack(
        self,
        run: Run,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        text: str,
        lines: list[str],
    ) -> None:
        """A list is parted whole, wherever it comes from."""
        path = tmp_path / "stack.csv"
        path.write_bytes(text.encode())
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "ascii"))

        assert lines == [line["text"] for line in run.json("read", "--stack", "--file", str(path))]
        assert lines == [line["text"] for line in run.json("read", "--stack", "-")]

    def test_empty_stack(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """A list that is empty is none."""
        monkeypatch.setattr(sys, "stdin", io.StringIO("\n \n"))

        assert "must be given" in run("read", "--stack", "-", exits=2)

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            ("Zinc 5 mg\nFer 14 \xb5g".encode("latin-1"), "byte 0xb5 in line 2 is not"),
            ("Zinc 5 mg".encode("utf-16"), "looks like UTF-16"),
            ("Zinc 5 mg".encode("utf-16-le"), "looks like UTF-16"),
        ],
    )
    def test_encoding(
        self,
        run: Run,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        content: bytes,
        words: str,
    ) -> None:
        """What is not UTF-8 is said, with what to do."""
        path = tmp_path / "lines.txt"
        path.write_bytes(content)
        told = run("read", "--file", str(path), exits=2)

        assert words in told
        assert "save it as UTF-8" in told
        for command in ("read", "screen", "plan"):
            stream = io.TextIOWrapper(io.BytesIO(content), "utf-8", errors="surrogateescape")
            monkeypatch.setattr(sys, "stdin", stream)
            assert "standard input: must be UTF-8" in run(command, "-", exits=2)

    def test_utf8(self, run: Run, tmp_path: Path) -> None:
        """The mark that editors put before UTF-8 is no part of the first line."""
        path = tmp_path / "lines.txt"
        path.write_bytes("\ufeffZinc 5 mg\n".encode())

        assert ["Zinc 5 mg"] == [line["text"] for line in run.json("read", "--file", str(path))]


class TestPlan:
    def test_times(self, run: Run, tmp_path: Path) -> None:
        """A plan is a timetable, and a picture where one is asked for."""
        picture = tmp_path / "day.svg"
        words = ("plan", "Magnesium 100 mg", "--wake", "06:00", "--sleep", "21:00", "--svg")
        text = run(*words, str(picture))

        assert " Magnesium 100 mg" in text
        assert picture.read_text(encoding="utf-8").startswith("<svg")

    def test_stdin(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """A dash reads lines, and meals are named one by one."""
        monkeypatch.setattr(sys, "stdin", io.StringIO("Magnesium 100 mg\nMagnesium 50 mg\n"))
        plan = run.json("plan", "-", "--meal", "09:00", "--meal", "19:00")

        assert ["09:00", "19:00"] == plan["meals"]
        assert 2 == len(plan["doses"])

    def test_conflict(self, run: Run) -> None:
        """Rules that cannot be kept together are exit code 1."""
        words = ("--wake", "07:00", "--sleep", "08:00", "--medication", "levothyroxine")

        assert "No times keep all" in run("plan", "Calcium 500 mg", *words, exits=1)

    def test_bad_time(self, run: Run) -> None:
        """A time that is none is exit code 2."""
        assert "wake: must be a time" in run("plan", "Magnesium 1 mg", "--wake", "7", exits=2)


class TestShow:
    def test_form(self, run: Run) -> None:
        """A form shows what is computed beside what is on record."""
        text = run("show", "magnesium oxide")

        assert text.startswith("Form\n  id: magnesium-oxide\n")
        assert "    magnesium: 0.6030\n" in text
        assert "molar_mass: 40.304 g/mol" in text

    def test_assayed(self, run: Run) -> None:
        """A form without a formula shows its range, or why there is none."""
        assert " to " in run.json("show", "magnesium-stearate")["fraction"]["magnesium"]
        assert "assay" in run.json("show", "magnesium-yeast")["fraction"]["magnesium"]

    def test_other(self, run: Run) -> None:
        """Any record can be shown."""
        assert "levothyroxine" == run.json("show", "levothyroxine")["id"]
        assert "Interaction" in run("show", "magnesium-levothyroxine")

    def test_unknown(self, run: Run) -> None:
        """An unknown name is told what it may mean, and is exit code 1."""
        assert "is unknown; perhaps magnesium-oxide (form)" in run(
            "show", "magnesum oxide", exits=1
        )
        assert "'qqqq' is unknown\n" in run("show", "qqqq", exits=1)


class TestFind:
    def test_resolved(self, run: Run) -> None:
        """A name is found with its kind and id."""
        assert "magnesium-bisglycinate" in run("find", "mag glycinate")
        assert "resolved" == run.json("find", "mag glycinate", "--kind", "form")["status"]

    def test_unknown(self, run: Run) -> None:
        """A name that is not found is exit code 1."""
        assert "unknown" == run.json("find", "qqqq", exits=1)["status"]


class TestLimits:
    def test_text(self, run: Run) -> None:
        """Limits are a table with authority, scope and source."""
        text = run("limits", "magnesium", "--age", "40", "--sex", "male", "--authority", "nasem")

        assert "NASEM    UL        350 mg       supplements" in text

    def test_none_set(self, run: Run) -> None:
        """Where none is set, it says so."""
        assert "none set" in run("limits", "magnesium", "--age", "0.2", "--authority", "NASEM")

    def test_nothing(self, run: Run) -> None:
        """Where nothing is on record, it says so."""
        assert "nothing on record" in run(
            "limits", "magnesium", "--authority", "UK-EVM", "--as-of", "1900"
        )

    def test_json(self, run: Run) -> None:
        """JSON has the records as the data files hold them."""
        assert run.json("limits", "magnesium")[0]["id"]

    def test_by_name(self, run: Run) -> None:
        """A mineral may be named."""
        assert run("limits", "Mg") == run("limits", "magnesium")

    def test_unknown(self, run: Run) -> None:
        """An unknown mineral is exit code 1."""
        assert "no record 'gold'" in run("limits", "gold", exits=1)


class TestCompare:
    def test_table(self, run: Run) -> None:
        """The forms of a mineral stand in a table, found by any name of the mineral."""
        lines = run("compare", "Mag").splitlines()

        assert "permitted in" in lines[0]
        assert any(line.startswith("magnesium oxide ") for line in lines)

    def test_json(self, run: Run) -> None:
        """JSON has a row a form."""
        found = run.json("compare", "magnesium")

        assert "magnesium" == found["mineral"]
        assert "magnesium-oxide" in {row["form"] for row in found["forms"]}


class TestClaims:
    def test_one(self, run: Run) -> None:
        """A claim by its id or place is explained."""
        text = run("claims", "a4")

        assert text.startswith("Stated: ")
        assert "Verdict: unverifiable." in text
        assert "unverifiable" == run.json("claims", "A4")["claims"][0]["verdict"]

    def test_several(self, run: Run) -> None:
        """Claims by what they are about are listed, verdict first."""
        found = run.json("claims", "magnesium", "--condition", "insomnia")
        text = run("claims", "magnesium", "--condition", "insomnia")

        assert found
        for claim in found:
            assert f"{claim['verdict']:<13} {claim['id']}\n" in text
        assert len(found) < len(run.json("claims", "magnesium")) < len(run.json("claims"))

    def test_verdict(self, run: Run) -> None:
        """A verdict picks those that have it."""
        assert {"refuted"} == {c["verdict"] for c in run.json("claims", "--verdict", "refuted")}

    def test_none(self, run: Run) -> None:
        """No claim on record is told as that; what nobody knows is an error."""
        words = ("claims", "boron", "--condition", "wilson-disease")

        assert [] == run.json(*words)
        assert "no claim on record; that is no statement that there is no effect\n" == run(*words)
        assert "supplementdb: no " in run("claims", "no such thing", exits=1)

    def test_show(self, run: Run) -> None:
        """A claim that is shown has its verdict."""
        (first, *_) = run.json("claims")

        assert first["verdict"] == run.json("show", first["id"])["verdict"]


class TestData:
    def test_check(self, run: Run) -> None:
        """The bundled data is sound."""
        assert "the data is sound\n" == run("data", "check")
        assert [] == run.json("data", "check")

    def test_problems(self, run: Run, tmp_path: Path) -> None:
        """Problems are exit code 1."""
        (tmp_path / "a.json").write_text("{", encoding="utf-8")

        assert "a.json: $: must be JSON" in run("data", "check", str(tmp_path), exits=1)
        assert "a.json" == run.json("data", "check", str(tmp_path), exits=1)[0]["file"]

    def test_fmt(self, run: Run, tmp_path: Path) -> None:
        """Laying out tells which files changed."""
        (tmp_path / "a.json").write_text(json.dumps(content()), encoding="utf-8")

        assert "a.json\nids.json\n" == run("data", "fmt", str(tmp_path))
        assert "nothing to change\n" == run("data", "fmt", str(tmp_path))
        assert [] == run.json("data", "fmt", str(tmp_path))


def test_reader_leaves(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that has seen enough, such as head, is no error."""

    def leave(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("builtins.print", leave)
    assert 0 == main(["find", "magnesium"])


def test_any_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any text stream will do for the output."""
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    assert 0 == main(["find", "magnesium"])


@pytest.mark.parametrize("words", ["show magnesium", "show magnesium --json", "limits magnesium"])
def test_any_terminal(words: str) -> None:
    """A terminal of ASCII alone is no reason for a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "supplementdb", *words.split()],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )

    assert (0, b"") == (done.returncode, done.stderr)


def test_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a command, and for --version, argparse answers."""
    for words, code in (([], 2), (["--version"], 0), (["--help"], 0)):
        with pytest.raises(SystemExit) as caught:
            main(words)
        assert code == caught.value.code
    assert "exit codes:" in capsys.readouterr().out


def test_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """``python -m supplementdb`` is the command."""
    monkeypatch.setattr(sys, "argv", ["supplementdb", "find", "magnesium"])

    with pytest.raises(SystemExit) as caught:
        runpy.run_module("supplementdb", run_name="__main__")
    assert 0 == caught.value.code
    assert "resolved" in capsys.readouterr().out
