"""The succession package: contacts and appointments, opened by its key alone, and nothing else."""

from __future__ import annotations

import base64
import json
import random
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import recovery_key
from app.domain.appointment import Booking
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.consent import ConsentState
from app.domain.errors import (
    DiskFull,
    NobodyTicked,
    PackageDamaged,
    PackageKeyWrong,
    PackageMissing,
    PackageTooNew,
    RecoveryKeyMistyped,
    VaultDamaged,
)
from app.domain.practice import Practice
from app.domain.readable import Exported
from app.domain.recurrence import Rule
from app.domain.succession import (
    RENEW_AFTER,
    PackedAppointment,
    SuccessionPackage,
    SuccessionPlan,
    package_from_raw,
)
from app.services import appointments, destruction, readable_exports, succession
from storage import keys
from storage import succession as sealing
from storage.files import FileShelf
from storage.succession import SuccessionFile
from tests.modes import mode
from tests.vault.fixtures import EARLY, PASSWORD, START

SEALER = SuccessionFile()
SECRET = bytes(range(20))
EMERGENCY = EmergencyContact("禾苗", "妹妹", "13900001111", may_know=True)
CANARY = "斑马zebraquagga"
NASTY = "😀䶮𬱖ㄅ\u202e木"


@pytest.fixture
def practice(desk, opened):
    """Two clients, one of them with everything that must not be in the package."""
    with opened.transaction():
        place = Place("上海", "Asia/Shanghai")
        opened.settings.change_practice(Practice(counselor="沈知远", contact="010", place=place))
    first = desk.case(
        "H-017",
        Profile(
            name=NASTY,
            phone="13800005678",
            id_number="11010519491231002X",
            address=CANARY,
            wechat=CANARY,
            employer=CANARY,
            emergency=EMERGENCY,
        ),
    )
    second = desk.case("B-02", Profile(name="禾木", emergency=EMERGENCY))
    note = desk.signed(first, f"她说 {CANARY}")
    desk.amend(note, CANARY)
    desk.draft(first, CANARY)
    desk.consent(first, ConsentState.SIGNED)
    opened.cases.keep_draft(first, "review", {"word": CANARY}, START)
    begin = START + timedelta(days=1)
    weekly = Booking(
        first, begin, ServiceMode.ONLINE, rule=Rule(weekdays=(begin.weekday(),)), remark=CANARY
    )
    appointments.book(opened, desk.clock, weekly)
    for ago in (timedelta(days=3), timedelta(minutes=10)):
        once = Booking(second, START - ago, ServiceMode.ONLINE)
        appointments.book(opened, desk.clock, once)
    return first, second


def made(desk, target, *, people, emergencies=frozenset(), words=""):
    """Keep the choice and make the package."""
    succession.keep(desk.vault, frozenset(people), frozenset(emergencies), words)
    return succession.make(desk.vault, desk.tools, SEALER, target)


def opened_again(target, plan) -> SuccessionPackage:
    """Open a package as the colleague does: with the file and the paper, no vault."""
    typed = " ".join(succession.key_groups(plan)).lower()
    return succession.open_package(FileShelf(), SEALER, target, typed)


def test_the_colleague_sees_names_telephones_and_appointments(desk, practice, tmp_path):
    first, _ = practice
    target = tmp_path / "package"
    came = made(desk, target, people=practice, emergencies=[first], words=f"先打给 {NASTY}")
    assert (came.clients, came.left_out) == (2, 0)
    package = opened_again(target, came.plan)
    assert (package.counselor, package.contact, package.time_zone) == (
        "沈知远",
        "010",
        "Asia/Shanghai",
    )
    assert package.words == f"先打给 {NASTY}"
    assert package.made_at == desk.clock.at
    (one,) = [client for client in package.clients if client.code == "H-017"]
    (other,) = [client for client in package.clients if client.code == "B-02"]
    assert (one.name, one.phone, one.emergency) == (NASTY, "13800005678", EMERGENCY)
    assert other.emergency is None
    assert other.appointments == ()  # what lies behind is not packed
    assert len(one.appointments) == 13
    assert one.appointments[0] == PackedAppointment(
        START + timedelta(days=1), 50, ServiceMode.ONLINE
    )


@pytest.mark.promise(19)
def test_nothing_but_that_is_in_it(desk, practice, tmp_path):
    target = tmp_path / "package"
    came = made(desk, target, people=practice, emergencies=practice)
    package = opened_again(target, came.plan)
    plain = json.dumps(package.to_raw(), ensure_ascii=False)
    assert NASTY in plain
    for canary in ("斑马", "zebraquagga", "11010519491231002X", "费用"):
        assert canary not in plain
    data = target.read_bytes()
    for words in (NASTY, "禾木", "13800005678", "沈知远", came.plan.key):
        assert words.encode() not in data
        assert base64.b64encode(words.encode())[:12] not in data
    assert mode(target) == 0o600


def test_only_who_is_ticked_is_in_it_and_nobody_is_refused(desk, practice, tmp_path):
    first, second = practice
    target = tmp_path / "package"
    with pytest.raises(NobodyTicked):
        made(desk, target, people=[])
    assert not target.exists()
    came = made(desk, target, people=[second], emergencies=[first])
    assert [one.name for one in opened_again(target, came.plan).clients] == ["禾木"]
    assert came.plan.emergencies == frozenset()


def test_a_later_package_opens_with_the_same_paper_until_the_key_is_changed(
    desk, practice, tmp_path
):
    a, b, c = (tmp_path / name for name in "abc")
    before = made(desk, a, people=practice).plan
    assert before.made_at == desk.clock.at
    desk.clock.pass_(RENEW_AFTER.total_seconds() - 1)
    assert not before.due(desk.clock.at)
    desk.clock.pass_(1)
    assert before.due(desk.clock.at)
    assert before.renew_at == desk.clock.at
    assert before.due(START - timedelta(days=1))  # a clock that was set back
    again = made(desk, b, people=practice).plan
    assert again.key == before.key
    assert opened_again(b, before)
    assert a.read_bytes() != b.read_bytes()
    changed = succession.change_key(desk.vault, desk.clock, SEALER)
    assert changed.made_at is None
    assert not changed.due(desk.clock.at)
    assert changed.renew_at is None
    last = made(desk, c, people=practice).plan
    assert opened_again(a, before)
    with pytest.raises(PackageKeyWrong):
        opened_again(c, before)
    assert opened_again(c, last)
    every = [one.kind for one in desk.vault.audit.entries(10)]
    assert every.count(AuditKind.SUCCESSION_HOLDS) == 6
    assert [one for one in every if one is not AuditKind.SUCCESSION_HOLDS][:4] == [
        AuditKind.SUCCESSION_MADE,
        AuditKind.SUCCESSION_KEY_CHANGED,
        AuditKind.SUCCESSION_MADE,
        AuditKind.SUCCESSION_MADE,
    ]


def test_a_locked_case_is_left_out_and_that_is_said(desk, practice, tmp_path, monkeypatch):
    first, second = practice
    real = desk.vault.clients.of_case
    succession.keep(desk.vault, frozenset(practice), frozenset(practice), "")

    def shut(case_id):
        if case_id == first:
            raise VaultDamaged
        return real(case_id)

    monkeypatch.setattr(desk.vault.clients, "of_case", shut)
    seen = succession.prospect(desk.vault, desk.clock)
    assert seen.shut == 1
    assert [one.code for one in seen.people] == ["B-02"]
    came = made(desk, tmp_path / "p", people=[second])
    assert (came.clients, came.left_out) == (1, 1)
    assert first in came.plan.people  # it is as it was, once it is open again
    assert first in came.plan.emergencies


def test_a_destroyed_case_is_nobody_in_the_package(desk, practice, opened, tmp_path):
    succession.keep(opened, frozenset(practice), frozenset(), "")
    destruction.mark(opened, desk.clock, practice[0], EARLY)
    destruction.destroy(opened, desk.clock, practice[0], (PASSWORD, "H-017"))
    came = succession.make(opened, desk.tools, SEALER, tmp_path / "p")
    assert (came.clients, came.left_out) == (1, 0)


def test_the_page_shows_who_can_be_in_it(desk, practice):
    seen = succession.prospect(desk.vault, desk.clock)
    assert {(one.code, one.has_emergency, one.coming) for one in seen.people} == {
        ("H-017", True, 13),
        ("B-02", True, 0),
    }
    assert (seen.plan, seen.shut, seen.time_zone) == (SuccessionPlan(), 0, "Asia/Shanghai")
    assert succession.key_groups(seen.plan) == ()
    kept = succession.keep(desk.vault, frozenset(practice), frozenset(), "x" * 3000)
    assert len(kept.words) == 3000  # the page says that it is long; nothing typed is cut
    assert succession.keep(desk.vault, kept.people, frozenset(), kept.words) == kept


def test_a_full_disk_leaves_the_plan_and_no_file_without_a_key(desk, practice, tmp_path):
    class Full(FileShelf):
        def write(self, path, data):
            raise DiskFull

    tools, desk.tools = desk.tools, desk.tools.__class__(**{**vars(desk.tools), "shelf": Full()})
    with pytest.raises(DiskFull):
        made(desk, tmp_path / "p", people=practice)
    plan = desk.vault.settings.succession_plan()
    assert plan.made_at is None
    desk.tools = tools
    assert made(desk, tmp_path / "p", people=practice).plan.key == plan.key


def test_a_wrong_key_a_typo_and_no_file_are_three_things(desk, practice, tmp_path):
    target = tmp_path / "package"
    plan = made(desk, target, people=practice).plan
    shelf, groups = FileShelf(), succession.key_groups(plan)
    typo = [*groups[:3], groups[4], *groups[4:]]
    with pytest.raises(RecoveryKeyMistyped) as found:
        succession.open_package(shelf, SEALER, target, "".join(typo))
    assert found.value.group == 4
    other = "".join(recovery_key.to_groups(SECRET))
    with pytest.raises(PackageKeyWrong):
        succession.open_package(shelf, SEALER, target, other)
    with pytest.raises(PackageMissing):
        succession.open_package(shelf, SEALER, tmp_path / "nothing", other)
    target.write_bytes(b"x" * (sealing.LARGEST + 1))
    with pytest.raises(PackageDamaged):
        succession.open_package(shelf, SEALER, target, other)


def small() -> SuccessionPackage:
    """Return a package of nobody."""
    return SuccessionPackage(START, "", "", "", "", ())


def test_every_flipped_bit_is_noticed_and_the_length_says_little():
    data = SEALER.seal(small(), SECRET)
    assert SEALER.open(data, SECRET) == small()
    chance = random.Random(9)
    for at in [*range(120), *(chance.randrange(len(data)) for _ in range(300))]:
        bad = bytearray(data)
        bad[at] ^= 1 << chance.randrange(7)
        with pytest.raises((PackageDamaged, PackageKeyWrong, PackageTooNew)):
            SEALER.open(bytes(bad), SECRET)
    with pytest.raises(PackageDamaged):
        SEALER.open(data[:-9], SECRET)
    longer = SuccessionPackage(START, "", "", "", "words " * 300, ())
    assert len(SEALER.seal(longer, SECRET)) == len(data)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_refused_in_words(data):
    with pytest.raises(PackageDamaged):
        SEALER.open(data, SECRET)
    with pytest.raises(PackageDamaged):
        SEALER.open(b'{"format":"xinxia-succession","version":1,"salt":"' + data, SECRET)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"format": "other"}, PackageDamaged),
        ({"version": "1"}, PackageDamaged),
        ({"version": True}, PackageDamaged),
        ({"version": 0}, PackageDamaged),
        ({"version": 2}, PackageTooNew),
        ({"salt": "AAAA"}, PackageDamaged),
        ({"salt": "%"}, PackageDamaged),
        ({"sealed": ""}, PackageKeyWrong),
        ({"sealed": None}, PackageDamaged),
    ],
)
def test_a_forged_file_is_refused(change, refusal):
    said = {**json.loads(SEALER.seal(small(), SECRET)), **change}
    with pytest.raises(refusal):
        SEALER.open(json.dumps(said).encode(), SECRET)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"version": 2}, PackageTooNew),
        ({"version": "x"}, PackageDamaged),
        ({"made_at": "2026-03-01T09:30:00"}, PackageDamaged),
        ({"clients": [{}]}, PackageDamaged),
        ({"clients": 7}, PackageDamaged),
    ],
)
def test_words_of_another_shape_are_refused(change, refusal):
    with pytest.raises(refusal):
        package_from_raw({**small().to_raw(), **change})
    plain = json.dumps({**small().to_raw(), **change}).encode()
    with pytest.raises(refusal):
        SEALER.open(sealed(plain), SECRET)
    with pytest.raises(PackageDamaged):
        SEALER.open(sealed(b"no json"), SECRET)


def sealed(plain: bytes) -> bytes:
    """Return a file that holds these bytes under the right key."""
    salt = bytes(16)
    box = keys.seal(sealing._key(SECRET, salt), plain, sealing._context(1, salt))
    return sealing._file(salt, box)


@pytest.mark.promise(27)
def test_no_file_shares_its_key_with_another():
    salts = {json.loads(SEALER.seal(small(), SECRET))["salt"] for _ in range(200)}
    assert len(salts) == 200
    assert len({SEALER.new_key() for _ in range(200)}) == 200


@pytest.mark.promise(44)
def test_the_certificate_names_the_packages_that_name_the_client(desk, practice, opened, tmp_path):
    first, second = practice
    made(desk, tmp_path / "both", people=practice)
    desk.clock.pass_(3600)
    made(desk, tmp_path / "other", people=[second])
    desk.clock.pass_(3600)
    made(desk, tmp_path / "both again", people=practice)
    held = (START, START + timedelta(hours=2))
    assert destruction.prospect(opened, desk.clock, first).packages == held
    destruction.mark(opened, desk.clock, first, EARLY)
    gone = destruction.destroy(opened, desk.clock, first, (PASSWORD, "H-017"))
    assert gone.packages == held
    assert destruction.certificate(opened, gone.destruction) == gone
    lonely = desk.case("C-03")
    assert destruction.prospect(opened, desk.clock, lonely).packages == ()


@pytest.mark.promise(44)
def test_the_certificate_names_the_exports_of_everything_with_the_case(desk, practice, opened):
    first, second = practice
    for cases in ((first, second), (second,), (first,)):
        readable_exports.made(opened, desk.clock, Exported(cases, {}, 0, 0))
        desk.clock.pass_(3600)
    held = (START, START + timedelta(hours=2))
    assert destruction.prospect(opened, desk.clock, first).exports == held
    destruction.mark(opened, desk.clock, first, EARLY)
    gone = destruction.destroy(opened, desk.clock, first, (PASSWORD, "H-017"))
    assert (gone.exports, gone.packages) == (held, ())
    assert destruction.certificate(opened, gone.destruction) == gone
