"""The secrets of the window that is locked, and the shapes in which they are looked for."""

from __future__ import annotations

PASSWORD = "斑马7391 口令 passphrase canary"
NOTE = "斑马7391 写在记录里的话 note canary"
_ENCODINGS = ("utf-8", "utf-16le", "utf-32le")


def needles(key: str) -> dict[str, bytes]:
    """Return what is searched for, by what it is; `key` is the database's, in hex."""
    words = {"password": PASSWORD, "note": NOTE, "key in hex": key, "KEY IN HEX": key.upper()}
    every = {
        f"{name}, {one}": word.encode(one) for name, word in words.items() for one in _ENCODINGS
    }
    return {**every, "key": bytes.fromhex(key)}
