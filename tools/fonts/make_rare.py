"""Makes `resources/fonts/XinxiaRare.ttf.xz`: the characters that both Noto fonts lack.

    python tools/fonts/make_rare.py HanaMinB.ttf resources/fonts

HanaMinB is that of the Hanazono fonts, edition 2017-09-04 (Debian: fonts-hanazono). Needs
fonttools 4.68. The same source gives the same bytes. The font is renamed because its licence
reserves the old name, and compressed because it is 30 MB and seldom read.
"""

from __future__ import annotations

import io
import lzma
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "XinxiaRare"
NOTO = ("NotoSansSC_400Regular.ttf", "NotoSerifSC_400Regular.ttf")
FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT, DESCRIPTION = 1, 2, 3, 4, 6, 10
NOTE = "Characters beyond Noto Sans SC and Noto Serif SC, from HanaMinB of 2017-09-04."
DROPPED = ("BASE", "DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "VORG", "gasp", "vhea", "vmtx")


def main(source: Path, fonts: Path) -> None:
    """Write the font into the folder `fonts`, in which the Noto fonts lie."""
    held: set[int] = set()
    for name in NOTO:
        held |= TTFont(fonts / name).getBestCmap().keys()
    font = TTFont(source, recalcTimestamp=False)
    wanted = sorted(font.getBestCmap().keys() - held)
    choices = subset.Options(hinting=False, notdef_outline=True)
    choices.layout_features = []
    choices.drop_tables += DROPPED
    choices.name_IDs = ["*"]
    cutter = subset.Subsetter(choices)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    font["post"].formatType = 3.0
    rename(font)
    target = io.BytesIO()
    font.save(target)
    packed = lzma.compress(target.getvalue(), preset=9 | lzma.PRESET_EXTREME)
    (fonts / f"{NAME}.ttf.xz").write_bytes(packed)


def rename(font: TTFont) -> None:
    """Give the font its own name in every record that holds one."""
    names = font["name"]
    kept = [entry for entry in names.names if entry.nameID in (0, 13, 14)]
    names.names = kept
    texts = {
        FAMILY: NAME,
        STYLE: "Regular",
        UNIQUE: f"{NAME} 1",
        FULL: NAME,
        POSTSCRIPT: NAME,
        DESCRIPTION: NOTE,
    }
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
