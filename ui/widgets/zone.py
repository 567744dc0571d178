"""Time zones: found by city or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    QTimeZone,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from app.services.cities import in_china
from ui.widgets.field import Field, Line
from ui.widgets.offers import dress_offers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QFocusEvent

translate = QCoreApplication.translate
_SHOWN_ZONES: Final = 12
_CHINA: Final = "Asia/Shanghai"
_TYPED: Final = Qt.ItemDataRole.UserRole + 1


_LATIN: Final = {
    "Asia/Shanghai": "beijing shanghai guangzhou shenzhen chengdu",
    "Asia/Hong_Kong": "xianggang hongkong",
    "Asia/Macau": "aomen macao",
    "Asia/Taipei": "taibei",
    "Asia/Tokyo": "dongjing daban osaka",
    "Asia/Seoul": "shouer",
    "Asia/Singapore": "xinjiapo",
    "Asia/Kuala_Lumpur": "jilongpo",
    "Asia/Bangkok": "mangu",
    "Asia/Dubai": "dibai",
    "Europe/London": "lundun aidingbao manchesite edinburgh manchester",
    "Europe/Dublin": "dubolin",
    "Europe/Paris": "bali liang lyon",
    "Europe/Berlin": "bolin munihei falankefu munich frankfurt",
    "Europe/Amsterdam": "amusitedan",
    "Europe/Zurich": "sulishi",
    "Europe/Madrid": "madeli basailuona barcelona",
    "Europe/Rome": "luoma milan",
    "Europe/Stockholm": "sidegeermo",
    "Europe/Moscow": "mosike",
    "America/New_York": "niuyue boshidun huashengdun feicheng boston washington philadelphia",
    "America/Chicago": "zhijiage xiusidun houston",
    "America/Denver": "danfo",
    "America/Los_Angeles": "luoshanji jiujinshan xiyatu sanfrancisco seattle",
    "America/Toronto": "duolunduo wotaihua mengtelier ottawa montreal",
    "America/Vancouver": "wengehua",
    "Australia/Sydney": "xini",
    "Australia/Melbourne": "moerben",
    "Australia/Brisbane": "bulisiban",
    "Australia/Perth": "posi",
    "Pacific/Auckland": "aokelan",
    "Asia/Urumqi": "wulumuqi xinjiang",
}
"""The same cities as they are typed in Latin letters, whatever language the window speaks."""


def common_zones() -> tuple[tuple[str, str], ...]:
    """Return the time zones asked for most, each with the cities that are looked for."""
    return (
        ("Asia/Shanghai", translate("Zones", "北京 上海 广州 深圳 成都")),
        ("Asia/Hong_Kong", translate("Zones", "香港")),
        ("Asia/Macau", translate("Zones", "澳门")),
        ("Asia/Taipei", translate("Zones", "台北")),
        ("Asia/Tokyo", translate("Zones", "东京 大阪")),
        ("Asia/Seoul", translate("Zones", "首尔")),
        ("Asia/Singapore", translate("Zones", "新加坡")),
        ("Asia/Kuala_Lumpur", translate("Zones", "吉隆坡")),
        ("Asia/Bangkok", translate("Zones", "曼谷")),
        ("Asia/Dubai", translate("Zones", "迪拜")),
        ("Europe/London", translate("Zones", "伦敦 爱丁堡 曼彻斯特")),
        ("Europe/Dublin", translate("Zones", "都柏林")),
        ("Europe/Paris", translate("Zones", "巴黎 里昂")),
        ("Europe/Berlin", translate("Zones", "柏林 慕尼黑 法兰克福")),
        ("Europe/Amsterdam", translate("Zones", "阿姆斯特丹")),
        ("Europe/Zurich", translate("Zones", "苏黎世")),
        ("Europe/Madrid", translate("Zones", "马德里 巴塞罗那")),
        ("Europe/Rome", translate("Zones", "罗马 米兰")),
        ("Europe/Stockholm", translate("Zones", "斯德哥尔摩")),
        ("Europe/Moscow", translate("Zones", "莫斯科")),
        ("America/New_York", translate("Zones", "纽约 波士顿 华盛顿 费城")),
        ("America/Chicago", translate("Zones", "芝加哥 休斯敦")),
        ("America/Denver", translate("Zones", "丹佛")),
        ("America/Los_Angeles", translate("Zones", "洛杉矶 旧金山 西雅图")),
        ("America/Toronto", translate("Zones", "多伦多 渥太华 蒙特利尔")),
        ("America/Vancouver", translate("Zones", "温哥华")),
        ("Australia/Sydney", translate("Zones", "悉尼")),
        ("Australia/Melbourne", translate("Zones", "墨尔本")),
        ("Australia/Brisbane", translate("Zones", "布里斯班")),
        ("Australia/Perth", translate("Zones", "珀斯")),
        ("Pacific/Auckland", translate("Zones", "奥克兰")),
        ("Asia/Urumqi", translate("Zones", "新疆当地")),
    )


def zone_of_city(city: str) -> str:
    """Return the time zone of a city that is known, every one of mainland China is; or nothing."""
    wanted = city.strip()
    latin = wanted.replace(" ", "").casefold()
    for zone, names in common_zones():
        if wanted in names.split() or latin in _LATIN[zone].split():
            return zone
    return _CHINA if wanted and in_china(wanted) else ""


def zone_meant(typed: str) -> str:
    """Return the zone that a city or a part of one means; what means none, or several, as typed."""
    words = typed.strip()
    if not words or is_zone(words):
        return words
    lower = words.casefold()
    found = {zone for zone, names in common_zones() if lower in _typed(zone, names)}
    return zone_of_city(words) or (found.pop() if len(found) == 1 else words)


def _typed(zone: str, names: str) -> str:
    """Return what a zone is found by."""
    return f"{zone}  {names}  {_LATIN[zone]}".casefold()


def is_zone(name: str) -> bool:
    """Return whether a time zone of this name exists."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


class _ZoneCompleter(QCompleter):
    """Finds a zone by its name or by its cities, and writes the name."""

    def __init__(self, parent: QWidget) -> None:
        model = QStandardItemModel(parent)
        common = common_zones()
        for zone, names in common:
            model.appendRow(self._item(zone, f"{zone}  {names}", _typed(zone, names)))
        first = {zone for zone, _ in common}
        for raw in QTimeZone.availableTimeZoneIds():
            zone = bytes(raw.data()).decode("ascii")
            if "/" in zone and zone not in first and not zone.startswith(("Etc/", "SystemV/")):
                model.appendRow(self._item(zone, zone, zone))
        super().__init__(model, parent)
        self.setCompletionRole(_TYPED)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(9)
        dress_offers(self, translate("Zones", "时区"))

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the zone's own name."""
        return str(index.data(Qt.ItemDataRole.UserRole))

    @staticmethod
    def _item(zone: str, shown: str, typed: str) -> QStandardItem:
        item = QStandardItem(shown)
        item.setData(zone, Qt.ItemDataRole.UserRole)
        item.setData(typed, _TYPED)
        return item


class ZoneLine(Line):
    """A line for a time zone; the list of all of them is made when it is first entered."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the list at hand."""
        if self.completer() is None:
            self.setCompleter(_ZoneCompleter(self))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the zone that was meant, once the list is not asked any more."""
        super().focusOutEvent(event)
        meant = zone_meant(self.text())
        if event.reason() != Qt.FocusReason.PopupFocusReason and meant != self.text():
            self.setText(meant)
            self.textEdited.emit(meant)


class ZoneField(Field):
    """A time zone: known ones by the name people use, every other by its IANA name."""

    def __init__(
        self, label: str, known: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(label, parent=parent)
        self._known = tuple(known)
        self._zones: dict[str, str] = {}
        self._model = QStringListModel(self)
        self.complete_from(self._model).setMaxVisibleItems(_SHOWN_ZONES)
        self.offer(zone for _, zone in self._known)

    def offer(self, zones: Iterable[str]) -> None:
        """Offer the known zones first, then all others."""
        first = {f"{word} {zone}": zone for word, zone in self._known}
        others = {zone: zone for zone in sorted(set(zones) - set(first.values()))}
        labels = [*first, *others]
        self._model.setStringList(labels)
        exact = {label.casefold(): zone for label, zone in (first | others).items()}
        words = {
            one.casefold(): zone for names, zone in self._known for one in (names, *names.split())
        }
        plain = {zone.casefold(): zone for zone in (first | others).values()}
        self._zones = {**words, **plain, **exact}

    def zone(self) -> str | None:
        """Return the IANA name, nothing for an empty field, None for an unknown zone."""
        typed = self.text().strip().casefold()
        if not typed or typed in self._zones:
            return self._zones.get(typed, "")
        # What the list under the field offers alone is meant.
        offered = {zone for label, zone in self._zones.items() if typed in label}
        return offered.pop() if len(offered) == 1 else None

    def show_zone(self, zone: str) -> None:
        """Show a zone under the name people use."""
        word = next((f"{word} {zone}" for word, one in self._known if one == zone), zone)
        self.set_text(word)
