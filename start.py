"""The one door for people: makes the environment, then starts what was asked for.

Standard library only. The module is written so that an old Python can read it far enough to be
told that it is old; everything heavy is imported where it is needed, because the second start
must cost nothing.
"""

import json
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "xinxia.json"
UNFINISHED = VENV / "xinxia.unfinished"
OLDEST = (3, 11)
WINDOWS = os.name == "nt"

USAGE = """\
python3 start.py                打开心匣 / opens the program
python3 start.py test [ARGS]    运行全部检查 / runs every check
python3 start.py demo DIR       在 DIR 中生成示例 / makes an example in DIR
python3 start.py bench [NAME]   性能测试 / runs the benchmarks
python3 start.py build          制作不需要 Python 的安装包 / builds what needs no Python
python3 start.py run -- ARGS    python -m app ARGS
python3 start.py lab [NAME] [--long]  可靠性实验 / the reliability laboratory
python3 start.py wine [SUITE]   用 Windows 的 Python 在 Wine 下试 / tries it as on Windows
"""

# What Qt and its xcb window need from the system: the file, and the Debian package that holds it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}

# How an install fails, as pip words it, and the sentence that says so: the first that fits.
FAILURES = (
    (
        ("No space left on device", "Errno 28", "Errno 122", "not enough space on the disk"),
        "磁盘空间不足:安装需要约 1.5 GB,请腾出空间后再试。",
        "The disk is full: the installation needs about 1.5 GB. Please free some space, try again.",
    ),
    (
        ("Permission denied", "Errno 13", "Errno 30", "Read-only file system", "Access is denied"),
        "没有写入此文件夹的权限:" + str(ROOT),
        "This folder may not be written to: " + str(ROOT),
    ),
    (
        ("DO NOT MATCH THE HASHES",),
        "下载的文件与锁定文件中的校验值不符,没有安装。请稍后或换一个网络再试。",
        "A download does not match its hash in the lock file, so nothing of it was installed.",
    ),
    (
        ("NewConnectionError", "Temporary failure in name resolution", "timed out", "SSLError"),
        "无法下载所需的安装包,请检查网络后再试。",
        "The packages could not be downloaded. Please check the connection and try again.",
    ),
    (
        ("No matching distribution found", "is not a supported wheel"),
        (
            "此系统没有现成的安装包。需要 64 位 Windows 10 以上、Apple 芯片的 macOS 15 以上,"
            "或 glibc 2.34 以上的 Linux(ARM 为 2.39 以上)。"
        ),
        (
            "There is no ready package for this system. It needs 64-bit Windows 10 or later, "
            "macOS 15 or later on Apple silicon, or Linux with glibc 2.34 (on ARM 2.39) or later."
        ),
    ),
)


class CannotStartError(Exception):
    """A reason not to start, in Chinese and in English, that a person can act on."""

    def __init__(self, chinese: str, english: str, code: int = 1) -> None:
        super().__init__(english)
        self.sentence = chinese + "\n" + english
        self.code = code


def too_old(version: "Sequence[object]") -> str:
    """Return the sentence for a Python that is too old, or nothing."""
    if tuple(version[:2]) >= OLDEST:
        return ""
    found = ".".join(str(part) for part in version[:3])
    return (
        f"心匣需要 Python 3.11 或更新的版本,现在的是 {found}。请安装新版 Python 后再试。\n"
        f"Xinxia needs Python 3.11 or later; this is {found}. Please install a newer Python."
    )


def say(sentence: str) -> None:
    """Write to the person at the terminal; the standard output belongs to the program."""
    print(sentence, file=sys.stderr, flush=True)


# --- what was asked for ------------------------------------------------------------------------


def plan(arguments: "list[str]") -> "list[str]":
    """Translate the words after `start.py` into the arguments of the environment's Python."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command == "":
        return ["-m", "app"]
    if command == "test":
        return ["-m", "tests", *rest]
    if command == "lab":
        return ["-m", "tests.lab", *rest]
    if command in {"demo", "bench"}:
        return ["-m", "app", command, *rest]
    if command in {"build", "wine"}:
        return ["-m", f"tools.{command}", *rest]
    if command == "run":
        return ["-m", "app", *(rest[1:] if rest[:1] == ["--"] else rest)]
    raise CannotStartError(
        f"没有这个命令:{command}", f"There is no such command: {command}\n\n{USAGE}", 2
    )


def needs_window(words: "list[str]") -> bool:
    """Tell whether what was asked for shows a window, tests one, or packs one."""
    return words[1] in {"tests", "tests.lab", "tools.build"} or words[2:] in ([], ["gallery"])


# --- the libraries of the system ---------------------------------------------------------------


def library_folders() -> "list[Path]":
    """Return the folders where a system library usually lies, so that a look is enough."""
    triplet = os.uname().machine + "-linux-gnu"
    places = ("usr/lib/" + triplet, "lib/" + triplet, "usr/lib64", "usr/lib", "lib64")
    return [Path("/") / place for place in places]


def loads(name: str) -> bool:
    """Ask the system's loader whether it finds a library."""
    import ctypes

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_libraries(names: "Mapping[str, str]", folders: "Sequence[Path]") -> "list[str]":
    """Return the libraries that neither lie in a usual folder nor can be loaded."""
    return [
        name
        for name in names
        if not any((folder / name).exists() for folder in folders) and not loads(name)
    ]


def system_family() -> str:
    """Return `debian`, `rpm` or nothing: how this Linux installs its packages."""
    import shutil

    if shutil.which("apt-get"):
        return "debian"
    return "rpm" if shutil.which("dnf") or shutil.which("zypper") else ""


def install_command(missing: "list[str]", family: str) -> str:
    """Return the one command that installs what is missing, or nothing where we know none."""
    if family == "debian":
        packages = " ".join(LIBRARIES.get(name, name) for name in missing)
        return "sudo apt-get update && sudo apt-get install -y " + packages
    if family == "rpm":
        return "sudo dnf install " + " ".join(f"'{name}()(64bit)'" for name in missing)
    return ""


def apt_install(packages: "list[str]") -> bool:
    """Install Debian packages as root; tell whether it went well."""
    import subprocess

    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-q"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", *arguments],
            env=environment,
            stdout=sys.stderr,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode != 0 and arguments[0] == "install":
            return False
    return True


def may_install(family: str) -> bool:
    """Only root on Debian or Ubuntu gets packages installed; everybody else gets the command."""
    return family == "debian" and os.geteuid() == 0


def ensure_libraries(*, window: bool) -> None:
    """See to the system libraries of Qt: install them where that is ours to do, else say how.

    What needs no window goes on without them, after the sentence.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries(LIBRARIES, library_folders())
    if not missing:
        return
    family = system_family()
    if may_install(family):
        say("正在安装系统库 / Installing system libraries: " + ", ".join(missing))
        if apt_install([LIBRARIES[name] for name in missing]):
            missing = missing_libraries(LIBRARIES, library_folders())
    if missing:
        command = install_command(missing, family)
        names = ", ".join(missing)
        reason = CannotStartError(
            f"窗口需要的系统库还没有安装:{names}\n请先运行:{command or '系统的软件包管理器'}",
            f"The window needs system libraries that are not installed: {names}\n"
            f"Please run first: {command or 'the package manager of your system'}",
        )
        if window:
            raise reason
        say(reason.sentence)


# --- the environment beside this file ----------------------------------------------------------


def venv_python(venv: Path) -> Path:
    """Return the interpreter of an environment."""
    return venv / "Scripts" / "python.exe" if WINDOWS else venv / "bin" / "python"


def wanted_stamp(lock: bytes) -> "dict[str, str]":
    """Return what a finished environment has on record: its lock, its Python and its place."""
    import hashlib

    return {
        "lock": hashlib.sha256(lock).hexdigest(),
        "python": sys.implementation.cache_tag,
        "platform": sys.platform,
        "place": str(VENV),
    }


def read_stamp(path: Path) -> "dict[str, str]":
    """Return the record of an environment; an unreadable one counts as none."""
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def read_config(path: Path) -> "dict[str, str]":
    """Read what `pyvenv.cfg` tells of an environment that was made by hand, for want of a record.

    Where it does not name its place, the place is taken on trust.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    pairs = (line.partition("=") for line in lines)
    config = {key.strip(): value.strip() for key, _, value in pairs}
    version = config.get("version", config.get("version_info", "")).split(".")
    place = config.get("command", "").partition(" -m venv ")[2].split(" --")[-1]
    return {
        "python": f"{sys.implementation.name}-{''.join(version[:2])}",
        "platform": sys.platform,
        "place": str(Path(place).resolve() if place else path.parent),
    }


def same_home(found: "Mapping[str, str]", wanted: "Mapping[str, str]") -> bool:
    """Tell whether an environment was made by this Python, in this place."""
    return all(found.get(key) == wanted[key] for key in ("python", "platform", "place"))


def next_step(
    found: "Mapping[str, str]", wanted: "Mapping[str, str]", *, python: bool, unfinished: bool
) -> str:
    """Decide what an environment needs: `nothing`, `install` into it, or `rebuild` it.

    One without a lock on record was made by hand: it is completed, not thrown away. One that an
    install left unfinished may hold half a package that pip takes for a whole one: it goes.
    """
    if unfinished or not python or not same_home(found, wanted):
        return "rebuild"
    return "nothing" if found.get("lock") == wanted["lock"] else "install"


def failure_sentence(output: str) -> CannotStartError:
    """Find the sentence for what pip or venv printed."""
    for signs, chinese, english in FAILURES:
        if any(sign in output for sign in signs):
            return CannotStartError(chinese, english)
    return CannotStartError(
        "安装没有完成,上面是原因。再次启动会重新安装。",
        "The installation did not finish; the reason is above. Starting again installs anew.",
    )


def run_installer(arguments: "list[str]") -> None:
    """Run pip or venv, show which download is under way, and explain a failure."""
    import subprocess

    with subprocess.Popen(
        arguments,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        lines = []
        for line in process.stdout or ():
            lines.append(line)
            if line.lstrip().startswith(("Downloading", "Installing collected")):
                say("  " + line.strip()[:100])
    if process.returncode != 0:
        output = "".join(lines[-40:])
        say(output)
        raise failure_sentence(output)


def ensure_pip_source() -> None:
    """Debian splits `ensurepip` off its Python: install it as root, else say how."""
    import importlib.util

    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    family = system_family()
    if may_install(family) and apt_install([package]):
        return
    raise CannotStartError(
        f"这个 Python 缺少 venv,请先运行:sudo apt-get install -y {package}",
        f"This Python has no venv. Please run first: sudo apt-get install -y {package}",
    )


def build_venv() -> None:
    """Make the environment from nothing; the mark stays until its packages are in."""
    import shutil

    ensure_pip_source()
    if VENV.is_symlink():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    UNFINISHED.touch()
    run_installer([base_python(), "-m", "venv", str(VENV)])


def base_python() -> str:
    """Return the Python that is not part of an environment: the one here may be made anew."""
    if sys.prefix == sys.base_prefix:
        return sys.executable
    return str(getattr(sys, "_base_executable", sys.executable))


def install_lock() -> None:
    """Install what the lock names, checking each hash; the mark says that it is under way."""
    say("正在安装所需的组件(只在第一次或更新后)/ Installing (first start or update only)")
    UNFINISHED.touch()
    STAMP.unlink(missing_ok=True)
    run_installer(
        [
            *(str(venv_python(VENV)), "-I", "-m", "pip", "install", "--require-hashes"),
            *("--only-binary", ":all:", "--no-input", "--disable-pip-version-check"),
            *("--progress-bar", "off", "-r", str(LOCK)),
        ]
    )


def site_packages() -> Path:
    """Return the folder of the environment where packages lie."""
    if WINDOWS:
        return VENV / "Lib" / "site-packages"
    return VENV / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"


def finish(stamp: "Mapping[str, str]") -> None:
    """Point the environment at this folder, put the record in place and take the mark away."""
    (site_packages() / "xinxia.pth").write_text(str(ROOT) + "\n", encoding="utf-8")
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
    fresh.replace(STAMP)
    UNFINISHED.unlink(missing_ok=True)


def needed() -> "tuple[str, dict[str, str]]":
    """Look at the environment: what it needs, and the record it will have."""
    wanted = wanted_stamp(LOCK.read_bytes())
    python = venv_python(VENV).exists()
    found = read_stamp(STAMP) or read_config(VENV / "pyvenv.cfg")
    return next_step(found, wanted, python=python, unfinished=UNFINISHED.exists()), wanted


@contextmanager
def one_at_a_time() -> "Iterator[None]":
    """Hold a lock on this very file, so that two first starts do not install at once."""
    with Path(__file__).open("rb") as door:
        if WINDOWS:
            import msvcrt

            door.seek(1 << 30)
            while True:
                try:
                    msvcrt.locking(door.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
                    break
                except OSError:
                    continue
        else:
            import fcntl

            fcntl.flock(door, fcntl.LOCK_EX)
        yield


def ensure_environment() -> None:
    """Bring the environment to what the lock says; do nothing where it is already so."""
    if needed()[0] == "nothing":
        return
    with one_at_a_time():
        step, wanted = needed()
        if step == "rebuild":
            build_venv()
        if step != "nothing":
            install_lock()
            finish(wanted)


# --- the start ---------------------------------------------------------------------------------


def hand_over(arguments: "list[str]") -> int:
    """Become the program (POSIX), or run it and pass its exit code on (Windows)."""
    command = [str(venv_python(VENV)), "-P", *arguments]
    if not WINDOWS:
        os.execv(command[0], command)
    import subprocess

    return subprocess.run(command, check=False).returncode


def start(arguments: "list[str]") -> int:
    """Do what was asked for; return the exit code where the program does not take over."""
    if arguments[:1] in (["-h"], ["--help"], ["help"]):
        print(USAGE, end="")
        return 0
    try:
        words = plan(arguments)
        ensure_libraries(window=needs_window(words))
        ensure_environment()
        return hand_over(words)
    except CannotStartError as reason:
        say(reason.sentence)
        return reason.code
    except OSError as error:
        say(f"{error}\n{failure_sentence(str(error)).sentence}")
        return 1
    except KeyboardInterrupt:
        say("已取消。/ Cancelled.")
        return 130


def main() -> int:
    """Check the Python, then start."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sentence = too_old(sys.version_info)
    if sentence:
        say(sentence)
        return 1
    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
