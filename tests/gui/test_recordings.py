"""Recordings of a case: stored, heard and destroyed on their page, as their client agreed."""

from __future__ import annotations

import io
import math
import struct
import subprocess
import sys
import wave
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat, QMediaPlayer
from PySide6.QtWidgets import QFileDialog

from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.consent import ConsentState, Signature
from app.domain.consent_talk import Discussion
from app.domain.errors import RecordingDamaged
from app.domain.recording_consent import Use
from app.services import consent_talks, consents, recordings
from storage import media
from storage.media_file import DiskMedia
from tests.gui.helpers import button, click, said, the_one
from tests.gui.test_entry_pages import part, put
from ui.page import ToConsents
from ui.player import Player, clock_face
from ui.playing import Playing
from ui.recordings_page import RecordingsScreen
from ui.widgets.dialog import Dialog

RATE = 16_000
SECONDS = 20


def tone(seconds=SECONDS):
    """Return a WAV of a tone that rises, so that each second sounds otherwise."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        count = RATE * seconds
        file.writeframes(
            b"".join(
                struct.pack("<h", int(9000 * math.sin(at * at / count / 3))) for at in range(count)
            )
        )
    return made.getvalue()


WAV = tone()
HEAD = len(WAV) - 2 * RATE * SECONDS


@pytest.fixture
def house(house, tmp_path):
    """A house whose screens may open files, with a recording on the desk."""
    house.office = replace(house.office, media=DiskMedia)
    house.path = tmp_path / "sound.wav"
    house.path.write_bytes(WAV)
    return house


def agree(house, case, key="audio.zh"):
    """Have the client sign the consent; return it."""

    def work(vault):
        tools = house.tools
        made = consents.start_with(vault, tools, case.id, key)
        page = consents.page(vault, tools, made.id)
        facts = {**dict.fromkeys(page.template.facts, "有"), **made.draft.facts}
        draft = replace(made.draft, scope=("self",), facts=facts)
        consents.change(vault, tools, made.id, draft)
        text = vault.consents.wording(made.id)
        whole = Discussion(tuple(one.key for one in text.talk), "没有", "谈过了")
        consent_talks.keep(vault, made.id, whole)
        for state in (ConsentState.PROVIDED, ConsentState.RECONFIRMED):
            consents.step(vault, tools, made.id, state)
        form, stroke = consents.form(vault, made.id), ((0.1, 0.2), (0.3, 0.4))
        drawn = tuple(Signature(one, (stroke,), house.clock.now()) for one in form.signers)
        return consents.sign_on_screen(vault, tools, made.id, drawn)

    return house.do(work)


def shown(house, case):
    """Return the page of a case's recordings."""
    screen = house.show(RecordingsScreen(house.office, case.id))
    house.qtbot.waitUntil(lambda: screen.day.text() != "")
    return screen


def store(house, screen):
    """Choose the file, as a person does, and wait until it is in."""
    click(house, screen, "选文件存入")
    house.qtbot.waitUntil(lambda: screen.findChild(QFileDialog) is not None)
    dialog = screen.findChild(QFileDialog)
    dialog.fileSelected.emit(str(house.path))
    dialog.reject()
    house.qtbot.waitUntil(lambda: button(screen, "选文件存入").isEnabled())


def stored(house, case):
    """Return the page with one recording in its case."""
    agree(house, case)
    screen = shown(house, case)
    put(screen, "说明", "第 3 次会谈")
    store(house, screen)
    house.qtbot.waitUntil(lambda: "第 3 次会谈" in said(screen))
    return screen


def opened(house, screen):
    """Open the only recording and return the player."""
    the_one(lambda: [one for one in screen.findChildren(type(screen.act))
                     if one.accessibleName().startswith("打开 ")]).click()  # fmt: skip
    house.qtbot.waitUntil(lambda: screen.player is not None)
    player = screen.player
    house.qtbot.waitUntil(lambda: player.media.duration() > 0)
    return player


@pytest.mark.clause("112", "046", "092")
def test_without_consent_no_file_is_asked_for_and_the_way_to_it_is_shown(house):
    case = house.case()
    screen = shown(house, case)
    assert "请提醒来访者：不自行录音录像" in said(screen)
    went = []
    screen.wanted.connect(went.append)
    click(house, screen, "选文件存入")
    house.qtbot.waitUntil(lambda: "没有生效的录音或录像书面同意" in said(screen))
    assert screen.findChild(QFileDialog) is None
    kinds = [one.kind for one in house.do(lambda vault: vault.audit.entries())]
    assert kinds.count(AuditKind.RECORDING_REFUSED) == 1
    click(house, screen, "去签同意书")
    assert went == [ToConsents(case.id)]


@pytest.mark.clause("128", "046")
def test_a_recording_is_stored_played_at_another_place_and_speed_and_let_go_of(house):
    screen = stored(house, house.case())
    assert "已存入。" in said(screen)
    player = opened(house, screen)
    assert abs(player.media.duration() - SECONDS * 1000) < 100
    house.qtbot.keyClick(screen, Qt.Key.Key_F8)
    house.qtbot.waitUntil(lambda: player.media.position() > 200)
    assert player.play.text() == "暂停"
    player.place.setFocus()
    player.place.setSliderPosition(12_000)
    player.place.sliderMoved.emit(12_000)
    house.qtbot.waitUntil(lambda: player.media.position() > 12_000)
    assert player.time.text().startswith("0:12")
    house.qtbot.keyClick(screen, Qt.Key.Key_F7)
    house.qtbot.waitUntil(lambda: player.media.position() < 10_500)
    click(house, player, "速度 1 倍")
    assert player.media.playbackRate() == 1.25
    assert player.media.pitchCompensation()
    house.qtbot.keyClick(screen, Qt.Key.Key_F8)
    house.qtbot.waitUntil(lambda: player.play.text() == "播放")
    screen.leave()
    assert screen.player is None
    player.stop()
    kinds = [one.kind for one in house.do(lambda vault: vault.audit.entries())]
    assert AuditKind.RECORDING_HEARD in kinds


@pytest.mark.clause("128")
def test_what_is_decoded_is_what_was_recorded(house):
    case = house.case()
    screen = stored(house, case)

    def reading(vault):
        (row,) = recordings.of_case(vault, house.clock, case.id)
        return recordings.hear(vault, house.clock, row.recording.id, Use.OWN_REVIEW)

    reader, heard, ended = house.do(reading), bytearray(), []
    source, decoder, plain = Playing(reader, screen), QAudioDecoder(screen), QAudioFormat()
    plain.setSampleRate(RATE)
    plain.setChannelCount(1)
    plain.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    decoder.setAudioFormat(plain)
    decoder.bufferReady.connect(lambda: heard.extend(bytes(decoder.read().data())))
    decoder.finished.connect(lambda: ended.append(True))
    decoder.setSourceDevice(source)
    decoder.start()
    house.qtbot.waitUntil(lambda: bool(ended))
    assert bytes(heard) == WAV[HEAD:]
    assert source.writeData(b"x", 1) == -1
    reader.close()


@pytest.mark.promise(40)
# What the demuxer says of a stream that ends in its midst; the test is about what comes of it.
@pytest.mark.qt_log_ignore("QFFmpeg::Demuxer received", extend=True)
def test_a_damaged_page_ends_the_playing_with_a_sentence_and_the_window_lives(house, qtbot):
    case = house.case()
    screen = stored(house, case)
    (name,) = house.do(lambda vault: tuple(vault.recordings.files()))
    path = house.do(lambda vault: vault.folder / "media" / name)
    data = bytearray(path.read_bytes())
    # The page in the middle, of which one bit is another now.
    data[len(data) // 2 // media.PAGE_BYTES * media.PAGE_BYTES + 100] ^= 1
    path.write_bytes(data)
    player = opened(house, screen)
    player.media.setPlaybackRate(2.0)
    failed = []
    player.failed.connect(failed.append)
    player.media.setPosition(8_000)
    player.toggle()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], RecordingDamaged)
    qtbot.waitUntil(lambda: "坏的部分读不出来" in said(screen))
    assert player.media.playbackState() is not QMediaPlayer.PlaybackState.PlayingState
    screen.leave()


@pytest.mark.clause("112")
def test_what_was_taken_back_cannot_be_opened_and_is_destroyed_after_a_question(house):
    case = house.case()
    consent = agree(house, case)
    screen = shown(house, case)
    store(house, screen)
    house.qtbot.waitUntil(lambda: "已存入。" in said(screen))
    house.do(lambda v: consents.step(v, house.tools, consent.id, ConsentState.WITHDRAWN))
    again = shown(house, case)
    house.qtbot.waitUntil(lambda: "来访者撤回了同意：不能再用，建议销毁" in said(again))
    ways = [one for one in again.findChildren(type(again.act)) if one.accessibleName()]
    way = next(one for one in ways if one.accessibleName().startswith("打开 "))
    assert not way.isEnabled()
    next(one for one in ways if one.accessibleName().startswith("销毁 ")).click()
    house.qtbot.waitUntil(lambda: again.findChild(Dialog) is not None)
    click(house, again.findChild(Dialog), "销毁")
    house.qtbot.waitUntil(lambda: "已销毁，留痕里记下了时间。" in said(again))
    house.qtbot.waitUntil(lambda: "这个个案还没有录音录像。" in said(again))


@pytest.mark.clause("009")
def test_a_hotline_writes_down_how_the_caller_was_told(house):
    case = house.case(mode=ServiceMode.HOTLINE_GENERAL)
    screen = shown(house, case)
    click(house, screen, "选文件存入")
    house.qtbot.waitUntil(lambda: "请写下什么时候、用什么话告知了来电者" in said(screen))
    put(screen, "怎样告知来电者", "本次通话会录音。")
    store(house, screen)
    house.qtbot.waitUntil(lambda: "已存入。" in said(screen))


def test_what_is_no_recording_is_said_and_a_day_that_is_none_is_asked_for_again(house):
    case = house.case()
    agree(house, case)
    screen = shown(house, case)
    for day, words in (("哪天", "没有读懂这一天"), ("明天", "这一天还没有到")):
        put(screen, "哪一天录的", day)
        click(house, screen, "选文件存入")
        house.qtbot.waitUntil(lambda words=words: words in said(screen))
    put(screen, "哪一天录的", "今天")
    house.path.write_bytes("咨询记录".encode())
    store(house, screen)
    house.qtbot.waitUntil(lambda: "不是能识别的录音或录像" in said(screen))
    assert part(screen, "说明").text() == ""


def test_what_cannot_be_played_is_not_called_damaged(house):
    case = house.case()
    agree(house, case)
    screen = shown(house, case)
    house.path.write_bytes(b"ID3" + bytes(range(256)) * 400)
    store(house, screen)
    house.qtbot.waitUntil(lambda: "已存入。" in said(screen))
    way = the_one(lambda: [one for one in screen.findChildren(type(screen.act))
                           if one.accessibleName().startswith("打开 ")])  # fmt: skip
    way.click()
    house.qtbot.waitUntil(lambda: "这份录音录像的格式，这里播放不了。" in said(screen))
    screen.leave()


def test_storing_can_be_called_off_and_leaves_nothing(house):
    case = house.case()
    agree(house, case)
    screen = shown(house, case)
    house.path.write_bytes(WAV * 40)
    click(house, screen, "选文件存入")
    house.qtbot.waitUntil(lambda: screen.findChild(QFileDialog) is not None)
    dialog = screen.findChild(QFileDialog)
    dialog.fileSelected.emit(str(house.path))
    dialog.reject()
    screen.leave()
    house.qtbot.waitUntil(lambda: "已取消，什么都没有存入。" in said(screen))
    assert house.do(lambda vault: vault.recordings.of_case(case.id)) == []


def test_where_nothing_can_be_played_nothing_is_stored_and_it_is_said(house, monkeypatch):
    case = house.case()
    stored(house, case)
    monkeypatch.setattr("ui.recordings_page.can_play", lambda: False)
    screen = shown(house, case)
    assert "安装的程序这一版还不能播放录音录像，所以也不存入" in said(screen)
    assert not button(screen, "选文件存入").isEnabled()
    house.qtbot.waitUntil(lambda: "第 3 次会谈" in said(screen))
    ways = [one for one in screen.findChildren(type(screen.act)) if one.accessibleName()]
    assert not next(one for one in ways if one.accessibleName().startswith("打开 ")).isEnabled()


@pytest.mark.promise(31)
def test_the_decoder_says_nothing_of_what_stands_in_a_file(tmp_path):
    mark = b"CANARY-TITLE"
    info = b"LIST" + struct.pack("<I", 4 + 8 + 12) + b"INFOINAM" + struct.pack("<I", 12) + mark
    data = WAV[:4] + struct.pack("<I", len(WAV) - 8 + len(info)) + WAV[8:] + info
    path = tmp_path / "titled.wav"
    path.write_bytes(data)
    program = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\nfrom PySide6.QtWidgets import QApplication\n"
        "from app.domain.recording import RecordingKind\n"
        "from ui.player import Player\nfrom ui.theme import held\n"
        "held.hold_constants()\napp = QApplication([])\n"
        "class Plain:\n"
        "    data = open(sys.argv[1], 'rb').read()\n    size = len(data)\n"
        "    def read_at(self, at, size):\n        return self.data[at:at + size]\n"
        "    def close(self):\n        pass\n"
        "player = Player(Plain(), RecordingKind.AUDIO)\n"
        "def loaded(length):\n"
        "    print('loaded', length, player.media.metaData().value(\n"
        "        player.media.metaData().Key.Title))\n"
        "    player.stop()\n    app.quit()\n"
        "player.media.durationChanged.connect(lambda n: QTimer.singleShot(50, lambda: loaded(n)))\n"
        "sys.exit(app.exec())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, timeout=60, check=True
    )
    assert b"loaded 20000 CANARY-TITLE" in done.stdout
    assert mark not in done.stderr
    assert b"Input #0" not in done.stderr


@pytest.mark.promise(40)
def test_bent_sound_and_video_neither_hang_nor_crash_the_player(tmp_path):
    path = tmp_path / "sound.wav"
    path.write_bytes(WAV[: HEAD + 4 * RATE])
    child = Path(__file__).with_name("decoding_child.py")
    done = subprocess.run(
        [sys.executable, str(child), str(path)], capture_output=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    tried, played, slowest = done.stdout.split()
    assert int(tried) == 120
    assert 0 < int(played) < 120
    assert float(slowest) < 2


@pytest.mark.parametrize(
    ("at", "face"), [(0, "0:00"), (-5, "0:00"), (187_000, "3:07"), (3_723_000, "1:02:03")]
)
def test_a_place_is_said_as_on_a_clock(at, face):
    assert clock_face(at) == face
    assert Player.__doc__
