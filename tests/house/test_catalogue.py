"""The English catalogue holds what the code says, all of it, in English, and the window loads it.

Every failure says what is amiss; `python tools/i18n/update.py` mends what a program can mend.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.house.tree import called, modules, name, tree, where
from tools.i18n import update

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MEND = (
    f"\nRun `{update.COMMAND}`, write the English it asks for into {update.TS.name}, run it again."
)
TEXT_OF = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1, "QT_TR_NOOP": 0}
CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN"><context><name>{context}</name><message>
<source>{source}</source><translation{state}>{english}</translation></message></context></TS>
"""

COUNTED = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN"><context><name>CaseList</name>
<message numerus="yes"><source>{source}</source><translation><numerusform>{one}</numerusform>
<numerusform>{many}</numerusform></translation></message></context></TS>
"""


@pytest.mark.parametrize(
    "look",
    [
        update.stale,
        update.homeless,
        update.unfinished,
        update.misplaced,
        update.uncounted,
        update.chinese,
        update.unreleased,
    ],
)
def test_the_catalogue_is_in_order(look: Callable[[], list[str]]) -> None:
    found = look()
    assert not found, "\n".join(found) + MEND


def test_the_catalogue_says_no_line_numbers() -> None:
    assert "<location" not in update.TS.read_text(encoding="utf-8"), MEND


def test_english_does_not_shout() -> None:
    loud = [str(one) for one in update.entries() if "!" in "".join(one.forms)]
    assert not loud, "no exclamation marks:\n" + "\n".join(loud)


def test_every_word_can_be_found_by_lupdate() -> None:
    """A variable or an f-string is translated only where QT_TRANSLATE_NOOP marks its words."""
    hidden = []
    for path in modules("ui"):
        calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
        marks = any(called(call) == "QT_TRANSLATE_NOOP" for call in calls)
        if marks or name(path) in update.LEFT_OUT:
            continue
        for call in calls:
            at = TEXT_OF.get(called(call), len(call.args))
            if at < len(call.args) and _is_words(call) and not _is_literal(call.args[at]):
                hidden.append(f"{where(path, call)}: {ast.unparse(call)}")
    assert not hidden, "lupdate cannot read these, put the words in quotes:\n" + "\n".join(hidden)


@pytest.mark.parametrize(
    ("look", "fields"),
    [
        (update.homeless, {"context": ""}),
        (update.unfinished, {"state": ' type="unfinished"'}),
        (update.unfinished, {"english": ""}),
        (update.unfinished, {"state": ' type="vanished"'}),
        (update.misplaced, {"english": "Wait {1} s"}),
        (update.misplaced, {"english": "Wait"}),
        (update.misplaced, {"english": "Wait {0"}),
        (update.chinese, {"english": "Wait {0} 秒"}),
        (update.chinese, {"english": "Wait {0} s。"}),
    ],
)
def test_each_question_finds_what_it_asks_for(
    tmp_path: Path, look: Callable[[Path], list[str]], fields: dict[str, str]
) -> None:
    good = {"context": "DoorScreen", "source": "请等 {0} 秒", "state": "", "english": "Wait {0} s"}
    ts = tmp_path / "one.ts"
    ts.write_text(CATALOGUE.format(**good), encoding="utf-8")
    assert not look(ts)
    ts.write_text(CATALOGUE.format(**good | fields), encoding="utf-8")
    assert len(look(ts)) == 1


@pytest.mark.parametrize(
    ("look", "fields"),
    [
        (update.unfinished, {"one": ""}),
        (update.unfinished, {"many": ""}),
        (update.unfinished, {"many": "%n notes</numerusform><numerusform>%n notes"}),
        (update.misplaced, {"one": "One note of {0}"}),
        (update.misplaced, {"many": "%n notes"}),
        (update.misplaced, {"many": "%Ln notes of {0}"}),
        (update.uncounted, {"source": "{0} 的记录", "one": "Of {0}", "many": "Of {0}"}),
        (update.chinese, {"one": "%n 篇 of {0}"}),
    ],
)
def test_what_counts_has_every_form(
    tmp_path: Path, look: Callable[[Path], list[str]], fields: dict[str, str]
) -> None:
    good = {"source": "{0}：%n 篇", "one": "%n note of {0}", "many": "%n notes of {0}"}
    ts = tmp_path / "one.ts"
    ts.write_text(COUNTED.format(**good), encoding="utf-8")
    assert not look(ts)
    ts.write_text(COUNTED.format(**good | fields), encoding="utf-8")
    assert len(look(ts)) == 1


def test_a_number_nobody_gives_is_found(tmp_path: Path) -> None:
    ts = tmp_path / "one.ts"
    bad = {"context": "CaseList", "source": "%n 篇", "state": "", "english": "%n notes"}
    ts.write_text(CATALOGUE.format(**bad), encoding="utf-8")
    assert len(update.uncounted(ts)) == 1


def test_an_old_form_in_the_qm_is_found(tmp_path: Path) -> None:
    ts, qm = tmp_path / "one.ts", tmp_path / "one.qm"
    good = {"source": "{0}：%n 篇", "one": "%n note of {0}", "many": "%n notes of {0}"}
    ts.write_text(COUNTED.format(**good), encoding="utf-8")
    update.release(ts, qm)
    assert not update.unreleased(ts, qm)
    ts.write_text(COUNTED.format(**good | {"one": "A note of {0}: %n"}), encoding="utf-8")
    assert len(update.unreleased(ts, qm)) == 1


def test_a_word_more_or_less_is_stale(tmp_path: Path) -> None:
    ts = tmp_path / "one.ts"
    gone = {"context": "DoorScreen", "source": "没人说过", "state": "", "english": "Never said"}
    ts.write_text(CATALOGUE.format(**gone), encoding="utf-8")
    found = update.stale(ts)
    assert "no longer in the code: DoorScreen: '没人说过'" in found
    assert "missing from the catalogue: DoorScreen: '打开'" in found


def test_an_old_qm_is_found(tmp_path: Path) -> None:
    ts, qm = tmp_path / "one.ts", tmp_path / "one.qm"
    assert update.unreleased(ts, qm) == ["cannot be loaded: one.qm"]
    good = {"context": "DoorScreen", "source": "打开", "state": "", "english": "Open"}
    ts.write_text(CATALOGUE.format(**good), encoding="utf-8")
    update.release(ts, qm)
    assert not update.unreleased(ts, qm)
    ts.write_text(CATALOGUE.format(**good | {"english": "Unlock"}), encoding="utf-8")
    assert len(update.unreleased(ts, qm)) == 1


def _is_words(call: ast.Call) -> bool:
    """Tell `translate(context, text)` from a painter's `translate(x, y)`."""
    return called(call) != "translate" or (
        isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    )


def _is_literal(text: ast.expr) -> bool:
    return isinstance(text, ast.Constant) and isinstance(text.value, str)
