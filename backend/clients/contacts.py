"""Who to talk to at a client's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.activity.answered import Command, once
from backend.activity.service import Fact, changed, record
from backend.clients import queries
from backend.clients.refusals import NO_CONTACT, NOT_FOUND
from backend.clients.service import standing_client
from backend.database.transaction import transaction
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer


async def contacts(viewer: Viewer, client_id: UUID) -> Sequence[Record]:
    """By name, with those of the clients merged into it. Refused (404) where not visible."""
    row = await standing_client(viewer, client_id)
    return await queries.contacts(row["id"])


async def contact_name(
    viewer: Viewer, client_id: UUID, contact_id: UUID | None, name: str | None
) -> str | None:
    """The name that is kept beside what somebody said: contacts may be removed, or renamed.

    Refused (422) where the contact is not the client's.
    """
    if contact_id is None:
        return name
    for contact in await contacts(viewer, client_id):
        if contact["id"] == contact_id:
            return name or str(contact["name"])
    raise Refused(NO_CONTACT)


async def add_contact(
    viewer: Viewer, client_id: UUID, id_: UUID | None, fields: Mapping[str, Any], *, now: datetime
) -> Record:
    """Adds a contact; once, where it is sent again under the same id.

    Raises:
        Refused: 404, also for one sent again that was removed since; 409 `id-taken`.
    """
    async with transaction():
        client = await standing_client(viewer, client_id)

        async def add(contact_id: UUID) -> bool:
            if not await queries.add_contact(contact_id, client["id"], fields):
                return False
            fact = Fact(kind="contact-added", subject=contact_id, client=client["id"], after=fields)
            await record(fact, by=viewer.by, at=now)
            return True

        command = Command("add-contact", id_, {"client": client_id, **fields})
        contact_id, _ = await once(command, add, by=viewer.by, at=now)
        _, row = await contact_of(viewer, client_id, contact_id)
        return row


async def change_contact(
    viewer: Viewer, client_id: UUID, contact_id: UUID, fields: Mapping[str, Any], *, now: datetime
) -> Record:
    """Refused: 404; 422 `cannot-be-empty` for a name or a role that would be taken away."""
    async with transaction():
        client, row = await contact_of(viewer, client_id, contact_id)
        for name in ("name", "role"):
            if name in fields and fields[name] is None:
                raise Refused(
                    Refusal("cannot-be-empty", 422, "{field} is needed.", {"field": name})
                )
        before, after = changed(dict(row), fields)
        if after:
            await queries.change_contact(contact_id, after)
            fact = Fact(
                kind="contact-changed",
                subject=contact_id,
                client=client["id"],
                before=before,
                after=after,
            )
            await record(fact, by=viewer.by, at=now)
        _, row = await contact_of(viewer, client_id, contact_id)
        return row


async def remove_contact(
    viewer: Viewer, client_id: UUID, contact_id: UUID, *, now: datetime
) -> None:
    """Refused: 404."""
    async with transaction():
        client, row = await contact_of(viewer, client_id, contact_id)
        await queries.remove_contact(contact_id)
        before = {name: value for name, value in dict(row).items() if name != "id"}
        fact = Fact(kind="contact-removed", subject=contact_id, client=client["id"], before=before)
        await record(fact, by=viewer.by, at=now)


async def contact_of(viewer: Viewer, client_id: UUID, contact_id: UUID) -> tuple[Record, Record]:
    client = await standing_client(viewer, client_id)
    row = await queries.contact(client["id"], contact_id)
    if row is None:
        raise Refused(NOT_FOUND)
    return client, row
