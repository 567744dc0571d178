"""The system's keyring, through `keyring`: it answers within seconds, or is as good as absent.

Only the keyrings of the systems themselves are used, each by name: what `keyring` would find
besides may write plain text (`keyrings.alt`), or try several in turn (the chainer). A choice
against them in `keyring`'s own settings is respected. A daemon that hangs, or asks somebody who
is not there, is left behind in a thread that dies with the program.
"""

from __future__ import annotations

import configparser
import importlib
import os
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, TypeVar

from app.domain.errors import KeyringFailed

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

SERVICE: Final = "xinxia"
SECONDS: Final = 4.5
BACKENDS: Final = {
    "linux": "keyring.backends.SecretService.Keyring",
    "darwin": "keyring.backends.macOS.Keyring",
    "win32": "keyring.backends.Windows.WinVaultKeyring",
}
_CHOSEN: Final = "PYTHON_KEYRING_BACKEND"
T = TypeVar("T")


class SystemKeychain:
    """The `Keychain` of this computer; every question is asked in a thread of its own."""

    def __init__(self, seconds: float = SECONDS, platform: str = sys.platform) -> None:
        """`seconds` is how long an answer may take."""
        self._seconds = seconds
        self._platform = platform

    def keep(self, name: str, secret: str) -> None:
        """Keep a secret under a name, in place of the one before; raise `KeyringFailed`."""
        self._ask(lambda ring: ring.set_password(SERVICE, name, secret))

    def take(self, name: str) -> str | None:
        """Return the secret kept under a name and keep it no longer; raise `KeyringFailed`.

        One that cannot be taken away is not given out either.
        """
        return self._ask(lambda ring: _taken(ring, name))

    def _ask(self, question: Callable[[Any], T]) -> T:
        """Return the answer to a question, or raise `KeyringFailed`."""
        asked = _Question()

        def work() -> None:
            with asked:
                asked.answers.append(question(backend(self._platform)))

        thread = threading.Thread(target=work, name="keyring", daemon=True)
        thread.start()
        thread.join(self._seconds)
        if thread.is_alive():
            raise KeyringFailed("silent")
        if asked.error is not None:
            raise KeyringFailed(_reason(asked.error)) from asked.error
        answer: T = asked.answers[0]
        return answer


class _Question:
    """Catches whatever a keyring raises: its kinds are of many packages, and none may get out."""

    def __init__(self) -> None:
        self.answers: list[Any] = []
        self.error: BaseException | None = None

    def __enter__(self) -> None:
        """Begin to ask."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Keep the error for whoever asked."""
        del kind, trace
        self.error = error
        return True


def backend(platform: str) -> Any:  # noqa: ANN401 - each system has another class
    """Return the keyring of a system; raise `KeyringFailed` where there is none that encrypts."""
    wanted = BACKENDS.get(platform, "")
    chosen = _chosen()
    if not wanted or (chosen and chosen != wanted):
        raise KeyringFailed("absent")
    module, _, name = wanted.rpartition(".")
    found = getattr(importlib.import_module(module), name)
    if not found.priority:  # asking for it looks whether the keyring is there, or raises
        raise KeyringFailed("absent")
    return found()


def _chosen() -> str:
    """Return which keyring somebody chose for this account in `keyring`'s own settings, or ""."""
    from keyring.util.platform_ import config_root  # noqa: PLC0415 - only who asks pays for it

    told = configparser.RawConfigParser()
    with suppress(configparser.Error, OSError, UnicodeDecodeError):
        told.read(config_root() / "keyringrc.cfg", encoding="utf-8")
    written = told.get("backend", "default-keyring", fallback="").strip()
    return os.environ.get(_CHOSEN, "") or written


def _taken(ring: Any, name: str) -> str | None:  # noqa: ANN401
    """Take a secret out; a keyring that still has it afterwards counts as locked."""
    secret = ring.get_password(SERVICE, name)
    if secret is None:
        return None
    ring.delete_password(SERVICE, name)
    if ring.get_password(SERVICE, name) is not None:
        raise KeyringFailed("locked")
    return str(secret)


def _reason(error: BaseException) -> str:
    """Return what a counselor can be told of an error: no keyring, or one that is locked."""
    from keyring.errors import (  # noqa: PLC0415
        InitError,
        KeyringLocked,
        PasswordDeleteError,
        PasswordSetError,
    )

    if isinstance(error, KeyringFailed):
        return error.reason
    locked = (InitError, KeyringLocked, PasswordDeleteError, PasswordSetError)
    return "locked" if isinstance(error, locked) else "absent"
