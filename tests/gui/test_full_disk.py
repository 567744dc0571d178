"""A full disk in the window: everything saved can be read, and nothing typed goes with its page.

The disk is a real one of 4 MiB: what is refused is refused by the file system.
"""

from __future__ import annotations

import pytest

from app.domain.audit import AuditKind
from app.domain.errors import VaultDamaged
from app.services import cases
from tests.gui.helpers import FULL, NASTY, House, click, said
from tests.small_disk import BALLAST, fill_up, mounted, write_until_full
from ui import translation
from ui.cases import CasesScreen
from ui.widgets.banner import Banner

pytestmark = [pytest.mark.promise(3), pytest.mark.promise(4)]


@pytest.fixture
def small(tmp_path):
    """A disk of 4 MiB."""
    with mounted(tmp_path / "disk", 4) as folder:
        yield folder


@pytest.fixture
def tight(qtbot, qapp, small, made_vault):
    """A house on a small disk; `fill` fills it up to the last page, `make_room` takes it back."""
    translation.install(qapp, "zh")
    made = House(qtbot, small / "vault", made_vault)
    ballast = small / BALLAST

    def fill():
        fill_up(small)
        made.do(write_until_full)

    made.fill, made.make_room = fill, ballast.unlink
    yield made
    ballast.unlink(missing_ok=True)
    made.end()


def banners(screen):
    return [one.accessibleName() for one in screen.findChildren(Banner) if one.isVisible()]


def kinds(house):
    return [one.kind for one in house.do(lambda vault: vault.audit.entries(limit=4))]


def test_a_case_is_read_on_a_full_disk_and_the_banner_goes_by_itself(tight):
    case = tight.case("H-017", FULL)
    tight.note(case, f"谈到睡眠。{NASTY}", signed=True)
    tight.fill()
    screen = tight.show(CasesScreen(tight.office, case.id))
    tight.qtbot.waitUntil(lambda: "谈到睡眠。" in said(screen))
    assert any("只能看" in one for one in banners(screen))
    tight.make_room()
    screen.notice._room.setInterval(1)
    screen.notice._room.start()
    tight.qtbot.waitUntil(lambda: not banners(screen))
    assert kinds(tight)[:2] == [AuditKind.WRITTEN_LATER, AuditKind.NOTE_READ]


def test_a_case_that_cannot_be_read_says_why_and_is_there_at_the_next_try(house, monkeypatch):
    first, second = house.case("H-017", FULL), house.case("N-021")
    house.note(first, "谈到睡眠。")
    honest = cases.case_page

    def damaged(*_):
        raise VaultDamaged

    monkeypatch.setattr(cases, "case_page", damaged)
    screen = house.show(CasesScreen(house.office, first.id))
    house.qtbot.waitUntil(lambda: bool(banners(screen)))
    assert "从左边选一个个案" not in said(screen)
    monkeypatch.setattr(cases, "case_page", honest)
    click(house, screen, "再试一次")
    house.qtbot.waitUntil(lambda: "谈到睡眠。" in said(screen))
    assert not banners(screen)
    monkeypatch.setattr(cases, "case_page", damaged)
    screen.list.choose(second.id)
    house.qtbot.waitUntil(lambda: bool(banners(screen)))
    house.qtbot.waitUntil(lambda: "谈到睡眠。" not in said(screen))
    assert not screen.pane.isVisible()
