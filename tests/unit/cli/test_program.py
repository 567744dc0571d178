"""Summaries from the command line, and the program's own words."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys

import pytest

from app import __main__, bootstrap, demo
from app.domain.preferences import Preferences
from tests.house.tree import ROOT
from tests.journeys.story import read_docx, read_pdf
from tests.unit.cli.support import PASSWORD, one_sentence, typed

HAN = re.compile("[\u3400-\u9fff]")

LOOKED = "--looked-at-details"


@pytest.mark.clause("157")
def test_a_summary_is_written_with_a_password_of_its_own(run, vault, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    words = ("export-summary", vault, 1, out, "--purpose", "个体督导", "--recipient", "周敏")
    said = run(*words, LOOKED, "--password-stdin", "--json", given=typed(PASSWORD))
    assert (said.code, said.err) == (0, "")
    told = json.loads(said.out)
    pdf, word = sorted(out.iterdir(), key=lambda path: path.suffix, reverse=True)
    assert sorted(told["files"]) == sorted([str(pdf), str(word)])
    assert sum(told["hidden"].values()) >= 3
    for text in (read_pdf(pdf, told["password"]), read_docx(word, told["password"])):
        assert "林晓禾" not in text
        assert "陈桂芳" not in text


def test_a_summary_of_a_case_that_is_not_there_is_refused(run, vault, tmp_path):
    words = ("export-summary", vault, 99, tmp_path, "--purpose", "督导", "--recipient", "周敏")
    one_sentence(run(*words, "--password-stdin", given=typed(PASSWORD)))
    assert not list(tmp_path.glob("summary-*"))


@pytest.mark.clause("157")
def test_a_purpose_that_names_the_client_is_refused(run, vault, tmp_path):
    words = ("export-summary", vault, 1, tmp_path, "--purpose", "林晓禾", "--recipient", "周敏")
    for more in ((), (LOOKED,)):
        said = run(*words, *more, "--password-stdin", given=typed(PASSWORD))
        one_sentence(said)
        assert said.err.endswith("[157]\n")
        assert not list(tmp_path.glob("summary-*"))


# The program itself.


def test_help_and_wrong_words(run):
    assert run("--help").code == 0
    assert run("dance").code == 2
    assert run().code == 2


def test_a_command_is_found_by_its_first_word(monkeypatch, capsys):
    monkeypatch.setattr(__main__.diagnostics, "keep_private", lambda: None)
    assert __main__.main(["demo"]) == 2
    assert "usage: demo DIR" in capsys.readouterr().err
    with pytest.raises(SystemExit) as usage:
        __main__.main(["--help"])
    assert usage.value.code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ("", "", "")), (["--locked"], ("", "", "")), (["--locked", "idle"], ("idle", "", "")),
     (["--locked", "menu", "14:32"], ("menu", "14:32", "")),
     (["--locked", "sleep", "14:32", "unstored"], ("sleep", "14:32", "unstored"))],
)  # fmt: skip
def test_the_window_hears_why_and_when_it_was_locked(monkeypatch, words, said, tmp_path):
    heard = []
    monkeypatch.setattr(__main__.diagnostics, "keep_private", lambda: None)
    monkeypatch.setattr(__main__.diagnostics, "guard", lambda: None)
    monkeypatch.setattr(__main__.diagnostics, "start_log", lambda _folder: None)
    monkeypatch.setattr(bootstrap, "run_window", lambda *why: heard.append(why) or 0)
    assert __main__.main(words) == 0
    assert heard == [said]


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "这个文件夹里没有保险库。"), ("en", "There is no vault in this folder.")],
)
def test_a_refusal_is_said_in_the_language_that_was_chosen(tmp_path, language, words):
    """In a process of its own: it is the whole program that speaks."""
    bootstrap.preferences().save(Preferences(language=language))
    command = [sys.executable, "-m", "app", "verify", str(tmp_path), "--password-stdin"]
    done = subprocess.run(command, cwd=ROOT, input=b"x\n", capture_output=True, check=False)
    said = done.stderr.decode("utf-8")
    assert done.returncode == 1
    assert words in said
    assert (HAN.search(said) is None) == (language == "en")


@pytest.mark.parametrize(("platform", "encoding"), [("win32", "utf-8"), ("linux", "cp1252")])
def test_on_windows_what_is_piped_is_utf8_as_everywhere_else(monkeypatch, platform, encoding):
    """Elsewhere the surroundings say what it is, and nothing is changed."""
    piped = io.TextIOWrapper(io.BytesIO(), encoding="cp1252", errors="replace")
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(sys, "stdout", piped)
    monkeypatch.setattr(sys, "stderr", None)  # as where there is no console
    monkeypatch.setattr(__main__.diagnostics, "keep_private", lambda: None)
    with pytest.raises(SystemExit):
        __main__.main(["--help"])
    assert piped.encoding == encoding


def test_a_demo_that_is_refused_says_why(tmp_path, capsys):
    (tmp_path / "file").write_bytes(b"theirs")
    assert demo.main([str(tmp_path / "file")]) == 1
    said = capsys.readouterr().err
    assert said.startswith("demo: ")
    assert said.count("\n") == 1
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "theirs").write_bytes(b"theirs")
    assert demo.main([str(tmp_path)]) == 1
    assert "已经有别的东西" in capsys.readouterr().err
