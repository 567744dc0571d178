"""Succession (职业遗嘱): what a trusted colleague needs when the counselor falls ill or dies.

Names, telephones, emergency contacts as she ticks them, and coming appointments. There is no field
for a note, a reason or a diagnosis: what has no field cannot leave.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact
from app.domain.errors import PackageDamaged, PackageTooNew

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.ids import CaseId

VERSION: Final = 1
AHEAD: Final = timedelta(days=92)
"""How far ahead appointments are packed."""
RENEW_AFTER: Final = timedelta(days=182)
"""After half a year telephones and appointments are not what they were."""
LONGEST_WORDS: Final = 2000
_MALFORMED = (KeyError, TypeError, ValueError, AttributeError, OverflowError)


@dataclass(frozen=True)
class PackedAppointment:
    """A coming appointment."""

    starts_at: datetime
    minutes: int
    mode: ServiceMode


@dataclass(frozen=True)
class PackedClient:
    """A client in the package; `emergency` only where it was ticked."""

    code: str = field(repr=False)
    name: str = field(repr=False)
    phone: str = field(repr=False)
    emergency: EmergencyContact | None = field(default=None, repr=False)
    appointments: tuple[PackedAppointment, ...] = ()


@dataclass(frozen=True)
class SuccessionPackage:
    """Everything in the package; `words` are the counselor's to her colleague."""

    made_at: datetime
    counselor: str = field(repr=False)
    contact: str = field(repr=False)
    time_zone: str
    words: str = field(repr=False)
    clients: tuple[PackedClient, ...] = field(repr=False)

    def to_raw(self) -> dict[str, Any]:
        """Return the package as JSON has it."""
        return {
            "version": VERSION,
            "made_at": self.made_at.isoformat(),
            "counselor": self.counselor,
            "contact": self.contact,
            "time_zone": self.time_zone,
            "words": self.words,
            "clients": [_client_to_raw(one) for one in self.clients],
        }


@dataclass(frozen=True)
class SuccessionPlan:
    """What she settled on, kept in the vault.

    `key` is the second key as 40 hexadecimal digits, so that a package made anew opens with the
    paper that is with the colleague already; "" before the first one.
    """

    key: str = field(default="", repr=False)
    people: frozenset[CaseId] = frozenset()
    emergencies: frozenset[CaseId] = frozenset()
    words: str = field(default="", repr=False)
    made_at: datetime | None = None

    @property
    def renew_at(self) -> datetime | None:
        """When the package should be made anew; None before the first."""
        return None if self.made_at is None else self.made_at + RENEW_AFTER

    def due(self, now: datetime) -> bool:
        """Return whether the time to make it anew has come; a clock set back counts too."""
        if self.made_at is None:
            return False
        return not self.made_at <= now < self.made_at + RENEW_AFTER


def package_from_raw(raw: Mapping[str, Any]) -> SuccessionPackage:
    """Return the package; raise `PackageTooNew` or `PackageDamaged` for anything else."""
    try:
        if raw["version"] > VERSION:
            raise PackageTooNew
        words = {key: str(raw[key]) for key in ("counselor", "contact", "time_zone", "words")}
        clients = tuple(_client_from_raw(one) for one in raw["clients"])
        return SuccessionPackage(_moment(raw["made_at"]), **words, clients=clients)
    except _MALFORMED as error:
        raise PackageDamaged from error


def _client_to_raw(client: PackedClient) -> dict[str, Any]:
    """Return a client as JSON has it."""
    contact = client.emergency
    return {
        "code": client.code,
        "name": client.name,
        "phone": client.phone,
        "emergency": contact
        and {
            "name": contact.name,
            "relation": contact.relation,
            "phone": contact.phone,
            "may_know": contact.may_know,
        },
        "appointments": [
            [one.starts_at.isoformat(), one.minutes, one.mode.value] for one in client.appointments
        ],
    }


def _client_from_raw(raw: Mapping[str, Any]) -> PackedClient:
    """Return a client; raise one of `_MALFORMED`."""
    contact = raw["emergency"]
    return PackedClient(
        str(raw["code"]),
        str(raw["name"]),
        str(raw["phone"]),
        contact
        and EmergencyContact(
            str(contact["name"]),
            str(contact["relation"]),
            str(contact["phone"]),
            None if contact["may_know"] is None else bool(contact["may_know"]),
        ),
        tuple(
            PackedAppointment(_moment(at), int(minutes), ServiceMode(mode))
            for at, minutes, mode in raw["appointments"]
        ),
    )


def _moment(text: str) -> datetime:
    """Return an aware time; raise ValueError for a naive one."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("a time needs a zone")
    return at
