"""Every statement on one-time links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backend.database.transaction import execute, fetch_one
from shared.ids import new_id

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from backend.identity.letters import Purpose


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link that still works, and whom it lets in."""

    id: UUID
    account: UUID
    purpose: str
    email: str
    name: str


async def add(
    account_id: UUID,
    token_hash: str,
    purpose: str,
    now: datetime,
    expires_at: datetime,
    *,
    asked_publicly: bool,
) -> None:
    await execute(
        "INSERT INTO one_time_link"
        " (id, account, token_hash, purpose, issued_at, expires_at, asked_publicly)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        new_id(),
        account_id,
        token_hash,
        purpose,
        now,
        expires_at,
        asked_publicly,
    )


async def working(token_hash: str, now: datetime, *, hold: bool = False) -> LinkRow | None:
    """The link, if it still works; `hold` keeps it, and its person, for this transaction."""
    row = await fetch_one(
        "SELECT link.id, link.account, link.purpose, account.email, account.name"
        " FROM one_time_link link JOIN account ON account.id = link.account"
        " WHERE link.token_hash = $1 AND link.used_at IS NULL AND link.expires_at > $2"
        " AND account.disabled_at IS NULL" + (" FOR UPDATE" if hold else ""),
        token_hash,
        now,
    )
    return None if row is None else LinkRow(**row)


async def issued(token_hash: str) -> tuple[Purpose, datetime, datetime | None]:
    """The purpose of a link that exists, until when it held, and when it was used or voided."""
    row: Any = await fetch_one(
        "SELECT purpose, expires_at, used_at FROM one_time_link WHERE token_hash = $1", token_hash
    )
    return row["purpose"], row["expires_at"], row["used_at"]


async def void(account_id: UUID, now: datetime, *, asked_publicly: bool = False) -> None:
    """None of a person's links works any more, or none of those that were `asked_publicly`."""
    await execute(
        "UPDATE one_time_link SET used_at = $2 WHERE account = $1 AND used_at IS NULL"
        " AND (asked_publicly OR NOT $3)",
        account_id,
        now,
        asked_publicly,
    )
