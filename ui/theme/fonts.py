"""Which families to write with: the system's Chinese font, else the one we carry."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFontDatabase, QGuiApplication

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
CARRIED: Final = (
    "NotoSansSC_400Regular.ttf",
    "NotoSansSC_500Medium.ttf",
    "NotoSansSC_600SemiBold.ttf",
)
LATIN: Final = (
    "Segoe UI",
    "Helvetica Neue",
    "Source Sans 3",
    "Noto Sans",
    "DejaVu Sans",
    "Liberation Sans",
)
SERIF: Final = ("Songti SC", "Noto Serif SC", "Source Han Serif SC", "Noto Serif CJK SC", "SimSun")


def families(language: str = "zh") -> tuple[str, ...]:
    """Return the families for `language`, most wanted first.

    English writes with the system's Latin font first: in a Chinese font its quotes and
    apostrophes are a full character wide.
    """
    chinese = _chinese()
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    latin = () if system in {chinese, ""} else (system,)
    hanzi = (chinese,) if chinese else ()
    return (*latin, *hanzi) if language == "en" else (*hanzi, *latin)


def serif() -> tuple[str, ...]:
    """Return the families for a document on the screen."""
    there = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    return tuple(name for name in SERIF if name in there) or families()


def _chinese() -> str:
    there = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    for name in CHINESE:
        if name in there:
            return name
    return _carried() or next(iter(sorted(there)), "")


def _carried() -> str:
    """Load the fonts that the program carries; only where the system has no Chinese one."""
    name = ""
    for file in CARRIED:
        found = resource(f"fonts/{file}")
        if found.is_file():
            number = QFontDatabase.addApplicationFontFromData(found.read_bytes())
            name = name or next(iter(QFontDatabase.applicationFontFamilies(number)), "")
    return name


def system_scale() -> float:
    """Return how much larger than usual the system asks its words to be, 1 to 2.5."""
    usual = {"windows": 12.0, "cocoa": 13.0}.get(QGuiApplication.platformName(), 14.7)
    asked = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    points = asked.pointSizeF()
    dots = QGuiApplication.primaryScreen().logicalDotsPerInchY()
    size = points * dots / 72 if points > 0 else float(asked.pixelSize())
    ratio = size / usual
    return 1.0 if ratio < 1.1 else min(ratio, 2.5)  # noqa: PLR2004
