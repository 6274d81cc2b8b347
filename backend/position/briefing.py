"""À dire: what to bring up with a client now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.clients.refusals import NOT_FOUND
from backend.disputes.service.reading import departments_answered
from backend.position.queries import brief as queries
from backend.promises.service.coming import still_to_come
from shared.briefing import told
from shared.contract.today import Brief
from shared.refusal import Refused
from shared.rules.brief import Noted, brief

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

PROMISED: Final = frozenset({"promise", "instalment"})


async def brief_of(viewer: Viewer, client_id: UUID, *, today: date) -> Brief:
    """Refused: 404."""
    rows = await queries.noted(viewer, client_id, today, departments_answered(viewer.role))
    if not rows:
        raise Refused(NOT_FOUND)
    to_come = await coming(rows)
    known = [noted(row, to_come) for row in rows if row["what"] is not None]
    return Brief(lines=[told(line) for line in brief(known, today)], today=today)


async def coming(rows: Sequence[Record]) -> Mapping[UUID, Decimal]:
    """What is to come of the client's promises; asked only where there are any."""
    promised = any(row["what"] in PROMISED for row in rows)
    return await still_to_come([rows[0]["client"]]) if promised else {}


def noted(row: Record, to_come: Mapping[UUID, Decimal]) -> Noted:
    is_promised = row["what"] in PROMISED
    return Noted(
        what=row["what"],
        subject=row["subject"],
        state=row["state"],
        amount=to_come.get(row["subject"]) if is_promised else row["amount"],
        currency=row["currency"],
        on=row["due_on"],
        number=row["number"],
        is_mine=bool(row["is_mine"]),
        against=row["against"],
    )
