"""Which families to write with: the system's Chinese font, else the one we carry."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from resources import resource

CHINESE: Final = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "HarmonyOS Sans SC",
    "MiSans",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
)
# With PostScript outlines: Qt asks FreeType to thicken their stems, which mends dark letters on
# light paper and makes light ones on dark paper bold. There the same design with other outlines is
# taken.
THICKENED: Final = frozenset({"Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN"})
CARRIED: Final = "NotoSansSC_400Regular.ttf"
CARRIED_MEDIUM: Final = "NotoSansSC_500Medium.ttf"
# The Latin of the Chinese font we carry, with quotes as narrow as its letters.
CARRIED_LATIN: Final = ("XinxiaLatin_400Regular.ttf", "XinxiaLatin_500Medium.ttf")
_OURS: Final = "XinxiaLatin"
MEDIUM: Final = 500
LATIN: Final = (
    "Segoe UI",
    "Helvetica Neue",
    "Source Sans 3",
    "Noto Sans",
    "DejaVu Sans",
    "Liberation Sans",
)
# A fifth wider than the others, and without a medium weight: a Chinese font's Latin reads better.
WIDE: Final = "DejaVu Sans"
SERIF: Final = ("Songti SC", "Noto Serif SC", "Source Han Serif SC", "Noto Serif CJK SC", "SimSun")


def families(language: str = "zh", *, dark: bool = False) -> tuple[str, ...]:
    """Return the families for `language` on light or `dark` paper, most wanted first.

    English writes with a Latin font first, the system's where that is one, else the one we carry:
    in a Chinese font its quotes and apostrophes are a full character wide.
    """
    chinese = _chinese_on(dark=dark)
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    latin: tuple[str, ...] = () if system in {chinese, ""} else (system,)
    hanzi = (chinese,) if chinese else ()
    if language != "en":
        return (*hanzi, *latin)
    # The system may name no family but a kind ("Sans Serif"), and mean a Chinese one by it. In a
    # list of families a kind is none at all: what stands behind it, the Chinese one, writes.
    there = [one for one in LATIN if QFontDatabase.hasFamily(one)]
    if not latin or QFontInfo(QFont(system)).family() in CHINESE:
        latin = (next(iter(there), _latin() or system),) if system else tuple(there)[:1]
    elif not QFontDatabase.hasFamily(system):
        latin = (next((one for one in there if one != WIDE), _latin() or system),)
    if latin == (_OURS,):
        # Qt remembers what stood behind a font before another of its name was loaded: the Chinese
        # one is the same in every theme, and loaded from the start.
        hanzi = (_carried() or chinese,)
    return (*latin, *(one for one in hanzi if one not in latin))


@cache
def medium() -> str:
    """Return the family to take for headings, or nothing where the Chinese font has the weight.

    YaHei and many a Noto know regular and bold only; then the medium weight we carry is loaded. It
    takes some milliseconds, so it is not asked for before the door is painted.
    """
    chinese = _chinese()
    weights = {QFontDatabase.weight(chinese, one) for one in QFontDatabase.styles(chinese)}
    return "" if MEDIUM in weights else _load(CARRIED_MEDIUM)


def headed(plain: tuple[str, ...]) -> tuple[str, ...]:
    """Return the families for headings, where `plain` are those for everything else."""
    found = medium()
    ours = (at for at, one in enumerate(plain) if one in {_chinese(), _carried()})
    where = next(ours, 0)
    if found in plain:
        return plain
    return (*plain[:where], found, *plain[where:]) if found else ()


def serif() -> tuple[str, ...]:
    """Return the families for a document on the screen."""
    there = set(_all_chinese())
    return tuple(name for name in SERIF if name in there) or families()


@cache
def _latin() -> str:
    """Return the Latin family that we carry, or nothing; it is small, and loaded where needed."""
    return min(map(_load, CARRIED_LATIN))


@cache
def _chinese() -> str:
    for name in CHINESE:
        if QFontDatabase.hasFamily(name):
            return name
    return _carried() or min(_all_chinese(), default="")


def _chinese_on(*, dark: bool) -> str:
    """Return the Chinese family to take; see `THICKENED`."""
    usual = _chinese()
    return (_carried() or usual) if dark and usual in THICKENED else usual


@cache
def _carried() -> str:
    return _load(CARRIED)


def _all_chinese() -> list[str]:
    return QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)


def _load(file: str) -> str:
    """Load a font that the program carries and return its family, or nothing."""
    found = resource(f"fonts/{file}")
    if not found.is_file():
        return ""
    number = QFontDatabase.addApplicationFont(str(found))
    return next(iter(QFontDatabase.applicationFontFamilies(number)), "")


def system_scale() -> float:
    """Return how much larger than usual the system asks its words to be, 1 to 2.5."""
    usual = {"windows": 12.0, "cocoa": 13.0}.get(QGuiApplication.platformName(), 14.7)
    asked = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    points = asked.pointSizeF()
    dots = QGuiApplication.primaryScreen().logicalDotsPerInchY()
    size = points * dots / 72 if points > 0 else float(asked.pixelSize())
    ratio = size / usual
    return 1.0 if ratio < 1.1 else min(ratio, 2.5)  # noqa: PLR2004
