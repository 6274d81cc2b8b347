"""Contacts, and a portfolio that changes hands."""

from uuid import UUID

from litestar import Controller, delete, get, patch, post
from litestar.params import FromPath, JSONBody

from backend.clients import contacts, service
from backend.edge.provided import TheClock
from backend.identity.access import TheViewer, require
from shared.contract.clients import ChangeContact, Contact, ContactList, NewContact
from shared.contract.identity import HandedOver, Handover


class ContactController(Controller):
    path = "/clients/{client_id:uuid}/contacts"
    tags = ("Contacts",)

    @get("", summary="Who to talk to at the client's")
    async def list_contacts(self, client_id: FromPath[UUID], viewer: TheViewer) -> ContactList:
        found = await contacts.contacts(viewer, client_id)
        return ContactList(items=[Contact(**row) for row in found])

    @post("", guards=[require("edit-contacts")], summary="Add a contact")
    async def add_contact(
        self,
        client_id: FromPath[UUID],
        data: JSONBody[NewContact],
        viewer: TheViewer,
        clock: TheClock,
    ) -> Contact:
        """The same body with the same `id` again answers the same contact."""
        fields = data.model_dump(exclude={"id"})
        row = await contacts.add_contact(viewer, client_id, data.id, fields, now=clock.now())
        return Contact(**row)

    @patch("/{contact_id:uuid}", guards=[require("edit-contacts")], summary="Change a contact")
    async def change_contact(
        self,
        client_id: FromPath[UUID],
        contact_id: FromPath[UUID],
        data: JSONBody[ChangeContact],
        viewer: TheViewer,
        clock: TheClock,
    ) -> Contact:
        fields = data.model_dump(exclude_unset=True)
        row = await contacts.change_contact(viewer, client_id, contact_id, fields, now=clock.now())
        return Contact(**row)

    @delete("/{contact_id:uuid}", guards=[require("edit-contacts")], summary="Remove a contact")
    async def remove_contact(
        self,
        client_id: FromPath[UUID],
        contact_id: FromPath[UUID],
        viewer: TheViewer,
        clock: TheClock,
    ) -> None:
        await contacts.remove_contact(viewer, client_id, contact_id, now=clock.now())


class HandoverController(Controller):
    tags = ("Team",)

    @post(
        "/users/{user_id:uuid}/handover",
        guards=[require("manage-users")],
        status_code=200,
        summary="Hand a person's portfolio over to another",
    )
    async def hand_over(
        self,
        user_id: FromPath[UUID],
        data: JSONBody[Handover],
        viewer: TheViewer,
        clock: TheClock,
    ) -> HandedOver:
        clients = await service.hand_over(
            user_id,
            data.to_user_id,
            as_rep=data.as_rep,
            as_collector=data.as_collector,
            by=viewer.by,
            now=clock.now(),
        )
        return HandedOver(clients=clients)
