"""A first day with the built program: vault, case, note, lock, door, note again. Keyboard only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tests.built.hand import Hand
from tests.journeys import processes
from tests.journeys.processes import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.built.account import Account
    from tests.built.screen import Screen

PASSWORD: Final = "zebra7391 crosses the quiet canary bridge"
NOTE: Final = "canary7391 slept better, and writes letters again"
ENCODINGS: Final = ("utf-8", "utf-16le", "utf-32le")
_FIELDS: Final = re.compile(r"第 (\d) 组")
_KEY: Final = re.compile(r"[0-9A-Z]{5}")


class FirstDay:
    """The story, chapter by chapter; each returns when what it is about can be seen."""

    def __init__(self, program: Path, account: Account, screen: Screen, pictures: Path) -> None:
        """Start the program."""
        self._program, self._account, self._screen = program, account, screen
        self._pictures = pictures
        self._hand = Hand(account, screen)
        self._running = account.start([str(program)], bare=True, environment=screen.environment)

    def tell(self) -> Iterator[str]:
        """Live through the day, yielding what was just done."""
        for chapter in (
            self.make_a_vault,
            self.write_a_note,
            self.stay_inside,
            self.lock,
            self.open_again,
            self.leave,
        ):
            chapter()
            yield chapter.__name__.replace("_", " ")

    def make_a_vault(self) -> None:
        """Choose the language, keep the place, set a password, copy two groups of the key."""
        hand = self._hand
        hand.press("中文")
        hand.press("继续")
        hand.go_to("保险库的文件夹", "text")
        hand.key("Return")
        hand.write("密码", PASSWORD)
        hand.write("再写一遍", PASSWORD)
        hand.key("Return")
        groups = self._recovery_key()
        asked = [one for one in hand.reader.parts() if _FIELDS.fullmatch(one.name)]
        fields = {one.name for one in asked if one.role != "label"}
        for name in sorted(fields):
            number = int(_FIELDS.fullmatch(name)[1])  # type: ignore[index]
            hand.write(name, groups[number - 1])
        self._save("recovery")
        hand.key("Return")
        hand.find("新建第一个个案")
        self._save("empty")

    def write_a_note(self) -> None:
        """Open a case under a code and write."""
        hand = self._hand
        hand.press("新建第一个个案")
        hand.write("代号", "H-001")
        hand.press("一般")
        hand.write("分级的理由", "睡得还好")
        hand.press("建立个案")
        hand.press("写记录")
        hand.write("主诉", NOTE)
        until(lambda: any(one.name.startswith("已存 ") for one in hand.reader.parts()))
        self._save("note")

    def stay_inside(self) -> None:
        """No Python runs but the program's own, and nothing that speaks to a network."""
        folder = str(self._program.parent)
        maps = processes.mapped(self._running.pid)
        strangers = [one for one in maps if not one.startswith(folder) and "python" in one.lower()]
        assert not strangers, f"a Python from elsewhere: {strangers}"
        assert not [one for one in maps if "libssl" in one or "_socket" in one]
        if self._account.bare:  # then it writes with the font that it carries
            assert any(folder in one and one.endswith(".ttf") for one in maps), "no font of ours"

    def lock(self) -> None:
        """Lock: the same process is another program, and forgets."""
        pid = self._running.pid
        assert self._remembers(), "the scanner does not see what certainly is there"
        self._hand.key("ctrl+l")
        until(lambda: "--locked" in processes.arguments(pid))
        self._hand.find("密码")
        words = processes.arguments(pid)
        assert words[:2] == [str(self._program), "--locked"], words
        found = self._remembers()
        assert found in ([], ["not looked: not root"]), found
        self._save("locked")

    def _remembers(self) -> list[str]:
        """Return which of the secret words lie in the memory of the program, and in what form."""
        if not processes.readable(self._running.pid):
            return ["not looked: not root"]
        hits = processes.hits(self._running.pid, self._needles())
        return [name for name, count in hits.items() if count]

    def open_again(self) -> None:
        """The note is there as it was left."""
        hand = self._hand
        hand.write("密码", PASSWORD)
        hand.key("Return")
        hand.find("锁定")
        shown = hand.find("主诉")
        until(lambda: hand.reader.text(shown) == NOTE)
        self._save("again")

    def leave(self) -> None:
        """Close the window; the vault stands every check from the command line."""
        self._hand.key("alt+F4")
        until(lambda: self._running.poll() is not None)
        assert self._running.returncode == 0
        vault = next(self._account.home.rglob("vault.header")).parent
        words = [str(self._program), "verify", str(vault), "--password-stdin"]
        assert self._account.run(words, f"{PASSWORD}\n") == "ok\n"
        inside = b"".join(one.read_bytes() for one in vault.rglob("*") if one.is_file())
        assert not [name for name, word in self._needles().items() if word in inside]

    def _recovery_key(self) -> list[str]:
        """Read the eight groups as a screen reader says them."""
        reader, groups = self._hand.reader, list[str]()

        def look() -> bool:
            tiles = [one for one in reader.parts() if one.name == "恢复密钥"]
            said = max((reader.said(one) for one in tiles), key=len, default="")
            groups[:] = _KEY.findall(said.replace(" ", ""))
            return len(groups) == 8

        until(look)
        return groups

    @staticmethod
    def _needles() -> dict[str, bytes]:
        words = {"password": PASSWORD, "note": NOTE}
        return {
            f"{name}, {one}": word.encode(one) for name, word in words.items() for one in ENCODINGS
        }

    def _save(self, name: str) -> None:
        self._screen.save(self._pictures / f"built-{name}.png")
