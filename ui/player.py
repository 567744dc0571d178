"""Plays a recording inside the program: decrypted as it is heard, seen nowhere else.

Imported when something is played: Qt Multimedia costs the start nothing. Its FFmpeg would write
the titles that stand in a file to standard error, so it is told not to (promise 31).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLoggingCategory, QRectF, QSize, Qt, QUrl, Signal

QLoggingCategory.setFilterRules("qt.multimedia.*=false")  # before anything of it is made

from PySide6.QtMultimedia import (  # noqa: E402 - see above
    QAudioBufferOutput,
    QAudioOutput,
    QMediaDevices,
    QMediaPlayer,
    QVideoSink,
)
from PySide6.QtWidgets import QSizePolicy, QWidget  # noqa: E402 - see above

from app.domain.errors import RecordingDamaged, RecordingUnplayable  # noqa: E402 - see above
from app.domain.recording import RecordingKind  # noqa: E402 - see above
from ui.playing import Playing  # noqa: E402 - see above
from ui.theme import look  # noqa: E402 - see above
from ui.widgets.button import Button  # noqa: E402 - see above
from ui.widgets.card import Card, column, row  # noqa: E402 - see above
from ui.widgets.label import Label  # noqa: E402 - see above
from ui.widgets.painted import Painted, smooth  # noqa: E402 - see above
from ui.widgets.seek import Seek  # noqa: E402 - see above

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent
    from PySide6.QtMultimedia import QVideoFrame

    from app.ports import RecordingReader

BACK_MS: Final = 3000
"""How far one key goes back: what was just said."""
SPEEDS: Final = (1.0, 1.25, 1.5, 2.0, 0.5, 0.75)
_SECOND: Final = 1000
_HOUR: Final = 3600
_MINUTE: Final = 60


def clock_face(milliseconds: int) -> str:
    """Return a place in a recording as 3:07, or 1:02:03 from an hour on."""
    seconds = max(0, milliseconds) // _SECOND
    hours, rest = divmod(seconds, _HOUR)
    minutes, over = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{over:02}" if hours else f"{minutes}:{over:02}"


class Film(Painted):
    """The picture that is shown now, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("画面"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._image: QImage | None = None

    def sizeHint(self) -> QSize:
        """Return 16 by 9."""
        return QSize(look.px(640), look.px(360))

    def show_frame(self, frame: QVideoFrame) -> None:
        """Show a frame; one without a picture leaves the last."""
        image = frame.toImage()
        if not image.isNull():
            self._image = image
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture in the middle, whole."""
        del event
        if self._image is None:
            return
        room = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        at = QRectF(0, 0, room.width(), room.height())
        at.moveCenter(QRectF(self.rect()).center())
        smooth(self).drawImage(at, self._image)


class Player(Card):
    """Play and pause, back, speed with the pitch kept, and a strip to go anywhere.

    `failed` hands over why it stopped by itself. Call `stop` before it goes: it lets go of the
    recording and its key.
    """

    failed = Signal(object)

    def __init__(
        self, reader: RecordingReader, kind: RecordingKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(margins=(20, 16, 20, 16), spacing=12, parent=parent)
        self._reader: RecordingReader | None = reader
        self._failed = False
        self._source = Playing(reader, self)
        self.media = QMediaPlayer(self)
        self.media.setPitchCompensation(True)
        self._sound = QAudioOutput(self) if QMediaDevices.audioOutputs() else None
        if self._sound is not None:
            self.media.setAudioOutput(self._sound)
        else:  # somebody has to take the sound, or nothing of it is read
            self.media.setAudioBufferOutput(QAudioBufferOutput(self))
        self.play = Button(self.tr("播放"), "primary", icon="play")
        self.back = Button(self.tr("退回 3 秒"), "quiet", icon="skip-back")
        self.speed = Button("", "quiet")
        self.place = Seek(self.tr("播放到哪里"))
        self.time = Label("", "soft")
        self._lay_out(kind)
        self._connect()
        self._set_speed(SPEEDS[0])
        self._show_time()
        self.media.setSourceDevice(self._source, QUrl())

    def toggle(self) -> None:
        """Play, or pause."""
        if self.media.isPlaying():
            self.media.pause()
        else:
            self.media.play()

    def go_back(self) -> None:
        """Hear the last three seconds again."""
        self.media.setPosition(max(0, self.media.position() - BACK_MS))

    def stop(self) -> None:
        """Let go of the recording; the second time does nothing."""
        if self._reader is None:
            return
        self.media.stop()
        self.media.setSource(QUrl())
        self._reader.close()
        self._reader = None

    def _lay_out(self, kind: RecordingKind) -> None:
        if kind is RecordingKind.VIDEO:
            film, sink = Film(), QVideoSink(self)
            sink.videoFrameChanged.connect(film.show_frame)
            self.media.setVideoSink(sink)
            self.body.addWidget(film)
        line = row(self.place, self.time, spacing=12)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.body.addLayout(row(self.play, self.back, self.speed, None, spacing=8))
        if self._sound is None:
            silent = Label(
                self.tr("这台电脑现在没有可用的声音输出，只能看进度。"), "soft", wrap=True
            )
            self.body.addLayout(column(silent))

    def _connect(self) -> None:
        self.play.clicked.connect(self.toggle)
        self.back.clicked.connect(self.go_back)
        self.speed.clicked.connect(self._next_speed)
        self.place.sliderMoved.connect(self.media.setPosition)
        self.place.actionTriggered.connect(lambda _: self._went())
        self.media.positionChanged.connect(self._moved)
        self.media.durationChanged.connect(self._long)
        self.media.playingChanged.connect(self._turned)
        self.media.errorOccurred.connect(lambda *_: self._fail())
        self._source.spoiled.connect(self._fail, Qt.ConnectionType.QueuedConnection)

    def _went(self) -> None:
        """Go where the keyboard moved the knob."""
        self.media.setPosition(self.place.sliderPosition())

    def _moved(self, at: int) -> None:
        self.place.setValue(at)
        self._show_time()

    def _long(self, length: int) -> None:
        self.place.setRange(0, length)
        self.place.setSingleStep(5 * _SECOND)
        self.place.setPageStep(30 * _SECOND)
        self._show_time()

    def _turned(self, playing: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self.play.setText(self.tr("暂停") if playing else self.tr("播放"))

    def _show_time(self) -> None:
        at, length = self.media.position(), self.media.duration()
        self.time.setText(f"{clock_face(at)} / {clock_face(length)}")

    def _next_speed(self) -> None:
        now = SPEEDS.index(self.media.playbackRate())
        self._set_speed(SPEEDS[(now + 1) % len(SPEEDS)])

    def _set_speed(self, speed: float) -> None:
        self.media.setPlaybackRate(speed)
        self.speed.setText(self.tr("速度 {0} 倍").format(f"{speed:g}"))

    def _fail(self) -> None:
        """Stop, and say why, once; what was let go of says nothing any more.

        Where a piece is damaged, that is said, and not what the decoder makes of its absence.
        """
        if self._reader is None or self._failed:
            return
        self._failed = True
        self.media.pause()
        self.failed.emit(RecordingDamaged() if self._source.damaged else RecordingUnplayable())
