"""Work on a full disk: room is made first, and once more where the disk fills in its midst."""

from __future__ import annotations

import pytest

from app.domain.errors import DiskFull
from app.services.room import with_room

pytestmark = pytest.mark.promise(4)


class Narrow:
    """A vault that says what it was asked for."""

    def __init__(self):
        self.asked = []

    def make_room(self):
        self.asked.append("room")

    def forget_deleted(self):
        self.asked.append("empty")
        return True


@pytest.mark.parametrize(
    ("refusals", "asked"),
    [(0, ["room", "work"]), (1, ["room", "work", "empty", "work"])],
)
def test_work_that_finds_no_room_is_done_once_more(refusals, asked):
    one = Narrow()

    def work():
        one.asked.append("work")
        if one.asked.count("work") <= refusals:
            raise DiskFull
        return 7

    assert with_room(one, work) == 7
    assert one.asked == asked


def test_where_there_is_no_room_at_all_the_log_is_emptied_and_that_is_said():
    one = Narrow()

    def work():
        one.asked.append("work")
        raise DiskFull

    with pytest.raises(DiskFull):
        with_room(one, work)
    assert one.asked == ["room", "work", "empty", "work", "empty"]
