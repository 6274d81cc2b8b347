"""Every statement on people and their scopes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg

from backend.database.transaction import execute, execute_many, fetch_all, fetch_one
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from asyncpg import Record

    from backend.identity.viewer import Language, Role, Theme


@dataclass(frozen=True, slots=True)
class BranchRow:
    id: UUID
    company_id: UUID
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A person with their scope. `sort_name` is the name as lists are sorted."""

    id: UUID
    email: str
    name: str
    role: Role
    language: Language
    theme: Theme
    has_password: bool
    sees_everything: bool
    sees_own_portfolio: bool
    disabled_at: datetime | None
    last_seen_at: datetime | None
    clients: int
    sort_name: str
    branches: tuple[BranchRow, ...]


# The one look into a table above this module's: how much would have to be handed over.
PEOPLE = """
SELECT account.id, account.email, account.name, account.role, account.language, account.theme,
       account.password_hash IS NOT NULL AS has_password,
       account.sees_everything, account.sees_own_portfolio, account.disabled_at,
       (SELECT max(last_seen_at) FROM device WHERE device.account = account.id) AS last_seen_at,
       (SELECT count(*) FROM client
        WHERE client.rep = account.id OR client.collector = account.id) AS clients,
       public.fold(account.name) AS sort_name,
       (SELECT coalesce(jsonb_agg(jsonb_build_array(
                 branch.id, branch.company, branch.code, branch.name)
                 ORDER BY branch.name, branch.id), '[]')
        FROM account_branch JOIN branch ON branch.id = account_branch.branch
        WHERE account_branch.account = account.id) AS branches
FROM account
"""


async def person(account_id: UUID) -> AccountRow | None:
    row = await fetch_one(f"{PEOPLE} WHERE account.id = $1", account_id)
    return None if row is None else account_row(row)


async def person_by_email(email: str) -> AccountRow | None:
    row = await fetch_one(f"{PEOPLE} WHERE account.email = $1", email)
    return None if row is None else account_row(row)


async def people(after: tuple[str, UUID] | None, limit: int) -> list[AccountRow]:
    """By folded name."""
    name, id_ = after or (None, None)
    rows = await fetch_all(
        f"{PEOPLE} WHERE $1::text IS NULL"
        " OR (public.fold(account.name), account.id) > ($1, $2::uuid)"
        " ORDER BY public.fold(account.name), account.id LIMIT $3",
        name,
        id_,
        limit,
    )
    return [account_row(row) for row in rows]


@dataclass(frozen=True, slots=True)
class ColleagueRow:
    """Somebody who may come in, as far as those who give clients need to know."""

    id: UUID
    name: str
    role: Role
    sort_name: str


async def colleagues(after: tuple[str, UUID] | None, limit: int) -> list[ColleagueRow]:
    """By folded name; who has left is not among them."""
    rows = await fetch_all(
        "SELECT id, name, role, public.fold(name) AS sort_name FROM account"
        " WHERE disabled_at IS NULL AND ($1::text IS NULL"
        " OR (public.fold(name), id) > ($1, $2::uuid))"
        " ORDER BY public.fold(name), id LIMIT $3",
        *(after or (None, None)),
        limit,
    )
    return [ColleagueRow(**row) for row in rows]


def account_row(row: Record) -> AccountRow:
    branches = tuple(
        BranchRow(UUID(id_), UUID(company_id), code, name)
        for id_, company_id, code, name in row["branches"]
    )
    return AccountRow(**(dict(row) | {"branches": branches}))


@dataclass(frozen=True, slots=True)
class Credentials:
    """What decides whether somebody may come in."""

    id: UUID
    email: str
    name: str
    password_hash: str | None
    disabled_at: datetime | None


async def credentials(*, email: str | None = None, id_: UUID | None = None) -> Credentials | None:
    row = await fetch_one(
        "SELECT id, email, name, password_hash, disabled_at FROM account"
        " WHERE email = $1 OR id = $2",
        email,
        id_,
    )
    return None if row is None else Credentials(**row)


async def lock_credentials(account_id: UUID) -> Credentials | None:
    """Held until the transaction's end: nobody disables or changes the person meanwhile."""
    row = await fetch_one(
        "SELECT id, email, name, password_hash, disabled_at FROM account WHERE id = $1 FOR UPDATE",
        account_id,
    )
    return None if row is None else Credentials(**row)


async def lock_admins() -> list[UUID]:
    """The admins who can come in, held until the transaction's end so that one remains."""
    rows = await fetch_all(
        "SELECT id FROM account WHERE role = 'admin' AND disabled_at IS NULL"
        " AND password_hash IS NOT NULL ORDER BY id FOR UPDATE"
    )
    return [row["id"] for row in rows]


class EmailTaken(Exception):  # noqa: N818 - it names what is so
    """The address is another person's."""


async def add(account_id: UUID, fields: Mapping[str, Any], now: datetime) -> bool:
    """False where the id is in use.

    Raises:
        EmailTaken: the caller's transaction is then spoilt.
    """
    try:
        tag = await execute(
            "INSERT INTO account (id, email, name, role, language, theme, sees_everything,"
            " sees_own_portfolio, created_at)"
            " VALUES ($1, $2, $3, $4, $5, 'system', $6, $7, $8) ON CONFLICT (id) DO NOTHING",
            account_id,
            fields["email"],
            fields["name"],
            fields["role"],
            fields["language"],
            fields["sees_everything"],
            fields["sees_own_portfolio"],
            now,
        )
    except asyncpg.UniqueViolationError as error:
        raise EmailTaken from error
    return tag == "INSERT 0 1"


CHANGEABLE = frozenset(
    {
        "email",
        "name",
        "role",
        "language",
        "theme",
        "sees_everything",
        "sees_own_portfolio",
        "disabled_at",
        "password_hash",
    }
)


async def change(account_id: UUID, fields: Mapping[str, Any]) -> None:
    """Sets columns of one person.

    Raises:
        EmailTaken: the caller's transaction is then spoilt.
    """
    if unknown := fields.keys() - CHANGEABLE:
        raise ValueError(f"Not columns one may change: {sorted(unknown)}")
    if not fields:
        return
    assignments = ", ".join(f"{name} = ${n}" for n, name in enumerate(fields, start=2))
    try:
        await execute(
            f"UPDATE account SET {assignments} WHERE id = $1", account_id, *fields.values()
        )
    except asyncpg.UniqueViolationError as error:
        raise EmailTaken from error


async def set_branches(account_id: UUID, branch_ids: Sequence[UUID]) -> None:
    await execute("DELETE FROM account_branch WHERE account = $1", account_id)
    await execute_many(
        "INSERT INTO account_branch (id, account, branch) VALUES ($1, $2, $3)",
        [(new_id(), account_id, branch_id) for branch_id in branch_ids],
    )
