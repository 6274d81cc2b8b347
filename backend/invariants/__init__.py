"""What must hold in every live database: statements that answer no row.

The database keeps what it can by itself (CHECK, UNIQUE, foreign keys, triggers); these watch over
the rest, and over the triggers too. They run by `encours check`, and in tests after what writes.
"""

from __future__ import annotations

from typing import Final

from backend.database.transaction import fetch_all, transaction
from backend.invariants.derived import DERIVED
from backend.invariants.field import FIELD
from backend.invariants.invariant import Breach
from backend.invariants.ledger import LEDGER

ROWS_SHOWN: Final = 20
INVARIANTS: Final = (*LEDGER, *FIELD, *DERIVED)


async def breaches() -> list[Breach]:
    """The invariants that do not hold, told of one state of the ledger; all is well: none."""
    found = []
    async with transaction(isolation="repeatable read"):
        for invariant in INVARIANTS:
            rows = await fetch_all(f"{invariant.sql} LIMIT {ROWS_SHOWN}")
            if rows:
                found.append(Breach(invariant, [dict(row) for row in rows]))
    return found
