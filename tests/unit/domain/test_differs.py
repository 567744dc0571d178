"""Recordings that a backup found gone from the vault, or not as they were stored."""

from __future__ import annotations

from app.domain.complaint import Complaint, Fault
from app.domain.differs import Differs, lacking, since, together, without


def test_it_is_told_as_a_check_tells_it():
    assert Differs(3, gone=True).complaint() == Complaint(Fault.RECORDING_GONE, 3)
    assert Differs(4).complaint() == Complaint(Fault.RECORDING, 4)


def test_a_backup_lacks_what_it_does_not_keep():
    assert lacking((Differs(3, kept=True), Differs(4))) == (Differs(4),)


def test_a_portable_file_does_not_forget_what_the_folder_keeps():
    before = (Differs(3, kept=True), Differs(4), Differs(6, kept=True))
    now = (Differs(3), Differs(4), Differs(5, gone=True))
    assert since(before, now) == (Differs(3, kept=True), Differs(4), Differs(5, gone=True))


def test_what_was_said_before_is_not_said_twice():
    before, now = (Differs(1), Differs(0)), (Differs(1, gone=True), Differs(2), Differs(0))
    assert together(before, now) == (*before, Differs(2), Differs(0))


def test_a_copy_that_is_gone_is_not_said_to_be_kept():
    before = (Differs(3, kept=True), Differs(4, kept=True), Differs(5))
    assert without(before, (3,)) == (Differs(3), Differs(4, kept=True), Differs(5))
    assert without(before, (0,)) == (Differs(3), Differs(4), Differs(5))
    assert without(before, ()) == before
