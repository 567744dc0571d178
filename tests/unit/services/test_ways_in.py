"""Another password, another recovery key: done, and written down with the day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.audit import AuditKind
from app.domain.errors import WrongPassword
from app.domain.proof import Proof
from app.domain.recovery_key import to_groups
from app.services import vaults, ways_in
from tests.vault.fixtures import PASSWORD, RECOVERY, RECOVERY_TEXT, START

NEW_KEY = to_groups(bytes(range(20, 40)))
PAPER = Proof(RECOVERY_TEXT, recovery=True)


@pytest.mark.clause("044", "132")
@pytest.mark.promise(14)
def test_each_change_is_in_the_trail_with_its_day(tmp_path, door, clock):
    one = vaults.create(door, clock, tmp_path / "v", PASSWORD, RECOVERY).vault
    assert ways_in.last_changes(one) == ways_in.LastChanges(START, START, None)
    clock.pass_(86_400)
    ways_in.change_password(one, clock, PAPER, "另一句 够长的 密码")
    clock.pass_(86_400)
    ways_in.renew_recovery(one, clock, PAPER, NEW_KEY)
    clock.pass_(86_400)
    ways_in.try_recovery(one, clock, "".join(NEW_KEY))
    days = [START + timedelta(days=number) for number in (1, 2, 3)]
    assert ways_in.last_changes(one) == ways_in.LastChanges(*days)
    assert [line.kind for line in reversed(one.audit.entries())] == [
        AuditKind.VAULT_CREATED,
        AuditKind.PASSWORD_CHANGED,
        AuditKind.RECOVERY_CHANGED,
        AuditKind.RECOVERY_TRIED,
    ]
    assert one.audit.intact()
    one.close()


def test_what_is_refused_is_no_line_of_the_trail(opened, clock):
    other = "".join(NEW_KEY)
    with pytest.raises(WrongPassword):
        ways_in.try_recovery(opened, clock, other)
    with pytest.raises(WrongPassword):
        ways_in.renew_recovery(opened, clock, Proof(other, recovery=True), NEW_KEY)
    with pytest.raises(WrongPassword):
        ways_in.change_password(opened, clock, Proof("wrong password"), "另一句 够长的 密码")
    assert opened.audit.entries() == []
    assert ways_in.last_changes(opened) == ways_in.LastChanges(None, None, None)


@pytest.mark.clause("044")
def test_whoever_opens_by_the_recovery_key_is_known_to_need_a_password(place, door, clock):
    opened = vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT)
    assert opened.by_recovery
    opened.vault.close()
    opened = vaults.unlock(door, clock, place, PASSWORD)
    assert not opened.by_recovery
    opened.vault.close()
