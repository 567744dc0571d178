"""The pages of a readable export: plain HTML that any browser shows, without Xinxia and for long.

No script, no font, no picture from elsewhere: a page is its own text and style. What the program
knows in tables is said in words; a name that has none here is shown as the data have it, so that
nothing is left out for want of a word.
"""

from __future__ import annotations

import tomllib
from datetime import datetime
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any, Final

from app.domain.local_time import wall
from app.domain.term import Term, spoken, spoken_whole
from reports.readable_consent import in_words
from resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from app.domain.readable import Left

    Row = Mapping[str, Any]
    Rows = Mapping[str, Sequence[Row]]

_STYLE: Final = """
:root { color-scheme: light dark; --ink: #23211e; --soft: #6b665e; --line: #ddd8cf;
  --paper: #fdfcf9; --warn: #8a3b12; --link: #1f5f6b }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e4dc; --soft: #a39d92; --line: #3b3833;
  --paper: #1d1c1a; --warn: #e8a27c; --link: #86c5d1 } }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 46rem; color: var(--ink);
  background: var(--paper); line-height: 1.65; overflow-wrap: anywhere;
  font-family: "Noto Sans SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif }
h1 { font-size: 1.6rem; margin: 0 0 .25rem } h2 { font-size: 1.1rem; margin: 0 0 .4rem }
h3 { font-size: 1rem; margin: .9rem 0 .2rem } a { color: var(--link) }
.soft { color: var(--soft); font-size: .9rem } .warn { color: var(--warn) }
section { border-top: 1px solid var(--line); padding: 1.1rem 0 .9rem }
section section { margin-left: 1rem; padding: .7rem 0 .3rem }
p { margin: .35rem 0; white-space: pre-wrap } ul { margin: .2rem 0; padding-left: 1.3rem }
dl { margin: 0; display: grid; grid-template-columns: minmax(6rem, 11rem) 1fr; gap: .2rem 1rem }
dt { color: var(--soft); font-size: .92rem } dd { margin: 0; white-space: pre-wrap; min-width: 0 }
dd dl { grid-template-columns: minmax(5rem, 8rem) 1fr } dd ul { white-space: normal }
img { max-width: 100%; border: 1px solid var(--line) }
table { border-collapse: collapse; width: 100% } td { padding: .25rem .6rem .25rem 0;
  border-bottom: 1px solid var(--line); vertical-align: top }
@media print { body { max-width: none; padding: 0; color: #000; background: #fff }
  section { break-inside: avoid-page } a { color: inherit; text-decoration: none } }
"""
_SAFE: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:; media-src 'self' file:"
)
CHOSEN: Final = frozenset(
    (
        *("mode", "state", "purpose", "method", "kind", "began", "result", "answer", "sex", "act"),
        *("level", "ideation", "plan", "means", "intent", "helps", "ground", "basis", "who", "way"),
        *("status", "urgency", "reached", "decision", "asker", "identity", "telling", "risk"),
        *("before", "after", "onward", "form", "medium", "mine", "theirs", "opening", "tie"),
        *("came", "feeling", "party", "haste", "category", "topic", "role", "span", "sort", "rank"),
        *("fees", "item", "facts", "reason", "reasons", "paid", "strict", "shown", "part", "group"),
        *("shape", "audience"),
    )
)
"""Fields that hold one of a few words of the program, rather than hers."""
_MEANT: Final = frozenset({"id", "case_id", "session_id", "note_id", "consent_id", "entry_id"})
"""Numbers that only other programs need: the page stands in their order already."""
_PAIR: Final = 2
_PART: Final = 3


class HtmlPages:
    """The `ReadablePages`, in a language, by the clock of a time zone."""

    def __init__(
        self, language: str, zone: str, acts: Mapping[str, str], term: Term = Term.CLIENT
    ) -> None:
        """`acts` are the words for the lines of the trail, by what they are called in the data.

        `term` is what the person who comes is called.
        """
        self._language, self._zone, self._acts, self._term = language, zone, acts, term
        self._words = spoken_whole(_words(language), term)

    def index(self, at: str, cases: Sequence[tuple[Row, int]], left: Sequence[Left]) -> bytes:
        """Return the first page."""
        page = self._words["page"]
        items = [
            f'<li><a href="cases/{row["id"]:06d}.html">{self._called(row)}</a> '
            f'<span class="soft">{self._sessions(count)} · {self._said("state", row["state"])}'
            "</span></li>"
            for row, count in cases
        ]
        lacks = "".join(f"<li>{escape(self._left(one))}</li>" for one in left)
        lacks = f"<ul>{lacks}</ul>" if lacks else self._p(page["left_none"])
        more = (("practice.html", "practice"), ("trail.html", "trail"))
        links = [f'<li><a href="{name}">{escape(page[key])}</a></li>' for name, key in more]
        return self._page(
            page["title"],
            f'<p class="soft">{escape(page["made"].format(self._when(at)))}</p>'
            f'<p class="warn">{escape(page["warning"])}</p>'
            f"<section><h2>{escape(page['cases'])}</h2><ul>{''.join(items)}{''.join(links)}</ul>"
            f"</section><section><h2>{escape(page['left'])}</h2>"
            f"{lacks}</section>"
            f'<section><p class="soft">{escape(page["data"])}</p></section>',
            home="",
        )

    def case(self, rows: Rows) -> bytes:
        """Return the page of a case: who it is, then everything in the order in which it was."""
        (row,) = rows["cases"]
        parts = [
            self._section("cases", row),
            *(self._section("clients", x) for x in rows["clients"]),
        ]
        dated = sorted(self._dated(rows), key=lambda one: one[0])
        parts += [made for _, made in dated]
        for name in ("amendment_drafts", "case_drafts", "destruction_marks"):
            parts += [self._section(name, one) for one in rows[name]]
        return self._page(self._called(row, plain=True), "".join(parts), home="../index.html")

    def practice(self, rows: Rows) -> bytes:
        """Return the page of the practice: its records with their files, then the settings."""
        files = rows["practice_documents"]
        parts = []
        for one in rows["practice_entries"]:
            own = [x for x in files if x["entry_id"] == one["id"]]
            inner = "".join(self._section("practice_documents", x, up="") for x in own)
            parts.append(self._section("practice_entries", one, inner))
        settings = {one["key"]: one["value"] for one in rows["settings"]}
        parts.append(f"<section><h2>{self._table('settings')}</h2>{self._list(settings)}</section>")
        return self._page(self._words["page"]["practice"], "".join(parts), home="index.html")

    def trail(self, rows: Iterable[Row]) -> bytes:
        """Return the page of the trail: ids, kinds and times."""
        lines = []
        for row in rows:
            said = escape(self._acts.get(row["kind"], row["kind"]))
            case_id = row["case_id"]
            of = "" if case_id is None else escape(self._words["page"]["case"].format(case_id))
            number = "" if row["subject"] is None else str(row["subject"])
            cells = (str(row["id"]), self._when(row["at"]), said, of, number)
            lines.append(f"<tr>{''.join(f'<td>{one}</td>' for one in cells)}</tr>")
        table = f"<table>{''.join(lines)}</table>"
        return self._page(self._words["page"]["trail"], table, home="index.html")

    def read_me(self) -> bytes:
        """Return what stands in the archive for whoever opens it first, in both languages."""
        text = spoken(resource("readable/README.txt").read_text("utf-8"), self._term)
        return text.replace("\n", "\r\n").encode("utf-8-sig")

    # What a case holds, each with the time by which it stands.

    def _dated(self, rows: Rows) -> Iterator[tuple[str, str]]:
        """Yield everything of a case that has a time."""
        for one in rows["sessions"]:
            yield one["starts_at"], self._section("sessions", one, self._session(one, rows))
        for one in rows["consents"]:
            steps = [x for x in rows["consent_steps"] if x["consent_id"] == one["id"]]
            papers = [x for x in rows["documents"] if x["consent_id"] == one["id"]]
            inner = "".join(self._section("consent_steps", x) for x in steps)
            inner += "".join(self._section("documents", x) for x in papers)
            yield steps[0]["at"] if steps else "", self._section("consents", in_words(one), inner)
        for one in rows["entries"]:
            papers = [x for x in rows["entry_documents"] if x["entry_id"] == one["id"]]
            inner = "".join(self._section("entry_documents", x) for x in papers)
            yield one["at"], self._section("entries", one, inner)
        for name, when in (
            *(("appointments", "starts_at"), ("appointment_moves", "at")),
            *(("appointment_series", "starts_at"), ("recordings", "made_at")),
            ("reflections", "created_at"),
        ):
            for one in rows[name]:
                yield one[when], self._section(name, one)

    def _session(self, session: Row, rows: Rows) -> str:
        """Return what belongs to a session: its sheet, its notes, and what was added to them."""
        number = session["id"]
        sheets = (one for one in rows["session_sheets"] if one["session_id"] == number)
        made = [self._section("session_sheets", one) for one in sheets]
        for one in rows["notes"]:
            if one["session_id"] == number:
                own = [x for x in rows["amendments"] if x["note_id"] == one["id"]]
                inner = "".join(self._section("amendments", x) for x in own)
                made.append(self._section("notes", one, inner))
        return "".join(made)

    # How it is shown.

    def _section(self, table: str, row: Row, inner: str = "", up: str = "../") -> str:
        """Return a row as a part of a page, with what belongs to it inside."""
        title = self._kind(row) or self._table(table)
        facts = {
            key: value
            for key, value in row.items()
            if key not in {*_MEANT, "content", "file", "seal_is_right"}
            and not (key in {"kind", "key"} and title != self._table(table))
        }
        return (
            f"<section><h2>{title}</h2>{self._content(row.get('content'))}{self._list(facts)}"
            f"{self._seal(row)}{self._file(row, up)}{inner}</section>"
        )

    def _kind(self, row: Row) -> str:
        """Return what an entry or a record is about; nothing where it says no kind of its own."""
        said = self._words["kinds"].get(row.get("kind", ""))
        return escape(said) if (said and "content" in row) or (said and "value" in row) else ""

    def _content(self, content: Any) -> str:  # noqa: ANN401 - words of any kind
        """Return the words of a row."""
        if isinstance(content, dict) and content.keys() == {"template", "edition", "parts"}:
            return "".join(
                f"<h3>{escape(str(one[1]))}</h3>{self._p(str(one[2]))}"
                for one in content["parts"]
                if len(one) == _PART and one[2]
            )
        if isinstance(content, str):
            return self._p(content)
        return self._list(content) if isinstance(content, dict) else ""

    def _list(self, facts: Row) -> str:
        """Return names and what they say; what says nothing is left out."""
        said = ((key, self._said(key, value)) for key, value in facts.items() if value is not None)
        lines = [
            f"<dt>{escape(self._field(key))}</dt><dd>{words}</dd>" for key, words in said if words
        ]
        return f"<dl>{''.join(lines)}</dl>" if lines else ""

    def _said(self, key: str, value: Any) -> str:  # noqa: ANN401 - a value of JSON
        """Return a value as it is read."""
        if isinstance(value, bool):
            return escape(self._words["page"]["yes" if value else "no"])
        if isinstance(value, dict):
            return self._list(value)
        if isinstance(value, list):
            return self._each(key, value)
        text = str(value)
        if key in CHOSEN:
            text = self._words["values"].get(text) or self._words["kinds"].get(text, text)
        return escape(self._when(text))

    def _each(self, key: str, values: list[Any]) -> str:
        """Return a list: pairs as names with words, the rest one below the other."""
        if values and all(isinstance(one, list) and len(one) == _PAIR and isinstance(one[0], str)
               for one in values):  # fmt: skip
            pairs = (
                f"<dt>{escape(one[0])}</dt><dd>{self._said('', one[1])}</dd>" for one in values
            )
            return f"<dl>{''.join(pairs)}</dl>"
        items = [f"<li>{said}</li>" for one in values if (said := self._said(key, one))]
        return f"<ul>{''.join(items)}</ul>" if items else ""

    def _seal(self, row: Row) -> str:
        """Return whether a signature was right."""
        if "seal_is_right" not in row:
            return ""
        right = bool(row["seal_is_right"])
        said = self._words["page"]["seal_right" if right else "seal_wrong"]
        return f'<p class="{"soft" if right else "warn"}">{escape(said)}</p>'

    def _file(self, row: Row, up: str) -> str:
        """Return the way to a file; a picture is shown."""
        if not row.get("file"):
            return ""
        name = escape(f"{up}{row['file']}", quote=True)
        said = escape(self._words["page"]["file"])
        shown = str(row.get("media_type", "")).startswith("image/")
        picture = f'<p><img src="{name}" alt="{said}"></p>' if shown else ""
        return f'{picture}<p><a href="{name}">{said}: {escape(str(row["file"]))}</a></p>'

    def _left(self, one: Left) -> str:
        """Return what is not in the export, and why."""
        page = self._words["page"]
        key = f"left_{one.what}_{one.why}" if one.what == "recording" else f"left_{one.what}"
        return page[key].format(one.number if one.what != "case" else one.why)

    def _called(self, row: Row, *, plain: bool = False) -> str:
        """Return the code name of a case, or its number where it has none."""
        code = (row.get("content") or {}).get("code") or row["id"]
        said = self._words["page"]["case"].format(code)
        return said if plain else escape(said)

    def _sessions(self, count: int) -> str:
        page = self._words["page"]
        return escape(page["sessions_one" if count == 1 else "sessions_many"].format(count))

    def _table(self, name: str) -> str:
        return escape(self._words["tables"].get(name, name))

    def _field(self, key: str) -> str:
        return self._words["fields"].get(key, key.replace("_", " "))

    def _when(self, text: str) -> str:
        """Return a time by the clock of the practice; any other text as it is."""
        if len(text) < len("2026-01-01T00:00") or text[4:5] != "-" or text[10:11] != "T":
            return text
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            return text
        return text if at.tzinfo is None else wall(at, self._zone).strftime("%Y-%m-%d %H:%M")

    @staticmethod
    def _p(text: str) -> str:
        return f"<p>{escape(text)}</p>"

    def _page(self, title: str, body: str, home: str) -> bytes:
        """Return a whole page."""
        page = self._words["page"]
        back = f'<p class="soft"><a href="{home}">{escape(page["back"])}</a></p>' if home else ""
        lang = "zh-CN" if self._language == "zh" else "en"
        made = (
            f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{_SAFE}">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{escape(page['title'])}</title><style>{_STYLE}</style></head><body>{back}"
            f"<h1>{escape(title)}</h1>{body}<section>{self._foot()}</section></body></html>\n"
        )
        return made.encode("utf-8", "backslashreplace")

    def _foot(self) -> str:
        return f'<p class="soft">{escape(self._words["page"]["page_of"])}</p>'


@cache
def _words(language: str) -> dict[str, dict[str, str]]:
    """Return the words of a language."""
    return tomllib.loads(resource(f"readable/words.{language}.toml").read_text("utf-8"))
