"""From the phone call to the signed consent by the keyboard alone: how many keys, which screens.

Somebody who knows the program sits at Today, unlocked, and has the client on the line: case and
first appointment, suitability screen, consent of online work through all its steps, signed on paper
of which a photo came back. Only key events reach the window. A key counts whatever it does, a Tab
too; a character of her own words counts once, as an input method commits it. The yardstick is what
nobody can save: an answer or a decision a key.
"""

from __future__ import annotations

import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.bench import corpus, pages
from app.domain.consent import ConsentState
from app.domain.entry import EntryKind
from app.services.example import practice
from resources import resource
from storage.clock import SystemClock
from storage.vault import FolderDoor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.bench.hand import Hand
    from app.ports import OpenVault
    from ui.workspace import Workspace

SCREENS: Final = 6
"""So many pages may be shown, Today among them, each time that one is shown."""
_CALL: Final = (
    ("分级的理由", "睡得还好"),
    ("姓名", "林晓禾"),
    ("电话", "13900000017"),
    ("来访者所在城市", "伦敦"),
    ("紧急联系人姓名", "林晓苗"),
    ("与来访者的关系", "妹妹"),
    ("紧急联系人电话", "13900000018"),
)
_SECTIONS: Final = ("姓名", "来访者所在城市", "紧急联系人姓名")
"""What a section begins with: Ctrl+Down leads there."""
_QUESTIONS: Final = 8
_POINTS: Final = 9
# Open the form, mode, grade, store it; go to the screen, items, result, store; go to the consent,
# four steps, the points, the way of signing, sign.
_YARDSTICK: Final = 4 + (1 + _QUESTIONS + 2) + (1 + 4 + _POINTS + 2)


def lines(_arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line."""
    pages.window()
    with tempfile.TemporaryDirectory() as base:
        place, signed = Path(base) / "vault", Path(base) / "signed.jpg"
        make(place)
        _photograph(signed)
        space, end = pages.workspace(FolderDoor(SystemClock()), place, Path(base))
        hand = walk(space, signed)
        end()
        yield {
            "keys": sum(hand.keys.values()),
            "of them Tab": hand.tabs,
            "yardstick: keys that answer or decide": _YARDSTICK,
            "keys by chapter": hand.keys,
            "characters of her words": sum(hand.characters.values()),
            "screens": len(hand.screens),
            "limit screens": SCREENS,
            "screens in turn": hand.screens,
            **_found(place),
        }


def make(place: Path) -> None:
    """Make a vault whose counselor filled in her practice once, and has no case yet."""
    raw = tomllib.loads(resource("demo/practice.toml").read_text("utf-8"))
    door = FolderDoor(SystemClock())
    vault = door.create(place, corpus.PASSWORD, door.new_recovery_key()).vault
    with vault.transaction():
        vault.settings.change_practice(practice(raw["practice"]))
    vault.close()


def walk(space: Workspace, signed: Path) -> Hand:
    """Do it all; return the hand with its counts."""
    from app.bench.hand import Hand  # noqa: PLC0415
    from ui.page import ToToday  # noqa: PLC0415

    pages.go(space, ToToday())
    hand = Hand(space)
    _open_case(hand)
    _screen(hand)
    _consent(hand, signed)
    return hand


def _open_case(hand: Hand) -> None:
    """Write down what is said on the telephone."""
    from PySide6.QtCore import Qt  # noqa: PLC0415

    hand.begin("case and appointment")
    hand.press(Qt.Key.Key_N, hand.CTRL)
    hand.fill("代号", "H-018")
    hand.to("面询")
    hand.press(Qt.Key.Key_Right)
    hand.fill("第一次预约", "明天下午三点")
    hand.to("紧急")
    hand.press(Qt.Key.Key_3)
    for name, text in _CALL:
        if name in _SECTIONS:
            hand.press(Qt.Key.Key_Down, hand.CTRL)
        hand.fill(name, text)
    hand.press(Qt.Key.Key_Return, hand.CTRL)


def _screen(hand: Hand) -> None:
    """Ask every item; nothing speaks against it."""
    from PySide6.QtCore import Qt  # noqa: PLC0415

    hand.begin("suitability screen")
    hand.to("去评估")
    hand.enter()
    for _ in range(_QUESTIONS):
        hand.press(Qt.Key.Key_2)
    hand.to("适宜")
    hand.press(Qt.Key.Key_1)
    hand.press(Qt.Key.Key_Return, hand.CTRL)


def _consent(hand: Hand, signed: Path) -> None:
    """Provide the form, talk it over, have it confirmed, take in the signed paper."""
    from PySide6.QtCore import Qt  # noqa: PLC0415

    hand.begin("consent")
    hand.to("去签同意书")
    hand.enter()
    for step in ("已提供", "已阅读"):
        hand.to(f"记下：{step}")
        hand.enter()
    for _ in range(_POINTS):
        hand.enter()
    hand.fill("来访者提的问题", "没有")
    hand.fill("来访者用自己的话复述", "有人有危险时才会告诉别人。")
    hand.press(Qt.Key.Key_Return, hand.CTRL)
    hand.to("记下：再次确认")
    hand.enter()
    hand.to("屏幕手写")
    for _ in range(2):
        hand.press(Qt.Key.Key_Right)
    hand.fill("签好的文件", str(signed))
    hand.fill("纸质原件放在哪里", "来访者自存")
    hand.press(Qt.Key.Key_Return, hand.CTRL)


def _photograph(place: Path) -> None:
    """Write the photo of a signed paper."""
    from PySide6.QtGui import QImage  # noqa: PLC0415

    image = QImage(200, 80, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    image.save(str(place))


def _found(place: Path) -> dict[str, Any]:
    """Return what stands in the vault afterwards."""
    vault: OpenVault = FolderDoor(SystemClock()).open(place, corpus.PASSWORD).vault
    (case,) = vault.cases.all()
    found = {
        "consent signed": [one.state for one in vault.consents.of_case(case.id)]
        == [ConsentState.SIGNED],
        "screened": len(vault.entries.of_case(case.id, EntryKind.SCREEN)) == 1,
        "appointments": len(vault.appointments.of_case(case.id)),
    }
    vault.close()
    return found
