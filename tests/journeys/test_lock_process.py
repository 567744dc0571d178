"""After a lock, nothing secret is left in the memory of the process (promise 36)."""

from __future__ import annotations

import sys

import pytest

from tests.journeys.lock_scan import scan

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="reads /proc/PID/mem, which Linux alone has"
)


@pytest.mark.promise(36)
@pytest.mark.promise(5)
def test_a_lock_leaves_neither_password_nor_key_nor_note_in_memory(tmp_path):
    found = scan(tmp_path / "vault")
    if found is None:
        pytest.skip("the memory of another process cannot be read here: not root")
    assert found.missed == [], "the scanner does not see what certainly is there"
    assert found.words[1:5] == ["-m", "app", "--locked", "menu"]
    assert found.left == []
