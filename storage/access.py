"""The way to a vault's database that damage does not close.

SQLCipher keeps a connection that met one bad page from reading any other (sqlcipher#617). What
lies beside the damage must stay readable, so after each such meeting a fresh connection takes the
place of the old one: one that can only read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Access:
    """Stands for a connection, and has every method of one."""

    def __init__(self, connection: Any, again: Callable[[], Any]) -> None:  # noqa: ANN401
        """`again` opens the same database to be read alone."""
        self._inner = connection
        self._again = again
        self._told = False

    @property
    def read_only(self) -> bool:
        """Whether nothing is written any more: it was opened so, or damage was met."""
        return self._told or bool(self._inner.read_only)

    def distrust(self) -> None:
        """Write no more: what was read is not as it was written, and read on elsewhere.

        SQLCipher lets a bad page behind a long text pass as zeros, and fails at the next reading.
        """
        self._told = True
        self._inner.distrust()

    def execute(self, *statement: Any) -> Any:  # noqa: ANN401
        """Run one statement, on a fresh connection after damage; raise `VaultDamaged` at more."""
        if self._inner.damaged and not self._inner.in_transaction:
            self._told = True
            fresh = self._again()
            # The old one goes after the new one has come: alone, it would write the log back.
            self._inner.close()
            self._inner = fresh
        return self._inner.execute(*statement)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        """Give what only the connection itself has."""
        return getattr(self._inner, name)
