"""What stays out of the built program, and why: the one list that the recipe and its table read.

A name is the path of a file inside the program, with forward slashes. Pure: the tests ask it
without building anything.
"""

from __future__ import annotations

import re
from typing import Final

# Modules that something names and nothing here calls. With them goes what they bring along.
NETWORK: Final = (
    *("socket", "_socket", "ssl", "_ssl", "socketserver", "asyncio", "ftplib", "smtplib"),
    *("http.server", "xmlrpc", "multiprocessing", "PySide6.QtNetwork", "secretstorage", "jeepney"),
)
"""Whoever wants the network finds no door, neither Python's nor Qt's.

Modules that are needed otherwise (`email.utils`, `urllib.request`) import `socket` by its name;
`no_network.py` puts an empty one in its place.
"""

UNUSED: Final = (
    *("tests", "pytest", "hypothesis", "coverage", "mypy", "ruff", "PyInstaller", "setuptools"),
    *("app.bench", "tkinter", "unittest", "doctest", "pdb", "lib2to3", "sqlite3", "curses"),
    *("readline", "pydoc", "pydoc_data", "test", "distutils", "ensurepip", "idlelib", "venv"),
    *("numpy.f2py", "numpy.testing", "numpy.distutils", "numpy.conftest"),
    *("onnxruntime.tools", "onnxruntime.transformers", "onnxruntime.quantization"),
    *("onnxruntime.datasets", "onnxruntime.backend"),
    *("lxml.html", "lxml.objectify", "lxml.isoschematron", "lxml.cssselect", "lxml.sax"),
    *("PIL._avif", "PIL.AvifImagePlugin", "PIL.ImageQt", "PIL.ImageTk", "PIL._imagingtk"),
    *("PIL.ImageShow", "PIL.ImageGrab", "charset_normalizer", "yaml", "fontTools"),
    *("IPython", "matplotlib", "pandas", "scipy", "PySide6.QtTest"),
    # With it the program would take 418 MB, of 400, and it asks for Qt's network module: the
    # installed program neither plays recordings nor stores them, and says so (`multimedia.md`).
    *("PySide6.QtMultimedia", "PySide6.QtMultimediaWidgets"),
)

# What PyInstaller collects all the same: the first rule that fits a name says why it stays out.
LEFT_OUT: Final = (
    (r"plugins/(tls|networkinformation)/", "Qt: network plugins"),
    (
        r"plugins/platforms/(lib)?q(linuxfb|vnc|vkkhrdisplay|eglfs|minimal|minimalegl|direct2d)\b",
        "Qt: screens no laptop has",
    ),
    (r"plugins/(egldeviceintegrations|generic|xcbglintegrations)/", "Qt: screens no laptop has"),
    (r"libQt6EglF[sS]", "Qt: screens no laptop has"),
    (r"libQt6(WaylandEgl|OpenGL)|opengl32sw|d3dcompiler", "Qt: OpenGL"),
    (r"plugins/wayland-graphics-integration-(client|server)/", "Qt: OpenGL"),
    (
        r"plugins/(sqldrivers|qmltooling|designer|vectorimageformats)/",
        "Qt: plugins of other modules",
    ),
    (r"plugins/platforminputcontexts/.*virtualkeyboard", "Qt: plugins of other modules"),
    (
        r"plugins/platforminputcontexts/.*qtvirtualkeyboard|libQt6(Qml|Quick|VirtualKeyboard)",
        "Qt: QML",
    ),
    (r"plugins/imageformats/(lib)?q(icns|tga|wbmp|gif|pdf)\b", "Qt: pictures nobody attaches"),
    # GTK's file dialog writes the names of exported files into ~/.local/share/recently-used.xbel,
    # where nothing of ours can take them out again; Qt's own dialog is used instead.
    (r"plugins/platformthemes/libqgtk3", "GTK and what it needs"),
    (
        (
            r"^lib(gtk-3|gdk-3|gdk_pixbuf|atk|atk-bridge|atspi|epoxy|cairo|cairo-gobject|pixman-1"
            r"|pango|pangocairo|pangoft2|harfbuzz|fribidi|thai|datrie|graphite2|X(i|cursor|damage|composite"
            r"|fixes|inerama|randr|render|ext|dmcp|au)|wayland-(egl|server)|bsd|md)[-.0-9]*\.so"
        ),
        "GTK and what it needs",
    ),
    (
        # Of the system, as every desktop has them: a copy from another one would fight its theme,
        # its fonts or its session bus.
        (
            r"^lib(glib|gio|gobject|gmodule|gthread)-2|^lib(dbus-1|fontconfig|freetype|X11|X11-xcb"
            r"|xcb|systemd|mount|blkid|selinux|pcre2-8|expat|png16|jpeg|cap|gcrypt|gpg-error"
            r"|lz4|cups|gnutls|hogweed|nettle|p11-kit|tasn1|idn2|unistring|gmp|avahi-\w+|stdc\+\+"
            r"|gcc_s|tinfo|readline|ssl|wayland-(client|cursor))\.so"
        ),
        "libraries of the system",
    ),
    (r"translations/(?!qtbase_zh_CN|qtbase_en\.)", "Qt: other languages"),
    (r"^resources/.*\.ts$", "sources of translations"),
    (r"^docx/templates/default-docx-template/", "sources and caches"),
    (r"__pycache__/|\.pyi$|\.pyx$|\.pxd$|\.c$|\.h$", "sources and caches"),
    (r"^[^/]+\.dist-info/(RECORD|WHEEL|INSTALLER|REQUESTED|direct_url)", "records of pip"),
)


def why_left_out(name: str) -> str:
    """Return why a file of the collected ones stays out, or nothing where it is kept."""
    path = name.replace("\\", "/")
    return next((why for pattern, why in LEFT_OUT if re.search(pattern, path)), "")


def target(link: str, to: str) -> str:
    """Return the file that a link inside the program points to, from the program's root on."""
    folder = link.replace("\\", "/").rpartition("/")[0]
    parts = folder.split("/") if folder else []
    for step in to.replace("\\", "/").split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step not in {"", "."}:
            parts = [*parts, step]
    return "/".join(parts)
