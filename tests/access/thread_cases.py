"""The cases of threads: a comment on a branch's client, by the person who asks where it must be."""

from __future__ import annotations

from typing import Any

from backend.database.transaction import execute
from shared.ids import new_id
from tests.access.cases import Case, Ids, client
from tests.access.world import NOW, Place
from tests.makers.comments import make_comment
from tests.makers.ledger import MadePerson, insert


async def a_comment(place: Place, _person: MadePerson) -> Ids:
    return {"comment_id": await make_comment(place.client.id, f"Vu à Ville-{place.mark}.")}


async def a_decision(place: Place, person: MadePerson) -> Ids:
    ids = await a_comment(place, person)
    pin = "UPDATE comment SET pinned_at = $2, pinned_by = $3 WHERE id = $1"
    await execute(pin, ids["comment_id"], NOW, place.colleague.id)
    return ids


async def my_comment(place: Place, person: MadePerson) -> Ids:
    return {"comment_id": await make_comment(place.client.id, author=person.id, at=NOW)}


async def a_thread(place: Place, _person: MadePerson) -> Ids:
    await make_comment(place.client.id, f"Vu à Ville-{place.mark}.")
    return {}


async def my_mention(place: Place, person: MadePerson) -> Ids:
    """Named where one sees it, and where one does not."""
    id_ = await make_comment(place.client.id, f"Vu à Ville-{place.mark}.")
    await insert("comment_mention", id=new_id(), comment=id_, account=person.id)
    return {}


def words(_place: Place, _person: MadePerson) -> Any:
    return {"text": "Le virement part vendredi."}


THREADS = {
    "GET /api/clients/{client_id}/thread": Case("client", ids=client, prepare=a_thread),
    "GET /api/clients/{client_id}/thread/head": Case("client", ids=client, prepare=a_thread),
    "PUT /api/clients/{client_id}/thread/read": Case(
        "client", ids=client, body=lambda _place, _person: {"through": NOW.isoformat()}
    ),
    "PUT /api/clients/{client_id}/thread/follow": Case("client", ids=client),
    "DELETE /api/clients/{client_id}/thread/follow": Case("client", ids=client),
    "GET /api/clients/{client_id}/mentionable": Case("client", ids=client),
    "POST /api/clients/{client_id}/comments": Case("client", ids=client, body=words),
    "PATCH /api/comments/{comment_id}": Case("client", prepare=my_comment, body=words),
    "GET /api/comments/{comment_id}/versions": Case("client", prepare=a_comment),
    "PUT /api/comments/{comment_id}/pin": Case("client", "pin-comments", prepare=a_comment),
    "DELETE /api/comments/{comment_id}/pin": Case("client", "pin-comments", prepare=a_decision),
    "GET /api/mentions": Case("own", prepare=my_mention),
}
