"""Nothing of a client is left in clear anywhere on the disk (promises 29, 30, 31).

The whole story is told with marked words in a process of its own, and the commands without a window
after it; then every file that they could reach is searched. Where strace is installed, the files
that they opened for writing are held against docs/written-paths.md.
"""

from __future__ import annotations

import base64
import os
import re
import zlib

import pytest

from tests.journeys import tracing
from tests.journeys.canary_driver import MARK
from tests.journeys.tracing import LOOKED_FOR, STRACE, files, seen, shapes


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> tracing.Told:
    """Tell the story once, in a home of its own."""
    return tracing.story(tmp_path_factory.mktemp("canary"))


def test_the_search_finds_a_word_in_every_shape():
    for word in LOOKED_FOR:
        for name, shape in shapes(word).items():
            assert seen(b"before " + shape + b" after"), name
        assert seen(b"stream " + zlib.compress(word.encode()))
        for before in range(3):
            assert seen(base64.b64encode(b"x" * before + word.encode() + b"yyy"))
    assert not seen("一只别的动物".encode())


@pytest.mark.promise(29)
def test_no_file_holds_a_word_of_a_client(told):
    exempt = {one for one in told.asked if one.name.startswith("同意书")}
    assert len(exempt) == 1
    looked = [one for one in files(told.home) if one not in exempt]
    assert {"vault.db", "preferences.json", "xinxia.log"} <= {one.name for one in looked}
    assert tracing.holding(looked) == {}


@pytest.mark.promise(29)
@pytest.mark.promise(34)
def test_files_get_names_that_say_nothing(told):
    """Only the names that the counselor gave herself carry her words."""
    given = {told.desk / f"同意书{MARK}.pdf", told.desk / f"给督导的{MARK}"}
    named = [one for one in told.home.rglob("*") if seen(os.fsencode(one.name))]
    assert set(named) == given


@pytest.mark.promise(31)
def test_what_is_said_and_logged_holds_no_word(told):
    """Faults with the mark in their words were let loose in every layer."""
    assert seen(told.said.encode()) == [], told.said[-2000:]
    (log,) = (told.home / ".local/state/xinxia").iterdir()
    lines = log.read_text("utf-8")
    for kind in ("ValueError", "RuntimeError", "OperationalError"):
        assert kind in lines, "the fault was logged, by its kind"
    assert seen(lines.encode()) == []


@pytest.mark.promise(30)
def test_no_file_dialog_leaves_a_trace(told):
    for conf in told.home.rglob("QtProject.conf"):
        text = conf.read_text("utf-8")
        assert str(told.desk) not in text
        assert "lastVisited" not in text
        assert "shortcuts" not in text
        assert "history" not in text
    assert not list(told.home.rglob("recently-used*"))


@pytest.mark.promise(29)
@pytest.mark.skipif(not STRACE, reason="strace is not installed")
def test_only_the_files_of_the_inventory_are_written(told):
    assert told.unknown() == [], "\n".join(told.unknown())
    assert "VAULT/vault.db-wal" in told.short()


@pytest.mark.promise(29)
@pytest.mark.promise(31)
@pytest.mark.skipif(not STRACE, reason="strace is not installed")
def test_what_stands_beside_the_notes_leaves_no_word_outside_the_vault(told):
    """Intake, answers, reflections, formulation, genogram, a copy and a decline; their papers."""
    came = tracing.case_file(told.home, told.desk)
    assert came.unknown() == [], "\n".join(came.unknown())
    assert seen(came.said.encode()) == []
    papers = {"个案概念化.pdf", "家谱图.pdf", "咨询记录.pdf"}
    assert papers <= {one.name for one in told.desk.iterdir()}
    exempt = {one for one in told.asked if one.name.startswith("同意书")}
    assert tracing.holding([one for one in files(told.home) if one not in exempt]) == {}


@pytest.mark.promise(29)
@pytest.mark.skipif(not STRACE, reason="strace is not installed")
def test_backups_locked_cases_and_packages_write_only_files_of_the_inventory(told):
    came = tracing.beside(told.home, told.desk)
    assert came.unknown() == [], "\n".join(came.unknown())
    written = came.short()
    assert {"VAULT/vault.lineage", "VAULT/case-1.tries"} <= set(written)
    looked = [one for one in files(told.home) if one.suffix not in {".pdf", ".ics"}]
    assert any(one.name == "generation.json" for one in looked)
    assert tracing.holding(looked) == {}


@pytest.mark.promise(29)
def test_every_line_of_the_inventory_says_what_lies_there():
    """A page that nobody can read protects nobody: pattern, what, whose words, how long."""
    rows = [line for line in tracing.PAGE.read_text("utf-8").splitlines() if line[:3] == "| `"]
    assert len(rows) > 10
    for row in rows:
        cells = re.split(r"(?<!\\)\|", row)[1:-1]
        assert len(cells) == 4
        assert all(cell.strip() for cell in cells), row


@pytest.mark.skipif(not STRACE, reason="strace is not installed")
def test_nobody_is_called_not_even_by_a_library(told):
    """The native code of onnxruntime calls its maker unless it is told not to."""
    assert told.called == ()
