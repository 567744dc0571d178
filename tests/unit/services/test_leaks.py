"""What may leave: what she kept, where she kept it; the recipient, where the paper prints it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import bootstrap
from app.deid.register import Register
from app.domain.client import EmergencyContact, Place, Profile, Relative
from app.domain.errors import FileTaken, LeakFound
from app.domain.review import Decision, MarkedSpan, Passage, Review
from app.domain.summary_use import Detail
from app.services import exports
from app.services.leaks import LeakCheck
from tests.unit.deid.support import lexicon

PROFILE = Profile(
    name="林晓禾",
    aliases=("晓禾",),
    phone="13900000017",
    people=(Relative("王芳", "督导"), Relative("龚开心", "丈夫", ("开心",))),
    place=Place("桐庐县"),
    emergency=EmergencyContact("陈桂芳", "母亲", "13700000026"),
)
WORDING = bootstrap.tools().summary_wordings["zh"]
DAY = "2026-11-22"
NUMBER = "20261122-001"


def review_of(text: str, *marks: tuple[str, Decision]) -> Review:
    """A passage in which every place of each word is decided."""
    spans = [
        MarkedSpan(at, at + len(word), "PERSON", "register", 1.0, "人物甲", decision)
        for word, decision in marks
        for at in range(len(text))
        if text.startswith(word, at)
    ]
    ordered = tuple(sorted(spans, key=lambda one: one.start))
    return Review((Passage(1, "第 1 次咨询", text, ordered),))


def request(folder, **other) -> exports.Request:
    whole = {
        "purpose": "个体督导", "recipient": "示例督导师", "made_on": DAY,
        "formats": (exports.PDF, exports.DOCX), "folder": folder, "unprotected": True,
        "looked_at": frozenset(Detail),
    }  # fmt: skip
    return exports.Request(**(whole | other))


@pytest.fixture
def finish(desk, tmp_path):
    """Finish a review of a case as the screen does: real paper, real files, real register."""
    tools = replace(bootstrap.tools(), clock=desk.clock)
    case_id = desk.case(profile=PROFILE)
    folder = tmp_path / "out"
    folder.mkdir()

    def work(review, **other):
        order = (WORDING, request(folder, **other))
        return exports.finish(desk.vault, tools, case_id, review, order)

    work.folder = folder
    return work


def refused(finish, review, **other) -> LeakFound:
    with pytest.raises(LeakFound) as caught:
        finish(review, **other)
    assert list(finish.folder.iterdir()) == []
    return caught.value


CLEAN = review_of("来访者说她睡得好些了。")
OPEN_NAME = review_of("林晓禾说她睡得好些了。")


@pytest.mark.clause("157")
@pytest.mark.promise(35)
@pytest.mark.parametrize("recipient", ["晓", "林", "禾", "晓禾", "林晓禾", "王芳", "示例督导师"])
def test_no_recipient_blinds_the_check_for_the_passages(finish, recipient):
    found = refused(finish, OPEN_NAME, recipient=recipient)
    assert (found.count, found.where) == (1, "text")


@pytest.mark.parametrize("recipient", ["晓", "林晓禾", "王芳"])
def test_no_recipient_blinds_the_check_for_the_purpose(finish, recipient):
    found = refused(finish, CLEAN, recipient=recipient, purpose="和王芳讨论林晓禾")
    assert (found.count, found.where) == (2, "purpose")


@pytest.mark.clause("157")
def test_a_registered_recipient_stands_in_the_field_and_on_every_page(finish):
    long = "王芳" + "和本市心理援助与危机干预服务协作网络的各位同道" * 3
    for recipient in ("王芳", "王芳老师", long):
        pdf, word = finish(CLEAN, recipient=recipient).paths
        assert pdf.read_bytes()
        assert word.read_bytes()


def test_a_summary_for_nobody_in_particular_is_read_as_it_is():
    check = LeakCheck(Register.of(PROFILE), lexicon())
    summary = exports._summary(CLEAN, WORDING, request(None, recipient=""), NUMBER)
    check.file("summary.pdf", ["督导用个案摘要", "交给", NUMBER], summary, frozenset())
    with pytest.raises(LeakFound):
        check.file("summary.pdf", ["交给", "王芳", NUMBER], summary, frozenset())


def test_a_registered_recipient_may_stand_nowhere_else(finish):
    text = "王芳也在场，交给王芳，王芳20261122-001。"
    found = refused(finish, review_of(text), recipient="王芳")
    assert (found.count, found.where) == (1, "text")


def test_a_name_in_the_properties_of_a_file_is_found():
    check = LeakCheck(Register.of(PROFILE), lexicon())
    summary = exports._summary(CLEAN, WORDING, request(None, recipient="王芳"), NUMBER)
    check.file("summary.pdf", ["督导用个案摘要", "交给", "王芳", f"王芳 {NUMBER}"], summary, set())
    for words in (["王芳"], ["作者 王芳"], ["交给", "王芳", "用途", "王芳"], ["王 芳"]):
        with pytest.raises(LeakFound):
            check.file("summary.pdf", words, summary, frozenset())
    with pytest.raises(LeakFound) as caught:
        check.file("王芳.pdf", [], summary, frozenset({"王芳"}))
    assert caught.value.where == "name"


@pytest.mark.clause("157")
def test_what_she_kept_leaves(finish):
    kept = review_of("晓禾说好，林\n晓禾", ("晓禾", Decision.KEEP))
    assert refused(finish, kept).count == 1
    kept = review_of("晓禾说好，林晓禾走了", ("林晓禾", Decision.KEEP))
    assert refused(finish, kept).count == 1
    kept = review_of("王芳说好，林晓禾走了", ("林晓禾", Decision.KEEP), ("王芳", Decision.HIDE))
    assert len(finish(kept).paths) == 2


@pytest.mark.clause("157")
@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("晓禾来了，林晓禾走了", "来了，"),
        ("晓禾来了。后来林晓禾走了", "晓禾来"),
        ("王芳一家，林晓禾", "王芳一家"),
        ("晓禾，13900000017", "1390000001"),
    ],
)
def test_what_she_kept_excuses_nothing_beside_it(finish, text, kept):
    review = review_of(text, (kept, Decision.KEEP))
    assert refused(finish, review).where == "text"


def test_a_kept_given_name_does_not_excuse_the_full_name(finish):
    text = "晓禾来了。后来林晓禾走了。"
    first = review_of(text, ("晓禾", Decision.KEEP))
    only = replace(first.passages[0], spans=first.passages[0].spans[:1])
    found = refused(finish, Review((only,)))
    assert (found.count, found.where) == (1, "text")


def test_the_place_is_right_behind_what_was_replaced(finish):
    text = "王芳王芳王芳，晓禾"
    review = review_of(text, ("王芳", Decision.HIDE), ("晓禾", Decision.KEEP))
    assert len(finish(review).paths) == 2


@pytest.mark.parametrize("decision", [Decision.HIDE, Decision.KEEP])
def test_a_name_that_is_a_word_leaves_once_it_was_decided_on(finish, decision):
    assert len(finish(review_of("她很开心。", ("开心", decision))).paths) == 2


@pytest.mark.clause("157")
@pytest.mark.promise(35)
def test_a_name_that_is_a_word_and_was_never_decided_on_blocks(finish):
    found = refused(finish, review_of("她很开心。", ("她", Decision.HIDE)))
    assert (found.count, found.where) == (1, "word")
    found = refused(finish, review_of("她很开心。", ("心", Decision.KEEP)))
    assert (found.count, found.where) == (1, "word")
    broken = review_of("她很开心。", ("心", Decision.HIDE))
    assert len(finish(broken).paths) == 2


def test_a_name_that_is_a_word_may_not_stand_in_the_purpose(finish):
    assert refused(finish, CLEAN, purpose="谈谈开心的事").where == "purpose"


@pytest.mark.clause("157")
@pytest.mark.parametrize("text", ["桐庐县", "陈桂芳", "137 0000 0026"])
def test_every_field_of_the_profile_is_in_the_register(finish, text):
    assert refused(finish, review_of(f"说到{text}。")).count == 1


@pytest.mark.parametrize("there", ["summary-20261122-001.pdf", "summary-20261122-001.docx"])
def test_a_number_that_is_taken_in_the_folder_is_passed_over(finish, there):
    (finish.folder / there).write_bytes(b"of another vault")
    written = finish(CLEAN, formats=(exports.PDF,))
    assert [path.name for path in written.paths] == ["summary-20261122-002.pdf"]
    assert (finish.folder / there).read_bytes() == b"of another vault"
    assert "20261122-002" in "".join(
        bootstrap.tools().papers.pdf_words(written.paths[0].read_bytes())
    )


def test_a_file_that_appears_while_the_paper_is_made_is_not_written_over(finish, monkeypatch):
    check = LeakCheck.file
    theirs = finish.folder / "summary-20261122-001.pdf"

    def slowly(self, name, words, summary, kept):
        if not theirs.exists():
            theirs.write_bytes(b"of another vault")
        check(self, name, words, summary, kept)

    monkeypatch.setattr(LeakCheck, "file", slowly)
    written = finish(CLEAN, formats=(exports.PDF,))
    assert [path.name for path in written.paths] == ["summary-20261122-002.pdf"]
    assert theirs.read_bytes() == b"of another vault"


def test_a_folder_with_every_number_taken_refuses(finish, monkeypatch):
    monkeypatch.setattr(exports, "_MOST_TAKEN", 2)
    finish(CLEAN, formats=(exports.PDF,))
    (finish.folder / "summary-20261122-002.pdf").write_bytes(b"of another vault")
    with pytest.raises(FileTaken):
        finish(CLEAN, formats=(exports.PDF,))
