"""The example is deleted with one click, and nothing else ever is: three things must agree."""

from __future__ import annotations

import shutil

import pytest

from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.errors import VaultBusy
from app.domain.example import FOLDERS, PASSWORD
from app.ports import ExampleMark
from app.services import cases, vaults
from storage import header
from storage.example import DocumentsExample


@pytest.fixture
def documents(tmp_path):
    return DocumentsExample(tmp_path)


@pytest.fixture
def made(documents, door, clock):
    """A marked, closed vault where the example lies, and its proof."""
    place = documents.place("zh")
    vault = vaults.create(door, clock, place, PASSWORD, door.new_recovery_key()).vault
    documents.mark(vault, 0)
    mark = documents.found(vault)
    vault.close()
    return mark


def holds(folder):
    return {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def reopened(door, clock, place, documents):
    vault = vaults.unlock(door, clock, place, PASSWORD).vault
    found = documents.found(vault)
    vault.close()
    return found


def test_the_example_is_told_and_goes_without_a_trace(documents, made, tmp_path):
    assert made.folder == tmp_path / FOLDERS["zh"]
    assert made.own_cases == 0
    assert documents.remove(made)
    assert not list(tmp_path.iterdir())


@pytest.mark.promise(43)
def test_a_vault_without_the_mark_is_none_whatever_its_folder_is_called(
    documents, door, clock, tmp_path
):
    """Somebody's own vault, called as the example is."""
    place = documents.place("zh")
    vault = vaults.create(door, clock, place, PASSWORD, door.new_recovery_key()).vault
    assert documents.found(vault) is None
    vault.close()
    before = holds(place)
    for forged in ("", "0" * 32, "never a number"):
        assert not documents.remove(ExampleMark(place, forged, 0))
    assert holds(place) == before


def test_a_marked_vault_under_another_name_is_somebodys_work(
    documents, door, clock, made, tmp_path
):
    """She liked the example, called it after her practice, and went on writing in it."""
    own = tmp_path / "林间咨询室"
    made.folder.rename(own)
    assert reopened(door, clock, own, documents) is None
    before = holds(own)
    assert not documents.remove(ExampleMark(own, made.vault_id, 0))
    assert holds(own) == before


def test_a_mark_under_the_header_of_another_vault_is_none(documents, door, clock, made, tmp_path):
    """The proof is of this header: another vault put into its place is not deleted."""
    other = vaults.create(door, clock, tmp_path / "另一个", PASSWORD, door.new_recovery_key()).vault
    other.close()
    shutil.rmtree(made.folder)
    (tmp_path / "另一个").rename(made.folder)
    before = holds(made.folder)
    assert not documents.remove(made)
    assert holds(made.folder) == before


def test_a_link_to_a_vault_is_not_followed(documents, made, tmp_path):
    own = tmp_path / "own"
    made.folder.rename(own)
    made.folder.symlink_to(own, target_is_directory=True)
    before = holds(own)
    assert not documents.remove(made)
    assert holds(own) == before


def test_a_mark_that_was_copied_from_the_example_is_none(documents, door, clock, made, tmp_path):
    """The mark of the example, written into somebody's own vault of the same name."""
    shutil.rmtree(made.folder)
    vault = vaults.create(door, clock, made.folder, PASSWORD, door.new_recovery_key()).vault
    with vault.transaction():
        vault.settings.mark_example(made.vault_id, 0)
    assert documents.found(vault) is None
    vault.close()


def test_without_a_header_or_folder_nothing_is_done(documents, made):
    for name in (header.NAME, header.COPY):
        (made.folder / name).unlink(missing_ok=True)
    before = holds(made.folder)
    assert not documents.remove(made)
    assert holds(made.folder) == before
    shutil.rmtree(made.folder)
    assert not documents.remove(made)


def test_an_open_one_is_not_deleted(documents, door, clock, made):
    vault = vaults.unlock(door, clock, made.folder, PASSWORD).vault
    try:
        with pytest.raises(VaultBusy):
            documents.remove(made)
        assert vault.audit.intact()
    finally:
        vault.close()


def test_what_she_put_into_the_folder_stays(documents, made):
    letter = made.folder / "我的笔记.txt"
    letter.write_text("雨一直下。", encoding="utf-8")
    (made.folder / "vault-before-0002.db").write_bytes(b"copy")
    (made.folder / "media" / f"{'a' * 32}.db").write_bytes(b"a recording")
    song = made.folder / "media" / "Lied.db"
    song.write_bytes(b"hers")
    assert documents.remove(made)
    assert {path.name for path in made.folder.rglob("*")} == {letter.name, "media", song.name}
    assert letter.read_text(encoding="utf-8") == "雨一直下。"


def test_cases_of_her_own_are_counted(documents, door, clock, made):
    vault = vaults.unlock(door, clock, made.folder, PASSWORD).vault
    cases.open_case(vault, clock, "真的", ServiceMode.ONLINE, Profile())
    assert documents.found(vault).own_cases == 1
    vault.close()
