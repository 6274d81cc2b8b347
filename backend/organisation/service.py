"""Our companies and branches: whoever is signed in may know their names, admins keep them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backend.activity.service import By, Fact, record
from backend.database.transaction import transaction
from backend.organisation import queries
from backend.organisation.queries import BranchRow, CompanyRow
from shared.ids import instant_of, new_id
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
    """Raises `Refused`: 409 `company-taken` for a code (or id) that is in use."""
    row = CompanyRow(chosen_id(id_), code, name, siren, currency)
    async with transaction():
        if not await queries.add_company(row):
            raise Refused(
                Refusal("company-taken", 409, "There is a company {code} already.", {"code": code})
            )
        after = {"code": code, "name": name, "siren": siren, "currency": currency}
        await record(Fact(kind="company-added", subject=row.id, after=after), by=by, at=now)
    return row


async def add_branch(
    *, company_id: UUID, code: str, name: str, by: By, now: datetime, id_: UUID | None = None
) -> BranchRow:
    """Raises `Refused`: 422 `unknown-company`, 409 `branch-taken`."""
    row = BranchRow(chosen_id(id_), company_id, code, name)
    async with transaction():
        if await queries.company(company_id) is None:
            raise Refused(Refusal("unknown-company", 422, "There is no such company."))
        if not await queries.add_branch(row):
            raise Refused(
                Refusal(
                    "branch-taken",
                    409,
                    "The company has a branch {code} already.",
                    {"code": code},
                )
            )
        after = {"company": company_id, "code": code, "name": name}
        await record(Fact(kind="branch-added", subject=row.id, after=after), by=by, at=now)
    return row


async def rename_company(company_id: UUID, name: str, *, by: By, now: datetime) -> CompanyRow:
    async with transaction():
        company = await queries.company(company_id)
        if company is None:
            raise Refused(NOT_FOUND)
        if company.name != name:
            await queries.rename_company(company_id, name)
            await record(renamed("company", company_id, company.name, name), by=by, at=now)
    return CompanyRow(company.id, company.code, name, company.siren, company.currency)


async def rename_branch(branch_id: UUID, name: str, *, by: By, now: datetime) -> BranchRow:
    async with transaction():
        branch = await queries.branch(branch_id)
        if branch is None:
            raise Refused(NOT_FOUND)
        if branch.name != name:
            await queries.rename_branch(branch_id, name)
            await record(renamed("branch", branch_id, branch.name, name), by=by, at=now)
    return BranchRow(branch.id, branch.company, branch.code, name)


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


def unknown_branches(names: tuple[str, ...]) -> Refusal:
    return Refusal(
        "no-such-branch",
        422,
        "There is no such branch: {names}.",
        {"names": ", ".join(names)},
    )


def renamed(what: str, id_: UUID, before: str, after: str) -> Fact:
    return Fact(kind=f"{what}-renamed", subject=id_, before={"name": before}, after={"name": after})


def chosen_id(given: UUID | None) -> UUID:
    """The id its maker chose, a UUIDv7, or a new one."""
    if given is None:
        return new_id()
    instant_of(given)
    return given
