"""Search finds every word where it stands, nothing elsewhere, and leaves no word behind."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services import notes
from storage import database, words
from storage.words import locate, spread

SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ALPHABET = "焦虑焦了的䶮𬱖ㄅaAbBnx19 😀👨\u200d👩,。、\n㈱ﬁİＡ１é\u0301\u202eßｶﾞ각ᄀ\u1161"
TEXT = st.text(alphabet=ALPHABET, max_size=30)


def folded(text):
    return unicodedata.normalize("NFKC", text).casefold().encode("utf-8", "replace").decode()


def latin(char):
    return char.isascii() and char.isalnum()


def stands(text, wanted):
    """The plain scan that search is held against: `wanted` stands in `text`, Latin at a word."""
    text, wanted = folded(text), folded(wanted)
    return any(
        text.startswith(wanted, at) and not (at and latin(wanted[0]) and latin(text[at - 1]))
        for at in range(len(text))
    )


def has_token(wanted):
    return any(
        latin(char) or (not char.isascii() and unicodedata.category(char)[0] in "LNSMC")
        for char in folded(wanted)
    )


def queries(texts):
    """Every substring of up to four characters, some longer ones, and a word that is nowhere."""
    found = {"焦糖", "zz"}
    for text in texts:
        for length in (1, 2, 3, 4, 12):
            found |= {text[at : at + length] for at in range(max(0, len(text) - length + 1))}
    return {one for one in found if one and not any(map(str.isspace, one)) and has_token(one)}


def found_by(vault, wanted):
    page = vault.search.find(wanted, limit=1000)
    assert not page.more
    return [place_of(hit) for hit in page.hits], page.hits


def place_of(hit):
    return hit.note_id, "unfinished" if hit.unfinished else hit.amendment_id


def emptied(vault):
    """Take all notes of an example out again, as nobody else can."""
    connection = vault.connection
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for (name,) in rows:
        connection.execute(f"DROP TRIGGER {name}")
    held = ("entries", "session_sheets", "indexed", "amendment_drafts", "amendments", "notes")
    for table in (*held, "sessions"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO words (words) VALUES ('delete-all')")


@pytest.mark.clause("132")
@SLOW
@given(st.lists(TEXT, min_size=7, max_size=7))
def test_every_part_of_every_text_is_found_where_it_stands_and_only_there(desk, texts):
    vault, case = desk.vault, desk.case()
    emptied(vault)
    opened, settled, rewritten, signed, amendment, below, unfinished = texts
    where = {}
    with vault.transaction():
        where[desk.draft(case, opened), None] = opened
        one = desk.draft(case, settled)
        vault.search.settle(one)
        where[one, None] = settled
        two = desk.draft(case, opened + signed)
        vault.search.settle(two)
        desk.save(two, rewritten)
        where[two, None] = rewritten
        for text, added in ((signed, amendment), (opened, below)):
            if text.strip():
                note = desk.signed(case, text)
                where[note, None] = text
                if added.strip():
                    where[note, desk.amend(note, added).id] = added
                if unfinished:
                    vault.notes.save_amendment_draft(note, unfinished, desk.clock.at)
                    where[note, "unfinished"] = unfinished
    for wanted in queries(texts):
        rows, hits = found_by(vault, wanted)
        expected = {place for place, text in where.items() if stands(text, wanted)}
        assert set(rows) == expected, (wanted, where)
        assert len(rows) == len(expected)
        assert vault.search.count(wanted) >= len(rows)
        for hit in hits:
            text = where[place_of(hit)]
            assert folded(wanted) in folded(text[hit.start : hit.end])
            assert text[hit.snippet_start :].startswith(hit.snippet)
            assert hit.snippet_start <= hit.start
    vault.connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")


@given(TEXT, st.data())
def test_a_place_is_the_smallest_stretch_that_holds_the_words(text, data):
    plain = [char for char in text if not char.isspace()]
    if not plain:
        return
    wanted = data.draw(st.sampled_from(plain))
    place = locate(text, wanted)
    if not stands(text, wanted):
        assert place is None
        return
    start, end = place
    assert 0 <= start < end <= len(text)
    inside = text[start:end]
    assert folded(wanted) in folded(inside)
    whole = folded(text)
    before = folded(text[:start])
    assert whole.startswith(before)
    assert len(before) + len(folded(inside)) + len(folded(text[end:])) == len(whole)


@pytest.mark.parametrize(
    ("text", "wanted", "part"),
    [
        ("很焦虑。", "焦虑", "焦虑"),
        ("在㈱心匣工作", "株", "㈱"),
        ("在㈱心匣工作", "心匣", "心匣"),
        ("ﬁnd ﬁne", "find", "ﬁnd"),
        ("é\u0301 cafe\u0301 ﬁn", "fin", "ﬁn"),
        ("㈱ cafe\u0301 x", "café", "cafe\u0301"),
        ("㈱ café x", "cafe\u0301", "café"),
        ("e\u0301ﬁx", "x", None),
        ("e\u0301ﬁ x", "x", "x"),
        ("İstanbul 好", "好", "好"),
        ("İstanbul 好", "i̇stan", "İstan"),
        ("ＡＢＣ全角", "abc", "ＡＢＣ"),
        ("号码１３９", "139", "１３９"),
        ("straße", "STRASSE", "straße"),
        ("xanx anx", "anx", "anx"),
        ("xanx", "anx", None),
        ("第13月 3月", "3月", "3月"),
        ("a\u202eb", "b", "b"),
        ("\ud83d焦虑", "焦虑", "焦虑"),
        ("焦\ud83d虑", "焦虑", None),
        ("ｶﾞﾗｽ", "ガラス", "ｶﾞﾗｽ"),
        ("\u1100\u1161\u11a8ﬁ", "각", "\u1100\u1161\u11a8"),
        ("焦虑 失眠", "失眠 焦虑", "失眠"),
        ("焦虑 失眠", "失眠 头痛", None),
        ("焦、虑", "焦虑", None),
        ("一", " ", None),
    ],
)
def test_where_words_stand(text, wanted, part):
    place = locate(text, wanted)
    assert (text[slice(*place)] if place else None) == part
    if part:
        assert place == (text.rindex(part), text.rindex(part) + len(part))


def test_the_index_reads_characters_and_words():
    assert spread("我很OK,really3 好。\n😀ﬁ") == "我 很 ok really3 好 😀 fi"
    assert spread("，。 !?\n") == ""
    assert words.expression("焦虑 anx") == '"焦 虑" AND "anx" *'
    assert words.expression("?! 。") == ""


def test_nothing_is_found_for_nothing(desk):
    desk.signed(desk.case(), "有字。")
    for wanted in ("", " ", "。", "?!", "\u3000", "*", '"'):
        assert desk.vault.search.find(wanted).hits == ()
        assert desk.vault.search.count(wanted) == 0


@pytest.mark.parametrize(
    "wanted",
    [
        '"',
        "a*",
        "字 AND",
        "NOT 字",
        "NEAR(字)",
        "body:字",
        "字\0",
        "\ud800",
        "^字",
        "(",
        "字" * 5000,
        "字 " * 500,
        "'; DROP",
    ],
)
def test_no_query_is_an_error(desk, wanted):
    desk.signed(desk.case(), "有字 a")
    desk.vault.search.find(wanted)
    desk.vault.search.count(wanted)


def test_newest_first_and_page_by_page(desk):
    case = desk.case()
    signed = [desk.signed(case, f"焦虑 第{number}篇") for number in range(130)]
    drafts = [desk.draft(case, "焦虑 草稿") for _ in range(2)]
    order = [*reversed(drafts), *reversed(signed)]
    search = desk.vault.search
    assert [hit.note_id for hit in search.find("焦虑", limit=500).hits] == order
    got, at = [], 0
    while True:
        page = search.find("焦虑", limit=50, offset=at)
        got += [hit.note_id for hit in page.hits]
        at += 50
        if not page.more:
            break
    assert got == order
    assert search.count("焦虑") == 132
    assert search.find("焦虑", limit=132).more is False
    assert search.find("焦虑", limit=131).more is True


@pytest.mark.promise(43)
def test_an_unfinished_amendment_is_found_until_it_is_stored_or_given_up(desk):
    """What is found follows each save at once: there is no index of it to fall out of step."""
    search, case = desk.vault.search, desk.case()
    note, other = desk.signed(case, "雨一直下。"), desk.signed(case, "晴。")
    notes.save_amendment_draft(desk.vault, desk.clock, note, "后来又梦见雨伞")
    notes.save_amendment_draft(desk.vault, desk.clock, other, "雨停了")
    found = [(hit.note_id, hit.amendment_id, hit.unfinished) for hit in search.find("雨").hits]
    assert found == [(other, None, True), (note, None, True), (note, None, False)]
    assert search.count("雨") == 3
    (hit,) = search.find("雨伞").hits
    assert (hit.start, hit.end, hit.snippet, hit.case_id) == (5, 7, "后来又梦见雨伞", case)
    notes.save_amendment_draft(desk.vault, desk.clock, note, "后来又梦见")
    assert search.find("雨伞").hits == ()
    notes.amend(desk.vault, desk.clock, note, "后来又梦见纸船", "沈知远")
    (stored,) = search.find("纸船").hits
    assert (stored.unfinished, stored.amendment_id is not None) == (False, True)
    notes.save_amendment_draft(desk.vault, desk.clock, other, "")
    assert [hit.unfinished for hit in search.find("雨").hits] == [False]


def test_hits_that_punctuation_divides_do_not_stop_the_scan(desk):
    """70 entries match the index and not the words: more than one step of it."""
    case = desk.case()
    right = desk.signed(case, "焦虑")
    for _ in range(70):
        desk.signed(case, "焦。虑")
    assert [hit.note_id for hit in desk.vault.search.find("焦虑").hits] == [right]


@pytest.mark.promise(43)
def test_words_taken_out_of_a_draft_leave_the_index(desk):
    case = desk.case()
    note = desk.draft(case, "斑马 zebra 秘密")

    def blocks():
        rows = desk.vault.connection.execute("SELECT block FROM words_data")
        return b"".join(row[0] for row in rows)

    notes.leave(desk.vault, note)
    notes.leave(desk.vault, note)
    assert len(desk.vault.search.find("秘密").hits) == 1
    assert b"zebra" in blocks()
    desk.save(note, "没有了")
    notes.leave(desk.vault, note)
    assert desk.vault.search.find("秘密").hits == ()
    assert desk.vault.search.count("秘密") == 0
    assert desk.vault.search.count("没有了") == 1
    connection = desk.vault.connection
    connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    assert b"zebra" not in blocks()
    assert "斑".encode() not in blocks()


def test_an_index_that_lost_step_is_noticed(desk):
    """The integrity check of these tests can fail."""
    desk.signed(desk.case(), "焦虑")
    connection = desk.vault.connection
    connection.execute("UPDATE words_data SET block = zeroblob(length(block)) WHERE id > 10")
    with pytest.raises((database.Error, database.VaultDamaged)):
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
