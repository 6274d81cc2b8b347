"""What follows from what: every reaction of the product, in the order they run.

A line is the kind of a fact and what follows from it, in the transaction of the fact
(backend/activity/reacting.py says how one is written).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.disputes.service.erasing import erase_entry
from backend.disputes.service.settling import close_when_settled, reopen_when_released
from backend.promises.service.erasing import erase_promise
from backend.threads.service.becoming import require_origin
from backend.threads.service.erasing import erase_comment
from backend.visits.service.erasing import erase_report

if TYPE_CHECKING:
    from backend.activity.reacting import Reaction

REACTIONS: Final[tuple[tuple[str, Reaction], ...]] = (
    ("document-settled", close_when_settled),
    ("settlement-released", reopen_when_released),
    ("promise-taken", require_origin),
    ("dispute-opened", require_origin),
    ("text-erased", erase_comment),
    ("text-erased", erase_entry),
    ("text-erased", erase_promise),
    ("text-erased", erase_report),
)
