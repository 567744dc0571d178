"""Training text: marked prose, and dialogues into which names, firms and places are put.

Every draw comes from one `random.Random`, so the same seed makes the same text.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.deid.normalise import plain
from app.deid.reading import sentences

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from app.deid.lexicon import Lexicon

KINDS = ("PERSON", "LOCATION", "ORG")
_AS = {"PERSON": "PERSON", "LOCATION": "LOCATION", "ORG": "ORG", "ADDRESS": "LOCATION"}
OUTSIDE, UNSCORED = 0, -1
_CONTENT = ("n", "v", "a", "d", "z", "i", "l", "t")
_NOT_CONTENT = ("nr", "ns", "nt", "nz", "vshi", "vyou")
_HAN = re.compile("[㐀-鿿]+")


@dataclass(frozen=True)
class Piece:
    """A stretch of text, all of it of one label; `of` is its part of speech if it is a word."""

    text: str = field(repr=False)
    kind: str = ""
    of: str = ""


Line = tuple[str, list[int]]
"""A text and a label a character: 0 outside, 2k+1 where kind k begins, 2k+2 inside, -1 unscored."""


def labelled(pieces: Sequence[Piece]) -> Line:
    """Return the text of `pieces` with its labels."""
    labels: list[int] = []
    for piece in pieces:
        kind = _AS.get(piece.kind, piece.kind)
        if not kind:
            labels += [OUTSIDE] * len(piece.text)
        elif kind in KINDS:
            first = 2 * KINDS.index(kind) + 1
            labels += [first, *[first + 1] * (len(piece.text) - 1)]
        else:
            labels += [UNSCORED] * len(piece.text)
    return "".join(piece.text for piece in pieces), labels


class Words:
    """Random words of the language by part of speech and length (jieba's dictionary)."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Sort the dictionary."""
        import jieba  # noqa: PLC0415 - the program itself does not have it

        self._by: dict[tuple[str, int], list[str]] = {}
        for line in jieba.get_dict_file().read().decode("utf-8").splitlines():
            word, count, of = line.split(" ")
            if int(count) > 2 and lexicon.commonness(word) and of.startswith(_CONTENT):  # noqa: PLR2004
                self._by.setdefault((of[:1], len(word)), []).append(word)

    def like(self, word: str, of: str, draw: random.Random) -> str:
        """Return another word of the same part of speech and length, or the word itself."""
        choice = self._by.get((of[:1], len(word)))
        return draw.choice(choice) if choice else word

    def nickname(self, draw: random.Random) -> str:
        """Return an ordinary word as people take one for a nickname."""
        return draw.choice(self._by[draw.choice("nnav"), draw.choice((2, 2, 2, 3))])


class Names:
    """Invented names of people, institutions and places."""

    def __init__(self, lexicon: Lexicon, words: Words) -> None:
        """Take the lists."""
        self._surnames = [name for name in lexicon.surnames if len(name) <= 2]  # noqa: PLR2004
        self._weights = [4.0 ** lexicon.surnames[name] for name in self._surnames]
        self._given = [char for char, weight in lexicon.given.items() if weight > 0]
        self._given_weights = [lexicon.given[char] for char in self._given]
        self._places = sorted(lexicon.counties | lexicon.cities)
        self._ends = [s for s in lexicon.org_suffixes if len(s) > 1 and s not in lexicon.org_weak]
        self._place_ends = [s for s in lexicon.place_suffixes if len(s) > 1]
        self._english = sorted(lexicon.english)
        self._words = words

    def surname(self, draw: random.Random) -> str:
        """Return a surname, common ones oftener."""
        return draw.choices(self._surnames, self._weights)[0]

    def given(self, draw: random.Random, size: int = 0) -> str:
        """Return a given name of `size` characters; one or two if 0."""
        size = size or draw.choice((1, 2, 2, 2))
        if size == 2 and draw.random() < 0.12:  # noqa: PLR2004 - some names are words
            return self._words.nickname(draw)[:2]
        if size == 2 and draw.random() < 0.08:  # noqa: PLR2004
            return draw.choices(self._given, self._given_weights)[0] * 2
        return "".join(draw.choices(self._given, self._given_weights, k=size))

    def full(self, draw: random.Random) -> str:
        """Return a full name."""
        return self.surname(draw) + self.given(draw)

    def any(self, draw: random.Random) -> str:  # noqa: PLR0911 - a form each
        """Return a name in one of the forms in which a record mentions people."""
        form = draw.random()
        if form < 0.45:  # noqa: PLR2004 - the shares of the forms
            return self.full(draw)
        if form < 0.62:  # noqa: PLR2004
            return self.given(draw, 2)
        if form < 0.74:  # noqa: PLR2004
            return draw.choice("小老阿") + draw.choice(
                (self.surname(draw)[:1], self.given(draw, 1))
            )
        if form < 0.80:  # noqa: PLR2004
            return self.given(draw, 1) + draw.choice("哥姐叔姨嫂儿")
        if form < 0.90:  # noqa: PLR2004
            return self._words.nickname(draw)
        if form < 0.95:  # noqa: PLR2004
            return draw.choice(self._english).capitalize()
        return self.surname(draw) + draw.choice(
            ("老师", "医生", "总", "姐", "哥", "主任", "阿姨", "工")
        )

    def institution(self, draw: random.Random) -> str:
        """Return the name of a school, firm or hospital."""
        head = draw.choice(
            (self.given(draw, 2), self._words.nickname(draw), self.place(draw), self.given(draw, 2))
        )
        return head + draw.choice(self._ends)

    def place(self, draw: random.Random) -> str:
        """Return the name of a place."""
        if draw.random() < 0.6:  # noqa: PLR2004
            place = draw.choice(self._places)
            return place[:-1] if len(place) > 2 and draw.random() < 0.5 else place  # noqa: PLR2004
        return draw.choice((self.given(draw, 2), self._words.nickname(draw)[:2])) + draw.choice(
            self._place_ends
        )


def prose(path: Path) -> list[list[Piece]]:
    """Return the marked records of a file of JSON lines, cut at spans and at words."""
    import jieba.posseg  # noqa: PLC0415 - the program itself does not have it

    records = []
    for row in path.read_text(encoding="utf-8").splitlines():
        case, at = json.loads(row), 0
        pieces: list[Piece] = []
        for span in [*case["spans"], {"start": len(case["text"]), "end": len(case["text"])}]:
            between = case["text"][at : span["start"]]
            pieces += [Piece(word, "", of) for word, of in jieba.posseg.cut(plain(between))]
            if "type" in span:
                surface = plain(case["text"][span["start"] : span["end"]])
                pieces.append(Piece(surface, span["type"]))
            at = span["end"]
        records.append(pieces)
    return records


def varied(
    pieces: Sequence[Piece], tools: tuple[Words, Names, Lexicon], draw: random.Random
) -> list[Piece]:
    """Return a record with other names in it and a share of its content words exchanged."""
    words, names, lexicon = tools
    share = draw.choice((0.0, 0.12, 0.25, 0.4, 0.6))
    people = _renamed(pieces, names, lexicon, draw) if draw.random() < 0.7 else {}  # noqa: PLR2004
    made = []
    for piece in pieces:
        if piece.kind == "PERSON":
            made.append(Piece(people.get(piece.text, piece.text), piece.kind))
        elif piece.kind in ("ORG", "LOCATION") and draw.random() < 0.3:  # noqa: PLR2004
            new = names.institution(draw) if piece.kind == "ORG" else names.place(draw)
            made.append(Piece(new, piece.kind))
        elif _is_content(piece, lexicon) and draw.random() < share:
            made.append(Piece(words.like(piece.text, piece.of, draw), "", piece.of))
        else:
            made.append(piece)
    return made


def _is_content(piece: Piece, lexicon: Lexicon) -> bool:
    of = piece.of
    return (
        bool(_HAN.fullmatch(piece.text))
        and of.startswith(_CONTENT)
        and not of.startswith(_NOT_CONTENT)
        and not lexicon.is_kept(piece.text)
        and piece.text not in lexicon.titles
    )


def _renamed(
    pieces: Sequence[Piece], names: Names, lexicon: Lexicon, draw: random.Random
) -> Mapping[str, str]:
    """Return new names for the full names of a record, and for their given names alone."""
    found: dict[str, str] = {}
    for text in sorted({piece.text for piece in pieces if piece.kind == "PERSON"}, key=len)[::-1]:
        if _HAN.fullmatch(text) and lexicon.is_name_shaped(text) and len(text) <= 4:  # noqa: PLR2004
            old = lexicon.surname_of(text)
            given = text[len(old) :]
            if given in lexicon.titles or given in lexicon.roles or text[0] in "小老阿":
                continue
            surname, new = names.surname(draw), names.given(draw, len(given))
            found.setdefault(text, surname + new)
            if len(given) > 1:
                found.setdefault(given, new)
    return found


_ROLES = (
    "朋友|同事|同学|室友|男朋友|女朋友|男友|女友|老公|老婆|丈夫|妻子|儿子|女儿|妈妈|爸爸|母亲|父亲|"
    "老师|领导|老板|班主任|医生|哥哥|姐姐|弟弟|妹妹|闺蜜|孩子|前男友|前女友|她|他"
)
_ROLE = re.compile(f"(?<![其自])({_ROLES})(?![们人的]|自己|妈|爸)")
_FIRM = re.compile("(公司|学校|单位|大学|医院|工厂|高中)(?!里?的?压力)")
_HOME = re.compile("(老家|家乡|这座城市|城市|县城|村里|小区)")
_CLIENT, _COUNSELOR = "来访者：", "心理咨询师："


def dialogues(path: Path) -> list[str]:
    """Return the turns of counselling dialogues, one text each."""
    turns = []
    for row in path.read_text(encoding="utf-8").splitlines():
        for line in json.loads(row)["text"].splitlines():
            turn = line.strip().removeprefix(_CLIENT).removeprefix(_COUNSELOR)
            if len(turn) > 12:  # noqa: PLR2004
                turns.append(turn)
    return turns


def peopled(turn: str, names: Names, draw: random.Random) -> list[Piece]:
    """Return a turn with names at some of its role nouns, half of them told in third person."""
    if draw.random() < 0.5:  # noqa: PLR2004
        turn = turn.replace("我", draw.choice("她他"))
    pieces, at = [], 0
    share = draw.choice((0.0, 0.3, 0.6))
    places = sorted(
        [(m, "PERSON") for m in _ROLE.finditer(turn)]
        + [(m, "ORG") for m in _FIRM.finditer(turn)]
        + [(m, "LOCATION") for m in _HOME.finditer(turn)],
        key=lambda found: found[0].start(),
    )
    held = names.any(draw)
    for match, kind in places:
        if match.start() < at or draw.random() >= share:
            continue
        pieces.append(Piece(turn[at : match.start()]))
        if kind == "PERSON":
            after = match[1] if len(match[1]) > 1 and draw.random() < 0.4 else ""  # noqa: PLR2004
            held = names.any(draw) if draw.random() < 0.6 else held  # noqa: PLR2004
            pieces += [Piece(after), Piece(held, kind)]
        else:
            new = names.institution(draw) if kind == "ORG" else names.place(draw)
            pieces.append(Piece(new, kind))
        at = match.end()
    pieces.append(Piece(turn[at:]))
    return [piece for piece in pieces if piece.text]


_FRAMES = (
    "{P}今天来得很早。|{P}：我没事，你们先说。|{P}: 收到|大家都叫{A}{P}。|"
    "同事给{A}起了个外号叫“{P}”。|群里的{P}一直没回话。|"
    "{P}说{A}不想回去了，{A}妈妈在旁边没作声。|{A}和{P}吵了一架，三天没说话。|"
    "昨天{P}又来找{A}，说钱的事。|“{P}，你慢点讲。”{A}这样劝。|小名{P}，家里老人起的。|"
    "网名叫{P}，真名没有讲。|陪同人：{P}|转介：{P}，电话已登记。|{A}提到{P}时停了很久。|"
    "{P}哭了，{P}又笑了。|与{P}通话二十分钟。|签到：{P}、{P}、{P}、{P}|{P}（{P}）未到|"
    "{P} 迟到，打电话没有接|姓{S}，不愿多说。|{A}姓{S}，在厂里做工。|俺叫{P}，今年五十三。|"
    "他堂弟{P}在外地打工。|让{P}写请假条。|班主任{P}来电话。|梦见{P}站在门口。|"
    "{A}把{P}写的信带来了。|这次{P}也在场。|{P}和{P}坐在一起，{P}没有抬头。|"
    "继父的儿子{P}坐在角落。|抄送{P}和{P}。|{A}在{O}上班，最近常加班。|"
    "毕业于{O}，之后去了{O}。|{O}的体检报告已看过。|从{L}搬到{L}，又回了{L}。|"
    "家住{L}，{A}每天坐车来。|由{O}转来，联系人{P}。|{L}下雨，{P}晚到十分钟。|"
    "爸爸在{O}，妈妈在{O}。|去{L}看过一次海。|@{P} 明天上午有空吗|【{P}】已读"
)


def framed(names: Names, draw: random.Random) -> list[Piece]:
    """Return a sentence of the kinds that were missed oftenest, with invented names."""
    kinds = {"P": ("PERSON", names.any), "O": ("ORG", names.institution)}
    kinds |= {"L": ("LOCATION", names.place)}
    pieces = []
    for part in re.split(r"(\{[PSAOL]\})", draw.choice(_FRAMES.split("|"))):
        if part == "{A}":
            pieces.append(Piece(draw.choice("她他")))
        elif part == "{S}":
            pieces.append(Piece(names.surname(draw), "PERSON"))
        elif part.startswith("{"):
            kind, make = kinds[part[1]]
            pieces.append(Piece(make(draw), kind))
        elif part:
            pieces.append(Piece(part))
    return pieces


def cut(line: Line) -> Iterator[Line]:
    """Yield the sentences of a labelled text as the program reads them."""
    text, labels = line
    for at, sentence in sentences(text):
        if sentence.strip():
            yield sentence, labels[at : at + len(sentence)]
