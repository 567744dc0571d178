"""What the practice keeps about itself, on a real vault."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from PIL import Image

from app import bootstrap
from app.domain.audit import AuditKind
from app.domain.consent import ConsentState
from app.domain.due import DueKind
from app.domain.errors import (
    NotAnImage,
    PracticeRecordIncomplete,
    ServiceSheetIncomplete,
    StandingPaperIncomplete,
)
from app.domain.practice import Practice
from app.domain.practice_record import (
    Credential,
    PracticeKind,
    PrivateAccount,
    SelfCheck,
    TrainingTopic,
)
from app.services import contacts, practice, today
from storage.files import FileShelf
from tests.unit.domain.test_practice import (
    ACCOUNT,
    CREDENTIAL,
    CRISIS,
    ONLINE,
    PLATFORM,
    PUBLISHED,
    SUPERVISION,
)
from tests.vault.pages import plain_pages

HERE = PUBLISHED.place


@pytest.fixture
def here(desk):
    """A desk whose tools know papers, pictures and files."""
    desk.tools = replace(
        desk.tools,
        practice_papers=bootstrap.practice_papers(),
        papers=bootstrap.papers(),
        shelf=FileShelf(),
    )
    return desk


def keep(desk, record, entry_id=None):
    return practice.keep(desk.vault, desk.tools, record, entry_id)


def page(desk):
    return practice.page(desk.vault, desk.tools)


def told(desk):
    return [one.kind for one in desk.vault.audit.entries(20)]


def photo(folder, name="scan.jpg"):
    exif = Image.Exif()
    exif[0x010F] = "ZEBRA Camera"
    target = io.BytesIO()
    Image.new("RGB", (12, 9), "white").save(target, "JPEG", exif=exif)
    path = folder / name
    path.write_bytes(target.getvalue())
    assert b"ZEBRA" in path.read_bytes()
    return path


@pytest.mark.clause("068")
@pytest.mark.clause("025")
def test_records_are_kept_changed_and_refused_where_they_lack_something(here):
    with pytest.raises(PracticeRecordIncomplete) as refused:
        keep(here, Credential())
    assert refused.value.missing == ("record.category", "record.title")
    one, other = keep(here, CREDENTIAL), keep(here, CRISIS)
    here.clock.at += timedelta(hours=1)
    changed = keep(here, replace(CREDENTIAL, number="X-24"), one.id)
    assert (changed.id, changed.updated_at) == (one.id, here.clock.at)
    assert page(here).entries == (changed, other)
    assert told(here).count(AuditKind.PRACTICE_RECORDED) == 3
    with pytest.raises(KeyError):
        keep(here, CRISIS, other.id + 7)


def test_what_is_removed_comes_back_with_its_scans(here, tmp_path):
    one = keep(here, CREDENTIAL)
    scan = practice.attach(here.vault, here.tools, one.id, photo(tmp_path))
    data = here.vault.practice.document_bytes(scan.id)
    gone = practice.remove(here.vault, here.tools, one.id)
    assert not page(here).entries
    assert not page(here).documents
    practice.restore(here.vault, here.tools, gone)
    assert page(here).entries == (one,)
    assert page(here).documents == (scan,)
    assert here.vault.practice.document_bytes(scan.id) == data
    assert told(here)[:2] == [AuditKind.PRACTICE_RECORDED, AuditKind.PRACTICE_REMOVED]
    with pytest.raises(KeyError):
        here.vault.practice.get(one.id + 7)


@pytest.mark.promise(43)
def test_what_is_removed_is_in_no_page_of_the_vault_and_its_log(here, tmp_path):
    """A supervision speaks of clients; the undo holds it in memory alone."""
    words, path = "禾木那一晚打来的电话", photo(tmp_path)
    vault = here.vault

    def clear():
        return plain_pages(vault.folder / "vault.db", vault.raw_key())

    one = keep(here, replace(SUPERVISION, topics=words))
    scan = practice.attach(vault, here.tools, one.id, path)
    data = vault.practice.document_bytes(scan.id)[:80]
    assert words.encode() in clear(), "the reader does not read"
    assert data in clear()
    practice.detach(vault, here.tools, scan)
    assert data not in clear()
    gone = practice.remove(vault, here.tools, one.id)
    assert words.encode() not in clear()
    practice.restore(vault, here.tools, gone)
    assert page(here).entries == (one,)


@pytest.mark.clause("068")
@pytest.mark.promise(34)
def test_a_scan_loses_what_the_camera_wrote_and_can_be_taken_out_again(here, tmp_path):
    one = keep(here, CREDENTIAL)
    scan = practice.attach(here.vault, here.tools, one.id, photo(tmp_path))
    data = practice.read_document(here.vault, here.tools, scan)
    assert b"ZEBRA" not in data
    assert (scan.media_type, scan.size) == ("image/jpeg", len(data))
    assert Image.open(io.BytesIO(data)).size == (12, 9)
    assert told(here)[0] is AuditKind.PRACTICE_DOCUMENT_READ
    assert practice.detach(here.vault, here.tools, scan) == data
    with pytest.raises(KeyError):
        practice.read_document(here.vault, here.tools, scan)
    practice.reattach(here.vault, here.tools, scan, data)
    assert practice.read_document(here.vault, here.tools, scan) == data
    (tmp_path / "not.jpg").write_bytes(b"words")
    with pytest.raises(NotAnImage):
        practice.attach(here.vault, here.tools, one.id, tmp_path / "not.jpg")


@pytest.mark.clause("019")
@pytest.mark.clause("022")
@pytest.mark.clause("037")
@pytest.mark.clause("048")
def test_what_waits_stands_on_the_page_and_on_today_until_it_is_done(here):
    here.case()
    waits = ("practice.crisis_training", "practice.online_training", "practice.no_supervisor")
    assert page(here).waits == practice.waits(here.vault, here.clock.at) == waits
    (due,) = [
        one for one in today.today(here.vault, here.tools).due if one.kind is DueKind.PRACTICE
    ]
    assert due.reasons == waits
    keep(here, CRISIS)
    keep(here, ONLINE)
    practice.change(here.vault, lambda known: replace(known, profile=PUBLISHED.profile))
    assert not page(here).waits
    assert DueKind.PRACTICE not in [one.kind for one in today.today(here.vault, here.tools).due]
    old = keep(here, replace(CREDENTIAL, valid_until="2001-01-01", verified_on="2001-01-01"))
    assert page(here).waits == ("practice.credential_expired", "practice.link_unverified")
    here.vault.settings.mark_example("00", 1)
    assert practice.waits(here.vault, here.clock.at) == ()
    assert old.kind.value == "credential"


@pytest.mark.clause("037")
@pytest.mark.clause("060")
def test_consents_print_the_credentials_that_are_recorded_and_hold(here):
    now = here.clock.at
    practice.change(here.vault, lambda _: replace(PUBLISHED, credentials="手写的"))
    assert practice.known(here.vault, now).credentials == "手写的"
    long = replace(CREDENTIAL, valid_until="", url=" https://example.invalid/b ")
    keep(here, long)
    keep(here, replace(long, title="心理治疗师", number="", url=""))
    keep(here, replace(CREDENTIAL, title="旧证书", valid_until="2001-01-01"))
    known = practice.known(here.vault, now)
    assert known.credentials == "注册心理师 X-23-188 中国心理学会；心理治疗师 中国心理学会"
    assert known.credential_link == "https://example.invalid/b"
    assert not known.platform
    keep(here, PLATFORM)
    assert practice.known(here.vault, now).platform == "云会议"
    practice.change(here.vault, lambda known: replace(known, platform="别的"))
    assert practice.known(here.vault, now).platform == "别的"


@pytest.mark.clause("008")
@pytest.mark.clause("061")
@pytest.mark.clause("005")
def test_a_service_sheet_is_refused_by_everything_it_lacks_and_then_made(here):
    def paper(key, *, hotline=False):
        return practice.paper(here.vault, here.tools, key, "zh", hotline=hotline)

    practice.change(here.vault, lambda _: Practice())
    with pytest.raises(ServiceSheetIncomplete) as refused:
        paper("service")
    assert len(refused.value.missing) == 12
    assert {"service.fee", "service.credentials"} <= set(refused.value.missing)
    assert paper("guide").title
    practice.change(here.vault, lambda _: PUBLISHED)
    ended = keep(here, replace(CREDENTIAL, valid_until="2001-01-01"))
    with pytest.raises(ServiceSheetIncomplete) as refused:
        paper("service")
    assert refused.value.missing == ("service.credentials",)
    keep(here, CREDENTIAL, ended.id)
    assert "沈知远" in "".join(paper("service").words())
    assert "沈知远" not in "".join(paper("service", hotline=True).words())
    practice.printed(here.vault, here.tools)
    assert told(here)[0] is AuditKind.PRACTICE_PRINTED


@pytest.mark.clause("058")
def test_the_paper_on_supervision_is_refused_by_what_it_lacks_and_then_made(here):
    def paper():
        return practice.paper(here.vault, here.tools, "standing", "zh", hotline=False)

    practice.change(here.vault, lambda _: Practice())
    with pytest.raises(StandingPaperIncomplete) as refused:
        paper()
    assert len(refused.value.missing) == 3
    whole = replace(PUBLISHED.profile, supervisor_contact="0571-0000 0001")
    practice.change(here.vault, lambda _: replace(PUBLISHED, profile=whole))
    assert whole.supervisor in "".join(paper().words())


@pytest.mark.clause("076")
def test_private_accounts_are_handed_to_the_contacts(here):
    keep(here, ACCOUNT)
    keep(here, PrivateAccount("shenzhiyuan"))
    found = contacts.page(here.vault, here.tools, here.case()).private
    assert found == practice.private_channels(here.vault) == ("138 0000 1111", "shenzhiyuan")


def test_the_profile_comes_back_as_it_was_and_an_old_one_without(here):
    practice.change(here.vault, lambda _: PUBLISHED)
    assert here.vault.settings.practice() == PUBLISHED
    here.vault.connection.execute("UPDATE settings SET value = json_remove(value, '$.profile')")
    assert here.vault.settings.practice().profile.scope == ""
    assert here.vault.settings.practice().counselor == "沈知远"
    assert TrainingTopic.CRISIS.value == "crisis"


def test_a_signed_form_writes_no_recorded_platform_into_the_practice_a_second_time(desk):
    keep(desk, PLATFORM)
    assert practice.known(desk.vault, desk.clock.now()).platform
    desk.consent(desk.case(), ConsentState.SIGNED)
    kept = desk.vault.settings.practice()
    assert kept.platform == ""
    assert kept.counselor == "陈"


def test_what_lacks_something_is_kept_as_typed_until_it_is_whole_or_removed(here):
    kind = PracticeKind.ACCOUNT
    practice.keep_or_wait(here.vault, here.tools, PrivateAccount(), (kind, None), {"what": "微信"})
    practice.keep_or_wait(here.vault, here.tools, None, (kind, None), {"what": "私人微信"})
    assert page(here).drafts == {kind.value: {"what": "私人微信"}}
    assert practice.begun(here.vault) == (kind.value,)
    assert DueKind.PRACTICE_BEGUN in [one.kind for one in today.today(here.vault, here.tools).due]
    practice.keep_or_wait(here.vault, here.tools, ACCOUNT, (kind, None), {"what": "x"})
    (one,) = page(here).entries
    assert (one.record, page(here).drafts) == (ACCOUNT, {})
    practice.keep_or_wait(here.vault, here.tools, None, (kind, one.id), {"what": "改"})
    assert practice.begun(here.vault) == (kind.value,)
    practice.remove(here.vault, here.tools, one.id)
    assert practice.begun(here.vault) == ()


@pytest.mark.clause("021")
def test_a_look_at_herself_is_in_no_paper_and_not_in_a_case(here):
    mark = "斑马自我照顾"
    keep(here, SelfCheck("2026-05-12", mark, mark, mark, mark))
    whole = replace(PUBLISHED.profile, supervisor_contact="0571-0000 0001")
    practice.change(here.vault, lambda _: replace(PUBLISHED, profile=whole))
    keep(here, CREDENTIAL)
    papers = here.tools.practice_papers
    assert len(papers) > 4
    for key, language in papers:
        made = practice.paper(here.vault, here.tools, key, language, hotline=False)
        assert mark not in "".join(made.words())
    case = here.case()
    assert here.vault.entries.of_case(case) == []
    assert mark not in str(here.vault.clients.of_case(case).profile.__dict__)
    assert mark not in str(practice.known(here.vault, here.clock.now()).__dict__)
