"""What follows from what: every reaction of the product, in the order they run.

A line is the kind of a fact and what follows from it, in the transaction of the fact
(backend/activity/reacting.py says how one is written).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.disputes.service.settling import close_when_settled
from backend.threads.service.becoming import require_origin

if TYPE_CHECKING:
    from backend.activity.reacting import Reaction

REACTIONS: Final[tuple[tuple[str, Reaction], ...]] = (
    ("document-settled", close_when_settled),
    ("promise-taken", require_origin),
    ("dispute-opened", require_origin),
)
