"""Who answers for a paper: what is signed or handed on never leaves without the counselor's name.

Whoever holds it must see who wrote it and whom to ask. The name is hers to give, once, in the
profile of the practice; a line to fill in by pen is only for what the client or the receiver knows.
"""

from __future__ import annotations

from app.domain.blank import is_blank
from app.domain.errors import PaperUnsigned


def signer(counselor: str) -> str:
    """Return her name as it is printed; raise `PaperUnsigned` where nothing of it would be seen."""
    if is_blank(counselor):
        raise PaperUnsigned
    return counselor.strip()
