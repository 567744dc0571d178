"""What the tests of the commands share: a text, a profile, and what a refusal looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import SimpleNamespace

PASSWORD = "晴天下的一只旧木箱"
PROFILE = {
    "client": {"name": "林晓禾", "aliases": ["晓禾"], "phone": "13900000017"},
    "people": [{"name": "陈桂芳", "relation": "母亲", "aliases": []}],
}
TEXT = "林晓禾给母亲陈桂芳打电话，号码是 139 0000 0017。晓禾说下雨。\n"


def typed(password: str) -> bytes:
    return f"{password}\n".encode()


def one_sentence(said: SimpleNamespace) -> None:
    """A refusal is one line, without a traceback and without a client's word."""
    assert said.code == 1
    assert said.err.startswith("xinxia: ")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert "林晓禾" not in said.err + said.out
