"""Who is taken for one person within a file: much must agree, and nothing contradict."""

from __future__ import annotations

import pytest

from app.domain.answer_person import Beside, Seen
from app.domain.client import Profile

pytestmark = pytest.mark.clause("062")
FIRST = Profile(name="韩梅梅", phone="138 0000 0001", birth_date="1999-01-02")


@pytest.mark.parametrize(
    ("who", "beside"),
    [
        (FIRST, Beside(2, sure=True)),
        (Profile(name=" 韩梅梅 ", phone="138-0000-0001"), Beside(2, sure=True)),
        (Profile(name="韩梅梅", birth_date="1999年1月2日"), Beside(2, sure=True)),
        (Profile(name="韩梅梅"), Beside(2)),
        (Profile(phone="13800000001"), Beside(2)),
        (Profile(name="她的儿子", phone="13800000001"), Beside(2)),
        (Profile(name="韩梅梅", phone="13800000001", birth_date="2001-01-02"), Beside(2)),
        (Profile(name="韩梅梅", phone="13900000009", birth_date="1999-01-02"), Beside(2)),
        (Profile(name="李雷", birth_date="1999-01-02"), Beside()),
        (Profile(), Beside()),
    ],
)
def test_much_must_agree_and_nothing_contradict(who, beside):
    seen = Seen()
    assert seen.meet(FIRST, 2) == Beside()
    assert seen.meet(Profile(name="别人"), 3) == Beside()
    assert seen.meet(who, 4) == beside


def test_the_first_row_counts():
    seen = Seen()
    assert [seen.meet(FIRST, row).row for row in (2, 5, 7)] == [0, 2, 2]
