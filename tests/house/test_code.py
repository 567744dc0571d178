"""Rules for the code of the rooms."""

from __future__ import annotations

import ast
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.house.tree import ROOMS, ROOT, called, dotted, forget, modules, name, nodes, tree, where

if TYPE_CHECKING:
    from collections.abc import Iterator

NETWORK = {
    *("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc", "asyncio", "requests"),
    *("httpx", "aiohttp", "imaplib", "poplib", "telnetlib", "socketserver", "webbrowser"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtHttpServer"),
    *("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtBluetooth"),
}
# The gallery of parts shows invented words to those who make the program, not to a counselor.
SCREENS = [path for path in modules("ui") if name(path) != "ui/gallery.py"]
TRANSLATORS = {"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"}
SAID_BY = {
    *("setText", "setWindowTitle", "setTitle", "setToolTip", "setStatusTip", "setWhatsThis"),
    *("setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setHtml"),
    *("setPlainText", "setInformativeText", "setDetailedText", "setLabelText", "setHeaderLabels"),
    *("setPrefix", "setSuffix", "setSpecialValueText", "addItem", "addItems", "addTab"),
    *("addAction", "addMenu", "addRow", "showMessage", "setTabText", "setIconText"),
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox"),
    *("QAction", "QMenu", "QDockWidget"),
}
HAN = re.compile("[\u3400-\u9fff]")
WORD = re.compile(r"[A-Za-z]{2}|[\u3400-\u9fff]")
COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")


@pytest.fixture(scope="module", autouse=True)
def _forgotten() -> Iterator[None]:
    """Keep no tree for the tests of other files."""
    yield
    forget()


def imported(module: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Every name that a module imports."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node, node.module
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and called(node) in {"import_module", "__import__"}:
            yield from (
                (node, argument.value)
                for argument in node.args
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            )


def docstrings(module: ast.Module) -> set[int]:
    """The identities of the constants that are docstrings."""
    return {
        id(node.body[0].value)
        for node in ast.walk(module)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }


def translated(module: ast.Module) -> set[int]:
    """The identities of the constants inside a call of `tr` and its kin."""
    return {
        id(part)
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and called(node) in TRANSLATORS
        for part in ast.walk(node)
    }


def words(module: ast.AST) -> Iterator[ast.Constant]:
    """Every string of a tree, those inside f-strings too."""
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node


def untranslated(module: ast.Module) -> Iterator[ast.Constant]:
    """Strings that a person would read and that no translator saw.

    Chinese anywhere in the ui is for the screen; other words are when they go into a widget.
    """
    fine = docstrings(module) | translated(module)
    for text in words(module):
        if id(text) not in fine and HAN.search(str(text.value)):
            yield text
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and called(node) in SAID_BY:
            for argument in node.args:
                # a call in between (objects, keys, other functions) answers for its own strings
                if isinstance(argument, ast.Constant | ast.JoinedStr | ast.BinOp | ast.List):
                    yield from (
                        text
                        for text in words(argument)
                        if id(text) not in fine
                        and WORD.search(str(text.value))
                        and not HAN.search(str(text.value))
                    )


def test_a_module_says_in_one_sentence_what_it_is_for() -> None:
    wrong = [name(path) for path in modules(*ROOMS) if not _says_what_it_is_for(path)]
    assert not wrong, "a docstring, one sentence first"


def _says_what_it_is_for(path: Path) -> bool:
    first = (ast.get_docstring(tree(path)) or "").split("\n\n")[0].replace("\n", " ")
    return first.endswith((".", "。"))


def swallows_everything(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler takes any exception and keeps it; to tidy up and raise is fine."""
    caught = set() if handler.type is None else {dotted(part) for part in kinds(handler.type)}
    last = handler.body[-1]
    passes_on = isinstance(last, ast.Raise) and last.exc is None
    return (not caught or bool(caught & {"Exception", "BaseException"})) and not passes_on


def kinds(kind: ast.expr) -> list[ast.expr]:
    """Return the kinds of exception that a handler names."""
    return kind.elts if isinstance(kind, ast.Tuple) else [kind]


def test_nobody_catches_everything() -> None:
    wide = [
        where(path, node)
        for path in modules(*ROOMS, "tests")
        for node in nodes(path)
        if isinstance(node, ast.ExceptHandler) and swallows_everything(node)
    ]
    assert not wide, "a refusal gets a sentence, a bug gets a trace (house rule 11)"


def test_nobody_talks_to_a_network() -> None:
    found = [
        f"{where(path, node)} {module}"
        for path in modules(*ROOMS)
        for node, module in imported(tree(path))
        if module in NETWORK or module.split(".")[0] in NETWORK
    ]
    assert not found, "no network, no shell, no pickle (house rule 13)"


def test_colours_live_in_the_themes() -> None:
    found = [
        f"{where(path, text)} {text.value!r}"
        for path in modules("ui")
        for said in [docstrings(tree(path))]
        for text in words(tree(path))
        if id(text) not in said and COLOUR.search(str(text.value))
    ]
    assert not found, "a colour is a role in resources/themes/*.toml"


def test_what_a_person_reads_goes_through_tr() -> None:
    found = [
        f"{where(path, text)} {text.value!r}"
        for path in SCREENS
        for text in untranslated(tree(path))
    ]
    assert not found, "say it through self.tr()"


def test_tr_takes_a_literal() -> None:
    found = [
        where(path, node)
        for path in modules("ui")
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and called(node) == "tr"
        and not (node.args and isinstance(node.args[0], ast.Constant))
    ]
    assert not found, "lupdate finds only literals: fill in with .format afterwards"


def test_no_test_sleeps() -> None:
    found = [
        where(path, node)
        for path in modules("tests")
        for node in nodes(path)
        if (isinstance(node, ast.Call) and dotted(node.func) in {"time.sleep", "qtbot.wait"})
        or (isinstance(node, ast.Call) and dotted(node.func) in {"QTest.qWait", "QThread.sleep"})
        or (isinstance(node, ast.ImportFrom) and node.module == "time" and imports_sleep(node))
    ]
    assert not found, "wait for a signal or a condition"


def imports_sleep(node: ast.ImportFrom) -> bool:
    return any(alias.name == "sleep" for alias in node.names)


def gives_reason(node: ast.Call) -> bool:
    if any(keyword.arg == "reason" for keyword in node.keywords):
        return True
    return called(node) == "skip" and bool(node.args)


def test_a_skipped_test_says_why() -> None:
    marks = {"pytest.mark.skip", "pytest.mark.skipif", "pytest.mark.xfail", "pytest.skip"}
    with_words = {
        id(node.func)
        for path in modules("tests")
        for node in nodes(path)
        if isinstance(node, ast.Call) and dotted(node.func) in marks and gives_reason(node)
    }
    found = [
        where(path, node)
        for path in modules("tests")
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and dotted(node) in marks and id(node) not in with_words
    ]
    assert not found, "a skip has a reason"


def test_the_rooms_lie_in_one_folder() -> None:
    for room in (*ROOMS, "tests"):
        spec = find_spec(room)
        assert spec is not None, room
        assert spec.submodule_search_locations is not None, room
        assert [Path(place) for place in spec.submodule_search_locations] == [ROOT / room]


# The scans themselves: each finds what it is for and leaves the rest alone.


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ('label.setText("保存")', 1),
        ('label.setText(f"{count} 条")', 1),
        ('QLabel("Save")', 1),
        ('QLabel("a" + "Save")', 1),
        ('title = "保存"', 1),
        ('label.setText(self.tr("保存"))', 0),
        ('label.setText(self.tr("共 {n} 条").format(n=3))', 0),
        ('QLabel("")', 0),
        ('QLabel("—")', 0),
        ('"""说明。"""', 0),
        ('widget.setObjectName("door")', 0),
    ],
)
def test_the_scan_for_untranslated_words(code: str, count: int) -> None:
    assert len(list(untranslated(ast.parse(code)))) == count


@pytest.mark.parametrize(
    ("handler", "swallows"),
    [
        ("except Exception:\n    pass", True),
        ("except (OSError, Exception):\n    pass", True),
        ("except:\n    pass", True),
        ("except BaseException:\n    undo()\n    raise", False),
        ("except OSError:\n    pass", False),
    ],
)
def test_the_scan_for_wide_handlers(handler: str, *, swallows: bool) -> None:
    (statement,) = ast.parse(f"try:\n    act()\n{handler}").body
    assert isinstance(statement, ast.Try)
    assert swallows_everything(statement.handlers[0]) is swallows


def test_the_scan_for_imports() -> None:
    code = "import ssl\nfrom http import client\nimportlib.import_module('socket')\nimport json"
    assert {module for _, module in imported(ast.parse(code))} == {
        *("ssl", "http", "http.client", "socket", "json")
    }
