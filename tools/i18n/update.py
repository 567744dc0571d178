"""Brings the English catalogue up to date with the words in the code.

    python tools/i18n/update.py            find the words, make the .qm, say what is left to do
    python tools/i18n/update.py --check    change nothing, only say what is not in order

Words in the code are Chinese. lupdate (it comes with PySide6) reads them from every module of `ui`
into resources/i18n/xinxia_en.ts, without line numbers, so that a diff shows words and nothing else;
words that are gone are dropped, new ones are "unfinished". A person writes their English into the
.ts (any editor, or `pyside6-linguist`) and runs this again: lrelease makes the .qm that the window
loads. A text that counts says %n (%Ln with separators) and has one English form for each of
SAMPLES. The test tests/house/test_catalogue.py asks the same questions as --check.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[2]
TS = ROOT / "resources" / "i18n" / "xinxia_en.ts"
QM = TS.with_suffix(".qm")
COMMAND = "python tools/i18n/update.py"
# The gallery of parts is for those who make the program.
LEFT_OUT = {"ui/gallery.py"}
# A language is called by its own name, so that who needs it can find it.
OWN_NAMES = {"中文"}
# English has two forms; these counts ask for each of them, in the order of the catalogue.
SAMPLES = (1, 2)
_COUNT = re.compile("%L?n")
CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


@dataclass(frozen=True)
class Entry:
    """One text of the catalogue; `state` is empty where its English is finished.

    `forms` is its English: one, or where it counts (`counts`) one for each of SAMPLES.
    """

    context: str
    source: str
    forms: tuple[str, ...]
    state: str
    counts: bool = False

    @property
    def english(self) -> str:
        """The English; of a text that counts, the last form: that of many."""
        return self.forms[-1] if self.forms else ""

    def __str__(self) -> str:
        return f"{self.context}: {self.source!r}"


def sources() -> list[str]:
    """Return the modules that speak to the counselor, named from the root."""
    found = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "ui").rglob("*.py"))
    return [name for name in found if name not in LEFT_OUT]


def entries(ts: Path = TS) -> list[Entry]:
    """Return every text of a catalogue."""
    root = ElementTree.parse(ts).getroot()  # noqa: S314 - a file of our own
    return [
        Entry(
            context.findtext("name") or "",
            message.findtext("source") or "",
            _forms(message, translation),
            translation.get("type", "") if translation is not None else "unfinished",
            message.get("numerus") == "yes",
        )
        for context in root.iter("context")
        for message in context.iter("message")
        for translation in (message.find("translation"),)
    ]


def extract(ts: Path) -> None:
    """Let lupdate bring `ts` up to date with the code."""
    how = ("-silent", "-locations", "none", "-no-obsolete", "-sort-messages")
    languages = ("-source-language", "zh_CN", "-target-language", "en")
    _run("pyside6-lupdate", *how, *languages, *sources(), "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    """Let lrelease make the file that the window loads; what is unfinished stays Chinese."""
    _run("pyside6-lrelease", "-silent", str(ts), "-qm", str(qm))


def stale(ts: Path = TS) -> list[str]:
    """Return what the code says and the catalogue lacks, and the other way round."""
    with tempfile.TemporaryDirectory(prefix="xinxia-i18n-") as folder:
        fresh = Path(folder) / ts.name
        shutil.copyfile(ts, fresh)
        extract(fresh)
        code = {(one.context, one.source, one.counts) for one in entries(fresh)}
    held = {(one.context, one.source, one.counts) for one in entries(ts)}
    return [
        *(f"missing from the catalogue: {name}: {text!r}" for name, text, _ in sorted(code - held)),
        *(f"no longer in the code: {name}: {text!r}" for name, text, _ in sorted(held - code)),
    ]


def unfinished(ts: Path = TS) -> list[str]:
    """Return what has no finished English: not all of its forms."""
    return [
        f"{one.state or 'empty'}: {one}"
        for one in entries(ts)
        if one.state or not all(one.forms) or len(one.forms) != (len(SAMPLES) if one.counts else 1)
    ]


def homeless(ts: Path = TS) -> list[str]:
    """Return what is said outside a class without naming a context: it is never found again."""
    return [f"no context: {one}" for one in entries(ts) if not one.context]


def misplaced(ts: Path = TS) -> list[str]:
    """Return what has other places to fill in English than in Chinese."""
    return [
        f"other places to fill: {one}: {form!r}"
        for one in entries(ts)
        for form in one.forms
        if form and _places(one.source) != _places(form)
    ]


def uncounted(ts: Path = TS) -> list[str]:
    """Return what counts without saying how many, or says %n and is not given a count."""
    return [
        f"%n and a count go together: {one}"
        for one in entries(ts)
        if one.counts != bool(_COUNT.search(one.source))
    ]


def chinese(ts: Path = TS) -> list[str]:
    """Return what is not English: Chinese characters, full-width punctuation."""
    return [
        f"not English: {one}: {form!r}"
        for one in entries(ts)
        for form in one.forms
        if CHINESE.search(form) and form not in OWN_NAMES
    ]


def unreleased(ts: Path = TS, qm: Path = QM) -> list[str]:
    """Return what the window would say otherwise than the catalogue does."""
    loaded = QTranslator()
    if not qm.is_file() or not loaded.load(str(qm)):
        return [f"cannot be loaded: {qm.name}"]
    return [
        f"older in {qm.name}: {one}"
        for one in entries(ts)
        if not one.state and _said(loaded, one) != one.forms
    ]


def renew() -> None:
    """Bring .ts and .qm up to date; what has no context stops it before anything is written."""
    with tempfile.TemporaryDirectory(prefix="xinxia-i18n-") as folder:
        fresh = Path(folder) / TS.name
        if TS.is_file():
            shutil.copyfile(TS, fresh)
        extract(fresh)
        if found := homeless(fresh):
            sys.exit(
                "\n".join([*found, "Nothing was changed: say these by translate(context, …)."])
            )
        TS.parent.mkdir(exist_ok=True)
        shutil.copyfile(fresh, TS)
    release(TS, QM)


def problems() -> list[str]:
    """Return everything that is not in order."""
    if not TS.is_file():
        return [f"there is no {TS.name}"]
    return [
        *stale(),
        *homeless(),
        *unfinished(),
        *misplaced(),
        *uncounted(),
        *chinese(),
        *unreleased(),
    ]


def _places(text: str) -> set[str]:
    """Return the places to fill of a text: `0` of `{0}` and of `{0:02}`, `%n`."""
    counts = set(_COUNT.findall(text))
    try:
        return counts | {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {"a brace that does not close"}


def _forms(
    message: ElementTree.Element, translation: ElementTree.Element | None
) -> tuple[str, ...]:
    """Return the English of a message."""
    if translation is None:
        return ()
    if message.get("numerus") == "yes":
        return tuple(one.text or "" for one in translation.findall("numerusform"))
    return (translation.text or "",)


def _said(loaded: QTranslator, one: Entry) -> tuple[str | None, ...]:
    """Return what the window would say for a text: for each of SAMPLES where it counts."""
    counts = SAMPLES if one.counts else (-1,)
    return tuple(loaded.translate(one.context, one.source, None, count) for count in counts)


def _run(tool: str, *arguments: str) -> None:
    """Run one of the tools that PySide6 brings, at the root; stop where it complains."""
    found = shutil.which(tool, path=sysconfig.get_path("scripts"))
    if found is None:
        sys.exit(f"{tool} is not in this environment; it comes with PySide6-Essentials")
    # The tools themselves are named, never a word from outside.
    done = subprocess.run(  # noqa: S603
        [found, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.exit(f"{tool} failed:\n{done.stdout}{done.stderr}")


def main(arguments: list[str]) -> None:
    """Bring the catalogue up to date, or only look; leave with what is not in order."""
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    if not arguments:
        renew()
    if found := problems():
        sys.exit("\n".join([*found, f"{len(found)} to mend: write the English, then {COMMAND}"]))


if __name__ == "__main__":
    main(sys.argv[1:])
