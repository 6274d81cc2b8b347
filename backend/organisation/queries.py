"""Every statement on our companies and their branches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import asyncpg

from backend.database.transaction import execute, fetch_all, fetch_one

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class CompanyRow:
    id: UUID
    code: str
    name: str
    siren: str | None
    currency: str


@dataclass(frozen=True, slots=True)
class BranchRow:
    id: UUID
    company: UUID
    code: str
    name: str


async def companies() -> list[CompanyRow]:
    rows = await fetch_all("SELECT id, code, name, siren, currency FROM company ORDER BY code")
    return [CompanyRow(**row) for row in rows]


async def branches() -> list[BranchRow]:
    rows = await fetch_all(
        "SELECT branch.id, branch.company, branch.code, branch.name FROM branch"
        " JOIN company ON company.id = branch.company ORDER BY company.code, branch.code"
    )
    return [BranchRow(**row) for row in rows]


async def company(company_id: UUID) -> CompanyRow | None:
    """Held until the transaction's end."""
    row = await fetch_one(
        "SELECT id, code, name, siren, currency FROM company WHERE id = $1 FOR UPDATE", company_id
    )
    return None if row is None else CompanyRow(**row)


async def branch(branch_id: UUID) -> BranchRow | None:
    """Held until the transaction's end."""
    row = await fetch_one(
        "SELECT id, company, code, name FROM branch WHERE id = $1 FOR UPDATE", branch_id
    )
    return None if row is None else BranchRow(**row)


async def known_branches(branch_ids: Sequence[UUID]) -> set[UUID]:
    rows = await fetch_all("SELECT id FROM branch WHERE id = ANY ($1)", list(branch_ids))
    return {row["id"] for row in rows}


class CodeTaken(Exception):  # noqa: N818 - it names what is so
    """Another company, or another branch of the company, has the code."""


async def add_company(row: CompanyRow) -> bool:
    """False where the id is taken.

    Raises:
        CodeTaken: the caller's transaction is then spoilt.
    """
    return await added(
        "INSERT INTO company (id, code, name, siren, currency) VALUES ($1, $2, $3, $4, $5)"
        " ON CONFLICT (id) DO NOTHING",
        row.id,
        row.code,
        row.name,
        row.siren,
        row.currency,
    )


async def add_branch(row: BranchRow) -> bool:
    """False where the id is taken.

    Raises:
        CodeTaken: the caller's transaction is then spoilt.
    """
    return await added(
        "INSERT INTO branch (id, company, code, name) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (id) DO NOTHING",
        row.id,
        row.company,
        row.code,
        row.name,
    )


async def added(insert: str, *values: Any) -> bool:
    try:
        return await execute(insert, *values) == "INSERT 0 1"
    except asyncpg.UniqueViolationError as error:
        raise CodeTaken from error


async def rename_company(company_id: UUID, name: str) -> None:
    await execute("UPDATE company SET name = $2 WHERE id = $1", company_id, name)


async def rename_branch(branch_id: UUID, name: str) -> None:
    await execute("UPDATE branch SET name = $2 WHERE id = $1", branch_id, name)
