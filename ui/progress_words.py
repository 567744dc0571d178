"""A review of the work in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.progress_review import Onward, StillHelps

translate = QCoreApplication.translate


def helps_word(helps: StillHelps) -> str:
    """Return whether the work still helps."""
    return {
        StillHelps.YES: translate("Progress", "是，仍有效"),
        StillHelps.NO: translate("Progress", "否"),
    }[helps]


def onward_word(onward: Onward) -> str:
    """Return where one goes on."""
    return {
        Onward.IN_PERSON: translate("Progress", "改面询"),
        Onward.REFERRAL: translate("Progress", "转介"),
        Onward.CLOSING: translate("Progress", "结案"),
    }[onward]
