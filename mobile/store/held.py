"""What the device holds of a client, as the file shows it today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.sync.briefing import brief_of
from shared.contract.clients import ContactList

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.store.local import Local
    from mobile.store.reading import Known
    from shared.contract.clients import ClientFile
    from shared.contract.today import Brief


def client_file(local: Local, client_id: UUID) -> Known[ClientFile] | None:
    """With the ages of today."""
    return local.known(lambda portfolio: portfolio.client_file(client_id, local.today()))


def contacts(local: Local, client_id: UUID) -> Known[ContactList] | None:
    return local.of_client(client_id, lambda copy: ContactList(items=copy.contacts))


def brief(local: Local, client_id: UUID) -> Known[Brief] | None:
    """Without mentions: whether they were read is the server's to know."""
    person = local.person
    if person is None:
        return None
    return local.of_client(client_id, lambda copy: brief_of(copy, person, local.today()))
