"""People of ours: who they are, what they may do and see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.activity.answered import Command, once
from backend.activity.service import By, Fact, changed, record
from backend.database.transaction import transaction
from backend.identity.queries import accounts, links, sessions
from backend.identity.rules import may_change_person
from backend.organisation.service import require_branches
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from backend.activity.answered import Answered
    from backend.identity.queries.accounts import AccountRow, ColleagueRow

NO_SUCH_PERSON = Refusal("not-found", 404, "Not found.")


async def person(account_id: UUID) -> AccountRow:
    """Raises `Refused` (404) where there is no such person."""
    found = await accounts.person(account_id)
    if found is None:
        raise Refused(NO_SUCH_PERSON)
    return found


async def person_with_email(email: str) -> AccountRow:
    """For the command line, where people are named by address.

    Raises:
        Refused: 404 `user-unknown`.
    """
    found = await accounts.person_by_email(email.strip().lower())
    if found is None:
        raise Refused(
            Refusal("user-unknown", 404, "Nobody has the address {email}.", {"email": email})
        )
    return found


async def people(after: tuple[str, UUID] | None, limit: int) -> list[AccountRow]:
    """By name, from the place after `after` (sort name and id) on."""
    return await accounts.people(after, limit)


async def colleagues(after: tuple[str, UUID] | None, limit: int) -> list[ColleagueRow]:
    """Whom a client may be given to: everybody who may come in, by name."""
    return await accounts.colleagues(after, limit)


async def add_person(
    *,
    email: str,
    name: str,
    role: str,
    language: str,
    sees_everything: bool,
    sees_own_portfolio: bool,
    branch_ids: Sequence[UUID],
    by: By,
    now: datetime,
    id_: UUID | None = None,
) -> Answered:
    """Adds somebody who cannot come in yet: they need a link. In the caller's transaction.

    Raises:
        Refused: 409 `email-taken` or `id-taken`; 422 `no-such-branch`.
    """
    branches = sorted(set(branch_ids))
    fields = {
        "email": email.strip().lower(),
        "name": name,
        "role": role,
        "language": language,
        "sees_everything": sees_everything,
        "sees_own_portfolio": sees_own_portfolio,
    }
    told = fields | {"branches": branches}

    async def add(account_id: UUID) -> bool:
        if not await accounts.add(account_id, fields, now):
            return False
        await accounts.set_branches(account_id, branches)
        await record(Fact(kind="user-added", subject=account_id, after=told), by=by, at=now)
        return True

    await require_branches(branches)
    try:
        return await once(Command("add-user", id_, told), add, by=by, at=now)
    except accounts.EmailTaken:
        raise Refused(email_taken(email)) from None


def email_taken(email: str) -> Refusal:
    return Refusal(
        "email-taken", 409, "The address {email} is somebody's already.", {"email": email}
    )


async def change_person(
    account_id: UUID,
    *,
    by: By,
    now: datetime,
    fields: Mapping[str, Any],
    branch_ids: Sequence[UUID] | None = None,
    disabled: bool | None = None,
) -> AccountRow:
    """Changes what is given: columns in `fields`, the branches seen, whether they may come in.

    Disabling signs every device out and voids every link; enabling gives neither back.

    Raises:
        Refused: 404; 409 `email-taken`, `last-admin`, `not-oneself`; 422 `no-such-branch`.
    """
    async with transaction():
        admins = await accounts.lock_admins()
        old = await person(account_id)
        refusal = may_change_person(
            is_oneself=account_id == by.account_id,
            is_last_admin=is_admin(old) and not set(admins) - {account_id},
            role=fields.get("role"),
            disabled=disabled,
        )
        if refusal is not None:
            raise Refused(refusal)
        if branch_ids is not None:
            await require_branches(branch_ids)
            await accounts.set_branches(account_id, sorted(set(branch_ids)))
        await write(old, dict(fields), now)
        if disabled is not None:
            await let_in(old, now, disabled=disabled)
        new = await person(account_id)
        await record_change(old, new, by, now)
    return new


def is_admin(person: AccountRow) -> bool:
    return person.role == "admin" and person.disabled_at is None


async def write(old: AccountRow, fields: dict[str, Any], now: datetime) -> None:
    """Another address is another mailbox: what was sent to the old one no longer lets in."""
    try:
        await accounts.change(old.id, fields)
    except accounts.EmailTaken:
        raise Refused(email_taken(fields["email"])) from None
    if fields.get("email", old.email) != old.email:
        await links.void(old.id, now)


async def let_in(old: AccountRow, now: datetime, *, disabled: bool) -> None:
    if not disabled:
        await accounts.change(old.id, {"disabled_at": None})
    elif old.disabled_at is None:
        await accounts.change(old.id, {"disabled_at": now})
        await links.void(old.id, now)
        await sessions.revoke_devices(old.id, "user-disabled", now)


async def record_change(old: AccountRow, new: AccountRow, by: By, now: datetime) -> None:
    before, after = changed(told(old), told(new))
    if after:
        await record(
            Fact(kind="user-changed", subject=old.id, before=before, after=after), by=by, at=now
        )


def told(person: AccountRow) -> dict[str, Any]:
    """What the audit tells of a person."""
    return {
        "email": person.email,
        "name": person.name,
        "role": person.role,
        "language": person.language,
        "theme": person.theme,
        "sees_everything": person.sees_everything,
        "sees_own_portfolio": person.sees_own_portfolio,
        "branches": sorted(branch.id for branch in person.branches),
        "disabled": person.disabled_at is not None,
    }
