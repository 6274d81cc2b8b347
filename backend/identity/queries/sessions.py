"""Every statement on devices and refresh tokens, and the one that says who is asking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backend.database.transaction import execute, fetch_all, fetch_one
from backend.identity.viewer import Viewer

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

VIEWER = """
SELECT account.id, account.name, account.role, account.language,
       account.sees_everything, account.sees_own_portfolio,
       ARRAY(SELECT branch FROM account_branch WHERE account_branch.account = account.id)
         AS branch_ids
FROM device JOIN account ON account.id = device.account
WHERE device.id = $1 AND device.account = $2
  AND device.revoked_at IS NULL AND account.disabled_at IS NULL
"""


async def viewer(account_id: UUID, device_id: UUID) -> Viewer | None:
    """None where the device was signed out or the person disabled."""
    row = await fetch_one(VIEWER, device_id, account_id)
    if row is None:
        return None
    return Viewer(
        account_id=row["id"],
        device_id=device_id,
        name=row["name"],
        role=row["role"],
        language=row["language"],
        sees_everything=row["sees_everything"],
        sees_own_portfolio=row["sees_own_portfolio"],
        branch_ids=tuple(row["branch_ids"]),
    )


@dataclass(frozen=True, slots=True)
class DeviceRow:
    id: UUID
    name: str
    created_at: datetime
    last_seen_at: datetime


async def add_device(device_id: UUID, account_id: UUID, name: str, now: datetime) -> None:
    await execute(
        "INSERT INTO device (id, account, name, created_at, last_seen_at)"
        " VALUES ($1, $2, $3, $4, $4)",
        device_id,
        account_id,
        name,
        now,
    )


async def devices_of(account_id: UUID, limit: int) -> list[DeviceRow]:
    """Those still signed in, the last seen first."""
    rows = await fetch_all(
        "SELECT id, name, created_at, last_seen_at FROM device"
        " WHERE account = $1 AND revoked_at IS NULL ORDER BY last_seen_at DESC, id DESC LIMIT $2",
        account_id,
        limit,
    )
    return [DeviceRow(**row) for row in rows]


async def hold_device(device_id: UUID, account_id: UUID) -> DeviceRow | None:
    """One of the person's devices that is signed in, held until the transaction's end."""
    row = await fetch_one(
        "SELECT id, name, created_at, last_seen_at FROM device"
        " WHERE id = $1 AND account = $2 AND revoked_at IS NULL FOR UPDATE",
        device_id,
        account_id,
    )
    return None if row is None else DeviceRow(**row)


async def rename_device(device_id: UUID, name: str) -> None:
    await execute("UPDATE device SET name = $2 WHERE id = $1", device_id, name)


async def revoke_device(
    device_id: UUID, account_id: UUID, because: str, now: datetime
) -> str | None:
    """Signs a device out; answers its name, None where there was nothing to sign out."""
    row = await fetch_one(
        "UPDATE device SET revoked_at = $3, revoked_because = $4"
        " WHERE id = $1 AND account = $2 AND revoked_at IS NULL RETURNING name",
        device_id,
        account_id,
        now,
        because,
    )
    return None if row is None else row["name"]


async def revoke_devices(
    account_id: UUID, because: str, now: datetime, *, but: UUID | None = None
) -> int:
    """Signs a person's devices out, all or all `but` one; answers how many."""
    tag = await execute(
        "UPDATE device SET revoked_at = $2, revoked_because = $3"
        " WHERE account = $1 AND revoked_at IS NULL AND ($4::uuid IS NULL OR id <> $4)",
        account_id,
        now,
        because,
        but,
    )
    return int(tag.removeprefix("UPDATE "))


async def see_device(device_id: UUID, now: datetime) -> None:
    await execute("UPDATE device SET last_seen_at = $2 WHERE id = $1", device_id, now)


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A refresh token with what its device and person have become."""

    id: UUID
    device: UUID
    account: UUID
    expires_at: datetime
    used_at: datetime | None
    request_id: str | None
    is_welcome: bool


async def lock_token(token_hash: str) -> TokenRow | None:
    """The token, held until the transaction's end: two who refresh with it take turns."""
    row = await fetch_one(
        "SELECT token.id, token.device, device.account, token.expires_at, token.used_at,"
        " token.request_id,"
        " device.revoked_at IS NULL AND account.disabled_at IS NULL AS is_welcome"
        " FROM refresh_token token JOIN device ON device.id = token.device"
        " JOIN account ON account.id = device.account"
        " WHERE token.token_hash = $1 FOR UPDATE OF token, device",
        token_hash,
    )
    return None if row is None else TokenRow(**row)


async def add_token(
    token_id: UUID, device_id: UUID, token_hash: str, now: datetime, expires_at: datetime
) -> None:
    await execute(
        "INSERT INTO refresh_token (id, device, token_hash, issued_at, expires_at)"
        " VALUES ($1, $2, $3, $4, $5)",
        token_id,
        device_id,
        token_hash,
        now,
        expires_at,
    )


async def use_token(token_id: UUID, request_id: str | None, now: datetime) -> None:
    await execute(
        "UPDATE refresh_token SET used_at = $2, request_id = $3 WHERE id = $1",
        token_id,
        now,
        request_id,
    )


async def is_unused(token_hash: str) -> bool:
    row: Any = await fetch_one(
        "SELECT FROM refresh_token WHERE token_hash = $1 AND used_at IS NULL", token_hash
    )
    return row is not None


async def forget_expired_tokens(device_id: UUID, now: datetime) -> None:
    await execute("DELETE FROM refresh_token WHERE device = $1 AND expires_at < $2", device_id, now)
