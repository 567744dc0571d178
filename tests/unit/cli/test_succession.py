"""`succession`: the colleague's way without a window."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from app import bootstrap
from app.domain import recovery_key
from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact
from app.domain.succession import PackedAppointment, PackedClient, SuccessionPackage
from reports.protect import pdf_words
from tests.unit.cli.support import one_sentence, typed

SECRET = bytes(range(20))
KEY = " ".join(recovery_key.to_groups(SECRET))
AT = datetime(2026, 5, 12, 6, 0, tzinfo=UTC)
PACKAGE = SuccessionPackage(
    AT,
    "",
    "",
    "Asia/Shanghai",
    "先打给禾木。",
    (
        PackedClient(
            "H-017",
            "禾木",
            "13800005678",
            EmergencyContact("禾苗", "妹妹", "13900001111", may_know=False),
            (PackedAppointment(AT, 50, ServiceMode.ONLINE),),
        ),
        PackedClient("B-02", "", ""),
    ),
)


@pytest.fixture
def package(tmp_path):
    """A sealed file."""
    path = tmp_path / "package"
    path.write_bytes(bootstrap.succession().seal(PACKAGE, SECRET))
    return path


def test_the_list_is_said_in_lines_and_in_json(run, package):
    said = run("succession", package, "--password-stdin", given=typed(KEY))
    assert (said.code, said.err) == (0, "")
    for words in ("先打给禾木", "13800005678", "不知道来访者在咨询", "2026年5月12日（周二） 14:00"):
        assert words in said.out
    assert "没有记下" in said.out
    said = run("succession", package, "--password-stdin", "--json", given=typed(KEY))
    assert json.loads(said.out) == PACKAGE.to_raw()


def test_the_list_becomes_a_pdf_and_goes_over_nothing(run, package, tmp_path):
    target = tmp_path / "list.pdf"
    words = ("succession", package, "--pdf", target, "--password-stdin")
    assert run(*words, given=typed(KEY)).code == 0
    assert "13800005678" in "".join(pdf_words(target.read_bytes()))
    one_sentence(run(*words, given=typed(KEY)))


def test_what_cannot_be_opened_is_one_sentence(run, package, tmp_path):
    one_sentence(run("succession", tmp_path / "none", "--password-stdin", given=typed(KEY)))
    one_sentence(run("succession", package, "--password-stdin", given=typed("AAAA")))
    other = " ".join(recovery_key.to_groups(bytes(20)))
    one_sentence(run("succession", package, "--password-stdin", given=typed(other)))
    package.write_bytes(b"{}")
    one_sentence(run("succession", package, "--password-stdin", given=typed(KEY)))
