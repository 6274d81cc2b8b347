"""Every statement on refused sign-ins: counted here, so that all processes count together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backend.database.transaction import execute, fetch_one

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Failures:
    """What a window of time holds."""

    of_account: int
    oldest_of_account: datetime | None
    of_address: int
    oldest_of_address: datetime | None


async def hold(account_key: str, address_key: str) -> None:
    """Makes those who try the same account or from the same address count one after another."""
    await execute(
        "SELECT pg_advisory_xact_lock(hashtextextended(key, 0))"
        " FROM (SELECT unnest($1::text[]) AS key ORDER BY 1) AS keys",
        [account_key, address_key],
    )


async def count(account_key: str, address_key: str, since: datetime) -> Failures:
    row = await fetch_one(
        "SELECT"
        " (SELECT count(*) FROM sign_in_failure WHERE account_key = $1 AND failed_at > $3),"
        " (SELECT min(failed_at) FROM sign_in_failure WHERE account_key = $1 AND failed_at > $3),"
        " (SELECT count(*) FROM sign_in_failure WHERE address_key = $2 AND failed_at > $3),"
        " (SELECT min(failed_at) FROM sign_in_failure WHERE address_key = $2 AND failed_at > $3)",
        account_key,
        address_key,
        since,
    )
    assert row is not None  # noqa: S101 - a SELECT without FROM has a row
    return Failures(*row)


async def add(id_: UUID, account_key: str, address_key: str, now: datetime) -> None:
    await execute(
        "INSERT INTO sign_in_failure (id, account_key, address_key, failed_at)"
        " VALUES ($1, $2, $3, $4)",
        id_,
        account_key,
        address_key,
        now,
    )


async def forgive(account_key: str) -> None:
    """The person came in: what failed before was theirs."""
    await execute("DELETE FROM sign_in_failure WHERE account_key = $1", account_key)


async def forget_before(instant: datetime) -> None:
    await execute("DELETE FROM sign_in_failure WHERE failed_at < $1", instant)
