"""The people of the client's life, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.client import Relative
from ui.party_rows import PartyRows, RowWords

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATORS: Final = str.maketrans(dict.fromkeys("\u3001\uff0c,", "\n"))


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in a line, which commas of either width or enumeration commas separate."""
    return tuple(one.strip() for one in text.translate(_SEPARATORS).split("\n") if one.strip())


class PeopleRows(PartyRows):
    """Name, what the client calls them, other names."""

    def __init__(self) -> None:
        super().__init__(spacing=8)
        self.add.setText(self.tr("添加相关的人"))

    def words(self, number: int) -> RowWords:
        """Return what a row shows and says."""
        pair = self.tr("相关的人 {0}：{1}")
        hints = (self.tr("姓名"), self.tr("关系"), self.tr("小名、别名"))
        first, second, third = (pair.format(number, hint) for hint in hints)
        return RowWords(
            hints,
            (first, second, third),
            self.tr("移除相关的人 {0}").format(number),
            self.tr("撤销移除 {0}").format(number),
            (3, 2, 4),
        )

    def people(self) -> tuple[Relative, ...]:
        """Return everybody that is written down."""
        texts = (one.texts() for one in self.rows)
        return tuple(
            Relative(one[0], one[1], split_names(one[2])) for one in texts if one is not None
        )

    def show_people(self, people: Iterable[Relative]) -> None:
        """Show a row for each."""
        for one in people:
            self.put((one.name, one.relation, self.tr("、").join(one.aliases)))
