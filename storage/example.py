"""Where the example lies, and how it is told from every vault that somebody needs.

It is deleted with one click, so three things must agree before a byte goes: the folder's name, a
mark inside the encrypted database, and the id in the header that the mark was written for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain import example
from app.domain.errors import HeaderDamaged, VaultTooNew
from app.ports import ExampleMark
from storage import doorbell, files, header, holding, lineage, reserve, tries
from storage.media import is_name
from storage.vault import DATABASE, MEDIA, Vault

if TYPE_CHECKING:
    from pathlib import Path

    from app.ports import OpenVault

# The header goes first: without it no byte of the rest can be read any more.
_FILES = (
    header.NAME,
    header.COPY,
    DATABASE,
    f"{DATABASE}-wal",
    f"{DATABASE}-shm",
    tries.NAME,
    reserve.NAME,
    lineage.NAME,
    holding.HOLDER_NAME,
    holding.NAME,
    doorbell.WINDOW,
    doorbell.CALL,
)


class DocumentsExample:
    """The `ExampleFolder` beside the suggested vault, in the documents."""

    def __init__(self, documents: Path) -> None:
        self._documents = documents

    def place(self, language: str) -> Path:
        """Return the folder of the example in a language."""
        return self._documents / example.FOLDERS[language]

    def mark(self, vault: OpenVault, cases: int) -> None:
        """Mark a vault that was made just now as the example."""
        if isinstance(vault, Vault):
            vault.settings.mark_example(_id(vault.folder), cases)

    def found(self, vault: OpenVault) -> ExampleMark | None:
        """Return the proof for an open vault, or None for any other vault."""
        kept = vault.settings.example_mark()
        if kept is None or not isinstance(vault, Vault):
            return None
        vault_id, cases = kept
        if not _is_example(vault.folder, vault_id):
            return None
        return ExampleMark(vault.folder, vault_id, max(0, len(vault.cases.all()) - cases))

    def remove(self, mark: ExampleMark) -> bool:
        """Delete the closed example; return False, with nothing touched, when the proof fails."""
        folder = mark.folder
        if not _is_example(folder, mark.vault_id):
            return False
        holding.Holding(folder).release()  # raises where another program has it open
        with files.refusing():
            for name in _FILES:
                (folder / name).unlink(missing_ok=True)
            for one in _named(folder):
                one.unlink()
            for empty in (folder / MEDIA, folder):
                if empty.is_dir() and not any(empty.iterdir()):
                    empty.rmdir()
        return True


def _named(folder: Path) -> list[Path]:
    """Return the files of a vault that have names of their own."""
    patterns = ("vault-before-*.db", tries.CASE_NAMES)
    found = [one for pattern in patterns for one in folder.glob(pattern)]
    return found + [one for one in (folder / MEDIA).glob("*.db") if is_name(one.stem)]


def _is_example(folder: Path, vault_id: str) -> bool:
    """Return whether name, folder and header are those of the example with this id."""
    if not example.named(folder.name) or folder.is_symlink():
        return False
    try:
        return _id(folder) == vault_id
    except (HeaderDamaged, VaultTooNew, OSError):
        return False


def _id(folder: Path) -> str:
    """Return the id of the vault in a folder, in hex."""
    found, _ = header.read(folder)
    return found.vault_id.hex()
