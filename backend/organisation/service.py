"""Our companies and branches: whoever is signed in may know their names, admins keep them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backend.activity.answered import Command, once
from backend.activity.service import By, Fact, record
from backend.database.transaction import transaction
from backend.organisation import queries
from backend.organisation.queries import BranchRow, CompanyRow
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

NOT_FOUND = Refusal("not-found", 404, "Not found.")


@dataclass(frozen=True, slots=True)
class OurOrganisation:
    companies: list[CompanyRow]
    branches: list[BranchRow]


async def our_organisation() -> OurOrganisation:
    """Companies by code, branches by company and code."""
    return OurOrganisation(await queries.companies(), await queries.branches())


async def company_named(code: str) -> CompanyRow:
    """Raises `Refused`: 422 `no-such-company`."""
    for company in await queries.companies():
        if company.code == code:
            return company
    raise Refused(Refusal("no-such-company", 422, "There is no company {code}.", {"code": code}))


async def add_company(
    *,
    code: str,
    name: str,
    siren: str | None,
    currency: str,
    by: By,
    now: datetime,
    id_: UUID | None = None,
) -> CompanyRow:
    """Adds a legal entity of ours; once, where it is sent again under the same id.

    Raises:
        Refused: 409 `company-taken` for a code that is in use, `id-taken`.
    """
    fields = {"code": code, "name": name, "siren": siren, "currency": currency}

    async def add(company_id: UUID) -> bool:
        if not await queries.add_company(CompanyRow(company_id, code, name, siren, currency)):
            return False
        await record(Fact(kind="company-added", subject=company_id, after=fields), by=by, at=now)
        return True

    async with transaction():
        try:
            answered = await once(Command("add-company", id_, fields), add, by=by, at=now)
        except queries.CodeTaken:
            raise Refused(
                Refusal("company-taken", 409, "There is a company {code} already.", {"code": code})
            ) from None
        return await company_of(answered.id)


async def add_branch(
    *, company_id: UUID, code: str, name: str, by: By, now: datetime, id_: UUID | None = None
) -> BranchRow:
    """Adds a place of one company; once, where it is sent again under the same id.

    Raises:
        Refused: 422 `unknown-company`; 409 `branch-taken`, `id-taken`.
    """
    fields = {"company": company_id, "code": code, "name": name}

    async def add(branch_id: UUID) -> bool:
        if not await queries.add_branch(BranchRow(branch_id, company_id, code, name)):
            return False
        await record(Fact(kind="branch-added", subject=branch_id, after=fields), by=by, at=now)
        return True

    async with transaction():
        if await queries.company(company_id) is None:
            raise Refused(Refusal("unknown-company", 422, "There is no such company."))
        try:
            answered = await once(Command("add-branch", id_, fields), add, by=by, at=now)
        except queries.CodeTaken:
            raise Refused(branch_taken(code)) from None
        return await branch_of(answered.id)


async def rename_company(company_id: UUID, name: str, *, by: By, now: datetime) -> CompanyRow:
    async with transaction():
        company = await company_of(company_id)
        if company.name != name:
            await queries.rename_company(company_id, name)
            await record(renamed("company", company_id, company.name, name), by=by, at=now)
    return CompanyRow(company.id, company.code, name, company.siren, company.currency)


async def rename_branch(branch_id: UUID, name: str, *, by: By, now: datetime) -> BranchRow:
    async with transaction():
        branch = await branch_of(branch_id)
        if branch.name != name:
            await queries.rename_branch(branch_id, name)
            await record(renamed("branch", branch_id, branch.name, name), by=by, at=now)
    return BranchRow(branch.id, branch.company, branch.code, name)


async def company_of(company_id: UUID) -> CompanyRow:
    """Held until the transaction's end. Raises `Refused` (404)."""
    company = await queries.company(company_id)
    if company is None:
        raise Refused(NOT_FOUND)
    return company


async def branch_of(branch_id: UUID) -> BranchRow:
    """Held until the transaction's end. Raises `Refused` (404)."""
    branch = await queries.branch(branch_id)
    if branch is None:
        raise Refused(NOT_FOUND)
    return branch


async def require_branches(branch_ids: Sequence[UUID]) -> None:
    """Raises `Refused`: 422 `no-such-branch`, unless every one is ours."""
    unknown = set(branch_ids) - await queries.known_branches(branch_ids)
    if unknown:
        raise Refused(unknown_branches(tuple(sorted(str(id_) for id_ in unknown))))


async def branches_named(names: Sequence[str]) -> list[UUID]:
    """The ids of branches by code, or `COMPANY/BRANCH` where two companies share a code.

    Raises:
        Refused: 422 `no-such-branch` or `branch-ambiguous`.
    """
    ours = await our_organisation()
    companies = {company.id: company.code for company in ours.companies}
    found: dict[str, list[UUID]] = {}
    for branch in ours.branches:
        for name in (branch.code, f"{companies[branch.company]}/{branch.code}"):
            found.setdefault(name, []).append(branch.id)
    for name in names:
        if name not in found:
            raise Refused(unknown_branches((name,)))
        if len(found[name]) > 1:
            raise Refused(
                Refusal(
                    "branch-ambiguous",
                    422,
                    "Several companies have a branch {code}: write COMPANY/{code}.",
                    {"code": name},
                )
            )
    return [found[name][0] for name in names]


def branch_taken(code: str) -> Refusal:
    return Refusal("branch-taken", 409, "The company has a branch {code} already.", {"code": code})


def unknown_branches(names: tuple[str, ...]) -> Refusal:
    return Refusal(
        "no-such-branch",
        422,
        "There is no such branch: {names}.",
        {"names": ", ".join(names)},
    )


def renamed(what: str, id_: UUID, before: str, after: str) -> Fact:
    return Fact(kind=f"{what}-renamed", subject=id_, before={"name": before}, after={"name": after})
